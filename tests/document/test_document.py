"""Documents: blocks, sections, comments, front matter, and where they stand in the source."""

from __future__ import annotations

import pytest

from reviewcli.document import Block, BlockKind, Document
from reviewcli.texts.findings import Span
from reviewcli.texts.lines import Lines


def only(source: str) -> Block:
    (block,) = Document(source).blocks
    return block


def kinds(source: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in Document(source).blocks]


# Markup


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("It *is* a **good** ~~bad~~ film.", "It is a good bad film."),
        ("See [the trailer](http://x.y/z_a 'Title') now.", "See the trailer now."),
        ("See [one][r] and [r].\n\n[r]: http://x.y", "See one and r."),
        ("A ![still](still.png) here, [![a](b)](c) there.", "A here, there."),
        ('<span data-imdb-id="tt1">_Goldfinger_</span> shines.', "Goldfinger shines."),
        ("Run `ls -l` now, ``a`b`` too.", "Run \ufffc now, \ufffc too."),
        ("Tom &amp; Jerry&nbsp;&#8212; &hellip; &bogus;", "Tom & Jerry\xa0— … &bogus;"),
        (r"Five \* stars \\ and \a.", r"Five * stars \ and \a."),
        ("See <https://x.y/z> or https://x.y/a_b(c)_d.", "See \ufffc or \ufffc."),
        ("A note[^1] here.[^2]\n\n[^1]: One.\n[^2]: Two.", "A note here."),
        ("{{< spoiler >}}He dies.{{< /spoiler >}} {% endif %}", "He dies."),
        ("By {{ page.author }} today.", "By \ufffc today."),
        ("He <!-- really? --> left.", "He left."),
        ("One line\nand   \tanother\n  third", "One line and   \tanother third"),
        ("One line  \nbroken\\\ntwice<br>thrice", "One line\nbroken\ntwice\nthrice"),
        ("Ne\u0301e 👩‍🚀 Amélie.", "Ne\u0301e 👩‍🚀 Amélie."),
        ("snake_case and 2*3*4 stay", "snake_case and 234 stay"),
    ],
)
def test_markup_is_no_prose_and_its_content_is(source: str, text: str) -> None:
    assert Document(source).blocks[0].text == text


def test_every_kind_of_block_is_known() -> None:
    source = (
        "# Title #\n\nLead\n====\n\nPara.\n\n- one\n\n  two\n1. three\n\n> quoted\n\n"
        "| a | b \\| c |\n|---|---|\n| *x* |  |\n\n[^n]: Note.\n\nsee[^n]\n\n```\ncode\n```\n\n    indented\n\n---\n"
    )
    assert kinds(source) == [
        ("heading", "Title"),
        ("heading", "Lead"),
        ("paragraph", "Para."),
        ("item", "one"),
        ("item", "two"),
        ("item", "three"),
        ("paragraph", "quoted"),
        ("table", "a"),
        ("table", "b | c"),
        ("table", "x"),
        ("footnote", "Note."),
        ("paragraph", "see"),
    ]


def test_a_footnote_inside_a_sentence_is_its_own_block() -> None:
    source = "Here^[It is *late*.] we go."
    assert kinds(source) == [("paragraph", "Here we go."), ("footnote", "It is late.")]


def test_a_span_leads_back_to_the_words_in_the_source() -> None:
    source = "> - The *long\n>   take* at `0:58` &amp; [after](http://x) holds.\r\n"
    block = only(source)
    assert block.text == "The long take at \ufffc & after holds."
    found = {
        word: next(block.whole.find(word)).span for word in ("long take", "\ufffc", "&", "after", "holds")
    }
    pieces = {word: source[span.start : span.end] for word, span in found.items()}
    assert pieces == {
        "long take": "long\n>   take",
        "\ufffc": "`0:58`",
        "&": "&amp;",
        "after": "after",
        "holds": "holds",
    }


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_count_as_they_stand(ending: str) -> None:
    source = ending.join(["# Her", "", "A soft *film*", "that holds.", "", "- item", "\t- deep *er*"])
    texts = [(block.text, source[block.span.start : block.span.end]) for block in Document(source).blocks]
    assert texts == [
        ("Her", "Her"),
        ("A soft film that holds.", f"A soft *film*{ending}that holds."),
        ("item", "item"),
        ("deep er", "deep *er"),
    ]


