"""Whole processes in turns, CPU and peak memory, as ratios within one run.

    python benchmarks/run.py [--rounds 9] [--only lint] [--draft FILE]

Machines are noisy: only the ratios of one run mean something, and the tools take turns so that a busy spell
hits all of them. CPU is user + system time of the process and of the children it waited for.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

# Everything here runs compiled, as it does once installed.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

BARE_HARPER = """
import sys
from harper import Linter
for found in Linter().lint(open(sys.argv[1], encoding="utf-8").read(), language="plaintext"):
    found.span
"""
BARE_RENDER = """
import sys, yaml, jinja2
notes = yaml.load(open(sys.argv[1], encoding="utf-8"), Loader=yaml.CSafeLoader)
print(jinja2.Template("# {{ title }}\\n{% for line in synopsis %}{{ line }}\\n{% endfor %}").render(**notes))
"""


class Case(msgspec.Struct, frozen=True):
    """A command, and the one that it is measured against with the most that it may cost."""

    name: str
    command: tuple[str, ...]
    base: str | None = None
    at_most: float | None = None
    stdin: str | None = None


class Cost(msgspec.Struct, frozen=True):
    """CPU in milliseconds, peak memory in MiB."""

    cpu: float
    peak: float


def cases(draft: Path) -> list[Case]:
    """What is measured: the floors first, then `review`."""
    python, review = sys.executable, str(BIN / "review")
    notes, text = str(ROOT / "examples" / "her.yaml"), str(draft)
    long = str(ROOT / "benchmarks" / "her.md")
    with_notes = ("--isolated", "--grammar", "off", "--notes", notes)
    return [
        Case("bare Python", (python, "-c", "pass")),
        Case("bare yaml + jinja2", (python, "-c", BARE_RENDER, notes)),
        Case("bare harper-py", (python, "-c", BARE_HARPER, text)),
        Case("proselint check", (str(BIN / "proselint"), "check", text)),
        Case("proselint check, 700 words", (str(BIN / "proselint"), "check", long)),
        Case("review --version", (review, "--version"), "bare Python", 2.0),
        Case("review --help", (review, "--help"), "bare Python"),
        Case("review new", (review, "new", notes), "bare yaml + jinja2", 1.8),
        Case("review lint, no engine", (review, "lint", "--grammar", "off", text), "proselint check", 1.5),
        Case(
            "review lint, notes, 700 words",
            (review, "lint", *with_notes, long),
            "proselint check, 700 words",
            1.5,
        ),
        Case("review lint, Harper, cold", (review, "lint", "--no-cache", text), "bare harper-py", 1.2),
    ]


def cost_of(case: Case) -> Cost:
    """Run a command once and say what it cost."""
    with Path(os.devnull).open("wb") as nowhere:
        process = subprocess.Popen(
            case.command, env=_ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=nowhere, stderr=nowhere
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{case.name}: exit {process.returncode}: {' '.join(case.command)}")
    return Cost((usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024)


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
        "--only", default="", help="measure `review` cases whose name holds this, and all the floors"
    )
    parser.add_argument("--draft", type=Path, default=ROOT / "examples" / "her-review.txt")
    args = parser.parse_args()
    wanted = [case for case in cases(args.draft) if case.base is None or args.only in case.name]
    wanted = [case for case in wanted if Path(case.command[0]).exists()]
    runs: dict[str, list[Cost]] = {case.name: [] for case in wanted}
    for _ in range(args.rounds):
        for case in wanted:
            runs[case.name].append(cost_of(case))
    measured = {
        name: Cost(statistics.median(c.cpu for c in costs), max(c.peak for c in costs))
        for name, costs in runs.items()
    }
    print(table(measured, wanted))


if __name__ == "__main__":
    main()
