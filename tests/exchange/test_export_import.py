"""Pages that `review export` makes are read by `review import front-matter`: what both can hold is the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from program import ROOT, review
from reviewcli.notes import Notes, load_notes

KINDS = "blue fleabag grizzly-man hades her jerusalem merry-christmas my-brilliant-friend net-loft".split()
MORE = """\
seen: {date: 2026-11-19, rewatch: no}
author: Bo Day
date: 2026-11-20
tags: [rain, two-words]
headline: What the rain said
"""


@pytest.mark.parametrize("name", ["hugo", "jekyll", "eleventy", "obsidian"])
def test_a_page_of_every_kind_comes_back_as_notes(name: str, tmp_path: Path) -> None:
    for kind in KINDS:
        shutil.copy(ROOT / "examples" / f"{kind}.yaml", tmp_path)
    (tmp_path / "tin.yaml").write_text(
        f"title: Tin\nyear: 2019\ndirectors: [Ann Lee, Bo Li]\nscore: 3.5/4\n{MORE}"
    )
    (tmp_path / "oak.yaml").write_text(
        f"kind: book\ntitle: Oak\nyear: 2020\nauthors: [Al Low]\nscore: B+\n{MORE}"
    )
    all_notes = [f"{kind}.yaml" for kind in [*KINDS, "tin", "oak"]]
    assert review("new", *all_notes, "-o", "drafts/", cwd=tmp_path).code == 0
    assert review("export", name, "drafts", "-o", "pages/", "--unfinished", cwd=tmp_path).code == 0
    pages = sorted((tmp_path / "pages").iterdir())
    ran = review("import", "front-matter", *pages, "-o", "back/", cwd=tmp_path)
    assert ran.code == 0, ran.err
    back = {known(notes)["title"]: notes for notes in map(load_notes, (tmp_path / "back").iterdir())}
    for file in all_notes:
        before = load_notes(tmp_path / file)
        after = back[before.title]
        if name == "obsidian" and before.kind in ("documentary", "album"):
            # Media DB calls a documentary a movie.
            assert (after.title, after.score) == (before.title, before.score)
            continue
        assert known(after) == known(before), file


def test_a_diarys_file_comes_back_as_notes(tmp_path: Path) -> None:
    more = "seen: {date: 2026-11-19, rewatch: yes}\ntags: [rain]\nids: {imdb: tt0000001, tmdb: 7, letterboxd: abc}\n"
    text = f"title: Tin\nyear: 2019\ndirectors: [Ann Lee, Bo Li]\nscore: 7/10\nopening: It *rains*.\n{more}"
    (tmp_path / "tin.yaml").write_text(text)
    assert review("new", "tin.yaml", "-o", "tin.md", cwd=tmp_path).code == 0
    ran = review("export", "letterboxd", "tin.md", "-o", "diary.csv", "--unfinished", cwd=tmp_path)
    assert ran.code == 0
    assert review("import", "letterboxd", "diary.csv", "-o", "back/", cwd=tmp_path).code == 0
    (after,) = map(load_notes, (tmp_path / "back").iterdir())
    before = load_notes(tmp_path / "tin.yaml")
    for name in ("title", "year", "directors", "score", "seen", "tags", "ids"):
        assert getattr(after, name) == getattr(before, name)
    assert after.opening is not None
    assert after.opening.startswith("It *rains*.")


def known(notes: Notes) -> dict[str, object]:
    """What a page of any generator holds."""
    return {
        "kind": notes.kind,
        "title": notes.title,
        "headline": notes.headline,
        "original_title": notes.original_title,
        "year": notes.year,
        "score": notes.score,
        "makers": [
            person.name
            for people in (
                notes.directors,
                notes.fact("authors"),
                notes.fact("artists"),
                notes.fact("developers"),
            )
            for person in people
        ],
        "genres": notes.genres if notes.kind in ("film", "series") else (),
        "address": notes.fact("address"),
        "author": notes.author,
        "date": notes.date,
        "tags": notes.tags,
        "seen": notes.seen.date if notes.seen and notes.kind in ("film", "documentary") else None,
    }
