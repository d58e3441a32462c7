"""A minute of `make attack`, with a new seed each time, which is printed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_a_minute_of_attacks_finds_nothing() -> None:
    script = Path(__file__).with_name("attack.py")
    ran = subprocess.run(
        [sys.executable, script, "--minutes", "1"], capture_output=True, text=True, check=False
    )
    sys.stdout.write(ran.stdout)
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout
