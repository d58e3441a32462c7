"""Profiles: ours by name, a house's in a file of its own, the dialect, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import review
from reviewcli.linting.profiles import load_profile, profile_names
from reviewcli.texts.errors import ReviewError

HOUSE = "based_on: standard\ndialect: en-GB\nrules:\n  cliche: off\n  length-out-of-range: {min_words: 5}\n"
DRAFT = "# Her\n\nThe color of the film is a masterclass in blue. It has 4 rooms, and nobody is in them.\n"


def house(folder: Path, text: str = HOUSE) -> Path:
    path = folder / "house.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def rules_found(folder: Path, *arguments: str) -> set[str]:
    (folder / "her.md").write_text(DRAFT, encoding="utf-8")
    ran = review("lint", "her.md", "--grammar", "off", "--format", "json", *arguments, cwd=folder)
    assert ran.code in (0, 1), ran.err
    return {finding["rule"] for finding in ran.json["files"][0]["findings"]}


def test_there_are_six_and_each_sets_a_length_and_the_style_of_titles() -> None:
    assert profile_names() == ["academic", "blog", "capsule", "long", "short", "standard"]
    for name in profile_names():
        profile = load_profile(name)
        assert int(profile.option("length-out-of-range", "min_words")) > 0
        assert profile.option("title-format", "style") == "italic"


def test_a_house_profile_goes_over_the_one_that_it_is_based_on_option_by_option(tmp_path: Path) -> None:
    profile = load_profile("house.yaml", house(tmp_path).parent)
    assert profile.dialect == "en-GB"
    assert profile.rules["cliche"] == "off"
    assert profile.rules["length-out-of-range"] == {"min_words": "5", "max_words": "850"}
    assert profile.option("score-scale", "required") == "true"


def test_a_profile_may_be_based_on_a_file_and_not_on_itself(tmp_path: Path) -> None:
    (tmp_path / "second.yaml").write_text("based_on: ./house.yaml\nrules: {}\n", encoding="utf-8")
    house(tmp_path)
    assert load_profile("./second.yaml", tmp_path).rules["cliche"] == "off"
    house(tmp_path, "based_on: second.yaml\n")
    with pytest.raises(ReviewError, match="is based on itself"):
        load_profile("house.yaml", tmp_path)


def test_the_config_names_a_profile_by_its_file_beside_it(tmp_path: Path) -> None:
    house(tmp_path)
    (tmp_path / ".review.yaml").write_text("profile: ./house.yaml\n", encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    found = rules_found(tmp_path / "drafts")
    assert {"spelling-variant", "number-style", "score-scale"} <= found
    assert not {"cliche", "length-out-of-range"} & found


def test_a_flag_names_one_from_where_it_is_typed_and_a_draft_from_where_it_lies(tmp_path: Path) -> None:
    house(tmp_path)
    assert "number-style" in rules_found(tmp_path, "--profile", "house.yaml")
    own = tmp_path / "sub"
    own.mkdir()
    (own / "it.md").write_text(f"---\nreview: {{profile: ../house.yaml}}\n---\n\n{DRAFT}", encoding="utf-8")
    ran = review("lint", "sub/it.md", "--grammar", "off", "--format", "compact", cwd=tmp_path)
    assert "number-style" in ran.out


def test_without_a_profile_the_house_rules_say_nothing(tmp_path: Path) -> None:
    house_rules = {"number-style", "score-scale", "title-format", "length-out-of-range", "spelling-variant"}
    assert not rules_found(tmp_path) & house_rules


def test_a_dialect_of_the_config_is_that_of_the_spelling_rule(tmp_path: Path) -> None:
    (tmp_path / ".review.yaml").write_text("dialect: en-GB\n", encoding="utf-8")
    assert "spelling-variant" in rules_found(tmp_path)
    assert "spelling-variant" not in rules_found(tmp_path, "--dialect", "en-US")
    (tmp_path / ".review.yaml").write_text(
        "dialect: en-GB\nrules: {spelling-variant: off}\n", encoding="utf-8"
    )
    assert "spelling-variant" not in rules_found(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("based_on: standrd\n", "house.yaml:1:11: There is no profile “standrd”. Did you mean “standard”?"),
        ("lengths: 5\n", "house.yaml:1:1: “lengths” is no key of a profile."),
        ("dialect: en-FR\n", "house.yaml:1:10: “dialect” is one of en-US, en-GB"),
        ("rules: [cliche]\n", "house.yaml:1:8: “rules” is a mapping."),
        ("- a\n", "house.yaml:1:1: holds no profile."),
        ("rules: {clichee: off}\n", "house.yaml:1:9: “clichee” is no rule"),
        (
            "rules:\n  cliche: {alow: [a]}\n",
            "house.yaml:2:12: “alow” is no option of cliche. Did you mean “allow”?",
        ),
    ],
)
def test_what_is_wrong_with_a_house_profile_is_told_at_its_place(
    tmp_path: Path, text: str, said: str
) -> None:
    house(tmp_path, text)
    (tmp_path / "her.md").write_text(DRAFT, encoding="utf-8")
    ran = review("lint", "her.md", "--grammar", "off", "--profile", "house.yaml", cwd=tmp_path)
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_missing_file_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match=r"There is no profile .*gone\.yaml"):
        load_profile("gone.yaml", tmp_path)
