"""`review export`: what each format writes, read back by a program that is not ours."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import mf2py
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from exchange.test_publish_hugo import HUGO, read, words
from program import ROOT, Ran, review
from reviewcli.exchange.export import Asked, Reviewed, all_formats, format_named
from reviewcli.exchange.export.cells import guarded
from reviewcli.exchange.export.few_tags import in_few_tags
from reviewcli.exchange.export.opening import is_credit_line, without_opening
from reviewcli.exchange.export.scores import LETTERS, converted
from reviewcli.notes.model import Notes
from reviewcli.notes.parsing import parse_notes
from reviewcli.notes.works import score_of

HER = """\
title: Her
year: 2013
directors: Spike Jonze
cast:
  - Joaquin Phoenix as Theodore Twombly
  - {name: Brian Cox, role: Alan Watts, spoiler: true}
runtime: 126
certificate: R
languages: English
ids: {imdb: tt1798709, tmdb: 152601}
seen: {date: 2026-11-20, rewatch: yes}
critique:
  strengths:
    - the *machine* is neither a threat nor a joke
    - The operating systems leave together [spoiler]
  weaknesses: The pace drops
score: 4.5/5
author: Bo Day
date: 2026-11-21
tags: [love, "machines, talking"]
"""
DRAFT = """\
---
title: Her
year: 2013
draft: true
review:
  notes: her.yaml
---

# *Her* (2013)

Directed by Spike Jonze. With Joaquin Phoenix. 126 minutes. R. In English.

A man is paid to write *other* people’s letters, **all day**.

## Verdict

