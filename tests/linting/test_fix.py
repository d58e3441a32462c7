"""`review lint --fix` and `--diff`: what is changed, what is kept, and that a file is never half of anything."""

from __future__ import annotations

import os
import subprocess
import threading
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import REVIEW, review
from reviewcli.document import Document
from reviewcli.linting.checks import lint
from reviewcli.linting.fix import apart, applied, fix_text
from reviewcli.rules import Bad, Rule, all_rules
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import read_source
from reviewcli.texts.findings import Edit, Fix, Span
from reviewcli.texts.writing import write_back
from rules.test_rules import BAD, NOTES, TEXTS, parsed, unmarked

LINT = ("lint", "--grammar", "off", "--no-notes")
DRAFT = "# Her\n\nShe carries the the film, and he could of won a a prize.\n"
FIXED = "# Her\n\nShe carries the film, and he could have won a prize.\n"


def edit(start: int, end: int, text: str) -> Fix:
    return Fix((Edit(Span(start, end), text),), safe=True)


def rules_fixes(text: str, plain: bool = False) -> list[Fix]:
    doc = Document(text, notes=NOTES, plain=plain)
    rules = [rule() for rule in all_rules().values()]
    return [finding.fix for finding in lint(doc, rules) if finding.fix]


def test_of_two_edits_that_overlap_the_first_wins_and_the_other_is_asked_for_again() -> None:
    asked: list[str] = []

    def fixes_of(text: str) -> list[Fix]:
        asked.append(text)
        return [edit(n, n + 2, "a") for n in range(len(text)) if text.startswith("aa", n)]

    done = fix_text("aaaa b aa", fixes_of)
    assert (done.text, done.settled) == ("a b a", True)
    assert asked == ["aaaa b aa", "aa b a", "a b a"]
    assert done.count == 4


def test_edits_side_by_side_are_both_made() -> None:
    text = "abcd"
    fixes = apart([edit(0, 2, "X"), edit(2, 4, "Y"), edit(1, 3, "Z"), edit(4, 4, "!")], text)
    assert applied(text, [it for fix in fixes for it in fix.edits]) == "XY!"


def test_edits_that_belong_together_are_made_together_or_not_at_all() -> None:
    pair = Fix((Edit(Span(0, 1), "A"), Edit(Span(5, 6), "F")), safe=True)
    assert apart([pair, edit(5, 6, "x"), edit(2, 3, "c")], "abcdef") == [pair]
    assert apart([edit(0, 1, "x"), pair], "abcdef") == [edit(0, 1, "x")]


def test_of_fixes_that_undo_one_another_none_moves_a_text_that_they_lead_back_to() -> None:
    def swap(text: str) -> list[Fix]:
        return [edit(0, 1, {"a": "b", "b": "c", "c": "a", "x": "b"}[text])]

    for text, after, count in (("a", "a", 0), ("b", "b", 0), ("c", "c", 0), ("x", "b", 1)):
        done = fix_text(text, swap)
        assert (done.text, done.count, done.settled) == (after, count, False)


def test_a_fix_that_would_never_end_changes_nothing() -> None:
    done = fix_text("a", lambda _: [edit(0, 0, "a")])
    assert (done.text, done.count, done.settled) == ("a", 0, False)


def test_new_lines_end_as_the_texts_do() -> None:
    assert applied("a\r\nb", [Edit(Span(0, 1), "x\ny")]) == "x\r\ny\r\nb"


@given(TEXTS, st.booleans())
def test_fixing_twice_is_fixing_once(text: str, plain: bool) -> None:
    once = fix_text(text, lambda it: rules_fixes(it, plain))
    assert fix_text(once.text, lambda it: rules_fixes(it, plain)).text == once.text


EXAMPLES = [unmarked(bad.text)[0] for rule in all_rules().values() for bad in rule.bad]


@given(st.lists(st.sampled_from(EXAMPLES), max_size=5).map("\n\n".join))
def test_the_bad_examples_together_are_fixed_once_for_all(text: str) -> None:
    once = fix_text(text, rules_fixes)
    assert once.settled
    assert fix_text(once.text, rules_fixes).text == once.text


@pytest.mark.parametrize(("rule", "bad"), BAD)
def test_a_bad_example_is_fixed_once_for_all(rule: type[Rule], bad: Bad) -> None:
    notes = parsed(bad.notes if bad.notes is not None else rule.example_notes)
    checks = [msgspec.convert(dict(bad.options), rule, strict=False)]

    def fixes_of(text: str) -> list[Fix]:
        return [it.fix for it in lint(Document(text, notes=notes), checks) if it.fix]

    once = fix_text(unmarked(bad.text)[0], fixes_of)
    assert once.settled
    assert fixes_of(once.text) == []


def test_a_file_is_fixed_and_what_is_left_has_its_place_in_the_new_text(tmp_path: Path) -> None:
    (tmp_path / "her.md").write_text(DRAFT.replace("prize.", "prize, a breath of fresh air."))
    ran = review(*LINT, "--fix", "--output-format", "json", "her.md", cwd=tmp_path)
    text = (tmp_path / "her.md").read_text()
    assert text == FIXED.replace("prize.", "prize, a breath of fresh air.")
    (left,) = ran.json["files"][0]["findings"]
    assert text[left["start"] : left["end"]] == left["match"] == "breath of fresh air"
    assert ran.err.splitlines()[0] == "3 fixed, 1 left."
    assert ran.code == 0


