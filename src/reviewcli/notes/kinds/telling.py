"""What is said of a key that belongs to other kinds of review, and of a kind that there is not."""

from __future__ import annotations

from reviewcli.notes.kinds import KINDS, Kind
from reviewcli.texts.nearest import nearest
from reviewcli.texts.yaml.nodes import Node

# What other people call the kinds.
_OTHER_NAMES = {
    "movie": "film",
    "feature": "film",
    "short": "film",
    "doc": "documentary",
    "docu": "documentary",
    "tv": "series",
    "show": "series",
    "tv_show": "series",
    "tv_series": "series",
    "miniseries": "series",
    "novel": "book",
    "nonfiction": "book",
    "comic": "book",
    "videogame": "game",
    "video_game": "game",
    "record": "album",
    "music": "album",
    "lp": "album",
    "ep": "album",
    "play": "theatre",
    "theater": "theatre",
    "musical": "theatre",
    "opera": "theatre",
    "stage": "theatre",
    "food": "restaurant",
    "bar": "restaurant",
    "cafe": "restaurant",
}
# Where what a key would hold goes in a kind that has no such key.
_INSTEAD = {
    ("performances", "documentary"): "subjects",
    ("authors", "theatre"): "writers",
    ("authors", "film"): "based_on",
    ("writers", "book"): "authors",
    ("directors", "album"): "crew",
    ("writers", "album"): "crew",
    ("cast", "book"): "names",
    ("cast", "restaurant"): "crew",
    ("directors", "restaurant"): "crew",
    ("genres", "restaurant"): "cuisine",
    ("countries", "restaurant"): "cuisine",
    ("synopsis", "album"): "context",
    ("synopsis", "restaurant"): "context",
    ("performances", "album"): "craft",
    ("performances", "book"): "craft",
    ("performances", "restaurant"): "craft",
    ("publisher", "album"): "label",
    ("publisher", "game"): "publishers",
    ("publishers", "book"): "publisher",
    ("publishers", "album"): "label",
    ("distributor", "book"): "publisher",
    ("distributor", "game"): "publishers",
    ("distributor", "album"): "label",
    ("network", "film"): "distributor",
    ("subjects", "film"): "performances",
    ("hours_played", "film"): "runtime",
    ("release", "restaurant"): "year",
    ("performance_date", "film"): "seen",
    ("label", "book"): "publisher",
    ("company", "film"): "distributor",
}


def nearest_kind(name: str) -> str | None:
    """The kind that another word for it, or a slip of the hand, means."""
    folded = name.casefold().strip().replace(" ", "_").replace("-", "_")
    for word in (folded, folded.removesuffix("s")):
        if word in KINDS or word in _OTHER_NAMES:
            return _OTHER_NAMES.get(word, word)
    return nearest(name, KINDS)


def is_help(comment: str) -> bool:
    """Whether a comment is one that starter notes have beside their keys."""
    text = comment.lstrip("# ")
    return any(text == row.help for kind in KINDS.values() for row in kind.rows)


def of_other_kinds(key: str, kind: Kind, written: Node | None) -> str | None:
    """The message for a key that only other kinds have; None for a key that none has."""
    having = [other for other in KINDS.values() if key in other.keys]
    if not having:
        return None
    message = f"“{key}” is for {_listed([other.plural for other in having])}, not for {kind.article}."
    if instead := _INSTEAD.get((key, kind.name)):
        return f"{message} Write it under “{instead}”."
    is_named = written is not None and not written.is_absent
    if len(having) == 1 and not is_named:
        return (
            f"“{key}” is for {having[0].plural}; without a kind this is a film. Add “kind: {having[0].name}”."
        )
    return f"{message} Take it out, or put it under “extra”."


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
