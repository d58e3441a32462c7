"""Drafts for publication: what only the writer needs goes, the rest stays to the byte."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import ROOT, review
from reviewcli.document import Document
from reviewcli.drafting.house.matter import edited_matter
from reviewcli.exchange.publish.strip import strip
from reviewcli.exchange.publish.structured import structured_review
from reviewcli.notes import load_notes
from reviewcli.notes.kinds import KINDS
from reviewcli.settings.front_matter import MatterRules
from reviewcli.texts.errors import ReviewError

DRAFT = """\
---
title: Her
year: 2013
draft: true
# for the site
layout: review
review:
  notes: her.yaml
  names: [Twombly]
score: 4.5/5
---

# *Her* (2013)

<!-- review-todo opening: a scene -->

<!-- to the sub: check the date -->
He writes letters <!-- review-disable-line cliche --> for a living. <!-- review-enable -->
<!-- review-disable-next-line long-sentence -- on purpose -->
She sorts his mail;  two spaces stay, and so does `<!-- review-todo x -->`.


## Verdict

<!-- review-todo verdict: your judgement -->
"""
STRIPPED = """\
---
title: Her
year: 2013
# for the site
layout: review
score: 4.5/5
---

# *Her* (2013)

<!-- to the sub: check the date -->
He writes letters for a living.
She sorts his mail;  two spaces stay, and so does `<!-- review-todo x -->`.


