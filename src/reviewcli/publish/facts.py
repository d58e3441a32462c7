"""What a draft's front matter knows of the review."""

from __future__ import annotations

from reviewcli.document.front_matter import read_front_matter
from reviewcli.notes.front_matter import notes_from_front_matter
from reviewcli.notes.model import Notes
from reviewcli.publish.matter import MatterRules, edited_matter


def facts_in(text: str, rules: MatterRules) -> Notes | None:
    """The facts of a draft's own front matter; a house's names for its keys are ours again here."""
    ours = {name: key for key, name in rules.rename.items()}
    matter = read_front_matter(edited_matter(text, MatterRules(rename=ours)))
    return notes_from_front_matter(matter.text) if matter and matter.language == "yaml" else None
