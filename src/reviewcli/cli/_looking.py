"""How `review lint` looks at drafts: at what it kept of them first, and only then with rules and engines."""

from __future__ import annotations

import contextlib
import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from reviewcli.cli._options import GlobalOptions
from reviewcli.linting.report import FileReport
from reviewcli.settings.places import nearest_config
from reviewcli.texts.errors import Place, ReviewError, each_error
from reviewcli.texts.files import STDIN, Source

if TYPE_CHECKING:
    from reviewcli.linting.kept.results import Kept, Results
    from reviewcli.linting.linter import Linter
    from reviewcli.settings.finding import Configs
    from reviewcli.settings.flags import LintOptions
    from reviewcli.texts.store import Store


Draft = tuple[str, "Source | ReviewError"]
# Fewer drafts are looked at one after the other; from so many on Harper gets ready for words that are far from all.
_FEW, _MANY = 4, 10


class _Answer(msgspec.Struct, frozen=True, array_like=True):
    """What another process has to say of a draft: a report or errors, and what it would have told."""

    report: FileReport | None = None
    errors: tuple[tuple[str, Place | None, str | None], ...] = ()
    told: tuple[str, ...] = ()
    written: int = 0


class Looking:
    """What is said of the drafts of one run. Rules are imported when a draft needs them. Close it, or use `with`.

    Args:
        configs: where the settings of a draft come from.
        flags: what the flags of the run say.
        options: the global ones.
        tell: is given what a person should know.
        store: where results are kept, None to keep none.
        jobs: how many processes may look at once; None is as many as there are cores.
    """

    def __init__(
        self,
        configs: Configs,
        flags: LintOptions,
        options: GlobalOptions,
        tell: Callable[[str], None],
        store: Store | None,
        jobs: int | None = 1,
    ) -> None:
        self._jobs = jobs
        self._configs = configs
        self._flags = flags
        self._options = options
        self._tell = tell
        self._store = store
        self._results = _results(store, flags, options) if store else None
        self._linter: Linter | None = None
        self._told: list[str] = []
        self._answers: dict[int, _Answer] = {}
        self._needs_harper = False
        self._looked_up: tuple[Source, Kept | None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._linter:
            self._linter.close()
        if self._store:
            self._store.close()

    def in_order(
        self, drafts: Iterable[Draft], concerns: Callable[[Source], bool] = lambda _: True
    ) -> Iterator[Draft]:
        """The drafts one by one, ready to be looked at; where there are many, on all cores.

        What is wrong with the flags is told before the first of them, and once.

        Args:
            drafts: each by its name, a source or why it cannot be read.
            concerns: whether a draft will be looked at.

        Raises:
            ReviewError: the flags or the config cannot be used.
        """
        drafts = iter(drafts)
        first = list(itertools.islice(drafts, _FEW)) if self._jobs != 1 else []
        if len(first) == _FEW:
            from reviewcli.linting.forks import can_fork, cores

            jobs = self._jobs or cores()
            if jobs > 1 and can_fork():
                yield from self._on_all_cores(itertools.chain(first, drafts), jobs, concerns)
                return
        for number, (path, source) in enumerate(itertools.chain(first, drafts)):
            if number == _FEW:
                from reviewcli.linting.forks import collect_often

                collect_often()
            self._get_ready(source)
            yield path, source

    def _on_all_cores(
        self, drafts: Iterable[Draft], jobs: int, concerns: Callable[[Source], bool]
    ) -> Iterator[Draft]:
        from reviewcli.linting import forks

        waiting: deque[Draft] = deque()

        def tasks() -> Iterator[bytes | None]:
            for path, source in drafts:
                waiting.append((path, source))
                self._get_ready(source)
                yield self._task(source, concerns)

        answers = forks.in_order(tasks(), self._work, jobs, self._before_fork)
        with contextlib.closing(answers):
            for answer in answers:
                path, source = waiting.popleft()
                if isinstance(answer, forks.Died):
                    lost = (
                        f"{answer}.",
                        Place(path),
                        "Nothing is said of it; run `review lint` on it again.",
                    )
                    self._answers[id(source)] = _Answer(errors=(lost,))
                elif answer is not None:
                    self._answers[id(source)] = msgspec.msgpack.decode(answer, type=_Answer)
                yield path, source

    def _task(self, source: Source | ReviewError, concerns: Callable[[Source], bool]) -> bytes | None:
        """A draft as another process is given it; None if there is nothing to do there."""
        if not isinstance(source, Source) or self._linter is None:
            return None
        try:
            if self._linter.asks_servers or not concerns(source) or self._kept(source) is not None:
                return None
            task = msgspec.msgpack.encode(
                (source.path, source.text, str(source.file) if source.file else None, source.bom)
            )
        except (ReviewError, UnicodeEncodeError):  # told where it is looked at
            return None
        self._needs_harper = self._needs_harper or self._may_need_harper(source)
        return task

    def _before_fork(self, waiting: int) -> None:
        from reviewcli.linting import forks

        if self._linter and self._needs_harper:
            self._linter.load_engines(for_many=waiting >= _MANY)
        forks.wait_for_threads()

    def _work(self, task: bytes) -> bytes:
        """Look at a draft and tell nobody anything; in another process, if there is one."""
        path, text, file, bom = msgspec.msgpack.decode(task)
        told: list[str] = []
        tell, self._tell = self._tell, told.append
        report, errors = None, []
        try:
            report = self.look(Source(path, text, Path(file) if file else None, bom))
        except* ReviewError as group:
            errors = [(error.message, error.place, error.hint) for error in each_error(group)]
        self._tell = tell
        written = self._store.written() if self._store else 0
        return msgspec.msgpack.encode(_Answer(report, tuple(errors), tuple(told), written))

    def _get_ready(self, source: Source | ReviewError) -> None:
        if self._linter is None and (not isinstance(source, Source) or self._kept(source) is None):
            if isinstance(source, Source) and self._store and self._wants_harper(source):
                load_harper(self._flags.dialect)
            self._linter = self._opened()

    def look(self, source: Source) -> FileReport:
        """What there is to say of a draft.

        Raises:
            ReviewError: it cannot be linted.
        """
        answer = self._answers.pop(id(source), None)
        if answer is not None:
            return self._answered(answer)
        kept = self._kept(source)
        if kept is not None:
            for text in kept.told:
                self._tell(text)
            return kept.report
        self._linter = self._linter or self._opened()
        self._told.clear()
        examined = self._linter.examine(source)
        if self._results and examined.places is not None and examined.report.error is None:
            self._results.keep(source, examined.report, examined.places, self._told)
        return examined.report

    def forget_words(self) -> None:
        """Read the lists of words again for the next draft: somebody has added to them."""
        self._looked_up = None
        if self._linter:
            self._linter.forget_words()
        if self._results:
            self._results.forget_surroundings()

    def _answered(self, answer: _Answer) -> FileReport:
        if self._store:
            self._store.count(answer.written)
        for text in answer.told:
            self._tell(text)
        if answer.report is None:
            raise ExceptionGroup("draft", [ReviewError(*error) for error in answer.errors])
        return answer.report

    def _kept(self, source: Source) -> Kept | None:
        # Somebody who asks what is being done wants it done.
        if self._results is None or self._options.verbose:
            return None
        if self._looked_up is None or self._looked_up[0] is not source:
            self._looked_up = source, self._results.find(source)
        return self._looked_up[1]

    def _opened(self) -> Linter:
        from reviewcli.linting.linter import Linter

        linter = Linter(self._configs, self._flags, self._hear, self._options.explain, self._store)
        linter.prepare()
        return linter

    def _hear(self, text: str) -> None:
        self._told.append(text)
        self._tell(text)

    def _wants_harper(self, source: Source) -> bool:
        return wants_harper(self._options, self._flags.grammar) and self._may_need_harper(source)

    def _may_need_harper(self, source: Source) -> bool:
        if self._store is None:
            return True
        from reviewcli.engines.paragraphs import may_need_harper

        return may_need_harper(self._store, source.path, source.text)


def load_harper_meanwhile(
    options: GlobalOptions, flags: LintOptions, paths: list[str] | None, store: Store | None
) -> None:
    """Begin to load Harper if it will be needed for sure: for a draft of which nothing is kept.

    Its construction is most of a run and needs nothing of the rest, which is therefore imported after this. Where
    there is a config, that has to be read first: it may want no Harper, or another English.
    """
    if not wants_harper(options, flags.grammar):
        return
    if store:
        from reviewcli.engines.paragraphs import shelf_key

        paths = paths or [STDIN]
        if len(paths) > 1 or Path(paths[0]).is_dir() or store.has(shelf_key(paths[0])):
            return
    load_harper(flags.dialect)


def wants_harper(options: GlobalOptions, grammar: str | None) -> bool:
    """Whether the flags, and no config, ask for Harper."""
    if grammar in ("off", "languagetool") or options.config:
        return False
    return options.isolated or nearest_config(Path.cwd()) is None


def load_harper(dialect: str | None) -> None:
    """Begin to load Harper beside whatever comes next."""
    from reviewcli.engines import harper

    harper.warm(dialect or "")


def _results(store: Store, flags: LintOptions, options: GlobalOptions) -> Results | None:
    from reviewcli.linting.kept.results import Results

    try:
        return Results(store, msgspec.json.encode([flags, options.config, options.isolated], enc_hook=str))
    except OSError:  # the folder that we work in is gone
        return None
