"""What a writer silences is silent, there and only there; a directive for nothing is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counted import calls_of
from program import review
from reviewcli.document import Document
from reviewcli.linting.checks import lint
from reviewcli.linting.silencing import silenced
from reviewcli.rules._choice import Choice, choose_rules

RULES = choose_rules(
    Choice(select=("doubled-word", "cliche", "placeholder-left", "unused-directive", "unknown-directive"))
)


def found(text: str, *, plain: bool = False) -> list[str]:
    """The words that are found, with the line; of the rules about directives the rule."""
    doc = Document(text, plain=plain)
    return [
        f"{doc.lines.place(it.span.start)[0]} "
        + (it.rule if it.group == "format" else text[it.span.start : it.span.end])
        for it in silenced(doc, lint(doc, RULES))
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("She the the late. <!-- review-disable-line doubled-word -->\n\nShe the the late.\n", ["3 the the"]),
        ("She the the late. <!--review-disable-line-->\nHe was was too.\n", ["2 was was"]),
        ("<!-- review-disable-next-line doubled-word -->\nShe the the late.\n", []),
        ("<!-- review-disable-next-line doubled-word -- his words -->\n\n\nShe the the late.\n", []),
        ("Long ago.\n<!-- review-disable-next-line doubled-word -->\nShe the the late.\nHe was was.", ["4 was was"]),
        ("> <!-- review-disable-next-line doubled-word -->\n>\n> She the the late.\n", []),
        ("- a\n- She the the late <!-- review-disable-line grammar -->\n- He was was\n", ["3 was was"]),
        ("# She is TODO <!-- review-disable-line -->\n\nHe was was.\n", ["3 was was"]),
        ("| a TODO <!-- review-disable-line structure --> |\n|---|\n| b TODO |\n", ["3 TODO"]),
        ("The the it? <!-- review-disable -->He was was.<!-- review-enable --> It had been been.", ["1 The the", "1 been been"]),
        ("<!-- review-disable grammar -->\nThe the it?\n<!-- review-enable grammar -->\nHe was was.\n", ["4 was was"]),
        ("<!-- review-disable -->\nThe the it?\n<!-- review-enable doubled-word -->\nHe was was a breath of fresh air.\n", ["4 was was"]),
        ("<!-- review-disable doubled-word, cliche -->\nThe the breath of fresh air.\n", []),
        ("<!-- review-disable doubled-word cliche -->\nThe the breath of fresh air.\n<!-- review-enable doubled-word -->\nThe the breath of fresh air.", ["4 The the"]),
        ("She the the late.\n\n<!-- review-disable-file doubled-word -->\n", []),
        ("---\nreview:\n  ignore: [doubled-word]\n---\nShe the the late, a breath of fresh air.\n", ["5 breath of fresh air"]),
        ("---\nreview: {ignore: 'grammar, wording'}\n---\nShe the the late, a breath of fresh air.\n", []),
        ("“She the the [sic] late”, he was was.", ["1 was was"]),
        ("*She the the* [*sic*] late.", []),
        ("Carry the\nthe <!-- review-disable-line doubled-word --> there.", []),
        ("She the the late.\r\n<!-- review-disable-next-line doubled-word -->\r\nHe was was.\r\n", ["1 the the"]),
    ],
)  # fmt: skip
def test_a_directive_silences_its_place_and_no_other(text: str, left: list[str]) -> None:
    assert found(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("She waits. <!-- review-disable-line doubled-word -->\n", ["1 unused-directive"]),
        ("She the the late. <!-- review-disable-line doubled-word cliche -->\n", ["1 unused-directive"]),
        ("She waits.\n\n<!-- review-enable -->\n", ["3 unused-directive"]),
        ("She waits.\n\n<!-- review-disable-file -->\n", ["3 unused-directive"]),
        ("She the the late. <!-- review-disable-line doubled-wrod -->\n", ["1 the the", "1 unknown-directive"]),
        ("She the the late. <!-- review-disable-lines doubled-word -->\n", ["1 the the", "1 unknown-directive"]),
        ("<!-- review-disable-file format -->\nShe waits. <!-- review-disable-line cliche -->\n", []),
        ("<!-- review-disable-file unused-directive -->\nShe waits. <!-- review-disable-line cliche -->\n", []),
        ("`<!-- review-disable-line cliche -->`\n\n    <!-- review-disable-file -->\n", []),
    ],
)  # fmt: skip
def test_a_directive_for_nothing_and_an_unknown_one_are_reported(text: str, left: list[str]) -> None:
    assert found(text) == left


def test_in_plain_text_comments_silence_as_well() -> None:
    text = "She the the late. <!-- review-disable-line doubled-word -->\nHe was was.\n"
    assert found(text, plain=True) == ["2 was was"]


@given(st.lists(st.sampled_from(["a b ", "the the ", "\n", "\n\n", "> ", "<!-- review-disable -->", "<!-- review-enable doubled-word -->",
    "<!-- review-disable-next-line -->", "<!-- review-disable-line cliche -->", "<!-- review-", "[sic]", "---\nreview: {ignore: x}\n---\n", "\r\n"])).map("".join))  # fmt: skip
def test_silencing_only_takes_away(text: str) -> None:
    doc = Document(text)
    before = lint(doc, RULES)
    assert set(silenced(doc, before)) <= set(before)


def test_a_directive_is_unused_only_where_its_rule_has_run(tmp_path: Path) -> None:
    (tmp_path / "her.md").write_text(
        "One. <!-- review-disable-line harper/LongSentences -->\n\n"
        "Two. <!-- review-disable-line name-misspelt -->\n\n"
        "Three. <!-- review-disable-line spelling -->\n\n"
        "Four. <!-- review-disable-line cliche -->\n"
    )
    arguments = ("lint", "--output-format", "json", "her.md")

    def reported(*flags: str) -> list[str]:
        (file,) = review(*arguments, *flags, cwd=tmp_path).json["files"]
        return [it["match"] for it in file["findings"] if it["rule"] == "unused-directive"]

    assert reported("--grammar", "off") == ["cliche"]
    assert reported("--grammar", "off", "--select", "doubled-word,format") == []
    assert reported() == ["harper/LongSentences", "spelling", "cliche"]
    (tmp_path / "her.yaml").write_text("title: Her\n")
    assert reported("--grammar", "off") == ["name-misspelt", "cliche"]


def test_what_is_silenced_does_not_come_back_from_an_engine(tmp_path: Path) -> None:
    text = "The film could of been shorter. <!-- review-disable-line could-of -->\n"
    assert review("lint", "--select", "grammar", "--output-format", "compact", stdin=text).out == ""


def test_words_of_the_front_matter_are_right(tmp_path: Path) -> None:
    text = "---\nreview:\n  words: [zorblax]\n---\nThe zorblax met the glormph.\n"
    ran = review("lint", "--select", "spelling", "--output-format", "compact", stdin=text)
    assert "glormph" in ran.out
    assert "zorblax" not in ran.out


SPECIAL = choose_rules(Choice(select=("cliche", "cliche-density", "closing-stock", "unused-directive")))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("She walks home. It is a must-see.", ["closing-stock"]),
        ("She walks home. It is a must-see. <!-- review-disable-line cliche -->", []),
        ("She walks home. It is a must-see. <!-- review-disable-line closing-stock -->", []),
        ("<!-- review-disable cliche -->\nShe walks home. It is a must-see.\n<!-- review-enable -->", []),
        ("<!-- review-disable -->\nIt is a must-see.\n<!-- review-enable cliche -->\nIt is a must-see.", ["closing-stock"]),
        ("<!-- review-disable-file cliche -->\nA breath of fresh air.\n\nIt is a must-see.", ["closing-stock"]),
        ("<!-- review-disable-file cliche -->\nShe walks home. It is a must-see.", ["closing-stock"]),
        ("---\nreview: {ignore: [cliche]}\n---\nA breath of fresh air.\n\nIt is a must-see.", ["closing-stock"]),
        ("She walks home. It ends. <!-- review-disable-line cliche -->", ["unused-directive"]),
    ],
)  # fmt: skip
def test_who_silences_a_general_rule_at_some_words_hears_no_more_special_one_of_them(
    text: str, left: list[str]
) -> None:
    doc = Document(text)
    assert [it.rule for it in silenced(doc, lint(doc, SPECIAL))] == left


def test_phrases_that_a_directive_keeps_are_not_counted_in_their_density() -> None:
    text = "A masterclass in suspense.\n\nA breath of fresh air.\n\nIt breathes new life into it.\n\nShe walks home."
    assert "cliche-density" in {it.rule for it in lint(Document(text), SPECIAL)}
    for directive in ("-line", "-line cliche", "-line wording", "-line closing-stock"):
        kept = text.replace("air.", f"air. <!-- review-disable{directive} -->")
        assert "cliche-density" not in {it.rule for it in lint(Document(kept), SPECIAL)}
    for directive in ("-line spelling", "-next-line"):
        kept = text.replace("life into it.", f"life into it. <!-- review-disable{directive} -->")
        assert "cliche-density" in {it.rule for it in lint(Document(kept), SPECIAL)}


@pytest.mark.parametrize(
    "shape",
    [
        "<!-- review-disable cliche -->\nThe the sea.\n<!-- review-enable cliche -->\n\n",
        "<!-- review-disable -->\nThe the sea.\n<!-- review-enable cliche -->\n\n",
        "<!-- review-disable-next-line cliche -->\n",
        "The the sea. <!-- review-disable-line doubled-word -->\n",
        "The the sea. <!-- review-disable-file doubled-word -->\n",
        "<!-- review-disable -->",
    ],
)
def test_twice_the_directives_cost_twice_the_work(shape: str) -> None:
    def work(times: int) -> int:
        doc = Document(shape * times + "\n\n" + "The the sea.\n\n" * times)
        before = lint(doc, RULES)
        return calls_of(lambda: silenced(doc, before))

    once = work(100)
    assert once > 0
    assert work(200) < 2.3 * once


def test_a_comment_that_opens_a_paragraph_is_one() -> None:
    text = "<!-- review-enable harper/X -->the sea <!-- review-disable cliche -->\n"
    assert found(text) == ["1 unused-directive"] * 2


@given(st.lists(st.sampled_from(["the the ", "\n\n", "<!-- review-disable -->", "<!-- review-enable -->", "<!-- review-disable-line cliche -->"])).map("".join))  # fmt: skip
def test_what_was_silenced_once_is_silenced_again(text: str) -> None:
    doc = Document(text)
    before = lint(doc, RULES)
    assert silenced(doc, before) == silenced(doc, before)
