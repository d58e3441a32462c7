"""Lines that only say who did what, such as “Directed by Spike Jonze. With Amy Adams”."""

from __future__ import annotations

from reviewcli.document import Block
from reviewcli.notes.surnames import PARTICLES

# How such a line opens, in reviews of every kind; also any label before a colon, “Camera: …”.
_OPENERS = (
    "directed by", "written by", "written and directed by", "created by", "produced by", "starring", "based on",
    "narrated by", "translated by", "developed by", "published by", "performed by", "also in it:",
)  # fmt: skip
_JOINING = PARTICLES | {"and", "as"}
_LONGEST_LABEL = 30  # “Director of photography”, in characters


def is_credit_line(block: Block) -> bool:
    """Whether a block is a line of credits, where names stand in full however often they do."""
    # The title may stand in front: “*Her* (2013). Directed by …”.
    return any(_opens_credits(part) for part in block.text.lstrip().split(". ", 2)[:2])


def _opens_credits(text: str) -> bool:
    label, colon, _ = text[:_LONGEST_LABEL].partition(":")
    if colon and len(label.split()) <= 3:
        return True
    if text.startswith("With "):
        return _only_names(text[len("With ") :])
    return text[:_LONGEST_LABEL].casefold().startswith(_OPENERS)


def _only_names(text: str) -> bool:
    """No word but names and what joins them: “With Phoenix gone, nobody sings.” is a sentence."""
    return all(word[:1] in '(“"' or word[0].isupper() or word in _JOINING for word in text.split())
