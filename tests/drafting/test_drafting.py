"""Drafts as a whole: what critics' notes become."""

from __future__ import annotations

import pytest
import yaml

from program import ROOT
from reviewcli.drafting import Settings, draft
from reviewcli.drafting.templates import find_template
from reviewcli.notes import load_notes, notes_from_front_matter
from reviewcli.texts.errors import ReviewError

CASES = ROOT / "tests" / "cases"


def drafted(source: str, **settings: object) -> str:
    """The draft of notes, without its front matter."""
    notes = load_notes("notes.yaml", source)
    return draft(notes, find_template("standard"), Settings(front_matter=False, **settings))  # type: ignore[arg-type]


def section(text: str, name: str) -> str:
    """What stands under a heading."""
    return text.partition(f"## {name}\n\n")[2].partition("\n\n## ")[0].strip()


def performances(
    points: str, cast: str = "cast: [David Bowie as Major Jack Celliers, Takeshi as Hara]"
) -> str:
    source = f"title: X\n{cast}\nperformances:\n{points}"
    return section(drafted(source), "Performances")


def test_the_example_is_the_case() -> None:
    example = ROOT / "examples" / "her.yaml"
    assert example.read_text(encoding="utf-8") == (CASES / "her" / "notes.yaml").read_text(encoding="utf-8")


# Who is who


def test_an_actor_follows_the_role_at_its_first_mention_only() -> None:
    text = section(
        drafted(
            "title: X\ncast: [Ryuichi Sakamoto as Captain Yonoi]\nsynopsis: Captain Yonoi waits. Yonoi waits."
        ),
        "Synopsis",
    )
    assert text == "Captain Yonoi (Ryuichi Sakamoto) waits. Yonoi waits."


def test_a_role_is_found_by_part_of_its_name() -> None:
    source = (
        "title: X\ncast: [David Bowie as Major Jack Celliers]\nsynopsis: In walks Jack Celliers, singing."
    )
    assert "In walks Jack Celliers (David Bowie), singing." in drafted(source)


def test_a_voice_is_voiced() -> None:
    source = "title: Her\ncast: [Scarlett Johansson as Samantha (voice)]\nsynopsis: Samantha never sleeps"
    assert "Samantha (voiced by Scarlett Johansson) never sleeps." in drafted(source)


@pytest.mark.parametrize(
    "words",
    [
        "“Hara laughs,” they say.",
        "*Hara* is a word.",
        "He sees Hara's face.",
        "Hara-like, he waits.",
        "Takeshi as Hara is a gift.",
        "Hara (who else?) laughs.",
        "The man (Hara) laughs.",
        "See [Hara](https://example.org).",
        "Hara Setsuko is another.",
        "`Hara` is code.",
    ],
)
def test_an_actor_is_not_put_where_it_would_read_wrongly(words: str) -> None:
    source = (
        f"title: X\ncast: [Takeshi as Hara]\nsynopsis:\n  - {words!r}"
        if "'" not in words
        else (f'title: X\ncast: [Takeshi as Hara]\nsynopsis:\n  - "{words}"')
    )
    assert section(drafted(source), "Synopsis") == words


def test_names_in_a_title_are_not_roles() -> None:
    source = (
        "title: Merry Christmas, Mr. Lawrence\ncast: [Tom Conti as John Lawrence]\n"
        "opening: Merry Christmas, Mr. Lawrence is a title. Lawrence is a man."
    )
    assert "Merry Christmas, Mr. Lawrence is a title. Lawrence (Tom Conti) is a man." in drafted(source)


def test_a_role_of_two_actors_is_nobodys() -> None:
    source = "title: X\ncast: [Ann Lee as Kay, Bo Day as Kay]\nsynopsis: Kay waits."
    assert section(drafted(source), "Synopsis") == "Kay waits."


def test_a_role_that_is_no_name_is_left_alone() -> None:
    source = "title: X\ncast: [Willem Dafoe as He, Ann Lee as herself, Bo Day as man]\nsynopsis: He is a man by herself."
    assert section(drafted(source), "Synopsis") == "He is a man by herself."


