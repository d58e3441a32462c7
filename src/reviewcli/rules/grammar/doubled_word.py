from __future__ import annotations

import itertools
from operator import eq

from reviewcli.document.ranges import has_edge
from reviewcli.reading.tagging.forms import plain
from reviewcli.reading.tagging.lexicon import kinds_of, lemma_of
from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Sentence, Severity, Word

# They open what follows them and never end a phrase, so that a second one opens nothing. Of other words two may meet:
# what he did did harm, the light she turned on on purpose, those who can can.
_OPENING = frozenset("a an and every our than the their your".split())
_GOING = frozenset(
    "walk come go get step drop sink kick set move break barge wander stroll storm carry".split()
)


class DoubledWord(Rule, frozen=True):
    """The same word stands twice in a row.

    The eye skips it, and a spell checker passes it: both words are right. Doublings that English allows
    (had had, that that), that are meant (very, very often; no no no) or that are names (Duran Duran) are
    left alone. Only of words like “the” and “and” two in a row are wrong beyond doubt; of others it is a warning, as
    it is in a quotation or in italics.
    """

    severity = Severity.ERROR
    bad = (
        Bad("She carries «the the» film.", fixed="She carries the film."),
        Bad("The camera stays «on\non» his face.", fixed="The camera stays on his face."),
        Bad("«The the» camera never blinks.", fixed="The camera never blinks."),
        Bad("He is *«in in»* every shot.", fixed="He is *in* every shot."),
        Bad("Nobody «of of of» note appears.", fixed="Nobody of note appears."),
        Bad("It cuts to «the <b>the»</b> end."),
    )
    good = (
        "He had had enough, and it is clear that that hurts.",
        "Bye bye, Berlin. It was a long, long road, and a very very dull one.",
        "The songs are by Duran Duran and by The The, and Tou Tou hums them. The The are loud.",
        "He gave her her coat. What it is is a farce.",
        "In *It* it rains. “No no no,” says the the-end card.",
        "Sean O'Neal can can-can, and it it's not that bad.",
        "He walks in in the middle of it. What they were were thieves. It goes on on every floor.",
        "The Berlin of 20 20 years on.",
        "She had had her fill of it. What this is is a dirge. Any drive-in in the South. Vitamin A a day.",
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
                # A second capital makes it a name: Bora Bora, The The.
                if word.lower in self.allow or row[1].is_capitalised or _is_meant(row, sentence):
                    continue
                place = Passage(word.block, word.start, row[-1].end)
                fix = word.text if place.is_verbatim else None
                yield self.found(place, f"“{word.text}” is doubled.", fix=fix, safe=_is_certain(place, row))


def _is_meant(row: list[Word], sentence: Sentence) -> bool:
    """Whether each does something of its own: vitamin A a day, what they were were thieves, he walks in in act two."""
    first = row[0]
    before = [word.lower for word in sentence.words if word.end <= first.start]
    if len(row) > 2 or not before:
        return False
    if first.lower in ("are", "was", "were"):
        return not {"what", "how", "who", "where", "all", "whatever"}.isdisjoint(before)
    forms = {before[-1], lemma_of(before[-1]), plain(before[-1], "z"), plain(before[-1], "d")}
    return first.text == "A" or (first.lower in ("in", "on") and not _GOING.isdisjoint(forms))


def _is_certain(place: Passage, row: list[Word]) -> bool:
    """Whether one of the two is too many whatever is meant: a word follows that the second one opens."""
    first, second = row[0], row[1]
    if (
        len(row) > 2
        or first.lower not in _OPENING
        or place.is_quoted
        or place.is_emphasised
        or "\n" in place.text
    ):
        return False
    words = first.sentence.words
    before = next((word for word in reversed(words) if word.end <= first.start), None)
    if first.lower == "a" and before is not None and kinds_of(before.lower)[:1] == "s":
        return False  # the letter a a child writes
    following = next((word for word in words if word.start >= second.end), None)
    if following is None or not first.block.text[second.end : following.start].isspace():
        return False
    is_plain = following.text.islower() and len(following.text) > 1 and bool(kinds_of(following.lower))
    return is_plain and (first.text == second.text or first.opens_sentence)


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
