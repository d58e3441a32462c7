"""Our own rules, one file each: the folder is the group, the file's name is the id.

This is all that a rule imports. A new rule is a new file and nothing else.
"""

from collections.abc import Iterator

from reviewcli.document import Block, Document, Passage, Sentence, Word
from reviewcli.rules._rule import GROUPS, Bad, Good, Rule, all_rules, rule_class, rule_groups
from reviewcli.texts.findings import Finding, Severity, Span

__all__ = [
    "GROUPS",
    "Bad",
    "Block",
    "Document",
    "Finding",
    "Good",
    "Iterator",
    "Passage",
    "Rule",
    "Sentence",
    "Severity",
    "Span",
    "Word",
    "all_rules",
    "rule_class",
    "rule_groups",
]
