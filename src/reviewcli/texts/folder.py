"""Where the cache lies."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """The folder of everything that `review` can work out again.

    Raises:
        RuntimeError: nobody knows where the user is at home.
    """
    if sys.platform == "linux":  # what platformdirs says there, without the time that its import takes
        home = os.environ.get("XDG_CACHE_HOME", "").strip()
        return (Path(home) if home else Path.home() / ".cache") / "review"
    from platformdirs import user_cache_path

    return user_cache_path("review")
