"""Theatre: a production, on one evening."""

from __future__ import annotations

from reviewcli.notes.kinds._kind import OF_WORKS, SHARED, Kind, Row, chosen

THEATRE = Kind(
    name="theatre",
    article="a production",
    plural="theatre",
    schema_type="TheaterEvent",
    departments="direction set light costumes sound music choreography design",
    keys=chosen(
        SHARED
        + OF_WORKS
        + " writers directors cast based_on venue company performance_date runtime synopsis performances spoilers",
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
    ),
    rows=(
        Row("writers", "Who wrote the play?", "the playwright; or several: [NAME, NAME]"),
        Row("directors", "Who directed the production?", ""),
        Row("company", "Whose production is it?", None),
        Row("venue", "In which theatre?", ""),
        Row("performance_date", "On which evening were you there?", "the evening you were there: 2026-11-20"),
        Row("cast", "Who plays whom? NAME as ROLE, leads first.", "leads first, one a line: - NAME as ROLE"),
        Row(
            "synopsis",
            "What is the premise, up to the first turn?",
            "the premise, up to the first turn",
        ),
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
        Row("critique.strengths", "What holds, and why?", "what holds, and why"),
        Row("critique.weaknesses", "What does not, and where?", "what does not, and where"),
        Row("spoilers", "What must the review not tell?", None),
        Row("verdict", "Your judgement, in a sentence or two?", "your judgement, in a sentence or two"),
        Row("score", "Your score, with its scale?", "in your own scale: 4.5/5, 9/10, B+, ★★★½"),
    ),
)
