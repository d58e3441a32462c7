"""Notes in a draft's own front matter, whose keys are those of notes."""

from __future__ import annotations

import re
from typing import Any

from reviewcli.notes.kinds import DEFAULT, KEYS
from reviewcli.notes.marked import Marked
from reviewcli.notes.model import Notes
from reviewcli.notes.reading import Reading
from reviewcli.texts.yaml.nodes import Mapping_, Scalar
from reviewcli.texts.yaml.reading import parse_yaml


def notes_from_front_matter(text: str) -> Notes | None:
    """The notes that front matter holds, None without a title.

    Front matter is written for many programs: keys that are not ours and values that do not fit count for
    nothing.
    """
    node = parse_yaml(text).node
    if not isinstance(node, Mapping_):
        return None
    reading = Reading(text)
    values: dict[str, Any] = {}
    for key, value in node.entries:
        known = KEYS.get(key.text)
        if known is None or value.is_absent or (key.text == "title" and not isinstance(value, Scalar)):
            continue
        result = known.shape.read(reading, value)
        if result is not None:
            values[key.text] = result
    if "title" not in values:
        return None
    title, year = title_and_year(values["title"])
    return Notes(
        **{**values, "title": title, "year": values.get("year", year), "kind": values.get("kind", DEFAULT)},
        marked=Marked(node, text, first_line=2),  # behind the fence
    )


def title_and_year(text: str) -> tuple[str, int | None]:
    """A title without the year that follows it in parentheses, and that year: `Batman Begins (2005)`."""
    match = re.fullmatch(r"(.+?)\s*\(((?:18|19|20)[0-9]{2})\)", text.strip(), re.DOTALL)
    return (match[1], int(match[2])) if match else (text, None)
