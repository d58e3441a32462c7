"""Notes from film diaries, databases, cast lists, front matter and finished reviews."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from imported import notes_in
from laws import TIMES
from noted import faultless
from program import review
from reviewcli.drafting import draft
from reviewcli.drafting.templates import find_template
from reviewcli.exchange.importing import Found, files, reader_of
from reviewcli.exchange.importing.entry import notes_of, readable
from reviewcli.exchange.importing.files import text_of
from reviewcli.exchange.importing.markup import markdown_of
from reviewcli.exchange.importing.rows import rows_of
from reviewcli.exchange.importing.writing import named
from reviewcli.notes import Notes
from reviewcli.texts.files import Source
from terminal import beside_a_terminal

DIARY = """\
Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date
2024-01-02,Her,2013,https://boxd.it/a1,4.5,,"cinema, with Ann",2024-01-01
2024-01-03,No,2012,https://boxd.it/a2,,,,2024-01-02
2024-01-04,1917,2019,https://boxd.it/a3,4,Yes,,2024-01-03
2024-02-04,Her,2013,https://boxd.it/a4,5,Yes,,2024-02-03
2024-02-04,Dune,1984,https://boxd.it/a5,2,,,2024-02-03
2024-02-05,Dune,2021,https://boxd.it/a6,4,,,2024-02-04
"""


def found(name: str, *texts: str) -> Found:
    return reader_of(name)([Source(f"{number}.csv", text) for number, text in enumerate(texts)])


def only(result: Found) -> Notes:
    (notes,) = notes_in(result)
    return notes


def test_a_diary_becomes_notes_that_check_finds_nothing_in(tmp_path: Path) -> None:
    (tmp_path / "diary.csv").write_text(DIARY)
    ran = review("import", "letterboxd", "diary.csv", "-o", "notes", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    files = sorted(path.name for path in (tmp_path / "notes").iterdir())
    assert files == [
        "1917.yaml", "dune-2021.yaml", "dune.yaml", "her-2024-02-03.yaml", "her.yaml", "no.yaml",
    ]  # fmt: skip
    assert ran.err == "notes/her-2024-02-03.yaml: Her (2013) again.\n6 notes written in notes.\n"
    checked = review("check", *(f"notes/{name}" for name in files), cwd=tmp_path)
    assert (checked.code, checked.out) == (0, "")
    assert (tmp_path / "notes" / "her.yaml").read_text() == (
        "title: Her\nyear: 2013\nids:\n  letterboxd: https://boxd.it/a1\nseen:\n  date: 2024-01-01\n"
        "score: 4.5/5\ndate: 2024-01-02\ntags:\n  - cinema\n  - with Ann\n"
    )


def test_notes_that_exist_are_kept(tmp_path: Path) -> None:
    (tmp_path / "diary.csv").write_text(DIARY)
    review("import", "letterboxd", "diary.csv", "-o", "notes", cwd=tmp_path)
    (tmp_path / "notes" / "no.yaml").write_text("title: mine\n")
    ran = review("import", "letterboxd", "diary.csv", "-o", "notes", cwd=tmp_path)
    assert ran.code == 2
    assert ran.err == (
        "5 are there already, the same.\n"
        "notes/no.yaml: already exists, and No (2012) would change it. Pass --force to write over it.\n"
    )
    assert (tmp_path / "notes" / "no.yaml").read_text() == "title: mine\n"
    assert review("import", "letterboxd", "diary.csv", "-o", "notes", "--force", cwd=tmp_path).code == 0
    assert "2012" in (tmp_path / "notes" / "no.yaml").read_text()


def test_bad_rows_are_named_by_line_and_column_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = [
        "Name,Year,Rating,Watched Date",
        '"A title\nof two lines",2013,4,2024-01-01',
        "Her,20x3,9,2024-02-31",
        "Too,2013,4,2024-01-01,more",
        "Alone",
        ",2013,4,",
        "No,2012,4,2024-01-01",
        'Open,2013,4,"2024',
    ]
    (tmp_path / "diary.csv").write_text("\r\n".join(rows), newline="")
    ran = review("import", "letterboxd", "diary.csv", "-o", "notes", cwd=tmp_path)
    assert ran.code == 2
    assert ran.err.splitlines() == [
        "2 notes written in notes.",
        "diary.csv:4:5: year: “20x3” is no year. Write four digits, as in 2013.",
        "diary.csv:4:10: score: 9 is above the scale of 5. Mend the number or the scale.",
        "diary.csv:4:12: seen: “2024-02-31” is no day of any calendar. Write year, month, day, as in 2026-11-20.",
        "diary.csv:5:23: the row has 5 cells, the header 4. A text that holds a comma belongs in quotation marks.",
        "diary.csv:6:1: the row has one cell, the header 4.",
        "diary.csv:7: the row has no title.",
        "diary.csv:9:13: a quotation mark opens here and is never closed. Close it, or delete it.",
    ]
    assert sorted(path.name for path in (tmp_path / "notes").iterdir()) == [
        "a-title-of-two-lines.yaml", "no.yaml",
    ]  # fmt: skip


def test_one_film_goes_to_standard_output_and_several_need_a_folder() -> None:
    one = "Name,Year\nHer,2013\n"
    ran = review("import", "letterboxd", "-", stdin=one)
    assert (ran.code, ran.out, ran.err) == (0, "title: Her\nyear: 2013\n", "")
    ran = review("import", "letterboxd", "-", stdin=DIARY)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "6 notes need a folder. Name one: -o notes/\n"


def test_what_is_no_such_file_says_what_it_is() -> None:
    ran = review("import", "imdb", "-", stdin=DIARY)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "-:1: has no column “Const”, so it is not a CSV of IMDb."
        " It looks like letterboxd: review import letterboxd …\n"
    )
    assert "Did you mean “letterboxd”?" in review("import", "leterboxd", "-", stdin=DIARY).err
    assert review("import", "letterboxd", "-", stdin="").code == 2
    assert review("import", "letterboxd", "nowhere.csv").err.startswith("nowhere.csv: there is no such file.")


def test_a_file_of_another_site_is_not_read_as_if_it_were_this_ones() -> None:
    imdb = "Const,Your Rating,Date Rated,Title,Year\ntt1798709,9,2024-03-01,Her,2013\n"
    ran = review("import", "letterboxd", "-", stdin=imdb)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "-:1: is not a CSV of Letterboxd. It looks like imdb: review import imdb …\n"
    ran = review("import", "letterboxd", "-", stdin="Title,Year,Letterboxd URI,Const\nHer,2013,,tt1798709\n")
    assert (ran.code, ran.out) == (0, "title: Her\nyear: 2013\n")


def test_json_given_to_a_reader_of_tables_is_called_json() -> None:
    ran = review("import", "goodreads", "-", stdin='[{"rated_at": "2014-09-01", "movie": {"title": "Her"}}]')
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(" It looks like JSON: trakt, omdb and tmdb read that.\n")


def test_an_export_is_read_from_its_zip_or_its_folder(tmp_path: Path) -> None:
    header = "Date,Name,Year,Letterboxd URI"
    files = {
        "diary.csv": DIARY,
        "reviews.csv": f'{header},Rating,Rewatch,Review,Tags,Watched Date\n2024-02-04,Her,2013,u,5,Yes,"<i>Yes</i>",,2024-02-03\n',
        "ratings.csv": f"{header},Rating\n2024-01-03,No,2012,u,3.5\n2024-01-03,Her,2013,u,1\n2024-01-03,Heat,1995,u,5\n",
        "watched.csv": f"{header}\n2024-01-03,No,2012,u\n2024-01-03,Ran,1985,u\n",
        "watchlist.csv": f"{header}\n2024-01-03,Later,2012,u\n",
        "deleted/diary.csv": DIARY.replace("Her", "Gone"),
    }
    with zipfile.ZipFile(tmp_path / "export.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    with zipfile.ZipFile(tmp_path / "export.zip") as archive:
        archive.extractall(tmp_path / "folder")
    for place in ("export.zip", "folder"):
        ran = review("import", "letterboxd", place, "-o", f"notes-{place}", cwd=tmp_path)
        assert ran.code == 0
        assert "1 rating left out, the diary has another: Her (2013).\n" in ran.err
        names = {path.stem for path in (tmp_path / f"notes-{place}").iterdir()}
        assert names == {"1917", "dune", "dune-2021", "heat", "her", "her-2024-02-03", "no", "ran"}
        again = (tmp_path / f"notes-{place}" / "her-2024-02-03.yaml").read_text()
        assert 'opening: "*Yes*"\nscore: 5/5\n' in again
        assert "score: 3.5/5" in (tmp_path / f"notes-{place}" / "no.yaml").read_text()


def test_a_zip_that_is_damaged_or_holds_something_else_is_an_error(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("photo.jpg", b"...")
    (tmp_path / "damaged.zip").write_bytes((tmp_path / "other.zip").read_bytes()[:40])
    for name, said in (("other", "holds no export of letterboxd"), ("damaged", "cannot be unpacked")):
        ran = review("import", "letterboxd", f"{name}.zip", "-o", "notes", cwd=tmp_path)
        assert ran.code == 2
        assert f"{name}.zip: {said}" in ran.err


def test_a_mark_with_a_comma_from_a_spreadsheet_is_a_mark() -> None:
    (notes,) = notes_in(
        found("letterboxd", "Date;Name;Year;Letterboxd URI;Rating\n2024-01-02;Aftersun;2022;u;4,5\n")
    )
    assert (notes.score and notes.score.text) == "4.5/5"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_files_of_any_line_end_and_of_every_encoding_that_says_what_it_is(encoding: str, end: str) -> None:
    data = f"Name,Year{end}Amélie 🎬,2001{end}".encode(encoding)
    notes = only(found("letterboxd", text_of(data, "diary.csv")))
    assert (notes.title, notes.year) == ("Amélie 🎬", 2001)


def test_another_encoding_is_an_error_with_its_byte() -> None:
    ran = review("import", "letterboxd", "-", stdin="Name\nAmélie\n".encode("latin-1"))
    assert (ran.code, ran.err) == (2, "-: is not UTF-8 text: byte 7 is 0xE9. Save it as UTF-8.\n")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<i>Her</i> is <b>good</b>.", "*Her* is **good**."),
        ("One.<br />Two.<br><br>Three.", "One.\\\nTwo.\n\nThree."),
        ('See <a href="https://x.org/a (b)">this</a>.', "See [this](https://x.org/a%20%28b%29)."),
        ("Before<blockquote>I am<br>yours</blockquote>after", "Before\n\n> I am\\\n> yours\n\nafter"),
        ("R&amp;D, I <3 it, a < b > c", "R&D, I <3 it, a < b > c"),
        ("<i>open and <b>never</b> closed", "*open and **never** closed*"),
        ("<i> spaces </i>", "*spaces*"),
        ("a *star* and snake_case and _this_", "a \\*star\\* and snake_case and \\_this\\_"),
        ("# no heading\n1. no list", "\\# no heading\\\n1\\. no list"),
        ("<script>alert</script>", "<script>alert</script>"),
        ("<i></i>", ""),
    ],
)
def test_a_review_in_html_becomes_markdown(html: str, expected: str) -> None:
    assert markdown_of(html) == expected


def test_the_importers_own_format_is_read_as_well() -> None:
    text = (
        "LetterboxdURI,tmdbID,imdbID,Title,Year,Directors,Rating10,WatchedDate,Rewatch,Tags,Review\n"
        'https://boxd.it/x,152601,tt1798709,Her,2013,"Spike Jonze, Ann Other",9,2024-01-01,true,"a,b","Yes, <i>yes</i>"\n'
    )
    notes = only(found("letterboxd", text))
    assert [person.name for person in notes.directors] == ["Spike Jonze", "Ann Other"]
    assert notes.ids == {"letterboxd": "https://boxd.it/x", "imdb": "tt1798709", "tmdb": "152601"}
    assert notes.score is not None
    assert (notes.score.text, notes.tags, notes.opening) == ("9/10", ("a", "b"), "Yes, *yes*")
    assert notes.seen is not None
    assert (notes.seen.date, notes.seen.rewatch) == ("2024-01-01", True)


def test_ratings_of_imdb() -> None:
    text = (
        "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,"
        "Num Votes,Release Date,Directors\n"
        "tt1798709,9,2024-01-02,Her,Her,https://www.imdb.com/title/tt1798709/,Movie,8.0,126,2013,"
        '"Drama, Romance, Sci-Fi",700000,2013-12-18,Spike Jonze\n'
        "tt0903747,10,2024-01-02,Breaking Bad,Breaking Bad,u,TV Series,9.5,45,2008,Crime,2000000,2008-01-20,\n"
        "tt2301451,10,2024-01-02,Ozymandias,Ozymandias,u,TV Episode,10,47,2013,Crime,200000,2013-09-15,Rian Johnson\n"
        "tt0081748,8,2024-01-02,The Green Ray,Le rayon vert,u,Movie,7.6,98,1986,Drama,1,1986-09-03,Éric Rohmer\n"
    )
    result = found("imdb", text)
    her, series, ray = notes_in(result)
    assert (her.title, her.runtime, her.release, her.genres[2]) == ("Her", 126, "2013-12-18", "Sci-Fi")
    assert her.score is not None
    assert her.score.text == "9/10"
    assert her.original_title is None
    assert (series.kind, ray.original_title) == ("series", "Le rayon vert")
    assert result.remarks == ("1 left out of the type TV Episode.",)


def test_a_library_of_goodreads() -> None:
    header = (
        "Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Publisher,Binding,"
        "Number of Pages,Year Published,Original Publication Year,Date Read,Date Added,Bookshelves,"
        "Bookshelves with positions,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count,Owned Copies\n"
    )
    text = header + (
        '1,"Emma (Works, #4)",Jane  Austen,"Austen, Jane",Ann Other,"=""0141439580""","=""9780141439587""",5,4.0,Penguin,'
        'Paperback,474,2003,1815,2024/01/31,2023/12/01,"read, classics","read (#1)",read,"<b>Yes.</b><br/>No.",,a note,2,1\n'
        '2,Later,Ann Other,"Other, Ann",,"=""""","=""""",0,4.0,,,0,,,,2023/12/01,to-read,,to-read,,,,0,0\n'
    )
    result = found("goodreads", text)
    book = only(result)
    assert (book.kind, book.title, book.year, book.fact("isbn")) == ("book", "Emma", 1815, "9780141439587")
    assert ([person.name for person in book.fact("authors")], book.fact("pages")) == (["Jane Austen"], 474)
    assert (book.opening, book.tags, book.jottings) == ("**Yes.**\\\nNo.", ("classics",), ("a note",))
    assert book.seen is not None
    assert (book.seen.date, book.seen.rewatch) == ("2024-01-31", True)
    assert book.extra["series"] == "Works, #4"
    assert result.remarks == ("1 left out: on the shelf to-read, without a review.",)


