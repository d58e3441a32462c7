"""Reads notes for the commands that draft, and tells of what may be lost in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from reviewcli.cli._options import GlobalOptions
from reviewcli.settings.config import LoadedConfig
from reviewcli.texts.files import Source

if TYPE_CHECKING:
    from reviewcli.notes import Notes


def read_notes(
    source: Source, changes: tuple[str, ...], config: LoadedConfig, options: GlobalOptions
) -> Notes:
    """The notes of a source, with the author of the config where they name none; warnings are told of.

    Raises:
        ExceptionGroup: of a `ReviewError` for every error in them.
    """
    from reviewcli.notes import load_notes, parse_notes

    notes, findings = parse_notes(source.text, source.path, changes)
    if notes is None:
        return load_notes(source.path, source.text, changes)  # raises every error at its place
    if findings:
        count = "one warning" if len(findings) == 1 else f"{len(findings)} warnings"
        options.tell(f"{source.path}: {count}; `review check` shows what may be lost.")
    if notes.author is None and config.config.author:
        notes = msgspec.structs.replace(notes, author=config.config.author)
    return notes
