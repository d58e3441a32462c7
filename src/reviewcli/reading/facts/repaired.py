"""A name of a text as it should be, in the form in which it stands there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewcli.document import Block
from reviewcli.reading.facts.known import KnownName
from reviewcli.reading.facts.name_words import NameWord

Run = Sequence[NameWord]


def differing(window: Run, form: KnownName) -> slice:
    """From the first word that differs to the last."""
    wrong = [
        n for n, (word, right) in enumerate(zip(window, form.folded, strict=True)) if word.folded != right
    ]
    return slice(wrong[0], wrong[-1] + 1)


def repaired(block: Block, window: Run, right: Iterable[str]) -> str:
    """The words of the text as they should be, with what stands between them kept."""
    parts: list[str] = []
    for number, (word, text) in enumerate(zip(window, right, strict=True)):
        if number:
            parts.append(block.text[window[number - 1].end : word.start])
        if "’" in word.text:
            text = text.replace("'", "’")
        parts.append(text.upper() if word.text.isupper() and len(word.text) > 3 else text)
    return "".join(parts)
