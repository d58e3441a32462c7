"""The tagger: what words may be, which forms they have, where a noun phrase ends and what the subject is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.document import Document
from reviewcli.reading.tagging import tagged
from reviewcli.reading.tagging.forms import plain, plural, singular, third_person
from reviewcli.reading.tagging.lexicon import kinds_of, lemma_of
from reviewcli.reading.tagging.noun_phrases import MANY, ONE, noun_phrase
from reviewcli.reading.tagging.subjects import subject_at
from reviewcli.reading.tagging.tokens import Token


def tokens(text: str) -> tuple[Token, ...]:
    return tagged(Document(text))[0]


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("actors", "p"),
        ("seems", "z"),
        ("film", "sb"),
        ("xyzzy", ""),
        ("", ""),
        ("naïve", ""),
        ("a", "x"),
        ("#", ""),
    ],
)
def test_the_lexicon_knows_what_a_word_may_be(word: str, kinds: str) -> None:
    assert kinds_of(word) == kinds


def test_the_likeliest_kind_stands_first() -> None:
    assert kinds_of("looks")[0] == "z"
    assert kinds_of("work")[0] == "s"


def test_irregular_forms_lead_back_to_their_word() -> None:
    assert (lemma_of("went"), lemma_of("mice"), lemma_of("films")) == ("go", "mouse", "")


@pytest.mark.parametrize(
    ("form", "code", "verb"),
    [("goes", "z", "go"), ("carries", "z", "carry"), ("watches", "z", "watch"), ("uses", "z", "use"),
     ("knew", "d", "know"), ("planned", "d", "plan"), ("loved", "d", "love"), ("called", "d", "call")],
)  # fmt: skip
def test_a_form_is_brought_back_to_the_plain_verb(form: str, code: str, verb: str) -> None:
    assert plain(form, code) == verb


@pytest.mark.parametrize("verb", ["go", "do", "have", "carry", "play", "watch", "pass", "fix", "seem"])
def test_the_third_person_is_the_way_back(verb: str) -> None:
    assert plain(third_person(verb), "z") == verb


@pytest.mark.parametrize(
    "noun", ["film", "story", "woman", "child", "wife", "hero", "studio", "box", "house"]
)
def test_the_singular_of_the_plural_is_the_noun(noun: str) -> None:
    assert singular(plural(noun)) == noun


@pytest.mark.parametrize(
    ("text", "head", "number"),
    [
        ("The two leading actors are good.", "actors", MANY),
        ("The film’s long second act drags.", "act", ONE),
        ("The horror film festival opens.", "festival", ONE),
        ("David Bowie sings.", "Bowie", ONE),
        ("The Coens sing.", "Coens", None),
        ("Everyone sings.", "Everyone", ONE),
        ("The people sing.", "people", MANY),
        ("*The Birds* is good.", "The", None),
    ],
)
def test_a_noun_phrase_has_a_head_and_a_number(text: str, head: str, number: str | None) -> None:
    phrase = noun_phrase(tokens(text), 0)
    assert phrase is not None
    assert (phrase.head.text, phrase.number) == (head, number)


@pytest.mark.parametrize(
    "text", ["Watching films is fun.", "Not helping matters is it.", "He sings.", "And so on."]
)
def test_what_is_no_noun_phrase_is_none(text: str) -> None:
    assert noun_phrase(tokens(text), 0) is None


@pytest.mark.parametrize(
    ("text", "verb", "number"),
    [
        ("The pacing of the first two acts also drags.", "drags", ONE),
        ("Tom Conti and Jack Thompson sing.", "sing", MANY),
        ("Tom Conti, Jack Thompson and David Bowie sing.", "sing", MANY),
        ("One of the actors sings.", "sings", ONE),
        ("Most of the actors sing.", "sing", MANY),
        ("The captain (David Bowie) sings.", "sings", ONE),
    ],
)
def test_the_subject_ends_where_its_verb_is_due(text: str, verb: str, number: str) -> None:
    words = tokens(text)
    subject = subject_at(words, 0)
    assert subject is not None
    assert (words[subject.verb_at].text, subject.number) == (verb, number)


def test_a_title_in_italics_and_a_quotation_are_one_token_each() -> None:
    assert [t.is_opaque for t in tokens("In *Gangs of New York* he says “the cast are”.")] == [
        False, True, False, False, True,
    ]  # fmt: skip


def test_quoted_sentences_are_left_out() -> None:
    assert tagged(Document("> He don’t.\n")) == ()


@given(
    st.lists(
        st.sampled_from("the a he they there is are film films and , of who “ ” * these two can goes".split())
    )
)
def test_any_row_of_words_is_read_without_error(words: list[str]) -> None:
    for sentence in tagged(Document(" ".join(words))):
        for at in range(len(sentence)):
            phrase = noun_phrase(sentence, at)
            assert phrase is None or at < phrase.end <= len(sentence)
            subject_at(sentence, at)
