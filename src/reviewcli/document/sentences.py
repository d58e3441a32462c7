"""Sentences: where one ends and the next begins.

One pattern finds every place that may end a sentence; a few questions about what stands on both sides decide.
When in doubt, what follows decides: a word that opens sentences (“The”, “But”) speaks for an end, a name does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reviewcli.document.ranges import Range, first_touching
from reviewcli.document.sentence_words import abbreviation, opens_sentences, words_of

_FAR = 400  # how long a parenthesis may be that holds sentences


def split_sentences(
    text: str, *, emphasis: Sequence[Range] = (), quotations: Sequence[Range] = ()
) -> list[Range]:
    """The sentences of a block's text as ranges, in order, without the space between them.

    `emphasis` holds its italics: a stop inside a title in italics (*Airplane!*) is the title's own.
    """
    cuts = _Splitter(text, emphasis, quotations).cuts()
    ranges: list[Range] = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        piece = text[start:end]
        begin, stop = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if begin >= stop:
            continue
        if ranges and not re.search(r"[\w\ufffc]", piece):
            ranges[-1] = (ranges[-1][0], stop)  # marks alone belong to the sentence before
        else:
            ranges.append((begin, stop))
    return ranges


class _Splitter:
    """Decides about every stop of one text."""

    def __init__(self, text: str, emphasis: Sequence[Range], quotations: Sequence[Range]) -> None:
        self._text = text
        self._titles = [r for r in emphasis if _reads_as_title(text[r[0] : r[1]])]
        self._quotations = quotations
        self._last = 0  # where the sentence begins that is being read

    def cuts(self) -> list[int]:
        """The offsets at which a sentence ends."""
        cuts: list[int] = []
        for match in _stop_pattern().finditer(self._text):
            if match.end() < len(self._text) and self._ends(match):
                cuts.append(match.end())
                self._last = match.end()
        return cuts

    def _ends(self, match: re.Match[str]) -> bool:
        end = match.end()
        following = self._next_word(end)
        if match["wide"]:
            return True
        if match["line"]:
            return not following[:1].islower()
        if not self._text[end].isspace():
            return self._is_glued(match)
        title = first_touching(self._titles, match.start(), match.start() + 1)
        if title:
            return end >= title[1] and opens_sentences(following)
        if self._in_parenthesis(match, following):
            return False
        if following[:1].islower():
            return self._ends_before_small_letter(match)
        if "…" in match["stop"] or ".." in match["stop"]:
            return self._ends_after_ellipsis(match, following)
        if match["stop"] != ".":
            return self._ends_after_mark(match, following)
        return bool(match["closers"]) or self._ends_after_point(match.start(), following)

    def _next_word(self, end: int) -> str:
        """The next word, behind quotation marks, brackets and dashes."""
        match = _next_pattern().match(self._text, end)
        return match["word"] if match else ""

    def _is_glued(self, match: re.Match[str]) -> bool:
        """“ended.The next”: two small letters before the stop, a capital and a small letter behind it."""
        start, end = match.start(), match.end()
        if match["closers"] not in ("", ")") and not self._closes_quotation(end):
            return False
        before = self._text[max(start - 2, self._last) : start]
        if not (len(before) == 2 and before.isalpha() and before.islower()):
            return False
        behind = self._text[end : end + 3]
        is_sentence = behind[:2].istitle() or behind in ("I a", "I h", "I w", "A f")
        return is_sentence and abbreviation(_word_before(self._text, start)) is None

    def _closes_quotation(self, end: int) -> bool:
        quotation = first_touching(self._quotations, end - 1, end)
        return quotation is not None and quotation[1] == end

    def _in_parenthesis(self, match: re.Match[str], following: str) -> bool:
        """Whether the stop stands inside a parenthesis that began in the middle of this sentence."""
        opened = self._text.rfind("(", max(self._last, match.start() - _FAR), match.start())
        if opened < 0 or self._text.find(")", opened, match.start()) >= 0:
            return False
        if not re.search(r"\w", self._text[self._last : opened]):
            return False
        if ")" in match["closers"]:
            return not opens_sentences(following)
        return self._text.find(")", match.end(), match.end() + _FAR) >= 0

    def _ends_before_small_letter(self, match: re.Match[str]) -> bool:
        """A small letter opens a sentence only behind a plain word and a single point."""
        if match["stop"] != "." or match["closers"]:
            return False
        word = _word_before(self._text, match.start())
        return len(word) >= 4 and word.isalpha() and word.islower() and abbreviation(word) is None

    def _ends_after_ellipsis(self, match: re.Match[str], following: str) -> bool:
        if opens_sentences(following) or match["closers"]:
            return True
        return len(self._text[self._last : match.start()].split(None, 4)) >= 4

    def _ends_after_mark(self, match: re.Match[str], following: str) -> bool:
        if match["closers"].strip(")]"):
            return opens_sentences(following) or not self._is_said(match.end())
        return _word_before(self._text, match.start()) not in words_of("shouting")

    def _is_said(self, end: int) -> bool:
        """Whether somebody's saying follows: “What?” Theodore asks."""
        words = re.compile(r"\w+(?:['’-]\w+)*|\S").findall(self._text, end, end + 60)[:5]
        return any(word in words_of("saying") for word in words[1:])

    def _ends_after_point(self, stop: int, following: str) -> bool:
        word = _word_before(self._text, stop)
        kind = abbreviation(word)
        if kind is not None:
            return _ends_after_abbreviation(kind, following)
        if word.isdigit() and not self._text[self._last : stop - len(word)].strip():
            return False  # “1. The first”: the number of an item
        if _is_dotted(word):
            return opens_sentences(following)
        if len(word) == 1 and word.isupper():
            return self._ends_after_initial(word, stop, following)
        return True

    def _ends_after_initial(self, letter: str, stop: int, following: str) -> bool:
        """“J. Abrams” goes on; “vitamin C. He”, “Malcolm X. Lee” and “so do I. Theodore” do not."""
        if opens_sentences(following) or letter == "X":
            return True
        before = _word_before(self._text, stop - 2)
        return before[:1].islower() if letter == "I" else before.lower() in words_of("graded")


