"""What a draft's front matter knows of the review."""

from __future__ import annotations

from typing import Any

from reviewcli.document.front_matter import read_front_matter
from reviewcli.drafting.house.matter import edited_matter
from reviewcli.notes.front_matter import notes_from_front_matter
from reviewcli.notes.model import Notes
from reviewcli.settings.front_matter import MatterRules


def facts_in(text: str, rules: MatterRules) -> Notes | None:
    """The facts of a draft's own front matter; a house's names for its keys are ours again here."""
    ours = {name: key for key, name in rules.rename.items()}
    matter = read_front_matter(edited_matter(text, MatterRules(rename=ours)))
    if matter is None:
        return None
    return notes_from_front_matter(matter.text if matter.language == "yaml" else _from_toml(matter.text))


def _from_toml(text: str) -> str:
    """TOML as YAML; nothing where it is not TOML."""
    import tomllib

    from reviewcli.texts.yaml.writing import value_lines

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return ""
    return "".join(value_lines(_plain(values)))


def _plain(value: Any) -> Any:
    """Dates and times of TOML as the texts that they are written as."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value if isinstance(value, str | int | float) else str(value)
