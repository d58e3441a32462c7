"""`review grammar install`: a LanguageTool that works, or nothing, and nothing twice."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from languagetool import INSTALLATION, needs_languagetool
from program import ROOT, Ran, review, review_process
from reviewcli.engines.provision.jar import manifest
from reviewcli.engines.provision.maven import VERSION

POM = ROOT / "src/reviewcli/engines/provision/pom.xml"


def install(folder: Path, *arguments: str | Path, **environment: str) -> Ran:
    further = {"XDG_DATA_HOME": str(folder), "XDG_STATE_HOME": str(folder / "state"), **environment}
    # The library that downloads reads where from when it is imported.
    return review_process("grammar", "install", "languagetool", *arguments, cwd=None, stdin=b"", **further)


def own(folder: Path) -> Path:
    return folder / "review" / "languagetool"


def with_programs(folder: Path, **scripts: str) -> str:
    """A PATH with these scripts in front and, of what is installed, without Maven."""
    for name, script in scripts.items():
        file = folder / name
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)
    for name in ("java", "sh", "cat", "mkdir", "echo", "env"):
        if name not in scripts:
            found = next(path for place in os.get_exec_path() if (path := Path(place) / name).exists())
            (folder / name).symlink_to(found)
    return str(folder)


@pytest.mark.slow
def test_one_that_a_person_has_is_copied_checked_and_found_without_a_word(tmp_path: Path) -> None:
    needs_languagetool()
    ran = install(tmp_path, "--from", INSTALLATION)
    assert (ran.code, ran.out) == (0, "")
    assert f"LanguageTool {VERSION} is installed and answers." in ran.err
    assert {path.name for path in own(tmp_path).iterdir()} == {f"LanguageTool-{VERSION}", ".lock"}
    assert "is installed already" in install(tmp_path).err
    found = review(
        "lint", "-", "--grammar", "languagetool", stdin="This are it.\n", XDG_DATA_HOME=str(tmp_path)
    )
    assert "languagetool/" in found.out


@pytest.mark.slow
def test_what_a_break_left_is_taken_up_again(tmp_path: Path) -> None:
    needs_languagetool()
    left = own(tmp_path) / "partial" / "copy" / "libs"
    left.mkdir(parents=True)
    jar = max((INSTALLATION / f"LanguageTool-{VERSION}" / "libs").iterdir(), key=lambda it: it.stat().st_size)
    (left / jar.name).write_bytes(jar.read_bytes()[:1000])
    assert install(tmp_path, "--from", INSTALLATION).code == 0
    assert not (own(tmp_path) / "partial").exists()


def test_a_folder_without_one_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = install(tmp_path, "--from", tmp_path / "empty")
    assert ran.code == 2
    assert "holds no LanguageTool. Name the folder that holds languagetool-server.jar" in ran.err
    assert "no such folder" in install(tmp_path, "--from", tmp_path / "nowhere").err


def test_a_zip_that_is_cut_or_reaches_outside_is_said(tmp_path: Path) -> None:
    cut = tmp_path / "cut.zip"
    cut.write_bytes(b"PK\x03\x04 and no more")
    assert "is no whole zip" in install(tmp_path, "--from", cut).err
    evil = tmp_path / "evil.zip"
    with zipfile.ZipFile(evil, "w") as archive:
        archive.writestr("../../evil.txt", "x")
    assert "lies outside" in install(tmp_path, "--from", evil).err
    assert not list(tmp_path.rglob("evil.txt"))


def test_what_is_neither_a_folder_nor_a_whole_zip_is_said_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "huge.zip").write_bytes(_says_that_it_is_huge())
    for name, said in (
        ("pipe", "is no folder and no zip"),
        ("/dev/zero", "is no folder and no zip"),
        ("huge.zip", "holds more than"),
        ("n" * 300, "cannot be looked at"),
    ):
        ran = review("grammar", "install", "languagetool", "--from", name, cwd=tmp_path)
        assert (ran.code, ran.err.count("Traceback")) == (2, 0)
        assert said in ran.err


def _says_that_it_is_huge() -> bytes:
    """A zip of a few bytes whose list of contents says that a file in it has four gigabytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("languagetool-server.jar", "")
        archive.writestr("another.jar", "")
    sized = bytearray(data.getvalue())
    at = -1
    while (at := sized.find(b"PK\1\2", at + 1)) >= 0:
        sized[at + 24 : at + 28] = b"\xfe\xff\xff\xff"
    return bytes(sized)


