from __future__ import annotations

from reviewcli.reading.tagging import Tokens
from reviewcli.reading.tagging.tokens import Token
from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity

_BE = frozenset(
    "is are was were be been being isn't aren't wasn't weren't it's he's she's that's they're".split()
)
# Participles that are adjectives by now, and say no deed.
_STATES = frozenset(
    """interested bored tired married divorced worried concerned scared pleased surprised convinced supposed used
    gone done set based born located known limited determined prepared involved related excited delighted
    amused confused dated overrated underrated inspired mixed detailed flawed gifted talented accomplished
    restrained understated crowded dressed complicated inclined finished lost stuck committed dedicated
    devoted obsessed disappointed impressed relieved satisfied frightened ashamed assured unfinished
    uninspired unnamed fixed rushed strained rounded sophisticated named called titled released""".split()
)


class PassiveHeavy(Rule, frozen=True):
    """Many sentences are passive.

    “The role is played by Phoenix” has the actor at the end; “Phoenix plays” begins with who acts. One passive in seven
    sentences is usual, and often right, where the one who does it is of no matter. `share` is how many pass, `fewest`
    the sentences that a text needs to be judged.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad(
            "«The role is played by Phoenix.» "
            + "It was written by Jonze. The rooms are lit by lamps. A house is "
            "bought. The letters are read aloud. He waits. She calls. They meet. It rains. He laughs. " * 2
        ),
        Bad("«The role is played by Phoenix.» He waits.", options={"fewest": 2}),
    )
    good = (
        "The role is played by Phoenix. He waits.",
        "Phoenix plays the role. Jonze wrote it. He is tired and married. " * 6,
        Good("“The role is played by Phoenix.” He waits. *It Was Written* is old.", options={"fewest": 2}),
    )

    share: float = 0.3
    fewest: int = 12

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.tagging import tagged

        if len(doc.sentences) < self.fewest:
            return
        sentences = [tokens for tokens in tagged(doc) if len(tokens) >= 2]
        passive = [tokens for tokens in sentences if _passive(tokens)]
        if len(sentences) >= self.fewest and len(passive) > self.share * len(sentences):
            shown = [verb for tokens in passive[:3] if (verb := _passive(tokens))]
            yield self.found(
                passive[0][0].sentence,
                f"{len(passive)} of {len(sentences)} sentences are passive ({_list(shown)}). Begin with who does it, "
                "where that is known.",
            )


def _list(verbs: list[str]) -> str:
    return ", ".join(f"“{verb}”" for verb in dict.fromkeys(verbs))


def _passive(tokens: Tokens) -> str | None:
    """The first passive verb of a sentence: is played, has been cut."""
    for at, token in enumerate(tokens):
        if token.lower not in _BE:
            continue
        following = at + 1
        while following < len(tokens) and tokens[following].gap == " " and tokens[following].is_adverb:
            following += 1
        if following < len(tokens) and tokens[following].gap == " " and _is_participle(tokens, following):
            return f"{token.text} {tokens[following].text}"
    return None


def _is_participle(tokens: Tokens, at: int) -> bool:
    token: Token = tokens[at]
    if "n" not in token.kinds or token.lower in _STATES or token.is_capitalised:
        return False
    likeliest = token.kinds[0]
    follows_by = at + 1 < len(tokens) and tokens[at + 1].gap == " " and tokens[at + 1].lower == "by"
    return likeliest in "nd" or follows_by
