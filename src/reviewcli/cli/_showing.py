"""The drafts themselves beside the reports, for a format that shows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reviewcli.texts.errors import ReviewError

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.linting.report import FileReport
    from reviewcli.settings.finding import Configs
    from reviewcli.settings.flags import LintOptions
    from reviewcli.texts.files import Source


class Seen:
    """The drafts of one run, each as it was when it was last looked at: what `--fix` made of it."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}

    def watching(self, look: Callable[[Source], FileReport]) -> Callable[[Source], FileReport]:
        """The same look, which remembers at what."""

        def watched(source: Source) -> FileReport:
            self._sources[source.path] = source
            return look(source)

        return watched

    def documents(self, configs: Configs, flags: LintOptions) -> dict[str, Document]:
        """The drafts by their paths, with their notes; without those that cannot be read."""
        from reviewcli.linting.linter import Linter

        found = {}
        with Linter(configs, flags, lambda _: None) as linter:
            for path, source in self._sources.items():
                try:
                    found[path] = linter.document(source)
                except* ReviewError:
                    pass  # its report says why
        return found
