"""Games."""

from __future__ import annotations

from reviewcli.notes.kinds._kind import OF_WORKS, SHARED, Kind, Row, chosen

GAME = Kind(
    name="game",
    article="a game",
    plural="games",
    schema_type="VideoGame",
    departments="design art music sound writing controls performance",
    keys=chosen(
        SHARED
        + OF_WORKS
        + " developers publishers platforms hours_played directors writers cast narrator based_on franchise"
        " certificate synopsis performances spoilers",
        title="The title as it is spelt on the box.",
        version="Which version or patch you played.",
        languages="What is spoken and written: one text or a list.",
        cast="Who gives whom a voice: “NAME as ROLE”, one a line; leads first.",
        seen="When and where you played it, and what readers should know: a code from the publisher.",
        craft="What each part does: rules, controls, levels, art, sound, writing, performance.",
        synopsis="The premise: who you are, what you do, up to the first turn; no ending.",
    ),
    rows=(
        Row("year", "In which year did it first come out?", "of the first release"),
        Row("developers", "Who made it?", "a studio or people: one name, or several"),
        Row("publishers", "Who published it?", None),
        Row(
            "platforms", "What does it run on? Begin with the one you played on.", "yours first: [Switch, PC]"
        ),
        Row("hours_played", "How many hours did you play?", "as in 40"),
        Row(
            "synopsis",
            "Who is the player, and what is there to do?",
            "who you are, and what there is to do",
        ),
        Row(
            "craft",
            "What did you notice: rules, controls, levels, art, sound, writing …?",
            "what each part does, and where",
            "# controls: a jump that forgives [the second tower]",
            each="What did you notice about the {}, and at which point?",
        ),
        Row("cast", "Who gives whom a voice? NAME as ROLE.", None),
        Row(
            "performances",
            "Whose performance do you want to write about?",
            None,
            each="What did {} do, and where?",
        ),
        Row("themes", "What is it about, beneath the play, and where does that show?", None),
        Row("critique.strengths", "What holds, and why?", "what holds, and why"),
        Row("critique.weaknesses", "What does not: where did you want to stop?", "what does not, and where"),
        Row(
            "spoilers",
            "What must the review not tell?",
            "what no review may tell: lint looks out for it",
        ),
        Row("verdict", "Your judgement, in a sentence or two?", "your judgement, in a sentence or two"),
        Row("score", "Your score, with its scale?", "in your own scale: 4.5/5, 87/100, B+, ★★★½"),
    ),
)
