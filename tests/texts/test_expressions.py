"""Patterns that are compiled once a text has what they need: what is found, and which letters that is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.texts.expressions import Expression, has_needed, in_small, needed

PATTERNS = (
    r"\b(?:runs?|lasts?) (?:for )?\d+",
    r"(?:[Bb]est|worst) film\b(?! ever)",
    r"(?<!so )short(?:er|est)? (?:cut|version)s?",
    r"in the (?:\w+ ){0,2}?end\b",
    r"a(?: very)? good",
    r"(?:ab|abc){2,3}d?|x{2}yz",
)
WORDS = [
    "runs",
    "lasts",
    "for",
    "12",
    "Best",
    "worst",
    "film",
    "ever",
    "so",
    "short",
    "shorter",
    "cut",
    "version",
]
WORDS += ["in", "the", "very", "end", "a", "good", "ababd", "xxyz", "K", "ſhort", "İn", "abab", "."]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@pytest.mark.parametrize(
    ("pattern", "rows"),
    [
        (r"\bturns out\b", [("turns out",)]),
        (r"the (?:killer|thief) (?:is|was)", [("the ",), ("killer", "thief"), ("is", "was")]),
        (r"films? by (?:a )?man", [("film",), (" by ",), ("man",)]),
        (r"colou?r{2}(?!lost)(?=seen)(?<=past)", [("colo",)]),
        (r"(?:very )?(?P<name>OLD|(?:new|fresh)er) [Mm]en", [("old", "new", "fresh"), ("en",)]),
        (r"x{0,2}one|two|\w+", []),
        (r"no{1,3}pe|.*", []),
        (r"(?:one|[a-z])two", [("two",)]),
        (r"(a)?(?(1)b|count)", []),
    ],
)
def test_what_a_pattern_needs_is_read_from_it(pattern: str, rows: list[tuple[str, ...]]) -> None:
    assert needed(pattern) == rows


@given(TEXTS, st.sampled_from(PATTERNS))
def test_whatever_a_pattern_finds_has_what_it_needs(text: str, pattern: str) -> None:
    for match in re.finditer(pattern, text, re.IGNORECASE):
        assert has_needed(in_small(match.group()), needed(pattern))


@given(TEXTS, st.lists(st.sampled_from(PATTERNS), min_size=1, unique=True), st.booleans())
def test_several_patterns_find_what_one_with_bars_between_finds(
    text: str, patterns: list[str], ignore_case: bool
) -> None:
    flags = re.IGNORECASE if ignore_case else 0
    one = re.compile("|".join(patterns), flags)
    several = Expression(*patterns, ignore_case=ignore_case)
    assert [match.span() for match in several.finditer(text, 3)] == [
        match.span() for match in one.finditer(text, 3)
    ]
    found, expected = several.search(text), one.search(text)
    assert (found and found.span()) == (expected and expected.span())
    found, expected = several.match(text, 2), one.match(text, 2)
    assert (found and found.span()) == (expected and expected.span())
