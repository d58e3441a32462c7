"""The config file: found, read, and every problem at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import ROOT, review
from reviewcli.config import Config, Configs


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
        f"{file}:2:10: “grammar” is one of auto, harper, languagetool, both, off, not “haprer”.",
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
        f"{file}:3:3: “clishe” is no rule and no group of rules. Did you mean “cliche”?",
        f"{file}:2:12: “lvl” is no option of cliche. Did you mean “level”?",
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
