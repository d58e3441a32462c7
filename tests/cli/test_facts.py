"""Facts of a draft against its notes: Her as it stands, and with one fact changed at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import ROOT, review

TEXT = (ROOT / "examples/her-review.txt").read_text(encoding="utf-8")
NOTES = ROOT / "examples/her.yaml"
LINES = NOTES.read_text(encoding="utf-8").splitlines()
TITLE_LINE, YEAR_LINE, DIRECTOR_LINE, CAST_LINE = (
    next(number for number, line in enumerate(LINES, 1) if line.startswith(key))
    for key in ("title:", "year:", "  - {name: Spike Jonze", "  - {name: Joaquin Phoenix")
)


def findings(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    draft = tmp_path / "her-review.txt"
    draft.write_text(text, encoding="utf-8")
    ran = review(
        "lint", draft, "--notes", NOTES, "--grammar", "off", "--select", "facts,names", "--format", "json"
    )
    return [(found["rule"], found["match"]) for found in ran.json["files"][0]["findings"]]


def test_a_review_that_agrees_with_its_notes_has_no_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, TEXT) == []


@pytest.mark.parametrize(
    ("true", "wrong", "rule"),
    [
        ("(Joaquin Phoenix)", "(Joaquin Pheonix)", "name-misspelt"),
        ("(Joaquin Phoenix)", "(Chris Pratt)", "role-actor-mismatch"),
        ("(Joaquin Phoenix)", "(Tom Hanks)", "name-unknown-credit"),
        ("voiced by Scarlett Johansson", "voiced by Rooney Mara", "role-actor-mismatch"),
        ("Scarlett Johansson’s voice work", "Scarlet Johansson’s voice work", "name-misspelt"),
        ("Scarlett Johansson’s voice work", "Amy Adams’s voice work", "role-actor-mismatch"),
        ("including Amy Adams as", "including Rooney Mara as", "role-actor-mismatch"),
        ("including Amy Adams as", "including Amy Adems as", "name-misspelt"),
        ("Best Original Screenplay", "Best Director", "award-mismatch"),
        ("Spike Jonze’s Her is", "Sofia Coppola’s Her is", "credit-mismatch"),
        ("Spike Jonze crafts", "Sofia Coppola crafts", "credit-mismatch"),
        ("Spike Jonze’s Her is", "Spike Jones’s Her is", "name-misspelt"),
        ("Spike Jonze’s Her is", "Spike Jonze’s Her (2003) is", "year-mismatch"),
        ("Arcade Fire’s haunting score", "Daft Punk’s haunting score", "name-unknown-credit"),
    ],
)
def test_one_changed_fact_is_found(tmp_path: Path, true: str, wrong: str, rule: str) -> None:
    assert true in TEXT
    assert rule in [found for found, _ in findings(tmp_path, TEXT.replace(true, wrong, 1))]


def test_the_sheet_lists_claims_with_what_the_notes_say(tmp_path: Path) -> None:
    draft = tmp_path / "her.md"
    draft.write_text(
        "# *Her* (1998)\n\nDirected by Spike Jonze, it has a cameo by Ann Lee.\n", encoding="utf-8"
    )
    ran = review("facts", draft, "--notes", NOTES, "--output-format", "json")
    assert ran.code == 0
    told = [(claim["kind"], claim["status"], claim["text"]) for claim in ran.json["claims"]]
    assert told == [
        ("year", "contradicted", "1998"),
        ("name", "unverified", "Ann Lee"),
        ("title", "confirmed", "Her"),
        ("credit", "confirmed", "Spike Jonze"),
    ]
    assert ran.json["claims"][0]["replacements"] == ["2013"]
    assert ran.json["claims"][0]["notes"]["key"] == "year"
    text = review("facts", "her.md", "--notes", NOTES, cwd=tmp_path)
    assert text.out.splitlines()[0] == f"her.md:1:10: contradicted year “1998” ({NOTES}:{YEAR_LINE}: 2013)"
    table = review("facts", "her.md", "--notes", NOTES, "--output-format", "markdown", cwd=tmp_path)
    assert f"| ✗ | 1 | year | 1998 | 2013 | {YEAR_LINE} |" in table.out


def test_the_sheet_says_whose_name_a_misspelt_one_is(tmp_path: Path) -> None:
    draft = tmp_path / "her.md"
    draft.write_text(
        "# *Her*\n\nSpike Jonse's film is short. Compare Ann Lee with Joaquin Phenix.\n", encoding="utf-8"
    )
    told = review("facts", "her.md", "--notes", NOTES, cwd=tmp_path).out.splitlines()
    assert told == [
        f"her.md:3:1: contradicted credit “Spike Jonse” ({NOTES}:{DIRECTOR_LINE}: Spike Jonze)",
        f"her.md:3:51: contradicted name “Joaquin Phenix” ({NOTES}:{CAST_LINE}: Joaquin Phoenix)",
        "her.md:3:38: unverified name “Ann Lee”",
        f"her.md:1:4: confirmed title “Her” ({NOTES}:{TITLE_LINE})",
    ]


def test_unused_lists_what_the_draft_does_not_tell(tmp_path: Path) -> None:
    (tmp_path / "farm.yaml").write_text(
        "title: The Farm\nyear: 1994\ncast:\n  - Ann Lee as Martha\n  - Bo Li as John\nruntime: 90\n",
        encoding="utf-8",
    )
    (tmp_path / "farm.md").write_text("# The Farm (1994)\n\nAnn Lee is Martha.\n", encoding="utf-8")
    told = review("facts", "farm.md", "--unused", cwd=tmp_path).out.splitlines()
    assert told == [
        "farm.yaml:5:5: unused cast.2 “Bo Li”",
        "farm.yaml:5:14: unused cast.2 “John”",
        "farm.yaml:6:10: unused runtime “90”",
    ]
    ran = review("facts", "farm.md", "--unused", "--output-format", "json", cwd=tmp_path)
    assert [each["text"] for each in ran.json["unused"]] == ["Bo Li", "John", "90"]


def test_a_missing_draft_is_an_error() -> None:
    ran = review("facts", "nowhere.md")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("nowhere.md")
