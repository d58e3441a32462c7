"""What is said of a key that belongs to other kinds of review, and of a kind that there is not."""

from __future__ import annotations

from reviewcli.notes.kinds import DEFAULT, KINDS, Kind
from reviewcli.texts.nearest import nearest
from reviewcli.texts.yaml.nodes import Node


def nearest_kind(name: str) -> str | None:
    """The kind that another word for it, or a slip of the hand, means."""
    folded = name.casefold().strip().replace(" ", "_").replace("-", "_")
    for word in (folded, folded.removesuffix("s")):
        for kind in KINDS.values():
            if word == kind.name or word in kind.called.split():
                return kind.name
    return nearest(name, KINDS)


def advice_on_kind(name: str) -> str:
    """What to write instead of a kind that there is not."""
    near = nearest_kind(name)
    return f"Did you mean “{near}”?" if near else f"The kinds are {', '.join(KINDS)}."


def is_help(comment: str) -> bool:
    """Whether a comment is one that starter notes have beside their keys."""
    text = comment.lstrip("# ")
    return any(text == row.help for kind in KINDS.values() for row in kind.rows)


def of_other_kinds(key: str, kind: Kind, written: Node | None) -> str | None:
    """The message for a key that only other kinds have; None for a key that none has."""
    having = [other for other in KINDS.values() if key in other.keys]
    if not having:
        return None
    message = f"“{key}” is for {listed([other.plural for other in having], 'and')}, not for {kind.article}."
    if instead := next((name for name, each in kind.keys.items() if key in each.also.split()), None):
        return f"{message} Write it under “{instead}”."
    is_named = written is not None and not written.is_absent
    if len(having) == 1 and not is_named:
        usual = KINDS[DEFAULT].article
        return f"“{key}” is for {having[0].plural}; without a kind this is {usual}. Add “kind: {having[0].name}”."
    return f"{message} Take it out, or put it under “extra”."


def listed(words: list[str], joint: str) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if len(words) > 1 else words[0]
