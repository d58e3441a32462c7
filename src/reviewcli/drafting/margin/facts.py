"""Facts that changed in the notes: into the draft where it has them as they were made, else into the margin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec

from reviewcli.document.front_matter import read_front_matter
from reviewcli.drafting.margin.digests import Digests, Fact, body_lines, facts_in
from reviewcli.texts.findings import Edit, Span

_ALIKE = 0.4  # two lines of facts that tell of the same


class Changed(msgspec.Struct, frozen=True):
    """What goes into the draft, and what of the facts, new or gone, is for its writer to place."""

    edits: tuple[Edit, ...] = ()
    new: tuple[tuple[str, str], ...] = ()  # a key, and what of its value the draft does not have
    gone: tuple[tuple[str, int], ...] = ()  # keys, and lines of the draft with where they end; -1 of a key


def changed_facts(source: str, fresh: str, old: Digests, new: Digests) -> Changed:
    """What the facts of the notes change in a draft.

    Args:
        source: the draft as its writer left it.
        fresh: the draft as the notes would make it now.
        old: what the draft has seen.
        new: what it has seen when this is done.
    """
    entries, lines = _entries(source, fresh, old), _lines(source, fresh, old, new)
    told = dict(entries.new)
    for line, _ in lines.new:
        told = _keys_in(line, fresh, source, old) | told
    return Changed((*entries.edits, *lines.edits), tuple(told.items()), (*entries.gone, *lines.gone))


def _entries(source: str, fresh: str, old: Digests) -> Changed:
    """What happens in front matter; `new` are the keys that its writer has changed as well."""
    now, mine = facts_in(fresh), facts_in(source)
    changed = [
        key for key, fact in now.items() if not (old.has_fact(key, fact) or fact.text == _text(key, mine))
    ]
    gone = [key for key in mine.keys() - now.keys() if old.knows(key)]
    as_made = {key for key in (*changed, *gone) if old.has_fact(key, mine.get(key))}
    edits = [
        Edit(_span(key, now, mine, source), _text(key, now)) for key in (*changed, *gone) if key in as_made
    ]
    new = [(key, _missing(now[key].text, _text(key, mine))) for key in changed if key not in as_made]
    return Changed(tuple(edits), tuple(new), tuple((key, -1) for key in sorted(gone) if key not in as_made))


def _text(key: str, facts: dict[str, Fact]) -> str:
    return facts[key].text if key in facts else ""


def _span(key: str, now: dict[str, Fact], mine: dict[str, Fact], source: str) -> Span:
    """Where a key stands in front matter; a new one goes behind the nearest of those before it."""
    if key in mine:
        return mine[key].span
    before = [mine[name].span.end for name in list(now)[: list(now).index(key)] if name in mine]
    matter = read_front_matter(source)
    place = before[-1] if before else matter.text_start if matter else 0
    return Span(place, place)


def _lines(source: str, fresh: str, old: Digests, new: Digests) -> Changed:
    """What happens to lines of nothing but facts; `new` are those that find no place."""
    mine = [*_spans(source)]
    left = {line: span.end for line, span in mine if line in old and line not in new}
    made = [line for line in body_lines(fresh) if line in new and line not in old and line not in dict(mine)]
    instead: dict[str, str] = {}
    for line in made:
        before = max(left.keys() - instead.keys(), key=lambda each: (_likeness(each, line), each), default="")
        if _likeness(before, line) >= _ALIKE:
            instead[before] = line
    edits = [Edit(span, instead[line]) for line, span in mine if line in instead]
    unplaced = [(line, "") for line in made if line not in instead.values()]
    gone = [(line, end) for line, end in left.items() if line not in instead]
    return Changed(tuple(edits), tuple(unplaced), tuple(gone))


def _keys_in(line: str, fresh: str, source: str, old: Digests) -> dict[str, str]:
    """The changed facts that a line tells, each with what is new of it; the line itself where it tells none."""
    changed = {key: fact.text for key, fact in facts_in(fresh).items() if not old.has_fact(key, fact)}
    told = {key: text for key, text in changed.items() if any(value in line for value in _values(text))}
    return {key: _missing(text, source) for key, text in told.items()} or {"": line.lstrip("# ")}


def _spans(source: str) -> Iterator[tuple[str, Span]]:
    matter = read_front_matter(source)
    for match in re.compile(r"[^\r\n]+").finditer(source, matter.span.end if matter else 0):
        yield match[0], Span(*match.span())


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _values(lines: str) -> list[str]:
    """The values in lines of front matter: numbers, names, titles."""
    inside = lines.partition(":")[2]
    parts = re.split(r"\n\s*-\s+|[\[\]{}\n]|,\s|\b\w+:\s", inside)
    return [value for part in parts if (value := part.strip().strip('"'))]


def _missing(lines: str, text: str) -> str:
    """What of a value a text does not have; all of it where it has all."""
    values = _values(lines)
    return ", ".join([value for value in values if value not in text] or values)
