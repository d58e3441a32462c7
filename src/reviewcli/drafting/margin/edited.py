"""A draft that was edited, with its notes as they are now: what of them is in it, and what belongs into its margin."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from reviewcli.document import Document
from reviewcli.document.notes_found import FoundNotes
from reviewcli.drafting.house.drafted import Wishes, drafted_and_seen, read_notes
from reviewcli.drafting.margin.digests import Digests, read_digests
from reviewcli.drafting.margin.likeness import Reader, Told
from reviewcli.drafting.margin.points import points_of
from reviewcli.notes import Notes
from reviewcli.settings.finding import Configs
from reviewcli.settings.inputs import draft_and_notes
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import NOTES, STDIN, Source, read_source
from reviewcli.texts.yaml.nodes import place_at


class Edited(msgspec.Struct, frozen=True):
    """An edited draft with its notes as they are now, and the draft that they would make.

    `old` is what the draft says it has seen of its notes, `new` what it has seen when it is brought up to them.
    """

    source: Source
    doc: Document
    notes_source: Source
    notes: Notes
    spoilers: bool
    fresh: str
    old: Digests | None
    new: Digests


def edited_draft(draft: str, notes: Path | None, configs: Configs, tell: Callable[[str], None]) -> Edited:
    """A draft by its name, with its notes.

    Args:
        draft: its file.
        notes: where its notes are, if it does not say.
        configs: where its settings come from.
        tell: is given what a person should know.

    Raises:
        ReviewError: it is no draft, or its notes are not there.
    """
    if draft == STDIN:
        raise ReviewError("update writes into a draft.", hint="Name its file: review update her.md")
    if draft.lower().endswith(NOTES):
        raise ReviewError("holds notes, not a draft.", Place(draft), "Name the draft made from them.")
    source = read_source(draft, pipes=True)
    file = Path(draft)
    config = configs.for_file(file)
    doc, found = draft_and_notes(source, config, notes)
    notes_source = _notes_source(found, file)
    wishes = _recorded(doc.review_settings, file, isolated=configs.isolated)
    read = read_notes(notes_source, wishes.changes, config, tell)
    fresh, new = drafted_and_seen(read, notes_source, file, wishes, config)
    old = read_digests(doc.review_settings)
    return Edited(source, doc.with_notes(read), notes_source, read, wishes.spoilers, fresh, old, new)


def points_told(it: Edited) -> Iterator[tuple[str, Told]]:
    """A line for each point of the notes, and whether the draft tells it; what a template leaves out is not missed."""
    here, there = Reader(it.doc.prose), Reader(Document(it.fresh).prose)
    notes = it.notes_source
    for said in points_of(it.notes, spoilers=it.spoilers):
        told, sentence = here.ask(said.text)
        if told is not Told.IN and there.ask(said.text).told is not Told.IN:
            continue
        start = notes.text.find(said.text.split("\n")[0][:40])
        place = place_at(notes.text, start, notes.path) if start >= 0 else Place(notes.path)
        line = f"{place}: {said.section}: “{' '.join(said.text.split())}”: {told.value}"
        if told is not Told.NOT and sentence:
            line += f", line {it.doc.lines.place(sentence.span.start)[0]}"
        yield line + (f": “{sentence.text}”" if told is Told.PERHAPS and sentence else ""), told


def _notes_source(found: FoundNotes, file: Path) -> Source:
    """The file of a draft's notes, as a path that reads well from here."""
    if found.path is None:
        hint = "Name them: --notes her.yaml"
        raise ReviewError(f"the notes of this draft are not there. {hint}", Place(str(file)))
    return read_source(os.path.normpath(found.path))


def _recorded(settings: dict[str, Any], file: Path, *, isolated: bool) -> Wishes:
    """The flags that the draft was made with, as its front matter records them."""
    template, changes = settings.get("template"), settings.get("set")
    if isinstance(template, str) and ("/" in template or template.endswith(".j2")):
        template = str(file.parent / template)
    return Wishes(
        template=template if isinstance(template, str) else None,
        changes=tuple(change for change in changes if isinstance(change, str))
        if isinstance(changes, list)
        else (),
        headings={"true": True, "false": False}.get(str(settings.get("headings"))),
        spoilers=settings.get("spoilers") == "true",
        isolated=isolated,
    )
