"""`review stats`: tables, JSON and CSV of one review, of several, of a folder, of standard input."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import review
from reviewcli.document import Document
from reviewcli.formats.bars import Judged, Screen, show
from reviewcli.formats.stats import FURTHER, FileStats, stats, write_csv, write_json, write_text
from reviewcli.linting.profiles import load_profile
from reviewcli.linting.ranges import Range, ranges_of
from reviewcli.reading.readability.measuring import metrics, section_metrics
from reviewcli.texts.printable import columns
from terminal import Terminal

SENTENCE = "The camera waits outside the room until everybody has left it again. "
DRAFT = f"# Her\n\n{SENTENCE * 6}\n\n## Synopsis\n\n{SENTENCE * 9}\n\n## Verdict\n\nSee it.\n"


@pytest.fixture
def her(tmp_path: Path) -> Path:
    path = tmp_path / "her.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def written(write: Any, *files: FileStats) -> str:
    out = io.StringIO()
    write(files, out)
    return out.getvalue()


def test_the_numbers_are_those_that_lint_reports() -> None:
    doc = Document(DRAFT, path="her.md")
    found = stats(doc)
    whole = metrics(doc)
    for name in whole.__struct_fields__:
        assert found.metrics[name] == getattr(whole, name)
    assert list(found.sections) == ["opening", "synopsis", "verdict"]
    for section, numbers in section_metrics(doc).items():
        assert found.sections[section]["words"] == numbers.words
        assert found.sections[section]["smog_index"] == numbers.smog_index


def test_one_review_is_a_table_of_its_sections_and_every_index() -> None:
    lines = written(write_text, stats(Document(DRAFT, path="her.md"))).splitlines()
    head, whole, opening, synopsis, verdict, blank, *further = lines
    assert head.split()[:3] == ["words", "sentences", "words/sentence"]
    assert whole.split()[:4] == ["whole", "182", "16", "11.4"]
    assert opening.split()[:2] == ["opening", "72"]
    assert synopsis.split()[:2] == ["synopsis", "108"]
    assert verdict.split() == ["verdict", "2", "1", "2.0", "0.0", "-", "-", "-", "-", "-"]
    assert len({len(line) for line in (head, whole, opening, synopsis, verdict)}) == 1
    assert blank == ""
    assert any(line.startswith("Coleman-Liau index ") for line in further)
    assert len({len(line) for line in further}) == 1


def test_a_review_without_sections_is_one_row() -> None:
    lines = written(write_text, stats(Document(SENTENCE * 12, path="her.txt", plain=True))).splitlines()
    assert lines[1].startswith("whole")
    assert lines[2] == ""


def test_several_reviews_are_a_row_each_with_their_columns_in_line() -> None:
    names = ("her.md", "a much longer name.md", "漢字.md", "a\x1b[31m.md")
    text = written(write_text, *(stats(Document(DRAFT, path=name)) for name in names))
    assert "\x1b" not in text
    ends = {line.rindex(" ") for line in text.splitlines()[1:] if "漢字" not in line}
    assert len(ends) == 1


def test_json_has_the_whole_and_the_sections() -> None:
    whole = json.loads(written(write_json, stats(Document(DRAFT, path="her.md"))))
    assert whole["version"] == 1
    (file,) = whole["files"]
    assert list(file) == ["path", "metrics", "sections"]
    assert file["path"] == "her.md"
    assert file["metrics"]["words"] == 182
    assert file["metrics"]["lix"] is not None
    assert file["sections"]["verdict"]["words"] == 2
    assert file["sections"]["verdict"]["flesch_reading_ease"] is None


def test_csv_is_a_row_a_review_under_names() -> None:
    text = written(write_csv, stats(Document(DRAFT, path="her.md")), stats(Document("", path="empty.md")))
    her, empty = csv.DictReader(io.StringIO(text))
    assert (her["path"], her["words"], her["reading_minutes"]) == ("her.md", "182", "0.8")
    assert (empty["words"], empty["gunning_fog"]) == ("0", "")


@pytest.mark.parametrize(
    ("path", "cell"),
    [
        ("=cmd()|x.md", "'=cmd()|x.md"),
        ("+1.md", "'+1.md"),
        ("-x.md", "'-x.md"),
        ("@her.md", "'@her.md"),
        ("\tx.md", "'\tx.md"),
        ("her.md", "her.md"),
        ("-", "-"),
    ],
)
def test_a_spreadsheet_takes_no_name_for_a_formula(path: str, cell: str) -> None:
    text = written(write_csv, FileStats(path, stats(Document("")).metrics, {}))
    assert list(csv.reader(io.StringIO(text)))[1][0] == cell


def test_a_number_below_zero_stays_a_number() -> None:
    hard = "Incomprehensibility notwithstanding, internationalization overcomplicates characterization. " * 20
    found = stats(Document(hard, path="hard.md"))
    assert found.metrics["flesch_reading_ease"] < 0
    row = next(csv.DictReader(io.StringIO(written(write_csv, found))))
    assert float(row["flesch_reading_ease"]) == found.metrics["flesch_reading_ease"]


@given(st.text(max_size=300))
def test_any_text_can_be_measured_and_printed(source: str) -> None:
    found = stats(Document(source, path="any.md"))
    for write in (write_text, write_json, write_csv):
        assert written(write, found)
    assert found.metrics["words"] == len(Document(source).words)


def test_the_command_prints_a_table(her: Path) -> None:
    ran = review("stats", her)
    assert (ran.code, ran.err) == (0, "")
    assert "synopsis" in ran.out


def test_standard_input_is_read_as_lint_reads_it() -> None:
    ran = review("stats", "-", "--output-format", "json", stdin=DRAFT)
    assert ran.code == 0
    assert ran.json["files"][0]["path"] == "-"
    named = review("stats", "--output-format", "json", "--stdin-filename", "her.txt", stdin="One line.\nTwo.")
    assert named.json["files"][0]["path"] == "her.txt"
    assert named.json["files"][0]["metrics"]["sentences"] == 2
    empty = review("stats", "-")
    assert (empty.code, empty.out) == (2, "")
    assert "Standard input is empty." in empty.err


def test_a_folder_gives_a_row_a_review_and_a_bad_path_is_reported_beside_them(her: Path) -> None:
    (her.parent / "sub").mkdir()
    (her.parent / "sub" / "other.txt").write_text("Short.", encoding="utf-8")
    (her.parent / "README.md").write_text("Not a review.", encoding="utf-8")
    (her.parent / "bad.md").write_bytes(b"caf\xe9")
    ran = review("stats", her.parent, her.parent / "gone.md", "--output-format", "csv")
    assert [Path(row["path"]).name for row in csv.DictReader(io.StringIO(ran.out))] == ["her.md", "other.txt"]
    assert ran.code == 2
    assert "bad.md: is not UTF-8 text: byte 3 is 0xE9." in ran.err
    assert "gone.md: there is no such file." in ran.err
    assert "Traceback" not in ran.err


def test_notes_are_no_draft(tmp_path: Path) -> None:
    notes = tmp_path / "her.yaml"
    notes.write_text("title: Her\n", encoding="utf-8")
    ran = review("stats", notes)
    assert (ran.code, ran.out) == (2, "")
    assert "review check" in ran.err


def test_a_short_review_says_why_there_are_no_indices(tmp_path: Path) -> None:
    short = tmp_path / "short.md"
    short.write_text("Short.\n", encoding="utf-8")
    ran = review("stats", short)
    assert (ran.code, ran.err) == (0, "The indices are given from 100 words up.\n")
    assert review("stats", short, "-q").err == ""
    assert review("stats", short, "--output-format", "json").err == ""


def test_on_a_terminal_of_sixty_columns_no_line_is_longer(her: Path) -> None:
    (her.parent / "a-draft-with-a-very-long-name-that-has-no-room-beside-its-numbers.md").write_text(DRAFT)
    for asked in ([her.name], ["."], [her.name, "--profile", "standard"], [".", "--profile", "standard"]):
        terminal = Terminal("stats", *asked, cwd=her.parent, NO_COLOR="1", COLUMNS="60")
        assert terminal.end() == 0
        assert terminal.shown
        assert max(map(columns, terminal.shown.splitlines())) <= 60


def test_on_a_terminal_a_review_stands_against_its_profile(her: Path) -> None:
    def shown(profile: str) -> list[str]:
        out = io.StringIO()
        ranges = ranges_of(load_profile(profile).rules)
        show([Judged(stats(Document(DRAFT, path="her.md")), ranges, profile)], {}, out, Screen(60))
        return out.getvalue().splitlines()

    (short,) = (line for line in shown("short") if line.startswith("words"))
    (blog,) = (line for line in shown("blog") if line.startswith("words"))
    (capsule,) = (line for line in shown("capsule") if line.startswith("words"))
    assert short.endswith("220 to 380")
    assert "●·" in short or "●━" in short
    assert short.index("●") < short.index("━")
    assert blog.index("●") < blog.index("━")
    assert capsule.index("●") > capsule.rindex("━")
    assert "━●━" in "".join(line for line in shown("standard") if line.startswith("reading ease"))


def test_a_range_of_words_is_of_the_profile_and_the_config_goes_over_it(tmp_path: Path) -> None:
    assert set(ranges_of({})) == {"flesch_reading_ease", "flesch_kincaid_grade"}
    found = ranges_of({"length-out-of-range": {"min_words": "5"}, "readability": {"ease": "50"}})
    assert str(found["words"]) == "5 or more"
    assert found["flesch_reading_ease"].holds(50)
    assert not found["flesch_reading_ease"].holds(49.9)
    assert "words" not in ranges_of({"length-out-of-range": "off"})
    (tmp_path / "her.md").write_text(DRAFT, encoding="utf-8")
    ran = review("stats", "her.md", "--profile", "standrd", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean “standard”?" in ran.err


@given(st.text(max_size=60), st.integers(0, 200), st.booleans())
def test_any_review_can_be_drawn_at_any_width(source: str, width: int, colored: bool) -> None:
    files = [Judged(stats(Document(source, path=source or None)), {"words": Range(5, 9)}) for _ in range(2)]
    for shown in (files, files[:1]):
        out = io.StringIO()
        show(shown, FURTHER, out, Screen(width, colored))
        assert out.getvalue().endswith("\n")
        assert ("\x1b" in out.getvalue()) == colored
