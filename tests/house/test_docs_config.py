"""The pages on config and CI show what really happens: their files are written, their commands run."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import ROOT
from shown import as_it_runs


@pytest.mark.parametrize(("page", "commands"), [("config.md", 2), ("ci.md", 4)])
def test_the_output_on_the_page_is_real(page: str, commands: int, tmp_path: Path, *, refresh: bool) -> None:
    (tmp_path / "old.md").write_bytes("# Amélie\n".encode("latin-1"))
    file = ROOT / "docs" / page
    text = file.read_text(encoding="utf-8")
    shown = as_it_runs(text, tmp_path, "markdown|yaml|console")
    if refresh:
        file.write_text(shown, encoding="utf-8")
    assert text == shown
    assert text.count("\n$ review ") == commands
