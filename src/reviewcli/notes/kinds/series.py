"""Series: a season, or the whole of it, as far as it was seen."""

from __future__ import annotations

import msgspec

import reviewcli.notes.kinds._rows as usual
from reviewcli.notes.editions import EPISODES, SEASONS
from reviewcli.notes.kinds._jobs import DIRECTED, FURTHER_JOBS, WRITTEN, Job
from reviewcli.notes.kinds._kind import (
    FILM_NOTE,
    FILMED,
    OF_FILMED,
    ON_SCREEN,
    SHARED,
    Field,
    Kind,
    Row,
    chosen,
    same,
)
from reviewcli.notes.shape import Key
from reviewcli.notes.shapes import TEXT

KIND = Kind(
    name="series",
    place=3,
    called="tv show tv_show tv_series miniseries",
    article="a series",
    plural="series",
    departments=ON_SCREEN,
    parts="""hour hours recap recaps interviews interview credits pilot instalment instalments installments network""",
    nouns="series show serial",
    jobs=(
        DIRECTED,
        WRITTEN,
        Job(
            name="created",
            done="created, co-created",
            agent="creator, showrunner, co-creator, co-showrunner",
            thing="writing",
            does="created, creates",
            heading="created by, creator",
            keys="writers",
            departments="creator showrunner",
            has_source=True,
        ),
        *FURTHER_JOBS,
    ),
    own_words="series serial",
    not_another="tv television episode",
    databases={
        "omdb": "series",
        "imdb": "tvseries tvminiseries",
        "trakt": "show",
        "tmdb": "tv",
        "front matter": "series tvseries show tv",
    },
    columns={
        "omdb": (Field("totalSeasons", "seasons"),),
        "tmdb": (Field("number_of_seasons", "seasons"), Field("networks", "network", is_text=True)),
    },
    schema_type="TVSeries",
    properties=(FILMED[0], Field("numberOfSeasons", "seasons"), *FILMED[1:]),
    site=same("network"),
    seen_as="watched_date",
    media=msgspec.structs.replace(FILM_NOTE, type="series", tag="mediaDB/tv/series"),
    own={
        "seasons": Key(
            SEASONS, "How many there are, as in 4; or which this is about: Season 2.", claim="seasons"
        ),
        "episodes_seen": Key(
            EPISODES,
            "How far you watched: 8, 8 of 10, all. Lint takes the rest for spoilers.",
            claim="episodes",
        ),
        "network": Key(
            TEXT, "Where it runs: a channel or a streaming service.", also="channel streamer", claim="aired"
        ),
    },
    keys=chosen(
        SHARED + OF_FILMED + "performances",
        writers="Who writes it, its creator first: one name or a list.",
        runtime="Minutes of an episode, as in 50.",
        year="The year it began, in four digits.",
    ),
    rows=(
        Row("year", "In which year did it begin?", "in which it began"),
        Row("writers", "Who created or writes it?", "its creator first; or several: [NAME, NAME]"),
        Row("network", "Where does it run?", None),
        Row("seasons", "How many seasons are there, or which is this about?", "how many, or which: Season 2"),
        Row("episodes_seen", "How many episodes have you seen?", "8, 8 of 10, all"),
        usual.CAST,
        Row(
            "synopsis",
            "What is the premise, up to the end of the first episode?",
            "the premise, from the first episode",
        ),
        Row(
            "performances",
            "Whose performance do you want to write about?",
            "what they do, in which episode and scene",
            "# NAME: says it all with the kettle [episode 3, the funeral]",
            each="What did {} do, in which episode and scene?",
        ),
        Row(
            "craft",
            "Which departments did you notice: writing, direction, camera, editing, music …?",
            None,
            each="What did you notice about the {}, and where?",
        ),
        Row("themes", "What is it about, beneath the plot, and which scene shows it?", None),
        usual.STRENGTHS,
        Row(
            "critique.weaknesses",
            "What does not: which episode drags, which thread is dropped?",
            "what does not, and where",
        ),
        usual.SPOILERS,
        usual.VERDICT,
        usual.SCORE,
    ),
)
