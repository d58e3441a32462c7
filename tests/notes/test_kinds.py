"""Every kind of review has its own facts; what belongs to another kind is told with the kinds that have it."""

from __future__ import annotations

import inspect
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noted import faultless
from program import ROOT, review
from reviewcli.notes import Notes, load_notes, names_of, parse_notes
from reviewcli.notes.editions import isbn_check_digit, isbn_digits
from reviewcli.notes.keys import KEYS_OF_SEVERAL
from reviewcli.notes.kinds import KEYS, KINDS
from reviewcli.notes.model import Visits
from reviewcli.notes.shape import Key
from reviewcli.notes.starter import starter_notes
from reviewcli.reading.claims import KINDS as CLAIMS


def told(source: str) -> list[str]:
    return [finding.message for finding in parse_notes(source)[1]]


def test_every_key_is_a_field_of_notes_and_belongs_to_a_kind() -> None:
    assert {field.name for field in msgspec.structs.fields(Notes)} - {"marked"} == set(KEYS)
    assert {key for kind in KINDS.values() for key in kind.keys} == set(KEYS)


def test_what_is_claimed_of_a_key_is_what_lint_reads_and_its_docstring_lists() -> None:
    read = (
        {fact for kind in CLAIMS.values() for fact in kind.facts.split()}
        - KEYS_OF_SEVERAL.keys()
        - {"people"}
    )
    assert {key.claim for key in KEYS.values() if key.claim} == read
    listed = re.search(r"claims of it:\s+(.*?)\s+\(`", inspect.getdoc(Key) or "", re.DOTALL)
    assert listed
    assert re.findall(r"\w+", listed[1].replace(" or ", " ")) == sorted(read)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_kind_asks_only_for_keys_that_it_has(kind: object) -> None:
    assert isinstance(kind, type(KINDS["film"]))
    for row in kind.rows:
        top, _, inner = row.key.partition(".")
        assert top in kind.keys
        assert not inner or inner in (kind.keys[top].shape.keys or {})
        assert bool(row.each) == (kind.keys[top].shape.form == "by name")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("full", [False, True])
def test_starter_notes_of_every_kind_are_fine_as_they_are(kind: str, full: bool) -> None:
    text = starter_notes("Her: a title", kind, full=full)
    notes = faultless(text)
    assert (notes.title, notes.kind) == ("Her: a title", kind)
    assert msgspec.structs.replace(notes, title="", kind="") == Notes(title="", kind="")
    top = [line.split(":")[0] for line in text.splitlines() if line[:1].isalpha()]
    if full:
        assert set(top) | {"kind"} == set(KINDS[kind].keys)
    else:
        assert text.count("\n") <= 18  # and the line for the editor


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_typed_before_the_words_of_help_loses_nothing(kind: str) -> None:
    text = starter_notes("Her", kind)
    notes = faultless(re.sub(r"(?m)^(synopsis|context|verdict): #", r"\1: It rains. #", text))
    assert notes.verdict[0].text == "It rains."


def test_there_is_an_example_of_every_kind() -> None:
    kinds = {load_notes(path).kind for path in (ROOT / "examples").glob("*.yaml")}
    assert kinds == set(KINDS)


BOOK = """\
kind: book
title: The Glass Year
authors: [Mara Lindqvist, {name: Jo Park, short: Park}]
translators: Ann Hale
publisher: Northlight
pages: 320
isbn: 0-306-40615-2
"""


def test_a_book_has_authors_translators_publisher_pages_and_isbn() -> None:
    notes = faultless(BOOK)
    assert [author.name for author in notes.fact("authors")] == ["Mara Lindqvist", "Jo Park"]
    assert (notes.fact("publisher"), notes.fact("pages"), notes.fact("isbn")) == (
        "Northlight",
        320,
        "0-306-40615-2",
    )
    assert {person.short for person in names_of(notes).people} == {"Lindqvist", "Park", "Hale"}


