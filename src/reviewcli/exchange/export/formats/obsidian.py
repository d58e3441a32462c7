"""A note for Obsidian, with the properties of the Media DB plugin, as its source has them (src/models/*Model.ts).

`personalRating` is out of ten; `score` keeps the mark as it was written. The file is called “Title (Year)”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.exchange.export.page import day, noted, page
from reviewcli.exchange.export.scores import converted
from reviewcli.exchange.publish.structured import imdb_page
from reviewcli.notes.kinds import KINDS, MediaNote
from reviewcli.notes.model import Notes


def _write(reviews: Sequence[Reviewed], asked: Asked) -> str:
    (review,) = reviews
    notes = review.notes
    media = KINDS[notes.kind].media
    values = {
        "type": media.type or notes.kind,
        "subType": media.sub_type,
        "title": notes.original_title or notes.title,
        "englishTitle": notes.title,
        "year": str(notes.year) if notes.year else None,
        "dataSource": media.source if "imdb" in notes.ids else None,
        "url": imdb_page(notes),
        "id": notes.ids.get("imdb") or notes.ids.get("tmdb"),
        "genres": list(notes.genres),
        **_of_kind(notes, media),
        "personalRating": _rating(review, asked),
        "score": notes.score.text if notes.score else None,
        "headline": review.headline,
        "reviewer": notes.author,
        "date": day(notes.date),
        "tags": [each for each in (media.tag, "review", *map(_tag, notes.tags)) if each],
    }
    return page(values, review.body)


def _of_kind(notes: Notes, media: MediaNote) -> dict[str, Any]:
    found = {field.name: noted(notes, field) for field in media.fields}
    if found.get("duration"):
        found["duration"] = f"{notes.runtime} min"
    seen = day(notes.seen.date) if notes.seen else None
    return {
        **found,
        **({media.done: True} if media.done else {}),
        **({media.last: seen} if media.last else {}),
    }


def _rating(review: Reviewed, asked: Asked) -> int | float | None:
    score = review.notes.score
    found = converted(score, 10, 0.5) if score else None
    if found is None:
        return None
    if found.remark:
        asked.tell(f"{review.path}: {found.remark}.")
    return int(found.value) if found.value % 1 == 0 else found.value


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
