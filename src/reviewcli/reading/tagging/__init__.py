"""What the words of a sentence are: noun or verb, one or many; a lexicon and rules, nothing trained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewcli.document import Document, once_a_text

if TYPE_CHECKING:
    from reviewcli.reading.tagging.tokens import Token

Tokens = tuple["Token", ...]


@once_a_text
def tagged(doc: Document) -> tuple[Tokens, ...]:
    """The sentences of a document as tokens, without those that are somebody else's words."""
    from reviewcli.reading.tagging.tokens import capitals, tokens_of

    names = capitals(doc.sentences)
    return tuple(tokens_of(sentence, names) for sentence in doc.sentences if not sentence.is_quoted)