TITLES = st.one_of(
    st.sampled_from(
        ["No", "1917", 'Her: #1 "x"', "null", "~", "Yes", "a\nb", "- x", "'", "@", "*", "Emoji 🎬", "{}", "|"]
    ),
    st.text(min_size=1, max_size=30),
).filter(lambda text: "\0" not in text and "\ufeff" not in text)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "Name": TITLES,
            "Year": st.sampled_from(["", "1895", "2013", "2026"]),
            "Rating": st.sampled_from(["", "0.5", "3", "4.5", "5"]),
            "Rewatch": st.sampled_from(["", "Yes"]),
            "Tags": st.sampled_from(["", "a", "a, b: c", "#x, 12"]),
            "Watched Date": st.sampled_from(["", "2024-01-01", "2024-02-29"]),
            "Review": st.text(max_size=60).filter(lambda text: "\0" not in text),
        }
    ),
    max_size=6,
)  # fmt: skip


def diary_of(rows: list[dict[str, str]]) -> Found:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, ["Name", "Year", "Rating", "Rewatch", "Tags", "Watched Date", "Review"])
    writer.writeheader()
    writer.writerows(rows)
    return found("letterboxd", out.getvalue())


@given(ROWS)
def test_every_row_that_is_read_becomes_notes_without_a_finding(rows: list[dict[str, str]]) -> None:
    result = diary_of(rows)
    stems = [stem for stem, _, _ in named(result.entries)]
    assert len(set(stems)) == len(stems)
    for entry in result.entries:
        if readable(entry.title):
            assert faultless(notes_of(entry)).title
    untitled = [row for row in rows if not row["Name"].strip()]
    assert len(result.problems) == len(untitled)


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12),
            min_size=2,
            max_size=4,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_cells_are_those_that_a_program_wrote(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(["a", "b", "c", "d"])
    writer.writerows(rows)
    read, _ = rows_of([Source("x.csv", out.getvalue())], (("a",),), "x")
    full = [row for row in rows if any(cell.strip() for cell in row)]
    assert [[cell.text for cell in row.cells.values()] for row in read] == full


@settings(max_examples=60 * TIMES)
@given(ROWS)
def test_every_notes_that_are_imported_can_be_drafted(rows: list[dict[str, str]]) -> None:
    for entry in diary_of(rows).entries:
        if readable(entry.title):
            notes = faultless(notes_of(entry))
            assert draft(notes, find_template("standard", "film", []))


@settings(max_examples=100 * TIMES)
@given(TITLES, TITLES, TITLES, st.sampled_from(["", "Movie", "TV Series", "Video Game"]))
@example("Her", "\x1b", "Samantha", "Movie")
def test_hostile_texts_in_every_other_source_give_notes_without_a_finding(
    title: str, name: str, role: str, kind: str
) -> None:
    def table(values: dict[str, str]) -> str:
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, list(values))
        writer.writeheader()
        writer.writerow(values)
        return out.getvalue()

    film = {"title": title, "year": 2013, "ids": {"trakt": 1}}
    crew = [{"name": name, "job": "Editor"}, {"name": name, "job": "Director"}]
    for source, text in (
        (
            "imdb",
            table({"Const": "tt1", "Title": title, "Title Type": kind, "Directors": name, "Genres": role}),
        ),
        (
            "goodreads",
            table({"Book Id": "1", "Title": title, "Author": name, "Bookshelves": role, "My Rating": "3"}),
        ),
        ("trakt", json.dumps([{"type": "movie", "movie": film, "comment": {"comment": role}, "rating": 3}])),
        ("omdb", json.dumps({"Title": title, "Actors": f"{name}, {role}", "Writer": name, "Country": role})),
        (
            "tmdb",
            json.dumps(
                {"title": title, "credits": {"cast": [{"name": name, "character": role}], "crew": crew}}
            ),
        ),
    ):
        for entry in found(source, text).entries:
            if readable(entry.title):
                faultless(notes_of(entry))


