"""Films."""

from __future__ import annotations

import reviewcli.notes.kinds._rows as usual
from reviewcli.notes.kinds._jobs import DIRECTED, FURTHER_JOBS, WRITTEN
from reviewcli.notes.kinds._kind import (
    FILM_NOTE,
    FILMED,
    FILMED_PARTS,
    OF_FILMED,
    ON_SCREEN,
    SHARED,
    Kind,
    Row,
    chosen,
)

KIND = Kind(
    name="film",
    place=1,
    called="movie feature short",
    article="a film",
    plural="films",
    departments=ON_SCREEN,
    parts=FILMED_PARTS,
    nouns="film movie picture feature flick drama comedy thriller western musical noir romance epic horror mystery"
    " melodrama adaptation biopic",
    jobs=(DIRECTED, WRITTEN, *FURTHER_JOBS),
    databases={
        "omdb": "movie",
        "imdb": "movie tvmovie short tvshort video tvspecial musicvideo film",
        "trakt": "movie",
        "tmdb": "movie",
        "front matter": "movie film",
    },
    page_keys={"film": "title", "movie": "title"},
    owner="directors",
    schema_type="Movie",
    properties=FILMED,
    runtime_is="duration",
    seen_as="watched_date",
    media=FILM_NOTE,
    diaries=frozenset({"letterboxd"}),
    keys=chosen(
        SHARED + OF_FILMED + "performances",
        also={
            "based_on": "authors",
            "distributor": "network company",
            "performances": "subjects",
            "runtime": "hours_played",
            "seen": "performance_date",
        },
    ),
    rows=(
        usual.FIRST_RELEASE,
        Row("directors", "Who directed it?", "one name, or several: [Joel Coen, Ethan Coen]"),
        usual.CAST,
        Row("synopsis", "What is the premise, up to the first turn?", "the premise, up to the first turn"),
        Row(
            "performances",
            "Whose performance do you want to write about?",
            "what they do, and in which scene",
            "# NAME: holds close-ups alone [the beach walk, 0:58]",
            each="What did {} do, and in which scene?",
        ),
        Row(
            "craft",
            "Which departments did you notice: direction, camera, editing, music …?",
            "what each department does, and where",
            "# music: one tune, too often",
            each="What did you notice about the {}, and where?",
        ),
        Row("themes", "What is it about, beneath the story, and which scene shows it?", None),
        usual.STRENGTHS,
        usual.WEAKNESSES,
        usual.SPOILERS,
        usual.VERDICT,
        usual.SCORE,
    ),
)
