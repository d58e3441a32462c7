"""What `review update` would make of a draft."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from reviewcli.document.front_matter import read_front_matter
from reviewcli.drafting.redraft.merge import DRAFT, NOTES, Merged, conflict
from reviewcli.drafting.redraft.points import Said, is_told, told_words


def open_conflict(text: str) -> int | None:
    """The line of a conflict that nobody has settled yet."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith((DRAFT, NOTES)):
            return number
    return None


def with_missing(ours: str, theirs: str, missing: Sequence[Said]) -> Merged:
    """The writer's text with what is missing in it, marked; for a draft whose first form is not known.

    Each paragraph of the fresh draft that holds a missing point goes to the end of the section that it stands
    in there, or to the end of the text.
    """
    newline = "\r\n" if "\r\n" in ours else "\n"
    lines = ours.replace("\r\n", "\n").split("\n")
    conflicts = 0
    for heading, paragraph in _paragraphs(theirs):
        words = told_words(paragraph)
        if not any(is_told(said.text, words) for said in missing):
            continue
        place = _end_of_section(lines, heading)
        lines[place:place] = ["", *conflict([], paragraph.split("\n"))]
        conflicts += 1
    return Merged(newline.join(lines), conflicts)


def _paragraphs(text: str) -> Iterator[tuple[str | None, str]]:
    """Each paragraph below the front matter and the title, with the heading that it stands under."""
    matter = read_front_matter(text)
    heading: str | None = None
    for paragraph in (text[matter.span.end :] if matter else text).strip().split("\n\n"):
        if paragraph.startswith("#"):
            heading = paragraph if paragraph.startswith("##") else None
        elif paragraph.strip() and not paragraph.startswith("<!--"):
            yield heading, paragraph


def _end_of_section(lines: list[str], heading: str | None) -> int:
    """The line behind the last text under a heading; of the whole where the heading is not there."""
    start = lines.index(heading) + 1 if heading in lines else None
    end = len(lines)
    if start is not None:
        end = next((n for n in range(start, len(lines)) if re.match(r"#{1,6} ", lines[n])), len(lines))
    while end and not lines[end - 1].strip():
        end -= 1
    return end


def with_base(text: str, base: str) -> str:
    """The draft with the id of the notes that it holds now; without front matter as it is."""
    matter = read_front_matter(text)
    if matter is None or matter.language != "yaml":
        return text
    from reviewcli.texts.yaml.writing import scalar

    newline = "\r\n" if "\r\n" in text else "\n"
    line = f"  base: {scalar(base)}"
    head, count = re.subn(r"(?m)^  base:[^\r\n]*", line, matter.text, count=1)
    if not count:
        head, count = re.subn(r"(?m)^(  notes:[^\r\n]*)", rf"\1{newline}{line}", matter.text, count=1)
    if not count and not re.search(r"(?m)^review:", matter.text):
        head = f"{matter.text}review:{newline}{line}{newline}"
    return text[: matter.text_start] + head + text[matter.text_start + len(matter.text) :]


def difference(before: str, after: str, path: str) -> str:
    """A unified diff, as `diff -u` prints it."""
    lines = difflib.unified_diff(
        before.replace("\r\n", "\n").splitlines(keepends=True),
        after.replace("\r\n", "\n").splitlines(keepends=True),
        path,
        path,
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
