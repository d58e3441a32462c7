"""Claims of the songs of an album: how many there are, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator

from reviewcli.document import Document, Passage
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.context import blocks_of
from reviewcli.reading.claims.noted import may_claim, noted
from reviewcli.reading.claims.works import is_near, title_key


def find(doc: Document) -> Iterator[Claim]:
    """The number of songs, and the songs in quotation marks.

    Notes need not name every song, so only a number below theirs goes against them.
    """
    from reviewcli.reading.facts.measures import tracks

    yield from tracks(doc)
    notes = doc.notes
    if notes is None or not may_claim(notes, "tracks"):
        return
    songs = tuple(noted(notes, "tracks") or ())
    titles = {title_key(title): title for title in songs}
    own = title_key(notes.title)
    for block in blocks_of(doc):
        for start, end in block.quotations:
            text = block.text[start + 1 : end - 1].rstrip(",.!?;")
            if title_key(text) != own:
                yield from _song(Passage(block, start + 1, start + 1 + len(text)), titles)


def _song(place: Passage, titles: dict[str, str]) -> Iterator[Claim]:
    """A song of the notes, or what is nearly one."""
    key = title_key(place.text)
    near = [title for each, title in titles.items() if is_near(key, each)] if key else []
    if key and key in titles:
        yield held("tracks", place, fits=True)
    elif near:
        yield held("tracks", place, False, near[0], f"The notes call the song “{near[0]}”.", (near[0],))
