"""Notes are read in every form that people type, and every problem is told at its place with what to do."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewcli.linting.notes_mending import mended
from reviewcli.notes import Notes, load_notes, parse_notes
from reviewcli.notes.kinds import KEYS, KINDS
from reviewcli.notes.model import Award, Comparison, Evidence, Point, Quote
from reviewcli.notes.points import point_of
from reviewcli.notes.works import award_of, based_on_of, comparison_of, quote_of, score_of
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.findings import Finding, Severity
from reviewcli.texts.yaml.nodes import place_at

FULL = """\
kind: film
title: The Long Field
original_title: 長い野原
year: 1988
directors:
  - {name: Yoko Tan, short: Tan, aka: [Tan Yoko], pronoun: she}
writers: [Yoko Tan, Abel van der Berg]
cast:
  - {name: Ines Marsh, role: [Clara, Old Clara], voice: yes, lead: true, aka: Inês Marsh}
  - Tom O'Dowd Jr. as Captain Ferris
  - {name: Odd One, role: The Stranger, spoiler: yes}
crew: {cinematography: Lars Holm, music: [The Pale Riders, Ada Quist]}
narrator: Ada Quist
based_on: {title: Grass, author: [R. Field, S. Hill], year: 1951}
franchise: {name: The Fields, part: 2, after: The Short Field}
runtime: 2h 6m
version: restoration
certificate: 15
countries: [Japan, Norway]
languages: Japanese
genres:
  - drama
  - western
distributor: Northlight
release: 1988-02-29
awards:
  - Golden Reel, Best Score, 1989, won, Ada Quist
  - {name: Silver Reel, result: nominated}
ids: {imdb: tt0000001, tmdb: 152601}
seen: {date: 2026-11-20, where: cinema, format: 35 mm, rewatch: no, disclosure: a friend in the cast}
headline: Grass, and more grass
standfirst: It grows on you.
opening: Nothing happens for nine minutes, and then it rains.
context: Tan had not worked for ten years.
synopsis:
  - Clara comes home to a farm that is under water.
  - {point: She stays., evidence: [the ferry, 0:12], spoiler: no}
performances:
  Marsh: listens [the ferry, 0:12; "What rain?"]
  Captain Ferris:
    - blusters
  Clara and Ferris: dance badly [1:02:30]
  ensemble: never winks
craft:
  cinematography: holds the horizon too high [the flood]
themes: home [the last letter] [spoiler]
critique:
  strengths: patience
  weaknesses:
    - the score insists [0:58]
comparisons:
  - Lost in Translation (2003)
  - {title: Days of Heaven, year: 1978, why: the same light}
quotes:
  - What rain? — Clara
spoilers:
  - the farm was sold
  - {text: Clara never left, keywords: [never left]}
verdict: See it in the dark.
score: 4.5/5
audience: the patient
content_note: drowning
names: [Lake Orra, gom jabbar]
jottings:
  - who drew the map?
