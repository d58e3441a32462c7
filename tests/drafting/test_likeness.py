"""Whether a paragraph tells a point: 200 pairs written for it before the thresholds were set, half of them kept aside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from program import ROOT
from reviewcli.document import Document
from reviewcli.drafting import draft
from reviewcli.drafting.margin.likeness import Reader, Told
from reviewcli.drafting.margin.points import points_of
from reviewcli.drafting.templates import find_template
from reviewcli.notes import load_notes

PAIRS = Path(__file__).parent / "points"
WANTED = {"told": Told.IN, "partly": Told.PERHAPS, "absent": Told.NOT}


def pairs(half: int) -> Iterator[tuple[Told, str, str]]:
    """Every second pair, from the first (0) or the second (1): 0 has set the thresholds, 1 was kept aside."""
    for name, wanted in WANTED.items():
        lines = (PAIRS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        for line in [line for line in lines if not line.startswith("#")][half::2]:
            point, paragraph = line.split("\t")
            yield wanted, point, paragraph


def told(point: str, text: str) -> Told:
    return Reader(Document(text).prose).ask(point).told


def test_of_the_pairs_kept_aside_86_in_100_are_judged_right() -> None:
    judged = [told(point, text) is wanted for wanted, point, text in pairs(1)]
    assert (len(judged), sum(judged)) == (100, 86)


def test_a_point_in_other_words_is_seldom_called_missing() -> None:
    judged = [
        told(point, text) for half in (0, 1) for wanted, point, text in pairs(half) if wanted is Told.IN
    ]
    assert len(judged) == 100
    assert judged.count(Told.NOT) <= 3


@pytest.mark.parametrize(
    ("point", "text"),
    [
        ("slow", "It is slow, and knows it."),
        ("the café scene's framing", "In the cafe scenes the frames tell more."),
        ("200 pages too long", "It is two hundred pages too long."),
        ("her silence in the lift", "How silent she is in that lift!"),
    ],
)
def test_forms_accents_and_numbers_are_one(point: str, text: str) -> None:
    assert told(point, text) is Told.IN


def test_the_sentence_that_comes_nearest_is_named() -> None:
    text = "It rains. Then the neighbours come with soup. Nobody eats.\n\nThe end is long."
    sentence = Reader(Document(text).prose).ask("the neighbours bring soup").sentence
    assert sentence is not None
    assert sentence.text == "Then the neighbours come with soup."


@pytest.mark.parametrize("name", ["her", "merry-christmas"])
def test_a_fresh_draft_tells_its_points_and_another_film_does_not(name: str) -> None:
    notes = load_notes(ROOT / "examples" / f"{name}.yaml")
    own = Reader(Document(draft(notes, find_template("standard"))).prose)
    points = list(points_of(notes))
    assert [said.text for said in points if own.ask(said.text).told is not Told.IN] == []
    others = load_notes(ROOT / "examples" / f"{'merry-christmas' if name == 'her' else 'her'}.yaml")
    other = Reader(Document(draft(others, find_template("standard"))).prose)
    missing = [said for said in points if other.ask(said.text).told is Told.NOT]
    assert len(missing) >= 0.8 * len(points)
