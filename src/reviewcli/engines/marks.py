"""What an engine says, before anything is known of names, titles or the house: marks on a plain text."""

from __future__ import annotations

import msgspec


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """One thing that an engine says of the text it was given; `start` and `end` count its code points.

    `replacements` each stand for the whole of the marked text, the engine's favourite first.
    """

    rule: str
    start: int
    end: int
    message: str
    replacements: tuple[str, ...] = ()
    spelling: bool = False
    mechanical: bool = False
    doubtful: bool = False  # worth a look and no more