def test_a_game_has_developers_platforms_and_hours() -> None:
    notes = faultless(
        "kind: game\ntitle: x\ndevelopers: Paper Lantern Games\npublishers: [A, B]\nplatforms: PC\nhours_played: 12.5 h\n"
    )
    assert (notes.fact("publishers"), notes.fact("platforms"), notes.fact("hours_played")) == (
        ("A", "B"),
        ("PC",),
        12.5,
    )
    assert isinstance(faultless("kind: game\ntitle: x\nhours_played: 40\n").fact("hours_played"), int)


def test_a_studio_and_a_band_keep_their_whole_name_and_a_person_with_a_pronoun_does_not() -> None:
    notes = faultless("kind: album\ntitle: x\nartists: [Paper Lantern, {name: Ada Quist, pronoun: she}]\n")
    assert [person.short for person in names_of(notes).people] == ["Paper Lantern", "Quist"]


@pytest.mark.parametrize(
    "tracks",
    [
        "\n  - One\n  - Two: loud [0:10]\n",
        "\n  One:\n  Two: loud [0:10]\n",
        "\n  One:\n  Two:\n    - loud [0:10]\n",
    ],
)
def test_tracks_stand_bare_or_with_points(tracks: str) -> None:
    notes = faultless(f"kind: album\ntitle: x\ntracks:{tracks}")
    assert list(notes.fact("tracks")) == ["One", "Two"]
    assert notes.fact("tracks")["One"] == ()
    assert notes.fact("tracks")["Two"][0].evidence[0].kind == "time"


def test_a_documentary_has_subjects_whose_names_are_people_where_they_look_like_people() -> None:
    notes = faultless(
        "kind: documentary\ntitle: x\ncast: [Fred Holm as himself]\n"
        "subjects:\n  Holm: is kind\n  Betty Lane: sings\n  the mill: burns\n"
    )
    names = names_of(notes)
    assert [person.full for person in names.people] == ["Fred Holm", "Betty Lane"]
    assert names.knows("mill")


@pytest.mark.parametrize(
    ("written", "visits"),
    [
        ("2", Visits(count=2)),
        ("twice", Visits(count=2)),
        ("[2026-11-01, 2026-11-20]", Visits(count=2, dates=("2026-11-01", "2026-11-20"))),
        ("2026-11-20", Visits(count=1, dates=("2026-11-20",))),
    ],
)
def test_visits_are_a_number_or_days(written: str, visits: Visits) -> None:
    assert faultless(f"kind: restaurant\ntitle: x\nvisits: {written}\n").fact("visits") == visits


