"""Laws that hold for any text, and the offset law on Markdown of real variety."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from reviewcli.document import Block, Document
from reviewcli.document.inline import markdown, placed_inline
from reviewcli.document.markdown import read_markdown
from reviewcli.document.parsed import Parsed
from reviewcli.document.unmarked import read_unmarked

# Any code point but surrogates, and a soup of the characters that Markdown reads.
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
SOUP = st.text("xyzX. \n\n\t*_`~[]()<>!&;#-+=|{}%^:\"'“”‘’…?\\/\r1\0\u00a0\u0301😀$@", max_size=120)
TEXTS = st.one_of(ANY, SOUP, st.lists(st.one_of(ANY, SOUP), max_size=4).map("\n\n".join))


def letters(block: Block, source: str) -> list[tuple[int, int]]:
    """(offset in the text, offset in the source) of every letter that stands in the source as it is.

    Not those of a reference's own label: with another letter, `[ref]` is a link no more.
    """
    labels = {match.start() + number for match in re.finditer(r"\[ref\]", source) for number in range(5)}
    found = []
    for offset, letter in enumerate(block.text):
        span = block.span_of(offset, offset + 1)
        is_whole = span.end - span.start == 1 and source[span.start] == letter
        if is_whole and letter.isascii() and letter.isalpha() and span.start not in labels:
            found.append((offset, span.start))
    return found


def check_mutation(source: str, choose: st.DataObject, plain: bool = False) -> None:
    """Change one mapped letter of the source: the same letter, and nothing else, changes in the text."""
    document = Document(source, plain=plain)
    mapped = [
        (number, *pair) for number, block in enumerate(document.blocks) for pair in letters(block, source)
    ]
    if not mapped:
        return
    for number, offset, place in choose.draw(st.lists(st.sampled_from(mapped), min_size=1, max_size=6)):
        letter = "z" if source[place] in "xX" else "x"
        changed = Document(source[:place] + letter + source[place + 1 :], plain=plain)
        before = [block.text for block in document.blocks]
        text = before[number]
        before[number] = text[:offset] + letter + text[offset + 1 :]
        assert [block.text for block in changed.blocks] == before


# Laws


@given(TEXTS, st.booleans())
def test_everything_stands_in_the_source_and_in_order(source: str, plain: bool) -> None:
    document = Document(source, plain=plain)
    previous = 0
    for block in document.blocks:
        assert 0 <= block.span.start < block.span.end <= len(source)
        assert block.span.start >= previous
        previous = block.span.start
        assert block.text == block.text.strip()
        for start, end in (*block.emphasis, *block.strong, *block.links, *block.quotations):
            assert 0 <= start < end <= len(block.text)
        offsets = [block.span_of(offset, offset + 1).start for offset in range(len(block.text))]
        assert offsets == sorted(offsets)
    for comment in document.comments:
        assert source[comment.span.start :].startswith("<!--")
        assert comment.span.end <= len(source)
    for word in document.words:
        assert word.sentence.start <= word.start
        assert document.source[word.span.start : word.span.end].strip()
    assert len({section.heading for section in document.sections if section.heading}) <= len(document.blocks)


@given(TEXTS, st.booleans())
def test_sentences_cover_the_prose_once(source: str, plain: bool) -> None:
    for block in Document(source, plain=plain).prose:
        done = 0
        for sentence in block.sentences:
            assert not block.text[done : sentence.start].strip()
            assert sentence.text == sentence.text.strip()
            assert sentence.text
            done = sentence.end
        assert done == len(block.text)
        assert [word for sentence in block.sentences for word in sentence.words] == list(block.words)


@given(TEXTS)
def test_lines_and_offsets_agree(source: str) -> None:
    lines = Document(source).lines
    for offset in range(len(source) + 1):
        line, column = lines.place(offset)
        assert lines.span_of_line(line).start + column - 1 == offset
    assert "".join(lines.text_of_line(number) for number in range(1, len(lines) + 1)) == source.replace(
        "\r", ""
    ).replace("\n", "")


# The offset law

WORD = st.sampled_from(
    ["film", "Her", "xylo", "née", "😀", "e\u0301a", "don't", "U.S.", "“go”", '"stay"', "a-b", "3.5", "long."]
)
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
LEAF = st.one_of(
    WORDS,
    st.sampled_from(
        [
            *(
                "`co de`",
                "`` a`b ``",
                "&amp;",
                "&nbsp;",
                "&#x2014;",
                "&nosuch;",
                r"\*",
                r"\a",
                "<https://x.y/z>",
            ),
            *(
                "https://x.y/a_b(c).",
                '{{< short "code" >}}',
                "{% raw %}",
                "{{ page.x }}",
                "![al *t*](u.png 'T')",
            ),
            *("<!-- comment -->", '<span data-id="x">', "</span>", "<i>", "</i>", "<br>", "[^1]", "[^none]"),
            *(
                "^[in *note*.]",
                "2 * 3",
                "snake_case",
                "* ",
                "_",
                "**",
                "~~",
                "[",
                "]",
                "![",
                "(",
                "<",
                "a|b",
                r"\|",
            ),
            *("x \\\ny", "x  \ny", "x\ny", "x \n   y", "[!note]"),
        ]
    ),
)


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    marks = [
        ("*", "*"),
        ("_", "_"),
        ("**", "**"),
        ("~~", "~~"),
        ("***", "***"),
        ("“", "”"),
        ("(", ")"),
        ("[", "](http://x.y/z 'T')"),
        ("[", "][ref]"),
        ("<i>", "</i>"),
    ]
    return st.one_of(
        st.builds(lambda mark, text: mark[0] + text + mark[1], st.sampled_from(marks), inner),
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=2).map("".join),
    )


INLINE = st.recursive(LEAF, wrapped, max_leaves=8)
LINE = INLINE.map(lambda text: " ".join(text.split()))


def table(cells: list[str]) -> str:
    row = "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"
    return f"{row}\n|{'---|' * len(cells)}\n{row}"


SIMPLE = st.one_of(
    INLINE,
    INLINE,
    st.builds(
        lambda level, text, tail: f"{'#' * level} {text}{tail}",
        st.integers(1, 6),
        LINE,
        st.sampled_from(["", " ##", " #", "#", "  "]),
    ),
    st.builds(lambda text, line: f"{text}\n{line}", INLINE, st.sampled_from(["===", "---", "  =", "***"])),
    st.lists(LINE, min_size=1, max_size=3).map(table),
    st.builds(lambda text: f"[^1]: {text}", INLINE),
    st.builds(lambda text: f"   {text}", INLINE),
    st.builds(lambda text: f"<p>{text} works.</p>", LINE),
    st.builds(lambda text: f"<!-- c --> {text}", LINE),
    st.sampled_from(
        [
            "```\nco de\n```",
            "~~~ x\na",
            "    indented",
            "\tindented",
            "---",
            "<div>",
            "</div>",
            "<!-- c\n\nd -->",
            "<script>",
            "[ref]: http://x.y 'T'",
            "\u00a0",
            "\x0b",
            "[!spoiler]- T\nx",
        ]
    ),
)


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    first = st.sampled_from(
        [
            ("> ", "> "),
            (">", ">"),
            ("> ", ""),
            ("- ", "  "),
            ("-\t", "\t"),
            ("1. ", "   "),
            ("10) ", "\t"),
            ("* ", "    "),
            (" -   ", "     "),
            ("[^2]: ", "    "),
            ("> [!note]\n> ", "> "),
        ]
    )

    def indent(marks: tuple[str, str], text: str) -> str:
        return marks[0] + text.replace("\n", "\n" + marks[1])

    blocks = st.builds(
        lambda parts, gap: gap.join(parts),
        st.lists(inner, min_size=1, max_size=3),
        st.sampled_from(["\n", "\n\n"]),
    )
    return st.builds(indent, first, blocks)


BLOCK = st.recursive(SIMPLE, nested, max_leaves=5)
MARKDOWN = st.builds(
    lambda blocks, gap, end, reference: (gap.join(blocks) + reference).replace("\n", end),
    st.lists(BLOCK, min_size=1, max_size=5),
    st.sampled_from(["\n", "\n\n", "\n\n\n"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\n\n[ref]: http://x.y\n\n[^1]: Note.\n"]),
)


@given(MARKDOWN, st.data())
def test_a_changed_letter_of_markdown_changes_that_letter_alone(source: str, data: st.DataObject) -> None:
    check_mutation(source, data)


@given(SOUP.filter(lambda text: "]:" not in text), st.booleans(), st.data())
def test_a_changed_letter_of_any_text_changes_that_letter_alone(
    source: str, plain: bool, data: st.DataObject
) -> None:
    check_mutation(source, data, plain)


# Parts of this are one token each, so that what is not markup, nearly is, and is, all come about.
_PIECES = """*Her* **a|b** * ** word A 1. 2013 #| ##|Head “q” " ( ) , . … —| - é &| &amp; ’s ½ + = # ? :"""
_UNMARKED = st.lists(
    st.sampled_from(
        [*(piece.replace("|", " ") for piece in _PIECES.split()), "\n", "\n\n", " ", "  ", "\u00a0"]
    ),
    max_size=14,
).map("".join)


