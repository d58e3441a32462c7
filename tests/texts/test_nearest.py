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


def test_the_nearest_of_several_is_taken() -> None:
    assert nearest("episode_sen", ("episodes", "episode_senses", "episodes_seen")) == "episodes_seen"
    assert nearest("cats", ("cast", "cat", "cats_")) == "cat"  # before all others the same but for an s
    assert nearest("a", ("as",)) == "as"
    assert (
        nearest("Tag-Line", ("tag line", "tag-line")) == "tag line"
    )  # the first of those that differ in hyphens


def test_seven_letters_of_ten_are_enough() -> None:
    assert nearest("abcdefgxyz", ("abcdefguvw",)) == "abcdefguvw"
    assert nearest("abcdefwxyz", ("abcdefstuv",)) is None


@pytest.mark.parametrize("word", ["", "zzz", "director", "it"])
def test_nothing_is_near_a_word_of_its_own(word: str) -> None:
    assert nearest(word, KNOWN) is None


def test_what_else_to_say_stands_where_nothing_is_near() -> None:
    assert did_you_mean("titel", KNOWN, "Take it out.") == "Did you mean “title”?"
    assert did_you_mean("zzz", KNOWN, "Take it out.") == "Take it out."
    assert did_you_mean("zzz", KNOWN) == ""
