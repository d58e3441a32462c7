"""From an engine's marks to findings: one voice, whichever engine speaks."""

from __future__ import annotations

from collections.abc import Iterator

from reviewcli.engines.filters import wanted
from reviewcli.engines.marks import Mark
from reviewcli.engines.messages import is_only_an_apostrophe, misspelt, slip
from reviewcli.engines.prose import Piece, Prose
from reviewcli.engines.suggestions import ranked
from reviewcli.engines.unlisted import is_near
from reviewcli.engines.words import is_lost_apostrophe
from reviewcli.texts.findings import Edit, Finding, Fix, Severity, Span


def findings_of(
    prose: Prose, engine: str, marks: list[Mark], *, any_dialect: bool, in_process: bool = True
) -> Iterator[Finding]:
    """The marks that a reviewer would want to see, as findings in the source.

    What an engine that is not `in_process` would put into the text is never a safe fix: a server may say anything.
    """
    for mark in wanted(prose, marks, any_dialect=any_dialect):
        piece = prose.piece(mark.start, mark.end)
        if piece is not None:
            yield _finding(prose, engine, mark, piece, in_process=in_process)


def _finding(prose: Prose, engine: str, mark: Mark, piece: Piece, *, in_process: bool) -> Finding:
    replacements = mark.replacements
    message, mechanical = mark.message, mark.mechanical and len(replacements) > 0
    if mechanical:
        message = slip(piece.text, replacements[0])
    if mark.spelling:
        replacements = tuple(it for it in ranked(piece.text, replacements) if is_near(piece.text, it))
        message = misspelt(piece.text, replacements[:1])
        mechanical = _is_lost_apostrophe(piece.text, replacements)
    span = piece.block.span_of(piece.start, piece.end)
    fits = prose.doc.source[span.start : span.end] == piece.text
    replacements = tuple(_curled(prose, piece, it) for it in replacements) if fits else ()
    sure = mechanical and not _is_quoted(piece) and len(replacements) > 0
    return Finding(
        rule=f"{engine}/{mark.rule}",
        group="spelling" if mark.spelling else "grammar",
        severity=Severity.ERROR if sure else Severity.WARNING,
        message=message,
        span=span,
        engine=engine,
        replacements=replacements,
        fix=_fix(span, replacements, sure=sure, safe=sure and in_process),
    )


def _fix(span: Span, replacements: tuple[str, ...], *, sure: bool, safe: bool) -> Fix | None:
    """A fix where nobody has to choose: the slip is mechanical, or there is one way out."""
    if not replacements or (len(replacements) > 1 and not sure):
        return None
    return Fix((Edit(span, replacements[0]),), safe=safe)


def _is_lost_apostrophe(word: str, replacements: tuple[str, ...]) -> bool:
    return bool(replacements) and is_lost_apostrophe(word) and is_only_an_apostrophe(word, replacements[0])


def _is_quoted(piece: Piece) -> bool:
    """Whether somebody else said it: a slip in a quotation may be theirs."""
    return piece.block.in_quote or any(
        start < piece.end and piece.start < end for start, end in piece.block.quotations
    )


def _curled(prose: Prose, piece: Piece, replacement: str) -> str:
    """The replacement with the apostrophe that the writer uses."""
    curly = "’" in piece.text or ("'" not in piece.text and "’" in prose.written)
    return replacement.replace("'", "’") if curly else replacement.replace("’", "'")
