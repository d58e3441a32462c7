"""Front matter of existing drafts: of Hugo, Jekyll, Eleventy, Astro, Obsidian (Letterboxd and Media DB notes).

Every key that another program has a name for goes under ours; what has no place here goes under `extra`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reviewcli.document.front_matter import read_front_matter
from reviewcli.exchange.importing.cells import day, listed, yes
from reviewcli.exchange.importing.credited import cast_values, credit
from reviewcli.exchange.importing.entry import Entry, Found, Values, found_in
from reviewcli.notes.front_matter import title_and_year
from reviewcli.notes.kinds import DEFAULT, KEYS, KINDS, kind_in
from reviewcli.notes.works import score_of
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source
from reviewcli.texts.yaml.nodes import place_at, plain_value
from reviewcli.texts.yaml.reading import parse_yaml

# What others call our keys; a key of ours keeps its name.
_NAMES = {
    "work": "title", "name": "title", "originaltitle": "original_title",
    "publishdate": "date", "pubdate": "date", "published": "date",
    "rating": "score", "grade": "score", "stars": "score", "personalrating": "score", "my_rating": "score",
    "director": "directors", "writer": "writers", "screenplay": "writers", "actors": "cast", "starring": "cast",
    "genre": "genres", "country": "countries", "language": "languages", "mpaa": "certificate",
    "certification": "certificate", "rated": "certificate", "duration": "runtime", "length": "runtime",
    "premiere": "release", "reviewer": "author",
    "released": "release", "releasedate": "release", "summary": "standfirst", "excerpt": "standfirst",
    "description": "standfirst", "letterboxd_tags": "tags", "keywords": "tags", "studio": "distributor",
    "watched_date": "seen.date", "watcheddate": "seen.date", "lastwatched": "seen.date", "lastread": "seen.date",
    "date_watched": "seen.date", "finished": "seen.date", "revisit": "seen.rewatch", "rewatch": "seen.rewatch",
    "imdb_id": "ids.imdb", "imdb": "ids.imdb", "imdbid": "ids.imdb", "tmdb_id": "ids.tmdb", "tmdb": "ids.tmdb",
    "tmdbid": "ids.tmdb", "letterboxd_url": "ids.letterboxd", "letterboxd": "ids.letterboxd",
}  # fmt: skip
# What says how a page looks, or belongs to the program that wrote it.
_ASIDE = frozenset(
    "review draft layout permalink aliases image images poster cover thumbnail url weight featured favorite type "
    "subtype datasource id plot onlinerating streamingservices eleventynavigation cssclasses cssclass params "
    "categories comments math toc publish medium watched played read templateengineoverride "
    "render_with_liquid".split()
)
_OF_COLLECTIONS = ("review", "reviews")  # tags that say no more than that a page is a review


def read(sources: Sequence[Source]) -> Found:
    """The facts of each draft's front matter."""
    remarks: list[str] = []
    return found_in(sources, lambda source: [_entry(source, remarks)], remarks)


def _entry(source: Source, remarks: list[str]) -> Entry:
    values = values_of(source, remarks)
    place = Place(source.path, 1)
    if not values:
        raise ReviewError("has no front matter.", place, "Front matter stands between --- lines at the top.")
    if "title" not in values:
        hint = "Add “title: …”, or import it with `review import draft`."
        raise ReviewError("has front matter without a title.", place, hint)
    return Entry(values=values, place=place)


def values_of(source: Source, remarks: list[str]) -> Values:
    """What a draft's front matter says, under the keys of notes; nothing where there is none.

    Raises:
        ReviewError: it cannot be read.
    """
    matter = read_front_matter(source.text)
    data = _data(source, matter.text, matter.text_start, matter.language) if matter else None
    if not isinstance(data, dict):
        return {}
    kind = next((kind for name in _types(data) if (kind := kind_in("front matter", name))), DEFAULT)
    values: Values = {"kind": kind}
    extra = {
        key: value
        for key, value in _flat(data)
        if not _is_aside(key, value, data)
        and not _put(values, _our_name(key, kind, data), value, source, remarks)
    }
    return values | {"extra": extra} if extra else values


def _is_aside(key: str, value: Any, data: dict[str, Any]) -> bool:
    """Whether notes have no use for what a key says."""
    if key.casefold() in _ASIDE or value in (None, "", [], {}):
        return True
    if _NAMES.get(key.casefold()) == "score" != key and "score" in data:
        return True  # the same mark on another scale
    return key == "published" and _text(value) in ("yes", "no", "true", "false")  # Jekyll's word for a draft


