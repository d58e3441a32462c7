"""A draft as its reader sees it, in HTML. Everything that it holds is escaped; of its own HTML nothing is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from reviewcli.document import PLACEHOLDER, Block, Document
from reviewcli.formats.findings.html.marks import Marks

if TYPE_CHECKING:
    from markdown_it.token import Token

    from reviewcli.document.inline import Place, PlacedInline
    from reviewcli.document.markdown import Body


def as_read(doc: Document, marks: Marks) -> str:
    """The body of a draft in HTML, with its marks."""
    start = doc.front_matter.span.end if doc.front_matter else 0
    top = _line_of_pins(marks.pins(start)) if start else ""
    if doc.plain:
        body = "".join(_plain_paragraph(block, doc.source, marks) for block in doc.blocks)
    else:
        body = _Markdown(doc.source, start, marks).html()
    return top + body + _line_of_pins(marks.pins(len(doc.source) + 1))


def _line_of_pins(pins: str) -> str:
    return f'<p class="pins">{pins}</p>\n' if pins else ""


def _plain_paragraph(block: Block, source: str, marks: Marks) -> str:
    pieces = block.source_map.pieces()
    ends = [*(start for start, _, _ in pieces[1:]), len(block.text)]
    shown = []
    for (start, begin, end), following in zip(pieces, ends, strict=True):
        text = block.text[start:following]
        if end - begin == len(text) and text != PLACEHOLDER:
            shown.append(_letters(text, range(begin, end), marks))
        else:
            whole = source[begin:end] if text == PLACEHOLDER else text
            shown.append(marks.pins(begin) + marks.shown(whole, marks.over(begin, end)))
    return f"{_line_of_pins(marks.pins(block.span.start))}<p>{''.join(shown)}</p>\n"


def _letters(text: str, places: range, marks: Marks) -> str:
    """A text every letter of which stands in the source, at these places."""
    shown = []
    for segment in marks.cut(places.start, places.stop):
        piece = text[segment.start - places.start : segment.end - places.start]
        shown.append(marks.pins(segment.start) + marks.shown(piece, segment))
    return "".join(shown)


# Blocks whose tokens are tags already; the level of a heading is in its tag.
_TAGS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "table": "table",
    "thead": "thead",
    "tbody": "tbody",
    "tr": "tr",
    "th": "th",
    "td": "td",
}
_KEPT = {"i": "em", "em": "em", "cite": "cite", "b": "strong", "strong": "strong"}


class _Markdown:
    """Walks the tokens of one body once."""

    def __init__(self, source: str, start: int, marks: Marks) -> None:
        from reviewcli.document.markdown import Body

        self._source = source
        self._body: Body = Body(source, start)
        self._marks = marks
        self._notes: list[tuple[str, Place]] = []
        self._callout: list[bool] = []

    def html(self) -> str:
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        for token, place in self._body.tokens():
            if token.type == "inline":
                yield self._inline(token.content, place) if place else escape(token.content, quote=False)
            elif token.nesting > 0:
                yield self._pins_before(token) + self._opened(token)
            elif token.nesting < 0:
                yield self._closed(token)
            else:
                yield self._alone(token)

    def _pins_before(self, token: Token) -> str:
        if token.level or token.map is None:
            return ""
        return _line_of_pins(self._marks.pins(self._body.source(self._body.line(token.map[0])[0])))

    def _opened(self, token: Token) -> str:
        name = token.type.removesuffix("_open")
        if name == "heading":
            # The page has a title of its own, so that the draft's is one below.
            return f'<h{min(int(token.tag[1]) + 1, 6)} class="{token.tag}">'
        if name == "blockquote":
            self._callout.append(False)
            return "<blockquote>"
        if name == "footnote_reference":
            label = escape(str(token.meta.get("label", "")))
            return f'<div class="footnote" data-label="{label}">'
        if name not in _TAGS or token.hidden:
            return ""
        number = token.attrGet("start") if name == "ordered_list" else None
        start = f' start="{int(number)}"' if number is not None else ""
        return f'<div class="wide"><table{start}>' if name == "table" else f"<{_TAGS[name]}{start}>"

    def _closed(self, token: Token) -> str:
        name = token.type.removesuffix("_close")
        notes = self._inline_notes() if name in ("paragraph", "heading", "th", "td") else ""
        if name == "heading":
            return f"</h{min(int(token.tag[1]) + 1, 6)}>\n{notes}"
        if name == "blockquote":
            self._callout.pop()
            return "</blockquote>\n"
        if name == "footnote_reference":
            return "</div>\n"
        if name not in _TAGS or token.hidden:
            return notes
        if name in ("th", "td"):
            return f"{notes}</{_TAGS[name]}>"
        return f"</{_TAGS[name]}>" + ("</div>" if name == "table" else "") + f"\n{notes}"

    def _alone(self, token: Token) -> str:
        before = self._pins_before(token)
        if token.type == "hr":
            return f"{before}<hr>\n"
        if token.type in ("fence", "code_block"):
            return f'{before}<pre tabindex="0"><code>{escape(token.content, quote=False)}</code></pre>\n'
        if token.type == "html_block":
            return before + self._html_block(token)
        return before

    def _html_block(self, token: Token) -> str:
        from reviewcli.document.markdown import prose_of_html, shifted

        content, place = self._body.html(token)
        if content.startswith("<!--"):  # what stands behind a comment is read as any other prose
            shown = "".join(
                f"<p>{self._inline(content[start:end], shifted(place, start))}{self._inline_notes()}</p>\n"
                for start, end in prose_of_html(content)
            )
        else:
            shown = self._raw(content)
        end = self._body.line(token.map[1] - 1) if token.map else None
        pins = self._marks.pins(self._body.source(end[0] + len(end[1]))) if end else ""
        return shown + _line_of_pins(pins)

    def _raw(self, content: str) -> str:
        bare = re.sub(r"<!--.*?(?:-->|\Z)", "", content, flags=re.DOTALL).strip()
        return f'<pre class="raw" tabindex="0">{escape(bare, quote=False)}</pre>\n' if bare else ""

    def _inline_notes(self) -> str:
        notes, self._notes = self._notes, []
        return "".join(
            f'<span class="footnote">{self._inline(content, place)}</span>' for content, place in notes
        )

    def _inline(self, content: str, place: Place) -> str:
        from reviewcli.document.inline import placed_inline
        from reviewcli.document.markdown import callout

        head, offset = "", 0
        if self._callout and not self._callout[-1] and (opening := callout(content)):
            self._callout[-1] = True
            offset = opening.end()
            head = f'<strong class="callout" data-label="{escape(opening[1])}"></strong>'

        def shifted(at: int) -> int:
            return place(at + offset)

        state = placed_inline(content[offset:], self._body.env)
        return head + _Inline(state, shifted, self._marks, self._notes).html()


class _Inline:
    """Walks the tokens of one inline content once."""

    def __init__(
        self, state: PlacedInline, place: Place, marks: Marks, notes: list[tuple[str, Place]]
    ) -> None:
        self._state = state
        self._place = place
        self._marks = marks
        self._notes = notes
        self._open: list[str] = []

    def html(self) -> str:
        shown = "".join(self._shown(token, self._state.starts[id(token)]) for token in self._state.tokens)
        return shown + "".join(f"</{tag}>" for tag in reversed(self._open))

    def _shown(self, token: Token, start: int) -> str:
        kind = token.type
        if kind == "text":
            return self._text(token.content, start)
        if kind in ("softbreak", "hardbreak"):
            return "<br>" if kind == "hardbreak" else "\n"
        if kind == "text_special":
            return self._whole(token.content, start, max(len(token.markup), 1))
        if kind == "code_inline":
            # The fences are as long as the markup; spaces that were cut off beside them matter to nobody.
            return f"<code>{self._whole(token.content, start, len(token.content) + 2 * len(token.markup))}</code>"
        if kind == "address":
            return self._whole(token.content, start, len(token.content))
        if kind == "html_inline":
            end = self._place(start + len(token.content) - 1) + 1
            return self._html_tag(token.content) + self._marks.pins(end)
        if kind == "image":
            alt = escape(token.content)
            return f'<span class="image" role="img" aria-label="{alt}"></span>' if alt else ""
        if kind == "footnote_ref":
            return self._footnote(token, start)
        return self._tag(token)

    def _text(self, text: str, start: int) -> str:
        if not text:
            return ""
        first, last = self._place(start), self._place(start + len(text) - 1)
        if last - first == len(text) - 1:
            return _letters(text, range(first, last + 1), self._marks)
        places = (self._place(start + index) for index in range(len(text)))
        return "".join(
            _letters(letter, range(at, at + 1), self._marks) for letter, at in zip(text, places, strict=True)
        )

    def _whole(self, text: str, start: int, length: int) -> str:
        first = self._place(start)
        end = max(self._place(start + length - 1), first) + 1
        return self._marks.pins(first) + self._marks.shown(text, self._marks.over(first, end))

    def _tag(self, token: Token) -> str:
        tags = {"em": "em", "strong": "strong", "s": "s", "link": "a"}
        tag = tags.get(token.type.removesuffix("_open").removesuffix("_close"))
        if tag is None:
            return ""
        if token.nesting < 0:
            return self._close(tag)
        self._open.append(tag)
        if tag != "a":
            return f"<{tag}>"
        address = str(token.attrGet("href") or "")
        # Anything else would lead nowhere from this page, or do something.
        safe = re.match(r"https?://", address, re.IGNORECASE)
        return f'<a href="{escape(address)}" rel="noopener noreferrer">' if safe else "<a>"

    def _close(self, tag: str) -> str:
        """The closing tag, with those of what the draft's own HTML left open inside."""
        if tag not in self._open:
            return ""
        closed = ""
        while True:
            last = self._open.pop()
            closed += f"</{last}>"
            if last == tag:
                return closed

    def _html_tag(self, tag: str) -> str:
        name = re.match(r"<(/?)\s*([A-Za-z][\w-]*)", tag)
        if not name:
            return ""
        if name[2].lower() == "br":
            return "<br>"
        kept = _KEPT.get(name[2].lower())
        if kept is None:
            return ""
        if name[1]:
            return self._close(kept) if self._open and self._open[-1] == kept else ""
        self._open.append(kept)
        return f"<{kept}>"

    def _footnote(self, token: Token, start: int) -> str:
        label = token.meta.get("label")
        if label is None:
            note = self._state.env["footnotes"]["list"][token.meta["id"]].get("content", "")
            place, offset = self._place, start + len("^[")
            self._notes.append((note, lambda at: place(at + offset)))
        return f'<sup class="note" data-label="{escape(str(label or "*"))}"></sup>'
