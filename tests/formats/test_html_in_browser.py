"""The page as a person meets it: in a browser, by keyboard, in the dark, on a phone, on paper."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser import chromium
from program import ROOT, review

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

DRAFT = """\
---
title: Her
year: 2013
directors: [Spike Jonze]
cast: [Joaquin Phoenix as Theodore Twombly, Scarlett Johansson as Samantha]
---
# *Her* (2013)

Directed by Spike Jonze in 2012. With Joaquin Phoenix and Scarlett Johanson, who *is is* heard, and never ever seen.

## Synopsis

Theodore buys an an operating system, [which](https://example.org/x) names itself Samantha — 🎬 and it was
a rollercoaster ride. <!-- review-todo synopsis: more -->

> “The the past is just a story we tell ourselves.”

## Verdict

- A masterclass in  tension, which despite its innumerable interconnected psychological complications
  demonstrates extraordinary technological sophistication throughout all of its configurations.
- Very, very good<script>window.hacked = 1</script>; must-see.

| for | against |
| --- | ------- |
| a camera that waits until the the light is gone and everybody has left | length |
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("page")
    (made / "her.md").write_text(DRAFT, encoding="utf-8")
    (made / "more.txt").write_text("A film film.\n\nIt ends.\n", encoding="utf-8")
    for name, arguments in {
        "one.html": ["her.md"],
        "writer.html": ["her.md", "--for-writer"],
        "many.html": ["her.md", "more.txt", "none.md"],
    }.items():
        ran = review("lint", *arguments, "--output-format", "html", "-o", name, cwd=made)
        assert ran.code in (1, 2), ran.err
    return made


class Open:
    """A page that was opened, and what it complained of."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(file.as_uri())


@pytest.fixture
def one(browser: Browser, folder: Path) -> Iterator[Open]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield Open(page, folder / "one.html")
    page.close()


def test_nothing_is_complained_of_run_or_fetched(one: Open) -> None:
    one.page.mouse.wheel(0, 400)
    one.page.locator("mark[tabindex]").first.hover()
    assert one.complaints == []
    assert one.asked == [one.page.url]
    assert one.page.evaluate("window.hacked") is None


def test_every_finding_is_reached_by_tab_and_shows_its_card(one: Open, folder: Path) -> None:
    report = review("lint", "her.md", "--output-format", "json", cwd=folder).json["files"][0]
    messages = {finding["message"] for finding in report["findings"]}
    assert len(messages) > 5
    told: set[str] = set()
    for _ in range(200):
        one.page.keyboard.press("Tab")
        if one.page.evaluate("document.activeElement.matches('mark[data-findings]')"):
            assert one.page.locator("#card").is_visible()
            told.update(one.page.locator("#card .what").all_text_contents())
            box = one.page.locator("#card").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["y"] >= 0
            assert box["x"] + box["width"] <= 1280
            assert box["y"] + box["height"] <= 900
    assert told == messages
    one.page.locator("mark[tabindex='0']").first.focus()
    one.page.keyboard.press("Escape")
    assert not one.page.locator("#card").is_visible()


def test_a_card_comes_on_hover_and_stays_while_it_is_read(one: Open) -> None:
    mark = one.page.locator("mark", has_text="the the")
    mark.hover()
    card = one.page.locator("#card")
    assert "is doubled" in card.inner_text()
    assert "Instead:" in card.inner_text()
    card.hover()
    one.page.wait_for_timeout(400)
    assert card.is_visible()
    one.page.locator("header").first.hover()
    card.wait_for(state="hidden")


def test_the_filter_leaves_what_was_asked_for(one: Open) -> None:
    stops = one.page.locator("mark[tabindex='0']")
    before = stops.count()
    one.page.select_option("select[name=rule]", "doubled-word")
    shown = one.page.locator(".findings li:visible")
    assert {item.get_attribute("data-rule") for item in shown.all()} == {"doubled-word"}
    assert 0 < stops.count() < before
    one.page.select_option("select[name=rule]", "")
    one.page.uncheck("input[value=error]")
    assert "error" not in {item.get_attribute("data-severity") for item in shown.all()}
    one.page.check("input[value=error]")
    assert stops.count() == before


def test_the_text_is_that_of_the_draft(one: Open) -> None:
    from reviewcli.document import Document

    shown = "".join(one.page.evaluate("document.querySelector('.review').textContent").split())
    at = 0
    for block in Document(DRAFT).blocks:
        wanted = "".join(block.text.split())
        assert wanted in shown[at:], wanted
        at = shown.index(wanted, at) + len(wanted)
    assert "review-todo" not in shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["one.html", "writer.html", "many.html"])
@pytest.mark.parametrize("width", [390, 1280])
def test_everybody_can_use_it(browser: Browser, folder: Path, name: str, scheme: Any, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    opened = Open(page, folder / name)
    page.locator("mark[tabindex='0']").nth(2).focus()
    assert page.locator("#card").is_visible()
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.complaints == []
    page.close()


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """What axe-core says keeps somebody from using a page."""
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    result = page.evaluate("axe.run(document, {resultTypes: ['violations', 'incomplete']})")
    return [(it["id"], [node["html"][:200] for node in it["nodes"]]) for it in result["violations"]]


@pytest.mark.parametrize(
    "arguments",
    [
        ["her-review.txt", "--notes", "her.yaml"],
        ["her-review.txt", "--notes", "her.yaml", "--for-writer"],
        ["her-review.txt", "her-slips.md", "again.md"],
    ],
)
def test_everybody_can_use_the_page_of_a_whole_review(
    browser: Browser, tmp_path: Path, arguments: list[str]
) -> None:
    for name in ("her-review.txt", "her.yaml", "her-slips.md"):
        (tmp_path / name).write_bytes((ROOT / "examples" / name).read_bytes())
    (tmp_path / "again.md").write_bytes((ROOT / "examples" / "her-slips.md").read_bytes())
    review("lint", *arguments, "--output-format", "html", "-o", "page.html", cwd=tmp_path)
    page = browser.new_page(viewport={"width": 320, "height": 700})
    opened = Open(page, tmp_path / "page.html")
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert opened.complaints == []
    page.close()


def test_on_paper_the_marks_are_numbered_and_the_filter_is_gone(one: Open) -> None:
    one.page.emulate_media(media="print")
    assert not one.page.locator(".filter").is_visible()
    assert not one.page.locator("#card").is_visible()
    number = "getComputedStyle(document.querySelector('mark[data-number]'), '::after').content"
    assert one.page.evaluate(number) != "none"
    assert one.page.locator(".findings li").first.is_visible()
    assert one.page.pdf().startswith(b"%PDF")


def test_paper_is_light_though_the_screen_is_dark(one: Open) -> None:
    tint = "getComputedStyle(document.querySelector('.very-hard')).backgroundColor"
    one.page.emulate_media(media="print", color_scheme="light")
    light = one.page.evaluate(tint)
    one.page.emulate_media(media="print", color_scheme="dark")
    assert one.page.evaluate(tint) == light
    one.page.emulate_media(media="screen", color_scheme="dark")
    assert one.page.evaluate(tint) != light


def test_the_example_of_the_manual_is_drawn_whole(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "her.yaml").write_text((ROOT / "examples" / "her.yaml").read_text())
    assert review("new", "her.yaml", "-o", "her.md", cwd=tmp_path).code == 0
    review("lint", "her.md", "--output-format", "html", "-o", "her.html", cwd=tmp_path)
    page = browser.new_page()
    opened = Open(page, tmp_path / "her.html")
    assert opened.complaints == []
    assert page.locator("aside svg").count() > 10
    assert page.locator(".facts tr.confirmed").count() > 5
    page.close()


def test_the_pictures_of_the_manual_can_be_made_again(browser: Browser, tmp_path: Path) -> None:
    script = ROOT / "scripts" / "make_pictures.py"
    made = subprocess.run([sys.executable, script, tmp_path], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
    svg = (tmp_path / "terminal.svg").read_text(encoding="utf-8")
    assert "Johansson" in svg
    assert "url(http" not in svg
    for name in ("page.png", "terminal.svg"):
        assert (ROOT / "docs" / "pictures" / name).exists()
        assert f"docs/pictures/{name}" in (ROOT / "README.md").read_text(encoding="utf-8")
