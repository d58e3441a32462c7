"""The pages on numbers and on house style show what really happens."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest

from program import ROOT
from reviewcli.document import Document
from reviewcli.formats.bars import Judged, Screen, show
from reviewcli.formats.stats import FURTHER, stats
from reviewcli.linting.profiles import load_profile
from reviewcli.linting.ranges import ranges_of
from shown import as_it_runs


@pytest.mark.parametrize(("page", "runs"), [("stats", 4), ("profiles", 1)])
def test_the_output_on_the_page_is_real(page: str, runs: int, tmp_path: Path, *, refresh: bool) -> None:
    file = ROOT / "docs" / f"{page}.md"
    for example in (ROOT / "examples").glob("her*"):
        shutil.copy(example, tmp_path)
    (tmp_path / "her.md").unlink(missing_ok=True)
    text = file.read_text(encoding="utf-8")
    shown = as_it_runs(text, tmp_path, "yaml|console")
    shown = re.sub(r"(?s)```text\n\$ [^\n]*\n(.*?)```", on_a_terminal, shown)
    if refresh:
        file.write_text(shown, encoding="utf-8")
    assert text == shown
    assert text.count("\n$ review ") - text.count("```text") == runs


def on_a_terminal(block: re.Match[str]) -> str:
    """The block as a terminal of 60 columns shows it."""
    out = io.StringIO()
    source = (ROOT / "examples" / "her-review.txt").read_text(encoding="utf-8")
    numbers = stats(Document(source, path="her-review.txt", plain=True))
    judged = Judged(numbers, ranges_of(load_profile("standard").rules), "standard")
    show([judged], FURTHER, out, Screen(60))
    command = block[0].split("\n")[1]
    return f"```text\n{command}\n{out.getvalue()}```"
