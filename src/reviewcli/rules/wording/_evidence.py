"""Evidence: what a sentence shows, and what the notes hold."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from reviewcli.document import Document, Sentence
from reviewcli.notes.model import Notes, Point
from reviewcli.notes.performers import is_ensemble, who
from reviewcli.notes.surnames import surname

_VERB = r"(?:[a-z’']+ |[A-Z]\w+ ){1,4}(?:\w+s|\w+ed|\w+ing|was|were|get|go|come)\b"
_SHOWS = (
    r"[“\"]|\d:\d\d"
    r"|\b(?:[Ww]hen|[Ww]henever|while|[Uu]ntil|[Bb]efore|[Bb]ecause|where|(?<!long )[Aa]fter|(?<!at )[Oo]nce"
    r"|[Aa]s(?= (?:he|she|they|it|his|her|their|the|a)\b)) "
    rf"(?!well\b|good\b|much\b|ever\b|usual\b|always\b|expected\b|a whole\b|such\b|he is\b|she is\b){_VERB}"
    r"|\b(?:[Ww]hen|while|[Ww]henever) \w+(?:ing|ed)\b"
    r"|\b(?:scenes?|moments?|shots?|sequences?|speech|monologue|close-ups?|opening|finale) (?:\w+ ){0,4}?"
    r"(?:when|where|in|with|of|after|on|at|between|opposite|involving)\b"
    r"|\b(?:[Ii]n|[Dd]uring|[Aa]t|for|of|is) (?:the|one|a|an|his|her|their) (?:[\w’']+[- ]){0,4}"
    r"(?:scene|moment|shot|sequence|speech|monologue|close-up|finale|centerpiece|centrepiece|climax|set[- ]piece)\b"
    r"|\bthe way\b|\bwatch (?:how|him|her|them|the)\b|\blook (?:at|for|how)\b|\bnotice\b|\bso (?:\w+ )+that\b"
    r"|\bby \w+ing\b|\bfor (?:example|instance)\b"
)
_SHOWN_NEXT = (
    r"(?:He|She|They|His|Her|Their|Watch|Notice|Look|Listen|Take|When|As|In one|In the|At one|One|There|Whether"
    r"|Even when)\b"
)


@functools.cache
def _shows() -> re.Pattern[str]:
    return re.compile(_SHOWS)


def shows(sentence: Sentence) -> bool:
    """Whether a sentence shows something: a moment, a quotation, a time, how it is done, why."""
    return bool(_shows().search(sentence.text))


def after(sentence: Sentence) -> Sentence | None:
    """The sentence behind it in the same block."""
    sentences = sentence.block.sentences
    number = next((n for n, each in enumerate(sentences) if each.start == sentence.start), len(sentences))
    return sentences[number + 1] if number + 1 < len(sentences) else None


def is_backed(sentence: Sentence, doc: Document) -> bool:
    """Whether it or the next sentence shows something, or holds evidence of the notes."""
    following = after(sentence)
    if shows(sentence) or (following and (shows(following) or re.match(_SHOWN_NEXT, following.text))):
        return True
    return any(_holds(each, text) for each in (sentence, following) if each for text in _texts(doc))


def _texts(doc: Document) -> Iterator[str]:
    return (item.text for point in points(doc.notes) for item in point.evidence) if doc.notes else iter(())


def _holds(sentence: Sentence, evidence: str) -> bool:
    wanted = {word for word in re.findall(r"[^\W\d_]{4,}", evidence.lower()) if word not in ("scene", "with")}
    return len(wanted & {word.lower for word in sentence.words}) >= min(2, len(wanted) or 9)


def points(notes: Notes) -> Iterator[Point]:
    """Every point that the notes make."""
    for by_name in (notes.performances, notes.craft, dict(notes.named())):
        for named in by_name.values():
            yield from named
    yield from (*notes.themes, *notes.critique.strengths, *notes.critique.weaknesses, *notes.verdict)


def evidence_for(sentence: Sentence, doc: Document) -> str:
    """What the notes hold for whoever a sentence names: “Your notes have the beach walk, 0:58.”; else nothing."""
    if doc.notes is None:
        return ""
    words = {word.text.removesuffix("’s").removesuffix("'s") for word in sentence.words}
    for key, said in doc.notes.performances.items():
        texts = [", ".join(item.text for item in point.evidence) for point in said if point.evidence]
        if texts and _means(words, key, doc.notes):
            return f"Your notes have {'; '.join(texts[:2])}."
    return ""


def _means(words: set[str], key: str, notes: Notes) -> bool:
    """Whether the words of a sentence name those whom the notes call so, or nobody where that is the ensemble."""
    performers = who(notes, key)
    names = {part for member in performers for part in (surname(member.name), member.short) if part}
    roles = {part for member in performers for role in member.roles for part in role.split()}
    return bool(words & (names | roles)) or (is_ensemble(key) and not _names_one(words, notes))


def _names_one(words: set[str], notes: Notes) -> bool:
    return any(surname(member.name) in words for member in notes.cast)
