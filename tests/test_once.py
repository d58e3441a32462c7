"""What is worked out once a document: who shares it, what it may read, and when it goes."""

from __future__ import annotations

from noted import noted
from reviewcli.document import Block, Document, once, once_a_text

DRAFT = "# Her\n\nJoaquin Phoenix whispers.\n\nAmy Adams laughs, at the end of the day.\n"
HER = noted("title: Her\ncast: [Joaquin Phoenix as Theodore, Amy Adams as Amy]\n")
JAWS = noted("title: Jaws\n")


def test_a_document_is_asked_once_and_with_other_notes_anew() -> None:
    asked = []

    @once
    def title(doc: Document) -> str | None:
        asked.append(doc)
        return doc.notes.title if doc.notes else None

    bare = Document(DRAFT)
    her, jaws = bare.with_notes(HER), bare.with_notes(JAWS)
    assert [title(doc) for doc in (bare, her, jaws, bare, her, jaws)] == [None, "Her", "Jaws"] * 2
    assert asked == [bare, her, jaws]


def test_further_arguments_are_told_apart() -> None:
    asked = []

    @once
    def opening(doc: Document, block: Block, letters: int) -> str:
        asked.append(block)
        return block.text[:letters]

    doc = Document(DRAFT)
    for _ in range(2):
        assert [opening(doc, block, 3) for block in doc.blocks] == ["Her", "Joa", "Amy"]
        assert opening(doc, doc.blocks[1], 7) == "Joaquin"
    assert asked == [*doc.blocks, doc.blocks[1]]


def test_what_depends_on_the_text_alone_is_shared_whoever_is_asked_first() -> None:
    asked = []

    @once_a_text
    def words(doc: Document) -> int:
        asked.append(doc)
        return len(doc.words)

    her = Document(DRAFT, notes=HER)
    assert [words(doc) for doc in (her, her.bare, her.with_notes(JAWS))] == [12, 12, 12]
    assert len(asked) == 1
    assert words(Document("Her.")) == 1


def test_what_depends_on_the_text_alone_cannot_read_notes() -> None:
    @once_a_text
    def known(doc: Document) -> tuple[object, ...]:
        return (
            doc.notes,
            doc.names.knows("Phoenix"),
            doc.names.knows("Mondo"),
            doc.source,
            doc.path,
            doc.plain,
        )

    source = f"---\nreview: {{names: [Mondo]}}\n---\n{DRAFT}"
    doc = Document(source, path="her.md", plain=True, notes=HER)
    assert doc.names.knows("Phoenix")
    assert known(doc) == (None, False, True, source, "her.md", True)
    named = Document(source, names=doc.names)
    assert known(named) == (None, False, True, source, None, False)


def test_a_document_that_has_no_notes_is_its_own_bare_one() -> None:
    doc = Document(DRAFT)
    assert doc.bare is doc
    assert doc.with_notes(HER).bare.notes is None
    assert doc.with_notes(HER).blocks is doc.blocks


def test_nothing_as_an_answer_is_kept_too() -> None:
    asked = []

    @once
    def nothing(doc: Document) -> None:
        asked.append(doc)

    doc = Document(DRAFT)
    nothing(doc)
    nothing(doc)
    assert asked == [doc]
