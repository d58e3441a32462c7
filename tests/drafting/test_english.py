"""The small things that English asks of a text."""

from __future__ import annotations

import pytest

from reviewcli.drafting import Settings, draft
from reviewcli.drafting.english import (
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
from reviewcli.drafting.templates import find_template
from reviewcli.notes import load_notes


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


def standard(source: str) -> str:
    """The standard draft of notes whose opening is “Rain.”, without its front matter."""
    notes = load_notes("notes.yaml", f"opening: Rain.\n{source}")
    return draft(notes, find_template("standard"), Settings(front_matter=False))


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ("title: Her\nyear: 2013\ndirectors: Ann Lee\nwriters: Ann Lee", "Rain. Ann Lee wrote and directed *Her* (2013)."),
        ("title: Who's Afraid?\nyear: 2013\ndirectors: Ann Lee", "Rain. Ann Lee directed *Who's Afraid?* (2013)."),
        ("title: Who's Afraid?\ndirectors: Ann Lee", "Rain. Ann Lee directed *Who's Afraid?*"),
        ("title: Us\ndirectors: Ann Lee", "Rain. Ann Lee directed *Us*."),
        ("title: '2001: A Space Odyssey'\nyear: 1968\ndirectors: Ann Lee", "Rain. Ann Lee directed *2001: A Space Odyssey* (1968)."),
        ("title: 'The \"Thing\"'\ndirectors: Ann Lee", 'Rain. Ann Lee directed *The "Thing"*.'),
        ("title: Merry Christmas, Mr. Lawrence\ndirectors: Zendaya", "Rain. Zendaya directed *Merry Christmas, Mr. Lawrence*."),
        ("title: X\ndirectors: Robert Downey Jr.\nruntime: 1", "Directed by Robert Downey Jr. 1 minute."),
        ("title: X\ndirectors: [Katia Krafft, Maurice Krafft]", "Rain. Katia Krafft and Maurice Krafft directed *X*."),
        ("title: X\ncast: [Ann Lee as Kay]\ncrew: {music: Ann Lee}\nsynopsis: Kay sings.\nperformances: {Ann Lee: is loud}", "Lee is loud."),
        ("title: X\ncast: [Ann Lee]\ncrew: {music: Ann Lee}\nperformances: {Lee: is loud}\ncraft: {music: is one tune}", "Lee's music is one tune."),
        ("title: X\ncast: [Bo Day as Narrator]\nsynopsis: The narrator lies.\nperformances: {Bo Day: lies}", "The narrator lies."),
        ("title: X\ndirectors: {name: Bong Joon-ho, short: Bong}\ncraft: {direction: never blinks}", "Bong never blinks."),
        ("title: X\ndirectors: Agnès Varda\ncraft: {direction: never blinks}", "Varda never blinks."),
        ("title: X\nverdict: See it\naudience: for the patient\nseen: at home", "See it. For the patient."),
        ("title: It\ncast: [Ann Lee as It]\nsynopsis: It rains, and it stops.", "It rains, and it stops."),
    ],
)  # fmt: skip
def test_a_sentence_of_the_draft(facts: str, sentence: str) -> None:
    assert sentence in standard(facts).replace("\n\n", "\n").split("\n")


@pytest.mark.parametrize("score", ["★★★½", "4.5/5", "½", "B+"])
def test_a_score_stands_as_written(score: str) -> None:
    assert standard(f"title: X\nscore: {score}").rstrip().endswith(f"**{score}**")


def test_a_subject_of_a_documentary_is_named_in_full_once() -> None:
    source = "title: Fire of Love\nkind: documentary\nsubjects:\n  Katia Krafft:\n    - walks to the rim\n    - laughs at it\n"
    notes = load_notes("notes.yaml", source)
    text = draft(notes, find_template("standard", kind="documentary"), Settings(front_matter=False))
    assert "Katia Krafft walks to the rim" in text
    assert text.count("Katia Krafft") == 1
    assert "laughs at it" in text
