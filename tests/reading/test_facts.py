"""What the notes say, each fact with its key and its place."""

from __future__ import annotations

from noted import noted
from reviewcli.document import Document
from reviewcli.notes.front_matter import notes_from_front_matter
from reviewcli.reading.facts.index import Fact, index, index_of
from reviewcli.texts.findings import Noted

HER = """\
title: Her
year: 2013
directors: [Spike Jonze]
cast:
  - Joaquin Phoenix as Theodore Twombly / Ted
  - {name: Scarlett Johansson, role: Samantha, voice: true}
crew: {cinematography: Hoyte van Hoytema}
performances:
  Joaquin Phoenix: holds close-ups, as Robert De Niro did in "Taxi Driver" [0:58]
comparisons: [Lost in Translation (2003)]
quotes: ["I can still feel you — Theodore"]
"""


def facts(source: str) -> dict[tuple[str, str], Fact]:
    return {(fact.type, fact.text): fact for fact in index(noted(source)).facts}


def test_a_line_of_the_cast_is_a_person_and_every_role() -> None:
    found = facts(HER)
    assert found["person", "Joaquin Phoenix"].jobs == ("cast",)
    assert found["role", "Ted"].of == "Joaquin Phoenix"
    assert found["role", "Samantha"].key == "cast.2.role"


def test_a_fact_is_shown_where_it_stands() -> None:
    known = index(noted(HER))
    johansson = known.named("scarlett johansson", "person")
    assert known.noted(johansson) == Noted(6, 12, "cast.2.name", "Scarlett Johansson")
    assert known.noted(known.named("Ted")) == Noted(5, 43, "cast.1", "Ted")


def test_people_have_the_jobs_of_their_keys_and_departments() -> None:
    found = facts(HER)
    assert found["person", "Spike Jonze"].jobs == ("directed",)
    assert found["person", "Hoyte van Hoytema"].jobs == ("shot",)


def test_points_give_names_in_full_and_quoted_words() -> None:
    found = facts(HER)
    assert ("name", "Robert De Niro") in found
    assert ("quotation", "Taxi Driver") in found
    assert ("point", 'holds close-ups, as Robert De Niro did in "Taxi Driver"') in found


def test_a_line_that_holds_two_things_is_two_facts() -> None:
    found = facts(HER)
    assert found["number", "2003"].of == found["title", "Lost in Translation"].text
    assert found["quotation", "I can still feel you"].of == "Theodore"


def test_dishes_are_things_and_what_is_said_of_them_is_not() -> None:
    for dishes in ("{Roast cod: dry}", "[Roast cod: dry]", "\n  Roast cod:\n    - dry"):
        found = facts(f"kind: restaurant\ntitle: Oslo\ndishes: {dishes}\n")
        assert ("thing", "Roast cod") in found
        assert found["point", "dry"].anchors >= {"roast", "cod"}


def test_front_matter_counts_its_lines_in_the_draft() -> None:
    notes = notes_from_front_matter("title: Her\nyear: 2013\n")
    assert notes is not None
    known = index(notes)
    assert known.noted(known.named("2013")) == Noted(3, 7, "year", "2013")


def test_without_notes_there_are_no_facts() -> None:
    assert index_of(Document("Her is sad.")).facts == ()
