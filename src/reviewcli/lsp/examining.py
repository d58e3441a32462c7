"""Looks at texts in the one thread that lints: a linter that stays warm, and notes as they are being typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from reviewcli.document.notes_found import NotesFolders
from reviewcli.linting.linter import Linter
from reviewcli.linting.report import Located, report_source
from reviewcli.lsp.opened import Opened, TextKind
from reviewcli.notes import Notes, load_notes, parse_notes
from reviewcli.settings.finding import Configs
from reviewcli.settings.flags import LintOptions
from reviewcli.texts.errors import ReviewError, each_error
from reviewcli.texts.findings import Severity


class EditorSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What an editor may set: flags of `lint` under their names, and how long after a key nothing happens."""

    profile: str | None = None
    dialect: str | None = None
    grammar: str | None = None
    languagetool_url: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    debounce: float = 0.3

    @property
    def flags(self) -> LintOptions:
        """As flags of `lint`."""
        return LintOptions(
            profile=self.profile,
            dialect=self.dialect,
            grammar=self.grammar,
            languagetool_url=self.languagetool_url,
            select=self.select,
            ignore=self.ignore,
            extend_select=self.extend_select,
        )


class Looked(msgspec.Struct, frozen=True):
    """What there is to say of a text, why it could not be looked at in full, and the notes that were used."""

    opened: Opened
    findings: tuple[Located, ...] = ()
    problems: tuple[str, ...] = ()
    notes: Path | None = None


class EditedNotes(NotesFolders):
    """Notes as they stand in the editor, else in their file. While they hold errors, the last good ones count.

    Args:
        text_of: the text of a file that is open in the editor.
    """

    def __init__(self, text_of: Callable[[Path], str | None]) -> None:
        super().__init__()
        self._text_of = text_of
        self._good: dict[Path, tuple[object, Notes]] = {}

    def load(self, path: Path) -> Notes:
        """The notes of a file; raises all errors in it where it never was without."""
        key = path.resolve()
        text = self._text_of(key)
        state: object = text if text is not None else _stamp(path)
        if key in self._good and self._good[key][0] == state:
            return self._good[key][1]
        try:
            notes = load_notes(path, text)
        except* ReviewError:
            if text is None or key not in self._good:
                raise
            notes = self._good[key][1]
        self._good[key] = (state, notes)
        return notes

    def forget_folders(self) -> None:
        """Look through folders again: a file has come or gone."""
        self._entries.clear()


class Examiner:
    """The linter and what it reads, kept between looks. All of it belongs to one thread.

    Args:
        config: the file that `--config` names.
        isolated: read no config at all.
        text_of: the text of a file that is open in the editor.
        tell: is given what a person should know beside the findings.
    """

    def __init__(
        self,
        config: str | None,
        isolated: bool,
        text_of: Callable[[Path], str | None],
        tell: Callable[[str], None],
    ) -> None:
        self._config, self._isolated, self._say = config, isolated, tell
        self._told: set[str] = set()
        self._folders = EditedNotes(text_of)
        self._wishes = EditorSettings()
        self._linter: Linter | None = None
        self._configs: Configs | None = None

    def wish(self, wishes: EditorSettings) -> None:
        """Lint with these flags from here on."""
        self._wishes = wishes
        self.forget()

    def forget(self) -> None:
        """Read config, words and folders of notes again; Harper stays loaded."""
        self._folders.forget_folders()
        self._told.clear()
        if self._linter:
            self._linter.close()
        self._linter = self._configs = None

    close = forget

    def look(self, opened: Opened) -> Looked:
        """What there is to say of a text. What a person can cause is said as a problem; only bugs are raised."""
        if opened.kind is TextKind.OTHER:
            return Looked(opened)
        if opened.kind is TextKind.NOTES:
            _, found = parse_notes(opened.text)
            return Looked(opened, report_source(opened.source.path, opened.text, found).findings)
        problems: list[str] = []
        try:
            return self._look_at_draft(opened)
        except* ReviewError as group:
            problems += map(str, each_error(group))
        return Looked(opened, problems=tuple(problems))

    def _tell(self, text: str) -> None:
        # Every key is a run of its own here; what holds for all of them is told once.
        if text not in self._told:
            self._told.add(text)
            self._say(text)

    def _look_at_draft(self, opened: Opened) -> Looked:
        if self._configs is None:
            self._configs = Configs(self._config, isolated=self._isolated)
        loaded = self._configs.for_file(opened.source.place)
        if opened.file and _is_excluded(opened.file, loaded.config.exclude, loaded.file):
            return Looked(opened)
        if self._linter is None:
            from reviewcli.texts.store import Store

            self._linter = Linter(
                self._configs,
                self._wishes.flags,
                self._tell,
                cache=Store.of_user(),
                folders=self._folders,
            )
        report = self._linter.lint(opened.source)
        if report.error:
            self._tell(report.error)
        findings = report.at_least(Severity(loaded.config.min_severity))
        return Looked(opened, findings, notes=Path(report.notes).resolve() if report.notes else None)


def _is_excluded(file: Path, exclude: tuple[str, ...], config: Path | None) -> bool:
    from reviewcli.texts.files import is_excluded

    top = config.parent if config and config.parent in file.parents else file.parent
    return is_excluded(file, top, exclude)


def _stamp(path: Path) -> object:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
