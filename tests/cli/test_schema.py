"""The schemas of config and reports: valid, true of what the program reads and prints, and closed."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # no stubs are needed for two calls

from program import ROOT, review


@functools.cache
def schema_of(subject: str) -> Draft202012Validator:
    schema = review("schema", subject).json
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def said(subject: str, value: Any) -> list[str]:
    return [error.json_path for error in schema_of(subject).iter_errors(value)]


def test_the_example_config_and_its_defaults_are_valid() -> None:
    assert said("config", yaml.safe_load((ROOT / "config.example.yaml").read_text())) == []


def test_what_review_config_prints_is_valid(tmp_path: Path) -> None:
    (tmp_path / ".review.yaml").write_text(
        "rules: {cliche: off, harper/OxfordComma: warning}\nheadings: no\n"
    )
    assert said("config", yaml.safe_load(review("config", cwd=tmp_path).out)) == []


@pytest.mark.parametrize(
    ("config", "place"),
    [
        ({"profil": "short"}, "$"),
        ({"fail_on": "always"}, "$.fail_on"),
        ({"ignore": ["clishe"]}, "$.ignore[0]"),
        ({"rules": {"clishe": "off"}}, "$.rules"),
        ({"rules": {"cliche": {"lvl": "error"}}}, "$.rules.cliche"),
        ({"rules": {"cliche": "loud"}}, "$.rules.cliche"),
        ({"overrides": [{"profile": "capsule"}]}, "$.overrides[0]"),
        ({"overrides": [{"files": "a.md", "include": []}]}, "$.overrides[0]"),
    ],
)
def test_what_the_program_refuses_the_schema_refuses(config: Any, place: str, tmp_path: Path) -> None:
    assert said("config", config) == [place]
    (tmp_path / ".review.yaml").write_text(yaml.safe_dump(config))
    assert review("config", cwd=tmp_path).code == 2


def test_reports_are_as_their_schema_says(tmp_path: Path) -> None:
    (tmp_path / "her.md").write_text("She carries the the film.\n" * 30)
    (tmp_path / "old.md").write_bytes(b"\xe9")
    report = review("lint", "her.md", "old.md", "--output-format", "json", cwd=tmp_path).json
    assert said("report", report) == []
    del report["files"][0]["findings"][0]["severity"]
    report["files"][1]["more"] = 1
    assert said("report", report) == ["$.files[0].findings[0]", "$.files[1]"]
