"""How the rooms that fetch LanguageTool say how far they are."""

from __future__ import annotations

from collections.abc import Callable

# What is done, of how much (0: unknown), in which unit (“parts”, “bytes”).
Progress = Callable[[int, int, str], None]
