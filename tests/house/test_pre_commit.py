"""The hooks that we ship, run by pre-commit itself in a small repository.

They are taken from a repository as pre-commit takes ours. Only the installation is left out: `review` is this one,
so that the test needs no network.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from program import REVIEW, ROOT, Ran

pytestmark = pytest.mark.slow


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    ran = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def repository(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    git(folder, "init", "-q")
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "all")
    return folder


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text()
    assert text.count("language: python\n") == text.count("- id:")
    return repository(
        tmp_path / "hooks",
        {".pre-commit-hooks.yaml": text.replace("language: python\n", "language: system\n")},
    )


@pytest.fixture
def magazine(tmp_path: Path, hooks: Path) -> Path:
    config = (
        f"repos:\n  - repo: {hooks}\n    rev: {git(hooks, 'rev-parse', 'HEAD')}\n    hooks:\n"
        "      - {id: review-lint, args: [--grammar, 'off', -q]}\n"
        "      - {id: review-check}\n"
        "      - {id: review-fix, stages: [manual], args: [--grammar, 'off', -q]}\n"
    )
    files = {
        ".pre-commit-config.yaml": config,
        "her.md": "She carries the film.\n",
        "notes/her.yaml": "title: Her\n",
        "site.yaml": "no: [notes\n",
    }
    return repository(tmp_path / "magazine", files)


def pre_commit(folder: Path, *arguments: str) -> Ran:
    program = REVIEW.parent / "pre-commit"
    state = {"PRE_COMMIT_HOME": str(folder.parent / "state"), "PRE_COMMIT_COLOR": "never"}
    path = f"{REVIEW.parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        [program, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, **state, "PATH": path},
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def test_a_commit_with_a_slip_is_stopped_and_one_without_passes(magazine: Path) -> None:
    assert pre_commit(magazine, "run", "--all-files").code == 0
    (magazine / "her.md").write_text("She carries the the film.\n")
    git(magazine, "add", "-A")
    ran = pre_commit(magazine, "run")
    assert ran.code == 1
    assert "her.md:1:13: error doubled-word “the” is doubled." in ran.out


def test_notes_are_checked_and_other_yaml_is_left_alone(magazine: Path) -> None:
    (magazine / "notes" / "her.yaml").write_text("titel: Her\n")
    git(magazine, "add", "-A")
    ran = pre_commit(magazine, "run", "review-check")
    assert ran.code == 1
    assert "notes/her.yaml:1:1" in ran.out
    assert "site.yaml" not in ran.out


def test_the_fixing_hook_mends_the_draft(magazine: Path) -> None:
    (magazine / "her.md").write_text("She carries the the film.\n")
    git(magazine, "add", "-A")
    ran = pre_commit(magazine, "run", "review-fix", "--hook-stage", "manual")
    assert ran.code == 1  # a hook that changed files fails, so that the change is looked at
    assert (magazine / "her.md").read_text() == "She carries the film.\n"
