"""Where configs lie; kept apart from reading them, so that looking costs nothing."""

from __future__ import annotations

from pathlib import Path

FILE_NAME = ".review.yaml"
USER_FILE_NAME = "config.yaml"


def nearest_config(folder: Path) -> Path | None:
    """The config that governs a folder: the nearest one upward, else the user's own, else None."""
    for parent in (folder, *folder.parents):
        file = parent / FILE_NAME
        if file.is_file():
            return file
    users = user_config_file()
    return users if users.is_file() else None


def user_config_file() -> Path:
    """Where the user's own config stands, if there is one."""
    from platformdirs import user_config_path

    return user_config_path("review") / USER_FILE_NAME
