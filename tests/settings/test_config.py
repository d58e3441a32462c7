"""The config file: found, read, and every problem at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import ROOT, review
from reviewcli.settings.config import Config
from reviewcli.settings.finding import Configs


def test_the_example_shows_every_key_with_its_default() -> None:
    loaded = Configs(str(ROOT / "config.example.yaml")).for_file(None)
    assert loaded.config == Config()
    text = (ROOT / "config.example.yaml").read_text()
    assert [key for key in Config.__struct_fields__ if f"\n{key}:" not in text] == []


def test_the_nearest_file_upward_counts_and_is_not_merged(tmp_path: Path) -> None:
    inner = tmp_path / "house" / "drafts"
    inner.mkdir(parents=True)
    (tmp_path / ".review.yaml").write_text("grammar: off\nprofile: long\n")
    (tmp_path / "house" / ".review.yaml").write_text("profile: short\n")
    config = Configs().for_file(inner / "her.md").config
    assert config.profile == "short"
    assert config.grammar == "auto"


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    (tmp_path / ".review.yaml").write_text("grammar: nonsense\n")
    assert Configs(isolated=True).for_file(tmp_path / "her.md").config == Config()


def test_every_problem_is_told_at_its_line(tmp_path: Path) -> None:
    file = tmp_path / ".review.yaml"
    file.write_text("profil: standard\ngrammar: haprer\nheadings: perhaps\nignore: {a: b}\n")
    ran = review("config", "--config", file)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.splitlines() == [
        f"{file}:1:1: “profil” is no setting. Did you mean “profile”?",
        f"{file}:2:10: “grammar” is one of auto, harper, languagetool, both, off, not “haprer”. Did you mean “harper”?",
        f"{file}:3:11: “headings” is yes or no, not “perhaps”.",
        f"{file}:4:9: “ignore” is a list of texts, not a mapping.",
    ]


def test_review_config_prints_settings_that_it_can_read_again(tmp_path: Path) -> None:
    (tmp_path / ".review.yaml").write_text("profile: short\nheadings: no\nrules:\n  cliche: off\n")
    ran = review("config", cwd=tmp_path)
    assert ran.code == 0
    assert "# default" in ran.out
    (line,) = [line for line in ran.out.splitlines() if line.startswith("profile")]
    assert line.endswith(".review.yaml:1:1")
    again = tmp_path / "again.yaml"
    again.write_text(ran.out)
    assert Configs(str(again)).for_file(None).config == Configs().for_file(tmp_path / "x.md").config


@pytest.mark.parametrize("flag", ["--config", "--isolated"])
def test_global_options_stand_before_or_after_the_command(tmp_path: Path, flag: str) -> None:
    file = tmp_path / "house.yaml"
    file.write_text("profile: long\n")
    options = [flag, str(file)] if flag == "--config" else [flag]
    before, after = review(*options, "config", cwd=tmp_path), review("config", *options, cwd=tmp_path)
    assert before == after
    assert ('profile: "long"' in before.out) is (flag == "--config")


def test_a_wrong_option_of_a_rule_is_told_at_its_line(tmp_path: Path) -> None:
    (tmp_path / ".review.yaml").write_text(
        "rules:\n  cliche: {lvl: error}\n  clishe: off\n  doubled-word: {level: grave}\n"
    )
    ran = review("lint", "--grammar", "off", stdin="The film.\n", cwd=tmp_path)
    assert ran.code == 2
    file = tmp_path / ".review.yaml"
    assert ran.err.splitlines() == [
        f"{file}:2:12: “lvl” is no option of cliche. Did you mean “level”?",
        f"{file}:3:3: “clishe” is no rule and no group of rules. Did you mean “cliche”?",
        f"{file}:4:18: “grave” is no level of doubled-word. Levels are error, warning, suggestion and off.",
    ]


def test_standard_input_takes_the_config_beside_the_name_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / ".review.yaml").write_text("ignore: [doubled-word]\n")
    draft = "She carries the the film.\n"
    assert review("lint", "--grammar", "off", stdin=draft, cwd=tmp_path).code == 1
    named = review("lint", "--grammar", "off", "--stdin-filename", "house/her.md", stdin=draft, cwd=tmp_path)
    assert (named.code, named.out) == (0, "")


def test_verbose_says_which_config_notes_and_profile_are_used(tmp_path: Path) -> None:
    (tmp_path / ".review.yaml").write_text("profile: short\n")
    ran = review("lint", "-v", "--grammar", "off", stdin="She carries the film.\n", cwd=tmp_path)
    assert f"-: config {tmp_path}/.review.yaml, notes none, profile short" in ran.err


def test_overrides_are_for_the_files_that_they_name(tmp_path: Path) -> None:
    (tmp_path / ".review.yaml").write_text(
        "rules: {cliche: {level: error}}\n"
        "overrides:\n"
        "  - files: capsules/*.md\n"
        "    ignore: [doubled-word]\n"
        "  - files: [late.md, '*.txt']\n"
        "    rules: {cliche: off}\n"
        "    fail_on: never\n"
    )
    (tmp_path / "capsules").mkdir()
    for name in ("her.md", "late.md", "capsules/her.md", "capsules/late.md"):
        (tmp_path / name).write_text(
            "At the end of the day, the the score is loud.\n\nPhoenix stands still.\n"
        )

    def found(name: str, cwd: Path = tmp_path) -> tuple[int, list[str]]:
        arguments = ("lint", "--grammar", "off", "--no-notes", "--output-format", "json", name)
        ran = review(*arguments, "--select", "wording,doubled-word", cwd=cwd)
        return ran.code, [each["rule"] for each in ran.json["files"][0]["findings"]]

    assert found("her.md") == (1, ["cliche", "doubled-word"])
    assert found("late.md") == (0, ["doubled-word"])
    assert found("capsules/her.md") == (1, ["cliche"])
    assert found("capsules/late.md") == (0, [])
    assert found("her.md", cwd=tmp_path / "capsules") == (1, ["cliche"])


def test_problems_of_settings_rules_and_overrides_are_told_at_once_in_order(tmp_path: Path) -> None:
    file = tmp_path / ".review.yaml"
    file.write_text(
        "ignore: [clishe]\n"
        "rules:\n"
        "  doubled-word: {alow: [bye]}\n"
        "gramar: off\n"
        "overrides:\n"
        "  - profile: capsule\n"
        "  - files: a.md\n"
        "    include: [b.md]\n"
        "    rules: {hedge: loud}\n"
        "    fail_on: always\n"
    )
    for command in (("config",), ("lint", "--grammar", "off", "--no-notes")):
        ran = review(*command, stdin="Her.\n", cwd=tmp_path)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines() == [
            f"{file}:1:10: “clishe” is no rule and no group of rules. Did you mean “cliche”?",
            f"{file}:3:18: “alow” is no option of doubled-word. Did you mean “allow”?",
            f"{file}:4:1: “gramar” is no setting. Did you mean “grammar”?",
            f'{file}:6:5: an override is for some files. Name them: files: "capsules/*.md"',
            f"{file}:8:5: “include” is for the whole config, not for some files.",
            f"{file}:9:13: “loud” is no level of hedge. Levels are error, warning, suggestion and off.",
            f"{file}:10:14: “fail_on” is one of error, warning, suggestion, never, not “always”.",
        ]


def test_a_flag_that_names_no_rule_says_what_may_be_meant() -> None:
    for flag in ("--select", "--ignore", "--extend-select"):
        ran = review("lint", "--grammar", "off", "--isolated", flag, "clishe,wordng", stdin="Her.\n")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines() == [
            "“clishe” is no rule and no group of rules. Did you mean “cliche”?",
            "“wordng” is no rule and no group of rules. Did you mean “wording”?",
        ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("select: cliche\n", ':1:9: “select” is a list of texts, not “cliche”. Write select: ["cliche"]'),
        ("fail_on: warnings\n", " not “warnings”. Did you mean “warning”?"),
        ("dialect: en_GB\n", " not “en_GB”. Did you mean “en-GB”?"),
        ("rules: off\n", ":1:8: “rules” is a mapping, not “off”. For example: rules: {cliche: off}"),
        (
            "rules:\n  hedge: {least: many}\n",
            ":2:11: “many” does not suit hedge.least, which is a whole number.",
        ),
        (
            "rules:\n  hedge: {rate: [3]}\n",
            ":2:11: what is written does not suit hedge.rate, which is a number.",
        ),
        (
            "rules:\n  hedge: 3\n",
            "off. An option has its name: hedge: {NAME: 3}; `review rule hedge` lists them.",
        ),
        ("profile: standrd\n", ":1:1: There is no profile “standrd”. Did you mean “standard”?"),
        ("profile: ./house.yaml\n", ":1:1: There is no profile "),
    ],
)
def test_a_wrong_setting_is_told_with_its_place_and_what_to_write(
    tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / ".review.yaml").write_text(text)
    (tmp_path / "her.md").write_text("It rains.\n")
    ran = review("lint", "--grammar", "off", "--no-notes", "her.md", cwd=tmp_path)
    assert ran.code == 2
    assert told in ran.err
    assert ran.err.count("\n") <= 2


def test_a_folder_of_notes_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / ".review.yaml").write_text("notes: nope\n")
    (tmp_path / "her.md").write_text("It rains.\n")
    ran = review("lint", "--grammar", "off", "her.md", cwd=tmp_path)
    assert ran.code == 0
    assert ".review.yaml:1:1: “nope” is no folder, so no notes are found there.\n" in ran.err
    (tmp_path / "nope").mkdir()
    assert "is no folder" not in review("lint", "--grammar", "off", "her.md", cwd=tmp_path).err


def test_a_bracket_that_the_file_ends_in_is_named(tmp_path: Path) -> None:
    (tmp_path / ".review.yaml").write_text("select: [\n")
    ran = review("config", cwd=tmp_path)
    assert ran.code == 2
    assert ".review.yaml:1:9: The “[” is not closed on its line." in ran.err
