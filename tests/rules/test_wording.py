"""The rules of stock wording together: one speaks where many could, and the notes lend their evidence."""

from __future__ import annotations

import pytest

from reviewcli.document import Document
from reviewcli.linting.checks import lint
from reviewcli.notes import load_notes
from reviewcli.rules import Rule, all_rules
from reviewcli.texts.findings import Finding, Severity

NOTES = load_notes(
    "her.yaml",
    """\
title: Her
cast: [Joaquin Phoenix as Theodore Twombly, Scarlett Johansson as Samantha]
performances:
  Phoenix: holds close-ups alone [the beach walk, 0:58]
  Johansson: laughs before the joke
  ensemble: nobody raises a voice [the picnic]
""",
)
WORDING = [rule() for rule in all_rules().values() if rule.group == "wording"]


def found(text: str, rules: list[Rule] = WORDING, *, noted: bool = False) -> list[Finding]:
    return list(lint(Document(text, notes=NOTES if noted else None), rules))


def rules_of(text: str, words: str) -> set[str]:
    start = text.index(words)
    return {f.rule for f in found(text) if f.span.start < start + len(words) and start < f.span.end}


FIRST = "A man dictates letters for others. "


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        (
            FIRST + "Phoenix delivers an outstanding performance.",
            "outstanding",
            "performance-without-evidence",
        ),
        (FIRST + "It explores universal themes of love. It is long.", "universal", "empty-theme"),
        (FIRST + "It lingers long after the credits roll.", "lingers", "closing-stock"),
        ("*Her* is a poignant exploration of love. It is long.", "poignant exploration", "opening-stock"),
        (
            FIRST + "It is one of the best films of the year. See it now.",
            "best films",
            "superlative-unbacked",
        ),
        (FIRST + "It is a thrill ride. See it at the Rex.", "thrill ride", "blurb-talk"),
        (FIRST + "She gives an Oscar-worthy performance. It is long.", "Oscar-worthy", "oscar-talk"),
    ],
)
def test_of_rules_that_could_speak_of_the_same_words_the_most_special_does(
    text: str, words: str, rule: str
) -> None:
    assert rules_of(text, words) - {"cliche-density", "stock-word"} == {rule}


def evidence(text: str) -> str:
    (only,) = [f for f in found(text, noted=True) if f.rule == "performance-without-evidence"]
    return only.message


def test_praise_without_evidence_names_what_the_notes_hold_for_that_actor() -> None:
    assert "Your notes have the beach walk, 0:58." in evidence("Phoenix gives a superb performance.")
    assert "Your notes have the beach walk, 0:58." in evidence("Theodore is played with care: a superb turn.")
    assert "Your notes have the picnic." in evidence("The cast is excellent.")
    assert "Your notes" not in evidence("Johansson gives a superb performance.")


def test_praise_that_tells_the_evidence_of_the_notes_is_left_alone() -> None:
    text = "Phoenix gives a superb performance on the beach, a long walk."
    assert [f.rule for f in found(text, noted=True) if "performance" in f.rule] == []


def test_a_house_that_turns_a_special_rule_off_still_hears_of_the_cliche() -> None:
    general = [rule for rule in WORDING if rule.id != "closing-stock"]
    text = FIRST + "It lingers long after the credits roll."
    assert [f.rule for f in found(text, general)] == ["cliche"]


def test_common_phrases_are_suggestions_and_the_others_warnings() -> None:
    by_words = {
        f.message.split("”")[0][1:]: f.severity for f in found(FIRST + "That said, it is a visual feast.")
    }
    assert by_words == {"That said,": Severity.SUGGESTION, "visual feast": Severity.WARNING}


def test_plainer_words_are_told_where_there_are_any() -> None:
    messages = [f.message for f in found("Jonze helmed it. Needless to say, it rains. He shuts the door.")]
    assert messages == [
        "“helmed” is a word of the trade. Plainer: “directed”.",
        "“Needless to say” is a stock phrase. The sentence stands without it.",
    ]


def test_density_needs_a_rate_and_a_number() -> None:
    stock = "It is a visual feast, a tour de force and a modern classic. "
    plain = "He shuts the door of the shop and walks down to the sea. "
    assert "cliche-density" in {f.rule for f in found(stock)}
    assert "cliche-density" not in {f.rule for f in found(stock + plain * 40)}
    assert "cliche-density" not in {f.rule for f in found("It is a visual feast. He goes.")}


@pytest.mark.parametrize("frame", ["“{}”", "> {}", "`{}`", "# {}", "- [ ] <!-- {} -->"])
def test_what_is_quoted_code_heading_or_comment_is_left_alone(frame: str) -> None:
    text = "In my opinion it is a thrill ride, arguably her best, and critics agree: you’ll love it"
    assert [f.rule for f in found(FIRST + "\n\n" + frame.format(text) + "\n")] == []
