"""A draft that was edited, with its notes as they are now: what of them is not in it, and both brought together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from reviewcli.document.notes_found import FoundNotes
from reviewcli.drafting.house.drafted import Wishes, drafted, read_notes, with_author
from reviewcli.drafting.redraft.bases import recall
from reviewcli.drafting.redraft.changes import open_conflict, with_missing
from reviewcli.drafting.redraft.merge import Merged, merge
from reviewcli.drafting.redraft.points import missing_points, points_of
from reviewcli.notes import Notes, parse_notes
from reviewcli.settings.config import LoadedConfig
from reviewcli.settings.finding import Configs
from reviewcli.settings.inputs import draft_and_notes
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import NOTES, STDIN, Source, read_source
from reviewcli.texts.yaml.nodes import place_at

Tell = Callable[[str], None]


class Edited(msgspec.Struct, frozen=True):
    """An edited draft with its notes as they are now, and the draft that they would make.

    `base` is the id of the notes that it was made from.
    """

    source: Source
    file: Path
    config: LoadedConfig
    wishes: Wishes
    base: str
    notes_source: Source
    notes: Notes
    fresh: str


def edited_draft(draft: str, notes: Path | None, configs: Configs, tell: Tell) -> Edited:
    """A draft by its name, with its notes.

    Args:
        draft: its file.
        notes: where its notes are, if it does not say.
        configs: where its settings come from.
        tell: is given what a person should know.

    Raises:
        ReviewError: it is no draft, an earlier change is not settled in it, or its notes are not there.
    """
    if draft == STDIN:
        raise ReviewError("update writes into a draft.", hint="Name its file: review update her.md")
    if draft.lower().endswith(NOTES):
        raise ReviewError("holds notes, not a draft.", Place(draft), "Name the draft made from them.")
    source = read_source(draft, pipes=True)
    if line := open_conflict(source.text):
        raise ReviewError(
            "this place is not settled yet.", Place(draft, line), "Choose, and take the marks out."
        )
    file = Path(draft)
    config = configs.for_file(file)
    doc, found = draft_and_notes(source, config, notes)
    notes_source = _notes_source(found, file)
    settings = doc.review_settings
    wishes = _recorded(settings, file, has_matter=doc.front_matter is not None, isolated=configs.isolated)
    read = read_notes(notes_source, wishes.changes, config, tell)
    fresh = drafted(read, notes_source, file, wishes, config)
    base = settings.get("base")
    return Edited(
        source, file, config, wishes, base if isinstance(base, str) else "", notes_source, read, fresh
    )


def brought_up(it: Edited, tell: Tell) -> Merged:
    """The draft with the notes' changes: by three texts where the first can be made again, else by two."""
    base = _base(it)
    if base is not None:
        return merge(base, it.source.text, it.fresh)
    tell(f"{it.file}: the notes that it was made from are not there any more; what is missing is added.")
    missing = missing_points(it.notes, it.source.text, it.fresh, spoilers=it.wishes.spoilers)
    return with_missing(it.source.text, it.fresh, missing)


def not_in_draft(it: Edited) -> Iterator[str]:
    """A line for each point of the notes that is not in the draft, with its place."""
    notes = it.notes_source
    for said in missing_points(it.notes, it.source.text, it.fresh, spoilers=it.wishes.spoilers):
        start = notes.text.find(said.text.split("\n")[0][:40])
        place = place_at(notes.text, start, notes.path) if start >= 0 else Place(notes.path)
        yield f"{place}: {said.where}: “{' '.join(said.text.split())}” is not in the draft."


def count_of_points(it: Edited) -> int:
    """How many points the notes have for this draft."""
    return sum(1 for _ in points_of(it.notes, spoilers=it.wishes.spoilers))


def _notes_source(found: FoundNotes, file: Path) -> Source:
    """The file of a draft's notes, as a path that reads well from here."""
    if found.path is None:
        hint = "Name them: --notes her.yaml"
        raise ReviewError(f"the notes of this draft are not there. {hint}", Place(str(file)))
    return read_source(os.path.normpath(found.path))


def _recorded(settings: dict[str, Any], file: Path, *, has_matter: bool, isolated: bool) -> Wishes:
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
        front_matter=has_matter,
        spoilers=settings.get("spoilers") == "true",
        isolated=isolated,
    )


def _base(it: Edited) -> str | None:
    """The draft as it was made, from the notes as they were; None where they cannot be had."""
    text = recall(it.base, it.file.absolute().parent)
    if text is None:
        return None
    before = msgspec.structs.replace(it.notes_source, text=text, bom=False)
    notes, _ = parse_notes(text, it.wishes.changes)
    if notes is None:
        return None
    try:
        return drafted(with_author(notes, it.config), before, it.file, it.wishes, it.config)
    except ReviewError:
        return None
