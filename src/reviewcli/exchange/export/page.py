"""A page of a site generator: front matter in its own keys, then the words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reviewcli.exchange.export._format import Reviewed
from reviewcli.notes.kinds import KEYS, KINDS, Field
from reviewcli.notes.model import Notes, Person
from reviewcli.notes.shapes import DAY
from reviewcli.notes.values import plain_names
from reviewcli.texts.yaml.writing import Day, value_lines

_MPAA = ("G", "PG", "PG-13", "R", "NC-17")


def page(values: Mapping[str, Any], body: str) -> str:
    """YAML between its fences, what is empty left out, and the body below."""
    return f"---\n{''.join(value_lines(values))}---\n" + (f"\n{body}" if body else "")


def site_facts(review: Reviewed) -> dict[str, Any]:
    """The facts that every site generator gets, under the names that review sites use for them.

    `kind` is `medium`, since Hugo has a `kind` of its own. Lists keep their plural names. The score is as it was
    written; `score` would be ours, `rating` is what sites call it.
    """
    notes, kind = review.notes, KINDS[review.notes.kind]
    seen = notes.seen
    return {
        "work": notes.title if review.headline else None,
        "original_title": notes.original_title,
        "medium": notes.kind,
        "year": notes.year,
        "rating": notes.score.text if notes.score else None,
        "directors": plain_names(notes.directors),
        "writers": plain_names(notes.writers),
        **{field.name: noted(notes, field) for field in kind.site},
        "cast": plain_names(member for member in notes.cast if not member.spoiler),
        "runtime": notes.runtime,
        "mpaa" if notes.certificate in _MPAA else "certificate": notes.certificate,
        "countries": list(notes.countries),
        "languages": list(notes.languages),
        "genres": list(notes.genres),
        "imdb_id": notes.ids.get("imdb"),
        "tmdb_id": notes.ids.get("tmdb"),
        kind.seen_as: day(seen.date) if seen else None,
    }


def noted(notes: Notes, field: Field) -> Any:
    """What the notes hold for a field of a page: people by name, without those whom the cast hides."""
    value = notes.fact(field.key)
    if KEYS[field.key].shape is DAY:
        return day(value)
    if isinstance(value, tuple):
        shown = [each for each in value if not getattr(each, "spoiler", False)]
        value = [each.name if isinstance(each, Person) else each for each in shown]
        return ", ".join(value) if field.is_text else value
    return list(value) if isinstance(value, dict) else value


def day(text: str | None) -> str | None:
    """A date that a site generator knows for one; any other text is no date to it, and is left out."""
    return Day(text) if is_day(text) else None


def is_day(text: str | None) -> bool:
    """Whether it is written as 2026-11-20."""
    return bool(text and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text))


def holds_liquid(body: str) -> bool:
    """Whether a page would be taken for a template: its words hold {{ or {%."""
    return "{{" in body or "{%" in body
