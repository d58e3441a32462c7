"""Work in one thread that nobody waits for."""

from __future__ import annotations

import subprocess
import sys
from threading import Event, current_thread

import pytest

from reviewcli.lsp.one_thread import OneThread


def test_work_is_done_in_order_in_one_thread() -> None:
    with OneThread("worker") as thread:
        done = [thread.submit(_numbered, number) for number in range(5)]
    assert [each.result() for each in done] == [(number, "worker") for number in range(5)]


def _numbered(number: int) -> tuple[int, str]:
    return number, current_thread().name


def test_what_fails_is_raised_where_it_is_asked_for_and_the_rest_goes_on() -> None:
    with OneThread("worker") as thread:
        failed, fine = thread.submit(int, "x"), thread.submit(int, "7")
    with pytest.raises(ValueError, match="invalid literal"):
        failed.result()
    assert fine.result() == 7


def test_what_waits_can_be_called_off() -> None:
    begun, go = Event(), Event()
    thread = OneThread("worker")
    first = thread.submit(_until, begun, go)
    second = thread.submit(int)
    assert begun.wait(10)
    thread.shutdown(wait=False, cancel_futures=True)
    go.set()
    assert first.result(10) is True
    assert second.cancelled()


def test_a_process_ends_while_work_goes_on() -> None:
    code = "from threading import Event; from reviewcli.lsp.one_thread import OneThread\n"
    code += "begun = Event(); OneThread('worker').submit(lambda: begun.set() or Event().wait()); begun.wait()"
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0


def _until(begun: Event, go: Event) -> bool:
    begun.set()
    return go.wait(10)
