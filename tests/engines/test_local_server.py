"""The local LanguageTool server: one, found, ended; and what becomes of a run whose server fails."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from languagetool import INSTALLATION, needs_languagetool, says, serving
from program import REVIEW, Ran, review, review_process
from reviewcli.document import Document
from reviewcli.engines.opening import open_engines

DRAFT = "# Notes\n\nWe recieve no answer. The the film ends.\n"


class Home:
    """A user's folders, empty but for an installed LanguageTool, and the program run in them."""

    def __init__(self, folder: Path) -> None:
        self.state = folder / "state"
        self.record = self.state / "review" / "languagetool.json"
        self.environment = {"XDG_STATE_HOME": str(self.state), "XDG_DATA_HOME": str(folder / "data")}
        installed = folder / "data" / "review" / "languagetool"
        installed.parent.mkdir(parents=True)
        installed.symlink_to(INSTALLATION)
        self.draft = folder / "draft.md"
        self.draft.write_text(DRAFT, encoding="utf-8")

    def review(self, *arguments: str | Path) -> Ran:
        return review_process(*arguments, stdin=b"", cwd=None, **self.environment)

    def grammar(self, *arguments: str) -> str:
        ran = self.review("grammar", *arguments)
        assert ran.code == 0, ran.err
        return ran.out + ran.err

    def lint(self, grammar: str, *further: str | Path) -> Ran:
        return self.review("lint", self.draft, "--grammar", grammar, "--output-format", "json", *further)

    def recorded(self, key: str) -> int:
        return int(json.loads(self.record.read_text())[key])


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    needs_languagetool()
    home = Home(tmp_path)
    yield home
    home.grammar("stop")
    assert servers_of(home) == []


