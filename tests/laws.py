"""How often a law is tried: `make laws` tries each eight times as often as `make test`."""

from __future__ import annotations

import os

TIMES = int(os.environ.get("LAWS_TIMES", "1"))
