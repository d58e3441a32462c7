"""From an engine's marks to findings: one voice, whichever engine speaks."""

from __future__ import annotations

from collections.abc import Iterator

from reviewcli.engines.filters import wanted
from reviewcli.engines.marks import Mark
from reviewcli.engines.messages import misspelt, slip
from reviewcli.engines.prose import Prose, Stretch
from reviewcli.engines.suggestions import ranked
from reviewcli.engines.trusted import is_trusted
from reviewcli.engines.unlisted import is_near
from reviewcli.texts.findings import Edit, Finding, Fix, Severity


def findings_of(
    prose: Prose, engine: str, marks: list[Mark], *, any_dialect: bool, in_process: bool = True
) -> Iterator[Finding]:
    """The marks that a reviewer would want to see, as findings in the source.

    What an engine that is not `in_process` would put into the text is never a safe fix: a server may say anything.
    """
    for mark in wanted(prose, marks, any_dialect=any_dialect):
        piece = prose.piece(mark.start, mark.end)
        if piece is not None and (mark.spelling or mark.mechanical or not _is_quoted(piece)):
            yield _finding(prose, engine, mark, piece, in_process=in_process)


def _finding(prose: Prose, engine: str, mark: Mark, piece: Stretch, *, in_process: bool) -> Finding:
    replacements, message = mark.replacements, mark.message
    if mark.mechanical and replacements:
        message = slip(piece.text, replacements[0])
    if mark.spelling:
        replacements = tuple(it for it in ranked(piece.text, replacements) if is_near(piece.text, it))
        message = misspelt(piece.text, replacements[:1])
    span = piece.block.span_of(piece.start, piece.end)
    fits = prose.doc.source[span.start : span.end] == piece.text
    replacements = tuple(_curled(prose, piece, it) for it in replacements) if fits else ()
    rule = f"{engine}/{mark.rule}"
    sure = is_trusted(rule) and len(replacements) == 1 and not _is_quoted(piece)
    severity = Severity.SUGGESTION if mark.doubtful else Severity.ERROR if sure else Severity.WARNING
    return Finding(
        rule=rule,
        group="spelling" if mark.spelling else "grammar",
        severity=severity,
        message=message,
        span=span,
        engine=engine,
        replacements=replacements,
        # A fix where nobody has to choose.
        fix=Fix((Edit(span, replacements[0]),), safe=sure and in_process) if len(replacements) == 1 else None,
    )


def _is_quoted(piece: Stretch) -> bool:
    """Whether somebody else said it: a slip in a quotation may be theirs."""
    return piece.block.in_quote or any(
        start < piece.end and piece.start < end for start, end in piece.block.quotations
    )


def _curled(prose: Prose, piece: Stretch, replacement: str) -> str:
    """The replacement with the apostrophe that the writer uses."""
    curly = "’" in piece.text or ("'" not in piece.text and "’" in prose.written)
    return replacement.replace("'", "’") if curly else replacement.replace("’", "'")
