"""What once cost more than in proportion to its length costs little: 64 KB of it, which took from 6 to 26 seconds."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from counted import calls_of
from program import ROOT, review
from reviewcli.document import Document
from reviewcli.reading.outline.sentence_kinds import plot_probabilities
from reviewcli.rules._rule import rule_class

sys.path.insert(0, str(ROOT / "benchmarks"))
from growth import NOTES, SHAPES

# Of the processor, on a slow machine.
MOST_SECONDS = {"[a](": 10, "one word": 4, "very": 4, "one name": 4}
TEMPLATE_SECONDS = 4


@pytest.mark.slow
@pytest.mark.parametrize("shape", MOST_SECONDS)
def test_a_long_text_of_one_shape_is_linted_soon(shape: str, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(NOTES, "utf-8")
    (tmp_path / "x.md").write_text(f"# T\n\n{SHAPES[shape](64_000)}\n", "utf-8")
    began = time.process_time()
    ran = review("lint", "--no-cache", "--grammar", "off", "x.md", cwd=tmp_path)
    assert ran.code in (0, 1)
    assert time.process_time() - began < MOST_SECONDS[shape]


@pytest.mark.parametrize("rule", ["said-twice", "passive-heavy", "subject-verb-agreement"])
def test_twice_the_quotations_in_one_line_cost_twice_the_work(rule: str) -> None:
    def work(sentences: int) -> int:
        text = " ".join(
            f"“Go {n},” says the *Tall* captain of the boat number {n}." for n in range(sentences)
        )
        doc = Document(text)
        assert len(doc.sentences) == sentences
        return calls_of(lambda: list(rule_class(rule)().check(doc)))

    once = work(400)
    assert once > 400
    assert work(800) < 2.3 * once


def test_twice_the_names_cost_twice_the_work() -> None:
    def work(names: int) -> int:
        doc = Document(" ".join(f"It is {_letters(n)} {_letters(7 * n)}." for n in range(names)))
        check = rule_class("name-spelt-two-ways")()
        assert len(doc.sentences) == names
        return calls_of(lambda: list(check.check(doc)))

    once = work(400)
    assert once > 400
    assert work(800) < 2.3 * once


def _letters(number: int) -> str:
    return "Ab" + "".join(chr(97 + number * 7 // 26**place % 26) * 3 for place in range(4))


def test_twice_the_titles_in_one_paragraph_cost_twice_the_work() -> None:
    def work(titles: int) -> int:
        doc = Document("*It* was *So* odd. " * titles)
        assert len(doc.sentences) == titles
        return calls_of(lambda: plot_probabilities(doc))

    once = work(400)
    assert once > 400
    assert work(800) < 2.3 * once


def test_of_a_paragraph_that_is_all_brackets_a_thousand_are_told() -> None:
    assert len(list(rule_class("unpaired-mark")().check(Document("[a](" * 3000)))) == 1000


def test_a_cell_is_found_where_it_stands_whatever_stands_in_it() -> None:
    text = "| Title | Note |\n|---|---|\n| a | a |\n| a \\| b | b |\n| c | a \\| b \\| c |\n"
    places = [
        (block.text, text[block.span.start :].split("|")[0].strip()) for block in Document(text).blocks[2:]
    ]
    assert places == [
        ("a", "a"),
        ("a", "a"),
        ("a | b", "a \\"),
        ("b", "b"),
        ("c", "c"),
        ("a | b | c", "a \\"),
    ]


@pytest.mark.parametrize(
    "template", ["{{ ('x' * 900000)|wordwrap(2) }}", "{{ ('x\n' * 499999)|indent(1000) }}"]
)
def test_a_template_that_would_wrap_or_indent_without_end_is_refused_at_once(
    template: str, tmp_path: Path
) -> None:
    (tmp_path / "her.yaml").write_text("title: Her\n", "utf-8")
    (tmp_path / "t.md.j2").write_text(template, "utf-8")
    began = time.process_time()
    ran = review("new", "her.yaml", "-t", "./t.md.j2", cwd=tmp_path)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert time.process_time() - began < TEMPLATE_SECONDS
