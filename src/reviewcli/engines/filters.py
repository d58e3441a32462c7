"""What a review does not need to hear from an engine: names, foreign words, and where it is plainly wrong."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping

from reviewcli.engines.foreign import foreign_runs
from reviewcli.engines.marks import Mark
from reviewcli.engines.prose import Prose
from reviewcli.engines.spelling import is_right
from reviewcli.engines.taste import is_taste
from reviewcli.engines.vocabulary import names_of
from reviewcli.engines.words import is_abbreviated, text_before, words_in
from reviewcli.reading.common_words import is_common
from reviewcli.reading.tagging.lexicon import kinds_of

# Behind these “effects” is the verb that should be “affects”.
_OBJECTS = frozenset(
    """the a an his her its their my our your him them us me you it
    this that these those all both how every each everyone everything""".split()
)
_OF_THE_MIND = frozenset("blank flat blunted emotional labile muted".split())
_SILENT_H = ("habitual", "hallucinat", "herb", "heroic", "histori", "homage", "horrific", "hotel", "hysteric")
# Blocks whose first words may be a fragment in small letters.
_FRAGMENTS = ("heading", "item", "footnote")


def wanted(prose: Prose, marks: list[Mark], *, any_dialect: bool) -> Iterator[Mark]:
    """The marks that a reviewer would want to see."""
    foreign = [*_foreign(prose, marks), *foreign_runs(prose, marks)]
    names = names_of(prose) if marks else frozenset()
    for mark in marks:
        if prose.is_touched(mark.start, mark.end):
            continue
        if any(start <= mark.start and mark.end <= end for start, end in foreign):
            continue
        if mark.spelling and is_right(prose, mark, names, any_dialect=any_dialect):
            continue
        if not _is_false_alarm(prose, mark, names):
            yield mark


def _foreign(prose: Prose, marks: list[Mark]) -> list[tuple[int, int]]:
    """Quotations and emphasised words that are another language: half of their words or more are unknown."""
    spelling = [mark for mark in marks if mark.spelling]
    found = []
    for start, end in prose.asides if spelling else ():
        marked = {
            prose.text[mark.start : mark.end] for mark in spelling if start <= mark.start and mark.end <= end
        }
        words = words_in(prose.text[start:end])
        if marked and 2 * sum(word in marked or not is_common(word) for word in words) >= len(words):
            found.append((start, end))
    return found


def _is_false_alarm(prose: Prose, mark: Mark, names: frozenset[str]) -> bool:
    """Whether the words around show that the engine is wrong, whichever engine and rule it is."""
    text, after = prose.text[mark.start : mark.end], mark.end + 1
    if not mark.spelling and is_taste(prose.text, mark):
        return True
    if text.isspace():
        return _is_meant_space(prose, mark)
    if is_meant := _MEANT.get(mark.rule):
        return is_meant(prose.text, mark)
    if text.lower() in ("a", "an"):
        # How a title or a name sounds is not known: a *One, Two, Three*, an *M*.
        return prose.is_touched(after, after + 1) or _is_right_article(text, prose.text[after : after + 40])
    if text[:1].isupper() and text in names:
        # *Her* without its italics: a word with a capital inside a sentence is a title or a name everywhere.
        return True
    if _doubled_name().fullmatch(text) or _particle().match(text):
        return True
    capitalises = any(it != text and it.lower() == text.lower() for it in mark.replacements[:1])
    return capitalises and text[:1].islower() and text != "i" and _goes_on(prose, mark.start)


def _is_meant_effect(text: str, mark: Mark) -> bool:
    """Whether effects are effects (the monster effects shift), and affect is the mind's (a blank affect)."""
    word = text[mark.start : mark.end].lower()
    before = words_in(text_before(text, mark.start))[-1:]
    if word == "affect":
        return bool(before) and before[0].lower() in _OF_THE_MIND
    if word not in ("effect", "effects"):
        return False
    following = words_in(text[mark.end : mark.end + 20])[:1]
    if not following or following[0].lower() not in _OBJECTS:
        return True
    return bool(before) and (
        before[0].endswith(("'s", "’s", "s'", "s’"))
        or "-" in text_before(text, mark.start)[-len(before[0]) - 1 :]
    )


