"""What Harper says of edited prose, rule by rule, to be read: the table `engines/data/harper_rules.txt` is made by it.

    scripts/read_harper.py FOLDER... [--rule NAME] [--samples 5]

Prints each rule that is not off with its findings per 100,000 words and what was read of it so far; with `--rule` every
finding of that one, in its sentence. What is right there is counted by eye, and written into the table by hand.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from reviewcli.document import Document
from reviewcli.engines.harper import Harper
from reviewcli.engines.harper_rules import judged


def main() -> None:
    """Read the folders and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rule", help="print every finding of this rule")
    parser.add_argument("--samples", type=int, default=3, help="findings of each rule to print")
    args = parser.parse_args()
    found, words = read(args.folders)
    for rule, places in sorted(found.items(), key=lambda pair: -len(pair[1])):
        if args.rule in (None, rule):
            known = judged().get(rule)
            told = f"{known.state}, {known.right} of {known.read} right" if known else "on, none read"
            print(f"{100_000 * len(places) / max(words, 1):7.2f}  {rule} ({told})")
            for place in places if args.rule else places[: args.samples]:
                print("         ", place)


def read(folders: list[Path]) -> tuple[dict[str, list[str]], int]:
    """The findings of every rule, each as the text round it, and the number of words."""
    harper, words = Harper(), 0
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(path for folder in folders for path in folder.glob("**/*.md")):
        doc = Document(path.read_text(encoding="utf-8"))
        words += len(doc.source.split())
        for finding in harper.check(doc):
            start, end = finding.span.start, finding.span.end
            around = f"{doc.source[max(start - 50, 0) : start]}«{doc.source[start:end]}»{doc.source[end : end + 40]}"
            found[finding.rule.removeprefix("harper/")].append(" ".join(around.split()))
    return found, words


if __name__ == "__main__":
    main()
