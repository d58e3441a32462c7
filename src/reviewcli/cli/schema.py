"""`review schema`: the JSON Schema of what people write, for editors."""

from __future__ import annotations

import enum
import sys
from typing import Annotated

import typer


class Subject(enum.StrEnum):
    """What there is a schema of."""

    NOTES = "notes"


def schema(
    subject: Annotated[Subject, typer.Argument(metavar="notes", help="What the schema is of.")],
) -> None:
    """Print the JSON Schema of notes, so that editors complete and check them.

    Example: review schema notes > notes.schema.json
    """
    del subject  # there is one so far
    from reviewcli.notes.schema import notes_schema_text

    sys.stdout.write(notes_schema_text())