<!-- review-disable-next-line cliche -->
See it & believe [it](https://example.org/?a=1&b=2).
"""
KINDS = "blue fleabag grizzly-man hades her jerusalem merry-christmas my-brilliant-friend net-loft".split()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "her.yaml").write_text(HER)
    (tmp_path / "her.md").write_text(DRAFT)
    return tmp_path


def run(folder: Path, *arguments: str, **more: Any) -> Ran:
    return review("export", *arguments, cwd=folder, **more)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def matter(text: str) -> tuple[dict[str, Any], str]:
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body


# Letterboxd


def test_a_diary_row_has_the_columns_of_the_importer(folder: Path) -> None:
    (row,) = rows(run(folder, "letterboxd", "her.md").out)
    assert row == {
        "tmdbID": "152601",
        "imdbID": "tt1798709",
        "Title": "Her",
        "Year": "2013",
        "Directors": "Spike Jonze",
        "Rating": "4.5",
        "WatchedDate": "2026-11-20",
        "Rewatch": "true",
        "Tags": "love, machines talking",
        "Review": "A man is paid to write <i>other</i> people’s letters, <b>all day</b>.\n\n<b>Verdict</b>\n\n"
        'See it & believe <a href="https://example.org/?a=1&amp;b=2">it</a>.',
    }


def test_marks_on_other_scales_make_the_column_rating10_and_roundings_are_told(folder: Path) -> None:
    for name, score in (("tin", "3.5/4"), ("oak", "B+"), ("elm", "87/100"), ("fir", "E"), ("ash", "0/5")):
        (folder / f"{name}.yaml").write_text(f"title: {name}\nscore: {score}\n")
        (folder / f"{name}.md").write_text(f"# {name}\n\nIt rains.\n")
    ran = run(folder, "letterboxd", ".")
    found = {row["Title"]: row["Rating10"] for row in rows(ran.out)}
    assert found == {"Her": "9", "tin": "9", "oak": "8", "elm": "9", "fir": "", "ash": "1"}
    assert ran.err.splitlines() == [
        "ash.md: 0/5 is 0 of 10, rounded to 1.",
        "elm.md: 87/100 is 8.7 of 10, rounded to 9.",
        "fir.md: “E” is no mark out of ten; the row has none.",
        "oak.md: B+ becomes 8 of 10.",
        "tin.md: 3.5/4 is 8.75 of 10, rounded to 9.",
    ]
    assert ran.code == 0


def test_a_number_that_no_database_has_is_told_and_left_out(folder: Path) -> None:
    (folder / "her.yaml").write_text(HER.replace("tt1798709", "1798709"))
    ran = run(folder, "letterboxd", "her.md")
    assert "imdbID" not in rows(ran.out)[0]
    assert ran.err == "her.md: “1798709” is no number of imdb; the row has none.\n"


def test_a_diary_takes_films_and_says_what_it_leaves_out(folder: Path) -> None:
    (folder / "blue.md").write_text("---\ntitle: Blue\nkind: album\n---\nTen songs.\n")
    ran = run(folder, "letterboxd", "blue.md", "her.md")
    assert [row["Title"] for row in rows(ran.out)] == ["Her"]
    assert ran.err == "blue.md: left out, letterboxd takes no review of the kind album.\n"
    alone = run(folder, "letterboxd", "blue.md")
    assert (alone.code, alone.out) == (2, "")


def test_a_diary_over_the_limit_of_the_importer_becomes_several_files(folder: Path) -> None:
    for number in range(12):
        text = f"---\ntitle: Film {number}\n---\n\n" + "It rains all day. " * 6_000
        (folder / f"film-{number}.md").write_text(text)
    ran = run(folder, "letterboxd", ".", "-o", "diary.csv")
    files = sorted(folder.glob("diary*.csv"))
    assert len(files) > 1
    assert all(file.stat().st_size <= 1_000_000 for file in files)
    titles = [row["Title"] for file in files for row in rows(file.read_text())]
    # The drafts are walked in order of name: film-10 comes before film-2.
    assert sorted(titles) == [*sorted(f"Film {number}" for number in range(12)), "Her"]
    assert ran.code == 0


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1, max_size=4))
def test_whatever_a_review_says_it_is_one_cell(paragraphs: list[str]) -> None:
    body = "\n\n".join(paragraphs)
    made = Reviewed(path="a.md", notes=Notes(title='A "B", C'), body=body)
    for name in ("letterboxd", "csv"):
        (row,) = rows(format_named(name).write([made], Asked(print)))
        assert (row.get("Title") or row.get("title")) == 'A "B", C'


def test_the_few_tags_hold_no_others() -> None:
    markdown = (
        "## *Cast*\n\n> quoted\n\n- one\n- two\n\n3. three\n\n```\na <b> c\n```\n\n<details>x</details>\n\n"
        "1 < 2 &amp; a<script>alert(1)</script>\n\n> [!spoiler] Ends\n> He leaves.\n\n"
        "| Cast | Role |\n| --- | --- |\n| Amy[^1] | Ada |\n\n[^1]: Once.\n"
    )
    assert in_few_tags(markdown).split("\n\n") == [
        "<b><i>Cast</i></b>",
        "<blockquote>quoted</blockquote>",
        "• one",
        "• two",
        "3. three",
        "a &lt;b> c",
        "x",
        "1 < 2 & aalert(1)",
        "<blockquote><b>Spoiler</b>\nHe leaves.</blockquote>",
        "Cast; Role",
        "Amy[1]; Ada",
        "[1] Once.",
    ]


# Structured data


def test_json_ld_expands_to_the_terms_of_schema_org(folder: Path) -> None:
    data = json.loads(run(folder, "jsonld", "her.md", "--critic").out)
    (node,) = expanded(data)
    schema = "http://schema.org/"
    assert node["@type"] == [f"{schema}CriticReview"]
    (item,) = node[f"{schema}itemReviewed"]
    assert item["@type"] == [f"{schema}Movie"]
    assert item[f"{schema}duration"] == [{"@value": "PT126M"}]
    assert [each[f"{schema}name"][0]["@value"] for each in item[f"{schema}actor"]] == ["Joaquin Phoenix"]
    (rating,) = node[f"{schema}reviewRating"]
    assert rating[f"{schema}ratingValue"] == [{"@value": "4.5"}]
    assert rating[f"{schema}bestRating"] == [{"@value": "5"}]
    for key, said in (("positiveNotes", "The machine is neither"), ("negativeNotes", "The pace drops")):
        (points,) = node[schema + key]
        assert points["@type"] == [f"{schema}ItemList"]
        (point,) = points[f"{schema}itemListElement"]
        assert point[f"{schema}name"][0]["@value"].startswith(said)
        assert point[f"{schema}position"] == [{"@value": 1}]
    assert "leave together" not in json.dumps(data)
    body = node[f"{schema}reviewBody"][0]["@value"]
    assert body.startswith("A man is paid to write other people’s letters, all day.\n\n")


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("film", "Movie"), ("documentary", "Movie"), ("series", "TVSeries"), ("book", "Book"), ("game", "VideoGame"),
        ("album", "MusicAlbum"), ("theatre", "TheaterEvent"), ("restaurant", "Restaurant"),
    ],
)  # fmt: skip
def test_each_kind_reviews_an_item_of_its_own_type(kind: str, type_: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: Tin\nkind: {kind}\nscore: B+\n---\n\nIt rains.\n")
    ran = run(tmp_path, "jsonld", "a.md")
    (node,) = expanded(json.loads(ran.out))
    assert node["http://schema.org/itemReviewed"][0]["@type"] == [f"http://schema.org/{type_}"]
    (rating,) = node["http://schema.org/reviewRating"]
    assert rating["http://schema.org/ratingValue"] == [{"@value": "83"}]
    assert rating["http://schema.org/name"] == [{"@value": "B+"}]
    assert ran.err == "a.md: B+ becomes 83 of 100.\n"


# What schema.org's pages list for each type beside what every Thing and, of the first five, every CreativeWork has.
OF_THING = {"@type", "name", "alternateName", "sameAs"}
OF_WORK = {
    "author", "contentRating", "countryOfOrigin", "dateCreated", "datePublished", "genre", "inLanguage", "publisher",
    "timeRequired", "translator",
}  # fmt: skip
TERMS = {
    "Movie": {"actor", "director", "duration", "musicBy"} | OF_WORK,
    "TVSeries": {"actor", "director", "musicBy", "numberOfSeasons"} | OF_WORK,
    "Book": {"isbn", "numberOfPages"} | OF_WORK,
    "VideoGame": {"actor", "director", "gamePlatform", "musicBy"} | OF_WORK,
    "MusicAlbum": {"albumRelease", "byArtist", "track"} | OF_WORK,
    "TheaterEvent": {
        "actor", "director", "duration", "inLanguage", "location", "performer", "startDate", "workPerformed",
    },
    "Restaurant": {"address", "foundingDate", "priceRange", "servesCuisine"},
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_no_item_has_a_property_that_its_type_has_not(name: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / f"{name}.yaml", tmp_path)
    assert review("new", f"{name}.yaml", "-o", f"{name}.md", cwd=tmp_path).code == 0
    item = json.loads(run(tmp_path, "jsonld", f"{name}.md").out)["itemReviewed"]
    assert set(item) - OF_THING <= TERMS[item["@type"]]


def test_what_is_no_date_and_no_number_is_not_given_for_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: Tin\nkind: series\nseasons: Season 2\nrelease: in May\nyear: 2019\n---\n\nIt rains.\n"
    )
    item = json.loads(run(tmp_path, "jsonld", "a.md").out)["itemReviewed"]
    assert item == {"@type": "TVSeries", "name": "Tin", "dateCreated": "2019"}


@pytest.mark.parametrize("mark", ["callout", "details", "shortcode"])
def test_search_engines_are_told_no_spoiler(mark: str, folder: Path) -> None:
    (folder / ".review.yaml").write_text(f"spoiler_mark: {mark}\n")
    (folder / "tin.yaml").write_text(
        "title: Tin\nverdict: It rains.\nspoilers: The aunt did it\nscore: 4/5\n"
    )
    assert review("new", "tin.yaml", "--spoilers", "-o", "tin.md", cwd=folder).code == 0
    assert "The aunt did it" in (folder / "tin.md").read_text()
    said = run(folder, "jsonld", "tin.md", "--unfinished").out
    assert "aunt" not in said
    assert "It rains." in said
    assert "The aunt did it" in run(folder, "hugo", "tin.md", "--unfinished").out
    diary = run(folder, "letterboxd", "tin.md", "--unfinished")
    assert "The aunt did it." in rows(diary.out)[0]["Review"]
    assert "{{" not in diary.out
    assert "tin.md: tells a spoiler that the site shows to all, until you tick its box for that." in diary.err


def test_several_drafts_are_one_graph(folder: Path) -> None:
    (folder / "tin.md").write_text("# Tin (2019)\n\nIt rains.\n")
    nodes = expanded(json.loads(run(folder, "jsonld", "her.md", "tin.md").out))
    names = [node["http://schema.org/itemReviewed"][0]["http://schema.org/name"] for node in nodes]
    assert names == [[{"@value": "Her"}], [{"@value": "Tin"}]]


def expanded(data: dict[str, Any]) -> list[dict[str, Any]]:
    """As a JSON-LD processor reads it, with schema.org's context as a vocabulary: no network in tests."""
    from pyld import jsonld

    context = {"@context": {"@vocab": "http://schema.org/"}}

    def load(url: str, _: Any) -> dict[str, Any]:
        assert url.rstrip("/") == "https://schema.org"
        return {
            "contextUrl": None,
            "documentUrl": url,
            "document": context,
            "contentType": "application/ld+json",
        }

    found: list[dict[str, Any]] = jsonld.expand(data, {"documentLoader": load})
    return found


def test_an_h_review_is_read_by_a_microformats_parser(folder: Path) -> None:
    (item,) = mf2py.parse(doc=run(folder, "hreview", "her.md").out, html_parser="html5lib")["items"]
    assert item["type"] == ["h-review"]
    found = item["properties"]
    assert found["name"] == ["Her"]
    assert found["rating"] == ["4.5"]
    assert found["best"] == ["5"]
    assert found["published"] == ["2026-11-21"]
    assert found["category"] == ["love", "machines, talking"]
    assert found["item"][0]["properties"]["name"] == ["Her"]
    assert found["author"][0]["properties"]["name"] == ["Bo Day"]
    assert "all day" in found["content"][0]["value"]
    assert "Directed by" not in found["content"][0]["value"]


# Pages of sites


@pytest.mark.parametrize("name", ["hugo", "jekyll", "eleventy"])
def test_a_page_has_the_generators_keys_and_the_facts(name: str, folder: Path) -> None:
    head, body = matter(run(folder, name, "her.md").out)
    assert head["title"] == "Her"
    assert str(head["date"]) == "2026-11-21"
    assert head["rating"] == "4.5/5"
    assert head["directors"] == ["Spike Jonze"]
    assert head["cast"] == ["Joaquin Phoenix"]
    assert head["imdb_id"] == "tt1798709"
    assert str(head["watched_date"]) == "2026-11-20"
    assert "kind" not in head
    assert "draft" not in head
    assert "review" not in head
    assert body.startswith("\nA man is paid to write *other*")
    assert "review-" not in body


def test_each_generator_has_its_own_ways(folder: Path) -> None:
    text = DRAFT.replace("See it", "<!-- review-todo verdict: the verdict -->\nSee {{ it }}")
    (folder / "her.md").write_text(text)
    hugo, jekyll, eleventy, obsidian = (
        matter(run(folder, name, "her.md", "--unfinished").out)[0]
        for name in ("hugo", "jekyll", "eleventy", "obsidian")
    )
    assert hugo["draft"] is True
    assert (jekyll["layout"], jekyll["categories"]) == ("post", ["reviews"])
    assert (jekyll["published"], jekyll["render_with_liquid"]) == (False, False)
    assert eleventy["tags"] == ["reviews", "love", "machines, talking"]
    assert (eleventy["draft"], eleventy["templateEngineOverride"]) == (True, "md")
    assert obsidian["tags"] == ["mediaDB/tv/movie", "review", "love", "machines-talking"]
    assert (obsidian["type"], obsidian["personalRating"], obsidian["score"]) == ("movie", 9, "4.5/5")
    assert (obsidian["watched"], str(obsidian["lastWatched"])) == (True, "2026-11-20")


def test_files_are_called_as_each_generator_wants_them(folder: Path) -> None:
    for name in ("hugo", "jekyll", "eleventy", "obsidian"):
        assert run(folder, name, "her.md", "-o", f"{name}/").code == 0
    found = sorted(str(file.relative_to(folder)) for file in folder.glob("*/*"))
    assert found == ["eleventy/her.md", "hugo/her.md", "jekyll/2026-11-21-her.md", "obsidian/Her (2013).md"]


def test_a_section_left_empty_has_no_bare_heading_and_the_writers_words_stay(tmp_path: Path) -> None:
    (tmp_path / "tin.md").write_text(
        "---\ntitle: Tin Roof\nyear: 2019\n---\n\n# *Tin Roof* (2019)\n\nIt rains.\n\n## Themes\n\n"
        "## Go and see it\n\n## Performances and craft\n\n## Verdict\n\nGo.\n\n## Critique\n",
        encoding="utf-8",
    )
    ran = review("export", "hugo", "tin.md", "--unfinished", cwd=tmp_path)
    assert ran.out.endswith("It rains.\n\n## Go and see it\n\n## Verdict\n\nGo.\n")
    assert "still to be written: themes, performances and craft, critique." in ran.err


def test_a_headline_is_the_title_and_the_work_is_named_beside_it(folder: Path) -> None:
    (folder / "her.md").write_text(DRAFT.replace("# *Her* (2013)", "# The voice in *his* ear"))
    head, _ = matter(run(folder, "hugo", "her.md").out)
    assert (head["title"], head["work"]) == ("The voice in his ear", "Her")


def test_a_house_has_its_own_keys(folder: Path) -> None:
    (folder / ".review.yaml").write_text(
        "front_matter: {put: {layout: film}, rename: {rating: stars}, drop: [cast]}\n"
    )
    head, _ = matter(run(folder, "hugo", "her.md").out)
    assert (head["layout"], head["stars"]) == ("film", "4.5/5")
    assert "cast" not in head


@pytest.mark.slow
@pytest.mark.skipif(not (Path(HUGO).exists() or os.environ.get("CI")), reason="no Hugo here: make hugo")
def test_a_hugo_site_of_ten_drafts_of_every_kind_builds_with_them_unedited(tmp_path: Path) -> None:
    for name in KINDS:
        shutil.copy(ROOT / "examples" / f"{name}.yaml", tmp_path)
    (tmp_path / "tin.yaml").write_text(
        "title: 'Tin: \"Roof\"'\nyear: 2019\nsynopsis: 'It {{< rains >}}.'\nscore: B+\n"
    )
    assert (
        review("new", *(f"{name}.yaml" for name in [*KINDS, "tin"]), "-o", "drafts/", cwd=tmp_path).code == 0
    )
    for draft in (tmp_path / "drafts").glob("*.md"):
        draft.write_text(re.sub(r"<!-- review-todo.*?-->", "Written.", draft.read_text()))
    layouts = tmp_path / "site" / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text(
        '<!doctype html><h1>{{ .Title }}</h1><p id="rating">{{ .Params.rating }}</p><p id="medium">{{ .Params.medium }}</p>'
        "<main>{{ .Content }}</main>"
    )
    (layouts / "list.html").write_text("{{ range .Pages }}{{ .Title }}{{ end }}")
    (tmp_path / "site" / "hugo.toml").write_text('baseURL = "https://example.org/"\n')
    ran = review("export", "hugo", "drafts", "-o", "site/content/reviews/", cwd=tmp_path)
    assert ran.code == 0, ran.err
    subprocess.run([HUGO, "--quiet"], cwd=tmp_path / "site", check=True, capture_output=True, timeout=120)
    public = tmp_path / "site" / "public" / "reviews"
    pages = {name: read(public / name / "index.html") for name in [*KINDS, "tin"]}
    shown = {name: words(page.find(".//p[@id='rating']")) for name, page in pages.items()}
    assert (shown["her"], shown["fleabag"], shown["tin"]) == ("4.5/5", "A", "B+")
    media = {words(page.find(".//p[@id='medium']")) for page in pages.values()}
    assert media == {"film", "documentary", "series", "book", "game", "album", "theatre", "restaurant"}
    assert words(next(pages["tin"].iter("h1"))) == 'Tin: "Roof"'
    assert "{{< rains >}}" in words(pages["tin"].find(".//main"))
    for page in pages.values():
        assert len(list(page.iter("h1"))) == 1
        first = words(next(page.find(".//main").iter("p")))
        assert not re.match(
            r"(?:Directed|By|Developed|Original title|With) |.*\d+ (?:minutes|pages|visits)\b", first
        )


# Archives


def test_an_archive_as_a_table_keeps_the_score_and_says_it_out_of_a_hundred(folder: Path) -> None:
    (row,) = rows(run(folder, "csv", "her.md").out)
    assert (row["path"], row["kind"], row["title"], row["year"]) == ("her.md", "film", "Her", "2013")
    assert (row["score"], row["score_100"], row["seen"], row["rewatch"]) == (
        "4.5/5",
        "90",
        "2026-11-20",
        "yes",
    )
    assert row["tags"] == "love; machines, talking"
    assert row["review"].startswith("A man is paid to write *other*")


def test_a_spreadsheet_executes_no_cell(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: '=HYPERLINK(\"x\")'\nauthor: '@home'\n---\n\n+1 for the rain.\n"
    )
    (row,) = rows(run(tmp_path, "csv", "a.md").out)
    assert (row["title"], row["author"], row["review"]) == (
        '\'=HYPERLINK("x")',
        "'@home",
        "'+1 for the rain.",
    )
    (row,) = rows(run(tmp_path, "letterboxd", "a.md").out)
    assert row["Title"] == '\'=HYPERLINK("x")'
    (tmp_path / "diary.csv").write_text("Title,Year,Rating,Directors\n'=SUM(1),2013,4,'-x\n")
    made = review("import", "letterboxd", "diary.csv", cwd=tmp_path)
    assert "'=SUM(1)" not in made.out  # our own apostrophe is no part of the title
    assert "=SUM(1)" in made.out


def test_json_ld_ends_no_script_of_the_page_that_it_is_put_into(tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script><!--"
    (tmp_path / "a.md").write_text(f"---\ntitle: '{evil}'\nauthor: '{evil}'\n---\n\nWords \\</script>.\n")
    ran = run(tmp_path, "jsonld", "a.md")
    assert not {"<", ">", "&"} & set(ran.out)
    assert json.loads(ran.out)["itemReviewed"]["name"] == evil


@given(st.text())
@example("\t=1")
@example("\r-1")
def test_no_guarded_cell_begins_a_formula(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert guarded(text).endswith(text)


def test_an_archive_as_json_holds_the_facts_and_nothing_secret(folder: Path) -> None:
    data = json.loads(run(folder, "json", "her.md").out)
    assert data["version"] == 1
    (one,) = data["reviews"]
    assert one["score"] == {"text": "4.5/5", "value": 4.5, "scale": 5.0, "out_of_100": 90.0}
    assert one["seen"] == {"date": "2026-11-20", "rewatch": True}
    assert one["cast"] == ["Joaquin Phoenix as Theodore Twombly"]
    assert "Alan Watts" not in json.dumps(data)
    assert "leave together" not in json.dumps(data)


# Scores


@pytest.mark.parametrize(
    ("text", "best", "step", "value", "remark"),
    [
        ("4.5/5", 10, 1, 9, None),
        ("★★★½", 5, 0.5, 3.5, "★★★½ has no scale; taken as out of five, it is 3.5 of 5"),
        ("7/10", 10, 1, 7, None),
        ("87/100", 5, 0.5, 4.5, "87/100 is 4.35 of 5, rounded to 4.5"),
        ("85/100", 10, 1, 9, "85/100 is 8.5 of 10, rounded to 9"),
        ("B−", 100, 1, 67, "B− becomes 67 of 100"),
        ("90%", 10, 1, 9, None),
    ],
)
def test_scores_on_other_scales(text: str, best: int, step: float, value: float, remark: str | None) -> None:
    score = score_of(text)
    assert score is not None
    found = converted(score, best, step)
    assert found is not None
    assert (found.value, found.remark) == (value, remark)


def test_letters_fall_from_the_best_to_nothing() -> None:
    points = list(LETTERS.values())
    assert points == sorted(points, reverse=True)
    assert (points[0], points[-1]) == (100, 0)


# Drafts


@pytest.mark.parametrize(
    "line",
    [
        "Directed by Spike Jonze. With Joaquin Phoenix. 126 minutes. R. In English.",
        "Directed by Spike Jonze, with Amy Adams and Rooney Mara. 101 min.",
        "By Joni Mitchell. Reprise. 36 minutes.",
        "Seafood and Cornish. 3 Harbour Row, St Brannick. £58 a head with a carafe. 2 visits.",
        "Original title: 戦場のメリークリスマス. Directed by Nagisa Ōshima.",
        "Edited by Eric Zumbrunnen. Music by Arcade Fire.",
        "Developed by Spike Jonze. 12 hours played.",
        "Showrunner: Spike Jonze. Composer: Arcade Fire.",
    ],
)
def test_a_line_of_facts_is_a_line_of_credits(line: str) -> None:
    yaml_ = (
        "title: Her\ndirectors: Spike Jonze\ncast: [Joaquin Phoenix]\ncertificate: R\nlanguages: English\n"
        "original_title: 戦場のメリークリスマス\nwriters: [Nagisa Ōshima, Joni Mitchell]\n"
        "extra: {a: b}\n"
    )
    notes = parse_notes(yaml_)[0]
    assert notes is not None
    if line.startswith("Seafood"):
        yaml_ = (
            "kind: restaurant\ntitle: Net\ncuisine: [Seafood, Cornish]\nprice: £58 a head with a carafe\n"
            "address: 3 Harbour Row, St Brannick\n"
        )
        notes = parse_notes(yaml_)[0]
    if line.startswith("By"):
        yaml_ = "kind: album\ntitle: Blue\nartists: [Nagisa Ōshima, Joni Mitchell]\nlabel: Reprise\n"
        notes = parse_notes(yaml_)[0]
    assert is_credit_line(line, notes)


@pytest.mark.parametrize(
    "line",
    [
        "Directed by a man in love, the film never looks away.",
        "With Phoenix gone, nobody sings.",
        "Based on a true story, and none the better for it.",
        "Her: a love story.",
        "By Candlelight.",
        "Starring Tom Hanks, who is dreadful.",
        "Spike Jonze wrote and directed Her.",
        "Joaquin Phoenix.",
        "Los Angeles, a few years from now.",
        "In 1942, Captain Yonoi runs a camp.",
        "Edited by somebody in a hurry, it drags.",
        "Music by a stranger plays in every room.",
    ],
)
def test_a_sentence_of_the_writer_is_no_line_of_credits(line: str) -> None:
    notes = parse_notes(HER)[0]
    assert not is_credit_line(line, notes)
    assert not is_credit_line(line, None)


def test_a_title_underlined_is_taken_out_too() -> None:
    assert without_opening("Her (2013)\n==========\n\nIt rains.\n", None) == ("It rains.\n", "Her (2013)")
    assert without_opening("It rains.\n\n# Later\n", None) == ("It rains.\n\n# Later\n", None)


def test_the_line_of_credits_leaves_no_gap() -> None:
    text = "# Her\n\nA line above.\n\nDirected by Spike Jonze, with Amy Adams. 126 min.\n\nIt rains.\n"
    notes = parse_notes(HER)[0]
    assert without_opening(text, notes) == ("A line above.\n\nIt rains.\n", "Her")


def test_a_heading_tells_title_and_year_where_nothing_else_does(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Paris, Texas (1984): a man walks out\n\nIt rains.\n")
    head, _ = matter(run(tmp_path, "hugo", "a.md").out)
    assert (head["title"], head["work"]) == ("Paris, Texas (1984): a man walks out", "Paris, Texas")
    assert head["year"] == 1984


def test_one_bad_draft_is_named_and_the_others_go_on(folder: Path) -> None:
    (folder / "bad.yaml").write_text("title: Bad\nyear: soon\n")
    (folder / "bad.md").write_text("# Bad\n\nIt rains.\n")
    (folder / "nameless.md").write_text("It rains.\n")
    ran = run(folder, "csv", "bad.md", "her.md", "nameless.md", "gone.md")
    assert [row["title"] for row in rows(ran.out)] == ["Her"]
    assert ran.code == 2
    assert [line.split(" ")[0] for line in ran.err.splitlines()] == [
        "bad.yaml:2:7:",
        "nameless.md:",
        "gone.md:",
    ]


def test_windows_files_and_byte_order_marks_are_read_alike(folder: Path) -> None:
    plain = run(folder, "json", "her.md").out
    for name in ("her.md", "her.yaml"):
        text = (folder / name).read_text().replace("\n", "\r\n")
        (folder / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert run(folder, "json", "her.md").out == plain


def test_what_the_writer_added_to_the_drafts_front_matter_counts(folder: Path) -> None:
    (folder / "her.yaml").write_text(HER.replace("date: 2026-11-21\n", "").replace("author: Bo Day\n", ""))
    (folder / "her.md").write_text(
        DRAFT.replace("draft: true", "draft: true\ndate: 2026-12-01\nauthor: Al Low")
    )
    head, _ = matter(run(folder, "hugo", "her.md").out)
    assert (str(head["date"]), head["author"]) == ("2026-12-01", "Al Low")


def test_two_drafts_of_one_name_are_not_written_over_one_another(folder: Path) -> None:
    (folder / "old").mkdir()
    shutil.copy(folder / "her.md", folder / "old")
    ran = run(folder, "hugo", "her.md", "old/her.md", "-o", "site/", "--notes", "her.yaml")
    assert ran.code == 2
    assert "old/her.md: would have the same file as her.md: site/her.md." in ran.err
    assert (folder / "site" / "her.md").exists()


def test_a_title_that_the_writer_gave_the_front_matter_is_the_headline(folder: Path) -> None:
    text = DRAFT.replace("title: Her", "title: The voice in his ear").replace("# *Her* (2013)\n\n", "")
    (folder / "her.md").write_text(text)
    head, _ = matter(run(folder, "eleventy", "her.md").out)
    assert (head["title"], head["work"]) == ("The voice in his ear", "Her")


@given(st.sampled_from(all_formats()), st.text(max_size=80), st.text(max_size=200), st.text(max_size=30))
@example("hugo", "---", "{{< a >}} {{% b %}} {{<", "x: y")
@example("obsidian", "*", "> [!spoiler] a", "1234")
def test_any_words_can_be_exported(name: str, title: str, body: str, tag: str) -> None:
    told: list[str] = []
    notes = Notes(title=title or "x", score=score_of("B+"), tags=(tag,), date="2026-11-20")
    made = Reviewed(path="a.md", notes=notes, body=body, headline=tag or None)
    form = format_named(name)
    text = form.write([made], Asked(told.append))
    if form.house_keys:
        head = yaml.safe_load(text.split("---\n")[1])
        assert title in ("", head.get("work", head["title"]), head.get("englishTitle"))
        assert text.endswith(body) or name == "hugo"
    elif form.ending == ".json":
        json.loads(text)
    if form.file_name:
        assert not set(form.file_name(made)) & set('/\\:*?"<>|')


def test_facts_in_toml_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        '+++\ntitle = "Tin"\nyear = 2019\ndirectors = ["Ann Lee"]\nscore = "4/5"\ndate = 2026-11-20\n+++\n\nIt rains.\n'
    )
    head, body = matter(run(tmp_path, "hugo", "a.md").out)
    assert (head["title"], head["year"], head["rating"], str(head["date"])) == (
        "Tin",
        2019,
        "4/5",
        "2026-11-20",
    )
    assert (head["directors"], body) == (["Ann Lee"], "\nIt rains.\n")


def test_nothing_is_written_over_without_force(folder: Path) -> None:
    (folder / "diary.csv").write_text("mine")
    ran = run(folder, "letterboxd", "her.md", "-o", "diary.csv")
    assert (ran.code, (folder / "diary.csv").read_text()) == (2, "mine")
    assert ran.err == "diary.csv: already exists. Pass --force to write over it.\n"
    assert run(folder, "letterboxd", "her.md", "-o", "diary.csv", "--force").code == 0
    assert (folder / "diary.csv").read_text().startswith("tmdbID,")


def test_a_folder_that_cannot_be_made_is_said(folder: Path) -> None:
    for command in (["export", "hugo", "her.md"], ["strip", "her.md"]):
        ran = review(*command, "-o", "her.yaml/site/", cwd=folder)
        assert (ran.code, ran.out, ran.err) == (2, "", "her.yaml/site: cannot be made: not a directory.\n")


def test_a_pipe_is_enough(folder: Path) -> None:
    ran = run(folder, "hugo", "-", stdin=DRAFT)
    assert matter(ran.out)[0]["rating"] == "4.5/5"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["hogo", "her.md"], "“hogo” is no format of export. Did you mean hugo?"),
        (
            ["hugo", "her.md", "her.md"],
            "Every draft becomes a file of its own. Name a folder for them: -o site/",
        ),
        (["csv", "her.md", "-o", "./"], "./: is a folder. Name a file: reviews.csv"),
        (["csv", "her.yaml"], "her.yaml: holds notes, not a draft. Use `review check her.yaml`."),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], said: str, folder: Path) -> None:
    ran = run(folder, *arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{said}\n")


def test_the_help_names_every_format() -> None:
    said = " ".join(review("export", "--help", COLUMNS="200").out.split())
    *others, last = all_formats()
    assert f"{', '.join(others)} or {last}." in said


def test_every_format_says_what_it_is() -> None:
    for name in all_formats():
        assert format_named(name).ending.startswith(".")
