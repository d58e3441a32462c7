"""Attacks the program: mutated notes, drafts, configs and templates, runs that are killed, runs at once.

    python tests/attacks/attack.py [--minutes 60] [--seed N]

Prints the seed, how often each attack was tried, and what failed; a failing input is kept in tests/attacks/found/.
"""

from __future__ import annotations

import argparse
import collections
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NoReturn

HERE = Path(__file__).parent
FOUND = HERE / "found"
sys.path.insert(0, str(HERE.parent))
from attacked import DRAFT, NAMES, NOTES, RUNS, SEEDS, SIGNS, WRITING, sized  # noqa: E402 — it lies beside, and this is run as a script too
from edited import session  # noqa: E402 — as above
from program import REVIEW, review  # noqa: E402 — it lies beside, and this is run as a script too

MOST_SECONDS = 60  # of the clock, for one run
MOST_OF_PROCESSOR = 10  # seconds, for a megabyte


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

    def __init__(self, seed: int, folder: Path, many: int = 50) -> None:
        self.many = many  # runs at once
        self.chance = random.Random(seed)
        self.folder = folder
        self.tried: collections.Counter[str] = collections.Counter()
        self.failures: list[str] = []
        places = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
        self._places = {name: str(folder / name) for name in places}
        self._environment = {**os.environ, **self._places}
        self._after: dict[str, str] = {}
        (folder / "her.yaml").write_text(NOTES, "utf-8")
        (folder / "her.md").write_text(DRAFT, "utf-8")
        (folder / "rows.txt").write_text("Joaquin Phoenix as Theodore\n", "utf-8")

    def mutate(self) -> None:
        """One mutated file through one command."""
        kind = self.chance.choice(tuple(RUNS))
        text = mutated(self.chance.choice(SEEDS[kind]), self.chance)
        name = NAMES.get(kind, "x.csv")
        (self.folder / name).write_bytes(text.encode("utf-8", "replace"))
        command = self.chance.choice(RUNS[kind])
        self.tried[kind] += 1
        self._judge(kind, command.format(name), text)

    def spoil(self) -> None:
        """An entry of the cache is spoilt: the next run says what it would without one."""
        (self.folder / "her.md").write_text(DRAFT, "utf-8")
        command = "lint --grammar off --output-format json her.md".split()
        before = review(*command, cwd=self.folder, **self._places)
        kept = [path for path in (self.folder / "XDG_CACHE_HOME").rglob("*") if path.is_file()]
        for path in self.chance.sample(kept, min(len(kept), 3)):
            data = bytearray(path.read_bytes())
            for _ in range(self.chance.randint(1, 9)):
                data[self.chance.randrange(len(data)) : self.chance.randrange(len(data) + 1)] = (
                    self.chance.randbytes(3)
                )
                data = data or bytearray(b"x")
            path.write_bytes(data)
        self.tried["caches"] += 1
        after = review(*command, cwd=self.folder, **self._places)
        if (after.code, after.out) != (before.code, before.out):
            self._keep("caches", "lint with a spoilt cache", after.out + after.err)

    def edit(self) -> None:
        """A session of an editor with mutated texts, and places that a text need not have."""
        sent = session(self.chance.choice(SEEDS["draft"]), mutated, self.chance)
        run = self._start("lsp", stdin=subprocess.PIPE)
        self.tried["editor"] += 1
        try:
            _, told = run.communicate(sent, timeout=MOST_SECONDS)
        except subprocess.TimeoutExpired:
            run.kill()
            _, told = run.communicate()
        # The library tells its own log of requests that were cancelled.
        if run.returncode or (b"Traceback" in told and b"reviewcli" in told):
            self._keep("editor", f"lsp (exit code {run.returncode})", sent.decode() + told.decode())

    def kill(self) -> None:
        """A run that writes, killed in the middle: the file is what it was, or what it is to be."""
        command = self.chance.choice(tuple(WRITING))
        name, before = WRITING[command]
        file = self.folder / name
        after = self._written_by(command)
        file.write_text(before, "utf-8")
        run = self._start(command)
        time.sleep(self.chance.random())
        run.send_signal(signal.SIGKILL)
        run.communicate()
        self.tried["killed"] += 1
        if file.read_text("utf-8") not in (before, after):
            self._keep("killed", command, file.read_text("utf-8"))

    def fill(self) -> None:
        """A run that writes on a disc that takes no more: the file is what it was, and that is told."""
        command = self.chance.choice(tuple(WRITING))
        name, before = WRITING[command]
        if len(before) < 2:
            return
        (self.folder / name).write_text(before, "utf-8")
        run = self._start(command, most=len(before) // 2)
        _, told = run.communicate()
        self.tried["disc full"] += 1
        if (self.folder / name).read_text("utf-8") != before or run.returncode != 2 or b"Traceback" in told:
            self._keep("disc full", f"{command} (exit code {run.returncode})", told.decode())

    def _written_by(self, command: str) -> str:
        """What a command makes of its file when nobody disturbs it."""
        if command not in self._after:
            name, before = WRITING[command]
            (self.folder / name).write_text(before, "utf-8")
            review(*command.split(), cwd=self.folder, **self._places)
            self._after[command] = (self.folder / name).read_text("utf-8")
        return self._after[command]

    def add_at_once(self) -> None:
        """Runs that add a word each: all are kept."""
        file = self.folder / "XDG_CONFIG_HOME" / "review" / "dictionary.txt"
        file.unlink(missing_ok=True)
        self._at_once(f"words add word{number}" for number in range(self.many))
        if len(file.read_text("utf-8").split()) != self.many:
            self._keep("at once", "words add", file.read_text("utf-8"))

    def note_at_once(self) -> None:
        """Runs that lint a draft each on one cache, and write one baseline: each has its place in it."""
        for number in range(self.many):
            (self.folder / f"{number}.md").write_text(DRAFT, "utf-8")
        file = self.folder / "once.json"
        file.unlink(missing_ok=True)
        self._at_once(
            f"lint --grammar off --write-baseline once.json {number}.md" for number in range(self.many)
        )
        text = file.read_text("utf-8")
        if text.count('.md"') != self.many:
            self._keep("at once", "lint --write-baseline", text)

    def _at_once(self, commands: Iterable[str]) -> None:
        runs = [self._start(command) for command in commands]
        for run in runs:
            _, told = run.communicate()
            self.tried["at once"] += 1
            if run.returncode not in (0, 1) or b"Traceback" in told:
                self._keep("at once", f"exit code {run.returncode}", told.decode())

    def lengthen(self) -> None:
        """A megabyte of one shape: linted in ten seconds of the processor."""
        name, text = self.chance.choice(tuple(sized(1_000_000).items()))
        (self.folder / "long.md").write_text(text, "utf-8")
        self.tried["long"] += 1
        run = self._start("lint --no-cache --grammar off --notes her.yaml long.md")
        run.stdout.close() if run.stdout else None
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
        seconds = used.ru_utime + used.ru_stime
        if seconds > MOST_OF_PROCESSOR:
            self._keep("long", f"lint of {name}: {seconds:.0f} seconds of the processor", text[:1000])

    def _start(
        self, command: str, most: int | None = None, stdin: int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        """Start a run in a process of its own, whose files take `most` bytes."""

        def bound() -> None:
            if most is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        return subprocess.Popen(
            [REVIEW, *command.split()],
            cwd=self.folder,
            env=self._environment,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=bound,
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


def attack(seconds: float, seed: int, *, is_short: bool = False) -> Attack:
    """Attack for so long, and give what came of it."""
    signal.signal(signal.SIGALRM, _too_long)
    with tempfile.TemporaryDirectory(prefix="review-attack-") as folder:
        it = Attack(seed, Path(folder), 10 if is_short else 50)
        until = time.monotonic() + seconds
        for step in _steps(it, is_short=is_short):
            step()
            if time.monotonic() > until:
                return it
    raise AssertionError("the steps go on for ever")


def _steps(it: Attack, *, is_short: bool) -> Iterator[Callable[[], None]]:
    long = () if is_short else (it.lengthen,)
    while True:
        for crowd in (it.add_at_once, it.note_at_once):
            yield from (*[it.mutate] * 30, it.spoil, it.edit, *[it.kill] * 4, *[it.fill] * 2, crowd, *long)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    it = attack(60 * given.minutes, given.seed, is_short=given.minutes <= 1)
    print(
        ", ".join(f"{count} {name}" for name, count in sorted(it.tried.items()))
        + f"; {len(it.failures)} failed"
    )
    print("".join(f"{failure}\n" for failure in it.failures), end="")
    return int(bool(it.failures))


if __name__ == "__main__":
    sys.exit(main())
