"""Reads points: a text, at its end the evidence it rests on in brackets, and whether it is a spoiler."""

from __future__ import annotations

import re

from reviewcli.notes.mappings import took_comma
from reviewcli.notes.reading import Reading
from reviewcli.notes.shape import Key, Shape
from reviewcli.notes.shapes import FLAG, PROSE, TEXT, TEXTS, keyed, listed, mapped, read_prose, read_text
from reviewcli.notes.values import Critique, Evidence, Point, Points
from reviewcli.texts.yaml.nodes import Mapping_, Node, Sequence_

_QUOTES = {'"': '"', "“": "”", "‘": "’", "«": "»", "„": "“"}


def point_of(text: str) -> Point:
    """A point of its line: `too much mime [the shave, 0:43] [spoiler]`."""
    evidence: list[Evidence] = []
    spoiler = False
    text = text.strip()
    while found := _last_bracket(text):
        start, inside, stop = found
        rest = text[:start].rstrip()
        if not rest:
            break
        items = split_evidence(inside)
        spoiler = spoiler or any(item.casefold() in ("spoiler", "spoilers") for item in items)
        evidence = [
            evidence_of(item) for item in items if item.casefold() not in ("spoiler", "spoilers")
        ] + evidence
        text = rest + stop if rest[-1:] not in ".!?…" else rest
    return Point(text, tuple(evidence), spoiler)


def _last_bracket(text: str) -> tuple[int, str, str] | None:
    """Where the bracket at the end begins, what it holds, the stop after it; None if it is no evidence."""
    body = text.rstrip(".!?…")
    stop = text[len(body) :]
    body = body.rstrip()
    if not body.endswith("]") or body.endswith("\\]"):  # a backslash makes it words, as in Markdown
        return None
    depth = 0
    for index in range(len(body) - 1, -1, -1):
        depth += {"]": 1, "[": -1}.get(body[index], 0)
        if depth == 0:
            break
    else:
        return None
    inside = body[index + 1 : -1].strip()
    before = body[index - 1] if index else ""
    if before and not before.isspace() and before not in "].!?…”\"'’)":
        return None
    is_mark = inside.casefold() in ("sic", "...", "…", "") or inside.startswith("^")
    return None if is_mark else (index, inside, stop)


def split_evidence(text: str) -> list[str]:
    """The items between commas; a comma inside quotation marks parts nothing."""
    items: list[str] = []
    item = ""
    closing = ""
    for char in text:
        if closing:
            closing = "" if char == closing else closing
        elif char in _QUOTES and not item.strip() and _QUOTES[char] in text:
            closing = _QUOTES[char]
        elif char == ",":
            items.append(item)
            item = ""
            continue
        item += char
    items.append(item)
    return [item.strip() for item in items if item.strip()]


def evidence_of(text: str) -> Evidence:
    """A scene, a time or a quotation; a quotation stands without its marks."""
    if re.fullmatch(
        r"(?:at\s+)?[0-9]{1,2}(?::[0-5][0-9]){1,2}(?:\s*[-–—]\s*[0-9]{1,2}(?::[0-5][0-9]){1,2})?", text
    ):
        return Evidence(re.sub(r"^at\s+", "", text), "time")
    if len(text) > 2 and text[0] in _QUOTES and text.endswith(_QUOTES[text[0]]):
        return Evidence(text[1:-1].strip(), "quote")
    return Evidence(text)


def _read_point_line(reading: Reading, node: Node) -> Point | None:
    text = read_prose(reading, node)
    if not text:
        return None
    point = point_of(text)
    _check_evidence(reading, node, point)
    return point


def _check_evidence(reading: Reading, node: Node, point: Point) -> None:
    """Tell of a time that no clock shows, and of a bracket that was never filled."""
    for item in point.evidence:
        if re.fullmatch(r"[0-9]{1,2}(?::[0-9]{2}){1,2}", item.text) and item.kind != "time":
            message = f"“{item.text}” is no time: minutes and seconds go to 59, as in 1:02:30."
            reading.warn("value", message, reading.span_of(node, item.text))
    if point.text.endswith("[]"):
        message = "“[]” holds nothing. Put the scene or the time into it, or take it away."
        reading.warn("value", message, reading.span_of(node, "[]"))


def _read_evidence(reading: Reading, node: Node) -> tuple[Evidence, ...] | None:
    nodes = node.items if isinstance(node, Sequence_) else (node,)
    found: list[Evidence] = []
    for each in nodes:
        if each.is_absent:
            continue
        text = read_prose(reading, each)
        found += [evidence_of(item) for item in split_evidence(text)] if text else []
    return tuple(found)


EVIDENCE = Shape(_read_evidence, TEXTS.schema)

POINT_KEYS = {
    "point": Key(PROSE, "What you have to say.", required=True),
    "evidence": Key(EVIDENCE, "What it rests on: a scene, a time (0:58), words of the work."),
    "spoiler": Key(FLAG, "Yes where it tells too much: it is not drafted."),
}


def _point(point: str, evidence: tuple[Evidence, ...] = (), spoiler: bool | None = None) -> Point:
    made = point_of(point)
    return Point(made.text, (*made.evidence, *evidence), bool(spoiler) or made.spoiler)


POINT = keyed(_point, POINT_KEYS, _read_point_line)
POINTS = listed(POINT)
POINTS_BY_NAME = mapped(
    POINTS, "names and what there is to say of each", "Joaquin Phoenix: holds close-ups alone"
)
POINTS_BY_CRAFT = mapped(POINTS, "departments and what there is to say of each", "music: one tune, too often")


def _read_named(reading: Reading, node: Node) -> dict[str, Points] | None:
    """Names, each with its points or bare: a list, a mapping, or a list with lines of either form."""
    found: dict[str, Points] = {}
    nodes = node.items if isinstance(node, Sequence_) else (node,)
    for each in nodes:
        if isinstance(each, Mapping_) and (isinstance(node, Mapping_) or len(each.entries) == 1):
            _read_named_points(reading, each, found)
        elif not reading.is_empty(each):
            name = read_text(reading, each)
            if name:
                found.setdefault(name, ())
    return found


def _read_named_points(reading: Reading, node: Mapping_, found: dict[str, Points]) -> None:
    for key, value in node.entries:
        if took_comma(reading, node, key, value):
            continue
        points = () if reading.is_empty(value) else POINTS.read(reading, value)
        name = key.text.strip()
        found[name] = (*found.get(name, ()), *points)


# A name may stand bare: subjects, tracks and dishes are facts as well as things to speak of.
NAMED = Shape(
    _read_named,
    {
        "anyOf": [
            TEXT.schema,
            {"type": "array", "items": {"anyOf": [TEXT.schema, POINTS_BY_NAME.schema]}},
            POINTS_BY_NAME.schema,
        ]
    },
    "by name",
)

CRITIQUE_KEYS = {
    "strengths": Key(POINTS, "What holds."),
    "weaknesses": Key(POINTS, "What does not."),
}
CRITIQUE = keyed(Critique, CRITIQUE_KEYS)
