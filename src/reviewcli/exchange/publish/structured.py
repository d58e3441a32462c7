"""A review as schema.org has it, for search engines: JSON-LD from the notes' facts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from reviewcli.notes.kinds import KINDS
from reviewcli.notes.model import Notes, Person, Score

# Our key, schema.org's property, and the type of what stands there (None: a text).
_PROPERTIES = (
    ("original_title", "alternateName", None),
    ("year", "dateCreated", None),
    ("release", "datePublished", None),
    ("directors", "director", "Person"),
    ("cast", "actor", "Person"),
    ("certificate", "contentRating", None),
    ("countries", "countryOfOrigin", "Country"),
    ("languages", "inLanguage", None),
    ("genres", "genre", None),
    ("authors", "author", "Person"),
    ("translators", "translator", "Person"),
    ("publisher", "publisher", "Organization"),
    ("pages", "numberOfPages", None),
    ("isbn", "isbn", None),
    ("developers", "author", "Organization"),
    ("publishers", "publisher", "Organization"),
    ("platforms", "gamePlatform", None),
    ("artists", "byArtist", "MusicGroup"),
    ("tracks", "track", "MusicRecording"),
    ("seasons", "numberOfSeasons", None),
    ("company", "performer", "PerformingGroup"),
    ("performance_date", "startDate", None),
    ("venue", "location", "Place"),
    ("address", "address", None),
    ("cuisine", "servesCuisine", None),
    ("price", "priceRange", None),
)
_OF_SCREENPLAYS = ("Movie", "TVSeries")
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


def script(data: dict[str, Any]) -> str:
    """JSON-LD as a script of HTML: nothing in it can end the script."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return f'<script type="application/ld+json">\n{text}\n</script>'


def _item(notes: Notes) -> dict[str, Any]:
    kind = KINDS[notes.kind].schema_type
    item: dict[str, Any] = {"@type": kind, "name": notes.title}
    for key, name, type_ in _PROPERTIES:
        if name not in item or item[name] is None:
            item[name] = _value(getattr(notes, key, None), type_)
    if kind in _OF_SCREENPLAYS:
        item["author"] = _value(notes.writers, "Person")
    if kind in (*_OF_SCREENPLAYS, "VideoGame"):
        item["musicBy"] = _value(notes.crew.get("music"), "Person")
    if notes.runtime and kind != "Restaurant":
        item["duration" if kind in ("Movie", "TheaterEvent") else "timeRequired"] = f"PT{notes.runtime}M"
    item |= {name: _date(item.get(name)) for name in _DATES}
    if not re.fullmatch(r"[0-9]+", item["numberOfSeasons"] or ""):
        item["numberOfSeasons"] = None
    if notes.label:
        item["albumRelease"] = {"@type": "MusicRelease", "recordLabel": _value(notes.label, "Organization")}
    if kind in ("TheaterEvent", "Restaurant"):
        item = _as_no_work(item, notes)
    imdb = notes.ids.get("imdb", "")
    item["sameAs"] = f"https://www.imdb.com/title/{imdb}/" if re.fullmatch(r"tt[0-9]+", imdb) else None
    return item


def _date(text: str | None) -> str | None:
    return text if text and re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", text) else None


def _as_no_work(item: dict[str, Any], notes: Notes) -> dict[str, Any]:
    """A restaurant has the year in which it opened; a play is a work that an evening performs."""
    kept = {key: value for key, value in item.items() if key not in _OF_WORKS}
    if item["@type"] == "Restaurant":
        kept["foundingDate"] = item["dateCreated"]
        return kept
    work = {"@type": "CreativeWork", "name": notes.title, "author": _value(notes.writers, "Person")}
    kept["workPerformed"] = _filled({**{key: item[key] for key in sorted(_OF_WORKS)}, **work})
    return kept


def _value(value: Any, type_: str | None) -> Any:
    """A value of the notes: people by name without those whom the cast hides, one instead of a list of one."""
    if isinstance(value, str | int) or value is None:
        return {"@type": type_, "name": value} if type_ and value else _text(value)
    if not isinstance(value, Iterable):
        return None
    found = [_one(each, type_) for each in value if not getattr(each, "spoiler", False)]
    found = [each for each in found if each]
    return found[0] if len(found) == 1 else found


def _one(value: Any, type_: str | None) -> Any:
    name = value.name if isinstance(value, Person) else value if isinstance(value, str) else None
    return {"@type": type_, "name": name} if type_ and name else _text(name)


def _text(value: Any) -> Any:
    return str(value) if isinstance(value, int) else value


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
