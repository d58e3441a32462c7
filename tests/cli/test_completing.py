"""What the shells are told when TAB is pressed."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from program import REVIEW, review


def offered(line: str, cwd: Path | None = None) -> list[str]:
    """What bash is offered at the end of a line."""
    ran = review(_REVIEW_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(line.count(" ")), cwd=cwd)
    assert ran.err == ""
    return ran.out.split()


def test_commands_are_offered() -> None:
    assert offered("review li") == ["lint"]


def test_rules_and_groups_are_offered_in_lists() -> None:
    assert "cliche" in offered("review lint --select cl")
    assert offered("review lint --ignore wordi") == ["wording"]
    assert offered("review lint --extend-select wording,doubled-w") == ["wording,doubled-word"]
    assert offered("review lint --select doubled-word,doubled-w") == []
    assert offered("review rule doubled-w") == ["doubled-word"]


def test_profiles_templates_and_formats_are_offered(tmp_path: Path) -> None:
    assert offered("review lint --profile cap") == ["capsule"]
    assert offered("review lint --output-format js") == ["json", "jsonl"]
    assert offered("review new --template cap") == ["capsule"]
    (tmp_path / ".review.yaml").write_text("templates: house\n")
    (tmp_path / "house" / "film").mkdir(parents=True)
    (tmp_path / "house" / "film" / "captain.md.j2").write_text("{# Ours. #}\n# {{ notes.title }}\n")
    assert offered("review new --template capt", tmp_path) == ["captain"]


def test_options_are_offered() -> None:
    assert offered("review lint --stat") == ["--statistics"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_zsh_and_fish_are_offered_the_same(shell: str) -> None:
    ran = review(
        _REVIEW_COMPLETE=f"complete_{shell}",
        _TYPER_COMPLETE_ARGS="review rule doubled-w",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )
    assert "doubled-word" in ran.out
    assert "cliche" not in ran.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(shell: str) -> None:
    ran = review("--show-completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert f"complete_{shell}" in ran.out
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=ran.out.encode(), check=True, capture_output=True)


def test_a_shell_that_is_not_known_is_an_error() -> None:
    ran = review("--show-completion", "tcsh")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "There is no completion for “tcsh”. There is one for bash, zsh, fish.\n"


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_bash_itself_completes() -> None:
    script = review("--show-completion", "bash").out
    ask = (
        f"PATH={shlex.quote(str(REVIEW.parent))}:$PATH\n{script}\n"
        "COMP_WORDS=(review lint --select doubled-w); COMP_CWORD=3\n"
        '_review_completion review\necho "${COMPREPLY[@]}"\n'
    )
    ran = subprocess.run(["bash", "--norc"], input=ask, capture_output=True, text=True, check=True)
    assert ran.stdout == "doubled-word\n"
