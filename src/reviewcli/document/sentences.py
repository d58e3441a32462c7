"""Sentences: where one ends and the next begins.

One pattern finds every place that may end a sentence; a few questions about what stands on both sides decide. When
in doubt, what follows decides: a word that opens sentences (“The”, “But”) speaks for an end, a name does not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from pathlib import Path

Range = tuple[int, int]


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
        if match["line"]:
            return (
                self._next_word(match.end())[:1].isupper() or not self._next_word(match.end())[:1].isalpha()
            )
        if match["wide"]:
            return True
        stop, closers, end = match["stop"], match["closers"], match.end()
        if not self._text[end].isspace():
            return self._is_glued(match)
        title = self._title_at(match.start("stop"))
        if title and end < title[1]:
            return False
        following = self._next_word(end)
        if not following:
            return not self._text[end:].strip()[:1].islower()
        if title:
            return opens_sentences(following)
        if self._in_parenthesis(match):
            return False
        if following[0].islower():
            return self._ends_before_small_letter(match)
        if "…" in stop or ".." in stop:
            return self._ends_after_ellipsis(match, following)
        if stop[-1] in "!?" or stop[0] in "!?":
            return self._ends_after_mark(match, following)
        return bool(closers.strip("*_")) or self._ends_after_point(match.start("stop"), following, end)

    def _next_word(self, end: int) -> str:
        """The next word, behind quotation marks, brackets and dashes."""
        match = _next_pattern().match(self._text, end)
        return match["word"] if match else ""

    def _title_at(self, stop: int) -> Range | None:
        return next((r for r in self._titles if r[0] <= stop < r[1]), None)

    def _is_glued(self, match: re.Match[str]) -> bool:
        """“ended.The next”: two small letters before the stop, a capital and a small letter behind it."""
        if len(match["stop"]) > 1 and match["stop"] not in ("...", "!!", "?!"):
            return False
        start, end = match.start("stop"), match.end()
        if match["closers"] and not any(e == end for _, e in self._quotations) and match["closers"] != ")":
            return False
        before = self._text[max(start - 2, self._last) : start]
        if not (len(before) == 2 and before.isalpha() and before.islower()):
            return False
        word = _word_before(self._text, start)
        return (
            re.match(r"[A-Z][a-z]|[AI] [a-z]", self._text[end : end + 3]) is not None
            and _class_of(word) is None
        )

    def _in_parenthesis(self, match: re.Match[str]) -> bool:
        """Whether the stop stands inside a parenthesis that began in the middle of this sentence."""
        sentence = self._text[self._last : match.start("stop")]
        opened = sentence.rfind("(")
        if opened < 0 or sentence.find(")", opened) >= 0 or not sentence[:opened].strip(" \"“‘'*_\n"):
            return False
        if ")" in match["closers"]:
            return not opens_sentences(self._next_word(match.end()))
        return 0 <= self._text.find(")", match.end()) < match.end() + 400

    def _ends_before_small_letter(self, match: re.Match[str]) -> bool:
        """A small letter opens a sentence only behind a plain word and a single point."""
        if match["stop"] != "." or match["closers"]:
            return False
        word = _word_before(self._text, match.start("stop"))
        return len(word) >= 4 and word.isalpha() and word.islower() and _class_of(word) is None

    def _ends_after_ellipsis(self, match: re.Match[str], following: str) -> bool:
        if opens_sentences(following) or match["closers"]:
            return True
        return len(self._text[self._last : match.start("stop")].split()) >= 4

    def _ends_after_mark(self, match: re.Match[str], following: str) -> bool:
        if any(mark in match["closers"] for mark in "\"”’'»"):
            return not self._is_said(match.end())
        return _word_before(self._text, match.start("stop")) not in ("Yahoo", "Jeopardy", "Wham", "Panic")

    def _is_said(self, end: int) -> bool:
        """Whether somebody's saying follows: “What?” Theodore asks."""
        return _said_pattern().match(self._text, end) is not None

    def _ends_after_point(self, stop: int, following: str, end: int) -> bool:
        word = _word_before(self._text, stop)
        kind = _class_of(word)
        if kind is not None:
            return _ENDS[kind](following, self._text[end:])
        if word.isdigit() and not self._text[self._last : stop - len(word)].strip():
            return False  # “1. The first”: a number of a list
        if _is_dotted(word):
            return opens_sentences(following)
        if len(word) == 1 and word.isupper():
            return self._ends_after_initial(word, stop, following)
        return True

    def _ends_after_initial(self, letter: str, stop: int, following: str) -> bool:
        """“J. Abrams” goes on, “vitamin C. He” and “so do I. Theodore” do not."""
        if opens_sentences(following) or letter == "X":
            return True
        before = _word_before(self._text[: stop - 1].rstrip(), len(self._text[: stop - 1].rstrip()))
        if letter == "I":
            return bool(before) and before[0].islower()
        return before.lower() in _GRADED