def test_a_name_that_is_a_word_is_left_alone_where_it_may_be_the_word() -> None:
    source = "title: X\ncast: [Matt Lee as Will Ray]\nsynopsis: [Will he come?, Will waits.]"
    assert section(drafted(source), "Synopsis") == "Will he come? Will (Matt Lee) waits."


def test_a_hidden_actor_is_nowhere() -> None:
    source = (
        "title: X\ncast:\n  - {name: Matt Dunn, role: Mann, spoiler: true}\n  - Ann Lee as Kay\n"
        "synopsis: Mann waits for Kay.\nperformances:\n  Dunn: never blinks\n  Lee: never smiles"
    )
    text = draft(load_notes("x", source), find_template("standard"))
    assert "Dunn" not in text
    assert "blinks" not in text
    assert "Mann waits for Kay (Ann Lee)." in text
    assert "With Ann Lee." in text


def test_full_name_first_then_surname_or_short() -> None:
    cast = "cast:\n  - {name: Park Chan-il, short: Park}\n  - Hoyte van Hoytema\n  - Robert Downey Jr.\n  - Zendaya"
    text = performances(
        "  Park: [never blinks, 'is still: always']\n  van Hoytema: [runs, 'is still: always']\n"
        "  Downey: [talks, 'is still: always']\n  Zendaya: [waits, 'is still: always']",
        cast,
    )
    assert text.split("\n\n") == [
        "Park Chan-il never blinks. Park is still: always.",
        "Hoyte van Hoytema runs. Van Hoytema is still: always.",
        "Robert Downey Jr. talks. Downey is still: always.",
        "Zendaya waits. Zendaya is still: always.",
    ]


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("the score by Coates hums", "The score by Oliver Coates hums."),
        ("strings, and then Coates’s cello stops", "strings, and then Oliver Coates’s cello stops."),
        ("Coates lets it hum", "Oliver Coates lets it hum."),
        ("Stone walls hold the echo", "Stone walls hold the echo."),  # an actor is called Stone
        ("the song by Vane fades", "song by Vane fades."),  # so is a character
        ("it nods to Mr. Coates", "t nods to Mr. Coates."),
        ("a Coates-like drone fades", "Coates-like drone fades."),
        ("the cue that Ollie Coates wrote fades", "cue that Ollie Coates wrote fades."),
        ("the “Coates drone” fades", "“Coates drone” fades."),
        ("Coates hums, as Oliver Coates does", "Coates hums, as Oliver Coates does."),
        ("the arcade Fire burns", "arcade Fire burns."),  # a band has no surname
    ],
)
def test_a_surname_that_comes_first_takes_its_given_name(point: str, told: str) -> None:
    notes = (
        "title: Aftersun\ncast: [Emma Stone as Ada Vane, Harry Vane]\n"
        f"crew:\n  music: [Oliver Coates, Arcade Fire]\ncraft:\n  mood: {point}\n"
    )
    assert told in drafted(notes)


def test_two_people_of_one_surname_keep_their_full_names() -> None:
    cast = "cast: [Katia Krafft, Maurice Krafft]"
    text = performances("  Katia Krafft: [runs, 'is still: always']\n  Maurice Krafft: laughs", cast)
    assert text == "Katia Krafft runs. Katia Krafft is still: always.\n\nMaurice Krafft laughs."


def test_a_pronoun_is_used_only_where_the_notes_give_it() -> None:
    cast = (
        "cast:\n  - {name: Ann Lee, role: Kay, pronoun: she}\n  - Bo Day\n  - {name: Cy Fox, pronoun: they}"
    )
    points = "[plays Kay as a wall [the rain], is funny [the rain]]"
    text = performances(
        "  Lee:\n    - plays Kay as a wall [the rain]\n    - is funny [the cellar]\n"
        "  Day:\n    - waits [the rain]\n    - is funny [the cellar]\n"
        "  Fox:\n    - waits [the rain]\n    - is funny [the cellar]",
        cast,
    )
    assert points
    assert text.split("\n\n") == [
        "Ann Lee plays Kay as a wall (the rain). She is funny (the cellar).",
        "Bo Day waits (the rain). Day is funny (the cellar).",
        "Cy Fox waits (the rain). Fox is funny (the cellar).",
    ]


