"""A rule that is a table: what it finds stands in `_data/`, in a file of its name."""

from __future__ import annotations

from reviewcli.document import Document, Passage
from reviewcli.rules import Finding, Iterator, Rule
from reviewcli.rules.spelling._table import slips


class TableRule(Rule, frozen=True):
    """A subclass has a docstring and examples; its name is that of its table."""

    allow: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Finding]:
        for slip in slips(doc):
            if slip.entry.rule != self.id or " ".join(slip.entry.wrong) in self.allow:
                continue
            if self.group == "spelling" or not slip.is_quoted:  # people may talk as they like
                yield self._found(slip.piece, _like(slip.right, slip.piece))

    def _found(self, piece: Passage, right: str) -> Finding:
        message = f"“{piece.text}” should be “{right}” here."
        if not piece.is_verbatim:
            return self.found(piece, message, replacements=(right,))
        return self.found(piece, message, fix=right, safe=False)


def _like(right: str, wrong: Passage) -> str:
    """The right word with the capital of the wrong one and the apostrophe of its paragraph."""
    if "’" in wrong.block.text:
        right = right.replace("'", "’")
    return right[0].upper() + right[1:] if wrong.text[0].isupper() else right
