"""A draft without what only its writer needs: markers, directives, `review` and `draft: true` of the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reviewcli.document import Document
from reviewcli.document.comments import Comment
from reviewcli.document.front_matter import read_front_matter
from reviewcli.drafting.house.matter import edited_matter
from reviewcli.settings.front_matter import MatterRules
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.lines import line_start
from reviewcli.texts.yaml.nodes import place_at, plain_value
from reviewcli.texts.yaml.reading import parse_yaml

_OURS = r"review-(?:todo|disable|disable-line|disable-next-line|disable-file|enable)(?![\w-])"


class Stripped(msgspec.Struct, frozen=True):
    """The text that is left, and what was still to be written: the words of each `review-todo`."""

    text: str
    todos: tuple[str, ...] = ()


def strip(source: str, *, path: str = "-", plain: bool = False, rules: MatterRules | None = None) -> Stripped:
    """The draft for publication: everything that is not ours stays to the byte.

    Args:
        source: the draft, without its byte order mark.
        path: what errors call it.
        plain: whether it is plain text and not Markdown.
        rules: what a house puts into front matter, renames or drops.

    Raises:
        ReviewError: a marker is never closed, so that nobody knows where the text goes on.
    """
    doc = Document(source, path=path, plain=plain)
    comments = [comment for comment in doc.comments if re.match(_OURS, comment.text)]
    text = source
    for comment in reversed(comments):
        if not source.startswith("-->", comment.span.end - 3):
            place = place_at(source, comment.span.start, path)
            raise ReviewError("this marker is never closed.", place, "Put --> behind it.")
        text = _without(text, comment.span.start, comment.span.end)
    rules = rules or MatterRules()
    ours = ("review", "draft") if "draft" not in rules.put and _says_draft(text) else ("review",)
    text = edited_matter(text, msgspec.structs.replace(rules, drop=(*ours, *rules.drop)), publishing=True)
    return Stripped(text, tuple(_todos(comments)))


def _says_draft(text: str) -> bool:
    """Whether the front matter has `draft: true`; `draft: false` is the writer's own."""
    matter = read_front_matter(text)
    if matter is None or "draft" not in matter.text:
        return False
    if matter.language == "toml":
        return re.search(r"(?m)^draft\s*=\s*true\b", matter.text) is not None
    values = plain_value(parse_yaml(matter.text).node)
    return isinstance(values, dict) and str(values.get("draft")).lower() in ("true", "yes", "on")


def _todos(comments: list[Comment]) -> Iterator[str]:
    for comment in comments:
        if comment.text.startswith("review-todo"):
            yield " ".join(comment.text.removeprefix("review-todo").split())


def _without(text: str, start: int, end: int) -> str:
    """The text without a comment, and without the space that stood there for it."""
    begin = line_start(text, start)
    line_end = _line_end(text, end)
    before, after = text[begin:start], text[end:line_end]
    if not after.strip(" \t"):
        if not before.strip(" \t>") or _is_empty_item(before, text, line_end):
            return _without_lines(text, begin, line_end)
        return text[:start].rstrip(" \t") + text[end:]
    if not before.strip(" \t>") or before[-1] in " \t":
        return text[:start] + text[end:].lstrip(" \t")
    return text[:start] + text[end:]


def _is_empty_item(before: str, text: str, line_end: int) -> bool:
    """Whether the marker was all of an item of a list."""
    marker = re.fullmatch(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+", before)
    following = text[_after_break(text, line_end) :]
    return marker is not None and not re.match(r"[ \t]+\S", following)


def _without_lines(text: str, start: int, end: int) -> str:
    """The text without whole lines; where that would leave empty lines on both sides, those before stay."""
    head, tail = text[:start], text[_after_break(text, end) :]
    is_open = not head or _is_blank(_last_line(head))
    if not tail:
        return _without_empty_end(head) if _is_blank(_last_line(head)) else head
    while is_open and _is_blank(line := tail[: _after_break(tail, _line_end(tail, 0))]):
        tail = tail[len(line) :]
        if not tail:
            return _without_empty_end(head)
    return head + tail


def _last_line(head: str) -> str | None:
    """The line before, without its break; None where there is none."""
    if not head:
        return None
    bare = re.sub(r"(?:\r\n|\r|\n)\Z", "", head)
    return bare[line_start(bare, len(bare)) :]


def _is_blank(line: str | None) -> bool:
    return line is not None and not line.strip(" \t>\r\n")


def _without_empty_end(head: str) -> str:
    bare = head.rstrip(" \t\r\n")
    return bare + head[len(bare) : _after_break(head, len(bare) + _spaces(head, len(bare)))]


def _spaces(text: str, start: int) -> int:
    return len(text[start:]) - len(text[start:].lstrip(" \t"))


def _line_end(text: str, offset: int) -> int:
    ends = [place for mark in "\r\n" if (place := text.find(mark, offset)) >= 0]
    return min(ends, default=len(text))


def _after_break(text: str, offset: int) -> int:
    if text.startswith("\r\n", offset):
        return offset + 2
    return offset + 1 if offset < len(text) and text[offset] in "\r\n" else offset
