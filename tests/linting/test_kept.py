"""The cache: what is kept is what would be found anew, and nothing that changed is ever answered from it."""

from __future__ import annotations

import contextlib
import os
import stat
import subprocess
import sys
import time
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laws import TIMES
from program import REVIEW, Ran, review
from reviewcli.document import Document
from reviewcli.engines import harper as harper_room
from reviewcli.engines.harper import Harper
from reviewcli.engines.paragraphs import Paragraphs
from reviewcli.linting.kept.results import Results
from reviewcli.linting.linter import Linter
from reviewcli.notes.names import names_of
from reviewcli.settings.finding import Configs
from reviewcli.settings.flags import LintOptions
from reviewcli.texts import fingerprint as fingerprints
from reviewcli.texts.files import read_source
from reviewcli.texts.store import Store

DRAFT = """# Her

Spike Jonze made the the film that everyone will remember very well.

Joaquin Johanson plays Theodore, who recieves a letter from an machine of the enviroment.
"""
NOTES = "title: Her\nyear: 2013\ndirectors: Spike Jonze\ncast:\n  - Joaquin Phoenix as Theodore Twombly\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a draft; everything in it is older than any run."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "her.md").write_text(DRAFT)
    settle()
    return folder


def settle() -> None:
    """Wait until what was just written is older than a run that begins now."""
    time.sleep(0.05)


def lint(desk: Path, *flags: str, draft: str = "her.md", **environment: str) -> Ran:
    cache = str(desk.parent / "cache")
    return review(
        "lint", "--output-format", "json", *flags, draft, cwd=desk, **{"XDG_CACHE_HOME": cache, **environment}
    )


def store(desk: Path) -> Store:
    return Store(desk.parent / "cache" / "review" / "lint")


def same(one: Ran, other: Ran) -> bool:
    return (one.code, one.out, one.err) == (other.code, other.out, other.err)


def has_modules(desk: Path, *names: str) -> list[str]:
    """Which of these modules a run of lint imports."""
    code = (
        "import sys, reviewcli.cli._app as app\n"
        "app.main(['lint', '--output-format', 'json', 'her.md'])\n"
        f"sys.stderr.write('MODULES ' + ' '.join(n for n in {names!r} if n in sys.modules))\n"
    )
    python = REVIEW.parent / "python"
    ran = subprocess.run(
        [str(python), "-c", code],
        cwd=desk,
        capture_output=True,
        text=True,
        check=True,
        env={
            **os.environ,
            "XDG_CONFIG_HOME": "/nonexistent",
            "XDG_STATE_HOME": "/nonexistent",
            "XDG_CACHE_HOME": str(desk.parent / "cache"),
        },
    )
    return ran.stderr.rpartition("MODULES ")[2].split()


def test_an_unchanged_draft_is_answered_without_rules_and_engines(desk: Path) -> None:
    settle()
    before = lint(desk, XDG_STATE_HOME="/nonexistent")
    assert same(lint(desk, XDG_STATE_HOME="/nonexistent"), before)
    assert has_modules(desk, "harper", "reviewcli.linting.linter", "reviewcli.document.document") == []


def test_a_paragraph_that_is_left_out_needs_no_engine(desk: Path) -> None:
    (desk / "her.md").write_text(f"{DRAFT}\nIt is slow and cold.\n")
    lint(desk)
    (desk / "her.md").write_text(DRAFT)
    settle()
    assert has_modules(desk, "harper", "reviewcli.linting.linter") == ["reviewcli.linting.linter"]


def test_an_edit_says_what_a_cold_run_says(desk: Path) -> None:
    lint(desk)
    (desk / "her.md").write_text(DRAFT.replace("very well", "for ever and and a day"))
    warm, cold = lint(desk), lint(desk, "--no-cache")
    assert same(warm, cold)
    assert "doubled-word" in warm.out


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("her.yaml", NOTES),
        (".review.yaml", "ignore: [doubled-word]\n"),
        (".review.yaml", "rules: {doubled-word: warning}\n"),
        (".review-dictionary.txt", "recieves\n"),
        ("../.harper-dictionary.txt", "recieves\n"),
        ("other.yaml", NOTES.replace("2013", "2014")),
    ],
)
def test_what_appears_or_changes_round_the_draft_is_seen(desk: Path, file: str, text: str) -> None:
    before = lint(desk)
    (desk / file).write_text(text)
    settle()
    after = lint(desk)
    assert same(after, lint(desk, "--no-cache"))
    assert not same(after, before)
    settle()
    lint(desk)
    (desk / file).unlink()
    settle()
    assert same(lint(desk), before)


