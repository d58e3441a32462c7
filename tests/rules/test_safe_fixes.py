"""What a writer means so stays so: dropped apostrophes, how somebody talks, the sign of inches."""

from __future__ import annotations

import pytest

from reviewcli.document import Document
from reviewcli.rules import Rule
from reviewcli.rules.format.quote_style import QuoteStyle
from reviewcli.rules.grammar.wrong_article import WrongArticle
from reviewcli.rules.spelling.lost_apostrophe import LostApostrophe


def fixed(text: str, rule: Rule | None = None) -> list[str]:
    """The words that `--fix` would change."""
    found = (rule or LostApostrophe()).check(Document(text))
    return [text[it.span.start : it.span.end] for it in found if it.fix and it.fix.safe]


def told(text: str) -> int:
    return len(list(LostApostrophe().check(Document(text))))


@pytest.mark.parametrize(
    "text",
    [
        "He dont ask. She didnt say. They wouldnt know.",
        "He dont ask. She didnt say. They wouldnt know, and I can't tell, and it won't do, and we don't care.",
        "I’ll go, and it’s late, and we’re cold. He dont ask. She didnt say. They wouldnt know.",
        "Youre late. Theyre here. Weve gone. He didn't ask, and she doesn't say, and we couldn't.",
        "Im sure that hes right. Shes gone, and thats all. He isnt here.",
    ],
)
def test_a_text_that_leaves_its_apostrophes_out_is_told_and_not_changed(text: str) -> None:
    assert fixed(text) == []
    assert told(text) >= 3


def test_a_slip_or_two_among_many_are_slips() -> None:
    kept = "He doesn't ask. She didn't say. They can't know. We won't. "
    assert fixed(kept + "It dont matter, and they wouldnt care. Nor do they mind if we couldnt.") == [
        "dont",
        "wouldnt",
        "couldnt",
    ]
    assert fixed("It isnt bad, and they dont care.") == ["isnt", "dont"]


@pytest.mark.parametrize(
    "text",
    [
        "It aint no use, he says.",
        "Yall come back.",
        "He sleeps in hes bit garden.",
        "They think of whats left behind.",
        "“It dont matter,” he says.",
        "He sings *dont you cry* to her.",
    ],
)
def test_how_somebody_talks_is_left_as_it_was_heard(text: str) -> None:
    assert fixed(text) == []


def test_an_h_that_some_people_speak_is_told_and_not_changed() -> None:
    text = "He would be in, maybe in a hour and a half. It is a ugly film."
    assert fixed(text, WrongArticle()) == ["a"]
    assert len(list(WrongArticle().check(Document(text)))) == 2


def test_the_sign_of_inches_is_no_quotation_mark() -> None:
    house = QuoteStyle(commas="inside")
    assert fixed('A 12", and a 7". He is 6\'2", she 12”, the other 3.5”.', house) == []
    assert fixed("He reads “1984”, and “Her”, and “11.22.63”.", house) == ["”,", "”,"]
