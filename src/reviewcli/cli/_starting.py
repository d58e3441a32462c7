"""How `review init` begins notes: title, kind and file, then the editor or the interview."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import typer

from reviewcli.cli._options import GlobalOptions
from reviewcli.cli._terminal import ask_line, is_terminal, open_editor
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import NOTES, STDIN, read_source, write_whole


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """Notes to begin: `target` is their file, None for standard output; `kind` is None where none is named."""

    title: str
    kind: str | None
    settings: tuple[str, ...]
    target: Path | None
    full: bool
    has_changes: bool

    @property
    def is_there(self) -> bool:
        """Whether there is such a file already."""
        return self.target is not None and self.target.exists()


def start_of(
    title: str | None,
    title_option: str | None,
    kind: str | None,
    settings: Sequence[str],
    output: str | None,
    *,
    full: bool,
) -> Start:
    """What the flags ask for.

    Raises:
        ReviewError: there is no title, or no such kind.
    """
    file = Path(title) if title and title.lower().endswith(NOTES) else None
    name = _title(title_option or (None if file else title), file, settings)
    return Start(
        title=name,
        kind=_kind(kind, settings),
        settings=tuple(settings),
        target=_target(output, file, name),
        full=full,
        has_changes=bool(kind or settings or (title_option and file)),
    )


def beginning(start: Start, options: GlobalOptions, *, ask: bool) -> str:
    """The starter notes; with `ask`, what is reviewed is asked for where no flag says it."""
    from reviewcli.notes.kinds import DEFAULT
    from reviewcli.notes.starter import starter_notes, values_with

    kind = start.kind or (_asked_kind() if ask else DEFAULT)
    settings = [each for each in start.settings if each.partition("=")[0].strip() != "kind"]
    values = values_with(start.title, settings, kind)
    return starter_notes(start.title, kind, values=values, schema=schema_address(options), full=start.full)


def go_on(start: Start, options: GlobalOptions) -> None:
    """Notes that are there are gone on with; values for a beginning come too late."""
    if start.has_changes:
        raise ReviewError(
            "is there already; --set, --kind and --title are for a beginning.",
            Place(str(start.target)),
            "Leave them out to go on with it.",
        )
    options.tell(f"{start.target}: is there already; you go on with it.")


def fill_in(start: Start, options: GlobalOptions, *, edit: bool, interactive: bool) -> None:
    """The interview and the editor, as far as they are asked for, then what comes next."""
    assert start.target is not None
    file = shlex.quote(str(start.target))
    if interactive:
        _interviewed(start.target, options)
    if edit:
        open_editor(start.target, "The notes are kept")
    first = "kept" if edit or interactive else "written. Fill it in"
    options.tell(f"{start.target}: {first}, then: review new {file}")


def schema_address(options: GlobalOptions) -> str | None:
    """The address of the schema in the user's data folder, written there where it is missing or another's."""
    import platformdirs

    from reviewcli.notes.schema import notes_schema_text

    file = Path(platformdirs.user_data_dir("review", appauthor=False)) / "notes.schema.json"
    text = notes_schema_text()
    try:
        if not file.exists() or file.read_text(encoding="utf-8", errors="replace") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, text, force=True)
    except (OSError, ReviewError) as error:
        options.tell(f"The schema for editors cannot be kept: {error}")
        return None
    return file.absolute().as_uri()


def _kind(kind: str | None, settings: Sequence[str]) -> str | None:
    """The kind that a flag names, checked."""
    from reviewcli.notes.kinds import KINDS
    from reviewcli.notes.telling import nearest_kind

    given = [
        value.strip() for key, _, value in (each.partition("=") for each in settings) if key.strip() == "kind"
    ]
    name = kind or (given[-1] if given else None)
    if name is None or name in KINDS:
        return name
    near = nearest_kind(name)
    hint = f"Did you mean “{near}”?" if near else f"The kinds are {', '.join(KINDS)}."
    raise ReviewError(f"There is no kind “{name}”.", hint=hint)


def _asked_kind() -> str:
    from reviewcli.notes.kinds import DEFAULT, KINDS
    from reviewcli.notes.telling import nearest_kind

    sys.stderr.write(f"What is it: {', '.join(KINDS)}? An empty line is {KINDS[DEFAULT].article}.\n")
    while True:
        typed = ask_line("> ")
        if typed is None:
            raise typer.Abort
        name = typed.strip().casefold() or DEFAULT
        if kind := (name if name in KINDS else nearest_kind(name)):
            return kind


def _title(title: str | None, file: Path | None, settings: Sequence[str]) -> str:
    """The title of the review: given, of a setting, of the file's name, or asked for on a terminal."""
    for setting in reversed(settings):
        key, _, value = setting.partition("=")
        if key.strip() == "title" and value.strip():
            return _clean(value)
    if title is None and file:
        words = file.name.rsplit(".", 1)[0].replace("_", " ").replace("-", " ").split()
        title = " ".join(word[:1].upper() + word[1:] for word in words)
    elif title is None and is_terminal():
        title = ask_line("Title: ")
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


def _interviewed(file: Path, options: GlobalOptions) -> None:
    """Ask until everything is answered or the writer has had enough; nothing that was said is lost."""
    from reviewcli.notes.interview import Stopped, interview

    source = read_source(str(file))

    def keep(text: str) -> None:
        write_whole(file, text, force=True, bom=source.bom)

    def say(text: str) -> None:
        sys.stderr.write(f"{text}\n")

    again = f"What you said is kept. To go on: review init --interactive {shlex.quote(str(file))}"
    if not options.quiet:
        say("An empty line skips a question. Ctrl-C leaves; every answer is kept in the file at once.")
    try:
        interview(source.text, str(file), ask_line, say, keep)
    except Stopped:
        options.tell(f"\n{again}")
        raise typer.Exit(0) from None
    except KeyboardInterrupt:
        options.tell(f"\n{again}")
        raise typer.Exit(130) from None
    options.tell("\nThat was all.")