def test_what_is_there_is_told_once_not_a_thousand_times(tmp_path: Path) -> None:
    rows = "".join(f"Film {number},2013\n" for number in range(30))
    (tmp_path / "films.csv").write_text(f"Name,Year\n{rows}")
    assert review("import", "letterboxd", "films.csv", "-o", "notes", cwd=tmp_path).code == 0
    (tmp_path / "films.csv").write_text(f"Name,Year\n{rows}".replace("2013", "2014"))
    ran = review("import", "letterboxd", "films.csv", "-o", "notes", cwd=tmp_path)
    assert (ran.code, len(ran.err.splitlines())) == (2, 6)
    assert ran.err.startswith(
        "notes: 25 more exist already and would change. Pass --force to write over them.\n"
    )


def test_places_that_cannot_take_notes(tmp_path: Path) -> None:
    (tmp_path / "film.csv").write_text("Name\nHer\n")
    (tmp_path / "none.csv").write_text("Name\n")
    (tmp_path / "her.yaml").write_text("title: Her\n")

    def said(*arguments: str) -> tuple[int, str]:
        ran = review("import", *arguments, cwd=tmp_path)
        assert ran.out == ""
        return ran.code, ran.err

    assert said("letterboxd", "film.csv", "-o", "none.csv") == (
        2, "none.csv: is a file, not a folder. Name a folder: -o notes/\n",
    )  # fmt: skip
    assert said("letterboxd", "none.csv") == (0, "There is nothing to import from none.csv.\n")
    assert said("letterboxd", "her.yaml") == (
        2, "her.yaml: holds notes already, by its name. Name what they are to be made of.\n",
    )  # fmt: skip
    (tmp_path / "cast.txt").write_text("Vera Lunt as Ada\n")
    assert said("cast", "cast.txt", "-o", "new.yaml") == (
        2, "A cast alone is no notes. Fill it into some: --into her.yaml\n",
    )  # fmt: skip
    assert not (tmp_path / "new.yaml").exists()


