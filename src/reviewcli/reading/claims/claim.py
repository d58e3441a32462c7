"""One thing that a text states and that can be looked up."""

from __future__ import annotations

import enum

import msgspec

from reviewcli.document import Passage
from reviewcli.texts.findings import Noted, Span


class Status(enum.StrEnum):
    """What the notes say of a claim."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    UNVERIFIED = "unverified"


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What a text states at a place, and what the notes say of it.

    `text` is what stands there and `noted` what the notes have instead. `replacements` each stand for the span.
    `doubtful` is a contradiction that may have its reasons (a festival year), `hint` one that may be none, `unknown` a
    name that the notes do not hold at all, `rests_on` the place of the notes that decides it.
    """

    kind: str
    span: Span
    text: str
    status: Status
    noted: str = ""
    message: str = ""
    replacements: tuple[str, ...] = ()
    doubtful: bool = False
    hint: bool = False
    unknown: bool = False
    rests_on: Noted | None = None


def held(
    kind: str,
    place: Passage,
    fits: bool | None,
    noted: str = "",
    message: str = "",
    right: tuple[str, ...] = (),
    *,
    doubtful: bool = False,
    hint: bool = False,
    unknown: bool = False,
    rests_on: Noted | None = None,
) -> Claim:
    """A claim at a place as it was held against the notes: bare where they leave it open, `right` if it is wrong."""
    if fits is None:
        return Claim(kind=kind, span=place.span, text=place.text, status=Status.UNVERIFIED)
    return Claim(
        kind=kind,
        span=place.span,
        text=place.text,
        status=Status.CONFIRMED if fits else Status.CONTRADICTED,
        noted=noted,
        message=message,
        replacements=() if fits else right,
        doubtful=doubtful,
        hint=hint,
        unknown=unknown,
        rests_on=rests_on,
    )
