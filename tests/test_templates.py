"""Templates in layers, the command that shows and copies them, and what every one of them holds to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from program import review
from reviewcli.draft import Settings, draft
from reviewcli.draft.folders import templates_in_force
from reviewcli.draft.templates import find_template
from reviewcli.notes import load_notes

CASES = Path(__file__).parent / "cases"
ALL = [found.called for found in templates_in_force(()) if found.kind != "shared"]
WHOLE = [name for name in ALL if not name.endswith(("capsule", "short"))]
KINDS = ("film", "documentary", "series", "book", "game", "album", "theatre", "restaurant")
BY_NAME = {"documentary": "subjects", "album": "tracks", "restaurant": "dishes", "book": None}


def told(mark: str) -> list[str]:
    return [f"never {mark}one the frame", f"but {mark}two is cold", f"Nobody {mark}three waits.", f"hidden {mark}four [spoiler]"]  # fmt: skip


def notes_of(kind: str) -> str:
    """Notes of a kind in which every point has a word of its own."""
    named = BY_NAME.get(kind, "performances")
    notes = {
        "title": "Us",
        "kind": kind,
        "year": 1999,
        "opening": "It rains.",
        "context": told("con"),
        "synopsis": told("syn"),
        "craft": {"direction": told("dir"), "music": told("mus")},
        "themes": told("the"),
        "critique": {"strengths": told("str"), "weaknesses": told("wea")},
        "verdict": told("ver"),
        "audience": "for the patient",
        "score": "4/5",
        "spoilers": ["the xyzzy sinks"],
    }
    if named:
        notes[named] = {"Ann Lee": told("ann"), "Bo Day": told("bod")}
    if kind in ("album", "restaurant"):  # there is no story to tell or to give away
        del notes["synopsis"], notes["spoilers"]
    if kind == "restaurant":
        del notes["themes"]
    return yaml.safe_dump(notes, sort_keys=False)


def drafted(name: str, **settings: object) -> str:
    kind = name.partition("/")[0]
    notes = load_notes("notes.yaml", notes_of(kind))
    return draft(notes, find_template(name, kind), Settings(front_matter=False, **settings))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_standard_and_a_capsule(kind: str) -> None:
    assert {f"{kind}/standard", f"{kind}/capsule"} <= set(ALL)


@pytest.mark.parametrize("name", WHOLE)
def test_every_point_is_in_the_draft_once_and_in_order(name: str) -> None:
    text = drafted(name)
    marks = re.findall(r"told|\b([a-z]{3})(?:one|two|three)\b", text)
    expected = set(re.findall(r"\b([a-z]{3})one\b", notes_of(name.partition("/")[0])))
    assert set(marks) - {""} == expected
    for mark in expected:
        places = [text.index(f"{mark}{number}") for number in ("one", "two", "three")]
        assert places == sorted(places)
        assert all(text.count(f"{mark}{number}") == 1 for number in ("one", "two", "three"))


@pytest.mark.parametrize("name", ALL)
def test_no_word_of_a_spoiler_is_drafted_unless_asked_for(name: str) -> None:
    text = drafted(name)
    assert "four" not in text
    assert "xyzzy" not in text
    for mark, sign in (
        ("callout", "> [!spoiler]"),
        ("details", "<details>"),
        ("shortcode", "{{< spoiler >}}"),
    ):
        told_all = drafted(name, spoilers=True, spoiler_mark=mark)
        before, _, block = told_all.partition(sign)
        assert "xyzzy" in block or name.startswith(("album", "restaurant"))
        assert "dirfour" in block
        assert "four" not in before


@pytest.mark.parametrize("name", ALL)
def test_a_draft_is_clean(name: str) -> None:
    text = drafted(name)
    assert "None" not in text
    assert not re.search(
        r"[,;:]\s*[.,;:!?]|(?<!\.)\.\.(?!\.)| [.,;:!?]|\(\)|  ", re.sub(r"<!--.*?-->|\*\*", "", text)
    )
    assert not re.search(r"^#+ .*\n+(?=#|\Z)", text, re.MULTILINE)


@pytest.mark.parametrize("name", ["film/capsule", "book/capsule"])
def test_a_capsule_takes_whole_points(name: str) -> None:
    long = " ".join(["word"] * 30)
    points = [f"one{number} {long}." for number in range(9)]
    source = yaml.safe_dump(
        {"title": "Us", "kind": name.partition("/")[0], "synopsis": points, "verdict": points}
    )
    text = draft(
        load_notes("x", source), find_template(name, name.partition("/")[0]), Settings(front_matter=False)
    )
    assert 60 < len(text.split()) < 165
    assert text.count(long + ".") == len(re.findall(r"[Oo]ne\d", text))


def test_a_point_is_not_taken_without_what_carries_on_from_it() -> None:
    source = (
        "title: Us\nperformances: {Ann: [too much mime, but the stillness is frightening]}\nverdict: See it."
    )
    text = draft(load_notes("x", source), find_template("capsule"), Settings(front_matter=False))
    assert "too much mime, but the stillness is frightening." in text


# Layers


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "her.yaml").write_text(
        "title: Her\nthemes: shame\nextra: {house: Tin Roof}\n", encoding="utf-8"
    )
    (tmp_path / ".review.yaml").write_text("templates: house\n", encoding="utf-8")
    (tmp_path / "house" / "shared").mkdir(parents=True)
    return tmp_path


def test_one_block_of_a_house_overrides_one_block(house: Path) -> None:
    (house / "house" / "shared" / "verdict.md.j2").write_text(
        "{{ notes.extra.house }} says so.\n", encoding="utf-8"
    )
    ran = review("new", "her.yaml", cwd=house)
    assert "## Verdict\n\nTin Roof says so.\n" in ran.out
    assert "The film is about shame." in ran.out
    assert "Tin Roof" not in review("new", "her.yaml", "--isolated", cwd=house).out


def test_a_house_builds_on_ours_of_the_same_name(house: Path) -> None:
    (house / "house" / "film").mkdir()
    file = house / "house" / "film" / "standard.md.j2"
    file.write_text(
        '{% extends "built-in/film/standard.md.j2" %}\n{% block footer %}{{ notes.extra.house }}{% endblock %}\n',
        encoding="utf-8",
    )
    ran = review("new", "her.yaml", cwd=house)
    assert ran.out.endswith("\nTin Roof\n")
    file.write_text('{% extends "film/standard.md.j2" %}\n', encoding="utf-8")
    ran = review("new", "her.yaml", cwd=house)
    assert ran.code == 2
    assert "built-in/" in ran.err


def test_the_users_folder_comes_before_ours_and_after_the_house(house: Path) -> None:
    user = house / "config" / "review" / "templates" / "shared"
    user.mkdir(parents=True)
    (user / "verdict.md.j2").write_text("Mine.\n", encoding="utf-8")
    shown = review("new", "her.yaml", cwd=house, XDG_CONFIG_HOME=str(house / "config")).out
    assert "## Verdict\n\nMine.\n" in shown
    (house / "house" / "shared" / "verdict.md.j2").write_text("The house's.\n", encoding="utf-8")
    shown = review("new", "her.yaml", cwd=house, XDG_CONFIG_HOME=str(house / "config")).out
    assert "## Verdict\n\nThe house's.\n" in shown


def test_the_list_says_where_each_comes_from(house: Path) -> None:
    (house / "house" / "shared" / "verdict.md.j2").write_text("x\n", encoding="utf-8")
    ran = review("template", "list", cwd=house)
    assert ran.code == 0
    (line,) = [line for line in ran.out.splitlines() if line.startswith("shared/verdict ")]
    assert "house" in line
    (line,) = [line for line in ran.out.splitlines() if line.startswith("book/capsule ")]
    assert "built in" in line


def test_a_copy_is_made_once(house: Path) -> None:
    ran = review("template", "eject", "book/capsule", cwd=house)
    assert (ran.code, ran.out) == (0, "")
    copy = house / "house" / "book" / "capsule.md.j2"
    assert (
        copy.read_text(encoding="utf-8")
        == review("template", "show", "book/capsule", "--isolated", cwd=house).out
    )
    copy.write_text("mine", encoding="utf-8")
    assert review("template", "eject", "book/capsule", cwd=house).code == 2
    assert copy.read_text(encoding="utf-8") == "mine"
    assert review("template", "eject", "capsule", "--to", "elsewhere", cwd=house).code == 0
    assert (house / "elsewhere" / "film" / "capsule.md.j2").is_file()


def test_an_unknown_template_names_the_nearest(house: Path) -> None:
    ran = review("template", "show", "book/capsul", cwd=house)
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean “book/capsule”?" in ran.err
