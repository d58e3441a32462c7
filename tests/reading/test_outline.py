"""`review outline`: sections with and without headings, plot and opinion, the table, the bars."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import ROOT, review
from reviewcli.document import Document
from reviewcli.notes import parse_notes
from reviewcli.reading.outline import KINDS, OUTLINE_SECTIONS, outline_of
from reviewcli.reading.outline.word_weights import TABLE, plot_odds, traits_of

HER = (ROOT / "examples" / "her-review.txt").read_text(encoding="utf-8")

PLOT = (
    "A widowed farmer hides a deserter in his barn and learns that the man killed his son.",
    "When her sister disappears, Ana moves to the city and takes a job at the hotel where she was last seen.",
    "He steals the car, drives to the coast and waits for his brother.",
)
OPINION = (
    "The performances are uniformly excellent and the script is sharp, funny and surprisingly moving.",
    "It's a dull, overlong movie that never finds its tone.",
    "It works best as a farce, though the jokes wear thin.",
)


@pytest.mark.parametrize("sentence", PLOT)
def test_what_happens_is_plot(sentence: str) -> None:
    assert plot_odds(sentence) > 0


@pytest.mark.parametrize("sentence", OPINION)
def test_what_is_judged_is_opinion(sentence: str) -> None:
    assert plot_odds(sentence) < 0


CRITICISM = {
    "book": "Each chapter opens with a weather report and closes on a door. The verbs sleep until the wedding.",
    "game": "The third level repeats the second with the lights off. Loading screens break the spell of every door.",
    "theatre": "The lovers are lit like saints. The doors slam on the beat, and the set turns once too often.",
    "series": "The finale gathers every thread and ties them to the wrong chair. The episodes end on doors.",
    "film": "The camera stays outside the house for the whole of the quarrel. The cutting turns the fights to paper.",
}
STORY = (
    "The boy finds a gun in the kitchen. His mother leaves with the captain, and the soldiers burn the house."
)


@pytest.mark.parametrize("kind", CRITICISM)
def test_what_is_said_of_a_part_of_the_work_is_opinion_and_what_happens_in_it_is_plot(kind: str) -> None:
    notes, _ = parse_notes(f"kind: {kind}\ntitle: Xylographica\n")
    judged, told = (outline_of(Document(text, notes=notes)) for text in (CRITICISM[kind], STORY))
    assert judged.plot_share < 0.5 < told.plot_share
    assert {each.kind for each in told.sentences} == {"plot"}


def test_a_review_of_a_record_without_notes_is_no_story() -> None:
    text = (
        "The drums come in a verse late, and the song leans forward to meet them. The second track fades into the "
        "next. The chorus arrives, leaves, and comes back drunk. The lyrics rhyme night with light. Each song ends."
    )
    assert outline_of(Document(text)).plot_share == 0


def test_a_review_without_headings_has_sections() -> None:
    paragraphs = outline_of(Document(HER, plain=True)).paragraphs
    assert len(paragraphs) == 6
    assert paragraphs[0].section in ("opening", "synopsis")
    assert paragraphs[2].section == "performances"
    assert paragraphs[4].section == "themes"
    assert paragraphs[5].section == "verdict"


def test_the_synopsis_sentences_of_a_review_are_plot_and_its_praise_is_opinion() -> None:
    sentences = outline_of(Document(HER, plain=True)).sentences
    kinds = {each.sentence.text[:20]: each.kind for each in sentences}
    assert kinds["Set in a near-future"] == "plot"
    assert kinds["Theodore’s life take"] == "plot"
    assert kinds["Joaquin Phoenix deli"] == "opinion"
    assert kinds["The pacing can feel "] == "opinion"


def test_headings_say_what_a_section_is() -> None:
    text = "# Her\n\nOpening.\n\n## The Story\n\nA man buys a phone.\n\n## Final thoughts\n\nSee it.\n"
    assert [each.section for each in outline_of(Document(text)).paragraphs] == [
        "opening",
        "synopsis",
        "verdict",
    ]


def test_the_table_names_its_source_and_how_good_it_is() -> None:
    head = TABLE.read_text(encoding="utf-8").partition("\nbias")[0]
    assert "subjectivity dataset v1.0, Bo Pang and Lillian Lee" in head
    assert "CC BY 4.0" in head
    assert re.search(r"Right: 0\.9\d\d of sentences in ten-fold cross-validation", head)
    assert TABLE.stat().st_size < 300_000


def test_traits_are_words_pairs_and_beginnings_whatever_the_quotes() -> None:
    assert traits_of("Theodore’s life") == traits_of("theodore's life")
    assert {"<_theodore's", "theodore's_life", "life_>", "theod~"} < traits_of("Theodore’s life")


@given(st.text(max_size=300))
def test_any_text_has_an_outline_whose_shares_add_up(text: str) -> None:
    outline = outline_of(Document(text))
    assert 0 <= outline.plot_share <= 1
    assert not outline.words or sum(outline.sections.values()) == pytest.approx(1)
    for paragraph in outline.paragraphs:
        assert paragraph.section in OUTLINE_SECTIONS
        assert 0 < paragraph.confidence <= 1
        assert all(each.kind in KINDS and 0.5 <= each.confidence <= 1 for each in paragraph.sentences)


def test_json_has_the_contracts_shape() -> None:
    ran = review("outline", "--output-format", "json", ROOT / "examples" / "her-review.txt")
    assert (ran.code, ran.err) == (0, "")
    (file,) = ran.json["files"]
    assert ran.json["version"] == 1
    assert list(file) == ["path", "plot_share", "sections", "paragraphs"]
    assert [paragraph["line"] for paragraph in file["paragraphs"]] == [1, 2, 3, 4, 5, 6]
    first = file["paragraphs"][0]
    assert list(first) == ["line", "start", "end", "section", "confidence", "sentences"]
    assert list(first["sentences"][0]) == ["start", "end", "kind", "confidence"]
    assert HER[first["sentences"][1]["start"] :].startswith("Set in a near-future")
    assert 0.1 < file["plot_share"] < 0.4


def test_the_shape_is_drawn_as_bars_without_colour_in_a_pipe() -> None:
    ran = review("outline", ROOT / "examples" / "her-review.txt", "--no-notes")
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert re.search(r"^ +3  performances  ░+$", ran.out, re.MULTILINE)
    assert "█ plot  ░ opinion" in ran.out


def test_nothing_is_no_error_and_a_missing_file_is(tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    ran = review("outline", "empty.md", "none.md", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "empty.md: 0 words, 0% plot\n")
    assert "none.md" in ran.err
    assert review("outline", "-", stdin="", cwd=tmp_path).code == 2
