"""Titles as file names and addresses."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewcli.notes.model import Notes

_LONGEST = 180  # bytes; file systems end at 255


def slug_of(title: str) -> str:
    """A file name's stem for a title: `Her/It: Us?` is `her-it-us`, Japanese stays as it is."""
    text = title.replace("&", " and ").replace("½", " 1 2").replace("’", "").replace("'", "")
    letters = "".join(_plain(char) for char in unicodedata.normalize("NFC", text)).casefold()
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", letters))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer.encode("utf-8", "ignore")) > _LONGEST:
            break
        slug = longer
    slug = slug or _cut(words[0] if words else "") or "untitled"
    return f"{slug}-notes" if _is_reserved(slug) else slug


def slug_of_notes(notes: Notes) -> str:
    """What a review is called in paths and addresses: as its notes say, else by its title."""
    return slug_of(notes.slug or notes.title)


def _plain(char: str) -> str:
    """A Latin letter without its accents; letters of other scripts as they are."""
    base = unicodedata.normalize("NFKD", char)
    if base[0].isascii() and base[0].isalnum():
        return "".join(each for each in base if each.isascii() and each.isalnum())
    return {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "đ": "d"}.get(
        char, char
    )


def _cut(word: str) -> str:
    return word.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore")


def _is_reserved(slug: str) -> bool:
    """Whether Windows keeps a name for a device."""
    return re.fullmatch(r"con|prn|aux|nul|(?:com|lpt)[0-9]", slug) is not None
