from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Block, Document, Finding, Iterator, Rule

if TYPE_CHECKING:
    from reviewcli.document import Sentence

_LEAST = 6  # words: shorter last lines are labels and signatures
_STANDFIRST = 3  # a lone sentence among the first blocks may be the headline or the line below it
_PRONOUNS = frozenset("i you he she it we they there this that who nobody everybody".split())


class LostFullStop(Rule, frozen=True):
    """A paragraph ends without a full stop.

    It is said of whole sentences only, and never of lists, quotations, headlines, labels and lines in
    italics, nor of a paragraph that a list or a quotation continues.
    """

    bad = (
        Bad(
            "It rains in every scene. The last shot is of a door that nobody «opens»",
            fixed="It rains in every scene. The last shot is of a door that nobody opens.",
        ),
        Bad(
            "It is short.\n\nShe waits. The man in the hat returns with her «coat»\n\nIt ends.",
            fixed="It is short.\n\nShe waits. The man in the hat returns with her coat.\n\nIt ends.",
        ),
    )
    good = (
        "It rains in every scene. The last shot is of a door that nobody opens.",
        "It rains. Nobody says a word to her until he asks\n\n> Where were you?\n\nShe leaves.",
        "It rains. They do three things in that house\n\n- They eat.\n- They sleep.\n- They wait.",
        "*She waits at the door for an hour. She waits for a year*",
        "Directed by Spike Jonze. Starring Joaquin Phoenix, Amy Adams, Rooney Mara and Scarlett Johansson",
        "She waits at the door for an hour\n\nThe film is short. It has one scene.\n\nIt is good.",
        "- It rains. She waits at the door for an hour\n- He leaves",
        "It rains. Read more of what she says at https://example.org/her",
        "It rains. She says that he is “the one who waits at the door for her”",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        blocks = doc.blocks
        for number, (block, following) in enumerate(itertools.zip_longest(blocks, blocks[1:])):
            if not block.text.rstrip()[-1:].isalpha() or not _is_paragraph(block):
                continue
            if following is not None and (following.in_quote or following.kind.value == "item"):
                continue
            sentence = block.sentences[-1]
            alone = len(block.sentences) == 1 and number < _STANDFIRST and following is not None
            if alone or len(sentence.words) < _LEAST or not _is_clause(sentence):
                continue
            word = sentence.words[-1]
            right = f"{word.text}."
            yield self.found(word, f"A full stop is missing behind “{word.text}”.", fix=right, safe=False)


def _is_paragraph(block: Block) -> bool:
    """Whether it is running text, not marked as a whole: no quotation, no line in italics or bold."""
    end = len(block.text.rstrip())
    marked = any(stop >= end for _, stop in (*block.emphasis, *block.strong, *block.links))
    return block.kind.value == "paragraph" and not block.in_quote and not block.callout and not marked


def _is_clause(sentence: Sentence) -> bool:
    """Whether it has a subject and, somewhere behind it, what may be its verb."""
    from reviewcli.reading.tagging.clauses import clause_starts, has_verb
    from reviewcli.reading.tagging.subjects import subject_at
    from reviewcli.reading.tagging.tokens import tokens_of

    if sentence.is_quoted:
        return False
    tokens = tokens_of(sentence)
    starts = [at for at, token in enumerate(tokens) if token.lower in _PRONOUNS]
    starts += [at for at in clause_starts(tokens) if subject_at(tokens, at)]
    behind = tokens[min(starts) + 1 :] if starts else ()
    return has_verb(behind) or any("z" in token.kinds for token in behind)
