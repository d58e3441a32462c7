"""The notes know every right form of every name."""

from __future__ import annotations

import pytest

from reviewcli.notes import KnownPerson, Names, load_notes, names_of, surname, who
from reviewcli.notes.performers import candidates
from reviewcli.notes.surnames import fold, fold_name, given, surname_as_known, without_titles

NOTES = """\
title: Merry & Bright
original_title: Glædelig
directors: [{name: Jón Ósk, aka: Jon Osk}]
cast:
  - Ines Marsh as Captain Clara Yon
  - {name: Ryo Sakai, aka: [Sakai Ryō], role: Narrator}
  - {name: Park So-dam, role: Ki-jung}
  - {name: Zhang Wen, aka: Wen Zhang, role: Waitress}
  - Dwayne “The Rock” Johnson as Bonnie & Clyde
  - {name: Gael García Ruiz, short: García Ruiz, role: [Feyd-Rautha, Himself]}
  - Tak as Sergeant Gengo Hara
  - Robert Downes Jr. as Dr. O'Hara
crew: {music: [Ryo Sakai, Arcade Glow]}
narrator: Ada Quist
based_on: Grass by Laurens van der Post (1963)
comparisons: [Howl's Moving Castle (2004)]
seen: {where: Cinema Nova}
names: [gom jabbar, Lebak Sembada]
"""


@pytest.fixture(scope="module")
def names() -> Names:
    return names_of(load_notes("x", NOTES), ["Twombly"])


def person(names: Names, full: str) -> KnownPerson:
    (found,) = [each for each in names.people if each.full == full]
    return found


@pytest.mark.parametrize(
    ("name", "family", "first"),
    [
        ("Robert Downey, Jr.", "Downey", "Robert"),
        ("Harry Connick Jr.", "Connick", "Harry"),
        ("John Smith III", "Smith", "John"),
        ("Hoyte van Hoytema", "van Hoytema", "Hoyte"),
        ("Laurens van der Post", "van der Post", "Laurens"),
        ("Robert De Niro", "De Niro", "Robert"),
        ("Lars von Trier", "von Trier", "Lars"),
        ("Guillermo del Toro", "del Toro", "Guillermo"),
        ("Mohammed bin Salman", "bin Salman", "Mohammed"),
        ("Haifaa al-Mansour", "al-Mansour", "Haifaa"),
        ("Daniel Day-Lewis", "Day-Lewis", "Daniel"),
        ("Tony Leung Chiu-wai", "Leung", "Tony"),
        ("Mark Lee Ping-bing", "Lee", "Mark"),
        ("Helena Bonham al-hassan", "al-hassan", "Helena Bonham"),
        ("Al Pacino", "Pacino", "Al"),
        ("Ben Kingsley", "Kingsley", "Ben"),
        ("Conan O'Brien", "O'Brien", "Conan"),
        ("Ewan McGregor", "McGregor", "Ewan"),
        ("Penélope Cruz", "Cruz", "Penélope"),
        ("Philip Seymour Hoffman", "Hoffman", "Philip Seymour"),
        ("J.J. Abrams", "Abrams", "J.J."),
        ("Zendaya", "Zendaya", ""),
        ("The Rock", "The Rock", ""),
        ("Dwayne “The Rock” Johnson", "Johnson", "Dwayne"),
        ("Bong Joon-ho", "Bong", "Joon-ho"),
        ("Wong Kar-wai", "Wong", "Kar-wai"),
        ("Jean-Claude Van Damme", "Van Damme", "Jean-Claude"),
        ("", "", ""),
    ],
)
def test_a_name_is_parted_into_given_and_family_name(name: str, family: str, first: str) -> None:
    assert (surname(name), given(name)) == (family, first)


@pytest.mark.parametrize(
    ("name", "short", "aka", "family"),
    [
        ("Park Chan", "Park", (), "Park"),
        ("Zhang Yimou", None, ("Yimou Zhang",), "Zhang"),
        ("Ryuichi Sakamoto", None, ("Sakamoto Ryūichi",), "Sakamoto"),
        ("Gael García Bernal", "García Bernal", (), "García Bernal"),
        ("Cherilyn Sarkisian", "Cher", (), "Sarkisian"),
    ],
)
def test_short_and_aka_say_which_word_is_the_family_name(
    name: str, short: str | None, aka: tuple[str, ...], family: str
) -> None:
    assert surname_as_known(name, short, aka) == family


def test_two_spellings_of_a_name_are_equal_when_folded() -> None:
    assert fold("Ōshima’s") == fold("oshima's")
    assert fold("Łódź") == "lodz"
    assert fold_name("J. J. Abrams") == fold_name("J.J. Abrams") == fold_name("JJ Abrams")
    assert fold_name("Robert Downey, Jr.") == fold_name("Robert Downey Jr")
    assert fold_name("Jean‑Luc Godard") == fold_name("Jean-Luc Godard")
    assert fold_name("Conan O’Brien") == fold_name("Conan O'Brien")
    assert fold_name("Kraft") != fold_name("Krafft")


def test_titles_are_no_part_of_a_name() -> None:
    assert without_titles("Captain Yonoi") == "Yonoi"
    assert without_titles("Group Captain Hicksley") == "Hicksley"
    assert without_titles("Dr. Strangelove") == "Strangelove"
    assert without_titles("Captain") == "Captain"


