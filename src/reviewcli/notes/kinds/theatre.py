"""Theatre: a production, on one evening."""

from __future__ import annotations

import reviewcli.notes.kinds._rows as usual
from reviewcli.notes.days import DAY
from reviewcli.notes.kinds._jobs import FURTHER_JOBS, TRANSLATED, Job
from reviewcli.notes.kinds._kind import OF_WORKS, SHARED, Field, Kind, MediaNote, Row, chosen, same
from reviewcli.notes.shape import Key
from reviewcli.notes.shapes import TEXT

KIND = Kind(
    name="theatre",
    place=7,
    called="play theater musical opera stage",
    article="a production",
    plural="theatre",
    departments="direction set light costumes sound music choreography design",
    script=", written by",
    has_happened=True,
    parts="""stage set sets lighting verse accents accent play company actors evening interval furniture sound
        costume light projections music""",
    nouns="production play",
    jobs=(
        Job(
            name="directed",
            done="directed, redirected, re-directed, staged, restaged, re-staged, direction",
            agent="director, co-director",
            thing="direction, directing, staging",
            does="directs, directed, stages, staged, co-directs, co-directed, co-stages, co-staged",
            label="dir., dirs., dir, dirs, directed by",
            work="production, staging, revival",
            keys="directors",
            departments="direction directing director",
            is_full=True,
        ),
        Job(
            name="written",
            done="written, penned, scripted, adapted, co-written, co-penned, co-scripted, co-adapted, script, text",
            agent="writer, playwright, dramatist, author, co-writer, co-playwright, co-dramatist, co-author",
            thing="script, text",
            does="writes, wrote, penned, co-writes, co-wrote, co-penned",
            label="written by, writer",
            work="play, drama, comedy, tragedy, farce",
            keys="writers",
            departments="script writing text adaptation",
            has_source=True,
        ),
        TRANSLATED,
        Job(
            name="designed",
            done="set design, production design, stage design, set, sets, designed, design",
            agent="designer, set designer, production designer, stage designer",
            thing="set design, stage design, set, sets",
            does="designs, designed",
            label="design, set design, stage design, set, sets, designer",
            departments="design designer set sets",
        ),
        Job(
            name="lit",
            done="lit, lighting, lighting design",
            agent="lighting designer",
            thing="lighting",
            does="lights, lit",
            label="lighting",
            departments="lighting light",
        ),
        *FURTHER_JOBS,
    ),
    own_words="play stage",
    not_another="silent",
    year_words="first, date from, dates from, dating from, published, written, play",
    databases={"front matter": "theatre"},
    page_keys={"date_seen": "performance_date"},
    schema_type="TheaterEvent",
    properties=(
        Field("author", "writers", "Person"),
        Field("performer", "company", "PerformingGroup"),
        Field("startDate", "performance_date"),
        Field("location", "venue", "Place"),
    ),
    runtime_is="duration",
    is_work=False,
    shows="workPerformed",
    site=same("venue"),
    media=MediaNote(
        fields=(
            Field("director", "directors"),
            Field("venue", "venue"),
            Field("date_seen", "performance_date"),
        )
    ),
    own={
        "venue": Key(TEXT, "The theatre.", also="location place theater theatre"),
        "company": Key(TEXT, "Whose production it is.", also="troupe"),
        "performance_date": Key(DAY, "The evening you were there: 2026-11-20."),
    },
    keys=chosen(
        SHARED + OF_WORKS + " writers directors cast based_on runtime synopsis performances spoilers",
        title="The title as it is spelt on the programme.",
        year="The year of the play, in four digits.",
        writers="Who wrote the play, or adapted it: one name or a list.",
        release="The opening night: 2026-11-18.",
        runtime="Minutes with the interval, as in 165.",
        version="Which version of the play: an adaptation, a translation.",
        languages="What is spoken on the stage: one text or a list.",
        crew="Other departments and their people: “design: Bunny Christie”.",
        craft="What each department does: direction, set, light, costume, sound.",
        quotes="Words of the play: “the words — who says them”.",
        also={"writers": "authors"},
    ),
    rows=(
        Row("writers", "Who wrote the play?", "the playwright; or several: [NAME, NAME]"),
        Row("directors", "Who directed the production?", ""),
        Row("company", "Whose production is it?", None),
        Row("venue", "In which theatre?", ""),
        Row("performance_date", "On which evening were you there?", "the evening you were there: 2026-11-20"),
        usual.CAST,
        Row("synopsis", "What is the premise, up to the first turn?", "the premise, up to the first turn"),
        Row(
            "performances",
            "Whose performance do you want to write about?",
            "what they do, and in which scene",
            "# NAME: lets the pause run on [the dinner, act two]",
            each="What did {} do, and in which scene?",
        ),
        Row(
            "craft",
            "Which departments did you notice: direction, set, light, costume, sound …?",
            "what each department does, and when",
            "# light: one lamp until the storm",
            each="What did you notice about the {}, and when?",
        ),
        Row("themes", "What does this production find in the play, and where?", None),
        usual.STRENGTHS,
        usual.WEAKNESSES,
        Row("spoilers", "What must the review not tell?", None),
        usual.VERDICT,
        usual.SCORE,
    ),
)
