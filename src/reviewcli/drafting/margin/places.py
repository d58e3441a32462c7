"""Where a marker may stand: between blocks, never inside one."""

from __future__ import annotations

import re

from reviewcli.document import Document
from reviewcli.reading.outline import outline_of
from reviewcli.texts.lines import line_start

# What may follow a paragraph on the very next line without being a part of it.
_OTHER = r"[ \t]{0,3}(?:#{1,6}[ \t]|```|~~~|<!--)"
_HELD = r"[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t]|\|"  # a line of a list, a quotation, a table


def after_block(source: str, offset: int) -> int:
    """The end of the line that ends the block at an offset; lists, quotations and tables are one block."""
    lines = list(re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)").finditer(source))
    here = next(number for number, line in enumerate(lines) if offset <= line.end(1))
    last, number = here, here + 1
    while number < len(lines) and not re.match(_OTHER, lines[number][1]):
        text = lines[number][1]
        is_open = number == last + 1 or (re.match(_HELD, lines[last][1]) and re.match(_HELD, text))
        if text.strip() and is_open:
            last = number
        elif text.strip():
            break
        number += 1
    return lines[last].end(1)


def end_of_section(doc: Document, name: str) -> int:
    """The end of the last line of a section; of the whole text where it has no such section."""
    headed = [section.span.end for section in doc.sections if section.name == name]
    if headed:
        end = headed[-1]  # of the text, or where the next heading's words begin
        return _end_of_text(doc.source, end if end == len(doc.source) else line_start(doc.source, end))
    told = [paragraph for paragraph in outline_of(doc).paragraphs if paragraph.section == name]
    if told:
        return after_block(doc.source, told[-1].block.span.end)
    return _end_of_text(doc.source, len(doc.source))


def _end_of_text(source: str, end: int) -> int:
    """The end of the last line above an offset that is not empty."""
    last = len(source[:end].rstrip())
    match = re.compile(r"[\r\n]|\Z").search(source, last)
    return match.start() if match else last


def set_in(source: str, at: int, marker: str, *, plain: bool) -> str:
    """A marker as a block of its own behind the line that ends at an offset."""
    has_blank = re.search(r"\n[ \t]*\r?\n", source) is not None
    if plain and not has_blank:  # an empty line would make one paragraph of all lines above it
        return f"\n{marker}"
    following = re.match(r"(?:\r\n|\r|\n)[ \t]*[^\s]", source[at:])
    return f"\n\n{marker}\n" if following else f"\n\n{marker}"
