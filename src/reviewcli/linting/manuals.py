"""What is to be said of a rule beside what it found: its manual, in pieces."""

from __future__ import annotations

import functools
import inspect
import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from reviewcli.rules import Bad, Rule

_FEW = 2  # sentences of a manual beside its first


class Manual(msgspec.Struct, frozen=True):
    """What a rule finds, and why that matters; of our own rules the examples as well.

    `is_written` is False where nobody has written one, as for what is wrong in notes: the message says it all.
    """

    rule: str
    summary: str
    why: str = ""
    bad: tuple[Bad, ...] = ()
    is_written: bool = True

    @property
    def short(self) -> str:
        """What it finds and the beginning of why, without a word of options."""
        sentences = re.split(r"(?<=[.!?]) (?=[A-Z“])", self.why.replace("\n\n", " "))
        why = [sentence for sentence in sentences if sentence and "`" not in sentence]
        return " ".join([self.summary, *why[:_FEW]])


def manual(rule: type[Rule]) -> list[str]:
    """The paragraphs of a rule's docstring, each one line."""
    paragraphs = inspect.cleandoc(rule.__doc__ or "").split("\n\n")
    return [" ".join(paragraph.split()) for paragraph in paragraphs]


@functools.cache
def manual_of(rule_id: str) -> Manual:
    """The manual of a rule of ours or an engine's, by the id that its findings bear."""
    from reviewcli.rules import rule_class, rule_groups

    if rule_id in rule_groups():
        rule = rule_class(rule_id)
        summary, *why = manual(rule)
        return Manual(rule_id, summary, "\n\n".join(why), rule.bad)
    engine, _, name = rule_id.partition("/")
    if engine == "harper":
        return Manual(rule_id, _of_harper(name))
    if engine == "languagetool":
        return Manual(rule_id, "A rule of LanguageTool’s.")
    return Manual(rule_id, f"{rule_id.replace('-', ' ').capitalize()}.", is_written=False)


def _of_harper(name: str) -> str:
    from reviewcli.engines.explained import in_harpers_words
    from reviewcli.texts.errors import ReviewError

    try:
        return in_harpers_words(name)
    except ReviewError:  # what Harper reports need not be what it describes
        return "A rule of Harper’s."
