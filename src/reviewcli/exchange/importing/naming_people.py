"""Who plays whom and who made it, where a text says so in a form that leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Document

# A word with a capital, or initials; a stop that ends a sentence and a genitive are no part of it.
_WORD = r"(?:(?:[^\W\d_a-z]\.)+|(?:Jr|Sr)\.|[^\W\d_a-z](?:[\w-]|['’](?!s\b|\s|$))*)"
_SMALL = r"(?:de|del|della|der|den|di|da|du|la|le|van|von|bin|al|el|y|ten|ter)"
_PERSON = rf"{_WORD}(?: (?:{_SMALL} )*{_WORD}){{1,3}}"  # two words at least
_ROLE = rf"(?:(?:Dr|Mr|Mrs|Ms|St)\. )?{_WORD}(?: (?:{_SMALL} |the )*{_WORD}){{0,3}}"
_NO_ROLES = frozenset(
    "the a an his her their its this that it he she they in on at as and but or when while where if with for to of "
    "film movie director writer screenwriter composer cinematographer star stars actor actress".split()
)


def cast_in(doc: Document) -> Iterator[tuple[str, str, bool]]:
    """Name, role and whether it is a voice: of “Samantha (voiced by Scarlett Johansson)” and its like."""
    seen: set[tuple[str, str]] = set()
    for block in doc.prose:
        for name, role, voice in _credits(block.text):
            if role.split()[0].casefold() not in _NO_ROLES and (name, role) not in seen:
                seen.add((name, role))
                yield name, role, voice


def _credits(text: str) -> Iterator[tuple[str, str, bool]]:
    in_brackets = rf"\b({_ROLE}) \(((?:played |portrayed |voiced )by )?({_PERSON})(?:,[^()]*)?\)"
    for match in re.finditer(in_brackets, text):
        yield match[3], match[1], bool(match[2] and match[2].startswith("voiced"))
    for match in re.finditer(rf"\b({_PERSON}) \((?:as |playing )({_ROLE})\)", text):
        yield match[1], match[2], False
    plays = rf"\b({_PERSON}),? (plays|portrays|voices|is cast as|stars as|appears as) ({_ROLE})\b(?!['’]s)"
    for match in re.finditer(plays, text):
        yield match[1], match[3], match[2] == "voices"
    for match in re.finditer(rf"\b({_ROLE}), (played|portrayed|voiced) by ({_PERSON})", text):
        yield match[3], match[1], match[2] == "voiced"


def makers_in(doc: Document) -> dict[str, list[str]]:
    """Directors and writers: of “directed by”, “director NAME”, “NAME’s Her”."""
    text = "\n".join(block.text for block in doc.prose)
    names = rf"({_PERSON}(?:(?:, | and |, and ){_PERSON})*)"
    both = re.search(rf"\b(?:[Ww]ritten and directed|[Dd]irected and written) by {names}", text)
    found: dict[str, list[str]] = {}
    for key, pattern in (
        ("directors", rf"\b(?:[Dd]irected by|[Dd]irector|[Ff]ilmmaker) {names}"),
        ("writers", rf"\b(?:[Ww]ritten by|[Ss]creenplay by|[Ss]cripted by|[Ss]creenwriter) {names}"),
    ):
        match = both or re.search(pattern, text)
        if match:
            found[key] = [_without_genitive(name) for name in re.split(r", and |, | and ", match[1])]
    return found


def crew_in(doc: Document) -> dict[str, list[str]]:
    """Departments: of “edited by Eva Holm”, “the score, by Oliver Coates”, “Gregory Oke’s cinematography”."""
    text = "\n".join(block.text for block in doc.prose)
    found: dict[str, list[str]] = {}
    for department, done, thing in (
        (
            "cinematography",
            r"(?:cinematography|photography|camerawork|photographed|lensed)",
            r"camerawork|cinematography|photography",
        ),
        ("editing", r"(?:editing|edited)", r"editing"),
        ("music", r"(?:music|score|scored|composed|soundtrack)", r"score|music|soundtrack"),
        ("production design", r"production design(?:ed)?", r"production design"),
        ("costume design", r"costumes?(?: design(?:ed)?)?", r"costumes?"),
    ):
        match = re.search(rf"\b(?i:{done})(?: is| are)?,? by ({_PERSON})", text) or re.search(
            rf"\b({_PERSON})['’]s? (?:[a-z-]+ ){{0,2}}?(?:{thing})\b", text
        )
        if match:
            found[department] = [_without_genitive(match[1])]
    return found


def owner_of(doc: Document, title: str) -> str | None:
    """Whose the work is called: “Spike Jonze’s Her”, who may be its director, or wrote the book."""
    quoted = rf"[*_“\"]*{re.escape(title)}\b"
    for block in doc.prose[:3]:
        if match := re.search(rf"\b({_PERSON})['’]s? {quoted}", block.text):
            return _without_genitive(match[1])
    return None


def _without_genitive(name: str) -> str:
    return re.sub(r"['’]s?$", "", name).rstrip(".")