@given(_UNMARKED)
def test_what_is_read_without_markdown_it_is_read_as_markdown_it_reads_it(text: str) -> None:
    found = read_unmarked(text)
    expected, comments = read_markdown(text)
    assert found is None or (_flat(found), []) == (_flat(expected), comments)


def test_headings_paragraphs_and_titles_in_italics_need_no_markdown_it() -> None:
    text = "---\nyear: 2013\n---\n\n# *Her*\n\nIn *Her* (2013), **he** types.\nShe talks.\n"
    found = read_unmarked(text, text.index("\n# "))
    assert found is not None
    assert [(block.text, block.emphasis, block.strong) for block in found] == [
        ("Her", ((0, 3),), ()),
        ("In Her (2013), he types. She talks.", ((3, 6),), ((15, 17),)),
    ]
    assert read_unmarked("A [link](x.md).") is None
    assert read_unmarked("- an item") is None


def _flat(blocks: list[Parsed]) -> list[tuple[object, ...]]:
    return [
        (each.kind, each.text, each.source_map.pieces(), each.level, each.emphasis, each.strong, each.links)
        for each in blocks
    ]


@given(st.text("aB 4éß電", min_size=1))
def test_words_alone_are_read_as_markdown_it_reads_them(content: str) -> None:
    (whole,) = markdown().parseInline(content)
    read = placed_inline(content, {})
    assert [(token.type, token.content) for token in read.tokens] == [
        (token.type, token.content) for token in whole.children or ()
    ]
    assert [read.starts[id(token)] for token in read.tokens] == [0]
