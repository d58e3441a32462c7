from __future__ import annotations

import functools
import re

from reviewcli.document.sentence_words import abbreviation, opens_sentences
from reviewcli.reading.tagging.lexicon import kinds_of
from reviewcli.rules import Bad, Block, Document, Finding, Iterator, Passage, Rule, Severity


class LostSpace(Rule, frozen=True):
    """A full stop, a comma or another mark is not followed by its space.

    Addresses, numbers, initials and abbreviations are left alone.
    """

    severity = Severity.ERROR
    bad = (
        Bad("It «ends.The» next begins.", fixed="It ends. The next begins."),
        Bad("It is «long,slow» and dull.", fixed="It is long, slow and dull."),
        Bad("Is it «good?It» is; it is «fun;it» is.", fixed="Is it good? It is; it is fun; it is."),
        Bad("It «ends.“The» next” begins.", fixed="It ends. “The next” begins."),
    )
    good = (
        "See example.com, Amazon.com and IMDb.Com, at 3.5/4, in the U.S.A, e.g.this, in 2001:A Space Odyssey.",
        "The file main.Py and readme.md; node.Js; will.i.am; S.W.A.T; v1.Beta; Mr.Smith and St.Louis.",
        "Wait...What? It was 1,000 and a,b,c. E.T.The film; Re:Zero; Face/Off.",
        "Monsters,Inc and Tick,Tick...Boom! by X.Y.Zed. Adobe.Premiere and Last.fm.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for block in doc.prose:
            if not re.search(r"[.?!,;]”?[“(]?[^\W\d_]", block.text):
                continue
            for match in _glued().finditer(block.text):
                if _is_lost(block, match):
                    piece = Passage(block, *match.span())
                    if piece.is_verbatim:
                        mark = match["mark"]
                        yield self.found(
                            piece,
                            f"“{mark}” lacks the space behind it.",
                            fix=f"{match['left']}{mark} {match['right']}",
                            safe=not piece.is_emphasised,
                        )


def _is_lost(block: Block, match: re.Match[str]) -> bool:
    left, right, mark = match["left"], match["right"], match["mark"]
    if any(
        edge in range(match.start(), match.end() + 1) for start, end in block.links for edge in (start, end)
    ):
        return False
    bare = right.lstrip("“(")
    if abbreviation(left) is not None or bare.lower() in _DOMAINS:
        return False
    if mark[0] == ",":
        return left[1:].islower() and bare.islower() and _is_word(left) and _is_word(bare)
    if mark[0] == ";" or not bare[:1].isupper():
        return mark[0] == ";" and _is_word(left) and _is_word(bare)
    # A capital behind it, as in “ended.The”; behind a name only a word that opens sentences.
    if bare[1:] != bare[1:].lower() or len(left) < 2 or left[1:] != left[1:].lower():
        return False
    opens = opens_sentences(bare)
    return (opens and len(left) > 2) or (left.islower() and _is_word(left) and _is_word(bare))


def _is_word(text: str) -> bool:
    lower = text.lower()
    return (
        lower in {"a", "i"}
        or (len(text) > 1 and bool(kinds_of(lower)))
        or (len(text) > 3 and text[0].isupper())
    )


_DOMAINS = frozenset("com net org edu gov co uk tv fm io info md txt html js py".split())


@functools.cache
def _glued() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.@/:#’'-])(?P<left>[^\W\d_]+)(?P<mark>[.?!,;]”?)(?P<right>[“(]?[^\W\d_]+)(?![\w@/]|[.,:]\w)"
    )
