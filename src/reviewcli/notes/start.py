"""How notes begin: the title, kind and file that somebody asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from reviewcli.notes.kinds import KINDS
from reviewcli.notes.slugs import slug_of
from reviewcli.notes.telling import advice_on_kind
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import NOTES, STDIN, exists, is_folder
from reviewcli.texts.writing import write_whole


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """Notes to begin: `target` is their file, None for standard output; `kind` is None where none is named."""

    title: str
    kind: str | None
    settings: tuple[str, ...]
    target: Path | None
    full: bool
    has_changes: bool

    @property
    def is_there(self) -> bool:
        """Whether there is such a file already."""
        return self.target is not None and exists(self.target)

    def text(self, kind: str, schema: Callable[[], str | None]) -> str:
        """The starter notes of a kind; `schema` gives the address of what editors check them by.

        Raises:
            ReviewError: the settings do not fit it.
        """
        from reviewcli.notes.starter import starter_notes, values_with

        settings = [each for each in self.settings if each.partition("=")[0].strip() != "kind"]
        values = values_with(self.title, settings, kind)
        return starter_notes(self.title, kind, values=values, schema=schema(), full=self.full)


def start_of(
    title: str | None,
    title_option: str | None,
    kind: str | None,
    settings: Sequence[str],
    output: str | None,
    *,
    full: bool,
    ask_title: Callable[[], str | None],
) -> Start:
    """What the flags of `init` ask for.

    Args:
        title: the title or the file, as it is typed.
        title_option: the title beside a file.
        kind: what is reviewed.
        settings: `year=2013`.
        output: where the notes go.
        full: whether every key is wanted.
        ask_title: gives the title where no flag says it; None where there is nobody to ask.

    Raises:
        ReviewError: there is no title, or no such kind.
    """
    file = Path(title) if title and title.lower().endswith(NOTES) else None
    name = _title(title_option or (None if file else title), file, settings, ask_title)
    return Start(
        title=name,
        kind=_kind(kind, settings),
        settings=tuple(settings),
        target=_target(output, file, name),
        full=full,
        has_changes=bool(kind or settings or (title_option and file)),
    )


def kept_schema(tell: Callable[[str], None]) -> str | None:
    """The address of the schema in the user's data folder, written there where it is missing or another's."""
    import platformdirs

    from reviewcli.notes.schema import notes_schema_text

    file = Path(platformdirs.user_data_dir("review", appauthor=False)) / "notes.schema.json"
    text = notes_schema_text()
    try:
        if not exists(file) or file.read_text(encoding="utf-8", errors="replace") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, text, force=True)
    except (OSError, ReviewError) as error:
        tell(f"The schema for editors cannot be kept: {error}")
        return None
    return file.absolute().as_uri()


def _kind(kind: str | None, settings: Sequence[str]) -> str | None:
    """The kind that a flag names, checked."""
    given = [
        value.strip() for key, _, value in (each.partition("=") for each in settings) if key.strip() == "kind"
    ]
    name = kind or (given[-1] if given else None)
    if name is None or name in KINDS:
        return name
    raise ReviewError(f"There is no kind “{name}”.", hint=advice_on_kind(name))


def _title(
    title: str | None, file: Path | None, settings: Sequence[str], ask: Callable[[], str | None]
) -> str:
    """The title of the review: given, of a setting, of the file's name, or asked for."""
    for setting in reversed(settings):
        key, _, value = setting.partition("=")
        if key.strip() == "title" and value.strip():
            return _clean(value)
    if title is None and file:
        words = file.name.rsplit(".", 1)[0].replace("_", " ").replace("-", " ").split()
        title = " ".join(word[:1].upper() + word[1:] for word in words)
    elif title is None:
        title = ask()
    if title is None or not title.strip():
        raise ReviewError("There is no title.", hint='Give one: review init "Her"')
    return _clean(title)


def _clean(title: str) -> str:
    try:
        title.encode("utf-8")
    except UnicodeEncodeError:
        raise ReviewError("The title is not UTF-8 text.", hint="Type it again.") from None
    return re.sub(r"[ \t\r\n]+", " ", title).strip(" ")


def _target(output: str | None, file: Path | None, title: str) -> Path | None:
    """The file to write; None is standard output."""
    if output == STDIN:
        return None
    name = file or Path(f"{slug_of(title)}.yaml")
    if output is None:
        return name
    if is_folder(Path(output)) or output.endswith("/"):
        return Path(output) / name.name
    return Path(output)
