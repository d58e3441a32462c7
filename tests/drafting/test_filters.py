"""Templates: their filters as documented, and their mistakes told at their line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from program import ROOT, review
from reviewcli.document.sections import name_of_heading
from reviewcli.drafting import Settings, draft
from reviewcli.drafting.filters import FILTERS, TESTS
from reviewcli.drafting.pen import Pen
from reviewcli.drafting.templates import Template, built_in_folder, find_template
from reviewcli.notes import load_notes
from reviewcli.texts.errors import ReviewError

NOTES = """
title: Her
year: 2013
directors: [Spike Jonze]
writers: [Spike Jonze]
cast: [Joaquin Phoenix as Theodore Twombly, Scarlett Johansson as Samantha (voice)]
crew: {music: Arcade Fire}
based_on: {title: The Seed, author: Laurens van der Post, year: 1963}
runtime: 126
performances: {Phoenix: mumbles}
craft: {music: one tune}
themes: [shame, translation]
comparisons: [Lost in Translation (2003)]
verdict: earns its ending
score: 4.5/5
awards: ["Academy Award, Best Original Screenplay, 2014, won"]
extra: {house: Tin Roof}
"""
EXAMPLE = re.compile(r"Example: `([^`]+)` gives\s+`([^`]*)`")


def examples() -> list[tuple[str, str, str]]:
    return [
        (name, source, result)
        for name, function in {**FILTERS, **TESTS}.items()
        for source, result in EXAMPLE.findall(function.__doc__ or "")
    ]


def rendered(folder: Path, source: str, **files: str) -> str:
    (folder / "house.md.j2").write_text(source, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.md.j2").write_text(text, encoding="utf-8")
    notes = load_notes("notes.yaml", NOTES)
    return draft(notes, find_template(str(folder / "house.md.j2")), Settings(front_matter=False))


@pytest.mark.parametrize(("name", "source", "result"), examples())
def test_a_filter_does_what_its_docstring_shows(name: str, source: str, result: str, tmp_path: Path) -> None:
    text = rendered(tmp_path, source).rstrip("\n")
    assert text.splitlines()[-1] == result


@pytest.mark.parametrize("name", sorted({**FILTERS, **TESTS}))
def test_every_filter_has_an_example_and_stands_in_the_manual(name: str) -> None:
    assert name in {example[0] for example in examples()}
    assert f"`{name}`" in (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "source", "result"), examples())
def test_the_manual_shows_the_same_examples(name: str, source: str, result: str) -> None:
    manual = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    assert source in manual
    assert result in manual


def failure(folder: Path, source: str, **files: str) -> str:
    with pytest.raises(ReviewError) as caught:
        rendered(folder, source, **files)
    return str(caught.value).replace(f"{folder}/", "")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("# x\n{{ notes.tittle }}", "house.md.j2:2: the notes have no “tittle”. Did you mean “title”?"),
        ("{{ notes.seen.when }}", "house.md.j2:1: “when” is asked of something that these notes leave empty. Ask first: {% if … %}."),
        ("{{ note.title }}", "house.md.j2:1: “note” is not defined. Did you mean “notes”?"),
        ("\n\n{{ notes.extra.hous }}", "house.md.j2:3: there is no “hous” here. Did you mean “house”?"),
        ("{{ notes.title | italics }}", "house.md.j2:1: there is no filter “italics”. Did you mean “italic”?"),
        ("{% if x is same_people %}{% endif %}", "house.md.j2:1: there is no test “same_people”. Did you mean “same_people_as”?"),
        ("a\n{% if notes.title %}", "house.md.j2:2: Unexpected end of template."),
        ("{% include 'nowhere.md.j2' %}", "house.md.j2:1: there is no template “nowhere.md.j2”."),
        ("{{ notes.__class__.__mro__ }}", "house.md.j2:1:"),
        ("{{ 1 / 0 }}", "house.md.j2:1: the template fails: division by zero."),
        ("{{ notes.year | italic }}", "house.md.j2:1: the template fails:"),
        ("{% for x in notes.runtime %}{% endfor %}", "house.md.j2:1: the template fails:"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_line(source: str, message: str, tmp_path: Path) -> None:
    assert failure(tmp_path, source).startswith(message)


def test_a_mistake_in_an_included_template_is_told_there(tmp_path: Path) -> None:
    message = failure(tmp_path, "{% include 'block.md.j2' %}", block="fine\n{{ notes.yaer }}")
    assert message == "block.md.j2:2: the notes have no “yaer”. Did you mean “year”?"


def test_an_import_without_context_is_told(tmp_path: Path) -> None:
    source = "{% import 'block.md.j2' as block %}{{ block.one('x') }}"
    assert "with context" in failure(
        tmp_path, source, block="{% macro one(x) %}{{ x | prose }}{% endmacro %}"
    )


def test_a_template_cannot_read_outside_its_folders(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    assert "there is no template" in failure(inner, "{% include '../secret.txt' %}")


def test_notes_are_no_template(tmp_path: Path) -> None:
    notes = load_notes("notes.yaml", "title: '{{ 7 * 7 }}'\nverdict: '{% include \"x\" %}'")
    text = draft(notes, find_template("standard"), Settings(front_matter=False))
    assert "{{ 7 \\* 7 }}" in text
    assert '{% include "x" %}' in text


def test_a_house_template_uses_our_blocks_and_extra(tmp_path: Path) -> None:
    text = rendered(tmp_path, "{{ notes.extra.house }}\n{% include 'shared/film_credits.md.j2' %}")
    assert text.startswith("Tin Roof\nWritten and directed by Spike Jonze.")


def test_an_unknown_template_names_those_there_are() -> None:
    with pytest.raises(ReviewError, match="there is no template “capsul” for a film") as caught:
        find_template("capsul")
    assert "standard" in str(caught.value)
    with pytest.raises(ReviewError, match="there is no template “capsul” for an album"):
        find_template("capsul", "album")
    with pytest.raises(ReviewError, match="there is no template “capsul” for “zine”"):
        find_template("capsul", "zine")
    with pytest.raises(ReviewError, match="there is no such template"):
        find_template("./nowhere.md.j2")


def test_built_in_templates_lie_in_one_folder() -> None:
    assert (built_in_folder() / "film" / "standard.md.j2").is_file()


def test_names_change_from_the_first_mention_to_the_next() -> None:
    notes = load_notes("notes.yaml", NOTES)
    pen = Pen(notes)
    director = notes.directors[0]
    assert [pen.mentions.name(director) for _ in range(3)] == ["Spike Jonze", "Jonze", "Jonze"]


def test_a_template_is_a_value() -> None:
    assert isinstance(find_template("standard"), Template)
    assert find_template("standard") == find_template("standard")


def test_the_list_of_templates_in_the_manual_is_real() -> None:
    manual = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    command, _, output = manual.partition("```console\n$ review ")[2].partition("```")[0].partition("\n")
    assert review(*command.split(), cwd=ROOT / "docs").out == output


def test_every_heading_of_a_template_is_known_for_a_section() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.j2")]
    headings = {found for source in sources for found in re.findall(r'section\("([^"]+)"', source)}
    assert {"Songs", "Dishes", "Service and room", "Premise"} <= headings
    unknown = [each for each in headings - {"Credits"} if name_of_heading(each) in (None, "other")]
    assert unknown == []
