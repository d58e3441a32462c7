"""Puts a Chromium at .tools/chromium for the tests of the page: the system's, Playwright's own, or npm's.

The first that runs is taken. `make browser` calls this.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = (ROOT / ".tools").resolve()
BROWSER = TOOLS / "chromium"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_PACKAGE = "@sparticuz/chromium@153"
_UNPACK = "import chromium from '@sparticuz/chromium';process.stdout.write(await chromium.executablePath());"


def main() -> int:
    """Find one, link it, and say where it is from."""
    TOOLS.mkdir(exist_ok=True)
    for path in _candidates():
        if runs(path):
            BROWSER.unlink(missing_ok=True)
            BROWSER.symlink_to(path)
            print(f"{BROWSER}: {path}")
            return 0
    print("No Chromium runs here: install one, or Node with npm, and try again.", file=sys.stderr)
    return 1


def _candidates() -> Iterator[Path]:
    for name in _NAMES:
        if found := shutil.which(name):
            yield Path(found)
    yield from _of_npm()
    yield from _of_playwright()


def _of_npm() -> Iterator[Path]:
    """The headless Chromium that an npm package carries."""
    if not (shutil.which("npm") and shutil.which("node")):
        return
    folder = TOOLS / "npm-chromium"
    folder.mkdir(exist_ok=True)
    (folder / "unpack.mjs").write_text(_UNPACK, encoding="utf-8")
    said = _said(["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-save", _PACKAGE], folder)
    # It unpacks into the folder for temporary files, which is not to be relied upon.
    path = _said(["node", "unpack.mjs"], folder, TMPDIR=str(folder)) if said is not None else None
    if path:
        yield Path(path)


def _of_playwright() -> Iterator[Path]:
    """Playwright's own, which fits it best, where its servers can be reached."""
    folder = TOOLS / "playwright"
    command = [sys.executable, "-m", "playwright", "install", "chromium-headless-shell"]
    if _said(command, ROOT, PLAYWRIGHT_BROWSERS_PATH=str(folder)) is not None:
        yield from sorted(folder.glob("chromium*/*/*headless*shell"))


def _said(command: list[str], folder: Path, **variables: str) -> str | None:
    """What a command prints; None if it fails."""
    try:
        ran = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return ran.stdout.strip() if ran.returncode == 0 else None


def runs(path: Path) -> bool:
    """Whether a browser starts at all: libraries that it needs may be missing."""
    return "Chrom" in (_said([str(path), "--version"], ROOT) or "")


if __name__ == "__main__":
    sys.exit(main())
