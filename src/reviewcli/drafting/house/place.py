"""Where a draft goes: a file, a folder, or a path with {slug}, {year} and {kind} in it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from reviewcli.drafting.house.drafted import Form
from reviewcli.notes.model import Notes
from reviewcli.notes.slugs import slug_of_notes
from reviewcli.settings.config import LoadedConfig
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import STDIN, Source, is_file
from reviewcli.texts.files import is_folder as is_there

_KNOWN = ("slug", "year", "kind")
_ENDINGS = (*(form.ending for form in Form), ".markdown")


def configured_output(config: LoadedConfig) -> str:
    """Where drafts go by the config, as seen from here."""
    output = config.config.output
    if output == STDIN:
        return output
    path = config.path(output, "output")
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    return str(shown) + ("/" if output.endswith("/") else "")


def file_of_draft(
    output: str, source: Source, notes: Notes, form: Form, *, several: bool = False, inside: Path = Path()
) -> Path | None:
    """The file that takes a draft; None for standard output.

    A folder is what exists as one, ends with a slash, or takes several drafts.

    Args:
        output: as the user or the config names it.
        source: the notes as they were read.
        notes: the same.
        form: what the draft is written as.
        several: whether there are more drafts.
        inside: the folder that it gets inside that folder.

    Raises:
        ReviewError: this cannot be the name of a draft.
    """
    if output == STDIN:
        if several:
            raise ReviewError("several notes need a folder.", hint="Name one: -o drafts/")
        return None
    is_pattern = "{" in output
    if is_pattern:
        output = _filled(output, notes, Place(source.path))
    path = Path(output)
    if several and not is_pattern and (is_file(path) or path.suffix in _ENDINGS):
        raise ReviewError(
            "several notes need a folder, and this names a file.", Place(output), "Name one: -o drafts/"
        )
    if not (is_folder(output) or (several and not is_pattern)):
        return path
    if source.file is None:
        raise ReviewError("notes from standard input give no draft a name.", hint="Name the draft: -o her.md")
    return path / inside / f"{source.file.stem.removesuffix('.notes')}{form.ending}"


def is_folder(output: str) -> bool:
    """Whether an output names a folder: it ends with a slash, or is there as one."""
    return output.endswith(("/", os.sep)) or is_there(Path(output))


def _filled(path: str, notes: Notes, place: Place) -> str:
    """The path with the notes' own slug, year and kind; none of them can lead out of its folder.

    Raises:
        ReviewError: it asks for something else, or for a year that the notes do not have.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if name not in _KNOWN:
            message = f"“{match[0]}” stands for nothing in the output “{path}”."
            raise ReviewError(message, place, "There are {slug}, {year} and {kind}.")
        if name == "year" and notes.year is None:
            message = f"there is no year, and the output “{path}” wants one."
            raise ReviewError(message, place, "Add “year: …”.")
        return {"slug": slug_of_notes(notes), "year": str(notes.year), "kind": notes.kind}[name]

    return re.sub(r"\{(\w*)\}", value, path)
