"""`review init`: notes of every kind, the editor, and the interview on a real terminal."""

from __future__ import annotations

import os
import signal
import stat
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from program import Ran, review
from reviewcli.notes import load_notes, parse_notes
from reviewcli.notes.interview import Stopped, interview
from reviewcli.notes.interview.filing import tree_of, with_item, with_value
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.starter import starter_notes
from reviewcli.texts.yaml.nodes import plain_value
from terminal import CTRL_D, Terminal


def init(folder: Path, *arguments: str, **environment: str) -> Ran:
    return review("init", *arguments, cwd=folder, XDG_DATA_HOME=str(folder / "data"), **environment)


def text_of(folder: Path, name: str = "her.yaml") -> str:
    return (folder / name).read_bytes().decode()


@pytest.mark.parametrize("kind", KINDS)
def test_notes_of_every_kind_begin_fine_and_make_a_draft(kind: str, tmp_path: Path) -> None:
    for flag in ("--kind", "--full"):
        arguments = ["Her", "--force", "--kind", kind, *(["--full"] if flag == "--full" else [])]
        assert init(tmp_path, *arguments).code == 0
        assert review("check", "her.yaml", cwd=tmp_path) == Ran(0, "", "her.yaml: fine\n")
        assert "Her" in review("new", "her.yaml", cwd=tmp_path).out


def test_another_word_for_a_kind_is_understood_as_a_question(tmp_path: Path) -> None:
    ran = init(tmp_path, "Her", "--kind", "movie")
    assert (ran.code, ran.err) == (2, "There is no kind “movie”. Did you mean “film”?\n")
    assert not (tmp_path / "her.yaml").exists()


def test_scripts_give_title_kind_and_values(tmp_path: Path) -> None:
    given = ["--title", "It: A Memoir", "--kind", "book", "--set", "authors=Ann Lee", "--set", "pages=320"]
    assert init(tmp_path, "it.yaml", *given).code == 0
    notes = load_notes(tmp_path / "it.yaml")
    assert (notes.kind, notes.title, notes.fact("pages")) == ("book", "It: A Memoir", 320)
    assert notes.fact("authors")[0].name == "Ann Lee"


def test_a_value_of_another_kind_is_told(tmp_path: Path) -> None:
    ran = init(tmp_path, "Her", "--set", "pages=320")
    assert ran.code == 2
    assert ran.err.startswith("--set pages: “pages” is for books")


def test_the_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    file = tmp_path / "data" / "review" / "notes.schema.json"
    file.parent.mkdir(parents=True)
    file.write_text("{}", encoding="utf-8")
    init(tmp_path, "Her")
    assert file.read_text(encoding="utf-8") == review("schema", "notes").out


def _editor(folder: Path, body: str) -> str:
    file = folder / "my editor"
    file.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    file.chmod(0o755)
    return f"'{file}' --wait"


def test_the_editor_opens_the_notes(tmp_path: Path) -> None:
    editor = _editor(tmp_path, 'test "$1" = --wait && echo "score: 4/5" >> "$2"')
    ran = init(tmp_path, "Her", "-e", "--set", "year=2013", VISUAL=editor, EDITOR="false")
    assert ran.code == 0, ran.err
    assert ran.err.endswith("her.yaml: kept, then: review new her.yaml\n")
    assert text_of(tmp_path).endswith("score: 4/5\n")


def test_the_editor_opens_notes_that_are_there_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "her.yaml").write_text("title: Her\n", encoding="utf-8")
    editor = _editor(tmp_path, 'echo "year: 2013" >> "$2"')
    assert init(tmp_path, "Her", "-e", VISUAL=editor).code == 0
    assert text_of(tmp_path) == "title: Her\nyear: 2013\n"
    assert init(tmp_path, "Her", "-e", "--set", "year=2014", VISUAL=editor).code == 2


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({}, "her.yaml: neither $VISUAL nor $EDITOR names an editor. Set it, as in: export EDITOR=nano. The notes are kept.\n"),
        ({"EDITOR": "/no/such/editor"}, "her.yaml: the editor “/no/such/editor” cannot be run: no such file or directory. Set $VISUAL or $EDITOR. The notes are kept.\n"),
        ({"EDITOR": "false"}, "her.yaml: the editor “false” ended with 1. The notes are kept as it left them.\n"),
        ({"EDITOR": "'"}, "her.yaml: the editor “'” cannot be run: no closing quotation. Set $VISUAL or $EDITOR. The notes are kept.\n"),
    ],
)  # fmt: skip
def test_without_an_editor_the_notes_are_kept(
    environment: dict[str, str], message: str, tmp_path: Path
) -> None:
    ran = init(tmp_path, "Her", "-e", **{"VISUAL": "", "EDITOR": "", **environment})
    assert (ran.code, ran.err) == (2, message)
    assert load_notes(tmp_path / "her.yaml").title == "Her"


