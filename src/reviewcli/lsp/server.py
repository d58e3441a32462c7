"""The server: what a client asks, handed to those who know."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from reviewcli.lsp import mending
from reviewcli.lsp.completing import completions, key_hover
from reviewcli.lsp.desk import Desk
from reviewcli.lsp.examining import EditorSettings, Looked
from reviewcli.lsp.marking import diagnostics, hover
from reviewcli.lsp.opened import Opened, TextKind, kind_of
from reviewcli.lsp.positions import Positions, without_lone_surrogates
from reviewcli.lsp.symbols import symbols
from reviewcli.settings.places import FILES_ABOVE
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.version import __version__

_WATCHED = (*(f"**/{name}" for name in FILES_ABOVE), "**/*.{yaml,yml}")


class ReviewServer(LanguageServer):
    """A session with one editor.

    Args:
        config: the file that `--config` names.
        isolated: read no config at all.
    """

    def __init__(self, config: str | None = None, *, isolated: bool = False) -> None:
        super().__init__("review", __version__, types.TextDocumentSyncKind.Full)
        self.desk = Desk(config, isolated, self._publish, self.log)
        self.exit_code = 0
        self.is_shut_down = False
        self._loop: asyncio.AbstractEventLoop | None = None

    def begin(self) -> None:
        """Remember the loop: what is logged in the thread of the linter is sent from here."""
        self._loop = asyncio.get_running_loop()

    def log(self, text: str, level: types.MessageType = types.MessageType.Warning) -> None:
        """Say something in the editor's log; from any thread."""
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.window_log_message, types.LogMessageParams(level, text))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What goes wrong with a message is logged, and the session goes on."""
        self.log(f"{source.__name__}: {error}", types.MessageType.Error)

    def positions(self, text: str) -> Positions:
        """The positions of a text, in the units that were agreed on."""
        return Positions(text, self.workspace.position_encoding or types.PositionEncodingKind.Utf16)

    def opened(self, uri: str, language: str | None = None) -> Opened:
        """A text as the client has it now."""
        document = self.workspace.get_text_document(uri)
        before = self.desk.get(uri)
        language = language or (before.language if before else "")
        path = to_fs_path(uri) if urlsplit(uri).scheme == "file" else None
        file = Path(path) if path else None
        text = without_lone_surrogates(document.source)
        # Notes stay notes while they are taken apart.
        is_notes = before is not None and before.kind is TextKind.NOTES
        kind = TextKind.NOTES if is_notes else kind_of(text, language, file)
        return Opened(uri, text, kind, document.version, language, file)

    def wish(self, given: Any) -> EditorSettings | None:
        """What the editor's settings say; None where they are nothing to us."""
        if not isinstance(given, Mapping):
            return None
        try:
            return msgspec.convert(given, EditorSettings)
        except msgspec.ValidationError as error:
            self.log(f"The settings for review cannot be used: {error}")
            return None

    def _publish(self, looked: Looked) -> None:
        opened = looked.opened
        marks = diagnostics(looked, self.positions(opened.text))
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(opened.uri, marks, opened.version)
        )


def make_server(config: str | None = None, *, isolated: bool = False) -> ReviewServer:
    """A server that answers all that it can."""
    server = ReviewServer(config, isolated=isolated)
    _answer_session(server)
    _answer_surroundings(server)
    _answer_texts(server)
    _answer_at_a_place(server)
    _answer_of_a_text(server)
    return server


