"""Try the program as people install it: on every Python found, with the lowest versions that it admits and the newest.

    python scripts/try_versions.py [--keep FOLDER] [python3.11 ...]

Builds the wheel, makes an environment for each Python from 3.11 up and each end of the versions, installs the wheel
there with bytecode written, and runs real commands on an example. Named Pythons alone are tried, if there are any.
Says what failed where, and leaves with 1 if anything did.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
NAME = re.compile(r"[A-Za-z0-9._-]+")

# A library whose next release the bounds keep away for its price must work all the same, for who has it already.
BEYOND = ("typer", "textstat")


class CommandError(Exception):
    """A command did not do what it should."""


def main() -> int:
    """Try all of them; 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pythons", nargs="*", metavar="PYTHON", help="try these alone")
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="make the environments here, and leave them"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="review-versions-") as temporary:
        folder = (chosen.keep or Path(temporary)).absolute()
        wheel = built_wheel(folder / "wheel")
        chosen_pythons = chosen.pythons or pythons()
        tries = [(python, ends) for python in chosen_pythons for ends in (lowest, newest)]
        tries.append((chosen_pythons[-1], beyond))
        with ThreadPoolExecutor(2) as two:
            results = list(two.map(lambda each: tried(each[0], each[1], wheel, folder), tries))
    return int(not all(results))


def pythons() -> list[str]:
    """A Python for each version from 3.11 up: those of pyenv, else those on PATH."""
    home = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    places = sorted(home.glob("versions/3.*/bin/python3"), key=lambda it: version_in(it.parts[-3]))
    found = {version_in(place.parts[-3])[:2]: str(place) for place in places}
    for minor in range(OLDEST[1], 30):
        there = shutil.which(f"python3.{minor}")
        if there:
            found.setdefault((3, minor), there)
    found.setdefault(sys.version_info[:2], sys.executable)
    return [found[version] for version in sorted(found) if version >= OLDEST]


def version_in(text: str) -> tuple[int, ...]:
    """The numbers of a version."""
    return tuple(int(part) for part in re.findall(r"\d+", text))


