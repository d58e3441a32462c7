from __future__ import annotations

import functools
import re

from reviewcli.rules import Bad, Block, Document, Finding, Iterator, Passage, Rule

_CLOSERS = {")": "(", "]": "[", "”": "“"}
_OPENERS = {opener: closer for closer, opener in _CLOSERS.items()}
_MOST = 1000  # of a paragraph: one with more of them is no prose


class UnpairedMark(Rule, frozen=True):
    """A bracket or a quotation mark has no other half: “(made in 2012 is long”.

    The reader waits for the end of an aside that never comes. A quotation of several paragraphs opens each of them
    and closes the last alone; a smiley and the numbers of a list are no brackets.
    """

    bad = (
        Bad("The film «(»made in 2012 is long."),
        Bad("It is long«)» and dull."),
        Bad("He said «“»no way and left."),
        Bad('It is a «"»good film and a bad one.'),
        Bad("She went (as he «[»too did) home."),
    )
    good = (
        'The film (made in 2012 [or 2013]) is “long”, and "short" as well.',
        "A smile :) and a frown :( here ;) and 8) too.",
        "1) The script. 2) The score. a) This, b) that.",
        'The 35" screen shows a 5\'10" man.',
        "“I was there.\n\n“I saw it,” he says.",
        '"I was there.\n\n"I saw it," he says.',
        "It is `f(x` in code, and `)` too.",
        "See 3) and (4). The point 1) is long (see chapter 4). Face (: it.",
        "(He says 1) this, 2) that.)",
        "(One paragraph opens it.\n\nAnother closes it.)",
        "Rock ’n’ roll, ’tis said, and ‘he’ too.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        blocks = doc.prose
        for number, block in enumerate(blocks):
            text = block.text
            straight = text.count('"')
            if (
                straight % 2 == 0
                and text.count("(") == text.count(")")
                and text.count("[") == text.count("]")
                and text.count("“") == text.count("”")
            ):
                continue
            behind = blocks[number + 1].text if number + 1 < len(blocks) else ""
            before = blocks[number - 1].text if number else ""
            yield from self._brackets(block, before, behind)
            if straight % 2:
                yield from self._straight(block, before, behind)

    def _brackets(self, block: Block, before: str, behind: str) -> Iterator[Finding]:
        # “(see 4)” ends in a bracket, “(he says 1) this, 2) that)” does not: the reading that leaves fewer alone.
        readings = [list(_alone(block.text, before, behind, has_numbers)) for has_numbers in (True, False)]
        for at in min(readings, key=len)[:_MOST]:
            yield self._unpaired(block, at)

    def _straight(self, block: Block, before: str, behind: str) -> Iterator[Finding]:
        text = block.text
        places = [at for at, mark in enumerate(text) if mark == '"' and not text[at - 1 : at].isdigit()]
        if len(places) % 2 == 0 or behind.startswith('"') or before.count('"') % 2:
            return
        if len(places) == 1:
            yield self._unpaired(block, places[0])  # of three nobody can say which is alone

    def _unpaired(self, block: Block, at: int) -> Finding:
        piece = Passage(block, at, at + 1)
        mark = piece.text
        what = "closes nothing" if mark in _CLOSERS else "is never closed"
        what = "has no other half" if mark == '"' else what
        return self.found(piece, f"“{mark}” {what}." if mark not in '“”"' else f"This quotation mark {what}.")


def _alone(text: str, before: str, behind: str, has_numbers: bool) -> Iterator[int]:
    """The places of brackets and curly quotation marks without another half."""
    opened: list[int] = []
    waiting = dict.fromkeys(_OPENERS, 0)  # how many of each are open
    left = {opener: _is_open(before, opener, closer) for opener, closer in _OPENERS.items()}
    for match in _mark().finditer(text):
        mark, at = match[0], match.start()
        if _is_smiley(text, at) or (has_numbers and _is_number(text, at)):
            continue
        if mark in _OPENERS:
            opened.append(at)
            waiting[mark] += 1
        elif waiting[_CLOSERS[mark]]:
            while text[place := opened.pop()] != _CLOSERS[mark]:
                waiting[text[place]] -= 1
                yield place
            waiting[_CLOSERS[mark]] -= 1
        elif not left[_CLOSERS[mark]] and not _is_number(text, at):
            yield at
    goes_on = {opener: _goes_on(opener, behind) for opener in _OPENERS}
    yield from (at for at in opened if not goes_on[text[at]])


def _goes_on(mark: str, behind: str) -> bool:
    """Whether the next paragraph goes on with it: a quotation opens again, a bracket is closed there."""
    if mark == "“":
        return behind.startswith("“") or _is_closed_only(behind, "“", "”")
    return _is_closed_only(behind, mark, _OPENERS[mark])


def _is_closed_only(text: str, opener: str, closer: str) -> bool:
    return text.count(closer) > text.count(opener)


def _is_open(before: str, opener: str, closer: str) -> bool:
    """Whether the paragraph before left it open."""
    return before.count(opener) > before.count(closer)


def _is_smiley(text: str, at: int) -> bool:
    """Whether it is no bracket but a part of :) or (:."""
    if text[at] not in "()[]":
        return False
    if text[at - 1 : at] in (":", ";", "=", "8") or text[max(at - 2, 0) : at] in (":-", ";-", "=-"):
        return True
    return text[at : at + 2] in ("(:", "(;", "(=") and not text[at + 2 : at + 3].strip()


def _is_number(text: str, at: int) -> bool:
    """Whether it is no bracket but stands behind a number or a letter of a list: 1) and a)."""
    return text[at] == ")" and _number().search(text, max(at - 4, 0), at) is not None


@functools.cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"[()\[\]“”]")


@functools.cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\Z")
