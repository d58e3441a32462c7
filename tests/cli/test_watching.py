"""`lint --watch` on a terminal of its own: what is saved is linted again, and Ctrl-C ends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import review
from terminal import Terminal

CLEAN, SLIP = "She carries the film with Johansson.\n", "She carries the the film with Johansson.\n"


@pytest.fixture
def watching(tmp_path: Path) -> Terminal:
    (tmp_path / "her.md").write_text(CLEAN)
    terminal = Terminal("lint", "her.md", "--watch", "--grammar", "off", cwd=tmp_path)
    terminal.wait_for("Ctrl-C ends.")
    return terminal


def test_each_save_of_anything_that_counts_is_seen(watching: Terminal, tmp_path: Path) -> None:
    assert "nothing found" in watching.shown
    (tmp_path / "her.md").write_text(SLIP)
    watching.wait_for("her.md changed.")
    watching.wait_for("her.md:1:13:")
    watching.wait_for("doubled-word")
    watching.wait_for("Ctrl-C ends.")
    (tmp_path / "her.yaml").write_text("title: Her\ncast: [Scarlett Johannson]\n")
    watching.wait_for("her.yaml changed.")
    watching.wait_for("name-misspelt")
    watching.wait_for("Ctrl-C ends.")
    (tmp_path / ".review.yaml").write_text("ignore: [names, grammar]\n")
    watching.wait_for(".review.yaml changed.")
    watching.wait_for("nothing found")
    watching.wait_for("Ctrl-C ends.")
    (tmp_path / ".review.yaml").write_text("ignor: [names]\n")
    watching.wait_for("“ignor” is no setting.")
    watching.wait_for("Ctrl-C ends.")
    (tmp_path / ".review.yaml").unlink()
    (tmp_path / ".review-dictionary.txt").write_text("Johansson\n")
    watching.wait_for("changed.")
    watching.wait_for("doubled-word")
    watching.wait_for("Ctrl-C ends.")
    assert watching.interrupt() == 130
    assert "Traceback" not in watching.shown


def test_a_draft_that_goes_and_comes_back_is_told_of(watching: Terminal, tmp_path: Path) -> None:
    (tmp_path / "her.md").unlink()
    watching.wait_for("there is no such file")
    watching.wait_for("Ctrl-C ends.")
    (tmp_path / "her.md").write_text(SLIP)
    watching.wait_for("doubled-word")
    assert watching.interrupt() == 130


def test_fixing_while_watching_mends_each_save(tmp_path: Path) -> None:
    draft = tmp_path / "her.md"
    draft.write_text(CLEAN)
    terminal = Terminal("lint", "--watch", "--fix", "--grammar", "off", ".", cwd=tmp_path)
    terminal.wait_for("Ctrl-C ends.")
    draft.write_text(SLIP)
    terminal.wait_for("her.md changed.")
    terminal.wait_for("Ctrl-C ends.")
    assert draft.read_text() == CLEAN
    assert terminal.interrupt() == 130


def test_standard_input_cannot_be_watched() -> None:
    for arguments in (("lint", "--watch"), ("lint", "--watch", "-")):
        ran = review(*arguments, stdin=SLIP)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "--watch reads drafts in files, and standard input is none. Name a draft.\n"