def _answer_session(server: ReviewServer) -> None:
    @server.feature(types.INITIALIZED)
    async def initialized(ls: ReviewServer, _params: types.InitializedParams) -> None:
        workspace = ls.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions(
                [types.FileSystemWatcher(glob) for glob in _WATCHED]
            )
            watch = types.Registration("watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await ls.client_register_capability_async(types.RegistrationParams([watch]))

    @server.feature(types.INITIALIZE)
    async def initialize(ls: ReviewServer, params: types.InitializeParams) -> None:
        ls.begin()
        if wishes := ls.wish(params.initialization_options):
            await ls.desk.refresh(wishes)

    @server.feature(types.SHUTDOWN)
    def shutdown(ls: ReviewServer, _params: None) -> None:
        ls.is_shut_down = True

    @server.feature(types.EXIT)
    def leave(ls: ReviewServer, _params: None) -> None:
        ls.exit_code = 0 if ls.is_shut_down else 1


def _answer_surroundings(server: ReviewServer) -> None:
    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configured(ls: ReviewServer, params: types.DidChangeConfigurationParams) -> None:
        settings = params.settings
        # Some editors send the settings of all that they know.
        if isinstance(settings, Mapping) and (wishes := ls.wish(settings.get("review"))):
            await ls.desk.refresh(wishes)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def files_changed(ls: ReviewServer, _params: types.DidChangeWatchedFilesParams) -> None:
        await ls.desk.refresh()

    @server.command(mending.ADD_WORD)
    async def add_word(ls: ReviewServer, word: str, file: str) -> None:
        from reviewcli.settings.word_lists import add_words, users_file

        try:
            await ls.desk.in_thread(lambda: add_words(Path(file) if file else users_file(), [word]))
        except ReviewError as error:
            ls.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
        await ls.desk.refresh()


def _answer_texts(server: ReviewServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: ReviewServer, params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        ls.desk.put(ls.opened(document.uri, document.language_id), now=True)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: ReviewServer, params: types.DidChangeTextDocumentParams) -> None:
        ls.desk.put(ls.opened(params.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: ReviewServer, params: types.DidSaveTextDocumentParams) -> None:
        path = to_fs_path(params.text_document.uri) or ""
        if path.endswith((".yaml", ".yml", ".txt")):
            await ls.desk.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(ls: ReviewServer, params: types.DidCloseTextDocumentParams) -> None:
        ls.desk.drop(params.text_document.uri)


def _answer_at_a_place(server: ReviewServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(ls: ReviewServer, params: types.HoverParams) -> types.Hover | None:
        looked = await ls.desk.settled(params.text_document.uri)
        if looked is None:
            return None
        positions = ls.positions(looked.opened.text)
        offset = positions.offset(params.position)
        # A rule's page may make Harper describe itself, which takes a while.
        found = await asyncio.to_thread(hover, looked, offset, positions)
        is_notes = looked.opened.kind is TextKind.NOTES
        return found or (key_hover(looked.opened.text, offset, positions) if is_notes else None)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" "]))
    async def completed(ls: ReviewServer, params: types.CompletionParams) -> types.CompletionList | None:
        opened = ls.desk.get(params.text_document.uri)
        if opened is None or opened.kind is not TextKind.NOTES:
            return None
        positions = ls.positions(opened.text)
        items = completions(opened.text, positions.offset(params.position), positions)
        return types.CompletionList(is_incomplete=False, items=items)


def _answer_of_a_text(server: ReviewServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=mending.KINDS))
    async def actions(ls: ReviewServer, params: types.CodeActionParams) -> Sequence[types.CodeAction] | None:
        looked = await ls.desk.settled(params.text_document.uri)
        if looked is None:
            return None
        positions = ls.positions(looked.opened.text)
        workspace = ls.client_capabilities.workspace
        editing = workspace.workspace_edit if workspace else None
        mends = mending.Mending(looked, positions, versioned=bool(editing and editing.document_changes))
        start, end = positions.offset(params.range.start), positions.offset(params.range.end)
        return list(mends.actions(start, end, params.context.only))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outlined(
        ls: ReviewServer, params: types.DocumentSymbolParams
    ) -> Sequence[types.DocumentSymbol] | None:
        opened = ls.desk.get(params.text_document.uri)
        if opened is None:
            return None
        return await asyncio.to_thread(symbols, opened, ls.positions(opened.text))
