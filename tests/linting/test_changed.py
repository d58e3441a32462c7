"""`--changed REF`: only what changed since a revision, with Git for real."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import Ran, review
from reviewcli.linting.changed import changed_lines

LINT = ("lint", "--grammar", "off", "--no-notes", "--output-format", "compact", "--changed")
OLD = "# Her\n\nShe carries the the film.\n\nHe sees the door.\n"


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "drafts").mkdir()
    for name in ("her.md", "drafts/dune.md", "drafts/été.md"):
        (tmp_path / name).write_text(OLD)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Drafts")
    return tmp_path


def lint(folder: Path, *arguments: str, stdin: str = "") -> Ran:
    return review(*LINT, *arguments, cwd=folder, stdin=stdin)


def test_only_the_lines_that_changed_count(repository: Path) -> None:
    (repository / "her.md").write_text(OLD.replace("the door", "a a door"))
    ran = lint(repository, "HEAD", ".")
    assert ran.out == "her.md:5:9: error doubled-word “a” is doubled.\n"
    assert ran.err == "1 file, 1 error, 0 warnings, 0 suggestions.\n"
    assert ran.code == 1


def test_nothing_changed_is_nothing_found(repository: Path) -> None:
    ran = lint(repository, "HEAD", ".")
    assert (ran.code, ran.out) == (0, "")


def test_what_is_committed_since_counts_and_what_is_staged(repository: Path) -> None:
    (repository / "her.md").write_text(OLD + "\nOn the the line.\n")
    git(repository, "commit", "-qam", "More")
    (repository / "drafts" / "dune.md").write_text(OLD + "\nBy the the sea.\n")
    git(repository, "add", ".")
    assert lint(repository, "HEAD~1", ".").out.splitlines() == [
        "drafts/dune.md:7:4: error doubled-word “the” is doubled.",
        "her.md:7:4: error doubled-word “the” is doubled.",
    ]


def test_new_files_count_whole_and_renamed_ones_by_their_changes(repository: Path) -> None:
    (repository / "new.md").write_text("On the the draft.\n")
    git(repository, "mv", "drafts/été.md", "drafts/no “name”.md")
    (repository / "drafts" / "no “name”.md").write_text(OLD + "\nBy the the sea.\n")
    assert lint(repository, "HEAD", ".").out.splitlines() == [
        "drafts/no “name”.md:7:4: error doubled-word “the” is doubled.",
        "new.md:1:4: error doubled-word “the” is doubled.",
    ]


def test_moved_in_from_a_folder_below_and_by_a_link(repository: Path) -> None:
    (repository / "drafts" / "dune.md").write_text(OLD + "\nBy the the sea.\n")
    (repository / "link.md").symlink_to("drafts/dune.md")
    assert lint(repository / "drafts", "HEAD", "dune.md", "../link.md").out.count("“the”") == 2


def test_other_line_ends_are_no_change(repository: Path) -> None:
    (repository / "her.md").write_bytes(OLD.replace("\n", "\r\n").encode() + b"\r\nBy the the sea.\r\n")
    assert lint(repository, "HEAD", "her.md").out.splitlines() == [
        "her.md:7:4: error doubled-word “the” is doubled."
    ]


def test_only_changed_lines_are_fixed(repository: Path) -> None:
    (repository / "her.md").write_text(OLD + "\nBy the the sea.\n")
    review(*LINT, "HEAD", "--fix", "her.md", cwd=repository)
    assert (repository / "her.md").read_text() == OLD + "\nBy the sea.\n"


def test_standard_input_is_held_against_the_file_whose_name_it_has(repository: Path) -> None:
    text = OLD + "\nBy the the sea.\n"
    ran = lint(repository, "HEAD", "--stdin-filename", "her.md", "-", stdin=text)
    assert ran.out == "her.md:7:4: error doubled-word “the” is doubled.\n"
    ran = lint(repository, "HEAD", "--fix", "--stdin-filename", "her.md", "-", stdin=OLD)
    assert ran.out == OLD


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense", "her.md"], "“nonsense” is no revision of the drafts' Git repository."),
        (["", "her.md"], "“” is no revision"),
        (["--all", "her.md"], "is no revision"),
        (["HEAD:her.md", "her.md"], "is no revision"),
        (["HEAD", "-"], "Standard input has no past. Say which file it is: --stdin-filename her.md"),
        (["HEAD", "nope.md"], "nope.md: there is no such file."),
    ],
)
def test_what_git_does_not_know_is_a_clear_error(arguments: list[str], words: str, repository: Path) -> None:
    ran = review(*LINT[:-1], f"--changed={arguments[0]}", *arguments[1:], cwd=repository, stdin=OLD)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_outside_of_a_repository_and_without_git(tmp_path: Path) -> None:
    (tmp_path / "her.md").write_text(OLD)
    ran = review(*LINT, "HEAD", "her.md", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert ran.code == 2
    assert f"{tmp_path} is in no Git repository. --changed needs one." in ran.err
    ran = review(*LINT, "HEAD", "her.md", cwd=tmp_path, PATH="/nonexistent")
    assert ran.code == 2
    assert "git is not installed. --changed needs it." in ran.err


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_without_the_changed_lines_the_rest_is_in_the_old_text_in_order(
    before: list[str], after: list[str]
) -> None:
    lines = changed_lines(before, after)
    kept = iter(before)
    assert all(line in kept for n, line in enumerate(after, 1) if n not in lines)
    assert changed_lines(after, after) == set()


@pytest.mark.parametrize(
    "named",
    [
        {"GIT_DIR": ".git"},
        {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index"},
        {"GIT_DIR": ".git", "GIT_WORK_TREE": "."},
    ],
)
def test_what_a_hook_of_git_has_in_its_environment_does_not_mislead(
    repository: Path, named: dict[str, str]
) -> None:
    (repository / "drafts" / "dune.md").write_text(OLD + "\nBy the the sea.\n")
    ran = review(*LINT, "HEAD", "drafts", cwd=repository, **named)
    assert ran.out == "drafts/dune.md:7:4: error doubled-word “the” is doubled.\n"


def test_a_hook_in_a_second_working_tree_sees_its_drafts(repository: Path) -> None:
    other = repository.parent / f"{repository.name} two"
    git(repository, "worktree", "add", "-q", str(other), "-b", "two")
    (other / "drafts" / "dune.md").write_text(OLD + "\nBy the the sea.\n")
    told = repository / ".git" / "worktrees" / other.name
    ran = review(*LINT, "HEAD", "drafts", cwd=other, GIT_DIR=str(told))
    assert ran.out == "drafts/dune.md:7:4: error doubled-word “the” is doubled.\n"


def test_nothing_that_a_repository_says_is_run(repository: Path) -> None:
    told = repository.parent / f"{repository.name}-told"
    told.mkdir()
    git(repository, "mv", "her.md", "new.md")
    for name, value in {
        "core.fsmonitor": f"touch {told}/fsmonitor; false",
        "core.pager": f"touch {told}/pager; cat",
        "diff.external": f"touch {told}/external; true",
        "diff.evil.textconv": f"touch {told}/textconv; cat",
        "filter.evil.clean": f"touch {told}/clean; cat",
        "filter.evil.smudge": f"touch {told}/smudge; cat",
        "filter.worse.process": f"touch {told}/process",
        "filter.worse.required": "true",
        "core.hooksPath": "hooks",
        "core.sshCommand": f"touch {told}/ssh; false",
        "remote.origin.url": "ssh://nowhere.invalid/it.git",
        "remote.origin.promisor": "true",
        "remote.origin.partialclonefilter": "blob:none",
        "extensions.partialClone": "origin",
    }.items():
        git(repository, "config", name, value)
    (repository / ".gitattributes").write_text("*.md filter=evil diff=evil\ndrafts/*.md filter=worse\n")
    (repository / "hooks").mkdir()
    for hook in ("post-index-change", "fsmonitor-watchman", "query-watchman"):
        (repository / "hooks" / hook).write_text(f"#!/bin/sh\ntouch {told}/{hook}\n")
        (repository / "hooks" / hook).chmod(0o755)
    (repository / "new.md").write_text(OLD + "\nShe the the late.\n")
    (repository / "drafts" / "dune.md").write_text(OLD + "\nAn an end.\n")
    ran = lint(repository, "HEAD", "new.md", "drafts")
    assert [line.split(" ")[0] for line in ran.out.splitlines()] == ["new.md:7:5:", "drafts/dune.md:7:1:"], (
        ran
    )
    object_of = subprocess.run(
        ["git", "rev-parse", "HEAD:her.md"], cwd=repository, check=True, capture_output=True, text=True
    ).stdout.strip()
    missing = repository / ".git" / "objects" / object_of[:2] / object_of[2:]
    missing.unlink()
    assert lint(repository, "HEAD", "new.md").code == 2  # and nothing is fetched
    assert list(told.iterdir()) == []
    subprocess.run(["git", "status"], cwd=repository, check=False, capture_output=True)
    assert list(told.iterdir())  # the traps are set
