"""`review check --fix` puts texts in quotation marks and changes no word of them."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from notes.test_parsing import FULL, WORDS
from program import review
from reviewcli.linting.notes_mending import mended
from reviewcli.notes import load_notes

SLIPS = """\
title: Dune: Part Two
synopsis:
  - "Long live the fighters" is all he says
  - *Dune* begins again
performances:
  Chalamet: steals nothing: the big scene is in place
verdict: 'tis grand
"""


def test_texts_are_quoted_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "dune.yaml"
    file.write_text(SLIPS, encoding="utf-8")
    ran = review("check", "--fix", "dune.yaml", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines() == [
        'dune.yaml:1: in quotes now: "Dune: Part Two"',
        "dune.yaml:3: in quotes now: '\"Long live the fighters\" is all he says'",
        'dune.yaml:4: in quotes now: "*Dune* begins again"',
        'dune.yaml:6: in quotes now: "steals nothing: the big scene is in place"',
        'dune.yaml:7: in quotes now: "\'tis grand"',
        "dune.yaml: fine",
    ]
    notes = load_notes(file)
    assert notes.title == "Dune: Part Two"
    assert [point.text for point in notes.synopsis] == [
        '"Long live the fighters" is all he says',
        "*Dune* begins again",
    ]
    assert notes.verdict[0].text == "'tis grand"
    assert review("check", "--fix", "dune.yaml", cwd=tmp_path).err == "dune.yaml: fine\n"


def test_line_ends_byte_order_mark_and_permissions_stay(tmp_path: Path) -> None:
    file = tmp_path / "dune.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SLIPS.replace("\n", "\r\n").encode())
    file.chmod(0o640)
    review("check", "--fix", "dune.yaml", cwd=tmp_path)
    data = file.read_bytes()
    assert data.startswith(b'\xef\xbb\xbftitle: "Dune: Part Two"\r\n')
    assert data.count(b"\n") == data.count(b"\r\n") == SLIPS.count("\n")
    assert file.stat().st_mode & 0o777 == 0o640


def test_good_notes_are_not_written(tmp_path: Path) -> None:
    file = tmp_path / "her.yaml"
    file.write_text("title: Her\n", encoding="utf-8")
    before = file.stat()
    review("check", "--fix", "her.yaml", cwd=tmp_path)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_standard_input_is_printed_with_its_fixes() -> None:
    ran = review("check", "--fix", "-", stdin="title: Dune: Part Two\nscore: 8\n", NO_COLOR="1")
    assert (ran.code, ran.out) == (2, 'title: "Dune: Part Two"\nscore: 8\n')
    assert "-:2:8: error notes-value" in ran.err


def test_what_cannot_be_fixed_is_told_and_the_rest_is_fixed(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("title: A: b\nyaer: 2013\n", encoding="utf-8")
    ran = review("check", "--fix", "x.yaml", "--format", "compact", cwd=tmp_path)
    assert ran.code == 2
    assert ran.out == "x.yaml:2:1: error notes-unknown-key “yaer” is no key here. Did you mean “year”?\n"
    assert file.read_text(encoding="utf-8").startswith('title: "A: b"\n')


LINES = st.sampled_from(
    ["title: Dune: Part Two", "title: 'tis", "  - \"a\" b", "themes:", "  - *x* y", "  - a: b: c", "verdict: [x] y", "  - & so", "cast: {a: b, c}", "score: 4/5", "  - x # y", "  goes on: here", "", "critique:", "  strengths:", "    - !x", "    - ? x"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=30).map("".join) | st.lists(LINES, max_size=8).map("\n".join))
@example(FULL)
@example(SLIPS)
@example('&a "')
def test_fixing_twice_is_fixing_once_and_no_word_is_changed(source: str) -> None:
    once, changes = mended(source)
    assert mended(once) == (once, ())
    assert re.findall(r"\w+", once) == re.findall(r"\w+", source)
    assert (once == source) == (not changes)
