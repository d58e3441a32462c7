"""What configs and lists of words are called and where they lie; apart from reading them, so looking costs nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from reviewcli.texts.files import is_file

FILE_NAME = ".review.yaml"
HOUSE_FILE = ".review-dictionary.txt"
WORD_FILES = (HOUSE_FILE, ".harper-dictionary.txt")
# What counts for the drafts of its folder and of all folders below.
FILES_ABOVE = (FILE_NAME, *WORD_FILES)
USER_FILE_NAME = "config.yaml"
# Names a LanguageTool server to ask.
SERVER_VARIABLE = "REVIEW_LANGUAGETOOL_URL"


def nearest_config(folder: Path) -> Path | None:
    """The config that governs a folder: the nearest one upward, else the user's own, else None."""
    for parent in (folder, *folder.parents):
        file = parent / FILE_NAME
        if is_file(file):
            return file
    users = user_config_file()
    return users if is_file(users) else None


def user_config_file() -> Path:
    """Where the user's own config stands, if there is one."""
    return user_config_folder() / USER_FILE_NAME


def user_config_folder() -> Path:
    """The folder of what the user has set up for all reviews."""
    if sys.platform == "linux":  # what platformdirs says there, without the time that its import takes
        home = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return (Path(home) if home else Path.home() / ".config") / "review"
    from platformdirs import user_config_path

    return user_config_path("review")
