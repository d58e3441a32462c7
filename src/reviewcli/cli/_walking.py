"""`review lint --fix --interactive`: goes through what was found with a person, as `git add -p` does."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from reviewcli.cli._options import GlobalOptions
from reviewcli.cli._terminal import ask_line, open_editor
from reviewcli.formats.text import WIDTH, write_finding
from reviewcli.linting.fix import write_back
from reviewcli.linting.report import FileReport, Located
from reviewcli.linting.walking import Walk
from reviewcli.settings.places import HOUSE_FILE
from reviewcli.settings.word_lists import add_words, users_file
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import Source, read_source

_SHOWN = 9  # suggestions

_HELP = """\
y, 1   put the first suggestion in its place
2 …    put that suggestion in its place
t      type what to put in its place
n      leave it as it is
i      silence the rule on this line, with a comment in the draft
w      add the word to your own list; W to the house's, .review-dictionary.txt here
e      open the editor at the line, and go on with what you save
d      leave the rest of this draft as it is
q      leave; what was done is kept
?      this help
"""


class Walker:
    """Goes through the drafts of one run, one after the other.

    Args:
        look: what lint says of a draft.
        show: what of that is to be shown.
        forget_words: is called when words were added, which are to be read again.
        options: whether there is colour.
    """

    would_change = False

    def __init__(
        self,
        look: Callable[[Source], FileReport],
        show: Callable[[Source, FileReport], FileReport],
        forget_words: Callable[[], None],
        options: GlobalOptions,
    ) -> None:
        self._look = look
        self._show = show
        self._forget_words = forget_words
        self._options = options
        self._count = 0
        self._done = False

    def fixed(self, source: Source) -> FileReport:
        """Go through a draft, and give back what is still to say of it.

        Raises:
            ReviewError: it cannot be linted or written.
        """
        report = self._look(source)
        shown = self._show(source, report)
        if self._done or not shown.findings:
            return report
        visit = _Visit(source, shown, self._shown, self._forget_words, self._options)
        try:
            self._done = not visit.go()
        finally:
            self._count += visit.walk.changed
        return self._look(visit.source)

    def _shown(self, source: Source) -> FileReport:
        return self._show(source, self._look(source))

    def summary(self, reports: Iterable[FileReport]) -> str:
        """How many were fixed, and how many are left."""
        return f"{self._count} fixed, {sum(len(report.findings) for report in reports)} left."

    def print_instead(self, options: GlobalOptions) -> bool:  # noqa: ARG002 — as Fixer's
        """Whether something was printed in place of what was found: the person has seen it all."""
        return True


class _Visit:
    """One draft."""

    def __init__(
        self,
        source: Source,
        report: FileReport,
        look: Callable[[Source], FileReport],
        forget_words: Callable[[], None],
        options: GlobalOptions,
    ) -> None:
        self.source = source
        self._look = look
        self._forget_words = forget_words
        self._color = options.colors(sys.stderr)
        self.walk = Walk(source.text, report.findings, self._keep, plain=source.plain)
        self._decided = 0

    def _keep(self, text: str) -> None:
        self.source = write_back(self.source, text)

    def go(self) -> bool:
        """Ask about each finding; false when the person has had enough of all drafts."""
        shown: Located | None = None
        while (finding := self.walk.current) is not None:
            if finding != shown:
                self._show(finding)
                shown = finding
            answer = ask_line(self._question(finding))
            if answer is None or answer.strip() == "q":
                _say("" if answer is not None else "\n")
                return False
            if answer.strip() == "d":
                return True
            try:
                self._obey(answer.strip(), finding)
            except ReviewError as error:
                _say(f"{error}\n")
        return True

    def _show(self, finding: Located) -> None:
        write_finding(self.source.path, finding, sys.stderr, WIDTH, color=self._color)
        for number, words in enumerate(finding.replacements[:_SHOWN], 1):
            _say(f"    {number}  {words or '(nothing)'}\n")

    def _question(self, finding: Located) -> str:
        keys = ["y"] if finding.replacements else []
        keys += [str(number) for number in range(1, min(len(finding.replacements), _SHOWN) + 1)]
        keys += ["t", "n", "i", *(["w"] if _is_unknown_word(finding) else []), "e", "d", "q", "?"]
        return f"({self._decided + 1}/{self._decided + self.walk.left}) [{','.join(keys)}] "

    def _obey(self, answer: str, finding: Located) -> None:
        left = self.walk.left
        number = 1 if answer == "y" else int(answer) if re.fullmatch(r"[1-9]", answer) else 0
        if number:
            if number > len(finding.replacements[:_SHOWN]):
                _say("There is no such suggestion. t types one, ? explains.\n")
                return
            self.walk.replace(finding.replacements[number - 1])
        elif answer == "t":
            self._type()
        elif answer in ("n", "s"):
            self.walk.skip()
        elif answer == "i":
            if not self.walk.silence():
                _say(
                    "No comment can stand here. `review: {ignore: [...]}` in the front matter silences a rule.\n"
                )
        elif answer in ("w", "W") and _is_unknown_word(finding):
            self._add(finding.match, house=answer == "W")
        elif answer == "e":
            self._edit(finding.line)
            return
        else:
            _say(_HELP)
        self._decided += left - self.walk.left

    def _type(self) -> None:
        words = ask_line("Instead: ")
        words = words and words.strip("\r\n")
        if words:
            self.walk.replace(words)
        else:
            _say("Nothing was typed; nothing is changed.\n")

    def _add(self, word: str, *, house: bool) -> None:
        file = Path(HOUSE_FILE) if house else users_file()
        add_words(file, [word])
        self._forget_words()
        self.walk.learn(word)
        _say(f"{file}: {word}\n")

    def _edit(self, line: int) -> None:
        assert self.source.file is not None, "standard input is refused before"
        open_editor(self.source.file, "The draft is kept", line)
        self.source = read_source(str(self.source.file))
        self.walk.reread(self.source.text, self._look(self.source).findings)


def _is_unknown_word(finding: Located) -> bool:
    """Whether it would be right if a list of words had it; our own rules ask no list."""
    return finding.group == "spelling" and finding.engine != "review"


def _say(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
