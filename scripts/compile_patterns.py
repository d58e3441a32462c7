"""Compile the patterns that rules need, so that no run has to (see `reviewcli.cli._ready_patterns`).

    python scripts/compile_patterns.py

Every rule reads its own examples, and the patterns of that are written beside the bytecode. `make compiled` does
it; an installed program gathers the same over its first runs.
"""

from __future__ import annotations

import sys

import msgspec

from reviewcli.cli._ready_patterns import PATTERNS, ReadyPatterns
from reviewcli.document import Document
from reviewcli.notes import parse_notes
from reviewcli.rules import Good, Rule, all_rules


def main() -> None:
    """Write the file anew."""
    PATTERNS.unlink(missing_ok=True)
    sys.dont_write_bytecode = False
    patterns = ReadyPatterns(PATTERNS)
    patterns.install()
    for rule in all_rules().values():
        read_examples(rule)
    patterns.keep()


def read_examples(rule: type[Rule]) -> None:
    """Let a rule read what it is to find and what it is not."""
    for each in (*rule.bad, *rule.good):
        example = Good(each) if isinstance(each, str) else each
        text = example.notes if example.notes is not None else rule.example_notes
        notes = parse_notes(text, "notes.yaml")[0] if text is not None else None
        doc = Document(example.text.translate({ord(mark): None for mark in "«»"}), notes=notes)
        list(msgspec.convert(dict(example.options), rule, strict=False).check(doc))


if __name__ == "__main__":
    main()
