"""A finished review without notes: what its text says outright, and its paragraphs under the sections they are.

Title, year, score and front matter are taken as they stand; names where a form says who they are: “Theodore (Joaquin
Phoenix)”, “Joaquin Phoenix plays Theodore”, “directed by Spike Jonze”. Paragraphs stand word for word under their
section; those that only the writer can place (strengths or weaknesses, comparisons) are jottings. Nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from reviewcli.document import Document
from reviewcli.exchange.importing.credited import Credit, cast_values
from reviewcli.exchange.importing.entry import Entry, Found, Values, found_in
from reviewcli.exchange.importing.front_matter import values_of
from reviewcli.exchange.importing.naming_people import cast_in, crew_in, makers_in, owner_of
from reviewcli.exchange.importing.paragraphs import Part, parts_of
from reviewcli.notes.front_matter import title_and_year
from reviewcli.notes.kinds import DEFAULT, KINDS
from reviewcli.notes.works import score_of
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import STDIN, Source

_POINTS = ("context", "synopsis", "themes", "verdict")
_GROUPED = ("performances", "craft")
# Words that say which department a paragraph on the craft speaks of.
_DEPARTMENTS = {
    "cinematography": r"cinematograph\w*|camera\w*|photograph\w*|lens\w*|framing|shot by",
    "music": r"music\w*|score[ds]?|soundtrack|songs?|compos(?:er|ed)",
    "editing": r"edit(?:ing|or|ed|s)|cuts?|pace|pacing",
    "screenplay": r"screenplay|script\w*|dialogue|writing|writers?",
    "design": r"design\w*|costumes?|sets?|decor|make-?up",
    "sound": r"sound",
    "direction": r"direct(?:s|or|ed|ion|ing|orial)\w*",
}


def read(sources: Sequence[Source]) -> Found:
    """Notes of each review."""
    remarks: list[str] = []
    return found_in(sources, lambda source: [_entry(source, remarks)], remarks)


def _entry(source: Source, remarks: list[str]) -> Entry:
    text = re.sub(r"\r\n?", "\n", source.text)
    doc = Document(text, path=source.path, plain=source.plain)
    values = {"kind": DEFAULT} | values_of(Source(source.path, text), remarks)
    parts = list(parts_of(doc))
    if not parts:
        raise ReviewError("holds no review.", Place(source.path), "Name a text with paragraphs.")
    parts = _take_title(values, parts, source, remarks)
    parts = _take_score(values, parts)
    _take_names(values, doc, remarks)
    _take_paragraphs(values, parts)
    return Entry(values=values, place=Place(source.path))


def _take_title(values: Values, parts: list[Part], source: Source, remarks: list[str]) -> list[Part]:
    """The title: of the front matter, of a first heading, of words in italics with a year, of the file's name."""
    heading = parts[0] if parts[0].level == 1 else None
    if heading:
        _take_heading(values, heading.text)
    works = list(_works_in("\n".join(part.text for part in parts)))
    if "title" not in values:
        if works:
            values["title"], values["year"] = works[0]
        else:
            values["title"], year = title_and_year(_title_of_file(source.path))
            if year:
                values.setdefault("year", str(year))
            remarks.append(f"{source.path}: no title is found in the text; “{values['title']}” is a guess.")
    elif "year" not in values and (named := _named_in(str(values["title"]), works)):
        values["headline"], values["title"], values["year"] = values["title"], *named
    return parts[1:] if heading else parts


def _take_heading(values: Values, text: str) -> None:
    """What a first heading says: a title with its year, or what the review is called."""
    plain = re.sub(r"[*_]{1,2}(?=\S)(.+?)[*_]{1,2}", r"\1", text.lstrip("# ").strip())
    title, year = title_and_year(plain)
    if year or "title" not in values:
        values.setdefault("title", re.sub(r"^(?:film |movie )?review:\s*", "", title, flags=re.IGNORECASE))
    if year:
        values.setdefault("year", str(year))
    if title.casefold() != str(values["title"]).casefold():
        values.setdefault("headline", plain)


def _works_in(text: str) -> Iterator[tuple[str, str]]:
    """The works that a text names with their years: “*Aftersun* (2022)”."""
    for match in re.finditer(r"[*_“\"]{1,2}([^*_“”\"\n]{1,80}?)[*_”\"]{1,2} \(((?:18|19|20)\d\d)\)", text):
        yield match[1], match[2]


def _named_in(headline: str, works: list[tuple[str, str]]) -> tuple[str, str] | None:
    """The work that a headline speaks of, with its year."""
    return next(
        (work for work in works if work[0] != headline and re.search(rf"\b{re.escape(work[0])}\b", headline)),
        None,
    )