_GRADED = frozenset(
    "grade a an solid plan side part act section group type vitamin class route point area option".split()
)


def _by_start(following: str, rest: str) -> bool:
    return opens_sentences(following)


def _by_number(following: str, rest: str) -> bool:
    return not (following[0].isdigit() or re.fullmatch(r"[IVXLC]+", following))


def _by_time(following: str, rest: str) -> bool:
    zones = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\b|Eastern|Pacific|Central|Mountain"
    months = r"|January|February|March|April|May|June|July|August|September|October|November|December"
    return following[0].isupper() and not re.match(zones + months, following)


_ENDS = {
    "title": lambda following, rest: False,
    "inside": lambda following, rest: False,
    "number": _by_number,
    "last": lambda following, rest: (
        following not in ("Day", "Boulevard", "Blvd", "Avenue", "Memorial", "High")
    ),
    "either": _by_start,
    "time": _by_time,
}


@cache
def _stop_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<stop>[.!?…‽]+)(?P<closers>[\"”’'»)\]*_]*)(?=\s|[\"“‘(\w]|$)|(?P<wide>[。！？]+[」』”）]*)|(?P<line>\n)"
    )


@cache
def _next_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\w\ufffc]*(?P<word>\ufffc|\w+(?:[’']\w+)?)")


@cache
def _said_pattern() -> re.Pattern[str]:
    verbs = (
        "says?|said|asks?|asked|repl(?:y|ies|ied)|answers?|answered|whispers?|whispered|shouts?|shouted|yells?|yelled|"
        "growls?|growled|mutters?|muttered|cr(?:y|ies|ied)|screams?|screamed|exclaims?|exclaimed|adds?|added|"
        "tells?|told|wonders?|wondered|snaps?|snapped|insists?|insisted|demands?|demanded|barks?|barked|sighs?|"
        "sighed|murmurs?|murmured|declares?|declared|announces?|announced|laughs?|laughed|sneers?|sneered|pleads?|"
        "pleaded|quips?|quipped|responds?|responded|begs?|begged|deadpans?|deadpanned"
    )
    return re.compile(rf"\s+(?:[A-Z][\w’'-]*\s+){{1,3}}(?:\w+ly\s+)?(?:{verbs})\b")


def _word_before(text: str, end: int) -> str:
    match = _before_pattern().search(text, max(end - 40, 0), end)
    return match.group() if match else ""


@cache
def _before_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W_]+\.)*[^\W_]+\Z")


def _is_dotted(word: str) -> bool:
    """Whether it is letters with points between: U.S, E.T, J.J."""
    return "." in word and all(len(part) == 1 for part in word.split("."))


def _reads_as_title(text: str) -> bool:
    """Whether every long word of it has a capital, as in a title and unlike a sentence in italics."""
    words = re.findall(r"[^\W\d_]{5,}", text)
    return all(word[0].isupper() for word in words) and len(text) < 120


@cache
def _classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    path = Path(__file__).parent / "data" / "abbreviations.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, words = line.partition(":")
            classes.update(dict.fromkeys(words.split(), name))
    return classes


def _class_of(word: str) -> str | None:
    classes = _classes()
    found = classes.get(word)
    if found is None and word[:1].isupper():
        # “Approx.” at the start of a sentence; but a word that the list has in small letters only.
        found = classes.get(word[0].lower() + word[1:])
    return found


def opens_sentences(word: str) -> bool:
    """Whether a word with a capital is one that opens sentences rather than part of a name."""
    return word in _openers()


@cache
def _openers() -> frozenset[str]:
    words = (
        "the a an it its it’s it's he she they we you i his her their our my he’s he's she’s she's they’re they're we’re "
        "we're i’m i'm i’ve i've but and or so yet still then there there’s there's here here’s here's this that that’s "
        "that's these those when while where why how if as at by for from in into on with without within after before "
        "although though because since until unless once even only also again now never not nothing nobody none what "
        "what’s what's who whose which whether each every everyone everything some someone something many most much "
        "both either neither all any another other such perhaps maybe indeed instead meanwhile however thus hence "
        "therefore moreover furthermore nevertheless nonetheless otherwise despite during through throughout between "
        "among against under over above below beyond along across around about like unlike was were is are isn’t isn't "
        "did does do don’t don't has have had can could would should may might must will let let’s let's just too very "
        "yes oh well alas sadly fortunately unfortunately thankfully surprisingly eventually finally first second "
        "later soon suddenly together perhaps granted consider given"
    )
    return frozenset(word[0].upper() + word[1:] for word in words.split())
