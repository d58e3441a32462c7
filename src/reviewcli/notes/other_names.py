"""What other programs and other people call our keys, and where a key belongs that has no place of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reviewcli.texts.nearest import nearest


def nearest_key(word: str, known: Mapping[str, Any]) -> str | None:
    """The known key that another name for it, or a slip of the hand, means."""
    if word not in known:
        plain = _plain(word)
        named = ((name, others) for name, others in _OTHER_NAMES.items() if name in known)
        own = ((name, getattr(key, "also", "")) for name, key in known.items())
        for name, others in (*named, *own):
            if plain in others.split():
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


# Our keys, each with what others call it.
_OTHER_NAMES = {
    "cast": "actors starring stars star characters",
    "synopsis": "plot summary",
    "performances": "acting",
    "score": "rating stars_given grade",
    "certificate": "mpaa rated",
    "runtime": "length duration minutes mins",
    "writers": "screenplay screenwriter creator creators showrunner showrunners screenwriters playwright writer",
    "verdict": "conclusion",
    "jottings": "notes ideas",
    "critique": "pros cons strengths weaknesses",
    "opening": "intro lede",
    "standfirst": "subtitle",
    "comparisons": "similar",
    "release": "released",
    "distributor": "studio",
    "content_note": "warnings",
    "role": "character plays",
    "point": "text",
    "evidence": "scene",
    "why": "reason",
    "directors": "director",
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
