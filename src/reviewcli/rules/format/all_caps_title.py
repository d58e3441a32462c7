from __future__ import annotations

from reviewcli.document import BlockKind
from reviewcli.rules import Bad, Block, Document, Finding, Good, Iterator, Passage, Rule, Severity


class AllCapsTitle(Rule, frozen=True):
    """A title or a heading is set in capitals.

    Capitals shout, and they hide how a name is written. A site can set headings in capitals by itself; the text
    keeps its letters. A title that the notes have in capitals (*RRR*) stays.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("# «MERRY CHRISTMAS, MR. LAWRENCE»\n\nHe laughs."),
        Bad("# Her\n\n## «THE VERDICT»\n\nSee it."),
        Bad("In *«THE BIG SLEEP»* he sleeps. See *«THE BIG SLEEP»*.", notes="title: The Big Sleep\n"),
    )
    good = (
        "# *Her* (2013)\n\nIn the USA and on DVD, HBO’s *The Wire*.",
        Good("# RRR\n\n*RRR* is loud.", notes="title: RRR\n"),
        "# M*A*S*H\n\n## Q&A\n\n## TV\n\nHe laughs.",
        "# MASH\n\nHe laughs.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        known = {title for title in doc.names.titles if title.isupper()}
        for block in doc.blocks:
            is_known = any(title in block.text for title in known)
            if block.kind is BlockKind.HEADING and not is_known and _shouts(block):
                yield self.found(block.whole, "The heading is in capitals. Write it as the name is written.")
        title = doc.notes.title if doc.notes else ""
        shouted = title.upper()
        if title.isupper() or len(title.split()) < 2 or shouted not in doc.source:
            return
        for block in doc.prose:
            start = block.text.find(shouted)
            while start >= 0:
                place = Passage(block, start, start + len(shouted))
                yield self.found(
                    place, f"The title is in capitals; it is written {title}.", replacements=(title,)
                )
                start = block.text.find(shouted, place.end)


def _shouts(block: Block) -> bool:
    """Whether two words or more of it are in capitals and none is not; TV, DVD and Q&A are no words."""
    words = [word.text for word in block.words if any(map(str.isalpha, word.text))]
    return block.text.isupper() and sum(len(word) > 2 for word in words) >= 2
