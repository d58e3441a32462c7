"""The same work on many things, on all cores: processes forked from this one, results in order, memory flat.

Forked and not started anew: what this process has loaded (Harper's dictionary is 130 MiB and 0.6 s) is there for
all of them. `multiprocessing` would cost 30 ms to import, and its pool waits for ever for a worker that was killed.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import os
import select
import signal
import socket
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import NamedTuple, NoReturn

# Tasks that are taken in advance, for each worker: so many results may wait for one that takes long.
_AHEAD = 8
_HEAD = 8
_BUG, _NO_MEMORY = 70, 71
# More are of no use, and `select` counts no further than 1,024 files.
_MOST = 256
_ROUNDS = (50_000, 5, 5)
# What ends a process unless it says otherwise.
_ENDS = (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM))


class Died(NamedTuple):
    """A worker ended over a task: by a signal, or with an exit code."""

    status: int

    def __str__(self) -> str:
        if self.status == _NO_MEMORY:
            return "there was not enough memory to read it"
        if self.status < 0:
            return f"the process that read it was killed by signal {-self.status}"
        return f"the process that read it ended with {self.status}"


def cores() -> int:
    """How many processes can work at once here."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether this system forks processes that can go on with what this one has loaded."""
    return hasattr(os, "fork") and sys.platform != "darwin"  # its libraries do not outlive a fork


def collect_often() -> None:
    """Have what a draft leaves behind collected; a short run does without, but with many drafts it would pile up."""
    gc.set_threshold(*_ROUNDS)


