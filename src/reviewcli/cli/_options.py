"""The options that every command takes."""

from __future__ import annotations

import enum
import os
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

import typer

from reviewcli.cli._saying import say

if TYPE_CHECKING:
    from reviewcli.settings.finding import Configs


class Color(enum.StrEnum):
    """When output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class GlobalOptions(NamedTuple):
    """What was asked of the whole run; `config` is a path as the user typed it."""

    quiet: bool = False
    verbose: bool = False
    config: str | None = None
    isolated: bool = False
    color: Color = Color.AUTO

    def colors(self, stream: TextIO) -> bool:
        """Whether to colour what goes there: `--color`, then NO_COLOR and FORCE_COLOR, then a terminal."""
        if self.color is not Color.AUTO:
            return self.color is Color.ALWAYS
        if os.environ.get("NO_COLOR"):
            return False
        return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()

    def configs(self) -> Configs:
        """The configs of this run.

        Raises:
            ReviewError: the one that `--config` names cannot be used.
        """
        from reviewcli.settings.finding import Configs

        return Configs(self.config, isolated=self.isolated)

    def tell(self, text: str) -> None:
        """Say something beside the result, on standard error, unless `--quiet`."""
        if not self.quiet:
            say(text)

    def explain(self, text: str) -> None:
        """Say on standard error what is being done, if `--verbose`."""
        if self.verbose:
            say(text)


def global_options(ctx: typer.Context) -> GlobalOptions:
    """The global options of this run, wherever they stood."""
    given: dict[str, Any] = ctx.find_root().ensure_object(dict)
    return GlobalOptions(
        quiet=given.get("quiet", False),
        verbose=given.get("verbose", False),
        config=given.get("config") or None,
        isolated=given.get("isolated", False),
        color=Color(given.get("color", Color.AUTO)),
    )
