"""The format html, read as a browser reads it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from program import ROOT, review
from reviewcli.document import PLACEHOLDER, BlockKind, Document
from reviewcli.formats.findings.html.marks import Marks, Tint
from reviewcli.formats.findings.html.reading import as_read
from reviewcli.linting.report import report_source
from reviewcli.texts.findings import Finding, Severity, Span

HOSTILE = """\
# Her <script>alert(1)</script> & *more*

<script>alert("block")</script>

A [link](javascript:alert(1)), [another](https://example.org/?a=1&b="2"), <b onclick="x()">bold</b> and
<img src=x onerror=alert(1)> ![a picture](http://example.org/tracker.png "t").

<iframe src="https://example.org"></iframe>

> [!spoiler] It "ends"
> The the end.

1. one `<b>code</b>`
2. two ~~gone~~

| a | b \\| c |
| --- | --- |
| <i>x</i> | the the |
"""


def tree(html: str) -> Element:
    parsed: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return parsed


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def page_of(text: str, *arguments: str, name: str = "draft.md") -> str:
    ran = review(
        "lint",
        "--output-format",
        "html",
        "--grammar",
        "off",
        "--stdin-filename",
        name,
        *arguments,
        "-",
        stdin=text,
    )
    assert ran.code in (0, 1), ran.err
    return ran.out


def review_in(page: str) -> Element:
    (found,) = [each for each in tree(page).iter("section") if each.get("class") == "review"]
    return found


def test_a_hostile_draft_runs_nothing_and_loads_nothing() -> None:
    page = page_of(HOSTILE)
    parsed = tree(page)
    assert len(list(parsed.iter("script"))) == 1  # ours
    for name in ("iframe", "img", "object", "link", "base"):
        assert not list(parsed.iter(name)), name
    for element in parsed.iter():
        for key, value in element.attrib.items():
            assert not key.startswith("on"), (element.tag, key)
            assert key != "style"
            if key in ("href", "src"):
                assert value.startswith(("#", "https://example.org/")), value
    assert "alert(1)" in text_of(review_in(page))  # it is shown, as letters


def test_the_policy_allows_only_our_own_style_and_script() -> None:
    import base64
    import hashlib

    parsed = tree(page_of("# Her\n\nA film.\n"))
    (policy,) = [it.get("content", "") for it in parsed.iter("meta") if it.get("http-equiv")]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for name in ("style", "script"):
        (element,) = parsed.iter(name)
        digest = base64.b64encode(hashlib.sha256((element.text or "").encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_every_finding_is_marked_and_described() -> None:
    text = "---\ntitle: Her\n---\n# Her\n\nThe the film is *the the* end.\n\n<!-- review-todo craft: what -->\n\n## Craft\n"
    found = review("lint", "--output-format", "json", "--grammar", "off", "-", stdin=text).json
    numbers = range(1, len(found["files"][0]["findings"]) + 1)
    assert len(numbers) >= 3
    parsed = tree(page_of(text))
    described = [
        name
        for it in parsed.iter("mark")
        if it.get("tabindex") == "0"
        for name in it.get("aria-describedby", "").split()
    ]
    assert set(described) == {f"d1f{number}" for number in numbers}
    assert {it.get("id") for it in parsed.iter("li") if it.get("id")} == set(described)


def test_a_todo_is_pinned_where_it_stands() -> None:
    page = page_of("# Her\n\n## Craft\n\n<!-- review-todo craft: what -->\n\n## Themes\n\nThe the end.\n")
    shown = list(review_in(page))
    pins = [number for number, it in enumerate(shown) if it.get("class") == "pins"]
    heads = [number for number, it in enumerate(shown) if text_of(it) in ("Craft", "Themes")]
    assert heads[0] < pins[0] < heads[1]


def test_the_draft_is_shown_as_markdown_means_it() -> None:
    body = review_in(page_of(HOSTILE))
    assert [text_of(it) for it in body.iter("li")] == ["one <b>code</b>", "two gone"]
    assert [text_of(it) for it in body.iter("th")] == ["a", "b | c"]
    assert [text_of(it) for it in body.iter("a") if it.get("href")] == ["another"]
    assert text_of(next(body.iter("blockquote"))) == "The the end."


def test_several_drafts_have_an_index(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Amour\n\nThe the film.\n")
    (tmp_path / "b.txt").write_text("A film.\n")
    ran = review(
        "lint", "a.md", "b.txt", "none.md", "--output-format", "html", "--grammar", "off", cwd=tmp_path
    )
    assert ran.code == 2
    rows = [text_of(row) for row in next(tree(ran.out).iter("tbody")).iter("tr")]
    assert rows[0].startswith("Amour a.md 3")
    assert rows[1].startswith("b.txt 2")
    assert rows[2] == "none.md not read"


def test_a_page_goes_into_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Amour\n\nA film.\n")
    ran = review("lint", "a.md", "--output-format", "html", "-o", "a.html", "--grammar", "off", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "a.html").read_text().startswith("<!DOCTYPE html>")


def test_the_writer_gets_ten_at_most_and_no_suggestions() -> None:
    slips = "# Her\n\n" + "\n\n".join(
        f"Here the the film number {n} is a masterclass in tension." for n in range(9)
    )
    page = page_of(slips, "--for-writer")
    items = [it for it in tree(page).iter("li") if it.get("data-severity")]
    assert len(items) == 10
    assert {it.get("data-severity") for it in items} == {"error", "warning"}
    compact = review(
        "lint", "-", "--for-writer", "--output-format", "compact", "--grammar", "off", stdin=slips
    )
    assert len(compact.out.splitlines()) == 10


def test_kind_words_praise_only_what_was_looked_at(tmp_path: Path) -> None:
    (tmp_path / "her.yaml").write_text((ROOT / "examples" / "her.yaml").read_text())
    assert review("new", "her.yaml", "-o", "her.md", cwd=tmp_path).code == 0
    ran = review(
        "lint", "her.md", "--output-format", "html", "--for-writer", "--grammar", "off", cwd=tmp_path
    )
    assert "facts agree with the notes" in ran.out
    told = review("lint", "her.md", "--for-writer", "--grammar", "off", cwd=tmp_path).out.splitlines()
    assert told[0] == "her.md: what works"
    assert any("facts agree with the notes" in line for line in told[1:])
    compact = review(
        "lint", "her.md", "--for-writer", "--format", "compact", "--grammar", "off", cwd=tmp_path
    )
    assert "what works" not in compact.out
    wrong = (
        (tmp_path / "her.md").read_text().replace("(2013)", "(2011)").replace("126 minutes", "186 minutes")
    )
    (tmp_path / "her.md").write_text(wrong)
    ran = review(
        "lint", "her.md", "--output-format", "html", "--for-writer", "--grammar", "off", cwd=tmp_path
    )
    assert "What works" in ran.out
    assert "facts agree with the notes" not in ran.out
    assert "What works" not in page_of("# Her\n\nA film.\n", "--for-writer")


def test_kind_words_are_those_of_the_rules_that_ran(tmp_path: Path) -> None:
    draft = "# Her\n\n" + "He waits for her at the station. " * 20 + "It is a masterclass in tension."
    (tmp_path / "her.md").write_text(draft)
    own_words = "The words are the writer’s own"
    flags = ("lint", "her.md", "--for-writer", "--grammar", "off")
    assert own_words not in review(*flags, cwd=tmp_path).out
    assert own_words not in review(*flags, "--ignore", "cliche", cwd=tmp_path).out
    config = "rules: {cliche: {allow: [masterclass in]}}\n"
    (tmp_path / ".review.yaml").write_text(config)
    assert own_words in review(*flags, cwd=tmp_path).out


PIECES = st.sampled_from(
    ["Her ", "*film*", "**bold", "`code`", "\n", "\n\n", "# ", "> ", "- ", "1. ", "<b>", "</b>", "<i>", "[a](b)", "&amp;",
     "\\*", "_x_", "<!-- c -->", "|", "\n| a | b |\n| - | - |\n| c | d |\n", "é🎬", "[^1]", "\n\n[^1]: note\n", "^[in]", "  \n",
     "https://example.org/a", "{{< x >}}", "the the ", "\r\n", "\t", "~~s~~", "![alt](src)"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join), st.booleans())
@example(source="<!-- c -->Her *film*", plain=False)
@example(source="<!-- c -->\n", plain=False)
def test_the_page_has_the_text_of_the_draft(source: str, plain: bool) -> None:
    doc = Document(source, plain=plain)
    shown = tree(f"<body><div>{as_read(doc, Marks((), (), 'd1'))}</div></body>")
    assert not {element.tag for element in shown.iter()} & {"script", "img", "style"}
    letters = re.sub(r"\s+", "", "".join(shown.itertext()))
    at = 0
    for block in sorted(doc.blocks, key=lambda block: block.span):
        for part in block.text.split(PLACEHOLDER):
            wanted = re.sub(r"\s+", "", part)
            is_note = block.kind is BlockKind.FOOTNOTE  # which stands below its paragraph
            found = letters.find(wanted, 0 if is_note else at)
            assert found >= 0, (wanted, letters[at:])
            at = at if is_note else found + len(wanted)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_marks_stand_on_their_letters(line_end: str) -> None:
    text = line_end.join(["# Her 🎬", "", "> A *fine* film, and", "> the the é end.", "", "- Here to to go."])
    body = review_in(page_of(text))
    marked = {text_of(it) for it in body.iter("mark") if it.get("class", "").startswith("warning")}
    assert {"the the", "to to"} <= marked


@given(st.data(), st.lists(PIECES, max_size=14).map("".join), st.booleans())
def test_marks_change_no_letter_and_every_finding_has_its_place(
    data: st.DataObject, source: str, plain: bool
) -> None:
    doc = Document(source, plain=plain)
    offsets = st.integers(0, len(source))
    spans = data.draw(st.lists(st.tuples(offsets, offsets).map(sorted), max_size=5))
    found = [
        Finding(rule="cliche", group="wording", severity=Severity.WARNING, message="m", span=Span(start, end))
        for start, end in spans
    ]
    findings = report_source("a.md", source, found).findings
    tints = [Tint(start, end, "hard") for start, end in spans[:1]]
    marks = Marks(findings, tints, "d1")
    shown = tree(f"<body><div>{as_read(doc, marks)}</div></body>")
    bare = tree(f"<body><div>{as_read(doc, Marks((), (), 'd1'))}</div></body>")
    assert "".join(text_of(shown).split()) == "".join(text_of(bare).split())
    stops = [it.get("id") for it in shown.iter("mark") if it.get("tabindex") == "0"]
    assert len(stops) == len(set(stops))
    assert {marks.home(number) for number in range(len(findings))} == set(stops)


def test_what_is_wrong_in_notes_is_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "her.yaml").write_text("title: Her\nyer: <b>2013</b>\n")
    ran = review("check", "her.yaml", "--output-format", "html", cwd=tmp_path)
    assert ran.code == 2
    (item,) = [it for it in tree(ran.out).iter("li") if it.get("data-severity")]
    assert "yer" in text_of(item)
    assert not list(item.iter("b"))


def test_after_a_fix_the_page_shows_what_it_made(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Her\n\nHere is the the film, a masterclass in tension.\n")
    review(
        "lint", "a.md", "--fix", "--output-format", "html", "-o", "a.html", "--grammar", "off", cwd=tmp_path
    )
    shown = text_of(review_in((tmp_path / "a.html").read_text()))
    assert shown == "Her Here is the film, a masterclass in tension."


def test_a_kept_result_gives_the_same_page(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Her\n\nHere is the the film, a masterclass in tension.\n")
    pages = [review("lint", "a.md", "--output-format", "html", cwd=tmp_path).out for _ in range(2)]
    assert pages[0] == pages[1]
    assert "<mark" in pages[0]
