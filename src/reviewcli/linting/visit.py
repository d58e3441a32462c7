"""Goes through what was found with a person, as `git add -p` does; how the person is asked is handed in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from reviewcli.linting.many import Report
from reviewcli.linting.report import FileReport, Located
from reviewcli.linting.walking import Walk
from reviewcli.settings.places import HOUSE_FILE
from reviewcli.settings.word_lists import add_words, users_file
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import Source, read_source
from reviewcli.texts.writing import write_back

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


class Person(msgspec.Struct, frozen=True):
    """How a person is spoken to.

    Args:
        ask: gives the line that is typed behind a prompt, None at the end of all lines.
        say: prints a text.
        show: prints a finding in the file of a draft.
        edit: opens an editor at a line of a file, and waits for it.
    """

    ask: Callable[[str], str | None]
    say: Callable[[str], None]
    show: Callable[[str, Located], None]
    edit: Callable[[Path, int], None]


class Walker:
    """Goes through the drafts of one run, one after the other.

    Args:
        person: who is asked.
        shown: gives what of a draft's findings is to be shown.
        forget_words: is called when words were added, which are to be read again.
    """

    diffs = ()  # every change is made

    def __init__(
        self,
        person: Person,
        shown: Callable[[Source, FileReport], FileReport],
        forget_words: Callable[[], None],
    ) -> None:
        self._person = person
        self._shown = shown
        self._forget_words = forget_words
        self._count = 0
        self._done = False

    def mended(self, source: Source, report: Report) -> FileReport:
        """Go through a draft, and give what is still to say of it.

        Raises:
            ReviewError: it cannot be linted or written.
        """
        found = report(source)
        shown = self._shown(source, found)
        if self._done or not shown.findings:
            return found

        def findings(source: Source) -> tuple[Located, ...]:
            return self._shown(source, report(source)).findings

        visit = _Visit(source, shown.findings, findings, self._forget_words, self._person)
        try:
            self._done = not visit.go()
        finally:
            self._count += visit.walk.changed
        return report(visit.source)

    def summary(self, reports: Iterable[FileReport]) -> str:
        """How many were fixed, and how many are left."""
        return f"{self._count} fixed, {sum(len(report.findings) for report in reports)} left."


class _Visit:
    """One draft."""

    def __init__(
        self,
        source: Source,
        found: tuple[Located, ...],
        findings: Callable[[Source], tuple[Located, ...]],
        forget_words: Callable[[], None],
        person: Person,
    ) -> None:
        self.source = source
        self._findings = findings
        self._forget_words = forget_words
        self._person = person
        self.walk = Walk(source.text, found, self._keep, plain=source.plain)
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
            answer = self._person.ask(self._question(finding))
            if answer is None or answer.strip() == "q":
                self._person.say("" if answer is not None else "\n")
                return False
            if answer.strip() == "d":
                return True
            try:
                self._obey(answer.strip(), finding)
            except ReviewError as error:
                self._person.say(f"{error}\n")
        return True

    def _show(self, finding: Located) -> None:
        self._person.show(self.source.path, finding)
        for number, words in enumerate(finding.replacements[:_SHOWN], 1):
            self._person.say(f"    {number}  {words or '(nothing)'}\n")

    def _question(self, finding: Located) -> str:
        keys = ["y"] if finding.replacements else []
        keys += [str(number) for number in range(1, min(len(finding.replacements), _SHOWN) + 1)]
        keys += ["t", "n", "i", *(["w"] if _is_unknown_word(finding) else []), "e", "d", "q", "?"]
        return f"({self._decided + 1}/{self._decided + self.walk.left}) [{','.join(keys)}] "

    def _obey(self, answer: str, finding: Located) -> None:
        left = self.walk.left
        if answer == "y" or re.fullmatch(r"[1-9]", answer):
            self._replace(finding, 1 if answer == "y" else int(answer))
        elif answer == "t":
            self._type()
        elif answer in ("n", "s"):
            self.walk.skip()
        elif answer == "i":
            self._silence()
        elif answer in ("w", "W") and _is_unknown_word(finding):
            self._add(finding.match, house=answer == "W")
        elif answer == "e":
            self._edit(finding.line)
            return
        else:
            self._person.say(_HELP)
        self._decided += left - self.walk.left

    def _replace(self, finding: Located, number: int) -> None:
        if number > len(finding.replacements[:_SHOWN]):
            self._person.say("There is no such suggestion. t types one, ? explains.\n")
        else:
            self.walk.replace(finding.replacements[number - 1])

    def _type(self) -> None:
        words = self._person.ask("Instead: ")
        words = words and words.strip("\r\n")
        if words:
            self.walk.replace(words)
        else:
            self._person.say("Nothing was typed; nothing is changed.\n")

    def _silence(self) -> None:
        if not self.walk.silence():
            self._person.say(
                "No comment can stand here. `review: {ignore: [...]}` in the front matter silences a rule.\n"
            )

    def _add(self, word: str, *, house: bool) -> None:
        file = Path(HOUSE_FILE) if house else users_file()
        add_words(file, [word])
        self._forget_words()
        self.walk.learn(word)
        self._person.say(f"{file}: {word}\n")

    def _edit(self, line: int) -> None:
        assert self.source.file is not None, "standard input is refused before"
        self._person.edit(self.source.file, line)
        self.source = read_source(str(self.source.file))
        self.walk.reread(self.source.text, self._findings(self.source))


def _is_unknown_word(finding: Located) -> bool:
    """Whether it would be right if a list of words had it; our own rules ask no list."""
    return finding.group == "spelling" and finding.engine != "review"
