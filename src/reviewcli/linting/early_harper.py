"""Harper begins to load before anything else is imported, where a run will need it for sure.

Its construction is most of a run and needs nothing of the rest, which is therefore imported after this. Where there
is a config, that has to be read first: it may want no Harper, or another English.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reviewcli.settings.places import nearest_config
from reviewcli.texts.files import STDIN, is_folder

if TYPE_CHECKING:
    from reviewcli.settings.flags import LintOptions
    from reviewcli.texts.store import Store


def load_for(
    paths: list[str] | None, flags: LintOptions, store: Store | None, *, config: str | None, isolated: bool
) -> None:
    """Begin to load Harper for a draft of which nothing is kept.

    Args:
        paths: the drafts that are named; None for standard input.
        flags: what the flags of the run say.
        store: where results are kept, None where none are.
        config: the file that `--config` names.
        isolated: whether no config is read.
    """
    if not is_wanted(flags.grammar, config=config, isolated=isolated):
        return
    if store:
        from reviewcli.engines.paragraphs import shelf_key

        paths = paths or [STDIN]
        if len(paths) > 1 or is_folder(Path(paths[0])) or store.has(shelf_key(paths[0])):
            return
    load(flags.dialect)


def is_wanted(grammar: str | None, *, config: str | None, isolated: bool) -> bool:
    """Whether the flags, and no config, ask for Harper."""
    if grammar in ("off", "languagetool") or config:
        return False
    return isolated or nearest_config(Path.cwd()) is None


def load(dialect: str | None) -> None:
    """Begin to load Harper beside whatever comes next."""
    from reviewcli.engines import harper

    harper.warm(dialect or "")
