from __future__ import annotations

import functools
import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Sentence

_NOUNS = frozenset(
    "exploration meditation examination reflection rumination masterpiece masterclass triumph journey "
    "ride rollercoaster tour-de-force celebration odyssey tale look portrait story film movie drama "
    "comedy thriller western documentary adventure romance spectacle novel book album game series entry "
    "addition debut".split()
)
_EMPTY = (
    r"poignant|powerful|haunting|gripping|captivating|thrilling|compelling|heartwarming|heartfelt|heartbreaking|touching"
    r"|moving|stunning|breathtaking|unforgettable|delightful|charming|riveting|thought-provoking|profound|beautiful"
    r"|must-see|fascinating|epic|timeless|tender|timely|unflinching|mesmeri[sz]ing|enthralling|exhilarating|engaging"
    r"|entertaining|fun|hilarious|intense|chilling|brilliant|masterful|remarkable|extraordinary|incredible|amazing|great"
    r"|wonderful|fantastic|intimate|bold|visceral|dazzling|evocative|inspiring|bittersweet|gritty|stylish|ambitious"
    r"|worthy|solid|deeply \w+|visually \w+|beautifully \w+|emotionally \w+"
)
_BEGINNINGS = (
    "in a world where",
    "in an age ",
    "in an era ",
    "in today's ",
    "in a time when",
    "in the realm of",
    "in the world of",
    "from the very first",
    "from its very first",
    "from its opening",
    "from the opening",
    "from the moment",
    "from start to finish",
    "every once in a while",
    "every so often",
    "once in a while",
    "once in a generation",
    "it's not often",
    "it is not often",
    "it's not every day",
    "rarely does a ",
    "rarely has a ",
    "seldom does a ",
    "few films ",
    "few movies ",
    "few directors ",
    "some films ",
    "some movies ",
    "there are films ",
    "there are movies ",
    "there are some films",
    "there are some movies",
    "when it comes to",
    "imagine a world",
    "have you ever ",
    "what would you do if",
    "the dictionary defines",
    "webster's ",
    "merriam-webster",
    "let me start",
    "where do i begin",
    "what can i say",
    "what more can be said",
    "love it or hate it",
    "love him or hate him",
    "needless to say",
    "buckle up",
    "move over,",
)


class OpeningStock(Rule, frozen=True):
    """The first sentence is one that could open any review.

    “TITLE is a poignant exploration of love”: the reader has learnt a title. A scene, a choice, an object, a question
    that only this work raises makes them read the second sentence. A plain first line without praise is left alone.
    """

    instead_of = ("cliche", "ai-vocabulary", "empty-theme")
    bad = (
        Bad("Spike Jonze’s Her is «a poignant exploration of» love."),
        Bad("# *Her*\n\n«In a world where» machines talk, a man listens."),
        Bad("*Her*, directed by Spike Jonze, is «a moving and deeply human film about» love."),
        Bad("«Directed by Spike Jonze, *Her* is» set in Los Angeles."),
    )
    good = (
        "A man dictates other people’s love letters for a living.",
        "Directed by Spike Jonze. Written by Spike Jonze.\n\nA man writes letters.",
        "*Her* is a romance about a man and a program.",
        "It begins in a world where it rains. It is a poignant exploration of rain.",
        "> In a world where nobody reads.\n\nSo the trailer says.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        first = _first_sentence(doc)
        stock = _stock(first) if first else None
        if stock:
            yield self.found(
                stock,
                "This could open a review of anything. Open on a scene, a choice or a question of this work alone.",
            )


def _stock(first: Sentence) -> Passage | None:
    """The part of a first sentence that could open any review."""
    plain = first.text.replace("’", "'").lower().lstrip("*_ ")
    beginning = next((each for each in _BEGINNINGS if plain.startswith(each)), None)
    if beginning:
        length = len(first.text) - len(first.text.lstrip("*_ ")) + len(beginning.rstrip())
        words = [word for word in first.words if word.start < first.start + length]
        return Passage(first.block, first.start, words[-1].end)
    if plain.startswith("directed by"):
        pattern = _directed()
    elif _NOUNS.isdisjoint(word.lower for word in first.words):
        return None
    else:
        pattern = _is_a()
    return next((stock for stock in first.find(pattern) if not stock.is_quoted), None)


def _first_sentence(doc: Document) -> Sentence | None:
    """The first sentence that is the review's own and no line of credits."""
    for block in doc.prose[:4]:
        first = block.sentences[0]
        if not block.in_quote and len(first.words) > 3 and not first.is_quoted:
            is_credit = re.match(r"(?:Directed|Written|Starring|With|Cast|By|Rated|Running)\b", first.text)
            if not is_credit or " is " in first.text:
                return first
    return None


@functools.cache
def _is_a() -> re.Pattern[str]:
    nouns = "|".join(sorted(_NOUNS, key=len, reverse=True))
    strong = "exploration|meditation|examination|rumination|masterpiece|masterclass|triumph|tour-de-force"
    return re.compile(
        r"(?<=\bis )(?:both |nothing short of |truly |simply )?(?:an?|one of the(?: \w+)?) "
        rf"(?:(?:[\w-]+,? |and )*?(?:{_EMPTY}),? (?:(?:and |yet |but )?[\w-]+,? ){{0,4}}?(?:{nouns})"
        rf"|(?:[\w-]+ ){{0,2}}?(?:{strong}))\b(?: (?:of|about|on|at|into|that|through|in|for))?"
        rf"|\bis (?:much )?more than (?:just )?an? (?:{nouns})\b"
        r"|\btakes (?:you|us|viewers|audiences|readers|the viewer|the audience|its audience) on an? (?:\w+ ){0,2}"
        r"(?:journey|ride|adventure)\b",
        re.IGNORECASE,
    )


@functools.cache
def _directed() -> re.Pattern[str]:
    return re.compile(r"^Directed by [^.;]{3,60}?, [^.;]{1,60}? (?:is|was|tells|follows|stars|explores)\b")
