"""Works, dishes and songs as what a group of points is about."""

from __future__ import annotations

import msgspec

from reviewcli.drafting.english import capital, escaped
from reviewcli.drafting.words import words


class Doer:
    """What does itself whatever the notes say that it does."""

    __slots__ = ()

    def asks_for_maker(self, verb: str) -> bool:  # noqa: ARG002 — the protocol's signature
        """Never."""
        return False

    def can(self, verb: str) -> bool:  # noqa: ARG002 — the protocol's signature
        """Whatever the notes say that it does."""
        return True


class Work(msgspec.Struct, Doer, frozen=True):
    """The work itself: `The film`. `heading` stands before a fragment, where there is one."""

    called: str
    heading: str = ""
    plural: bool = False
    needs_name: bool = False
    is_person: bool = False

    def name(self, verb: str = "") -> str:  # noqa: ARG002 — the protocol's signature
        """`The film`."""
        return self.called

    def pronoun_after(self, text: str) -> str:  # noqa: ARG002 — the protocol's signature
        """None."""
        return ""

    def label(self) -> str:
        """`What works`."""
        return self.heading

    def can(self, verb: str) -> bool:
        """Whether a work does this; a lone “read” or “put” is said to the reader."""
        return verb not in words("commands too")

    def is_in(self, text: str) -> bool:  # noqa: ARG002 — the protocol's signature
        """Never: a fragment needs its heading."""
        return False


class Thing(msgspec.Struct, Doer, frozen=True):
    """A dish or a track: `The duck`, `"Reunion"`."""

    called: str
    words: str
    plural: bool = False
    needs_name: bool = True
    is_person: bool = False

    def name(self, verb: str = "") -> str:  # noqa: ARG002 — the protocol's signature
        """`The duck`."""
        return self.called

    def pronoun_after(self, text: str) -> str:  # noqa: ARG002 — the protocol's signature
        """None."""
        return ""

    def label(self) -> str:
        """The same name."""
        return self.called

    def can(self, verb: str) -> bool:
        """Whether it does this; “burnt the right amount” is what was done to it."""
        return verb not in words("unclear past")

    def is_in(self, text: str) -> bool:
        """Whether a text names it."""
        return self.words.casefold() in text.casefold()


def dish_called(key: str) -> Thing:
    """A dish: `The duck`; a name of its own and an article stay, `Burnt ends`, `A plate of ham`."""
    is_own = key != key.lower() or key.split()[0] in words("determiners")
    name = escaped(capital(key) if is_own else f"The {key}")
    return Thing(name, key, plural=is_plural(key))


def is_plural(key: str) -> bool:
    """Whether a name of something looks like more than one of it: `clams`, not `physics`."""
    last = key.split()[-1].lower()
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "physics"))


def track_called(key: str, apostrophe: str) -> Thing:
    """A track, in quotation marks of the writer's kind."""
    opens, closes = ("“", "”") if apostrophe == "’" else ('"', '"')
    return Thing(f"{opens}{escaped(key)}{closes}", key)
