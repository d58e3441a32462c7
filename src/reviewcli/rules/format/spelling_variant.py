from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from reviewcli.reading.dialects import Dialect
from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity, Word

_BRITISH, _AMERICAN = "British", "American"
_US, _GB = {"dialect": "en-US"}, {"dialect": "en-GB"}


class SpellingVariant(Rule, frozen=True):
    """British and American spellings stand in one text, or one that is not the house's.

    Either is right; both together look like two writers. `dialect` is that of the profile or of the config
    (`dialect: en-GB`); without one the dialect that most of the text has is taken for the writer's, and only a
    mixture is told. The endings -ize and -ise are both British, and theatre is a name in America too; Canada
    writes colour and centre, and for the rest as it likes. Quotations, titles and names are left alone.
    """

    bad = (
        Bad("The colour of the harbour is a favourite; the «color» is new."),
        Bad("The «colour» is grim.", fixed="The color is grim.", options=_US),
        Bad("«Colors» and «skeptical» neighbours.", fixed="Colours and sceptical neighbours.", options=_GB),
    )
    good = (
        "The colour of the harbour, and the theatre, and the program’s judgment.",
        "The color of the harbor, and the theatre, and an ax in blue.",
        Good("They realize that colour; an organization of the neighbourhood.", options=_GB),
        "“My favorite color,” she says of *Armor*, in a colour of the neighbourhood and honour.",
        Good("The Labour Party and Pearl Harbour meet at the Centre Pompidou.", options=_US),
        Good("The colour is analyzed.", options={"dialect": "en-CA"}),
    )

    dialect: Dialect | None = None

    def check(self, doc: Document) -> Iterator[Finding]:
        table = _table()
        known = table.keys() & {word.lower for word in doc.words}
        if not known:
            return
        told = [
            (word, *table[word.lower])
            for word in doc.words
            if word.lower in known and not _is_somebodys(word)
        ]
        if not self.dialect:
            told = [each for each in told if each[3] != "both"]
        if not told:
            return
        dialect = self._dialect(Counter(dialect for _, dialect, _, _ in told))
        for word, of, other, kind in told:
            if dialect is None or of == dialect or (self.dialect == "en-CA" and kind not in _CANADIAN):
                continue
            where = "the house writes" if self.dialect else "the rest is"
            said = f"“{word.text}” is {of}; {where} {dialect}"
            fix = _like(other, word.text) if other and word.is_verbatim else None
            severity = None if self.dialect else Severity.SUGGESTION
            message = f"{said}: {fix}." if fix else f"{said}."
            if self.dialect:
                yield self.found(word, message, fix=fix, severity=severity)
            else:
                yield self.found(word, message, replacements=(fix,) if fix else (), severity=severity)

    def _dialect(self, counts: Counter[str]) -> str | None:
        """The dialect that is right here; None where nobody says so and the text is of two minds."""
        if self.dialect:
            return _AMERICAN if self.dialect == "en-US" else _BRITISH
        (first, most), *rest = counts.most_common()
        return first if rest and most > rest[0][1] and most + rest[0][1] >= 3 else None


_CANADIAN = ("our", "re", "ence")


def _is_somebodys(word: Word) -> bool:
    """Whether it is quoted, or part of a title or a name."""
    if word.is_quoted or word.is_emphasised:
        return True
    return word.is_capitalised and not word.opens_sentence


def _like(spelling: str, written: str) -> str:
    return spelling.capitalize() if written[:1].isupper() else spelling


@functools.cache
def _table() -> Mapping[str, tuple[str, str, str]]:
    """By spelling its dialect, the other dialect's spelling (or none) and its class."""
    table: dict[str, tuple[str, str, str]] = {}
    for line in Path(__file__).with_name("spellings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, _, pairs = line.partition(": ")
        for pair in pairs.split():
            both, _, endings = pair.partition("+")
            british, american = both.split("/")
            for ending in endings.split(","):
                other = "" if american == "-" else american + ending
                table[british + ending] = (_BRITISH, other, kind)
                if other:
                    table[other] = (_AMERICAN, british + ending, kind)
    return table
