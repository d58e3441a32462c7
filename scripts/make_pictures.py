"""Make the manual's pictures again, from real runs: the page as PNG, a terminal as SVG.

    make browser && python scripts/make_pictures.py [FOLDER]

They go into docs/pictures, or into the folder that is named.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
BROWSER = ROOT / ".tools" / "chromium"
REVIEW = Path(sys.executable).parent / "review"
COMMAND = ("lint", "her-slips.md")
PAGE = ("lint", "her-review.txt", "--notes", "her.yaml", "--output-format", "html", "-o", "page.html")
WIDTH = 122


def main(target: Path) -> None:
    """Make both in a copy of the examples."""
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "examples"
        shutil.copytree(ROOT / "examples", folder)
        (target / "terminal.svg").write_text(terminal(folder), encoding="utf-8")
        draw_page(folder, target / "page.png")
    for picture in sorted(target.iterdir()):
        print(f"{picture.name}: {picture.stat().st_size} bytes")


def run(folder: Path, *arguments: str) -> str:
    """What a run prints."""
    ran = subprocess.run(
        [REVIEW, *arguments],
        cwd=folder,
        env={**os.environ, "XDG_CONFIG_HOME": "/nonexistent"},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode > 1:
        sys.exit(ran.stderr)
    return ran.stdout


def terminal(folder: Path) -> str:
    """A run as a terminal shows it. The fonts that rich would fetch from afar are the reader's own."""
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=WIDTH, file=open(os.devnull, "w"), force_terminal=True)  # noqa: PTH123, SIM115
    console.print(Text(f"$ review {' '.join(COMMAND)}", style="bold"))
    console.print(Text.from_ansi(run(folder, *COMMAND, "--color", "always")))
    svg = console.export_svg(title="review", unique_id="review")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def draw_page(folder: Path, target: Path) -> None:
    """The page with a card open, as a browser draws it."""
    from playwright.sync_api import sync_playwright

    run(folder, *PAGE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 800}, color_scheme="light")
        page.goto((folder / "page.html").as_uri())
        page.get_by_text("richly imagined", exact=True).hover()
        page.wait_for_timeout(100)
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
