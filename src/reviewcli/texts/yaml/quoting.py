"""Texts as YAML has them in quotation marks, and the words of messages that say so."""

from __future__ import annotations

from reviewcli.texts.findings import Edit, Fix, Span

_SHOWN = 56  # letters of a text that a message repeats


def quoted(text: str) -> str:
    """The text as YAML that reads back as exactly this text."""
    printable = text.isprintable()
    if printable and '"' not in text and "\\" not in text:
        return f'"{text}"'
    if printable and "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + "".join(char if char.isprintable() else _escape(char) for char in escaped) + '"'


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def shown(text: str, width: int = _SHOWN) -> str:
    """A text for a message: on one line, its tail left out when it is long."""
    text = " ".join(text.split())
    if len(text) <= width:
        return text
    head = text[: width - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:") + " …"


def put_in_quotes(text: str) -> str:
    """The sentence that says how the text is written right."""
    return f"Put the whole text in quotes: {quoted(shown(text))}"


def quoting(source: str, span: Span) -> Fix:
    """The edit that puts what the span holds into quotes."""
    text = " ".join(source[span.start : span.end].split())
    return Fix((Edit(span, quoted(text)),), safe=True)
