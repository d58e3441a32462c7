"""Whole runs: each folder here holds notes or a draft, and what the program makes of them.

`notes.yaml` is drafted into `draft.md`, with the template that a file `template` names (and options, if it has any); `review.md` (or the draft) is linted into `report.txt`. After a change that
is meant, `pytest tests/cases/test_cases.py --refresh` writes the outputs anew: read the diff before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from program import review

FOLDERS = sorted(file.parent for file in Path(__file__).parent.glob("*/report.txt"))


def same(file: Path, text: str, *, refresh: bool) -> None:
    if refresh:
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "case", [path for path in FOLDERS if (path / "notes.yaml").exists()], ids=lambda path: path.name
)
def test_notes_become_the_draft(case: Path, *, refresh: bool) -> None:
    file = case / "template"
    asked = ["--template", *file.read_text(encoding="utf-8").split()] if file.exists() else []
    ran = review("new", "notes.yaml", *asked, cwd=case)
    assert (ran.code, ran.err) == (0, "")
    same(case / "draft.md", ran.out, refresh=refresh)


@pytest.mark.parametrize("case", FOLDERS, ids=lambda path: path.name)
def test_lint_says_of_the_review(case: Path, *, refresh: bool) -> None:
    (draft,) = [
        path.name for path in (case / "review.md", case / "review.txt", case / "draft.md") if path.exists()
    ][:1]
    ran = review("lint", "--output-format", "compact", draft, cwd=case)
    assert ran.code in (0, 1)
    same(case / "report.txt", ran.out + ran.err, refresh=refresh)
