"""Which lines of drafts changed since a revision of their Git repository."""

from __future__ import annotations

import os
import subprocess
from functools import cached_property
from pathlib import Path

import msgspec

from reviewcli.linting.report import Located
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import Source

# A repository that somebody packed has its own config, and Git runs what that says.
_HARMLESS = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "--no-pager")


class Changed:
    """What changed since a revision, committed or not. New files changed whole; renamed ones keep their past.

    Args:
        revision: as Git understands it: a branch, a tag, `HEAD~3`.
    """

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._by_folder: dict[Path, _Repository] = {}

    def has_changed(self, source: Source) -> bool:
        """Whether any line of a draft did.

        Raises:
            ReviewError: it lies in no repository, the revision is unknown, or Git is not there.
        """
        before = self._before(source)
        return before is None or before != _lines(source.text)

    def of(self, source: Source, findings: tuple[Located, ...]) -> tuple[Located, ...]:
        """The findings that touch a line that changed; those of the whole text stand at its title.

        Raises:
            ReviewError: as `has_changed`.
        """
        before = self._before(source)
        if before is None:
            return findings
        lines = changed_lines(before, _lines(source.text))
        return tuple(
            it
            for it in findings
            if any(line in lines for line in range(it.line, max(it.line, _last(it)) + 1))
        )

    def _before(self, source: Source) -> list[str] | None:
        """The lines of a draft at the revision; None where it is new since."""
        if source.place is None:
            raise ReviewError(
                "Standard input has no past.", hint="Say which file it is: --stdin-filename her.md"
            )
        file = Path(os.path.realpath(source.place))
        repository = self._repository(file.parent)
        text = repository.text_before(file)
        return None if text is None else _lines(text)

    def _repository(self, folder: Path) -> _Repository:
        if folder not in self._by_folder:
            root = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
            same = next((it for it in self._by_folder.values() if it.root == root), None)
            self._by_folder[folder] = same or _Repository(root, self._commit(root))
        return self._by_folder[folder]

    def _commit(self, root: Path) -> str:
        wanted = f"{self._revision}^{{commit}}"
        found = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
        commit = found.stdout.decode().strip()
        if found.returncode or not commit:
            message = f"“{self._revision}” is no revision of the drafts' Git repository."
            raise ReviewError(message, hint="Name a branch, a tag or a commit: --changed main")
        return commit


class _Repository(msgspec.Struct, dict=True, frozen=True):
    root: Path
    commit: str

    def text_before(self, file: Path) -> str | None:
        """The text of a file at the revision, under the name that it had then."""
        name = Path(os.path.relpath(file, os.path.realpath(self.root))).as_posix()
        old = self._renamed.get(name, name)
        if old not in self._names_before:
            return None
        return _git(self.root, "cat-file", "blob", f"{self.commit}:{old}").decode("utf-8-sig", "replace")

    @cached_property
    def _names_before(self) -> frozenset[str]:
        names = _git(self.root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", self.commit)
        return frozenset(names.decode("utf-8", "surrogateescape").split("\0"))

    @cached_property
    def _renamed(self) -> dict[str, str]:
        """The earlier names of files, by their names now."""
        # Held against the index: reading the working tree would run the filters that its config names.
        changes = (
            "diff-index",
            "--cached",
            "--name-status",
            "-z",
            "-M",
            "--diff-filter=R",
            self.commit,
            "--",
        )
        parts = _git(self.root, *changes).decode("utf-8", "surrogateescape").split("\0")
        return {parts[n + 2]: parts[n + 1] for n in range(0, len(parts) - 2, 3)}


def changed_lines(before: list[str], after: list[str]) -> set[int]:
    """The numbers, from 1, of the lines of `after` that are not in `before`."""
    import difflib

    codes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return {line + 1 for tag, _, _, start, end in codes if tag != "equal" for line in range(start, end)}


def _lines(text: str) -> list[str]:
    # Git may keep other line ends than the working tree.
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _last(finding: Located) -> int:
    """The last line that a finding has any letter on."""
    return finding.end_line - (finding.end_column == 1)


def _git(folder: Path, *arguments: str) -> bytes:
    done = _run(folder, *arguments)
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().split("\n")[0].removeprefix("fatal: ")
        if "not a git repository" in reason:
            raise ReviewError(f"{folder} is in no Git repository.", hint="--changed needs one.")
        raise ReviewError(f"git {arguments[0]} failed in {folder}: {reason}.", hint="--changed asks Git.")
    return done.stdout


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", *_HARMLESS, "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False, env=_environment())
    except FileNotFoundError:
        raise ReviewError("git is not installed.", hint="--changed needs it.") from None


def _environment() -> dict[str, str]:
    """What Git is told: to fetch nothing, not even what is missing.

    A hook names its repository without its files: each draft's own is asked in its folder.
    """
    told = {**os.environ, "LC_ALL": "C", "GIT_ALLOW_PROTOCOL": "none", "GIT_OPTIONAL_LOCKS": "0"}
    if "GIT_WORK_TREE" not in told:
        return {name: value for name, value in told.items() if name not in ("GIT_DIR", "GIT_COMMON_DIR")}
    paths = {name: str(Path(told[name]).absolute()) for name in ("GIT_DIR", "GIT_WORK_TREE") if name in told}
    return told | paths