def test_a_line_break_maps_to_the_whole_of_a_crlf() -> None:
    assert only("one\r\ntwo").span_of(3, 4) == Span(3, 5)
    assert only("one\\\r\ntwo").span_of(3, 4) == Span(3, 6)


def test_an_empty_range_is_a_point() -> None:
    block = only("A *b* c")
    assert block.span_of(2, 2) == Span(3, 3)
    assert block.span_of(5, 5) == Span(7, 7)


def test_emphasis_and_links_are_ranges_of_the_text() -> None:
    block = only("In *Her* and <i>Up</i>, **very** good, [a link](x).")
    assert [block.text[start:end] for start, end in block.emphasis] == ["Her", "Up"]
    assert [block.text[start:end] for start, end in block.strong] == ["very"]
    assert [block.text[start:end] for start, end in block.links] == ["a link"]


def test_html_is_no_prose_unless_it_holds_a_sentence() -> None:
    assert kinds("<div>\n<img src=x> Her\n</div>") == []
    assert kinds("<p>It works.</p>") == [("paragraph", "It works.")]
    assert kinds("<script>\nlet a = 1.;\n</script>") == []


# Comments


def test_comments_are_collected_wherever_they_stand() -> None:
    source = "<!-- a -->\n\n> Text <!-- b\n> c --> on.\n\n- <!-- d -->\n\n```\n<!-- code -->\n```\n<!---->\n<!-- open"
    found = [
        (comment.text, source[comment.span.start : comment.span.end]) for comment in Document(source).comments
    ]
    assert found == [
        ("a", "<!-- a -->"),
        ("b\nc", "<!-- b\n> c -->"),
        ("d", "<!-- d -->"),
        ("", "<!---->"),
        ("open", "<!-- open"),
    ]


def test_text_beside_a_comment_is_prose() -> None:
    source = "<!-- review-disable-line cliche --> A *tour de force*.\n\nEnd. <!-- after -->"
    assert kinds(source) == [("paragraph", "A tour de force."), ("paragraph", "End.")]
    assert len(Document(source).comments) == 2


def test_a_comment_between_lines_does_not_join_them() -> None:
    assert kinds("One.\n<!-- x -->\nTwo.") == [("paragraph", "One."), ("paragraph", "Two.")]


# Quotes and callouts


def test_a_block_quote_is_somebody_elses_and_a_callout_is_not() -> None:
    document = Document("> Said he.\n\n> [!spoiler]- The end\n> He dies.\n\nMine.")
    assert [(block.text, block.in_quote, block.callout) for block in document.blocks] == [
        ("Said he.", True, None),
        ("He dies.", False, "spoiler"),
        ("Mine.", False, None),
    ]
    assert [sentence.is_quoted for sentence in document.sentences] == [True, False, False]


# Front matter


def test_front_matter_is_no_prose() -> None:
    source = "---\r\ntitle: Her\r\nreview: {names: [No, 1917], ignore: cliche}\r\n---\r\n# Her\r\n"
    document = Document(source)
    assert document.front_matter is not None
    assert document.front_matter.text == "title: Her\r\nreview: {names: [No, 1917], ignore: cliche}\r\n"
    assert source[document.front_matter.text_start :].startswith("title")
    assert source[: document.front_matter.span.end].endswith("---")
    assert document.review_settings == {"names": ["No", "1917"], "ignore": "cliche"}
    assert [block.text for block in document.blocks] == ["Her"]
    assert document.title is document.blocks[0]


