"""Reading and writing files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import find_drafts, read_source
from reviewcli.texts.writing import write_whole


def test_a_missing_file_is_an_error_that_names_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "her.md").write_text("x")
    with pytest.raises(ReviewError) as caught:
        read_source(str(tmp_path / "hre.md"))
    assert "there is no such file" in str(caught.value)
    assert "her.md?" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"caf\xe9 noir", "byte 3 is 0xE9"),
        (b"\xef\xbb\xbfcaf\xe9", "byte 6 is 0xE9"),
        (b"ab\0cd", "byte 2 is zero"),
        ("é".encode("utf-16"), "UTF-16"),
    ],
)
def test_what_is_not_utf8_text_is_named_by_its_byte(tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "draft.md"
    file.write_bytes(data)
    with pytest.raises(ReviewError, match=words):
        read_source(str(file))


def test_a_byte_order_mark_is_no_text_and_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    file.write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.\r\n")
    source = read_source(str(file))
    assert source.text == "One.\r\nTwo.\r\n"
    assert source.bom
    write_whole(file, source.text, force=True, bom=source.bom)
    assert file.read_bytes() == b"\xef\xbb\xbfOne.\r\nTwo.\r\n"


def test_a_folder_is_walked_in_order_without_hidden_files_links_and_what_is_excluded(tmp_path: Path) -> None:
    for name in (
        "b.md",
        "a.txt",
        "c.markdown",
        "d.py",
        ".e.md",
        "README.md",
        "sub/f.md",
        ".git/g.md",
        "node_modules/h.md",
    ):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    (tmp_path / "link.md").symlink_to(tmp_path / "b.md")
    found = [
        str(Path(path).relative_to(tmp_path))
        for path in find_drafts([str(tmp_path)], ["README*", "node_modules"])
    ]
    assert found == ["a.txt", "b.md", "c.markdown", "sub/f.md"]


def test_a_file_named_outright_is_read_whatever_it_is_called() -> None:
    assert list(find_drafts(["README.md", "-"], ["README*"])) == ["README.md", "-"]


def test_an_existing_file_is_not_written_over_unless_forced(tmp_path: Path) -> None:
    file = tmp_path / "her.md"
    file.write_text("mine")
    with pytest.raises(ReviewError, match=r"already exists\. Pass --force"):
        write_whole(file, "new")
    assert file.read_text() == "mine"
    write_whole(file, "new", force=True)
    assert file.read_text() == "new"


def test_writing_keeps_permissions_and_links(tmp_path: Path) -> None:
    file = tmp_path / "her.md"
    file.write_text("old")
    file.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(file)
    write_whole(link, "new", force=True)
    assert link.is_symlink()
    assert file.read_text() == "new"
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "her.md"
    file.write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReviewError, match="no space left"):
        write_whole(file, "new", force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["her.md"]
    assert file.read_text() == "old"
