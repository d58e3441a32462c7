"""Changed notes into an edited draft."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import ROOT, review
from reviewcli.drafting import draft
from reviewcli.drafting.redraft.merge import merge
from reviewcli.drafting.redraft.points import is_told, missing_points, points_of, told_words
from reviewcli.drafting.templates import find_template
from reviewcli.notes import load_notes

NOTES = """\
title: Tin Roof
year: 2019
opening: Rain falls on tin for an hour.
synopsis:
  - Ada moves into the house of her aunt.
  - She finds a locked room.
performances:
  Vera Lunt: keeps her hands still through the whole trial
verdict: It earns its last silence.
score: 4/5
"""
NEW_POINT = "The neighbours bring soup and questions."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tin.yaml").write_text(NOTES)
    assert (
        review("new", "tin.yaml", "-o", "tin.md", cwd=tmp_path, XDG_STATE_HOME=str(tmp_path / "state")).code
        == 0
    )
    return tmp_path


def update(folder: Path, *arguments: str) -> tuple[int, str, str]:
    ran = review("update", "tin.md", *arguments, cwd=folder, XDG_STATE_HOME=str(folder / "state"))
    return ran.code, ran.out, ran.err


def change(file: Path, *changes: tuple[str, str]) -> str:
    text = file.read_bytes().decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    file.write_bytes(text.encode())
    return text


def test_a_fresh_draft_misses_nothing_and_has_nothing_to_bring_in(folder: Path) -> None:
    assert update(folder, "--check") == (0, "", "tin.md: None of 5 points is missing.\n")
    assert update(folder) == (0, "", "tin.md: tin.yaml has not changed since.\n")


def test_what_the_notes_changed_comes_in_and_the_writers_words_stay(folder: Path) -> None:
    change(
        folder / "tin.md", ("Rain falls on tin for an hour.", "For an hour, rain falls on tin. I counted.")
    )
    change(folder / "tin.yaml", ("  - She finds", f"  - {NEW_POINT}\n  - She finds"), ("4/5", "4.5/5"))
    code, out, err = update(folder, "--check")
    assert (code, out) == (1, f"tin.yaml:6:5: synopsis: “{NEW_POINT}” is not in the draft.\n")
    before = (folder / "tin.md").read_text()
    code, shown, err = update(folder, "--dry-run")
    assert (code, err) == (0, "")
    assert (folder / "tin.md").read_text() == before
    assert "+score: 4.5/5\n" in shown
    code, out, err = update(folder)
    assert (code, out, err) == (0, shown, "tin.md: brought up to tin.yaml.\n")
    after = (folder / "tin.md").read_text()
    assert "For an hour, rain falls on tin. I counted." in after
    assert NEW_POINT in after
    assert "**4.5/5**" in after
    assert update(folder, "--check")[0] == 0
    assert update(folder)[2] == "tin.md: tin.yaml has not changed since.\n"


def test_different_sentences_of_a_paragraph_are_no_conflict(folder: Path) -> None:
    change(folder / "tin.md", ("Ada moves into the house of her aunt.", "Ada inherits the house."))
    change(
        folder / "tin.yaml",
        ("  - She finds a locked room.", f"  - She finds a locked room.\n  - {NEW_POINT}"),
    )
    assert update(folder)[0] == 0
    assert f"Ada inherits the house. She finds a locked room. {NEW_POINT}" in (folder / "tin.md").read_text()


def test_both_stand_where_both_changed_the_same(folder: Path) -> None:
    change(folder / "tin.md", ("It earns its last silence.", "It earns every silence."))
    change(folder / "tin.yaml", ("It earns its last silence.", "It wastes its last silence."))
    code, _, err = update(folder)
    assert code == 1
    assert "one place to settle" in err
    text = (folder / "tin.md").read_text()
    wanted = "<<<<<<< draft\nIt earns every silence.\n=======\nIt wastes its last silence.\n>>>>>>> notes\n"
    assert wanted in text
    line = text[: text.index("<<<")].count("\n") + 1
    assert update(folder)[::2] == (
        2,
        f"tin.md:{line}: this place is not settled yet. Choose, and take the marks out.\n",
    )


def test_a_conflict_in_front_matter_leaves_yaml_that_can_be_read(folder: Path) -> None:
    change(folder / "tin.md", ("score: 4/5", "score: 3/5"))
    change(folder / "tin.yaml", ("4/5", "5/5"))
    assert update(folder)[0] == 1
    assert "score: 3/5\n# notes: score: 5/5\n" in (folder / "tin.md").read_text()
    assert update(folder) == (0, "", "tin.md: tin.yaml has not changed since.\n")


def test_a_todo_gives_way_to_new_notes(folder: Path) -> None:
    change(folder / "tin.yaml", ("verdict:", "themes: grief\nverdict:"))
    assert "review-todo themes" in (folder / "tin.md").read_text()
    assert update(folder)[0] == 0
    text = (folder / "tin.md").read_text()
    assert "The film is about grief." in text
    assert "review-todo themes" not in text


def test_line_ends_and_byte_order_mark_are_kept(folder: Path) -> None:
    file = folder / "tin.md"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    change(folder / "tin.yaml", ("  - She finds", f"  - {NEW_POINT}\n  - She finds"))
    assert update(folder)[0] == 0
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf---\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert not data.endswith(b"\n\r\n")


def test_the_flags_that_made_a_draft_are_recorded(folder: Path) -> None:
    (folder / "drafts").mkdir()
    (folder / "mine.md.j2").write_text("{{ notes.title | italic }}: {{ notes.synopsis | paragraph }}\n")
    state = {"XDG_STATE_HOME": str(folder / "state")}
    made = review(
        "new",
        "tin.yaml",
        "-o",
        "drafts/",
        "-t",
        "mine.md.j2",
        "--no-headings",
        "--set",
        "score=B+",
        cwd=folder,
        **state,
    )
    assert made.code == 0
    change(folder / "tin.yaml", ("  - She finds", f"  - {NEW_POINT}\n  - She finds"))
    ran = review("update", "drafts/tin.md", cwd=folder, **state)
    assert ran.code == 0
    text = (folder / "drafts" / "tin.md").read_text()
    assert f"*Tin Roof*: Ada moves into the house of her aunt. {NEW_POINT}" in text
    assert 'score: "B+"\n' in text
    assert review("update", "drafts/tin.md", "--check", cwd=folder, **state).code == 0


def test_git_knows_the_notes_on_another_machine(folder: Path) -> None:
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=folder, check=True)
    change(folder / "tin.yaml", ("  - She finds", f"  - {NEW_POINT}\n  - She finds"))
    change(folder / "tin.md", ("She finds a locked room.", "She finds a room."))
    ran = review("update", "tin.md", cwd=folder, XDG_STATE_HOME=str(folder / "elsewhere"))
    assert (ran.code, ran.err) == (0, "tin.md: brought up to tin.yaml.\n")
    assert f"{NEW_POINT} She finds a room." in (folder / "tin.md").read_text()


def test_without_the_old_notes_what_is_missing_is_only_added(folder: Path) -> None:
    edited = change(folder / "tin.md", ("It earns its last silence.", "All mine."))
    change(folder / "tin.yaml", ("  - She finds", f"  - {NEW_POINT}\n  - She finds"))
    ran = review("update", "tin.md", cwd=folder, XDG_STATE_HOME=str(folder / "elsewhere"))
    assert ran.code == 1
    assert ran.err.startswith(
        "tin.md: the notes that it was made from are not there any more; what is missing"
    )
    text = (folder / "tin.md").read_text()
    kept = iter(text.splitlines())
    assert all(line in kept for line in edited.splitlines() if "base:" not in line)
    assert "<<<<<<< draft\n=======\nAda moves into" in text
    assert text.index("## Synopsis") < text.index(NEW_POINT) < text.index("## Performances")
    assert "It earns its last silence." in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-"], "update writes into a draft. Name its file: review update her.md\n"),
        (["tin.yaml"], "tin.yaml: holds notes, not a draft. Name the draft made from them.\n"),
        (["lonely.md"], "lonely.md: the notes of this draft are not there. Name them: --notes her.yaml\n"),
        (
            ["tin.md", "--notes", "no.yaml"],
            "no.yaml: there is no such file or folder. Look at what --notes names.\n",
        ),
    ],
)
def test_what_cannot_be_updated_is_told(arguments: list[str], told: str, folder: Path) -> None:
    (folder / "lonely.md").write_text("# Something else\n\nText.\n")
    ran = review("update", *arguments, cwd=folder)
    assert (ran.code, ran.out, ran.err) == (2, "", told)


@pytest.mark.parametrize(
    ("point", "edited"),
    [
        (
            "keeps her hands still through the whole trial",
            "Lunt keeps both hands still through all of the trial.",
        ),
        (
            "too much mime in the shaving scene",
            "There is simply too much mime when they shave in that scene.",
        ),
        ("the score repeats one theme", "Its score repeats a single theme."),
        ("slow", "It is slow, and knows it."),
        ("the café scene's framing", "In the cafe scenes the frames tell more."),
    ],
)
def test_a_point_that_was_edited_lightly_is_there(point: str, edited: str) -> None:
    assert is_told(point, told_words(edited))


@pytest.mark.parametrize(
    ("point", "other"),
    [
        (
            "keeps her hands still through the whole trial",
            "Her hands tremble. The whole town sees the trial.",
        ),
        ("the score repeats one theme", "The film repeats its first scene at the end."),
        ("slow", "It is fast and funny."),
        (
            "She finds a locked room.",
            "She finds her aunt's letters, then the house is emptied.",
        ),
    ],
)
def test_a_point_that_was_rewritten_is_missing(point: str, other: str) -> None:
    assert not is_told(point, told_words(other))


@pytest.mark.parametrize("name", ["her", "merry-christmas"])
def test_no_point_of_the_examples_is_missing_from_their_drafts(name: str) -> None:
    notes = load_notes(ROOT / "examples" / f"{name}.yaml")
    text = draft(notes, find_template("standard"))
    assert missing_points(notes, text, text) == []
    without = [missing_points(notes, _without(text, said.text), text) for said in points_of(notes)]
    found = sum(said in missing for said, missing in zip(points_of(notes), without, strict=True))
    assert found >= 0.9 * len(without)


def _without(text: str, point: str) -> str:
    """The text without the sentence that is nearest to a point."""
    words = set(told_words(point))
    sentences = re.split(r"(?<=[.!?:;]) ", text)
    nearest = max(sentences, key=lambda sentence: len(words & set(told_words(sentence))))
    return text.replace(nearest, "")


LINE = st.sampled_from(
    ["", "", "One. Two. Three.", "Four.", "## Head", "Five. Six.", "<!-- review-todo x: y -->", "<<<"]
)
EDITS = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(["cut", "replace", "insert", "word"])), max_size=5
)


def edited_by(lines: list[str], edits: list[tuple[int, str]], mark: str) -> list[str]:
    """The lines with edits, each of which leaves words that nobody else has."""
    out = list(lines)
    for number, (place, kind) in enumerate(edits):
        at = place % (len(out) + 1)
        own = f"{mark}{number} is mine."
        if kind == "insert" or at == len(out):
            out.insert(at, own)
        elif kind == "cut":
            del out[at]
        else:
            out[at] = own if kind == "replace" else out[at].replace("Two", f"{mark}{number}")
    return out


@given(st.lists(LINE, max_size=12), EDITS, EDITS)
def test_no_word_of_the_writer_is_ever_lost(
    lines: list[str], ours: list[tuple[int, str]], theirs: list[tuple[int, str]]
) -> None:
    mine, notes = edited_by(lines, ours, "MINE"), edited_by(lines, theirs, "NOTES")
    base, our_text, their_text = "\n".join(lines), "\n".join(mine), "\n".join(notes)
    merged = merge(base, our_text, their_text)
    for line in mine:
        if line not in lines:  # a line that the writer changed: whole, or sentence by sentence
            sentences = re.split(r"(?<=[.!?]) ", line)
            assert line in merged.text or all(part in merged.text for part in sentences)
    assert all(word in merged.text for word in re.findall(r"MINE\d", our_text))
    assert all(word in merged.text for word in re.findall(r"NOTES\d", their_text))
    assert (merged.conflicts > 0) == ("<<<<<<< draft" in merged.text)


@given(st.lists(LINE, max_size=12), EDITS)
def test_one_side_alone_is_taken_as_it_is(lines: list[str], edits: list[tuple[int, str]]) -> None:
    base, other = "\n".join(lines), "\n".join(edited_by(lines, edits, "MINE"))
    assert merge(base, other, base).text == other
    assert merge(base, base, other).text == other
    assert merge(base, other, other).text == other
