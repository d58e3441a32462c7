from __future__ import annotations

import itertools

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Sentence, Severity

# Words that begin sentences without being heard.
_UNHEARD = frozenset(
    "the a an i and but or so yet in it its there this that he she his her they we you".split()
)
_WORKS = frozenset(
    "film movie picture book novel game album record play show series season restaurant documentary".split()
)


class SentenceStartRepeat(Rule, frozen=True):
    """Sentence after sentence begins with the same words.

    “Then … Then … Then …” reads like a list. Turn one of them round, or join two. A figure that is plainly meant,
    with three words the same each time, is left alone; so are “I”, “and”, articles by themselves, the names that the
    notes hold and “The film”: what a review is about must be named.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("«The camera» opens on rain. The camera waits. The camera pulls back."),
        Bad("Rain falls. «Jonze» shoots low. Jonze waits. Jonze never cuts."),
        Bad("«However» it rains. However he goes. However it ends."),
    )
    good = (
        "The camera opens on rain. The man waits. The camera pulls back.",
        "The film opens in rain. The film is long. The film ends.",
        Good("Phoenix waits. Phoenix laughs. Phoenix goes.", notes="title: Her\ncast: [Joaquin Phoenix]\n"),
        "There is no rain. There is no wind. There is no light. There is no end.",
        "I went. I saw it. I slept. And it rained. And I woke. And that was all.",
        Good("The camera waits. The camera is still. The camera moves.", options={"times": 4}),
        "“Then it opens. Then it is long. Then it ends.”",
        "Then it opens.\n\n> Then it is long.\n\nThen it ends. Then it is short.",
    )

    times: int = 3

    def check(self, doc: Document) -> Iterator[Finding]:
        for key, group in itertools.groupby(doc.sentences, key=_opening):
            run = list(group)
            if not key or len(run) < self.times or _is_figure(run) or _is_name(run[0], doc):
                continue
            words = run[0].words[: len(key.split())]
            place = Passage(run[0].block, words[0].start, words[-1].end)
            told = f"{len(run)} sentences in a row begin with “{place.text}”. Turn one round, or join two."
            yield self.found(place, told)


def _opening(sentence: Sentence) -> str:
    """What a reader hears first: the first word, with the next where the first is not heard; empty for quotations."""
    block = sentence.block
    head = block.text[sentence.start : min(sentence.end, sentence.start + 60)].split(maxsplit=2)
    first = head[0].lower().strip("“”\"'*_(") if head else ""
    if not first.isalpha() or sentence.is_quoted:
        return ""
    if first not in _UNHEARD:
        return first
    if first not in ("the", "a", "an", "this", "his", "her", "its") or len(head) < 2 or not head[1].isalpha():
        return ""
    second = head[1].lower()
    return "" if second in _WORKS else f"{first} {second}"


def _is_figure(run: list[Sentence]) -> bool:
    """Whether three or more words come again each time, as only a writer who means it does."""
    return len({" ".join(word.lower for word in sentence.words[:3]) for sentence in run}) == 1


def _is_name(sentence: Sentence, doc: Document) -> bool:
    first = sentence.words[0]
    return doc.names.knows(first.text) or doc.names.knows(first.lower)  # “Van Hoytema” is Hoyte van Hoytema
