"""Which points of the notes a draft holds, also when the writer has edited them lightly."""

from __future__ import annotations

import heapq
import itertools
import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from reviewcli.document.front_matter import read_front_matter
from reviewcli.notes.model import Notes
from reviewcli.notes.surnames import fold

# A point is there when three fifths of its telling words stand close together in the draft.
_ENOUGH = 0.6

# The telling words of a text, each with its places among them.
Told = Mapping[str, Sequence[int]]


class Said(msgspec.Struct, frozen=True):
    """Something that the notes say: under which key, and the words."""

    where: str
    text: str


def points_of(notes: Notes, *, spoilers: bool = False) -> Iterator[Said]:
    """Everything in the notes that is to be told in prose, in the order of the keys."""
    for key in ("headline", "standfirst", "opening"):
        yield from _texts(key, getattr(notes, key))
    groups = {
        "context": notes.context,
        "synopsis": notes.synopsis,
        **{f"performances, {name}": points for name, points in notes.performances.items()},
        **{f"craft, {name}": points for name, points in notes.craft.items()},
        "themes": notes.themes,
        "critique, strengths": notes.critique.strengths,
        "critique, weaknesses": notes.critique.weaknesses,
        "verdict": notes.verdict,
    }
    for where, points in groups.items():
        for point in points:
            if spoilers or not point.spoiler:
                yield Said(where, point.text)
    for work in notes.comparisons:
        yield from _texts("comparisons", work.why or work.title)
    for key in ("audience", "content_note"):
        yield from _texts(key, getattr(notes, key))


def _texts(where: str, text: str | None) -> Iterator[Said]:
    if text:
        yield Said(where, text)


def missing_points(notes: Notes, draft: str, fresh: str, *, spoilers: bool = False) -> list[Said]:
    """What the notes say and the draft does not.

    Args:
        notes: the notes as they are now.
        draft: the draft as the writer left it.
        fresh: the draft as the notes would make it; what its template leaves out is not missed.
        spoilers: whether points that tell too much are wanted as well.
    """
    here, there = told_words(draft), told_words(fresh)
    return [
        said
        for said in points_of(notes, spoilers=spoilers)
        if not is_told(said.text, here) and is_told(said.text, there)
    ]


def told_words(text: str) -> Told:
    """The telling words of a draft, for `is_told`."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(_telling(_body(text))):
        places.setdefault(word, []).append(place)
    return places


def is_told(point: str, told: Told) -> bool:
    """Whether enough of a point's telling words stand close together in a text."""
    wanted = set(_telling(point))
    if not wanted:
        return True
    reach = 2 * len(wanted) + 4
    inside: deque[tuple[int, str]] = deque()
    counts: Counter[str] = Counter()
    for place, word in heapq.merge(*(zip(told.get(word, ()), itertools.repeat(word)) for word in wanted)):
        inside.append((place, word))
        counts[word] += 1
        while place - inside[0][0] >= reach:
            _, left = inside.popleft()
            counts[left] -= 1
            if not counts[left]:
                del counts[left]
        if len(counts) >= len(wanted) * _ENOUGH:
            return True
    return False


def _body(text: str) -> str:
    matter = read_front_matter(text)
    body = text[matter.span.end :] if matter else text
    return re.sub(r"<!--.*?(?:-->|\Z)", " ", body, flags=re.DOTALL)


def _telling(text: str) -> list[str]:
    """The words that carry a point, folded and without their endings; all of them where none carries it."""
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", fold(text.replace("’", "'")))
    return [_stem(word) for word in words if word not in _SMALL] or [_stem(word) for word in words]


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in ("ing", "ed", "es", "ly", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


_SMALL = frozenset(
    "a about after all also an and any are as at be been before but by can could did do does for from had has have he"
    " her him his how i if in into is it its just may more most much my no nor not of off on once one only or our out"
    " over she so some such than that the their them then there these they this those to too up us very was we were"
    " what when where which while who whose will with would you your".split()
)