def test_without_a_terminal_there_is_no_interview(tmp_path: Path) -> None:
    ran = init(tmp_path, "Her", "--interactive")
    assert (ran.code, ran.err) == (
        2,
        "There is no terminal to ask on. Leave out --interactive, or fill in with --set.\n",
    )
    assert not (tmp_path / "her.yaml").exists()
    assert "cannot be edited" in init(tmp_path, "Her", "-i", "-o", "-").err


def test_an_interview_is_broken_off_and_taken_up_again_without_losing_an_answer(tmp_path: Path) -> None:
    first = Terminal("init", "--interactive", "Her: a film", "--kind", "film", cwd=tmp_path)
    first.answer("first come out?", "20x3")
    first.answer("is no year. Write four digits", "2013")
    first.answer("Who directed it?", "Joel Coen, Ethan Coen")
    first.answer("Who plays whom?", 'Ann "Billie" Lee as Eve: the first', "Bob Ray", "")
    first.answer("What is the premise", "She buys: an OS # really")
    first.wait_to_be_asked()
    first.type("half a line")
    first.wait_for("half a line")
    assert first.interrupt() == 130
    assert "To go on: review init --interactive her-a-film.yaml" in first.shown
    kept = load_notes(tmp_path / "her-a-film.yaml")
    assert (kept.title, kept.year, len(kept.directors)) == ("Her: a film", 2013, 2)
    assert [(member.name, member.roles) for member in kept.cast] == [
        ('Ann "Billie" Lee', ("Eve: the first",)),
        ("Bob Ray", ()),
    ]
    assert [point.text for point in kept.synopsis] == ["She buys: an OS # really"]

    second = Terminal("init", "--interactive", "her-a-film.yaml", cwd=tmp_path)
    second.answer('What did Ann "Billie" Lee do, and in which scene?', "'tis grand [the beach, 0:58]", "")
    second.answer("What did Bob Ray do", "")
    second.answer("Another? Its name", "Cy Nobody")
    second.answer("names nobody in the cast", "")
    second.answer("Which departments did you notice", "music")
    second.answer("What did you notice about the music", "- too loud", "*too* often", "")
    second.wait_for("Another? Its name")
    second.wait_to_be_asked()
    second.type(CTRL_D)
    assert second.end() == 0
    assert "first come out" not in second.shown
    again = load_notes(tmp_path / "her-a-film.yaml")
    assert again.performances['Ann "Billie" Lee'][0].text == "'tis grand"
    assert [point.text for point in again.craft["music"]] == ["- too loud", "*too* often"]
    assert (again.cast, again.synopsis) == (kept.cast, kept.synopsis)
    assert review("check", "her-a-film.yaml", cwd=tmp_path).err == "her-a-film.yaml: fine\n"


def test_a_closed_terminal_loses_nothing_that_was_answered(tmp_path: Path) -> None:
    terminal = Terminal("init", "-i", "Blue", "--kind", "album", cwd=tmp_path)
    terminal.answer("Whose album is it?", "Joni Mitchell")
    terminal.wait_for("first come out?")
    terminal.close()
    _, status = os.waitpid(terminal.pid, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 130, -signal.SIGHUP)
    assert load_notes(tmp_path / "blue.yaml").fact("artists")[0].name == "Joni Mitchell"


def test_title_and_kind_are_asked_for_where_none_is_given(tmp_path: Path) -> None:
    terminal = Terminal("init", "-i", cwd=tmp_path)
    terminal.answer("Title: ", "The Net Loft")
    terminal.answer("What is it: ", "bistro", "cafe")
    terminal.answer("Where is it: street", "3 Harbour Row, St Brannick")
    terminal.answer("What is cooked there?", "seafood, Cornish")
    terminal.answer("with the currency?", "£58 a head")
    terminal.answer("How often", "often")
    terminal.answer("is no number of visits", "2")
    terminal.answer("Who paid", "we did")
    terminal.answer("know first?", "")
    terminal.answer("What did you eat?", "crab: on toast")
    terminal.answer("What was it like to eat: crab: on toast?", "sweet", "")
    terminal.wait_for("Another? Its name")
    terminal.wait_to_be_asked()
    terminal.type(CTRL_D)
    assert terminal.end() == 0
    notes = load_notes(tmp_path / "the-net-loft.yaml")
    assert (notes.kind, notes.fact("address")) == ("restaurant", "3 Harbour Row, St Brannick")
    assert (notes.fact("cuisine"), notes.fact("visits") and notes.fact("visits").count) == (
        ("seafood", "Cornish"),
        2,
    )
    assert notes.seen is not None
    assert notes.seen.disclosure == "we did"
    assert notes.fact("dishes")["crab: on toast"][0].text == "sweet"