def _our_name(key: str, kind: str, data: dict[str, Any]) -> str:
    if key.casefold() == "author" and (authors := KINDS[kind].author_is) and authors not in data:
        return authors  # where both stand, the author is the page's
    return _names().get(key.casefold(), key)


def _names() -> dict[str, str]:
    """What others call our keys, with the words that belong to a kind."""
    return {word: key for kind in KINDS.values() for word, key in kind.page_keys.items()} | _NAMES


def _data(source: Source, text: str, start: int, language: str) -> Any:
    """Front matter as plain data, its texts as they stand."""
    if language == "toml":
        import tomllib

        try:
            return tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
        except tomllib.TOMLDecodeError as error:
            raise ReviewError(f"has front matter that is no TOML: {error}.", Place(source.path, 1)) from None
    read = parse_yaml(text)
    if read.problems:
        problem = read.problems[0]
        raise ReviewError(problem.message, place_at(source.text, start + problem.span.start, source.path))
    return plain_value(read.node)


def _flat(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Keys and values; those that Hugo keeps under `params` too."""
    yield from _in_english(data).items()
    params = data.get("params")
    if isinstance(params, dict):
        yield from params.items()


def _in_english(data: dict[str, Any]) -> dict[str, Any]:
    """Notes of Media DB have the title of the country that a work is from, and the English one beside it."""
    english, title = data.get("englishTitle"), data.get("title")
    rest = {key: value for key, value in data.items() if key != "englishTitle"}
    if not isinstance(english, str) or not isinstance(title, str) or english in ("", title):
        return rest
    return {**rest, "title": english, "original_title": title}


def _types(data: dict[str, Any]) -> list[str]:
    return [str(data.get(name) or "").casefold().replace(" ", "") for name in ("kind", "type", "medium")]


def _put(values: Values, name: str, value: Any, source: Source, remarks: list[str]) -> bool:
    """Put a value under a key of notes; False where it fits under none."""
    top, _, inner = name.partition(".")
    if top not in KINDS[str(values["kind"])].keys or top in ("kind", "review", "extra"):
        return False
    if top == "score":
        return _put_score(values, _text(value), source, remarks)
    if top == "title":
        _put_title(values, _text(value), is_film=name != "name")
    elif (top in ("tags", "cast") or KEYS[top].shape.form == "names") and not _has_objects(value):
        texts = _texts(value)
        values[top] = _cast(texts) if top == "cast" else [*values.get(top, []), *texts]
    elif inner:
        text = _written(inner, _text(value))
        values[top] = {**values.get(top, {}), **({inner: text} if text else {})}
    else:
        values[top] = value if _is_as_it_stands(top, value) else _written(top, _text(value))
    return True


def _cast(texts: list[str]) -> list[Any]:
    return cast_values(credit(*(text.split(" as ", 1) if " as " in text else (text, ""))) for text in texts)


def _is_as_it_stands(key: str, value: Any) -> bool:
    return isinstance(value, list | dict) and key not in ("date", "release", "runtime")


def _written(key: str, text: str) -> str:
    """A text as notes write what that key holds."""
    if key == "rewatch":
        return "yes" if yes(text) else ""
    if key in ("date", "release"):
        return day(text)
    return re.sub(r"^PT(?:(\d+)H)?(?:(\d+)M)?$", _minutes, text) if key == "runtime" else text


def _put_title(values: Values, text: str, *, is_film: bool) -> None:
    """A title and its year; where a page has a title beside its film's, it is the headline."""
    title, year = title_and_year(text)
    if is_film and "title" in values and title != values["title"]:
        values["headline"], values["title"] = values["title"], title
    else:
        values["title"] = title
    if year:
        values.setdefault("year", str(year))


def _put_score(values: Values, text: str, source: Source, remarks: list[str]) -> bool:
    if score_of(text) is not None:
        values["score"] = text
        return True
    if text not in ("0", ""):
        remarks.append(
            f"{source.path}: “{text}” has no scale; it stands under extra. Write 4/5, 8/10 or the like."
        )
    return False


def _minutes(match: re.Match[str]) -> str:
    return str(int(match[1] or 0) * 60 + int(match[2] or 0)) if match[1] or match[2] else match[0]


def _has_objects(value: Any) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(each, dict | list) for each in value)
    )


def _text(value: Any) -> str:
    """A value as a text; a link of Obsidian without its brackets."""
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", str(value)).strip()


def _texts(value: Any) -> list[str]:
    if not isinstance(value, list):
        return listed(_text(value))
    texts = [text.lstrip("#") for each in value if (text := _text(each))]
    return [text for text in texts if text not in _OF_COLLECTIONS and not text.startswith("mediaDB/")]
