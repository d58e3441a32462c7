from __future__ import annotations

from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewcli.rules import Word

# What opens a sentence and stands outside its clause, by its first word.
_OPENERS = {
    "however": ("however",),
    "moreover": ("moreover",),
    "furthermore": ("furthermore",),
    "nevertheless": ("nevertheless",),
    "nonetheless": ("nonetheless",),
    "for": ("for example", "for instance"),
    "in": ("in addition", "in conclusion", "in my opinion", "in my view", "in other words", "in fact", "in contrast"),
    "on": ("on the other hand", "on the contrary"),
    "firstly": ("firstly",),
    "secondly": ("secondly",),
    "thirdly": ("thirdly",),
    "as": ("as a result", "as a consequence"),
}  # fmt: skip
# What can only be the clause's subject or open one; “However hard”, “in addition to” go on in another way.
_PRONOUNS = frozenset("i you he she it we they there".split())
_SUBJECTS = _PRONOUNS | frozenset(
    "this these those the my his her our their if when each every some many most one people a an all".split()
)


class OpenerComma(Rule, frozen=True):
    """A word or phrase that opens a sentence lacks the comma that parts it from the clause.

    “However”, “for example” and their like belong to no word of the clause; without the comma the reader
    takes them for the beginning of it. Where “however” may mean “no matter how”, nothing is said.
    """

    bad = (
        Bad("It is long. «However» it never drags.", fixed="It is long. However, it never drags."),
        Bad("For «example» she never looks at him.", fixed="For example, she never looks at him."),
        Bad(
            "In my «opinion» if it were shorter it would be worse.",
            fixed="In my opinion, if it were shorter it would be worse.",
        ),
        Bad(
            "He stays. On the other «hand» there are the songs.",
            fixed="He stays. On the other hand, there are the songs.",
        ),
        Bad("On the other «hand» each song is short.", fixed="On the other hand, each song is short."),
        Bad("«Secondly» the songs are short.", fixed="Secondly, the songs are short."),
    )
    good = (
        "However, the last hour flies. However you look at it, it works. However it ends, it was worth it.",
        "However hard he tries, he fails. However the story ends is up to us.",
        "In addition to the songs there are dances. For example, she sings. In contrast to this he is calm.",
        "Therefore it is late.",
        "As a result of the strike nobody came. In conclusion comes a song.",
        "“For example she never looks at him,” he says.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for sentence in doc.sentences:
            first = sentence.text[:16].split(" ", 1)[0].lower()
            if first not in _OPENERS or sentence.is_quoted:
                continue
            last = _last_word(sentence.words, _OPENERS[first])
            if last is not None:
                message = f"A comma is missing behind “{last.text}”."
                yield self.found(last, message, fix=f"{last.text},", safe=False)


def _last_word(words: Sequence[Word], openers: Sequence[str]) -> Word | None:
    """The opener's last word, where nothing but a blank parts it from a clause."""
    lower = [word.lower for word in words[:5]]
    for opener in openers:
        parts = opener.split()
        if lower[: len(parts)] != parts or len(words) <= len(parts) + 1:
            continue
        last, following = words[len(parts) - 1], words[len(parts)]
        text = last.block.text
        if text[last.end : following.start] != " " or following.lower not in _SUBJECTS:
            return None
        # “However it ends, …”: in whatever way. Without a second clause it can only be “but”.
        rest = text[following.end : last.sentence.end]
        return None if opener == "however" and ("," in rest or following.lower not in _PRONOUNS) else last
    return None
