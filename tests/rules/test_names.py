"""Names in a review: who is somebody else, and a magazine whose notes are facts alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noted import noted
from program import ROOT, review
from reviewcli.document import Document
from reviewcli.linting.checks import lint
from reviewcli.notes import parse_notes
from reviewcli.reading.facts.spelling import slip_distance
from reviewcli.reading.facts.spellings import two_spellings
from reviewcli.rules import all_rules
from reviewcli.texts.findings import Finding, Severity

CHECKS = [rule() for rule in all_rules().values() if rule.group in ("facts", "names")]
FILM = """\
title: 'Dune: Part Two'
year: 2024
directors: [Denis Villeneuve]
cast:
  - Timothée Chalamet as Paul Atreides
  - Rebecca Ferguson as Lady Jessica
  - Austin Butler as Feyd-Rautha Harkonnen
  - Florence Pugh as Princess Irulan
"""


def found(text: str, notes: str) -> list[tuple[str, str]]:
    return [(each.rule, matched(text, each)) for each in lint(Document(text, notes=noted(notes)), CHECKS)]


def matched(text: str, finding: Finding) -> str:
    return text[finding.span.start : finding.span.end]


@pytest.mark.parametrize(
    ("cast", "text"),
    [
        ("Ann Roberts", "Ann Roberts sings. Alan Roberts, a critic in Leeds, walked out."),
        (
            "Nagisa Ōshima, Kenji Oshima",
            "Nagisa Ōshima writes. Kenji Oshima shoots. Ōshima and Oshima met once.",
        ),
        ("Nagisa Ōshima, Nagisa Oshima", "Nagisa Ōshima and Nagisa Oshima are two people."),
        ("Ray Stone as Ray Sharp", "Ray Stone is Ray. Ray never smiles, and Stone lets him."),
        ("Cher as Loretta, Beyoncé", "Cher laughs. Beyoncé does not. Cher’s Loretta is quick."),
        ("Joel Coen, Ethan Coen", "Joel Coen writes and Ethan Coen cuts. Joel asks, and Ethan nods."),
        ("Robert Downey Jr.", "Robert Downey, Jr. is quick. Robert Downey is quick. Downey Jr. is quick."),
        ("J. J. Abrams", "J.J. Abrams, JJ Abrams and J. J. Abrams are one man."),
        ("Sinéad O’Connor", "Sinéad O'Connor sings. O’Connor sings."),
        ("Joseph Gordon-Levitt", "Joseph Gordon Levitt runs. Joseph Gordon-Levitt runs."),
        ("Hou Hsiao-hsien", "Hou Hsiao-hsien waits. Hsiao-Hsien Hou waits. Hou waits."),
        (
            "'{name: Thelonious Sphere Monk, aka: [T. S. Monk]}'",
            "T. S. Monk plays. Thelonious Sphere Monk plays.",
        ),
        (
            "'{name: Chan-wook Park, short: Park}'",
            "Chan-wook Park cuts. Park cuts, and Park Chan-wook is sure.",
        ),
    ],
)
def test_whoever_is_no_slip_is_left_alone(cast: str, text: str) -> None:
    names = cast.strip("'")
    lines = [names] if names.startswith("{") else names.split(", ")
    assert found(text, "title: Zephyr\ncast:\n" + "".join(f"  - {line}\n" for line in lines)) == []


def test_a_lost_accent_is_a_suggestion_and_no_error() -> None:
    parsed, _ = parse_notes("title: Zephyr\ncast: [Beyoncé, Sinéad O’Connor]\n")
    findings = lint(Document("Beyonce laughs. Sinead O'Connor sings.", notes=parsed), CHECKS)
    assert [(each.rule, each.severity) for each in findings] == [("name-misspelt", Severity.SUGGESTION)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "*Dune* (2021) was the overture. *Dune: Part Two* (2024) is the opera.",
        "David Lynch directed *Dune* (1984), with Kyle MacLachlan as Paul Atreides.",
        "In *Blade Runner 2049* (2017), directed by Denis Villeneuve and shot by Roger Deakins, it rains.",
        "Sting played Feyd-Rautha in the version of 1984. Timothée Chalamet plays Paul.",
    ],
)
def test_another_film_s_year_and_credits_are_no_slips(text: str) -> None:
    assert [
        each for each in found(text, FILM) if each[0] not in ("full-name-first", "actor-at-first-role")
    ] == []


def test_a_slip_beside_such_names_is_still_found() -> None:
    text = "*Dune* (2021) was the overture. In *Dune: Part Two* (2023), Timothée Chalomet is Paul."
    assert found(text, FILM) == [("year-mismatch", "2023"), ("name-misspelt", "Chalomet")]


FACTS = {
    "aftersun": "title: Aftersun\nyear: 2022\ndirectors: [Charlotte Wells]\ncast: [Paul Mescal as Calum]\n",
    "tar": "title: Tár\nyear: 2022\ndirectors: [Todd Field]\ncast: [Cate Blanchett as Lydia Tár]\n",
    "close": "title: Close\nyear: 2022\ndirectors: [Lukas Dhont]\nruntime: 104\n",
    "petite-maman": "title: Petite Maman\nyear: 2021\ndirectors: [Céline Sciamma]\n",
    "memoria": "title: Memoria\nyear: 2021\ndirectors: [Apichatpong Weerasethakul]\ncast: [Tilda Swinton as Jessica]\n",
}
DRAFTS = {
    "aftersun": "# Aftersun\n\nA holiday, remembered. Charlotte Wells cuts from the dance floor to the tape.\n",
    "tar": "# Tár\n\nCate Blanchett conducts. Todd Field waits until she falls.\n",
    "close": "# Close\n\nTwo boys run through dahlias. Lukas Dhont stays at their height for 104 minutes.\n",
    "petite-maman": "# Petite Maman\n\nA girl meets her mother at her own age. Céline Sciamma needs an hour.\n",
    "memoria": "# Memoria\n\nJessica (Tilda Swinton) hears a thud. Apichatpong Weerasethakul lets us wait for the next.\n",
}


def test_a_magazine_s_notes_of_facts_alone_serve_five_writers_without_a_word_of_what_they_lack(
    tmp_path: Path,
) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "drafts").mkdir()
    for name, notes in FACTS.items():
        (tmp_path / "facts" / f"{name}.yaml").write_text(notes, encoding="utf-8")
        (tmp_path / "drafts" / f"{name}.md").write_text(DRAFTS[name], encoding="utf-8")
    ran = review("lint", "drafts", "--notes", "facts", "--grammar", "off", "--format", "json", cwd=tmp_path)
    files = ran.json["files"]
    assert [file["notes"] for file in files] == [f"facts/{name}.yaml" for name in sorted(FACTS)]
    assert [each["rule"] for file in files for each in file["findings"] if each["group"] != "wording"] == []
    assert ran.code == 0


def test_the_console_of_the_outline_s_page_is_real() -> None:
    page = (ROOT / "docs" / "outline.md").read_text(encoding="utf-8")
    runs = re.findall(r"```console\n\$ review ([^\n]*)\n(.*?)```", page, re.DOTALL)
    assert runs
    for command, shown in runs:
        assert review(*command.split(), cwd=ROOT / "examples").out == shown


@given(st.text("abcd", min_size=4, max_size=9), st.integers(0, 8), st.sampled_from("abcde"), st.booleans())
def test_a_name_with_one_slip_is_found_among_others(
    word: str, at: int, letter: str, is_swapped: bool
) -> None:
    at = at % len(word)
    swapped = word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
    for other in (swapped,) if is_swapped else (word[:at] + letter + word[at:], word[:at] + word[at + 1 :]):
        text = f"We saw Zoe {word.title()} and Ivy Brown. Then Zoe {other.title()} went."
        is_slip = len(other) >= 6 and other != word and slip_distance(other, word, 1) > 0
        found = [place.text for place, _ in two_spellings(Document(text))]
        assert found == ([f"Zoe {other.title()}"] if is_slip else [])
