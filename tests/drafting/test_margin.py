"""Changed notes into the margin of an edited draft."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from program import review
from reviewcli.document import Document
from reviewcli.document.front_matter import read_front_matter, review_settings
from reviewcli.drafting.margin.digests import read_digests
from reviewcli.exchange.publish.strip import strip

NOTES = """\
title: Tin Roof
year: 2019
directors: [Ann Bay]
runtime: 90
opening: Rain falls on tin for an hour.
synopsis:
  - Ada moves into the house of her aunt.
  - She finds a locked room.
performances:
  Vera Lunt: keeps her hands still through the whole trial
verdict: It earns its last silence.
score: 4/5
"""
SOUP = "The neighbours bring soup and questions."
NEW_SOUP = f'<!-- review-todo synopsis: new in the notes: "{SOUP}" -->'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tin.yaml").write_text(NOTES)
    assert review("new", "tin.yaml", "-o", "tin.md", cwd=tmp_path).code == 0
    return tmp_path


def update(folder: Path, *arguments: str) -> tuple[int, str, str]:
    ran = review("update", "tin.md", *arguments, cwd=folder)
    return ran.code, ran.out, ran.err


def change(file: Path, *changes: tuple[str, str]) -> str:
    text = file.read_bytes().decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    file.write_bytes(text.encode())
    return text


def add_soup(folder: Path) -> None:
    change(folder / "tin.yaml", ("  - She finds", f"  - {SOUP}\n  - She finds"))


def draft_of(folder: Path) -> str:
    return (folder / "tin.md").read_bytes().decode()


def without_digests(text: str) -> str:
    return re.sub(r"  digests: .*\n", "", text)


def test_a_fresh_draft_has_nothing_new(folder: Path) -> None:
    assert update(folder) == (0, "", "tin.md: tin.yaml has not changed since.\n")
    assert "base:" not in draft_of(folder)


def test_a_new_point_is_a_marker_at_the_end_of_its_section_and_the_writers_words_stay(folder: Path) -> None:
    mine = change(
        folder / "tin.md", ("Ada moves into", "Ada (Vera Lunt) inherits"), ("silence.", "silence, -- I say.")
    )
    add_soup(folder)
    code, shown, err = update(folder, "--dry-run")
    assert (code, err, draft_of(folder)) == (0, "", mine)
    assert f"+{NEW_SOUP}\n" in shown
    code, out, err = update(folder)
    assert (code, out, err) == (0, shown, "tin.md: brought up to tin.yaml: 1 marker, no changes of facts.\n")
    wanted = without_digests(mine).replace("a locked room.\n", f"a locked room.\n\n{NEW_SOUP}\n")
    assert without_digests(draft_of(folder)) == wanted
    assert update(folder)[2] == "tin.md: tin.yaml has not changed since.\n"


def test_a_changed_point_is_one_marker_beside_the_sentence_that_tells_it(folder: Path) -> None:
    change(folder / "tin.yaml", ("through the whole trial", "through the trial, then breaks a cup"))
    assert update(folder)[2] == "tin.md: brought up to tin.yaml: 1 marker, no changes of facts.\n"
    marker = (
        '<!-- review-todo performances: new in the notes: "Vera Lunt: keeps her hands still through the trial, then'
        ' breaks a cup" -->'
    )
    assert f"the whole trial.\n\n{marker}\n\n## Craft" in draft_of(folder)


def test_a_point_that_is_gone_is_a_marker_behind_the_paragraph_that_tells_it(folder: Path) -> None:
    change(folder / "tin.md", ("She finds a locked room.", "One of its rooms is locked, she finds. Rain."))
    change(folder / "tin.yaml", ("  - She finds a locked room.\n", ""))
    assert update(folder)[0] == 0
    marker = '<!-- review-todo synopsis: gone from the notes: "One of its rooms is …" -->'
    assert f"she finds. Rain.\n\n{marker}\n" in draft_of(folder)


def test_a_point_that_is_gone_and_nowhere_told_is_no_marker(folder: Path) -> None:
    change(folder / "tin.md", (" She finds a locked room.", ""))
    change(folder / "tin.yaml", ("  - She finds a locked room.\n", ""))
    assert update(folder)[2] == "tin.md: brought up to tin.yaml: no markers, no changes of facts.\n"


def test_points_in_another_order_and_spacing_are_the_same_points(folder: Path) -> None:
    before = draft_of(folder)
    text = change(folder / "tin.yaml", ("  - She finds a locked room.\n", ""))
    (folder / "tin.yaml").write_text(
        text.replace("synopsis:\n", "synopsis:\n  - she  finds a locked room.\n")
    )
    assert update(folder)[2] == "tin.md: brought up to tin.yaml: no markers, no changes of facts.\n"
    assert without_digests(draft_of(folder)) == without_digests(before)


def test_facts_change_where_they_stand_as_they_were_made(folder: Path) -> None:
    before = draft_of(folder)
    change(folder / "tin.yaml", ("4/5", "4.5/5"), ("90", "95"), ("year: 2019", "year: 2020\ncertificate: R"))
    assert update(folder)[2] == "tin.md: brought up to tin.yaml: no markers, 7 changes of facts.\n"
    wanted = before.replace("**4/5**", "**4.5/5**").replace("score: 4/5", "score: 4.5/5")
    wanted = wanted.replace("runtime: 90\n", "runtime: 95\ncertificate: R\n").replace(
        "year: 2019", "year: 2020"
    )
    wanted = wanted.replace("# *Tin Roof* (2019)", "# *Tin Roof* (2020)").replace(
        "90 minutes.", "95 minutes. R."
    )
    assert without_digests(draft_of(folder)) == without_digests(wanted)
    assert "Ann Bay directed *Tin Roof* (2019)." in draft_of(
        folder
    )  # a sentence, and facts are told of by lint


def test_facts_in_the_writers_words_are_a_marker(folder: Path) -> None:
    mine = change(folder / "tin.md", ("**4/5**", "Four of five: 4/5."), ("runtime: 90", "runtime: 91"))
    change(folder / "tin.yaml", ("4/5", "4.5/5"), ("90", "95"))
    assert update(folder)[0] == 0
    after = draft_of(folder)
    assert "score: 4.5/5\n" in after
    assert "runtime: 91\n" in after
    assert '4/5.\n\n<!-- review-todo facts: new in the notes: "score: 4.5/5" -->\n' in after
    assert after.count('<!-- review-todo facts: new in the notes: "runtime: 95" -->') == 1
    assert mine.split("---")[2].count("\n") + 4 == after.split("---")[2].count("\n")


def test_facts_that_are_gone_leave_front_matter_and_are_marked_in_the_text(folder: Path) -> None:
    change(folder / "tin.yaml", ("score: 4/5\n", ""))
    assert update(folder)[0] == 0
    assert "score:" not in draft_of(folder)
    assert '**4/5**\n\n<!-- review-todo facts: gone from the notes: "**4/5**" -->\n' in draft_of(folder)


def test_a_comment_stays_whole_whatever_a_point_holds(folder: Path) -> None:
    change(folder / "tin.yaml", ("  - She finds", '  - "soup --> and <!-- more --- tea -"\n  - She finds'))
    assert update(folder)[0] == 0
    found = [comment.text for comment in Document(draft_of(folder)).comments if comment.is_in_margin]
    assert found == [r'review-todo synopsis: new in the notes: "soup -\-> and <!-\- more -\-\- tea -"']
    assert "--" not in found[0]


def test_a_marker_that_is_there_is_not_set_again(folder: Path) -> None:
    before = draft_of(folder)
    add_soup(folder)
    assert update(folder)[0] == 0
    digests = re.findall(r"digests: .*", before)[0]
    change(folder / "tin.md", (re.findall(r"digests: .*", draft_of(folder))[0], digests))
    assert update(folder)[0] == 0
    assert draft_of(folder).count(NEW_SOUP) == 1


def test_a_draft_without_digests_is_recorded_and_nothing_is_marked(folder: Path) -> None:
    digests = re.findall(r"  digests: .*\n", draft_of(folder))[0]
    old = change(folder / "tin.md", (digests, '  base: "38fed116ca5b"\n'))
    add_soup(folder)
    told = "tin.md: did not say what of tin.yaml it has seen. Now it does; nothing is marked.\n"
    code, shown, err = update(folder)
    assert (code, err) == (0, told)
    assert shown.count("\n+") == 2
    assert without_digests(draft_of(folder)) == old.replace('  base: "38fed116ca5b"\n', "")
    assert update(folder)[2] == "tin.md: tin.yaml has not changed since.\n"


@pytest.mark.parametrize(
    "before",
    [
        "# Mine\n\nText.\n",
        "---\ntitle: Tin Roof\n---\nText.\n",
        "---\nreview: {notes: tin.yaml, base: abc}\ntags: [a]\n---\nText.\n",
        "---\nreview:\n    ignore: [cliche]\n    base: abc\n\n# mine\ntags: [a]\n---\nText.\n",
        "---\r\nreview:\r\n  notes: tin.yaml\r\n---\r\n\r\nText.\r\n",
    ],
)
def test_digests_find_a_place_in_any_front_matter(before: str, folder: Path) -> None:
    (folder / "tin.md").write_bytes(before.encode())
    assert update(folder)[0] == 0
    after = draft_of(folder)
    settings = review_settings(read_front_matter(after))
    assert read_digests(settings) is not None
    old = review_settings(read_front_matter(before))
    assert {key: value for key, value in settings.items() if key != "digests"} == {
        key: value for key, value in old.items() if key != "base"
    }
    assert after.endswith(before[before.rfind("---") + 3 :] if "---" in before else before)
    assert after.count("\n") == after.count("\r\n") or "\r" not in after


def test_toml_has_no_place_for_digests(folder: Path) -> None:
    (folder / "tin.md").write_text('+++\ntitle = "Tin Roof"\n+++\nText.\n')
    told = "this front matter has no place for what the draft has seen. Write it as YAML.\n"
    assert update(folder) == (2, "", told)


def test_line_ends_and_byte_order_mark_are_kept(folder: Path) -> None:
    file = folder / "tin.md"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    add_soup(folder)
    change(folder / "tin.yaml", ("4/5", "5/5"))
    assert update(folder)[0] == 0
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf---\r\n")
    assert NEW_SOUP.encode() in data
    assert b"**5/5**" in data
    assert data.count(b"\n") == data.count(b"\r\n")


def test_the_flags_that_made_a_draft_are_recorded(folder: Path) -> None:
    (folder / "drafts").mkdir()
    (folder / "mine.md.j2").write_text("{{ notes.title | italic }}: {{ notes.synopsis | paragraph }}\n")
    flags = ("-t", "mine.md.j2", "--no-headings", "--set", "score=B+")
    assert review("new", "tin.yaml", "-o", "drafts/", *flags, cwd=folder).code == 0
    add_soup(folder)
    assert review("update", "drafts/tin.md", cwd=folder).code == 0
    text = (folder / "drafts" / "tin.md").read_text()
    assert f"locked room.\n\n{NEW_SOUP}\n" in text
    assert 'score: "B+"\n' in text


def test_check_tells_of_every_point_and_fails_only_where_one_is_missing(folder: Path) -> None:
    change(
        folder / "tin.md",
        ("keeps her hands still through the whole trial", "has a trial; her hands are still"),
    )
    change(
        folder / "tin.yaml",
        ("It earns its last silence.", "It earns its last silence, and frightens dogs."),
    )
    code, out, err = update(folder, "--check")
    assert code == 0
    assert out.splitlines()[2:] == [
        "tin.yaml:8:5: synopsis: “She finds a locked room.”: in the text, line 21",
        "tin.yaml:10:14: performances: “keeps her hands still through the whole trial”: in the text, line 25",
        "tin.yaml:11:10: verdict: “It earns its last silence, and frightens dogs.”: perhaps, line 41: “It earns its last silence.”",
    ]
    assert err == "tin.md: of 5 points 4 in the text, 1 perhaps, 0 not in the text.\n"
    add_soup(folder)
    code, out, err = update(folder, "--check")
    assert (code, err) == (1, "tin.md: of 6 points 4 in the text, 1 perhaps, 1 not in the text.\n")
    assert f"tin.yaml:8:5: synopsis: “{SOUP}”: not in the text\n" in out


def test_markers_of_the_margin_are_errors_and_silence_nothing(folder: Path) -> None:
    add_soup(folder)
    change(folder / "tin.md", *[(todo, "") for todo in re.findall(r"<!-- .*? -->", draft_of(folder))])
    assert update(folder)[0] == 0
    options = ("--profile", "standard", "--grammar", "off", "--output-format", "json")
    findings = review("lint", "tin.md", *options, cwd=folder).json["files"][0]["findings"]
    rules = {finding["rule"]: finding["severity"] for finding in findings}
    assert rules["placeholder-left"] == "error"
    assert "length-out-of-range" in rules


def test_nothing_of_the_margin_is_published(folder: Path) -> None:
    add_soup(folder)
    assert update(folder)[0] == 0
    published = strip(draft_of(folder)).text
    assert published.startswith("---\ntitle: Tin Roof\n")
    assert "digests" not in published
    assert "<!--" not in published