def built_wheel(folder: Path) -> Path:
    """The wheel of what lies here."""
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(build, check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def lowest(pip: Callable[..., None], wheel: Path, folder: Path) -> None:
    """Install what `pyproject.toml` names at the least version that it names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["lsp"]]
    constraints = folder / "lowest.txt"
    constraints.write_text("".join(f"{line}\n" for line in map(least, named)), encoding="utf-8")
    pip("-c", str(constraints), f"{wheel}[lsp]")


def least(requirement: str) -> str:
    """A requirement with its lower bound alone, as the one version: `typer>=0.26,<1` is `typer==0.26`."""
    bound = re.search(r">=\s*([\w.]+)", requirement)
    name = NAME.match(requirement)
    if not (bound and name):
        raise ValueError(f"{requirement}: it has no lower bound")
    return f"{name[0]}=={bound[1]}"


def newest(pip: Callable[..., None], wheel: Path, folder: Path) -> None:  # noqa: ARG001 — as `lowest`
    """Install what pip chooses."""
    pip(f"{wheel}[lsp]")


def beyond(pip: Callable[..., None], wheel: Path, folder: Path) -> None:  # noqa: ARG001 — as `lowest`
    """Install what pip chooses, and what is newer than it may."""
    pip(f"{wheel}[lsp]")
    pip("--upgrade", *BEYOND)


def tried(python: str, prepare: Callable[..., None], wheel: Path, folder: Path) -> bool:
    """Whether everything works there; what does not is told."""
    name = prepare.__name__
    said = subprocess.run([python, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    place = folder / f"{said.replace(' ', '-').lower()}-{name}"
    subprocess.run([python, "-m", "venv", "--clear", "--without-pip", str(place)], check=True)

    def pip(*arguments: str) -> None:
        installing = [*pip_for(place), "install", "--quiet", "--no-warn-conflicts", "--no-compile"]
        subprocess.run([*installing, *arguments], check=True)

    try:
        prepare(pip, wheel, place)
        for check in CHECKS:
            check(place)
    except (CommandError, subprocess.SubprocessError) as problem:
        sys.stdout.write(f"{said}, {name}: {problem}\n")
        return False
    sys.stdout.write(f"{said}, {name}: all {len(CHECKS)} work ({', '.join(versions(place))})\n")
    sys.stdout.flush()
    return True


def pip_for(place: Path) -> list[str]:
    """The pip that is here, for the environment there: a pip in each would take longer than all the rest."""
    python = str(place / "bin" / "python")
    return [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"]


def versions(place: Path) -> Iterator[str]:
    """What is installed there of what is bounded."""
    asked = subprocess.run(
        [*pip_for(place), "list", "--format", "json"],
        capture_output=True,
        check=True,
    )
    for each in json.loads(asked.stdout):
        if each["name"].lower() in ("typer", "textstat", "msgspec", "markdown-it-py", "harper-py"):
            yield f"{each['name']} {each['version']}"


def run(
    place: Path,
    *arguments: str,
    code: int = 0,
    expect: str = "",
    stdin: str = "",
    further: dict[str, str] | None = None,
) -> str:
    """What a command prints, if it leaves with this code, prints what is expected and nothing of a traceback."""
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "REVIEW"))
    }
    environment |= {"XDG_CACHE_HOME": str(place / "cache"), "XDG_CONFIG_HOME": str(place / "config")}
    environment |= further or {}
    ran = subprocess.run(
        [str(place / "bin" / "review"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=place,
        env=environment,
        input=stdin,
        timeout=120,
    )
    if ran.returncode != code or expect not in ran.stdout or "Traceback" in ran.stderr:
        words = " ".join(arguments)
        raise CommandError(
            f"review {words}: left with {ran.returncode}\n{ran.stdout[-500:]}\n{ran.stderr[-2000:]}"
        )
    return ran.stdout


NOTES = str(ROOT / "examples" / "her.yaml")
SLIP = "The the film have an end.\n"


def starts(place: Path) -> None:
    """The version, the help, a usage error, help where nothing was asked."""
    run(place, "--version", expect="review ")
    run(place, "--help", expect="Draft a review from notes.")
    run(place, "lint", "--nope", code=2)
    run(place, "words", code=2)


def drafts(place: Path) -> None:
    """A draft from notes, and what is said of the notes."""
    (place / "her.md").write_text(run(place, "new", NOTES, expect="## Verdict"), encoding="utf-8")
    run(place, "check", NOTES)
    run(place, "schema", "notes", expect="$schema")


def lints(place: Path) -> None:
    """Findings of our rules as JSON, then of Harper, and their mending."""
    arguments = ("lint", "--isolated", "--output-format", "json")
    report = json.loads(run(place, *arguments, "--grammar", "off", "-", stdin=SLIP, code=1))
    if "doubled-word" not in str(report):
        raise CommandError(f"lint: {report}")
    run(
        place,
        *arguments,
        "--grammar",
        "harper",
        "-",
        stdin="It is teh end of it.\n",
        expect="harper/",
    )
    run(place, "lint", "--isolated", "--notes", NOTES, "her.md")


def reads(place: Path) -> None:
    """Facts, numbers, the outline, a rule's page, all kinds of export."""
    run(place, "facts", "her.md", "--notes", NOTES, expect="Spike Jonze")
    run(place, "stats", "--format", "json", "her.md", expect='"text_standard"')
    run(place, "outline", "her.md", expect="synopsis")
    run(place, "rule", "doubled-word", expect="The same word stands twice in a row.")
    run(place, "strip", "--to", "html", "her.md", expect="<h1")


def completes(place: Path) -> None:
    """The scripts of shells, and what they ask."""
    for shell in ("bash", "zsh", "fish"):
        run(place, "--show-completion", shell, expect=f"complete_{shell}")
    asked = {"COMP_WORDS": "review rule doubled-w", "COMP_CWORD": "2", "_REVIEW_COMPLETE": "complete_bash"}
    run(place, expect="doubled-word", further=asked)


def serves(place: Path) -> None:
    """The language server says what it can do, and ends when it is told."""
    messages: tuple[dict[str, object], ...] = (
        {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "initialize",
            "params": {"processId": None, "capabilities": {}},
        },
        {"jsonrpc": "2.0", "method": "initialized", "params": {}},
        {"jsonrpc": "2.0", "id": 2, "method": "shutdown"},
        {"jsonrpc": "2.0", "method": "exit"},
    )
    texts = [json.dumps(message) for message in messages]
    sent = "".join(f"Content-Length: {len(text)}\r\n\r\n{text}" for text in texts)
    run(place, "lsp", stdin=sent, expect='"completionProvider"')


CHECKS = (starts, drafts, lints, reads, completes, serves)

if __name__ == "__main__":
    raise SystemExit(main())