def test_notes_of_the_same_size_and_time_but_other_words_are_seen(desk: Path) -> None:
    notes = desk / "her.yaml"
    notes.write_text(NOTES)
    os.utime(notes, (1_700_000_000, 1_700_000_000))
    settle()
    before = lint(desk)
    notes.write_text(NOTES.replace("Phoenix", "Johansa"))
    os.utime(notes, (1_700_000_000, 1_700_000_000))
    settle()
    after = lint(desk)
    assert same(after, lint(desk, "--no-cache"))
    assert not same(after, before)


def test_a_profile_of_the_house_that_changes_is_seen(desk: Path) -> None:
    (desk / "house.yaml").write_text("based_on: standard\n")
    settle()
    before = lint(desk, "--profile", "./house.yaml")
    (desk / "house.yaml").write_text("based_on: standard\nrules:\n  doubled-word: off\n")
    settle()
    after = lint(desk, "--profile", "./house.yaml")
    assert "doubled-word" in before.out
    assert "doubled-word" not in after.out


def test_each_file_of_a_chain_of_profiles_is_seen(desk: Path) -> None:
    (desk / "far").mkdir()
    (desk / "far" / "base.yaml").write_text("based_on: standard\n")
    (desk / "middle.yaml").write_text("based_on: far/base.yaml\n")
    (desk / "house.yaml").write_text("based_on: ./middle.yaml\n")
    (desk / ".review.yaml").write_text("profile: ./house.yaml\n")
    settle()
    assert "doubled-word" in lint(desk).out
    for file, base in (
        ("far/base.yaml", "standard"),
        ("middle.yaml", "far/base.yaml"),
        ("house.yaml", "./middle.yaml"),
    ):
        (desk / file).write_text(f"based_on: {base}\nrules:\n  doubled-word: off\n")
        settle()
        assert "doubled-word" not in lint(desk).out
        (desk / file).write_text(f"based_on: {base}\n")
        settle()
        assert "doubled-word" in lint(desk).out


def test_settings_and_words_of_the_user_and_of_another_home_are_seen(desk: Path) -> None:
    home = desk.parent / "home"
    (home / "review").mkdir(parents=True)
    settle()
    before = lint(desk, XDG_CONFIG_HOME=str(home))
    for name, text in (("config.yaml", "ignore: [doubled-word]\n"), ("dictionary.txt", "recieves\n")):
        (home / "review" / name).write_text(text)
        settle()
        after = lint(desk, XDG_CONFIG_HOME=str(home))
        assert not same(after, before)
        assert same(after, lint(desk, "--no-cache", XDG_CONFIG_HOME=str(home)))
        assert same(lint(desk, XDG_CONFIG_HOME="/nonexistent"), before)
        (home / "review" / name).unlink()
        settle()
        assert same(lint(desk, XDG_CONFIG_HOME=str(home)), before)


def test_words_and_config_that_are_named_are_seen(desk: Path) -> None:
    (desk / "house.txt").write_text("Jonze\n")
    (desk / "chosen.yaml").write_text("dictionary: [house.txt]\n")
    settle()
    before = lint(desk, "--config", "chosen.yaml")
    (desk / "house.txt").write_text("recieves\n")
    settle()
    words = lint(desk, "--config", "chosen.yaml")
    assert not same(words, before)
    (desk / "chosen.yaml").write_text("dictionary: [house.txt]\ndialect: en-GB\nignore: [wrong-article]\n")
    settle()
    assert not same(lint(desk, "--config", "chosen.yaml"), words)


def test_a_server_that_comes_up_is_asked(desk: Path) -> None:
    """A record of a server counts, even before anybody knows whether it answers."""
    state = desk.parent / "state"
    settle()
    lint(desk, XDG_STATE_HOME=str(state))
    (state / "review").mkdir(parents=True)
    (state / "review" / "languagetool.json").write_text("{}")
    settle()
    kept = store(desk).size()
    code = "import sys, reviewcli.cli._app as app\napp.main(['lint', 'her.md'])\nsys.exit('reviewcli.linting.linter' in sys.modules)\n"
    environment = {
        **os.environ,
        "XDG_CONFIG_HOME": "/nonexistent",
        "XDG_STATE_HOME": str(state),
        "XDG_CACHE_HOME": str(desk.parent / "cache"),
    }
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=desk, capture_output=True, check=False, env=environment
    )
    assert kept.files == 2
    assert ran.returncode == 1


