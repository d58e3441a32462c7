"""Reports and formats: places, excerpts, folding, JSON as documented, nothing that harms a terminal."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import ROOT, review
from reviewcli.document import Document
from reviewcli.formats import FormatOptions, format_names, summary_line, write_as
from reviewcli.linting.report import FileReport, Located, report_file, report_source, summary, unread_file
from reviewcli.texts.findings import Edit, Finding, Fix, Noted, Severity, Span
from reviewcli.texts.printable import columns

HER = """# Her

*Her* is a rollercoaster ride. Scarlett Johanson is the the voice.

## Verdict

See it.
"""


def finding(source: str, match: str, rule: str = "cliche", **fields: Any) -> Finding:
    """A finding at the first place where the source says this."""
    start = source.index(match)
    values = {"group": "wording", "severity": Severity.WARNING, "message": f"“{match}” is worn.", **fields}
    return Finding(rule=rule, span=Span(start, start + len(match)), **values)


def at(start: int, end: int, rule: str = "cliche", message: str = "Here.") -> Finding:
    return Finding(rule, "wording", Severity.WARNING, message, Span(start, end))


def printed(
    reports: FileReport | list[FileReport], form: str = "text", options: FormatOptions | None = None
) -> str:
    out = io.StringIO()
    write_as(form)([reports] if isinstance(reports, FileReport) else reports, out, options or FormatOptions())
    return out.getvalue()


def marked(source: str, start: int, end: int, width: int = 100) -> list[str]:
    """The lines below the head of a finding."""
    lines = printed(report_source("a.md", source, [at(start, end)]), "text", FormatOptions(width=width))
    return [line.removeprefix("    ") for line in lines.splitlines()[1:]]


def misspelt() -> Finding:
    edit = Edit(Span(HER.index("Johanson"), HER.index("Johanson") + 8), "Johansson")
    return finding(
        HER,
        "Johanson",
        "name-misspelt",
        group="names",
        severity=Severity.ERROR,
        message="“Johanson” is Johansson in the notes.",
        replacements=("Johansson",),
        fix=Fix((edit,), safe=True),
        notes=Noted(9, 11, "cast.2.name", "Scarlett Johansson"),
    )


def test_a_draft_is_reported_with_places_sections_notes_and_metrics() -> None:
    doc = Document(HER, path="her.md")
    report = report_file(doc, [misspelt(), finding(HER, "See it")], notes="her.yaml")
    assert (report.path, report.notes, report.error) == ("her.md", "her.yaml", None)
    name, see = report.findings
    assert (name.line, name.column, name.end_line, name.end_column) == (3, 41, 3, 49)
    assert (name.match, name.section) == ("Johanson", "opening")
    assert (see.line, see.column, see.section) == (7, 1, "verdict")
    assert report.metrics is not None
    assert report.metrics.words == 13


def test_standard_input_is_a_dash() -> None:
    assert report_file(Document("Text."), []).path == "-"


def test_compact_is_a_line_a_finding_as_grep_prints_them() -> None:
    report = report_file(Document(HER, path="her.md"), [misspelt(), finding(HER, "rollercoaster ride")])
    assert printed(report, "compact") == (
        "her.md:3:41: error name-misspelt “Johanson” is Johansson in the notes.\n"
        "her.md:3:12: warning cliche “rollercoaster ride” is worn.\n"
    )


def test_text_shows_the_line_with_the_place_marked() -> None:
    report = report_file(Document(HER, path="her.md"), [misspelt()])
    assert printed(report) == (
        "her.md:3:41: error name-misspelt “Johanson” is Johansson in the notes.\n"
        "    *Her* is a rollercoaster ride. Scarlett Johanson is the the voice.\n"
        "                                            ^^^^^^^^\n"
    )


def test_json_is_exactly_as_documented() -> None:
    report = report_file(Document(HER, path="her.md"), [misspelt()], notes="her.yaml")
    text = printed([report], "json")
    start = HER.index("Johanson")
    assert json.loads(text) == {
        "version": 1,
        "files": [
            {
                "path": "her.md",
                "notes": "her.yaml",
                "error": None,
                "findings": [
                    {
                        "rule": "name-misspelt",
                        "group": "names",
                        "severity": "error",
                        "message": "“Johanson” is Johansson in the notes.",
                        "line": 3,
                        "column": 41,
                        "end_line": 3,
                        "end_column": 49,
                        "start": start,
                        "end": start + 8,
                        "match": "Johanson",
                        "section": "opening",
                        "engine": "review",
                        "replacements": ["Johansson"],
                        "notes": {
                            "path": "her.yaml",
                            "line": 9,
                            "column": 11,
                            "key": "cast.2.name",
                            "text": "Scarlett Johansson",
                        },
                        "fix": {
                            "safe": True,
                            "edits": [{"start": start, "end": start + 8, "text": "Johansson"}],
                        },
                    }
                ],
                "metrics": {
                    "words": 13,
                    "sentences": 3,
                    "syllables": 19,
                    "reading_minutes": 0.1,
                    "flesch_reading_ease": None,
                    "flesch_kincaid_grade": None,
                    "gunning_fog": None,
                    "smog_index": None,
                    "dale_chall": None,
                },
            }
        ],
        "summary": {"files": 1, "errors": 1, "warnings": 0, "suggestions": 0},
    }


def test_json_keeps_the_order_of_its_keys() -> None:
    report = report_file(Document(HER, path="her.md"), [misspelt()])
    whole = json.loads(printed([report], "json"))
    assert list(whole) == ["version", "files", "summary"]
    assert list(whole["files"][0]) == ["path", "notes", "error", "findings", "metrics"]
    fields = "rule group severity message line column end_line end_column start end match section engine"
    assert list(whole["files"][0]["findings"][0]) == [*fields.split(), "replacements", "notes", "fix"]
    assert list(whole["files"][0]["findings"][0]["fix"]) == ["safe", "edits"]


def test_json_of_a_file_that_cannot_be_read_says_why() -> None:
    text = printed([unread_file("gone.md", "gone.md: there is no such file.")], "json")
    assert json.loads(text)["files"] == [
        {
            "path": "gone.md",
            "notes": None,
            "error": "there is no such file.",
            "findings": [],
            "metrics": None,
        }
    ]


def test_json_of_nothing_is_an_object_all_the_same() -> None:
    assert json.loads(printed([], "json"))["files"] == []


def test_json_is_plain_text_in_utf_8_whatever_is_asked() -> None:
    source = "Ryûichi \x1b[31m坂本\x9b1m\x7f\u2028龍一 🎹"
    report = report_source("é.yaml", source, [at(0, len(source), message="Ryûichi\x1b[0m")])
    text = printed(report, "json", FormatOptions(color=True))
    assert "Ryûichi" in text
    assert "坂本" in text
    assert "🎹" in text
    assert not [
        character for character in text if unicodedata.category(character) == "Cc" and character != "\n"
    ]
    assert json.loads(text)["files"][0]["findings"][0]["match"] == source


def test_json_has_a_line_a_finding() -> None:
    report = report_source("a.md", "one\ntwo\n", [at(0, 7), at(4, 7)])
    assert [line.lstrip()[:9] for line in printed(report, "json").splitlines()].count('{"rule": ') == 2


def test_a_file_name_that_is_not_utf_8_can_be_printed_in_every_format() -> None:
    report = report_source("caf\udce9.md", "text", [at(0, 4)])
    for form in format_names():
        assert printed(report, form).encode()
    assert json.loads(printed(report, "json"))["files"][0]["path"] == "caf\\udce9.md"


def test_text_folds_a_rule_after_five_findings_in_a_file() -> None:
    source = "very " * 30
    many = [at(5 * index, 5 * index + 4) for index in range(27)] + [at(0, 4, rule="weak-word")]
    report = report_source("a.md", source, many)
    lines = printed(report).splitlines()
    assert sum(": warning cliche " in line for line in lines) == 5
    assert sum(": warning weak-word " in line for line in lines) == 1
    assert lines[-1] == "cliche: 22 more, --all shows them"
    assert printed([report, report]).count("cliche: 22 more") == 2
    shown = printed(report, "text", FormatOptions(show_all=True))
    assert shown.count(": warning cliche ") == 27
    assert "more" not in shown
    assert printed(report, "compact").count("\n") == 28


def test_color_is_only_there_when_asked_for() -> None:
    report = report_file(Document(HER, path="her.md"), [misspelt()])
    assert "\x1b" not in printed(report)
    colored = printed(report, "text", FormatOptions(color=True))
    assert "\x1b[31merror\x1b[0m" in colored
    assert "\x1b[31m^^^^^^^^\x1b[0m" in colored
    assert "\x1b" not in printed(report, "compact", FormatOptions(color=True))


@pytest.mark.parametrize(
    ("source", "start", "end", "lines"),
    [
        ("end", 3, 3, ["end", "   ^"]),
        ("end", 0, 0, ["end", "^"]),
        ("end\n", 4, 4, []),
        ("", 0, 0, []),
        ("one\n\ntwo", 4, 4, []),
        ("one two\r\nthree", 4, 14, ["one two", "    ^^^…"]),
        ("one two\r\nthree", 7, 9, ["one two", "       ^"]),
        ("one two\r\nthree", 8, 9, ["one two", "       ^"]),
        ("one two\rthree", 4, 7, ["one two", "    ^^^"]),
        ("one two\r\nthree", 9, 14, ["three", "^^^^^"]),
        ("one two\n\n\n", 4, 10, ["one two", "    ^^^"]),
        ("trailing  \nspaces", 8, 10, ["trailing", "        ^^"]),
        ("\tone\ttwo", 5, 8, ["    one two", "        ^^^"]),
        ("漢字 and", 3, 6, ["漢字 and", "     ^^^"]),
        ("漢字 and", 0, 2, ["漢字 and", "^^^^"]),
        ("cafe\u0301 noir", 6, 10, ["cafe\u0301 noir", "     ^^^^"]),
        ("👍🏽 it", 3, 5, ["👍🏽 it", "     ^^"]),
        ("a\x1b[31mb\x00 c", 9, 10, ["a␛[31mb␀ c", "         ^"]),
        ("a\u202eb\x85c", 4, 5, ["a\ufffdb\ufffdc", "    ^"]),
    ],
)
def test_the_carets_stand_below_what_was_found(source: str, start: int, end: int, lines: list[str]) -> None:
    assert marked(source, start, end) == lines


def test_a_long_line_is_cut_round_the_place_between_words() -> None:
    source = (
        "It begins well enough, but when the second hour opens, a stock phrase comes in and it ends badly."
    )
    line, carets = marked(source, source.index("stock"), source.index("stock") + 12, width=44)
    assert line == "…opens, a stock phrase comes in…"
    assert carets == "          ^^^^^^^^^^^^"


def test_what_is_longer_than_the_room_shows_its_beginning() -> None:
    source = "Opening words, " + "then more of them " * 20
    line, carets = marked(source, 15, 300, width=44)
    assert line == "…then more of them then more of them…"
    assert carets == " " + "^" * 35 + "…"


def test_a_line_of_a_megabyte_costs_no_more_than_a_short_one() -> None:
    source = "word " * 200_000
    report = report_source("a.md", source, [at(5 * index, 5 * index + 4) for index in range(0, 200_000, 100)])
    assert sum(len(found.excerpt.text) for found in report.findings) < 2_000 * 700
    assert max(map(len, printed(report).splitlines())) <= 100


def test_a_message_of_several_lines_stays_on_one() -> None:
    report = report_source("a.md", "text", [at(0, 4, message="“the\nthe”\r\nis\x07 doubled\u2028.")])
    assert printed(report, "compact") == "a.md:1:1: warning cliche “the the” is␇ doubled .\n"


def test_a_terminal_gives_its_width_and_a_file_a_hundred_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", "60")
    report = report_source("a.md", "word " * 100, [at(200, 204)])
    out = Terminal()
    write_as("text")([report], out, FormatOptions())
    assert 40 < max(map(len, out.getvalue().splitlines()[1:])) <= 60
    assert 80 < max(map(len, printed(report).splitlines()[1:])) <= 100


@pytest.mark.parametrize(
    ("severities", "line"),
    [
        ([], "1 file, nothing found."),
        ([Severity.ERROR], "1 file, 1 error, 0 warnings, 0 suggestions."),
        (
            [Severity.ERROR] * 3 + [Severity.WARNING] * 2 + [Severity.SUGGESTION] * 5,
            "1 file, 3 errors, 2 warnings, 5 suggestions.",
        ),
    ],
)
def test_the_summary_counts_by_severity(severities: list[Severity], line: str) -> None:
    findings = [finding("text", "text", severity=severity) for severity in severities]
    report = report_source("a.md", "text", findings)
    assert summary_line([report]) == line
    assert summary([report]).files == 1


def test_the_summary_says_what_was_not_read() -> None:
    unread = unread_file("gone.md", "no such file")
    assert summary_line([unread]) == "1 file, 1 not read."
    assert summary_line([unread, report_source("a.md", "", [])]) == "2 files, 1 not read, nothing found."


def test_plain_formats_do_not_import_rich() -> None:
    for form in format_names():
        printed(report_source("a.md", "text", [at(0, 4)]), form)
    loaded = {module for module in sys.modules if module.startswith("reviewcli.formats")}
    assert loaded >= {f"reviewcli.formats.findings.{form}" for form in format_names()}
    for module in loaded:
        assert not [name for name in vars(sys.modules[module]) if name.startswith("rich")]


SOURCES = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]), st.sampled_from("ab \n\r\t\x1b\u0301\u200d漢é👍\u2028\x9b")
    ),
    max_size=200,
)


@given(st.data(), SOURCES, st.integers(0, 80))
def test_any_finding_in_any_text_prints_in_every_format(data: st.DataObject, source: str, width: int) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    report = report_source("a.md", source, [at(start, end, message=source)])
    for form in format_names():
        text = printed(report, form, FormatOptions(width=width))
        controls = [one for one in text if unicodedata.category(one) in {"Cc", "Zl", "Zp"} and one != "\n"]
        assert not controls
    located = json.loads(printed(report, "json"))["files"][0]["findings"][0]
    assert located["match"] == source[start:end]
    assert len(printed(report, "compact").split("\n")) == 2
    head, *below = printed(report, "text", FormatOptions(width=width)).splitlines()
    assert head.startswith(f"a.md:{located['line']}:{located['column']}: warning cliche")
    assert len(below) in (0, 2)
    if below:
        assert all(columns(line) <= max(width, 24) for line in below)
        assert "^" in below[1]


@given(SOURCES, st.data())
def test_the_carets_cover_what_was_found(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    found: Located = report_source("a.md", source, [at(start, end)]).findings[0]
    excerpt = found.excerpt
    assert source[start:end].startswith(excerpt.text[excerpt.start : excerpt.end])
    assert "\n" not in excerpt.text
    assert "\r" not in excerpt.text


def test_the_manual_shows_real_output(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```(\w+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (draft,) = (text for kind, text in blocks if kind == "markdown")
    (tmp_path / "her.md").write_text(draft, encoding="utf-8")
    shutil.copy(ROOT / "examples" / "her-review.txt", tmp_path)
    runs = [text.split("\n", 1) for kind, text in blocks if kind == "console"]
    assert len(runs) == 3
    for command, shown in runs:
        ran = review(*command.removeprefix("$ review ").split(), cwd=tmp_path)
        assert ran.out + ran.err == shown, command


def test_json_holds_no_color_even_where_color_is_forced() -> None:
    arguments = ("lint", "-", "--grammar", "off", "--no-notes")
    ran = review(*arguments, "--output-format", "json", stdin=HER, FORCE_COLOR="1")
    assert "\x1b" not in ran.out
    assert ran.json["files"][0]["path"] == "-"
    assert "\x1b[" in review(*arguments, stdin=HER, FORCE_COLOR="1").out
    assert "\x1b" not in review(*arguments, stdin=HER).out