def talk(source: str, *lines: str | None) -> str:
    """The notes after an interview in which these lines are typed; None is the end of input."""
    typed = iter(lines)
    kept = [source]
    try:
        return interview(source, "x", lambda _: next(typed, None), lambda _: None, kept.append)
    except Stopped:
        return kept[-1]


def test_every_line_of_the_writer_stays_with_its_comments() -> None:
    source = (
        "# mine\r\ntitle: Her   # the film\r\n\r\nyear:\r\ncast:\r\n  # look up the others\r\n  - Ann Lee\r\n"
        "verdict: fine\r\n# the end"
    )
    assert talk(source, "2013", "Bo Ek") == (
        "# mine\r\ntitle: Her   # the film\r\n\r\nyear: 2013\r\ndirectors: Bo Ek\r\ncast:\r\n"
        "  # look up the others\r\n  - Ann Lee\r\nverdict: fine\r\n# the end"
    )


def test_notes_with_errors_are_told_of_and_left_alone() -> None:
    with pytest.raises(ExceptionGroup):
        talk("title: Her\nyaer: 2013\n", "2013")


def test_who_has_answered_all_is_asked_nothing() -> None:
    source = starter_notes("Her", "restaurant")
    answers = [
        "a",
        "b",
        "£3",
        "2",
        "c",
        "d",
        "",
        "soup",
        "hot",
        "",
        "",
        "wine",
        "red",
        "",
        "",
        "e",
        "",
        "f",
        "",
        "g",
        "",
        "4/5",
    ]
    done = talk(source, *answers)
    notes = load_notes("x", done)
    assert notes.score is not None
    assert (list(notes.fact("dishes")), list(notes.craft)) == (["soup"], ["wine"])
    assert talk(done, "", "") == done


LINE = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["a: b", "# c", "- d", '"e" f', "'tis", "*g*", "[h]", "{i}", "~", "null", "yes", "0:58", "?", "a #b", "\\", "x [y: z]", "& so"]
)  # fmt: skip


@given(st.sampled_from(list(KINDS)), st.lists(LINE, max_size=40))
@example("film", ["1999", "A", "B as C", "", "x: y", "", "z", "", "", "\ufeff", ""])
def test_any_answers_make_notes_that_can_be_read(kind: str, lines: list[str]) -> None:
    source = starter_notes("Her", kind)
    said = talk(source, *lines)
    notes, findings = parse_notes(said)
    assert notes is not None, findings
    assert notes.title == "Her"


@given(
    LINE.map(lambda text: " ".join(text.split())).filter(bool),
    LINE.map(lambda text: " ".join(text.split())).filter(bool),
)
def test_a_text_is_filed_as_it_was_typed(first: str, second: str) -> None:
    source = starter_notes("Her")
    source = with_value(source, ("seen", "where"), first, ("title", "seen"))
    source = with_item(source, ("critique", "strengths"), first, ("title", "critique"))
    source = with_item(source, ("critique", "strengths"), second, ("title", "critique"))
    values = plain_value(tree_of(source))
    assert values["seen"] == {"where": first}
    assert values["critique"]["strengths"] == [first, second]


def test_the_file_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "her.yaml").write_bytes(b"\xef\xbb\xbftitle: Her\r\n")
    (tmp_path / "her.yaml").chmod(0o640)
    terminal = Terminal("init", "-i", "her.yaml", cwd=tmp_path)
    terminal.answer("first come out?", "2013")
    terminal.wait_for("Who directed it?")
    terminal.answer("> ", CTRL_D)
    assert terminal.end() == 0
    assert (tmp_path / "her.yaml").read_bytes() == b"\xef\xbb\xbftitle: Her\r\nyear: 2013\r\n"
    assert stat.S_IMODE((tmp_path / "her.yaml").stat().st_mode) == 0o640


def test_the_help_names_every_kind() -> None:
    said = " ".join(review("init", "--help", COLUMNS="200").out.split())
    assert f"{', '.join(KINDS)}.".replace("film", "film (default)") in said
