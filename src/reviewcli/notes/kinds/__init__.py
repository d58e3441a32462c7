"""The kinds of review. A kind is a file here and a folder of templates; there is no list of them."""

from importlib import import_module
from pkgutil import iter_modules

import msgspec

from reviewcli.notes.keys import KEYS_OF_SEVERAL
from reviewcli.notes.kinds._jobs import Job
from reviewcli.notes.kinds._kind import Field, Kind, MediaNote, Row, in_order

__all__ = ["DEFAULT", "KEYS", "KINDS", "OWN_KEYS", "Field", "Job", "Kind", "MediaNote", "Row", "kind_in"]

# What notes are of that do not say.
DEFAULT = "film"


def _found() -> dict[str, Kind]:
    """The kind of every file in this folder, by name, in the order of their places."""
    names = [module.name for module in iter_modules(__path__) if not module.name.startswith("_")]
    kinds: list[Kind] = [import_module(f"{__name__}.{name}").KIND for name in names]
    kinds.sort(key=lambda kind: (kind.place, kind.name))
    words = f"What is reviewed: {', '.join(kind.name for kind in kinds)}."
    named = {"kind": msgspec.structs.replace(KEYS_OF_SEVERAL["kind"], words=words)}
    return {
        kind.name: msgspec.structs.replace(kind, keys=in_order({**kind.keys, **named}, kind.own))
        for kind in kinds
    }


KINDS = _found()


def kind_in(database: str, word: str | None = None) -> str | None:
    """The kind of a work that a program's files have under a word, or at all; None where they have no such work."""
    for name, kind in KINDS.items():
        words = kind.databases.get(database, "").split()
        if word in words or (words and word is None):
            return name
    return None


# The keys that not several kinds have, and every key that notes of any kind may have.
OWN_KEYS = {
    name: key for kind in KINDS.values() for name, key in kind.own.items() if name not in KEYS_OF_SEVERAL
}
KEYS = in_order(KEYS_OF_SEVERAL, OWN_KEYS)