@pytest.mark.parametrize(
    "source",
    [
        "---\n\nText. And more.\n\n---\n",
        "---\ntitle: Her\n",
        "----\ntitle: Her\n---\n",
        " ---\na: b\n---\n",
        "",
        "---",
    ],
)
def test_a_rule_or_an_open_fence_is_no_front_matter(source: str) -> None:
    assert Document(source).front_matter is None


def test_toml_is_front_matter_too() -> None:
    document = Document('+++\ntitle = "Her"\nreview = 1\n+++\nText.')
    assert document.front_matter is not None
    assert document.front_matter.language == "toml"
    assert document.review_settings == {}
    assert [block.text for block in document.blocks] == ["Text."]


@pytest.mark.parametrize("matter", ["review: [", "review: 3", "- review", "review: {a: *b}", "&a review: *a"])
def test_front_matter_that_cannot_be_read_has_no_settings(matter: str) -> None:
    assert Document(f"---\na: b\n{matter}\n---\nText.").review_settings == {}


# Sections


def test_sections_are_named_by_their_headings() -> None:
    source = (
        "# *Her* (2013)\n\nLead.\n\n## The Story\n\nA man.\n\n## Acting & cast\n\nGood.\n\n### The beach\n\nWalk.\n\n"
        "## Zebras\n\nStripes.\n\n## Final Thoughts\n\nSee it.\n"
    )
    document = Document(source)
    assert [(section.name, section.heading and section.heading.text) for section in document.sections] == [
        ("opening", None),
        ("synopsis", "The Story"),
        ("performances", "Acting & cast"),
        ("performances", "The beach"),
        (None, "Zebras"),
        ("verdict", "Final Thoughts"),
    ]
    assert document.title is not None
    assert document.title.section is None
    assert document.section_at(source.index("Walk")) == "performances"
    assert document.section_at(source.index("Lead")) == "opening"
    assert document.section_at(0) is None
    assert document.section_at(len(source)) == "verdict"


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Plot Summary (spoiler-free)", "synopsis"),
        ("2. Direction", "craft"),
        ("Cinematography / Music", "craft"),
        ("What doesn’t work", "critique"),
        ("The Bad", "critique"),
        ("The Bottom Line", "verdict"),
        ("Verdict: 4/5", "verdict"),
        ("IV. Themes", "themes"),
        ("Background", "context"),
        ("See also", "comparisons"),
        ("Jonze’s direction", "craft"),
        ("A Story of Love", None),
        ("Stray observations", "other"),
        ("***", None),
    ],
)
def test_a_heading_says_its_section(heading: str, name: str | None) -> None:
    assert Document(f"Lead.\n\n## {heading}\n\nText.").blocks[-1].section == name


def test_a_text_without_headings_has_no_sections() -> None:
    document = Document("# Her\n\nOne.\n\nTwo.")
    assert [section.name for section in document.sections] == [None]
    assert document.section_at(9) is None


def test_only_a_first_heading_of_level_one_is_the_title() -> None:
    assert Document("Her\n===\n\nText.").title is not None
    assert Document("<!-- x -->\n# Her").title is not None
    assert Document("Text.\n\n# Her").title is None
    assert Document("## Plot").title is None
    assert Document("# Her", plain=True).title is None


# Plain text


