"""Notes to drafts, drafts to findings: the library behind the `review` command.

`lint` and `draft` are those of `reviewcli.api`, imported when they are first used.
"""

from __future__ import annotations

import sys

from reviewcli.texts.version import __version__

TYPE_CHECKING = False  # typing's own would import it, and `review --version` imports nothing
if TYPE_CHECKING:
    from reviewcli.api import draft, lint
    from reviewcli.linting.report import FileReport, Located
    from reviewcli.notes.model import Notes
    from reviewcli.texts.errors import ReviewError
    from reviewcli.texts.findings import Severity

__all__ = ["FileReport", "Located", "Notes", "ReviewError", "Severity", "__version__", "draft", "lint"]

_HOMES = {
    "draft": "reviewcli.api",
    "lint": "reviewcli.api",
    "ReviewError": "reviewcli.texts.errors",
    "Severity": "reviewcli.texts.findings",
    "Notes": "reviewcli.notes.model",
    "FileReport": "reviewcli.linting.report",
    "Located": "reviewcli.linting.report",
}


class _Package(type(sys)):  # type: ignore[misc]  # a module's class has no name without an import
    """The package, in which `lint` and `draft` are functions.

    There are modules of these names, and importing a module puts it into its package.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, type(sys))):
            super().__setattr__(name, value)

    def __getattr__(self, name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        found: object = getattr(import_module(_HOMES[name]), name)
        setattr(self, name, found)
        return found

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_HOMES})


sys.modules[__name__].__class__ = _Package
