"""Many drafts at once: the same findings as one by one, in order, whatever becomes of the processes that do it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from program import REVIEW, Ran, review, review_process
from reviewcli.linting.forks import Died, in_order
from reviewcli.settings.config import Config
from reviewcli.settings.inputs import drafts_of
from terminal import beside_a_terminal

OPENINGS = ("It was very very good.", "The the end.", "She recieves an letter.", "Nothing is wrong here.")
PLACES = ("Rome", "Oslo", "Lima", "Kyiv", "Bonn", "Cork", "Nice")
OTHERS = {
    "windows.md": "\ufeff# Heat (1995)\r\n\r\nThe the heist is is good.\r\n\r\nHe recieves an letter.\r\n",
    "plain.txt": "Heat is a film about about work.\nIt has an cold heart, and Twombley knows it.\n",
    "matter.md": "---\ntitle: Her\ndirectors: [Spike Jonze]\nreview: {names: [Twombley], ignore: [wrong-article]}\n---\n"
    "# Her\n\nTwombley recieves an machine. Spike Jones films him. \U0001f3ac The the end.\n",
    "silent.md": "# Her\n\n<!-- review-disable doubled-word -->\nThe the end.\n<!-- review-enable -->\n\nThe the end.\n",
    "empty.md": "",
    "2/title.md": "# Zodiac (2007)\n\nJake Gylenhaal colours the the film with with favour and color.\n",
    "2/film.yaml": "title: Zodiac\nyear: 2007\ncast: [Jake Gyllenhaal as Robert Graysmith]\n",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Drafts of many kinds in folders, some with notes, one that is no text, under a config of their own."""
    folder = tmp_path_factory.mktemp("archive") / "drafts"
    for number in range(12):
        place = folder / f"{number % 3}" / f"{number:02}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        opening = OPENINGS[number % len(OPENINGS)]
        town = PLACES[number % len(PLACES)]
        place.write_text(
            f"# Film {number}\n\n{opening} It was shot in {town}.\n\nJoaquin Johanson plays him.\n"
        )
    for name, text in OTHERS.items():
        (folder / name).write_bytes(text.encode())
    (folder / ".review.yaml").write_text(
        "profile: capsule\noverrides:\n  - {files: '2/*', dialect: en-GB, ignore: [doubled-word]}\n"
    )
    (folder / "0" / "00.yaml").write_text("title: Film 0\ncast: [Joaquin Phoenix as Theodore]\n")
    (folder / "1" / "bad.md").write_bytes(b"caf\xe9")
    time.sleep(0.05)
    return folder


def lint(archive: Path, *flags: str, cache: str = "/nonexistent/cache") -> Ran:
    return review_process(
        "lint", "--output-format", "json", *flags, archive.name, cwd=archive.parent, XDG_CACHE_HOME=cache
    )


def test_cold_cached_parallel_and_from_standard_input_it_says_the_same(archive: Path, tmp_path: Path) -> None:
    one_by_one = lint(archive, "--jobs", "1", "--no-cache")
    cache = str(tmp_path)
    runs = [
        lint(archive, "--jobs", "3", "--no-cache"),
        lint(archive, "--jobs", "3", cache=cache),
        lint(archive, "--jobs", "3", cache=cache),
        lint(archive, "--jobs", "1", cache=cache),
    ]
    assert one_by_one.code == 2
    assert all((run.code, run.out, run.err) == (2, one_by_one.out, one_by_one.err) for run in runs)
    files = one_by_one.json["files"]
    assert [file["path"] for file in files] == sorted(file["path"] for file in files)
    assert len([file for file in files if file["error"]]) == 1
    for file in files:
        if not file["error"] and not file["path"].endswith("empty.md"):  # from a pipe that is an error
            path = archive.parent / file["path"]
            alone = review(
                "lint",
                "--output-format",
                "json",
                "--stdin-filename",
                file["path"],
                "-",
                stdin=path.read_bytes(),
                cwd=archive.parent,
                XDG_CACHE_HOME=cache,
            )
            piped = alone.json["files"][0]
            assert {**piped, "path": file["path"]} == file


@pytest.mark.parametrize("form", ["text", "compact", "jsonl", "github"])
def test_every_format_is_the_same_from_all_cores(archive: Path, form: str) -> None:
    flags = ("--no-cache", "--grammar", "off", "--format", form)
    assert lint(archive, *flags, "--jobs", "2").out == lint(archive, *flags, "--jobs", "1").out


def test_a_baseline_is_written_and_read_from_all_cores(archive: Path, tmp_path: Path) -> None:
    flags = ("--no-cache", "--grammar", "off")
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    lint(archive, *flags, "--jobs", "1", "--write-baseline", str(one))
    lint(archive, *flags, "--jobs", "3", "--write-baseline", str(two))
    assert json.loads(one.read_text()).keys() == json.loads(two.read_text()).keys()
    known = lint(archive, *flags, "--jobs", "3", "--baseline", str(one))
    assert known.json["summary"]["errors"] == 0


def test_results_come_in_order_and_while_others_are_at_work() -> None:
    asked: list[int] = []

    def tasks() -> Iterator[bytes | None]:
        for number in range(100):
            asked.append(number)
            yield None if number % 7 == 0 else str(number).encode()

    def work(task: bytes) -> bytes:
        time.sleep(0.01 if task.endswith(b"1") else 0)
        return task + b"!"

    answers = in_order(tasks(), work, 3)
    assert next(answers) is None
    assert len(asked) < 30
    rest = list(answers)
    assert rest == [None if n % 7 == 0 else f"{n}!".encode() for n in range(1, 100)]


