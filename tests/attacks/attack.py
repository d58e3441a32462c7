"""Attacks the program: mutated notes, drafts, configs and templates, runs that are killed, runs at once.

    python tests/attacks/attack.py [--minutes 60] [--seed N]

Prints the seed, how often each attack was tried, and what failed; a failing input is kept in tests/attacks/found/.
"""

from __future__ import annotations

import argparse
import collections
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FOUND = HERE / "found"
sys.path.insert(0, str(HERE.parent))
from program import REVIEW, review  # noqa: E402 — it lies beside, and this is run as a script too

MOST_SECONDS = 60  # of the clock, for one run
SIGNS = "÷ … — 😀 +++ *( )* ` [ ]( {a, b} \\ \" ' : # - > | & ! % @ \x1b[31m \u202e \u2028 \t <!-- --> {{ }} {% %}".split(
    " "
)
SEEDS = {
    "notes": sorted((ROOT / "examples").glob("*.yaml")),
    "draft": sorted((ROOT / "tests" / "cases").glob("*/draft.md")),
    "config": [ROOT / "config.example.yaml"],
    "template": sorted((ROOT / "templates" / "film").glob("*.j2")),
}
# What is run on a mutated file {}; the exit codes are the contract's.
RUNS = {
    "notes": ("check {}", "check --fix {}", "new {} -o out.md --force"),
    "draft": ("lint --grammar off {}", "lint --grammar off --fix {}", "lint --grammar off --format html {}", "facts {}",
              "strip {}", "outline {}", "stats {}"),
    "config": ("--config {} lint --grammar off her.md", "--config {} new her.yaml"),
    "template": ("new her.yaml -t ./{}",),
}  # fmt: skip
NAMES = {"notes": "x.yaml", "draft": "x.md", "config": "c.yaml", "template": "t.md.j2"}
NOTES = "title: Her\nyear: 2013\ndirectors: [Spike Jonze]\n"


def mutated(text: str, chance: random.Random) -> str:
    """The text with one to four changes: pieces cut out, doubled, moved, repeated, and signs put in."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((1, 3, 20, 200)))
        piece = text[start:end]
        sign = chance.choice(SIGNS)
        there = chance.choice(
            ("", piece * 2, sign, sign * 40, piece.swapcase(), piece.replace("\n", "\r\n"), f"{piece}{sign} ")
        )
        text = text[:start] + there + text[end:]
    return text


class Attack:
    """One attack's folder, its chance, and what came of it."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.folder = folder
        self.tried: collections.Counter[str] = collections.Counter()
        self.failures: list[str] = []
        places = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
        self._places = {name: str(folder / name) for name in places}
        self._environment = {**os.environ, **self._places}
        (folder / "her.yaml").write_text(NOTES, "utf-8")
        (folder / "her.md").write_text("# Her\n\nThe film is good.\n", "utf-8")

    def mutate(self) -> None:
        """One mutated file through one command."""
        kind = self.chance.choice(tuple(RUNS))
        text = mutated(self.chance.choice(SEEDS[kind]).read_text("utf-8"), self.chance)
        (self.folder / NAMES[kind]).write_bytes(text.encode("utf-8", "replace"))
        command = self.chance.choice(RUNS[kind])
        self.tried[kind] += 1
        self._judge(kind, command.format(NAMES[kind]), text)

    def kill(self) -> None:
        """A run that writes, killed in the middle: the file is what it was, or what it is to be."""
        before, after = "# Her\n\nThe the film is good.\n" * 50, "# Her\n\nThe film is good.\n" * 50
        file = self.folder / "killed.md"
        file.write_text(before, "utf-8")
        run = self._start("lint --grammar off --fix killed.md")
        time.sleep(self.chance.random())
        run.send_signal(signal.SIGKILL)
        run.communicate()
        self.tried["killed"] += 1
        if file.read_text("utf-8") not in (before, after):
            self._keep("killed", "lint --fix", file.read_text("utf-8"))

    def add_at_once(self) -> None:
        """Fifty runs that add a word each: all are kept."""
        file = self.folder / "XDG_CONFIG_HOME" / "review" / "dictionary.txt"
        file.unlink(missing_ok=True)
        runs = [self._start(f"words add word{number}") for number in range(50)]
        for run in runs:
            run.communicate()
        self.tried["at once"] += 50
        if len(file.read_text("utf-8").split()) != 50:
            self._keep("at once", "words add", file.read_text("utf-8"))

    def _start(self, command: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [REVIEW, *command.split()],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def _judge(self, kind: str, command: str, text: str) -> None:
        """Run in this process, which is many times quicker; what takes too long ends in a traceback of its own."""
        signal.alarm(MOST_SECONDS)
        ran = review(*command.split(), cwd=self.folder, **self._places)
        signal.alarm(0)
        if ran.code not in (0, 1, 2) or "Traceback" in ran.err or "\x1b" in ran.err:
            self._keep(kind, f"{command} (exit code {ran.code})", text)

    def _keep(self, kind: str, command: str, text: str) -> None:
        FOUND.mkdir(exist_ok=True)
        file = FOUND / f"{len(list(FOUND.iterdir()))}-{NAMES.get(kind, 'x.txt')}"
        file.write_bytes(text.encode("utf-8", "replace"))
        self.failures.append(f"{command}: {file}")


def _too_long(*_: object) -> NoReturn:
    raise TimeoutError("no end")


def attack(seconds: float, seed: int) -> Attack:
    """Attack for so long, and give what came of it."""
    signal.signal(signal.SIGALRM, _too_long)
    with tempfile.TemporaryDirectory(prefix="review-attack-") as folder:
        it = Attack(seed, Path(folder))
        until = time.monotonic() + seconds
        for step in _steps(it):
            step()
            if time.monotonic() > until:
                return it
    raise AssertionError("the steps go on for ever")


def _steps(it: Attack) -> Iterator[Callable[[], None]]:
    while True:
        yield from (*[it.mutate] * 40, it.kill, it.add_at_once)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    it = attack(60 * given.minutes, given.seed)
    print(
        ", ".join(f"{count} {name}" for name, count in sorted(it.tried.items()))
        + f"; {len(it.failures)} failed"
    )
    print("".join(f"{failure}\n" for failure in it.failures), end="")
    return int(bool(it.failures))


if __name__ == "__main__":
    sys.exit(main())
