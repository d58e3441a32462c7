"""Books."""

from __future__ import annotations

from reviewcli.notes.kinds._kind import OF_WORKS, SHARED, Kind, Row, chosen
from reviewcli.notes.shape import Key
from reviewcli.notes.shapes import ANY_YEAR

BOOK = Kind(
    name="book",
    article="a book",
    plural="books",
    schema_type="Book",
    departments="prose structure plot dialogue translation design",
    keys=chosen(
        SHARED
        + OF_WORKS
        + " authors translators narrator based_on franchise publisher pages isbn synopsis spoilers",
        title="The title as it is spelt on the title page.",
        languages="The language of the edition you read, or a list.",
        version="Which edition the facts are of.",
        crew="Other people and what they did: “illustrations: Quentin Blake”.",
        narrator="Who reads it, where you listened to it.",
        seen="When, where and how you read it, and what readers should know about that.",
        craft="What the writing does: prose, structure, dialogue, characters, translation.",
        synopsis="The premise, or the argument, up to the first turn; no ending.",
        quotes="Lines of the book: “the words — who says them”.",
        author="Who writes this review; who wrote the book stands under authors.",
    )
    | {"year": Key(ANY_YEAR, "The year of the first edition.")},
    rows=(
        Row("authors", "Who wrote it?", "one name, or several: [NAME, NAME]"),
        Row("year", "In which year did it first come out?", "of the first edition"),
        Row("translators", "Who translated it?", None),
        Row("publisher", "Who published the edition you read?", None),
        Row("pages", "How many pages has it?", None),
        Row(
            "synopsis",
            "What is the premise, or the argument, up to the first turn?",
            "the premise or the argument",
        ),
        Row(
            "craft",
            "What did you notice about the writing: prose, structure, dialogue, characters …?",
            "what the writing does, and on which page",
            "# prose: short sentences that end on a noun [p. 41]",
            each="What did you notice about the {}, and on which page?",
        ),
        Row(
            "themes",
            "What is it about, beneath the story, and where does that show?",
            "what it is about, beneath the story",
        ),
        Row(
            "quotes",
            "Which line would you read aloud?",
            "a line that you would read aloud",
        ),
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
