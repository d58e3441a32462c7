"""Drafts one by one, each with the function that reports on it; where they are many, on all cores."""

from __future__ import annotations

import contextlib
import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from reviewcli.linting.report import FileReport
from reviewcli.linting.reporter import Reporter
from reviewcli.texts.errors import Place, ReviewError, each_error
from reviewcli.texts.files import Source

Draft = tuple[str, Source | ReviewError]
Report = Callable[[Source], FileReport]
# Fewer drafts are read one after the other; from so many on Harper gets ready for words that are far from all.
_FEW, _MANY = 4, 10


class _Answer(msgspec.Struct, frozen=True, array_like=True):
    """What another process has to say of a draft: a report or errors, and what it would have told."""

    report: FileReport | None = None
    errors: tuple[tuple[str, Place | None, str | None], ...] = ()
    told: tuple[str, ...] = ()
    written: int = 0


def in_order(
    drafts: Iterable[Draft],
    reporter: Reporter,
    jobs: int | None = 1,
    concerns: Callable[[Source], bool] = lambda _: True,
) -> Iterator[tuple[str, Source | ReviewError, Report]]:
    """The drafts, each with what reports on it.

    What is wrong with the flags is raised before the first of them, and once.

    Args:
        drafts: each by its name, a source or why it cannot be read.
        reporter: reports on one draft.
        jobs: how many processes may work at once; None is as many as there are cores.
        concerns: whether a draft will be reported on.

    Raises:
        ReviewError: the flags or the config cannot be used.
    """
    drafts = iter(drafts)
    first = list(itertools.islice(drafts, _FEW)) if jobs != 1 else []
    drafts = itertools.chain(first, drafts)
    if len(first) == _FEW:
        from reviewcli.linting.forks import can_fork, cores

        jobs = jobs or cores()
        if jobs > 1 and can_fork():
            yield from _Crew(drafts, reporter, concerns).in_order(jobs)
            return
    for number, (path, source) in enumerate(drafts):
        if number == _FEW:
            from reviewcli.linting.forks import collect_often

            collect_often()
        reporter.get_ready(source)
        yield path, source, reporter.report


class _Crew:
    """Other processes that report on drafts, and this one where they cannot."""

    def __init__(
        self, drafts: Iterable[Draft], reporter: Reporter, concerns: Callable[[Source], bool]
    ) -> None:
        self._drafts = drafts
        self._reporter = reporter
        self._concerns = concerns
        self._waiting: deque[Draft] = deque()
        self._needs_harper = False

    def in_order(self, jobs: int) -> Iterator[tuple[str, Source | ReviewError, Report]]:
        from reviewcli.linting import forks

        answers = forks.in_order(self._tasks(), self._work, jobs, self._before_fork)
        with contextlib.closing(answers):
            for answer in answers:
                path, source = self._waiting.popleft()
                if isinstance(answer, forks.Died):
                    hint = "Nothing is said of it; run `review lint` on it again."
                    yield path, source, self._said(_Answer(errors=((f"{answer}.", Place(path), hint),)))
                elif answer is not None:
                    yield path, source, self._said(msgspec.msgpack.decode(answer, type=_Answer))
                else:
                    yield path, source, self._reporter.report

    def _tasks(self) -> Iterator[bytes | None]:
        for path, source in self._drafts:
            self._waiting.append((path, source))
            self._reporter.get_ready(source)
            yield None if isinstance(source, ReviewError) else self._task(source)

    def _task(self, source: Source) -> bytes | None:
        """A draft as another process is given it; None if there is nothing to do there."""
        reporter = self._reporter
        if reporter.linter is None:
            return None
        try:
            if (
                reporter.linter.asks_servers
                or not self._concerns(source)
                or reporter.kept(source) is not None
            ):
                return None
            task = msgspec.msgpack.encode(
                (source.path, source.text, str(source.file) if source.file else None, source.bom)
            )
        except (ReviewError, UnicodeEncodeError):  # said where it is reported on
            return None
        self._needs_harper = self._needs_harper or reporter.may_need_harper(source)
        return task

    def _before_fork(self, waiting: int) -> None:
        from reviewcli.linting import forks

        if self._reporter.linter and self._needs_harper:
            self._reporter.linter.load_engines(for_many=waiting >= _MANY)
        forks.wait_for_threads()

    def _work(self, task: bytes) -> bytes:
        """Report on a draft and tell nobody anything; in another process, if there is one."""
        path, text, file, bom = msgspec.msgpack.decode(task)
        reporter = self._reporter
        told: list[str] = []
        tell, reporter.tell = reporter.tell, told.append
        report, errors = None, []
        try:
            report = reporter.report(Source(path, text, Path(file) if file else None, bom))
        except* ReviewError as group:
            errors = [(error.message, error.place, error.hint) for error in each_error(group)]
        reporter.tell = tell
        written = reporter.store.written() if reporter.store else 0
        return msgspec.msgpack.encode(_Answer(report, tuple(errors), tuple(told), written))

    def _said(self, answer: _Answer) -> Report:
        """What reports on a draft by the answer of another process."""

        def report(_: Source) -> FileReport:
            if self._reporter.store:
                self._reporter.store.count(answer.written)
            for text in answer.told:
                self._reporter.tell(text)
            if answer.report is None:
                raise ExceptionGroup("draft", [ReviewError(*error) for error in answer.errors])
            return answer.report

        return report
