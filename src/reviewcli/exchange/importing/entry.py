"""What an import has found for one review, and how it stands as notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from reviewcli.notes.kinds import DEFAULT, KINDS
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source
from reviewcli.texts.findings import Finding, Span
from reviewcli.texts.yaml.nodes import node_of

Values = dict[str, Any]  # texts, lists and mappings, under the keys of notes


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One review's facts under the keys of notes; `places` says where a key's value stands in the file.

    `partial` is what belongs into notes that are there, and has no title.
    """

    values: Values
    place: Place
    partial: bool = False
    places: Mapping[str, Place] = {}

    @property
    def title(self) -> str:
        """What is reviewed."""
        return str(self.values.get("title", ""))

    @property
    def label(self) -> str:
        """The title with its year, for messages."""
        year = self.values.get("year")
        return f"{self.title} ({year})" if year else self.title

    @property
    def work(self) -> tuple[str, ...]:
        """What tells this work from others: kind, title and year."""
        kind, year = self.values.get("kind", DEFAULT), self.values.get("year", "")
        return str(kind), self.title.casefold(), str(year)

    @property
    def day(self) -> str:
        """The day it was seen; nothing where that is not said."""
        seen = self.values.get("seen")
        return str(seen.get("date", "")) if isinstance(seen, dict) else ""


class Found(msgspec.Struct, frozen=True):
    """All that files hold: entries, what could not be read, and what else a person should know."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[ReviewError, ...] = ()
    remarks: tuple[str, ...] = ()


def found_in(
    sources: Iterable[Source], entries: Callable[[Source], Iterable[Entry]], remarks: Sequence[str] = ()
) -> Found:
    """The entries of each source; one that cannot be read leaves the others.

    Args:
        sources: the files.
        entries: what a file holds.
        remarks: what is said while they are read.
    """
    found: list[Entry] = []
    problems: list[ReviewError] = []
    for source in sources:
        try:
            found += entries(source)
        except ReviewError as error:
            problems.append(error)
    return Found(tuple(found), tuple(problems), tuple(remarks))


def notes_of(entry: Entry) -> str:
    """An entry as notes.

    Raises:
        ReviewError: there is no title.
        ExceptionGroup: of every value that notes cannot hold, at the place of the value.
    """
    from reviewcli.notes.parsing import parse_notes
    from reviewcli.texts.yaml.writing import node_lines

    values = fitting(entry.values)
    if "title" not in values and not entry.partial:
        raise ReviewError("title: there is none.", entry.place)
    order = ["kind", *KINDS[str(values.get("kind", DEFAULT))].keys]
    names = sorted(values, key=order.index)
    text = "".join(node_lines(name, node_of(values[name])) for name in names)
    whole = f"title: x\n{text}" if entry.partial else text
    _, findings = parse_notes(whole)
    if findings:
        raise ExceptionGroup("notes", [_refused(entry, _key_at(whole, each.span), each) for each in findings])
    return text


def _refused(entry: Entry, key: str, finding: Finding) -> ReviewError:
    return ReviewError(f"{key}: {finding.message}", entry.places.get(key, entry.place))


def fitting(values: Values) -> Values:
    """The values that are not empty; what the kind has no key for goes under `extra`."""
    kind = str(values.get("kind", DEFAULT))
    known = KINDS[kind].keys
    full = {key: value for key, each in values.items() if (value := _cleaned(each)) not in _EMPTY}
    extra = {key: value for key, value in full.items() if key not in known}
    kept = {key: value for key, value in full.items() if key in known and (key, value) != ("kind", DEFAULT)}
    return kept | {"extra": {**kept.get("extra", {}), **extra}} if extra else kept


_EMPTY: tuple[Any, ...] = (None, "", [], {})


def _cleaned(value: Any) -> Any:
    """The value without what is empty in it."""
    if isinstance(value, dict):
        return {key: each for key, item in value.items() if (each := _cleaned(item)) not in _EMPTY}
    if isinstance(value, list | tuple):
        return [each for item in value if (each := _cleaned(item)) not in _EMPTY]
    return readable(value) if isinstance(value, str) else value


def readable(text: str) -> str:
    """A text without the characters that no YAML may hold, not even in quotation marks."""
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]", " ", text).strip()


def _key_at(text: str, span: Span) -> str:
    """The key of notes under which a place of their text stands."""
    keys = re.findall(r"^([A-Za-z_]+):", text[: span.end + 1], re.MULTILINE)
    return keys[-1] if keys else "title"
