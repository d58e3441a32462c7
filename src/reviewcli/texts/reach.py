"""How far a file reaches that may be somebody else's: no further than the project that it came with."""

from __future__ import annotations

import os
from pathlib import Path


def project_of(folder: Path) -> Path:
    """The project that a folder belongs to: its Git repository, else the folder itself; links are followed.

    A home that is kept in Git is no project: what was unpacked there would reach everything.
    """
    here = Path(os.path.realpath(folder))
    home = Path(os.path.realpath(os.path.expanduser("~")))  # noqa: PTH111 — Path.home raises where there is none
    for parent in (here, *here.parents):
        if os.path.lexists(parent / ".git"):
            return here if home.is_relative_to(parent) else parent
    return here


def leads_out(path: Path, project: Path) -> bool:
    """Whether a path ends outside of a project, links followed."""
    try:
        return not Path(os.path.realpath(path)).is_relative_to(project)
    except (OSError, ValueError):  # no name of a file: reading it says so
        return False