def test_a_pronoun_does_not_follow_somebody_else() -> None:
    cast = "cast:\n  - {name: Ann Lee, pronoun: she}\n  - Bo Day"
    text = performances("  Lee:\n    - outlasts Bo Day [the rain]\n    - is funny [the cellar]", cast)
    assert text == "Ann Lee outlasts Bo Day (the rain). Lee is funny (the cellar)."


# Points


def test_points_of_a_performer() -> None:
    text = performances(
        "  Bowie:\n    - too much mime [the shave with no razor, 0:43]\n"
        "    - but the stillness in the courtroom is frightening\n"
        "  Takeshi:\n    - Takeshi cannot act, and it does not matter.\n    - stiff as a drawn blind"
    )
    assert text == (
        "David Bowie: too much mime (the shave with no razor), but the stillness in the courtroom is frightening."
        "\n\nTakeshi cannot act, and it does not matter. Stiff as a drawn blind."
    )


@pytest.mark.parametrize(
    ("points", "text"),
    [
        (["wonderful"], "David Bowie: wonderful."),
        (["never blinks", "holds the frame"], "David Bowie never blinks and holds the frame."),
        (["the accent is gone"], "David Bowie: the accent is gone."),
        (["she never blinks"], "David Bowie: she never blinks."),
        (["but the stillness is frightening"], "David Bowie: but the stillness is frightening."),
        (["too much mime.", "but still"], "David Bowie: too much mime. But still."),
        (["is wasted", "because the script cannot use him"], "David Bowie is wasted because the script cannot use him."),
        (["never blinks", "and never smiles"], "David Bowie never blinks and never smiles."),
        (["never blinks", "and it shows"], "David Bowie never blinks, and it shows."),
        (["never blinks", "and the doors creak"], "David Bowie never blinks, and the doors creak."),
        (["Never blinks. It is frightening."], "David Bowie never blinks. It is frightening."),
        (["two modes: loud and asleep"], "David Bowie — two modes: loud and asleep."),
        (["why the mime?"], "David Bowie: why the mime?"),
        (["what a face! [the trial]"], "David Bowie: what a face! (The trial.)"),
        (["waits… [the trial]"], "David Bowie waits… (the trial)."),
        (["is *very* good"], "David Bowie is *very* good."),
        (["says “no.”"], "David Bowie says “no.”"),
        (["are wasted"], "David Bowie: are wasted."),
        (["stole the film [0:58]"], "David Bowie stole the film."),
        (['never blinks ["You are wrong", 1:02:30]'], 'David Bowie never blinks ("You are wrong").'),
        (["never blinks [the trial, the garden]"], "David Bowie never blinks (the trial, the garden)."),
        (["holds on after the line is over [the long walk]"], "David Bowie holds on after the line is over (the long walk)."),
        (["holds every note a beat too long [the long walk]"], "David Bowie holds every note a beat too long, as in the long walk."),
        (["holds every note [the coat]"], "David Bowie holds every note (the coat)."),
        (["Bowie, all cheekbones"], "Bowie, all cheekbones."),
    ],
)  # fmt: skip
def test_a_point_is_joined_in_the_writers_words(points: list[str], text: str) -> None:
    lines = "".join(f"    - '{point}'\n" for point in points)
    assert performances(f"  Bowie:\n{lines}") == text


def test_what_follows_a_spoiler_is_not_joined_to_what_came_before_it() -> None:
    text = performances("  Bowie:\n    - too much mime\n    - dies [spoiler]\n    - but gloriously")
    assert text == "David Bowie: too much mime. But gloriously."


def test_points_of_two_performers_and_of_all() -> None:
    text = performances(
        "  Bowie and Takeshi:\n    - never touch\n    - no chemistry\n  ensemble: too many beards\n  Hara: laughs at nothing"
    )
    assert text.split("\n\n") == [
        "David Bowie and Takeshi never touch. No chemistry.",
        "The ensemble: too many beards.",
        "Hara laughs at nothing.",
    ]


def test_a_performance_under_a_role_keeps_the_role() -> None:
    assert performances("  Celliers: [sings, 'is still: always']") == (
        "Celliers (David Bowie) sings. Celliers is still: always."
    )


