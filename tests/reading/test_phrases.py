"""The one pass over a text finds what every pattern finds by itself, and the work grows with the text alone."""

from __future__ import annotations

import functools
import re
import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reviewcli.reading.phrases as package
from counted import calls_of
from program import ROOT
from reviewcli.document import Document
from reviewcli.reading.phrases import Hit, find_in, phrases, phrases_of
from reviewcli.reading.phrases._first_words import first_words
from reviewcli.reading.phrases._patterns import expression
from reviewcli.texts.findings import Span

HER = """\
Spike Jonze’s Her is a poignant exploration of love. Scarlett Johansson’s voice work is equally
compelling, breathing
life into an unseen character. It is a masterclass in storytelling, offering a tender meditation on
the complexities of human emotion in a rapidly changing world: a cinematic masterpiece that
lingers long after the credits roll. You’ll laugh, you’ll cry; don’t miss it. It’s not just about
the future—it’s about us.
"""


def one_by_one(text: str) -> list[Hit]:
    """Every pattern by itself, as the header of the list says they are read."""
    plain = re.sub(r"\s", " ", text).replace("’", "'")
    return sorted(
        Hit(match.start(), match.end(), number)
        for number, pattern in enumerate(patterns())
        for match in pattern.finditer(plain)
    )


@functools.cache
def patterns() -> list[re.Pattern[str]]:
    """Every pattern, compiled once: `re` itself remembers fewer than there are."""
    return [re.compile(expression(phrase.pattern), re.IGNORECASE) for phrase in phrases()]


def found(text: str, category: str | None = None) -> list[str]:
    known = phrases()
    return [
        text[hit.start : hit.end] for hit in find_in(text) if category in (None, known[hit.number].category)
    ]


WORDS = sorted({word for phrase in phrases() for word in re.findall(r"[A-Za-z]+", phrase.pattern)})
SEPARATORS = st.sampled_from([" ", " ", " ", "-", ", ", "'", "’", "\n", "  ", ". ", ""])


def test_the_pass_finds_in_a_review_what_each_pattern_finds_by_itself() -> None:
    assert find_in(HER) == one_by_one(HER)
    assert len(find_in(HER)) > 15


@given(st.lists(st.tuples(st.sampled_from([*WORDS, "Her", "x1", "é", "_"]), SEPARATORS), max_size=30))
def test_the_pass_finds_what_each_pattern_finds_by_itself(words: list[tuple[str, str]]) -> None:
    text = "".join(word + separator for word, separator in words)
    assert find_in(text) == one_by_one(text)


@pytest.mark.parametrize("number", range(0, len(phrases()), 7))
def test_a_text_that_a_pattern_begins_with_is_found_in_the_index(number: int) -> None:
    pattern = phrases()[number].pattern
    for first, _ in first_words(pattern):
        assert first == first.lower()
        assert first or pattern.startswith("(?-i:[A-Z]")


@pytest.mark.parametrize(("name", "made_by"), [("index.txt", "index_text"), ("needed.tsv", "needed_text")])
def test_what_is_written_of_the_lists_is_of_these_lists(name: str, made_by: str) -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "index_phrases.py"))
    written = Path(package.__file__).with_name(name).read_text(encoding="utf-8")
    assert written == script[made_by](), "run: python scripts/index_phrases.py"


def test_every_line_of_the_lists_is_one_pattern_with_a_category() -> None:
    written = [phrase.pattern for phrase in phrases()]
    assert len(set(written)) == len(written) > 700
    for phrase, compiled in zip(phrases(), patterns(), strict=True):
        assert not compiled.search("")
        assert not compiled.search("The cat sat on a mat and went home.")
        assert re.fullmatch(r"[a-z]+(-[a-z]+)?", phrase.category)


def test_phrases_are_whole_words_in_any_case() -> None:
    assert found("A TOUR DE FORCE") == ["TOUR DE FORCE"]
    assert found("Contour de force, tour de forces") == []


def test_a_phrase_goes_on_over_the_end_of_a_line() -> None:
    assert found("a tour\nde\r\nforce and a tour-de-\nforce") == ["tour\nde\r\nforce"]
    assert found("lingers\u00a0long\n after", "closing") == ["lingers\u00a0long\n after"]


def test_a_curly_apostrophe_and_a_hyphen_that_does_not_break_are_plain_ones() -> None:
    assert found("don’t miss it; mind\u2011blowing") == ["don’t miss it", "mind\u2011blowing"]


def test_what_is_marked_as_case_sensitive_is_so() -> None:
    assert found("Alien meets Heidi", "meets") == ["Alien meets Heidi"]
    assert found("boy meets girl", "meets") == []


def test_machine_tells_after_a_comma_are_found_without_the_comma() -> None:
    assert found("It moves on, highlighting the past.", "participle") == ["highlighting"]
    assert found("Highlighting the past, it moves on.", "participle") == []


def test_a_document_gives_its_phrases_with_their_places() -> None:
    source = (
        "# A masterclass in\n\n> *A **tour de\n> force**.*\n\n`in spades` [in spades](http://in.spades)\n"
    )
    matches = phrases_of(Document(source))
    assert [(match.category, match.passage.text) for match in matches] == [
        ("praise", "tour de force"),
        ("praise", "in spades"),
    ]
    assert matches[1].passage.span == Span(source.index("[in") + 1, source.index("](http"))


@pytest.mark.parametrize(
    "unit",
    [
        "a ",
        "a",
        "A-",
        " ",
        "the best ",
        "by turns a, ",
        "Aaa meets ",
        "in a with a ",
        "brings ",
        "delivers a ,",
        "not just ",
        "\n",
    ],
)
def test_a_text_twice_as_long_is_twice_the_work(unit: str) -> None:
    def work(times: int) -> int:
        return calls_of(lambda: find_in(unit * times))

    work(10)  # loads what is kept
    assert work(2000) < 2.1 * work(1000) + 100
