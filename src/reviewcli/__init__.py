"""Notes to drafts, drafts to findings: the library behind the `review` command.

`lint` and `draft` are those of `reviewcli.api`; all names are imported when they are first used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing's own would import it, and `review --version` imports nothing
if TYPE_CHECKING:
    from reviewcli.api import draft, lint
    from reviewcli.linting.report import FileReport, Located
    from reviewcli.notes.model import Notes
    from reviewcli.texts.errors import ReviewError
    from reviewcli.texts.findings import Severity
    from reviewcli.texts.version import __version__

__all__ = ["FileReport", "Located", "Notes", "ReviewError", "Severity", "__version__", "draft", "lint"]

_HOMES = {
    "__version__": "reviewcli.texts.version",
    "draft": "reviewcli.api",
    "lint": "reviewcli.api",
    "ReviewError": "reviewcli.texts.errors",
    "Severity": "reviewcli.texts.findings",
    "Notes": "reviewcli.notes.model",
    "FileReport": "reviewcli.linting.report",
    "Located": "reviewcli.linting.report",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
