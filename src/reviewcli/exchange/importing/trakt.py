"""Trakt: JSON of an account (history, watched, ratings, comments), and the CSV of its lists and histories.

History items have watched_at, action, type and movie {title, year, ids}; ratings rated_at and rating (1 to 10); watched
films plays and last_watched_at. Comments stand as {type, movie, comment: {comment, spoiler, review, parent_id,
created_at}}, which is what public programs that read an account's comments-movies.json say as well. The columns of the
CSV (watched_at, action, type, title, year, trakt_rating, trakt_id, imdb_id, tmdb_id, tvdb_id, url, released, runtime …)
are those that programs name which read a history; trakt_rating is everybody's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reviewcli.exchange.importing.cells import day, listed
from reviewcli.exchange.importing.entry import Entry, Found, Values
from reviewcli.exchange.importing.joining import joined
from reviewcli.exchange.importing.json_items import Item, items_of, text_at, texts_at
from reviewcli.exchange.importing.rows import Row, rows_of
from reviewcli.notes.kinds import kind_in
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source

_WORKS = ("movie", "show")


def read(sources: Sequence[Source]) -> Found:
    """Films and series; single episodes and seasons are left out and counted."""
    problems: list[ReviewError] = []
    left_out: Counter[str] = Counter()
    viewings: list[Entry] = []
    others: list[Entry] = []
    for source in sources:
        for item, place in _items(source, problems):
            kind = _type_of(item)
            if kind_in("trakt", kind) is None:
                left_out[kind or "nothing that is named"] += 1
            elif not text_at(item, kind, "title"):
                problems.append(ReviewError(f"{place[1]} has no title.", place[0]))
            elif text_at(item, "comment", "parent_id") not in ("", "0"):
                left_out["reply"] += 1
            else:
                (viewings if "watched_at" in item else others).append(_entry(item, kind, place[0]))
    viewings.sort(key=lambda entry: entry.day)
    entries, remarks = joined(_with_rewatches(viewings), others)
    counts = [f"{count} left out of the type {name}." for name, count in left_out.items()]
    return Found(tuple(entries), tuple(problems), (*counts, *remarks))


def _items(source: Source, problems: list[ReviewError]) -> Iterator[tuple[Item, tuple[Place, str]]]:
    """Every item with its place and what a message calls it."""
    if source.text.lstrip()[:1] in ("[", "{"):
        try:
            items = items_of(source)
        except ReviewError as error:
            problems.append(error)
            return
        for number, item in enumerate(items, 1):
            yield item, (Place(source.path), f"item {number}")
        return
    needed = (("title",), ("type", "trakt_id", "imdb_id"))
    rows, wrong = rows_of([source], needed, "a CSV or JSON of Trakt")
    problems += wrong
    yield from ((_item_of(row), (row.place("title"), "the row")) for row in rows)


def _item_of(row: Row) -> Item:
    """A row as the same thing in JSON."""
    kind = row["type"] or ("episode" if row["episode_number"] else "movie")
    ids = {name: row.first(f"{name}_id", name) for name in ("trakt", "imdb", "tmdb")}
    work = {
        "title": row["title"],
        "year": row["year"],
        "ids": ids,
        "released": row["released"],
        "runtime": row["runtime"],
        "genres": listed(row["genres"]),
    }
    item: Item = {"type": kind, kind: work, "rating": row["rating"], "rated_at": row["rated_at"]}
    item["comment"] = {"comment": row.first("comment", "notes"), "created_at": ""}
    return item | ({"watched_at": row["watched_at"]} if row["watched_at"] else {})


def _type_of(item: Item) -> str:
    named = text_at(item, "type")
    return named or next(
        (kind for kind in ("episode", "season", *_WORKS) if isinstance(item.get(kind), dict)), ""
    )


def _entry(item: Item, kind: str, place: Place) -> Entry:
    work = item[kind]
    watched = day(text_at(item, "watched_at") or text_at(item, "last_watched_at"))
    plays = text_at(item, "plays")
    again = plays.isdigit() and int(plays) > 1
    rating = text_at(item, "rating")
    comment = text_at(item, "comment", "comment") or text_at(item, "comment")
    said = text_at(item, "comment", "created_at") or text_at(item, "created_at") or text_at(item, "rated_at")
    spoiler = item["comment"].get("spoiler") if isinstance(item.get("comment"), dict) else item.get("spoiler")
    values: Values = {
        "kind": kind_in("trakt", kind),
        "title": text_at(work, "title"),
        "year": text_at(work, "year"),
        "runtime": "" if text_at(work, "runtime") == "0" else text_at(work, "runtime"),
        "certificate": text_at(work, "certification"),
        "genres": texts_at(work, "genres"),
        "release": day(text_at(work, "released")),
        "ids": {name: text_at(work, "ids", name) for name in ("trakt", "imdb", "tmdb")},
        "seen": {"date": watched, "rewatch": "yes" if again else ""},
        "opening": comment,
        "score": f"{rating}/10" if rating not in ("", "0") else "",
        "date": day(said),
        "extra": {"spoiler": "yes"} if spoiler is True and comment else {},
    }
    return Entry(values={key: value for key, value in values.items() if value}, place=place)


def _with_rewatches(viewings: list[Entry]) -> Iterator[Entry]:
    """The viewings in order; from the second of a work on they are rewatches."""
    seen: set[tuple[str, ...]] = set()
    for entry in viewings:
        if entry.work in seen:
            again = {**entry.values, "seen": {**entry.values["seen"], "rewatch": "yes"}}
            yield Entry(values=again, place=entry.place)
        else:
            seen.add(entry.work)
            yield entry
