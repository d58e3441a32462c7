"""Sentences whose subject is a part of the work: the prose turns, each chapter opens, the drums come in."""

from __future__ import annotations

import functools

from reviewcli.document import Document, Sentence, once
from reviewcli.notes.kinds import DEFAULT, KINDS

_REACH = 5  # words within which the head of a subject stands
# Parts of a work that nobody meets in a story.
_ANY = """prose paragraphs passages chapter chapters narration dialogue metaphor metaphors simile similes imagery syntax
    plotting plot subplot subplots structure structures tone pacing pace rhythm rhythms diction style title titles
    half ending endings opening premise characterisation characterization exposition flashbacks flashback digressions
    prologue epilogue coda finale climax act acts jokes joke gags humour humor satire comedy tragedy cliffhangers
    cliffhanger episode episodes season seasons series show script screenplay writing storytelling direction editing
    cutting camera camerawork cinematography photography lighting costumes score soundtrack music song songs
    effects visuals animation palette colours colors framing compositions performances performance acting cast ensemble
    translation translations footnotes adaptation remake sequel revival staging choreography blocking
    production design melodrama symbolism allegory themes theme result results silences pauses cuts shot shots
    close-ups images sentences lines voiceover voice-over narrator casting chemistry runtime"""
# A word after which no head of the subject comes any more.
_STOPS = frozenset(
    """of in on at to for with by from as into is are was were has have had does do did that which who he she they it
    i we you there and or not when while if because until after before""".split()
)


@functools.cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(f"{_ANY} {KINDS[kind].parts}".split())


@once
def kind_of(doc: Document) -> str:
    """The kind of the notes; without notes one of which more than three words tell, else the default."""
    if doc.notes:
        return doc.notes.kind
    words = {word.lower for word in doc.words}
    for name, kind in KINDS.items():
        if len(words.intersection(kind.telling.split())) > 3 and words.isdisjoint(_OF_OTHERS):
            return name
    return DEFAULT


# Words of works that others sing of.
_OF_OTHERS = frozenset("film movie novel director".split())


def is_of_the_work(sentence: Sentence, kind: str) -> bool:
    """Whether the sentence opens with a part of the work as its subject."""
    nouns = _nouns(kind)
    for number, word in enumerate(sentence.words[:_REACH]):
        lower = word.lower
        if lower in nouns:
            return True
        if lower in _STOPS and not (number == 0 and lower == "and"):
            return False
    return False
