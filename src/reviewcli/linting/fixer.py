"""Fixes drafts, or shows what that would change."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from reviewcli.linting.fix import Fixed, diff, fix_text, fixes_in
from reviewcli.linting.many import Report
from reviewcli.linting.report import FileReport
from reviewcli.texts.files import Source
from reviewcli.texts.findings import Fix
from reviewcli.texts.writing import write_back


class Fixer:
    """Fixes the drafts of one run, one after the other.

    Args:
        unsafe: whether what may change the meaning is fixed as well.
        shows: whether it is only shown what would change, in `diffs`.
        tell: is given what a person should know.
        write_out: is given a draft that was read from standard input, as it is then.
    """

    def __init__(
        self, *, unsafe: bool, shows: bool, tell: Callable[[str], None], write_out: Callable[[bytes], None]
    ) -> None:
        self.diffs: list[str] = []
        self._unsafe, self._shows = unsafe, shows
        self._tell, self._write_out = tell, write_out
        self._count = 0

    def mended(self, source: Source, report: Report) -> FileReport:
        """Fix a draft, and give what is still to say of it.

        A draft from standard input goes to standard output, also where something keeps it from being fixed.

        Raises:
            ReviewError: it cannot be linted or written.
        """
        text = source.text
        try:
            found, done = self._settled(source, report)
            text = done.text
            if self._shows:
                self.diffs.append(diff(source, text))
            else:
                write_back(source, text)
            self._count += done.count
            if not done.settled:
                self._tell(f"{source.path}: some fixes undo one another; take a look at them yourself.")
            return found
        finally:
            if source.file is None and not self._shows:
                self._write_out((b"\xef\xbb\xbf" if source.bom else b"") + text.encode("utf-8"))

    def _settled(self, source: Source, report: Report) -> tuple[FileReport, Fixed]:
        reports: dict[str, FileReport] = {}

        def fixes_of(text: str) -> Iterable[Fix]:
            if text not in reports:
                reports[text] = report(msgspec.structs.replace(source, text=text))
            return fixes_in(reports[text].findings, unsafe=self._unsafe)

        done = fix_text(source.text, fixes_of)
        return reports[done.text], done

    def summary(self, reports: Iterable[FileReport]) -> str:
        """`3 fixed, 2 left.`, and what else could be done."""
        left = [finding for report in reports for finding in report.findings]
        if self._shows:
            return f"{self._count} would be fixed."
        more = sum(finding.fix is not None and not finding.fix.safe for finding in left)
        hint = f" --unsafe-fixes fixes {more} more." if more and not self._unsafe else ""
        return f"{self._count} fixed, {len(left)} left.{hint}"
