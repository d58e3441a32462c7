"""Words that are right as a house or a user writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import review
from reviewcli.settings.word_lists import WordLists, add_words
from reviewcli.texts.errors import ReviewError


def spelling(folder: Path, text: str, home: str = "/nonexistent") -> list[str]:
    (folder / "draft.md").write_text(text, encoding="utf-8")
    flags = ("--select", "spelling", "--output-format", "json")
    ran = review("lint", *flags, "draft.md", cwd=folder, XDG_CONFIG_HOME=home)
    return [finding["match"] for finding in ran.json["files"][0]["findings"]]


def test_words_of_every_folder_above_and_of_the_config_count(tmp_path: Path) -> None:
    folder = tmp_path / "house" / "drafts"
    folder.mkdir(parents=True)
    (tmp_path / ".review-dictionary.txt").write_text("zorblax # a house word\n\n# nothing\n")
    (tmp_path / "house" / ".harper-dictionary.txt").write_text("frobnitz\n")
    (tmp_path / "house" / ".review.yaml").write_text("dictionary: [lists/sf.txt]\n")
    (tmp_path / "house" / "lists").mkdir()
    (tmp_path / "house" / "lists" / "sf.txt").write_text("quibbler\n")
    assert spelling(folder, "The zorblax met the frobnitz, a quibbler, and the glormph.\n") == ["glormph"]


def test_the_users_own_list_counts_everywhere(tmp_path: Path) -> None:
    home = str(tmp_path / "home")
    assert review("words", "add", "zorblax", XDG_CONFIG_HOME=home).code == 0
    assert spelling(tmp_path, "The zorblax met the glormph.\n", home) == ["glormph"]


def test_a_word_covers_its_possessive_and_its_capital_but_not_words_that_hold_it(tmp_path: Path) -> None:
    (tmp_path / ".review-dictionary.txt").write_text("zorblax\n")
    text = "Zorblax sleeps. He saw the zorblax's tail and the zorblaxy one.\n"
    assert spelling(tmp_path, text) == ["zorblaxy"]


def test_words_are_added_once_and_listed_with_their_place(tmp_path: Path) -> None:
    assert review("words", "add", "--house", "Twombly", "gom jabbar", cwd=tmp_path).code == 0
    again = review("words", "add", "--house", "Twombly", cwd=tmp_path)
    assert "Twombly is there already" in again.err
    assert (tmp_path / ".review-dictionary.txt").read_text() == "Twombly\ngom jabbar\n"
    listed = review("words", "list", cwd=tmp_path).out.splitlines()
    assert listed == [
        f"Twombly\t{tmp_path}/.review-dictionary.txt:1",
        f"gom jabbar\t{tmp_path}/.review-dictionary.txt:2",
    ]


def test_adding_keeps_what_is_there(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("one # first\ntwo")
    assert add_words(file, ["two", "three"]) == ["three"]
    assert file.read_text() == "one # first\ntwo\nthree\n"


def test_what_is_no_word_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="is no word"):
        add_words(tmp_path / "list.txt", ["#"])


def test_a_list_that_the_config_names_and_nobody_has_is_an_error(tmp_path: Path) -> None:
    (tmp_path / ".review.yaml").write_text("dictionary: [nope.txt]\n")
    ran = review("lint", "--grammar", "off", stdin="A draft.\n", cwd=tmp_path)
    assert ran.code == 2
    assert "nope.txt: there is no such file." in ran.err


def test_each_list_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / ".review-dictionary.txt"
    file.write_text("zorblax\n")
    lists = WordLists()
    assert [entry.word for entry in lists.of(tmp_path)] == ["zorblax"]
    file.unlink()
    file.touch()
    assert [entry.word for entry in lists.of(tmp_path)] == ["zorblax"]
