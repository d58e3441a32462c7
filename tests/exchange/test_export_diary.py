"""A film diary goes in and comes out: what both Letterboxd's export and its import file can hold is still there."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from laws import TIMES
from program import review
from reviewcli.document import Document
from reviewcli.document.notes_found import FoundNotes
from reviewcli.drafting import draft
from reviewcli.drafting.templates import find_template
from reviewcli.exchange.export import Asked, format_named
from reviewcli.exchange.export.reading import reviewed
from reviewcli.exchange.importing import reader_of
from reviewcli.exchange.importing.entry import notes_of
from reviewcli.notes import parse_notes
from reviewcli.texts.files import Source

COLUMNS = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date".split(",")
SENTENCES = (
    "It rains for an <i>hour</i>, and nobody runs.",
    "<b>Nobody</b> explains the rain & the tin.",
    "Is it <i>his</i> film or <i>hers</i>?",
    'Read <a href="https://example.org/a?b=1">the other one</a>.',
    "“You are late,” she says; 3 * 4 is 12, and 1 < 2.",
    "1. is no list, and # is no heading!",
    "Élodie’s house_of_cards falls [slowly].",
)
# Titles have no blanks at their ends and none in a row, as no title has.
TITLES = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=24).filter(str.strip)


class Viewing(msgspec.Struct, frozen=True):
    """A row of a diary."""

    title: str
    year: str
    rating: str
    rewatch: bool
    words: tuple[str, ...]
    tags: tuple[str, ...]
    watched: str

    def row(self, number: int) -> list[str]:
        return [
            "2026-11-20",
            self.title,
            self.year,
            f"https://boxd.it/{number}",
            self.rating,
            "Yes" if self.rewatch else "",
            "\n\n".join(self.words),
            ", ".join(self.tags),
            self.watched,
        ]


VIEWINGS = st.builds(
    Viewing,
    title=TITLES,
    year=st.integers(1890, 2030).map(str),
    rating=st.sampled_from(["", *(f"{halves / 2:g}" for halves in range(1, 11))]),
    rewatch=st.booleans(),
    words=st.lists(st.sampled_from(SENTENCES), max_size=3).map(tuple),
    tags=st.lists(st.sampled_from(["rain", "with Ann", "35 mm", "no", "2019"]), max_size=3, unique=True).map(
        tuple
    ),
    watched=st.dates(date(1950, 1, 1), date(2030, 1, 1)).map(str),
)


def table(viewings: Sequence[Viewing]) -> str:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    rows.writerows(viewing.row(number) for number, viewing in enumerate(viewings))
    return out.getvalue()


def there_and_back(text: str) -> list[dict[str, str]]:
    """Notes of the export, drafts of the notes, the import file of the drafts."""
    found = reader_of("letterboxd")([Source("reviews.csv", text)])
    assert found.problems == ()
    made = []
    for number, entry in enumerate(found.entries):
        notes, findings = parse_notes(notes_of(entry))
        assert notes is not None, findings
        doc = Document(draft(notes, find_template("standard", "film", [])), path=f"{number}.md")
        made.append(reviewed(doc, FoundNotes(notes, f"{number}.yaml")))
    written = format_named("letterboxd").write(made, Asked(lambda _: None))
    return list(csv.DictReader(io.StringIO(written, newline="")))


def held(row: dict[str, str]) -> tuple[str, ...]:
    return (
        row["Title"], row["Year"], row["LetterboxdURI"], row["Rating"], row["Rewatch"], row["Review"], row["Tags"],
        row["WatchedDate"],
    )  # fmt: skip


def wanted(number: int, viewing: Viewing) -> tuple[str, ...]:
    _, title, year, uri, rating, rewatch, words, tags, watched = viewing.row(number)
    title = (
        f"'{title}" if title[:1] in {"=", "+", "-", "@"} else title
    )  # no spreadsheet takes it for a formula
    return title, year, uri, rating, "true" if rewatch else "false", words, tags, watched


@given(
    st.lists(
        VIEWINGS, min_size=1, max_size=6, unique_by=lambda viewing: (viewing.title.casefold(), viewing.year)
    )
)
@settings(max_examples=40 * TIMES)
def test_a_diary_comes_out_as_it_went_in(viewings: list[Viewing]) -> None:
    rows = {row["LetterboxdURI"]: held(row) for row in there_and_back(table(viewings))}
    assert rows == {f"https://boxd.it/{number}": wanted(number, each) for number, each in enumerate(viewings)}


def test_two_hundred_films_come_out_as_they_went_in() -> None:
    chance = random.Random(7)
    viewings = [
        Viewing(
            f"Film {number}",
            str(1950 + number % 70),
            f"{chance.randint(1, 10) / 2:g}",
            chance.random() < 0.2,
            tuple(chance.sample(SENTENCES, 2)),
            ("rain",) * (number % 2),
            str(date(2020, 1, 1) + timedelta(days=number)),
        )
        for number in range(200)
    ]
    rows = {row["LetterboxdURI"]: held(row) for row in there_and_back(table(viewings))}
    assert rows == {f"https://boxd.it/{number}": wanted(number, each) for number, each in enumerate(viewings)}


def test_a_diary_goes_through_the_commands(tmp_path: Path) -> None:
    viewing = Viewing(
        "Merry Christmas, Mr. Lawrence", "1983", "3.5", True, SENTENCES[:3], ("rain",), "2026-11-12"
    )
    (tmp_path / "reviews.csv").write_text(table([viewing]))
    assert review("import", "letterboxd", "reviews.csv", "-o", "notes/", cwd=tmp_path).code == 0
    notes = [f"notes/{file.name}" for file in (tmp_path / "notes").iterdir()]
    assert review("new", *notes, "-o", "drafts/", cwd=tmp_path).code == 0
    ran = review("export", "letterboxd", "drafts", "--unfinished", cwd=tmp_path)
    (row,) = csv.DictReader(io.StringIO(ran.out, newline=""))
    assert held(row) == wanted(0, viewing)
