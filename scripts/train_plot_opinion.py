"""Train src/reviewcli/reading/outline/data/plot_opinion.txt: how much each word speaks for plot or for opinion.

    python scripts/train_plot_opinion.py FOLDER             # writes the table
    python scripts/train_plot_opinion.py FOLDER --measure   # cross-validates only

FOLDER holds plot.txt and opinion.txt, a sentence a line: the subjectivity dataset v1.0 of Bo Pang and Lillian Lee
(“A Sentimental Education”, ACL 2004; CC BY 4.0). The first 3,000 lines of each are learnt from, lines 3,001 to 4,000
measured on. Nothing is downloaded. The settings were chosen by cross-validation inside the first 3,000.

Method: the log odds of every trait by its counts (naive Bayes), each then scaled by a factor that logistic
regression learns, so that traits that say the same are not counted twice (Wang and Manning, 2012).
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from reviewcli.reading.outline.word_weights import TABLE, UNIT, traits_of

Labelled = tuple[list[str], bool]  # the traits of a sentence, and whether it tells the plot

LEARNT, MEASURED = slice(0, 3000), slice(3000, 4000)
FOLDS = 10
ROUNDS = 8
RATE = 0.3
FIRST_FACTOR = 0.2
DECAY = 0.001  # of a factor, each time that it is learnt
LEAST_WEIGHT = 8  # smaller ones cost the table's loading more than they are worth
FEWEST_PAIRS = 2  # a pair of words that stands once says nothing

HEADER = """\
# Plot or opinion: how much each word (word), each pair of neighbours (one_next, < and > are the ends) and each
# beginning of a word (begin~) speaks for plot (above 0) or opinion (below), in {unit}ths of log odds. A line: the
# weight, then all that have it. Made by scripts/train_plot_opinion.py from the first 3,000 lines each of plot.txt and
# opinion.txt of the subjectivity dataset v1.0, Bo Pang and Lillian Lee, 2004, licensed under CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/); the sentences were counted, none is kept.
# Right: {crossed:.3f} of sentences in ten-fold cross-validation inside these, {measured:.3f} on lines 3,001-4,000
# of each. Those are sentences of summaries and of snippets of reviews; whole reviews mix the two more finely.
"""


def main() -> None:
    """Train and write the table, or only measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--measure", action="store_true", help="cross-validate, write nothing")
    arguments = parser.parse_args()
    learnt = labelled(arguments.folder, LEARNT)
    crossed = cross_validated(learnt)
    print(f"cross-validated: {crossed:.4f}")
    if arguments.measure:
        return
    bias, weights = train(learnt)
    measured = accuracy(bias, weights, labelled(arguments.folder, MEASURED))
    print(f"lines 3,001-4,000: {measured:.4f}; {len(weights)} weights")
    write(bias, weights, HEADER.format(unit=UNIT, crossed=crossed, measured=measured))


def labelled(folder: Path, lines: slice) -> list[Labelled]:
    """The traits of those lines of both files."""
    return [
        (sorted(traits_of(line)), name == "plot")
        for name in ("plot", "opinion")
        for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()[lines]
    ]


def cross_validated(data: Sequence[Labelled]) -> float:
    """The share that is right when each tenth is judged by what the others teach."""
    mixed = list(data)
    random.Random(3).shuffle(mixed)
    shares = []
    for fold in range(FOLDS):
        rest = [each for number, each in enumerate(mixed) if number % FOLDS != fold]
        shares.append(accuracy(*train(rest), mixed[fold::FOLDS]))
    return sum(shares) / FOLDS


def accuracy(bias: int, weights: dict[str, int], data: Sequence[Labelled]) -> float:
    """The share of sentences on the right side of zero."""
    right = sum(
        (bias + sum(weights.get(trait, 0) for trait in traits) > 0) == is_plot for traits, is_plot in data
    )
    return right / len(data)


def train(data: Sequence[Labelled]) -> tuple[int, dict[str, int]]:
    """The bias and the weights, in whole units, without the smallest."""
    odds = naive_bayes(data)
    rows = [([trait for trait in traits if trait in odds], is_plot) for traits, is_plot in data]
    factors = dict.fromkeys(odds, FIRST_FACTOR)
    seen = dict.fromkeys(odds, 1.0)
    bias = 0.0
    order = random.Random(1)
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for traits, is_plot in rows:
            score = bias + sum(factors[trait] * odds[trait] for trait in traits)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - is_plot
            for trait in traits:
                slope = error * odds[trait] + DECAY * factors[trait]
                seen[trait] += slope * slope
                factors[trait] -= RATE * slope / math.sqrt(seen[trait])
            bias -= RATE * 0.05 * error
    weights = {trait: round(factors[trait] * odds[trait] * UNIT) for trait in odds}
    return round(bias * UNIT), {
        trait: weight for trait, weight in weights.items() if abs(weight) >= LEAST_WEIGHT
    }


def naive_bayes(data: Sequence[Labelled]) -> dict[str, float]:
    """The log odds of plot that each trait gives by its counts, smoothed by one."""
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for traits, is_plot in data:
        counts[is_plot].update(traits)
    sentences = Counter(is_plot for _, is_plot in data)
    return {
        trait: math.log((counts[True][trait] + 1) / (sentences[True] + 2))
        - math.log((counts[False][trait] + 1) / (sentences[False] + 2))
        for trait, number in sorted((counts[True] + counts[False]).items())
        if number >= FEWEST_PAIRS or "_" not in trait
    }


def write(bias: int, weights: dict[str, int], header: str) -> None:
    """The table: a line for each weight."""
    by_weight: dict[int, list[str]] = defaultdict(list)
    for trait, weight in sorted(weights.items()):
        by_weight[weight].append(trait)
    lines = [f"{weight}\t{' '.join(traits)}" for weight, traits in sorted(by_weight.items())]
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(f"{header}bias\t{bias}\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
