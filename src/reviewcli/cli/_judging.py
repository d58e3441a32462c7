"""What `review lint` makes of the drafts of a run: reports one by one, and in the end an exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from reviewcli.cli._linting import Thresholds
from reviewcli.linting.report import FileReport, unread_file
from reviewcli.texts.errors import ReviewError, each_error
from reviewcli.texts.files import Source

if TYPE_CHECKING:
    from reviewcli.cli._looking import Draft, Looking
    from reviewcli.cli._narrowing import Narrowing


class Judging:
    """What the drafts of a run are judged by.

    Args:
        look: what is said of a draft.
        thresholds: what is shown, and what fails.
        narrowing: what is left out.
        for_writer: whether only what a writer should hear goes on.

    `failures` are why drafts cannot be read; `fails` is whether one did not pass; `hidden` counts the findings
    below what is shown.
    """

    def __init__(
        self,
        look: Callable[[Source], FileReport],
        thresholds: Thresholds,
        narrowing: Narrowing | None,
        *,
        for_writer: bool = False,
    ) -> None:
        self._look = look
        self._thresholds = thresholds
        self._narrowing = narrowing
        self._for_writer = for_writer
        self.failures: list[ReviewError] = []
        self.fails = False
        self.hidden = 0

    def reports(self, looking: Looking, drafts: Iterable[Draft]) -> Iterator[FileReport]:
        """What there is to say of each draft that is this run's business, in order."""
        concerns = self._narrowing.concerns if self._narrowing else lambda _: True
        for path, source in looking.in_order(drafts, concerns):
            judged = self._judged(path, source)
            if judged is not None:
                report, fails = judged
                self.fails |= fails
                yield self._chosen(report)

    def _chosen(self, report: FileReport) -> FileReport:
        if not self._for_writer:
            return report
        from reviewcli.linting.for_writer import for_writer

        return for_writer(report)

    def _judged(self, path: str, source: Source | ReviewError) -> tuple[FileReport, bool] | None:
        """What there is to say of a draft, and whether it fails; None where it is none of this run's business."""
        try:
            if isinstance(source, ReviewError):
                raise source
            if self._narrowing and not self._narrowing.concerns(source):
                return None
            report = self._look(source)
            if report.error:
                self.failures.append(ReviewError(report.error))
            report = self._narrowing.done(report) if self._narrowing else report
            shown, fails = self._thresholds.judge(report, source.place)
        except* ReviewError as group:
            errors = list(each_error(group))
        else:
            self.hidden += len(report.findings) - len(shown.findings)
            return shown, fails
        self.failures.extend(errors)
        return unread_file(path, "\n".join(map(str, errors))), True
