"""Many notes at once: folders, drafts that are kept, lint, the progress bar."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import review
from terminal import beside_a_terminal

NOTES = "title: Tin Roof\nyear: 2019\nsynopsis: It rains.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes" / "old").mkdir(parents=True)
    (tmp_path / "notes" / ".hidden").mkdir()
    for name in ("a.yaml", "b.yml", "old/a.notes.yaml", ".hidden/c.yaml", "README.yaml"):
        (tmp_path / "notes" / name).write_text(NOTES)
    (tmp_path / "notes" / "link.yaml").symlink_to(tmp_path / "notes" / "a.yaml")
    return tmp_path


def drafts(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))


def test_a_folder_of_notes_is_walked_and_keeps_its_folders(folder: Path) -> None:
    ran = review("new", "notes/", "-o", "drafts/", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert drafts(folder / "drafts") == ["a.md", "b.md", "old/a.md"]
    assert ran.err.splitlines()[0] == "drafts/a.md: drafted from notes/a.yaml."
    assert "notes: ../../notes/old/a.notes.yaml\n" in (folder / "drafts" / "old" / "a.md").read_text()


def test_drafts_that_exist_are_kept_each_with_a_line(folder: Path) -> None:
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.md").write_text("mine")
    ran = review("new", "notes", "-o", "drafts", cwd=folder)
    assert ran.code == 2
    assert "drafts/a.md: already exists. Pass --force to write over it.\n" in ran.err
    assert drafts(folder / "drafts") == ["a.md", "b.md", "old/a.md"]
    assert (folder / "drafts" / "a.md").read_text() == "mine"
    assert review("new", "notes", "-o", "drafts", "--force", cwd=folder).code == 0
    assert (folder / "drafts" / "a.md").read_text() != "mine"


def test_each_problem_is_told_at_its_line_and_the_rest_is_drafted(folder: Path) -> None:
    (folder / "notes" / "a.yaml").write_text("title: X\nyaer: 1\nscroe: 2\n")
    ran = review("new", "notes", "-o", "drafts", "-q", cwd=folder)
    assert ran.code == 2
    assert [line.split(" ")[0] for line in ran.err.splitlines()] == ["notes/a.yaml:2:1:", "notes/a.yaml:3:1:"]
    assert drafts(folder / "drafts") == ["b.md", "old/a.md"]


def test_a_folder_without_notes_or_without_a_place_is_told(folder: Path) -> None:
    (folder / "empty").mkdir()
    ran = review("new", "empty", "-o", "drafts/", cwd=folder)
    assert (ran.code, ran.err) == (2, "empty: holds no notes. Notes end in .yaml or .yml.\n")
    assert "several notes need a folder" in review("new", "notes", cwd=folder).err


def test_a_folder_that_cannot_be_made_is_told(folder: Path) -> None:
    (folder / "file").write_text("")
    ran = review("new", "notes/a.yaml", "-o", "file/drafts/", cwd=folder)
    assert (ran.code, ran.err) == (2, "file/drafts: cannot be made: not a directory.\n")


def test_lint_reads_the_drafts_just_made(folder: Path) -> None:
    ran = review("new", "notes/a.yaml", "-o", "a.md", "--lint", cwd=folder)
    assert ran.code == 1
    assert "a.md:" in ran.out
    assert "placeholder-left" in ran.out
    (folder / "whole.yaml").write_text("title: Tin Roof\n")
    (folder / "line.md.j2").write_text("{{ notes.title | italic }} is a film.\n")
    ran = review("new", "whole.yaml", "-t", "line.md.j2", "--lint", cwd=folder)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "*Tin Roof* is a film.")
    assert "nothing found" in ran.err
    assert review("new", "whole.yaml", "--to", "html", "--lint", cwd=folder).code == 2


def test_what_lint_says_of_a_draft_on_standard_output_stands_on_standard_error(folder: Path) -> None:
    ran = review("new", "notes/a.yaml", "--lint", cwd=folder)
    assert ran.code == 1
    assert "placeholder-left" not in ran.out
    assert "placeholder-left" in ran.err


def test_a_bar_is_drawn_on_a_terminal_alone(folder: Path) -> None:
    out, shown = beside_a_terminal("new", "notes", "-o", "drafts", cwd=folder, XDG_STATE_HOME=str(folder))
    assert out == ""
    assert "Drafting" in shown
    assert "3 of 3 drafted." in shown
    assert "\x1b" not in review("new", "notes", "-o", "again", cwd=folder).err
