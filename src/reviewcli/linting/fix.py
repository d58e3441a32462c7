"""Applies fixes to a text, again until nothing is left to fix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from reviewcli.linting.report import Located
from reviewcli.texts.files import Source
from reviewcli.texts.findings import Edit, Fix, Span

_MOST_ROUNDS = 100  # a fix may bring to light what stood behind it


class Fixed(msgspec.Struct, frozen=True):
    """A text with its fixes, and how many were applied; `settled` is false where fixes undo one another."""

    text: str
    count: int = 0
    settled: bool = True


def fix_text(text: str, fixes_of: Callable[[str], Iterable[Fix]]) -> Fixed:
    """The text with every fix, those of the fixed text as well, until there are none.

    Of two that overlap the first wins, and the other is asked for again. Where fixes undo one another (two
    checks may disagree), the first text that would come back stays: fixing twice is fixing once.

    Args:
        text: what to fix.
        fixes_of: the fixes of a text.
    """
    texts, counts = [text], [0]
    for _ in range(_MOST_ROUNDS):
        fixes = apart(fixes_of(texts[-1]), texts[-1])
        if not fixes:
            return Fixed(texts[-1], counts[-1])
        after = applied(texts[-1], [edit for fix in fixes for edit in fix.edits])
        if after in texts:
            stays = texts.index(after)
            return Fixed(after, counts[stays], settled=False)
        texts.append(after)
        counts.append(counts[-1] + len(fixes))
    return Fixed(text, settled=False)


def fixes_in(findings: Iterable[Located], *, unsafe: bool = False) -> list[Fix]:
    """The fixes of what was found that may be applied without a person."""
    return [
        Fix(tuple(Edit(Span(it.start, it.end), it.text) for it in finding.fix.edits), safe=finding.fix.safe)
        for finding in findings
        if finding.fix and (finding.fix.safe or unsafe)
    ]


def apart(fixes: Iterable[Fix], text: str) -> list[Fix]:
    """The fixes that change the text and touch nothing that an earlier one touches, in the order of the text."""
    chosen: list[Fix] = []
    taken: list[Span] = []
    reach = -1
    for fix in sorted(fixes, key=lambda fix: min(edit.span for edit in fix.edits)):
        spans = [edit.span for edit in fix.edits]
        if all(text[edit.span.start : edit.span.end] == edit.text for edit in fix.edits):
            continue
        # Most begin behind all that is taken.
        if min(spans).start > reach or not any(span.overlaps(it) for span in spans for it in taken):
            chosen.append(fix)
            taken += spans
            reach = max(reach, *(span.end for span in spans))
    return chosen


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text after edits that do not overlap; new lines end as the text's do."""
    parts: list[str] = []
    done = 0
    crlf = "\r\n" in text
    for edit in sorted(edits, key=lambda edit: edit.span):
        new = edit.text.replace("\r\n", "\n").replace("\n", "\r\n") if crlf else edit.text
        parts += [text[done : edit.span.start], new]
        done = edit.span.end
    return "".join([*parts, text[done:]])


def diff(before: Source, after: str) -> str:
    """The change of a draft as a unified diff, which `patch -p0` applies; nothing where there is none."""
    if before.text == after:
        return ""
    import difflib

    mark = "\ufeff" if before.bom else ""
    old, new = _lines(mark + before.text), _lines(mark + after)
    lines = difflib.unified_diff(old, new, before.path, before.path)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    # Not splitlines, which parts at more than a line feed.
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
