"""The page on notes shows what really happens."""

from __future__ import annotations

import itertools
import re
import shlex
from pathlib import Path

import pytest

from program import ROOT, review
from reviewcli.notes import parse_notes
from reviewcli.notes.kinds import KEYS

PAGE = (ROOT / "docs" / "notes.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
RUNS = [
    (notes, shown)
    for (kind, notes), (after, shown) in itertools.pairwise(BLOCKS)
    if (kind, after) == ("yaml", "console")
]


@pytest.mark.parametrize(("notes", "shown"), RUNS)
def test_the_output_on_the_page_is_real(notes: str, shown: str, tmp_path: Path) -> None:
    command, _, output = shown.removeprefix("$ ").partition("\n")
    _, *arguments = shlex.split(command)
    (tmp_path / arguments[1]).write_text(notes, encoding="utf-8")
    ran = review(*arguments, cwd=tmp_path)
    assert ran.out + ran.err == output


def test_the_other_notes_on_the_page_are_fine() -> None:
    shown_wrong = [notes for notes, _ in RUNS]
    others = [text for kind, text in BLOCKS if kind == "yaml" and text not in shown_wrong]
    assert len(others) >= 3
    for source in others:
        assert parse_notes(source)[1] == ()


def test_every_key_is_on_the_page() -> None:
    assert [key for key in KEYS if key != "kind" and f"`{key}`" not in PAGE] == []
