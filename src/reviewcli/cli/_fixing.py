"""What `review lint` does with `--fix` and `--diff`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Self

import msgspec

from reviewcli.cli._options import GlobalOptions
from reviewcli.cli._terminal import is_terminal
from reviewcli.linting.fix import Fixed, diff, fix_text, fixes_in, write_back
from reviewcli.linting.report import FileReport
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import STDIN, Source
from reviewcli.texts.findings import Fix

if TYPE_CHECKING:
    from reviewcli.cli._walking import Walker

Look = Callable[[Source], FileReport]


class Fixing(NamedTuple):
    """What was asked: to fix, or only to show how; and to go through the findings with a person."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    interactive: bool = False

    def checked(self, asked: Sequence[str]) -> Self:
        """Itself, if it makes sense for these drafts.

        Raises:
            ReviewError: a flag stands without the one that it belongs to.
        """
        if self.unsafe and not (self.fix or self.diff):
            raise ReviewError("--unsafe-fixes says what --fix and --diff may do.", hint="Add one of them.")
        if self.interactive and (self.diff or not self.fix):
            raise ReviewError("--interactive goes with --fix.", hint="review lint --fix --interactive her.md")
        if self.interactive and (STDIN in asked or not is_terminal()):
            message = "--interactive asks questions, which takes a terminal and drafts in files."
            raise ReviewError(message, hint="Use --fix alone, or --diff.")
        return self

    def fixer(
        self,
        look: Look,
        show: Callable[[Source, FileReport], FileReport],
        forget_words: Callable[[], None],
        options: GlobalOptions,
    ) -> Fixer | Walker:
        """What does it.

        Args:
            look: what lint says of a draft.
            show: what of that is to be shown to a person.
            forget_words: is called when words were added to lists.
            options: how to speak.
        """
        if not self.interactive:
            return Fixer(self, look, options.tell)
        from reviewcli.cli._walking import Walker

        return Walker(look, show, forget_words, options)


class Fixer:
    """Fixes the drafts of one run, one after the other.

    Args:
        fixing: what was asked.
        look: what lint says of a draft.
        tell: is given what a person should know.
    """

    def __init__(self, fixing: Fixing, look: Look, tell: Callable[[str], None]) -> None:
        self._fixing = fixing
        self._look = look
        self._tell = tell
        self._count = 0
        self._diffs: list[str] = []

    def fixed(self, source: Source) -> FileReport:
        """Fix a draft, and give back what is still to say of it.

        A draft from standard input goes to standard output, also where something keeps it from being fixed.

        Raises:
            ReviewError: it cannot be linted or written.
        """
        text = source.text
        try:
            report, done = self._settled(source)
            text = done.text
            if self._fixing.diff:
                self._diffs.append(diff(source, text))
            else:
                write_back(source, text)
            self._count += done.count
            if not done.settled:
                self._tell(f"{source.path}: some fixes undo one another; take a look at them yourself.")
            return report
        finally:
            if source.file is None and not self._fixing.diff:
                _write_out(source, text)

    def _settled(self, source: Source) -> tuple[FileReport, Fixed]:
        reports: dict[str, FileReport] = {}

        def fixes_of(text: str) -> Iterable[Fix]:
            if text not in reports:
                reports[text] = self._look(msgspec.structs.replace(source, text=text))
            return fixes_in(reports[text].findings, unsafe=self._fixing.unsafe)

        done = fix_text(source.text, fixes_of)
        return reports[done.text], done

    def summary(self, reports: Iterable[FileReport]) -> str:
        """`3 fixed, 2 left.`, and what else could be done."""
        left = [finding for report in reports for finding in report.findings]
        if self._fixing.diff:
            return f"{self._count} would be fixed."
        more = sum(finding.fix is not None and not finding.fix.safe for finding in left)
        hint = f" --unsafe-fixes fixes {more} more." if more and not self._fixing.unsafe else ""
        return f"{self._count} fixed, {len(left)} left.{hint}"

    @property
    def would_change(self) -> bool:
        """Whether a draft would not be what it is."""
        return any(self._diffs)

    def print_instead(self, options: GlobalOptions) -> bool:
        """Print diffs on standard output, if that was asked for in place of what was found."""
        if self._fixing.diff:
            text = "".join(self._diffs)
            if options.colors(sys.stdout):
                text = "".join(_colored(f"{line}\n") for line in text.split("\n")[:-1])
            _write_bytes(text.encode("utf-8"))
        return self._fixing.diff


def _write_out(source: Source, text: str) -> None:
    _write_bytes((b"\xef\xbb\xbf" if source.bom else b"") + text.encode("utf-8"))


def _write_bytes(data: bytes) -> None:
    # Bytes, so that no line end is changed on the way.
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _colored(line: str) -> str:
    paint = {"+": "32", "-": "31", "@": "36"}.get(line[:1])
    bare = line.rstrip("\r\n")
    return f"\x1b[{paint}m{bare}\x1b[0m{line[len(bare) :]}" if paint else line
