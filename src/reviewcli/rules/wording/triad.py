from __future__ import annotations

from bisect import bisect_left

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Severity, Word
from reviewcli.rules.wording._rates import is_dense


class Triad(Rule, frozen=True):
    """Things come in threes, and the third is there for the tune: “charm, wit, and emotional depth”.

    Three abstract nouns or adjectives in a row sound complete, so the writer stops looking. Keep the one or two
    that are true of this work and give the third its own sentence, or let it go. It speaks from `fewest` threes and
    `rate` in a thousand words on, and warns at twice that rate. Names and lists of things are left alone.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad(
            "It has «charm, wit, and emotional depth». It is «tense, tender and sad». It speaks of «connection, "
            "identity, and the meaning» of love."
        ),
        Bad("It is «tense, tender, and sad».", options={"fewest": 1}),
    )
    good = (
        "It has charm, wit, and emotional depth.",
        Good("With Conti, Bowie and Sakamoto. A man, a dog, and a boat.", options={"fewest": 1}),
        Good("It is tense, tender, slow, and sad.", options={"fewest": 1}),
        Good("He rides trains, boats and planes. “It is tense, tender and sad.”", options={"fewest": 1}),
        Good("He eats, sleeps, and the house burns.", options={"fewest": 1}),
    )

    fewest: int = 3
    rate: float = 4.0

    def check(self, doc: Document) -> Iterator[Finding]:
        found = [triad for block in doc.prose for triad in _triads(block.words)]
        if not is_dense(len(found), doc, self.fewest, self.rate):
            return
        severity = Severity.WARNING if is_dense(len(found), doc, self.fewest, 2 * self.rate) else None
        for triad in found:
            text = " ".join(triad.text.split())
            told = f"“{text}” is one of {len(found)} threes here. Keep what is true of this work alone."
            yield self.found(triad, told, severity=severity)


def _triads(words: tuple[Word, ...]) -> Iterator[Passage]:
    """Every “A, B and C” of a block's words, with an article or an adjective before C."""
    if not words:
        return
    text = words[0].block.text
    at = text.find(" and ")
    while at >= 0:
        here = bisect_left(words, at + 1, key=lambda word: word.start)
        at = text.find(" and ", at + 1)
        if triad := _triad(text, words, here):
            yield triad


def _triad(text: str, words: tuple[Word, ...], here: int) -> Passage | None:
    if here < 2 or here + 1 >= len(words):
        return None
    first, second = words[here - 2], words[here - 1]
    if text[first.end : second.start].rstrip() != "," or text[second.end : words[here].start].strip() not in (
        "",
        ",",
    ):
        return None
    if text[words[here].end : words[here + 1].start].strip() or _goes_on(text, first.start):
        return None
    last = _last(text, words, here + 1)
    kinds = [_kind(word.lower) for word in (first, second, last)]
    if not kinds[0] or kinds[0] != kinds[1] or kinds[0] != kinds[2]:
        return None
    triad = Passage(first.block, first.start, last.end)
    return None if triad.is_quoted or triad.is_emphasised else triad


def _goes_on(text: str, start: int) -> bool:
    """Whether a comma stands before it: then it is a longer list, or a clause begins there."""
    return text[max(start - 2, 0) : start].rstrip().endswith(",")


def _last(text: str, words: tuple[Word, ...], at: int) -> Word:
    """The third member: behind an article and behind adjectives."""
    for _ in range(2):
        joined = at + 1 < len(words) and text[words[at].end : words[at + 1].start] == " "
        lower = words[at].lower
        if not joined or not (
            lower in _ARTICLES or (_describes(lower) and _kind(words[at + 1].lower) == "s")
        ):
            break
        at += 1
    return words[at]


def _describes(word: str) -> bool:
    from reviewcli.reading.tagging.lexicon import kinds_of

    return bool(set("jgn") & set(kinds_of(word)))


def _kind(word: str) -> str:
    """An adjective (j), a noun for what nobody can touch (s), or neither."""
    from reviewcli.reading.tagging.lexicon import kinds_of

    kinds = kinds_of(word)
    if "j" in kinds and word not in _ABSTRACT:
        return "j"
    if word in _ABSTRACT or (kinds[:1] == "s" and word.endswith(_ABSTRACT_ENDINGS)):
        return "s"
    return ""


_ARTICLES = frozenset("the a an its his her their".split())
_ABSTRACT_ENDINGS = (
    "ness", "tion", "sion", "ity", "ence", "ance", "ency", "ancy", "ment", "ism", "ship", "hood", "dom", "ure", "acy",
    "tude", "gy", "sy",
)  # fmt: skip
_ABSTRACT = frozenset(
    """love hate hope fear grief joy charm wit depth heart soul guilt shame rage anger sorrow pain loss faith trust
    desire passion pathos humor humour warmth grace style energy beauty truth wonder magic mystery suspense
    terror horror dread fun tension mood tone pace rhythm power wealth class race gender sex fame pride
    honor honour duty courage strength wisdom insight intellect skill craft art life death time memory
    family friendship youth age meaning purpose conflict drama comedy romance action emotion feeling sadness
    despair longing regret remorse revenge war peace freedom justice greed lust envy chaos order dignity
    empathy sympathy spirit verve flair finesse panache vigor vigour sincerity irony satire menace intrigue
    humility growth change progress""".split()
)
