"""What the command line does, for programs: `lint` a draft, `draft` notes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import STDIN, Source, read_source

if TYPE_CHECKING:
    from reviewcli.linting.report import FileReport
    from reviewcli.notes.model import Notes
    from reviewcli.reading.dialects import Dialect
    from reviewcli.settings.values import Grammar

__all__ = ["draft", "lint"]


def lint(
    draft: str | Path,
    *,
    notes: str | Path | Notes | None = None,
    use_notes: bool = True,
    name: str | None = None,
    profile: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    grammar: Grammar | None = None,
    dialect: Dialect | None = None,
    config: str | Path | None = None,
    isolated: bool = False,
) -> FileReport:
    """What `review lint` says of a draft: findings by place, and metrics.

    Args:
        draft: the text, or the file as a `Path`.
        notes: YAML as a text, a file or folder as a `Path`, or notes already read; None: found as the program finds
            them.
        use_notes: off, it uses no notes at all.
        name: what a text is called; its ending says how it is read, its folder where config and notes are.
        profile: as `--profile`.
        select: as `--select`; so are `ignore` and `extend_select`.
        ignore: rules and groups that do not run.
        extend_select: rules and groups that run as well.
        grammar: which engines run; `"off"` for none.
        dialect: which English is right.
        config: the file of settings; None: the nearest one upward.
        isolated: read no config.

    Raises:
        ReviewError: something cannot be read or used (or an `ExceptionGroup` of one for each problem).
    """
    from reviewcli.linting.linter import Linter
    from reviewcli.notes import load_notes
    from reviewcli.settings.finding import Configs
    from reviewcli.settings.flags import LintOptions

    options = LintOptions(
        profile=profile,
        select=tuple(select),
        ignore=tuple(ignore),
        extend_select=tuple(extend_select),
        grammar=grammar,
        dialect=dialect,
        notes=notes if isinstance(notes, Path) else None,
        use_notes=use_notes,
    )
    given = None if isinstance(notes, Path) else notes
    if isinstance(given, str):
        given = load_notes(STDIN, given.removeprefix("\ufeff"))
    configs = Configs(os.fspath(config) if config else None, isolated=isolated)
    with Linter(configs, options, tell=lambda _: None, notes=given) as linter:
        return linter.lint(_source(draft, name))


def draft(
    notes: str | Path | Notes,
    *,
    template: str | None = None,
    headings: bool | None = None,
    front_matter: bool = True,
    spoilers: bool = False,
    strict: bool = False,
    changes: Iterable[str] = (),
    config: str | Path | None = None,
    isolated: bool = False,
) -> str:
    """The draft in Markdown that `review new` makes of notes.

    Args:
        notes: YAML as a text, a file as a `Path`, or notes already read.
        template: its name, or its file.
        headings: whether sections have headings; None: as the config says.
        front_matter: whether the facts stand at the top.
        spoilers: whether what gives the work away is drafted too, marked.
        strict: an empty section is an error instead of a marker.
        changes: as `--set`: `score=4/5`.
        config: the file of settings; None: the nearest one upward.
        isolated: read no config.

    Raises:
        ReviewError: something cannot be read or used (or an `ExceptionGroup` of one for each problem).
    """
    from reviewcli.drafting.house.drafted import Wishes, drafted, read_notes, with_author
    from reviewcli.settings.finding import Configs

    wishes = Wishes(
        template=template,
        changes=tuple(changes),
        headings=headings,
        front_matter=front_matter,
        strict=strict,
        spoilers=spoilers,
        isolated=isolated,
    )
    source = _source(notes) if isinstance(notes, str | Path) else Source(STDIN, "")
    loaded = Configs(os.fspath(config) if config else None, isolated=isolated).for_file(source.file)
    read = (
        read_notes(source, wishes.changes, loaded)
        if isinstance(notes, str | Path)
        else with_author(_unchanged(notes, wishes.changes), loaded)
    )
    return drafted(read, source, None, wishes, loaded)


def _source(given: str | Path, name: str | None = None) -> Source:
    if isinstance(given, Path):
        return read_source(str(given))
    return Source(name or STDIN, given.removeprefix("\ufeff"))


def _unchanged(notes: Notes, changes: tuple[str, ...]) -> Notes:
    if changes:
        raise ReviewError("notes that are read already cannot be changed.", hint="Give their text.")
    return notes
