from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Sentence, Severity
from reviewcli.rules.wording._evidence import after, evidence_for, is_backed, shows
from reviewcli.rules.wording._praise import HEADS, OUTRIGHT, PRAISE, praised_acting, praised_person

_NOTES = (
    "title: Her\ncast: [Joaquin Phoenix as Theodore]\n"
    "performances:\n  Phoenix: alone in close-ups [the beach walk, 0:58]\n"
)
# What is not said of acting that was seen: a wish, a denial, another's part.
_NOT_SAID = (
    r"\b(?:no|not|n['’]t|never|hardly|without|less than|far from|if|would|could|might|need(?:s|ed)?|despite)\b"
    r"[^.;,]*$"
)
_GOES_ON = r"\s*(?:that|made of|until|like|:|—|–|--)\s*\w+|[^.;]{0,40}\b(?:who|which|whose)\b|[^.;]{0,30}\bby \w+ing\b"

# The name belongs to what stands before it: “the script by director David Mamet is first-rate”.
_ANOTHERS = r"\b(?:by|of|from|with|for|to|on|in)(?: [a-z/-]+){0,2}\s$"
# A cast is praised, and one of it is named behind: “with Ann Lee leering”, “including Bo Ray as her father”.
_NAMES_ONE = r"[^.;]{0,20}\b(?:with|including|featuring)(?: [A-Z][\w'’-]+)+[^.;]* (?:\w+ing|as|in)\b"
_ONE = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)* (?!(?:is|are|was|were)\b)[a-z]"
_OF_ACTING = frozenset("performance performances portrayal acting cast ensemble actor actress plays".split())
_NO_NAMES = frozenset(
    "The But And Still Yet Even While It This That These Those There Their His Her Its He She They We You If When As "
    "In On At For With From By Of So Or Nor Not No Also Most Some Many All Each Every Everyone Only Both A An".split()
)


