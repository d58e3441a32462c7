"""`--baseline` and `--write-baseline`: what is known stays known, and what is new is seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import Ran, review
from reviewcli.document import Document
from reviewcli.linting.baseline import Known, fingerprint, name_in, unknown
from reviewcli.linting.checks import lint
from reviewcli.linting.report import Located, report_source
from reviewcli.rules import rule_class

LINT = ("lint", "--grammar", "off", "--no-notes", "--output-format", "compact")
DRAFT = "# Her\n\nShe carries the the film.\n\nHe sees a a door, and it is a breath of fresh air.\n"


def noted(folder: Path, text: str = DRAFT) -> None:
    (folder / "her.md").write_text(text)
    ran = review(*LINT, "--write-baseline", "known.json", "her.md", cwd=folder)
    assert (ran.code, ran.out) == (0, "")


def new(folder: Path, text: str) -> Ran:
    (folder / "her.md").write_text(text)
    return review(*LINT, "--baseline", "known.json", "her.md", cwd=folder)


def test_what_is_written_is_known_and_the_file_is_the_same_each_time(tmp_path: Path) -> None:
    noted(tmp_path)
    first = (tmp_path / "known.json").read_bytes()
    ran = new(tmp_path, DRAFT)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[0] == "3 known from known.json."
    noted(tmp_path)
    assert (tmp_path / "known.json").read_bytes() == first
    assert json.loads(first) == {
        "version": 1,
        "files": {
            "her.md": [
                {"rule": "cliche", "match": "breath of fresh air", "before": "and it is a", "after": "."},
                {"rule": "doubled-word", "match": "a a", "before": "He sees", "after": "door, and it is"},
                {"rule": "doubled-word", "match": "the the", "before": "She carries", "after": "film."},
            ]
        },
    }


@pytest.mark.parametrize(
    "text",
    [
        DRAFT.replace("# Her\n", "# Her\n\nA new paragraph.\n"),
        DRAFT.replace("\n", "\r\n"),
        DRAFT.replace("the the\n", "the the").replace("carries the the", "carries\nthe the"),
        DRAFT.replace("He sees", "The man finds"),
        "# Her\n\nHe sees a a door, and it is a breath of fresh air.\n\nShe carries the the film.\n",
    ],
)
def test_moved_lines_and_changed_neighbours_stay_known(text: str, tmp_path: Path) -> None:
    noted(tmp_path)
    assert new(tmp_path, text).out == ""


def test_a_swap_is_seen(tmp_path: Path) -> None:
    noted(tmp_path)
    ran = new(tmp_path, DRAFT.replace("the the", "the").replace("a breath", "for the the world a breath"))
    assert ran.out.splitlines() == ["her.md:5:33: error doubled-word “the” is doubled."]
    assert ran.code == 1


def test_a_second_one_of_the_same_words_is_new(tmp_path: Path) -> None:
    noted(tmp_path)
    ran = new(tmp_path, DRAFT + "\nShe carries the the film.\n")
    assert len(ran.out.splitlines()) == 1


def test_paths_are_those_seen_from_the_baseline(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "her.md").write_text(DRAFT)
    review(*LINT, "--write-baseline", "known.json", "drafts", cwd=tmp_path)
    ran = review(*LINT, "--baseline", "../known.json", "her.md", cwd=tmp_path / "drafts")
    assert (ran.code, ran.out) == (0, "")
    assert list(json.loads((tmp_path / "known.json").read_text())["files"]) == ["drafts/her.md"]


def test_other_drafts_stay_in_the_baseline_while_they_exist(tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(DRAFT)
    review(*LINT, "--write-baseline", "known.json", "a.md", "b.md", "c.md", cwd=tmp_path)
    (tmp_path / "b.md").unlink()
    (tmp_path / "a.md").write_text("Fine.\n")
    review(*LINT, "--write-baseline", "known.json", "a.md", cwd=tmp_path)
    assert list(json.loads((tmp_path / "known.json").read_text())["files"]) == ["c.md"]


def test_what_is_known_is_not_fixed(tmp_path: Path) -> None:
    noted(tmp_path)
    (tmp_path / "her.md").write_text(DRAFT + "\nOn the the line.\n")
    review(*LINT, "--fix", "--baseline", "known.json", "her.md", cwd=tmp_path)
    assert (tmp_path / "her.md").read_text() == DRAFT + "\nOn the line.\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "known.json: there is no such baseline. Write one: review lint --write-baseline known.json"),
        ("{", "known.json: is no baseline: input data was truncated."),
        ("[]", "known.json: is no baseline: expected `object`, got `array`."),
        ('{"version": 1, "files": {"her.md": [{"rule": 1}]}}', "known.json: is no baseline: expected `str`"),
        ('{"version": 2, "files": {}}', "known.json: is a baseline of version 2, and this program reads 1."),
    ],
)
def test_a_baseline_that_is_none_is_a_clear_error(content: str | None, words: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "known.json").write_text(content)
    ran = new(tmp_path, DRAFT)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    if content is not None:
        ran = review(*LINT, "--write-baseline", "known.json", "her.md", cwd=tmp_path)
        assert ran.code == 2
        assert (tmp_path / "known.json").read_text() == content


def test_standard_input_has_a_name_too(tmp_path: Path) -> None:
    assert name_in(tmp_path / "known.json", None) == "-"
    review(*LINT, "--write-baseline", "known.json", "--stdin-filename", "her.md", stdin=DRAFT, cwd=tmp_path)
    assert new(tmp_path, DRAFT).out == ""


def located(text: str) -> tuple[Located, ...]:
    return report_source("-", text, lint(Document(text), [rule_class("doubled-word")()])).findings


@given(st.lists(st.sampled_from(["the the", "a", "sea sea", "door", "\n\n", "and"]), max_size=20), st.data())
def test_each_fingerprint_stands_for_one_finding(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    findings = located(text)
    known = [fingerprint(text, it) for it in findings]
    assert unknown(text, findings, data.draw(st.permutations(known))) == ()
    some: list[Known] = known[: data.draw(st.integers(0, len(known)))]
    assert len(unknown(text, findings, some)) == len(findings) - len(some)
