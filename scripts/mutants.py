"""Changes a module in many small ways, and says which of the changes no test notices.

    python scripts/mutants.py src/reviewcli/formats/findings/sarif.py

Cosmic Ray makes the changes, in a copy of the project under build/mutants. The tests of the module, or of its room
where it has none of its own, are run on each; what they do not notice is printed as a diff. Without a module it is
those that the last commit changed.
"""

from __future__ import annotations

import ast
import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "build" / "mutants"
NEEDED = ("src", "templates", "tests", "examples", "docs", "contrib", "scripts", "benchmarks")
FILES = ("pyproject.toml", "constraints.txt", "README.md", "CHANGELOG.md", "Makefile", "config.example.yaml")
CONFIG = """\
[cosmic-ray]
module-path = "{module}"
timeout = 120.0
excluded-modules = []
test-command = "{python} -m pytest -x -q -p no:cacheprovider -m 'not slow' {tests}"

[cosmic-ray.distributor]
name = "local"
"""


def main(modules: list[str]) -> int:
    """Try each module; 1 where a change was not noticed."""
    return max((tried(module) for module in modules or changed()), default=0)


def changed() -> list[str]:
    """The modules that the last commit changed."""
    command = ["git", "diff", "--name-only", "--diff-filter=AM", "HEAD~1", "--", "src/*.py"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def tried(module: str) -> int:
    """Change one module, run its tests on each change, and print what survived."""
    copy()
    own = Path("tests", Path(module).parts[2], f"test_{Path(module).stem.lstrip('_')}.py")
    python = ROOT / ".venv" / "bin" / "python"
    tests = own if (ROOT / own).exists() else own.parent
    config = CONFIG.format(module=module, python=python, tests=tests)
    (COPY / "mutants.toml").write_text(config, encoding="utf-8")
    (COPY / "mutants.sqlite").unlink(missing_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(COPY / "src"), "PYTHONDONTWRITEBYTECODE": "1"}

    def run(program: str, *arguments: str) -> None:
        subprocess.run([python.parent / program, *arguments], cwd=COPY, env=environment, check=True)

    run("cosmic-ray", "baseline", "mutants.toml")
    run("cosmic-ray", "init", "mutants.toml", "mutants.sqlite")
    leave_out_types(ROOT / module)
    run("cosmic-ray", "exec", "mutants.toml", "mutants.sqlite")
    run("cr-report", "--surviving-only", "--show-diff", "mutants.sqlite")
    rate = [f"{python.parent}/cr-rate", "--fail-over", "15", "mutants.sqlite"]
    return subprocess.run(rate, cwd=COPY, env=environment, check=False).returncode


def leave_out_types(module: Path) -> None:
    """Take out the changes of annotations: nothing runs them, and mypy looks after them."""
    tree = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
    types = [
        ((each.lineno, each.col_offset), (each.end_lineno or 0, each.end_col_offset or 0))
        for node in tree
        for each in (getattr(node, "annotation", None), getattr(node, "returns", None))
        if isinstance(each, ast.expr)
    ]
    with contextlib.closing(sqlite3.connect(COPY / "mutants.sqlite")) as jobs, jobs:
        places = jobs.execute("SELECT job_id, start_pos_row, start_pos_col FROM mutation_specs").fetchall()
        for job, *place in places:
            if any(start <= tuple(place) < end for start, end in types):
                jobs.execute("DELETE FROM mutation_specs WHERE job_id = ?", (job,))
                jobs.execute("DELETE FROM work_items WHERE job_id = ?", (job,))


def copy() -> None:
    """The project as it stands, where it may be broken."""
    shutil.rmtree(COPY, ignore_errors=True)
    COPY.mkdir(parents=True)
    for folder in NEEDED:
        shutil.copytree(ROOT / folder, COPY / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in FILES:
        shutil.copy(ROOT / file, COPY / file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