def test_points_of_departments() -> None:
    text = section(
        drafted(
            "title: X\ndirectors: [Nagisa Ōshima]\nwriters: [Ann Lee, Bo Day]\n"
            "crew: {cinematography: Toichiro Narushima, music: Arcade Fire, editing: [A B, C D, E F]}\ncraft:\n"
            "  direction: [holds on faces, never looks away]\n  screenplay: one joke\n"
            "  photography: [green and flat, never moves]\n  music: is one tune\n  editing: too many fades\n"
            "  sound: the rain is never still\n  hair: is a triumph of glue"
        ),
        "Craft",
    )
    assert text == (
        "Ōshima holds on faces and never looks away. Lee and Day's screenplay: one joke. Toichiro Narushima's"
        " photography: green and flat. The photography never moves. Arcade Fire's music is one tune. The editing:"
        " too many fades. The rain is never still. The hair is a triumph of glue."
    )


def test_two_directors_do_not_get_a_single_verb() -> None:
    text = drafted("title: X\ndirectors: [Joel Coen, Ethan Coen]\ncraft:\n  direction: lets scenes run")
    assert "Joel Coen and Ethan Coen's direction lets scenes run." in text


def test_themes_are_what_the_film_is_about() -> None:
    source = (
        "title: X\nthemes:\n  - shame, and what men will do instead of touching\n"
        "  - translation as a thing that gets people hurt [the radio trial, 1:10]"
    )
    assert section(drafted(source), "Themes") == (
        "The film is about shame, and what men will do instead of touching, and about translation as a thing that"
        " gets people hurt, as in the radio trial."
    )


@pytest.mark.parametrize(
    ("theme", "text"),
    [
        ("about shame", "The film is about shame."),
        ("Nobody here is at home.", "Nobody here is at home."),
        ("growing up poor", "The film is about growing up poor."),
        ("what men want", "The film is about what men want."),
        ("The price of a coat", "The film is about the price of a coat."),
        ("Batavia", "Batavia."),
        ("too much of it", "Too much of it."),
        ("asks what a coat is worth", "The film asks what a coat is worth."),
    ],
)
def test_a_theme(theme: str, text: str) -> None:
    assert section(drafted(f"title: X\nthemes: {theme}"), "Themes") == text


def test_critique_of_fragments_says_what_they_are() -> None:
    source = "title: X\ncritique:\n  strengths: [the rain, is short]\n  weaknesses: drags in the middle"
    assert (
        section(drafted(source), "Critique")
        == "What works: the rain. The film is short.\n\nThe film drags in the middle."
    )


def test_comparisons() -> None:
    source = "title: X\ncomparisons:\n  - Lost in Translation (2003)\n  - title: Solaris\n    why: there the sea thinks\n  - Us"
    assert "Compare *Solaris*: there the sea thinks; *Lost in Translation* (2003) and *Us*." in drafted(
        source
    )


@pytest.mark.parametrize(
    ("audience", "text"),
    [
        ("anyone who came for Bowie and can stand to leave", "For anyone who came for Bowie and can stand to leave."),
        ("for the patient", "For the patient."),
        ("not for children", "Not for children."),
        ("if you liked *Solaris*", "If you liked *Solaris*."),
        ("adults", "For adults."),
        ("people who cry at trains.", "For people who cry at trains."),
        ("Nobody is too old for this.", "Nobody is too old for this."),
        ("those who have told a phone what they could not say", "For those who have told a phone what they could not say."),
    ],
)  # fmt: skip
def test_for_whom(audience: str, text: str) -> None:
    assert (
        section(drafted(f"title: X\nverdict: See it.\naudience: {audience}"), "Verdict") == f"See it. {text}"
    )


