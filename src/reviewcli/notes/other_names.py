"""What other programs and other people call our keys, and where a key belongs that has no place of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reviewcli.texts.nearest import nearest


def nearest_key(word: str, known: Mapping[str, Any]) -> str | None:
    """The known key that another name for it, or a slip of the hand, means."""
    if word not in known:
        plain = _plain(word)
        for other in _OTHER_NAMES.get(plain, "").split():
            if other in known:
                return other
        for name, key in known.items():
            if plain in getattr(key, "also", "").split():
                return name
    return nearest(word, known)


def place_below(word: str, known: Mapping[str, Any]) -> str | None:
    """What to do with a key of `crew` or `craft` that stands in a line of its own; None for any other."""
    if word in known or "crew" not in known or "craft" not in known:
        return None
    plain = _plain(word).replace("_", " ")
    if plain in _JOBS:
        return f"Write it under “crew”: “crew: {{{word}: NAME}}”."
    if plain in _DEPARTMENTS:
        return f"Write who did it under “crew” (“crew: {{{word}: NAME}}”), what you noticed under “craft”."
    if plain in _QUALITIES:
        return f"Write it under “craft”, a line of its own: “{word}: …”."
    return None


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


_OTHER_NAMES = {
    "actors": "cast",
    "starring": "cast",
    "stars": "cast",
    "plot": "synopsis",
    "summary": "synopsis",
    "acting": "performances",
    "rating": "score",
    "stars_given": "score",
    "grade": "score",
    "mpaa": "certificate",
    "rated": "certificate",
    "length": "runtime",
    "duration": "runtime",
    "minutes": "runtime",
    "screenplay": "writers",
    "conclusion": "verdict",
    "notes": "jottings",
    "ideas": "jottings",
    "pros": "critique",
    "cons": "critique",
    "strengths": "critique",
    "weaknesses": "critique",
    "intro": "opening",
    "lede": "opening",
    "subtitle": "standfirst",
    "similar": "comparisons",
    "released": "release",
    "studio": "distributor",
    "warnings": "content_note",
    "character": "role",
    "plays": "role",
    "text": "point",
    "scene": "evidence",
    "reason": "why",
    "star": "cast",
    "characters": "cast",
    "screenwriter": "writers",
    "creator": "writers",
    "creators": "writers",
    "showrunner": "writers",
    "showrunners": "writers",
    "screenwriters": "writers",
    "playwright": "writers",
    "writer": "writers",
    "director": "directors",
    "mins": "runtime",
}

# What people in the crew do.
_JOBS = frozenset(
    (
        "cinematographer composer composers editor editors producer producers choreographer designer dop dp chef"
        " conductor illustrator engineer mixer"
    ).split()
) | {
    "director of photography", "production designer", "costume designer", "set designer", "sound designer",
    "lighting designer", "music by", "executive producer", "executive producers", "stunt coordinator", "head chef",
}  # fmt: skip

# What they work on.
_DEPARTMENTS = frozenset(
    (
        "cinematography music score soundtrack editing choreography lighting camera photography sound stunts costumes"
        " costume set sets design vfx production"
    ).split()
) | {
    "production design", "costume design", "set design", "sound design", "visual effects", "special effects",
    "lighting design",
}  # fmt: skip

# What nobody is named for.
_QUALITIES = frozenset(
    "prose gameplay graphics controls service atmosphere decor ambience direction acoustics mood".split()
)
