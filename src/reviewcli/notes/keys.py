"""The keys of notes that several kinds of review have: the shape of each, and what it is for.

This table is the one place for such a key: reading, the JSON Schema and the starter notes come from it. Which of
them a kind has, its own words for them, and the keys that it alone has stand in the file of the kind.
"""

from __future__ import annotations

from reviewcli.notes.people import CAST_KEYS, CAST_LIST, CREW, NARRATOR, PERSONS
from reviewcli.notes.points import CRITIQUE, POINT_KEYS, POINTS, POINTS_BY_CRAFT, POINTS_BY_NAME
from reviewcli.notes.shape import Key
from reviewcli.notes.shapes import (
    ANYTHING,
    DAY,
    LISTED_TEXTS,
    PROSE,
    PROSE_LIST,
    RUNTIME,
    TEXT,
    TEXTS,
    YEAR,
    mapped,
)
from reviewcli.notes.works import (
    AWARD_KEYS,
    AWARDS,
    BASED_ON,
    COMPARISON_KEYS,
    COMPARISONS,
    FRANCHISE,
    QUOTE_KEYS,
    QUOTES,
    SCORE,
    SEEN,
    SPOILER_KEYS,
    SPOILERS,
)

KEYS_OF_SEVERAL: dict[str, Key] = {
    "kind": Key(TEXT, "What is reviewed."),
    "title": Key(TEXT, "The title as it is spelt on the screen.", required=True),
    "original_title": Key(TEXT, "The title in its own language."),
    "year": Key(YEAR, "The year of the first release, in four digits."),
    "directors": Key(PERSONS, "Who directed it: one name or a list."),
    "writers": Key(PERSONS, "Who wrote it: one name or a list."),
    "cast": Key(CAST_LIST, "Who plays whom: “NAME as ROLE”, one a line; leads first."),
    "crew": Key(CREW, "Other departments and their people: “music: Karen O”."),
    "narrator": Key(NARRATOR, "Who tells it."),
    "based_on": Key(BASED_ON, "What it comes from: title, author, year."),
    "franchise": Key(FRANCHISE, "The series it belongs to: name, part, after."),
    "runtime": Key(RUNTIME, "Minutes, as in 126; 2h 6m is read as well."),
    "version": Key(TEXT, "Which cut or restoration the facts are of."),
    "certificate": Key(TEXT, "The age rating: R, 15, PG-13."),
    "countries": Key(LISTED_TEXTS, "Where it was made: one text or a list."),
    "languages": Key(LISTED_TEXTS, "What is spoken: one text or a list."),
    "genres": Key(LISTED_TEXTS, "One text or a list."),
    "distributor": Key(TEXT, "Who brings it out.", claim="distributed"),
    "release": Key(DAY, "The day it comes out: 2013-12-18."),
    "awards": Key(AWARDS, "One a line: “Academy Award, Best Original Screenplay, 2014, won”."),
    "ids": Key(
        mapped(TEXT, "databases and numbers", "imdb: tt1798709"),
        "Its numbers in databases: “imdb: tt1798709”.",
    ),
    "seen": Key(SEEN, "When, where and how you saw it, and what readers should know about that."),
    "headline": Key(PROSE, "The line above the review."),
    "standfirst": Key(PROSE, "The sentence under the headline."),
    "opening": Key(PROSE, "A first line of your own."),
    "context": Key(POINTS, "What readers should know first: points, one a line."),
    "synopsis": Key(POINTS, "The premise, up to the first turn; no ending."),
    "performances": Key(
        POINTS_BY_NAME, "What each performer does and in which scene, under their name or role."
    ),
    "craft": Key(POINTS_BY_CRAFT, "What each department does: direction, cinematography, editing, music."),
    "themes": Key(POINTS, "What it is about, and where that shows."),
    "critique": Key(CRITIQUE, "Strengths and weaknesses, each with its reason."),
    "comparisons": Key(COMPARISONS, "Other works: “Lost in Translation (2003)”, or title, year and why."),
    "quotes": Key(QUOTES, "Words of the work: “the words — who says them”."),
    "spoilers": Key(SPOILERS, "What a review must not tell: lint looks for it, drafts leave it out."),
    "verdict": Key(POINTS, "Your judgement, in a sentence or two."),
    "score": Key(SCORE, "In your own scale: 4.5/5, 9/10, 87/100, B+, ★★★★½."),
    "audience": Key(PROSE, "For whom it is."),
    "content_note": Key(PROSE, "What some would want to be warned of."),
    "names": Key(TEXTS, "Further words that are right as written: places, people, coinages."),
    "jottings": Key(PROSE_LIST, "Lines without a place yet: never drafted."),
    "author": Key(TEXT, "Who writes this review."),
    "date": Key(DAY, "The date of the review."),
    "slug": Key(TEXT, "The review's name in file names and addresses."),
    "tags": Key(TEXTS, "One text or a list."),
    "extra": Key(ANYTHING, "Free data for templates of your own."),
}


# What the mappings inside lists may have for keys; another word before a colon is prose there.
ITEM_KEYS = frozenset(
    name
    for keys in (CAST_KEYS, POINT_KEYS, AWARD_KEYS, COMPARISON_KEYS, QUOTE_KEYS, SPOILER_KEYS)
    for name in keys
)
