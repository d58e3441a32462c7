"""Plot or opinion by the words of a sentence: a table of weights, looked up and added.

`scripts/train_plot_opinion.py` makes the table from labelled sentences with the same `traits_of`.
"""

from __future__ import annotations

import functools
import math
import re
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "plot_opinion.txt"
UNIT = 50  # the table's weights are whole numbers: fiftieths of a natural logarithm of odds
STEM = 5

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "—"})


def traits_of(text: str) -> set[str]:
    """What the table may know of a sentence: its words and marks, its pairs of words, the beginnings of words."""
    plain = text.lower().translate(_PLAIN).replace(". . .", "...").replace("…", "...").replace("--", "—")
    tokens = _tokens().findall(plain)
    pairs = map("_".join, zip(["<", *tokens], [*tokens, ">"], strict=True))
    return {*tokens, *pairs, *[f"{token[:STEM]}~" for token in tokens if len(token) > STEM]}


def plot_odds(text: str) -> float:
    """The natural logarithm of the odds that a sentence tells the plot: above 0 it does, below 0 it judges."""
    bias, weights = _table()
    return (bias + sum(map(weights.__getitem__, weights.keys() & traits_of(text)))) / UNIT


def probability(odds: float) -> float:
    """The probability of those odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@functools.cache
def _tokens() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:'[^\W_]+)*|\.\.\.|[?!;:(),\"—]")


@functools.cache
def _table() -> tuple[int, dict[str, int]]:
    """The bias and the weights. A line of the table holds a weight and every trait that has it."""
    weights: dict[str, int] = {}
    bias = 0
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        weight, _, traits = line.partition("\t")
        if weight == "bias":
            bias = int(traits)
        elif traits and weight[:1] != "#":
            value = int(weight)
            for trait in traits.split():
                weights[trait] = value
    return bias, weights
