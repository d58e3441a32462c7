"""The compiler file for Vim, in Vim."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from program import ROOT, STATE

VIM = shutil.which("vim")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(VIM is None, reason="there is no Vim here")]


def quickfix(file: Path, tmp_path: Path) -> list[dict[str, Any]]:
    """What `:make` puts into the quickfix list, each with the words that the cursor goes to."""
    out = tmp_path / "quickfix.json"
    script = tmp_path / "session.vim"
    script.write_text(
        f"""\
set encoding=utf-8 nomore shellredir=>%s\\ 2>&1
execute 'set runtimepath^=' . fnameescape('{ROOT}/contrib/vim')
filetype on
execute 'edit' fnameescape('{file}')
compiler review
silent make!
let found = []
for item in getqflist()
  if item.valid
    execute 'buffer' item.bufnr
    call cursor(item.lnum, 1)
    execute 'normal!' item.vcol ? item.col . '|' : '0'
    let item.there = strpart(getline('.'), col('.') - 1)
    call add(found, item)
  endif
endfor
call writefile([json_encode(found)], '{out}')
qall!
""",
        encoding="utf-8",
    )
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        [str(VIM), "-N", "-u", "NONE", "-i", "NONE", "-es", "-S", str(script)],
        env={**os.environ, "PATH": path, "XDG_CONFIG_HOME": "/nonexistent", "XDG_CACHE_HOME": STATE.name},
        check=False,
        capture_output=True,
        timeout=120,
    )
    found: list[dict[str, Any]] = json.loads(out.read_text(encoding="utf-8"))
    return found


def test_the_cursor_goes_to_the_finding_behind_accents(tmp_path: Path) -> None:
    draft = tmp_path / "amelie.md"
    draft.write_text("# Amélie\n\nÀ café où Amélie théâtre the the end.\n", encoding="utf-8")
    found = quickfix(draft, tmp_path)
    (doubled,) = [item for item in found if item["text"].startswith("doubled-word")]
    assert doubled["there"] == "the the end."
    assert (doubled["lnum"], doubled["type"]) == (3, "e")


def test_notes_are_checked(tmp_path: Path) -> None:
    notes = tmp_path / "amelie.yaml"
    notes.write_text("title: Amélie\nyaer: 2001\n", encoding="utf-8")
    (found,) = quickfix(notes, tmp_path)
    assert found["lnum"] == 2
    assert found["there"] == "yaer: 2001"
    assert "yaer" in found["text"]
