"""The outline of a text: a draft's headings, the keys of notes."""

from __future__ import annotations

from lsprotocol.types import DocumentSymbol, SymbolKind

from reviewcli.document import Block, Document
from reviewcli.lsp.opened import Opened, TextKind
from reviewcli.lsp.positions import Positions
from reviewcli.texts.yaml.nodes import Mapping_
from reviewcli.texts.yaml.reading import parse_yaml


def symbols(opened: Opened, positions: Positions) -> list[DocumentSymbol]:
    """The symbols of a text, those of deeper headings inside those of higher ones."""
    if opened.kind is TextKind.NOTES:
        return _keys(opened.text, positions)
    return _headings(opened, positions) if opened.kind is TextKind.DRAFT else []


def _headings(opened: Opened, positions: Positions) -> list[DocumentSymbol]:
    doc = Document(opened.text, plain=opened.source.plain)
    headings = [section.heading for section in doc.sections if section.heading]
    headings = [doc.title, *headings] if doc.title else headings
    top: list[DocumentSymbol] = []
    nested: list[tuple[int, list[DocumentSymbol]]] = [(0, top)]
    for number, heading in enumerate(headings):
        while nested[-1][0] >= heading.level:
            nested.pop()
        children: list[DocumentSymbol] = []
        end = next((it.span.start for it in headings[number + 1 :] if it.level <= heading.level), None)
        nested[-1][1].append(
            DocumentSymbol(
                name=heading.text.strip() or "…",
                detail=_detail(heading),
                kind=SymbolKind.String,
                range=positions.range(heading.span.start, len(opened.text) if end is None else end),
                selection_range=positions.range(heading.span.start, heading.span.end),
                children=children,
            )
        )
        nested.append((heading.level, children))
    return top


def _detail(heading: Block) -> str | None:
    return heading.section if heading.section and heading.section != heading.text.lower() else None


def _keys(text: str, positions: Positions) -> list[DocumentSymbol]:
    node = parse_yaml(text).node
    return [
        DocumentSymbol(
            name=key.text.strip() or "…",
            kind=SymbolKind.Field,
            range=positions.range(key.span.start, max(key.span.end, value.span.end)),
            selection_range=positions.range(key.span.start, key.span.end),
        )
        for key, value in (node.entries if isinstance(node, Mapping_) else ())
    ]
