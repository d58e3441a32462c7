"""YAML is read once, keeps text and place, and says everything that is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.texts.errors import ReviewError
from reviewcli.texts.yaml.nodes import Mapping_, Scalar, Sequence_, place_at, plain_value
from reviewcli.texts.yaml.reading import parse_yaml, read_yaml

LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]


def value(source: str, key: str) -> Any:
    node = parse_yaml(source).node
    assert isinstance(node, Mapping_)
    return node.get(key)


def told(source: str, loader: Any = None) -> list[tuple[str, str]]:
    """Each problem as its line:column and its message."""
    problems = parse_yaml(source, loader).problems
    places = [place_at(source, problem.span.start, "x") for problem in problems]
    return [
        (f"{place.line}:{place.column}", problem.message)
        for place, problem in zip(places, problems, strict=True)
    ]


@pytest.mark.parametrize(
    "text", ["No", "1917", "null", "Yes", "12:08", "1:10", ".5", "0x10", "1e3", "2013-12-18", "true"]
)
def test_scalars_keep_the_text_that_was_typed(text: str) -> None:
    node = value(f"title: {text}\n", "title")
    assert (node.text, node.plain, node.is_absent) == (text, True, False)


@pytest.mark.parametrize("text", ["", "~", "  ", "# a comment"])
def test_an_empty_value_and_a_bare_tilde_are_absent(text: str) -> None:
    assert value(f"title: {text}\n", "title").is_absent


def test_a_tilde_in_quotes_is_text() -> None:
    assert not value("title: '~'\n", "title").is_absent


def test_spans_count_code_points_also_after_an_emoji() -> None:
    source = "a: 😀é\nkey: 'two words' # remark\n"
    node = value(source, "key")
    assert source[node.span.start : node.span.end] == "'two words'"
    assert not node.plain


def test_spans_are_right_with_crlf() -> None:
    source = "a: 1\r\nkey: value\r\n"
    node = value(source, "key")
    assert source[node.span.start : node.span.end] == "value"
    assert (place_at(source, node.span.start, "x").line, place_at(source, node.span.start, "x").column) == (
        2,
        6,
    )


def test_lists_and_mappings_know_how_they_were_written() -> None:
    node = parse_yaml("a: [1, 2]\nb:\n  - x\nc: {d: 1}\n").node
    assert isinstance(node, Mapping_)
    flow, block, mapping = (pair[1] for pair in node.entries)
    assert isinstance(flow, Sequence_)
    assert flow.flow
    assert isinstance(block, Sequence_)
    assert not block.flow
    assert isinstance(mapping, Mapping_)
    assert mapping.flow


def test_plain_values_are_texts_lists_and_dicts() -> None:
    assert plain_value(parse_yaml("a: [1, ~]\nb: {c: No}\n").node) == {"a": ["1", None], "b": {"c": "No"}}


@pytest.mark.parametrize("source", ["", "\n\n", "# only a remark\n", "---\n", "---\n...\n"])
def test_an_empty_source_has_no_node_and_no_problem(source: str) -> None:
    assert read_yaml(source, "x") is None


def test_a_closing_fence_is_no_second_document() -> None:
    node = read_yaml("---\ntitle: Her\n---\n", "x")
    assert plain_value(node) == {"title": "Her"}


def test_a_second_document_is_told_where_it_begins() -> None:
    assert told("a: 1\n---\nb: 2\n") == [
        ("2:1", "A second document begins here. One file holds one: move what follows to a file of its own.")
    ]


def test_a_key_that_comes_twice_names_both_places() -> None:
    assert told("cast: x\nyear: 1\ncast: y\n") == [
        ("3:1", "“cast” is here twice; the first is at line 1, column 1. Delete one, or put both under one.")
    ]


def test_one_problem_is_raised_alone_and_several_as_a_group() -> None:
    with pytest.raises(ReviewError) as alone:
        read_yaml("a: 1\na: 2\n", "her.yaml")
    assert str(alone.value).startswith("her.yaml:2:1: “a” is here twice")
    with pytest.raises(ExceptionGroup) as group:
        read_yaml("a: @x\nb: `y`\n", "her.yaml")
    assert [str(error.place) for error in group.value.exceptions if isinstance(error, ReviewError)] == [
        "her.yaml:1:4",
        "her.yaml:2:4",
    ]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("source", "place", "words"),
    [
        ('- "Merry" is all he says', "1:3", "Put the whole text in quotes: '\"Merry\" is all he says'"),
        ("- *Her* is good", "1:3", "a leading “*” as a reference"),
        ("a: *Her", "1:4", "a leading “*”"),
        ("a: Good, but: slow", "1:13", 'Put the whole text in quotes: "Good, but: slow"'),
        ("a: @x", "1:4", "keeps a leading “@” for itself"),
        ("a: `x`", "1:4", "a leading “`”"),
        ("a: %x", "1:4", "a leading “%”"),
        ("a: !wow x", "1:4", "a leading “!”"),
        ("a: &c the end", "1:4", "a leading “&”"),
        ("a: > x", "1:4", "a leading “>”"),
        ("a: | x", "1:4", "a leading “|”"),
        ("- ? who\n- b", "1:3", "a leading “?”"),
        ("- [sic] is right", "1:3", "ends before “is right”"),
        ("- {x} is right", "1:3", "ends before “is right”"),
        ("a: 'tis\nb: 1", "1:4", "is never closed"),
        ('a: "x\nb: 1', "1:4", "is never closed"),
        ("- it\n-b", "2:1", "A space is missing after the dash. Write “- b”"),
        ("a: x # y\n  z", "1:6", "the text goes on in the next line"),
        ("year:2013\nb: 1", "1:5", "A space is missing after “year:”. Write “year: 2013”"),
        ("a: 1\nnotes", "2:1", "A colon is missing after “notes”"),
        ("a: 1\nand so on it went", "2:1", "neither a “key: value” nor an item"),
        ("a: 1\n  b: 2", "2:3", "deeper than the line above"),
        ("a: - b", "1:4", "A dash follows the colon"),
        ("a:\n\tb: 1", "2:1", "A tab stands in the indentation"),
        ("a:\n\tb: 1\n\tc: 1", "2:1", "here and in 1 more line"),
        ("a: [x, y\nb: 1", "1:4", "The “[” is not closed on its line"),
        ('a: ["x" y, w]', "1:4", "a comma is missing, or a text needs quotes"),
        ('a: "x\\q"', "1:6", "unknown escape"),
        ("a: x\x00y", "1:5", "U+0000"),
        ("a: !!python/object:os.system x", "1:4", "The tag “!!python/object:os.system” is refused"),
        ("{[a]: b}", "1:2", "A key must be text"),
        ("a: &a [*a]", "1:8", "stands inside what it stands for"),
        ("a:\n  - b\n c: d", "3:2", "does not stand where"),
    ],
)
def test_what_cannot_be_read_is_told_once_at_its_place(
    source: str, place: str, words: str, loader: Any
) -> None:
    problems = told(source, loader)
    assert [at for at, _ in problems] == [place]
    assert words in problems[0][1]


def test_lines_after_one_that_cannot_be_read_are_read_on() -> None:
    read = parse_yaml('a: *Her*\nb: fine\nc: "x" y\nd: Good, but: slow\n  and long\ne: last\n')
    assert [problem.span.start for problem in read.problems] == [3, 20, 38]
    assert isinstance(read.node, Mapping_)
    assert [key.text for key, _ in read.node.entries] == ["a", "b", "c", "d", "e"]
    last = read.node.get("e")
    assert isinstance(last, Scalar)
    assert last.text == "last"


@pytest.mark.parametrize(
    "source",
    [
        '- "Merry" is all',
        "a: *Her*: x",
        "a: Good, but: slow\n  and long",
        "- steals: nothing: at all",
        "a: 'tis",
    ],
)
def test_the_fix_of_a_text_makes_it_readable_word_for_word(source: str) -> None:
    problem = parse_yaml(source).problems[0]
    assert problem.fix
    assert problem.fix.safe
    (edit,) = problem.fix.edits
    fixed = source[: edit.span.start] + edit.text + source[edit.span.end :]
    read = parse_yaml(fixed)
    assert not read.problems
    text = source.partition("- ")[2] or source.partition(": ")[2]
    assert " ".join(text.split()) in str(plain_value(read.node)) or text.split()[0] in fixed


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "source", ["[" * 100_000, "{a: " * 5_000, "- " * 5_000 + "x", "a: " + "[" * 500 + "]" * 500]
)
def test_deep_nesting_is_a_message_and_no_crash(source: str, loader: Any) -> None:
    problems = parse_yaml(source, loader).problems
    assert len(problems) == 1
    assert "nested more than 40 deep" in problems[0].message


def test_aliases_are_read_within_bounds() -> None:
    assert plain_value(read_yaml("a: &x [1, 2]\nb: *x\n", "x")) == {"a": ["1", "2"], "b": ["1", "2"]}


def test_an_alias_bomb_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    problems = told("\n".join(lines))
    assert len(problems) == 1
    assert "far too big" in problems[0][1]


def test_merged_keys_are_read_and_bounded() -> None:
    node = read_yaml("base: &b {x: 1, y: 2}\nmine: {<<: *b, y: 3}\n", "x")
    assert plain_value(node)["mine"] == {"y": "3", "x": "1"}
    bomb = "a0: &a0 {x: 1, y: 2}\n" + "".join(
        f"a{n}: &a{n}\n  k{n}: *a{n - 1}\n  <<: [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
    )
    assert any("far too big" in message for _, message in told(bomb))


def test_a_merge_of_no_mapping_is_told() -> None:
    assert told("a: {<<: 3}\n") == [("1:5", "“<<” brings in the keys of another mapping: “<<: *name”.")]


YAMLISH = st.lists(
    st.sampled_from(
        [
            "title: Her\n",
            "  - ",
            "- ",
            ": ",
            ":",
            "#",
            " #",
            '"',
            "'",
            "[",
            "]",
            "{",
            "}",
            "*a",
            "&a ",
            "!x ",
            "|",
            ">\n",
            "%",
            "@",
            "\t",
            "\n",
            "\n\n",
            "  ",
            "---\n",
            "...\n",
            "a",
            "role",
            ", ",
            "? ",
            "~",
            "<<: ",
            "é",
            "😀",
            "\u2028",
            "\r\n",
            "\r",
            "\x00",
            "\ufeff",
            "\\",
            "\x85",
            "-a",
        ]
    ),
    max_size=40,
).map("".join)


@given(YAMLISH | st.text(max_size=60), st.sampled_from(LOADERS))
def test_any_text_is_read_or_told_within_the_source(source: str, loader: Any) -> None:
    read = parse_yaml(source, loader)
    for problem in read.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(source)
        assert problem.message.endswith((".", "'", '"', "?", ")", "”"))
