"""What governs a draft: the flags over its config over its profile, worked out once for all drafts that share them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reviewcli.linting.profiles import Profile
from reviewcli.rules._choice import Choice, merge_settings, named_places
from reviewcli.settings.config import LoadedConfig, named_profile
from reviewcli.settings.servers import server_of

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.settings.flags import LintOptions
    from reviewcli.texts.files import Source


class InForce(msgspec.Struct, frozen=True, kw_only=True):
    """What governs a draft.

    Args:
        loaded: its config.
        profile: the name of its profile.
        profile_files: what was read for that.
        choice: which rules run, and with which options.
        grammar: which engines run.
        languagetool_url: the address of a server.
        dialect: the English that is right; None for any.
    """

    loaded: LoadedConfig
    profile: str | None
    profile_files: tuple[Path, ...]
    choice: Choice
    grammar: str
    languagetool_url: str | None
    dialect: str | None


def in_force(loaded: LoadedConfig, name: str | None, profile: Profile, flags: LintOptions) -> InForce:
    """What governs the drafts of a config that are judged by a profile, which has that name."""
    config = loaded.config
    dialect = flags.dialect or config.dialect or profile.dialect
    settings = merge_settings(profile.rules, config.rules) if name is not None else config.rules
    if dialect:
        settings = merge_settings({"spelling-variant": {"dialect": dialect}}, settings)
    choice = Choice(
        settings=settings,
        select=flags.select or config.select,
        extend_select=flags.extend_select,
        ignore=(*config.ignore, *flags.ignore),
        places={**profile.places, **named_places(loaded.places)},
    )
    return InForce(
        loaded=loaded,
        profile=name,
        profile_files=profile.files,
        choice=choice,
        grammar=flags.grammar or config.grammar,
        languagetool_url=server_of(loaded, flags),
        dialect=dialect,
    )


def profile_of(loaded: LoadedConfig, flag: str | None, doc: Document, source: Source) -> str | None:
    """The name of a draft's profile: the flag's, the draft's own, the config's."""
    own = doc.review_settings.get("profile")
    return named_profile(loaded, flag, own if isinstance(own, str) else None, source.place)
