"""The YAML of notes, so that what they say can be shown where it stands."""

from __future__ import annotations

from reviewcli.texts.yaml.nodes import Mapping_


class Marked:
    """What notes were read from: the top node, its source, and the line of the file that this begins at.

    Neither node nor source is there for notes that were made otherwise.

    Any two are equal: notes that say the same are the same, wherever they stand.
    """

    __slots__ = ("first_line", "node", "source")

    def __init__(self, node: Mapping_ | None = None, source: str = "", first_line: int = 1) -> None:
        self.node, self.source, self.first_line = node, source, first_line

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Marked)

    def __hash__(self) -> int:
        return hash(Marked)


UNMARKED = Marked()