# The facts


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("directors: Ann Lee\nwriters: Ann Lee", "Ann Lee wrote and directed *X* (1999)."),
        ("directors: Ann Lee\nwriters: [Ann Lee, Bo Day]", "Ann Lee directed *X* (1999) and wrote it with Bo Day."),
        ("directors: Ann Lee\nwriters: Bo Day", "Ann Lee directed *X* (1999) from a screenplay by Bo Day."),
        ("directors: Ann Lee", "Ann Lee directed *X* (1999)."),
        ("writers: Ann Lee", "Ann Lee wrote *X* (1999)."),
        ("directors: [Ann Lee, Bo Day]\nwriters: Ann Lee", "Ann Lee and Bo Day directed *X* (1999) from a screenplay by Lee."),
    ],
)  # fmt: skip
def test_who_made_it(facts: str, text: str) -> None:
    body = drafted(f"title: X\nyear: 1999\n{facts}\nopening: It rains.")
    assert f"It rains. {text}\n" in body


def test_the_credit_line() -> None:
    text = drafted(
        "title: Mamma Mia!\ndirectors: Ann Lee\nwriters: Ann Lee\nbased_on: {title: The Sea, author: Bo Day, year: 1963}\n"
        "cast: [Robert Downey Jr., Zendaya]\nruntime: 1\ncertificate: 12A\nlanguages: [English, Thai, Lao]\nopening: Rain."
    )
    assert text.splitlines()[2] == (
        "Written and directed by Ann Lee. Based on *The Sea* by Bo Day (1963). With Robert Downey Jr. and Zendaya."
        " 1 minute. 12A. In English, Thai and Lao."
    )
    assert "Ann Lee wrote and directed *Mamma Mia!*\n" in text


def test_a_headline_takes_the_place_of_the_title() -> None:
    text = drafted(
        "title: Her\nyear: 2013\nheadline: A voice in the flat\nstandfirst: Spike Jonze listens\nruntime: 126"
    )
    assert text.startswith("# A voice in the flat\n\nSpike Jonze listens.\n\n*Her* (2013). 126 minutes.\n")


def test_footers() -> None:
    text = drafted(
        "title: X\nverdict: See it.\nscore: ★★★★½\ncontent_note: flashing lights\n"
        "seen: {disclosure: The distributor paid the train.}"
    )
    assert text.endswith(
        "Content note: flashing lights.\n\n**★★★★½**\n\nDisclosure: The distributor paid the train.\n"
    )


def test_quotes_ids_names_and_jottings_are_not_drafted() -> None:
    source = (
        "title: X\nids: {imdb: tt1}\nquotes: [Never again — Kay]\nspoilers: [the coat burns]\njottings: [hat?]\n"
        "synopsis:\n  - A coat.\n  - It burns. [spoiler]\nnames: [Batavia]"
    )
    text = drafted(source)
    for hidden in ("tt1", "Never", "burns", "hat?", "Batavia"):
        assert hidden not in text


# Markers


def test_empty_sections_become_markers() -> None:
    text = drafted("title: Her")
    for name in ("opening", "synopsis", "performances", "craft", "themes", "critique", "verdict"):
        assert text.count(f"<!-- review-todo {name}: ") == 1
    assert "context" not in text.lower()


def test_a_section_of_spoilers_only_is_empty() -> None:
    text = drafted("title: Her\nsynopsis: it burns [spoiler]\nperformances: {}")
    assert section(text, "Synopsis").startswith("<!-- review-todo synopsis: ")


def test_strict_drafting_names_the_empty_sections() -> None:
    with pytest.raises(ReviewError, match="there are no notes for opening, synopsis, performances"):
        drafted("title: Her", strict=True)


def test_no_headings_but_the_title() -> None:
    text = drafted("title: Her\nsynopsis: It rains.", headings=False)
    assert text.startswith("# *Her*\n")
    assert "##" not in text
    assert "It rains." in text


# Front matter


@pytest.mark.parametrize(
    "title",
    ["No", "1917", "12:08 East of Bucharest", "null", "Yes", "~", "1e3", "0o17", "What's Up, Doc?", 'The "Thing"',
     "2001: A Space Odyssey", "- dash", "# hash", "[Rec]", "{x}", "Amélie", "戦場のメリークリスマス", "M*A*S*H", "a\\b",
     "3:10", "2012-12-12", ".45", "&ful", "!", "%", "@", "`x`", "y", "Tick, Tick... Boom!", "’Round Midnight", "|", ">"],
)  # fmt: skip
def test_a_title_survives_the_front_matter(title: str) -> None:
    quoted = title.replace("'", "''")
    notes = load_notes("x", f"title: '{quoted}'\nyear: 1999\ntags: ['{quoted}', b]")
    text = draft(notes, find_template("standard"))
    front = text.split("---\n")[1]
    again = notes_from_front_matter(front)
    assert again is not None
    assert (again.title, again.year, again.tags) == (title, 1999, (title, "b"))
    assert yaml.safe_load(front)["title"] == title
    assert title in front or "\\" in front  # readable: no escapes but of quotes and backslashes


