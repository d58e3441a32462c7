"""TMDb: the JSON of a film or series, with its credits where they were appended (append_to_response=credits).

What is no fact of a review (overview, votes, pictures) stays out. Of the cast come the credited, by their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.exchange.importing.credited import WRITES, cast_values, credit, crew_values
from reviewcli.exchange.importing.entry import Entry, Found, Values, found_in
from reviewcli.exchange.importing.json_items import Item, items_of, objects_at, text_at, texts_at
from reviewcli.notes.kinds import DEFAULT, KINDS, kind_in
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source


def read(sources: Sequence[Source]) -> Found:
    """The titles of such files."""
    return found_in(sources, lambda source: [_entry(item, source) for item in items_of(source)])


def _entry(item: Item, source: Source) -> Entry:
    place = Place(source.path)
    title = _title(item, place)
    released = text_at(item, "release_date") or text_at(item, "first_air_date")
    crew = [
        (text_at(each, "job"), text_at(each, "name"))
        for name in ("credits", "aggregate_credits")
        for each in objects_at(item, name, "crew")
    ]
    original = text_at(item, "original_title") or text_at(item, "original_name")
    runtime = text_at(item, "runtime")
    kind = kind_in("tmdb", "movie" if text_at(item, "title") else "tv") or DEFAULT
    values: Values = {
        "kind": kind,
        "title": title,
        "original_title": original if original != title else "",
        "year": released[:4],
        "directors": _named(crew, {"Director"}) or texts_at(item, "created_by"),
        "writers": _named(crew, WRITES),
        "cast": cast_values(
            credit(text_at(each, "name"), text_at(each, "character"))
            for each in sorted(objects_at(item, "credits", "cast"), key=_order)
            if text_at(each, "name") and "(uncredited)" not in text_at(each, "character")
        ),
        "crew": crew_values(crew),
        "runtime": "" if runtime == "0" else runtime,
        "countries": texts_at(item, "production_countries"),
        "languages": [
            text_at(each, "english_name") or text_at(each, "name")
            for each in objects_at(item, "spoken_languages")
        ],
        "genres": texts_at(item, "genres"),
        "release": released,
        **_of_kind(item, kind),
        "ids": {
            "imdb": text_at(item, "imdb_id") or text_at(item, "external_ids", "imdb_id"),
            "tmdb": text_at(item, "id"),
        },
    }
    return Entry(values=values, place=place)


def _of_kind(item: Item, kind: str) -> Values:
    """What only some kinds of work have."""
    return {
        field.key: ", ".join(texts_at(item, field.name)) if field.is_text else text_at(item, field.name)
        for field in KINDS[kind].columns.get("tmdb", ())
    }


def _title(item: Item, place: Place) -> str:
    title = text_at(item, "title") or text_at(item, "name")
    if title:
        return title
    if message := text_at(item, "status_message"):
        raise ReviewError(f"is no title but an answer of TMDb: {message}", place)
    hint = "Save what TMDb answers for a film: /movie/152601?append_to_response=credits."
    raise ReviewError("is no title of TMDb: it has no “title” and no “name”.", place, hint)


def _order(member: Item) -> int:
    order = member.get("order")
    return order if isinstance(order, int) else 10_000


def _named(crew: list[tuple[str, str]], jobs: frozenset[str] | set[str]) -> list[str]:
    """Who has one of these jobs, each once."""
    return list(dict.fromkeys(name for job, name in crew if job in jobs and name))
