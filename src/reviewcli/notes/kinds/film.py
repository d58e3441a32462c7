"""Films."""

from __future__ import annotations

from reviewcli.notes.kinds._kind import OF_WORKS, ON_SCREEN, SHARED, Kind, Row, chosen

FILM = Kind(
    name="film",
    article="a film",
    plural="films",
    schema_type="Movie",
    departments=ON_SCREEN,
    keys=chosen(
        SHARED
        + OF_WORKS
        + " directors writers cast narrator based_on franchise runtime certificate distributor synopsis"
        " performances spoilers",
    ),
    rows=(
        Row("year", "In which year did it first come out?", "of the first release"),
        Row("directors", "Who directed it?", "one name, or several: [Joel Coen, Ethan Coen]"),
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
        Row("critique.strengths", "What holds, and why?", "what holds, and why"),
        Row("critique.weaknesses", "What does not, and where?", "what does not, and where"),
        Row(
            "spoilers",
            "What must the review not tell?",
            "what no review may tell: lint looks out for it",
        ),
        Row("verdict", "Your judgement, in a sentence or two?", "your judgement, in a sentence or two"),
        Row("score", "Your score, with its scale?", "in your own scale: 4.5/5, 9/10, B+, ★★★½"),
    ),
)
