"""Where the time of a run's imports goes."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence


def imports(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run a command under `-X importtime`; print what each package takes by itself, and how many modules it has.

    The rules, which are imported by name, do not show here.
    """
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    took: Counter[str] = Counter()
    modules: Counter[str] = Counter()
    for line in ran.stderr.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if len(parts) == 3 and parts[0].strip().isdigit():
            name = parts[2].strip()
            room = ".".join(name.split(".")[: 2 if name.startswith("reviewcli.") else 1])
            took[room] += int(parts[0])
            modules[room] += 1
    print("| package | ms | modules |\n|---|---:|---:|")
    for room, micro in took.most_common(25):
        print(f"| {room} | {micro / 1000:.1f} | {modules[room]} |")
    print(f"| all | {took.total() / 1000:.1f} | {modules.total()} |")
