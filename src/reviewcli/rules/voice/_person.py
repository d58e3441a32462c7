"""Words of the first and the second person that are the writer's own."""

from __future__ import annotations

from collections.abc import Container, Iterator

from reviewcli.document import Document, Word


def words_of_person(doc: Document, wanted: Container[str]) -> Iterator[Word]:
    """The words of a list, with their short forms (I'm, you've), that nobody is quoted with."""
    for word in doc.words:
        bare = word.lower.replace("’", "'").partition("'")[0]
        if bare in wanted and not word.is_quoted and not word.is_emphasised:
            yield word
