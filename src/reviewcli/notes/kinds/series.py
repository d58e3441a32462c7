"""Series: a season, or the whole of it, as far as it was seen."""

from __future__ import annotations

from reviewcli.notes.kinds._kind import OF_WORKS, ON_SCREEN, SHARED, Kind, Row, chosen

SERIES = Kind(
    name="series",
    article="a series",
    plural="series",
    schema_type="TVSeries",
    departments=ON_SCREEN,
    keys=chosen(
        SHARED
        + OF_WORKS
        + " directors writers cast narrator based_on franchise runtime certificate distributor network seasons"
        " episodes_seen synopsis performances spoilers",
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
        Row("cast", "Who plays whom? NAME as ROLE, leads first.", "leads first, one a line: - NAME as ROLE"),
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
        Row("critique.strengths", "What holds, and why?", "what holds, and why"),
        Row(
            "critique.weaknesses",
            "What does not: which episode drags, which thread is dropped?",
            "what does not, and where",
        ),
        Row(
            "spoilers",
            "What must the review not tell?",
            "what no review may tell: lint looks out for it",
        ),
        Row("verdict", "Your judgement, in a sentence or two?", "your judgement, in a sentence or two"),
        Row("score", "Your score, with its scale?", "in your own scale: 4.5/5, 9/10, B+, ★★★½"),
    ),
)