def test_line_ends_mark_final_newline_and_permissions_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "her.md"
    file.write_bytes(b"\xef\xbb\xbf# Her\r\n\r\nShe carries\r\nthe the\tfilm.\rIt is\x0bsad\xe2\x80\xa8 now.")
    file.chmod(0o640)
    assert review(*LINT, "--fix", "--select", "doubled-word", file).code == 0
    assert (
        file.read_bytes()
        == b"\xef\xbb\xbf# Her\r\n\r\nShe carries\r\nthe\tfilm.\rIt is\x0bsad\xe2\x80\xa8 now."
    )
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_without_anything_to_fix_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "her.md"
    file.write_text(FIXED)
    os.utime(file, (1, 1))
    assert review(*LINT, "--fix", file).code == 0
    assert file.stat().st_mtime == 1


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "her.md").write_text(DRAFT)
    (tmp_path / "link.md").symlink_to("drafts/her.md")
    assert review(*LINT, "--fix", "link.md", cwd=tmp_path).code == 0
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "drafts" / "her.md").read_text() == FIXED


def test_a_read_only_file_is_an_error_and_the_others_are_fixed(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(DRAFT)
    (tmp_path / "a.md").chmod(0o444)
    ran = review(*LINT, "--fix", "a.md", "b.md", cwd=tmp_path)
    assert ran.code == 2
    assert "a.md: is read-only and was left as it is. Make it writable first." in ran.err
    assert (tmp_path / "a.md").read_text() == DRAFT
    assert (tmp_path / "b.md").read_text() == FIXED


def test_what_somebody_saved_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "her.md"
    file.write_text(DRAFT)
    source = read_source(str(file))
    file.write_text("Another text.\n")
    with pytest.raises(ReviewError, match="changed by somebody else"):
        write_back(source, FIXED)
    assert file.read_text() == "Another text.\n"
    file.unlink()
    with pytest.raises(ReviewError, match="no such file"):
        write_back(source, FIXED)


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    file = tmp_path / "her.md"
    file.write_text(DRAFT * 400)
    # A limit on the size of files is met in the middle of writing, as the end of a disk is.
    command = f"ulimit -f 4; exec {REVIEW} lint --grammar off --no-notes --fix her.md"
    ran = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "her.md: cannot be written: file too large." in ran.stderr
    assert file.read_text() == DRAFT * 400
    assert list(tmp_path.iterdir()) == [file]


def test_from_standard_input_the_text_goes_out_and_the_findings_beside_it() -> None:
    text = b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").rstrip().encode()
    ran = subprocess.run([REVIEW, *LINT, "--fix", "-"], input=text, capture_output=True, check=False)
    assert ran.stdout == b"\xef\xbb\xbf" + FIXED.replace("\n", "\r\n").rstrip().encode()
    ran2 = review(*LINT, "--fix", "--output-format", "compact", stdin=f"{FIXED}A breath of fresh air.\n")
    assert ran2.out == f"{FIXED}A breath of fresh air.\n"
    assert "-:4:3: warning cliche" in ran2.err


def test_a_text_from_standard_input_that_cannot_be_linted_is_not_lost() -> None:
    ran = review("lint", "--fix", "--notes", "nope.yaml", "-", stdin=DRAFT)
    assert (ran.code, ran.out) == (2, DRAFT)


def test_a_diff_is_printed_nothing_is_changed_and_patch_can_apply_it(tmp_path: Path) -> None:
    file = tmp_path / "her.md"
    file.write_text(DRAFT + "\nNo end", newline="")
    ran = review(*LINT, "--diff", "her.md", cwd=tmp_path)
    assert ran.code == 1
    assert ran.err == "3 would be fixed.\n"
    assert file.read_text() == DRAFT + "\nNo end"
    assert "-She carries the the film" in ran.out
    assert "+She carries the film" in ran.out
    patched = subprocess.run(["git", "apply", "-p0", "-"], input=ran.out.encode(), cwd=tmp_path, check=False)
    assert patched.returncode == 0
    assert file.read_text() == FIXED + "\nNo end"
    ran = review(*LINT, "--diff", "her.md", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")


def test_unsafe_fixes_wait_to_be_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "her.md"
    file.write_text("She says its a hit.\n")
    ran = review(*LINT, "--fix", file)
    assert "0 fixed, 1 left. --unsafe-fixes fixes 1 more." in ran.err
    assert "1 fixed, 0 left." in review(*LINT, "--fix", "--unsafe-fixes", file).err
    assert file.read_text() == "She says it's a hit.\n"


def test_what_is_silenced_is_not_fixed() -> None:
    text = "She carries the the film. <!-- review-disable-line doubled-word -->\n"
    assert review(*LINT, "--fix", stdin=text).out == text


@pytest.mark.parametrize(
    ("flags", "words"),
    [(["--unsafe-fixes"], "--unsafe-fixes says what"), (["--fix", "--frobnicate"], "--frobnicate")],
)
def test_flags_that_make_no_sense_are_refused(flags: list[str], words: str) -> None:
    ran = review(*LINT, *flags, stdin=DRAFT)
    assert ran.code == 2
    assert words in ran.err


def test_a_pipe_that_is_named_as_a_file_is_linted_and_not_waited_for_when_fixed(tmp_path: Path) -> None:
    pipe = tmp_path / "her.md"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text("She the the late.\n"))
    writer.start()
    ran = review("lint", "--no-notes", "--grammar", "off", "--fix", "her.md", cwd=tmp_path)
    writer.join()
    assert ran.code == 2
    assert ran.err.startswith("her.md: is no file that can be written. Pipe it in: review lint --fix -")


def test_a_file_with_the_longest_name_is_fixed(tmp_path: Path) -> None:
    file = tmp_path / f"{'h' * 252}.md"
    file.write_text("She the the late.\n")
    assert review("lint", "--no-notes", "--grammar", "off", "--fix", file).code == 0
    assert file.read_text() == "She the late.\n"
    assert [it.name for it in tmp_path.iterdir()] == [file.name]
