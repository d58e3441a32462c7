"""What stands round a place of a draft: whether it is said of the work, and meant as said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Document, Passage, once
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.surnames import fold
from reviewcli.reading.claims.context import SUPPOSED, names_another_work
from reviewcli.reading.claims.works import Work, works_in
from reviewcli.reading.facts.numbers import Number, Placed, singular

# Words for the work itself, of any kind; a short may be shown with it.
NOUNS = frozenset(
    [noun for kind in KINDS.values() for noun in kind.nouns.split()]
    + """short adventure biopic epic farce flick melodrama miniseries mystery noir piece picture release romance
    spectacle western tale account""".split()
)
LENGTHS = frozenset("duration length runtime time".split())
# What lasts or is counted that is not the whole work, or is another form of it.
_PARTS = frozenset(
    """act arc cartoon chapter chase climax clip commentary conversation cut dinner disc dvd epilogue episode essay
    exchange finale flashback footage gag half intermission interval interview intro introduction joke lecture letter
    monologue montage movement number pilot prologue reel scene section segment sequence sermon shot side sketch skit
    song speech television trailer tv version video""".split()
)
_PART_BEFORE = frozenset(
    """additional after another best both by closing each early either every extra feel feels felt few final first
    further last least next opening other original past previous second seem seemed seems than then those until
    within""".split()
)
_PART_AFTER = frozenset(
    """after ago apart away before each early from in into later left longer on per past shorter until too off
    where who""".split()
)
_IT = frozenset("it its it's this these whole script screenplay story plot runtime".split())
_DENIED = frozenset("not never no nor without hardly isn't wasn't doesn't didn't don't won't".split())
# Words that speak of another form of the work, or of a time that is not that of its release.
_OTHERS = frozenset(
    """remake remade remakes reissue reissued rereleased restored restoration reboot sequel sequels prequel predecessor
    successor follow-up original originally earlier previous previously prior later subsequent broadway stage silent
    television tv radio dvd blu-ray video re-released re-issued rerelease re-release version versions other
    another next anniversary novel novella book play memoir comic musical source draft""".split()
)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return re.findall(r"[\w]+(?:['’-]\w+)*", text.lower().replace("’", "'"))


def place_of(placed: Placed, *, whole: bool = False) -> Passage:
    """A number as a passage; `whole` with its unit."""
    number = placed.number
    return Passage(placed.block, number.start, max(number.whole, number.end) if whole else number.end)


def is_meant(place: Passage) -> bool:
    """Whether a place is said by the critic and as a fact: not quoted, supposed or denied."""
    if place.is_quoted:
        return False
    before = words_of(place.before[-60:])
    joined = f" {' '.join(before[-8:])} "
    return not any(phrase in joined for phrase in SUPPOSED) and _DENIED.isdisjoint(before[-2:])


def is_of_the_work(doc: Document, place: Passage) -> bool:
    """Whether a place is meant, and no other work stands nearer in the sentence than the work's own title."""
    return is_meant(place) and not names_another_work(doc, place, after=40)


def is_of_a_part(place: Passage, number: Number) -> bool:
    """Whether a number is that of a part of the work, or of time that goes by: ten minutes later."""
    before = words_of(re.split(r"[,;:—–(]", place.before)[-1])
    after = words_of(re.split(r"[,;:—–)]", place.after[:50])[0])
    if not _PART_BEFORE.isdisjoint(before[-2:]) or (after and after[0] in _PART_AFTER):
        return True
    if after[:1] == ["of"] and not {"it", "this", "the", "pure", "sheer", "its", "non"} & set(after[1:2]):
        return True
    if after[:1] == ["to"] and after[1:2] not in (["tell"], ["spare"]):
        return True
    near = {singular(word) for word in before[-7:]} | {singular(word) for word in after[:1]}
    return not _PARTS.isdisjoint(near - set(number.units[:1]))


def modifies_the_work(
    doc: Document, place: Passage, number: Number, nouns: frozenset[str] = NOUNS
) -> bool | None:
    """Whether a number in front of a noun describes the work: a 126-minute film; None where it describes nothing."""
    is_bare = (
        place.text[-1:] in "s." or number.text == place.text or place.text.lower().endswith(("min", "pp"))
    )
    if not number.is_compound and is_bare:
        return None
    if not nouns.isdisjoint(number.units[1:]) or not LENGTHS.isdisjoint(number.units[1:]):
        return True
    return any(work.is_own and 0 <= work.start - place.end < 16 for work in works_in(doc, place.block))


@once
def makers(doc: Document) -> frozenset[str]:
    """The surnames of those who made the work, folded."""
    notes = doc.notes
    if notes is None:
        return frozenset()
    people = {person.name for person in notes.people()} - {member.name for member in notes.cast}
    return frozenset(fold(name.split()[-1]) for name in people if name.split())


def speaks_of_the_work(doc: Document, place: Passage) -> bool:
    """Whether the sentence names the work: by its title, as the film or it, or by its maker."""
    sentence = place.sentence
    words = words_of(sentence.text)
    if not _IT.isdisjoint(words) or "running time" in sentence.text.lower():
        return True
    if any(singular(word.removesuffix("'s")) in NOUNS for word in words):
        return True
    if any(work.is_own for work in works_in(doc, place.block) if sentence.start <= work.start < sentence.end):
        return True
    return any(fold(word.removesuffix("'s")) in makers(doc) for word in words) or _label(place) is not None


def _label(place: Passage) -> re.Match[str] | None:
    return re.search(r"(?:length|duration|pages|hours|year)\W*$", place.before, re.IGNORECASE)


def hints_at_another(place: Passage, *, but: str = "") -> bool:
    """Whether a word near a place speaks of a remake, a reissue, an earlier work."""
    near = words_of(place.before[-60:])[-9:] + words_of(place.after[:30])[:5]
    return not _OTHERS.isdisjoint({word for word in near if word not in but.split()})


def own_titles_in(doc: Document, place: Passage) -> Iterator[Work]:
    """The titles of the work in the sentence of a place."""
    sentence = place.sentence
    for work in works_in(doc, place.block):
        if work.is_own and sentence.start <= work.start < sentence.end:
            yield work
