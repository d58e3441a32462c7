"""`review init`: starter notes for a review."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.errors import ReviewError
from reviewcli.notes.kinds import KINDS
from reviewcli.sources import NOTES, STDIN, write_whole


def init(
    ctx: typer.Context,
    title: Annotated[
        str | None, typer.Argument(metavar="[TITLE|NOTES.yaml]", help="The title, or the file to write.")
    ] = None,
    kind: Annotated[str, typer.Option(metavar="KIND", help="What is reviewed: film.")] = "film",
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY.PATH=VALUE", help="Fill in a value.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="PATH", help="File or folder; - prints.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write starter notes that explain themselves.

    Example: review init "Dune: Part Two" --set year=2024
    """
    from reviewcli.notes.starter import starter_notes, values_with

    options = global_options(ctx)
    _check_kind(kind)
    given = [*([] if kind == "film" else [f"kind={kind}"]), *(settings or [])]
    file = Path(title) if title and title.lower().endswith(NOTES) else None
    name = _title(title, file, given)
    target = _target(output, file, name)
    values = values_with(name, given)
    text = starter_notes(name, values=values, schema=_schema_address(options))
    if target is None:
        sys.stdout.write(text)
        return
    write_whole(target, text, force=force)
    options.tell(f"{target}: written. Fill it in, then: review new {shlex.quote(str(target))}")


def _check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise ReviewError(f"There is no kind “{kind}”.", hint=f"The kinds are: {', '.join(KINDS)}.")


def _title(title: str | None, file: Path | None, settings: list[str]) -> str:
    """The title of the review: given, of a setting, of the file's name, or asked for on a terminal."""
    for setting in reversed(settings):
        key, _, value = setting.partition("=")
        if key.strip() == "title" and value.strip():
            return _clean(value)
    if file:
        words = file.name.rsplit(".", 1)[0].replace("_", " ").replace("-", " ").split()
        title = " ".join(word[:1].upper() + word[1:] for word in words)
    elif title is None and sys.stdin.isatty():
        title = typer.prompt("Title", err=True)
    if title is None or not title.strip():
        raise ReviewError("There is no title.", hint='Give one: review init "Her"')
    return _clean(title)


def _clean(title: str) -> str:
    try:
        title.encode("utf-8")
    except UnicodeEncodeError:
        raise ReviewError("The title is not UTF-8 text.", hint="Type it again.") from None
    return re.sub(r"[ \t\r\n]+", " ", title).strip(" ")


def _target(output: str | None, file: Path | None, title: str) -> Path | None:
    """The file to write; None is standard output."""
    from reviewcli.notes.slugs import slug_of

    if output == STDIN:
        return None
    name = file or Path(f"{slug_of(title)}.yaml")
    if output is None:
        return name
    if Path(output).is_dir() or output.endswith("/"):
        return Path(output) / name.name
    return Path(output)


def _schema_address(options: GlobalOptions) -> str | None:
    """The address of the schema in the user's data folder, written there if need be."""
    import platformdirs

    from reviewcli.notes.schema import notes_schema_text

    file = Path(platformdirs.user_data_dir("review", appauthor=False)) / "notes.schema.json"
    text = notes_schema_text()
    try:
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, text, force=True)
    except (OSError, ReviewError) as error:
        options.tell(f"The schema for editors cannot be kept: {error}")
        return None
    return file.absolute().as_uri()
