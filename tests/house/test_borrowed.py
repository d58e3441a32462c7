"""`benchmarks/borrowed.py`: which words of the project stand in reviews that it is only measured with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from program import ROOT

REVIEW = """\
---
grade: B
---

The ferryman counts his drowned passengers twice. In _Nine Lanterns over a Cold Harbour_ somebody whistles, and
the heart of a man breaks.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reviews = tmp_path / "data" / "reviews"
    reviews.mkdir(parents=True)
    (reviews / "ferry.md").write_text(REVIEW, encoding="utf-8")
    (tmp_path / "data" / "cliches.txt").write_text(
        "# ours\ndrowned passengers( twice)?\tpraise\n", encoding="utf-8"
    )
    (tmp_path / "project" / "docs").mkdir(parents=True)
    return tmp_path


def borrowed(folder: Path, text: str) -> tuple[int, str]:
    (folder / "project" / "docs" / "page.md").write_text(text, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "borrowed.py", folder / "data", folder / "project"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode < 2, ran.stderr
    return ran.returncode, ran.stdout


def test_words_of_a_review_are_told_with_their_place_whatever_their_marks(folder: Path) -> None:
    text = "# Ferry\n\nWe say: *Somebody* «whistles», and the\nheart of it is cold.\n"
    found = "docs/page.md:3: somebody whistles and the heart of (ferry.md)\n"
    assert borrowed(folder, text) == (1, found)


@pytest.mark.parametrize(
    "text",
    [
        "Somebody whistles, and the lantern goes out.",
        "Nine Lanterns over a Cold Harbour",
        "the heart of a man",
        "counts his drowned passengers twice",
    ],
    ids=["four words", "a title", "common words", "a cliché"],
)
def test_what_is_short_or_anybodys_is_not_borrowed(folder: Path, text: str) -> None:
    assert borrowed(folder, text) == (0, "")


@pytest.mark.parametrize("name", ["reviews/lake.md", "her-review.txt", "subjectivity/opinion.txt"])
def test_what_another_wrote_as_well_is_stock(folder: Path, name: str) -> None:
    text = "The ferryman counts his drowned"
    (folder / "data" / "cliches.txt").write_text("", encoding="utf-8")
    assert borrowed(folder, text)[0] == 1
    other = folder / "data" / name
    other.parent.mkdir(exist_ok=True)
    other.write_text("Here the ferryman counts his drowned men .\n", encoding="utf-8")
    assert borrowed(folder, text) == (0, "")
