"""A site of stripped drafts, built by Hugo for real. `make hugo` installs it; on CI it may not be missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import html5lib
import pytest

from program import ROOT, review

HUGO = shutil.which("hugo") or str(ROOT / ".tools" / "bin" / "hugo")
LAYOUT = '<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1><p id="rating">{{ .Params.rating }}</p>\n{{ .Content }}'
CONFIG = """\
title_heading: no
output: content/reviews/{slug}.md
front_matter:
  put: {layout: review}
  rename: {score: rating, kind: medium}
  drop: [cast, draft]
"""


@pytest.mark.slow
@pytest.mark.skipif(not (Path(HUGO).exists() or os.environ.get("CI")), reason="no Hugo here: make hugo")
def test_a_site_shows_title_rating_and_sections_and_no_markers(tmp_path: Path) -> None:
    layouts = tmp_path / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "review.html").write_text(LAYOUT)
    (tmp_path / "hugo.toml").write_text(
        'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
    )
    (tmp_path / ".review.yaml").write_text(CONFIG)
    shutil.copy(ROOT / "examples" / "her.yaml", tmp_path)
    (tmp_path / "tin.yaml").write_text("title: 'Tin: \"Roof\"'\nyear: 2019\nsynopsis: It rains.\nscore: B+\n")
    assert review("new", "her.yaml", "tin.yaml", cwd=tmp_path).code == 0
    for name in ("her", "tin-roof"):
        draft = tmp_path / "content" / "reviews" / f"{name}.md"
        # Hugo has a `kind` of its own and stops at ours, which the config therefore renames.
        draft.write_text(draft.read_text().replace("\nyear:", "\nkind: documentary\nyear:"))
        assert review("strip", draft, "-o", draft, "--force", "--unfinished", cwd=tmp_path).code == 0
    subprocess.run([HUGO, "--quiet"], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    her, tin = (read(tmp_path / "public" / "reviews" / name / "index.html") for name in ("her", "tin-roof"))
    assert [words(each) for each in her.iter("h1")] == ["Her"]
    assert [words(each) for each in her.iter("h2")] == [
        "Synopsis",
        "Performances",
        "Craft",
        "Themes",
        "Critique",
        "Verdict",
    ]
    assert words(her.find(".//p[@id='rating']")) == "4.5/5"
    assert [words(each) for each in tin.iter("h1")] == ['Tin: "Roof"']
    assert words(tin.find(".//p[@id='rating']")) == "B+"
    for name in ("her", "tin-roof"):
        text = (tmp_path / "public" / "reviews" / name / "index.html").read_text()
        assert "review-" not in text
        assert "<!--" not in text


def read(path: Path) -> Any:
    return html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
