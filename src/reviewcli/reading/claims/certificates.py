"""Claims of the age from which a work is shown or sold: rated R, a 15 certificate, PEGI 12."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Document, Passage
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.context import (
    WORK,
    is_hypothetical,
    names_another_work,
    said_in,
    speaks_of_another,
)
from reviewcli.texts.expressions import Expression

# The marks of one board each: a mark goes against those of its own board only.
_BOARDS = {
    "MPA": "G PG PG-13 R NC-17",
    "BBFC": "U PG 12 12A 15 18 R18",
    "TV": "TV-Y TV-Y7 TV-G TV-PG TV-14 TV-MA",
    "ESRB": "E E10+ T M AO",
    "PEGI": "PEGI 3,PEGI 7,PEGI 12,PEGI 16,PEGI 18",
    "FSK": "FSK 0,FSK 6,FSK 12,FSK 16,FSK 18",
}
_MARKS = (
    r"(?:TV-(?:Y7?|G|PG|14|MA)|PEGI[ -]\d{1,2}|FSK[ -]\d{1,2}|PG-?13|NC-?17|E10\+"
    r"|12A|R18|PG|AO|[GRUMTE]|X|12|15|18)"
)


_SAID = Expression(
    rf"\b(?:[Rr]ated|[Cc]ertified|[Cc]lassified|[Cc]ertificate:?|[Rr]ating:?|(?:carries|gets|has"
    rf"|got|earned|received|given)"
    rf" an?) [“\"‘']?(?:(?:hard|soft|well-earned|deserved) )?(?P<after>{_MARKS})(?![\w+/]|['’]\w"
    rf"|[.-]\d| stars?|\.\d)",
    rf"\b(?P<before>{_MARKS})[”\"’']? (?:certificate|rating|classification)\b",
    rf"\b(?P<rated>{_MARKS})-rated (?:[\w-]+ ){{0,3}}?{WORK}\b",
)


def find(doc: Document) -> Iterator[Claim]:
    """The certificates that the text gives the work."""
    if doc.notes is None:
        return
    for place, match in said_in(doc, _SAID, "after before rated"):
        if _is_of_something_else(place, match) or names_another_work(doc, place):
            continue
        if not is_hypothetical(place) and not speaks_of_another(place, but=_OWN):
            yield _judged(place, doc.notes.certificate)


def _is_of_something_else(place: Passage, match: re.Match[str]) -> bool:
    """Whether it “gets an E” and no word says that this is a certificate."""
    verb = r"(?:[Cc]arries|[Gg]ets|[Hh]as|[Gg]ot|[Ee]arned|[Rr]eceived|[Gg]iven)"
    noun = r"[”\"’']? (?:certificate|rating|classification)"
    return bool(re.match(verb, match.group()) and not re.match(noun, place.block.text[match.end() :]))


_OWN = "theatrical series musical short novel book play version DVD video also adaptation television tv"


def _key(mark: str) -> str:
    return re.sub(r"[\s-]", "", mark).upper()


def _boards(mark: str) -> set[str]:
    return {
        name
        for name, marks in _BOARDS.items()
        if _key(mark) in {_key(each) for each in (marks.split(",") if "," in marks else marks.split())}
    }


def _judged(place: Passage, certificate: str | None) -> Claim:
    noted = re.findall(rf"(?<![\w+-]){_MARKS}(?![\w+])", certificate or "")
    rivals = [mark for mark in noted if _boards(mark) & _boards(place.text)]
    is_same = _key(place.text) in {_key(mark) for mark in noted}
    message = f"The notes have the certificate {certificate}, not {place.text}."
    fits = True if is_same else False if rivals else None
    return held("certificate", place, fits, certificate or "", message, tuple(dict.fromkeys(rivals)))
