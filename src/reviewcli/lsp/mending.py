"""What an editor offers to do about a finding: replace, add the word, silence, fix all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Command,
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from reviewcli.linting.fix import apart, fixes_in
from reviewcli.linting.report import Located
from reviewcli.linting.walking import is_obeyed, silencing_edit, silencing_file_edit
from reviewcli.lsp.examining import Looked
from reviewcli.lsp.marking import diagnostic
from reviewcli.lsp.opened import Opened, TextKind
from reviewcli.lsp.positions import Positions
from reviewcli.settings.places import FILE_NAME, HOUSE_FILE
from reviewcli.texts.files import is_file
from reviewcli.texts.findings import Edit, Span
from reviewcli.texts.yaml.quoting import shown

ADD_WORD = "review.addWord"
FIX_ALL = "source.fixAll.review"
KINDS: list[CodeActionKind | str] = [CodeActionKind.QuickFix, FIX_ALL]
_MOST = 8  # replacements of one finding


class Mending:
    """The actions for a text as it stands.

    Args:
        looked: what was found in it.
        positions: its positions.
        versioned: whether the client takes edits of a certain version of a text.
    """

    def __init__(self, looked: Looked, positions: Positions, *, versioned: bool) -> None:
        self._looked, self._positions, self._versioned = looked, positions, versioned
        self._text = looked.opened.text

    def actions(self, start: int, end: int, only: Sequence[str] | None) -> Iterator[CodeAction]:
        """What can be done about what touches the span, and about all of the text."""
        if _is_asked(CodeActionKind.QuickFix, only):
            for finding in self._looked.findings:
                if finding.start <= end and start <= finding.end:
                    yield from self._quick_fixes(finding)
        if _is_asked(FIX_ALL, only):
            yield from self._fix_all()

    def _quick_fixes(self, finding: Located) -> Iterator[CodeAction]:
        yield from self._replacements(finding)
        if self._looked.opened.kind is not TextKind.DRAFT:
            return
        if finding.group == "spelling" and finding.engine != "review":
            yield from self._new_words(finding)
        for title, edit in (
            (f"Silence {finding.rule} on this line", silencing_edit(self._text, finding.start, finding.rule)),
            (f"Silence {finding.rule} in this file", silencing_file_edit(self._text, finding.rule)),
        ):
            plain = self._looked.opened.source.plain
            if edit and is_obeyed(self._text, edit, finding.rule, plain=plain):
                yield self._action(title, [edit], finding)

    def _replacements(self, finding: Located) -> Iterator[CodeAction]:
        fixes = fixes_in([finding], unsafe=True)
        edits = [(fix.edits, fix.safe) for fix in fixes]
        edits += [
            ((Edit(Span(finding.start, finding.end), text),), False) for text in finding.replacements[:_MOST]
        ]
        done: list[tuple[Edit, ...]] = []
        for each, safe in edits:
            if each not in done:
                done.append(each)
                yield self._action(self._title(each), each, finding, preferred=safe)

    def _title(self, edits: Sequence[Edit]) -> str:
        if len(edits) > 1:
            return f"Fix it: {', '.join(self._title([edit]).lower() for edit in edits)}"
        old, new = self._text[edits[0].span.start : edits[0].span.end], edits[0].text
        if not new.strip():
            return f"Take out “{shown(old.strip() or old, 40)}”" if old.strip() else "Take out the space"
        return f"Replace by “{shown(new, 60)}”" if old else f"Put in “{shown(new.strip(), 60)}”"

    def _new_words(self, finding: Located) -> Iterator[CodeAction]:
        file = self._looked.opened.file
        places = {"your dictionary": "", f"the house’s {HOUSE_FILE}": str(house_file(file)) if file else None}
        for name, path in places.items():
            if path is not None:
                title = f"Add “{shown(finding.match, 40)}” to {name}"
                command = Command(title, ADD_WORD, arguments=[finding.match, path])
                yield CodeAction(
                    title,
                    CodeActionKind.QuickFix,
                    [diagnostic(finding, self._positions)],
                    command=command,
                )

    def _fix_all(self) -> Iterator[CodeAction]:
        fixes = apart(fixes_in(self._looked.findings), self._text)
        if fixes:
            title = "Fix all that cannot change the meaning"
            edits = [edit for fix in fixes for edit in fix.edits]
            yield CodeAction(title, FIX_ALL, edit=self._workspace_edit(edits))

    def _action(
        self, title: str, edits: Sequence[Edit], finding: Located, *, preferred: bool = False
    ) -> CodeAction:
        return CodeAction(
            title,
            CodeActionKind.QuickFix,
            [diagnostic(finding, self._positions)],
            is_preferred=preferred or None,
            edit=self._workspace_edit(edits),
        )

    def _workspace_edit(self, edits: Sequence[Edit]) -> WorkspaceEdit:
        opened: Opened = self._looked.opened
        crlf = "\r\n" in self._text
        changes = [
            TextEdit(
                self._positions.range(edit.span.start, edit.span.end),
                edit.text.replace("\n", "\r\n") if crlf else edit.text,
            )
            for edit in sorted(edits, key=lambda edit: edit.span)
        ]
        if self._versioned:
            document = OptionalVersionedTextDocumentIdentifier(opened.uri, opened.version)
            return WorkspaceEdit(document_changes=[TextDocumentEdit(document, list(changes))])
        return WorkspaceEdit(changes={opened.uri: changes})


def house_file(draft: Path) -> Path:
    """The house's list of words for a draft: the nearest upward, else beside the config, else beside the draft."""
    for name in (HOUSE_FILE, FILE_NAME):
        for folder in draft.parents:
            if is_file(folder / name):
                return folder / HOUSE_FILE
    return draft.parent / HOUSE_FILE


def _is_asked(kind: str, only: Sequence[str] | None) -> bool:
    return only is None or any(kind == each or kind.startswith(f"{each}.") for each in only)
