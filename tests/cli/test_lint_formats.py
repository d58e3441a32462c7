"""`jsonl`, `github` and `--statistics` through the program, as scripts and CI read them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from program import review
from reviewcli.formats import FormatOptions, write_as
from reviewcli.linting.report import report_source
from reviewcli.texts.findings import Finding, Severity, Span

DRAFT = "# Her\n\nShe carries the the film, and 👍 it is a a rollercoaster ride.\n"
WORN = "“rollercoaster ride” is a stock phrase. It belongs on a poster. Say what it did to you, and how."
LINT = ("lint", "--grammar", "off", "--no-notes", "--select", "cliche,doubled-word")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "her.md"
    file.write_text(DRAFT)
    return file


def test_jsonl_says_what_json_says_a_finding_a_line(draft: Path) -> None:
    whole = review(*LINT, draft, "--output-format", "json").json["files"][0]
    lines = [json.loads(line) for line in review(*LINT, draft, "--output-format", "jsonl").out.splitlines()]
    assert lines == [{"path": whole["path"], **finding} for finding in whole["findings"]]
    assert len(lines) == 3


def test_jsonl_of_a_clean_draft_is_empty() -> None:
    assert review(*LINT, "--output-format", "jsonl", stdin="She carries the film.\n").out == ""


def test_github_gets_a_command_for_each_finding(draft: Path) -> None:
    ran = review(*LINT, "her.md", "--output-format", "github", cwd=draft.parent)
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "::error file=her.md,line=3,col=13,endLine=3,endColumn=20,title=doubled-word::“the” is doubled.",
        "::error file=her.md,line=3,col=39,endLine=3,endColumn=42,title=doubled-word::“a” is doubled.",
        "::warning file=her.md,line=3,col=43,endLine=3,endColumn=61,title=cliche::" + WORN,
    ]


def test_github_is_told_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_bytes("Amélie".encode("latin-1"))
    ran = review(*LINT, "old.md", "--output-format", "github", cwd=tmp_path)
    assert ran.code == 2
    assert ran.out == "::error file=old.md::is not UTF-8 text: byte 2 is 0xE9. Save it as UTF-8.\n"


def test_what_would_end_a_command_of_github_is_escaped() -> None:
    said = "100%: a, b\r\nc"
    found = Finding("cliche", "wording", Severity.SUGGESTION, said, Span(0, 1))
    out = io.StringIO()
    write_as("github")([report_source("50%,a:b.md", "x", [found])], out, FormatOptions())
    assert out.getvalue() == (
        "::notice file=50%25%2Ca%3Ab.md,line=1,col=1,endLine=1,endColumn=2,title=cliche::100%25: a, b c\n"
    )
    properties, text = re.fullmatch(r"::notice (.*?)::(.*)\n", out.getvalue()).groups()  # type: ignore[union-attr]
    assert "%0A" not in text
    assert properties.count(",") == 5


def test_statistics_count_by_rule_and_say_what_can_be_fixed(draft: Path) -> None:
    ran = review(*LINT, draft, "--statistics")
    assert ran.out == "2  doubled-word  2 with --fix\n1  cliche\n"
    assert ran.err.endswith("1 file, 2 errors, 1 warning, 0 suggestions.\n")
    assert ran.code == 1


def test_statistics_are_data_as_well(draft: Path) -> None:
    lines = review(*LINT, draft, "--statistics", "--output-format", "jsonl").out.splitlines()
    assert json.loads(lines[0]) == {"rule": "doubled-word", "count": 2, "fixable": 2, "unsafely_fixable": 0}
    whole = review(*LINT, draft, "--statistics", "--output-format", "json").json
    assert whole == {"version": 1, "rules": [json.loads(line) for line in lines]}


def test_statistics_are_no_annotations(draft: Path) -> None:
    ran = review(*LINT, draft, "--statistics", "--output-format", "github")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "--statistics cannot be printed as github. Ask for one of text, compact, json, jsonl.\n"


def test_what_is_shown_and_what_fails_are_apart(draft: Path) -> None:
    assert review(*LINT, draft, "--exit-zero").code == 0
    assert review(*LINT, draft, "--fail-on", "never").code == 0
    shown = review(*LINT, draft, "--select", "cliche", "--min-severity", "error", "--fail-on", "warning")
    assert (shown.code, shown.out) == (1, "")
    assert review(*LINT, draft, "--select", "cliche").code == 0


def test_notes_are_checked_in_the_formats_of_lint(tmp_path: Path) -> None:
    (tmp_path / "her.yaml").write_text("titel: Her\n")
    ran = review("check", "her.yaml", "--output-format", "github", cwd=tmp_path)
    assert ran.code == 2
    assert ran.out.startswith("::error file=her.yaml,line=1,col=1,")


def test_a_slip_in_the_name_of_a_format_names_the_nearest() -> None:
    ran = review("lint", "--output-format", "jsn", "-", stdin="It rains.\n")
    assert (ran.code, ran.out) == (2, "")
    assert "'jsn' is not one of 'compact', " in ran.err
    assert "'text'. Did you mean “json”? Try " in ran.err
    far = review("lint", "--output-format", "zzzz", "-", stdin="It rains.\n")
    assert "'text'. Try " in far.err
