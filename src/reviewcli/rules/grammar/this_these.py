from __future__ import annotations

from collections.abc import Sequence

from reviewcli.reading.tagging import tagged
from reviewcli.reading.tagging.forms import like, plural, singular
from reviewcli.reading.tagging.noun_phrases import noun_phrase
from reviewcli.reading.tagging.tokens import Token, next_word, word_before
from reviewcli.reading.tagging.words import words
from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule

_OTHER = {"this": "these", "these": "this", "that": "those", "those": "that"}
_KINDS = frozenset("kind sort type".split())
_BEFORE = frozenset("of in on at by for with from about between into through like".split())
# Verbs that take a thing and no clause: I love these film.
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
        for tokens in tagged(doc):
            for at, token in enumerate(tokens):
                noun = _wrong_noun(tokens, at) if token.lower in _OTHER else None
                if noun is None:
                    continue
                is_one = token.lower in ("this", "that")
                both = _of_one_number(token, noun)
                if not is_one and not _verb_is_one(tokens, noun):
                    both.reverse()
                yield self.found(
                    Passage(token.block, token.start, noun.end),
                    f"“{token.text}” goes with {'one' if is_one else 'more than one'}, and “{noun.text}” does not. "
                    f"Write {' or '.join(f'“{text}”' for text in both)}.",
                    replacements=both,
                )


def _of_one_number(token: Token, noun: Token) -> list[str]:
    """What may stand instead: the other word for “this”, and the noun’s other form where it is known."""
    between = token.block.text[token.end : noun.start]
    form = singular(noun.lower) if token.lower in ("this", "that") else plural(noun.lower)
    changed = f"{like(_OTHER[token.lower], token.text)}{between}{noun.text}"
    return [changed, f"{token.text}{between}{form}"] if form else [changed]


def _wrong_noun(tokens: Sequence[Token], at: int) -> Token | None:
    """The noun whose number is not that of the word at `at`."""
    following = next_word(tokens, at)
    if following is None or following.is_capitalised:
        return None
    is_one = tokens[at].lower in ("this", "that")
    return _many_after_one(tokens, at) if is_one else _one_after_many(tokens, at)


def _many_after_one(tokens: Sequence[Token], at: int) -> Token | None:
    noun = _described(tokens, at)
    if noun is None or not _is_plural(noun) or _goes_on(tokens, at, noun):
        return None
    if noun.lower in _FINITE | {"goes"} or noun.lower in words("singular in s"):
        return None
    word = word_before(tokens, at)
    before = word.lower if word else ""
    clashes = _clashes_with_that if tokens[at].lower == "that" else _clashes_with_this
    return noun if clashes(tokens, at, noun, before) else None


def _described(tokens: Sequence[Token], at: int) -> Token | None:
    """What “this” or “that” may stand before: the next word, or the one behind a number or an adjective."""
    first, second = tokens[at + 1], next_word(tokens, at + 1)
    if first.lower in words("numbers") and at + 2 < len(tokens):
        return None if tokens[at].lower == "that" else second
    return second if second and first.kinds[:1] == "j" else first


def _clashes_with_that(tokens: Sequence[Token], at: int, noun: Token, before: str) -> bool:
    if noun is not tokens[at + 1] or "z" in noun.kinds or before not in _BEFORE - {"in"}:
        return False
    return at + 2 >= len(tokens) or tokens[at + 2].lower != "and"


def _clashes_with_this(tokens: Sequence[Token], at: int, noun: Token, before: str) -> bool:
    if noun.lower in words("units"):
        return False
    is_counted = noun is not tokens[at + 1] and tokens[at + 1].lower in words("numbers")
    if "z" not in noun.kinds or is_counted or _before_finite(tokens, noun):
        return True
    after = tokens.index(noun, at) + 1
    if after >= len(tokens) or before not in _BEFORE - {"of", "like"}:
        return False
    return tokens[after].lower not in words("prepositions") | words("objects")


def _is_plural(token: Token) -> bool:
    return (
        "p" in token.kinds and "s" not in token.kinds and token.kinds[0] in "pz" and not token.is_capitalised
    )


def _one_after_many(tokens: Sequence[Token], at: int) -> Token | None:
    noun = tokens[at + 1]
    if noun.lower in _KINDS:
        return noun if at + 2 < len(tokens) and tokens[at + 2].lower == "of" else None
    phrase = noun_phrase(tokens, at)
    if phrase is None or phrase.is_name or phrase.is_counted or phrase.end <= at + 1:
        return None
    head = phrase.head
    if any(_may_own_or_name(token) for token in tokens[at + 1 : phrase.end]) or not _is_singular(head):
        return None
    if _goes_on(tokens, at, head) or ("b" in head.kinds and not _is_surely_noun(tokens, at, head)):
        return None
    return head


def _may_own_or_name(token: Token) -> bool:
    return token.lower.endswith(("'s", "s'")) or token.is_capitalised or "-" in token.lower


def _is_singular(token: Token) -> bool:
    """Whether it is a noun for one thing that has a plural, and nothing else but perhaps a verb."""
    if token.kinds[:1] != "s" or set("pjrxd") & set(token.kinds) or token.lower.endswith("s"):
        return False
    return token.lower not in words("collective") | words("invariant") | words("units")


def _is_surely_noun(tokens: Sequence[Token], at: int, head: Token) -> bool:
    """“these film is”, “in these scene,”, “I love these film.”: a noun, though it might be a verb elsewhere."""
    word = word_before(tokens, at)
    before = word.lower if word else ""
    is_last = next_word(tokens, tokens.index(head, at)) is None
    return (
        (is_last and before in words("verbs that take a thing"))
        or before in _BEFORE
        or _before_finite(tokens, head)
    )


def _before_finite(tokens: Sequence[Token], noun: Token) -> bool:
    after = next_word(tokens, tokens.index(noun))
    return after is not None and after.lower in _FINITE


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
        return token.lower not in words("prepositions") | words("determiners") | _FINITE
    return token.kinds[0] in "spjgn" and token.lower not in _FINITE
