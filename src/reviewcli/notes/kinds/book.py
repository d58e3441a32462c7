"""Books."""

from __future__ import annotations

import msgspec

import reviewcli.notes.kinds._rows as usual
from reviewcli.notes.editions import ISBN, PAGES
from reviewcli.notes.kinds._jobs import FURTHER_JOBS, TRANSLATED, Job
from reviewcli.notes.kinds._kind import OF_WORKS, SHARED, Field, Kind, Maker, MediaNote, Row, chosen, same
from reviewcli.notes.people import PERSONS
from reviewcli.notes.shape import Key
from reviewcli.notes.shapes import ANY_YEAR, TEXT

KIND = Kind(
    name="book",
    place=4,
    called="novel nonfiction comic",
    article="a book",
    plural="books",
    departments="prose structure plot dialogue translation design",
    author_is="authors",
    makers=(Maker("authors", "wrote"), Maker("translators", "translated")),
    stock=("book", "Quote a line that shows it."),
    parts="""novel book story-lines storylines stories poems poem essays essay pages page research language
        vocabulary letters index maps section sections verb verbs adjective adjectives adverbs clause clauses
        dialect slang voice memoir autobiography biography novella anecdotes punctuation italics""",
    nouns="book novel",
    jobs=(
        Job(
            name="written",
            done="written, penned",
            agent="author, novelist, writer, memoirist, biographer, co-author, co-novelist, co-writer, co-memoirist,"
            " co-biographer",
            thing="prose, writing, storytelling",
            does="writes, wrote, penned",
            heading="author, written by",
            work="novel, book, memoir, biography, novella, story collection, collection, thriller, history",
            keys="authors",
            departments="writing text prose style",
            has_source=True,
        ),
        msgspec.structs.replace(TRANSLATED, keys="translators"),
        *FURTHER_JOBS,
    ),
    own_words="novel novella book memoir story",
    not_another="stage later",
    is_published=True,
    databases={"goodreads": "book", "front matter": "book"},
    columns={
        "goodreads": (
            Field("Author", "authors"),
            Field("Publisher", "publisher"),
            Field("Number of Pages", "pages"),
            Field("ISBN13|ISBN", "isbn"),
        )
    },
    schema_type="Book",
    properties=(
        Field("author", "authors", "Person"),
        Field("translator", "translators", "Person"),
        Field("publisher", "publisher", "Organization"),
        Field("numberOfPages", "pages"),
        Field("isbn", "isbn"),
    ),
    site=same("authors translators publisher isbn pages"),
    media=MediaNote(
        type="book",
        tag="mediaDB/book",
        fields=(Field("author", "authors", is_text=True), *same("pages isbn")),
        done="read",
        last="lastRead",
    ),
    own={
        "year": Key(ANY_YEAR, "The year of the first edition."),
        "authors": Key(
            PERSONS,
            "Who wrote the book: one name or a list.",
            also="writers writer creator creators novelist",
        ),
        "translators": Key(PERSONS, "Who translated it: one name or a list."),
        "publisher": Key(
            TEXT, "Who brings the book out.", also="publishers distributor label", claim="published"
        ),
        "pages": Key(PAGES, "How many pages, in digits.", claim="pages"),
        "isbn": Key(ISBN, "Ten or thirteen digits; hyphens are fine."),
    },
    keys=chosen(
        SHARED + OF_WORKS + " narrator based_on franchise synopsis spoilers",
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
        also={"names": "cast", "craft": "performances"},
    ),
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
        Row("quotes", "Which line would you read aloud?", "a line that you would read aloud"),
        usual.STRENGTHS,
        usual.WEAKNESSES,
        usual.SPOILERS,
        usual.VERDICT,
        usual.SCORE,
    ),
)
