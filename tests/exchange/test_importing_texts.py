"""Notes from databases' JSON, cast lists, front matter and finished reviews."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imported import notes_in
from noted import faultless
from program import ROOT, review
from reviewcli.exchange.importing import Found, reader_of
from reviewcli.exchange.importing.entry import notes_of
from reviewcli.notes import Notes
from reviewcli.texts.files import Source

HER = (ROOT / "examples" / "her-review.txt").read_text(encoding="utf-8")


def found(name: str, *texts: str, path: str = "her.md") -> Found:
    return reader_of(name)([Source(path, text) for text in texts])


def only(result: Found) -> Notes:
    (notes,) = notes_in(result)
    assert result.problems == ()
    return notes


def cast_of(text: str) -> list[str]:
    (entry,) = found("cast", text).entries
    return list(entry.values["cast"])


def movie(title: str, year: int, **more: Any) -> dict[str, Any]:
    return {
        "type": "movie",
        "movie": {"title": title, "year": year, "ids": {"trakt": 7, "imdb": "tt1"}},
        **more,
    }


def test_an_account_of_trakt_is_joined_film_by_film() -> None:
    history = [
        movie("Her", 2013, watched_at="2024-02-01T20:00:00.000Z"),
        movie("Her", 2013, watched_at="2023-02-01T20:00:00.000Z"),
        {
            "type": "episode",
            "episode": {"title": "Pilot"},
            "show": {"title": "Lost"},
            "watched_at": "2024-02-01T20:00:00Z",
        },
    ]
    ratings = [
        movie("Her", 2013, rating=9, rated_at="2024-02-02T20:00:00.000Z"),
        movie("Ran", 1985, rating=10),
    ]
    comments = [
        movie(
            "Ran", 1985, comment={"id": 1, "comment": "Rain.\n\nAnd *wind*.", "spoiler": True, "parent_id": 0}
        ),
        movie("Ran", 1985, comment={"id": 2, "comment": "I agree.", "parent_id": 1}),
    ]
    result = found("trakt", *map(json.dumps, (history, ratings, comments)))
    first, second, ran = notes_in(result)
    assert first.seen is not None
    assert second.seen is not None
    assert (first.seen.date, first.seen.rewatch, first.score) == ("2023-02-01", False, None)
    assert (second.seen.date, second.seen.rewatch) == ("2024-02-01", True)
    assert second.score is not None
    assert (second.score.text, second.ids) == ("9/10", {"trakt": "7", "imdb": "tt1"})
    assert (ran.opening, ran.extra) == ("Rain.\n\nAnd *wind*.", {"spoiler": "yes"})
    assert result.remarks == ("1 left out of the type episode.", "1 left out of the type reply.")


def test_a_history_of_trakt_in_csv() -> None:
    text = (
        "watched_at,action,type,title,year,trakt_rating,trakt_id,imdb_id,tmdb_id,tvdb_id,url,released,runtime\n"
        "2023-01-01T00:00:00Z,watch,movie,No,2012,7.5,5,tt2059255,110398,,u,2012-05-18,118\n"
    )
    notes = only(found("trakt", text))
    assert (notes.title, notes.year, notes.runtime, notes.release) == ("No", 2012, 118, "2012-05-18")
    assert (notes.score, notes.ids["imdb"]) == (None, "tt2059255")


def test_a_title_of_omdb() -> None:
    item = {
        "Title": "Her", "Year": "2013", "Rated": "R", "Released": "10 Jan 2014", "Runtime": "126 min",
        "Genre": "Drama, Romance", "Director": "Spike Jonze", "Writer": "Spike Jonze (screenplay), Spike Jonze",
        "Actors": "Joaquin Phoenix, Amy Adams", "Language": "English", "Country": "United States", "DVD": "N/A",
        "imdbID": "tt1798709", "Type": "movie", "Production": "N/A", "Response": "True",
    }  # fmt: skip
    notes = only(found("omdb", json.dumps(item)))
    assert (notes.year, notes.runtime, notes.certificate, notes.release) == (2013, 126, "R", "2014-01-10")
    assert [person.name for person in notes.writers] == ["Spike Jonze"]
    assert [member.name for member in notes.cast] == ["Joaquin Phoenix", "Amy Adams"]
    assert notes.distributor is None
    (series,) = notes_in(
        found("omdb", json.dumps({**item, "Type": "series", "Year": "2008–2013", "totalSeasons": "5"}))
    )
    assert (series.kind, series.year, series.fact("seasons")) == ("series", 2008, "5")


def test_an_answer_that_is_no_title_is_told() -> None:
    (problem,) = found("omdb", '{"Response":"False","Error":"Movie not found!"}').problems
    assert str(problem) == "her.md: is no title but an answer of OMDb: Movie not found!"
    (problem,) = found("tmdb", '{"status_code":34,"status_message":"Not found."}').problems
    assert str(problem) == "her.md: is no title but an answer of TMDb: Not found."
    (problem,) = found("tmdb", '{"title":\n "Her",,}').problems
    assert str(problem).startswith("her.md:2:8: is no JSON: ")


def test_a_film_of_tmdb_with_its_credits() -> None:
    item = {
        "id": 152601, "imdb_id": "tt1798709", "title": "Her", "original_title": "Her", "release_date": "2013-12-18",
        "runtime": 126, "genres": [{"id": 1, "name": "Romance"}],
        "production_countries": [{"iso_3166_1": "US", "name": "United States of America"}],
        "spoken_languages": [{"iso_639_1": "en", "english_name": "English", "name": "English"}],
        "credits": {
            "cast": [
                {"name": "Scarlett Johansson", "character": "Samantha (voice)", "order": 1},
                {"name": "Joaquin Phoenix", "character": "Theodore", "order": 0},
                {"name": "Man as Such", "character": "A / B", "order": 2},
                {"name": "Nobody", "character": "Man (uncredited)", "order": 3},
                {"name": "Joaquin Phoenix", "character": "Himself", "order": 4},
            ],
            "crew": [
                {"name": "Spike Jonze", "job": "Director"},
                {"name": "Spike Jonze", "job": "Writer"},
                {"name": "Hoyte van Hoytema", "job": "Director of Photography"},
                {"name": "Ann Other", "job": "Caterer"},
            ],
        },
    }  # fmt: skip
    notes = only(found("tmdb", json.dumps(item)))
    assert [(member.name, member.roles, member.voice) for member in notes.cast] == [
        ("Joaquin Phoenix", ("Theodore", "Himself"), False),
        ("Scarlett Johansson", ("Samantha",), True),
        ("Man as Such", ("A", "B"), False),
    ]
    assert {job: people[0].name for job, people in notes.crew.items()} == {
        "cinematography": "Hoyte van Hoytema"
    }
    assert (notes.ids, notes.original_title) == ({"imdb": "tt1798709", "tmdb": "152601"}, None)


@pytest.mark.parametrize(
    "line",
    [
        "Joaquin Phoenix as Theodore", "Joaquin Phoenix ... Theodore", "Joaquin Phoenix....Theodore",
        "Joaquin Phoenix … Theodore", "Joaquin Phoenix\tTheodore", "Joaquin Phoenix\t...\tTheodore",
        "Joaquin Phoenix      Theodore", "- **Joaquin Phoenix** as Theodore, a man who writes letters",
        "* [Joaquin Phoenix](https://x.org) – Theodore", "1. Joaquin Phoenix: Theodore", "Joaquin Phoenix (Theodore)",
        "Joaquin Phoenix plays Theodore", "| Joaquin Phoenix | Theodore |",
        "| Character | Actor |\n|---|:--|\n| Theodore | Joaquin Phoenix |", "Role\tActor\r\nTheodore\tJoaquin Phoenix",
        "Cast:\n\nJoaquin Phoenix\t\nJoaquin Phoenix\t...\tTheodore",
    ],
)  # fmt: skip
def test_a_cast_list_in_any_of_the_usual_forms(line: str) -> None:
    assert cast_of(line) == ["Joaquin Phoenix as Theodore"]


def test_a_cast_list_goes_to_standard_output_and_prose_in_it_is_told() -> None:
    text = "Scarlett Johansson as Samantha (voice)\nRobert Downey, Jr.\nIt is a film that nobody of this list was in.\n"
    ran = review("import", "cast", "-", stdin=text)
    assert ran.code == 2
    assert ran.out == "cast:\n  - Scarlett Johansson as Samantha (voice)\n  - name: Robert Downey, Jr.\n"
    assert ran.err.startswith("-:3:1: “It is a film that nobody of this list …” is no line of a cast list.")


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        (  # Hugo
            (
                "title: Her\nyear: 2013\ndate: 2024-01-02T10:00:00Z\nrating: 4.5/5\ndirector: Spike Jonze\nmpaa: R\n"
                "genres: [drama, romance]\nimdb_id: tt1798709\nsummary: A man and a voice.\nfavorite: true\n"
            ),
            ("Her", 2013, "2024-01-02", "4.5/5", ["Spike Jonze"], "R", ("drama", "romance"), "tt1798709"),
        ),
        (  # Jekyll, with a title of its own beside the film's
            (
                "layout: review\ntitle: A voice in the ear\nfilm: Her (2013)\ndate: 2024-01-02 10:00:00 +0100\nrating: ★★★★½\n"
                "directors:\n  - Spike Jonze\nrated: R\ngenre: drama, romance\nimdb: tt1798709\n"
            ),
            ("Her", 2013, "2024-01-02", "★★★★½", ["Spike Jonze"], "R", ("drama", "romance"), "tt1798709"),
        ),
        (  # Obsidian
            (
                "film: Her\nyear: 2013\ntype: movie\ngrade: B+\ndirector: '[[Spike Jonze]]'\ncertification: R\n"
                "genre: ['[[drama]]', '[[g|romance]]']\nimdbid: tt1798709\npublished: 2024-01-02\ncssclass: x\n"
            ),
            ("Her", 2013, "2024-01-02", "B+", ["Spike Jonze"], "R", ("drama", "romance"), "tt1798709"),
        ),
    ],
)
def test_front_matter_of_other_programs(matter: str, expected: tuple[Any, ...]) -> None:
    notes = only(found("front-matter", f"---\n{matter}---\n\nText.\n"))
    assert notes.score is not None
    people = [person.name for person in notes.directors]
    assert expected == (
        notes.title, notes.year, notes.date, notes.score.text, people, notes.certificate, notes.genres, notes.ids["imdb"],
    )  # fmt: skip
    assert notes.extra == {}


def test_front_matter_in_toml_and_a_mark_without_a_scale() -> None:
    text = '+++\ntitle = "No"\ndate = 2024-01-02\nrating = 4.5\nmood = "tired"\n[params]\nyear = 2012\n+++\nText.\n'
    result = found("front-matter", text)
    (notes,) = notes_in(result)
    assert (notes.title, notes.date, notes.year) == ("No", "2024-01-02", 2012)
    assert notes.extra == {"rating": "4.5", "mood": "tired"}
    assert result.remarks == (
        "her.md: “4.5” has no scale; it stands under extra. Write 4/5, 8/10 or the like.",
    )


def test_a_draft_without_front_matter_is_told() -> None:
    (problem,) = found("front-matter", "# Her\n\nText.\n").problems
    assert str(problem) == "her.md:1: has no front matter. Front matter stands between --- lines at the top."


def test_a_finished_review_becomes_notes_to_complete() -> None:
    text = (
        "# *Her* (2013)\n\nSpike Jonze’s Her opens on a face.\n\n## Synopsis\n\nTheodore (Joaquin Phoenix) falls in love"
        " with Samantha (voiced by Scarlett Johansson).\n\n## Craft\n\nThe camera stays close.\n\n## Verdict\n\n"
        "It earns it [see above].\n\nScore: 4.5/5\n"
    )
    result = found("draft", text)
    notes = only(result)
    assert result.remarks == ("her.md: “Spike Jonze’s Her” is taken for the director’s; check that.",)
    assert (notes.title, notes.year, notes.opening) == ("Her", 2013, "Spike Jonze’s Her opens on a face.")
    assert [person.name for person in notes.directors] == ["Spike Jonze"]
    assert [(member.name, member.roles, member.voice) for member in notes.cast] == [
        ("Joaquin Phoenix", ("Theodore",), False), ("Scarlett Johansson", ("Samantha",), True),
    ]  # fmt: skip
    assert notes.score is not None
    assert (notes.score.text, list(notes.craft)) == ("4.5/5", ["cinematography"])
    assert [point.text for point in notes.verdict] == ["It earns it [see above\\]."]
    assert notes.verdict[0].evidence == ()


def test_a_draft_with_a_headline_names_its_film_in_the_text() -> None:
    text = (
        '---\ntitle: "Aftersun review: a holiday remembered"\n---\n\nIn *Aftersun* (2022), Calum (Paul Mescal) holds his'
        " breath.\n\nGregory Oke's cinematography drifts, a man is shot by Joe Park, and the score, by Oliver Coates, hums.\n\nSee it. **Rating: ★★★★½**\n"
    )
    notes = only(found("draft", text))
    assert (notes.title, notes.year, notes.headline) == (
        "Aftersun",
        2022,
        "Aftersun review: a holiday remembered",
    )
    assert {job: people[0].name for job, people in notes.crew.items()} == {
        "cinematography": "Gregory Oke", "music": "Oliver Coates",
    }  # fmt: skip
    assert notes.score is not None
    assert notes.score.text == "★★★★½"


def test_sections_in_front_matter_are_kept_beside_those_of_the_text() -> None:
    text = (
        "---\ntitle: Her\nverdict: Good.\ncraft: fine\nperformances: {ensemble: All good.}\njottings: one\n---\n\n"
        "## Verdict\n\nIt earns it.\n\n## Craft\n\nThe camera stays.\n\n## Performances\n\nThey sing.\n"
    )
    notes = only(found("draft", text))
    assert [point.text for point in notes.verdict] == ["Good.", "It earns it."]
    assert [point.text for point in notes.performances["ensemble"]] == ["All good.", "They sing."]
    assert (list(notes.craft), notes.jottings, notes.extra) == (
        ["cinematography"],
        ("one",),
        {"craft": "fine"},
    )


def test_a_title_and_a_year_may_be_guessed_from_the_name_of_the_file() -> None:
    for path, title, year in (
        ("tin-roof-1963.md", "Tin Roof", 1963),
        ("1917.md", "1917", None),
        ("-", "Untitled", None),
    ):
        result = found("draft", "It rains.\n", path=path)
        notes = only(result)
        assert (notes.title, notes.year) == (title, year)
        assert result.remarks == (f"{path}: no title is found in the text; “{title}” is a guess.",)


def words_of(text: str) -> list[str]:
    return sorted(re.findall(r"[^\W_]+", text))


def held_by(notes: str) -> str:
    return notes.replace("\\\\", "\\").replace('\\"', '"').replace("\\n", "\n")


def test_no_word_of_a_review_is_lost() -> None:
    (entry,) = found("draft", HER, path="her.txt").entries
    kept = words_of(held_by(notes_of(entry)))
    for word in set(words_of(HER)):
        assert kept.count(word) >= words_of(HER).count(word)


LINES = st.lists(
    st.sampled_from(
        [
            "# *Her* (2013)", "## Verdict", "## Odd heading", "", "It is slow. It is good.", "- an item\n- another", "> quoted",
            "```\ncode\n\nmore\n```", "| a | b |\n|---|---|\n| c | d |", "Theodore (Joaquin Phoenix) walks [on the beach].",
            "He says: “No”. #1 *x*", "4.5/5", "<div>html</div>", "    indented", "A tail [0:99]", "[spoiler]", "-glued",
        ]
    ),
    min_size=1,
    max_size=12,
)  # fmt: skip


@given(LINES)
def test_whatever_stands_in_a_review_its_notes_hold_it_without_a_finding(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    result = found("draft", text)
    if not result.entries:
        assert not words_of(text)
        return
    notes = notes_of(result.entries[0])
    faultless(notes)
    kept = set(words_of(held_by(notes)))
    gone = {"Verdict"} if "verdict:" in notes or "## Verdict" in text else set()
    assert set(words_of(text)) - kept - gone == set()


@given(
    st.dictionaries(
        st.sampled_from("title film year date rating genre director tags cast mood runtime imdb".split()),
        st.one_of(
            st.text(max_size=12), st.integers(), st.booleans(), st.lists(st.text(max_size=6), max_size=3)
        ),
    )
)
def test_any_front_matter_gives_notes_or_a_problem(values: dict[str, Any]) -> None:
    result = found("front-matter", f"---\n{json.dumps(values)}\n---\n")
    assert len(result.entries) + len(result.problems) == 1


def test_facts_are_filled_into_notes_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "her.yaml").write_text(
        "# mine\ntitle: her\nyear: 2014\ndirectors: # one name\nids: {imdb: tt0}\nverdict: It earns it.\n"
    )
    (tmp_path / "cast.txt").write_text("Joaquin Phoenix ... Theodore\n")
    item = {"id": 5, "imdb_id": "tt1", "title": "Her", "release_date": "2013-12-18", "runtime": 126}
    item["credits"] = {"crew": [{"name": "Spike Jonze", "job": "Director"}]}
    (tmp_path / "her.json").write_text(json.dumps(item))
    ran = review("import", "cast", "cast.txt", "--into", "her.yaml", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, "", "her.yaml: cast filled in.\n")
    ran = review("import", "tmdb", "her.json", "--into", "her.yaml", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "her.yaml: directors, runtime, release, ids filled in.\n")
    text = (tmp_path / "her.yaml").read_text()
    assert text.startswith("# mine\ntitle: her\nyear: 2014\n")
    assert text.endswith("verdict: It earns it.\n")
    notes = faultless(text)
    assert (notes.year, notes.runtime, notes.cast[0].roles) == (2014, 126, ("Theodore",))
    assert notes.ids == {"imdb": "tt0", "tmdb": "5"}
    assert notes.directors[0].name == "Spike Jonze"
    again = review("import", "tmdb", "her.json", "--into", "her.yaml", cwd=tmp_path)
    assert (again.code, again.err) == (0, "her.yaml: leaves nothing of that open.\n")
    (tmp_path / "her.json").write_text(json.dumps({**item, "title": "Him"}))
    other = review("import", "tmdb", "her.json", "--into", "her.yaml", cwd=tmp_path)
    assert (other.code, "is of “her”, and this is of “Him”" in other.err) == (2, True)
    assert (tmp_path / "her.yaml").read_text() == text


@pytest.mark.parametrize(
    ("last", "verdict", "score"),
    [
        ("Book a counter seat. 4/5", "Book a counter seat.", "4/5"),
        ("Go. *8.5/10*", "Go.", "8.5/10"),
        ("See it twice! ★★★★½", "See it twice!", "★★★★½"),
        ("The band played 9/11", "The band played 9/11", None),
    ],
)
def test_a_mark_behind_the_last_sentence_is_the_score(last: str, verdict: str, score: str | None) -> None:
    notes = only(found("draft", f"# Brat\n\nThe turbot comes whole.\n\n## Verdict\n\n{last}\n"))
    assert [point.text for point in notes.verdict] == [verdict]
    assert (notes.score.text if notes.score else None) == score
