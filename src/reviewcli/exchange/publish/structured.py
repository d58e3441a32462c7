"""A review as schema.org has it, for search engines: JSON-LD from the notes' facts."""

from __future__ import annotations

import json
import re
from typing import Any

from reviewcli.notes.kinds import KINDS, Field
from reviewcli.notes.model import Notes, Person, Score

# What schema.org has for the keys of several kinds; those of one kind stand with the kind.
_PROPERTIES = (
    Field("alternateName", "original_title"),
    Field("dateCreated", "year"),
    Field("datePublished", "release"),
    Field("director", "directors", "Person"),
    Field("actor", "cast", "Person"),
    Field("contentRating", "certificate"),
    Field("countryOfOrigin", "countries", "Country"),
    Field("inLanguage", "languages"),
    Field("genre", "genres"),
)
_DATES = ("dateCreated", "datePublished", "startDate")  # what is written otherwise is no date to a program
# What schema.org has of works only: an evening in a theatre and a restaurant are none.
_OF_WORKS = frozenset(("dateCreated", "datePublished", "contentRating", "countryOfOrigin", "genre", "author"))


def structured_review(notes: Notes, headline: str | None = None) -> dict[str, Any]:
    """The review of these notes in the words of schema.org; what the notes do not hold is absent."""
    review: dict[str, Any] = {"@context": "https://schema.org", "@type": "Review"}
    review["name"] = headline or notes.headline
    review["itemReviewed"] = _filled(_item(notes))
    if notes.score:
        review["reviewRating"] = {"@type": "Rating", **rating(notes.score)}
    review["author"] = {"@type": "Person", "name": notes.author} if notes.author else None
    review["datePublished"] = _date(notes.date)
    return _filled(review)


def rating(score: Score) -> dict[str, str]:
    """A score with the ends of its scale, where it is known; letters go from A+ to F."""
    if score.value is None:
        return {"ratingValue": score.text, "bestRating": "A+", "worstRating": "F"}
    if score.scale is None:
        return {"ratingValue": f"{score.value:g}"}
    return {"ratingValue": f"{score.value:g}", "bestRating": f"{score.scale:g}", "worstRating": "0"}


def json_of(data: dict[str, Any]) -> str:
    """JSON that can stand in a script of HTML: nothing in it can end that."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def script(data: dict[str, Any]) -> str:
    """JSON-LD as a script of HTML."""
    return f'<script type="application/ld+json">\n{json_of(data)}\n</script>'


def _item(notes: Notes) -> dict[str, Any]:
    kind = KINDS[notes.kind]
    item: dict[str, Any] = {"@type": kind.schema_type, "name": notes.title}
    for field in (*_PROPERTIES, *kind.properties):
        if not field.within:
            item[field.name] = _noted(notes, field)
    if notes.runtime and kind.runtime_is:
        item[kind.runtime_is] = f"PT{notes.runtime}M"
    item |= {name: _date(item[name]) for name in _DATES if name in item}
    for field in kind.properties:
        if field.within and (value := _noted(notes, field)):
            type_, _, name = field.within.partition(".")
            item[field.name] = {"@type": type_, name: value}
    if not kind.is_work:
        item = _as_no_work(item, notes)
    item["sameAs"] = imdb_page(notes)
    return item


def imdb_page(notes: Notes) -> str | None:
    """The address of the work at IMDb, where the notes have its number there."""
    imdb = notes.ids.get("imdb", "")
    return f"https://www.imdb.com/title/{imdb}/" if re.fullmatch(r"tt[0-9]+", imdb) else None


def _noted(notes: Notes, field: Field) -> Any:
    """What the notes hold for a property; a number that is written as a text must be one."""
    key, _, department = field.key.partition(".")
    held = notes.crew.get(department) if department else notes.fact(key)
    if field.name.startswith("numberOf") and not re.fullmatch(r"[0-9]+", str(held)):
        return None
    return _value(held, field.type)


def _date(text: str | None) -> str | None:
    return text if text and re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", text) else None


def _as_no_work(item: dict[str, Any], notes: Notes) -> dict[str, Any]:
    """A place has the year in which it opened; an evening shows a work."""
    kind = KINDS[notes.kind]
    kept = {key: value for key, value in item.items() if key not in _OF_WORKS}
    if kind.opened:
        kept[kind.opened] = item["dateCreated"]
    if kind.shows:
        work = {"@type": "CreativeWork", "name": notes.title}
        kept[kind.shows] = _filled({**{key: item.get(key) for key in sorted(_OF_WORKS)}, **work})
    return kept


def _value(value: Any, type_: str | None) -> Any:
    """A value of the notes: people by name without those whom the cast hides, one instead of a list of one."""
    if isinstance(value, tuple | dict):
        shown = (_one(each, type_) for each in value if not getattr(each, "spoiler", False))
        found = [each for each in shown if each]
        return found[0] if len(found) == 1 else found
    return _one(value, type_)


def _one(value: Any, type_: str | None) -> Any:
    named = value.name if isinstance(value, Person) else value
    if type_ and named:
        return {"@type": type_, "name": named}
    return str(named) if isinstance(named, str | int) else None


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
