"""What is to be said of a rule beside what it found: its manual, in pieces."""

from __future__ import annotations

import functools
import inspect
import re
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import msgspec

if TYPE_CHECKING:
    from reviewcli.rules import Bad, Good, Rule

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


class Option(msgspec.Struct, frozen=True):
    """An option of a rule: its default as plain data, and what it takes, in words."""

    name: str
    default: Any
    takes: str


class Page(msgspec.Struct, frozen=True):
    """All there is to say of a rule of ours, for whoever prints it and knows no rules."""

    rule: str
    group: str
    severity: str
    default: bool
    needs_notes: bool
    summary: str
    why: tuple[str, ...]
    bad: tuple[Bad, ...]
    good: tuple[Good, ...]
    example_notes: str | None
    options: tuple[Option, ...]


def page_of(rule: type[Rule]) -> Page:
    """The page of a rule."""
    from reviewcli.rules import Good

    summary, *why = manual(rule)
    return Page(
        rule=rule.id,
        group=rule.group,
        severity=rule.severity.value,
        default=rule.default,
        needs_notes=rule.needs_notes,
        summary=summary,
        why=tuple(why),
        bad=rule.bad,
        good=tuple(each if isinstance(each, Good) else Good(each) for each in rule.good),
        example_notes=rule.example_notes,
        options=tuple(
            Option(option.name, msgspec.to_builtins(option.default), _kind_of_option(option.type))
            for option in msgspec.structs.fields(rule)
        ),
    )


def _kind_of_option(type_: Any) -> str:
    """What an option takes, in words."""
    if get_origin(type_) is tuple:
        return f"a list of: {_kind_of_option(get_args(type_)[0])}"
    if get_origin(type_) is Literal:
        return ", ".join(map(str, get_args(type_)))
    if options := [each for each in get_args(type_) if each is not type(None)]:
        return ", ".join(map(_kind_of_option, options))
    names = {str: "text", int: "a whole number", float: "a number", bool: "yes or no"}
    return names[type_] if type_ in names else ", ".join(str(value.value) for value in type_)


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
