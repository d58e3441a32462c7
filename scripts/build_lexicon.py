"""Rebuild src/reviewcli/reading/tagging/lexicon.txt: what each common English word may be, and in which form.

    pip install --no-deps lemminflect textblob          # both MIT; nothing of them is needed afterwards
    python scripts/build_lexicon.py

Sources, and what they allow:
- lemminflect (MIT): inflections of nouns and verbs, made from the SPECIALIST lexicon of the US National Library of
  Medicine (free to use and to pass on, with its name).
- en-lexicon.txt of textblob (MIT): the lexicon of Brill's tagger (MIT licence, 1993), with words of the
  Twitter Part-of-Speech Annotated Data (Carnegie Mellon University, CC BY 3.0): the likeliest tag of a word.
- src/reviewcli/reading/common_words.txt: which words are common.

A line: the word, its likeliest kind, all its kinds, and for an irregular form the word that it is a form of.
"""

from __future__ import annotations

import csv
import gzip
import importlib.util
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from reviewcli.reading.common_words import common_words
from reviewcli.reading.tagging.forms import plain_candidates

TARGET = Path(__file__).resolve().parent.parent / "src" / "reviewcli" / "reading" / "tagging" / "lexicon.txt"
HEADER = """\
# What common English words may be. Made by scripts/build_lexicon.py out of lemminflect (MIT; inflections of the
# SPECIALIST lexicon, courtesy of the US National Library of Medicine) and the lexicon of Brill's tagger (MIT
# licence, Copyright 1993 MIT and University of Pennsylvania; in textblob, MIT; with words of the Twitter
# Part-of-Speech Annotated Data of Carnegie Mellon University, CC BY 3.0). A line: word, likeliest kind, all
# kinds, and what an irregular form is a form of. s noun, p plural, b verb, z verb with -s, d past, n participle,
# g with -ing, j adjective, r adverb, x any other word, - unknown.
"""
KINDS = {
    "NN": "s", "NNS": "p", "VB": "b", "VBP": "b", "VBZ": "z", "VBD": "d", "VBN": "n", "VBG": "g",
    "JJ": "j", "JJR": "j", "JJS": "j", "RB": "r", "RBR": "r", "RBS": "r",
}  # fmt: skip
COMMON = 30_000


def folder_of(package: str) -> Path:
    """Where a package is installed, without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is missing: pip install --no-deps {package}")
    return Path(spec.origin).parent


def likeliest() -> dict[str, str]:
    """The likeliest kind of each word of Brill's lexicon that is written small."""
    tags: dict[str, str] = {}
    path = folder_of("textblob") / "en" / "en-lexicon.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.strip().partition(" ")
        if word.isalpha() and word.islower() and not line.startswith(";;;"):
            tags[word] = KINDS.get(tag, "x")
    return tags


def forms() -> Iterator[tuple[str, str, str]]:
    """Every form: the word, its kind, what it is a form of."""
    path = folder_of("lemminflect") / "resources" / "infl_lu.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for lemma, kind, *cells in csv.reader(file):
            yield lemma, {"noun": "s", "verb": "b", "adj": "j", "adv": "r"}.get(kind, "x"), lemma
            yield from _inflected(lemma, kind, cells)


def _inflected(lemma: str, kind: str, cells: list[str]) -> Iterator[tuple[str, str, str]]:
    if kind == "verb":
        past, participle, progressive, third = (cells + [""] * 4)[:4]
        columns = {"d": past, "n": participle or past, "g": progressive, "z": third}
    elif kind == "noun":
        columns = {"p": cells[0] if cells else ""}
    else:
        columns = {"j" if kind == "adj" else "r": "/".join(cells)}
    for code, cell in columns.items():
        for form in cell.split("/"):
            if form and not (code == "p" and form == lemma):
                yield form, code, lemma


def entries() -> dict[str, tuple[str, set[str], str]]:
    """Each word with its likeliest kind, its kinds, and its plain form where the rules do not give it."""
    words, first = _known(), likeliest()
    kinds: dict[str, set[str]] = defaultdict(set)
    lemmas: dict[str, str] = {}
    for form, code, lemma in forms():
        if not (form.isascii() and form.isalpha() and form.islower()):
            continue
        if form in words or (lemma in words and code in "pz"):
            kinds[form].add(code)
            if code in "pzdn" and lemma in words and lemma not in plain_candidates(form, code):
                lemmas.setdefault(form, lemma)
    for word in words & set(first):
        if word not in kinds or first[word] != "x":
            kinds[word].add(first[word])
    return {word: (first.get(word, "-"), codes, lemmas.get(word, "")) for word, codes in kinds.items()}


def _known() -> set[str]:
    from reviewcli.reading.common_words import rank

    return {word for word in common_words() if (rank(word) or 0) < COMMON}


def main() -> None:
    """Write the lexicon."""
    lines = [
        " ".join(filter(None, (word, first + "".join(sorted(codes - {first})), lemma)))
        for word, (first, codes, lemma) in sorted(entries().items())
    ]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(lines)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
