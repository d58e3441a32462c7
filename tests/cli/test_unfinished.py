"""`review strip` and `review export` keep back what is not finished, and say where."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import Ran, review

NOTES = """\
title: Tin Roof
year: 2019
directors: Ann Lee
cast: [Vera Lunt as Ada]
score: 5/5
"""
DRAFT = """\
---
title: Tin Roof
draft: true
review: {notes: tin.yaml}
---

# *Tin Roof* (2019)

<!-- for the sub: check the date -->
Ann Lee films the rain, and Vera Lunt listens to it.

**5/5**
"""
COMMANDS = [("strip",), ("strip", "--to", "html")] + [
    ("export", form) for form in "csv eleventy hreview hugo jekyll json jsonld letterboxd obsidian".split()
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tin.yaml").write_text(NOTES)
    return tmp_path


def sent(folder: Path, text: str, *arguments: str) -> Ran:
    """What comes of a draft that goes out."""
    (folder / "tin.md").write_text(text)
    return review(*(arguments or ("strip",)), "tin.md", cwd=folder)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_finished_draft_goes_out_and_is_no_draft_any_more(command: tuple[str, ...], folder: Path) -> None:
    ran = sent(folder, DRAFT, *command)
    assert (ran.code, "let through" in ran.err) == (0, False)
    assert "listens to it" in ran.out
    assert "draft: true" not in ran.out


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_two_values_for_one_fact_never_leave_in_one_file(command: tuple[str, ...], folder: Path) -> None:
    text = DRAFT.replace("**5/5**", "**4.5/5**")
    ran = sent(folder, text, *command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "tin.md:12:3: The notes have 5/5, not 4.5/5. Change the draft or its notes.\n"
    passed = sent(folder, text, *command, "--unfinished")
    assert (passed.code, "listens to it" in passed.out) == (0, True)
    assert "tin.md:12:3: let through by --unfinished. The notes have 5/5, not 4.5/5.\n" in passed.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("<!-- review-todo themes: the rain -->", "11:1: Still to write: themes: the rain. Write it, or"),
        (
            '<!-- review-todo themes: new in the notes: "the rain" -->',
            '11:1: In the margin: themes: new in the notes: "the rain". Settle it, and take the marker out.',
        ),
        ("It rains. <!-- review-todo -->", "11:11: Still to write."),
        ("<<<<<<< HEAD", "11:1: “<<<<<<<” is a mark of a merge. Choose one text, and take the marks out."),
        (">>>>>>> notes", "11:1: “>>>>>>>” is a mark of a merge."),
        ("It rains.\nAda looks.\n=======\nIt snows.", "13:1: “=======” is a mark of a merge."),
        ("=======", "11:1: “=======” is a mark of a merge."),
        ("Music is by TK.", "11:13: “TK” is a placeholder. Write what it stands for, or take it out."),
        ("Vera Lnut laughs.", "11:6: “Lnut” is spelt “Lunt” in the notes"),
    ],
)
def test_each_thing_that_is_not_finished_is_named_with_its_place(words: str, told: str, folder: Path) -> None:
    ran = sent(folder, DRAFT.replace("\n\n**5", f"\n{words}\n\n**5"))
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith(f"tin.md:{told}")


def test_every_place_of_a_draft_is_named_in_order(folder: Path) -> None:
    conflict = "<<<<<<< HEAD\nIt rains.\n=======\nIt snows.\n>>>>>>> notes\n\n<!-- review-todo verdict -->"
    ran = sent(folder, DRAFT.replace("**5/5**", f"{conflict}\n\n**4/5**"))
    places = [line.split(": ")[0] for line in ran.err.splitlines()]
    assert places == [f"tin.md:{place}" for place in ("12:1", "14:1", "16:1", "18:1", "20:3")]


def test_what_looks_like_a_mark_and_is_none_goes_out(folder: Path) -> None:
    text = DRAFT.replace("**5/5**", "Verdict\n=======\n\n> > > Go.\n\n========\n\n**5/5**")
    assert sent(folder, text).code == 0


def test_what_the_writer_silenced_goes_out(folder: Path) -> None:
    line = "<!-- review-disable-next-line score-mismatch -->\n**4.5/5**"
    assert sent(folder, DRAFT.replace("**5/5**", line)).code == 0
    ignored = DRAFT.replace("notes: tin.yaml", "notes: tin.yaml, ignore: [facts]").replace("**5", "**4")
    assert sent(folder, ignored).code == 0


def test_what_the_house_does_without_goes_out(folder: Path) -> None:
    (folder / ".review.yaml").write_text("rules: {score-mismatch: warning, placeholder-left: off}\n")
    text = DRAFT.replace("**5/5**", "Music is by TK.\n\n**4/5**")
    assert sent(folder, text, "export", "json").code == 0


def test_no_directive_silences_a_marker_or_the_mark_of_a_merge(folder: Path) -> None:
    text = DRAFT.replace(
        "**5/5**", "<!-- review-disable-file -->\n\n<!-- review-todo verdict -->\n\n<<<<<<< HEAD\n"
    )
    ran = sent(folder, text)
    assert [line.split(": ")[0] for line in ran.err.splitlines()] == ["tin.md:14:1", "tin.md:16:1"]


def test_of_two_drafts_the_finished_one_is_done(folder: Path) -> None:
    (folder / "new.md").write_text("# *New* (2020)\n\nIt snows for [number] days.\n")
    ran = sent(folder, DRAFT, "export", "hugo", "new.md", "-o", "site/")
    assert ran.code == 2
    assert [file.name for file in (folder / "site").iterdir()] == ["tin.md"]
    assert ran.err == (
        "site/tin.md: exported from tin.md.\n"
        "new.md:3:14: “[number]” is a placeholder. Write what it stands for, or take it out.\n"
    )


def test_a_draft_from_standard_input_is_kept_back_too() -> None:
    ran = review("strip", "-", stdin="# Tin\n\nIt rains. TODO\n")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("-:3:11: “TODO” is a placeholder.")


def test_notes_that_cannot_be_read_keep_a_draft_back(folder: Path) -> None:
    (folder / "tin.yaml").write_text("title: Tin Roof\nyear: soon\n")
    ran = sent(folder, DRAFT)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("tin.yaml:2:7: ")
    passed = sent(folder, DRAFT, "strip", "--unfinished")
    assert (passed.code, "listens to it" in passed.out) == (0, True)
    assert passed.err.startswith("tin.yaml:2:7: let through by --unfinished. ")


def test_export_compares_with_the_notes_that_are_named(folder: Path) -> None:
    (folder / "other.yaml").write_text(NOTES.replace("5/5", "4/5"))
    ran = sent(folder, DRAFT, "export", "json", "--notes", "other.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "tin.md:12:3: The notes have 4/5, not 5/5." in ran.err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_score_in_the_front_matter_and_another_in_the_text_never_leave_in_one_file(
    command: tuple[str, ...], folder: Path
) -> None:
    (folder / "tin.yaml").write_text(NOTES.replace("score: 5/5\n", ""))
    text = DRAFT.replace("draft: true", "score: 5/5").replace("**5/5**", "**4.5/5**")
    ran = sent(folder, text, *command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "tin.md:12:3: The front matter has 5/5, not 4.5/5. Change one of them.\n"
    assert sent(folder, text, *command, "--unfinished").code == 0


@pytest.mark.parametrize("key", ["score", "rating", "grade", "stars"])
def test_where_there_are_no_notes_the_front_matter_has_its_say(key: str, tmp_path: Path) -> None:
    text = DRAFT.replace("review: {notes: tin.yaml}", f"{key}: 5/5").replace("**5/5**", "**4.5/5**")
    ran = sent(tmp_path, text)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("tin.md:12:3: The ")
    assert "5/5, not 4.5/5." in ran.err


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("score: 5/5", "**10/10**"),
        ("score: 4.5/5", "★★★★½"),
        ("score: B+", "**B+**"),
        ("score: B+", "**8/10**"),
        ("score: 5/5", "*Reeds* got 3/5 from me."),
        ("score: 5/5", "<!-- review-disable-next-line score-mismatch -->\n**4.5/5**"),
        ("score: 5/5\nreview: {ignore: [facts]}", "**4.5/5**"),
        ("rating: great", "**4.5/5**"),
        ("year: 2019", "**4.5/5**"),
    ],
)
def test_scores_that_are_the_same_or_meant_so_go_out(entry: str, words: str, tmp_path: Path) -> None:
    text = DRAFT.replace("review: {notes: tin.yaml}", entry).replace("**5/5**", words)
    ran = sent(tmp_path, text)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    "words",
    [
        "## Verdict\n\n",
        "## Verdict ##\n\n## Craft\n\nIt rains.\n",
        "Verdict\n-------\n\n<!-- for the sub -->\n\n---\n",
    ],
)
def test_a_heading_with_nothing_under_it_is_not_finished(words: str, folder: Path) -> None:
    ran = sent(folder, DRAFT + "\n" + words)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "There is nothing under the heading “Verdict”. Write it, or take the heading out." in ran.err


@pytest.mark.parametrize(
    "words",
    [
        "## Verdict\n\n### For whom\n\nFor all.\n",
        "## Poster\n\n![The poster](tin.jpg)\n",
        "## Trailer\n\n{{< video tin >}}\n",
        "## Cast\n\n<div id='cast'></div>\n",
        "## Code\n\n    a\n",
    ],
)
def test_a_heading_with_anything_under_it_goes_out(words: str, folder: Path) -> None:
    ran = sent(folder, DRAFT + "\n" + words)
    assert (ran.code, ran.err) == (0, "")
