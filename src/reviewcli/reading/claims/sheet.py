"""The fact-checker's sheet: every claim of a draft, and every name, with what the notes say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TextIO

import msgspec

from reviewcli.document import Document, Passage
from reviewcli.reading.claims import Claim, Status, every_claim
from reviewcli.reading.claims.claim import held
from reviewcli.reading.claims.context import blocks_of
from reviewcli.reading.facts.mentions import Mention, may_be_person, mentions_in
from reviewcli.reading.facts.nearest import meant_by

_MARKS = {Status.CONFIRMED: "✓", Status.CONTRADICTED: "✗", Status.UNVERIFIED: "?"}


class Row(msgspec.Struct, frozen=True):
    """A claim at its line and column."""

    line: int
    column: int
    claim: Claim


def sheet(doc: Document) -> tuple[Row, ...]:
    """The rows of a draft's sheet, in the order of the text."""
    claims = [*every_claim(doc)]
    taken = [claim.span for claim in claims]
    claims += [claim for claim in _names(doc) if not any(claim.span.overlaps(span) for span in taken)]
    claims = [_with_the_name_meant(doc, claim) for claim in claims]
    claims.sort(key=lambda claim: claim.span)
    return tuple(Row(*doc.lines.place(claim.span.start), claim) for claim in claims)


def _names(doc: Document) -> Iterator[Claim]:
    """The full names, each at its first mention."""
    seen: set[str] = set()
    for block in blocks_of(doc):
        for mention in mentions_in(doc, block):
            known = bool(mention.people)
            if mention.text in seen or not mention.has_given or not (known or may_be_person(block, mention)):
                continue
            seen.add(mention.text)
            place = Passage(block, mention.start if known else _behind_order(mention), mention.end)
            if " " in place.text:
                yield held("name", place, True if known else None)


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
    name = meant_by(doc, claim.span)
    return msgspec.structs.replace(claim, status=Status.CONTRADICTED, noted=name) if name else claim


def write_text(path: str, _: str | None, rows: Sequence[Row], stream: TextIO) -> None:
    """A line a claim: its place, whether it holds, what it is, what the notes have."""
    for row in rows:
        stream.write(
            f"{path}:{row.line}:{row.column}: {row.claim.status} {row.claim.kind} “{_told(row)}”{_noted(row)}\n"
        )


def write_markdown(path: str, notes: str | None, rows: Sequence[Row], stream: TextIO) -> None:
    """A table to print and tick off."""
    stream.write(f"# Facts of {path}\n\n{f'Notes: {notes}' if notes else 'No notes.'}\n\n")
    stream.write("| | line | what | the draft says | the notes say |\n| --- | --- | --- | --- | --- |\n")
    for row in rows:
        cells = (_MARKS[row.claim.status], str(row.line), row.claim.kind, _told(row), row.claim.noted)
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
        }
        for row in rows
    ]
    report = {"version": 1, "path": path, "notes": notes, "claims": claims}
    stream.write(json.dumps(report, ensure_ascii=False, indent=2) + "\n")


def _told(row: Row) -> str:
    return " ".join(row.claim.text.split())


def _noted(row: Row) -> str:
    return (
        f" (notes: {row.claim.noted})" if row.claim.noted and row.claim.status is Status.CONTRADICTED else ""
    )