def test_blank_lines_part_the_paragraphs_of_plain_text() -> None:
    source = "\n# One\nline *two*.\n   \n  Three <!-- c\n\nd --> four\thttp://x.y/z.\n\n\n"
    document = Document(source, plain=True)
    assert [block.text for block in document.blocks] == ["# One line *two*.", "Three four\t\ufffc."]
    assert [source[s.span.start : s.span.end] for s in document.sentences] == [
        "# One\nline *two*.",
        "Three <!-- c\n\nd --> four\thttp://x.y/z.",
    ]
    assert [comment.text for comment in document.comments] == ["c\n\nd"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_without_blank_lines_each_line_of_plain_text_is_a_paragraph(ending: str) -> None:
    source = ending.join(["One here.", "Two.  ", " Three.", "", ""])
    document = Document(source, plain=True)
    assert [block.text for block in document.blocks] == ["One here.", "Two.", "Three."]
    assert [source[block.span.start : block.span.end] for block in document.blocks] == [
        "One here.",
        "Two.",
        "Three.",
    ]


# Passages and words


def test_words_keep_their_apostrophes_hyphens_and_points() -> None:
    source = "Don't miss Jonze’s well-known 3.5/4 film of the 1980s: O. J., U.S. Q&A, 1,000 née Ne\u0301e, 'tis rock 'n' roll."
    assert [word.text for word in Document(source).words] == [
        *(
            "Don't",
            "miss",
            "Jonze’s",
            "well-known",
            "3.5",
            "4",
            "film",
            "of",
            "the",
            "1980s",
            "O",
            "J",
            "U.S.",
        ),
        *("Q&A", "1,000", "née", "Ne\u0301e", "tis", "rock", "n", "roll"),
    ]


def test_a_word_knows_its_sentence_and_its_letters() -> None:
    document = Document("The *Her* of it. “Good,” he says.")
    words = document.words
    assert [word.text for word in words if word.opens_sentence] == ["The", "Good"]
    assert [word.text for word in words if word.is_capitalised] == ["The", "Her", "Good"]
    assert [word.text for word in words if word.is_quoted] == ["Good"]
    assert [word.text for word in words if word.is_emphasised] == ["Her"]
    assert words[1].lower == "her"
    assert [word.text for word in Document("In 1984, ½ of 70mm is one.").words if word.is_number] == [
        "1984",
        "½",
        "70mm",
    ]
    assert words[1].before == "The "
    assert words[1].after == " of it."


def test_find_yields_passages_that_know_their_place() -> None:
    source = "She carries the *the* film. The the end."
    document = Document(source)
    found = [pair for sentence in document.sentences for pair in sentence.find(r"\b(\w+)\s+\1\b")]
    assert [(pair.text, source[pair.span.start : pair.span.end]) for pair in found] == [
        ("the the", "the *the"),
        ("The the", "The the"),
    ]
    assert [word.text for word in found[0].words] == ["the", "the"]
    assert found[1].sentence == document.sentences[1]
    assert [match.text for match in document.sentences[0].find(r"the (film)", group=1)] == ["film"]


def test_a_passage_knows_whether_markup_stands_inside() -> None:
    words = Document("The *Her*s of `it` &amp; me.").words
    assert [(word.text, word.is_verbatim) for word in words] == [
        ("The", True),
        ("Hers", False),
        ("of", True),
        ("me", True),
    ]


def test_a_document_with_other_notes_keeps_what_is_read() -> None:
    document = Document("Text.")
    blocks = document.blocks
    assert document.with_notes(None).blocks is blocks


# Lines


def test_places_are_lines_and_columns_from_one() -> None:
    lines = Lines("ab\r\nc😀d\n\rx")
    assert [lines.place(offset) for offset in (0, 2, 4, 6, 8, 9, 99)] == [
        *((1, 1), (1, 3), (2, 1), (2, 3), (3, 1), (4, 1), (4, 2)),
    ]
    assert [lines.text_of_line(number) for number in range(1, len(lines) + 1)] == ["ab", "c😀d", "", "x"]
    assert lines.span_of_line(2) == Span(4, 7)


def test_an_empty_source_has_one_line_and_nothing_in_it() -> None:
    document = Document("")
    assert (document.blocks, document.sentences, document.words, document.sections) == ((), (), (), ())
    assert document.lines.place(0) == (1, 1)
    assert document.section_at(0) is None
    assert document.title is None


def test_kinds_have_the_names_that_reports_use() -> None:
    assert [kind.value for kind in BlockKind] == ["heading", "paragraph", "item", "footnote", "table"]
