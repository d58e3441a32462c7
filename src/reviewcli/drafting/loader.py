"""Reads templates for Jinja: plain files only, and of a project's folder none that a link leads out of the project."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import jinja2
from jinja2.loaders import split_template_path

from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import read_source
from reviewcli.texts.reach import leads_out


class Folders(jinja2.BaseLoader):
    """The templates of these folders; of two with the same name that of the first.

    Args:
        folders: where to look.
        reach: the project whose config is in force: what lies in it stays in it. None where the user set it up.
    """

    def __init__(self, folders: Sequence[Path], reach: Path | None = None) -> None:
        self._folders = tuple(folders)
        self._reach = reach

    def get_source(
        self,
        environment: jinja2.Environment,  # noqa: ARG002 — Jinja's signature
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, its file, and whether that is still the one.

        Raises:
            ReviewError: it cannot be read, or lies elsewhere.
        """
        folder, file = self._found(template)
        if self._reach and leads_out(file, self._reach) and not leads_out(folder, self._reach):
            hint = "Put the file itself there, or its folder into a config of your own."
            raise ReviewError(f"the template is a link out of {self._reach}.", Place(str(file)), hint)
        state = _state(file)
        text = read_source(str(file)).text
        return text, str(file), lambda: state == _state(file) and self._found(template)[1] == file

    def _found(self, name: str) -> tuple[Path, Path]:
        pieces = split_template_path(name)  # none of them leads upward
        for folder in self._folders:
            file = folder.joinpath(*pieces)
            if os.path.isfile(file):  # noqa: PTH113 — Path.is_file raises for a name that is too long
                return folder, file
        raise jinja2.TemplateNotFound(name)


def _state(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
