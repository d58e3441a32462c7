"""Which findings, and which tint, lie on a piece of the source; and the elements that show it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from html import escape

import msgspec

from reviewcli.linting.report import Located

_LONG = 60  # letters; what is longer is of a sentence or a paragraph rather than of these words


class Tint(msgspec.Struct, frozen=True):
    """A piece of the source that gets a class of its own."""

    start: int
    end: int
    name: str


class Segment(msgspec.Struct, frozen=True):
    """A piece of the source all of which has the same findings and the same tint."""

    start: int
    end: int
    findings: tuple[int, ...] = ()
    tint: str = ""


class Marks:
    """The findings of a draft as elements of its page, each shown once at the least.

    `prefix` is what the ids of this draft begin with. A finding of which no letter is shown (a comment, a key
    of the front matter) becomes a pin beside what follows it.
    """

    def __init__(self, findings: Sequence[Located], tints: Sequence[Tint], prefix: str) -> None:
        self._findings = findings
        self._prefix = prefix
        self._segments = _segments(findings, tints)
        self._starts = [segment.start for segment in self._segments]
        self._waiting = sorted(range(len(findings)), key=lambda n: (findings[n].end, findings[n].start))
        self._next = 0
        self._homes: dict[int, str] = {}

    def cut(self, start: int, end: int) -> Iterator[Segment]:
        """The segments of a piece of the source, in order and without gaps."""
        at = start
        for segment in self._segments[max(bisect_right(self._starts, start) - 1, 0) :]:
            if segment.start >= end:
                break
            if segment.end <= at:
                continue
            if segment.start > at:
                yield Segment(at, segment.start)
            yield Segment(max(at, segment.start), min(end, segment.end), segment.findings, segment.tint)
            at = min(end, segment.end)
        if at < end:
            yield Segment(at, end)

    def over(self, start: int, end: int) -> Segment:
        """A piece of the source that is shown as one, with all that lies on any of it."""
        segments = list(self.cut(start, end))
        numbers = dict.fromkeys(n for segment in segments for n in segment.findings)
        return Segment(start, end, tuple(numbers), next((it.tint for it in segments if it.tint), ""))

    def shown(self, text: str, segment: Segment) -> str:
        """A text as an element with what lies on it; a place to stop at where a finding begins."""
        shown = escape(text, quote=False)
        if segment.findings:
            label = "" if text.strip() else f"{len(text)} space{'s' if len(text) > 1 else ''}"
            return f"<mark{self._attributes(segment.findings, self._look(segment), label)}>{shown}</mark>"
        return f'<span class="{segment.tint}">{shown}</span>' if segment.tint and text.strip() else shown

    def _look(self, segment: Segment) -> str:
        matches = [self._findings[n].match for n in segment.findings]
        looks = [segment.tint] if segment.tint else []
        if any(not match.strip() for match in matches):
            looks.append("blank")  # spaces have nothing that could be underlined
        elif min(map(len, matches)) > _LONG:
            looks.append("long")
        return " ".join(looks)

    def pins(self, upto: int) -> str:
        """Marks without a text for the findings that end before this place and were not to be seen."""
        made = []
        while self._next < len(self._waiting):
            number = self._waiting[self._next]
            if self._findings[number].end > upto:
                break
            self._next += 1
            if number not in self._homes:
                made.append(self._pin(number))
        return "".join(made)

    def _pin(self, number: int) -> str:
        finding = self._findings[number]
        label = escape(f"{finding.severity.value}: {finding.rule}")
        return f"<mark{self._attributes((number,), 'pin', label)}></mark>"

    def _attributes(self, numbers: Sequence[int], tint: str, label: str) -> str:
        worst = max((self._findings[n].severity for n in numbers), key=lambda severity: severity.rank)
        classes = " ".join(filter(None, (worst.value, tint)))
        ids = " ".join(f"{self._prefix}f{n + 1}" for n in numbers)
        new = [n for n in numbers if n not in self._homes]
        if not new:
            return f' class="{classes}" data-findings="{ids}"'  # no place to stop at, so without a label
        home = f"{self._prefix}m{new[0] + 1}"
        self._homes.update(dict.fromkeys(new, home))
        labels = ",".join(str(n + 1) for n in new)
        return (
            f' id="{home}" class="{classes}" data-findings="{ids}" data-number="{labels}"'
            f' tabindex="0" role="button" aria-describedby="{ids}"'
            + (f' aria-label="{label}"' if label else "")
        )

    def home(self, number: int) -> str:
        """The id of the element where a finding begins; all are known when the draft is written out."""
        return self._homes[number]


def _segments(findings: Sequence[Located], tints: Sequence[Tint]) -> list[Segment]:
    edges = sorted({edge for it in findings for edge in (it.start, it.end)} | _edges(tints))
    held: list[list[int]] = [[] for _ in edges]
    # The longest first, so that the shortest is said first where several lie on a piece.
    order = sorted(range(len(findings)), key=lambda n: findings[n].end - findings[n].start)
    for number in order:
        first, last = (bisect_left(edges, edge) for edge in (findings[number].start, findings[number].end))
        for index in range(first, last):
            held[index].append(number)
    names = [""] * len(edges)
    for tint in tints:
        for index in range(bisect_left(edges, tint.start), bisect_left(edges, tint.end)):
            names[index] = tint.name
    return [
        Segment(start, end, tuple(numbers), name)
        for start, end, numbers, name in zip(edges, edges[1:], held, names, strict=False)
    ]


def _edges(tints: Sequence[Tint]) -> set[int]:
    return {edge for tint in tints for edge in (tint.start, tint.end)}
