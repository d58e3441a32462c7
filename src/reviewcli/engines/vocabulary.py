"""What an engine should take as right in one document: its names, its writer's words, our lists."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator

from reviewcli.engines.foreign import words_of_runs
from reviewcli.engines.known_words import is_known
from reviewcli.engines.prose import Prose
from reviewcli.engines.spelling import is_coined
from reviewcli.engines.words import (
    is_lost_apostrophe,
    opens_sentence,
    without_possessive,
    word_pattern,
    words_in,
)
from reviewcli.reading.common_words import is_common

# Shorter words always have a neighbour within three edits, so that no engine looks any further.
_FAR_FROM_ALL = 7
_LONG = 10


def known_in(prose: Prose, *, any_dialect: bool) -> frozenset[str]:
    """The words that an engine should take as right while it reads this text, with their possessives.

    Told beforehand, an engine seeks no suggestions for words that would be let through anyway; for a word that
    is far from all others Harper builds a table that costs 1.2 s.
    """
    words = {word for word in names_of(prose) if not _is_plain(word)} | prose.dummy_words
    seen = {without_possessive(word) for word in words_in(prose.text)} - words
    words |= {
        word for word in seen if len(word) >= _FAR_FROM_ALL and _is_right(word, any_dialect=any_dialect)
    }
    words |= {word for word in _let_through(prose) if len(word) >= _FAR_FROM_ALL}
    words |= set(_initials().findall(prose.text))
    return frozenset(form for word in words for form in (word, f"{word}'s"))


def names_of(prose: Prose) -> frozenset[str]:
    """The words of the names that the document knows, and of those that it writes as names."""
    return prose.known_words | written_as_names(prose.text)


def written_as_names(text: str) -> frozenset[str]:
    """Words with a capital inside a sentence, or with a capital more than once and never without."""
    counts: Counter[str] = Counter()
    inside: set[str] = set()
    small: set[str] = set()
    for match in word_pattern().finditer(text):
        word = without_possessive(match[0])
        if not word[:1].isupper():
            small.add(word)
            continue
        counts[word] += 1
        if not opens_sentence(text, match.start()):
            inside.add(word)
    recurring = {word for word, count in counts.items() if count > 1 and word.lower() not in small}
    return frozenset(word for word in inside | recurring if not is_lost_apostrophe(word))


def _let_through(prose: Prose) -> Iterator[str]:
    """The strange words of foreign quotations and runs, and those with [sic] behind."""
    for start, end in prose.asides:
        inside = words_in(prose.text[start:end])
        strange = [word for word in inside if not is_common(word)]
        if 2 * len(strange) >= len(inside):
            yield from strange
    yield from (word for word in words_of_runs(prose.text) if not is_common(word))
    if "[sic]" in prose.text:
        yield from (part for before in prose.text.split("[sic]")[:-1] for part in words_in(before[-40:])[-1:])


def _is_right(word: str, *, any_dialect: bool) -> bool:
    if is_known(word, any_dialect=any_dialect):
        return True
    return len(word) >= _LONG and not is_common(word) and is_coined(word)


@functools.cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"\b(?:[A-Z]\.){2,}")


def _is_plain(word: str) -> bool:
    """Whether a name's word is a common one, which the engine knows and knows more of."""
    return word.islower() and is_common(word)
