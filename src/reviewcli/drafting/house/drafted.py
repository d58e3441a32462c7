"""Notes to a draft as the config and the flags want it; `new` and `update` do it alike."""

from __future__ import annotations

import enum
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from reviewcli.settings.config import LoadedConfig
from reviewcli.settings.front_matter import rules_of
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source

if TYPE_CHECKING:
    from reviewcli.drafting.margin.digests import Digests
    from reviewcli.drafting.templates import Template
    from reviewcli.notes import Notes


class Form(enum.StrEnum):
    """What a draft is written as."""

    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"

    @property
    def ending(self) -> str:
        """How the name of its file ends."""
        return {Form.MARKDOWN: ".md", Form.HTML: ".html", Form.TEXT: ".txt"}[self]


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
    from reviewcli.document.front_matter import read_front_matter
    from reviewcli.drafting.margin.digests import edit_of_digests

    text, seen = drafted_and_seen(notes, source, target, wishes, config)
    if read_front_matter(text) is None:
        return text
    edit = edit_of_digests(text, seen)
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


def drafted_and_seen(
    notes: Notes, source: Source, target: Path | None, wishes: Wishes, config: LoadedConfig
) -> tuple[str, Digests]:
    """The draft without what it has seen of its notes, and that; raises as `drafted` does."""
    from reviewcli.drafting import Settings, draft
    from reviewcli.drafting.margin.digests import digests_of
    from reviewcli.drafting.margin.points import without_points

    settings = Settings(
        headings=config.config.headings if wishes.headings is None else wishes.headings,
        front_matter=wishes.front_matter,
        strict=wishes.strict,
        spoilers=wishes.spoilers,
        spoiler_mark=config.config.spoiler_mark,
        notes_path=_seen_from(source.file, target) if source.file else None,
        profile=config.config.profile,
        record=_record(source, target, wishes),
        title_heading=config.config.title_heading,
        matter=rules_of(config.config.front_matter),
    )
    try:
        template = _template(wishes, config, notes.kind)
        text = draft(notes, template, settings)
    except ReviewError as error:
        raise error if error.place else ReviewError(error.message, Place(source.path), error.hint) from None
    try:
        bare = draft(without_points(notes), template, msgspec.structs.replace(settings, strict=False))
    except ReviewError:  # a template that cannot do without points makes no line of facts alone
        bare = ""
    return text, digests_of(notes, text, bare, spoilers=wishes.spoilers)


def read_notes(
    source: Source,
    changes: tuple[str, ...],
    config: LoadedConfig,
    tell: Callable[[str], None] = lambda _: None,
) -> Notes:
    """The notes of a source, with the author of the config where they name none.

    Args:
        source: their text.
        changes: as `--set`: `score=4/5`.
        config: what holds where they lie.
        tell: is given how much `review check` has to say of them.

    Raises:
        ExceptionGroup: of a `ReviewError` for every error in them.
    """
    from reviewcli.notes import load_notes

    def warned(count: int) -> None:
        if count:
            warnings = "one warning" if count == 1 else f"{count} warnings"
            tell(f"{source.path}: {warnings}; `review check` shows what may be lost.")

    return with_author(load_notes(source.path, source.text, changes, warned), config)


def with_author(notes: Notes, config: LoadedConfig) -> Notes:
    """The notes with the author of the config where they name none."""
    author = config.config.author
    return msgspec.structs.replace(notes, author=author) if notes.author is None and author else notes


def _template(wishes: Wishes, config: LoadedConfig, kind: str) -> Template:
    from reviewcli.drafting.folders import folders_before_ours
    from reviewcli.drafting.templates import find_template, is_path

    folders = folders_before_ours(config, isolated=wishes.isolated)
    if wishes.template:
        return find_template(wishes.template, kind, folders, config.reach)
    name = config.config.template
    return find_template(
        str(config.path(name, "template")) if is_path(name) else name, kind, folders, config.reach
    )


def _record(source: Source, target: Path | None, wishes: Wishes) -> dict[str, Any]:
    """What `review update` needs to make the draft again: the flags that shaped it."""
    if source.file is None:
        return {}
    template = wishes.template
    if template and ("/" in template or template.endswith(".j2")):
        template = _seen_from(template, target)
    return {
        "template": template,
        "headings": wishes.headings,
        "spoilers": wishes.spoilers or None,
        "set": list(wishes.changes),
    }


def _seen_from(path: str | Path, target: Path | None) -> str | None:
    """A path as seen from the draft's folder, or from here for standard output."""
    folder = target.parent if target else Path()
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive: there is no relative way
        return None
