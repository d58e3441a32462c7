"""What `review-enable` ends: everything of a name, or the more special one that it names."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reviewcli.document.directives import DISABLE, ENABLE, Directive
from reviewcli.rules._rule import rule_groups
from reviewcli.texts.findings import Span

_ENGINES = ("grammar", "spelling")


def wider_names(name: str) -> tuple[str, ...]:
    """The names that mean all that another means, itself first: everything, and its group."""
    if "/" in name:
        return (name, "", *_ENGINES)
    group = rule_groups().get(name)
    return tuple(dict.fromkeys((name, "", *([group] if group else []))))


class Enabled:
    """The `review-enable` of a draft, in order, to be asked by name and place."""

    def __init__(self, directives: Sequence[Directive]) -> None:
        self._directives = directives
        self._starts = [it.span.start for it in directives]
        self._by_name: dict[str, list[int]] = defaultdict(list)
        for directive in directives:
            for name in {name.text for name in directive.names}:
                self._by_name[name].append(directive.span.start)
        self._ends: dict[tuple[str, tuple[str, ...]], list[int]] = {}

    def last(self, name: str, meant: tuple[str, ...], offset: int) -> int:
        """Where what a name silences was ended last up to an offset, for somebody who means these; -1 where nowhere.

        It ends where the name or a wider one is enabled, and for those that are meant where they are.
        """
        asked = (name, meant)
        if asked not in self._ends:
            within = [it for it in meant if name in wider_names(it)]
            ended = {at for it in (*wider_names(name), *within) for at in self._by_name.get(it, ())}
            self._ends[asked] = sorted(ended)
        ends = self._ends[asked]
        before = bisect_right(ends, offset)
        return ends[before - 1] if before else -1

    def is_of(self, name: str, span: Span) -> bool:
        """Whether a span lies in a comment that enables the name, or something of it."""
        before = bisect_right(self._starts, span.start)
        if not before or span.end > self._directives[before - 1].span.end:
            return False
        names = self._directives[before - 1].names
        wider = wider_names(name)
        return any(it.text in wider or name in wider_names(it.text) for it in names)


def useful_names(directives: Iterable[Directive]) -> set[Span]:
    """The names that enable something which was silenced: the whole of it, else a part."""
    opened: dict[str, set[str]] = defaultdict(set)  # by each name that is wider, and by itself
    useful: set[Span] = set()
    for directive in directives:
        if directive.kind == DISABLE:
            for name in directive.names:
                for wider in wider_names(name.text):
                    opened[wider].add(name.text)
        elif directive.kind == ENABLE:
            useful.update(_ending(opened, directive))
    return useful


def _ending(opened: dict[str, set[str]], directive: Directive) -> Iterator[Span]:
    """The names of a directive that end something which is open; what they end whole is open no more."""
    ending = [name for name in directive.names if opened.get(name.text)]
    for ended in {it for name in ending for it in opened[name.text]}:
        for wider in wider_names(ended):
            opened[wider].discard(ended)
    yield from (name.span for name in ending)
    for name in directive.names:
        if any(wider in opened.get(wider, ()) for wider in wider_names(name.text)):
            yield name.span