def servers_of(home: Home) -> list[psutil.Process]:
    """The processes of Java that belong to this home."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.environ().get("XDG_STATE_HOME") == str(home.state) and "java" in process.name():
                found.append(process)
    return found


def gone_within(seconds: float, home: Home) -> bool:
    until = time.monotonic() + seconds
    while servers_of(home):
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def engines(ran: Ran) -> set[str]:
    messages = " ".join(finding["message"] for finding in ran.json["files"][0]["findings"])
    return {name for name in ("Harper", "LanguageTool") if name in messages}


@pytest.mark.slow
def test_a_server_is_started_used_by_auto_and_stopped(home: Home) -> None:
    assert "not up" in home.grammar("status")
    assert engines(home.lint("auto")) == set()
    assert "is up at http://127.0.0.1:" in home.grammar("start")
    assert "was already up" in home.grammar("start")
    status = home.grammar("status")
    assert f"up at http://127.0.0.1:{home.recorded('port')}" in status
    assert "ends after 30m unasked" in status
    assert len(servers_of(home)) == 1
    for choice in ("auto", "both"):
        assert engines(home.lint(choice)) == {"Harper", "LanguageTool"}
    assert home.lint("languagetool").code == 1
    assert len(servers_of(home)) == 1
    assert "is ended" in home.grammar("stop")
    assert servers_of(home) == []
    assert not home.record.exists()
    assert "No local server" in home.grammar("stop")


@pytest.mark.slow
def test_two_starts_at_once_give_one_server(home: Home) -> None:
    with ThreadPoolExecutor(3) as threads:
        said = list(threads.map(lambda _: home.grammar("start"), range(3)))
    assert len(servers_of(home)) == 1
    assert all(f":{home.recorded('port')}." in each for each in said)


@pytest.mark.slow
def test_a_server_that_nobody_asks_ends_and_one_that_is_asked_stays(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(home.state))
    home.grammar("start", "--idle", "12s")
    (engine,) = open_engines("languagetool")
    until = time.monotonic() + 16
    while time.monotonic() < until:
        assert len(list(engine.check(Document(DRAFT)))) == 1
        time.sleep(0.5)
    assert len(servers_of(home)) == 1
    assert gone_within(30, home)
    assert "not up" in home.grammar("status")


@pytest.mark.slow
def test_the_server_dies_with_its_keeper(home: Home) -> None:
    home.grammar("start")
    os.kill(home.recorded("pid"), signal.SIGKILL)
    assert gone_within(5, home)
    assert home.record.exists()
    assert engines(home.lint("auto")) == set()
    assert not home.record.exists()
    assert "is up" in home.grammar("start")


@pytest.mark.slow
def test_the_keeper_goes_when_the_server_or_its_record_is_gone(home: Home) -> None:
    home.grammar("start")
    keeper = psutil.Process(home.recorded("pid"))
    servers_of(home)[0].kill()
    keeper.wait(5)
    assert not home.record.exists()
    home.grammar("start")
    home.record.unlink()
    assert gone_within(8, home)


@pytest.mark.slow
def test_a_record_of_another_process_on_that_port_is_not_believed(home: Home) -> None:
    with serving(says()) as other:
        home.record.parent.mkdir(parents=True)
        about = {"pid": os.getpid(), "port": int(other.url.rpartition(":")[2]), "version": "6.8"}
        home.record.write_text(json.dumps(about | {"idle": 1800, "started": time.time()}))
        assert "not up" in home.grammar("status")
        assert not home.record.exists()
        assert "is up" in home.grammar("start")
        assert other.asked == []


@pytest.mark.slow
@pytest.mark.parametrize("written", [b"", b"[]", b'{"pid": "x"}', b"\xff"])
def test_a_record_that_is_no_record_is_written_anew(home: Home, written: bytes) -> None:
    home.record.parent.mkdir(parents=True)
    home.record.write_bytes(written)
    assert "not up" in home.grammar("status")


@pytest.mark.slow
def test_a_server_that_hangs_is_told_once_and_harper_is_kept(home: Home) -> None:
    home.grammar("start")
    (java,) = servers_of(home)
    java.suspend()
    try:
        auto, both = home.lint("auto"), home.lint("both")
    finally:
        java.resume()
    assert auto.code == 1
    assert auto.err.count("does not answer") == 1
    assert "review grammar stop" in auto.err
    assert {finding["engine"] for finding in auto.json["files"][0]["findings"]} == {"harper", "review"}
    assert both.code == 2
    assert both.err.count("does not answer") == 1
    home.grammar("stop")


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_server_that_a_run_launched_ends_with_it(home: Home, how: signal.Signals) -> None:
    with subprocess.Popen(
        long_run(home),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env={**os.environ, **home.environment},
    ) as run:
        until_ready(home, run)
        run.send_signal(how)
        assert run.stderr
        assert b"Traceback" not in run.stderr.read()
    assert run.returncode == (130 if how is signal.SIGINT else -how)
    assert gone_within(8, home)


def long_run(home: Home) -> list[str]:
    """A run that LanguageTool needs a while for."""
    drafts = home.draft.parent / "drafts"
    drafts.mkdir()
    for number in range(12):
        (drafts / f"{number:02}.md").write_text(f"{DRAFT}\nThis are film {number}.\n" * 40, encoding="utf-8")
    return [
        *(str(REVIEW), "lint", str(drafts), "--grammar", "languagetool"),
        *("--no-cache", "--output-format", "json"),
    ]


def until_ready(home: Home, run: subprocess.Popen[bytes]) -> None:
    """Wait for the server that a run launches."""
    until = time.monotonic() + 60
    while not _is_ready(home):
        assert run.poll() is None, "the run was over before its server answered"
        assert time.monotonic() < until
        time.sleep(0.05)


def _is_ready(home: Home) -> bool:
    """Whether the launched server answers, which is after its watcher stands."""
    for java in servers_of(home):
        with contextlib.suppress(psutil.Error, OSError, ValueError, http.client.HTTPException):
            command = java.cmdline()
            port = int(command[command.index("--port") + 1])
            with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=1)) as connection:
                connection.request("GET", "/v2/healthcheck")
                connection.getresponse().read()
            time.sleep(1)  # the run hears of it, and puts its watcher up
            return True
    return False


@pytest.mark.slow
def test_a_launched_server_that_is_killed_mid_run_is_started_again_and_nothing_is_lost(home: Home) -> None:
    command = long_run(home)
    whole = subprocess.run(command, capture_output=True, env={**os.environ, **home.environment}, check=False)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **home.environment}
    ) as run:
        until_ready(home, run)
        for java in servers_of(home):
            java.kill()
        out, err = run.communicate(timeout=120)
    assert err == whole.stderr
    assert out == whole.stdout
    assert run.returncode == whole.returncode == 1


@pytest.mark.slow
def test_a_kept_server_that_is_killed_is_one_line_and_the_rest_is_kept(home: Home) -> None:
    home.grammar("start")
    (java,) = servers_of(home)
    lone = home.lint("harper").json["files"][0]["findings"]
    with subprocess.Popen(
        [REVIEW, "lint", "-", "--grammar", "both", "--output-format", "json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **home.environment},
    ) as run:
        time.sleep(3)  # the engines are open, the draft is not yet there
        java.kill()
        out, err = run.communicate(DRAFT.encode(), timeout=60)
    assert run.returncode == 2
    if out:
        assert json.loads(out)["files"][0]["findings"] == lone
    assert err.decode().count("cannot be reached") == 1


@pytest.mark.parametrize("idle", ["0", "soon", "-3m", "nan", "inf", "9999h"])
def test_a_time_that_is_none_is_said(idle: str, tmp_path: Path) -> None:
    ran = review("grammar", "start", f"--idle={idle}", XDG_DATA_HOME=str(tmp_path))
    assert ran.code == 2
    assert "is no time to wait" in ran.err


def test_without_an_installation_status_and_start_name_the_command(tmp_path: Path) -> None:
    nowhere = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    status = review("grammar", "status", cwd=None, stdin=b"", **nowhere)
    assert status.code == 0
    assert status.out.count("review grammar install languagetool") == 1
    start = review("grammar", "start", cwd=None, stdin=b"", **nowhere)
    assert start.code == 2
    assert "review grammar install languagetool" in start.err
    assert sys.executable not in start.err
