"""What a profile asks of the numbers of a review: ranges, from the options of its rules."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.settings.config import LoadedConfig

_RULES = ("length-out-of-range", "readability")


class Range(msgspec.Struct, frozen=True):
    """The least and the most that a number may be; None where there is no such end."""

    least: float | None = None
    most: float | None = None

    def holds(self, value: float) -> bool:
        """Whether a number lies in it."""
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)

    def __str__(self) -> str:
        if self.least is not None and self.most is not None:
            return f"{self.least:,g} to {self.most:,g}"
        return f"{self.least:,g} or more" if self.least is not None else f"up to {self.most:,g}"


def ranges_asked(
    doc: Document, loaded: LoadedConfig, flag: str | None, place: Path | None
) -> tuple[dict[str, Range], str | None]:
    """What its profile and its config ask of a draft, and the name of that profile.

    Args:
        doc: the draft, which may name its profile.
        loaded: its config.
        flag: the profile that a flag names before them.
        place: where the draft lies.

    Raises:
        ReviewError: there is no such profile.
    """
    from reviewcli.linting.profiles import Profile, load_profile
    from reviewcli.rules._choice import merge_settings
    from reviewcli.settings.config import named_profile

    own = doc.review_settings.get("profile")
    name = named_profile(loaded, flag, own if isinstance(own, str) else None, place)
    profile = load_profile(name) if name else Profile()
    return ranges_of(merge_settings(profile.rules, loaded.config.rules)), name


def ranges_of(settings: Mapping[str, Any]) -> dict[str, Range]:
    """The ranges, by the name of the number, that settings of rules give; without any those of the rules' defaults.

    Raises:
        ExceptionGroup: of a `ReviewError` for each option that does not suit its rule.
    """
    from reviewcli.rules._choice import Choice, choose_rules

    asked = {name: setting for name, setting in settings.items() if name in _RULES}
    rules: dict[str, Any] = {rule.id: rule for rule in choose_rules(Choice(settings=asked, select=_RULES))}
    found: dict[str, Range] = {}
    if (length := rules.get("length-out-of-range")) and (length.min_words or length.max_words):
        found["words"] = Range(length.min_words or None, length.max_words or None)
    if hard := rules.get("readability"):
        found["flesch_reading_ease"] = Range(least=hard.ease)
        found["flesch_kincaid_grade"] = Range(most=hard.grade)
    return found
