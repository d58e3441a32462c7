"""What a review does not need to hear from an engine: names, words of other Englishes, foreign words."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator

from reviewcli.grammar.known_words import is_known
from reviewcli.grammar.marks import Mark
from reviewcli.grammar.prose import Prose

# Shorter words always have a neighbour within three edits, so that no engine looks any further.
_FAR_FROM_ALL = 7


def known_in(prose: Prose, *, any_dialect: bool) -> frozenset[str]:
    """The words that an engine should take as right while it reads this text, with their possessives.

    Told beforehand, an engine seeks no suggestions for words that would be let through anyway; for a word that is
    far from all others Harper builds a table that costs 1.2 s.
    """
    words = set(prose.dummy_words) | names_of(prose)
    words |= {
        word
        for word in tokens(prose.text)
        if len(word) >= _FAR_FROM_ALL and word not in words and is_known(word, any_dialect=any_dialect)
    }
    return frozenset(form for word in words for form in (word, f"{word}'s"))


def names_of(prose: Prose) -> frozenset[str]:
    """The words of the names that the document knows, and of those that it writes as names."""
    words = (*prose.doc.names.words, *_words_of_the_writer(prose))
    listed = {part for word in words for part in _parts(word)}
    return frozenset(listed | written_as_names(prose.text))


def _words_of_the_writer(prose: Prose) -> Iterator[str]:
    """What the front matter lists under `review: words`."""
    words = prose.doc.review_settings.get("words")
    yield from (word for word in (words if isinstance(words, list) else [words]) if isinstance(word, str))


def written_as_names(text: str) -> frozenset[str]:
    """Words with a capital inside a sentence, or with a capital more than once and never without."""
    counts: Counter[str] = Counter()
    inside: set[str] = set()
    small: set[str] = set()
    for match in _token().finditer(text):
        word = without_possessive(match[0])
        if not word[:1].isupper():
            small.add(word)
            continue
        counts[word] += 1
        if not opens_sentence(text, match.start()):
            inside.add(word)
    recurring = {word for word, count in counts.items() if count > 1 and word.lower() not in small}
    return frozenset(word for word in inside | recurring if not _lost_apostrophe().fullmatch(word))


def tokens(text: str) -> frozenset[str]:
    """Every word of the text as written, without possessive endings."""
    return frozenset(without_possessive(word) for word in _token().findall(text))


def without_possessive(word: str) -> str:
    """The word without “’s” or a bare apostrophe at its end."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word.rstrip("'’")


def opens_sentence(text: str, start: int) -> bool:
    """Whether nothing but quotation marks stands between this place and the end of a sentence before it."""
    before = text[max(start - 40, 0) : start].rstrip(" \t\"“”‘’'(*_[")
    if not before or before[-1] in "!?:\n…":
        return True
    # The dot of a title or an initial ends no sentence: Mr. Lawrence, J. Smith.
    return before[-1] == "." and not _abbreviated().search(before)


def wanted(prose: Prose, marks: list[Mark], *, any_dialect: bool) -> Iterator[Mark]:
    """The marks that a reviewer would want to see."""
    foreign = _foreign(prose, marks)
    names = names_of(prose) if any(mark.spelling for mark in marks) else frozenset()
    for mark in marks:
        if prose.is_touched(mark.start, mark.end):
            continue
        if any(start <= mark.start and mark.end <= end for start, end in foreign):
            continue
        if mark.spelling and _is_right(prose, mark, names, any_dialect=any_dialect):
            continue
        if not _is_false_alarm(prose, mark):
            yield mark


def _is_right(prose: Prose, mark: Mark, names: frozenset[str], *, any_dialect: bool) -> bool:
    """Whether what looks misspelt is a name, a known word, or meant."""
    text = prose.text[mark.start : mark.end]
    if _sic().match(prose.text, mark.end) or "--" in text:
        return True
    for part in _parts(text):
        word = without_possessive(part)
        if word in names or prose.doc.names.knows(word) or word.capitalize() in names and word.isupper():
            return True
    word = without_possessive(text)
    return not _lost_apostrophe().fullmatch(word) and is_known(word, any_dialect=any_dialect)


def _is_false_alarm(prose: Prose, mark: Mark) -> bool:
    """Whether the words around show that the engine is wrong, whichever engine and rule it is."""
    text, after = prose.text[mark.start : mark.end], mark.end + 1
    if text.lower() in ("a", "an"):
        # How a title or a name sounds is not known: a *One, Two, Three*, an *M*.
        return prose.is_touched(after, after + 1)
    if _doubled_name().fullmatch(text):
        return True
    capitalises = any(it != text and it.lower() == text.lower() for it in mark.replacements[:1])
    if capitalises and text[:1].islower() and text != "i":
        return _goes_on(prose, mark.start)
    return False


def _goes_on(prose: Prose, start: int) -> bool:
    """Whether a sentence goes on here, or an item or a note begins, where small letters are fine."""
    piece = prose.piece(start, start)
    if piece is not None and piece.start == 0:
        return piece.block.kind.value != "paragraph"
    before = prose.text[max(start - 40, 0) : start].rstrip(" \t\"“”‘’'(*_[")
    # The mark of a name ends no sentence: Jr., Airplane!, and dots may trail off.
    return (
        bool(_abbreviated().search(before))
        or before.endswith(("…", ".."))
        or bool(_exclaimed_name().search(before))
    )


def _foreign(prose: Prose, marks: list[Mark]) -> list[tuple[int, int]]:
    """Quotations and emphasised words that are another language: half of their words or more are unknown."""
    spelling = [mark for mark in marks if mark.spelling]
    found = []
    for start, end in prose.asides:
        unknown = sum(start <= mark.start and mark.end <= end for mark in spelling)
        if unknown and 2 * unknown >= len(_token().findall(prose.text[start:end])):
            found.append((start, end))
    return found


def _parts(text: str) -> list[str]:
    return _token().findall(text)


def is_lost_apostrophe(word: str) -> bool:
    """Whether the word is a contraction written without its apostrophe: dont, isnt, youre."""
    return _lost_apostrophe().fullmatch(word) is not None


@functools.cache
def _token() -> re.Pattern[str]:
    # As Harper splits: letters and digits with apostrophes inside; a hyphen parts two words.
    return re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@functools.cache
def _doubled_name() -> re.Pattern[str]:
    return re.compile(r"([^\W\d_a-z]\w+)\s+\1")


@functools.cache
def _exclaimed_name() -> re.Pattern[str]:
    return re.compile(r"\w[\w,;]* (?:[^\W\d_a-z][\w’']* )*[^\W\d_a-z][\w’']*[!?]$")


@functools.cache
def _abbreviated() -> re.Pattern[str]:
    return re.compile(r"(?:^|[^\w])(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Lt|Sgt|Col|Gen|Capt|Prof|vs|[A-Z])\.$")


@functools.cache
def _lost_apostrophe() -> re.Pattern[str]:
    return re.compile(
        r"(?:do|does|did|is|was|are|were|ca|wo|have|has|had|could|should|would|must|need)nt|(?:you|they|we)(?:re|ve)"
        r"|(?:that|there|here|what|who|where|how|let)s|im|ive|(?:you|they|it)(?:ll|d)",
        re.IGNORECASE,
    )


@functools.cache
def _sic() -> re.Pattern[str]:
    return re.compile(r"[\"”’']*\s*\[sic\]", re.IGNORECASE)
