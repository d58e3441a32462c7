"""An archive as JSON: every fact under the notes' own keys, the score in parts, the words as Markdown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from reviewcli.drafting.front_matter import facts
from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.exchange.export.scores import share_of
from reviewcli.notes.model import Notes


def _write(reviews: Sequence[Reviewed], asked: Asked) -> str:  # noqa: ARG001 — as every format's
    archive = {"version": 1, "reviews": [_one(review) for review in reviews]}
    return json.dumps(archive, ensure_ascii=False, indent=2) + "\n"


def _one(review: Reviewed) -> dict[str, Any]:
    notes = review.notes
    known = {key: value for key, value in facts(notes).items() if key not in ("kind", "title", "score")}
    seen = msgspec.structs.asdict(notes.seen) if notes.seen else {}
    found = {
        "path": review.path,
        "kind": notes.kind,
        "title": notes.title,
        "headline": review.headline,
        **known,
        "ids": dict(notes.ids),
        "seen": {name: value for name, value in seen.items() if value is not None},
        "score": _score(notes),
        "todos": list(review.todos),
    }
    held = {key: value for key, value in found.items() if value not in (None, "", [], {})}
    return {**held, "review": review.body}


def _score(notes: Notes) -> dict[str, Any] | None:
    score = notes.score
    if score is None:
        return None
    share = share_of(score)
    out_of_100 = None if share is None else round(share * 100, 4)
    return {"text": score.text, "value": score.value, "scale": score.scale, "out_of_100": out_of_100}


FORMAT = Format(ending=".json", write=_write, collects=True, splits=False)
