"""schema.org's words for a review, as JSON-LD for a page's script of type application/ld+json.

The strengths and weaknesses of the notes are positiveNotes and negativeNotes, each an ItemList as Google's page on pros
and cons has it (developers.google.com, 2022-08-05); points that tell a spoiler stay out, and so
do folds of spoilers, since a search engine shows words without folds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.exchange.export.scores import converted
from reviewcli.exchange.export.sections import without_spoilers
from reviewcli.exchange.publish.structured import json_of, structured_review
from reviewcli.notes.model import Points


def _write(reviews: Sequence[Reviewed], asked: Asked) -> str:
    found = [_one(review, asked) for review in reviews]
    if len(found) == 1:
        return _text(found[0])
    for each in found:
        del each["@context"]
    return _text({"@context": "https://schema.org", "@graph": found})


def _one(review: Reviewed, asked: Asked) -> dict[str, Any]:
    notes = review.notes
    data = structured_review(notes, review.title)
    data["@type"] = "CriticReview" if asked.critic else "Review"
    if notes.score and notes.score.value is None:
        data["reviewRating"] = _letter(review, data["reviewRating"], asked)
    data["inLanguage"] = review.language
    data["reviewBody"] = _words(review)
    for key, points in (
        ("positiveNotes", notes.critique.strengths),
        ("negativeNotes", notes.critique.weaknesses),
    ):
        if items := _items(points):
            data[key] = {"@type": "ItemList", "itemListElement": items}
    if notes.tags:
        data["keywords"] = list(notes.tags)
    return data


def _letter(review: Reviewed, rating: dict[str, Any], asked: Asked) -> dict[str, Any]:
    """A letter as a number, which search engines want; the letter is its name."""
    score = review.notes.score
    found = converted(score, 100, 1) if score else None
    if score is None or found is None:
        return rating
    asked.tell(f"{review.path}: {found.remark}.")
    number = {"ratingValue": f"{found.value:g}", "bestRating": "100", "worstRating": "0"}
    return {"@type": "Rating", "name": score.text, **number}


def _words(review: Reviewed) -> str:
    if review.plain:
        return review.body.strip()
    from reviewcli.exchange.publish.text import to_text

    return to_text(without_spoilers(review.body), width=0).strip()


def _items(points: Points) -> list[dict[str, Any]]:
    told = [_sentence(point.text) for point in points if not point.spoiler]
    return [{"@type": "ListItem", "position": place, "name": text} for place, text in enumerate(told, 1)]


def _sentence(text: str) -> str:
    """A line of notes as readers see it: no Markdown, a large letter where the first word has only small ones."""
    from reviewcli.exchange.publish.parsing import parser, plain_inline

    (token,) = parser().parseInline(text)
    plain = plain_inline(token)
    return plain[:1].upper() + plain[1:] if plain.split(" ")[0].islower() else plain


def _text(data: dict[str, Any]) -> str:
    return json_of(data) + "\n"


FORMAT = Format(ending=".json", write=_write, collects=True)
