"""Which work a sentence speaks of: titles in italics and in quotation marks, the work's own and others'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from reviewcli.document import Block, Document, once
from reviewcli.notes.model import Notes
from reviewcli.notes.surnames import fold

_SMALL = frozenset("a an and as at but by for from in into is of on or over the to vs with".split())


class Work(msgspec.Struct, frozen=True):
    """A title where it stands in a block's text. `is_own` is of the work under review, `is_exact` in full."""

    start: int
    end: int
    is_own: bool
    is_exact: bool


def title_key(title: str) -> str:
    """A title as it is compared: folded, without marks."""
    plain = fold(title).replace("'", "").replace("&", " and ")
    return " ".join(re.findall(r"\w+", plain))


@once
def own_titles(doc: Document) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of the work's titles in full, and of what they may be cut down to."""
    if doc.notes is None:
        return frozenset(), frozenset()
    full = [title for title in (doc.notes.title, doc.notes.original_title) if title]
    short = {part for title in full for part in re.split(r":\s|\s[–—-]\s|,\s", title)[:2]}
    short |= {re.sub(r"^(?:the|an?)\s+", "", title, flags=re.IGNORECASE) for title in (*full, *short)}
    short |= {re.sub(r"^(?:Dr\.|Mr\.|Mrs\.)\s+", "", title) for title in full}
    keys = frozenset(title_key(title) for title in full)
    return keys, frozenset(title_key(title) for title in short if title) - keys


@once
def works_in(doc: Document, block: Block) -> tuple[Work, ...]:
    """The titles in a block, in order: what is in italics or quoted and looks like one, and the plain own title."""
    found = list(_marked_titles(doc, block))
    for match in _own_title(doc.notes.title).finditer(block.text) if doc.notes else ():
        if not any(work.start < match.end() and match.start() < work.end for work in found):
            found.append(Work(*match.span(), is_own=True, is_exact=True))
    return tuple(sorted(found, key=lambda work: work.start))


def _marked_titles(doc: Document, block: Block) -> Iterator[Work]:
    exact, short = own_titles(doc)
    for start, end in (*block.emphasis, *block.quotations):
        text = block.text[start:end].strip("“”\"'‘’ ,.")
        if text and _looks_like_title(text):
            key = title_key(text)
            is_exact = key in exact or _is_slip(doc, key)
            is_own = is_exact or (key in short and not _has_other_year(doc, block.text[end : end + 10]))
            yield Work(start, end, is_own, is_exact)


@lru_cache(maxsize=64)
def _own_title(title: str) -> re.Pattern[str]:
    """The title without marks; “It” or “Her” stands for itself beside a year, “film” or a name only."""
    plain = rf"{re.escape(title)}(?!\w)"
    if len(title) <= 3:
        return re.compile(rf"(?<!\w){plain}(?=\s*\((?:1[89]|20)\d\d)|(?<=['’]s ){plain}|(?<=film ){plain}")
    return re.compile(rf"(?<!\w){plain}|(?<!\w){re.escape(title.upper())}(?!\w)")


def _has_other_year(doc: Document, after: str) -> bool:
    """Whether a title that is the beginning of this one is told apart by its year: *Dune* (1984)."""
    year = re.match(r"[*_”\"’']*\s*[(\[](\d{4})", after)
    return year is not None and doc.notes is not None and doc.notes.year not in (None, int(year[1]))


def _is_slip(doc: Document, key: str) -> bool:
    """Whether a title is the work's own with a letter wrong, so that what stands beside it is told of the work."""
    exact, _ = own_titles(doc)
    return (
        doc.notes is not None
        and any(is_near(key, own) for own in exact)
        and key not in other_titles(doc.notes)
    )


def _looks_like_title(text: str) -> bool:
    words = re.findall(r"[\w’']+", text)
    if not words or len(words) > 12 or (text[-1:] in "!?" and len(words) > 6):
        return False
    if not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    large = [word for word in words if word.lower() not in _SMALL]
    return all(word[0].isupper() or word[0].isdigit() for word in large) or len(words) == 1


def other_works(doc: Document, block: Block, start: int, end: int) -> tuple[Work, ...]:
    """The titles of other works in `start..end` of a block."""
    return tuple(
        work for work in works_in(doc, block) if not work.is_own and start < work.end and work.start < end
    )


def other_titles(notes: Notes) -> frozenset[str]:
    """What is right as it stands though it is near the title: other works, and names."""
    others = [work.title for work in notes.comparisons]
    others += [notes.based_on.title or ""] if notes.based_on else []
    others += [notes.franchise.name or "", notes.franchise.after or ""] if notes.franchise else []
    others += [
        *notes.names,
        *(title for title, _ in notes.named("titles")),
        *(role for actor in notes.cast for role in actor.roles),
    ]
    return frozenset(title_key(title) for title in others if title)


def is_near(key: str, right: str) -> bool:
    """Whether one title is another with a slip: a letter or two off, no plural, no number, no other word."""
    if abs(len(key) - len(right)) > 2 or min(len(key), len(right)) < 5 or key[0] != right[0]:
        return False
    mine, true = key.split(), right.split()
    if len(mine) != len(true):
        return key.replace(" ", "") == right.replace(" ", "")  # Block Busters
    wrong = [(one, other) for one, other in zip(mine, true, strict=True) if one != other]
    if len(wrong) != 1 or re.findall(r"\d+", key) != re.findall(r"\d+", right):
        return False
    return _is_slip_of(*wrong[0], len(true))


def _is_slip_of(word: str, right: str, size: int) -> bool:
    """Whether a word of a title of so many words is the right one with a letter wrong: no numeral, no plural."""
    if {word, right} & _ROMAN or min(len(word), len(right)) < 4 or right == f"{word}s":
        return False
    if size == 1 and word.rstrip("s") == right.rstrip("s"):
        return False  # Alien, Aliens
    from reviewcli.reading.facts.spelling import slips

    return slips(word, right) <= (2 if len(right) > 7 or (size > 2 and len(right) > 5) else 1)


_ROMAN = frozenset("i ii iii iv v vi vii viii ix x".split())
