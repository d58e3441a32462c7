"""LanguageTool from Maven's artifacts: the parts that English needs, a third of the whole."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from reviewcli.engines.provision.jar import write_jar
from reviewcli.engines.provision.progress import Progress
from reviewcli.texts.errors import ReviewError

VERSION = "6.8"  # as in pom.xml
_PARTS = 130


def is_there() -> bool:
    """Whether there is a Maven."""
    return shutil.which("mvn") is not None


def fetch(folder: Path, progress: Progress) -> Path:
    """A startable LanguageTool in that folder; parts that are there already are kept.

    Raises:
        ReviewError: Maven fails.
    """
    target = folder / f"LanguageTool-{VERSION}"
    target.mkdir(parents=True, exist_ok=True)
    pom = folder / "pom.xml"
    # A copy: Maven writes beside it.
    pom.write_bytes(Path(__file__).with_name("pom.xml").read_bytes())
    goal = ("dependency:copy-dependencies", f"-DoutputDirectory={(target / 'libs').absolute()}")
    command = ["mvn", "--batch-mode", "--file", str(pom), *goal]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as maven:
        try:
            problem = _followed(maven.stdout or (), progress)
        except BaseException:
            maven.terminate()
            raise
    if maven.returncode:
        raise ReviewError(
            f"Maven could not fetch LanguageTool: {problem or f'it left with {maven.returncode}'}",
            hint="Run the command again, which goes on from there; or name one that you have with --from.",
        )
    write_jar(target)
    return target


def _followed(lines: Iterable[str], progress: Progress) -> str:
    """Report each part as it comes; the first error that Maven tells."""
    parts: set[str] = set()
    problem = ""
    for line in lines:
        if line.startswith("[ERROR]") and not problem:
            problem = line.removeprefix("[ERROR]").strip()
        words = line.split()
        # “Downloaded from central: …/a.jar (1 kB at 2 kB/s)”, then “Copying a.jar to …” of all.
        part = next((word for word in words if word.endswith(".jar")), "")
        if part and ("Downloaded" in line or "Copying" in line):
            parts.add(part.rpartition("/")[2])
            progress(min(len(parts), _PARTS), _PARTS, "parts")
    return problem
