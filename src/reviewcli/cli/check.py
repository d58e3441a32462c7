"""`review check`: whether notes can be read, and every problem in them at its line."""

from __future__ import annotations

import sys
from typing import Annotated

import msgspec
import typer

from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.cli._output_format import OutputFormat
from reviewcli.cli._saying import hand_out, say
from reviewcli.formats import FormatOptions, summary_line, write_as
from reviewcli.linting.report import FileReport, report_source, unread_file
from reviewcli.notes import Notes, parse_notes
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import DRAFTS, STDIN, Source, read_source
from reviewcli.texts.findings import Finding, Severity
from reviewcli.texts.yaml.quoting import shown


def check(
    ctx: typer.Context,
    notes: Annotated[list[str], typer.Argument(metavar="NOTES...", help="Notes; - is standard input.")],
    output_format: OutputFormat = "text",
    fix: Annotated[
        bool, typer.Option("--fix", help="Quote text that YAML would take apart; - prints the notes.")
    ] = False,
) -> None:
    """Say whether notes can be read, with every problem at its line.

    Example: review check her.yaml
    """
    options = global_options(ctx)
    reports = [_checked(path, options, fix=fix) for path in notes]
    # With --fix, notes from standard input take standard output.
    stream = sys.stderr if fix and STDIN in notes else sys.stdout
    write_as(output_format)(reports, stream, FormatOptions(color=options.colors(stream), show_all=True))
    for report in reports:
        if report.error:
            say(str(report.error))
    if any(report.findings or report.error for report in reports):
        options.tell(summary_line(reports))
    raise typer.Exit(2 if any(report.error or report.at_least(Severity.ERROR) for report in reports) else 0)


def _checked(path: str, options: GlobalOptions, *, fix: bool) -> FileReport:
    try:
        source = _read(path)
        if fix:
            source = _mended(source, options)
    except ReviewError as error:
        return unread_file(path, str(error))
    notes, findings = parse_notes(source.text)
    _tell(source.path, notes, findings, options)
    return report_source(source.path, source.text, findings)


def _read(path: str) -> Source:
    if path.lower().endswith(DRAFTS):
        raise ReviewError("is a draft by its name, not notes.", Place(path), f"Use `review lint {path}`.")
    source = read_source(path, pipes=True)
    if path == STDIN and not source.text:
        raise ReviewError("Standard input is empty.", hint="Pipe notes in: review check - < her.yaml")
    return source


def _mended(source: Source, options: GlobalOptions) -> Source:
    """The notes with their texts in quotation marks where need be, in the file as well."""
    from reviewcli.linting.notes_mending import mended
    from reviewcli.texts.writing import write_back

    text, changes = mended(source.text)
    if source.file is None:
        hand_out(text)
    elif changes:
        write_back(source, text)
    for change in changes:
        options.tell(f"{source.path}:{change.line}: in quotes now: {shown(change.text)}")
    return msgspec.structs.replace(source, text=text)


def _tell(path: str, notes: Notes | None, findings: tuple[Finding, ...], options: GlobalOptions) -> None:
    """What a person should know beside the problems: that there are none, and which jottings wait."""
    if notes is None:
        return
    if not findings:
        options.tell(f"{path}: fine")
    if notes.jottings:
        count = len(notes.jottings)
        options.tell(f"{path}: {count} jotting{'' if count == 1 else 's'} without a place yet:")
        for jotting in notes.jottings:
            options.tell(f"  - {jotting}")
