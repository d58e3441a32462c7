from __future__ import annotations

import itertools
from operator import eq

from reviewcli.document.ranges import has_edge
from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Sentence, Severity, Word

_SMALL = frozenset(
    "a an and as at but by for he i if in it its of on or she the they this to we when with".split()
)


class DoubledWord(Rule, frozen=True):
    """The same word stands twice in a row.

    The eye skips it, and a spell checker passes it: both words are right. Doublings that English allows
    (had had, that that), that are meant (very, very often; no no no) or that are names (Duran Duran) are
    left alone.
    """

    severity = Severity.ERROR
    bad = (
        Bad("She carries «the the» film.", fixed="She carries the film."),
        Bad("The camera stays «on\non» his face.", fixed="The camera stays on his face."),
        Bad("«The the» camera never blinks.", fixed="The camera never blinks."),
        Bad("He is *«in in»* every shot.", fixed="He is *in* every shot."),
        Bad("Nobody «of of of» note appears.", fixed="Nobody of note appears."),
    )
    good = (
        "He had had enough, and it is clear that that hurts.",
        "Bye bye, Berlin. It was a long, long road, and a very very dull one.",
        "The songs are by Duran Duran and by The The, and Tou Tou hums them.",
        "He gave her her coat. What it is is a farce.",
        "In *It* it rains. “No no no,” says the the-end card.",
        "Sean O'Neal can can-can, and it it's not that bad.",
        "The Berlin of 20 20 years on.",
    )

    allow: tuple[str, ...] = tuple(
        """aye blah boo bye choo dear do far ha had hear her hey ho hush is it knock la long mad many more
        much never night no now oh please poor pretty quite really so that there tick tut very wait well
        who why years yes you""".split()
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        blocks = (block for block in doc.prose if any(map(eq, block.plain_words, block.plain_words[1:])))
        for sentence in itertools.chain.from_iterable(block.sentences for block in blocks):
            for row in _rows(sentence):
                word = row[0]
                if word.lower not in self.allow and not _is_name(row):
                    yield self.found(
                        Passage(word.block, word.start, row[-1].end),
                        f"“{word.text}” is doubled.",
                        fix=word.text,
                    )


def _rows(sentence: Sentence) -> Iterator[list[Word]]:
    """Words that stand twice or more with only blanks between; what italics or links part is not joined."""
    row: list[Word] = []
    for word in sentence.words:
        if row and not (word.lower == row[-1].lower and _is_blank_between(row[-1], word)):
            if len(row) > 1:
                yield row
            row = []
        row.append(word)
    if len(row) > 1:
        yield row


def _is_blank_between(word: Word, again: Word) -> bool:
    block = word.block
    markup = (block.emphasis, block.strong, block.links)
    is_parted = any(has_edge(ranges, word.end, again.start) for ranges in markup)
    return not is_parted and word.text.isalpha() and block.text[word.end : again.start].isspace()


def _is_name(row: list[Word]) -> bool:
    """Whether the second word has a capital too, as in Bora Bora; "The The" that opens a sentence is none."""
    return row[1].is_capitalised and not (row[0].opens_sentence and row[0].lower in _SMALL)
