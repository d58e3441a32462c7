"""`review new` as scripts meet it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from program import ROOT, review

NOTES = "title: Tin Roof\nyear: 2019\nsynopsis: It rains.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tin.yaml").write_text(NOTES, encoding="utf-8")
    return tmp_path


def test_a_draft_goes_to_standard_output(folder: Path) -> None:
    ran = review("new", "tin.yaml", cwd=folder)
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.startswith(
        "---\ntitle: Tin Roof\nyear: 2019\ndraft: true\nreview:\n  notes: tin.yaml\n  digests: "
    )
    assert "It rains." in ran.out


def test_notes_from_standard_input_leave_no_pointer(folder: Path) -> None:
    ran = review("new", "-", stdin=NOTES)
    assert ran.code == 0
    assert "notes:" not in ran.out
    assert "review:\n  digests: " in ran.out


def test_a_file_is_written_whole_and_never_over_another(folder: Path) -> None:
    assert review("new", "tin.yaml", "-o", "out.md", cwd=folder).code == 0
    (folder / "out.md").write_text("mine", encoding="utf-8")
    ran = review("new", "tin.yaml", "-o", "out.md", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "out.md: already exists. Pass --force to write over it.\n"
    assert (folder / "out.md").read_text(encoding="utf-8") == "mine"
    assert review("new", "tin.yaml", "-o", "out.md", "--force", cwd=folder).code == 0
    assert "It rains." in (folder / "out.md").read_text(encoding="utf-8")


def test_a_folder_gets_a_file_of_the_notes_name(folder: Path) -> None:
    shutil.copy(folder / "tin.yaml", folder / "roof.notes.yaml")
    ran = review("new", "tin.yaml", "roof.notes.yaml", "-o", "drafts/", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert sorted(path.name for path in (folder / "drafts").iterdir()) == ["roof.md", "tin.md"]
    assert "notes: ../tin.yaml\n" in (folder / "drafts" / "tin.md").read_text(encoding="utf-8")


def test_one_bad_file_does_not_stop_the_rest(folder: Path) -> None:
    (folder / "bad.yaml").write_text("title: X\nyaer: 1999\n", encoding="utf-8")
    ran = review("new", "nowhere.yaml", "bad.yaml", "tin.yaml", "-o", "drafts", cwd=folder)
    assert ran.code == 2
    assert (folder / "drafts" / "tin.md").exists()
    assert not (folder / "drafts" / "bad.md").exists()
    assert "nowhere.yaml: there is no such file" in ran.err
    assert "bad.yaml:2:1: " in ran.err


def test_several_notes_need_a_folder(folder: Path) -> None:
    for output in ([], ["-o", "one.md"]):
        ran = review("new", "tin.yaml", "tin.yaml", *output, cwd=folder)
        assert ran.code == 2
        assert "several notes need a folder" in ran.err


def test_two_notes_of_one_name_do_not_write_over_each_other(folder: Path) -> None:
    (folder / "other").mkdir()
    shutil.copy(folder / "tin.yaml", folder / "other" / "tin.yaml")
    ran = review("new", "tin.yaml", "other/tin.yaml", "-o", "drafts/", "--force", cwd=folder)
    assert ran.code == 2
    assert "Two notes of one name give one draft." in ran.err


def test_values_are_set_from_the_command_line(folder: Path) -> None:
    ran = review("new", "tin.yaml", "--set", "score=B+", "--set", "directors=[Ann Lee, Bo Day]", cwd=folder)
    assert "**B+**" in ran.out
    assert "Directed by Ann Lee and Bo Day." in ran.out


def test_headings_and_front_matter_can_be_left_out(folder: Path) -> None:
    ran = review("new", "tin.yaml", "--no-headings", "--no-front-matter", cwd=folder)
    assert ran.out.startswith("# *Tin Roof* (2019)\n")
    assert "##" not in ran.out


def test_strict_fails_where_a_section_is_empty(folder: Path) -> None:
    ran = review("new", "tin.yaml", "--strict", "-o", "out.md", cwd=folder)
    assert ran.code == 2
    assert ran.err.startswith("tin.yaml: there are no notes for opening, performances, ")
    assert not (folder / "out.md").exists()


def test_a_template_of_ones_own(folder: Path) -> None:
    (folder / "mine.md.j2").write_text("{{ notes.title | italic }}, {{ notes.yeer }}\n", encoding="utf-8")
    ran = review("new", "tin.yaml", "-t", "mine.md.j2", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "mine.md.j2:1: the notes have no “yeer”. Did you mean “year”?\n"


def test_the_config_chooses_template_profile_headings_and_author(folder: Path) -> None:
    (folder / "mine.md.j2").write_text("{{ notes.title | title_of_work }}\n", encoding="utf-8")
    (folder / ".review.yaml").write_text(
        "template: ./mine.md.j2\nprofile: short\nauthor: Ann Lee\n", encoding="utf-8"
    )
    ran = review("new", "tin.yaml", cwd=folder)
    assert ran.out.endswith("---\n\n*Tin Roof* (2019)\n")
    assert "author: Ann Lee\n" in ran.out
    assert "profile: short\n" in ran.out


def test_a_draft_is_the_same_to_the_byte(folder: Path) -> None:
    first = review("new", ROOT / "examples" / "her.yaml", cwd=folder, PYTHONHASHSEED="1")
    second = review("new", ROOT / "examples" / "her.yaml", cwd=folder, PYTHONHASHSEED="2")
    assert first.out == second.out
    assert len(first.out) > 2000


def test_a_draft_imports_nothing_that_it_does_not_need(folder: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from reviewcli.cli._app import main; main(['new', 'tin.yaml'])\n"
        "heavy = {'rich', 'markdown_it', 'textstat', 'harper', 'language_tool_python'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert ran.stderr == "[]\n"


def test_a_template_that_one_of_several_kinds_lacks_is_told_at_its_notes(tmp_path: Path) -> None:
    (tmp_path / "blue.yaml").write_text("kind: album\ntitle: Blue\nverdict: It works.\n")
    (tmp_path / "her.yaml").write_text("title: Her\nverdict: It works.\n")
    ran = review("new", "blue.yaml", "her.yaml", "-t", "short", "-o", "out", cwd=tmp_path)
    assert ran.code == 2
    assert "blue.yaml: there is no template “short” for an album." in ran.err
    assert (tmp_path / "out" / "her.md").exists()
