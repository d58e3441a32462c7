"""Structure: what a profile asks of a whole review, and the silence where nobody asks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from noted import noted
from program import ROOT, review
from reviewcli.document import Document
from reviewcli.linting.checks import lint
from reviewcli.linting.profiles import load_profile, profile_names
from reviewcli.notes import Notes
from reviewcli.rules._choice import Choice, choose_rules
from reviewcli.texts.findings import Finding

HER = (ROOT / "examples" / "her-review.txt").read_text(encoding="utf-8")
FACTS = "title: Her\nyear: 2013\ndirectors: [Spike Jonze]\ncast: [Joaquin Phoenix as Theodore Twombly]\nruntime: 126\n"


def found(text: str, profile: str | None = None, notes: str | None = None, **options: Any) -> list[Finding]:
    settings = load_profile(profile).rules if profile else {}
    rules = choose_rules(Choice(settings={**settings, **options}, select=("structure",)))
    return list(lint(Document(text, notes=parsed(notes), plain=not text.startswith(("#", "---"))), rules))


def parsed(notes: str | None) -> Notes | None:
    return None if notes is None else noted(notes)


def rules_of(findings: list[Finding]) -> set[str]:
    return {finding.rule for finding in findings}


@pytest.mark.parametrize(
    ("profile", "least", "most"),
    [("capsule", 80, 180), ("short", 220, 380), ("standard", 550, 850), ("long", 1000, 1800)],
)
def test_each_profile_has_its_lengths(profile: str, least: int, most: int) -> None:
    def lengths(words: int) -> list[str]:
        text = "It is a good and funny film. " * (words // 7) + " ".join(["good"] * (words % 7))
        return [f.message for f in found(text, profile) if f.rule == "length-out-of-range"]

    assert lengths(least) == lengths(most) == []
    assert lengths(least - 1) == [f"{least - 1:,} words; the profile asks for at least {least:,}."]
    assert lengths(most + 1) == [f"{most + 1:,} words; the profile allows {most:,}."]
    assert len(profile_names()) >= 4


def test_without_profile_and_notes_a_review_without_headings_is_left_alone() -> None:
    assert found(HER) == []


def test_a_review_without_headings_has_the_sections_that_a_profile_asks_for() -> None:
    assert "section-missing" not in rules_of(found(HER, "standard"))
    assert "section-missing" not in rules_of(found(HER, "long"))


def test_half_a_review_lacks_the_rest() -> None:
    opening = HER.split("\n")[0] + "\n\n" + HER.split("\n")[0]
    (finding,) = [f for f in found(opening, "standard") if "performances" in f.message]
    assert finding.rule == "section-missing"


def test_notes_of_facts_alone_bring_no_word_about_sections_or_unused_points() -> None:
    assert found(HER, notes=FACTS) == []
    assert found("# Her\n\n" + HER.replace("\n", "\n\n"), notes=FACTS) == []


@pytest.mark.parametrize("name", ["her", "merry-christmas"])
def test_a_draft_of_full_notes_has_all_that_the_notes_promise(name: str, tmp_path: Path) -> None:
    notes = ROOT / "examples" / f"{name}.yaml"
    draft = review("new", notes).out
    ran = review("lint", "-", "--notes", notes, "--select", "structure", "--grammar", "off", stdin=draft)
    assert (ran.code, ran.out) == (0, "")


def test_markers_silence_everything_about_the_whole() -> None:
    text = "# Her\n\nA man buys a phone.\n\n## Verdict\n\n<!-- review-todo verdict: for whom -->\n"
    assert rules_of(found(text, "standard", FACTS)) == {"placeholder-left"}


def test_the_order_of_a_profile_is_kept() -> None:
    text = "# Her\n\n## Verdict\n\nSee it.\n\n## Synopsis\n\nA man.\n\n## Acting\n\nFine.\n"
    (finding,) = [f for f in found(text, "standard") if f.rule == "section-order"]
    assert finding.message == "The verdict stands before the performances; the profile has it after."


@pytest.mark.parametrize(
    ("score", "last", "expected"),
    [
        ("4.5/5", "Skip it.", True),
        ("B+", "It is not worth your time, and a waste of talent.", True),
        ("1/5", "It is a must-see.", True),
        ("1/5", "It is not a must-see.", False),
        ("4.5/5", "Skip it? Never.", False),
        ("4.5/5", "Whatever you do, don't skip it.", False),
        ("3/5", "Skip it.", False),
    ],
)
def test_an_outright_verdict_agrees_with_the_score(score: str, last: str, expected: bool) -> None:
    findings = found(f"It is long.\n\n{last}", notes=f"title: Her\nscore: {score}\n")
    assert ("verdict-score-mismatch" in rules_of(findings)) is expected


def test_a_lead_is_found_by_any_form_of_the_name() -> None:
    notes = (
        "title: X\ncast:\n  - {name: Ryūichi Sakamoto, aka: [Sakamoto Ryuichi], role: Yonoi, lead: true}\n"
    )
    for text in ("RYUICHI SAKAMOTO is in it.", "Sakamoto’s is the face.", "*Ryūichi  Sakamoto*, again."):
        assert found(text, notes=notes) == []
    (finding,) = found("Yonoi is stiff.", notes=notes)
    assert finding.message == "Ryūichi Sakamoto, a lead in the notes, is never named."
