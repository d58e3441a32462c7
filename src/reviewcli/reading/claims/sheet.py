"""The fact-checker's sheet: every claim of a draft, and every name, with what the notes say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TextIO

import msgspec

from reviewcli.document import Block, Document, Passage
from reviewcli.document.ranges import first_touching, outermost
from reviewcli.reading.claims import Claim, Status, every_claim
from reviewcli.reading.claims.claim import held
from reviewcli.reading.claims.context import blocks_of
from reviewcli.reading.facts.index import index_of
from reviewcli.reading.facts.mentions import Mention, may_be_person, mentions_in
from reviewcli.reading.facts.nearest import near_at
from reviewcli.texts.findings import Noted

_ORDER = (Status.CONTRADICTED, Status.UNVERIFIED, Status.CONFIRMED)
_MARKS = {Status.CONFIRMED: "✓", Status.CONTRADICTED: "✗", Status.UNVERIFIED: "?"}


class Row(msgspec.Struct, frozen=True):
    """A claim at its line and column."""

    line: int
    column: int
    claim: Claim


def sheet(doc: Document) -> tuple[Row, ...]:
    """The rows of a draft's sheet: what the notes contradict, what they leave open, what they confirm."""
    every = every_claim(doc)
    decided = {claim.span for claim in every if claim.status is not Status.UNVERIFIED}
    claims = [each for each in every if each.status is not Status.UNVERIFIED or each.span not in decided]
    taken = outermost((claim.span.start, claim.span.end) for claim in claims)
    claims += [it for it in _names(doc) if first_touching(taken, it.span.start, it.span.end) is None]
    claims = [_with_the_name_meant(doc, claim) for claim in claims]
    claims.sort(key=lambda claim: (_ORDER.index(claim.status), claim.span))
    return tuple(Row(*doc.lines.place(claim.span.start), claim) for claim in claims)


def _names(doc: Document) -> Iterator[Claim]:
    """The full names, each at its first mention."""
    seen: set[str] = set()
    for block in blocks_of(doc):
        for mention in mentions_in(doc, block):
            if mention.text not in seen and mention.has_given:
                seen.add(mention.text)
                yield from _name(doc, block, mention)


def _name(doc: Document, block: Block, mention: Mention) -> Iterator[Claim]:
    """A name that the notes have, or that may be somebody's whom they do not."""
    if mention.people:
        noted = index_of(doc).noted(index_of(doc).named(mention.people[0].full))
        yield held("name", Passage(block, mention.start, mention.end), True, rests_on=noted)
    elif may_be_person(block, mention):
        place = Passage(block, _behind_order(mention), mention.end)
        if " " in place.text:
            yield held("name", place, None)


_ORDERS = frozenset(
    "add compare consider cue enter forget imagine meet picture recall remember see take watch".split()
)


def _behind_order(mention: Mention) -> int:
    """Where the name begins: “Compare Katherine Driscoll” is an order and a name."""
    first, _, rest = mention.text.partition(" ")
    return mention.end - len(rest) if rest and first.lower() in _ORDERS else mention.start


def _with_the_name_meant(doc: Document, claim: Claim) -> Claim:
    """A misspelt name is not unknown: the notes have it otherwise."""
    if claim.kind not in ("name", "credit", "role") or claim.status is not Status.UNVERIFIED:
        return claim
    near = near_at(doc, claim.span)
    if near is None:
        return claim
    return msgspec.structs.replace(claim, status=Status.CONTRADICTED, noted=near.name, rests_on=near.noted)


def write_text(path: str, notes: str | None, rows: Sequence[Row], stream: TextIO) -> None:
    """A line a claim: its place, whether it holds, what it is, what the notes have and where."""
    for row in rows:
        stream.write(
            f"{path}:{row.line}:{row.column}: {row.claim.status} {row.claim.kind} “{_told(row)}”{_noted(row, notes)}\n"
        )


def write_markdown(path: str, notes: str | None, rows: Sequence[Row], stream: TextIO) -> None:
    """A table to print and tick off."""
    stream.write(f"# Facts of {path}\n\n{f'Notes: {notes}' if notes else 'No notes.'}\n\n")
    stream.write("| | line | what | the draft says | the notes say | in line |\n")
    stream.write("| --- | --- | --- | --- | --- | --- |\n")
    for row in rows:
        claim, place = row.claim, row.claim.rests_on
        where = str(place.line) if place else ""
        cells = (_MARKS[claim.status], str(row.line), claim.kind, _told(row), claim.noted, where)
        stream.write(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n")


def write_json(path: str, notes: str | None, rows: Sequence[Row], stream: TextIO) -> None:
    """All there is to know of each claim."""
    claims = [
        {
            "kind": row.claim.kind,
            "status": row.claim.status.value,
            "text": row.claim.text,
            "noted": row.claim.noted or None,
            "line": row.line,
            "column": row.column,
            "start": row.claim.span.start,
            "end": row.claim.span.end,
            "replacements": list(row.claim.replacements),
            "notes": {"path": notes or path, **msgspec.structs.asdict(row.claim.rests_on)}
            if row.claim.rests_on
            else None,
        }
        for row in rows
    ]
    report = {"version": 1, "path": path, "notes": notes, "claims": claims}
    stream.write(json.dumps(report, ensure_ascii=False, indent=2) + "\n")


def _told(row: Row) -> str:
    return " ".join(row.claim.text.split())


def _noted(row: Row, notes: str | None) -> str:
    """What the notes have, and the line of it."""
    place = row.claim.rests_on
    where = f"{notes or 'notes'}:{place.line}" if place else "notes"
    is_wrong = row.claim.status is Status.CONTRADICTED
    said = row.claim.noted if is_wrong or row.claim.noted.startswith("about: ") else ""
    if not said:
        return f" ({where})" if place else ""
    return f" ({where}: {' '.join(said.split())})"


def write_unused(
    path: str, notes: str | None, places: Sequence[Noted], stream: TextIO, *, as_json: bool
) -> None:
    """A line a fact of the notes that the draft does not use, or all of them as JSON."""
    if as_json:
        unused = [{"path": notes or path, **msgspec.structs.asdict(place)} for place in places]
        report = {"version": 1, "path": path, "notes": notes, "unused": unused}
        stream.write(json.dumps(report, ensure_ascii=False, indent=2) + "\n")
        return
    for place in places:
        text = " ".join(place.text.split())
        stream.write(f"{notes or path}:{place.line}:{place.column}: unused {place.key} “{text}”\n")
