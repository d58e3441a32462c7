"""What somebody saved while a command ran stays; words, links, owners stay; killed runs are cleared up after."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from program import REVIEW, review
from reviewcli.linting import fix
from reviewcli.linting.baseline import read_baseline
from reviewcli.texts import writing
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import Source, read_source
from reviewcli.texts.findings import Edit
from reviewcli.texts.writing import add_lines, write_back, write_whole

SAVED = "What the author saved meanwhile.\n"
MEANWHILE = "was changed by somebody else meanwhile"


@pytest.fixture
def saved_meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Lets somebody save a file when its successor is ready, right before it would take its place."""

    def save(file: Path) -> None:
        chmod = Path.chmod

        def late(path: Path, mode: int) -> None:
            chmod(path, mode)
            file.write_text(SAVED, "utf-8")

        monkeypatch.setattr(Path, "chmod", late)

    return save


def _left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(".review-"))


@pytest.mark.parametrize(
    ("command", "name", "text"),
    [
        ("lint --fix her.md", "her.md", "The the film.\n"),
        ("check --fix her.yaml", "her.yaml", "title: Dune: Part Two\n"),
        ("import cast rows.txt --into her.yaml", "her.yaml", "title: Her\n"),
    ],
)
def test_a_command_leaves_what_was_saved_meanwhile(
    command: str, name: str, text: str, tmp_path: Path, saved_meanwhile: Callable[[Path], None]
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "rows.txt").write_text("Joaquin Phoenix as Theodore\nAmy Adams as Amy\n", "utf-8")
    saved_meanwhile(tmp_path / name)
    ran = review(*command.split(), cwd=tmp_path)
    assert ran.code == 2
    assert MEANWHILE in ran.out + ran.err
    assert (tmp_path / name).read_text("utf-8") == SAVED
    assert _left(tmp_path) == []


def test_update_leaves_what_was_saved_meanwhile(
    tmp_path: Path, saved_meanwhile: Callable[[Path], None]
) -> None:
    notes = "title: Her\nyear: 2013\nthemes:\n  - The city is built of two.\n"
    (tmp_path / "her.yaml").write_text(notes, "utf-8")
    assert review("new", "her.yaml", "-o", "her.md", cwd=tmp_path).code == 0
    (tmp_path / "her.yaml").write_text(f"{notes}  - The score hums.\n", "utf-8")
    saved_meanwhile(tmp_path / "her.md")
    ran = review("update", "her.md", "--yes", cwd=tmp_path)
    assert ran.code == 2
    assert MEANWHILE in ran.err
    assert (tmp_path / "her.md").read_text("utf-8") == SAVED
    assert _left(tmp_path) == []


def test_what_is_saved_while_update_waits_for_an_answer_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = "title: Her\nyear: 2013\nthemes:\n  - The city is built of two.\n"
    (tmp_path / "her.yaml").write_text(notes, "utf-8")
    assert review("new", "her.yaml", "-o", "her.md", cwd=tmp_path).code == 0
    (tmp_path / "her.yaml").write_text(f"{notes}  - The score hums.\n", "utf-8")
    applied = fix.applied

    def slowly(text: str, edits: Sequence[Edit]) -> str:
        (tmp_path / "her.md").write_text(SAVED, "utf-8")
        return applied(text, edits)

    monkeypatch.setattr(fix, "applied", slowly)
    ran = review("update", "her.md", "--yes", cwd=tmp_path)
    assert (ran.code, MEANWHILE in ran.err) == (2, True)
    assert (tmp_path / "her.md").read_text("utf-8") == SAVED