def test_what_becomes_of_other_notes_in_the_folder_is_no_matter(desk: Path) -> None:
    (desk / "her.yaml").write_text(NOTES)
    (desk / "other.yaml").write_text("title: Another\nverdict: Fine.\n")
    settle()
    lint(desk, XDG_STATE_HOME="/nonexistent")
    (desk / "other.yaml").write_text("title: Another one\nverdict: Fine.\n")
    settle()
    assert has_modules(desk, "reviewcli.linting.linter") == []


def test_notes_found_by_their_title_are_seen_to_change_and_to_be_joined_by_others(desk: Path) -> None:
    (desk / "film.yaml").write_text(NOTES)
    (desk / "far.yaml").write_text("title: Another\n")
    settle()
    before = lint(desk)
    assert before.json["files"][0]["notes"] == "film.yaml"
    (desk / "far.yaml").write_text("title: Another\nverdict: Good.\n")
    settle()
    lint(desk, XDG_STATE_HOME="/nonexistent")
    (desk / "far.yaml").write_text("title: Another\nverdict: Very good.\n")
    settle()
    assert has_modules(desk, "reviewcli.linting.linter") == []
    (desk / "film.yaml").write_text(NOTES.replace("Phoenix", "Johanson"))
    settle()
    changed = lint(desk)
    assert not same(changed, before)
    (desk / "far.yaml").write_text(NOTES)
    settle()
    assert lint(desk).json["files"][0]["notes"] is None


@pytest.mark.parametrize("gone", [".review.yaml", "her.yaml", ".review-dictionary.txt"])
def test_what_is_taken_away_while_it_is_read_is_not_kept(
    desk: Path, gone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    monkeypatch.setenv("XDG_CONFIG_HOME", "/nonexistent")
    (desk / gone).write_text(
        {"her.yaml": NOTES, ".review.yaml": "ignore: [doubled-word]\n"}.get(gone, "recieves\n")
    )
    settle()
    results = Results(Store(desk.parent / "lint"), b"")
    source = read_source("her.md")
    with Linter(Configs(), LintOptions(grammar="off"), lambda _: None) as linter:
        examined = linter.examine(source)
        assert examined.places is not None
        results.keep(source, examined.report, examined.places, ())
        assert results.find(source) is not None
        (desk / gone).unlink()
        later = Results(Store(desk.parent / "later"), b"")
        later.keep(source, examined.report, examined.places, ())
    assert later.find(source) is None


@pytest.mark.parametrize(
    "flags",
    [
        ("--grammar", "off"),
        ("--select", "doubled-word"),
        ("--ignore", "doubled-word"),
        ("--profile", "capsule"),
        ("--dialect", "en-GB"),
        ("--no-notes",),
        ("--isolated",),
    ],
)
def test_other_flags_are_another_question(desk: Path, flags: tuple[str, ...]) -> None:
    (desk / "her.yaml").write_text(NOTES)
    (desk / ".review.yaml").write_text("ignore: [harper/AnA]\n")
    settle()
    lint(desk)
    assert same(lint(desk, *flags), lint(desk, *flags, "--no-cache"))


def test_what_is_told_beside_the_findings_is_told_again(desk: Path) -> None:
    settle()
    assert "No notes found." in lint(desk).err
    assert "No notes found." in lint(desk).err


def test_a_flag_that_cannot_be_used_is_told_once_whatever_is_kept(desk: Path) -> None:
    lint(desk)
    ran = lint(desk, "--select", "no-such-rule")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("no-such-rule") == 1


def test_no_cache_keeps_nothing(desk: Path) -> None:
    lint(desk, "--no-cache")
    assert not (desk.parent / "cache").exists()


def test_what_is_kept_is_for_nobody_else_to_read(desk: Path) -> None:
    settle()
    lint(desk)
    kept = list((desk.parent / "cache").rglob("*"))
    assert any(path.is_file() for path in kept)
    assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in (desk.parent / "cache", *kept))


def test_a_spoilt_cache_costs_time_only(desk: Path) -> None:
    settle()
    before = lint(desk)
    for file in (desk.parent / "cache").rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-3] + b"xyz")
    assert same(lint(desk), before)


@pytest.mark.parametrize("place", ["a file", "/proc/no-such-place", "/dev/full"])
def test_a_cache_that_cannot_be_written_costs_time_only(desk: Path, place: str) -> None:
    home = desk.parent / "file"
    home.write_text("")
    where = str(home) if place == "a file" else place
    assert same(lint(desk, XDG_CACHE_HOME=where), lint(desk, "--no-cache"))


