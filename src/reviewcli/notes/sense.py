"""What can only be seen when all notes are read: names that fit nobody or two people, a name twice."""

from __future__ import annotations

from reviewcli.notes.kinds import KINDS
from reviewcli.notes.model import Notes
from reviewcli.notes.performers import candidates, is_ensemble, parts_of, role_forms
from reviewcli.notes.reading import Reading
from reviewcli.notes.surnames import fold_name, surname_as_known
from reviewcli.notes.telling import listed
from reviewcli.texts.findings import Span
from reviewcli.texts.nearest import nearest
from reviewcli.texts.yaml.nodes import Mapping_, Scalar, Sequence_


def check_sense(reading: Reading, notes: Notes, node: Mapping_) -> None:
    """Tell what the notes say against themselves."""
    _check_performers(reading, notes, node)
    _check_twice(reading, notes, node)
    _check_author(reading, notes, node)


def _check_performers(reading: Reading, notes: Notes, node: Mapping_) -> None:
    performances = node.get("performances")
    if not isinstance(performances, Mapping_) or not (notes.cast or notes.narrator):
        return
    for key, value in performances.entries:
        if value.is_absent or is_ensemble(key.text):
            continue
        for part in parts_of(notes, key.text):
            _check_performer(reading, notes, key, part)


def _check_performer(reading: Reading, notes: Notes, key: Scalar, part: str) -> None:
    found = [member.name for member in candidates(notes, part)]
    if len(found) == 1:
        return
    rule, message = "unknown-performer", f"“{part}” names nobody in the cast. {_advice(notes, part)}"
    if found:
        rule = "ambiguous-performer"
        message = f"“{part}” could be {listed(found, 'or')}. Write the full name, or “{' and '.join(found)}”."
    reading.error(rule, message, _part_span(reading.source, key, part), key.given)


def _part_span(source: str, key: Scalar, part: str) -> Span:
    at = source.find(part, key.span.start, key.span.end)
    return Span(at, at + len(part)) if at >= 0 else key.span


def _advice(notes: Notes, part: str) -> str:
    forms: dict[str, str] = {}
    for member in notes.cast:
        family = surname_as_known(member.name, member.short, member.aka)
        for form in (member.name, family, *(form for role in member.roles for form in role_forms(role))):
            forms.setdefault(fold_name(form), form)
    near = nearest(fold_name(part), forms)
    if near:
        return f"Did you mean “{forms[near]}”?"
    return f"Add “- {part}” to the cast, or write “ensemble” for all."


def _check_twice(reading: Reading, notes: Notes, node: Mapping_) -> None:
    cast = node.get("cast")
    if not isinstance(cast, Sequence_) or len({fold_name(member.name) for member in notes.cast}) == len(
        notes.cast
    ):
        return
    entries = [item for item in cast.items if not item.is_absent]
    if len(entries) != len(notes.cast):
        return
    seen: set[str] = set()
    for member, entry in zip(notes.cast, entries, strict=True):
        folded = fold_name(member.name)
        if folded in seen:
            message = (
                f"“{member.name}” is in the cast twice. Write both roles in one line: NAME as ROLE / ROLE."
            )
            reading.warn("name-twice", message, reading.first_line(entry.span))
        seen.add(folded)


def _check_author(reading: Reading, notes: Notes, node: Mapping_) -> None:
    """`author` is the critic; in notes of some kinds it may be meant for another."""
    author, kind = node.get("author"), KINDS[notes.kind]
    if kind.author_is and author and notes.author and not notes.fact(kind.author_is):
        message = (
            f"“author” is who writes this review. Who wrote the {kind.name} stands under “{kind.author_is}”."
        )
        reading.warn("author", message, author.span)
