"""What the system refuses is told in a line with its path and exit code 2, and never ends in a traceback."""

from __future__ import annotations

import ctypes
import os
import subprocess
from pathlib import Path

import pytest

from program import REVIEW, review, review_process

LONG = "ha" * 150
CONFIGS = (
    *(f'{key}: "a\\0b"' for key in ("notes", "output", "templates")),
    'dictionary: ["a\\0b"]',
    'profile: "./a\\0b.yaml"',
    *(f"{key}: {LONG}" for key in ("notes", "output", "templates")),
    f"dictionary: [{LONG}]",
    *(f"{key}: loop" for key in ("notes", "output", "templates")),
    "profile: ./loop.yaml",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "her.yaml").write_text("title: Her\n", "utf-8")
    (tmp_path / "her.md").write_text("Hello there.\n", "utf-8")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    return tmp_path


@pytest.mark.parametrize("name", [LONG, "loop", "her.md/x", "caf\udce9"])
@pytest.mark.parametrize(
    "command",
    [
        "lint {}.md",
        "lint {}",
        "lint her.md --notes {}",
        "lint her.md --baseline {}",
        "new {}.yaml",
        "check {}.yaml",
    ],
)
def test_a_name_that_no_file_can_have_is_told(name: str, command: str, folder: Path) -> None:
    ran = review(*(part.format(name) for part in command.split()), cwd=folder)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) <= 3


@pytest.mark.parametrize("name", [f"{LONG}.md", "loop", "her.md/x.md"])
def test_a_draft_that_cannot_be_written_is_told(name: str, folder: Path) -> None:
    ran = review("new", "her.yaml", "-o", name, cwd=folder)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert name.partition("/")[0] in ran.err


@pytest.mark.parametrize("config", CONFIGS)
@pytest.mark.parametrize("command", ["lint her.md", "new her.yaml", "stats her.md", "words list"])
def test_a_config_that_names_what_cannot_be_ends_in_no_traceback(
    config: str, command: str, folder: Path
) -> None:
    (folder / "c.yaml").write_text(f"{config}\n", "utf-8")
    ran = review("--config", "c.yaml", *command.split(), cwd=folder)
    assert ran.code in (0, 2)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("value", ["notes: a\\0b", f"notes: {LONG}", "notes: loop", "profile: ./a\\0b.yaml"])
def test_front_matter_that_names_what_cannot_be_ends_in_no_traceback(value: str, folder: Path) -> None:
    key, _, name = value.partition(": ")
    (folder / "n.md").write_text(f'---\nreview: {{{key}: "{name}"}}\n---\n\nHello.\n', "utf-8")
    ran = review("lint", "n.md", cwd=folder)
    assert ran.code == (2 if key == "profile" else 0)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("place", ["/dev/null", "/proc/no-such-place", f"/tmp/{LONG}"])
@pytest.mark.parametrize("variable", ["XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"])
def test_folders_of_the_user_that_are_none(variable: str, place: str, folder: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(folder), variable: place}
    for command in ("lint her.md", "stats her.md", "config", "words list", "template list"):
        ran = review(*command.split(), cwd=folder, **environment)
        assert (ran.code, "Traceback" in ran.err) == (0, False), (command, ran.err)
    ran = review("words", "add", "Twombly", cwd=folder, **environment)
    assert ran.code == (2 if variable == "XDG_CONFIG_HOME" else 0)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("words", "add", "caf\udce9"),
        ("lint", "her.md", "--select", "caf\udce9"),
        ("new", "her.yaml", "--set", "x=\udce9"),
    ],
)
def test_arguments_that_are_no_utf8_are_told(arguments: tuple[str, ...], folder: Path) -> None:
    ran = review(*arguments, cwd=folder)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def _bound_by_permissions() -> None:
    """Take from root what lets it enter every folder; nobody else has it."""
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_folder_that_may_not_be_entered_is_told(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir()
    closed.chmod(0)
    commands = [
        "lint closed/x.md",
        "lint her.md --notes closed/x.yaml",
        "new her.yaml -o closed/x.md",
        "lint closed",
    ]
    try:
        for command in commands:
            ran = _bound(command, folder)
            assert ran.returncode == 2, (command, ran.stderr)
            assert "Traceback" not in ran.stderr
            assert "closed" in ran.stderr
        for command in ("lint her.md", "stats her.md", "words list", "config", "template list"):
            ran = _bound(command, folder, HOME=str(closed), XDG_CONFIG_HOME="", XDG_CACHE_HOME="")
            assert (ran.returncode, "Traceback" in ran.stderr) == (0, False), (command, ran.stderr)
    finally:
        closed.chmod(0o700)


def _bound(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [REVIEW, *command.split()],
        cwd=folder,
        env={**os.environ, **environment},
        preexec_fn=_bound_by_permissions,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("lint nosuch.md 2>/dev/full", ""),
        ("lint nosuch.md 2>&-", ""),
        ("new her.yaml >&-", "It is closed. The result is not whole"),
        ("new her.yaml >/dev/full", "The result is not whole"),
        ("lint --fix - <her.md >&-", "It is closed. The result is not whole"),
    ],
)
def test_streams_that_take_nothing_have_the_exit_code_2(command: str, told: str, folder: Path) -> None:
    shell = ["sh", "-c", f'"{REVIEW}" {command}']
    ran = subprocess.run(shell, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_file_written_elsewhere_needs_no_standard_output(folder: Path) -> None:
    shell = ["sh", "-c", f'"{REVIEW}" new her.yaml -o x.md >&-']
    ran = subprocess.run(shell, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0
    assert (folder / "x.md").read_text("utf-8") == review_process("new", "her.yaml", cwd=folder).out
