from __future__ import annotations

from collections.abc import Sequence

from reviewcli.reading.tagging import tagged
from reviewcli.reading.tagging.tokens import Token
from reviewcli.rules import Bad, Document, Finding, Iterator, Rule

# Each past tense that is no participle, with its participle.
_PARTICIPLES = dict(
    pair.split("=")
    for pair in """went=gone saw=seen did=done ate=eaten took=taken gave=given wrote=written began=begun came=come
    became=become drove=driven chose=chosen fell=fallen grew=grown knew=known threw=thrown flew=flown drew=drawn
    rode=ridden stole=stolen wore=worn tore=torn sang=sung drank=drunk swam=swum rang=rung sank=sunk shook=shaken
    mistook=mistaken forgave=forgiven undertook=undertaken overcame=overcome withdrew=withdrawn ran=run
    arose=arisen overtook=overtaken rewrote=rewritten foresaw=foreseen oversaw=overseen underwent=undergone
    outgrew=outgrown""".split()
)
# Each participle that is no past tense, with the past tense; two where a verb may have been left out instead.
_PASTS = {
    right: wrong
    for wrong, right in _PARTICIPLES.items()
    if right not in {"come", "become", "overcome", "run"}
}
_HAVE = frozenset(
    """have has had having haven't hasn't hadn't i've you've we've they've who've could've would've should've
    might've must've""".split()
)
_BE = frozenset("is was are were been being isn't wasn't aren't weren't".split())
_BEHIND_PASSIVE = frozenset("by from off out over away up down into in on at during".split())
_SUBJECTS = frozenset("he she they we i".split())
_EITHER = frozenset("it you".split())
_OPENS = frozenset("because when while although though and but so that since before after if until".split())
_HELPERS = frozenset(
    """has have had having hasn't haven't hadn't is are was were be been being isn't aren't wasn't weren't get gets got
    getting nor or than as like not never ever let make makes made""".split()
)
# “saw blades”, “went” as a name: what must follow the forms that are nouns too.
_NOUNS_TOO = frozenset("saw fell rode".split())