def test_a_zip_that_would_fill_the_machine_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_MOST", 1_000_000)
    bomb = tmp_path / "export.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("diary.csv", "Name\n" + "x" * 700_000)
        archive.writestr("ratings.csv", "Name\n" + "x" * 700_000)
    sources, (problem,) = files.sources_in([str(bomb)], "letterboxd")
    assert sources == []
    assert str(problem) == f"{bomb}: holds more than 1 MB when it is unpacked. Unpack it, and name the files."


def test_a_bar_is_drawn_on_a_terminal_alone(tmp_path: Path) -> None:
    rows = "".join(f"Film {number},2013\n" for number in range(30))
    (tmp_path / "films.csv").write_text(f"Name,Year\n{rows}")
    out, shown = beside_a_terminal("import", "letterboxd", "films.csv", "-o", "notes", cwd=tmp_path)
    assert out == ""
    assert "Importing" in shown
    assert "30 notes written in notes." in shown
    assert (
        review("import", "letterboxd", "films.csv", "-o", "again", cwd=tmp_path).err
        == "30 notes written in again.\n"
    )


def test_a_folder_of_drafts_gives_the_facts_of_each(tmp_path: Path) -> None:
    (tmp_path / "posts" / "old").mkdir(parents=True)
    (tmp_path / "posts" / "her.md").write_text("---\ntitle: Her\nrating: B+\n---\nText.\n")
    (tmp_path / "posts" / "old" / "no.md").write_text("---\nfilm: No (2012)\n---\nText.\n")
    (tmp_path / "posts" / "plain.md").write_text("Text.\n")
    (tmp_path / "posts" / "README.md").write_text("---\ntitle: About\n---\n")
    ran = review("import", "front-matter", "posts", "-o", "notes", cwd=tmp_path)
    assert ran.code == 2
    assert ran.err.splitlines()[0] == "2 notes written in notes."
    assert ran.err.splitlines()[1].startswith("posts/plain.md:1: has no front matter.")
    assert sorted(path.name for path in (tmp_path / "notes").iterdir()) == ["her.yaml", "no.yaml"]


