"""A thread for work that is done one thing after another, and that nobody waits for."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


class OneThread(Executor):
    """Does what it is given, in order, in one thread; a process that ends does not wait for it.

    Python waits for the threads of a `ThreadPoolExecutor` whatever they are at.
    """

    def __init__(self, name: str) -> None:
        self._waiting: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def submit(
        self, fn: Callable[_Given, _Result], /, *args: _Given.args, **kwargs: _Given.kwargs
    ) -> Future[_Result]:
        """Take work; what comes of it is in the future."""
        future: Future[_Result] = Future()
        self._waiting.put((future, lambda: fn(*args, **kwargs)))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End once all is done, or with `cancel_futures` once what is under way is done."""
        try:
            while cancel_futures and (given := self._waiting.get_nowait()):
                given[0].cancel()
        except Empty:
            pass
        self._waiting.put(None)
        if wait:
            self._thread.join()

    def _work(self) -> None:
        while given := self._waiting.get():
            future, work = given
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(work())
            except BaseException as problem:  # noqa: BLE001 — it is raised where the result is asked for
                future.set_exception(problem)
