"""Harper, in this process: the default engine."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from reviewcli.engines.harper_rules import KINDS_OFF, MECHANICAL, SPELLING, is_suggestion, rules_off
from reviewcli.engines.marks import Mark
from reviewcli.engines.messages import plain
from reviewcli.engines.prose import BETWEEN_BLOCKS, Prose
from reviewcli.engines.vocabulary import known_in
from reviewcli.engines.voice import findings_of
from reviewcli.texts.yaml.quoting import shown

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.engines.paragraphs import DraftParagraphs, Paragraphs
    from reviewcli.texts.findings import Finding

# The numbers of `harper.Dialect`, so that nothing waits for its import.
_DIALECTS = {"en-US": 0, "en-GB": 1, "en-AU": 2, "en-CA": 3, "en-IN": 4}


_MOST_HEAPS = -8  # M_ARENA_MAX of malloc.h

# Nothing in its dictionary is within three edits of this.
_FAR_FROM_ALL = "Qzxvkjwqzxvk."
# A paragraph, where it begins, and what was said of it before.
_Asked = tuple[int, str, list[Mark] | None]


def warm(dialect: str = "") -> None:
    """Begin to load the first linter beside whatever comes next; returns at once."""
    _linters(dialect or "en-US")


class Harper:
    """The engine. Several may be open; one thread at a time checks with each."""

    name = "harper"
    in_process = True

    def __init__(
        self,
        dialect: str = "",
        explain: Callable[[str], None] = lambda _: None,
        paragraphs: Paragraphs | None = None,
    ) -> None:
        self._explain = explain
        self._paragraphs = paragraphs
        self._fixed = bool(dialect)
        self._dialect = dialect or "en-US"
        self._taught: frozenset[str] = frozenset()
        self._linter: Any = None
        self._lock = threading.Lock()
        if paragraphs is None:  # with it nobody knows yet whether there is anything to ask
            warm(dialect)

    def check(self, doc: Document) -> Iterable[Finding]:
        """What Harper says of the document, without what reviews do not need to hear.

        Where anything has to be asked, it is loaded from now on; the findings wait for it.
        """
        prose = Prose(doc)
        words = known_in(prose, any_dialect=not self._fixed)
        kept = self._paragraphs.of(doc.path, words) if self._paragraphs else None
        asked = [(start, text, kept.find(text) if kept else None) for start, text in _paragraphs(prose.text)]
        if any(said is None for _, _, said in asked):
            warm(self._dialect)
        return self._findings(prose, words, asked, kept)

    def _findings(
        self, prose: Prose, words: frozenset[str], asked: list[_Asked], kept: DraftParagraphs | None
    ) -> Iterator[Finding]:
        marks: list[Mark] = []
        with self._lock:
            for start, text, said in asked:
                found = self._said(text, words, kept) if said is None else said
                marks += [_moved(mark, start) for mark in found] if start else found
        if kept:
            kept.close(prose.doc.source)
        marks.sort(key=lambda mark: (mark.start, mark.end, mark.rule))
        yield from findings_of(prose, self.name, marks, any_dialect=not self._fixed)

    def _said(self, paragraph: str, words: frozenset[str], kept: DraftParagraphs | None) -> list[Mark]:
        """All that Harper says of a paragraph, `words` being right."""
        lints = _lints(self._linter_that_knows(words), paragraph)
        if lints is None:
            self._explain(
                f"Harper gave up on the paragraph that begins “{shown(paragraph)}”; nothing is said of it."
            )
            return []
        marks = list(_marks_of(lints, paragraph))
        if kept:
            kept.keep(paragraph, marks)
        return marks

    def load(self, *, for_many: bool) -> None:
        """Load now what it needs; for many texts also the table for words that are far from all others (1.2 s)."""
        _linters(self._dialect).wait()
        if for_many:
            _lints(_new_linter(self._dialect), _FAR_FROM_ALL)

    def close(self) -> None:
        """Drop the linter; it holds nothing outside the process."""
        self._linter = None

    def _linter_that_knows(self, words: frozenset[str]) -> Any:
        """A linter that was taught these words and no others: one document's names are no other's."""
        if self._linter is None or words != self._taught:
            # A further linter costs 5 ms, to empty one that was taught 8.
            self._linter, self._taught = _linters(self._dialect).take(), words
            if words:
                self._linter.import_words(sorted(words))
        return self._linter


class _Linters:
    """Linters of one dialect. The first in a process costs 0.6 s, and is made in a thread that holds nobody up."""

    def __init__(self, dialect: str) -> None:
        self._dialect = dialect
        self._first: Any = None
        self._problem: BaseException | None = None
        self._lock = threading.Lock()
        self._is_taken = False
        _share_one_heap()
        # A daemon: a run that ends early does not wait for it.
        self._loading = threading.Thread(target=self._make_first, name="harper", daemon=True)
        self._loading.start()

    def take(self) -> Any:
        """A linter that nobody has used."""
        self._loading.join()
        if self._problem:
            raise self._problem
        with self._lock:
            if self._is_taken:
                return _new_linter(self._dialect)
            self._is_taken = True
            return self._first

    def wait(self) -> None:
        """Wait until the first is made."""
        self._loading.join()

    def _make_first(self) -> None:
        try:
            self._first = _new_linter(self._dialect)
        except BaseException as problem:  # noqa: BLE001  # raised again where the linter is asked for
            self._problem = problem


def _share_one_heap() -> None:
    # The C library gives a thread a heap of its own, and keeps there what Harper lets go while it loads: 34 MiB.
    import contextlib
    import ctypes

    with contextlib.suppress(
        AttributeError, OSError, TypeError
    ):  # other systems have no such setting, nor need it
        ctypes.CDLL(None).mallopt(_MOST_HEAPS, 1)


@functools.cache
def _linters(dialect: str) -> _Linters:
    return _Linters(dialect)


def _new_linter(dialect: str) -> Any:
    from harper import Linter

    linter = Linter(_DIALECTS[dialect])
    linter.set_lint_config(dict.fromkeys(rules_off(), False))
    return linter


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Harper reads paragraph by paragraph: Ctrl-C is answered between two, and a panic costs one."""
    start = 0
    for paragraph in text.split(BETWEEN_BLOCKS):
        yield start, paragraph
        start += len(paragraph) + len(BETWEEN_BLOCKS)


