"""Pairs of small words for what is counted and what is not: less and fewer, much and many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from reviewcli.document import Document
from reviewcli.reading.tagging import tagged
from reviewcli.reading.tagging.forms import like
from reviewcli.reading.tagging.tokens import Token

Asks = Callable[[Sequence[Token], int], bool]


def misplaced(
    doc: Document, less: str, is_counted: Asks, fewer: str, is_uncounted: Asks
) -> Iterator[tuple[Token, str, str]]:
    """Each of two words where a noun follows that the other goes with; what to say of it, and the other.

    Both questions are asked of a sentence and the place of the word in it.
    """
    wrong = {
        less: (is_counted, fewer, "can be counted"),
        fewer: (is_uncounted, less, "cannot be counted"),
    }
    for tokens in tagged(doc):
        for at, (token, noun) in enumerate(pairwise(tokens)):
            if token.lower not in wrong or noun.gap != " " or noun.is_capitalised:
                continue
            is_wrong, other, what = wrong[token.lower]
            if is_wrong(tokens, at):
                right = like(other, token.text)
                yield token, f"“{noun.text}” {what}. Write “{right}”.", right
