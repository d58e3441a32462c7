"""The HTML that diaries keep reviews in, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_MARKS = {"i": "*", "em": "*", "b": "**", "strong": "**"}
_BREAKS = ("p", "div", "blockquote")


def markdown_of(html: str) -> str:
    """A review as a site keeps it, in Markdown: its few tags, its entities; any other tag stays as it is written."""
    reader = _Reader()
    reader.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Gathers Markdown; `_quotes` is how many quotations are open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = [""]  # paragraphs, the last one open
        self._quoted: list[bool] = [False]
        self._quotes = 0
        self._open: list[str] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _MARKS:
            self._open.append(tag)
            self._parts[-1] += _OPENS + _MARKS[tag]
        elif tag == "br":
            self._parts[-1] += "\n"
        elif tag in _BREAKS:
            self._quotes += tag == "blockquote"
            self._break()
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self._parts[-1] += "["
        else:
            self._parts[-1] += _escaped(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS:
            if tag in self._open:
                self._open.remove(tag)
                self._parts[-1] += _MARKS[tag] + _CLOSES
        elif tag in _BREAKS:
            self._break()
            self._quotes = max(0, self._quotes - (tag == "blockquote"))
            self._quoted[-1] = self._quotes > 0
        elif tag == "a":
            if self._links:
                address = self._links.pop()
                self._parts[-1] += f"]({_address(address)})" if address else "]"
        elif tag != "br":
            self._parts[-1] += f"</{tag}>"

    def handle_data(self, data: str) -> None:
        self._parts[-1] += _escaped(data)

    def handle_comment(self, data: str) -> None:
        """A comment is shown by no site."""

    def _break(self) -> None:
        self._parts.append("")
        self._quoted.append(self._quotes > 0)

    def text(self) -> str:
        """The paragraphs, an empty line between them."""
        for tag in reversed(self._open):
            self._parts[-1] += _MARKS[tag]
        return "\n\n".join(self._paragraphs())

    def _paragraphs(self) -> Iterator[str]:
        for part, quoted in zip(self._parts, self._quoted, strict=True):
            prefix = "> " if quoted else ""
            for paragraph in re.split(r"\n[ \t]*\n\s*", _tidied(part)):
                lines = [_line(line) for line in paragraph.strip().split("\n")]
                if any(lines):
                    yield "\\\n".join(prefix + line for line in lines)


_OPENS, _CLOSES = "\ue000", "\ue001"  # where marks of emphasis open and close


def _tidied(text: str) -> str:
    """Marks of emphasis close to their words: `<i> Her</i> ` is ` *Her* `."""
    text = re.sub(rf"{_OPENS}(\*+)(\s+)", rf"\2{_OPENS}\1", text)
    text = re.sub(rf"(\s+)(\*+){_CLOSES}", rf"\2{_CLOSES}\1", text)
    text = re.sub(rf"{_OPENS}(\*+)\1{_CLOSES}", "", text)  # nothing between them
    return text.replace(_OPENS, "").replace(_CLOSES, "")


def _escaped(text: str) -> str:
    """Words with a backslash before what Markdown would take for markup."""
    text = re.sub(r"([*`])", r"\\\1", text)
    text = re.sub(r"(?<!\w)_|_(?!\w)", r"\\_", text)
    return re.sub(r"\[(?=[^\]\n]*\]\()", r"\\[", text)


def _line(line: str) -> str:
    """A line that begins with no sign of Markdown's own."""
    line = line.strip()
    return re.sub(r"^(#{1,6}(?=\s|$)|>|[-+](?=\s)|-{3,}$|={3,}$|\d{1,9}(?=[.)]\s))", _without_sense, line)


def _without_sense(match: re.Match[str]) -> str:
    sign = match[0]
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _address(address: str) -> str:
    return address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