def test_a_worker_that_is_killed_costs_one_task() -> None:
    def work(task: bytes) -> bytes:
        if task == b"5":
            os.kill(os.getpid(), signal.SIGKILL)
        if task == b"7":
            os._exit(3)
        return task

    answers = list(in_order((str(n).encode() for n in range(20)), work, 2))
    assert answers == [
        Died(-signal.SIGKILL) if n == 5 else Died(3) if n == 7 else str(n).encode() for n in range(20)
    ]
    assert "signal 9" in str(answers[5])


def test_a_worker_without_memory_says_so() -> None:
    def work(task: bytes) -> bytes:
        if task == b"3":
            raise MemoryError
        return task

    answers = list(in_order((str(n).encode() for n in range(8)), work, 2))
    assert [answer for answer in answers if isinstance(answer, bytes)] == [
        b"0",
        b"1",
        b"2",
        *b"4 5 6 7".split(),
    ]
    assert "not enough memory" in str(answers[3])


@pytest.mark.parametrize("most", [0, 1])
def test_where_no_process_can_be_made_the_work_is_done_with_those_that_are_there(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fork = os.fork
    made: list[int] = []

    def few() -> int:
        if len(made) == most:
            raise BlockingIOError
        made.append(1)
        return fork()

    monkeypatch.setattr(os, "fork", few)
    answers = list(in_order((str(n).encode() for n in range(50)), lambda task: task + b"!", 4))
    assert answers == [f"{n}!".encode() for n in range(50)]


def test_no_process_outlives_a_run_that_is_left() -> None:
    answers = in_order((str(n).encode() for n in range(20)), lambda _: str(os.getpid()).encode(), 2)
    worker = next(answers)
    assert isinstance(worker, bytes)
    answers.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int(worker), 0)


def test_the_file_of_a_killed_worker_is_named_and_the_others_are_read(archive: Path) -> None:
    code = (
        "import os, signal, sys\n"
        "from reviewcli.linting.linter import Linter\n"
        "examine = Linter.examine\n"
        "def killed(self, source):\n"
        "    if source.path.endswith('05.md'):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return examine(self, source)\n"
        "Linter.examine = killed\n"
        "from reviewcli.cli._app import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    flags = ["lint", "--no-cache", "--grammar", "off", "--jobs", "2", "--output-format", "json", "drafts"]
    ran = subprocess.run(
        [sys.executable, "-c", code, *flags],
        cwd=archive.parent,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_CONFIG_HOME": "/nonexistent"},
    )
    files = json.loads(ran.stdout)["files"]
    lost = [file for file in files if file["error"] and file["path"].endswith("05.md")]
    assert ran.returncode == 2
    assert len(files) == 13 + 6
    assert len([file for file in files if file["error"]]) == 2
    assert "killed by signal 9" in lost[0]["error"]
    assert "drafts/2/05.md: the process that read it was killed by signal 9." in ran.stderr


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM), (signal.SIGHUP, -signal.SIGHUP)],
)
@pytest.mark.parametrize("everybody", [True, False])
def test_ctrl_c_and_the_like_end_all_processes_at_once(
    tmp_path: Path, number: signal.Signals, code: int, everybody: bool
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for draft in range(300):
        (folder / f"{draft}.md").write_text("It was very good. " * 200)
    run = subprocess.Popen(
        [str(REVIEW), "lint", "--no-cache", "--grammar", "off", "--jobs", "2", "many"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    assert run.stdout is not None
    run.stdout.readline()
    os.killpg(run.pid, number) if everybody else run.send_signal(number)
    err = run.communicate(timeout=20)[1]
    assert run.returncode == code
    assert "Traceback" not in err
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.md").write_text("The the end of it.\n\n" * 100)
    command = f"set -o pipefail; {REVIEW} lint --no-cache --grammar off --format json --jobs 2 many | head -1"
    ran = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, '{"version": 1,\n')
    assert "Error" not in ran.stderr


def test_a_terminal_sees_how_far_it_is_and_a_pipe_does_not(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.md").write_text("It was very good.\n")
    command = ("lint", "--no-cache", "--grammar", "off", "--format", "compact", "many")
    out, shown = beside_a_terminal(*command, cwd=tmp_path)
    assert "of 30" in shown
    assert shown.endswith("\r\x1b[K30 files, nothing found.\r\n")
    piped = review_process(*command, cwd=tmp_path)
    assert out == piped.out
    assert "of 30" not in piped.err


def test_what_is_no_file_or_leads_in_circles_is_passed_by(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    (folder / "in").mkdir(parents=True)
    (folder / "a.md").write_text("The the end.\n")
    (folder / "in" / "z.md").write_text("Nothing.\n")
    (folder / "folder.md").mkdir()
    (folder / "in" / "round").symlink_to(folder)
    (folder / "gone.md").symlink_to("nowhere.md")
    os.mkfifo(folder / "pipe.md")
    ran = review_process("lint", "--no-cache", "--grammar", "off", "--format", "json", "many", cwd=tmp_path)
    assert [file["path"] for file in ran.json["files"]] == ["many/a.md", "many/in/z.md"]


def test_a_folder_that_cannot_be_read_costs_what_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "draft.md").write_text("Fine.\n")
    scandir = os.scandir

    def guarded(folder: Path) -> object:
        if Path(folder).name == "b":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", guarded)
    drafts = list(drafts_of([str(tmp_path)], Config()))
    assert [Path(name).relative_to(tmp_path).as_posix() for name, _ in drafts] == [
        "a/draft.md",
        "b",
        "c/draft.md",
    ]
    assert str(drafts[1][1]) == f"{tmp_path}/b: cannot be read: permission denied."
