"""A note for Obsidian, with the properties of the Media DB plugin, as its source has them (src/models/*Model.ts).

`personalRating` is out of ten; `score` keeps the mark as it was written. The file is called “Title (Year)”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.exchange.export.page import day, page
from reviewcli.exchange.export.scores import converted
from reviewcli.notes.model import Notes, names_of

# Our kind, the plugin's type, and its tag.
_TYPES = {
    "film": ("movie", "mediaDB/tv/movie"),
    "documentary": ("movie", "mediaDB/tv/movie"),
    "series": ("series", "mediaDB/tv/series"),
    "book": ("book", "mediaDB/book"),
    "game": ("game", "mediaDB/game"),
    "album": ("musicRelease", "mediaDB/music/album"),
}


def _write(reviews: Sequence[Reviewed], asked: Asked) -> str:
    (review,) = reviews
    notes = review.notes
    type_, tag = _TYPES.get(notes.kind, (notes.kind, ""))
    values = {
        "type": type_,
        "subType": "album" if notes.kind == "album" else None,
        "title": notes.original_title or notes.title,
        "englishTitle": notes.title,
        "year": str(notes.year) if notes.year else None,
        "dataSource": "OMDbAPI" if "imdb" in notes.ids and type_ in ("movie", "series") else None,
        "url": _url(notes),
        "id": notes.ids.get("imdb") or notes.ids.get("tmdb"),
        "genres": list(notes.genres),
        **_of_kind(notes),
        "personalRating": _rating(review, asked),
        "score": notes.score.text if notes.score else None,
        "headline": review.headline,
        "reviewer": notes.author,
        "date": day(notes.date),
        "tags": [each for each in (tag, "review", *map(_tag, notes.tags)) if each],
    }
    return page(values, review.body)


def _of_kind(notes: Notes) -> dict[str, Any]:
    seen = day(notes.seen.date) if notes.seen else None
    if notes.kind in ("film", "documentary", "series"):
        return {
            "director": names_of(notes.directors),
            "writer": names_of(notes.writers),
            "duration": f"{notes.runtime} min" if notes.runtime else None,
            "actors": names_of(member for member in notes.cast if not member.spoiler),
            "premiere": day(notes.release),
            "watched": True,
            "lastWatched": seen,
        }
    if notes.kind == "book":
        author = ", ".join(names_of(notes.authors))
        return {"author": author, "pages": notes.pages, "isbn": notes.isbn, "read": True, "lastRead": seen}
    if notes.kind == "game":
        return {"developers": names_of(notes.developers), "platforms": list(notes.platforms), "played": True}
    if notes.kind == "album":
        return {"artists": names_of(notes.artists), "label": notes.label}
    if notes.kind == "theatre":
        return {
            "director": names_of(notes.directors),
            "venue": notes.venue,
            "date_seen": day(notes.performance_date),
        }
    return {"address": notes.address, "cuisine": list(notes.cuisine), "price": notes.price}


def _rating(review: Reviewed, asked: Asked) -> int | float | None:
    score = review.notes.score
    found = converted(score, 10, 0.5) if score else None
    if found is None:
        return None
    if found.remark:
        asked.tell(f"{review.path}: {found.remark}.")
    return int(found.value) if found.value % 1 == 0 else found.value


def _url(notes: Notes) -> str | None:
    imdb = notes.ids.get("imdb", "")
    return f"https://www.imdb.com/title/{imdb}/" if re.fullmatch(r"tt[0-9]+", imdb) else None


def _tag(text: str) -> str:
    """A tag as Obsidian has them: letters, figures, - _ /, and no blanks."""
    tag = re.sub(r"[^\w/-]+", "-", text.strip()).strip("-")
    return f"{tag}-" if tag.isdigit() else tag


def _file_name(review: Reviewed) -> str:
    notes = review.notes
    named = f"{notes.title} ({notes.year})" if notes.year else notes.title
    name = " ".join(re.sub(r"[\\/:*?\"<>|#^\[\]\x00-\x1f]", " ", named).split()).strip(". ")
    return name.encode()[:200].decode(errors="ignore") or "review"


FORMAT = Format(ending=".md", write=_write, file_name=_file_name, house_keys=True)