def _ends_after_abbreviation(kind: str, following: str) -> bool:
    if kind == "number":
        return not (following[:1].isdigit() or re.fullmatch(r"[IVXLC]+", following))
    if kind == "last":
        return following not in words_of("after_jr")
    if kind == "time":
        return following not in words_of("calendar")
    return kind == "either" and opens_sentences(following)


@cache
def _stop_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![.!?…‽])(?P<stop>[.!?…‽]++)(?P<closers>[\"”’'»)\]]*+)(?=[\s\"“‘(\w])"
        r"|(?P<wide>[。！？]++[」』”）]*+)|(?P<line>\n)"
    )


@cache
def _next_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\w\ufffc]{0,40}(?P<word>\ufffc|\w+(?:[’']\w+)?)")


def _word_before(text: str, end: int) -> str:
    """The word that ends there, with the points inside it."""
    pieces = text[max(end - 40, 0) : max(end, 0)].rsplit(None, 1)
    match = _before_pattern().search(pieces[-1]) if pieces else None
    return match.group() if match else ""


@cache
def _before_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W_]+\.)*[^\W_]+\Z")


def _is_dotted(word: str) -> bool:
    """Whether it is letters with points between: U.S, E.T, J.J."""
    return "." in word and all(len(part) == 1 for part in word.split("."))


def _reads_as_title(text: str) -> bool:
    """Whether every long word of it has a capital, as in a title and unlike a sentence in italics."""
    small = ("with", "from", "into", "over", "upon", "than", "that", "like")
    words = re.findall(r"[^\W\d_]{4,}", text)
    return len(text) < 120 and all(word[0].isupper() or word in small for word in words)
