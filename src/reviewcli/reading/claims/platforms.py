"""Claims of what a game runs on, and on what it was played."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewcli.document import Document, Passage
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.context import is_no_claim, said_in
from reviewcli.reading.claims.noted import may_claim, noted
from reviewcli.texts.expressions import Expression

_NAMES = (
    r"(?:PlayStation ?[1-5]?(?: Pro| Vita| Portable| VR2?)?|PS ?(?:[1-5]|Vita|P|VR2?)(?: Pro)?"
    r"|Xbox(?: (?:360|One(?: [XS])?|Series(?: [XS](?:[/|][XS])?)?))?|(?:Nintendo )?Switch(?: (?:2|Lite"
    r"|OLED))?|(?:Nintendo )?(?:Wii(?: U)?|3?DS"
    r"|GameCube|64)|Game Boy(?: Advance| Color)?|Steam Deck|Steam|PC|Windows|macOS|Mac|Linux|iOS|iPad"
    r"|iPhone|Android|Stadia"
    r"|(?:Sega )?(?:Dreamcast|Mega Drive|Genesis|Saturn)|(?:Meta )?Quest(?: \d)?|Apple Arcade|Game Pass)"
)
# Families in which one name may stand for another.
_FAMILIES = {
    "steam": "pc",
    "windows": "pc",
    "steamdeck": "pc",
    "macos": "mac",
    "ipad": "ios",
    "iphone": "ios",
    "applearcade": "ios",
    "nintendoswitch": "switch",
    "switchlite": "switch",
    "switcholed": "switch",
    "nintendoswitch2": "switch2",
}


@cache
def _pattern() -> Expression:
    play = r"(?:play(?:ed|ing|s)?|tested|[Rr]eviewed|finished|completed|ran|runs|running|started|bought|streamed)"
    out = r"(?:[Oo]ut|[Aa]vailable|released|launched|exclusive|arrives|coming|came out|playable|appears)"
    many = rf"(?P<names>{_NAMES}(?:(?:,| and|, and|/| or| &) (?:the |my )?{_NAMES})*)"
    return Expression(
        rf"\b(?:(?:I|[Ww]e)(?:['’]ve| have)? {play})(?: (?!on\b)[\w’'*_-]+){{0,5}}? on (?:(?:the"
        rf"|a|an|my|our|both|base) )*{many}(?![\w-])"
        rf"|\b(?:{play}|{out})(?: (?!on\b)[\w’'*_-]+){{0,3}}? (?:on|for|to) (?:(?:the|a|an"
        rf"|both) )*{many.replace('names', 'names2')}(?![\w-])"
        rf"|(?:^|[\n|;]\s*)(?:[Pp]latforms?|[Ff]ormats?): {many.replace('names', 'names4')}"
        rf"|\b(?:[Tt]his|[Tt]he|[Aa]n?) {many.replace('names', 'names3')}[ -](?:exclusive|port|version"
        rf"|game|edition|title|release)\b"
    )


def find(doc: Document) -> Iterator[Claim]:
    """The platforms that the text gives the game, each by itself."""
    if doc.notes is None or not may_claim(doc.notes, "platforms"):
        return
    platforms = noted(doc.notes, "platforms") or ()
    for names, match in said_in(doc, _pattern(), "names names2 names3 names4"):
        if re.search(r"\b(?:demo|beta|preview|prequel|first game)\b", match.group()):
            continue
        for place in names.find(_NAMES, 0):
            if not is_no_claim(doc, place):
                yield _judged(place, platforms)


def _key(name: str) -> str:
    key = re.sub(r"\W|\(.*", "", name.casefold()).replace("playstation", "ps").replace("nintendo", "")
    key = re.sub(r"(?<=xboxseries)[xs]+$", "", key).removesuffix("pro")
    return _FAMILIES.get(key, key)


def _agree(said: str, known: str) -> bool:
    """Whether two names are of one thing; a bare PlayStation or Xbox is any of them."""
    return (
        said == known
        or (said in ("ps", "xbox") and known.startswith(said))
        or (said == "gamepass" and known in ("pc", "xboxseries", "xboxone"))
    )


def _judged(place: Passage, platforms: tuple[str, ...]) -> Claim:
    if not platforms:
        return held("platform", place, fits=None)
    fits = any(_agree(_key(place.text), _key(name)) for name in platforms)
    told = ", ".join(platforms)
    return held("platform", place, fits, told, f"The notes have {told}, not {place.text}.", platforms)
