"""What a draft's own comments say to lint: `<!-- review-disable-line cliche -- it is a quotation -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from reviewcli.document import Document
from reviewcli.texts.findings import Span

DISABLE = "review-disable"
ENABLE = "review-enable"
DISABLE_LINE = "review-disable-line"
DISABLE_NEXT_LINE = "review-disable-next-line"
DISABLE_FILE = "review-disable-file"
KINDS = (DISABLE, ENABLE, DISABLE_LINE, DISABLE_NEXT_LINE, DISABLE_FILE)


class Name(msgspec.Struct, frozen=True):
    """An id or a group that a directive names, and where; the text is empty where it names none, and means all."""

    text: str
    span: Span


class Directive(msgspec.Struct, frozen=True):
    """A directive: which one, the ids and groups that it names, and the span of its comment.

    `kind` is the word as it is written: where that is none of `KINDS`, nobody obeys it.
    """

    kind: str
    names: tuple[Name, ...]
    span: Span
    kind_span: Span


def find_directives(doc: Document) -> Iterator[Directive]:
    """The directives of a draft in order, also those that are none though they look like it."""
    if "<!--" not in doc.source or "review-" not in doc.source:
        return
    for comment in doc.comments:
        if comment.text.startswith("review-") and not comment.text.startswith("review-todo"):
            yield _directive(doc.source, comment.span)


def front_matter_names(doc: Document) -> Iterator[Name]:
    """The ids and groups that front matter names in `review.ignore`: a list, or a text with commas."""
    matter = doc.front_matter
    if matter is None or "ignore" not in doc.review_settings:
        return
    from reviewcli.texts.yaml.nodes import Scalar, Sequence_, plain_value
    from reviewcli.texts.yaml.reading import parse_yaml

    node = parse_yaml(matter.text).node
    for key in ("review", "ignore"):
        node = next((value for name, value in getattr(node, "entries", ()) if name.text == key), None)
    for item in node.items if isinstance(node, Sequence_) else [node]:
        if isinstance(item, Scalar) and plain_value(item):
            start = matter.text_start + item.span.start
            for word in _name_pattern().finditer(doc.source, start, matter.text_start + item.span.end):
                text = word.group().strip("\"'")
                at = word.start() + word.group().find(text)
                yield Name(text, Span(at, at + len(text)))


def _directive(source: str, span: Span) -> Directive:
    end = span.end - 3 if source.startswith("-->", span.end - 3) else span.end
    kind = _kind_pattern().search(source, span.start, end)
    assert kind, "find_directives hands on comments that begin with it"
    reason = _reason_pattern().search(source, kind.end(), end)
    words = _name_pattern().finditer(source, kind.end(), reason.start() if reason else end)
    names = tuple(Name(word.group(), Span(*word.span())) for word in words)
    return Directive(kind.group(), names or (Name("", span),), span, Span(*kind.span()))


@cache
def _kind_pattern() -> re.Pattern[str]:
    return re.compile(r"review-[\w-]*")


@cache
def _reason_pattern() -> re.Pattern[str]:
    return re.compile(r"\s--(?=\s|$)")


@cache
def _name_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\s,>:]+")  # a comment of several lines in a block quote has a > in each
