"""What is wrong with a template, in words that help: what is there, and the nearest name that exists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import jinja2
import msgspec

from reviewcli.notes.model import Notes

_VALUES = ("notes", "headings", "spoilers")


class Unknown(jinja2.StrictUndefined):
    """Something that a template uses and nobody has defined; its message names the nearest thing there is."""

    @property
    def _undefined_message(self) -> str:
        name, thing = str(self._undefined_name), self._undefined_obj
        if self._undefined_hint:
            return self._undefined_hint
        if thing is None:
            return f"“{name}” is asked of something that these notes leave empty. Ask first: {{% if … %}}."
        if isinstance(thing, msgspec.Struct):
            return f"{_called(thing)} have no “{name}”.{_asked(name, thing.__struct_fields__)}"
        if isinstance(thing, dict):
            return f"there is no “{name}” here.{_asked(name, thing)}"
        return f"“{name}” is not defined.{_asked(name, _VALUES)}"


def worded(message: str, environment: Any) -> tuple[str, str | None]:
    """Jinja's message in our words, with the nearest filter or test where one is unknown."""
    for start, kind, known in (
        ("No filter named '", "filter", environment.filters),
        ("No test named '", "test", environment.tests),
    ):
        if message.startswith(start):
            name = message.split("'")[1]
            near = _asked(name, (each for each in known if not each.startswith(" ")))
            return f"there is no {kind} “{name}”.", near.strip() or None
    return message if message.endswith((".", "?", "!")) else f"{message}.", None


def _asked(name: str, known: Iterable[str]) -> str:
    """` Did you mean “title”?`, or nothing."""
    from reviewcli.texts.nearest import did_you_mean

    return f" {did_you_mean(name, map(str, known))}".rstrip()


def _called(thing: msgspec.Struct) -> str:
    return "the notes" if isinstance(thing, Notes) else f"a {type(thing).__name__.lower()}'s notes"