def test_one_that_does_not_work_is_not_put_in_its_place(tmp_path: Path) -> None:
    broken = tmp_path / "LanguageTool-6.8"
    broken.mkdir()
    (broken / "languagetool-server.jar").write_bytes(b"no jar")
    ran = install(tmp_path, "--from", broken)
    assert ran.code == 2
    assert "does not work: it ends as soon as it is started" in ran.err
    assert "check.log says why" in ran.err
    assert not list(own(tmp_path).glob("LanguageTool-*"))


def test_maven_that_fails_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    path = with_programs(tmp_path / "bin", mvn='echo "[ERROR] Could not transfer artifact"; exit 1')
    ran = install(tmp_path, PATH=path)
    assert ran.code == 2
    assert ran.err.startswith("Maven could not fetch LanguageTool: Could not transfer artifact")
    assert ran.err.count("\n") == 1


def test_without_java_the_command_that_helps_is_named(tmp_path: Path) -> None:
    ran = install(tmp_path, PATH=str(tmp_path), JAVA_HOME="")
    assert ran.code == 2
    assert "pip install 'review-cli[java]'" in ran.err


@contextlib.contextmanager
def publishing(content: bytes, *, breaks_at: int | None) -> Iterator[tuple[str, list[str]]]:
    """A server of one file, which breaks the first answer off; the ranges that it was asked for."""
    ranges: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = self.headers.get("Range", "")
            ranges.append(asked)
            start = int(re.sub(r"\D", "", asked) or 0)
            self.send_response(206 if asked else 200)
            self.send_header("Content-Length", str(len(content) - start))
            self.end_headers()
            self.wfile.write(content[start : breaks_at if not asked else None])

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", ranges
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.slow
def test_a_download_that_breaks_off_goes_on_where_it_stopped(tmp_path: Path) -> None:
    needs_languagetool()
    published = tmp_path / "published.zip"
    with zipfile.ZipFile(published, "w") as archive:
        for file in sorted(INSTALLATION.glob("LanguageTool-*/**/*.jar")):
            archive.write(file, file.relative_to(INSTALLATION))
    content = published.read_bytes()
    (tmp_path / "bin").mkdir()
    environment = {
        "PATH": with_programs(tmp_path / "bin"),
        "LTP_DOWNLOAD_SHA256": hashlib.sha256(content).hexdigest(),
    }
    with publishing(content, breaks_at=3_000_000) as (url, ranges):
        environment["LTP_DOWNLOAD_HOST_NEW_RELEASES"] = url
        broken = install(tmp_path, **environment)
        assert broken.code == 2
        assert "goes on from there" in broken.err
        assert broken.err.count("\n") == 1
        whole = install(tmp_path, **environment)
    assert whole.code == 0, whole.err
    assert ranges[0] == ""
    assert ranges[1].startswith("bytes=")
    assert int(ranges[1][6:-1]) > 0
    assert (own(tmp_path) / f"LanguageTool-{VERSION}" / "languagetool-server.jar").exists()


def test_a_download_with_another_checksum_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    path = with_programs(tmp_path / "bin")
    with publishing(b"something else", breaks_at=None) as (url, _):
        ran = install(tmp_path, PATH=path, LTP_DOWNLOAD_HOST_NEW_RELEASES=url, LTP_DOWNLOAD_SHA256="0" * 64)
    assert ran.code == 2
    assert "its checksum is wrong" in ran.err
    assert not list(own(tmp_path).rglob("*.part"))


def test_nobody_to_download_from_is_said(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    path = with_programs(tmp_path / "bin")
    ran = install(tmp_path, PATH=path, LTP_DOWNLOAD_HOST_NEW_RELEASES="http://127.0.0.1:9/")
    assert ran.code == 2
    assert "cannot be reached. Run the command again" in ran.err


def test_the_version_is_that_of_the_pom() -> None:
    assert f"<languagetool.version>{VERSION}</languagetool.version>" in POM.read_text(encoding="utf-8")


def test_a_manifest_keeps_to_72_bytes_a_line() -> None:
    jars = [f"libs/a-long-name-of-a-jar-{number}.jar" for number in range(20)]
    lines = manifest(jars).split("\r\n")
    assert all(len(line) <= 70 for line in lines)
    assert " ".join(jars) in "".join(
        line.removeprefix(" ") if line[:1] == " " else f"\n{line}" for line in lines
    )
