"""Which of Harper's rules are off, and why; which are about spelling, and which find mechanical slips."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

import msgspec

# Whole kinds that are taste. What other kinds hold is chosen rule by rule below.
KINDS_OFF = {
    "Readability": "long sentences are a rule of ours, with the house's own limit",
    "Style": "taste; our wording rules say it, as suggestions",
    "Redundancy": "taste; our wording rules say it, as suggestions",
    "Regionalism": "a word of another region is no slip",
}

# Findings on one word or compound that the word lists decide, so that names and known words are let through.
SPELLING = frozenset({"MergeWords", "SpellCheck", "SplitWords", "The"})

# Slips that need no explanation: the message says what it should be.
MECHANICAL = frozenset({"CommaFixes", "HadOf", "ModalOf", "Spaces"})


class Judged(msgspec.Struct, frozen=True):
    """What was decided of a rule, why, and how many of its findings were read and found right."""

    state: str  # off, suggestion, on
    reason: str
    read: int
    right: int


@functools.cache
def judged() -> Mapping[str, Judged]:
    """The rules of `data/harper_rules.txt`; any other is on."""
    found: dict[str, Judged] = {}
    state = reason = ""
    for line in (
        Path(__file__).with_name("data").joinpath("harper_rules.txt").read_text(encoding="utf-8").splitlines()
    ):
        if line.startswith("  "):
            rule, *counts = line.split()
            read, right = map(int, counts or ("0", "0"))
            found[rule] = Judged(state, reason, read, right)
        elif not line.startswith("#"):
            state, _, reason = line.partition(": ")
    return found


def rules_off() -> tuple[str, ...]:
    """Every rule that is off by name."""
    return tuple(rule for rule, it in judged().items() if it.state == "off")


def is_suggestion(rule: str) -> bool:
    """Whether what the rule says is worth a look and no more."""
    return rule in judged() and judged()[rule].state == "suggestion"
