"""Only plain files are read, and none without an end; each run here is a process that may not wait."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from program import review_process
from reviewcli.texts.files import plain_bytes

NAMES = ("her.yaml", "her.yml", "her.notes.yaml", "other.yaml", ".review.yaml", ".review-dictionary.txt")


def to_zero(place: Path) -> None:
    place.symlink_to("/dev/zero")


def to_pipe(place: Path) -> None:
    os.mkfifo(place)


def huge(place: Path) -> None:
    with place.open("wb") as file:
        file.truncate(5 << 30)  # of nothing: no disc is needed


THINGS = pytest.mark.parametrize("thing", [to_zero, to_pipe, huge])


@THINGS
def test_what_lies_beside_a_draft_is_never_read_without_end(
    tmp_path: Path, thing: Callable[[Path], None]
) -> None:
    for name in NAMES:
        folder = tmp_path / name.strip(".")
        folder.mkdir()
        (folder / "her.md").write_text("# *Her*\n\nShe the the late.\n")
        thing(folder / name)
        ran = review_process(
            "lint", "--grammar", "off", "her.md", cwd=folder, XDG_CACHE_HOME=str(tmp_path / "c")
        )
        if thing is huge and name in ("her.yaml", ".review.yaml", ".review-dictionary.txt"):
            assert (ran.code, "larger than 64 megabytes" in ran.err) == (2, True), ran.err
        elif thing is not huge:
            assert (ran.code, "doubled-word" in ran.out) == (1, True), ran.err


@THINGS
def test_what_a_config_or_a_draft_names_is_never_read_without_end(
    tmp_path: Path, thing: Callable[[Path], None]
) -> None:
    place = tmp_path / "it.yaml"
    thing(place)
    (tmp_path / "her.md").write_text("---\nreview: {notes: it.yaml, profile: ./it.yaml}\n---\n\nText.\n")
    ran = review_process("lint", "--grammar", "off", "her.md", cwd=tmp_path)
    assert (ran.code, "Traceback" in ran.err) == (2, False)
    users = tmp_path / "config" / "review"
    users.mkdir(parents=True)
    (users / "config.yaml").write_text("dictionary: [../../it.yaml]\n")
    (tmp_path / "her.md").write_text("Text.\n")
    ran = review_process(
        "lint", "--grammar", "off", "her.md", cwd=tmp_path, XDG_CONFIG_HOME=str(users.parent)
    )
    assert ran.code == 2
    assert "cannot be read: it is " in ran.err


def test_a_device_that_is_named_is_refused_and_a_pipe_is_read(tmp_path: Path) -> None:
    ran = review_process("check", "/dev/zero", cwd=tmp_path)
    assert (ran.code, ran.err) == (
        2,
        "/dev/zero: cannot be read: it is no plain file.\n1 file, 1 not read.\n",
    )
    (tmp_path / "her.yaml").symlink_to("/dev/zero")
    assert review_process("new", "her.yaml", cwd=tmp_path).err.startswith(
        "her.yaml: cannot be read: it is no"
    )
    read, write = os.pipe()
    os.write(write, b"title: Her\n")
    os.close(write)
    try:
        assert plain_bytes(f"/dev/fd/{read}", pipes=True) == b"title: Her\n"
        with pytest.raises(OSError, match="no plain file") as refused:
            plain_bytes(f"/dev/fd/{read}")
    finally:
        os.close(read)
    assert refused.value.errno == errno.EINVAL


def test_a_file_is_read_whole_also_where_it_says_that_it_is_empty(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"x" * 70_001)
    assert plain_bytes(tmp_path / "long") == b"x" * 70_001
    assert plain_bytes("/proc/self/status").startswith(b"Name:")
    with pytest.raises(IsADirectoryError):
        plain_bytes(tmp_path)
