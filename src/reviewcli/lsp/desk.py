"""What lies open, and when it is looked at: after a pause, in a thread, the newest version only."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeVar

from reviewcli.lsp.examining import EditorSettings, Examiner, Looked
from reviewcli.lsp.one_thread import OneThread
from reviewcli.lsp.opened import Opened, TextKind

_Result = TypeVar("_Result")
_PATIENCE = 10.0  # seconds that a request waits for the look that is under way


class Desk:
    """The open texts, each with what was last said of it.

    Args:
        config: the file that `--config` names.
        isolated: read no config at all.
        publish: is given every result that is still true of the text.
        log: is given what somebody should know; from any thread.
    """

    def __init__(
        self,
        config: str | None,
        isolated: bool,
        publish: Callable[[Looked], None],
        log: Callable[[str], None],
    ) -> None:
        self._publish, self._log = publish, log
        self._opened: dict[str, Opened] = {}
        self._looked: dict[str, Looked] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._notes: dict[Path, str] = {}
        self._pause = EditorSettings().debounce
        # One thread: a linter serves one draft at a time, and what the editor asks is answered meanwhile.
        self._thread = OneThread("lint")
        self._examiner = Examiner(config, isolated, self._notes.get, log)

    def get(self, uri: str) -> Opened | None:
        """A text as it is now."""
        return self._opened.get(uri)

    def put(self, opened: Opened, *, now: bool = False) -> None:
        """Take a text that was opened or has changed, and look at it after the pause, or at once."""
        before = self._opened.get(opened.uri)
        self._opened[opened.uri] = opened
        if opened.kind is TextKind.NOTES and opened.file:
            self._notes[opened.file.resolve()] = opened.text
        if opened.kind is not TextKind.OTHER or (before and before.kind is not TextKind.OTHER):
            self._look_soon(opened.uri, 0 if now else self._pause)

    def drop(self, uri: str) -> None:
        """Forget a text that was closed; its notes are again what the file says."""
        opened = self._opened.pop(uri, None)
        self._looked.pop(uri, None)
        if task := self._tasks.pop(uri, None):
            task.cancel()
        if opened and opened.kind is TextKind.NOTES and opened.file:
            self._notes.pop(opened.file.resolve(), None)
            self._look_at_drafts_of(opened.file)
        if opened:
            self._publish(Looked(opened))

    async def settled(self, uri: str) -> Looked | None:
        """What there is to say of the text as it is now; None where that is not known."""
        task = self._tasks.get(uri)
        if task and not task.done():
            await asyncio.wait({task}, timeout=_PATIENCE)
        looked = self._looked.get(uri)
        return looked if looked and looked.opened is self._opened.get(uri) else None

    def in_thread(self, work: Callable[[], _Result]) -> Awaitable[_Result]:
        """Do something where the linter lives, between two looks."""
        return asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def refresh(self, wishes: EditorSettings | None = None) -> None:
        """Read config, words and notes again and look at all that is open."""
        if wishes:
            self._pause = wishes.debounce
            await self.in_thread(lambda: self._examiner.wish(wishes))
        else:
            await self.in_thread(self._examiner.forget)
        for uri in self._opened:
            self._look_soon(uri, 0)

    def close(self) -> None:
        """Begin nothing more. A look that is under way ends by itself."""
        for task in self._tasks.values():
            task.cancel()
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._examiner.close()

    def _look_soon(self, uri: str, pause: float) -> None:
        if task := self._tasks.get(uri):
            task.cancel()
        self._tasks[uri] = asyncio.get_running_loop().create_task(self._look(uri, pause))

    async def _look(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        opened = self._opened[uri]
        try:
            looked = await self.in_thread(lambda: self._examiner.look(opened))
        except Exception:  # noqa: BLE001 — one text that we cannot read must not end the session
            self._log(f"{opened.source.path} could not be looked at.\n{traceback.format_exc()}")
            return
        if self._opened.get(uri) is not opened:
            return
        self._looked[uri] = looked
        self._publish(looked)
        if opened.kind is TextKind.NOTES and opened.file:
            self._look_at_drafts_of(opened.file)

    def _look_at_drafts_of(self, notes: Path) -> None:
        """Look again at the drafts whose notes these are, or may be: those that had none, or could not be read."""
        for uri in list(self._drafts_of(notes.resolve())):
            self._look_soon(uri, 0)

    def _drafts_of(self, notes: Path) -> Iterator[str]:
        for uri, looked in self._looked.items():
            if looked.opened.kind is TextKind.DRAFT and looked.notes in (None, notes):
                yield uri
