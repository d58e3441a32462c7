from __future__ import annotations

from collections.abc import Sequence

from reviewcli.reading.tagging import tagged
from reviewcli.reading.tagging.forms import plain
from reviewcli.reading.tagging.tokens import Token, next_word, place_past, word_before
from reviewcli.reading.tagging.words import words
from reviewcli.rules import Bad, Document, Finding, Iterator, Rule

_DID = frozenset("did didn't does doesn't do don't".split())
_STAND_ALONE = frozenset("this that these those what which".split())
_NOT_FINAL = frozenset("is was are were has had needs".split())
_RARELY_NOUNS = frozenset("goes makes takes gets gives says finds keeps tells knows sees comes".split())
_BETWEEN = frozenset(
    "not also never always still just only really even ever quite then now soon almost".split()
)


class ModalVerb(Rule, frozen=True):
    """A verb that should be plain has an ending: “can sees”, “did not saw”, “to goes”.

    Behind can, will, must and their like, behind do, does and did, and behind “to”, a verb stands in its plain form.
    """

    bad = (
        Bad("She can «sees» what he will «becomes»."),
        Bad("The film did not «went» anywhere, and it doesn’t «works»."),
        Bad("He wants to «goes» home, but he couldn’t «slept»."),
        Bad("Nobody would «came», and they must «makes» do."),
        Bad("It could «has» been better, and he might not «has» the nerve."),
        Bad("This would «has» made it better, and these might «has» helped a film that should «has» depth."),
        Bad("How does it «makes» sense? Nor could he «has» known."),
        Bad(
            "We didn't really «knew» him, and he can't «has» any. Why did she «left»? I did not «expected» it."
        ),
    )
    good = (
        "What did it was love. What does it takes time. Who did it knows why.",
        "What he did was right, and what it does makes sense.",
        "Can films be that bad? Should actors who can sing do so? The will goes unread.",
        "Will goes home, and May was cold. It is a must, sees every critic.",
        "He cut what he could cut and would read. She has come to find what she can found.",
        "He comes to films late, and she looks to plays for help. Thanks to made-up names it works.",
        "The more he can the better. The can opens. All that she can do is dance.",
        "He does not always needs-test. Did makes and models matter? It has to be seen.",
        "The house he used to own was sold, and all he wants to is gone.",
        "He did, went home, and slept. Those who do not are few; what they do not is none of it.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        helpers = _DID | words("modals") | {"to"}
        for tokens in tagged(doc):
            for at in range(len(tokens) - 1):
                inflected = _inflected(tokens, at) if tokens[at].lower in helpers else None
                if inflected is None:
                    continue
                token, code = inflected
                verb = plain(token.lower, code)
                if verb and verb != token.lower:
                    yield self.found(
                        token,
                        f"“{tokens[at].text}” takes the plain form of a verb. Write “{verb}”.",
                        replacements=[verb],
                    )


def _inflected(tokens: Sequence[Token], at: int) -> tuple[Token, str] | None:
    """The verb with an ending that a helper rules, and which ending it has."""
    asks = _asks(tokens, at)
    if (tokens[at].is_capitalised and not asks) or _is_noun(tokens, at):
        return None
    is_to = tokens[at].lower == "to"
    asks = asks and not is_to
    place = place_past(tokens, at + 1 + asks, _is_between)
    if place is None or tokens[place].is_capitalised:
        return None
    verb = tokens[place]
    if verb.lower == "has" and (asks or _rules_has(tokens, at, place)):
        return verb, "z"
    if asks:
        code = _ending_in_question(tokens[at], verb)
    else:
        code = (_ending_after_to if is_to else _ending_after_helper)(tokens, at, place)
    return (verb, code) if code and verb.lower not in _NOT_FINAL else None


def _ending_in_question(helper: Token, verb: Token) -> str | None:
    """The ending of the verb of a question: how does it makes, why did she left."""
    if "z" in verb.kinds:
        return "z"
    return "d" if helper.lower in _DID and "d" in verb.kinds and "b" not in verb.kinds else None


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a determiner makes a noun of a modal: the can, a must."""
    is_modal = at > 0 and tokens[at].lower in words("modals")
    return is_modal and tokens[at - 1].lower in words("determiners") - _STAND_ALONE


def _rules_has(tokens: Sequence[Token], at: int, has: int) -> bool:
    """Whether “has” cannot be a verb of its own: can't has, could has been, this would has."""
    helper = tokens[at].lower
    if helper.endswith("n't") or helper not in words("modals"):
        return helper.endswith("n't")
    return _is_perfect(tokens, has) or tokens[at - 1].lower in _STAND_ALONE


def _ending_after_to(tokens: Sequence[Token], at: int, place: int) -> str | None:
    """The ending of the verb right behind “to”; “what it comes to makes sense” is left alone."""
    code = _ending(tokens[place], certain=True)
    stands_alone = at > 0 and tokens[at - 1].lower in ("up", "down", "comes", "came", "come", "used")
    return None if place > at + 1 or (code == "z" and stands_alone) else code


def _ending_after_helper(tokens: Sequence[Token], at: int, place: int) -> str | None:
    """The ending of the verb behind a modal, or behind “do” with “not”."""
    helper, has_subject = tokens[at].lower, _has_subject(tokens, at)
    code = _ending(tokens[place], certain=not has_subject)
    is_denied = helper.endswith("n't") or any(token.lower == "not" for token in tokens[at + 1 : place])
    if is_denied and helper in _DID and "d" in tokens[place].kinds and "b" not in tokens[place].kinds:
        return "d"
    if helper in words("modals"):
        return code if is_denied or has_subject or code == "z" else None
    may_be_noun = "p" in tokens[place].kinds and helper in ("do", "don't")
    return code if is_denied and not may_be_noun else None


def _asks(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun stands behind the helper, and a question or “nor” opens in front of it."""
    subject = next_word(tokens, at)
    if subject is None or subject.lower not in ("he", "she", "it", "they", "we", "you"):
        return False
    return at == 0 or tokens[at - 1].lower in ("how", "why", "where", "when", "nor", "neither")


def _is_perfect(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle follows “has”: has been, has made."""
    behind = next_word(tokens, at)
    return behind is not None and ("n" in behind.kinds or behind.lower in _BEHIND_PERFECT)


_BEHIND_PERFECT = frozenset("a an the no never been".split())


def _is_between(token: Token) -> bool:
    return token.lower in _BETWEEN or token.is_adverb


def _ending(token: Token, *, certain: bool) -> str | None:
    """The ending of a token that can be no plain verb; `certain`: nor a noun or an adjective."""
    kinds = token.kinds
    if not kinds or "b" in kinds or "x" in kinds or "r" in kinds:
        return None
    if "z" in kinds and (kinds[0] == "z" or not certain):
        return None if certain and "p" in kinds and token.lower not in _RARELY_NOUNS else "z"
    if "d" in kinds and "s" not in kinds and "j" not in kinds and not (certain and "n" in kinds):
        return "d"
    return None


def _has_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun or “who” stands before the helper."""
    before = word_before(tokens, at)
    return before is not None and before.lower in words("modal subjects")