class PerformanceWithoutEvidence(Rule, frozen=True):
    """Acting is praised, and nothing of it is shown.

    “Delivers an outstanding performance” fits every actor who ever was good. A gesture, a line, a choice in one scene
    fits this one, and makes the reader see it. A sentence with a moment, a quotation or a time, or one before such a
    sentence, is left alone. With notes, the message names the evidence that you wrote down for the actor.
    """

    severity = Severity.SUGGESTION
    instead_of = ("cliche", "oscar-talk")
    bad = (
        Bad("Joaquin Phoenix «delivers an outstanding performance»."),
        Bad("The «cast is great». The music is by Owen Pallett."),
        Bad("Johansson’s «voice work as Samantha is equally compelling»."),
        Bad("With its «stellar performances», it stands out."),
        Bad("«Amy Adams is also excellent», and the supporting «cast is superb»."),
        Bad("Phoenix plays a clerk. «Scarlett Johansson is superb»."),
        Bad("«Phoenix shines as Theodore».", notes=_NOTES),
        Bad("Phoenix «gives a superb turn» as Theodore.", notes=_NOTES),
    )
    good = (
        "When the date goes wrong, Phoenix lets the smile stay a beat too long.",
        "Phoenix gives a superb performance in the scene where he lies to both women.",
        "Phoenix is superb in it. He answers her with half a second of panic.",
        "Phoenix gives a superb performance. He answers her with half a second of panic.",
        "The cast is large. In turn, each of the great actors of his time said no.",
        "“A stellar performance,” says the poster.",
        "Falk comes close to his superb turn in *Husbands*.",
        "The cast is great. Ward Bond wears one coat in all his scenes.",
        "The make-up is good. If the acting were as good, nobody would look at it.",
        "New York is superb in the rain. London is excellent.",
        "Joaquin Phoenix is superb. When the date goes wrong, he lets the smile stay a beat too long.",
        "He never gives a great performance.",
        "The script by director David Mamet is first-rate.",
        "The cast is strong, with Anna De Mille and Alec McCowen bickering as the parents.",
        "It is a comedy lifted by a fine cast.\n\nJean Arthur hides her shoes and waits.",
        "It is helped by great performances.\n\nHe waits while the phone rings, and she counts the rings.",
        "He plays the scene where she leaves with his back to us.\n\nThe good performances save it.",
        "It has a superb performance by Ida Lupino.\n\nIt is set in Oslo.\n\nLupino waits until it snows.",
        "The cast is strong as well. Lupino counts her matches twice.",
        Good("Phoenix is alone on the beach walk, a great performance.", notes=_NOTES),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for sentence in doc.sentences:
            praises = [praise for praise in _praises(sentence, doc) if _is_said(praise)]
            if (
                praises
                and not is_backed(sentence, doc)
                and not _goes_into_detail(sentence, doc)
                and not _announces(sentence, doc)
            ):
                for praise in praises:
                    told = evidence_for(sentence, doc) or "Show one thing that the actor does, and when."
                    yield self.found(praise, f"“{praise.text}”: nothing of it is shown. {told}")


def _praises(sentence: Sentence, doc: Document) -> Iterator[Passage]:
    words = {word.lower for word in sentence.words}
    if not words.isdisjoint(HEADS) and not words.isdisjoint(PRAISE):
        yield from sentence.find(praised_acting())
    if not words.isdisjoint(OUTRIGHT):
        for praise in sentence.find(praised_person(), 0):
            if _is_performer(praise, doc) and not re.search(_ANOTHERS, praise.before):
                yield praise


def _is_performer(praise: Passage, doc: Document) -> bool:
    """Whether a known performer is praised; without notes whoever has a first and a last name."""
    match = praised_person().match(praise.text)
    name = match[1] if match else ""
    if doc.notes:
        return any(not person.is_role and person.is_called(name) for person in doc.names.people)
    return len(name.split()) == 2 and name.split()[0] not in _NO_NAMES


def _is_said(praise: Passage) -> bool:
    if praise.is_quoted or praise.is_emphasised or praise.sentence.text.rstrip().endswith("?"):
        return False
    if re.match(r"\s*in\s", praise.after) and _is_title(praise):
        return False
    return not re.search(_NOT_SAID, praise.before, re.IGNORECASE) and not re.match(_GOES_ON, praise.after)


def _goes_into_detail(sentence: Sentence, doc: Document) -> bool:
    """Whether a cast is praised as a whole, and one of them is told of next."""
    heads = [
        word for word in sentence.words if word.lower in ("cast", "ensemble", "performances", "performers")
    ]
    if not heads:
        return False
    if re.search(_NAMES_ONE, sentence.text[heads[0].start - sentence.start :]):
        return True
    if _is_told_elsewhere(sentence, doc):
        return True
    following = after(sentence) or _first_below(sentence, doc)
    opens = re.match(_ONE, following.text) if following else None
    return opens is not None and opens[0].split()[0] not in _NO_NAMES


def _is_told_elsewhere(sentence: Sentence, doc: Document) -> bool:
    """Whether a paragraph of one sentence announces what the next shows, or the last sums up what was shown."""
    prose = doc.prose
    place = next((n for n, each in enumerate(prose) if each is sentence.block), 0)
    if len(sentence.block.sentences) == 1 and place + 1 < len(prose):
        return any(shows(each) for each in prose[place + 1].sentences)
    return place == len(prose) - 1 and any(
        shows(each) and any(word.lower in _OF_ACTING for word in each.words)
        for block in prose[:place]
        for each in block.sentences
    )


def _announces(sentence: Sentence, doc: Document) -> bool:
    """Whether it is a paragraph of its own, and a later one shows something of somebody that it names."""
    if len(sentence.block.sentences) > 1:
        return False
    names = {word.text for word in sentence.words if word.text[:1].isupper() and not word.is_emphasised}
    names -= _NO_NAMES
    return bool(names) and any(
        not names.isdisjoint(word.text for word in each.words) and shows(each)
        for block in doc.prose
        if block.span.start > sentence.block.span.start
        for each in block.sentences
    )


def _first_below(sentence: Sentence, doc: Document) -> Sentence | None:
    below = next((each for each in doc.prose if each.span.start > sentence.block.span.start), None)
    return below.sentences[0] if below and below.sentences else None


def _is_title(praise: Passage) -> bool:
    """Whether it is of another work: “his great turn in *Hud*”."""
    start = praise.end + len(praise.after) - len(praise.after.lstrip()) + 3
    return any(begin <= start < end for begin, end in praise.block.emphasis)
