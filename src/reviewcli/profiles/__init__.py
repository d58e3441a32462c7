"""Profiles: what a house asks of a kind of review, as settings of rules. Each is one YAML file here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reviewcli.errors import ReviewError

_FOLDER = Path(__file__).parent


def profile_names() -> list[str]:
    """The names of the profiles, sorted."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml"))


def load_profile(name: str) -> dict[str, Any]:
    """The rule settings of a profile, as `Choice.settings` has them.

    Raises:
        ReviewError: when there is no profile of that name.
    """
    from reviewcli.marked_yaml import plain_value, read_yaml

    if name not in profile_names():
        from reviewcli.nearest import did_you_mean

        hint = did_you_mean(name, profile_names(), f"There are {', '.join(profile_names())}.")
        raise ReviewError(f"There is no profile “{name}”.", hint=hint)
    path = _FOLDER / f"{name}.yaml"
    node = read_yaml(path.read_text(encoding="utf-8"), str(path))
    settings: dict[str, Any] = plain_value(node)["rules"] if node else {}
    return settings
