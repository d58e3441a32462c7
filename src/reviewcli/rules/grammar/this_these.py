from __future__ import annotations

from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewcli.reading.tagging.tokens import Token

_OTHER = {"this": "these", "these": "this", "that": "those", "those": "that"}
_KINDS = frozenset("kind sort type".split())
_BEFORE = frozenset("of in on at by for with from about between into through like".split())
# Verbs that take a thing and no clause: I love these film.
_TAKING = frozenset(
    """love loves loved like likes liked enjoy enjoys enjoyed hate hates hated made makes make watch watches watched
    recommend recommends recommended praise praises praised write writes wrote direct directs directed carry carries
    carried has have had""".split()
)
_FINITE = frozenset("is are was were has have had will would can could do does did".split())


class ThisThese(Rule, frozen=True):
    """There is “this” or “that” before a plural, “these” or “those” before a singular noun.

    The noun was changed and the word before it was not: “these film”, “this scenes”.
    """

    bad = (
        Bad("I like «this actors», and «these film» is long."),
        Bad("In «this scenes» he shines, and I love «these film». He made «these change»."),
        Bad("«Those story» about the war has no end."),
        Bad("He plays «these kind» of men well."),
        Bad("«This two films» differ."),
    )
    good = (
        "This works, this means war, and this looks good. This stars Tom Conti.",
        "These film buffs love those horror film nights, and these are few.",
        "This series and these species; those people; these few; those present; these rich and those poor.",
        "He knew that actors drink, and that films end. In that actors lie, they are free.",
        "All this does is bore. Those interested know. These two agree. This is it.",
        "This past ten minutes was fine. That year's films are better than these.",
        "These cast members sing. Those in charge left; these, alas, film nothing.",
        "Only those who love it see these once again. This sports film is short. This 10 minutes drags.",
        "Cutting a song like this causes no pain, and none of that matters.",
        "These French films and those Hong Kong films.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.tagging import tagged
        from reviewcli.reading.tagging.forms import like, plural, singular

        for tokens in tagged(doc):
            for at, token in enumerate(tokens):
                if token.lower not in _OTHER:
                    continue
                noun = _wrong_noun(tokens, at)
                if noun is None:
                    continue
                other = like(_OTHER[token.lower], token.text)
                is_one = token.lower in ("this", "that")
                form = singular(noun.lower) if is_one else plural(noun.lower)
                between = token.block.text[token.end : noun.start]
                changed = f"{other}{between}{noun.text}"
                kept = f"{token.text}{between}{form}" if form else None
                first = is_one or _verb_is_one(tokens, noun)
                both = [text for text in ((changed, kept) if first else (kept, changed)) if text]
                yield self.found(
                    Passage(token.block, token.start, noun.end),
                    f"“{token.text}” goes with {'one' if is_one else 'more than one'}, and “{noun.text}” does not. "
                    f"Write {' or '.join(f'“{text}”' for text in both)}.",
                    replacements=both,
                )


def _wrong_noun(tokens: Sequence[Token], at: int) -> Token | None:
    """The noun whose number is not that of the word at `at`."""
    if at + 1 >= len(tokens) or tokens[at + 1].gap != " " or tokens[at + 1].is_capitalised:
        return None
    return (
        _many_after_one(tokens, at) if tokens[at].lower in ("this", "that") else _one_after_many(tokens, at)
    )


def _many_after_one(tokens: Sequence[Token], at: int) -> Token | None:
    from reviewcli.reading.tagging.words import words

    noun = tokens[at + 1]
    before = tokens[at - 1].lower if at and tokens[at].gap == " " else ""
    if noun.lower in words("numbers") and at + 2 < len(tokens):
        noun = tokens[at + 2]
        if tokens[at].lower == "that" or noun.gap != " ":
            return None
    elif noun.kinds[:1] == "j" and at + 2 < len(tokens) and tokens[at + 2].gap == " ":
        noun = tokens[at + 2]
    if (
        noun.lower in _FINITE | {"goes"}
        or not _is_plural(noun)
        or _goes_on(tokens, at, noun)
        or noun.lower in words("singular in s")
    ):
        return None
    after = tokens[tokens.index(noun, at) + 1 :]
    if tokens[at].lower == "that":
        if after and after[0].lower == "and":
            return None
        return (
            noun if "z" not in noun.kinds and before in _BEFORE - {"in"} and tokens[at + 1] is noun else None
        )
    is_counted = noun is not tokens[at + 1] and tokens[at + 1].lower in words("numbers")
    if "z" in noun.kinds and not is_counted and not _before_finite(tokens, noun):
        if before not in _BEFORE - {"of", "like"} or not after:
            return None
        if after[0].lower in words("prepositions") | words("objects"):
            return None
    return None if noun.lower in words("units") else noun


def _is_plural(token: Token) -> bool:
    return (
        "p" in token.kinds and "s" not in token.kinds and token.kinds[0] in "pz" and not token.is_capitalised
    )


def _one_after_many(tokens: Sequence[Token], at: int) -> Token | None:
    from reviewcli.reading.tagging.noun_phrases import noun_phrase
    from reviewcli.reading.tagging.words import words

    noun = tokens[at + 1]
    if noun.lower in _KINDS:
        return noun if at + 2 < len(tokens) and tokens[at + 2].lower == "of" else None
    phrase = noun_phrase(tokens, at)
    if phrase is None or phrase.is_name or phrase.is_counted or phrase.end <= at + 1:
        return None
    head = phrase.head
    inner = tokens[at + 1 : phrase.end]
    if any(
        token.lower.endswith(("'s", "s'")) or token.is_capitalised or "-" in token.lower for token in inner
    ):
        return None
    if head.kinds[:1] != "s" or "p" in head.kinds or set("jrxd") & set(head.kinds):
        return None
    if head.lower in words("collective") | words("invariant") | words("units"):
        return None
    if head.lower.endswith("s") or _goes_on(tokens, at, head):
        return None
    if "b" in head.kinds and not _is_surely_noun(tokens, at, head):
        return None
    return head


def _is_surely_noun(tokens: Sequence[Token], at: int, head: Token) -> bool:
    """“these film is”, “in these scene,”, “I love these film.”: a noun, though it might be a verb elsewhere."""
    after = tokens.index(head, at) + 1
    is_last = after >= len(tokens) or tokens[after].gap != " "
    if is_last and at and tokens[at].gap == " " and tokens[at - 1].lower in _TAKING:
        return True
    return _before_finite(tokens, head) or (
        at > 0 and tokens[at].gap == " " and tokens[at - 1].lower in _BEFORE
    )


def _before_finite(tokens: Sequence[Token], noun: Token) -> bool:
    after = list(tokens).index(noun) + 1
    return after < len(tokens) and tokens[after].gap == " " and tokens[after].lower in _FINITE


def _verb_is_one(tokens: Sequence[Token], noun: Token) -> bool:
    """Whether the verb behind the noun is that of one thing: these film is."""
    after = list(tokens).index(noun) + 1
    return after < len(tokens) and tokens[after].lower in (
        "is",
        "was",
        "has",
        "does",
        "isn't",
        "wasn't",
        "doesn't",
    )


def _goes_on(tokens: Sequence[Token], at: int, noun: Token) -> bool:
    """Whether the noun may describe another: film buffs, sports film."""
    after = tokens.index(noun, at) + 1
    if after >= len(tokens) or tokens[after].gap not in (" ", ",", "/", "-"):
        return False
    token = tokens[after]
    if token.gap == ",":
        return False
    if (
        token.gap in ("/", "-")
        or token.is_capitalised
        or token.is_opaque
        or "-" in token.lower
        or not token.kinds
    ):
        from reviewcli.reading.tagging.words import words

        return token.lower not in words("prepositions") | words("determiners") | _FINITE
    return token.kinds[0] in "spjgn" and token.lower not in _FINITE
