from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

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
        known = self._known(doc)
        told = [
            (word, known[word.lower]) for word in doc.words if word.lower in known and not _is_somebodys(word)
        ]
        right = self._right(Counter(spelling.dialect for _, spelling in told))
        for word, spelling in told:
            is_allowed = self.dialect == "en-CA" and spelling.kind not in _CANADIAN
            if right and spelling.dialect != right and not is_allowed:
                yield self._told(word, spelling, right)

    def _known(self, doc: Document) -> dict[str, _Spelling]:
        """The words of a text that show a dialect."""
        table = _table()
        found = {lower: table[lower] for lower in {word.lower for word in doc.words} if lower in table}
        return {lower: each for lower, each in found.items() if self.dialect or each.kind != "both"}

    def _told(self, word: Word, spelling: _Spelling, right: str) -> Finding:
        where = "the house writes" if self.dialect else "the rest is"
        said = f"“{word.text}” is {spelling.dialect}; {where} {right}"
        form = _like(spelling.other, word.text) if spelling.other and word.is_verbatim else None
        message = f"{said}: {form}." if form else f"{said}."
        if self.dialect:
            return self.found(word, message, fix=form)
        replacements = (form,) if form else ()
        return self.found(word, message, replacements=replacements, severity=Severity.SUGGESTION)

    def _right(self, counts: Counter[str]) -> str | None:
        """The dialect that is right here; None where nobody says so and the text is of two minds, or of one."""
        if self.dialect:
            return _AMERICAN if self.dialect == "en-US" else _BRITISH
        british, american = counts[_BRITISH], counts[_AMERICAN]
        if not british or not american or british == american:
            return None
        return _BRITISH if british > american else _AMERICAN


class _Spelling(NamedTuple):
    """Its dialect, the spelling of the other (or none) and its class."""

    dialect: str
    other: str
    kind: str


_CANADIAN = ("our", "re", "ence")


def _is_somebodys(word: Word) -> bool:
    """Whether it is quoted, or part of a title or a name."""
    if word.is_quoted or word.is_emphasised:
        return True
    return word.is_capitalised and not word.opens_sentence


def _like(spelling: str, written: str) -> str:
    return spelling.capitalize() if written[:1].isupper() else spelling


@functools.cache
def _table() -> Mapping[str, _Spelling]:
    """What is known of each spelling that one dialect alone has."""
    table: dict[str, _Spelling] = {}
    for kind, british, american in _pairs():
        table[british] = _Spelling(_BRITISH, american, kind)
        if american:
            table[american] = _Spelling(_AMERICAN, british, kind)
    return table


def _pairs() -> Iterator[tuple[str, str, str]]:
    """The class, the British and the American spelling of each pair; nothing for an American one that differs not."""
    for line in Path(__file__).with_name("spellings.txt").read_text(encoding="utf-8").splitlines():
        kind, _, pairs = line.partition(": ")
        for pair in () if line.startswith("#") else pairs.split():
            both, _, endings = pair.partition("+")
            british, american = both.split("/")
            for ending in endings.split(","):
                yield kind, british + ending, "" if american == "-" else american + ending
