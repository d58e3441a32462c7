"""A text that is open in the editor: a draft, notes, or none of our business."""

from __future__ import annotations

import enum
import re
from pathlib import Path

import msgspec

from reviewcli.settings.places import FILE_NAME
from reviewcli.texts.files import DRAFTS, NOTES, Source, is_file

_DRAFT_LANGUAGES = {"markdown": ".md", "plaintext": ".txt", "quarto": ".md", "text": ".txt"}


class TextKind(enum.Enum):
    """What a text is to us."""

    DRAFT = "draft"
    NOTES = "notes"
    OTHER = "other"


class Opened(msgspec.Struct, frozen=True):
    """A text as the editor holds it; a change makes a new one. `file` is None where it was never saved."""

    uri: str
    text: str
    kind: TextKind
    version: int | None = None
    language: str = ""
    file: Path | None = None

    @property
    def source(self) -> Source:
        """The text as lint reads it."""
        if self.file:
            return Source(str(self.file), self.text, self.file)
        return Source(f"untitled{_DRAFT_LANGUAGES.get(self.language, '.md')}", self.text)


def kind_of(text: str, language: str, file: Path | None) -> TextKind:
    """What a text is, by its name, what the editor calls its language, and for YAML what it holds."""
    name = file.name.lower() if file else ""
    if name.endswith(NOTES) or (language == "yaml" and not name):
        return TextKind.NOTES if name != FILE_NAME and _holds_notes(text, file) else TextKind.OTHER
    is_draft = name.endswith(DRAFTS) or language in _DRAFT_LANGUAGES
    return TextKind.DRAFT if is_draft else TextKind.OTHER


def _holds_notes(text: str, file: Path | None) -> bool:
    """Whether YAML holds notes: it says so, stands beside its draft, or has a title and keys of notes."""
    from reviewcli.document.notes_found import top_keys
    from reviewcli.notes.kinds import KEYS

    if re.search(r"^#\s*yaml-language-server:\s*\$schema=\S*(?:review|notes)\S*", text, re.MULTILINE):
        return True
    keys = top_keys(text)
    known = sum(key in KEYS for key in keys)
    if "title" in keys and known * 2 >= len(keys):
        return True
    if file is None:
        return False
    stem = file.name.removesuffix(file.suffix)
    is_named = stem.lower().endswith(".notes")
    stem = stem[: -len(".notes")] if is_named else stem
    beside = any(is_file(file.parent / f"{stem}{ending}") for ending in DRAFTS)
    return is_named or (beside and (known * 2 >= len(keys) or "title" in keys))
