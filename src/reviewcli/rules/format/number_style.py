from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule
from reviewcli.rules.format._styles import matches

_NINE = {"words_to": 9}
# What is counted in figures: measures, times, shares, marks. And what figures follow: Part 2, page 3.
_MEASURES = (
    "a\\.?m|p\\.?m|minutes?|mins?|hours?|hrs?|seconds?|secs?|percent|per|stars?|points?|out|of|million|billion|thousand"
    "|hundred|mm|cm|km|kg|inch|inches|feet|foot|ft|miles?|metres?|meters?|pounds?|lbs?|kilos?|euros?|dollars?|cents?"
    "|degrees|megabytes?|gigabytes?|GB|MB|fps|players?|x|by|to|and|or|for|and-a-half|years?|months?|weeks?|days?|DVDs?|discs?"
)
_NUMBERED = (
    "part|parts|chapter|chapters|season|seasons|series|episode|episodes|volume|vol|book|act|scene|level|levels|stage|track|page"
    "|pages|no|number|numbers|nos|figure|side|disc|disk|reel|room|route|highway|channel|grade|age|aged|ages|phase|world|version"
    "|take|table|line|lines|rule|day|week|year|night|game|round|type|section|step|item|act|top|under|over|minute|may|june|july"
    "|march|april|august|september|october|november|december|january|february|score|rating|verdict"
)


class NumberStyle(Rule, frozen=True):
    """A number is in figures where the house has words, or in words where it has figures.

    `words_to` is the highest number that is written out, usually nine or ten; 0, the default, says nothing. Ages,
    scores, times, runtimes and measures are in figures, whatever they are; what opens a sentence is in words.
    With `strict` every number above `words_to` is in figures, and “forty” is told.
    """

    bad = (
        Bad("It has «4» friends.", fixed="It has four friends.", options=_NINE),
        Bad("It lasts «ninety-three minutes».", fixed="It lasts 93 minutes.", options=_NINE),
        Bad(
            "The «2» films, and «twenty-three» more.",
            fixed="The two films, and 23 more.",
            options=_NINE | {"strict": True},
        ),
    )
    good = (
        "It has 4 friends and twenty-three foes.",
        Good(
            "It has four friends, 23 foes, 8/10, 4 stars, 5 minutes, a 9-year-old and a boy aged 7.",
            options=_NINE,
        ),
        Good("*Toy Story 3*, Apollo 8, Part 2, page 4, 3.5 and 9 p.m. on 4 May.", options=_NINE),
        Good("Ninety-three minutes later he says “4 friends”. One in ten, a hundred.", options=_NINE),
        Good("It has forty rooms.", options=_NINE),
        Good("Twelve Angry Men had *Twenty-Four Eyes*, and 2 or 3 things.", options=_NINE),
    )

    words_to: int = 0
    strict: bool = False

    def check(self, doc: Document) -> Iterator[Finding]:
        if self.words_to <= 0:
            return
        yield from self._figures(doc)
        yield from self._words(doc)

    def _figures(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.numerals import in_words

        for place in matches(doc, r"(?<![\w$£€¥#.,:/’'–+\[(-])\d{1,2}(?= [a-z]+)"):
            number = int(place.text)
            if 0 < number <= self.words_to and not _is_name(place) and _counts(place):
                word = in_words(number)
                fix = word if place.is_verbatim else None
                yield self.found(place, f"The house writes “{word}” out.", fix=fix)

    def _words(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.numerals import WORDS, value_of

        for place in matches(doc, rf"(?<![\w-])(?:{WORDS})(?![\w-])(?: minutes\b)?"):
            number = value_of(place.text.removesuffix(" minutes"))
            if not (self.strict or place.text.endswith(" minutes")):
                continue
            if number is None or number <= max(self.words_to, 10) or _is_name(place) or not _is_exact(place):
                continue
            figures = f"{number:.0f}" + (" minutes" if place.text.endswith(" minutes") else "")
            fix = figures if place.is_verbatim else None
            yield self.found(place, f"The house writes {figures} in figures.", fix=fix)


_OPENERS = frozenset(
    "The These Those His Her Its Their My Our All In With After Of Only Over And But At It For From Has".split()
)


def _is_name(place: Passage) -> bool:
    words = place.words
    return (
        place.is_quoted
        or place.is_emphasised
        or words[0].opens_sentence
        or (words[0].is_capitalised and not words[0].is_number)
    )


def _counts(place: Passage) -> bool:
    """Whether a figure counts things: 4 friends."""
    import re

    if re.search(rf"(?i:\b(?:{_NUMBERED})\.?[ -]$)|\d[ ,]*(?:or|to|and|-|–)? ?$", place.before):
        return False
    name = re.search(r"([A-Z][\w’']*\.?) $", place.before)
    if name and (name.start() or name[1] not in _OPENERS):
        return False
    return re.match(rf" (?:{_MEASURES})\b", place.after) is None


def _is_exact(place: Passage) -> bool:
    """Whether the number counts something: not “one in twenty”, “the twenties”, “a hundred times”."""
    import re

    if "hundred" in place.text or re.search(
        r"(?i:\b(?:in|at|aged|top|the|like|chapter|about) $)", place.before
    ):
        return False
    if place.text.endswith(" minutes"):
        return True
    return re.match(r" (?!or\b|to\b|and\b|in\b|years?\b)[a-z]+\b(?! (?:or|ago)\b)", place.after) is not None
