"""What a kind of review is: its words, its keys, and what an editor would ask."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from reviewcli.notes.keys import KEYS
from reviewcli.notes.shape import Key

# What every kind has.
SHARED = """
    kind title year crew awards ids seen headline standfirst opening context craft critique comparisons verdict
    score audience content_note names jottings author date slug tags extra
"""
# What a work has that was written and brought out; a restaurant was not.
OF_WORKS = "original_title version countries languages genres release themes quotes"
# The departments of what is filmed.
ON_SCREEN = (
    "direction screenplay cinematography editing music sound production_design costumes make_up effects"
)


class Row(msgspec.Struct, frozen=True):
    """A key of starter notes and of the interview: a word of help, a sample line, and the question.

    `key` may be a path (`critique.strengths`). `each` asks about every name of a key that holds points by name;
    a name stands in it for `{}`. A row without `help` is asked but stands in no short starter notes.
    """

    key: str
    ask: str
    help: str | None = ""
    sample: str = ""
    each: str = ""


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of review, all there is to it beside its templates.

    `keys` are those that its notes may have, with this kind's words for them. What the sections of a review of it
    are called stands in its templates. `schema_type` is what schema.org calls such a work, and `departments` are
    the words that an editor offers under `craft` and `crew`.
    """

    name: str
    article: str
    plural: str
    schema_type: str
    departments: str
    keys: Mapping[str, Key]
    rows: tuple[Row, ...]


def chosen(names: str, **words: str) -> dict[str, Key]:
    """The keys of these names in the order of the table, some with other words."""
    wanted = set(names.split())
    return {
        name: msgspec.structs.replace(key, words=words.get(name, key.words))
        for name, key in KEYS.items()
        if name in wanted
    }