author: A. Critic
date: 2026-11-21
slug: the-long-field
tags: rain
extra: {shelf: {row: 3}, list: [1, two]}
"""


def read(source: str) -> Notes:
    notes, findings = parse_notes(source)
    assert notes is not None, [finding.message for finding in findings]
    return notes


def problems(source: str) -> list[str]:
    """Each finding as `line:column severity rule message`."""
    _, findings = parse_notes(source)
    return [_line(source, finding) for finding in findings]


def _line(source: str, finding: Finding) -> str:
    place = place_at(source, finding.span.start, "x")
    return f"{place.line}:{place.column} {finding.severity.value} {finding.rule} {finding.message}"


def only(source: str) -> str:
    (problem,) = problems(source)
    return problem


def fixed(source: str) -> str:
    """The source after the one fix that is offered."""
    _, findings = parse_notes(source)
    (fix,) = [finding.fix for finding in findings if finding.fix]
    assert fix.safe
    for edit in fix.edits:
        source = source[: edit.span.start] + edit.text + source[edit.span.end :]
    return source


def test_every_key_of_a_film_is_read() -> None:
    notes = read(FULL)
    assert problems(FULL) == []
    assert notes.runtime == 126
    assert notes.certificate == "15"
    assert notes.cast[0].roles == ("Clara", "Old Clara")
    assert (notes.cast[0].voice, notes.cast[0].lead, notes.cast[0].aka) == (True, True, ("Inês Marsh",))
    assert notes.cast[1].name == "Tom O'Dowd Jr."
    assert notes.cast[2].spoiler
    assert [person.name for person in notes.crew["music"]] == ["The Pale Riders", "Ada Quist"]
    assert notes.based_on is not None
    assert [person.name for person in notes.based_on.author] == ["R. Field", "S. Hill"]
    assert notes.franchise is not None
    assert notes.franchise.part == "2"
    assert notes.languages == ("Japanese",)
    assert notes.awards[0].person == "Ada Quist"
    assert notes.ids == {"imdb": "tt0000001", "tmdb": "152601"}
    assert notes.seen is not None
    assert not notes.seen.rewatch
    assert notes.synopsis[1] == Point("She stays.", (Evidence("the ferry"), Evidence("0:12", "time")))
    assert notes.themes == (Point("home", (Evidence("the last letter"),), spoiler=True),)
    assert notes.critique.strengths == (Point("patience"),)
    assert notes.comparisons[0] == Comparison(title="Lost in Translation", year=2003)
    assert notes.quotes == (Quote(text="What rain?", speaker="Clara"),)
    assert notes.spoilers[1].keywords == ("never left",)
    assert notes.tags == ("rain",)
    assert notes.extra == {"shelf": {"row": "3"}, "list": ["1", "two"]}


def test_a_title_alone_is_enough() -> None:
    assert read("title: Her\n") == Notes(title="Her")


def test_keys_left_empty_are_as_if_they_were_not_there() -> None:
    assert read("title: Her\nyear:\ncast:\n  -\nscore: ~\ncritique:\n  strengths:\n") == Notes(title="Her")


@pytest.mark.parametrize(
    "title", ["No", "1917", "null", "Yes", "12:08", "1:10", ".5", "0x10", "8½", "-30-", "true"]
)
def test_a_title_keeps_its_text(title: str) -> None:
    assert read(f"title: {title}\n").title == title


@pytest.mark.parametrize(("word", "flag"), [("yes", True), ("No", False), ("TRUE", True), ("false", False)])
def test_flags_are_yes_no_true_false(word: str, flag: bool) -> None:
    assert read(f"title: x\ncast:\n  - {{name: A B, lead: {word}}}\n").cast[0].lead is flag


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("too much mime", Point("too much mime")),
        ("too much mime [the shave, 0:43]", Point("too much mime", (Evidence("the shave"), Evidence("0:43", "time")))),
        ("stiff [1:02:30]", Point("stiff", (Evidence("1:02:30", "time"),))),
        ("stiff [the trial] [spoiler]", Point("stiff", (Evidence("the trial"),), spoiler=True)),
        ("stiff [spoiler] [the trial]", Point("stiff", (Evidence("the trial"),), spoiler=True)),
        ('says it ["No, no", 0:10]', Point("says it", (Evidence("No, no", "quote"), Evidence("0:10", "time")))),
        ("says it [“No, [he] said”]", Point("says it", (Evidence("No, [he] said", "quote"),))),
        ("It holds [the flood].", Point("It holds.", (Evidence("the flood"),))),
        ("It holds. [the flood]", Point("It holds.", (Evidence("the flood"),))),
        ("they was [sic]", Point("they was [sic]")),
        ("as in [Her](http://x.y)", Point("as in [Her](http://x.y)")),
        ("as Ebert says[^1]", Point("as Ebert says[^1]")),
        ("as Ebert says [^1]", Point("as Ebert says [^1]")),
        ("they see[m]", Point("they see[m]")),
        ("and so on [...]", Point("and so on [...]")),
        ("a bracket ] alone", Point("a bracket ] alone")),
        ("[only this]", Point("[only this]")),
    ],
)  # fmt: skip
def test_a_point_is_parted_from_its_evidence(text: str, point: Point) -> None:
    assert point_of(text) == point


@pytest.mark.parametrize(
    ("text", "award"),
    [
        (
            "Academy Award, Best Original Screenplay, 2014, won",
            Award(name="Academy Award", category="Best Original Screenplay", year=2014, result="won"),
        ),
        ("Palme d'Or, 2019, winner", Award(name="Palme d'Or", year=2019, result="won")),
        (
            "BAFTA, Actor, Leading Role, 1984, nominee, Ann Lee",
            Award(
                name="BAFTA", category="Actor, Leading Role", year=1984, result="nominated", person="Ann Lee"
            ),
        ),
        ("Golden Bear", Award(name="Golden Bear")),
    ],
)
def test_an_award_is_read_of_its_line(text: str, award: Award) -> None:
    assert award_of(text) == award


@pytest.mark.parametrize(
    ("text", "value", "scale"),
    [
        ("4.5/5", 4.5, 5),
        ("9 / 10", 9, 10),
        ("87/100", 87, 100),
        ("3½/4", 3.5, 4),
        ("4,5/5", 4.5, 5),
        ("9 out of 10", 9, 10),
        ("87%", 87, 100),
        ("B+", None, None),
        ("A−", None, None),
        ("★★★★½", 4.5, 5),
        ("★★★½☆", 3.5, 5),
        ("★★★", 3, None),
        ("☆☆☆☆", 0, 4),
        ("3½ stars", 3.5, None),
        ("4 stars", 4, None),
    ],
)
def test_a_score_is_kept_as_written_and_understood(
    text: str, value: float | None, scale: float | None
) -> None:
    score = score_of(text)
    assert score is not None
    assert (score.text, score.value, score.scale) == (text, value, scale)


@pytest.mark.parametrize("text", ["great", "8", "/5", "", "-3/5", "G+", "five stars"])
def test_what_is_no_score_is_none(text: str) -> None:
    assert score_of(text) is None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("What rain? — Clara", Quote(text="What rain?", speaker="Clara")),
        ("What rain? – Old Clara", Quote(text="What rain?", speaker="Old Clara")),
        ("What rain? -- Clara", Quote(text="What rain?", speaker="Clara")),
        ("“What rain?” — Clara", Quote(text="What rain?", speaker="Clara")),
        ("I can — I think — I do", Quote(text="I can — I think — I do")),
        ("It rains — or does it?", Quote(text="It rains — or does it?")),
        ("well-known words", Quote(text="well-known words")),
    ],
)
def test_a_quotation_is_parted_from_its_speaker(text: str, quote: Quote) -> None:
    assert quote_of(text) == quote


def test_comparisons_and_sources_are_read_of_their_lines() -> None:
    assert comparison_of("Dune: Part Two (2024)") == Comparison(title="Dune: Part Two", year=2024)
    assert comparison_of("1917") == Comparison(title="1917")
    assert comparison_of("Her (2013) — as lonely") == Comparison(title="Her", year=2013, why="as lonely")
    source = based_on_of("The Seed and the Sower by Laurens van der Post (1963)")
    assert (source.title, source.author[0].name, source.year) == (
        "The Seed and the Sower",
        "Laurens van der Post",
        1963,
    )


@pytest.mark.parametrize(
    ("line", "name", "roles", "voice"),
    [
        ("Ann Lee", "Ann Lee", (), False),
        ("Ann Lee as Mother", "Ann Lee", ("Mother",), False),
        ("Ann Lee as Eve (voice)", "Ann Lee", ("Eve",), True),
        ("Peter Sand as Mandrake / Muffley", "Peter Sand", ("Mandrake", "Muffley"), False),
        ("Jonas Bassett as Himself", "Jonas Bassett", ("Himself",), False),
    ],
)
def test_a_cast_line_is_name_as_role(line: str, name: str, roles: tuple[str, ...], voice: bool) -> None:
    (member,) = read(f"title: x\ncast: {line}\n").cast
    assert (member.name, member.roles, member.voice) == (name, roles, voice)


@pytest.mark.parametrize(("text", "minutes"), [("126", 126), ("126 min", 126), ("2h 6m", 126), ("2 hours", 120), ("1h30", 90)])  # fmt: skip
def test_a_runtime_is_read_into_minutes(text: str, minutes: int) -> None:
    assert read(f"title: x\nruntime: {text}\n").runtime == minutes


@pytest.mark.parametrize(
    ("point", "column", "words"),
    [
        ("steals nothing: the big laugh is in place", 19, "“steals nothing:” is a key to YAML"),
        ('"Merry Christmas" is all he says', 5, "makes the text end before “is all he says”"),
        ("*Her* is a love story", 5, "a leading “*”"),
        ("**bold** claim", 5, "a leading “*”"),
        ("'tis pity", 5, "is never closed"),
        ("'It's fine' is his refrain", 5, "makes the text end"),
        ("%100 mad", 5, "a leading “%”"),
        ("@home", 5, "a leading “@”"),
        ("`code` here", 5, "a leading “`”"),
        ("!Wow", 5, "a leading “!”"),
        ("&c the end", 5, "a leading “&”"),
        ("& then", 5, "a leading “&”"),
        ("> from the press kit", 5, "a leading “>”"),
        ("| or not", 5, "a leading “|”"),
        ("? who knows", 5, "a leading “?”"),
        (", and then", 5, "a leading “,”"),
        ("] odd", 5, "a leading “]”"),
        ("[the beach walk]", 5, "a leading “[” as a list"),
        ("[sic] and proud", 5, "which ends before “and proud”"),
        ("[Her](http://x.y/z) is a link", 5, "a leading “[”"),
        ("{not a mapping}", 5, "a leading “{” as a mapping"),
        ("#MeToo is mentioned", 5, "a leading “#” as a comment"),
        ("the ending:", 15, "“the ending:” is a key"),
        ("see http://a.b/c: it says", 21, "is a key to YAML"),
        ("key: value: more", 8, "“key:” is a key to YAML"),
        ('He said: "no"', 12, "“He said:” is a key"),
        ('Theodore: "I can\'t"', 13, "“Theodore:” is a key"),
        ("“curly” is fine: really", 20, "is a key to YAML"),
        ('"Good", he said, "but slow"', 5, "makes the text end"),
        ('"unclosed', 5, "is never closed"),
    ],
)
def test_prose_that_yaml_would_mangle_says_how_to_quote_it(point: str, column: int, words: str) -> None:
    source = f"title: Her\nsynopsis:\n  - {point}\n  - the rest\nyear: 2013\n"
    problem = only(source)
    assert problem.startswith(f"3:{column} error notes-unquoted-text ")
    assert words in problem
    notes = read(fixed(source))
    assert [each.text for each in notes.synopsis] == [point, "the rest"]


def test_a_comma_inside_braces_that_ends_a_text_is_told() -> None:
    source = "title: x\nthemes:\n  - {point: one tune, and it comes early, evidence: the title}\n"
    assert only(source) == (
        "3:21 error notes-unquoted-text A comma inside { } ends the text, so “and it comes early” is cut off."
        ' Put the whole text in quotes: "one tune, and it comes early"'
    )
    assert read(fixed(source)).themes[0].text == "one tune, and it comes early"


def test_text_lost_to_a_comment_is_a_warning_that_names_it() -> None:
    source = "title: x\nthemes:\n  - half of it works # the rest doesn't\n"
    assert only(source) == (
        "3:22 warning notes-comment-cuts-text “# the rest doesn't” is a comment to YAML and not read."
        ' As text, in quotes: "half of it works # the rest doesn\'t"'
    )
    assert read(source).themes[0].text == "half of it works"


def test_a_remark_beside_a_fact_is_no_matter() -> None:
    assert problems("title: Her # the film\nyear: 2013 # in the US\nscore: 4/5 # or so\n") == []


@pytest.mark.parametrize("source", ["cast: [\n", "title: Her\ncast: [\n\n", "cast: ["])
def test_a_bracket_with_nothing_behind_it_is_pointed_at(source: str) -> None:
    (first, *_) = problems(source)
    assert f"{source.count('Her') + 1}:7 error notes-yaml The “[” is not closed on its line." in first


def test_the_nearest_key_is_offered_and_never_put_in_unasked() -> None:
    _, (found,) = parse_notes("title: Her\nyaer: 2013\n")
    assert found.fix
    assert not found.fix.safe
    assert [(edit.span, edit.text) for edit in found.fix.edits] == [(found.span, "year")]
    assert mended("title: Her\nyaer: 2013\n") == ("title: Her\nyaer: 2013\n", ())


def test_a_number_sign_that_cuts_a_title_is_told() -> None:
    assert "“#8” is a comment" in only("title: Ocean's #8\n")


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("yaer: 2013", "2:1 error notes-unknown-key “yaer” is no key here. Did you mean “year”?"),
        ("director: A B", "2:1 error notes-unknown-key “director” is no key here. Did you mean “directors”?"),
        ("performance: x", "2:1 error notes-unknown-key “performance” is no key here. Did you mean “performances”?"),
        ("rating: 4/5", "2:1 error notes-unknown-key “rating” is no key here. Did you mean “score”?"),
        (
            "composer: Ada Quist",
            "2:1 error notes-unknown-key “composer” is no key here. Write it under “crew”: “crew: {composer: NAME}”.",
        ),
        (
            "music: Ada Quist",
            ("2:1 error notes-unknown-key “music” is no key here. Write who did it under “crew” (“crew: {music: NAME}”),"
            " what you noticed under “craft”."),
        ),
        (
            "atmosphere: warm",
            ("2:1 error notes-unknown-key “atmosphere” is no key here. Write it under “craft”, a line of its own:"
            " “atmosphere: …”."),
        ),
        ("showrunner: A B", "2:1 error notes-unknown-key “showrunner” is no key here. Did you mean “writers”?"),
        ("screenwriter: A B", "2:1 error notes-unknown-key “screenwriter” is no key here. Did you mean “writers”?"),
        ("shelf: 3", "2:1 error notes-unknown-key “shelf” is no key here. Free data goes under “extra”."),
        ("title: Him", ("2:1 error notes-duplicate-key “title” is here twice; the first is at line 1, column 1."
                       " Delete one, or put both under one.")),
        ("year: 20133", "2:7 error notes-value “20133” is not a likely year. Write four digits, as in 2013."),
        ("year: MMXIII", "2:7 error notes-value “MMXIII” is no year. Write four digits, as in 2013."),
        ("runtime: 0", "2:10 error notes-value “0” is not a likely runtime. Write minutes, as in 126, or 2h 6m."),
        ("runtime: 2:06", "2:10 error notes-value “2:06” is no runtime. Write minutes, as in 126, or 2h 6m."),
        ("score: 5/4", "2:8 error notes-value 5 is above the scale of 4. Mend the number or the scale."),
        ("score: 8", "2:8 error notes-value “8” has no scale. Write 8/10 or the like."),
        ("score: {value: 6, scale: 5}", "2:8 error notes-value 6 is above the scale of 5. Mend the number or the scale."),
        ("seen: {rewatch: maybe}", "2:17 error notes-value “maybe” is neither yes nor no. Write yes or no."),
        ("spoilers: [{keywords: [x]}]", "2:12 error notes-value “text” is missing. Add “text: …” here."),
        ("headline: ''", "2:11 error notes-value The text is empty. Write it, or leave out the quotation marks."),
        ("critique: good", "2:11 error notes-value “good” does not fit here. Write it under one of: strengths, weaknesses."),
        ("kind: movie", "2:7 error notes-value “movie” is no kind of review. Did you mean “film”?"),
        ("kind: zine", f"2:7 error notes-value “zine” is no kind of review. The kinds are {', '.join(KINDS)}."),
        ("pages: 320", "2:1 error notes-unknown-key “pages” is for books; without a kind this is a film. Add “kind: book”."),
        ("kind: flim", "2:7 error notes-value “flim” is no kind of review. Did you mean “film”?"),
        ("cast:\n  Ann Lee: Eve", "3:3 error notes-value The cast is a list. Write each line like this: “- Ann Lee as Eve”."),
        ("cast:\n  - Ann Lee: Eve", "3:5 error notes-value A colon makes a key of “Ann Lee”. Write “Ann Lee as Eve”."),
        ("cast:\n  - {name: Ann Lee, rol: Eve}", "3:21 error notes-unknown-key “rol” is no key here. Did you mean “role”?"),
        ("craft:\n  - music: x", ("3:3 error notes-value A list does not fit here. Write departments and what there is to say"
                                 " of each, without dashes, as in “music: one tune, too often”.")),
        (
            "cast: [Imogen Kogge - Hedwig's mother]",
            "2:8 warning notes-one-text “Imogen Kogge - Hedwig's mother” is read as one name. Write “Imogen Kogge as Hedwig's mother” if it is a role.",
        ),
        ("genres: drama, war", "2:9 warning notes-one-text “drama, war” is read as one. If it is several, write [drama, war]."),
        ("verdict:\n  -see it\n  -twice", "3:3 error notes-unquoted-text A space is missing after the dash: write “- see it”."),
        ("context: it rains [1:99]", ("2:20 warning notes-value “1:99” is no time: minutes and seconds go to 59,"
                                      " as in 1:02:30.")),
        ("context: it rains []", ("2:19 warning notes-value “[]” holds nothing."
                                  " Put the scene or the time into it, or take it away.")),
        ("themes:\n-\thome", "3:2 error notes-tab A tab follows the dash. Write a space there: “- home”."),
        ("themes:\n  - - home", "3:5 error notes-value Two dashes make a list inside a list. Take one away."),
        ("cast: [Ann Lee as Eve, ann lee as Lilith]", ("2:24 warning notes-name-twice “ann lee” is in the cast twice."
                                                      " Write both roles in one line: NAME as ROLE / ROLE.")),
    ],
)  # fmt: skip
def test_each_problem_says_where_what_and_what_to_do(lines: str, problem: str) -> None:
    assert only(f"title: Her\n{lines}\n") == problem


def test_a_mapping_of_keys_that_are_not_known_names_those_that_are() -> None:
    assert problems("title: Her\nawards: {x: 1}\n") == [
        "2:9 error notes-value “name” is missing. Add “name: …” here.",
        "2:10 error notes-unknown-key “x” is no key here. Known here: name, category, year, result, person.",
    ]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("", "There are no notes here. Write at least “title: …”."),
        ("# a remark\n", "There are no notes here. Write at least “title: …”."),
        ("- a\n- b\n", "Notes are keys and values, not a list. Begin with “title: …”."),
        ("Her\n", "Notes are keys and values, not a text. Begin with “title: …”."),
        ("title:Her\n", "Notes are keys and values, not a text. Put a space after the colon: “title: …”."),
        ("year: 2013\n", "“title” is missing. Add “title: …” here."),
        ("title:\nyear: 2013\n", "“title” is empty. Write something after the colon."),
    ],
)
def test_what_holds_no_notes_says_so_at_its_start(source: str, problem: str) -> None:
    assert only(source).partition(" error ")[2].partition(" ")[2] == problem
    assert only(source).startswith("1:1 ")


CAST = """\
title: Lava
cast:
  - Katia Krafft as Herself
  - Maurice Krafft as Himself
  - {name: Bong Joon-ho, role: Captain Nemo}
  - Ann Lee as Samantha Wells
