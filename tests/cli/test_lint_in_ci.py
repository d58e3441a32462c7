"""A magazine's CI, played through: drafts by many hands, notes in a folder, annotations, exit codes."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from program import Ran, review

CONFIG = """\
notes: notes
grammar: off
overrides:
  - {files: capsules/*.md, profile: capsule, ignore: [readability]}
"""
NOTES = {
    "her.yaml": "title: Her\nyear: 2013\ndirectors: Spike Jonze\ncast:\n  - Joaquin Phoenix as Theodore\n"
    "  - Scarlett Johansson as Samantha\nruntime: 126\n",
    "arrival.yaml": "title: Arrival\nyear: 2016\ndirectors: Denis Villeneuve\ncast: [Amy Adams as Louise Banks]\n",
    "roma.yaml": "title: Roma\nyear: 2018\ndirectors: Alfonso Cuarón\ncast: [Yalitza Aparicio as Cleo]\n",
    "amelie.yaml": "title: Amélie\nyear: 2001\ndirectors: Jean-Pierre Jeunet\ncast: [Audrey Tautou as Amélie]\n",
    "heat.yaml": "title: Heat\nyear: 1995\ndirectors: Michael Mann\ncast: [Al Pacino, Robert De Niro]\n",
}
DRAFTS = {
    "her.md": "# Her\n\n*Her* (2013) stars Joaquin Phoenix, who holds the close-ups alone.\n",
    # From a word processor: curly quotes, a dash, a no-break space, CRLF, a BOM.
    "arrival.md": "\ufeff# Arrival\r\n\r\nDenis Villeneuve’s *Arrival* (2016)\u00a0— “a film about listening” — belongs to Amy"
    " Adams.\r\nIt’s Louise’s film.\r\n",
    "roma.md": "# Roma\n\nIn *Roma*, Yalitza Aparicio’s Cleo sees it all 👀, and Cuaron films her from afar.\n",
    "capsules/heat.md": "# Heat\n\n*Heat* (1995) sets Al Pacino against Robert De Niro over coffee.\n",
}


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    files = {
        ".review.yaml": CONFIG,
        **{f"notes/{name}": text for name, text in NOTES.items()},
        **{f"drafts/{name}": text for name, text in DRAFTS.items()},
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "issue 1")
    return tmp_path


def lint(house: Path, *arguments: str) -> Ran:
    return review("lint", "drafts", "--select", "names,facts,grammar,structure", *arguments, cwd=house)


def rules(ran: Ran) -> dict[str, set[str]]:
    return {each["path"]: {finding["rule"] for finding in each["findings"]} for each in ran.json["files"]}


def test_each_draft_is_read_with_its_notes(house: Path) -> None:
    ran = lint(house, "--output-format", "json")
    notes = {each["path"]: each["notes"] for each in ran.json["files"]}
    assert notes == {
        "drafts/arrival.md": str(house / "notes/arrival.yaml"),
        "drafts/capsules/heat.md": str(house / "notes/heat.yaml"),
        "drafts/her.md": str(house / "notes/her.yaml"),
        "drafts/roma.md": str(house / "notes/roma.yaml"),
    }
    assert rules(ran)["drafts/arrival.md"] == set()  # curly quotes and a BOM are no slips


def test_a_clean_issue_passes_and_one_bad_file_is_2_with_the_others_read(house: Path) -> None:
    (house / "drafts/roma.md").write_text("# Roma\n\n*Roma* belongs to Yalitza Aparicio.\n")
    assert lint(house).code == 0
    (house / "drafts/amelie.md").write_bytes("# Amélie\n\nAudrey Tautou smiles.\n".encode("latin-1"))
    (house / "drafts/her.md").write_text("# Her\n\n*Her* (2014) stars Joaquin Pheonix.\n")
    ran = lint(house, "--output-format", "json")
    assert ran.code == 2
    assert rules(ran)["drafts/her.md"] >= {"year-mismatch", "name-misspelt"}
    (bad,) = [each for each in ran.json["files"] if each["error"]]
    assert bad["path"] == "drafts/amelie.md"
    assert bad["error"] == "is not UTF-8 text: byte 4 is 0xE9. Save it as UTF-8."
    assert ran.err.splitlines()[0] == f"drafts/amelie.md: {bad['error']}"
    assert lint(house, "--exit-zero").code == 2  # what could not be read is no matter of taste


def test_annotations_stand_at_the_changed_lines_only(house: Path) -> None:
    old = "# Heat\n\nAl Pachino shouts.\n"
    (house / "drafts/capsules/heat.md").write_text(old)
    git(house, "commit", "-q", "-a", "-m", "issue 2")
    (house / "drafts/capsules/heat.md").write_text(
        f"{old}\nRobert De Nero listens, 👍 says the the critic.\n"
    )
    ran = lint(house, "--changed", "HEAD", "--output-format", "github")
    assert ran.code == 1
    places = [
        re.match(r"::(\w+) file=(.*?),line=(\d+),col=(\d+),.*title=(.*?)::", line)
        for line in ran.out.splitlines()
    ]
    assert [place.groups() for place in places if place] == [
        ("error", "drafts/capsules/heat.md", "5", "11", "name-misspelt"),
        ("error", "drafts/capsules/heat.md", "5", "32", "doubled-word"),
    ]
    assert len(places) == 2


def test_the_fix_of_a_word_processors_file_keeps_its_bytes(house: Path) -> None:
    file = house / "drafts/arrival.md"
    text = file.read_bytes()
    file.write_bytes(text.replace(b"belongs", b"and and belongs"))
    assert lint(house, "--fix", "--fail-on", "never").code == 0
    assert file.read_bytes() == text.replace(b"belongs", b"and belongs")


def test_a_new_error_fails_though_old_ones_are_known(house: Path) -> None:
    slip = house / "drafts/her.md"
    slip.write_text("# Her\n\nJoaquin Pheonix is alone.\n")
    assert lint(house, "--write-baseline", "known.json").code == 0
    assert lint(house, "--baseline", "known.json").code == 0
    slip.write_text("# Her\n\nScarlett Johanson speaks.\n\nJoaquin Pheonix is alone.\n")
    ran = lint(house, "--baseline", "known.json", "--output-format", "compact")
    assert ran.code == 1
    assert [line.split(":")[:2] for line in ran.out.splitlines()] == [["drafts/her.md", "3"]]


def test_the_shell_sees_the_counts(house: Path) -> None:
    (house / "drafts/her.md").write_text("# Her\n\nJoaquin Pheonix holds the the film.\n")
    ran = lint(house, "--statistics", "--min-severity", "error")
    assert ran.code == 1
    assert ran.out == "1  doubled-word   1 with --fix\n1  name-misspelt  1 with --fix\n"
