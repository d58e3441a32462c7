"""Drafts as HTML and as plain text."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import ROOT, review
from reviewcli.exchange.publish.html import to_html
from reviewcli.exchange.publish.structured import structured_review
from reviewcli.exchange.publish.text import columns, to_text
from reviewcli.notes import Notes, load_notes

NOTES = """\
title: Her
year: 2013
directors: Spike Jonze
writers: Spike Jonze
cast:
  - Joaquin Phoenix as Theodore
  - {name: Hidden Name, role: The Twist, spoiler: true}
runtime: 126
release: 2013-12-18
genres: [romance, drama]
ids: {imdb: tt1798709}
synopsis: He buys an operating system.
score: 4.5/5
author: Ann Lee
date: 2026-11-20
"""


def page(text: str) -> Any:
    """The page as a strict parser of HTML reads it."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def json_ld(text: str) -> Any:
    (script,) = page(text).iter("script")
    assert script.get("type") == "application/ld+json"
    return json.loads(script.text)


def test_a_page_is_an_article_that_search_engines_and_feed_readers_understand(tmp_path: Path) -> None:
    import mf2py

    (tmp_path / "her.yaml").write_text(NOTES)
    ran = review("new", "her.yaml", "--to", "html", cwd=tmp_path)
    assert ran.code == 0
    data = json_ld(ran.out)
    assert data["@type"] == "Review"
    assert data["itemReviewed"] == {
        "@type": "Movie",
        "name": "Her",
        "dateCreated": "2013",
        "datePublished": "2013-12-18",
        "director": {"@type": "Person", "name": "Spike Jonze"},
        "actor": {"@type": "Person", "name": "Joaquin Phoenix"},
        "genre": ["romance", "drama"],
        "author": {"@type": "Person", "name": "Spike Jonze"},
        "duration": "PT126M",
        "sameAs": "https://www.imdb.com/title/tt1798709/",
    }
    assert data["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": "4.5",
        "bestRating": "5",
        "worstRating": "0",
    }
    assert data["author"] == {"@type": "Person", "name": "Ann Lee"}
    assert data["datePublished"] == "2026-11-20"
    (item,) = mf2py.parse(doc=ran.out)["items"]
    assert item["type"] == ["h-review"]
    found = item["properties"]
    assert found["name"] == ["Her (2013)"]
    assert found["item"][0]["properties"]["name"] == ["Her"]
    assert (found["rating"], found["best"], found["worst"]) == (["4.5"], ["5"], ["0"])
    assert found["author"][0]["properties"]["name"] == ["Ann Lee"]
    assert found["published"] == ["2026-11-20"]
    assert "He buys an operating system." in found["content"][0]["value"]


HOSTILE = "</script><script>alert(1)</script>"


@pytest.mark.parametrize("hostile", [HOSTILE, "</title><b>&amp;\"'", "<!-- --><img src=x onerror=y>", "-->"])
def test_a_hostile_title_is_a_title(hostile: str, tmp_path: Path) -> None:
    notes = {"title": hostile, "author": hostile, "synopsis": f"It is {hostile} called."}
    (tmp_path / "x.yaml").write_text(json.dumps(notes))
    ran = review("new", "x.yaml", "--to", "html", cwd=tmp_path)
    assert ran.code == 0
    tree = page(ran.out)
    assert json_ld(ran.out)["itemReviewed"]["name"] == hostile
    assert words(tree.find(".//title")) == " ".join(hostile.split())
    assert not list(tree.iter("img"))
    assert len(list(tree.iter("script"))) == 1


@pytest.mark.parametrize("body", ["A <script>alert(1)</script> B", "<script>alert(1)</script>\n", "[a](javascript:b)",
                                  "<details onclick=x>\n\na\n\n</details>", "<!-- a --!><script>x</script> -->", "<!--><script>x</script>-->"])  # fmt: skip
def test_html_in_a_draft_is_text(body: str) -> None:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(to_html(f"# T\n\n{body}\n", None))
    assert not list(tree.iter("script"))
    assert not [
        each for each in tree.iter() if each.get("onclick") or "javascript" in (each.get("href") or "")
    ]


