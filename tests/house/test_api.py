"""The library from outside: the functions of the program, typed, and cheap to import."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import reviewcli
from program import ROOT, review
from reviewcli.formats import FormatOptions, write_as

HER = "# Her\n\nScarlett Johanson is the the voice of Samantha.\n"
NOTES = "title: Her\ncast: [Scarlett Johansson as Samantha]\n"


def script_of_the_manual() -> tuple[str, str]:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (shown,) = re.findall(r"^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return code, shown


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def test_the_script_of_the_manual_prints_what_the_manual_says(tmp_path: Path) -> None:
    code, shown = script_of_the_manual()
    (tmp_path / "script.py").write_text(code)
    ran = python(tmp_path, "script.py")
    assert (ran.stdout, ran.stderr) == (shown, "")


def test_the_script_of_the_manual_is_typed(tmp_path: Path) -> None:
    code, _ = script_of_the_manual()
    script = tmp_path / "script.py"
    script.write_text(code)
    mypy = (
        "-m",
        "mypy",
        "--strict",
        "--cache-dir",
        str(tmp_path / "cache"),
        "--config-file",
        "/dev/null",
        "script.py",
    )
    ran = python(tmp_path, *mypy)
    assert (ran.returncode, ran.stdout) == (0, "Success: no issues found in 1 source file\n"), ran.stdout
    script.write_text(code + "\nreviewcli.lint(text, grammar='loud')\nlength: int = reviewcli.draft(notes)\n")
    assert python(tmp_path, *mypy).stdout.count("error:") == 2


def test_importing_the_library_is_cheap(tmp_path: Path) -> None:
    ran = python(
        tmp_path,
        "-c",
        "import sys; before = set(sys.modules); import reviewcli; print(*(set(sys.modules) - before))",
    )
    assert set(ran.stdout.split()) <= {"reviewcli", "__future__"}


def test_lint_says_what_the_program_says(tmp_path: Path) -> None:
    (tmp_path / "her.md").write_text(HER)
    (tmp_path / "her.yaml").write_text(NOTES)
    printed = review("lint", "her.md", "--output-format", "json", cwd=tmp_path).json["files"][0]["findings"]
    report = reviewcli.lint(tmp_path / "her.md")
    assert [(each.rule, each.start, each.message) for each in report.findings] == [
        (each["rule"], each["start"], each["message"]) for each in printed
    ]
    assert report.notes == str(tmp_path / "her.yaml")
    assert {each.rule for each in report.findings} >= {"name-misspelt", "doubled-word"}


def test_a_text_and_its_notes_need_no_file() -> None:
    report = reviewcli.lint("\ufeff" + HER, notes=NOTES, select=["names"], isolated=True)
    assert [(each.rule, each.line, each.column) for each in report.findings] == [("name-misspelt", 3, 10)]
    assert reviewcli.lint(HER, use_notes=False, select=["names"], isolated=True).findings == ()


def test_a_draft_is_what_the_program_drafts(tmp_path: Path) -> None:
    notes = ROOT / "examples" / "her.yaml"
    assert (
        reviewcli.draft(notes.read_text(), isolated=True)
        == review("new", "-", "--isolated", stdin=notes.read_bytes()).out
    )
    changed = reviewcli.draft(NOTES, changes=["score=4/5"], headings=False, front_matter=False, isolated=True)
    assert "4/5" in changed
    assert not changed.startswith("---")


def test_notes_that_are_read_serve_both() -> None:
    from reviewcli.notes import load_notes

    notes = load_notes("her.yaml", NOTES)
    assert reviewcli.draft(notes, isolated=True) == reviewcli.draft(NOTES, isolated=True)
    assert reviewcli.lint(HER, notes=notes, isolated=True) == reviewcli.lint(HER, notes=NOTES, isolated=True)


def test_every_problem_is_raised_at_once() -> None:
    with pytest.raises(ExceptionGroup) as raised:
        reviewcli.draft("titel: Her\nyear: soon\n", isolated=True)
    assert all(isinstance(each, reviewcli.ReviewError) for each in raised.value.exceptions)
    assert len(raised.value.exceptions) >= 2


def test_the_functions_keep_their_names_whatever_is_imported(tmp_path: Path) -> None:
    code = (
        "import reviewcli.linting.checks, reviewcli.drafting.templates, reviewcli\n"
        "from reviewcli.linting.checks import Check\n"
        "print(reviewcli.lint.__module__, reviewcli.draft.__module__, 'lint' in dir(reviewcli))\n"
        "reviewcli.nothing\n"
    )
    ran = python(tmp_path, "-c", code)
    assert ran.stdout == "reviewcli.api reviewcli.api True\n"
    assert "AttributeError" in ran.stderr


def test_a_report_prints_as_the_program_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    report = reviewcli.lint(HER, grammar="off", isolated=True, use_notes=False)
    write_as("json")([report], sys.stdout, FormatOptions())
    ran = review("lint", "--grammar", "off", "--isolated", "--no-notes", "--output-format", "json", stdin=HER)
    assert json.loads(capsys.readouterr().out) == ran.json
