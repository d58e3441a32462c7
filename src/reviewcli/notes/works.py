"""Reads what else notes hold, as a line or as a mapping: prizes, scores, other works, quotations."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from reviewcli.notes.mappings import keys_of
from reviewcli.notes.people import PERSONS
from reviewcli.notes.reading import Reading
from reviewcli.notes.shape import Key, Shape
from reviewcli.notes.shapes import (
    ANY_YEAR,
    DAY,
    FLAG,
    PROSE,
    TEXT,
    TEXTS,
    keyed,
    listed,
    or_text,
    read_prose,
    read_text,
)
from reviewcli.notes.values import Award, BasedOn, Comparison, Franchise, Person, Quote, Score, Seen, Spoiler
from reviewcli.texts.yaml.nodes import Mapping_, Node, Scalar

_RESULTS = {
    "won": "won",
    "win": "won",
    "winner": "won",
    "nominated": "nominated",
    "nomination": "nominated",
    "nominee": "nominated",
    "shortlisted": "shortlisted",
}


def award_of(text: str) -> Award:
    """A prize of its line: `Academy Award, Best Original Screenplay, 2014, won, Spike Jonze`."""
    name, *parts = [part.strip() for part in text.split(",") if part.strip()] or [text]
    category: list[str] = []
    person: list[str] = []
    year: int | None = None
    result: str | None = None
    for part in parts:
        if year is None and re.fullmatch(r"[12][0-9]{3}", part):
            year = int(part)
        elif result is None and part.casefold() in _RESULTS:
            result = _RESULTS[part.casefold()]
        elif year is None and result is None:
            category.append(part)
        else:
            person.append(part)
    return Award(
        name=name,
        category=", ".join(category) or None,
        year=year,
        result=result,
        person=", ".join(person) or None,
    )


def comparison_of(text: str) -> Comparison:
    """Another work of its line: `Lost in Translation (2003)`, with a dash and the reason after it."""
    match = re.fullmatch(r"(.+?)\s*\(([12][0-9]{3})\)\s*(?:[—–:,-]+\s*(.+))?", text, re.DOTALL)
    if not match:
        # A reason begins small; what is large after a dash belongs to the title: Mission: Impossible – Fallout.
        undated = re.fullmatch(r"(.+?)\s+[—–]\s+([a-z].*)", text, re.DOTALL)
        return Comparison(title=undated[1], why=undated[2]) if undated else Comparison(title=text)
    return Comparison(title=match[1], year=int(match[2]), why=match[3])


def quote_of(text: str) -> Quote:
    """Words and who says them: `I can still feel you — Theodore`."""
    found = re.fullmatch(r"(.+)\s(?:—|–|--|―)\s*(.+)", text, re.DOTALL)
    speaker = found[2].strip() if found else ""
    words = re.findall(r"[\w'’.-]+", speaker)
    is_name = bool(words) and len(words) <= 6 and speaker[0].isupper() and words[0] not in ("I", "I’m", "I'm")
    if not found or not is_name or speaker[-1] in '?!,;…”"':
        return Quote(text=unquoted(text))
    return Quote(text=unquoted(found[1].strip()), speaker=speaker.rstrip(".") if len(words) == 1 else speaker)


def unquoted(text: str) -> str:
    """The text without the quotation marks that stand round the whole of it."""
    pairs = {'"': '"', "“": "”", "‘": "’"}
    closing = pairs.get(text[:1])
    is_whole = closing and text.endswith(closing) and text.count(closing) == (2 if closing == '"' else 1)
    return text[1:-1].strip() if is_whole and len(text) > 2 else text


def based_on_of(text: str) -> BasedOn:
    """A source of its line: `The Seed and the Sower by Laurens van der Post (1963)`."""
    match = re.fullmatch(r"(.+?)(?:,? by (.+?))?(?:\s*\(([0-9]{4})\))?", text)
    title, author, year = (match[1], match[2], match[3]) if match else (text, None, None)
    authors = tuple(Person(name=name) for name in re.split(r"\s+and\s+|,\s+", author)) if author else ()
    return BasedOn(title=title, author=authors, year=int(year) if year else None)


# The forms of a score; the JSON Schema has them too.
_LETTER = r"[A-Fa-f][+\-−–]?"
_GLYPHS = r"(?=.)[★⭐]*[½⯪]?☆*"
_OUT_OF = r"([0-9]{1,3}(?:[.,][0-9]+)?)?\s*([½¼¾])?\s*(?:/|out of|of)\s*([0-9]{1,4})(?:\s*stars?)?"
_STARS = r"([0-9](?:[.,][0-9]+)?)?\s*([½¼¾])?\s*stars?"
_PERCENT = r"([0-9]{1,3}(?:[.,][0-9]+)?)\s*%"


def score_of(text: str) -> Score | None:
    """A score in any of the usual forms, kept as written: 4.5/5, 9 out of 10, B+, ★★★½☆."""
    text = text.strip().replace("\ufe0f", "")  # what makes a star an emoji
    if re.fullmatch(_LETTER, text):
        return Score(text=text)
    if re.fullmatch(_GLYPHS, text):
        return _stars(text)
    match = re.fullmatch(_OUT_OF, text)
    if match and (match[1] or match[2]):
        return Score(text=text, value=_number(match[1], match[2]), scale=float(match[3]))
    match = re.fullmatch(_STARS, text)
    if match and (match[1] or match[2]):
        return Score(text=text, value=_number(match[1], match[2]))
    match = re.fullmatch(_PERCENT, text)
    return Score(text=text, value=_number(match[1], None), scale=100.0) if match else None


def _number(digits: str | None, fraction: str | None) -> float:
    return float((digits or "0").replace(",", ".")) + {"½": 0.5, "¼": 0.25, "¾": 0.75}.get(fraction or "", 0)


def _stars(text: str) -> Score:
    full = text.count("★") + text.count("⭐")
    half = text.count("½") + text.count("⯪")
    empty = text.count("☆")
    value = full + half / 2
    scale = float(full + half + empty) if empty else 5.0 if full + half > 4 else None
    return Score(text=text, value=value, scale=scale)


def _read_score(reading: Reading, node: Node) -> Score | None:
    if not isinstance(node, Scalar):
        reading.no_text(node)
        return None
    score = score_of(node.text)
    if score is None:
        if re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", node.text.strip()):
            reading.wrong(node, f"has no scale. Write {node.text.strip()}/10 or the like.")
            return None
        reading.wrong(node, "is no score. Write 4.5/5, 9/10, 87/100, B+ or ★★★★½.")
        return None
    return _within_scale(reading, node, score)


def _within_scale(reading: Reading, node: Node, score: Score) -> Score | None:
    if score.scale is not None and score.scale <= 0:
        reading.wrong(node, "has a scale of nothing. Write 4/5, 8/10 or the like.")
        return None
    if score.value is not None and score.scale is not None and score.value > score.scale:
        message = f"{score.value:g} is above the scale of {score.scale:g}. Mend the number or the scale."
        reading.error("value", message, node.span, node.given)
        return None
    return score


def _score_reader(reading: Reading, node: Node) -> Score | None:
    if not isinstance(node, Mapping_):
        return _read_score(reading, node)
    values = keys_of(reading, node, SCORE_KEYS)
    if "value" not in values or "scale" not in values:
        return None
    text = f"{values['value']:g}/{values['scale']:g}"
    return _within_scale(reading, node, Score(text=text, value=values["value"], scale=values["scale"]))


def _read_number(reading: Reading, node: Node) -> float | None:
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if not re.fullmatch(r"[0-9]{1,4}(?:[.,][0-9]+)?|\.[0-9]+", text):
        reading.wrong(node, "is no number. Write digits, as in 4 or 4.5.")
        return None
    return float(text.replace(",", "."))


NUMBER = Shape(_read_number, or_text({"type": "number", "minimum": 0}, "^[0-9.,]+$"))
SCORE_KEYS = {
    "value": Key(NUMBER, "The mark.", required=True),
    "scale": Key(NUMBER, "The best mark there is.", required=True),
}
AWARD_KEYS = {
    "name": Key(TEXT, "The prize: Academy Award.", required=True),
    "category": Key(TEXT, "What for: Best Original Screenplay."),
    "year": Key(ANY_YEAR, "The year of the ceremony."),
    "result": Key(TEXT, "won or nominated."),
    "person": Key(TEXT, "Who got it."),
}
BASED_ON_KEYS = {
    "title": Key(TEXT, "The work that this one comes from."),
    "author": Key(PERSONS, "Who wrote it: one name or a list."),
    "year": Key(ANY_YEAR, "When it came out."),
}
FRANCHISE_KEYS = {
    "name": Key(TEXT, "The series: Mad Max."),
    "part": Key(TEXT, "Which part this is."),
    "after": Key(TEXT, "The one before it."),
}
SEEN_KEYS = {
    "date": Key(DAY, "When: 2026-11-20."),
    "where": Key(TEXT, "Where: cinema, festival, at home."),
    "format": Key(TEXT, "How: DCP, 70 mm, screener."),
    "rewatch": Key(FLAG, "Yes if you had met it before."),
    "disclosure": Key(PROSE, "What readers should know: a press trip, a friend in the cast."),
}
COMPARISON_KEYS = {
    "title": Key(TEXT, "The other work.", required=True),
    "year": Key(ANY_YEAR, "Its year."),
    "why": Key(PROSE, "Why it comes to mind."),
}
QUOTE_KEYS = {
    "text": Key(PROSE, "The words.", required=True),
    "speaker": Key(TEXT, "Who says them."),
}
SPOILER_KEYS = {
    "text": Key(PROSE, "What must not be told.", required=True),
    "keywords": Key(TEXTS, "Words that give it away."),
}


def _of_text(make: Callable[[str], Any], *, prose: bool = False) -> Callable[[Reading, Node], Any]:
    """The reader of a bare line."""

    def read(reading: Reading, node: Node) -> Any:
        text = read_prose(reading, node) if prose else read_text(reading, node)
        return make(text) if text else None

    return read


def _seen_of(text: str) -> Seen:
    return Seen(date=text) if re.match(r"[0-9]", text) else Seen(where=text)


def _listed(
    make: Callable[..., Any], keys: dict[str, Key], line: Callable[[str], Any], *, prose: bool = False
) -> Shape:
    return listed(keyed(make, keys, _of_text(line, prose=prose)))


AWARDS = _listed(Award, AWARD_KEYS, award_of)
COMPARISONS = _listed(Comparison, COMPARISON_KEYS, comparison_of, prose=True)
QUOTES = _listed(Quote, QUOTE_KEYS, quote_of, prose=True)
SPOILERS = _listed(Spoiler, SPOILER_KEYS, lambda text: Spoiler(text=text), prose=True)
BASED_ON = keyed(BasedOn, BASED_ON_KEYS, _of_text(based_on_of))
FRANCHISE = keyed(Franchise, FRANCHISE_KEYS, _of_text(lambda text: Franchise(name=text)))
SEEN = keyed(Seen, SEEN_KEYS, _of_text(_seen_of))
SCORE = Shape(
    _score_reader,
    {
        "anyOf": [
            {"type": "string", "pattern": f"^({_LETTER}|{_GLYPHS}|{_OUT_OF}|{_STARS}|{_PERCENT})$"},
            {
                "type": "object",
                "properties": {
                    name: {"description": key.words, **key.shape.schema} for name, key in SCORE_KEYS.items()
                },
                "required": ["value", "scale"],
                "additionalProperties": False,
            },
        ]
    },
)
