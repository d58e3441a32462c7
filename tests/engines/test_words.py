"""Words: which are known, how suggestions are ranked, how engines are made to speak plainly."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import ROOT
from reviewcli.engines.known_words import is_known
from reviewcli.engines.messages import misspelt, plain, slip
from reviewcli.engines.suggestions import distance, ranked
from reviewcli.engines.vocabulary import written_as_names
from reviewcli.engines.words import opens_sentence
from reviewcli.reading.common_words import common_words, rank

DATA = ROOT / "src" / "reviewcli" / "engines" / "data"


@pytest.mark.parametrize("name", ["known_words.txt", "known_names.txt", "dialect_words.txt"])
def test_the_lists_are_sorted_so_that_they_can_be_bisected(name: str) -> None:
    lines = (DATA / name).read_bytes().splitlines()
    words = [line for line in lines if not line.startswith(b"#")]
    assert lines[0].startswith(b"#")
    assert words == sorted(set(words))


def test_every_listed_word_is_found() -> None:
    for name in ("known_words.txt", "dialect_words.txt"):
        words = (DATA / name).read_text(encoding="utf-8").splitlines()
        assert all(is_known(word, any_dialect=True) for word in words[5::97])


@pytest.mark.parametrize(
    "word", "teh thier recieve alot untill wich becuase seperate occured wierd freind dont".split()
)
def test_common_slips_are_not_known(word: str) -> None:
    assert not is_known(word, any_dialect=True)


def test_a_dialect_that_was_fixed_knows_no_other() -> None:
    assert is_known("colour", any_dialect=True)
    assert not is_known("colour", any_dialect=False)


def test_a_surname_near_a_common_word_needs_its_capital() -> None:
    name = (DATA / "known_names.txt").read_text(encoding="utf-8").split()[-1]
    assert is_known(name.capitalize(), any_dialect=False)
    assert not is_known(name, any_dialect=False)
    assert not is_known("Thier", any_dialect=False)


@given(st.text(max_size=20))
def test_any_word_can_be_looked_up(word: str) -> None:
    is_known(word, any_dialect=True)
    assert (rank(word) is not None) >= (word in common_words())


def test_common_words_are_ranked() -> None:
    ranks = [rank(word) for word in ("the", "film", "lantern")]
    assert ranks == sorted(place for place in ranks if place is not None)
    assert rank("qxzvkj") is None


@pytest.mark.parametrize(
    ("word", "offered", "first"),
    [
        ("recieve", ["relieve", "receive"], "receive"),
        ("doesnt", ["dent", "doesn't"], "doesn't"),
        ("secne", ["sense"], "scene"),
        ("Wich", ["Witch"], "Which"),
        ("characater", [], "character"),
    ],
)
def test_the_nearest_and_commonest_comes_first(word: str, offered: list[str], first: str) -> None:
    assert ranked(word, offered)[0] == first


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_the_same_both_ways(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, other) <= 1.25 * max(len(one), len(other))


def test_neighbours_that_changed_places_are_one_step() -> None:
    assert distance("teh", "the") == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He owes it to Jonze.", {"Jonze"}),
        ("Jonze directs. Jonze writes.", {"Jonze"}),
        ("Dont look. Dont move.", set()),
        ("Teh end. The teh end. Teh cut.", set()),
        ("It is by Mr. Lawrence.", {"Mr", "Lawrence"}),
        ("Nothing. Nobody. None.", set()),
    ],
)
def test_what_is_written_as_a_name(text: str, names: set[str]) -> None:
    assert written_as_names(text) == names


@pytest.mark.parametrize(
    ("text", "word", "opens"),
    [
        ("It ends. Then it starts.", "Then", True),
        ("It ends.” “Then it starts.", "Then", True),
        ("By Mr. Lawrence.", "Lawrence", False),
        ("By J. Smith.", "Smith", False),
        ("For Warner Bros. Pictures.", "Pictures", False),
        ("Good, Then bad.", "Then", False),
    ],
)
def test_where_a_sentence_begins(text: str, word: str, opens: bool) -> None:
    assert opens_sentence(text, text.index(word)) is opens


@pytest.mark.parametrize(
    ("message", "spoken"),
    [
        ("Use `have` rather than `of` here", "Use “have” rather than “of” here."),
        ("Use the article 'the' or not.", "Use the article “the” or not."),
        ("It's **wrong**.", "It's wrong."),
        ("Did you mean this?", "Did you mean this?"),
        ("", ""),
    ],
)
def test_an_engine_s_message_is_made_plain(message: str, spoken: str) -> None:
    assert plain(message) == spoken


def test_a_slip_is_said_in_our_words() -> None:
    assert slip("an", "a") == "“an” should be “a” here."
    assert slip("the the", "the") == "“the” is doubled."
    assert slip("  ", " ") == "2 spaces where one is enough."
    assert slip(" ", "") == "A space too many."
    assert slip(" ,", ",") == "“,” has a space too many."
    assert slip("Then", " Then") == "“Then” lacks a space in front."
    assert misspelt("dont", ("don't",)) == "“dont” lacks its apostrophe."
    assert misspelt("xq", ()).startswith("“xq” may be misspelt.")


def test_nothing_heavy_is_imported_with_the_room() -> None:
    import subprocess

    program = "import sys, reviewcli.engines; print([m for m in ('harper', 're2', 'requests', 'language_tool_python') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
