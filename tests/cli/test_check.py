"""`review check`, `review schema notes` and `review init`, as people and scripts run them."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # no stubs are needed for two calls
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from program import Ran, review
from reviewcli.notes import load_notes, parse_notes
from reviewcli.notes.slugs import slug_of
from reviewcli.notes.starter import starter_notes, values_with
from reviewcli.texts.yaml.writing import text_of_notes

BAD = "title: Her\nyaer: 2013\nscore: 8\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "her.yaml").write_text("title: Her\njottings: [who plays the surrogate?]\n", encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    (tmp_path / "warned.yaml").write_text("title: Her\ngenres: a, b\n", encoding="utf-8")
    return tmp_path


def test_good_notes_are_fine_and_their_jottings_are_recalled(folder: Path) -> None:
    ran = review("check", "her.yaml", cwd=folder)
    assert ran == Ran(
        0, "", "her.yaml: fine\nher.yaml: 1 jotting without a place yet:\n  - who plays the surrogate?\n"
    )


def test_quiet_says_nothing_of_good_notes(folder: Path) -> None:
    assert review("check", "-q", "her.yaml", cwd=folder) == Ran(0, "", "")


def test_every_problem_is_printed_at_its_line_and_the_exit_is_two(folder: Path) -> None:
    ran = review("check", "bad.yaml", "--output-format", "compact", cwd=folder)
    assert (ran.code, ran.out) == (
        2,
        (
            "bad.yaml:2:1: error notes-unknown-key “yaer” is no key here. Did you mean “year”?\n"
            "bad.yaml:3:8: error notes-value “8” has no scale. Write 8/10 or the like.\n"
        ),
    )


def test_a_warning_alone_does_not_fail(folder: Path) -> None:
    ran = review("check", "warned.yaml", cwd=folder)
    assert ran.code == 0
    assert ran.out.startswith("warned.yaml:2:9: warning notes-one-text")


def test_json_holds_every_finding_with_its_offsets(folder: Path) -> None:
    ran = review("check", "bad.yaml", "her.yaml", "--format", "json", cwd=folder)
    first = ran.json["files"][0]["findings"][0]
    assert (first["rule"], first["group"], first["match"], first["start"]) == (
        "notes-unknown-key",
        "notes",
        "yaer",
        11,
    )
    assert ran.json["summary"]["errors"] == 2


def test_notes_are_checked_from_standard_input() -> None:
    assert review("check", "-", "--format", "compact", stdin=BAD).out.startswith("-:2:1: error")
    assert review("check", "-", stdin="title: Her\n") == Ran(0, "", "-: fine\n")


def test_empty_standard_input_is_no_notes() -> None:
    ran = review("check", "-")
    assert ran.code == 2
    assert "Standard input is empty." in ran.err


def test_a_file_that_is_not_there_fails_and_the_others_are_checked(folder: Path) -> None:
    ran = review("check", "nope.yaml", "bad.yaml", "--format", "compact", cwd=folder)
    assert ran.code == 2
    assert "nope.yaml: there is no such file." in ran.err
    assert "bad.yaml:2:1" in ran.out


def test_a_draft_is_sent_to_lint(folder: Path) -> None:
    assert "Use `review lint her.md`." in review("check", "her.md", cwd=folder).err


def test_no_more_than_five_of_a_kind_are_folded_away(folder: Path) -> None:
    (folder / "many.yaml").write_text(
        "title: x\n" + "".join(f"k{n}: x\n" for n in range(9)), encoding="utf-8"
    )
    assert review("check", "many.yaml", cwd=folder).out.count("notes-unknown-key") == 9


def test_the_schema_is_printed() -> None:
    ran = review("schema", "notes")
    assert ran.code == 0
    jsonschema.Draft202012Validator.check_schema(ran.json)


def test_init_writes_notes_under_the_slug_of_the_title(tmp_path: Path) -> None:
    ran = review("init", "Her/It: Us?", cwd=tmp_path, XDG_DATA_HOME=str(tmp_path / "data"))
    assert (ran.code, ran.out) == (0, "")
    text = (tmp_path / "her-it-us.yaml").read_text(encoding="utf-8")
    modeline, _, rest = text.partition("\n")
    schema = tmp_path / "data" / "review" / "notes.schema.json"
    assert modeline == f"# yaml-language-server: $schema={schema.as_uri()}"
    assert schema.read_text(encoding="utf-8") == review("schema", "notes").out
    assert 15 <= rest.count("\n") <= 25
    assert load_notes("x", text).title == "Her/It: Us?"
    assert review("check", "her-it-us.yaml", cwd=tmp_path) == Ran(0, "", "her-it-us.yaml: fine\n")


def test_init_writes_over_nothing_without_force(tmp_path: Path) -> None:
    (tmp_path / "her.yaml").write_text("mine", encoding="utf-8")
    ran = review("init", "Her", cwd=tmp_path, XDG_DATA_HOME=str(tmp_path / "data"))
    assert ran.code == 2
    assert "already exists" in ran.err
    assert (tmp_path / "her.yaml").read_text(encoding="utf-8") == "mine"
    assert review("init", "Her", "--force", cwd=tmp_path, XDG_DATA_HOME=str(tmp_path / "data")).code == 0


def test_init_prints_for_a_dash_and_takes_values(tmp_path: Path) -> None:
    given = [
        "--set",
        "year=2013",
        "--set",
        "cast=[A B as C, {name: D E, role: F}]",
        "--set",
        "audience=you: all",
    ]
    ran = review("init", "No", "-o", "-", *given, cwd=tmp_path, XDG_DATA_HOME=str(tmp_path / "data"))
    notes = load_notes("x", ran.out)
    assert (notes.title, notes.year, notes.audience) == ("No", 2013, "you: all")
    assert [member.roles for member in notes.cast] == [("C",), ("F",)]
    assert list(tmp_path.glob("*.yaml")) == []


def test_init_takes_a_file_to_write(tmp_path: Path) -> None:
    assert (
        review("init", "merry-christmas.yaml", cwd=tmp_path, XDG_DATA_HOME=str(tmp_path / "data")).code == 0
    )
    assert (
        load_notes("x", (tmp_path / "merry-christmas.yaml").read_text(encoding="utf-8")).title
        == "Merry Christmas"
    )


def test_init_puts_notes_into_a_folder(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    assert review("init", "Her", "-o", "notes", cwd=tmp_path, XDG_DATA_HOME=str(tmp_path / "data")).code == 0
    assert (tmp_path / "notes" / "her.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "There is no title."),
        (["  "], "There is no title."),
        (["Her", "--kind", "ballet"], "There is no kind “ballet”."),
        (
            ["Her", "--set", "yaer=1", "--set", "year=x"],
            "--set yaer: “yaer” is no key here. Did you mean “year”?",
        ),
        (["Her", "--set", "year=x"], "--set year: “x” is no year."),
    ],
)
def test_init_says_what_is_wrong(arguments: list[str], words: str, tmp_path: Path) -> None:
    ran = review("init", *arguments, cwd=tmp_path, XDG_DATA_HOME=str(tmp_path / "data"))
    assert ran.code == 2
    assert words in ran.err
    assert list(tmp_path.glob("*.yaml")) == []


def test_init_works_where_no_schema_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder", encoding="utf-8")
    ran = review("init", "Her", "-o", "-", cwd=tmp_path, XDG_DATA_HOME=str(tmp_path / "data"))
    assert ran.code == 0
    assert "$schema" not in ran.out


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Dune: Part Two", "dune-part-two"),
        ("Her/It: Us?", "her-it-us"),
        ("../../etc/passwd", "etc-passwd"),
        ("Amélie & Łódź", "amelie-and-lodz"),
        ("Howl's Moving Castle", "howls-moving-castle"),
        ("戦場のメリークリスマス", "戦場のメリークリスマス"),
        ("기생충", "기생충"),
        ("Сталкер (1979)", "сталкер-1979"),
        ("???", "untitled"),
        ("Con", "con-notes"),
        ("x" * 400, "x" * 180),
    ],
)
def test_a_slug_is_a_file_name_that_people_know_again(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text(max_size=300))
def test_any_title_makes_a_safe_file_name(title: str) -> None:
    slug = slug_of(title)
    assert slug
    assert len(slug.encode("utf-8", "surrogatepass")) <= 200
    assert not set(slug) & set('/\\:*?"<>|.\0\n ')


TITLES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).map(
    lambda text: re.sub(r"[ \t\r\n]+", " ", text).strip(" ")
)


@given(TITLES.filter(str.strip))
@example("No")
@example("12:08")
@example("*batteries")
@example('He said: "no"')
@example("~")
@example("- x")
@example("# x")
@example("a #1")
@example("{x}")
@example("x\x85\u3000y")
@example("😀 \u2028 x")
def test_any_title_is_read_back_from_the_notes_that_init_writes(title: str) -> None:
    text = starter_notes(title, values=values_with(title, []))
    notes, findings = parse_notes(text)
    assert findings == ()
    assert notes is not None
    assert notes.title == title


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_is_written_so_that_it_reads_back(text: str) -> None:
    from reviewcli.texts.yaml.nodes import plain_value
    from reviewcli.texts.yaml.reading import read_yaml

    node = read_yaml(f"a:\n  - {text_of_notes(text)}\n", "x")
    assert plain_value(node) == {"a": [text]}