def test_a_disc_without_room_costs_time_only(desk: Path) -> None:
    expected = lint(desk, "--no-cache")
    cache = desk.parent / "cache"
    ran = subprocess.run(
        ["bash", "-c", f"ulimit -f 0; {REVIEW} lint --output-format json her.md | cat"],
        cwd=desk,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_CONFIG_HOME": "/nonexistent", "XDG_CACHE_HOME": str(cache)},
    )
    assert (ran.stdout, ran.stderr) == (expected.out, expected.err)
    assert cache.is_dir()
    assert not [file for file in cache.rglob("*") if file.is_file()]


def test_an_upgrade_asks_everything_anew(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = store(desk)
    Paragraphs(kept, "harper en-US").of("her.md", ()).find("Text.")
    old = Paragraphs(kept, "harper en-US").of("her.md", ())
    old.keep("Text.", [])
    old.close("Text.")
    assert Paragraphs(kept, "harper en-US").of("her.md", ()).find("Text.") == []
    assert Paragraphs(kept, "harper en-GB").of("her.md", ()).find("Text.") is None
    monkeypatch.setattr("reviewcli.engines.paragraphs.harper", lambda: b"another")
    assert Paragraphs(kept, "harper en-US").of("her.md", ()).find("Text.") is None


def test_a_rule_that_is_edited_changes_the_fingerprint(tmp_path: Path) -> None:
    rule = tmp_path / "rules" / "a.py"
    rule.parent.mkdir()
    rule.write_text("one")
    os.utime(rule, (1, 1))
    digests = {_tree(tmp_path)}
    rule.write_text("two")  # as long as before
    digests.add(_tree(tmp_path))
    (tmp_path / "rules" / "b.py").write_text("")
    digests.add(_tree(tmp_path))
    (tmp_path / "rules" / "__pycache__").mkdir()
    digests.add(_tree(tmp_path))
    assert len(digests) == 3


def _tree(folder: Path) -> bytes:
    digest = fingerprints._begun()
    fingerprints._add_tree(digest, str(folder))
    return digest.digest()


def test_names_that_the_draft_gains_are_known_in_paragraphs_that_stay(desk: Path) -> None:
    lint(desk)
    (desk / "her.md").write_text(
        DRAFT + "\nRecieves and Johanson and Theodore are names, said Mr. Johanson.\n"
    )
    assert same(lint(desk), lint(desk, "--no-cache"))


def test_what_harper_says_again_is_what_it_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paragraphs = Paragraphs(Store(tmp_path / "lint"), "harper en-US")
    doc = Document(DRAFT, path="her.md")
    cold = list(Harper().check(doc))
    first = list(Harper(paragraphs=paragraphs).check(doc))
    monkeypatch.setattr(harper_room, "_lints", _never)
    again = list(Harper(paragraphs=paragraphs).check(doc))
    assert cold == first == again
    assert len(cold) > 1


PARAGRAPHS = st.sampled_from(
    (
        "Twombley recieves an letter from Samanta.",
        "Joaquin Pheonix plays Theodor, and and Zyrkov is cold.",
        "It is a alot of fun, said Mr. Zyrkov.",
        "Could of been an warm film.",
        "Nothing is wrong here.",
        "Zyrkovs’ film and Zyrkov’s film are teh same.",
    )
)
NAMES = st.lists(
    st.sampled_from(("Twombley", "Samantha", "Zyrkov", "Pheonix", "Theodor", "Samanta", "alot", "teh")),
    unique=True,
)


@settings(max_examples=25 * TIMES)
@given(st.lists(st.tuples(st.lists(PARAGRAPHS, max_size=4), NAMES), min_size=2, max_size=4))
def test_whatever_becomes_of_paragraphs_and_names_it_says_what_a_cold_run_says(
    tmp_path_factory: pytest.TempPathFactory, states: list[tuple[list[str], list[str]]]
) -> None:
    paragraphs = Paragraphs(Store(tmp_path_factory.mktemp("lint")), "harper en-US")
    for texts, names in states:
        matter = f"---\nreview: {{words: [{', '.join(names)}]}}\n---\n" if names else ""
        source = f"{matter}# Her\n\n" + "\n\n".join(texts) + "\n"
        doc = Document(source, path="her.md")
        doc = doc.with_notes(None, names_of(None, doc.own_words))
        assert list(Harper(paragraphs=paragraphs).check(doc)) == list(Harper().check(doc))


def _never(*_: Any) -> None:
    raise AssertionError


def test_the_oldest_goes_when_there_is_too_much(tmp_path: Path) -> None:
    small = Store(tmp_path / "lint", largest=10_000)
    for number in range(20):
        small.keep(f"{number:02}key", b"x" * 1000)
        os.utime(small._path(f"{number:02}key"), (number, number))
    small.close()
    assert small.size().bytes <= 10_000
    assert small.read("00key") is None
    assert small.read("19key") == b"x" * 1000


def test_many_runs_never_keep_more_than_they_may(tmp_path: Path) -> None:
    largest = 2 * 1024 * 1024
    for number in range(60):
        run = Store(tmp_path / "lint", largest)  # each keeps far less than what would make it look
        for each in range(15):
            run.keep(f"{each:02}key{number}", b"x" * 5000)
        run.close()
        assert sum(file.stat().st_blocks * 512 for file in tmp_path.rglob("*key*")) <= largest
    assert Store(tmp_path / "lint").size().files > 100


def test_one_long_run_never_keeps_more_than_it_may(tmp_path: Path) -> None:
    largest = 1024 * 1024
    run = Store(tmp_path / "lint", largest)
    for number in range(500):
        run.keep(f"{number % 50:02}key{number}", b"x" * 5000)
        assert number % 25 or run.size().bytes <= largest
    assert run.read("49key499") == b"x" * 5000


def test_what_others_may_have_written_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    ours = tmp_path / "review"
    assert Store.of_user() is not None
    ours.mkdir(0o700)
    assert Store.of_user() is not None
    (ours / "lint").mkdir(0o700)
    assert Store.of_user() is not None
    for folder in (ours, ours / "lint"):
        for mode in (0o777, 0o707, 0o770, 0o720):
            folder.chmod(mode)
            assert Store.of_user() is None
        folder.chmod(0o755)
        assert Store.of_user() is not None
    monkeypatch.setattr(os, "geteuid", lambda: ours.stat().st_uid + 1)
    assert Store.of_user() is None


@pytest.mark.parametrize("spoilt", ["cut", "empty", "noise", "pickle", "folder"])
def test_an_entry_of_any_kind_costs_time_only(desk: Path, spoilt: str) -> None:
    settle()
    before = lint(desk)
    evil = b"cos\nsystem\n(S'touch " + str(desk / "executed").encode() + b"'\ntR."
    for file in [file for file in (desk.parent / "cache").rglob("*") if file.is_file()]:
        data = file.read_bytes()
        if spoilt == "folder":
            file.unlink()
            file.mkdir()
        else:
            whole = blake2b(evil, digest_size=16).digest() + evil  # its sum is right
            file.write_bytes(
                {"cut": data[: len(data) // 2], "empty": b"", "noise": os.urandom(len(data) + 1)}.get(
                    spoilt, whole
                )
            )
    assert same(lint(desk), before)
    assert same(lint(desk), before)
    assert not (desk / "executed").exists()


def test_many_runs_at_once_say_the_same_while_it_is_cleared(desk: Path) -> None:
    expected = lint(desk, "--no-cache")
    environment = {
        **os.environ,
        "XDG_CONFIG_HOME": "/nonexistent",
        "XDG_CACHE_HOME": str(desk.parent / "cache"),
    }
    one = f"{REVIEW} lint --output-format json her.md 2>/dev/null; echo $?"
    runs = [
        subprocess.Popen(
            ["bash", "-c", f"for i in 1 2; do {one}; done"],
            cwd=desk,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
        )
        for _ in range(2)
    ]
    cleared = []
    while any(run.poll() is None for run in runs):
        cleared.append(review("cache", "clear", XDG_CACHE_HOME=str(desk.parent / "cache")))
        with contextlib.suppress(subprocess.TimeoutExpired):
            runs[0].wait(0.05)  # so that the runs get on
    assert {run.communicate()[0] for run in runs} == {2 * f"{expected.out}{expected.code}\n"}
    assert {ran.code for ran in cleared} == {0}


def test_clear_says_what_was_freed(desk: Path) -> None:
    settle()
    lint(desk)
    cache = str(desk.parent / "cache")
    shown = review("cache", "show", XDG_CACHE_HOME=cache).out
    assert str(desk.parent / "cache" / "review" / "lint") in shown
    assert "files, " in shown
    ran = review("cache", "clear", XDG_CACHE_HOME=cache)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith(" freed.\n")
    assert store(desk).size() == (0, 0)
    assert "0 files, 0 KiB freed." in review("cache", "clear", XDG_CACHE_HOME=cache).err
