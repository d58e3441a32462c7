"""What the flags of a run of `lint` say; kept apart from linting, so that a result that was kept needs no rule."""

from __future__ import annotations

from pathlib import Path

import msgspec


class LintOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the flags of one run say; None and empty leave it to the config."""

    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    grammar: str | None = None
    languagetool_url: str | None = None
    dialect: str | None = None
    notes: Path | None = None
    use_notes: bool = True
