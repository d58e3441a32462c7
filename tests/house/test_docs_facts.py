"""The page on facts shows what really happens."""

from __future__ import annotations

import itertools
import re
import shlex
from pathlib import Path

import pytest

from program import ROOT, review
from reviewcli.rules import rule_groups

PAGE = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
FILES = [
    (notes, draft)
    for (one, notes), (other, draft) in itertools.pairwise(BLOCKS)
    if (one, other) == ("yaml", "markdown")
]
RUNS = [shown for kind, shown in BLOCKS if kind == "console"]


@pytest.mark.parametrize("shown", RUNS)
def test_the_output_on_the_page_is_real(shown: str, tmp_path: Path) -> None:
    command, _, output = shown.removeprefix("$ ").partition("\n")
    _, *arguments = shlex.split(command)
    stem = Path(arguments[-1]).stem
    notes, draft = next(pair for pair in FILES if stem in pair[0].lower())
    (tmp_path / f"{stem}.yaml").write_text(notes, encoding="utf-8")
    (tmp_path / f"{stem}.md").write_text(draft, encoding="utf-8")
    ran = review(*arguments, cwd=tmp_path)
    assert ran.out + ran.err == output


def test_every_rule_of_the_group_is_on_the_page() -> None:
    rules = [rule for rule, group in rule_groups().items() if group == "facts"]
    assert [rule for rule in rules if f"| `{rule}` |" not in PAGE] == []
