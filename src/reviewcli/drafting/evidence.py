"""What a point rests on, told at its end: a scene, a quotation, a page."""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.drafting.english import capital, is_closed, stopped, unended
from reviewcli.drafting.mentions import Mentions
from reviewcli.drafting.verbs import first_clause
from reviewcli.drafting.words import words
from reviewcli.notes.model import Evidence

_SEPARATORS = (", ", "; ")


def with_evidence(text: str, evidence: Sequence[Evidence]) -> str:
    """Put what a point rests on into parentheses at its end; times stay in the notes."""
    told = shown(evidence)
    if not told:
        return text
    text = unended(text)
    if is_closed(text) and not text.endswith(("…", "—", "–", ".")):
        return f"{text} ({capital(stopped(told))})"
    return f"{text} ({told})"


def shown(evidence: Sequence[Evidence]) -> str:
    """What a reader is told of it; times stay in the notes."""
    texts = [
        f'"{item.text}"' if item.kind == "quote" else item.text.rstrip(".")
        for item in evidence
        if item.kind != "time"
    ]
    return _SEPARATORS[any("," in text for text in texts)].join(texts)


def is_event(scene: str) -> bool:
    """Whether a scene is named by what happens: “the first talk about shame with Lawrence”."""
    tokens = [token.lower_ for token in first_clause(scene)]
    if not tokens or tokens[0] not in words("determiners") or "," in tokens:
        return False
    ends = words("prepositions", "subordinators")
    head = next((index for index, token in enumerate(tokens) if token in ends), len(tokens))
    return tokens[head - 1] in words("events")


def lone_event(evidence: Sequence[Evidence]) -> Evidence | None:
    """The only evidence but for times, if that is a scene in which something happens."""
    scenes = [item for item in evidence if item.kind != "time"]
    is_event_alone = len(scenes) == 1 and scenes[0].kind == "scene" and is_event(scenes[0].text)
    return scenes[0] if is_event_alone else None


def woven(text: str, scene: Evidence, mentions: Mentions) -> str:
    """`… holds close-ups alone, as in the walk on the beach`."""
    return f"{unended(text)}, as in {mentions.read(scene.text.rstrip('.'))}"