def _title_of_file(path: str) -> str:
    stem = "Untitled" if path == STDIN else re.sub(r"[-_ ]review$", "", Path(path).stem)
    stem = re.sub(r"(?<=\w)[-_ ]((?:19\d|20[0-3])\d)$", r" (\1)", stem)
    return " ".join(word[:1].upper() + word[1:] for word in re.split(r"[-_ ]+", stem) if word) or "Untitled"


def _take_score(values: Values, parts: list[Part]) -> list[Part]:
    """The score: a paragraph that is only that, with or without a word before it; it is no text."""
    for part in reversed(parts):
        score = None if part.level else _lone_score(part.text)
        if score and values.setdefault("score", score) == score:
            return [each for each in parts if each is not part]
    label = re.compile(
        r"\b(?:score|rating|grade)[*_]*:[*_ ]*([^\s*_]+(?: (?:out of|/) \d+)?)[*_.]*$", re.IGNORECASE
    )
    for part in parts[:1] + parts[-2:]:
        match = label.search(part.text)
        if match and score_of(match[1]):
            values.setdefault("score", match[1])
    return parts if "score" in values else _take_last_words(values, parts)


def _lone_score(text: str) -> str | None:
    """The score that a text is, with or without a word before it."""
    label = r"^(?:my |final |overall )*(?:score|rating|grade|verdict|stars)\s*[:–—-]\s*"
    bare = re.sub(label, "", re.sub(r"[*_]", "", text).strip(), flags=re.IGNORECASE)
    score = score_of(bare) if len(bare) < 24 else None
    return score.text if score else None


def _take_last_words(values: Values, parts: list[Part]) -> list[Part]:
    """A mark behind the last sentence: “Book a counter seat. 4/5”."""
    match = re.fullmatch(
        r"(.*[.!?…][\"”’)]?)\s+[*_]*(\d+(?:\.\d+)?/(?:4|5|6|10|20|100)|★+½?☆*)[*_]*\.?",
        parts[-1].text if parts else "",
        re.DOTALL,
    )
    if match is None or score_of(match[2]) is None:
        return parts
    values["score"] = match[2]
    return [*parts[:-1], msgspec.structs.replace(parts[-1], text=match[1])]


def _take_names(values: Values, doc: Document, remarks: list[str]) -> None:
    """Who plays whom and who made it, where the text says so in a form that leaves no doubt."""
    found = list(cast_in(doc))
    if found and "cast" not in values:
        values["cast"] = cast_values(
            Credit(name, (role,) if role else (), voice) for name, role, voice in found
        )
    for key, names in makers_in(doc).items():
        values.setdefault(key, names)
    if crew := crew_in(doc):
        values.setdefault("crew", crew)
    owner = owner_of(doc, str(values["title"]))
    maker = KINDS[str(values["kind"])].owner
    if owner and maker and maker not in values:
        values[maker] = [owner]
        said = f"“{owner}’s {values['title']}” is taken for the {maker.removesuffix('s')}’s; check that"
        remarks.append(f"{doc.path}: {said}.")


def _take_paragraphs(values: Values, parts: list[Part]) -> None:
    """Every paragraph under its section, in order; those without a sure place are jottings."""
    _make_room(values)
    for number, part in enumerate(parts):
        if part.level and part.section:
            continue  # a heading of a section says what the key says
        section = part.section if part.is_prose and not part.level else None
        opens = section == "opening" or (number == 0 and section == "other")
        if opens and "opening" not in values:
            values["opening"] = part.text
        else:
            _put_paragraph(values, section, part.text)


def _put_paragraph(values: Values, section: str | None, text: str) -> None:
    if section in _POINTS:
        values.setdefault(section, []).append(_point(text))
    elif section in _GROUPED:
        group = "ensemble" if section == "performances" else _department(text)
        values.setdefault(section, {}).setdefault(group, []).append(_point(text))
    else:
        values.setdefault("jottings", []).append(text)


def _make_room(values: Values) -> None:
    """Lists where front matter has a text, so that paragraphs can follow it."""
    for key in (*_POINTS, "jottings"):
        if key in values and not isinstance(values[key], list):
            values[key] = [values[key]]
    for key in _GROUPED:
        groups = values.get(key, {})
        if isinstance(groups, dict):
            values[key] = {name: each if isinstance(each, list) else [each] for name, each in groups.items()}
        else:
            values.setdefault("extra", {})[key] = values.pop(key)


def _department(text: str) -> str:
    """The department that a paragraph speaks of most."""
    counts = {name: len(re.findall(rf"\b(?:{words})\b", text, re.I)) for name, words in _DEPARTMENTS.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else "direction"


def _point(text: str) -> str:
    """A paragraph as a point: a bracket at its end is words, not evidence."""
    return re.sub(r"\](?=[.!?…]*$)", r"\\]", text) if re.search(r"(?<!\\)\][.!?…]*$", text) else text
