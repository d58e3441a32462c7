"""The notes of a draft are found by a pointer, beside it, in a folder, or in its own front matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewcli.document import Document
from reviewcli.document.notes_found import FoundNotes, NotesFolders, find_notes
from reviewcli.notes import notes_from_front_matter
from reviewcli.notes.front_matter import title_and_year
from reviewcli.texts.errors import ReviewError


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(file: Path | None, text: str = "A review.\n", **options: Path | NotesFolders | None) -> FoundNotes:
    doc = Document(text, path=str(file) if file else "-")
    return find_notes(doc, file=file, **options)  # type: ignore[arg-type]  # options are those of find_notes


@pytest.mark.parametrize("name", ["her.yaml", "her.yml", "her.notes.yaml", "her.notes.yml"])
def test_notes_lie_beside_the_draft_under_its_stem(tmp_path: Path, name: str) -> None:
    notes = write(tmp_path / name, "title: Her\n")
    result = found(tmp_path / "her.md")
    assert result.notes is not None
    assert (result.notes.title, result.path, result.message) == ("Her", str(notes), None)


def test_notes_lie_in_the_folder_of_notes(tmp_path: Path) -> None:
    write(tmp_path / "notes" / "her.yaml", "title: Her\n")
    result = found(tmp_path / "drafts" / "her.md", notes_folder=tmp_path / "notes")
    assert result.path == str(tmp_path / "notes" / "her.yaml")


def test_an_index_goes_by_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "notes" / "her.yaml", "title: Her\n")
    result = found(tmp_path / "content" / "her" / "index.md", notes_folder=tmp_path / "notes")
    assert result.path == str(tmp_path / "notes" / "her.yaml")


@pytest.mark.parametrize(
    "draft",
    [
        "---\ntitle: Dune\nyear: 2021\n---\nText.\n",
        "---\ntitle: Dune (2021)\n---\nText.\n",
        "# *Dune* (2021)\n\nText.\n",
    ],
)
def test_notes_are_found_by_title_and_year(tmp_path: Path, draft: str) -> None:
    write(tmp_path / "n1.yaml", "title: Dune\nyear: 1984\n")
    write(tmp_path / "n2.yaml", "title: 'Dune'\nyear: 2021\n")
    write(tmp_path / "n3.yaml", "title: [broken\n")
    assert found(tmp_path / "review-12.md", draft).path == str(tmp_path / "n2.yaml")


def test_a_title_of_two_films_without_a_year_finds_neither(tmp_path: Path) -> None:
    write(tmp_path / "n1.yaml", "title: Dune\nyear: 1984\n")
    write(tmp_path / "n2.yaml", "title: Dune\nyear: 2021\n")
    assert found(tmp_path / "review.md", "# Dune\n\nText.\n").path is None


def test_a_title_matches_whatever_its_accents_case_and_quotes(tmp_path: Path) -> None:
    write(tmp_path / "n.yaml", "title: Amélie’s Way\n")
    assert found(tmp_path / "r.md", "# Amelie's way\n\nText.\n").path == str(tmp_path / "n.yaml")


def test_a_folder_is_read_once_a_run(tmp_path: Path) -> None:
    notes = write(tmp_path / "n.yaml", "title: Dune\n")
    folders = NotesFolders()
    assert found(tmp_path / "a.md", "# Dune\n\nText.\n", folders=folders).path == str(notes)
    notes.unlink()
    assert found(tmp_path / "b.md", "# Dune\n\nText.\n", folders=folders).notes is not None


def test_another_program_s_yaml_of_the_same_name_holds_no_notes(tmp_path: Path) -> None:
    write(tmp_path / "compose.yaml", "services:\n  web: {}\nvolumes: {}\n")
    assert found(tmp_path / "compose.md").path is None


def test_notes_with_errors_that_lie_beside_the_draft_raise_them(tmp_path: Path) -> None:
    write(tmp_path / "her.yaml", "title: Her\nyaer: 2013\n")
    with pytest.raises(ExceptionGroup) as caught:
        found(tmp_path / "her.md")
    assert "her.yaml:2:1" in str(caught.value.exceptions[0])


def test_a_pointer_is_relative_to_the_draft(tmp_path: Path) -> None:
    write(tmp_path / "notes" / "film1.yaml", "title: Her\n")
    draft = "---\nreview:\n  notes: ../notes/film1.yaml\n---\nText.\n"
    result = found(write(tmp_path / "drafts" / "her.md", draft), draft)
    assert result.notes is not None
    assert result.notes.title == "Her"


def test_a_pointer_of_standard_input_is_relative_to_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "film1.yaml", "title: Her\n")
    monkeypatch.chdir(tmp_path)
    assert found(None, "---\nreview: {notes: film1.yaml}\n---\nText.\n").path == "film1.yaml"


def test_a_pointer_that_leads_nowhere_is_told_and_the_front_matter_serves(tmp_path: Path) -> None:
    draft = "---\ntitle: Her\nreview: {notes: gone.yaml}\n---\nText.\n"
    result = found(tmp_path / "her.md", draft)
    assert (
        result.message
        == f"{tmp_path / 'her.md'}: its front matter names the notes gone.yaml, which are not there."
    )
    assert result.notes is not None
    assert (result.notes.title, result.path) == ("Her", None)


def test_an_option_names_a_file_or_a_folder(tmp_path: Path) -> None:
    notes = write(tmp_path / "n" / "film.yaml", "title: Her\n")
    assert found(tmp_path / "x.md", notes_option=notes).path == str(notes)
    assert found(tmp_path / "x.md", "# Her\n\nText.\n", notes_option=tmp_path / "n").path == str(notes)
    missed = found(tmp_path / "x.md", "# Him\n\nText.\n", notes_option=tmp_path / "n")
    assert missed.message == f"{tmp_path / 'x.md'}: there are no notes of it in {tmp_path / 'n'}."
    with pytest.raises(ReviewError, match="there is no such file or folder"):
        found(tmp_path / "x.md", notes_option=tmp_path / "gone.yaml")


def test_without_notes_anywhere_there_are_none_and_no_word(tmp_path: Path) -> None:
    assert found(tmp_path / "x.md") == FoundNotes()


def test_front_matter_is_read_leniently() -> None:
    notes = notes_from_front_matter(
        "title: Batman Begins (2005)\nlayout: post\nrating: 4\nscore: great\nruntime: long\n"
        "directors: Christopher Nolan\ncast: [A B as C]\nreview: {notes: x.yaml}\ndate: 2026-11-20\n"
    )
    assert notes is not None
    assert (notes.title, notes.year, notes.score, notes.runtime) == ("Batman Begins", 2005, None, None)
    assert notes.directors[0].name == "Christopher Nolan"
    assert notes.cast[0].roles == ("C",)


@pytest.mark.parametrize(
    "text", ["", "layout: post\n", "title:\n", "- a\n", "title: [a]\n", "[" * 9000, "\x00", "title"]
)
def test_front_matter_without_a_title_holds_no_notes(text: str) -> None:
    assert notes_from_front_matter(text) is None


def test_a_year_of_its_own_stands_beside_the_one_in_the_title() -> None:
    notes = notes_from_front_matter("title: Dune (2021)\nyear: 2020\n")
    assert notes is not None
    assert (notes.title, notes.year) == ("Dune", 2020)
    assert title_and_year("Nineteen (1984) Times") == ("Nineteen (1984) Times", None)