performances:
"""


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        ("Kraft", "“Kraft” names nobody in the cast. Did you mean “Krafft”?"),
        ("Samanta", "“Samanta” names nobody in the cast. Did you mean “Samantha"),
        ("Samanta Wells", "Did you mean “Samantha Wells”?"),
        ("Zoltan", "“Zoltan” names nobody in the cast. Add “- Zoltan” to the cast, or write “ensemble” for all."),
        ("Krafft", "“Krafft” could be Katia Krafft or Maurice Krafft. Write the full name, or “Katia Krafft and Maurice Krafft”."),
        ("Ann Lee and Bob", "“Bob” names nobody in the cast."),
    ],
)  # fmt: skip
def test_a_performance_of_nobody_or_of_two_says_who_it_could_be(key: str, problem: str) -> None:
    assert problem in only(f"{CAST}  {key}: good\n")


@pytest.mark.parametrize("key", ["Ann Lee", "lee", "Samantha", "Wells", "Nemo", "Bong", "Joon-ho", "ensemble",
                                 "the ensemble", "Katia Krafft & Lee", "Ann Lee, Nemo and Katia Krafft"])  # fmt: skip
def test_a_performance_may_be_named_in_any_way_that_is_clear(key: str) -> None:
    assert problems(f"{CAST}  {key}: good\n") == []


def test_without_a_cast_any_performer_is_right() -> None:
    assert problems("title: x\nperformances:\n  Anybody: good\n") == []


def test_all_problems_of_a_file_come_at_once_in_order() -> None:
    source = (
        'title: *Her*\nyaer: 2013\nsynopsis:\n  - He writes: for others\n  - "Near" is how it starts\n'
        "critique:\n  weaknesses: Good, but: slow\nscore: 6/5\nfoo\n"
    )
    assert [problem.split()[0] for problem in problems(source)] == [
        "1:8",
        "2:1",
        "4:14",
        "5:5",
        "7:24",
        "8:8",
        "9:1",
    ]


def test_a_line_that_cannot_be_read_causes_no_further_complaint() -> None:
    assert len(problems("title: *Her*\nyear: 2013\n")) == 1
    assert len(problems("year:2013\ntitle: x\n")) == 1
    assert len(problems("title: x\nscore: *4*/5\n")) == 1


def test_load_notes_raises_every_error_at_its_place_and_no_warning() -> None:
    with pytest.raises(ExceptionGroup) as caught:
        load_notes("notes/her.yaml", "title: Her\nyear: x\ngenres: a, b\nscore: 8\n")
    errors = [error for error in caught.value.exceptions if isinstance(error, ReviewError)]
    assert [str(error.place) for error in errors] == ["notes/her.yaml:2:7", "notes/her.yaml:4:8"]


def test_load_notes_reads_notes_that_have_warnings_only() -> None:
    assert load_notes("x", "title: Her\ngenres: a, b\n").genres == ("a, b",)


def test_numbers_are_fine_where_text_is_meant() -> None:
    notes = read("title: 1917\ncertificate: 15\nversion: 2\ntags: [2019, 3.5]\nids: {tmdb: 152601}\n")
    assert (notes.certificate, notes.version, notes.tags) == ("15", "2", ("2019", "3.5"))


def test_an_aliased_value_is_told_once() -> None:
    assert len(problems("title: x\nthemes: &t\n  - {point: }\ncontext: *t\n")) == 1


def settings_of(*given: str, source: str = FULL) -> Notes:
    return load_notes("x.yaml", source, given)


def test_set_puts_a_value_in_its_place_as_literal_text() -> None:
    notes = settings_of(
        "score=9/10", "title=No: *really* #1", "seen.where=at home", "cast.0.name=Ann Lee", "crew.editing=X Y"
    )
    assert notes.score is not None
    assert notes.score.text == "9/10"
    assert notes.title == "No: *really* #1"
    assert notes.seen is not None
    assert (notes.seen.where, notes.seen.format) == ("at home", "35 mm")
    assert notes.cast[0].name == "Ann Lee"
    assert notes.cast[0].lead
    assert notes.crew["editing"][0].name == "X Y"


def test_set_takes_lists_and_mappings_as_yaml() -> None:
    notes = settings_of("genres=[a, b]", "cast=[{name: Ann Lee, role: Eve}]", source="title: x\n")
    assert notes.genres == ("a", "b")
    assert notes.cast[0].roles == ("Eve",)


def test_set_adds_an_item_at_the_end_of_a_list_and_empties_a_value() -> None:
    notes = settings_of("genres.2=noir", "score=")
    assert notes.genres == ("drama", "western", "noir")
    assert notes.score is None


def test_set_begins_a_list_with_its_first_item_only() -> None:
    assert settings_of("genres.0=noir", "cast.0.name=Ann Lee", source="title: x\n").genres == ("noir",)
    with pytest.raises(ExceptionGroup) as caught:
        settings_of("genres.1=noir", source="title: x\n")
    assert str(caught.value.exceptions[0]) == "--set genres.1: A mapping stands where a text is meant."


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("yaer=2013", "--set yaer: “yaer” is no key here. Did you mean “year”?"),
        ("title=", "--set title: “title” is empty. Write something after the equals sign."),
        (
            "composer=x",
            (
                "--set composer: “composer” is no key here. Write “--set crew.composer=NAME”, or “craft.composer” for what you"
                " noticed."
            ),
        ),
        ("seen.wher=x", "--set seen.wher: “wher” is no key here. Did you mean “where”?"),
        ("genres.9=x", "--set genres.9: “9” is no item of a list of 2. Items count from 0; 2 adds one."),
        ("title.x=y", "--set title.x: There is nothing to set below “The Long Field”. Set the whole value."),
        ("score", "--set score: Write KEY=VALUE, as in --set score=4/5."),
        ("score=11/10", "--set score: 11 is above the scale of 10. Mend the number or the scale."),
        ("year=soon", "--set year: “soon” is no year. Write four digits, as in 2013."),
        ("genres=[a", "--set genres: The “[” is not closed on its line."),
    ],
)
def test_a_setting_that_does_not_fit_says_which(setting: str, message: str) -> None:
    with pytest.raises(ExceptionGroup) as caught:
        settings_of(setting)
    (error,) = caught.value.exceptions
    assert isinstance(error, ReviewError)
    assert str(error).startswith(message)


WORDS = st.sampled_from(
    ["title", "year", "cast", "score", "themes", "critique", "strengths", "point", "Her", "2013", "A B as C", "4/5", "x [0:58]", "yes", "~", '"', "'", "[", "]", "{", "}", ":", ": ", " #", "- ", "\n", "\n  ", "\n  - ", ", ", "*a", "&a ", "\t", "é😀", "\r\n"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40).map("".join) | st.text(max_size=60))
@example(FULL)
@example("title: \ufeff")
@example("? \n")
def test_any_text_gives_notes_or_findings_that_lie_in_it(source: str) -> None:
    notes, findings = parse_notes(source)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert (notes is None) == bool(errors)
    for finding in findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(source)
        assert finding.group == "notes"
        assert finding.rule.startswith("notes-")


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.text(max_size=12) | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(KEYS)), VALUES))
def test_any_values_under_known_keys_are_read_or_told(values: dict[str, Any]) -> None:
    source = json.dumps(values, ensure_ascii=False)
    notes, findings = parse_notes(source)
    assert notes is not None or findings
