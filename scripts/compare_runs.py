"""Compare what two commits print and write, byte by byte, over some hundred runs of the program.

    python scripts/compare_runs.py BASE [HEAD]

HEAD is the working tree unless it is named. Both see the same inputs: the examples and cases of BASE, and the drafts
that BASE makes of them. Their code lies at the same path, one after the other, and so do the folders they run in:
nothing is evened out. The runs stand in compare_runs.txt.
"""

from __future__ import annotations

import argparse
import difflib
import io
import itertools
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
RUNS = Path(__file__).with_suffix(".txt")
SHELL = 'review() { "$PYTHON" -P -m reviewcli "$@"; local code=$?; echo $code >>"$CODES"; return $code; }\n'
SHOWN = 20  # lines of a difference, unless all are asked for

# What the folder `errors` holds.
FILES = {
    "bad.md.j2": "{% if %}\n",
    "bad.yaml": "title: Her\ncast: [Amy Adams\nyear: 2013\n",
    "binary.md": bytes(range(256)).decode("utf-8", "surrogateescape"),
    "broken/.review.yaml": "profile: [short\n",
    "broken/her.md": "# Her\n\nThe the film.\n",
    "crlf.md": "\ufeff# Her\r\n\r\nThe film is is a apple , and could of been better.\r\n",
    "diary.csv": "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2024-01-02,Her,2013,,4.5,,,\n",
    "empty.md": "",
    "empty.yaml": "",
    "her.yaml": "title: Her\nyear: 2013\nverdict: It works.\nscore: 4.5/5\n",
    "house/.review.yaml": "profile: short\ninclude: ['*.md']\nauthor: A\nrules: {cliche: off, doubled-word: warning}\n",
    "house/her.md": "# Her\n\nThe film is a masterclass, and Theodore is is sad.\n",
    "latin.md": "# Caf\udce9\n",
    "odd/.review.yaml": "profil: short\nrules: {nosuch: off, cliche: loud}\nfail_on: never\n",
    "odd/her.md": "# Her\n\nThe the film.\n",
    "silenced.md": "# Her\n\n<!-- review-disable doubled-word -->\nThe the film.\n\n<!-- review-disable-line nosuch -->"
    "\n\n<!-- review-todo verdict: say it -->\n\n> “A quote”\n\nIts a masterpeice [sic], *Her*, a tour de force.\n",
    "slips.yaml": "title: No\nyear: 2012\ncast: [Gael García Bernal as René]\ncritique:\n  strengths:\n"
    "    - good: very good # really\n    - {point: dry, wry and short}\n    - 'loud at times\nscore: 4.5/5\n",
    "times.yaml": "title: No\nyear: 2012\nruntime: 2h 75m\nscore: 7/5\ncast: ['A as B [1:99]']\nverdict: works []\n",
    "twice.yaml": "title: Her\ntitle: Him\n",
    "undefined.md.j2": "{{ nosuch.title }}\n",
    "unknown.yaml": "title: Her\nyaer: 2013\ndirecter: Spike Jonze\nkind: movie\nisbn: 123\n",
}


class Run(NamedTuple):
    """A line for the shell, the folder it runs in a copy of, and whether it starts with nothing kept."""

    folder: str
    line: str
    fresh: bool

    def __str__(self) -> str:
        return f"{self.folder}: {self.line}"


Outcome = dict[str, bytes]  # what a run printed, its exit codes, and every file that it wrote or took away


