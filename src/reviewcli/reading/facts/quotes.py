"""Claims of what somebody said: the quotations of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from reviewcli.document import Document, Passage, once
from reviewcli.notes.surnames import fold
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.works import works_in
from reviewcli.reading.facts.index import Fact, index_of
from reviewcli.reading.facts.mentions import mentions_in

_FEWEST = 4
_MOSTLY = 0.6  # of the words are the same
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

    `noted` is what the notes quote that they are or nearly are. `wrong` are the words that differ, with `right` in
    their place; none where they are it. `is_told` says whether the text says whose words they are.
    """

    place: Passage
    noted: Fact | None
    wrong: Passage | None
    right: str
    is_told: bool


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(rf"\b{_TELLS}\b", re.IGNORECASE)


@once
def quotations(doc: Document) -> tuple[Quotation, ...]:
    """The quotations of four words and more in the running text; titles are none."""
    noted = [(fact, _words(_bare(fact.text))) for fact in index_of(doc).of("quotation")]
    return tuple(_held_against(doc, place, noted) for place in _quoted(doc))


def _bare(text: str) -> str:
    """Quoted words without who says them."""
    return re.sub(r"\s[—–-]{1,2}\s[^—–.!?]*$", "", text)


def _held_against(doc: Document, place: Passage, noted: Sequence[tuple[Fact, list[Word]]]) -> Quotation:
    said, is_told = _words(place.text), _is_told(doc, place)
    key = f" {_key(place.text)} "
    for fact, words in noted:
        whole = f" {' '.join(word.key for word in words)} "
        if key in whole or (len(words) >= _FEWEST and whole in key):
            return Quotation(place, fact, None, "", is_told)
    for fact, words in noted:
        if aligned := _aligned(said, words):
            start, end, right = aligned
            wrong = Passage(place.block, place.start + start, place.start + end)
            return Quotation(place, fact, wrong, _cut_out(_bare(fact.text), right), is_told)
    return Quotation(place, None, None, "", is_told)


class Word(msgspec.Struct, frozen=True):
    """A word of a quotation, folded, and its place in it."""

    key: str
    start: int
    end: int


def _words(text: str) -> list[Word]:
    found = re.finditer(r"\w+(?:['’]\w+)*", text)
    return [Word(_key(match.group()), *match.span()) for match in found]


def _cut_out(text: str, place: tuple[int, int]) -> str:
    return text[place[0] : place[1]]


def _aligned(said: list[Word], noted: list[Word]) -> tuple[int, int, tuple[int, int]] | None:
    """Where a quotation from memory differs from the words that are noted, and what of those stands there instead.

    One stretch of other words is the mistake; where there are several, the whole is.
    """
    from difflib import SequenceMatcher

    one, other = [word.key for word in said], [word.key for word in noted]
    if len(set(one) & set(other)) < max(3, len(one) // 2):
        return None
    is_part = len(one) < len(other) - 2
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    if is_part and steps[0][0] == "insert":
        steps = steps[1:]  # words of the notes at either end are only left out
    if is_part and steps[-1][0] == "insert":
        steps = steps[:-1]
    size = len(one) if is_part else max(len(one), len(other))
    if (
        len(one) > len(other) + 2
        or sum(step[2] - step[1] for step in steps if step[0] == "equal") < _MOSTLY * size
    ):
        return None
    wrong = [step for step in steps if step[0] != "equal"]
    if len(wrong) == 1 and wrong[0][0] == "replace":
        steps = wrong
    i1, i2, j1, j2 = steps[0][1], steps[-1][2], steps[0][3], steps[-1][4]
    return said[i1].start, said[i2 - 1].end, (noted[j1].start, noted[j2 - 1].end)


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


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text).replace("'", "")))


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
    for each in quotations(doc):
        fact, noted = each.noted, index_of(doc).noted(each.noted)
        if fact is None or each.wrong is None:
            yield held("quote", each.place, True if fact else None, fact.text if fact else "", rests_on=noted)
        else:
            message = f"The notes have it as “{_bare(fact.text)}”."
            right = (each.right,)
            yield held("quote", each.wrong, False, _bare(fact.text), message, right, rests_on=noted)
