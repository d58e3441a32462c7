"""What an engine is: a whole checker of language, and how it fails."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from reviewcli.texts.errors import ReviewError

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.texts.findings import Finding


class EngineError(ReviewError):
    """An engine failed on a text; what other checks say of it stands.

    Args:
        message: what is wrong.
        hint: what to do about it.
        is_gone: whether there is no use in asking it again.
    """

    def __init__(self, message: str, hint: str | None = None, *, is_gone: bool = False) -> None:
        super().__init__(message, hint=hint)
        self.is_gone = is_gone


class Engine(Protocol):
    """A whole grammar checker. It never dies on a text: what it cannot read, it passes over.

    `in_process` says that it works in this process, and in one that is forked from it.
    """

    name: str
    in_process: bool

    def check(self, doc: Document) -> Iterable[Finding]:
        """Everything that it finds in the document, in the order of the text.

        Raises:
            EngineError: it failed, when it was asked or while its findings are taken.
        """

    def close(self) -> None:
        """Let go of what it holds; it checks nothing after that."""
