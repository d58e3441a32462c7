"""The known word that a slip of the hand means."""

from __future__ import annotations

import pytest

from reviewcli.texts.nearest import did_you_mean, nearest

KNOWN = ("title", "episodes_seen", "long-sentence", "hours_played", "cast")


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("long_sentence", "long-sentence"),
        ("episodes seen", "episodes_seen"),
        ("casts", "cast"),
        ("hour_played", "hours_played"),
    ],
)
def test_a_slip_of_the_hand_finds_the_word_that_was_meant(word: str, known: str) -> None:
    assert nearest(word, KNOWN) == known


@pytest.mark.parametrize("word", ["", "zzz", "director", "it"])
def test_nothing_is_near_a_word_of_its_own(word: str) -> None:
    assert nearest(word, KNOWN) is None


def test_what_else_to_say_stands_where_nothing_is_near() -> None:
    assert did_you_mean("titel", KNOWN, "Take it out.") == "Did you mean “title”?"
    assert did_you_mean("zzz", KNOWN, "Take it out.") == "Take it out."
