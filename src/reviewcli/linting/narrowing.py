"""What a run leaves out: what a baseline knows, what has not changed; and the baseline that it writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reviewcli.linting.report import FileReport
from reviewcli.texts.files import Source, exists

if TYPE_CHECKING:
    from reviewcli.linting.baseline import Known


class Narrowing:
    """What is reported of the drafts of one run.

    Args:
        baseline: the file of what is known.
        write: the file that what is found is to be written into; it is known from then on.
        changed: a revision; only lines that changed since count.
        tell: is given in the end how much was left out.

    Raises:
        ReviewError: one of the files holds no baseline.
    """

    def __init__(
        self, baseline: Path | None, write: Path | None, changed: str | None, tell: Callable[[str], None]
    ) -> None:
        from reviewcli.linting.baseline import read_baseline

        self._tell = tell
        self._file = baseline
        self._write = write
        self._baseline = read_baseline(baseline) if baseline else None
        if write and exists(write):
            read_baseline(write)  # what is something else is not written over, and said before any work
        self._found: dict[str, list[Known]] = {}
        self._known: dict[str, int] = {}
        self._changed = None
        if changed is not None:
            from reviewcli.linting.changed import Changed

            self._changed = Changed(changed)

    def concerns(self, source: Source) -> bool:
        """Whether a draft is to be read at all: with `--changed`, if any line of it changed.

        Raises:
            ReviewError: Git cannot say.
        """
        # Standard input is always read: with --fix its text goes on.
        return self._changed is None or source.file is None or self._changed.has_changed(source)

    def narrowed(self, source: Source, report: FileReport) -> FileReport:
        """What lint says of a draft, without what is left out."""
        from reviewcli.linting.baseline import fingerprint, name_in, unknown

        findings = report.findings
        if self._changed:
            findings = self._changed.of(source, findings)
        if self._write:
            name = name_in(self._write, source.place)
            self._found[name] = [fingerprint(source.text, it) for it in findings]
        if self._baseline and self._file:
            name = name_in(self._file, source.place)
            new = unknown(source.text, findings, self._baseline.files.get(name, ()))
            self._known[name] = len(findings) - len(new)
            findings = new
        return msgspec.structs.replace(report, findings=findings)

    def done(self, report: FileReport) -> FileReport:
        """What is to be printed of a draft when all is done: nothing, if it is written into a baseline."""
        return msgspec.structs.replace(report, findings=()) if self._write else report

    def finish(self) -> None:
        """Write the baseline, and say what was left out.

        Raises:
            ReviewError: it cannot be written.
        """
        if self._file:
            self._tell(f"{sum(self._known.values())} known from {self._file}.")
        if self._write:
            from reviewcli.linting.baseline import write_baseline

            write_baseline(self._write, self._found)
            count = sum(map(len, self._found.values()))
            self._tell(f"{self._write}: {count} finding{'' if count == 1 else 's'} known from here on.")
