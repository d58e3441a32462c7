"""One run of `review lint`: its drafts looked at, mended where that was asked, judged and printed."""

from __future__ import annotations

import io
import itertools
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reviewcli.cli._drafts import asked_for, drafts_of
from reviewcli.cli._judging import Judging
from reviewcli.cli._linting import Thresholds
from reviewcli.cli._looking import Looking
from reviewcli.cli._options import GlobalOptions
from reviewcli.formats import FORMATS, FormatOptions, tally_line
from reviewcli.linting.report import FileReport, Tally
from reviewcli.settings.config import Config
from reviewcli.settings.finding import Configs
from reviewcli.settings.values import FailOn, Format
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import STDIN, find_drafts, write_whole
from reviewcli.texts.findings import Level

if TYPE_CHECKING:
    from reviewcli.cli._fixing import Fixer, Fixing
    from reviewcli.cli._narrowing import Narrowing
    from reviewcli.cli._showing import Seen
    from reviewcli.cli._walking import Walker
    from reviewcli.document import Document
    from reviewcli.formats import Format as Writing
    from reviewcli.settings.flags import LintOptions
    from reviewcli.texts.store import Store


class Printing:
    """How what is found is printed.

    Args:
        form: the name of the format.
        file: print into this file, None for a stream.
        statistics: print counts in place of findings.
        show_all: fold nothing.
        for_writer: the reports are what goes back to the writer of a draft.

    Raises:
        ReviewError: counts cannot be printed in that format.
    """

    def __init__(
        self, form: Format, file: Path | None, *, statistics: bool, show_all: bool, for_writer: bool
    ) -> None:
        self.file = file
        self.for_writer = for_writer
        self.shows_drafts = form == "html" or (form == "text" and for_writer)
        self._write = _statistics(form) if statistics else FORMATS[form]
        self._show_all = show_all

    def print(
        self, reports: Iterable[FileReport], stream: TextIO, color: bool, documents: dict[str, Document]
    ) -> None:
        """Print the reports, on this stream unless there is a file.

        Raises:
            ReviewError: the file cannot be written, or was read in this run.
        """
        options = FormatOptions(color, self._show_all, for_writer=self.for_writer, documents=documents)
        if self.file is None:
            self._write(reports, stream, options)
            return
        names: set[str] = set()
        text = io.StringIO()
        self._write(_named(reports, names), text, options)
        if self.file.exists() and any(_is_same(self.file, name) for name in names):
            raise ReviewError(
                "was read in this run.", Place(str(self.file)), "Name another file for the report."
            )
        write_whole(self.file, text.getvalue(), force=True)


