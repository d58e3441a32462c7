"""The flag `--unfinished`, and what the commands that publish drafts say of one that is not finished."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.cli._options import GlobalOptions
from reviewcli.texts.errors import ReviewError, each_error

if TYPE_CHECKING:
    from reviewcli.settings.finding import Configs
    from reviewcli.texts.files import Source

UnfinishedFlag = Annotated[
    bool, typer.Option("--unfinished", help="Let a draft through that is not finished, and say so.")
]


class Gate:
    """What drafts pass on their way out.

    Args:
        configs: where the settings of a draft come from.
        options: where a person is told.
        notes: where notes are, if not beside the drafts.
        is_open: whether a draft that is not finished passes too.
    """

    def __init__(
        self, configs: Configs, options: GlobalOptions, *, is_open: bool, notes: Path | None = None
    ) -> None:
        from reviewcli.linting.unfinished import publishing_linter

        self._linter = publishing_linter(configs, notes)
        self._options = options
        self._is_open = is_open

    def check(self, source: Source) -> None:
        """Let a draft pass that is finished, or that passes all the same, which is told.

        Raises:
            ExceptionGroup: of a `ReviewError` for each place that keeps it back.
        """
        reasons = self._reasons(source)
        if self._is_open:
            for reason in reasons:
                place = reason.place or source.path
                self._options.tell(f"{place}: let through by --unfinished. {reason.message}")
        elif reasons:
            raise ExceptionGroup("unfinished", reasons)

    def _reasons(self, source: Source) -> list[ReviewError]:
        from reviewcli.linting.unfinished import unfinished

        try:
            return unfinished(source, self._linter)
        except ReviewError as error:
            return [error]
        except ExceptionGroup as group:
            errors, bugs = group.split(ReviewError)
            if bugs or not errors:
                raise
            return list(each_error(errors))
