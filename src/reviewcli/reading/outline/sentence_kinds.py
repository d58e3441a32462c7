"""Plot or opinion, sentence by sentence: the words weigh most; headings, names and neighbours help."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from reviewcli.document.ranges import touching
from reviewcli.notes.kinds import KINDS
from reviewcli.reading.outline.word_weights import plot_odds, probability
from reviewcli.reading.outline.work_subjects import is_of_the_work, kind_of

if TYPE_CHECKING:
    from reviewcli.document import Block, Document, Sentence

# What a heading adds to the log odds of the sentences under it.
_UNDER = {
    "synopsis": 2.0,
    "performances": -1.0,
    "craft": -1.5,
    "themes": -0.5,
    "critique": -1.5,
    "verdict": -2.0,
}
_CONTEXT = 0.2  # how much the sentences beside it, and the paragraph, say of a sentence
_SURE = 4.0
_MOST = 2.0  # what the words alone may say for the plot
_CREDITED = -1.0  # a sentence that names somebody who made the film
_OPENS_WITH = 4  # letters: who stands there is what the sentence is about
_OF_THE_WORK = -1.0  # a sentence that speaks of the making, or of the writer
_ITS_SUBJECT = -3.5  # a sentence whose subject is a part of the work: each chapter, the drums
_SPEAKS = -2.5  # somebody speaks of himself
_JUDGES = -0.5  # a word that judges
_PUBLISHED = -2.0  # a year and what was done in it: made, released, won
_TELLS = 2.0  # what opens a synopsis
_POINTS = -0.5  # “it”, “this”, “that” as the subject: rarely anybody in a story
# In a sentence with one of these the making is spoken of, or the writer, however much happens in it.
_MAKING = frozenset(
    """camera cinematography editing screenplay script dialogue actor actors actress performance performances scene
    scenes shot shots close-up close-ups sequence sequences score soundtrack screen frame cut cuts us our reader
    readers reader’s reads viewer viewers audience audiences director writer author prose chapter chapters lyric lyrics
    verse chorus track tracks song songs tune tunes critics reviewers oscar oscars episode episodes season seasons
    sentences title joke jokes cutting draws drawn directs directed plays played pages costumes sets lines""".split()
)
_SPEAKER = frozenset("i i'd i'm i've i’d i’m i’ve i'll i’ll my me mine we".split())
_JUDGING = frozenset(
    """good best bad worse worst great fine funny funnier dull odd thin perfect terrible boring tiring brilliant clever
    lovely awful charming clumsy sentimental irritating wonderful surprising surprises simple quite mostly feels works
    useful impressive convincing memorable pleasure admire respect isn't mention ought""".split()
)
_DONE = frozenset(
    """made released published came won appeared wrote written recorded filmed shot directed opened premiered sold
    nominated finished based adapted born died runs""".split()
)
_TELLING = frozenset("follows centres centers revolves tells tasked stumbles discovers embarks".split())
_POINTING = frozenset("it it's it’s this that that's that’s there there's there’s what".split())


def plot_probabilities(doc: Document) -> list[list[float]]:
    """For each block of the prose, how probable it is of each sentence that it tells the plot."""
    if doc.notes and not KINDS[doc.notes.kind].has_story:
        return [[0.0] * len(block.sentences) for block in doc.prose]
    makers = _makers(doc)
    kind = kind_of(doc)
    return [_of_block(block, makers, kind) for block in doc.prose]


def _of_block(block: Block, makers: re.Pattern[str] | None, kind: str) -> list[float]:
    odds = [_odds_alone(sentence, makers, kind) for sentence in block.sentences]
    bounded = [max(-_SURE, min(_SURE, each)) for each in odds]
    under, together = _UNDER.get(block.section or "", 0.0), sum(bounded)
    found: list[float] = []
    for number, each in enumerate(odds):
        beside = sum(bounded[max(number - 1, 0) : number + 2]) - bounded[number]
        others = (together - bounded[number]) / max(len(bounded) - 1, 1)
        found.append(probability(each + under + _CONTEXT * (beside + others)))
    return found


def _odds_alone(sentence: Sentence, makers: re.Pattern[str] | None, kind: str) -> float:
    """The log odds of a sentence by what stands in it."""
    if not any(map(str.isalpha, sentence.text)):
        return -_SURE
    of_words = min(plot_odds(without_titles(sentence)), _MOST)
    credited = _credit(sentence.text, makers) if makers else 0.0
    return of_words + credited + _signs(sentence) + (_ITS_SUBJECT if is_of_the_work(sentence, kind) else 0.0)


def _signs(sentence: Sentence) -> float:
    """What the words of a sentence weigh that speak of a work, of its writer, or of whoever judges it."""
    words = [word.lower.replace("’", "'") for word in sentence.words]
    if not words or sentence.is_quoted:
        return 0.0
    found = set(words)
    weight = _OF_THE_WORK if not _MAKING.isdisjoint(found) else 0.0
    weight += _SPEAKS if not _SPEAKER.isdisjoint(found) else 0.0
    weight += _JUDGES if not _JUDGING.isdisjoint(found) else 0.0
    is_dated = any(len(word) == 4 and word[:2] in ("19", "20") and word.isdigit() for word in words)
    weight += _PUBLISHED if is_dated and not _DONE.isdisjoint(found) else 0.0
    weight += _TELLS if _TELLING & found or sentence.text.lower().startswith("set in") else 0.0
    return weight + (_POINTS if words[0] in _POINTING else 0.0)


def _credit(text: str, makers: re.Pattern[str]) -> float:
    """What it weighs that a sentence names a maker: twice as much where it opens with one."""
    named = makers.search(_without_asides(text))
    if named is None:
        return 0.0
    return _CREDITED * 2 if named.start() < _OPENS_WITH else _CREDITED


def without_titles(sentence: Sentence) -> str:
    """The sentence with “the film” for titles: words of a title tell nothing of the sentence they stand in."""
    block, text = sentence.block, sentence.text
    for start, end in reversed(touching(block.emphasis, sentence.start, sentence.end)):
        inside = sentence.start <= start and end <= sentence.end
        if inside and (block.text[start].isupper() or " " in block.text[start:end]):
            text = text[: start - sentence.start] + "the film" + text[end - sentence.start :]
    return _capital_pronoun().sub("the film", text)


@functools.cache
def _capital_pronoun() -> re.Pattern[str]:
    # A pronoun with a capital inside a sentence, or before “is a film”, is a title: Her, It, Us.
    return re.compile(
        r"(?<=[a-z,] )(?:Her|It|Us|Them|She|Him|They|We|Me|You)\b(?!['’])|^Her(?= (?:is|also|has)\b)"
    )


def _without_asides(text: str) -> str:
    """Without what stands in brackets: “Theodore (Joaquin Phoenix) buys” tells the plot."""
    return re.sub(r"\([^()]*\)", "", text) if "(" in text else text


def _makers(doc: Document) -> re.Pattern[str] | None:
    """The names of people, without those that a character has as well."""
    roles = {form for person in doc.names.people if person.is_role for form in person.forms}
    names = {
        form
        for person in doc.names.people
        if not person.is_role
        for form in (person.full, person.short, person.surname)
        if len(form) > 2 and form not in roles and form[0].isupper()
    }
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b") if names else None
