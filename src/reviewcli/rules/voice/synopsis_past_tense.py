from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.voice._tense import PAST, PRESENT, Clause, main_clause

# What parts the past of the story from the story: a year, a time before it, a memory.
_BEFORE = (
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:ago|before|earlier|(?<!at )once|previously|formerly|originally|already|since|decades?"
    r"|childhood|born|grew up|used to|as a (?:child|boy|girl|teenager|young)|years later|during the war|flashbacks?"
    r"|when (?:he|she|they) (?:was|were)|last (?:year|night|week))\b"
)
_OF_THE_WORK = (
    r"\b(?:film|movie|picture|director|writer|screenwriter|author|novel|critics?|audiences?|viewers?|release[ds]?|studio"
    r"|cast|production|screenplay|script|I|we|me|my|actors?|actress|shot|filmed|directed|starred|remake|sequel|franchise)\b"
)


class SynopsisPastTense(Rule, frozen=True):
    """The story is told in the past, or falls into it.

    A story happens each time it is seen or read, so its synopsis is told in the present; the past is left for
    what was before the story. Marked are main verbs in the past where a synopsis has `fewest` of them or more.
    Sentences with a year, a memory or a “had” are left alone, and so are kinds whose events did happen, as a
    documentary. Where no heading marks the synopsis, it is a suggestion.
    """

    bad = (
        Bad(
            "# Her\n\n## Synopsis\n\nTheodore writes letters for others. He «installed» the system and she named "
            "herself. They talk all night. Theodore «fell» in love with her. Then she grows away from him."
        ),
        Bad(
            "# Her\n\n## Synopsis\n\nTheodore «wrote» letters for others. He «installed» the system. Samantha «named» "
            "herself at once. Theodore «fell» in love with her.\n\n## Verdict\n\nSee it."
        ),
    )
    good = (
        "# Her\n\n## Synopsis\n\nTheodore writes letters. He installs the system. They talk. He falls in love.",
        (
            "# Her\n\n## Synopsis\n\nTheodore writes letters. His wife left him a year ago. They married before he "
            "was known. In 1999 they met. He was a boy. He had hoped for more. She talks."
        ),
        Good(
            "# Man\n\n## Synopsis\n\nTreadwell lived with bears. He filmed them. He gave them names. He loved them.",
            notes="title: Man\nkind: documentary\n",
        ),
        "I walked home. I loved it. The crowd cheered. The man beside me slept. We left.",
        "# Her\n\n## Synopsis\n\n“She left me. He lied. They sang. She ran,” he says. He waits. He lies. He falls.",
    )

    fewest: int = 2

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.notes.kinds import KINDS

        if doc.notes and KINDS[doc.notes.kind].has_happened:
            return
        clauses = list(_told(doc))
        if sum(clause.tense == PAST and not clause.is_helper for clause in clauses) < self.fewest:
            return
        clauses = [clause for clause in clauses if _is_of_the_story(clause.verb.sentence.text)]
        is_headed = any(section.name == "synopsis" for section in doc.sections)
        if not is_headed:
            clauses = _among_present(clauses)
        past = [clause for clause in clauses if clause.tense == PAST and not clause.is_helper]
        if len(past) < self.fewest or len(clauses) < 4:
            return
        for clause in past:
            now = _present(clause)
            yield self.found(
                clause.verb,
                f"“{clause.verb.text}” is in the past; a synopsis is told in the present"
                + (f": {now}." if now else "."),
                replacements=(now,) if now else (),
                severity=None if is_headed else Severity.SUGGESTION,
            )


def _among_present(clauses: list[Clause]) -> list[Clause]:
    """Those of paragraphs that are mostly in the present: without a heading a paragraph may tell of the shoot."""
    tenses: dict[int, list[str]] = {}
    for clause in clauses:
        tenses.setdefault(id(clause.verb.block), []).append(clause.tense)
    return [
        clause
        for clause in clauses
        if tenses[id(clause.verb.block)].count(PRESENT) > 2 * tenses[id(clause.verb.block)].count(PAST)
    ]


def _told(doc: Document) -> Iterator[Clause]:
    """The clauses of the synopsis."""
    from reviewcli.reading.outline import outline_of
    from reviewcli.reading.tagging import tagged

    outline = outline_of(doc)
    starts = {
        (id(paragraph.block), each.sentence.start)
        for paragraph in outline.paragraphs
        if paragraph.section == "synopsis" and not paragraph.block.in_quote
        for each in paragraph.sentences
        if outline.has_headings or each.plot > 0.7
    }
    for tokens in tagged(doc):
        if not tokens:
            continue
        sentence = tokens[0].sentence
        if (id(sentence.block), sentence.start) not in starts:
            continue
        if clause := main_clause(tokens):
            yield clause


def _is_of_the_story(sentence: str) -> bool:
    """Whether a sentence tells neither of the work nor of a time before the story."""
    return not (re.search(_BEFORE, sentence) or re.search(_OF_THE_WORK, sentence))


def _present(clause: Clause) -> str | None:
    from reviewcli.reading.tagging.forms import plain, third_person

    verb = plain(clause.verb.lower, "d")
    if verb is None:
        return None
    if clause.pronoun:
        return verb if clause.pronoun.lower == "they" else third_person(verb)
    return verb if clause.subject and clause.subject.number == "many" else third_person(verb)