def test_a_person_is_called_by_full_name_surname_and_aka(names: Names) -> None:
    jon = person(names, "Jón Ósk")
    assert jon.forms == ("Jón Ósk", "Jon Osk", "Ósk", "Osk")
    assert jon.is_called("ÓSK")
    assert not jon.is_called("Jón")


def test_an_aka_that_turns_the_words_round_gives_no_wrong_surname(names: Names) -> None:
    assert person(names, "Ryo Sakai").forms == ("Ryo Sakai", "Sakai Ryō", "Sakai")


def test_names_with_the_family_name_in_front(names: Names) -> None:
    assert (person(names, "Park So-dam").surname, person(names, "Park So-dam").given) == ("Park", "So-dam")
    assert (person(names, "Zhang Wen").surname, person(names, "Zhang Wen").given) == ("Zhang", "Wen")


def test_short_is_the_form_after_the_first_mention(names: Names) -> None:
    assert person(names, "Gael García Ruiz").short == "García Ruiz"
    assert person(names, "Ines Marsh").short == "Marsh"


def test_nicknames_and_suffixes_are_forms(names: Names) -> None:
    rock = person(names, "Dwayne “The Rock” Johnson")
    assert {"Dwayne Johnson", "The Rock", "Johnson"} <= set(rock.forms)
    assert {"Robert Downes", "Downes", "Downes Jr."} <= set(person(names, "Robert Downes Jr.").forms)


def test_a_person_with_two_jobs_is_known_once(names: Names) -> None:
    assert sum(each.full == "Ryo Sakai" for each in names.people) == 1


def test_a_role_is_called_by_its_name_without_the_title(names: Names) -> None:
    clara = person(names, "Captain Clara Yon")
    assert clara.is_role
    assert clara.played_by == ("Ines Marsh",)
    assert {"Clara Yon", "Clara", "Yon", "Captain Yon"} <= set(clara.forms)
    assert "Captain" not in clara.forms
    assert person(names, "Waitress").forms == ("Waitress",)
    assert "Bonnie and Clyde" in person(names, "Bonnie & Clyde").forms


def test_himself_and_narrator_are_no_characters(names: Names) -> None:
    assert not [each for each in names.people if each.full in ("Narrator", "Himself")]


def test_titles_are_those_of_this_work_and_of_others(names: Names) -> None:
    assert names.titles == ("Merry & Bright", "Glædelig", "Grass", "Howl's Moving Castle")


@pytest.mark.parametrize(
    "word",
    ["Ines", "Ósk", "Feyd-Rautha", "Feyd", "Rautha", "O'Hara", "O’Hara", "jabbar", "Sembada", "Howl", "Howl's", "Nova", "Quist", "Twombly", "So-dam", "YON", "GLÆDELIG"],
)  # fmt: skip
def test_every_word_of_every_name_is_known(names: Names, word: str) -> None:
    assert names.knows(word)


@pytest.mark.parametrize("word", ["ines", "Innes", "Joaquin", ""])
def test_other_words_are_not_known(names: Names, word: str) -> None:
    assert not names.knows(word)


def test_without_notes_only_the_further_words_are_known() -> None:
    names = names_of(None, ["Batavia", "Lebak Sembada"])
    assert (names.people, names.titles) == ((), ())
    assert names.words == {"Batavia", "Lebak", "Sembada"}


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("Ines Marsh", ["Ines Marsh"]),
        ("marsh", ["Ines Marsh"]),
        ("Clara", ["Ines Marsh"]),
        ("Captain Yon", ["Ines Marsh"]),
        ("Hara", ["Tak"]),
        ("Sakai Ryo", ["Ryo Sakai"]),
        ("Park", ["Park So-dam"]),
        ("Ada Quist", ["Ada Quist"]),
        ("Marsh and Tak", ["Ines Marsh", "Tak"]),
        ("Marsh, Tak & Park", ["Ines Marsh", "Tak", "Park So-dam"]),
        ("Bonnie and Clyde", ["Dwayne “The Rock” Johnson"]),
        ("ensemble", []),
        ("Nobody", []),
        ("Captain", ["Ines Marsh"]),
    ],
)
def test_a_key_of_performances_finds_its_people(key: str, found: list[str]) -> None:
    assert [member.name for member in who(load_notes("x", NOTES), key)] == found


def test_a_surname_of_two_is_nobody_s() -> None:
    notes = load_notes("x", "title: Lava\ncast: [Katia Krafft, Maurice Krafft]\n")
    assert who(notes, "Krafft") == ()
    assert len(candidates(notes, "Krafft")) == 2
    assert [member.name for member in who(notes, "Katia")] == ["Katia Krafft"]


def test_a_full_name_wins_over_a_role_of_the_same_words() -> None:
    notes = load_notes("x", "title: x\ncast: [Amy Adams as Amy, Amy Poe as Ann]\n")
    assert [member.name for member in who(notes, "Amy")] == ["Amy Adams"]


def test_who_narrates_and_is_in_the_cast_is_one_person() -> None:
    notes = load_notes("x", "title: X\nnarrator: Ada Quist\ncast: [Ada Quist as narrator]\n")
    assert [member.name for member in who(notes, "Ada Quist")] == ["Ada Quist"]
    assert [member.name for member in who(notes, "Quist")] == ["Ada Quist"]


def test_the_end_of_a_name_is_somebody_where_the_surname_has_two_words() -> None:
    notes = load_notes("x", "title: X\ncast: [Gael García Bernal as René, Ann Bernal]\n")
    assert [member.name for member in who(notes, "García Bernal")] == ["Gael García Bernal"]
    assert who(notes, "Bernal") == ()
