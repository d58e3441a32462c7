from __future__ import annotations

from collections.abc import Sequence

from reviewcli.reading.tagging import tagged
from reviewcli.reading.tagging.forms import plural
from reviewcli.reading.tagging.tokens import Token, next_word, word_before
from reviewcli.reading.tagging.words import words
from reviewcli.rules import Bad, Document, Finding, Iterator, Rule

_MANY = frozenset("many several various numerous countless both few".split())
# Behind these “many” has its noun: too many scene.
_BEFORE_MANY = frozenset("too so how as these those its his her their our of in".split())
_OWNERS = frozenset("the his her its their my our your these those".split())
# “a couple of” counts things; “a handful of” may hold dust, “a lot of” may be of work.
_QUANTITIES = frozenset("number couple pair dozens hundreds thousands millions".split())


class NumberNoun(Rule, frozen=True):
    """A noun is left singular behind a number, “many”, “a couple of” or “one of the”.

    “two scene”, “many actor”, “one of the best film”: the plural’s -s was lost.
    """

    bad = (
        Bad("It has two «scene» of note and many «actor»."),
        Bad("One of the best «film» of the year."),
        Bad("There are several good «reason» to go, and three «child»."),
        Bad("In four «picture» he plays one of his «hero»."),
        Bad("Both «actor» are fine."),
        Bad("Too many «scene» go on and on."),
        Bad("A number of good «scene» are lost, and a couple of «joke»."),
        Bad("It is caught between its two «view»."),
        Bad("It lies between the two «film» themselves."),
        Bad("It took two «hour», and three «year» later he recreates several «panel»."),
    )
    good = (
        "A two-hour film and a three act play; two film scripts and two Oscar nods.",
        "Two work together, many love it, few dare to, and several attempt suicide. The two share a bed.",
        "Two thirds, two and a half, two dozen, ten percent, three hundred, two million people.",
        "Three aircraft, several series, five people, two deer and four fish.",
        "A number of people, a couple of hours, hundreds of sheep, a pair of trousers, thousands of film fans.",
        "The number of the beast, a couple of Spielberg, dozens of young and old. A couple of action film stars.",
        "Too many cook for show, so many film fans came, and how many work at it is unknown.",
        "Many a film has failed. One of the cast sings, one of the crew too, and one of the family left.",
        "One of the best film scores. One of the best known, one of the least loved, one of the very few.",
        "His part two film, a 1984 film, a three star review, two or three of them.",
        "One of the studio’s best films and one of the world's great stars.",
        "The two film a scene in Rome. All three star in it. Those three act well. Two front teeth.",
        "Of the two, one is short. The first three feature her. Many more. Several other films.",
        "It is one of the highest quality. Two male leads, four young women, and many science fiction fans.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        numbers = _MANY | words("numbers") | {"one"} | _QUANTITIES
        for tokens in tagged(doc):
            for at in range(len(tokens) - 1):
                found = _counted(tokens, at) if tokens[at].lower in numbers else None
                if found is None:
                    continue
                noun, before = found
                many = plural(noun.lower)
                yield self.found(
                    noun, f"“{before}” asks for more than one. Write “{many}”.", replacements=[many]
                )


def _counted(tokens: Sequence[Token], at: int) -> tuple[Token, str] | None:
    """The noun that a place asks to be a plural, and the words that ask."""
    return _after_number(tokens, at) or _after_one_of(tokens, at) or _after_quantity(tokens, at)


def _after_number(tokens: Sequence[Token], at: int) -> tuple[Token, str] | None:
    if not _counts(tokens, at):
        return None
    head = _singular_head(tokens, at + 1) or _head_after_many(tokens, at)
    if head is None or ("b" in head.kinds and not _reads_as_noun(tokens, at, head)):
        return None
    if tokens[at].lower == "both" and any(token.lower == "and" for token in tokens[at:]):
        return None
    return head, tokens[at].text


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number or “many” counts what follows: not of “part two film”, “one or two”."""
    token, before = tokens[at], word_before(tokens, at)
    if not (token.lower in words("numbers") or token.lower in _MANY) or (at and token.is_capitalised):
        return False
    return before is None or not (before.lower in _BEFORE_NAMED or (before.is_capitalised and at > 1))


_BEFORE_NAMED = frozenset("a an one part chapter act or to".split())


def _head_after_many(tokens: Sequence[Token], at: int) -> Token | None:
    before = word_before(tokens, at) if tokens[at].lower == "many" else None
    return _plain_noun(tokens, at + 1) if before is not None and before.lower in _BEFORE_MANY else None


def _after_one_of(tokens: Sequence[Token], at: int) -> tuple[Token, str] | None:
    if tokens[at].lower != "one" or at + 3 >= len(tokens) or tokens[at + 1].lower != "of":
        return None
    owner = tokens[at + 2]
    if owner.lower not in _OWNERS or tokens[at + 1].gap != " " or owner.gap != " ":
        return None
    start = at + 3
    head = _singular_head(tokens, start, is_superlative=True)
    if head is None or head.lower in ("world", "year", "most", "least"):
        return None
    return head, f"one of {owner.text}"


def _after_quantity(tokens: Sequence[Token], at: int) -> tuple[Token, str] | None:
    if tokens[at].lower not in _QUANTITIES or at + 2 >= len(tokens) or tokens[at + 1].lower != "of":
        return None
    if tokens[at].lower[-1] != "s" and (at == 0 or tokens[at - 1].lower != "a"):
        return None  # “the number of the beast”
    head = _singular_head(tokens, at + 2) if tokens[at + 2].gap == " " == tokens[at + 1].gap else None
    return None if head is None else (head, f"{tokens[at].text} of")


def _singular_head(tokens: Sequence[Token], start: int, *, is_superlative: bool = False) -> Token | None:
    """The noun that a phrase without its determiner ends with, where it is surely singular."""
    at = start
    if is_superlative and at < len(tokens) and tokens[at].lower in words("collective"):
        return None
    while (
        at + 1 < len(tokens)
        and tokens[at].gap == " "
        and _describes(tokens[at], is_superlative=is_superlative)
    ):
        at += 1
    nouns = at
    while at < len(tokens) and tokens[at].gap == " " and _is_singular(tokens[at]):
        at += 1
    if at == nouns or (at - nouns > 1 and not is_superlative and "b" in tokens[at - 1].kinds):
        return None
    if at < len(tokens) and not _ends_phrase(tokens[at]):
        return None
    head = tokens[at - 1]
    if head.lower in words("invariant") | words("mass"):
        return None
    if head.lower in (_ONE_OF_COLLECTIVE if is_superlative else words("collective") | _NO_PLURAL):
        return None
    return head


def _describes(token: Token, *, is_superlative: bool) -> bool:
    kinds = token.kinds
    if is_superlative and token.lower in ("most", "least", "very", "many", "few", "first", "last"):
        return True
    return (kinds[:1] == "j" and not token.is_capitalised) or (is_superlative and token.is_adverb)


def _is_singular(token: Token) -> bool:
    kinds = token.kinds
    if kinds[:1] != "s" or token.is_capitalised or set("pjrxdn") & set(kinds) or token.lower.endswith("s"):
        return False
    return not token.lower.endswith(("'s", "ing"))


def _ends_phrase(token: Token) -> bool:
    """Whether a noun phrase is surely over in front of the token."""
    if token.gap != " ":
        return token.gap not in ("/", "-", "&")
    if (token.is_capitalised and token.lower != "i") or token.is_opaque:
        return False
    if token.lower in words("prepositions") | words("objects") | _AFTER:
        return True
    if token.is_adverb or token.lower in (
        "later",
        "earlier",
        "ago",
        "now",
        "back",
        "here",
        "there",
        "apiece",
        "together",
    ):
        return True
    return token.kinds[:1] == "z" or (token.kinds[:1] in ("n", "d") and not set("pj") & set(token.kinds))


_NO_PLURAL = frozenset(
    "hundred thousand million billion trillion dozen percent per score foot pound stone k mph quid bit".split()
)
_ONE_OF_COLLECTIVE = _NO_PLURAL | frozenset(
    """cast crew bunch lot group family band staff team set pack number rest few majority minority public company
    gang audience crowd press media people kind sort type world year
    quality order calibre caliber class rank importance interest""".split()
)
_AFTER = frozenset(
    """and or but that who which where when while as than is are was were has have had will would can could may might
    do does did because so if he she they we i you""".split()
)


def _reads_as_noun(tokens: Sequence[Token], at: int, head: Token) -> bool:
    """Whether a word that may be a verb is a noun: a preposition or a verb stands before the number."""
    if tokens[at].lower in ("few", "both"):
        return False
    last = tokens.index(head, at)
    following, before = next_word(tokens, last), word_before(tokens, at)
    if following is not None and following.lower in _FINITE:
        return True
    if before is None or before.lower in ("and", "but", "as", "of", "is", "was", "than", "to", "a"):
        return False
    is_over = _is_over(tokens, last + 1)
    if before.lower in _OWNERS:
        return is_over or head.lower in ("type", "star", "name") or _follows_preposition(tokens, at)
    return before.lower in words("before numbers") or _is_verb(tokens, at - 1, is_over=is_over)


def _is_verb(tokens: Sequence[Token], at: int, *, is_over: bool) -> bool:
    """Whether what stands in front of a number is a verb; `is_over` says that nothing follows the number's noun."""
    token = tokens[at]
    kind = token.kinds[:1]
    if kind == "b" and at and token.gap == " ":
        return is_over and tokens[at - 1].lower in _BEFORE_VERB
    if kind == "g" and token.gap != " ":
        return is_over
    return kind in ("z", "d") and token.lower not in _SAYING


def _follows_preposition(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition rules the phrase that the number belongs to: between the two film."""
    preposition = word_before(tokens, at - 1)
    return preposition is not None and preposition.lower in _RULING


def _plain_noun(tokens: Sequence[Token], at: int) -> Token | None:
    """A word that is only a noun, with a verb behind it: too many scene drag."""
    noun, verb = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if verb is None or verb.gap != " " or verb.kinds[:1] != "b" or "b" in noun.kinds:
        return None
    return noun if _is_singular(noun) and noun.lower not in words("mass") | words("invariant") else None


def _is_over(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence, or its part, ends in front of a place: “between the two side.”."""
    return at >= len(tokens) or tokens[at].gap not in (" ", "/", "-", "&")


_RULING = frozenset("between with from about into behind against among".split())
_BEFORE_VERB = frozenset(
    "to will would can could may might must should doesn't didn't don't he she they we who".split()
)
_FINITE = frozenset("is are was were has have do did does will would can could of".split())
_SAYING = frozenset(
    "says said thinks thought knows knew believes believed feels felt means meant shows".split()
)
