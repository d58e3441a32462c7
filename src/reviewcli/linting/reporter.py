"""What there is to say of a draft: what was kept of it, else what rules and engines find now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Self

import msgspec

from reviewcli.linting import early_harper
from reviewcli.linting.report import FileReport
from reviewcli.texts.errors import ReviewError

if TYPE_CHECKING:
    from reviewcli.linting.kept.results import Kept, Results
    from reviewcli.linting.linter import Linter
    from reviewcli.settings.finding import Configs
    from reviewcli.settings.flags import LintOptions
    from reviewcli.texts.files import Source
    from reviewcli.texts.store import Store


class Reporter:
    """Reports on the drafts of one run. Rules are imported when a draft needs them. Close it, or use `with`.

    Args:
        configs: where the settings of a draft come from.
        flags: what the flags of the run say.
        tell: is given what a person should know.
        explain: is given what is used for each draft. Somebody who asks for that wants it done: with it, nothing
            that was kept is used.
        store: where results are kept, None to keep none.

    `linter` is None until something has to be found.
    """

    def __init__(
        self,
        configs: Configs,
        flags: LintOptions,
        tell: Callable[[str], None],
        explain: Callable[[str], None] | None = None,
        store: Store | None = None,
    ) -> None:
        self.tell = tell
        self.store = store
        self.linter: Linter | None = None
        self._configs, self._flags, self._explain = configs, flags, explain
        self._results = _results(store, flags, configs) if store else None
        self._told: list[str] = []
        self._looked_up: tuple[Source, Kept | None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.linter:
            self.linter.close()
        if self.store:
            self.store.close()

    def get_ready(self, source: Source | ReviewError) -> None:
        """Open what it takes to report on a draft, or on what could not be read.

        Raises:
            ReviewError: the flags or the config cannot be used.
        """
        if self.linter is None and (isinstance(source, ReviewError) or self.kept(source) is None):
            if self.store and not isinstance(source, ReviewError) and self._wants_harper(source):
                early_harper.load(self._flags.dialect)
            self.linter = self._opened()

    def report(self, source: Source) -> FileReport:
        """What there is to say of a draft.

        Raises:
            ReviewError: it cannot be linted.
        """
        kept = self.kept(source)
        if kept is not None:
            for text in kept.told:
                self.tell(text)
            return kept.report
        self.linter = self.linter or self._opened()
        self._told.clear()
        examined = self.linter.examine(source)
        if self._results and examined.places is not None and examined.report.error is None:
            self._results.keep(source, examined.report, examined.places, self._told)
        return examined.report

    def kept(self, source: Source) -> Kept | None:
        """What was kept of a draft, if everything is as it was."""
        if self._results is None or self._explain is not None:
            return None
        if self._looked_up is None or self._looked_up[0] is not source:
            self._looked_up = source, self._results.find(source)
        return self._looked_up[1]

    def may_need_harper(self, source: Source) -> bool:
        """Whether there are paragraphs in a draft of which nobody knows what Harper says."""
        if self.store is None:
            return True
        from reviewcli.engines.paragraphs import may_need_harper

        return may_need_harper(self.store, source.path, source.text)

    def forget_words(self) -> None:
        """Read the lists of words again for the next draft: somebody has added to them."""
        self._looked_up = None
        if self.linter:
            self.linter.forget_words()
        if self._results:
            self._results.forget_surroundings()

    def _opened(self) -> Linter:
        from reviewcli.linting.linter import Linter

        explain = self._explain or (lambda _: None)
        linter = Linter(self._configs, self._flags, self._hear, explain, self.store)
        linter.prepare()
        return linter

    def _hear(self, text: str) -> None:
        self._told.append(text)
        self.tell(text)

    def _wants_harper(self, source: Source) -> bool:
        configs = self._configs
        wanted = early_harper.is_wanted(self._flags.grammar, config=configs.chosen, isolated=configs.isolated)
        return wanted and self.may_need_harper(source)


def _results(store: Store, flags: LintOptions, configs: Configs) -> Results | None:
    from reviewcli.linting.kept.results import Results

    try:
        return Results(store, msgspec.json.encode([flags, configs.chosen, configs.isolated], enc_hook=str))
    except OSError:  # the folder that we work in is gone
        return None
