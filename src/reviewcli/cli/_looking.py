"""How `review lint` looks at drafts: at what it kept of them first, and only then with rules and engines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from reviewcli.cli._options import GlobalOptions
from reviewcli.config_files import nearest_config
from reviewcli.sources import STDIN, Source

if TYPE_CHECKING:
    from reviewcli.cache import Store
    from reviewcli.cache.results import Kept, Results
    from reviewcli.config import Configs
    from reviewcli.errors import ReviewError
    from reviewcli.lint_options import LintOptions
    from reviewcli.linter import Linter
    from reviewcli.report import FileReport


class Looking:
    """What is said of the drafts of one run. Rules are imported when a draft needs them. Close it, or use `with`.

    Args:
        configs: where the settings of a draft come from.
        flags: what the flags of the run say.
        options: the global ones.
        tell: is given what a person should know.
        store: where results are kept, None to keep none.
    """

    def __init__(
        self,
        configs: Configs,
        flags: LintOptions,
        options: GlobalOptions,
        tell: Callable[[str], None],
        store: Store | None,
    ) -> None:
        self._configs = configs
        self._flags = flags
        self._options = options
        self._tell = tell
        self._store = store
        self._results = _results(store, flags, options) if store else None
        self._linter: Linter | None = None
        self._told: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._linter:
            self._linter.close()
        if self._store:
            self._store.close()

    def get_ready(self, source: Source | ReviewError) -> None:
        """See that a draft can be looked at: what is wrong with the flags is told before it, and once.

        Raises:
            ReviewError: the flags or the config cannot be used.
        """
        if self._linter is None and (not isinstance(source, Source) or self._kept(source) is None):
            if isinstance(source, Source) and self._store:
                self._load_harper(source, self._store)
            self._linter = self._opened()

    def look(self, source: Source) -> FileReport:
        """What there is to say of a draft.

        Raises:
            ReviewError: it cannot be linted.
        """
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
        if self._linter:
            self._linter.forget_words()
        if self._results:
            self._results.forget_surroundings()

    def _kept(self, source: Source) -> Kept | None:
        # Somebody who asks what is being done wants it done.
        return self._results.find(source) if self._results and not self._options.verbose else None

    def _opened(self) -> Linter:
        from reviewcli.linter import Linter

        linter = Linter(self._configs, self._flags, self._hear, self._options.explain, self._store)
        linter.prepare()
        return linter

    def _hear(self, text: str) -> None:
        self._told.append(text)
        self._tell(text)

    def _load_harper(self, source: Source, store: Store) -> None:
        from reviewcli.cache.paragraphs import may_need_harper

        if wants_harper(self._options, self._flags.grammar) and may_need_harper(
            store, source.path, source.text
        ):
            load_harper(self._flags.dialect)


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
        from reviewcli.cache.paragraphs import shelf_key

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
    from reviewcli.grammar import harper

    harper.warm(dialect or "")


def _results(store: Store, flags: LintOptions, options: GlobalOptions) -> Results | None:
    from reviewcli.cache.results import Results

    try:
        return Results(store, msgspec.json.encode([flags, options.config, options.isolated], enc_hook=str))
    except OSError:  # the folder that we work in is gone
        return None
