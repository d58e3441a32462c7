"""`review schema`: the JSON Schema of what people write and of what scripts read."""

from __future__ import annotations

import enum
import sys
from typing import Annotated

import typer


class SchemaOf(enum.StrEnum):
    """What there is a schema of."""

    NOTES = "notes"
    CONFIG = "config"
    REPORT = "report"


def schema(
    subject: Annotated[
        SchemaOf, typer.Argument(metavar="notes|config|report", help="What the schema is of.")
    ],
) -> None:
    """Print the JSON Schema of notes, config or reports, for editors and scripts.

    Example: review schema notes > notes.schema.json
    """
    sys.stdout.write(_text(subject))


def _text(subject: SchemaOf) -> str:
    if subject is SchemaOf.CONFIG:
        from reviewcli.linting.config_schema import config_schema_text

        return config_schema_text()
    if subject is SchemaOf.REPORT:
        from reviewcli.formats.schema import report_schema_text

        return report_schema_text()
    from reviewcli.notes.schema import notes_schema_text

    return notes_schema_text()
