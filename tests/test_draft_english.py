"""The small things that English asks of a text."""

from __future__ import annotations

import pytest

from reviewcli.draft.english import (
    capital,
    escaped,
    is_closed,
    italic,
    line_start,
    listed,
    possessive,
    stopped,
    without_stop,
)


def test_lists_of_one_two_and_three() -> None:
    assert listed([]) == ""
    assert listed(["Zendaya"]) == "Zendaya"
    assert listed(["Katia Krafft", "Maurice Krafft"]) == "Katia Krafft and Maurice Krafft"
    assert listed(["A", "B", "C"]) == "A, B and C"


@pytest.mark.parametrize(
    ("name", "owned"),
    [
        ("Joaquin Phoenix", "Joaquin Phoenix's"),
        ("Toby Jones", "Toby Jones's"),
        ("Robert Downey Jr.", "Robert Downey Jr.'s"),
        ("*Her*", "*Her*'s"),
        ("*Mamma Mia!*", "*Mamma Mia!*'s"),
        ("*Us*", "*Us*'s"),
        ("The Kinks", "The Kinks'"),
        ("The Boss", "The Boss's"),
        ("McDonald's", "McDonald's"),
    ],
)
def test_possessives(name: str, owned: str) -> None:
    assert possessive(name) == owned


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("stiff as a blind", "Stiff as a blind"),
        ("*holds* on", "*Holds* on"),
        ("“why” is never asked", "“Why” is never asked"),
        ("édouard waits", "Édouard waits"),
        ("iPhone footage", "iPhone footage"),
        ("eXistenZ again", "eXistenZ again"),
        ("k.d. lang sings", "k.d. lang sings"),
        ("https://example.org", "https://example.org"),
        ("1917 again", "1917 again"),
        ("…and then", "…and then"),
        ("don’t go", "Don’t go"),
    ],
)
def test_a_sentence_opens_with_a_capital(text: str, shown: str) -> None:
    assert capital(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("too long", "too long."),
        ("too long.", "too long."),
        ("why?", "why?"),
        ("and then…", "and then…"),
        ("and then ...", "and then ..."),
        ("he says “no.”", "he says “no.”"),
        ("he says “no”", "he says “no”."),
        ("it is (very) long", "it is (very) long."),
        ("it is long (very!)", "it is long (very!)."),
        ("It is long. (It is.)", "It is long. (It is.)"),
        ("(It is long.)", "(It is long.)"),
        ("see [this.](x)", "see [this.](x)."),
        ("too long;", "too long."),
        ("too long,", "too long."),
        ("with Robert Downey Jr.", "with Robert Downey Jr."),
        ("beats *Who's Afraid of Virginia Woolf?*", "beats *Who's Afraid of Virginia Woolf?*"),
        ("beats *Solaris*", "beats *Solaris*."),
        ("**no**", "**no**."),
    ],
)
def test_a_sentence_ends_once(text: str, shown: str) -> None:
    assert stopped(text) == shown
    assert stopped(shown) == shown
    assert is_closed(shown)


def test_a_stop_that_belongs_to_a_word_stays() -> None:
    assert without_stop("too long.") == "too long"
    assert without_stop("in the U.S.") == "in the U.S."
    assert without_stop("with Downey Jr.") == "with Downey Jr."
    assert without_stop("and then...") == "and then..."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1942. Java.", "1942\\. Java."),
        ("- a dash", "\\- a dash"),
        ("# wow", "\\# wow"),
        ("> quoted", "\\> quoted"),
        ("1917 is long.", "1917 is long."),
        ("*Her* is long.", "*Her* is long."),
        ("-1 for the hat.", "-1 for the hat."),
    ],
)
def test_a_paragraph_stays_a_paragraph(text: str, shown: str) -> None:
    assert line_start(text) == shown


def test_a_title_is_text_and_no_markup() -> None:
    assert italic("M*A*S*H") == "*M\\*A\\*S\\*H*"
    assert italic("Her") == "*Her*"
    assert escaped("snake_case _x_") == "snake_case \\_x\\_"
    assert escaped("<3") == "\\<3"
