"""Albums."""

from __future__ import annotations

import reviewcli.notes.kinds._rows as usual
from reviewcli.notes.kinds._jobs import FURTHER_JOBS, Job
from reviewcli.notes.kinds._kind import OF_WORKS, SHARED, Field, Kind, Maker, MediaNote, Row, chosen, same
from reviewcli.notes.people import PERSONS
from reviewcli.notes.points import NAMED
from reviewcli.notes.shape import Key
from reviewcli.notes.shapes import TEXT

KIND = Kind(
    name="album",
    place=6,
    called="record music lp ep",
    article="an album",
    plural="albums",
    departments="production mixing songwriting lyrics arrangement cover",
    makers=(Maker("artists", "made"),),
    has_story=False,
    has_happened=True,
    stock=("music", "Name the track and what one hears."),
    parts="""drums drum bass guitars guitar strings chorus choruses verse verses lyrics lyric tempo falsetto track
        tracks single singles sample samples horns piano synths synth side record album melody melodies hook
        hooks beat beats riff riffs arrangement arrangements mix vocals vocal voice harmonies harmony organ
        bridge refrain solo percussion saxophone keys mastering ep lp interludes cover covers duet""",
    telling="album lp ep track tracks song songs chorus lyrics vocals singles",
    nouns="album record",
    jobs=(
        Job(
            name="produced",
            done="produced, co-produced, production",
            agent="producer, co-producer",
            thing="production",
            does="produces, produced",
            heading="produced by, producer",
            departments="producer production",
        ),
        Job(
            name="made",
            done="made, recorded",
            agent="singer, songwriter, singer-songwriter",
            thing="singing",
            does="makes, made, recorded",
            heading="artist",
            work="album, record, LP, EP",
            keys="artists",
        ),
        *FURTHER_JOBS,
    ),
    databases={"front matter": "album musicrelease"},
    schema_type="MusicAlbum",
    properties=(
        Field("byArtist", "artists", "MusicGroup"),
        Field("track", "tracks", "MusicRecording"),
        Field("albumRelease", "label", "Organization", within="MusicRelease.recordLabel"),
    ),
    site=same("artists label"),
    media=MediaNote(
        type="musicRelease", sub_type="album", tag="mediaDB/music/album", fields=same("artists label")
    ),
    own={
        "artists": Key(
            PERSONS,
            "Whose album it is: people or bands, one name or a list.",
            also="band singer musician musicians",
            is_group=True,
        ),
        "label": Key(
            TEXT, "Who brings the album out.", also="publisher publishers distributor", claim="issued"
        ),
        "tracks": Key(
            NAMED,
            "Titles, one a line; after a colon what you heard.",
            also="songs",
            names="titles",
            claim="tracks",
        ),
    },
    keys=chosen(
        SHARED + OF_WORKS + " runtime",
        title="The title as it is spelt on the cover.",
        languages="What is sung: one text or a list.",
        runtime="Minutes, as in 43.",
        version="Which edition the facts are of: a remaster, the vinyl.",
        crew="Other people and what they did: “producer: Brian Eno”.",
        seen="When, where and how you heard it, and what readers should know about that.",
        craft="What each part does: voice, songwriting, production, guitar, sequence.",
        themes="What it is about, and in which song.",
        quotes="Lines of a song: “the words — the song”.",
        also={"crew": "directors writers", "context": "synopsis", "craft": "performances"},
    ),
    rows=(
        Row("artists", "Whose album is it?", "one name, or several"),
        usual.FIRST_RELEASE,
        Row("label", "Who brought it out?", ""),
        Row("context", "What should a listener know first?", "what a listener should know first"),
        Row(
            "tracks",
            "Which songs do you want to write about? One title at a time.",
            "one a line; what you heard stands after the colon",
            "# TITLE: the drums come in a verse late [2:10]",
            each="What happens in “{}”, and at which moment?",
        ),
        Row(
            "craft",
            "What did you notice: voice, songwriting, production, an instrument …?",
            "what each part does, and in which song",
            "# voice: close to the microphone, never loud [TITLE, 0:40]",
            each="What did you notice about the {}, and in which song?",
        ),
        Row("themes", "What is it about, and in which song does that show?", None),
        usual.STRENGTHS,
        Row("critique.weaknesses", "What does not: which song would you skip?", "what does not, and where"),
        usual.VERDICT,
        usual.SCORE,
    ),
)