class Run:
    """One run over the drafts that are named. What only some runs do is imported by those alone.

    Args:
        flags: what the flags say of linting.
        options: the global ones.
        store: where results are kept, None to keep none.
        levels: what is shown, and what fails; None for what the config says.
        fixing: what is to be mended.
        narrowing: what is left out.
        printing: how to print.

    Raises:
        ReviewError: the config cannot be used.
    """

    def __init__(
        self,
        flags: LintOptions,
        options: GlobalOptions,
        store: Store | None,
        *,
        levels: tuple[Level | None, FailOn | None],
        fixing: Fixing | None,
        narrowing: Narrowing | None,
        printing: Printing,
    ) -> None:
        self._flags = flags
        self._options = options
        self._store = store
        self._fixing = fixing
        self._narrowing = narrowing
        self._printing = printing
        self._configs = Configs(options.config, isolated=options.isolated)
        self._config = self._configs.for_file(None).config
        self._thresholds = Thresholds(self._configs, *levels)
        self._tally = Tally()
        self._told: set[str] = set()

    def lint(self, paths: Sequence[str] | None, stdin_name: str | None, jobs: int | None) -> int:
        """Read drafts, so many at once, print what is found, and give the exit code.

        Raises:
            ReviewError: there is nothing to read, flags do not go together, or a file cannot be written.
        """
        asked = asked_for(paths, self._config, "lint")
        fixing, narrowing = self._fixing and self._fixing.checked(asked), self._narrowing
        jobs = 1 if fixing else jobs
        with Looking(
            self._configs, self._flags, self._options, self._tell_once, self._store, jobs
        ) as looking:
            seen = _seen() if self._printing.shows_drafts else None
            look = seen.watching(looking.look) if seen else looking.look
            look = narrowing.narrowed(look) if narrowing else look
            shown, forget = self._thresholds.shown, looking.forget_words
            fixer = fixing.fixer(look, shown, forget, self._options) if fixing else None
            look = fixer.fixed if fixer else look
            judging = Judging(look, self._thresholds, narrowing, for_writer=self._printing.for_writer)
            judged = judging.reports(looking, drafts_of(asked, self._config, stdin_name))
            stream = self._tally.of(_with_progress(judged, asked, self._config, self._options))
            # What is only known in the end keeps all reports until then; else each is printed and forgotten.
            reports = list(stream) if fixer or narrowing or seen else _begun(stream)
            if narrowing:
                narrowing.finish(self._options.tell)
            is_fixed_text = fixer is not None and STDIN in asked  # it has taken standard output
            documents = seen.documents(self._configs, self._flags) if seen else {}
            self._print(reports, fixer, sys.stderr if is_fixed_text else sys.stdout, documents)
        return self._concluded(reports, judging, fixer)

    def _print(
        self,
        reports: Iterable[FileReport],
        fixer: Fixer | Walker | None,
        stream: TextIO,
        documents: dict[str, Document],
    ) -> None:
        if not (fixer and fixer.print_instead(self._options)) or self._printing.file:
            self._printing.print(reports, stream, self._options.colors(stream), documents)

    def _concluded(
        self, reports: Iterable[FileReport], judging: Judging, fixer: Fixer | Walker | None
    ) -> int:
        """Say in the end what came of it, and give the exit code."""
        for failure in dict.fromkeys(map(str, judging.failures)):  # what fails every draft is told once
            sys.stderr.write(f"{failure}\n")
        fails = judging.fails
        if fixer:
            self._options.tell(fixer.summary(reports))
        if self._fixing and self._fixing.diff and fixer:
            fails = fixer.would_change
        else:
            self._options.tell(tally_line(self._tally, judging.hidden))
        return 2 if judging.failures else int(fails)

    def _tell_once(self, text: str) -> None:
        if text not in self._told:
            self._told.add(text)
            self._options.tell(text)


def _begun(reports: Iterator[FileReport]) -> Iterable[FileReport]:
    """The reports, the first of them at hand: what is wrong with the flags is told before anything is printed."""
    first = list(itertools.islice(reports, 1))
    return itertools.chain(first, reports)


def _with_progress(
    reports: Iterator[FileReport], asked: Sequence[str], config: Config, options: GlobalOptions
) -> Iterator[FileReport]:
    """The reports, with a bar on a terminal where they are many; found out only there, by a walk of its own."""
    if options.quiet or options.verbose or sys.stderr is None or not sys.stderr.isatty() or STDIN in asked:
        return reports
    from reviewcli.cli._progress import with_progress

    total = sum(1 for _ in find_drafts(asked, config.exclude, lambda _: None))
    return with_progress(reports, total)


def _statistics(form: Format) -> Writing:
    from reviewcli.formats.statistics import statistics_as

    return statistics_as(form)


def _seen() -> Seen:
    from reviewcli.cli._showing import Seen

    return Seen()


def _named(reports: Iterable[FileReport], names: set[str]) -> Iterator[FileReport]:
    for report in reports:
        names.update(name for name in (report.path, report.notes) if name)
        yield report


def _is_same(file: Path, name: str) -> bool:
    return Path(name).exists() and file.samefile(name)
