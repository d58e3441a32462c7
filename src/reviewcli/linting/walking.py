"""Goes through what was found in a draft, one after the other; what a person decides changes the text at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import msgspec

from reviewcli.document import Document
from reviewcli.document.directives import find_directives
from reviewcli.document.front_matter import read_front_matter
from reviewcli.linting.fix import applied, fixes_in
from reviewcli.linting.report import Located, locate
from reviewcli.texts.findings import Edit, Finding, Fix, Noted, Span
from reviewcli.texts.lines import Lines


class Walk:
    """A draft and what is still to decide about it, in the order of the text.

    Args:
        text: the draft.
        findings: what was found in it.
        keep: is given the text after each change.
        plain: whether it is plain text and not Markdown.
    """

    def __init__(
        self, text: str, findings: Sequence[Located], keep: Callable[[str], None], *, plain: bool = False
    ) -> None:
        self.text = text
        self._plain = plain
        self.changed = 0
        self._keep = keep
        self._waiting = [_finding(located) for located in findings]
        self._skipped: set[tuple[str, str]] = set()

    @property
    def current(self) -> Located | None:
        """What to decide about now, at its place in the text as it is now."""
        return locate(self.text, Lines(self.text), self._waiting[0]) if self._waiting else None

    @property
    def left(self) -> int:
        """How many are still to decide about."""
        return len(self._waiting)

    def replace(self, words: str) -> None:
        """Put these words in the place of what was found; a fix that is more than one edit is made whole."""
        finding = self._waiting.pop(0)
        is_fix = finding.fix is not None and words == next(iter(finding.replacements), None)
        self._edit(finding.fix.edits if finding.fix and is_fix else [Edit(finding.span, words)])
        self.changed += 1

    def skip(self) -> None:
        """Leave it as it is."""
        finding = self._waiting.pop(0)
        self._skipped.add((finding.rule, self.text[finding.span.start : finding.span.end]))

    def silence(self) -> bool:
        """Write a comment that silences the rule on this line; false where there can be none."""
        finding = self._waiting[0]
        edit = silencing_edit(self.text, finding.span.start, finding.rule)
        if edit is None or not is_obeyed(self.text, edit, finding.rule, plain=self._plain):
            return False
        lines = Lines(self.text)
        line = lines.span_of_line(lines.place(finding.span.start)[0])
        self._waiting = [
            it
            for it in self._waiting
            if it.rule != finding.rule or it.span.start > line.end or it.span.end < line.start
        ]
        self._edit([edit])
        return True

    def learn(self, word: str) -> None:
        """Take a word for right from here on."""
        self._waiting = [
            it
            for it in self._waiting
            if it.group != "spelling" or _bare(self.text[it.span.start : it.span.end]) != _bare(word)
        ]

    def reread(self, text: str, findings: Iterable[Located]) -> None:
        """Go on with a text that was changed elsewhere; what was left as it is is not asked for again."""
        self.text = text
        self._waiting = [
            _finding(located)
            for located in findings
            if (located.rule, text[located.start : located.end]) not in self._skipped
        ]

    def _edit(self, edits: Sequence[Edit]) -> None:
        before = self.text
        self.text = applied(before, edits)
        self._waiting = [moved for it in self._waiting if (moved := _moved(it, before, edits)) is not None]
        self._keep(self.text)


def silencing_edit(text: str, offset: int, rule: str) -> Edit | None:
    """What silences a rule on the line of that offset; None in front matter, which holds no comments."""
    matter = read_front_matter(text)
    if matter is not None and offset < matter.span.end:
        return None
    lines = Lines(text)
    span = lines.span_of_line(lines.place(offset)[0])
    line = text[span.start : span.end]
    there = re.search(r"<!--\s*review-disable-line\s+[^\s>](?:(?!\s--).)*?(?=\s*(?:\s--\s.*?)?-->)", line)
    if there:
        return Edit(Span(span.start + there.end(), span.start + there.end()), f", {rule}")
    # Before what ends a line of Markdown: a hard break, the signs that close a heading, the edge of a table.
    end = re.search(r"(?:(?<=\S)\s+#+\s*|\s*\\|\s*\|\s*|\s*)$", line)
    at = span.start + (end.start() if end else len(line))
    return Edit(Span(at, at), f" <!-- review-disable-line {rule} -->")


def silencing_file_edit(text: str, rule: str) -> Edit:
    """What silences a rule in the whole text: a comment above everything but the front matter."""
    there = re.search(r"<!--\s*review-disable-file\s+[^\s>](?:(?!\s--).)*?(?=\s*(?:\s--\s.*?)?-->)", text)
    if there:
        return Edit(Span(there.end(), there.end()), f", {rule}")
    comment = f"<!-- review-disable-file {rule} -->\n\n"
    matter = read_front_matter(text)
    if matter is None:
        return Edit(Span(0, 0), comment)
    fence_end = re.compile(r"[ \t]*(?:\r\n?|\n)").match(text, matter.span.end)
    if fence_end is None:
        return Edit(Span(matter.span.end, matter.span.end), f"\n\n{comment}")
    return Edit(Span(fence_end.end(), fence_end.end()), f"\n{comment}")


def is_obeyed(text: str, edit: Edit, rule: str, *, plain: bool = False) -> bool:
    """Whether what the edit writes is read as a directive: in a tag or a broken comment it is not."""
    doc = Document(applied(text, [edit]), plain=plain)
    reach = Span(edit.span.start, edit.span.start + len(edit.text))
    return any(
        rule in [name.text for name in it.names] and it.span.overlaps(reach) for it in find_directives(doc)
    )


def _finding(located: Located) -> Finding:
    noted = located.notes
    return Finding(
        rule=located.rule,
        group=located.group,
        severity=located.severity,
        message=located.message,
        span=Span(located.start, located.end),
        engine=located.engine,
        replacements=located.replacements,
        fix=next(iter(fixes_in([located], unsafe=True)), None),
        notes=Noted(noted.line, noted.column, noted.key, noted.text) if noted else None,
    )


def _moved(finding: Finding, before: str, edits: Sequence[Edit]) -> Finding | None:
    """The finding at its place after the edits; None where they touched its words."""
    if any(edit.span.overlaps(finding.span) for edit in edits):
        return None
    fix = finding.fix
    if fix is not None:
        if any(edit.span.overlaps(own.span) for edit in edits for own in fix.edits):
            fix = None
        else:
            fix = Fix(tuple(Edit(_shifted(it.span, before, edits), it.text) for it in fix.edits), fix.safe)
    return msgspec.structs.replace(finding, span=_shifted(finding.span, before, edits), fix=fix)


def _shifted(span: Span, before: str, edits: Sequence[Edit]) -> Span:
    earlier = [edit for edit in edits if edit.span.end <= span.start]
    by = len(applied(before, earlier)) - len(before)
    return Span(span.start + by, span.end + by)


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)
