"""Whole processes in turns, CPU and peak memory, as ratios within one run.

    python benchmarks/run.py [--rounds 9] [--only lint] [--draft FILE] [--folder FOLDER] [--growth] [--imports]

Machines are noisy: only the ratios of one run mean something, and the tools take turns so that a busy spell
hits all of them. CPU is user + system time of the process and of the children it waited for. proselint and Vale are
measured where they are installed (`pip install proselint`, `go install github.com/vale-cli/vale/v3/cmd/vale@latest`),
Vale with its built-in style alone.
"""

from __future__ import annotations

import argparse
import atexit
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from growth import growth, shapes
from imports import imports

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
REVIEW = str(BIN / "review")
WORK = Path(tempfile.mkdtemp(prefix="review-benchmarks-"))
atexit.register(shutil.rmtree, WORK, ignore_errors=True)

# Everything here runs compiled, as it does once installed, and keeps its results apart from the user's.
_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "XDG_CACHE_HOME": str(WORK / "cache"),
}

# Milliseconds from which warming makes no difference.
_LONG = 5_000
_ROUND = itertools.count()

BARE_HARPER = """
import sys
from harper import Linter
for found in Linter().lint(open(sys.argv[1], encoding="utf-8").read(), language="plaintext"):
    found.span
"""
BARE_HARPER_FOLDER = """
import os, sys
from pathlib import Path
from harper import Linter
linter = Linter()
linter.lint("Qzxvkjwqzxvk.", language="plaintext")
files = sorted(Path(sys.argv[1]).glob("*.md"))
forked = []
for part in (files[::2], files[1::2]):
    forked.append(os.fork())
    if not forked[-1]:
        for file in part:
            for found in linter.lint(file.read_text(encoding="utf-8"), language="plaintext"):
                found.span
        os._exit(0)
for process in forked:
    os.waitpid(process, 0)
"""
BARE_RENDER = """
import sys, yaml, jinja2
notes = yaml.load(open(sys.argv[1], encoding="utf-8"), Loader=yaml.CSafeLoader)
print(jinja2.Template("# {{ title }}\\n{% for line in synopsis %}{{ line }}\\n{% endfor %}").render(**notes))
"""
VALE = """
StylesPath = styles
MinAlertLevel = suggestion
[*]
BasedOnStyles = Vale
"""


class Case(msgspec.Struct, frozen=True):
    """A command, and the one that it is measured against with the most that it may cost.

    `before` is done before each round, and costs nothing.
    """

    name: str
    command: tuple[str, ...]
    base: str | None = None
    at_most: float | None = None
    before: Callable[[], None] | None = None


class Cost(msgspec.Struct, frozen=True):
    """CPU in milliseconds, peak memory in MiB."""

    cpu: float
    peak: float


def cases(draft: Path, folder: Path | None) -> list[Case]:
    """What is measured: the floors first, then `review`."""
    return [*floors(draft, folder), *starts(), *drafts(draft), *(folders(folder) if folder else [])]


def floors(draft: Path, folder: Path | None) -> list[Case]:
    """What `review` is measured against, as far as it is installed."""
    notes, text = str(ROOT / "examples" / "her.yaml"), str(draft)
    proselint, vale = found("proselint"), found("vale")
    config = WORK / ".vale.ini"
    (WORK / "styles").mkdir(parents=True, exist_ok=True)
    config.write_text(VALE)
    bare = [
        Case("bare Python", (sys.executable, "-c", "pass")),
        Case("bare yaml + jinja2", (sys.executable, "-c", BARE_RENDER, notes)),
        Case("bare harper-py", (sys.executable, "-c", BARE_HARPER, text)),
    ]
    if proselint:
        bare.append(Case("proselint", (proselint, "check", text)))
    if vale:
        style = (vale, "--config", str(config), "--no-exit")
        bare.append(Case("Vale, built-in style", (*style, text)))
        if folder:
            bare.append(Case("Vale, built-in style, folder", (*style, str(folder))))
    if folder:
        both = (sys.executable, "-c", BARE_HARPER_FOLDER, str(folder))
        bare.append(Case("bare harper-py, folder, two processes", both))
    return bare


def found(program: str) -> str | None:
    """Where a program is installed, beside this Python first."""
    return shutil.which(program, path=os.pathsep.join((str(BIN), os.environ.get("PATH", ""))))


def starts() -> list[Case]:
    """What `review` costs before it works."""
    notes = str(ROOT / "examples" / "her.yaml")
    return [
        Case("--version", (REVIEW, "--version"), "bare Python", 2.0),
        Case("--help", (REVIEW, "--help"), "bare Python"),
        Case("usage error", (REVIEW, "lint", "--nope"), "bare Python"),
        Case("new", (REVIEW, "new", notes), "bare yaml + jinja2", 1.8),
    ]


def drafts(draft: Path) -> list[Case]:
    """What one draft costs: looked at for the first time, unchanged, with one word mended."""
    lint = (REVIEW, "lint", "--isolated", "--notes", str(ROOT / "examples" / "her.yaml"))
    bare = (REVIEW, "lint", "--isolated", "--no-notes", "--no-cache", "--grammar", "off", str(draft))
    cold = (*lint, "--no-cache")
    return [
        Case("lint, no notes, no engine", bare, "proselint", 1.5),
        Case("lint, notes, no engine", (*cold, "--grammar", "off", str(draft)), "proselint", 1.5),
        Case("lint, notes, Harper", (*cold, str(draft)), "bare harper-py", 1.2),
        Case("lint, unchanged", (*lint, str(draft)), "proselint", 0.9),
        Case(
            "lint, one word mended", (*lint, str(mended(draft))), "bare harper-py", 1.2, lambda: mend(draft)
        ),
    ]


