from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Severity, Span

# What chat programs put into the links and notes of their answers.
_TRACES = (
    ":contentReference[oaicite",
    "oai_citation",
    "turn0search",
    "utm_source=chatgpt.com",
    "utm_source=openai",
)


class ChatLeftover(Rule, frozen=True):
    """A line of the talk with a chat program stands in the review.

    “Here is a review of …:” or “Let me know if you'd like any changes” was said to the writer and not to the
    readers. Take it out, and read what stands around it once more.
    """

    severity = Severity.ERROR
    instead_of = ("ai-vocabulary", "cliche")
    bad = (
        Bad("«Certainly! Here is a» short review of *Her*.\n\nHe writes letters."),
        Bad("«Here's a 300-word review of Her:»\n\nHe writes letters."),
        Bad("«As an AI language model, I» have seen no films. He writes letters. «I hope this helps»!"),
        Bad("He writes letters.\n\n«Let me know if you’d like me to» shorten it."),
        Bad("He writes letters.[^1]\n\n[^1]: <https://example.org/?«utm_source=chatgpt.com»>"),
    )
    good = (
        "As an AI, Samantha has no body. As an AI assistant, she sorts his mail.",
        "I hope this helps her career. Here is a review that I never wrote: it was too long.",
        "“As an AI language model, I cannot love you,” she says.",
        "> I hope this helps!\n\nSo ends the letter.",
        "Let me know if you liked it. Sure, here comes the twist. Of course, here is where it stops.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.phrases import phrases_of

        for match in phrases_of(doc):
            if match.category == "chat" and not match.passage.is_quoted and _is_talk(match.passage):
                text = " ".join(match.passage.text.split())
                yield self.found(match.passage, f"“{text}” was said to you, not to the readers. Take it out.")
        for trace in _TRACES:
            start = doc.source.find(trace)
            while start >= 0:
                yield self.found(
                    Span(start, start + len(trace)), f"“{trace}” is left from a chat program. Take it out."
                )
                start = doc.source.find(trace, start + 1)


def _is_talk(phrase: Passage) -> bool:
    """Whether it can only be said in a chat: what a review may say as well must stand as a chat has it."""
    lower = phrase.text.lower()
    if lower.startswith("here"):
        return phrase.start == 0 and not phrase.block.text[phrase.end :].strip()
    if lower.startswith("i hope"):
        return phrase.block.text[phrase.end : phrase.end + 1] in ("", ".", "!")
    if "here" in lower:
        return phrase.start == 0
    return True