def test_front_matter_holds_what_lint_needs() -> None:
    notes = load_notes(CASES / "merry-christmas" / "notes.yaml")
    text = draft(notes, find_template("standard"), Settings(notes_path="../n.yaml", profile="short"))
    front = text.split("---\n")[1]
    again = notes_from_front_matter(front)
    assert again is not None
    assert [(each.name, each.roles, each.lead) for each in again.cast] == [
        (each.name, each.roles, each.lead) for each in notes.cast
    ]
    assert again.crew == notes.crew
    assert again.awards == notes.awards
    assert again.score == notes.score
    assert again.based_on == notes.based_on
    review = yaml.safe_load(front)["review"]
    assert review["notes"] == "../n.yaml"
    assert review["profile"] == "short"
    assert {"Batavia", "Nagisa Oshima", "van der Post"} <= set(review["names"])
    assert yaml.safe_load(front)["draft"] is True
    assert "tt0085933" not in front
    assert "kisses" not in front


def test_front_matter_without_a_path_has_no_pointer() -> None:
    text = draft(load_notes("-", "title: Her"), find_template("standard"))
    assert text.startswith("---\ntitle: Her\ndraft: true\n---\n")


# What people do, and what stands alone


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ("music: wrote the score himself", "Charlie Chaplin wrote the score himself."),
        ("music: swells on every kiss", "Charlie Chaplin's music swells on every kiss."),
        ("lighting: lit the stairs like an exit", "The lighting: lit the stairs like an exit."),
        ("costumes: are louder than the actors", "The costumes are louder than the actors."),
    ],
)
def test_a_person_wrote_and_no_music_did(points: str, expected: str) -> None:
    text = drafted(f"title: X\ncrew: {{music: Charlie Chaplin}}\ncraft:\n  {points}\n")
    assert section(text, "Craft") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("brays", "Takeshi brays."),
        ("whistles, and it empties", "Takeshi whistles, and it empties."),
        ("sneers and struts", "Takeshi sneers and struts."),
        ("tears", "Takeshi: tears."),
    ],
)
def test_a_lone_verb_of_a_performer_has_its_subject(said: str, expected: str) -> None:
    assert performances(f"  Takeshi: {said}\n") == expected


def test_a_label_takes_the_capital_of_a_small_word_and_of_no_title() -> None:
    source = (
        "title: The Kid\ncritique:\n  strengths: [The boxing match]\n  weaknesses: [The Kid Brother again]\n"
    )
    assert section(drafted(source), "Critique") == (
        "What works: the boxing match.\n\nWhat does not work: The Kid Brother again."
    )


def test_a_point_of_two_sentences_has_two_capitals() -> None:
    assert performances("  Takeshi: underrated. knows the light, approx. always\n") == (
        "Takeshi: underrated. Knows the light, approx. always."
    )


def test_a_gerund_with_not_is_a_theme() -> None:
    text = drafted("title: X\nthemes: [not being like them, not remembering]\n")
    assert section(text, "Themes") == "The film is about not being like them, and about not remembering."


def test_a_time_that_no_clock_shows_is_not_lost() -> None:
    text = drafted("title: X\nthemes: ['shame [0:75]', 'pride [0:57]']\n")
    assert section(text, "Themes") == "The film is about shame (0:75), and about pride."


def test_the_original_title_and_awards_are_told() -> None:
    text = drafted("title: X\noriginal_title: Iks\nawards: ['BAFTA, Best Score, 1984, won']\n")
    assert "\nOriginal title: *Iks*.\n" in text
    assert "\nAward: BAFTA, Best Score, 1984 (won).\n" in text
