"""`review update` as scripts meet it; what it does to a draft, tests/drafting/test_margin.py tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import ROOT, review


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-"], "update writes into a draft. Name its file: review update her.md\n"),
        (["tin.yaml"], "tin.yaml: holds notes, not a draft. Name the draft made from them.\n"),
        (["lonely.md"], "lonely.md: the notes of this draft are not there. Name them: --notes her.yaml\n"),
        (
            ["tin.md", "--notes", "no.yaml"],
            "no.yaml: there is no such file or folder. Look at what --notes names.\n",
        ),
    ],
)
def test_what_cannot_be_updated_is_told(arguments: list[str], told: str, tmp_path: Path) -> None:
    (tmp_path / "tin.yaml").write_text("title: Tin Roof\n")
    assert review("new", "tin.yaml", "-o", "tin.md", cwd=tmp_path).code == 0
    (tmp_path / "lonely.md").write_text("# Something else\n\nText.\n")
    ran = review("update", *arguments, cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (2, "", told)


@pytest.mark.parametrize("template", ["standard", "short", "capsule"])
def test_what_a_template_leaves_out_is_not_missed(template: str, tmp_path: Path) -> None:
    notes = str(ROOT / "examples" / "her.yaml")
    assert review("new", notes, "-t", template, "-o", "her.md", cwd=tmp_path).code == 0
    ran = review("update", "her.md", "--check", cwd=tmp_path)
    assert ran.code == 0
    assert ran.err.endswith(" in the text, 0 perhaps, 0 not in the text.\n")
