from __future__ import annotations

from bisect import bisect_left

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Word
from reviewcli.rules.wording._repetition import Occurrence, judges, occurrences, own

_NOTES = "title: Her\ncast: [Joaquin Phoenix as Theodore, Scarlett Johansson as Samantha]\n"


class SamePraise(Rule, frozen=True):
    """Two people get the same adjective: she is “compelling”, and so is he.

    If both earn it in the same way the reader learns of neither. Say what each of them does that the other does
    not. Two people in one sentence share what is said of them, and are left alone.
    """

    needs_notes = True
    instead_of = ("echo",)
    example_notes = _NOTES
    bad = (
        Bad("Phoenix is compelling as Theodore. Scarlett Johansson is equally «compelling»."),
        Bad("Joaquin Phoenix gives a superb performance. It rains. Johansson’s «superb» voice work helps."),
    )
    good = (
        "Phoenix is compelling as Theodore. He is compelling in the rain.",
        "Phoenix and Johansson are superb, a superb pair.",
        "Phoenix is compelling. The story that Johansson tells is old, and there is a compelling score.",
        "Phoenix is superb as Theodore. Theodore is superb at letters. “Johansson is superb.”",
    )

    distance: int = 400

    def check(self, doc: Document) -> Iterator[Finding]:
        for text, found in occurrences(doc).items():
            if len(found) < 2 or not judges(text):
                continue
            last: tuple[Occurrence, str] | None = None
            for each in own(found, doc):
                name = _praised(each.word, doc)
                if name is None:
                    continue
                if last and self._is_repeated(last, each, name, doc):
                    yield self.found(
                        each.word,
                        f"“{each.word.text}” is said of {last[1]} as well. Say what {name} does that nobody else does.",
                    )
                last = (each, name)

    def _is_repeated(self, last: tuple[Occurrence, str], each: Occurrence, name: str, doc: Document) -> bool:
        if each.at - last[0].at > self.distance or each.word.sentence == last[0].word.sentence:
            return False
        one, other = _who(last[1], doc), _who(name, doc)
        return not one & other


def _who(name: str, doc: Document) -> set[str]:
    """Everybody whom a name may mean, by full name: a role is also who plays it."""
    people = [person for person in doc.names.people if name in person.forms]
    return {full for person in people for full in (person.full, *person.roles, *person.played_by)}


def _praised(word: Word, doc: Document) -> str | None:
    """The last name of whom an adjective praises, where that is plain."""
    words = word.block.words
    at = bisect_left(words, word.start, key=lambda each: each.start)
    joined = at - 1
    while joined >= 0 and at - joined <= 8 and words[joined].lower in _BETWEEN:
        joined -= 1
    if joined < 0 or at - joined > 8 or words[joined].start < word.sentence.start:
        return None
    return _name(words[joined], doc)


def _name(word: Word, doc: Document) -> str | None:
    text = word.text.replace("’", "'").removesuffix("'s")
    known = any(text in person.forms for person in doc.names.people)
    return text if known and not word.is_emphasised and not word.is_quoted else None


# What may stand between a name and an adjective that is said of the person.
_BETWEEN = frozenset(
    """is was are were gives gave delivers delivered offers offered turns turned in brings plays proves remains
    looks seems becomes does an a the also always equally just as similarly both truly really very utterly
    quite especially particularly particular too no less more most so such another his her their simply
    absolutely consistently typically never often here comes across""".split()
)
