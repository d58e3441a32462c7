"""What a critic types in a hurry, and the English that a draft makes of it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from reviewcli.drafting import Settings, draft
from reviewcli.drafting.templates import find_template
from reviewcli.notes import load_notes


def drafted(kind: str = "film", **notes: Any) -> list[str]:
    """The paragraphs of the standard draft that hold something."""
    source = yaml.safe_dump({"kind": kind, "title": "Low Tide", **notes}, allow_unicode=True, sort_keys=False)
    read = load_notes("notes.yaml", source)
    text = draft(read, find_template("standard", kind), Settings(front_matter=False))
    return [part for part in text.strip().split("\n\n") if not part.startswith(("#", "<!--"))]


@pytest.mark.parametrize(
    ("points", "text"),
    [
        (["follows three drivers", "waits with them"], "The film follows three drivers and waits with them."),
        (
            ["Clara is told the yard will shut", "starts a rumour"],
            "Clara is told the yard will shut, and starts a rumour.",
        ),
        (
            ["tells of two brothers and a ferry", "argues that nobody drowned"],
            "The film tells of two brothers and a ferry, and argues that nobody drowned.",
        ),
        (["tells her nothing"], "Tells her nothing."),
        (["shows up late"], "Shows up late."),
        (["loses her job"], "Loses her job."),  # who does, the notes do not say
        (["Clara is told.", "starts a rumour"], "Clara is told. Starts a rumour."),
    ],
)
def test_a_synopsis_that_lacks_its_subject(points: list[str], text: str) -> None:
    assert drafted(synopsis=points) == [text]


@pytest.mark.parametrize(
    ("strengths", "text"),
    [
        (["The last half hour", "patience"], "What works: the last half hour; patience."),
        (["the interviews", "Episode 4, all of it"], "What works: the interviews; Episode 4, all of it."),
        (["faces. Real ones.", "patience"], "What works: faces. Real ones. Patience."),
        (["the sinking", "lets you be wrong"], "What works: the sinking. The film lets you be wrong."),
        (["but the last act hurries"], "But the last act hurries."),
        (["crashed twice on Switch"], "The film crashed twice on Switch."),
        (["grinds", "froze on me twice"], "The film grinds. The film froze on me twice."),
        (["wouldn't lend it"], "What works: wouldn't lend it."),
        (["failed experiments"], "What works: failed experiments."),
    ],
)
def test_things_after_a_label(strengths: list[str], text: str) -> None:
    assert drafted(critique={"strengths": strengths}) == [text]


@pytest.mark.parametrize("verdict", ["Read it slowly.", "Put it on after midnight.", "Go see it."])
def test_a_verdict_that_speaks_to_the_reader(verdict: str) -> None:
    hurried = verdict[0].lower() + verdict[1:-1]
    assert drafted("book", verdict=hurried) == [verdict]


@pytest.mark.parametrize(
    ("points", "text"),
    [
        (["swears at the crane"], "Ines Moura swears at the crane."),
        (["wasted", "too charming"], "Ines Moura: wasted; too charming."),
        (
            ["listens like a thief [the widow]", "is funny now, for once"],
            "Ines Moura listens like a thief (the widow), and is funny now, for once.",
        ),
        (
            ["cuts late: always", "except once, in the fire"],
            "Ines Moura cuts late: always, except once, in the fire.",
        ),
    ],
)
def test_what_a_performer_does(points: list[str], text: str) -> None:
    assert drafted(cast=["Ines Moura"], performances={"Moura": points})[-1] == text


def test_two_performers_bicker_like_siblings() -> None:
    points = ["bicker", "like siblings [the pier]", "never once kiss"]
    told = drafted(cast=["Ines Moura", "Tom Hale"], performances={"Moura and Hale": points})
    assert told[-1] == (
        "Ines Moura and Tom Hale bicker. Like siblings (the pier). Moura and Hale never once kiss."
    )


def test_themes_are_things_whatever_their_first_letter() -> None:
    told = drafted(themes=["things that wear out", "Being followed", "what we owe"])
    assert told == ["The film is about things that wear out, about being followed, and about what we owe."]


def test_an_opening_begins_with_a_capital() -> None:
    assert drafted(opening="a phone rings")[0] == "A phone rings."
    assert drafted(opening="bell hooks is quoted", cast=["bell hooks"])[1] == "bell hooks is quoted."


def test_chips_are_limp_and_bread_tastes() -> None:
    told = drafted("restaurant", dishes={"chips": "limp", "soda bread": "tastes of smoke"})
    assert told == ["The chips: limp. The soda bread tastes of smoke."]


def test_a_surname_of_two_words_as_the_key_is_the_short_form() -> None:
    told = drafted(
        cast=["Gael García Bernal as Luis"],
        performances={"García Bernal": ["smiles [the pier]. Twice.", "laughs late"]},
    )
    assert told[-1].endswith("García Bernal laughs late.")


def test_a_dish_does_not_do_what_was_done_to_it() -> None:
    told = drafted("restaurant", dishes={"custard tarts": ["burnt the right amount", "gone by nine"]})
    assert told == ["The custard tarts: burnt the right amount; gone by nine."]


def test_a_game_tells_who_wrote_and_directed_it() -> None:
    told = drafted(
        "game", developers="Small Hours", directors="Kei Mori", writers="Ana Petrov", cast=["Sam Reed"]
    )
    assert told == [
        "Developed by Small Hours. Directed by Kei Mori. Written by Ana Petrov. With Sam Reed.",
        "Small Hours made *Low Tide*; Ana Petrov wrote it and Kei Mori directed it.",
    ]
    alone = drafted("game", developers="Lucas Pope", directors="Lucas Pope", writers="Lucas Pope")
    assert alone[-1] == "Lucas Pope made *Low Tide*."