class Place:
    """A temporary folder: the program of one commit at a time, the inputs, and what runs leave."""

    def __init__(self, folder: Path) -> None:
        self.program, self.inputs = folder / "program", folder / "inputs"
        self._left = folder / "left"

    def take(self, commit: str | None) -> None:
        """Put the program of a commit here, or of the working tree, and forget what was kept."""
        shutil.rmtree(self.program, ignore_errors=True)
        shutil.rmtree(self._left, ignore_errors=True)
        if commit:
            with tarfile.open(fileobj=io.BytesIO(git("archive", commit))) as archive:
                archive.extractall(self.program, filter="data")
        else:
            for name in git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split(b"\0"):
                if name and (file := ROOT / os.fsdecode(name)).is_file():
                    copy = self.program / os.fsdecode(name)
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(file, copy)
        subprocess.run([sys.executable, "-m", "compileall", "-q", "src"], cwd=self.program, check=True)

    def prepare(self) -> None:
        """Make the inputs of the program that is here."""
        shutil.copytree(self.program / "examples", self.inputs / "examples")
        shutil.copytree(self.program / "tests" / "cases", self.inputs / "cases")
        for name, text in FILES.items():
            file = self.inputs / "errors" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8", "surrogateescape"))
        made = self._shell("review new *.yaml -o .", self.inputs / "examples")
        if made["exit codes"] != b"0\n":
            sys.exit(made["stderr"].decode())

    def outcome(self, run: Run, slot: str) -> Outcome:
        """Do a run. What is kept for a draft is kept by its path, so that runs in the same slot share it."""
        inputs, folder = self.inputs / run.folder, self._left / slot / run.folder
        home = self._left / slot / ("fresh" if run.fresh else "home")
        shutil.copytree(inputs, folder)
        printed = self._shell(run.line, folder, home)
        before, after = contents(inputs), contents(folder)
        shutil.rmtree(folder)
        if run.fresh:
            shutil.rmtree(home)
        changed = sorted(file for file in before | after if before.get(file) != after.get(file))
        return {**printed, **{f"file {file}": after.get(file, b"(taken away)") for file in changed}}

    def commands(self) -> Iterator[str]:
        """Every command of the program, and the commands of these."""
        yield ""
        for name in self._named_in_help(""):
            yield name
            yield from (f"{name} {inner}" for inner in self._named_in_help(name))

    def _named_in_help(self, command: str) -> list[str]:
        shown = self._shell(f"review {command} --help", self.inputs)["stdout"].decode()
        listed = shown.partition("\nCommands:\n")[2]
        return re.findall(r"^  ([a-z][\w-]*)  ", listed, re.MULTILINE)

    def _shell(self, line: str, folder: Path, home: Path | None = None) -> Outcome:
        own = home or self._left / "home"
        own.mkdir(parents=True, exist_ok=True)
        codes = own / "codes"
        codes.unlink(missing_ok=True)
        environment = {
            **{f"XDG_{kind}_HOME": f"{own}/{kind.lower()}" for kind in ("CACHE", "CONFIG", "DATA", "STATE")},
            **{f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
            **dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9"),  # no way out
            "CODES": str(codes),
            "HOME": str(own),
            "LANG": "C.UTF-8",
            "PATH": os.environ["PATH"],
            "PYTHON": sys.executable,
            "PYTHONPATH": str(self.program / "src"),
        }
        words = ["bash", "-c", SHELL + line]
        ran = subprocess.run(words, cwd=folder, env=environment, input=b"", capture_output=True, check=False)
        return {"exit codes": codes.read_bytes(), "stdout": ran.stdout, "stderr": ran.stderr}


def git(*words: str) -> bytes:
    """What Git prints."""
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True).stdout


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder but those of Git."""
    files = (file for file in folder.rglob("*") if file.is_file() and ".git" not in file.parts)
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def runs_of(place: Place) -> Iterator[Run]:
    """The runs of compare_runs.txt, each `{a,b}` of a line put in."""
    folder, fresh = "", False
    examples = place.inputs / "examples"
    drafts = sorted(file.name for file in examples.iterdir() if file.suffix in (".md", ".txt"))
    known = {
        "{drafts}": drafts,
        "{cases}": sorted(file.name for file in (place.inputs / "cases").iterdir()),
        "{commands}": list(place.commands()),
    }
    for line in RUNS.read_text(encoding="utf-8").splitlines():
        if header := re.fullmatch(r"\[(\w+)( fresh)?\]", line):
            folder, fresh = header[1], bool(header[2])
        elif line and not line.startswith("#"):
            parts = re.split(r"(\{[^{}]*\})", line)
            ways = [known.get(part) or part[1:-1].split(",") if part[:1] == "{" else [part] for part in parts]
            for way in itertools.product(*ways):
                yield Run(folder, "".join(way), fresh)


def outcomes(place: Place, runs: list[Run]) -> list[Outcome]:
    """Do all runs, two at a time: every second one in the one folder, the others in the other."""
    outcomes: list[Outcome] = [{}] * len(runs)

    def work(slot: int) -> None:
        for number in range(slot, len(runs), 2):
            outcomes[number] = place.outcome(runs[number], str(slot))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, range(2)))
    return outcomes


def difference(before: Outcome, after: Outcome) -> list[str]:
    """The lines of a unified diff of everything that differs."""
    lines: list[str] = []
    for name in dict.fromkeys([*before, *after]):
        sides = (side.get(name, b"(not there)").replace(b"\r", b"\\r") for side in (before, after))
        old, new = (side.decode("utf-8", "backslashreplace").split("\n") for side in sides)
        lines += difflib.unified_diff(old, new, f"{name}, before", f"{name}, after", n=1, lineterm="")
    return lines


def main() -> int:
    """Compare, print what differs, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("base", help="the commit before; its examples and cases are the inputs")
    parser.add_argument("head", nargs="?", help="the commit after (default: the working tree)")
    parser.add_argument("--all", action="store_true", help="print differences whole")
    parser.add_argument("--only", default="*", metavar="PATTERN", help="such runs: 'examples: review lint*'")
    parser.add_argument("--expect", type=Path, help="a file of patterns of runs that may differ, # why")
    asked = parser.parse_args()
    rows = asked.expect.read_text(encoding="utf-8").splitlines() if asked.expect else []
    expected = [pattern for row in rows if (pattern := row.partition("#")[0].strip())]
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="review-compare-") as folder:
        place = Place(Path(folder))
        place.take(asked.base)
        place.prepare()
        runs = [run for run in runs_of(place) if fnmatchcase(str(run), asked.only)]
        before = outcomes(place, runs)
        place.take(asked.head)
        after = outcomes(place, runs)
    differ = [(run, old, new) for run, old, new in zip(runs, before, after, strict=True) if old != new]
    explained = [run for run, _, _ in differ if any(fnmatchcase(str(run), pattern) for pattern in expected)]
    for run, old, new in differ:
        if run not in explained:
            lines = difference(old, new)
            print(f"\n{run}", *(lines if asked.all else lines[:SHOWN]), sep="\n")
            if not asked.all and len(lines) > SHOWN:
                print(f"({len(lines) - SHOWN} more lines; --all prints them)")
    for run in explained:
        print(f"as expected, differs: {run}")
    print(f"{len(runs)} runs, {len(differ)} differ, {len(explained)} of them as expected.", end=" ")
    print(f"{(time.monotonic() - start) / 60:.1f} minutes.")
    return int(len(differ) > len(explained))


if __name__ == "__main__":
    sys.exit(main())
