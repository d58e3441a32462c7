"""Claims of what somebody said: the quotations of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from reviewcli.document import Document, Passage, once
from reviewcli.notes.model import Notes
from reviewcli.notes.surnames import fold
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.works import works_in
from reviewcli.reading.facts.mentions import mentions_in

_FEWEST = 4
_TELLS = (
    r"(?:sa(?:y|ys|id|ying)|ask(?:s|ed|ing)?|tell(?:s|ing)?|told|repl(?:y|ies|ied)|answer(?:s|ed)?"
    r"|explain(?:s|ed|ing)?"
    r"|writ(?:es|ing|ten)|wrote|call(?:s|ed|ing)?|claim(?:s|ed|ing)?|declar(?:es|ed|ing)|announc(?:es"
    r"|ed|ing)|quip(?:s|ped)?|mus(?:es|ed)|mutter(?:s|ed)?"
    r"|according to|reads?|shout(?:s|ed|ing)?|yell(?:s|ed)?|whisper(?:s|ed)?|lines?|quot\w+|titled"
    r"|dub(?:s|bed)|describ\w+|puts? it|words?|phrases?|slogan"
    r"|motto|tagline|dialogue|lyrics?|sing(?:s|ing)?|sang|song|remark(?:s|ed)?|observ(?:es|ed)|not(?:es"
    r"|ed)|insist(?:s|ed|ing)?|admit(?:s|ted)?|confess\w*"
    r"|argu(?:es|ed)|ad[dv]\w*|warn(?:s|ed|ing)?|promis(?:es|ed)|boast(?:s|ed)?|joke(?:s|d)?|crack(?:s"
    r"|ed)?|scream(?:s|ed)?|cr(?:ies|ied)|declare|reveal(?:s|ed)?"
    r"|question|message|sign|caption|title|narrat\w+|voice-?over|mantra|refrain|advice|speech|begins?"
    r"|ends?|opens?|credo|known as|named?|so-called|refer\w*"
    r"|exclaim\w*|bark(?:s|ed)?|deadpan\w*|intone[sd]?|respon\w+|recit\w+|state(?:s|d)|suggest(?:s|ed)?"
    r"|tease[sd]?|repeat\w*|snarl\w*|growl\w*|demand\w*|order(?:s|ed)?"
    r"|inform(?:s|ed)?|rant\w*|sneer\w*|interview|review(?:er|s|ed)?|critics?|proclaim\w*|pronounc\w*"
    r"|term(?:s|ed)?|label\w*|bill(?:s|ed)|mean(?:s|ing)?|prais\w+|comment\w*|letters?|text(?:s|ed)?|notes?"
    r"|scrawl\w*|wonder(?:s|ed)?|think(?:s|ing)?|thought|goes|sums? up|summ\w+|utter\w*|deliver\w*"
    r"|hear[sd]?|idea|concept|notion|theory|category|list(?:s|ed)?|rules?|hiss\w*|purrs?|urg\w+|bemoan\w*|continu\w+|bellow\w*|groan\w*|yelling|tone|monologue|lecture|sigh\w*|exchange|conversation)"
)


class Quotation(msgspec.Struct, frozen=True):
    """Words in quotation marks: where they stand without the marks, and whose they are.

    `noted` is the quotation of the notes that they are or nearly are, `is_exact` whether they are it, `is_told`
    whether the text says whose words they are.
    """

    place: Passage
    noted: str | None
    is_exact: bool
    is_told: bool


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(rf"\b{_TELLS}\b", re.IGNORECASE)


@once
def quotations(doc: Document) -> tuple[Quotation, ...]:
    """The quotations of four words and more in the running text; titles are none."""
    noted = {_key(text): text for text in _noted(doc.notes)} if doc.notes else {}
    found: list[Quotation] = []
    for place in _quoted(doc):
        key = _key(place.text)
        match = next((text for each, text in noted.items() if key in each or each in key), None)
        near = match or next((text for each, text in noted.items() if _is_near(key, each)), None)
        found.append(Quotation(place, near, match is not None, _is_told(doc, place)))
    return tuple(found)


def _quoted(doc: Document) -> Iterator[Passage]:
    """What stands in quotation marks, without them and the points at its end."""
    for block in doc.blocks:
        if block.in_quote or not block.is_prose or not block.quotations:
            continue
        titles = {(work.start, work.end) for work in works_in(doc, block)}
        for start, end in (each for each in block.quotations if each not in titles):
            bare = block.text[start + 1 : end - 1].rstrip(".,;!?…—– ")
            words = bare.split()
            if len(words) >= _FEWEST and not _is_title(words):
                yield Passage(block, start + 1, start + 1 + len(bare))


def _is_title(words: list[str]) -> bool:
    """Whether most of the longer words have capitals, as in the title of a song or an article."""
    long = [word for word in words if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) > len(long) / 2


def _noted(notes: Notes) -> Iterator[str]:
    """The words of the work that the notes hold: quotations, and evidence in quotation marks."""
    yield from (quote.text for quote in notes.quotes)
    groups = [
        notes.synopsis,
        notes.themes,
        notes.context,
        notes.verdict,
        notes.critique.strengths,
        notes.critique.weaknesses,
    ]
    for by_name in (notes.performances, notes.craft, dict(notes.named())):
        groups.extend(by_name.values())
    for points in groups:
        yield from (found.text for point in points for found in point.evidence if found.kind == "quote")


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text).replace("'", "")))


def _is_near(said: str, noted: str) -> bool:
    """Whether most words are the same: a quotation from memory."""
    one, other = said.split(), noted.split()
    if abs(len(one) - len(other)) > 2 + len(other) // 5 or len(set(one) & set(other)) < len(set(other)) // 2:
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.7


def _is_told(doc: Document, place: Passage) -> bool:
    """Whether the sentence, or the one beside it, says whose words these are.

    A paragraph of nothing but speech is a dialogue, and a quotation in front of a noun (her “get out of here”
    look) is nobody's.
    """
    block = place.block
    sentences = block.sentences
    here = sentences.index(place.sentence)
    last = sentences.index(Passage(block, place.end, place.end).sentence)
    near = sentences[max(here - 1, 0) : last + 2]
    before = block.text[near[0].start : place.start]
    after = block.text[place.end : near[-1].end]
    if _tells().search(f"{before} {after}") or re.search(r":\s*[“\"‘']?$", block.text[: place.start]):
        return True
    if re.match(r"[^\w\s]*[”\"’']+ [a-z]", after) and re.search(
        r"\b(?:an?|the|that|this|your|his|her|its|my)(?: \w+)? \W$", before
    ):
        return True
    if re.match(r"[.,!?…—–]*[”\"’'] (?:he|she|they|[A-Z]\w+|the \w+) (?:\w+ly )?\w+s\b", after):
        return True
    own = (
        block.text[sentences[here].start : place.start] + " | " + block.text[place.end : sentences[last].end]
    )
    return not re.search(r"[a-z]{2}", own) or _names_somebody(
        doc, place, sentences[here].start, sentences[last].end
    )


def _names_somebody(doc: Document, place: Passage, start: int, end: int) -> bool:
    """Whether a person stands in the sentence of a quotation, by name or as he, she, we."""
    text = f"{place.block.text[start : place.start]} | {place.block.text[place.end : end]}"
    if re.search(r"\b(?:he|she|they|we|I|you|who|him|them)\b", text):
        return True
    return any(
        (mention.people or mention.has_given) and not place.start <= mention.start < place.end
        for mention in mentions_in(doc, place.block)
        if start <= mention.start < end
    )


def find(doc: Document) -> Iterator[Claim]:
    """The quotations, each as the notes have it."""
    for quotation in quotations(doc):
        noted = quotation.noted
        if noted is None or quotation.is_exact:
            yield held("quote", quotation.place, True if noted else None, noted or "")
        else:
            yield held("quote", quotation.place, False, noted, f"The notes have it as “{noted}”.", (noted,))