def test_one_file_of_a_folder_that_is_no_text_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "diary.csv").write_bytes("Name\nAmélie\n".encode("latin-1"))
    (tmp_path / "export" / "ratings.csv").write_text("Name,Rating\nHer,4\n")
    ran = review("import", "letterboxd", "export", "-o", "notes", cwd=tmp_path)
    assert (ran.code, [path.name for path in (tmp_path / "notes").iterdir()]) == (2, ["her.yaml"])
    assert "export/diary.csv: is not UTF-8 text: byte 7 is 0xE9." in ran.err


def test_a_zip_reaches_nothing_outside_of_the_notes_that_are_made(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("Date,Name,Year,Letterboxd URI\n2024-01-02,Secret,2013,u\n")
    desk = tmp_path / "desk"
    desk.mkdir()
    link = zipfile.ZipInfo("watched.csv")
    link.external_attr = 0o120777 << 16  # a symbolic link, as a zip carries it
    with zipfile.ZipFile(desk / "export.zip", "w") as archive:
        archive.writestr(link, "../secret.csv")
        for name in ("../../diary.csv", "/tmp/diary.csv", "a/../../../diary.csv"):
            archive.writestr(name, DIARY.replace("Her", "../../Her").replace("Heat", "/etc/Heat"))
    before = sorted(tmp_path.iterdir())
    ran = review("import", "letterboxd", "export.zip", "-o", "notes", cwd=desk)
    assert "Traceback" not in ran.err
    assert sorted(tmp_path.iterdir()) == before
    assert {it.name for it in desk.iterdir()} <= {"export.zip", "notes"}
    assert all(
        file.parent == desk / "notes" and file.suffix == ".yaml" for file in (desk / "notes").iterdir()
    )
    assert "Secret" not in "".join(file.read_text() for file in (desk / "notes").iterdir())
