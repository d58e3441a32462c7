"""The page on the architecture names every room, and none that is not there; so does the README with commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from program import ROOT
from reviewcli.cli._app import COMMANDS

PACKAGE = ROOT / "src" / "reviewcli"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROOMS = [
    f"{each.name}/" if each.is_dir() else each.name
    for each in sorted(PACKAGE.iterdir())
    if (each / "__init__.py").exists() or each.suffix == ".py"
]


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "__init__.py"])
def test_the_table_of_rooms_has_every_room(room: str) -> None:
    table = PAGE[PAGE.index("## Rooms") : PAGE.index("## How to work on it")]
    assert f"`{room}`" in table


@pytest.mark.parametrize("page", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_every_file_that_the_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(
        re.findall(r"`((?:[\w-]+/)*[\w-]+(?:/|\.(?:py|txt|js|css|j2|md|yml|md\.j2|html\.j2)))`", text)
    )
    html = PACKAGE / "formats" / "findings" / "html"  # the part on the page speaks of its own files
    assert len(named) > 10
    places = (ROOT, PACKAGE, html)
    assert [
        name
        for name in sorted(named)
        if not _is_made(name) and not any((at / name).exists() for at in places)
    ] == []


def _is_made(name: str) -> bool:
    return name.startswith("build/") or "NAME" in name or "GROUP" in name


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command_beside_its_page(command: str) -> None:
    (row,) = re.findall(rf"^\| `review {command}` \|.*$", README, re.MULTILINE)
    assert re.search(r"\]\(docs/[\w-]+\.md(?:#[\w-]+)?\)", row)


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"])
def test_links_to_files_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    for link in links:
        file, _, place = link.partition("#")
        assert (ROOT / file).exists(), link
        if place:
            assert place in _places(ROOT / file), link


def _places(file: Path) -> set[str]:
    """What a link may lead to in a page: its headings, as sites make anchors of them."""
    headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
