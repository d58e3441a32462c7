"""What people install: the wheel, in a clean environment, from another folder."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from program import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_templates_and_the_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "reviewcli/templates/film/standard.md.j2" in names
    assert "reviewcli/reading/phrases/cliches.txt" in names
    assert "reviewcli/py.typed" in names
    assert {f"reviewcli/formats/findings/html/page.{end}" for end in ("css", "js", "html.j2")} <= set(names)
    assert "reviewcli/engines/provision/pom.xml" in names
    assert not [name for name in names if name.startswith(("tests/", "examples/"))]


def test_the_wheel_names_the_sources_of_every_list_that_was_made_from_others(
    wheel: Path,
) -> None:
    with zipfile.ZipFile(wheel) as built:
        (place,) = [name for name in built.namelist() if name.endswith("/licenses/NOTICE")]
        notice = built.read(place).decode()
        tables = {
            name.rpartition("/")[2]: _top(built.read(name).decode())
            for name in built.namelist()
            if name.startswith("reviewcli/") and name.endswith(".txt")
        }
    licensed = {
        name: top for name, top in tables.items() if re.search(rf"{LICENCES}|^Source:", top, re.MULTILINE)
    }
    assert set(re.findall(r"^  (\w+\.txt) +\d", notice, re.MULTILINE)) == set(licensed)
    for name, top in licensed.items():
        asked = re.findall(r"^Copyright.+|https?://[\w./-]+\w/?|\b[A-Z]{5,}\b", top, re.MULTILINE)
        asked += re.findall(rf"([A-Za-z]+)(?:'s \w+| v2)? \((?:{LICENCES})", top)
        assert asked, name
        assert [words for words in asked if words not in notice] == [], name


LICENCES = r"MIT\b|BSD\b|Apache\b|CC BY\b"


def _top(table: str) -> str:
    """What a table says of itself in the comments at its top, as one text."""
    lines = table.splitlines()
    return "\n".join(
        line[1:].strip() for line in itertools.takewhile(lambda line: line.startswith("#"), lines)
    )


def test_every_dependency_has_its_reason_beside_it_and_a_version_in_the_constraints() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    start, end = text.index("\ndependencies = ["), text.index("\n[project.scripts]")
    named = re.findall(r'^.*?"([\w-]+)(?:\[[\w,]+\])?[^"]*".*$', text[start:end], re.MULTILINE)
    lines = [line for line in text[start:end].splitlines() if '"' in line]
    assert len(named) == len(lines)
    assert [line for line in lines if not re.search(r"  # \S", line)] == []
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []
    pinned = {_plain(pin.partition("==")[0]) for pin in pins}
    assert {_plain(name) for name in named} - pinned == {"review-cli"}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_installed_from_the_wheel_the_demo_runs_in_another_folder(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "clean"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "-c", str(ROOT / "constraints.txt"), str(wheel)],
        check=True,
        capture_output=True,
    )
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "her.yaml").write_text(
        (ROOT / "examples" / "her.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    ran = subprocess.run(
        [
            "bash",
            "-c",
            f"set -o pipefail; {home}/bin/review new her.yaml | {home}/bin/review lint - --exit-zero",
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "1 file" in ran.stderr
    assert "name-misspelt" not in ran.stdout


def test_make_demo_drafts_and_lints_whatever_is_found() -> None:
    ran = subprocess.run(
        ["make", "-o", ".venv/runs", "demo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    draft, _, findings = ran.stdout.partition("$ review new examples/her.yaml | review lint -")
    assert "# *Her* (2013)" in draft
    assert "name-" not in findings
    assert "1 file" in ran.stderr
