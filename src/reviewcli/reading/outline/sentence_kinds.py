"""Plot or opinion, sentence by sentence: the words weigh most; headings, names and neighbours help."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

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
_CONTEXT = 0.12  # how much the sentences beside it say of a sentence
_SURE = 4.0
_CREDITED = -1.0  # a sentence that names somebody who made the film
_OPENS_WITH = 4  # letters: who stands there is what the sentence is about
_OF_THE_WORK = -1.0  # a sentence that speaks of the making, or of the writer
_ITS_SUBJECT = -3.5  # a sentence whose subject is a part of the work: each chapter, the drums
# In a sentence with one of these the making is spoken of, or the writer, however much happens in it.
_MAKING = frozenset(
    """camera cinematography editing screenplay script dialogue actor actors actress performance performances scene
    scenes shot shots close-up close-ups sequence sequences score soundtrack screen frame cut cuts i i'd i'm i've i’d
    i’m i’ve we us our reader readers reader’s reads viewer viewers audience audiences""".split()
)


def plot_probabilities(doc: Document) -> list[list[float]]:
    """For each block of the prose, how probable it is of each sentence that it tells the plot."""
    if doc.notes and not KINDS[doc.notes.kind].has_story:
        return [[0.0] * len(block.sentences) for block in doc.prose]
    makers = _makers(doc)
    kind = kind_of(doc)
    return [_of_block(block, makers, kind) for block in doc.prose]


def _of_block(block: Block, makers: re.Pattern[str] | None, kind: str) -> list[float]:
    odds = [
        plot_odds(without_titles(sentence)) if any(map(str.isalpha, sentence.text)) else -_SURE
        for sentence in block.sentences
    ]
    under = _UNDER.get(block.section or "", 0.0)
    found: list[float] = []
    for number, sentence in enumerate(block.sentences):
        beside = [odds[other] for other in (number - 1, number + 1) if 0 <= other < len(odds)]
        neighbours = sum(max(-_SURE, min(_SURE, each)) for each in beside) / max(len(beside), 1)
        credited = _credit(sentence.text, makers) if makers else 0.0
        words = sentence.text.lower().split()
        of_the_work = _OF_THE_WORK if not _MAKING.isdisjoint(words) else 0.0
        of_the_work += _ITS_SUBJECT if is_of_the_work(sentence, kind) else 0.0
        found.append(probability(odds[number] + under + _CONTEXT * neighbours + credited + of_the_work))
    return found


def _credit(text: str, makers: re.Pattern[str]) -> float:
    """What it weighs that a sentence names a maker: twice as much where it opens with one."""
    named = makers.search(_without_asides(text))
    if named is None:
        return 0.0
    return _CREDITED * 2 if named.start() < _OPENS_WITH else _CREDITED


def without_titles(sentence: Sentence) -> str:
    """The sentence with “the film” for titles: words of a title tell nothing of the sentence they stand in."""
    block, text = sentence.block, sentence.text
    for start, end in reversed(block.emphasis):
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