def wait_for_threads() -> None:
    """Wait until nothing is being done beside: a fork has no other threads, and would wait for ever for theirs."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join()


def in_order(
    tasks: Iterable[bytes | None],
    work: Callable[[bytes], bytes],
    count: int,
    before: Callable[[int], None] = lambda _: None,
) -> Generator[bytes | Died | None, None, None]:
    """What becomes of each task, in order. Ends all processes that it started, whatever happens.

    Args:
        tasks: None where there is nothing to do.
        work: done in another process. What it prints goes where this process prints.
        count: of processes at once.
        before: is called before the first process is forked, with the number of tasks that are waiting.
    """
    crew = _Crew(work, count)
    done: dict[int, bytes | Died | None] = {}
    todo: deque[tuple[int, bytes]] = deque()
    upcoming, taken, given = enumerate(tasks), 0, 0
    with crew.ending_with_us():
        while True:
            new = list(itertools.islice(upcoming, given + min(count, _MOST) * _AHEAD - taken))
            taken += len(new)
            _take_in(new, todo, done)
            if todo and not crew.workers:
                before(len(todo))
                gc.freeze()  # so that the collector touches, and thereby copies, nothing of what is shared
            done.update(crew.give(todo))
            if given not in done:
                if given == taken:
                    return
                done.update(crew.take())
            while given in done:
                yield done.pop(given)
                given += 1


def _take_in(
    new: Iterable[tuple[int, bytes | None]],
    todo: deque[tuple[int, bytes]],
    done: dict[int, bytes | Died | None],
) -> None:
    """Put tasks where they wait; where there is nothing to do, that is done."""
    for number, task in new:
        if task is None:
            done[number] = None
        else:
            todo.append((number, task))


class _Crew:
    """The workers of one run, made as they are needed."""

    def __init__(self, work: Callable[[bytes], bytes], count: int) -> None:
        self._work = work
        self._count = count
        self.workers: list[_Worker] = []

    def give(self, todo: deque[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
        """Hand out as many tasks as there are workers without one.

        Where the system has no process left, it does with those that it has; without any, a task is done here.
        """
        while todo:
            if free := self._free():
                free.give(*todo.popleft())
                continue
            if not self.workers:
                number, task = todo.popleft()
                yield number, self._work(task)
            return

    def _free(self) -> _Worker | None:
        """A worker without a task; a new one where none is and there may be more."""
        free = next((worker for worker in self.workers if worker.number is None), None)
        if free is None and len(self.workers) < self._count:
            try:
                free = _Worker(self._work, [worker.line for worker in self.workers])
                self.workers.append(free)
            except OSError:
                self._count = max(len(self.workers), 1)
        return free

    def take(self) -> Iterator[tuple[int, bytes | Died]]:
        """Wait until something is done, and give what is, by the number of its task."""
        busy = {worker.line: worker for worker in self.workers if worker.number is not None}
        for line in select.select(list(busy), [], [])[0]:
            worker = busy[line]
            number, answer = worker.take()
            if isinstance(answer, Died):
                self.workers.remove(worker)  # the next task makes another one
            yield number, answer

    @contextlib.contextmanager
    def ending_with_us(self) -> Iterator[None]:
        """However this process leaves, none of them stays."""

        def leave(number: int, _frame: object) -> None:
            self.end()
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

        before = {number: signal.getsignal(number) for number in _ENDS}
        ours = [
            number for number, handler in before.items() if handler is signal.SIG_DFL and _in_main_thread()
        ]
        try:
            for number in ours:
                signal.signal(number, leave)
            yield
        finally:
            self.end()
            for number in ours:
                signal.signal(number, signal.SIG_DFL)

    def end(self) -> None:
        """End all of them, at once."""
        for worker in self.workers:
            worker.kill()
        for worker in self.workers:
            worker.wait()
        self.workers.clear()


class _Worker:
    """A process that does one task after the other, until the line to it is closed.

    Args:
        work: what it does.
        others: the lines to other workers, which it has to let go of.
    """

    def __init__(self, work: Callable[[bytes], bytes], others: Iterable[socket.socket]) -> None:
        self.line, far_end = socket.socketpair()
        self.number: int | None = None
        with far_end:
            try:
                self._process = os.fork()
            except OSError:
                self.line.close()
                raise
            if self._process == 0:
                _serve(far_end, work, [self.line, *others])

    def give(self, number: int, task: bytes) -> None:
        """Have it do a task."""
        self.number = number
        with contextlib.suppress(OSError):  # it died; `take` finds that out
            _send(self.line, task)

    def take(self) -> tuple[int, bytes | Died]:
        """What became of its task."""
        number, self.number = self.number, None
        assert number is not None
        try:
            return number, _receive(self.line)
        except (EOFError, OSError):
            return number, Died(self.wait())

    def kill(self) -> None:
        """End it."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)

    def wait(self) -> int:
        """Wait for its end, and give the code that it ended with: a signal's number below zero."""
        self.line.close()
        return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])


def _serve(line: socket.socket, work: Callable[[bytes], bytes], others: Iterable[socket.socket]) -> NoReturn:
    """The life of a worker. It never returns into what this process was doing before."""
    status = _BUG
    try:
        # Ctrl-C goes to all processes of a terminal: this one just ends, and leaves it to its parent to say so.
        for number in (signal.SIGINT, *_ENDS):
            if signal.getsignal(number) is not signal.SIG_IGN:  # as after `nohup`
                signal.signal(number, signal.SIG_DFL)
        collect_often()
        for other in others:
            other.close()
        with contextlib.suppress(EOFError, ConnectionError):
            while True:
                _send(line, work(_receive(line)))
        status = 0
    except MemoryError:
        status = _NO_MEMORY
    except BaseException:  # noqa: BLE001 — a bug keeps its traceback, and costs one task
        import traceback

        traceback.print_exc()
    finally:
        os._exit(status)


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def _send(line: socket.socket, data: bytes) -> None:
    line.sendall(len(data).to_bytes(_HEAD, "big") + data)


def _receive(line: socket.socket) -> bytes:
    return _exactly(line, int.from_bytes(_exactly(line, _HEAD), "big"))


def _exactly(line: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        part = line.recv(min(size - len(data), 1 << 20))
        if not part:
            raise EOFError
        data += part
    return bytes(data)
