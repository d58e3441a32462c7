from __future__ import annotations

from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewcli.reading.tagging.tokens import Token

_DID = frozenset("did didn't does doesn't do don't".split())
_STAND_ALONE = frozenset("this that these those what which".split())
_NOT_FINAL = frozenset("is was are were has had".split())
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
        Bad("We didn't really «knew» him, and he can't «has» any."),
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
        from reviewcli.reading.tagging import tagged
        from reviewcli.reading.tagging.forms import plain
        from reviewcli.reading.tagging.words import words

        helpers = _DID | words("modals") | {"to"}
        for tokens in tagged(doc):
            for at in range(len(tokens) - 1):
                if tokens[at].lower not in helpers:
                    continue
                inflected = _inflected(tokens, at)
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
    from reviewcli.reading.tagging.words import words

    helper = tokens[at]
    is_to, is_modal = helper.lower == "to", helper.lower in words("modals")
    if not (is_to or is_modal or helper.lower in _DID) or (helper.is_capitalised and not _asks(tokens, at)):
        return None
    if is_modal and at and tokens[at - 1].lower in words("determiners") - _STAND_ALONE:
        return None
    behind = at + 1
    asks = not is_to and _asks(tokens, at)
    behind += asks
    while behind < len(tokens) and tokens[behind].gap == " " and _is_between(tokens[behind]):
        behind += 1
    if behind >= len(tokens) or tokens[behind].gap != " " or tokens[behind].is_capitalised:
        return None
    token = tokens[behind]
    if token.lower == "has" and (
        helper.lower.endswith("n't")
        or (is_modal and (_is_perfect(tokens, behind) or tokens[at - 1].lower in _STAND_ALONE))
        or asks
    ):
        return token, "z"
    if asks:
        return (token, "z") if "z" in token.kinds and token.lower not in _NOT_FINAL else None
    code = _ending(token, certain=is_to or not _has_subject(tokens, at))
    if code is None or token.lower in _NOT_FINAL:
        return None
    denied = "not" in [t.lower for t in tokens[at + 1 : behind]] or helper.lower.endswith("n't")
    if is_to:
        return _after_to(tokens, at, token, code) if behind == at + 1 else None
    if not is_modal and not denied:
        return None
    if not is_modal and "p" in token.kinds and helper.lower in ("do", "don't"):
        return None
    return (token, code) if denied or _has_subject(tokens, at) or code == "z" else None


def _asks(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun stands behind the helper, and a question or “nor” opens in front of it."""
    if at + 1 >= len(tokens) or tokens[at + 1].gap != " ":
        return False
    if tokens[at + 1].lower not in ("he", "she", "it", "they", "we", "you"):
        return False
    return at == 0 or tokens[at - 1].lower in ("how", "why", "where", "when", "nor", "neither")


def _is_perfect(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle follows “has”: has been, has made."""
    return (
        at + 1 < len(tokens)
        and tokens[at + 1].gap == " "
        and ("n" in tokens[at + 1].kinds or tokens[at + 1].lower in ("a", "an", "the", "no", "never", "been"))
    )


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
    from reviewcli.reading.tagging.words import words

    return at > 0 and tokens[at].gap == " " and tokens[at - 1].lower in words("modal subjects")


def _after_to(tokens: Sequence[Token], at: int, token: Token, code: str) -> tuple[Token, str] | None:
    """The verb behind “to”; “what it comes to makes sense” is left alone."""
    before = tokens[at - 1].lower if at else ""
    stands_alone = before in ("up", "down", "comes", "came", "come", "used")
    return None if code == "z" and stands_alone else (token, code)
