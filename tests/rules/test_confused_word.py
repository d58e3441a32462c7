"""The tables of slips: every pair by its own examples, and the laws of the tables."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.document import Document
from reviewcli.rules import rule_class, rule_groups
from reviewcli.rules.spelling._table import entries_for, examples, first_words
from reviewcli.rules.spelling.confused_word import ConfusedWord

EXAMPLES = examples()


def found(text: str, rule: str = "confused-word") -> list[str]:
    return [text[f.span.start : f.span.end] for f in rule_class(rule)().check(Document(text))]


@pytest.mark.parametrize(("rule", "kind", "text"), EXAMPLES, ids=[text for _, _, text in EXAMPLES])
def test_an_example_of_a_table_is_found_at_its_marks(rule: str, kind: str, text: str) -> None:
    marked = re.findall("«([^»]*)»", text)
    assert bool(marked) == (kind == "bad")
    assert found(re.sub("[«»]", "", text), rule) == marked


@pytest.mark.parametrize("word", sorted(first_words()))
def test_every_entry_says_when_and_means_another_word(word: str) -> None:
    for entry in entries_for(word):
        assert entry.rule in rule_groups()
        assert entry.when, entry.wrong
        assert " ".join(entry.wrong) != entry.right


def test_what_has_a_capital_inside_a_sentence_is_a_name() -> None:
    assert found("He saw Alot and Seens in Its a Wonderful Life.") == []


def test_the_right_word_takes_the_capital_and_the_apostrophe_of_the_wrong_one() -> None:
    (finding,) = ConfusedWord().check(Document("Its a film. So it ends."))
    assert finding.replacements == ("It's",)
    (finding,) = ConfusedWord().check(Document("It finds it’s own way."))
    assert finding.replacements == ("its",)


def test_curly_apostrophes_stay_curly() -> None:
    (finding,) = ConfusedWord().check(Document("He’s sure that its not over."))
    assert finding.replacements == ("it’s",)


def test_an_allowed_word_is_left_alone() -> None:
    assert list(ConfusedWord(allow=("alot",)).check(Document("There is alot to see."))) == []


WORDS = st.sampled_from(
    [*sorted(first_words())[:400], "the", "a", "of", "is", ",", ".", "film", "in", "to", "“", "*"]
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_any_row_of_such_words_is_read(text: str) -> None:
    for finding in ConfusedWord().check(Document(text)):
        assert 0 <= finding.span.start < finding.span.end <= len(text)
