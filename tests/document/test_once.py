"""What is worked out once a document: who shares it, what it may read, and when it goes."""

from __future__ import annotations

import ast
import gc
import re
import weakref

from noted import noted
from program import ROOT
from reviewcli.document import Block, Document, once, once_a_text
from reviewcli.linting.checks import lint
from reviewcli.reading.facts.mentions import mentions_in
from reviewcli.rules._choice import Choice, choose_rules

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


def test_a_function_whose_answers_are_kept_is_called_as_before() -> None:
    def length(doc: Document) -> int:
        """How long a draft is."""
        return len(doc.source)

    for kept in (once(length), once_a_text(length)):
        assert (kept.__name__, kept.__doc__) == ("length", "How long a draft is.")
        assert kept(Document(DRAFT)) == len(DRAFT)


def test_nothing_as_an_answer_is_kept_too() -> None:
    asked = []

    @once
    def nothing(doc: Document) -> None:
        asked.append(doc)

    doc = Document(DRAFT)
    nothing(doc)
    nothing(doc)
    assert asked == [doc]


def test_a_document_goes_with_all_that_was_worked_out_of_it() -> None:
    """Every rule looks at it first; were one thing of it kept elsewhere, it would stay."""
    doc = Document(DRAFT, notes=HER)
    lint(doc, choose_rules(Choice()))
    gone: list[str] = []
    for piece in (doc, *doc.blocks):
        weakref.finalize(piece, gone.append, type(piece).__name__)
    assert len(doc.kept) > 3
    assert len(doc.kept_of_text) > 10
    del doc, piece
    gc.collect()
    assert sorted(gone) == ["Block", "Block", "Block", "Document"]


def test_a_long_draft_is_not_read_again_for_every_question() -> None:
    doc = Document("\n\n".join(["Joaquin Phoenix whispers."] * 600), notes=HER)
    found = [mentions_in(doc, block) for block in doc.blocks]
    assert all(len(mentions) == 1 for mentions in found)
    again = [mentions_in(doc, block) for block in doc.blocks]
    assert all(one is other for one, other in zip(found, again, strict=True))


def test_no_other_cache_has_a_document_or_a_piece_of_one_as_its_key() -> None:
    """Such a cache keeps documents alive, and forgets what it is asked for when a draft is long."""
    pieces = re.compile(r"\b(?:Document|Block|Section|Passage|Sentence|Word|Token|Mention)\b")
    found = [
        f"{file.name}: {function.name}"
        for file in sorted((ROOT / "src").rglob("*.py"))
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        and any("cache" in ast.unparse(each) for each in function.decorator_list)
        and any(pieces.search(ast.unparse(each)) for each in function.args.args)
    ]
    assert found == []
