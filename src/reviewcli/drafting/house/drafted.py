"""Notes to a draft as the config and the flags want it; `new` and `update` do it alike."""

from __future__ import annotations

import enum
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from reviewcli.settings.config import LoadedConfig
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source

if TYPE_CHECKING:
    from reviewcli.drafting.templates import Template
    from reviewcli.notes import Notes


class Form(enum.StrEnum):
    """What a draft is written as."""

    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """How the command line wants a draft; None leaves it to the config."""

    template: str | None = None
    changes: tuple[str, ...] = ()
    headings: bool | None = None
    front_matter: bool = True
    strict: bool = False
    spoilers: bool = False
    isolated: bool = False


def drafted(notes: Notes, source: Source, target: Path | None, wishes: Wishes, config: LoadedConfig) -> str:
    """The draft in Markdown; `target` is the file that takes it, None for standard output.

    Raises:
        ReviewError: the template is at fault or not there, or a section is empty where none may be.
    """
    from reviewcli.drafting import Settings, draft

    settings = Settings(
        headings=config.config.headings if wishes.headings is None else wishes.headings,
        front_matter=wishes.front_matter,
        strict=wishes.strict,
        spoilers=wishes.spoilers,
        spoiler_mark=config.config.spoiler_mark,
        notes_path=_pointer(source, target),
        profile=config.config.profile,
        record=_record(source, target, wishes),
    )
    try:
        text = draft(notes, _template(wishes, config, notes.kind), settings)
    except ReviewError as error:
        raise error if error.place else ReviewError(error.message, Place(source.path), error.hint) from None
    return _for_the_house(text, notes, config)


def _template(wishes: Wishes, config: LoadedConfig, kind: str) -> Template:
    from reviewcli.drafting.folders import folders_before_ours
    from reviewcli.drafting.templates import find_template, is_path

    folders = folders_before_ours(config, isolated=wishes.isolated)
    if wishes.template:
        return find_template(wishes.template, kind, folders)
    name = config.config.template
    return find_template(str(config.path(name)) if is_path(name) else name, kind, folders)


def _for_the_house(text: str, notes: Notes, config: LoadedConfig) -> str:
    """The draft with or without its title on top, its front matter in the house's keys."""
    house = config.config
    if not house.title_heading:
        from reviewcli.drafting.house.matter import edited_matter
        from reviewcli.drafting.house.title import without_title
        from reviewcli.settings.front_matter import MatterRules

        text = without_title(text)
        if notes.headline:  # it stood in the heading alone
            text = edited_matter(text, MatterRules(put={"headline": notes.headline}))
    if house.front_matter:
        from reviewcli.drafting.house.matter import edited_matter
        from reviewcli.settings.front_matter import rules_of

        text = edited_matter(text, rules_of(house.front_matter))
    return text


def _record(source: Source, target: Path | None, wishes: Wishes) -> dict[str, Any]:
    """What `review update` needs to make the draft again: which notes, and which flags shaped it."""
    if source.file is None:
        return {}
    from reviewcli.drafting.redraft.bases import notes_id

    template = wishes.template
    if template and ("/" in template or template.endswith(".j2")):
        template = _seen_from(template, target)
    return {
        "base": notes_id(source),
        "template": template,
        "headings": wishes.headings,
        "spoilers": wishes.spoilers or None,
        "set": list(wishes.changes),
    }


def _pointer(source: Source, target: Path | None) -> str | None:
    """The notes' path as seen from the draft's folder, or from here for standard output."""
    return _seen_from(source.file, target) if source.file else None


def _seen_from(path: str | Path, target: Path | None) -> str | None:
    folder = target.parent if target else Path()
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive: there is no relative way
        return None
