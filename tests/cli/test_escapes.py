"""What files and servers bring moves nothing on a terminal, wherever it is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reviewcli
from program import Ran, review
from reviewcli.texts.printable import escaped

EVIL = "\x1b]0;PWN\x07\x1b[31mred\x9b2J\u202egnp.exe\u2066\u2029"
IN_YAML = r"\e]0;PWN\a\e[31mred\u009b2J\u202egnp.exe\u2066"
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def harmless(ran: Ran) -> bool:
    return not HARMFUL.search(ran.err + ran.out)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "her.yaml").write_text(f'title: Her\nyear: 2013\njottings: ["{IN_YAML}"]\n')
    (tmp_path / "her.md").write_text("# *Her* (2013)\n\nShe carries the the film.\n")
    return tmp_path


def front(desk: Path, text: str) -> None:
    (desk / "her.md").write_text(f"---\n{text}\n---\n\n# *Her* (2012)\n\nShe carries the the film.\n")


@pytest.mark.parametrize("key", ["notes", "profile"])
def test_what_front_matter_says_is_told_harmlessly(desk: Path, key: str) -> None:
    front(desk, f'review: {{{key}: "{IN_YAML}"}}')
    for command in ("lint", "facts", "stats", "outline", "update"):
        ran = review(command, "her.md", cwd=desk)
        assert harmless(ran), (command, ran)
    said = review("lint", "--grammar", "off", "her.md", cwd=desk).err
    assert r"\x1b]0;PWN\x07\x1b[31mred\x9b2J\u202egnp.exe\u2066" in said


@pytest.mark.parametrize(
    "config",
    [
        'dialect: "{}"',
        '"{}": 1',
        'templates: "{}"',
        'notes: "{}"',
        'output: "{}/{{slug}}.md"',
        'author: "{}"',
    ],
)
def test_what_a_config_says_is_told_harmlessly(desk: Path, config: str) -> None:
    (desk / ".review.yaml").write_text(config.format(IN_YAML) + "\n")
    for command in (("lint", "her.md"), ("config",), ("template", "list"), ("template", "eject", "capsule")):
        assert harmless(review(*command, cwd=desk, XDG_CONFIG_HOME=str(desk / "config"))), command


def test_notes_words_templates_and_names_of_files_are_told_harmlessly(desk: Path) -> None:
    (desk / ".review-dictionary.txt").write_text(f"{EVIL}x\n")
    (desk / ".review.yaml").write_text("templates: house\n")
    (desk / "house" / "film").mkdir(parents=True)
    (desk / "house" / "film" / f"{EVIL[:9]}.md.j2").write_text(f"{{# {EVIL} #}}\n{{{{ nothing }}}}\n")
    (desk / f"{EVIL[:9]}.md").write_text("The the end, \x1b[31mred.\n")
    jottings = desk / "jottings.yaml"
    jottings.write_text(f'- "{IN_YAML}"\n')
    for command in (
        ("check", "her.yaml"),
        ("check", "jottings.yaml"),
        ("check", "--fix", "her.yaml"),
        ("words", "list"),
        ("words", "add", f"{EVIL[:9]}y"),
        ("template", "list"),
        ("new", "her.yaml", "-t", EVIL[:9]),
        ("new", f"{EVIL[:9]}.md"),
        ("lint", f"{EVIL[:9]}.md"),
        ("lint", f"{EVIL[:9]}.gone.md"),
        ("lint", "--config", EVIL[:9], "her.md"),
        (EVIL[:9],),
        ("rule", EVIL[:9]),
        ("cache", "show"),
    ):
        ran = review(*command, cwd=desk, XDG_CONFIG_HOME=str(desk / "config"))
        assert harmless(ran), (command, ran)
    assert r"\x1b]0;PWN\x07" in review("words", "list", cwd=desk).out


def test_the_sheet_of_facts_is_harmless(desk: Path) -> None:
    (desk / "her.yaml").write_text(
        f'title: Her\nyear: 2013\ncast:\n  - name: "Joaquin {IN_YAML}"\n    role: Theodore\n'
    )
    (desk / "her.md").write_text("# *Her* (2012)\n\nJoaquin \x1b[31mPhoenix plays Theo\u202edore in 2012.\n")
    for form in ("text", "markdown"):
        ran = review("facts", "her.md", "--format", form, cwd=desk)
        assert "2012" in ran.out
        assert harmless(ran), ran


def test_a_draft_goes_into_a_pipe_as_it_is(desk: Path) -> None:
    (desk / "her.md").write_text("# *Her*\n\nA\u200fB \u202eC.\n")
    assert "A\u200fB \u202eC." in review("strip", "her.md", cwd=desk).out


def test_letters_stay_as_they_are() -> None:
    text = "Sigur Rós 漢字 “Ænima” 👩\u200d🚀 \u00adsoft\n\ttab\n"
    assert escaped(text) == text
    assert escaped("a\rb\x00\ud800") == r"a\rb\x00\ud800"


def test_one_place_writes_what_files_brought() -> None:
    folder = Path(reviewcli.__file__).parent / "cli"
    writing = {
        file.stem
        for file in folder.glob("*.py")
        if re.search(r"(stdout|stderr)\.write\(|\bprint\(", file.read_text(encoding="utf-8"))
    }
    # The others write texts of ours alone: pages of rules, schemas, the version, a bar.
    assert writing == {"_saying", "rule", "schema", "_app", "_progress"}
