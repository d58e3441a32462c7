"""A score in the front matter and another in the text: where the notes have none, one file would say both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Document
from reviewcli.document.directives import front_matter_names
from reviewcli.notes.model import Score
from reviewcli.notes.works import score_of
from reviewcli.texts.findings import Span

# Where something stands, what is said of it, and what to do.
Told = tuple[int, tuple[str, str | None]]

_SILENCED_BY = ("score-mismatch", "facts")
_ENTRY = r"^(?:score|rating|grade|stars)[ \t]*[:=][ \t]*[\"']?([^\"'\n#]+)"


def two_scores(doc: Document) -> Iterator[Told]:
    """The scores of the text that are not the one of the front matter, but for those that a directive silences."""
    matter = doc.front_matter
    if matter is None or any(name.text in _SILENCED_BY for name in front_matter_names(doc)):
        return
    entries = [match[1].strip() for match in re.finditer(_ENTRY, matter.text, re.MULTILINE)]
    scores = [score for text in entries if (score := score_of(text))]
    if not scores:
        return
    from reviewcli.reading.claims.scores import given

    for place, said in given(doc):
        if not any(_may_be(said, score) for score in scores) and not _is_silent(doc, place.span):
            told = f"The front matter has {scores[0].text}, not {place.text}."
            yield place.span.start, (told, "Change one of them.")


def _is_silent(doc: Document, span: Span) -> bool:
    from reviewcli.rules._reach import reach_of

    return reach_of(doc).is_silent(span, _SILENCED_BY)


def _may_be(said: Score, score: Score) -> bool:
    """Whether two scores are the same, or cannot be compared."""
    if said.value is None or score.value is None:
        same = _letter(said) == _letter(score)
        return same or said.value is not None or score.value is not None
    if said.scale and score.scale:
        return abs(said.value / said.scale - score.value / score.scale) < 0.001
    return said.value == score.value


def _letter(score: Score) -> str:
    return score.text.replace("−", "-").replace("–", "-").upper()