def _is_meant_too(text: str, mark: Mark) -> bool:
    """Whether “too” stands in front of a quality (too pat, too good a clip), or “to” leads from one to another."""
    marked = text[mark.start : mark.end].lower()
    if marked == "too":
        following = words_in(text[mark.end : mark.end + 30])[:1]
        if not following:
            return False
        # Too self-conscious, too Hollywood, too on the nose.
        return (
            kinds_of(following[0].lower().rpartition("-")[2])[:1] in ("j", "r", "n")
            or following[0][0].isupper()
        )
    return marked == "to" and _from_something().search(text_before(text, mark.start)) is not None


# Rules that are wrong where one thing is so.
_MEANT: Mapping[str, Callable[[str, Mark], bool]] = {
    "NounVerbConfusion": _is_meant_effect,
    "QuoteSpacing": lambda text, mark: text[mark.end : mark.end + 2] in ("s ", "s,", "s."),  # his "aye"s
    "ToTwoToo": _is_meant_too,
}


def _is_meant_space(prose: Prose, mark: Mark) -> bool:
    """Whether these spaces are how some people type after a full stop, or stand before “.44” or a footnote’s mark."""
    text, piece = prose.text, prose.piece(mark.start, mark.end)
    if piece is not None and prose.doc.source.startswith(
        "[^", piece.block.span_of(piece.start, piece.end).end
    ):
        return True
    if mark.end - mark.start > 1:
        return _closed_sentence().search(text[max(mark.start - 9, 0) : mark.start].rstrip()) is not None
    return text[mark.end : mark.end + 1] == "." and text[mark.end + 1 : mark.end + 2].isalnum()


def _is_right_article(article: str, after: str) -> bool:
    """Whether “an” is right all the same: where an h may be silent (an homage), and before un- (an unissued cut)."""
    word = next(iter(words_in(after)), "").lower()
    if article.lower() == "a":
        return False
    if word[:1].isdigit():
        return word.startswith("8") or word.rstrip("stnrdh") in ("11", "18")
    return word.startswith(_SILENT_H) or (word.startswith("uni") and is_common(word[2:]))


def _goes_on(prose: Prose, start: int) -> bool:
    """Whether a sentence goes on here, or a fragment begins, where small letters are fine."""
    piece = prose.piece(start, start)
    if piece is not None and piece.start == 0:
        return piece.block.kind.value in _FRAGMENTS
    before = text_before(prose.text, start)
    # The mark of a name ends no sentence (Jr., Airplane!), and dots may trail off.
    return (
        is_abbreviated(before) or before.endswith(("…", "..")) or _exclaimed_name().search(before) is not None
    )


@functools.cache
def _closed_sentence() -> re.Pattern[str]:
    return re.compile(r"[.!?…:][\"”’')\]]*\Z")


@functools.cache
def _from_something() -> re.Pattern[str]:
    return re.compile(r"\bfrom\b[^.;:!?]*$")


@functools.cache
def _doubled_name() -> re.Pattern[str]:
    """Duran Duran, and initials: J. J. Abrams."""
    return re.compile(r"([^\W\d_a-z](?:\w+|\.))\s+\1")


@functools.cache
def _particle() -> re.Pattern[str]:
    """A particle of French, Spanish, German, or the s of “1930s and”: no English word was torn from these."""
    return re.compile(r"(?:de|del|des|du|la|las|le|les|los|el|il|von|van|der|di|da|[b-z]) ")


@functools.cache
def _exclaimed_name() -> re.Pattern[str]:
    return re.compile(r"\w[\w,;]* (?:[^\W\da-z_][\w’']* )*[^\W\da-z_][\w’']*[!?]$")
