"""An editor as the language server sees one: a real client over standard input and output."""

from __future__ import annotations

import ast
import asyncio
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from program import REVIEW, STATE
from reviewcli.lsp.positions import Positions

PATIENCE = 60.0


class Editor:
    """A session; texts are named by their file's name in the folder."""

    def __init__(self, folder: Path, encodings: list[str] | None = None) -> None:
        self.folder = folder
        self.encodings = encodings
        self.client = LanguageClient("editor", "1")
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.marks: dict[str, types.PublishDiagnosticsParams] = {}
        self.published: list[types.PublishDiagnosticsParams] = []
        self.logged: list[str] = []
        self.watched: list[types.RegistrationParams] = []
        self.encoding: str = types.PositionEncodingKind.Utf16
        self._news = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: types.PublishDiagnosticsParams) -> None:
            self.marks[params.uri] = params
            self.published.append(params)
            self._news.set()

        @self.client.feature(types.WINDOW_LOG_MESSAGE)
        def log(params: types.LogMessageParams) -> None:
            self.logged.append(params.message)
            self._news.set()

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.watched.append(params)

    async def start(self, *command: str, options: Any = None, **environment: str) -> types.InitializeResult:
        """Begin a session with a server, `review lsp` if no other is named."""
        home = self.folder / "config"
        settings = {
            "XDG_CONFIG_HOME": str(home),
            "XDG_STATE_HOME": STATE.name,
            "XDG_CACHE_HOME": STATE.name,
        }
        await self.client.start_io(
            *(command or (str(REVIEW), "lsp")),
            cwd=self.folder,
            limit=2**24,
            env={**os.environ, **settings, **environment},
        )
        workspace = types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
        )
        general = types.GeneralClientCapabilities(position_encodings=self.encodings)
        result = await self.client.initialize_async(
            types.InitializeParams(
                types.ClientCapabilities(workspace=workspace, general=general),
                process_id=os.getpid(),
                root_uri=self.folder.as_uri(),
                initialization_options=options,
            )
        )
        self.encoding = result.capabilities.position_encoding or types.PositionEncodingKind.Utf16
        self.client.initialized(types.InitializedParams())
        return result

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> None:
        self.texts[name], self.versions[name] = text, 1
        item = types.TextDocumentItem(self.uri(name), language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, name: str, text: str) -> None:
        """Change a text to this one."""
        self.texts[name] = text
        self.versions[name] += 1
        document = types.VersionedTextDocumentIdentifier(self.versions[name], self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    def save(self, name: str) -> None:
        (self.folder / name).write_text(self.texts[name], encoding="utf-8")
        document = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(document))

    def close(self, name: str) -> None:
        document = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def codes(self, name: str) -> list[Any]:
        """The rules of what was last found in a text."""
        return [mark.code for mark in self.marks[self.uri(name)].diagnostics]

    def change_files(self, *names: str) -> None:
        """Say that files have changed on the disc."""
        changed = types.FileChangeType.Changed
        events = [types.FileEvent(self.uri(name), changed) for name in names]
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))

    async def news_of(self, name: str) -> list[types.Diagnostic]:
        """What is found in a text when it is looked at the next time."""
        before = self.marks.get(self.uri(name))
        await self.until(lambda: self.marks.get(self.uri(name)) is not before)
        return list(self.marks[self.uri(name)].diagnostics)

    async def until(self, is_so: Callable[[], Any]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                self._news.clear()
                await self._news.wait()

    async def found(self, name: str) -> list[types.Diagnostic]:
        """What is found in the text as it is now."""
        uri = self.uri(name)
        await self.until(lambda: uri in self.marks and self.marks[uri].version == self.versions[name])
        return list(self.marks[uri].diagnostics)

    async def rules(self, name: str) -> list[Any]:
        return [mark.code for mark in await self.found(name)]

    def words(self, name: str, mark: types.Range) -> str:
        """What a range holds."""
        positions = Positions(self.texts[name], self.encoding)
        return self.texts[name][positions.offset(mark.start) : positions.offset(mark.end)]

    async def actions(
        self, name: str, at: types.Range, only: list[Any] | None = None
    ) -> list[types.CodeAction]:
        context = types.CodeActionContext([], only)
        params = types.CodeActionParams(types.TextDocumentIdentifier(self.uri(name)), at, context)
        found = await asyncio.wait_for(self.client.text_document_code_action_async(params), PATIENCE)
        return [_as_action(each) for each in found or []]

    def take(self, name: str, action: types.CodeAction) -> None:
        """Do what an action says to the text."""
        assert action.edit
        assert action.edit.document_changes
        text, positions = self.texts[name], Positions(self.texts[name], self.encoding)
        (change,) = action.edit.document_changes
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.version == self.versions[name]
        for edit in sorted(change.edits, key=lambda edit: positions.offset(edit.range.start), reverse=True):
            assert isinstance(edit, types.TextEdit)
            start, end = positions.offset(edit.range.start), positions.offset(edit.range.end)
            text = text[:start] + edit.new_text + text[end:]
        self.type(name, text)

    async def complete(self, name: str, behind: str) -> list[types.CompletionItem]:
        """What may be typed behind these words."""
        at = self.texts[name].index(behind) + len(behind)
        position = Positions(self.texts[name], self.encoding).position(at)
        params = types.CompletionParams(types.TextDocumentIdentifier(self.uri(name)), position)
        found = await asyncio.wait_for(self.client.text_document_completion_async(params), PATIENCE)
        return list(found.items) if isinstance(found, types.CompletionList) else []

    async def hover(self, name: str, words: str) -> str:
        """What opens over these words."""
        position = Positions(self.texts[name], self.encoding).position(self.texts[name].index(words))
        params = types.HoverParams(types.TextDocumentIdentifier(self.uri(name)), position)
        found = await asyncio.wait_for(self.client.text_document_hover_async(params), PATIENCE)
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""

    async def leave(self) -> int:
        """Shut down, and give the exit code."""
        await asyncio.wait_for(self.client.shutdown_async(None), PATIENCE)
        self.client.exit(None)
        return await self.end()

    async def end(self) -> int:
        server = self.client._server
        assert server
        code = await asyncio.wait_for(server.wait(), PATIENCE)
        await asyncio.wait_for(self.client.stop(), PATIENCE)  # type: ignore[no-untyped-call]
        return code


def _as_action(found: types.CodeAction | types.Command) -> types.CodeAction:
    """An action; lsprotocol reads one that holds a command as if it were a command."""
    if isinstance(found, types.CodeAction):
        return found
    held = ast.literal_eval(found.command)
    return types.CodeAction(found.title, command=types.Command(**held))


def session(work: Coroutine[Any, Any, None]) -> None:
    """Run a session to its end."""
    asyncio.run(work)
