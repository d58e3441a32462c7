"""What a group of points is about: the work, a dish, a track. Performers and departments stand in `subjects`."""

from __future__ import annotations

import msgspec

from reviewcli.drafting.english import capital, escaped
from reviewcli.drafting.words import words


class Subject(msgspec.Struct, kw_only=True):
    """What a predicate gets in front of it, and a fragment before its colon.

    `plural` says whether its verbs stand in the plural, `is_person` whether this is a person, or several, of whom a
    lone “smiles” is a verb; `needs_name` whether even a sentence that opens the group must say whom it is about.
    """

    plural: bool = False
    needs_name: bool = False
    is_person: bool = False

    def name(self, verb: str = "") -> str:
        """The subject of a sentence with this verb, as its next mention; this is one."""
        raise NotImplementedError

    def label(self) -> str:
        """What stands before the colon of a fragment that opens the group; empty for none."""
        return self.name()

    def is_in(self, text: str) -> bool:
        """Whether a text that opens the group says by itself what it is about."""
        raise NotImplementedError

    def asks_for_maker(self, verb: str) -> bool:  # noqa: ARG002 — for those that have one
        """Whether a person behind it does what the verb says: no music “wrote”."""
        return False

    def can(self, verb: str) -> bool:  # noqa: ARG002 — for those that cannot
        """Whether this, or somebody behind it whom the notes name, does what the verb says."""
        return True

    def pronoun_after(self, text: str) -> str:  # noqa: ARG002 — for those that have one
        """`She` for the name after a sentence about her alone; empty where the notes give no pronoun."""
        return ""


class Thing(Subject, kw_only=True):
    """The work itself (`The film`), a dish (`The duck`) or a track (`"Reunion"`).

    `heading` stands before a fragment. A text is about it that holds its `key`, where it has one. What the verbs of the
    list `others` say is done by others.
    """

    called: str
    heading: str
    key: str | None = None
    others: str

    def name(self, verb: str = "") -> str:  # noqa: ARG002 — as every subject's
        """What it is called."""
        return self.called

    def label(self) -> str:
        """`What works`, `The duck`."""
        return self.heading

    def can(self, verb: str) -> bool:
        """Whether it does this itself."""
        return verb not in words(self.others)

    def is_in(self, text: str) -> bool:
        """Whether a text names it; the work is named by its heading alone."""
        return self.key is not None and self.key.casefold() in text.casefold()


def work_called(called: str, heading: str = "") -> Thing:
    """The work; a lone “read” or “put” is said to the reader."""
    return Thing(called=called, heading=heading, others="commands too")


def dish_called(key: str) -> Thing:
    """A dish: `The duck`; a name of its own and an article stay, `Burnt ends`, `A plate of ham`."""
    is_own = key != key.lower() or key.split()[0] in words("determiners")
    return _thing(escaped(capital(key) if is_own else f"The {key}"), key, plural=is_plural(key))


def track_called(key: str, apostrophe: str) -> Thing:
    """A track, in quotation marks of the writer's kind."""
    opens, closes = ("“", "”") if apostrophe == "’" else ('"', '"')
    return _thing(f"{opens}{escaped(key)}{closes}", key)


def _thing(name: str, key: str, *, plural: bool = False) -> Thing:
    """A thing of the notes; “burnt the right amount” is what was done to it."""
    return Thing(called=name, heading=name, key=key, others="unclear past", plural=plural, needs_name=True)


def is_plural(key: str) -> bool:
    """Whether a name of something looks like more than one of it: `clams`, not `physics`."""
    last = key.split()[-1].lower()
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "physics"))