def test_spoilers_fold_and_comments_stay() -> None:
    text = "# T\n\n> [!spoiler]- The end\n> They *leave*.\n\n<!-- mine -->\n\n<details><summary>Spoiler</summary>\n\nGone.\n\n</details>\n"
    tree = page(to_html(text, None))
    assert [words(each) for each in tree.iter("details")] == ["Spoiler They leave.", "Spoiler Gone."]
    assert "<!-- mine -->" in to_html(text, None)


@given(st.text(), st.text(), st.text())
def test_any_text_is_a_page(title: str, author: str, body: str) -> None:
    notes = Notes(title=title or "x", author=author)
    text = to_html(f"# {title}\n\n{body}", notes)
    assert json_ld_of_any(text)["itemReviewed"]["name"] == notes.title


def json_ld_of_any(text: str) -> Any:
    start = text.index('<script type="application/ld+json">') + len('<script type="application/ld+json">')
    return json.loads(text[start : text.index("</script>")])


@pytest.mark.parametrize(
    ("score", "rating"),
    [
        ("B+", {"ratingValue": "B+", "bestRating": "A+", "worstRating": "F"}),
        ("87/100", {"ratingValue": "87", "bestRating": "100", "worstRating": "0"}),
        ("★★★", {"ratingValue": "3"}),
        ("★★★½☆", {"ratingValue": "3.5", "bestRating": "5", "worstRating": "0"}),
    ],
)
def test_a_score_has_the_ends_of_its_scale(score: str, rating: dict[str, str]) -> None:
    notes = load_notes("x", f"title: Her\nscore: {score}\n")
    assert structured_review(notes)["reviewRating"] == {"@type": "Rating", **rating}


def test_text_holds_no_markdown_and_wraps() -> None:
    ran = review("new", ROOT / "examples" / "her.yaml", "--to", "text", "--width", "60")
    assert ran.out.startswith("Her (2013)\n\nWritten and directed by Spike Jonze.")
    assert max(map(len, ran.out.splitlines())) <= 60
    assert not [mark for mark in ("*", "#", "---", "<!--", "\\") if mark in ran.out]
    unwrapped = review("new", ROOT / "examples" / "her.yaml", "--to", "text", "--width", "0")
    assert ran.out.split() == unwrapped.out.split()


def test_a_marker_is_still_a_marker_in_text(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("title: X\n")
    ran = review("new", "x.yaml", "--to", "text", "-o", "x.txt", cwd=tmp_path)
    assert ran.code == 0
    assert "[Write opening: " in (tmp_path / "x.txt").read_text()
    found = review("lint", "x.txt", "--grammar", "off", "--select", "placeholder-left", cwd=tmp_path)
    assert found.code == 1
    ran = review("strip", "-", "--to", "text", "--unfinished", stdin="# X\n\n<!-- review-todo a: b -->\n")
    assert (ran.code, "X" in ran.out, "[Write" in ran.out) == (0, True, False)


MARKDOWN = """\
# *Her*

A [link](https://x.y), <https://x.y>, **bold** `code`, 5 \\* 3 and a note.[^1]\\
Next line <!-- mine -->

- one
- two
  - deep

3. three

> quoted

> [!spoiler]- Ending
> They leave.

| a | b |
|---|---|
| c | d |

***

[^1]: The note.
"""
TEXT = """\
Her

A link (https://x.y), https://x.y, bold code, 5 * 3 and a note.[1]
Next line

• one
• two
  • deep

3. three

    quoted

Spoiler:

    They leave.

a; b

c; d

———

[1] The note.
"""


def test_every_piece_of_markdown_has_a_form_in_text() -> None:
    assert to_text(MARKDOWN) == TEXT


def test_wide_letters_are_two_columns() -> None:
    text = to_text(
        "『千と千尋の神隠し』は、二〇〇一年に公開された日本の長編アニメーション映画である。café e\u0301t\u0301\n",
        width=20,
    )
    assert [columns(line) <= 20 for line in text.splitlines()] == [True] * len(text.splitlines())
    assert not [line for line in text.splitlines() if unicodedata.category(line[0]) in ("Po", "Pe")]
    assert columns("e\u0301") == 1


@given(st.text(alphabet="ab 漢、(“*_#`>-\n"), st.integers(1, 30))
def test_wrapping_keeps_every_word(body: str, width: int) -> None:
    assert "".join(to_text(body, width=width).split()) == "".join(to_text(body, width=0).split())
