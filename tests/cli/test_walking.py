"""`review lint --fix --interactive` on a real terminal, and what its answers do to a draft."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import review
from reviewcli.document import Document
from reviewcli.linting.checks import lint
from reviewcli.linting.fix import applied
from reviewcli.linting.report import report_source
from reviewcli.linting.silencing import silenced
from reviewcli.linting.walking import Walk, silencing_edit
from reviewcli.rules import all_rules
from reviewcli.texts.findings import Finding, Severity, Span
from terminal import CTRL_D, Terminal

DRAFT = "# Her\n\nShe carries the the film, and he could of won a a prize.\n"
FLAGS = ("lint", "--grammar", "off", "--no-notes", "--fix", "--interactive", "her.md")


def begun(folder: Path, text: str = DRAFT, flags: tuple[str, ...] = FLAGS, **environment: str) -> Terminal:
    (folder / "her.md").write_text(text)
    return Terminal(*flags, cwd=folder, **environment)


def test_suggestions_are_taken_typed_over_and_left(tmp_path: Path) -> None:
    person = begun(tmp_path, NO_COLOR="1")
    person.wait_for("her.md:3:13: error doubled-word “the” is doubled.")
    person.answer("(1/3) [y,1,t,n,i,e,d,q,?]", "y")
    person.wait_for("could of")
    person.answer("(2/3)", "t")
    person.answer("Instead:", "well have")
    person.answer("(3/3)", "n")
    assert person.end() == 1
    assert "2 fixed, 1 left." in person.shown
    assert (tmp_path / "her.md").read_text() == DRAFT.replace("the the", "the").replace(
        "could of", "could well have"
    )


def test_a_rule_is_silenced_on_its_line(tmp_path: Path) -> None:
    person = begun(tmp_path)
    person.answer("(1/3)", "i")
    person.answer("(3/3)", "i")  # the other doubled word stands on the same line
    assert person.end() == 0
    assert (tmp_path / "her.md").read_text() == DRAFT.replace(
        "prize.\n", "prize. <!-- review-disable-line doubled-word, could-of -->\n"
    )


def test_leaving_keeps_what_was_done(tmp_path: Path) -> None:
    for leaving in ("q\n", CTRL_D):
        person = begun(tmp_path)
        person.answer("(1/3)", "y")
        person.wait_for("(2/3)")
        person.wait_to_be_asked()
        person.type(leaving)
        assert person.end() == 1
        assert "1 fixed, 2 left." in person.shown
        assert (tmp_path / "her.md").read_text() == DRAFT.replace("the the", "the")


def test_ctrl_c_keeps_what_was_done(tmp_path: Path) -> None:
    person = begun(tmp_path)
    person.answer("(1/3)", "y")
    person.wait_for("(2/3)")
    person.wait_to_be_asked()
    assert person.interrupt() == 130
    assert "Traceback" not in person.shown
    assert (tmp_path / "her.md").read_text() == DRAFT.replace("the the", "the")


def test_an_answer_that_means_nothing_is_explained_and_asked_again(tmp_path: Path) -> None:
    person = begun(tmp_path)
    person.answer("(1/3)", "?")
    person.wait_for("silence the rule on this line")
    person.answer("(1/3)", "7")
    person.wait_for("There is no such suggestion.")
    person.answer("(1/3)", "t")
    person.answer("Instead:", "")
    person.wait_for("Nothing was typed")
    person.answer("(1/3)", "d")
    assert person.end() == 1
    assert (tmp_path / "her.md").read_text() == DRAFT


def test_a_word_is_added_to_the_list_and_not_asked_for_again(tmp_path: Path) -> None:
    flags = ("lint", "--no-notes", "--select", "spelling", "--fix", "--interactive", "her.md")
    person = begun(tmp_path, "The theatrr met the theatrr's glormph.\n", flags, XDG_CONFIG_HOME=str(tmp_path))
    person.wait_for("theatrr")
    person.answer(",w,e,", "w")
    person.wait_for("glormph")
    person.answer(",w,e,", "W")
    assert person.end() == 0
    assert (tmp_path / "review" / "dictionary.txt").read_text() == "theatrr\n"
    assert (tmp_path / ".review-dictionary.txt").read_text() == "glormph\n"
    assert "0 fixed, 0 left." in person.shown


def test_the_editor_opens_at_the_line_and_the_walk_goes_on_with_what_was_saved(tmp_path: Path) -> None:
    editor = tmp_path / "nano"
    editor.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\nline, file = sys.argv[1:]\npath = pathlib.Path(file)\n"
        "assert line == '+3', line\npath.write_text(path.read_text().replace('could of', 'might have'))\n"
    )
    editor.chmod(0o755)
    person = begun(tmp_path, VISUAL=str(editor))
    person.answer("(1/3)", "n")
    person.answer("(2/3)", "e")
    person.wait_for("“a” is doubled.")
    person.answer("(2/2)", "y")
    assert person.end() == 1
    assert (tmp_path / "her.md").read_text() == DRAFT.replace("could of", "might have").replace("a a", "a")


def test_without_an_editor_the_walk_goes_on(tmp_path: Path) -> None:
    person = begun(tmp_path, VISUAL="", EDITOR="")
    person.answer("(1/3)", "e")
    person.wait_for("neither $VISUAL nor $EDITOR names an editor.")
    person.answer("(1/3)", "q")
    assert person.end() == 1


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--fix", "--interactive", "her.md"], "which takes a terminal and drafts in files."),
        (["--fix", "--interactive", "-"], "which takes a terminal and drafts in files."),
        (["--interactive", "her.md"], "--interactive goes with --fix."),
        (["--interactive", "--diff", "--fix", "her.md"], "--interactive goes with --fix."),
    ],
)
def test_without_a_terminal_nothing_is_asked(flags: list[str], words: str, tmp_path: Path) -> None:
    (tmp_path / "her.md").write_text(DRAFT)
    ran = review("lint", *flags, stdin=DRAFT, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


@pytest.mark.parametrize(
    ("line", "silenced_line"),
    [
        ("A line.", "A line. <!-- review-disable-line x -->"),
        ("A break.  ", "A break. <!-- review-disable-line x -->  "),
        ("A break.\\", "A break. <!-- review-disable-line x -->\\"),
        ("# A title #", "# A title <!-- review-disable-line x --> #"),
        ("| a | b |", "| a | b <!-- review-disable-line x --> |"),
        ("A. <!-- review-disable-line y -- why -->", "A. <!-- review-disable-line y, x -- why -->"),
        ("A. <!-- review-disable-line y, z-->", "A. <!-- review-disable-line y, z, x-->"),
    ],
)
def test_the_comment_stands_where_it_changes_nothing_else(line: str, silenced_line: str) -> None:
    text = f"One.\n{line}\nTwo.\n"
    edit = silencing_edit(text, 7, "x")
    assert edit is not None
    assert applied(text, [edit]) == f"One.\n{silenced_line}\nTwo.\n"


def test_in_front_matter_there_is_no_comment() -> None:
    assert silencing_edit("---\ntitle: Her\n---\nA.\n", 6, "x") is None


@given(st.text(alphabet="ab \n", max_size=40), st.lists(st.sampled_from("rtis"), max_size=8), st.data())
def test_whatever_is_decided_every_finding_keeps_its_words(
    text: str, answers: list[str], data: st.DataObject
) -> None:
    spans = [Span(n, n + 1) for n, letter in enumerate(text) if letter == "b"]
    findings = [Finding("rule" + str(n % 3), "spelling", Severity.ERROR, "It is b.", span) for n, span in enumerate(spans)]  # fmt: skip
    walk = Walk(text, report_source("-", text, findings).findings, lambda _: None)
    for answer in answers:
        finding = walk.current
        if finding is None:
            break
        assert finding.match == "b"
        assert walk.text[finding.start : finding.end] == "b"
        match answer:
            case "r":
                walk.replace(data.draw(st.sampled_from(["", "c", "a\nlong one"])))
            case "t" | "s":
                walk.skip()
            case _:
                walk.silence()


def words_of(doc: Document) -> list[list[str]]:
    return [block.text.replace("\\", "").split() for block in doc.blocks]


LINES = st.sampled_from(["", "Fine.", "- The the item.", "> A breath of fresh air", "# TODO #", "TODO", "| a | TODO |", "|---|---|",
    "She is the the one.  ", "A TODO\\", "<!-- review-todo x -->", "<div>The the end.</div>", "1. TODO <b>and</b> the the", "    the the", "It <!--"])  # fmt: skip


@given(st.lists(LINES, max_size=6).map("\n".join), st.booleans())
def test_the_comment_silences_what_it_was_written_for_or_is_not_written(text: str, plain: bool) -> None:
    named = ("doubled-word", "cliche", "placeholder-left")
    rules = [rule() for rule in all_rules().values() if rule.id in named]
    doc = Document(text, plain=plain)
    before = silenced(doc, lint(doc, rules))
    walk = Walk(text, report_source("-", text, before).findings, lambda _: None, plain=plain)
    while walk.current is not None:
        if not walk.silence():
            walk.skip()
        after = Document(walk.text, plain=plain)
        assert words_of(after) == words_of(doc)
    assert walk.text == text or len(silenced(after, lint(after, rules))) < len(before)
