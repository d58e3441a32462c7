"""The manual as a site: whole, every link good, nothing fetched, and searched without a network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from markdown_it import MarkdownIt

from browser import chromium
from program import ROOT, review

pytestmark = pytest.mark.slow

_WEB = re.compile(r"^(https?:)?//")
_FETCHED = {
    "script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src",
    "embed": "src", "object": "data",
}  # fmt: skip
_LINKS_THAT_FETCH = {
    "stylesheet",
    "preload",
    "preconnect",
    "dns-prefetch",
    "icon",
    "modulepreload",
    "prefetch",
}


class Page:
    """A page of the site as a browser reads it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        tree = html5lib.parse(file.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        self.elements = [element for element in tree.iter() if isinstance(element.tag, str)]
        self.places = {element.get("id") or element.get("name") for element in self.elements}

    def links(self) -> Iterator[str]:
        """Where its words lead."""
        yield from (href for it in self.elements if it.tag == "a" and (href := it.get("href")) is not None)

    def fetched(self) -> Iterator[str]:
        """What a browser fetches with it."""
        for element in self.elements:
            address = element.get(_FETCHED.get(str(element.tag), ""))
            if element.tag == "link" and _LINKS_THAT_FETCH & set((element.get("rel") or "").split()):
                address = element.get("href")
            if address:
                yield address

    def count(self, tag: str, place: str = "article") -> int:
        """How many of such elements are in what the page says."""
        (article,) = [it for it in self.elements if it.tag == place]
        return sum(1 for _ in article.iter(tag))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("manual")
    command = [
        str(Path(sys.executable).parent / "mkdocs"),
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(folder),
    ]
    ran = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return {str(file.relative_to(site)): Page(file) for file in sorted(site.rglob("*.html"))}


def test_every_page_of_docs_and_every_rule_is_there(pages: dict[str, Page]) -> None:
    docs = {f"{file.stem}.html" for file in (ROOT / "docs").glob("*.md")}
    rules = {
        f"rules/{rule['id']}.html" for rule in review("rule", "--format", "json", cwd=ROOT).json["rules"]
    }
    assert len(rules) > 100
    assert docs | rules | {"index.html", "changelog.html", "rules/index.html"} <= set(pages)


def test_a_rule_shows_what_it_marks_and_what_it_leaves(pages: dict[str, Page]) -> None:
    cliche = pages["rules/cliche.html"].file.read_text(encoding="utf-8")
    assert "<mark>masterclass in</mark> storytelling" in cliche
    assert "She teaches a class in mastering the credits." in cliche
    assert 'href="cliche.html"' in pages["rules/index.html"].file.read_text(encoding="utf-8")


def test_no_link_is_broken(site: Path, pages: dict[str, Page]) -> None:
    broken = []
    for name, page in pages.items():
        for link in page.links():
            if _WEB.match(link) or link.startswith("mailto:") or name == "404.html":
                continue
            parts = urlsplit(link)
            target = (page.file.parent / unquote(parts.path)).resolve() if parts.path else page.file
            target = target / "index.html" if target.is_dir() else target
            known = pages.get(
                str(target.relative_to(site.resolve())) if target.is_relative_to(site.resolve()) else ""
            )
            if not target.is_file() or (
                parts.fragment and known and unquote(parts.fragment) not in known.places
            ):
                broken.append((name, link))
    assert broken == []


def test_the_links_of_the_readme_and_of_docs_lead_somewhere_in_the_clone_too() -> None:
    for file in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for token in MarkdownIt("commonmark").parse(file.read_text(encoding="utf-8")):
            for child in token.children or []:
                link = str(child.attrGet("href") or child.attrGet("src") or "")
                if link and not _WEB.match(link) and (path := unquote(urlsplit(link).path)):
                    assert (file.parent / path).exists(), (file.name, link)


def test_nothing_is_fetched_from_elsewhere(site: Path, pages: dict[str, Page]) -> None:
    fetched = {(name, it) for name, page in pages.items() for it in page.fetched()}
    assert len(fetched) > 100
    assert [it for it in fetched if _WEB.match(it[1])] == []
    for style in site.rglob("*.css"):
        text = style.read_text(encoding="utf-8")
        assert not re.search(r"url\(['\"]?(https?:)?//|@import", text), style.name


@pytest.mark.parametrize("name", [file.name for file in sorted((ROOT / "docs").glob("*.md"))])
def test_the_site_reads_markdown_as_the_code_hosts_do(pages: dict[str, Page], name: str) -> None:
    tokens = (
        MarkdownIt("commonmark").enable("table").parse((ROOT / "docs" / name).read_text(encoding="utf-8"))
    )
    page = pages[name.replace(".md", ".html")]
    for tag, kinds in {
        "li": ("list_item_open",),
        "pre": ("fence", "code_block"),
        "table": ("table_open",),
        "blockquote": ("blockquote_open",),
        "tr": ("tr_open",),
    }.items():
        assert page.count(tag) == sum(token.type in kinds for token in tokens), tag


def test_it_is_searched_from_the_disc_without_a_network(site: Path) -> None:
    with chromium() as browser:
        page = browser.new_page()
        asked: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto((site / "index.html").as_uri())
        page.locator("input[name=query]").click()
        page.locator("input[name=query]").press_sequentially("doubled word")
        found = page.locator(".md-search-result__item a").first
        found.wait_for()
        assert "rules/doubled-word.html" in (found.get_attribute("href") or "")
        assert [url for url in asked if _WEB.match(url)] == []
        assert complaints == []
