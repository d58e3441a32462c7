"""The drafts of a run, for a format that shows them beside what was found, or says what they do well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from reviewcli.linting.report import FileReport
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import Source

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.settings.finding import Configs
    from reviewcli.settings.flags import LintOptions


class Shown(msgspec.Struct, frozen=True):
    """The drafts by their paths, with their notes, and what each does well."""

    documents: dict[str, Document] = {}
    praise: dict[str, tuple[str, ...]] = {}


class Seen:
    """The drafts of one run as they were when they were last reported on, and which rules found something then."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}
        self._found: dict[str, frozenset[str]] = {}

    def see(self, source: Source, report: FileReport) -> None:
        """Remember a draft, and which rules found something in it."""
        self._sources[source.path] = source
        self._found[source.path] = frozenset(finding.rule for finding in report.findings)

    def shown(self, configs: Configs, flags: LintOptions, *, with_praise: bool) -> Shown:
        """The drafts that can be read; why the others cannot is in their reports."""
        from reviewcli.linting.kind_words import kind_words
        from reviewcli.linting.linter import Linter

        shown = Shown({}, {})
        with Linter(configs, flags, lambda _: None) as linter:
            for path, source in self._sources.items():
                try:
                    shown.documents[path] = doc = linter.document(source)
                    if with_praise:
                        shown.praise[path] = kind_words(doc, linter.passed_by(source, self._found[path]))
                except* ReviewError:
                    pass
        return shown
