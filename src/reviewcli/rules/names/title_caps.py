from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule


class TitleCaps(Rule, frozen=True):
    """The title has other capitals than in the notes.

    Looked at where it is marked as a title, in italics or quotation marks; all capitals are left alone.
    """

    needs_notes = True
    example_notes = "title: The Man Who Wasn't There\n"
    bad = (
        Bad("*«The man Who Wasn't There»* is dark.", fixed="*The Man Who Wasn't There* is dark."),
        Bad("# *«The man Who Wasn't There»*\n\nDark.", fixed="# *The Man Who Wasn't There*\n\nDark."),
        Bad("“«The Man who Wasn’t There»” is dark.", fixed="“The Man Who Wasn't There” is dark."),
    )
    good = (
        "*The Man Who Wasn't There*, *The Man Who Wasn’t There*, *THE MAN WHO WASN'T THERE*.",
        "# The man who wasn't there\n\nA heading with the sentence's capitals.",
        "He is the man who wasn't there. He is *the Man Who Wasn't There* guy.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.notes is None or " " not in doc.notes.title:
            return
        title = doc.notes.title
        pattern = re.escape(title.replace("’", "'")).replace("'", "['’]")
        for block in (*doc.prose, *((doc.title,) if doc.title else ())):
            for place in block.whole.find(rf"(?<!\w){pattern}(?!\w)"):
                if _is_marked(place) and place.is_verbatim and _has_other_capitals(place.text, title):
                    yield self.found(place, f"The notes write the title “{title}”.", fix=title)


def _is_marked(place: Passage) -> bool:
    """Whether it stands in italics or quotation marks, with nothing else in them."""
    return any(
        start <= place.start and place.end <= end and end - start <= len(place.text) + 3
        for start, end in (*place.block.emphasis, *place.block.quotations)
    )


def _has_other_capitals(text: str, title: str) -> bool:
    plain, right = text.replace("’", "'"), title.replace("’", "'")
    if plain.isupper() or plain == right:
        return False
    # A small article at the beginning is no part of the title as the sentence has it.
    return not plain[0].islower() or plain[1:] != right[1:]
