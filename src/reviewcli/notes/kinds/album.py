"""Albums."""

from __future__ import annotations

from reviewcli.notes.kinds._kind import OF_WORKS, SHARED, Kind, Row, chosen

ALBUM = Kind(
    name="album",
    article="an album",
    plural="albums",
    schema_type="MusicAlbum",
    departments="production mixing songwriting lyrics arrangement cover",
    keys=chosen(
        SHARED + OF_WORKS + " artists label tracks runtime",
        title="The title as it is spelt on the cover.",
        languages="What is sung: one text or a list.",
        runtime="Minutes, as in 43.",
        version="Which edition the facts are of: a remaster, the vinyl.",
        crew="Other people and what they did: “producer: Brian Eno”.",
        seen="When, where and how you heard it, and what readers should know about that.",
        craft="What each part does: voice, songwriting, production, guitar, sequence.",
        themes="What it is about, and in which song.",
        quotes="Lines of a song: “the words — the song”.",
    ),
    rows=(
        Row("artists", "Whose album is it?", "one name, or several"),
        Row("year", "In which year did it first come out?", "of the first release"),
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
        Row("critique.strengths", "What holds, and why?", "what holds, and why"),
        Row("critique.weaknesses", "What does not: which song would you skip?", "what does not, and where"),
        Row("verdict", "Your judgement, in a sentence or two?", "your judgement, in a sentence or two"),
        Row("score", "Your score, with its scale?", "in your own scale: 4.5/5, 9/10, B+, ★★★½"),
    ),
)
