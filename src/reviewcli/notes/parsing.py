"""Notes of their YAML: every problem at once, each at its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from reviewcli.notes.keys import ITEM_KEYS
from reviewcli.notes.kinds import DEFAULT, KEYS, KINDS, Kind
from reviewcli.notes.mappings import keys_of
from reviewcli.notes.marked import Marked
from reviewcli.notes.model import Notes
from reviewcli.notes.reading import Reading, Told
from reviewcli.notes.telling import advice_on_kind, is_help, of_other_kinds
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.findings import Finding, Severity, Span
from reviewcli.texts.yaml.nodes import Mapping_, Node, Scalar, Sequence_, place_at
from reviewcli.texts.yaml.quoting import shown
from reviewcli.texts.yaml.reading import parse_yaml


def parse_notes(source: str, settings: Sequence[str] = ()) -> tuple[Notes | None, tuple[Finding, ...]]:
    """The notes of a source and every problem in it as a finding; no notes where a problem is an error."""
    notes, told = _read(source, settings)
    findings = tuple(
        Finding(
            rule=f"notes-{each.name}",
            group="notes",
            severity=each.severity,
            message=f"{each.given}: {each.message}" if each.given else each.message,
            span=each.span,
            fix=each.fix,
        )
        for each in told
    )
    return notes, findings


def load_notes(
    path: str | Path,
    source: str | None = None,
    settings: Sequence[str] = (),
    warned: Callable[[int], None] = lambda _: None,
) -> Notes:
    """The notes of a file.

    Args:
        path: the file.
        source: the text that stands for it.
        settings: `score=4/5`, laid over what the file says.
        warned: is given the number of the other problems where none is an error.

    Raises:
        ExceptionGroup: of a `ReviewError` for every error in them.
    """
    if source is None:
        from reviewcli.texts.files import read_source

        source = read_source(str(path)).text
    notes, told = _read(source, settings)
    if notes is not None:
        warned(len(told))
        return notes
    errors = [
        ReviewError(f"{each.given}: {each.message}")
        if each.given
        else ReviewError(each.message, place_at(source, each.span.start, str(path)))
        for each in told
        if each.severity is Severity.ERROR
    ]
    raise ExceptionGroup(f"{path} holds no valid notes", errors)


def _read(source: str, settings: Sequence[str]) -> tuple[Notes | None, list[Told]]:
    yaml = parse_yaml(source, keys=ITEM_KEYS)
    reading = Reading(source)
    for problem in yaml.problems:
        reading.problem(problem)
    node: Node | None = yaml.node
    if settings and not yaml.problems:
        from reviewcli.notes.settings import with_settings

        node = with_settings(node, settings, reading)
    notes = None
    if isinstance(node, Mapping_):
        notes = _read_mapping(reading, node, bool(yaml.problems))
    elif not yaml.problems:
        _no_mapping(reading, node)
    told = [
        each
        for each in reading.told
        if not _is_echo(each, yaml.problems, yaml.aside) and not _is_starter_help(each, source)
    ]
    told.sort(key=lambda each: each.span)
    if any(each.severity is Severity.ERROR for each in told):
        return None, told
    return notes, told


def _is_echo(told: Told, problems: Sequence[Any], aside: Sequence[Span]) -> bool:
    """Whether a problem only follows from a line that YAML could not read and that was put aside."""
    is_own = any(problem.span == told.span and problem.message == told.message for problem in problems)
    return not is_own and any(span.overlaps(told.span) for span in aside)


def _is_starter_help(told: Told, source: str) -> bool:
    """Whether the comment that a text was cut at is only the help that starter notes have beside a key."""
    return told.name == "comment-cuts-text" and is_help(source[told.span.start : told.span.end])


def _read_mapping(reading: Reading, node: Mapping_, damaged: bool) -> Notes | None:
    kind = _kind_of(reading, node)
    if kind is None:
        return None
    keys = kind.keys
    if damaged:  # the title may be in what was put aside
        keys = {**keys, "title": msgspec.structs.replace(KEYS["title"], required=False)}
    values = keys_of(reading, node, keys, lambda key: of_other_kinds(key, kind, node.get("kind")))
    if "title" not in values:
        return None
    notes = Notes(**values, marked=Marked(node, reading.source))
    if not damaged:
        from reviewcli.notes.sense import check_sense

        check_sense(reading, notes, node)
    return notes


def _kind_of(reading: Reading, node: Mapping_) -> Kind | None:
    """The kind that the notes name, or the default; None when it is told that there is no such kind."""
    kind = node.get("kind")
    if kind is None or kind.is_absent:
        return KINDS[DEFAULT]
    if not isinstance(kind, Scalar):
        reading.wrong(kind, "is no kind of review. Write one word.")
        return None
    name = kind.text.strip()
    if name in KINDS:
        return KINDS[name]
    message = f"“{shown(name, 40)}” is no kind of review. {advice_on_kind(name)}"
    reading.error("value", message, kind.span, kind.given)
    return None


def _no_mapping(reading: Reading, node: Node | None) -> None:
    start = Span(0, min(1, len(reading.source)))
    if node is None:
        reading.error("yaml", "There are no notes here. Write at least “title: …”.", start)
    elif isinstance(node, Sequence_):
        reading.error("yaml", "Notes are keys and values, not a list. Begin with “title: …”.", start)
    else:
        glued = node.text.split("\n")[0].split(" ")[0] if isinstance(node, Scalar) else ""
        advice = "Put a space after the colon: “title: …”." if ":" in glued else "Begin with “title: …”."
        reading.error("yaml", f"Notes are keys and values, not a text. {advice}", start)