def test_a_baseline_that_many_runs_write_at_once_has_what_each_found(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.md").write_text("The the film.\n", "utf-8")
    command = [str(REVIEW), "lint", "--grammar", "off", "--no-cache", "--write-baseline", "known.json"]
    runs = [
        subprocess.Popen(
            [*command, f"{number}.md"], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for number in range(8)
    ]
    assert all(run.wait() in (0, 1) for run in runs)
    assert set(read_baseline(tmp_path / "known.json").files) == {f"{number}.md" for number in range(8)}


def test_the_smallest_change_meanwhile_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "her.md"
    file.write_bytes(b"\xef\xbb\xbfOne.\r\n")
    source = read_source(str(file))
    file.write_bytes(b"One.\r\n")  # the text is the same, the bytes are not
    with pytest.raises(ReviewError, match=MEANWHILE):
        write_back(source, "Two.\r\n")
    assert file.read_bytes() == b"One.\r\n"


def test_a_file_that_appears_meanwhile_is_not_written_over(
    tmp_path: Path, saved_meanwhile: Callable[[Path], None]
) -> None:
    saved_meanwhile(tmp_path / "new.md")
    with pytest.raises(ReviewError, match="already exists"):
        write_whole(tmp_path / "new.md", "Ours.\n")
    assert (tmp_path / "new.md").read_text("utf-8") == SAVED


def test_every_file_of_the_writers_is_written_by_one_function() -> None:
    """Over what is there, nothing else writes but what is only ours: the schema, a baseline, a report."""
    package = Path(writing.__file__).parents[1]
    forced = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if "write_whole(" in line and "force=True" in line
    }
    assert forced == {"notes/start.py", "linting/baseline.py", "formats/into_file.py"}


@pytest.mark.parametrize("house", [True, False])
def test_words_added_by_twenty_runs_at_once_are_all_kept(house: bool, tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}
    where = ["--house"] if house else []
    runs = [
        subprocess.Popen([REVIEW, "words", "add", *where, f"word{n}", "same"], cwd=tmp_path, env=environment)
        for n in range(20)
    ]
    assert [run.wait() for run in runs] == [0] * 20
    file = tmp_path / (".review-dictionary.txt" if house else "review/dictionary.txt")
    assert sorted(file.read_text("utf-8").split()) == sorted([*(f"word{n}" for n in range(20)), "same"])


def test_lines_are_added_behind_a_last_line_without_an_end(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("Twombly", "utf-8")
    assert add_lines(file, lambda text: [f"{text}s"]) == ["Twomblys"]
    assert file.read_text("utf-8") == "Twombly\nTwomblys\n"


def test_other_names_of_a_file_stay_names_of_it(tmp_path: Path) -> None:
    file, other = tmp_path / "her.md", tmp_path / "other.md"
    file.write_text("The the film, and more of it.\n", "utf-8")
    other.hardlink_to(file)
    assert review("lint", "--fix", "her.md", cwd=tmp_path).code == 0
    assert other.read_text("utf-8") == file.read_text("utf-8") == "The film, and more of it.\n"
    assert file.samefile(other)
    assert _left(tmp_path) == []


def test_where_a_file_with_other_names_cannot_be_written_the_whole_text_stays_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "her.md"
    file.write_text("One.\n", "utf-8")
    (tmp_path / "other.md").hardlink_to(file)
    opened = Path.open

    def full(path: Path, mode: str = "r", **rest: object) -> object:
        if path == file and mode == "r+b":
            raise OSError(28, "No space left on device")
        return opened(path, mode, **rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(ReviewError, match=r"no space left on device\. The whole text is in"):
        write_back(Source(str(file), "One.\n", file), "Two.\n")
    (kept,) = _left(tmp_path)
    assert (tmp_path / kept).read_text("utf-8") == "Two.\n"


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root gives files away")
def test_root_leaves_a_file_to_its_owner(tmp_path: Path) -> None:
    file = tmp_path / "her.md"
    file.write_text("The the film.\n", "utf-8")
    os.chown(file, 12345, 23456)
    file.chmod(0o640)
    assert review("lint", "--fix", "her.md", cwd=tmp_path).code == 0
    status = file.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o7777) == (12345, 23456, 0o640)


def test_what_killed_runs_left_is_cleared_after_an_hour_and_nothing_else(tmp_path: Path) -> None:
    names = {
        ".review-begun-abcd1234": 4000,
        ".review-begun-abcd1235": 60,
        ".review-begun-mine.md": 4000,
        ".review-whole-abcd1234": 4000,
        ".review-ab1d_234": 4000,
        ".review-ab1d_235": 60,
        ".review-draft_v2": 4000,
        ".review-baseline": 4000,
    }
    for name, age in names.items():
        (tmp_path / name).write_text("x", "utf-8")
        (tmp_path / name).chmod(0o644 if "draft" in name else 0o600)
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    (tmp_path / ".review-begun-abcd1236").symlink_to("x")
    write_whole(tmp_path / "her.md", "One.\n")
    assert set(_left(tmp_path)) == {*names, ".review-begun-abcd1236"} - {
        ".review-begun-abcd1234",
        ".review-ab1d_234",
    }
