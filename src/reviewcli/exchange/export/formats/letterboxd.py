"""Letterboxd's import file: a row for each film, for https://letterboxd.com/import/.

The columns are those of letterboxd.com/about/importing-data, which takes them in any order. That `Rewatch` is `true`
or `false`, that no blank stands behind a comma, and that the importer takes files of up to 1 MB, is what public
programs that write such files say as well (plex and Tautulli exporters that split them at 900,000 bytes).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.exchange.export.cells import table
from reviewcli.exchange.export.few_tags import in_few_tags
from reviewcli.exchange.export.page import is_day
from reviewcli.exchange.export.scores import Converted, converted, is_of_stars
from reviewcli.exchange.export.sections import without_empty_sections, without_score
from reviewcli.notes.kinds import KINDS

_LARGEST = 1_000_000


def _write(reviews: Sequence[Reviewed], asked: Asked) -> str:
    in_stars = all(is_of_stars(each.notes.score) for each in reviews if each.notes.score)
    for each in reviews:
        if re.search(r"\[!spoiler\]|<details|\{\{<\s*spoiler", each.body):
            asked.tell(
                f"{each.path}: tells a spoiler that the site shows to all, until you tick its box for that."
            )
    rows = [_row(each, in_stars, asked) for each in reviews]
    # A file has one column for marks: the importer says nothing of rows that fill now this one, now that.
    without = {"Rating10" if in_stars else "Rating"}
    without |= {name for name in ("LetterboxdURI", "tmdbID", "imdbID") if not any(row[name] for row in rows)}
    return table([{name: cell for name, cell in row.items() if name not in without} for row in rows])


def _row(review: Reviewed, in_stars: bool, asked: Asked) -> dict[str, str]:
    notes = review.notes
    rating = _rating(review, in_stars, asked)
    mark = f"{rating.value:g}" if rating else ""
    return {
        "LetterboxdURI": notes.ids.get("letterboxd", ""),
        "tmdbID": _id(review, "tmdb", r"[0-9]+", asked),
        "imdbID": _id(review, "imdb", r"tt[0-9]+", asked),
        "Title": notes.title,
        "Year": str(notes.year or ""),
        "Directors": ", ".join(person.name for person in notes.directors),
        "Rating": mark if in_stars else "",
        "Rating10": "" if in_stars else mark,
        "WatchedDate": _watched(review, asked),
        "Rewatch": ("true" if notes.seen.rewatch else "false") if notes.seen else "",
        "Tags": ", ".join(" ".join(tag.replace(",", " ").split()) for tag in notes.tags),
        "Review": _words(review, rating),
    }


def _id(review: Reviewed, name: str, form: str, asked: Asked) -> str:
    """The film's number in a database; what is none would make the importer miss the film."""
    text = review.notes.ids.get(name, "")
    if text and not re.fullmatch(form, text):
        asked.tell(f"{review.path}: “{text}” is no number of {name}; the row has none.")
        return ""
    return text


def _rating(review: Reviewed, in_stars: bool, asked: Asked) -> Converted | None:
    score = review.notes.score
    if score is None:
        return None
    best, step = (5, 0.5) if in_stars else (10, 1)
    found = converted(score, best, step, least=step)
    if found is None:
        asked.tell(f"{review.path}: “{score.text}” is no mark out of ten; the row has none.")
    elif found.remark:
        asked.tell(f"{review.path}: {found.remark}.")
    return found


def _words(review: Reviewed, rating: Converted | None) -> str:
    """The review in the site's tags; its score is not said again, unless the row has it only roughly."""
    if review.plain:
        return review.body.strip()
    score = review.notes.score
    if score is None or rating is None or rating.remark:
        return in_few_tags(_without_shortcodes(review.body))
    body = without_score(review.body, score)
    return in_few_tags(_without_shortcodes(body if body == review.body else without_empty_sections(body)))


def _without_shortcodes(body: str) -> str:
    return re.sub(r"\{\{<\s*/?\s*spoiler\s*>\}\}", "", body)


def _watched(review: Reviewed, asked: Asked) -> str:
    date = (review.notes.seen.date if review.notes.seen else None) or ""
    if date and not is_day(date):
        said = f"“{date}” is no day for a diary; the row has none. 2026-11-20 is one."
        asked.tell(f"{review.path}: {said}")
        return ""
    return date


FORMAT = Format(
    ending=".csv",
    write=_write,
    collects=True,
    splits=False,
    is_for=lambda notes: "letterboxd" in KINDS[notes.kind].diaries,
    largest=_LARGEST,
)
