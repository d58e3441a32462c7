"""A page of a site generator: front matter in its own keys, then the words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reviewcli.exchange.export._format import Reviewed
from reviewcli.notes.model import names_of
from reviewcli.texts.yaml.writing import Day, value_lines

_MPAA = ("G", "PG", "PG-13", "R", "NC-17")
_WATCHED = ("film", "documentary", "series")


def page(values: Mapping[str, Any], body: str) -> str:
    """YAML between its fences, what is empty left out, and the body below."""
    return f"---\n{''.join(value_lines(values))}---\n" + (f"\n{body}" if body else "")


def site_facts(review: Reviewed) -> dict[str, Any]:
    """The facts that every site generator gets, under the names that review sites use for them.

    `kind` is `medium`, since Hugo has a `kind` of its own. Lists keep their plural names. The score is as it was
    written; `score` would be ours, `rating` is what sites call it.
    """
    notes = review.notes
    seen = notes.seen
    return {
        "work": notes.title if review.headline else None,
        "original_title": notes.original_title,
        "medium": notes.kind,
        "year": notes.year,
        "rating": notes.score.text if notes.score else None,
        "directors": names_of(notes.directors),
        "writers": names_of(notes.writers),
        "authors": names_of(notes.authors),
        "translators": names_of(notes.translators),
        "artists": names_of(notes.artists),
        "developers": names_of(notes.developers),
        "publisher": notes.publisher or ", ".join(notes.publishers),
        "label": notes.label,
        "isbn": notes.isbn,
        "pages": notes.pages,
        "platforms": list(notes.platforms),
        "network": notes.network,
        "venue": notes.venue,
        "address": notes.address,
        "cuisine": list(notes.cuisine),
        "price": notes.price,
        "cast": names_of(member for member in notes.cast if not member.spoiler),
        "runtime": notes.runtime,
        "mpaa" if notes.certificate in _MPAA else "certificate": notes.certificate,
        "countries": list(notes.countries),
        "languages": list(notes.languages),
        "genres": list(notes.genres),
        "imdb_id": notes.ids.get("imdb"),
        "tmdb_id": notes.ids.get("tmdb"),
        "watched_date" if notes.kind in _WATCHED else "seen": day(seen.date) if seen else None,
    }


def day(text: str | None) -> str | None:
    """A date that a site generator knows for one; any other text is no date to it, and is left out."""
    return Day(text) if is_day(text) else None


def is_day(text: str | None) -> bool:
    """Whether it is written as 2026-11-20."""
    return bool(text and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text))


def holds_liquid(body: str) -> bool:
    """Whether a page would be taken for a template: its words hold {{ or {%."""
    return "{{" in body or "{%" in body
