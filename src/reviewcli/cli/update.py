"""`review update`: changed notes into an edited draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from reviewcli.cli._notes import read_notes
from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.document import Document
from reviewcli.drafting.house.drafted import Wishes, drafted
from reviewcli.settings.config import LoadedConfig
from reviewcli.settings.finding import Configs
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import NOTES, STDIN, Source, read_source, write_whole

if TYPE_CHECKING:
    from reviewcli.drafting.redraft.merge import Merged
    from reviewcli.notes import Notes


class _Draft(msgspec.Struct, frozen=True):
    """An edited draft with its notes as they are now, and the draft that they would make."""

    source: Source
    file: Path
    config: LoadedConfig
    wishes: Wishes
    base: str
    notes_source: Source
    notes: Notes
    fresh: str


def update(
    ctx: typer.Context,
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="A draft that you have edited.")],
    check: Annotated[
        bool, typer.Option("--check", help="Only say which points of the notes are not in the draft.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the difference and write nothing.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Write without asking, as it does where there is no terminal.")
    ] = False,
    notes: Annotated[
        Path | None, typer.Option("--notes", metavar="FILE", help="The notes, where the draft does not say.")
    ] = None,
) -> None:
    """Bring notes that have changed into a draft that you have edited.

    Your words stay. Where you and the notes changed the same place, both stand there, marked as Git marks them.

    Example: review update her.md --check
    """
    options = global_options(ctx)
    it = _opened(draft, notes, Configs(options.config, isolated=options.isolated), options)
    if check:
        raise typer.Exit(_tell_missing(it, options))
    from reviewcli.drafting.redraft.bases import notes_id
    from reviewcli.drafting.redraft.changes import difference, with_base

    now = notes_id(it.notes_source)
    if now == it.base:
        options.tell(f"{draft}: {it.notes_source.path} has not changed since.")
        return
    merged = _merged(it, options)
    text = with_base(merged.text, now)
    sys.stdout.write(difference(it.source.text, text, draft))
    sys.stdout.flush()
    if not dry_run:
        if not yes and sys.stdin.isatty() and not typer.confirm("Write this?", err=True):
            options.tell(f"{draft}: left as it was.")
            return
        _write(it, text)
        options.tell(f"{draft}: brought up to {it.notes_source.path}.")
    if merged.conflicts:
        places = "one place" if merged.conflicts == 1 else f"{merged.conflicts} places"
        options.tell(f"{draft}: {places} to settle, between <<<<<<< and >>>>>>> or after “# notes:”.")
    raise typer.Exit(int(merged.conflicts > 0))


def _opened(draft: str, notes: Path | None, configs: Configs, options: GlobalOptions) -> _Draft:
    from reviewcli.drafting.redraft.changes import open_conflict

    if draft == STDIN:
        raise ReviewError("update writes into a draft.", hint="Name its file: review update her.md")
    if draft.lower().endswith(NOTES):
        raise ReviewError("holds notes, not a draft.", Place(draft), "Name the draft made from them.")
    source = read_source(draft)
    if line := open_conflict(source.text):
        raise ReviewError(
            "this place is not settled yet.", Place(draft, line), "Choose, and take the marks out."
        )
    file = Path(draft)
    config = configs.for_file(file)
    doc = Document(source.text, path=draft, plain=source.plain)
    notes_source = _notes_source(doc, file, notes, config)
    settings = doc.review_settings
    wishes = _recorded(settings, file, has_matter=doc.front_matter is not None, options=options)
    read = read_notes(notes_source, wishes.changes, config, options)
    fresh = drafted(read, notes_source, file, wishes, config)
    base = settings.get("base")
    return _Draft(
        source, file, config, wishes, base if isinstance(base, str) else "", notes_source, read, fresh
    )


def _notes_source(doc: Document, file: Path, notes: Path | None, config: LoadedConfig) -> Source:
    """The file of a draft's notes, as a path that reads well from here."""
    from reviewcli.document.notes_found import find_notes

    folder = config.config.notes
    found = find_notes(
        doc, file=file, notes_option=notes, notes_folder=config.path(folder) if folder else None
    )
    if found.path is None:
        hint = "Name them: --notes her.yaml"
        raise ReviewError(f"the notes of this draft are not there. {hint}", Place(str(file)))
    import os

    return read_source(os.path.normpath(found.path))


def _recorded(settings: dict[str, Any], file: Path, *, has_matter: bool, options: GlobalOptions) -> Wishes:
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
        isolated=options.isolated,
    )


def _merged(it: _Draft, options: GlobalOptions) -> Merged:
    """The draft with the notes' changes: by three texts where the first can be made again, else by two."""
    from reviewcli.drafting.redraft.changes import with_missing
    from reviewcli.drafting.redraft.merge import merge
    from reviewcli.drafting.redraft.points import missing_points

    base = _base(it)
    if base is not None:
        return merge(base, it.source.text, it.fresh)
    options.tell(
        f"{it.file}: the notes that it was made from are not there any more; what is missing is added."
    )
    missing = missing_points(it.notes, it.source.text, it.fresh, spoilers=it.wishes.spoilers)
    return with_missing(it.source.text, it.fresh, missing)


def _base(it: _Draft) -> str | None:
    """The draft as it was made, from the notes as they were; None where they cannot be had."""
    from reviewcli.drafting.redraft.bases import recall
    from reviewcli.notes import parse_notes

    text = recall(it.base, it.file.absolute().parent)
    if text is None:
        return None
    before = msgspec.structs.replace(it.notes_source, text=text, bom=False)
    notes, _ = parse_notes(text, before.path, it.wishes.changes)
    if notes is None:
        return None
    author = it.config.config.author
    if notes.author is None and author:
        notes = msgspec.structs.replace(notes, author=author)
    try:
        return drafted(notes, before, it.file, it.wishes, it.config)
    except ReviewError:
        return None


def _write(it: _Draft, text: str) -> None:
    from reviewcli.drafting.redraft.bases import remember

    write_whole(it.file, text, force=True, bom=it.source.bom)
    remember(it.notes_source)


def _tell_missing(it: _Draft, options: GlobalOptions) -> int:
    from reviewcli.drafting.redraft.points import missing_points, points_of
    from reviewcli.texts.yaml.nodes import place_at

    spoilers = it.wishes.spoilers
    missing = missing_points(it.notes, it.source.text, it.fresh, spoilers=spoilers)
    notes = it.notes_source
    for said in missing:
        start = notes.text.find(said.text.split("\n")[0][:40])
        place = place_at(notes.text, start, notes.path) if start >= 0 else Place(notes.path)
        sys.stdout.write(f"{place}: {said.where}: “{' '.join(said.text.split())}” is not in the draft.\n")
    count = sum(1 for _ in points_of(it.notes, spoilers=spoilers))
    are = "are" if len(missing) > 1 else "is"
    told = f"{len(missing) or 'None'} of {count} points {are}"
    options.tell(f"{it.file}: {told} missing.")
    return int(bool(missing))
