"""Harper: what it marks, what it lets through, and that nothing of one document stays for the next."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laws import TIMES
from program import ROOT
from reviewcli.document import Document
from reviewcli.engines.engine import Engine
from reviewcli.engines.harper_rules import rules_off
from reviewcli.engines.opening import open_engines
from reviewcli.notes import Notes
from reviewcli.notes.model import CastMember, Person
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.findings import Finding, Severity

HER = ROOT / "examples" / "her-review.txt"
HER_NOTES = Notes(
    title="Her",
    directors=(Person(name="Spike Jonze"),),
    cast=(
        CastMember(name="Joaquin Phoenix", roles=("Theodore Twombly",)),
        CastMember(name="Scarlett Johansson", roles=("Samantha",)),
    ),
)


@pytest.fixture(scope="module")
def harper() -> Engine:
    return open_engines("harper")[0]


def found(engine: Engine, text: str, notes: Notes | None = None, *, plain: bool = False) -> list[Finding]:
    return list(engine.check(Document(text, plain=plain, notes=notes)))


def marked(engine: Engine, text: str, notes: Notes | None = None) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in found(engine, text, notes)]


def test_what_notes_shorten_is_no_misspelling(harper: Engine) -> None:
    assert found(harper, "The last 20 mins take two hrs, and eight eps do the work of ten.") == []


@pytest.mark.parametrize("notes", [None, HER_NOTES], ids=["without notes", "with notes"])
def test_a_clean_review_yields_nothing_on_any_name(harper: Engine, notes: Notes | None) -> None:
    assert found(harper, HER.read_text(encoding="utf-8"), notes, plain=True) == []


@pytest.mark.parametrize(
    ("text", "slip", "first"),
    [
        ("It could of been shorter by an hour.", "could of", "could have"),
        ("She doesnt say a word for an hour.", "doesnt", "doesn't"),
        ("The light , such as it is, is grey.", " ", ""),
        ("The script never  pauses for breath.", "  ", " "),
    ],
)
def test_a_mechanical_slip_is_a_warning_whose_fix_is_not_safe_by_its_kind(
    harper: Engine, text: str, slip: str, first: str
) -> None:
    (finding,) = found(harper, text)
    assert text[finding.span.start : finding.span.end] == slip
    assert finding.replacements[0] == first
    assert finding.severity is Severity.WARNING
    assert finding.fix is None or not finding.fix.safe


def test_a_rule_that_was_read_often_enough_is_safe(harper: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The script never  pauses for breath."
    monkeypatch.setattr("reviewcli.engines.trusted.READ", {"harper/Spaces": 49})
    assert [it.severity for it in found(harper, text)] == [Severity.WARNING]
    monkeypatch.setattr("reviewcli.engines.trusted.READ", {"harper/Spaces": 50})
    (finding,) = found(harper, text)
    assert finding.severity is Severity.ERROR
    assert finding.fix is not None
    assert finding.fix.safe


def test_doubled_words_and_articles_are_left_to_rules_of_ours(harper: Engine) -> None:
    assert found(harper, "She had had her fill of it. What this is is a dirge on a ewe farm.") == []


@pytest.mark.parametrize(
    ("text", "slip", "first"),
    [
        ("We recieve no answer at the end.", "recieve", "receive"),
        ("The camera is a characater of its own.", "characater", "character"),
        ("Teh ending drags on for a while.", "Teh", "The"),
        ("The secne goes on for a minute.", "secne", "scene"),
        ("It is more tense then the book.", "then", "than"),
    ],
)
def test_a_planted_slip_is_a_warning_with_the_right_word_first(
    harper: Engine, text: str, slip: str, first: str
) -> None:
    (finding,) = found(harper, text)
    assert (text[finding.span.start : finding.span.end], finding.replacements[0]) == (slip, first)
    assert finding.severity is Severity.WARNING
    assert finding.engine == "harper"
    assert finding.rule.startswith("harper/")
    assert finding.group in ("spelling", "grammar")
    assert finding.message.endswith((".", "?"))
    assert "`" not in finding.message


def test_a_slip_in_a_quotation_is_shown_but_not_fixed_unasked(harper: Engine) -> None:
    (finding,) = found(harper, "He says “I could of been a contender” and looks away.")
    assert finding.severity is Severity.WARNING
    assert finding.fix is None or not finding.fix.safe


def test_the_writer_s_own_apostrophe_is_offered(harper: Engine) -> None:
    (finding,) = found(harper, "It’s late, and she doesnt say a word.")
    assert finding.replacements[0] == "doesn’t"


def test_an_offer_that_would_swallow_markup_is_not_made(harper: Engine) -> None:
    (finding,) = found(harper, "He could *of* been a contender there.")
    assert finding.replacements == ()
    assert finding.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "He owes much to Zbrzezny, as everybody knows.",
        "Zbrzezny directs. Zbrzezny also wrote it.",
        "A neat turn by Kwiatkowska. Kwiatkowska’s voice does the rest.",
        "Few understood what DiCaprio and McAvoy were after.",
    ],
    ids=["inside a sentence", "more than once", "possessive", "two capitals"],
)
def test_a_word_written_as_a_name_is_one(harper: Engine, text: str) -> None:
    assert marked(harper, text) == []


def test_the_same_initial_twice_is_no_doubled_word(harper: Engine) -> None:
    assert marked(harper, "The sets are by K. K. Barrett, and J. J. Abrams lent him R. R. Lang.") == []


def test_names_of_the_notes_are_right_in_all_their_forms(harper: Engine) -> None:
    notes = Notes(title="Dune", names=("gom jabbar",), directors=(Person(name="Wen Zbrzezny"),))
    assert marked(harper, "Zbrzezny’s hand holds the gom jabbar.", notes) == []
    assert marked(harper, "The gom jabbar is a needle.") == ["gom", "jabbar"]


def test_words_of_the_front_matter_are_right(harper: Engine) -> None:
    text = "---\nreview:\n  words: [kitchan]\n---\n\nThe kitchan walls close in.\n"
    assert marked(harper, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "*Her* is a love story, and *Her* have no rival.",
        "*Airplane!* is a comedy with a heart.",
        "The trick in *Teh Wrold* is simple.",
        "See https://example.com/teh/wrold for more, or `teh wrold` in the credits.",
        "Read [the notes](https://example.com/teh-wrold) first.",
        "The singer “chante la tristesse du pauvre” and leaves.",
        "He calls it *gemuetlichkeit* and means it.",
        "He signs it “yours truely” [sic] and leaves.",
        "As they say, plus ça change, plus c'est la même chose.",
        "> C'est la vie, dit-il, et je ne regrette rien.",
    ],
    ids=[
        "pronoun",
        "exclamation",
        "title",
        "address and code",
        "link",
        "quotation",
        "emphasis",
        "sic",
        "a run of French",
        "a block of French",
    ],
)
def test_titles_code_links_and_foreign_words_are_left_alone(harper: Engine, text: str) -> None:
    assert marked(harper, text) == []


def test_a_title_of_the_notes_is_left_alone_without_italics(harper: Engine) -> None:
    notes = Notes(title="Zbrzz Teh")
    assert marked(harper, "Nobody who sees Zbrzz Teh forgets it.", notes) == []


@pytest.mark.parametrize(
    "text",
    [
        "Late noir and giallo, then kung fu.",
        "The 1970s and the ’80s were kinder to it.",
        "An exposé of his fiancée, no less.",
        "An unfilmable book, an unwatchably bad one.",
        "One soundstage and a supervillain.",
        "They were talkin’ about nothin’ at all.",
        "Who’d guess that this’ll hold?",
        "It was shot in 4K, and his .44 Magnum shows.",
        "A statue by Leonardo da Vinci and a song by Kwan Chiu-wai.",
        "An homage, an historic one, in an unidentified town.",
    ],
    ids=[
        "trade",
        "decades",
        "accents",
        "coined",
        "compound",
        "dropped g",
        "contraction",
        "figures",
        "particles",
        "an",
    ],
)
def test_words_that_a_dictionary_lacks_may_be_right(harper: Engine, text: str) -> None:
    assert marked(harper, text) == []


def test_any_english_is_right_until_the_house_fixes_one(harper: Engine) -> None:
    text = "The colour of the theatre, the color of the theater."
    (american,) = open_engines("harper", dialect="en-US")
    (british,) = open_engines("harper", dialect="en-GB")
    assert marked(harper, text) == []
    assert marked(american, text) == ["colour", "theatre"]
    assert marked(british, text) == ["color", "theater"]


def test_items_may_be_fragments_and_sentences_may_not(harper: Engine) -> None:
    text = (
        "He came home to a quiet house that had not changed in years. the door was open and the lights were on.\n\n"
        "- too much mime in the courtroom, and too little of anything else\n"
    )
    assert marked(harper, text) == ["the"]


def test_spans_are_code_points_behind_emoji_and_markup(harper: Engine) -> None:
    text = "# 🎬 Notes\r\n\r\n😀😀 **We** [saw](x) an *eagle*, and teh 👍 end.\r\n"
    (finding,) = found(harper, text)
    assert text[finding.span.start : finding.span.end] == "teh"


def test_a_line_break_in_the_source_is_no_slip(harper: Engine) -> None:
    assert marked(harper, "The first line ends here, \nand the second  \nbegins there.\n") == []


def test_names_of_one_document_are_not_known_in_the_next(harper: Engine) -> None:
    notes = Notes(title="Dune", names=("kitchan",))
    text = "The kitchan walls close in."
    assert [marked(harper, text, notes), marked(harper, text), marked(harper, text, notes)] == [
        [],
        ["kitchan"],
        [],
    ]


def test_every_rule_that_is_off_exists_and_is_named_once() -> None:
    from harper import get_default_lint_config

    assert set(rules_off()) <= set(get_default_lint_config())
    assert len(rules_off()) == len(set(rules_off()))


DROPPED = (
    "With Weerasethakul, Qxzvkjwpty’s heir, and again Qxzvkjwpty, it is *Uncle Boonmeeqxzvk* that counts.",
    "He hums “Donaudampfschifffahrtsgesellschaft fahren wir gemeinsam weiter”, and the *verfremdungseffekt* works.",
    "They sing je ne comprends absolument quelquechose, and it is over.",
    "He writes zzyzxqwvkpt [sic] on the wall.",
    "See `qxzvkjwpty()` at https://qxzvkjwpty.com/ for a tour-de-force.",
)


def test_the_far_match_table_is_not_built_for_a_word_that_is_dropped() -> None:
    # In a process of its own: once built, the table stays. It holds some 50 MiB.
    program = (
        "import resource, sys\n"
        "from reviewcli.document import Document\n"
        "from reviewcli.engines.opening import open_engines\n"
        "engine = open_engines('harper')[0]\n"
        "list(engine.check(Document('It is a plain text, and no more than that.')))\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "for dropped in sys.argv[1:]:\n"
        "    assert not list(engine.check(Document(dropped))), dropped\n"
        "    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before\n"
        "    assert grown * (1 if sys.platform == 'darwin' else 1024) < 30 * 1024 * 1024, dropped\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, *DROPPED], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


@settings(max_examples=60 * TIMES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300), plain=st.booleans())
def test_no_text_kills_it_and_every_span_lies_within(harper: Engine, text: str, plain: bool) -> None:
    for finding in found(harper, text, plain=plain):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    ["", " \n\n ", "\x00", "a" * 5_000, "\ud800 teh", "e\u0301" * 300, "**" * 200, "‘’“”" * 50, "-" * 3_000],
)
def test_hard_texts_do_not_kill_it(harper: Engine, text: str) -> None:
    found(harper, text)
    assert "teh" in marked(harper, "It reads teh letters.")  # and goes on


@pytest.mark.parametrize(("choice", "dialect"), [("grammarly", ""), ("harper", "en-XX")])
def test_an_unknown_engine_or_dialect_is_a_clear_error(choice: str, dialect: str) -> None:
    with pytest.raises(ReviewError, match="Choose one of"):
        open_engines(choice, dialect=dialect)


def test_off_opens_nothing() -> None:
    assert open_engines("off") == []


@pytest.mark.parametrize("spaces", ["  ", "   "])
def test_spaces_after_a_full_stop_are_how_some_people_type(harper: Engine, spaces: str) -> None:
    assert marked(harper, f"It ends.{spaces}Then it starts. “It ends.”{spaces}Then it starts.") == []


def test_a_paragraph_that_harper_gives_up_on_is_told_to_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    from reviewcli.engines import harper

    panic = type("PanicException", (BaseException,), {})

    class Panicking:
        def import_words(self, words: list[str]) -> None:
            pass

        def organized_lints(self, text: str, **_: object) -> dict[str, list[object]]:
            if "first" in text:
                raise panic
            return {}

    told: list[str] = []
    monkeypatch.setattr(harper, "_new_linter", lambda _: Panicking())
    harper._linters.cache_clear()
    try:
        engine = open_engines("harper", explain=told.append)[0]
        assert found(engine, "The first.\n\nThe second.") == []
    finally:
        harper._linters.cache_clear()
    assert told == ["Harper gave up on the paragraph that begins “The first.”; nothing is said of it."]


@pytest.mark.parametrize(
    "text",
    [
        "Noomi Rapace plays it cold. Wes Craven directs.",
        "A honky-tonk piano plays.",
        "It is as Smith says.[^1]\n\n[^1]: J. Smith, p. 40.",
        "What the von Triers of film do is von Trier’s.",
        "It feels too pat, and she lets go.",
        "They insist she sing a psalm, and he cast his cousin.",
        "She might've helped, and what he told you has weight.",
        "The middle day, when you're sent round on errands, has you crossing the same bridge.",
        "The monster effects shift, and her blank affect chills.",
        "It is an 80s film, an 8-bit game and an 11-year-old's dream.",
        "It is one of the best of the year.",
    ],
)
def test_what_edited_prose_writes_is_let_through(harper: Engine, text: str) -> None:
    assert marked(harper, text) == []