## Verdict
"""


def test_markers_directives_and_our_settings_go_and_nothing_else() -> None:
    assert strip(DRAFT).text == STRIPPED
    assert strip(DRAFT).todos == ("opening: a scene", "verdict: your judgement")


def test_line_ends_are_kept() -> None:
    assert strip(DRAFT.replace("\n", "\r\n")).text == STRIPPED.replace("\n", "\r\n")


def test_byte_order_mark_and_carriage_returns_survive_the_program(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode()
    wanted = b"\xef\xbb\xbf" + STRIPPED.replace("\n", "\r\n").encode()
    (tmp_path / "her.md").write_bytes(data)
    assert review("strip", "her.md", "-o", "out.md", "--unfinished", cwd=tmp_path).code == 0
    assert (tmp_path / "out.md").read_bytes() == wanted
    assert review("strip", "-", "--unfinished", stdin=data).out.encode() == wanted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\n\n<!-- review-todo x: y -->\n\nb\n", "a\n\nb\n"),
        ("a\n\n<!-- review-todo x: y\nmore -->\n\n\nb\n", "a\n\nb\n"),
        ("a\n<!-- review-enable -->\nb\n", "a\nb\n"),
        ("<!-- review-disable-file -->\n\na\n", "a\n"),
        ("a\n\n<!-- review-todo x -->", "a\n"),
        ("<!-- review-todo x -->", ""),
        ("a  <!-- review-enable -->\nb", "a\nb"),
        ("a <!-- review-enable -->  \nb", "a  \nb"),
        ("a<!-- review-enable -->, b", "a, b"),
        ("- a\n- <!-- review-todo x -->\n- b\n", "- a\n- b\n"),
        ("> a\n>\n> <!-- review-todo x -->\n>\n> b\n", "> a\n>\n> b\n"),
        ("```\n<!-- review-todo x -->\n```\n", "```\n<!-- review-todo x -->\n```\n"),
        ("<!-- review-todos are fine -->\n<!--review-disable-->a\n", "<!-- review-todos are fine -->\na\n"),
        ("---\nreview: {ignore: [cliche]}\n---\n\na\n", "a\n"),
        ("+++\ntitle = 'x'\n[review]\nnotes = 'a'\n+++\na\n", "+++\ntitle = 'x'\n+++\na\n"),
        ("---\nreview:\n- odd\ntitle: x\n---\na\n", "---\ntitle: x\n---\na\n"),
        ("---\ndraft: true # for now\ntitle: x\n---\na\n", "---\ntitle: x\n---\na\n"),
        ("---\ndraft: false\n---\na\n", "---\ndraft: false\n---\na\n"),
        ("+++\ndraft = true\ntitle = 'x'\n+++\na\n", "+++\ntitle = 'x'\n+++\na\n"),
    ],
)
def test_no_doubled_blank_lines_are_left(before: str, after: str) -> None:
    assert strip(before).text == after


def test_a_marker_that_is_never_closed_takes_no_text_with_it() -> None:
    with pytest.raises(ReviewError, match="never closed") as error:
        strip("a\n\n<!-- review-todo x\n\nThe rest of the review.\n", path="her.md")
    assert str(error.value.place) == "her.md:3:1"


MARKERS = ["<!-- review-todo a: b -->", "<!-- review-disable x -->", "<!-- mine -->"]
LINES = st.sampled_from(
    ["", "", "A line.", "*Two* words, ", "> quoted", "- item", "## Heading", "    code", "```", *MARKERS]
)


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n"]))
def test_words_and_foreign_comments_are_never_lost(lines: list[str], newline: str) -> None:
    source = newline.join(lines)
    text = strip(source).text
    assert strip(text).text == text
    outside = source
    for comment in reversed(Document(source).comments):
        if comment.text != "mine":
            outside = outside[: comment.span.start] + " " + outside[comment.span.end :]
    assert words(text) == words(outside)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_a_houses_keys_take_the_place_of_ours() -> None:
    rules = MatterRules(
        put={"layout": "other", "toc": True, "draft": False}, rename={"score": "rating"}, drop=("year",)
    )
    text = strip(DRAFT, rules=rules).text
    head = text.split("---\n")[1]
    assert head == ("title: Her\ndraft: false\n# for the site\nlayout: review\nrating: 4.5/5\ntoc: true\n")
    assert strip(text, rules=rules).text == text


def test_a_draft_keeps_that_it_is_one_until_it_is_stripped() -> None:
    rules = MatterRules(drop=("draft", "review", "year"))
    assert "draft: true\n" in edited_matter(DRAFT, rules)
    assert "review:\n" in edited_matter(DRAFT, rules)
    assert "draft" not in edited_matter(DRAFT, rules, publishing=True)


def test_the_config_shapes_new_drafts_and_strip(tmp_path: Path) -> None:
    (tmp_path / ".review.yaml").write_text(
        "output: content/{kind}/{year}/{slug}.md\ntitle_heading: no\nfront_matter:\n"
        "  put: {layout: review, weight: 3}\n  rename: {score: rating}\n  drop: [genres, draft]\n"
    )
    (tmp_path / "x.yaml").write_text(
        "title: 'Us/../Them'\nheadline: A line\nyear: 2019\ngenres: drama\nscore: 4/5\nsynopsis: It rains.\n"
    )
    ran = review("new", "x.yaml", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    draft = tmp_path / "content" / "film" / "2019" / "us-them.md"
    assert ran.err == "content/film/2019/us-them.md: drafted from x.yaml.\n"
    text = draft.read_text()
    assert "rating: 4/5\n" in text
    assert "weight: 3\n" in text
    assert "headline: A line\n" in text
    assert "genres" not in text
    assert "draft: true\n" in text
    assert "\n# " not in text
    assert "notes: ../../../x.yaml\n" in text
    stripped = review("strip", draft, "--unfinished", cwd=tmp_path).out
    assert "draft: true" not in stripped
    assert stripped.count("rating: 4/5") == 1
    assert '"ratingValue": "4"' in review("strip", draft, "--to", "html", "--unfinished", cwd=tmp_path).out


def test_an_output_that_cannot_be_filled_in_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("title: Us\n")
    ran = review("new", "x.yaml", "-o", "{year}/{slug}.md", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("x.yaml: there is no year, and the output “{year}/{slug}.md” wants one.")
    assert "“{name}” stands for nothing" in review("new", "x.yaml", "-o", "{name}.md", cwd=tmp_path).err


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("{renam: {a: b}}", "“renam” is no part of front_matter, which has put, rename and drop."),
        ("{rename: [a]}", "“rename” wants keys and their new names: {score: rating}."),
        ("{drop: {a: b}}", "“drop” wants a list of keys: [cast]."),
        ("{put: layout}", "“put” wants keys and values: {layout: review}."),
        (
            "[a]",
            "“front_matter” is a mapping, not a list. For example: front_matter: {put: {layout: review}}",
        ),
    ],
)
def test_a_wrong_front_matter_setting_is_told_at_its_line(setting: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "house.yaml"
    file.write_text(f"headings: yes\nfront_matter: {setting}\n")
    ran = review("config", "--config", file)
    assert (ran.code, ran.err) == (2, f"{file}:2:15: {told}\n")


def test_strip_lets_an_unfinished_draft_through_where_it_is_told_to(tmp_path: Path) -> None:
    (tmp_path / "her.md").write_text(DRAFT.replace("  notes: her.yaml\n", ""))
    ran = review("strip", "her.md", "--unfinished", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, STRIPPED)
    assert ran.err == (
        "her.md:14:1: let through by --unfinished. Still to write: opening: a scene.\n"
        "her.md:24:1: let through by --unfinished. Still to write: verdict: your judgement.\n"
    )
    assert review("strip", "her.md", "--unfinished", "-q", cwd=tmp_path).err == ""


def test_strip_never_writes_over_a_file_unless_told(tmp_path: Path) -> None:
    (tmp_path / "her.md").write_text(DRAFT)
    ran = review("strip", "her.md", "-o", "./", "--unfinished", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert (tmp_path / "her.md").read_text() == DRAFT
    assert review("strip", "her.md", "-o", "her.md", "--force", "--unfinished", cwd=tmp_path).code == 0
    assert (tmp_path / "her.md").read_text() == STRIPPED


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["strip", "her.yaml"],
            "her.yaml: holds notes, not a draft. Draft them first: review new her.yaml\n",
        ),
        (["strip", "nowhere.md"], "nowhere.md: there is no such file.\n"),
        (["strip", "-"], "Standard input is empty. Pipe a draft in: cat her.md | review strip -\n"),
    ],
)
def test_what_cannot_be_stripped_is_told(arguments: list[str], told: str, tmp_path: Path) -> None:
    ran = review(*arguments, cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (2, "", told)


def test_a_stripped_draft_of_the_example_has_nothing_of_ours() -> None:
    drafted = review("new", ROOT / "examples" / "her.yaml")
    text = review("strip", "-", "--unfinished", stdin=drafted.out).out
    assert not re.search(r"review", text.split("---")[1])
    assert "<!--" not in text


def test_an_event_shows_a_work_only_where_its_kind_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    notes = load_notes("jerusalem.yaml", "kind: theatre\ntitle: Jerusalem\nyear: 2009\nvenue: Apollo")
    shown = structured_review(notes)["itemReviewed"]
    assert shown.pop("workPerformed") == {"@type": "CreativeWork", "name": "Jerusalem", "dateCreated": "2009"}
    monkeypatch.setitem(KINDS, "theatre", msgspec.structs.replace(KINDS["theatre"], shows=""))
    assert structured_review(notes)["itemReviewed"] == shown