class WrongPastForm(Rule, frozen=True):
    """The past tense stands for the participle, or the participle for the past tense.

    “has went”, “should have saw”, “was wrote by”; “he seen it”, “they done well”. Only verbs whose two forms differ
    are looked at, and only where a helper or its absence decides.
    """

    bad = (
        Bad("He «seen» it twice, and I «done» the rest because they «been» away."),
        Bad("It has «went» well. She should have «saw» it, and they’ve «began» again."),
        Bad("It was «wrote» by Jonze, and the ring is «stole» from a king."),
        Bad("I know that she never «gone» back, but it «begun» well."),
    )
    good = (
        "He has seen it. Had he seen it, she would have gone. Never have I seen it done, nor has she been told.",
        "The film seen by few; a man known to all. He, seen from above, is small. I saw it done and made it known.",
        "He had saw blades made. She has Saw on tape. What it was took years. That is where they went.",
        "Is it done? Have they all gone? How could it be known? Was she taken? Should he have known?",
        "He left what he had done undone. As he was seen, he ran. The man he had been gave up.",
        "Whatever the plan was fell apart. Not only has he since gone; neither he nor she been told.",
        "The more he has, the more it was took for granted? No: taken. She had run, and it has come.",
        "All he ever had went to her. The friends they had saw it. The life he has began there.",
        "The trouble the couple had began early, and the talent his sister had went to waste.",
        "Every film Hollywood has came from here. The money Anna has came from him.",
        "The affair the two of them had went nowhere. Any hope they might have had fell away.",
        "He is now as well known as she, given her age. The films we have came late.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for tokens in tagged(doc):
            for at in range(1, len(tokens)):
                token = tokens[at]
                if token.gap == " " and not token.is_capitalised and (right := _right_form(tokens, at)):
                    yield self.found(
                        token,
                        f"“{token.text}” is the wrong form of the verb here. Write “{right}”.",
                        replacements=[right],
                    )


def _right_form(tokens: Sequence[Token], at: int) -> str | None:
    """The other form of the verb at a place, where that is what its clause asks for."""
    lower = tokens[at].lower
    if lower in _PARTICIPLES:
        return _PARTICIPLES[lower] if _asks_for_participle(tokens, at) else None
    subject = _subject(tokens, at) if lower in _PASTS or lower == "been" else None
    if subject is None:
        return None
    return _PASTS.get(lower) or ("were" if subject in ("they", "we", "you") else "was")


def _asks_for_participle(tokens: Sequence[Token], at: int) -> bool:
    """Whether “have” or “be” rules the form: has went, was wrote by."""
    helper = at - 1
    while helper > 0 and tokens[helper].gap == " " and _is_between(tokens[helper]):
        helper -= 1
    if tokens[helper + 1].gap != " ":
        return False
    if tokens[helper].lower in _HAVE:
        return _is_perfect(tokens, helper, at)
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[helper].lower not in _BE or behind is None or behind.gap != " ":
        return False
    return behind.lower in _BEHIND_PASSIVE and tokens[at].lower in _PASSIVE and not _is_clause(tokens, helper)


_PASSIVE = frozenset(
    "wrote took gave drew drove threw chose stole ate rewrote knew shook tore wore sang".split()
)


def _is_perfect(tokens: Sequence[Token], helper: int, at: int) -> bool:
    """Whether “have” is a helper: not in “all they had went”, “the friends he has saw it”, “had saw blades”."""
    token, has = tokens[at], tokens[helper]
    if has.gap == " " and tokens[helper - 1].lower in _HAVE:
        return False  # any luck they might have had ran out
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.lower in _NOUNS_TOO and (
        behind is None
        or behind.gap != " "
        or (behind.kinds[:1] in ("s", "p", "j") and behind.lower != "that")
    ):
        return False
    if "'" in has.lower or has.lower == "having" or helper + 1 < at:
        return not _is_clause(tokens, helper)
    if helper and tokens[helper - 1].lower in _MODALS and has.gap == " ":
        return True
    return not _is_clause(tokens, helper)


_MODALS = frozenset("could would should might must may can't couldn't wouldn't shouldn't".split())


def _is_clause(tokens: Sequence[Token], helper: int) -> bool:
    """Whether a clause without its object ends with the helper: “all he had”, “what it was”, “the films we have”."""
    for at in range(helper - 1, max(helper - 7, -1), -1):
        token = tokens[at]
        if tokens[at + 1].gap != " ":
            return False
        if token.lower in _OPEN_CLAUSES or (_is_named(tokens, at) and tokens[at - 1].lower not in _OPENS):
            return True
        if token.lower in _PRONOUNS and at and tokens[at].gap == " ":
            before = tokens[at - 1]
            return (
                before.kinds[:1] in ("s", "p", "j") and before.lower not in _OPENS
            ) or before.lower in _OPEN_CLAUSES
    return False


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether another noun phrase begins behind a noun, as in “the trouble the couple had”."""
    return (
        at > 0
        and tokens[at].gap == " "
        and (tokens[at].lower in _DETERMINERS or tokens[at].is_capitalised)
        and not tokens[at - 1].is_capitalised
        and tokens[at - 1].kinds[:1] in ("s", "p")
    )


_DETERMINERS = frozenset("the a an this these those my your his her its our their".split())
_PRONOUNS = frozenset("he she it they we you i".split())
_OPEN_CLAUSES = frozenset(
    """what whatever all everything anything nothing whoever who whom which that where how everyone much many more
    most little few than as one""".split()
)


def _subject(tokens: Sequence[Token], at: int) -> str | None:
    """The pronoun right in front of a verb that has no helper: he seen, they done."""
    subject = at - 1
    while subject > 0 and tokens[subject].gap == " " and tokens[subject].lower in _ADVERBS:
        subject -= 1
    pronoun = tokens[subject]
    if tokens[subject + 1].gap != " " or (pronoun.lower == "i" and pronoun.text != "I"):
        return None
    if pronoun.lower not in _SUBJECTS | _EITHER or _has_question(tokens):
        return None
    return pronoun.lower if not subject or _begins(tokens, subject) else None


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins with the pronoun, so that neither a helper nor a verb rules it."""
    pronoun, before = tokens[at], tokens[at - 1]
    if pronoun.gap != " ":
        starts = pronoun.gap in (",", ";", ":", "—", "–", "--") and pronoun.lower in _SUBJECTS
        return starts and before.lower not in _PRONOUNS | _HELPERS
    if pronoun.lower in _EITHER:
        if before.lower in ("but", "so", "that"):
            return before.gap == ","
        return before.lower in _OPENS - {"and", "before", "after", "since", "until"}
    if before.lower in _OPENS - {"and"}:
        return True
    return not {token.lower for token in tokens[max(at - 4, 0) : at]} & _HELPERS


_ADVERBS = frozenset("never just only really also already finally once".split())


def _has_question(tokens: Sequence[Token]) -> bool:
    """Whether the sentence asks, as speech may without a helper: “You seen it?”."""
    return tokens[-1].block.text[tokens[-1].end : tokens[-1].end + 1] == "?"


def _is_between(token: Token) -> bool:
    return token.is_adverb or token.lower in ("n't", "all", "both", "since", "long")
