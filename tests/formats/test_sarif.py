"""The format sarif: valid, exact, and the same from run to run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema  # type: ignore[import-untyped]  # no stubs are needed for two calls
import pytest

from program import ROOT, review

SCHEMA = json.loads((ROOT / "tests" / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
DRAFT = "# Her 🎬\n\n🎬 It is the the end, and could of been a masterclass in tension.\n"


def log_of(*arguments: str, cwd: Path) -> dict[str, Any]:
    ran = review("lint", *arguments, "--output-format", "sarif", "--grammar", "off", cwd=cwd)
    log: dict[str, Any] = ran.json
    jsonschema.validate(log, SCHEMA)
    return log


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a b é.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def test_columns_are_code_points(folder: Path) -> None:
    (run,) = log_of("a b é.md", cwd=folder)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    doubled = next(it for it in run["results"] if it["ruleId"] == "doubled-word")
    region = doubled["locations"][0]["physicalLocation"]["region"]
    assert (
        DRAFT.splitlines()[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
        == "the the"
    )
    assert region["snippet"]["text"] == "the the"
    assert doubled["level"] == "error"


def test_a_fix_says_what_to_put_where(folder: Path) -> None:
    (run,) = log_of("a b é.md", cwd=folder)["runs"]
    doubled = next(it for it in run["results"] if it["ruleId"] == "doubled-word")
    (fix,) = doubled["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    region = replacement["deletedRegion"]
    start = region["charOffset"]
    fixed = DRAFT[:start] + replacement["insertedContent"]["text"] + DRAFT[start + region["charLength"] :]
    assert "It is the end" in fixed


def test_rules_come_with_their_manual(folder: Path) -> None:
    (run,) = log_of("a b é.md", cwd=folder)["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    (doubled,) = [rule for rule in rules if rule["id"] == "doubled-word"]
    assert doubled["shortDescription"]["text"] == "The same word stands twice in a row."
    assert "review rule doubled-word" in doubled["help"]["markdown"]


def test_paths_are_relative_uris(folder: Path) -> None:
    (run,) = log_of("a b é.md", cwd=folder)["runs"]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a%20b%20%C3%A9.md"
    assert run["artifacts"][0]["location"]["uriBaseId"] in run["originalUriBaseIds"]
    assert str(folder) not in json.dumps(run)
    (folder / "10:30.md").write_text("Fine.\n")
    (run,) = log_of("10:30.md", cwd=folder)["runs"]
    assert unquote(run["artifacts"][0]["location"]["uri"]) == "10:30.md"
    assert ":" not in run["artifacts"][0]["location"]["uri"]


def test_a_path_from_the_root_stays_one(folder: Path) -> None:
    (run,) = log_of(str(folder / "a b é.md"), cwd=folder)["runs"]
    location = run["artifacts"][0]["location"]
    assert location == {"uri": (folder / "a b é.md").as_uri()}


def test_a_file_that_cannot_be_read_is_told_of(folder: Path) -> None:
    (run,) = log_of("none.md", "a b é.md", cwd=folder)["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert "there is no such file" in notification["message"]["text"]
    assert run["results"]


def test_fingerprints_outlive_lines_that_move(folder: Path) -> None:
    def prints() -> list[str]:
        (run,) = log_of("a b é.md", cwd=folder)["runs"]
        return [it["partialFingerprints"]["matchInLine/v1"] for it in run["results"]]

    before = prints()
    assert len(set(before)) == len(before)
    (folder / "a b é.md").write_text(
        DRAFT.replace("# Her 🎬\n", "# Her 🎬\n\nA line more.\n"), encoding="utf-8"
    )
    assert set(before) <= set(prints())


def test_an_empty_run_is_valid(folder: Path) -> None:
    (folder / "none.md").write_text("")
    (run,) = log_of("none.md", cwd=folder)["runs"]
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]
