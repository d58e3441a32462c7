"""Stock phrases that are the writer's own words: not quoted, no name and no title."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from reviewcli.document import Document, Passage

if TYPE_CHECKING:
    from reviewcli.reading.phrases import PhraseMatch

# Behind which words a phrase is another.
_ANOTHER = {"a triumph": r" of [\w ]+ over\b", "laugh-out-loud": r" (?:bad|awful|terrible|dreadful)\b"}


def own_phrases(doc: Document, categories: Collection[str]) -> Iterator[PhraseMatch]:
    """The phrases of these categories, in order; of those that overlap the first, and the longest of these."""
    from reviewcli.reading.phrases import phrases_of

    for match in _outermost(match for match in phrases_of(doc) if match.category in categories):
        if not match.passage.is_quoted and not is_name(match.passage, doc) and not _is_another(match):
            yield match


def _is_another(match: PhraseMatch) -> bool:
    """Whether the words go on to mean something else: “a triumph of style over substance” is no praise."""
    goes_on = _ANOTHER.get(match.text.lower())
    return goes_on is not None and re.match(goes_on, match.passage.after) is not None


def counted(passages: Collection[Passage]) -> str:
    """The different words of passages, most frequent first: “very” (4), “really”."""
    counts = Counter(" ".join(passage.text.lower().split()) for passage in passages)
    told = [f"“{text}” ({count})" if count > 1 else f"“{text}”" for text, count in counts.most_common(6)]
    return ", ".join(told)


def plainer(match: PhraseMatch) -> str:
    """What to write instead, as a sentence; empty where the list names nothing."""
    words = match.plain
    if not words:
        return ""
    if words == "(nothing)":
        return "The sentence stands without it."
    if words.startswith(("say ", "name ", "see ")):
        return (
            f"{words[0].upper()}{words[1:].removesuffix('…').rstrip()}{'…' if words.endswith('…') else '.'}"
        )
    return f"Plainer: {' or '.join(f'“{each}”' for each in words.split(', '))}."


def _outermost(matches: Iterable[PhraseMatch]) -> Iterator[PhraseMatch]:
    for _, group in itertools.groupby(matches, key=lambda match: id(match.passage.block)):
        end = 0
        for match in sorted(group, key=lambda match: (match.passage.start, -match.passage.end)):
            if match.passage.start >= end:
                end = match.passage.end
                yield match


def is_name(phrase: Passage, doc: Document) -> bool:
    """Whether the words are a title's or a name's: in capitals, or a title of the notes."""
    words = [word for word in phrase.words if len(word.text) > 3]
    capitals = [all(part[:1].isupper() for part in word.text.split("-")) for word in words]
    if capitals and all(capitals) and (len(words) > 1 or phrase.is_emphasised or not words[0].opens_sentence):
        return True
    if phrase.is_emphasised and any(capitals):
        return True
    return any(phrase.text in title for title in doc.names.titles)