def _moved(mark: Mark, by: int) -> Mark:
    return msgspec.structs.replace(mark, start=mark.start + by, end=mark.end + by)


def _marks_of(found: dict[str, list[Any]], text: str) -> Iterator[Mark]:
    for rule, lints in found.items():
        for lint in lints:
            if lint.lint_kind in KINDS_OFF:
                continue
            span = lint.span
            yield Mark(
                rule=rule,
                start=span.start,
                end=span.end,
                message=plain(lint.message),
                replacements=tuple(_replacements(text[span.start : span.end], lint.suggestions)),
                spelling=rule in SPELLING,
                mechanical=rule in MECHANICAL,
                doubtful=is_suggestion(rule),
            )


def _lints(linter: Any, text: str) -> dict[str, list[Any]] | None:
    """Harper's lints by rule; None for a text that makes it panic."""
    from harper import Language

    try:
        found: dict[str, list[Any]] = linter.organized_lints(text, language=Language.PLAINTEXT)
    except BaseException as panic:
        # What Rust throws is no Exception, and has no name to import.
        if type(panic).__name__ != "PanicException":
            raise
        return None
    return found


def _replacements(marked: str, suggestions: list[Any]) -> Iterator[str]:
    """What each suggestion would put in place of the marked text."""
    for suggestion in suggestions:
        kind = suggestion.kind.name
        if kind == "REMOVE":
            yield ""
        elif kind == "INSERT_AFTER":
            yield marked + suggestion.replacement_text
        else:
            yield suggestion.replacement_text