def test_a_series_keeps_its_numbers_as_written() -> None:
    notes = faultless("kind: series\ntitle: x\nseasons: Season 2\nepisodes_seen: 4 of 8\nnetwork: Four\n")
    assert (notes.fact("seasons"), notes.fact("episodes_seen"), notes.fact("network")) == (
        "Season 2",
        "4 of 8",
        "Four",
    )


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("kind: restaurant\ntitle: x\ncast: A B\n", "“cast” is for films, documentaries, series, games and theatre, not for a restaurant. Write it under “crew”."),
        ("kind: album\ntitle: x\nperformances: {A: b}\n", "“performances” is for films, series, games and theatre, not for an album. Write it under “craft”."),
        ("kind: documentary\ntitle: x\nperformances: {A: b}\n", "“performances” is for films, series, games and theatre, not for a documentary. Write it under “subjects”."),
        ("kind: film\ntitle: x\nisbn: 1\n", "“isbn” is for books, not for a film. Take it out, or put it under “extra”."),
        ("title: x\ndishes: [a]\n", "“dishes” is for restaurants; without a kind this is a film. Add “kind: restaurant”."),
        ("kind: book\ntitle: x\nauther: A B\n", "“auther” is no key here. Did you mean “author”?"),
        ("kind: book\ntitle: x\nisbn: 978-0-306-40615-8\n", "“978-0-306-40615-8” is no ISBN: the last digit does not fit the others (it would be 7). Compare it with the book."),
        ("kind: book\ntitle: x\nisbn: 0-306-40615\n", "“0-306-40615” is no ISBN: it has 9 digits. Write the ten or the thirteen on the book."),
        ("kind: book\ntitle: x\npages: 0\n", "“0” is not a likely number of pages. Write digits, as in 320."),
        ("kind: book\ntitle: x\nauthor: A B\n", "“author” is who writes this review. Who wrote the book stands under “authors”."),
        ("kind: game\ntitle: x\nhours_played: ages\n", "“ages” is no number of hours. Write digits, as in 40 or 12.5."),
        ("kind: game\ntitle: x\nhours_played: 0\n", "“0” is not a likely number of hours. Write digits, as in 40 or 12.5."),
        ("kind: restaurant\ntitle: x\nprice: 45\n", "“45” has no currency. Write £45 or the like."),
        ("kind: restaurant\ntitle: x\nvisits: often\n", "“often” is no number of visits. Write 2, or the days, one a line after “- ”."),
        ("kind: theatre\ntitle: x\nperformance_date: 2026-02-30\n", "“2026-02-30” is no day of any calendar. Write year, month, day, as in 2026-11-20."),
        ("title: x\nseen: {date: 2026-13-01}\n", "“2026-13-01” is no day of any calendar. Write year, month, day, as in 2026-11-20."),
        ("kind: series\ntitle: x\nseasons: some\n", "“some” names no season. Write how many there are, as in 4, or which this is about: Season 2."),
        ("kind: [film]\ntitle: x\n", "A list is no kind of review. Write one word."),
        ("kind: video game\ntitle: x\n", "“video game” is no kind of review. Did you mean “game”?"),
    ],
)  # fmt: skip
def test_what_does_not_fit_a_kind_is_told_with_what_to_do(source: str, message: str) -> None:
    assert told(source) == [message]


@given(
    st.text("0123456789", min_size=9, max_size=9)
    | st.text("0123456789", min_size=9, max_size=9).map("978".__add__)
)
def test_of_all_last_digits_one_is_right(digits: str) -> None:
    right = isbn_check_digit(digits + "0")
    number = digits + right
    assert isbn_digits(number) == number
    weights = range(10, 0, -1) if len(number) == 10 else [1, 3] * 6 + [1]
    values = [10 if digit == "X" else int(digit) for digit in number]
    total = sum(weight * value for weight, value in zip(weights, values, strict=True))
    assert total % (11 if len(number) == 10 else 10) == 0


def test_a_setting_may_change_the_kind() -> None:
    source = "title: x\n"
    assert load_notes("x", source, ["kind=book", "pages=12"]).fact("pages") == 12
    with pytest.raises(ExceptionGroup):
        load_notes("x", source, ["pages=12"])


@pytest.mark.parametrize("name", [path.stem for path in sorted((ROOT / "examples").glob("*.yaml"))])
def test_a_draft_of_every_example_gives_its_facts_back_from_its_front_matter(name: str) -> None:
    from reviewcli.notes import notes_from_front_matter

    notes = load_notes(ROOT / "examples" / f"{name}.yaml")
    draft = review("new", ROOT / "examples" / f"{name}.yaml").out
    again = notes_from_front_matter(draft.split("---\n")[1])
    assert again is not None
    for key in (
        "kind",
        "title",
        "pages",
        "isbn",
        "hours_played",
        "platforms",
        "seasons",
        "episodes_seen",
        "network",
        "label",
        "venue",
        "company",
        "performance_date",
        "address",
        "cuisine",
        "price",
        "visits",
    ):
        assert getattr(again, key) == getattr(notes, key), key
    for key in ("authors", "translators", "artists", "developers"):
        assert [person.name for person in getattr(again, key)] == [
            person.name for person in getattr(notes, key)
        ]
    for key in ("tracks", "dishes", "subjects"):
        assert list(getattr(again, key)) == list(getattr(notes, key)), key
