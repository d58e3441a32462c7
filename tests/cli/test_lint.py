"""`review lint` as scripts meet it: streams, exit codes, pipes, bad input."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from program import REVIEW, ROOT, review, review_process
from reviewcli.cli._app import COMMANDS, named_in_module

DRAFT = "# *Tin Roof* (2019)\n\nShe carries the the film to its end.\n"


def test_findings_go_to_standard_output_and_the_summary_to_standard_error() -> None:
    ran = review_process("lint", "--grammar", "off", "--output-format", "compact", stdin=DRAFT)
    assert ran.out == "-:3:13: error doubled-word “the” is doubled.\n"
    notice, summary = ran.err.splitlines()
    assert notice.startswith("No notes found.")
    assert summary == "1 file, 1 error, 0 warnings, 0 suggestions."
    assert ran.code == 1


@pytest.mark.parametrize(
    ("flags", "code"),
    [
        ([], 1),
        (["--fail-on", "never"], 0),
        (["--exit-zero"], 0),
        (["--ignore", "doubled-word"], 0),
        (["--ignore", "grammar"], 0),
        (["--select", "wording"], 0),
        (["--select", "grammar"], 1),
    ],
)
def test_the_exit_code_follows_what_was_asked(flags: list[str], code: int) -> None:
    assert review("lint", "--grammar", "off", *flags, stdin=DRAFT).code == code


def test_fail_on_warning_makes_a_stock_phrase_fail() -> None:
    text = "The film is a masterclass in tension.\n"
    assert review("lint", "--grammar", "off", stdin=text).code == 0
    assert review("lint", "--grammar", "off", "--fail-on", "warning", stdin=text).code == 1


def test_min_severity_is_what_is_shown_not_what_fails() -> None:
    text = "The film is a masterclass in tension.\n"
    ran = review("lint", "--grammar", "off", "--min-severity", "error", "--fail-on", "warning", stdin=text)
    assert ran.out == ""
    assert ran.code == 1


def test_the_config_beside_a_draft_says_what_is_shown_and_what_fails(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / ".review.yaml").write_text("fail_on: warning\nmin_severity: error\n")
    for folder in (tmp_path, tmp_path / "house"):
        (folder / "draft.md").write_text("It rains.\n\nIt is a masterclass in tension.\n\nIt rains on.\n")
    arguments = ["lint", "--grammar", "off", "--output-format", "compact"]
    ran = review(*arguments, "house/draft.md", cwd=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    ran = review(*arguments, "draft.md", cwd=tmp_path)
    assert (ran.code, ran.out.count(" warning ")) == (0, 1)
    assert review(*arguments, "--fail-on", "error", "house/draft.md", cwd=tmp_path).code == 0


def test_json_is_one_object_in_code_points(tmp_path: Path) -> None:
    text = "😀 Ōshima holds the the shot.\n"
    ran = review("lint", "--grammar", "off", "--output-format", "json", stdin=text, FORCE_COLOR="1")
    (file,) = ran.json["files"]
    (finding,) = file["findings"]
    assert ran.json["version"] == 1
    assert (finding["line"], finding["column"], finding["end_column"]) == (1, 16, 23)
    assert text[finding["start"] : finding["end"]] == finding["match"] == "the the"
    assert finding["replacements"] == ["the"]
    assert finding["fix"] == {"safe": True, "edits": [{"start": 15, "end": 22, "text": "the"}]}
    assert file["metrics"]["flesch_reading_ease"] is None
    assert ran.json["summary"] == {"files": 1, "errors": 1, "warnings": 0, "suggestions": 0}
    assert "\x1b" not in ran.out


def test_an_empty_file_has_no_findings_and_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("")
    ran = review("lint", "--grammar", "off", tmp_path / "empty.md")
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        (["-"], "", "Standard input is empty."),
        (["nope.md"], "", "nope.md: there is no such file."),
        (["her.yaml"], "", "her.yaml: holds notes, not a draft. Use `review check her.yaml`."),
        (["--profile", "nonsense", "-"], DRAFT, "There is no profile “nonsense”."),
        (["--select", "clishe", "-"], DRAFT, "Did you mean “cliche”?"),
        (["--grammer", "off", "-"], DRAFT, "--grammer"),
        (["--notes", "nope.yaml", "-"], DRAFT, "nope.yaml"),
    ],
)
def test_what_cannot_be_done_exits_with_2_and_says_why(
    arguments: list[str], stdin: str, words: str, tmp_path: Path
) -> None:
    ran = review("lint", "--grammar", "off", *arguments, stdin=stdin, cwd=tmp_path)
    assert ran.code == 2
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_what_fails_every_draft_is_told_once(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(DRAFT)
    ran = review("lint", "--grammar", "off", "--profile", "nonsense", "a.md", "b.md", cwd=tmp_path)
    assert ran.code == 2
    assert ran.err.count("There is no profile “nonsense”.") == 1


def test_in_a_mixed_run_the_good_files_are_done_and_the_bad_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(DRAFT)
    (tmp_path / "bad.md").write_bytes(b"caf\xe9")
    ran = review("lint", "--grammar", "off", "--output-format", "json", "bad.md", "good.md", cwd=tmp_path)
    bad, good = ran.json["files"]
    assert ran.code == 2
    assert bad["error"] == "is not UTF-8 text: byte 3 is 0xE9. Save it as UTF-8."
    assert bad["findings"] == []
    assert [finding["rule"] for finding in good["findings"]] == ["doubled-word"]
    assert bad["error"] in ran.err


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text("The the film.\n\n" * 5000)
    command = f"{REVIEW} lint --grammar off --output-format compact long.md | head -1"
    ran = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout == "long.md:1:1: error doubled-word “The” is doubled.\n"
    assert "Traceback" not in ran.stderr
    assert "BrokenPipe" not in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("where", [">/dev/full", ">&-"])
def test_a_full_disk_or_a_closed_output_gets_no_traceback(where: str, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    ran = subprocess.run(
        ["sh", "-c", f'"{REVIEW}" lint --grammar off draft.md {where}'],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in ran.stderr
    assert ran.returncode == 2
    assert "The result is not whole" in ran.stderr


def test_the_draft_in_a_pipe_knows_the_names_of_its_notes(tmp_path: Path) -> None:
    draft = review("new", ROOT / "examples" / "her.yaml").out
    assert "Scarlett Johansson" in draft
    wrong = draft.replace("Rooney Mara", "Rooney Marra")
    assert wrong != draft
    ran = review("lint", "--grammar", "off", "--select", "names", "--output-format", "json", stdin=wrong)
    findings = ran.json["files"][0]["findings"]
    assert {(finding["match"], *finding["replacements"]) for finding in findings} == {("Marra", "Mara")}


def test_output_goes_into_a_file_whole(tmp_path: Path) -> None:
    ran = review(
        "lint", "--grammar", "off", "--output-format", "compact", "-o", "out.txt", stdin=DRAFT, cwd=tmp_path
    )
    assert ran.out == ""
    assert (tmp_path / "out.txt").read_text() == "-:3:13: error doubled-word “the” is doubled.\n"


def test_a_report_is_never_written_over_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "her.md").write_text(DRAFT)
    ran = review("lint", "--no-notes", "--grammar", "off", "-o", "./her.md", "her.md", cwd=tmp_path)
    assert (ran.code, (tmp_path / "her.md").read_text()) == (2, DRAFT)
    assert ran.err == "her.md: was read in this run. Name another file for the report.\n"


def test_every_command_has_help_with_its_options() -> None:
    listed = review("--help")
    assert listed.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in listed.out
        shown = review(command, "--help")
        assert shown.code == 0
        assert "--quiet" in shown.out or "Commands:" in shown.out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(command: str) -> None:
    named = named_in_module(command)
    text = named.info.help if isinstance(named, typer.Typer) else named.__doc__
    assert str(text).splitlines()[0] == COMMANDS[command]


def test_a_mistyped_command_names_the_nearest() -> None:
    ran = review_process("lnit")
    assert ran.code == 2
    assert "Did you mean `lint`?" in ran.err


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_the_version_is_printed(flag: str) -> None:
    from reviewcli import __version__

    assert review_process(flag).out == f"review {__version__}\n"
    assert review("--quiet", flag).out == f"review {__version__}\n"


def test_usage_errors_are_sentences_on_one_line() -> None:
    for arguments in (["schema"], ["lint", "--formt", "json"], ["new"]):
        ran = review(*arguments)
        assert ran.code == 2
        assert ran.err.count("\n") == 1
        assert "\t" not in ran.err
        assert ". Try `review " in ran.err


def helps() -> Iterator[tuple[str, ...]]:
    """Every command and subcommand."""
    for command in COMMANDS:
        named = named_in_module(command)
        below = getattr(named, "registered_commands", None)
        if below is None:
            yield (command,)
        else:
            yield from ((command, it.name or it.callback.__name__) for it in below)


@pytest.mark.parametrize("command", list(helps()), ids=" ".join)
def test_help_has_an_example_and_fits_a_narrow_terminal(command: tuple[str, ...]) -> None:
    done = review(*command, "--help", COLUMNS="60")
    assert done.code == 0
    assert f"Example: review {' '.join(command)}" in " ".join(done.out.split())
    usage_and_text = done.out.partition("Options:")[0]
    assert all(len(line) <= 60 for line in usage_and_text.splitlines())


@pytest.mark.parametrize("group", ["grammar", "words", "cache"])
def test_the_list_of_subcommands_says_whole_sentences(group: str) -> None:
    done = review(group, "--help", COLUMNS="60")
    assert "..." not in done.out.partition("Commands:")[2]


def test_help_of_lint_says_the_defaults() -> None:
    said = " ".join(review("lint", "--help").out.split())
    assert "from this severity up. [default: error]" in said
    assert "Show nothing below this. [default: suggestion]" in said
    assert "our own rules always do. [default: auto]" in said
