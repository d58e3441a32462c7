"""Documentaries: what they show, and how they came by it."""

from __future__ import annotations

import reviewcli.notes.kinds._rows as usual
from reviewcli.notes.kinds._jobs import DIRECTED, FURTHER_JOBS, WRITTEN
from reviewcli.notes.kinds._kind import FILM_NOTE, FILMED, FILMED_PARTS, OF_FILMED, SHARED, Kind, Row, chosen
from reviewcli.notes.points import NAMED
from reviewcli.notes.shape import Key

KIND = Kind(
    name="documentary",
    place=2,
    called="doc docu",
    article="a documentary",
    plural="documentaries",
    departments="direction cinematography editing archive interviews music sound",
    has_happened=True,
    by_first_name=True,
    parts=FILMED_PARTS,
    nouns="documentary",
    jobs=(DIRECTED, WRITTEN, *FURTHER_JOBS),
    owner="directors",
    databases={"front matter": "documentary"},
    schema_type="Movie",
    properties=FILMED,
    runtime_is="duration",
    seen_as="watched_date",
    media=FILM_NOTE,
    diaries=frozenset({"letterboxd"}),
    own={
        "subjects": Key(
            NAMED,
            "The people and things it shows: names, each with what you noticed.",
            also="performances",
            names="people",
        )
    },
    keys=chosen(
        SHARED + OF_FILMED,
        cast="Who speaks or is shown, where a name needs more than the name: “NAME as himself”.",
        synopsis="What it is about and whom it follows; no ending.",
        craft="What each department does: camera, editing, archive, music, interviews.",
    ),
    rows=(
        usual.FIRST_RELEASE,
        Row("directors", "Who directed it?", "one name, or several"),
        Row(
            "synopsis", "What is it about, and whom does it follow?", "what it is about, and whom it follows"
        ),
        Row(
            "subjects",
            "Who or what is in it? One name at a time.",
            "the people and things it shows: what you learn of them, and where",
            "# NAME: talks for a minute before the question is clear [the kitchen, 0:12]",
            each="What do we learn about {}, and in which scene?",
        ),
        Row(
            "craft",
            "Which departments did you notice: camera, editing, archive, music, interviews …?",
            "what each department does, and where",
            "# archive: home films, uncaptioned",
            each="What did you notice about the {}, and where?",
        ),
        Row("themes", "What does it argue or ask, and what does it show for that?", None),
        usual.STRENGTHS,
        Row(
            "critique.weaknesses",
            "What does not: who is not asked, what is not shown?",
            "what does not, and where",
        ),
        usual.SPOILERS,
        usual.VERDICT,
        usual.SCORE,
    ),
)
