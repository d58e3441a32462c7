"""How `review init` talks: what it asks for, the interview, the editor, and what comes next."""

from __future__ import annotations

import shlex
from pathlib import Path

import typer

from reviewcli.cli._options import GlobalOptions
from reviewcli.cli._saying import say
from reviewcli.cli._terminal import ask_line, is_terminal, open_editor
from reviewcli.notes.start import Start
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import read_source
from reviewcli.texts.writing import write_back


def ask_title() -> str | None:
    """The title, typed on a terminal; None where there is none."""
    return ask_line("Title: ") if is_terminal() else None


def ask_kind() -> str:
    """The kind, typed on a terminal; what is none is asked for again."""
    from reviewcli.notes.kinds import DEFAULT, KINDS
    from reviewcli.notes.telling import nearest_kind

    say(f"What is it: {', '.join(KINDS)}? An empty line is {KINDS[DEFAULT].article}.")
    while True:
        typed = ask_line("> ")
        if typed is None:
            raise typer.Abort
        name = typed.strip().casefold() or DEFAULT
        if kind := (name if name in KINDS else nearest_kind(name)):
            return kind


def go_on(start: Start, options: GlobalOptions) -> None:
    """Notes that are there are gone on with; values for a beginning come too late."""
    if start.has_changes:
        raise ReviewError(
            "is there already; --set, --kind and --title are for a beginning.",
            Place(str(start.target)),
            "Leave them out to go on with it.",
        )
    options.tell(f"{start.target}: is there already; you go on with it.")


def fill_in(file: Path, options: GlobalOptions, *, edit: bool, interactive: bool) -> None:
    """The interview and the editor, as far as they are asked for, then what comes next."""
    if interactive:
        _interviewed(file, options)
    if edit:
        open_editor(file, "The notes are kept")
    first = "kept" if edit or interactive else "written. Fill it in"
    options.tell(f"{file}: {first}, then: review new {shlex.quote(str(file))}")


def _interviewed(file: Path, options: GlobalOptions) -> None:
    """Ask until everything is answered or the writer has had enough; nothing that was said is lost."""
    from reviewcli.notes.interview import Stopped, interview

    source = read_source(str(file))

    def keep(text: str) -> None:
        nonlocal source
        source = write_back(source, text)

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
