"""Asks on a terminal, one question after another, and keeps every answer as soon as it is given."""

from __future__ import annotations

import re
from collections.abc import Callable

from reviewcli.notes.interview.filing import tree_of, with_item, with_value
from reviewcli.notes.interview.questions import Path, Question, questions
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.parsing import load_notes, parse_notes
from reviewcli.notes.shapes import at_list_commas
from reviewcli.texts.findings import Severity

# How an answer is read: it is given the prompt and gives what was typed, or None at the end of input.
Ask = Callable[[str], str | None]


class Stopped(Exception):  # noqa: N818 - no error: the writer has said enough for now
    """The writer ended the interview before its last question."""


def interview(
    source: str, path: str, ask: Ask, say: Callable[[str], None], keep: Callable[[str], None]
) -> str:
    """The notes with the answers in them.

    Args:
        source: the notes so far.
        path: what their file is called.
        ask: reads a line.
        say: shows a line.
        keep: is given the whole notes after every answer.

    Raises:
        ExceptionGroup: the notes so far hold errors.
        Stopped: the input ended; what was answered is kept.
    """
    talk = _Talk(source, path, ask, say, keep)
    while question := talk.next_question():
        talk.put(question)
    return talk.source


class _Talk:
    """One interview: the notes as they are now, and what the writer had no answer to."""

    def __init__(
        self, source: str, path: str, ask: Ask, say: Callable[[str], None], keep: Callable[[str], None]
    ) -> None:
        self.source = source
        self.path = path
        self.notes = load_notes(path, source)
        self.kind = KINDS[self.notes.kind]
        self.order = ("kind", "title", *dict.fromkeys(row.key.split(".")[0] for row in self.kind.rows))
        self.skipped: set[Path] = set()
        self.ask, self.say, self.keep = ask, say, keep

    def next_question(self) -> Question | None:
        """The first that is neither answered nor skipped."""
        found = questions(self.kind, self.notes, tree_of(self.source))
        return next((each for each in found if each.path not in self.skipped), None)

    def put(self, question: Question) -> None:
        """Ask until there is an answer that can be kept, or none."""
        self.say("")
        self.say(question.text)
        first = True
        while True:
            answer = self._answer("- " if question.form == "lines" else "> ")
            if not answer:
                self.skipped.add(question.path)
                return
            kept = self._file(question, answer)
            if kept and question.form != "lines":
                return
            if kept and first:
                self.say("More? An empty line goes on.")
                first = False

    def _answer(self, prompt: str) -> str:
        typed = self.ask(prompt)
        if typed is None:
            raise Stopped
        try:
            typed.encode("utf-8")
        except UnicodeEncodeError:
            self.say("That is not UTF-8 text. Type it again.")
            return self._answer(prompt)
        return re.sub(r"\s+", " ", typed).strip()

    def _file(self, question: Question, answer: str) -> bool:
        """Keep the answer if notes can hold it; else say what is wrong with it."""
        changed = self._with(question, answer)
        # A name may be wrong only once something is said of it.
        trial = changed
        if question.form == "name":
            trial = with_item(changed, (*question.path, answer), "something", self.order)
        is_right, findings = parse_notes(trial)
        if is_right is None:
            for finding in findings:
                if finding.severity is Severity.ERROR:
                    self.say(finding.message)
            return False
        self.source, self.notes = changed, load_notes(self.path, changed)
        self.keep(changed)
        return True

    def _with(self, question: Question, answer: str) -> str:
        if question.form == "lines":
            return with_item(self.source, question.path, answer, self.order)
        if question.form == "name":
            return with_value(self.source, (*question.path, answer), None, self.order)
        names = names_in(answer) if question.form == "names" else [answer]
        return with_value(self.source, question.path, names[0] if len(names) == 1 else names, self.order)


def names_in(answer: str) -> list[str]:
    """The names of a line: parted at commas, and at "and" where there are commas."""
    parts = at_list_commas(answer)
    if len(parts) == 1:
        return [answer]
    return [name for part in parts if (name := re.sub(r"^and\s+", "", part.strip()))]
