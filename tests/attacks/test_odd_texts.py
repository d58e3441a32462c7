"""Texts that once ended in a traceback or never: titles of signs, drafts without a word, brackets, repetition."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from program import review, review_process
from reviewcli.linting.notes_mending import mended

NO_WORD = ("…", "—", "😀", "+++", "# Her\n…", "***", "---", "> \n>", "![](a.png)", "")


@pytest.mark.parametrize("title", ["÷", "*( )*", "...", "( )", "!!!", "—", "’", "_"])
def test_a_title_of_signs_only_is_drafted_linted_and_checked(title: str, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(f'kind: album\ntitle: "{title}"\nartists: [Ed Sheeran]\n', "utf-8")
    assert review("new", "own.yaml", "-o", "own.md", cwd=tmp_path).code == 0
    assert review("lint", "--fail-on", "never", "own.md", cwd=tmp_path).code == 0
    facts = review("facts", "own.md", cwd=tmp_path)
    assert facts.code == 0
    assert "contradicted title" not in facts.out


@pytest.mark.parametrize("text", NO_WORD)
def test_a_draft_without_a_word_has_a_page(text: str, tmp_path: Path) -> None:
    (tmp_path / "z.md").write_text(f"{text}\n", "utf-8")
    ran = review("lint", "--format", "html", "--fail-on", "never", "z.md", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out.rstrip().endswith("</html>")


@pytest.mark.parametrize("word", ["not", "very", "really", "never", "the", "had", "and", "that", "of"])
def test_a_word_a_thousand_times_over_is_linted(word: str, tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text(f"# T\n\nIt is {f'{word} ' * 1000}good.\n", "utf-8")
    assert review("lint", "--fail-on", "never", "t.md", cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    "notes",
    ["{a, b}\n", "title: Her\nids: {tt1798709, x}\n", "[{a, b}, {c]\n"],
)
def test_putting_in_quotes_comes_to_an_end(notes: str, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(notes, "utf-8")
    ran = review_process("check", "--fix", "x.yaml", cwd=tmp_path)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert (tmp_path / "x.yaml").read_text("utf-8") == notes


def test_what_was_put_in_quotes_is_not_put_into_them_again() -> None:
    text, changes = mended("title: Her\nids: {imdb: tt1798709, x}\nverdict: 'tis: grand\n")
    assert text == 'title: Her\nids: {imdb: "tt1798709, x"}\nverdict: "\'tis: grand"\n'
    assert mended(text) == (text, ())
    assert len(changes) == 2


def test_a_damaged_zip_is_told(tmp_path: Path) -> None:
    file = tmp_path / "bad.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("reviews.csv", "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review\n" * 50)
    data = bytearray(file.read_bytes())
    for at in range(60, 80):
        data[at] ^= 0xFF
    file.write_bytes(data)
    ran = review("import", "letterboxd", "bad.zip", cwd=tmp_path)
    assert ran.code == 2
    assert ran.err == "bad.zip: cannot be unpacked: corrupt input data. Download it again.\n"