def folders(folder: Path) -> list[Case]:
    """What a folder of drafts costs without and with Harper, and once all of it is known."""
    lint = (REVIEW, "lint", "--isolated", "--no-notes", "--quiet", str(folder))
    ours = (*lint, "--grammar", "off")
    vale, harper = "Vale, built-in style, folder", "bare harper-py, folder, two processes"
    return [
        Case("lint, folder, no engine, one process", (*ours, "--no-cache", "--jobs", "1"), vale, 1.0),
        Case("lint, folder, no engine, two processes", (*ours, "--no-cache", "--jobs", "2"), vale, 1.0),
        Case("lint, folder, no engine, first time", (*ours, "--jobs", "2"), vale, before=forget),
        Case("lint, folder, no engine, unchanged", ours, vale),
        Case("lint, folder, Harper, two processes", (*lint, "--jobs", "2"), harper, before=forget),
        Case("lint, folder, Harper, unchanged", lint, harper),
    ]


def forget() -> None:
    """Let go of what runs have kept."""
    shutil.rmtree(WORK / "cache", ignore_errors=True)


def mended(draft: Path) -> Path:
    """The copy of a draft in which a word is mended."""
    return WORK / f"mended{draft.suffix}"


def mend(draft: Path) -> None:
    """Lint the copy as it was, so that it is known, and then mend a word: each time another one."""
    copy, text = mended(draft), draft.read_text(encoding="utf-8")
    copy.write_text(text, encoding="utf-8")
    lint = [REVIEW, "lint", "--isolated", "--notes", str(ROOT / "examples" / "her.yaml"), str(copy)]
    subprocess.run(lint, env=_ENVIRONMENT, capture_output=True, check=False)
    words = text.split(" the ")
    at = next(_ROUND) % (len(words) - 1) + 1
    copy.write_text(" the ".join(words[:at]) + " that " + " the ".join(words[at:]), encoding="utf-8")


def cost_of(case: Case) -> Cost:
    """Run a command once and say what it cost."""
    if case.before:
        case.before()
    with Path(os.devnull).open("wb") as nowhere:
        process = subprocess.Popen(
            case.command, env=_ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=nowhere, stderr=nowhere
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1) and "--nope" not in case.command:
        raise SystemExit(f"{case.name}: exit {process.returncode}: {' '.join(case.command)}")
    return Cost((usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024)


def in_turns(wanted: Sequence[Case], rounds: int) -> dict[str, Cost]:
    """What each costs: the median of the rounds, after one that warms disks and caches; what takes long is run once."""
    runs: dict[str, list[Cost]] = {case.name: [] for case in wanted}
    for turn in range(rounds + 1):
        for case in wanted:
            if runs[case.name] and runs[case.name][0].cpu > _LONG:
                continue
            cost = cost_of(case)
            if turn or cost.cpu > _LONG:
                runs[case.name].append(cost)
    return {
        name: Cost(statistics.median(c.cpu for c in costs), max(c.peak for c in costs))
        for name, costs in runs.items()
    }


def table(measured: dict[str, Cost], wanted: Sequence[Case]) -> str:
    """The results as a Markdown table."""
    lines = ["| case | CPU ms | peak MiB | ratio | at most |", "|---|---:|---:|---:|---:|"]
    for case in wanted:
        cost = measured[case.name]
        ratio = f"{cost.cpu / measured[case.base].cpu:.2f} × {case.base}" if case.base in measured else ""
        limit = f"{case.at_most:g}" if case.at_most else ""
        lines.append(f"| {case.name} | {cost.cpu:.0f} | {cost.peak:.0f} | {ratio} | {limit} |")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument(
        "--only", default="", help="cases of `review` whose name holds this, and all the floors"
    )
    parser.add_argument("--draft", type=Path, default=ROOT / "benchmarks" / "her.md")
    parser.add_argument("--folder", type=Path, help="a folder of drafts to measure as well; it takes a while")
    parser.add_argument(
        "--growth",
        action="store_true",
        help="instead: one file of 10k, 100k, 1M words, and 16 to 64 KB of odd shapes",
    )
    parser.add_argument("--imports", action="store_true", help="instead: where the imports of a run go")
    args = parser.parse_args()
    if args.growth:
        growth(lambda command: cost_of(Case(command[-1], command)).cpu, REVIEW, WORK)
        shapes(lambda command: cost_of(Case(command[-1], command)).cpu, REVIEW, WORK)
        return
    if args.imports:
        imports(
            (REVIEW, "lint", "--isolated", "--no-cache", "--grammar", "off", str(args.draft)), _ENVIRONMENT
        )
        return
    wanted = [case for case in cases(args.draft, args.folder) if case.base is None or args.only in case.name]
    print(table(in_turns(wanted, args.rounds), wanted))


if __name__ == "__main__":
    main()
