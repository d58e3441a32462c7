"""Where this project holds words of the reviews that it is only measured with.

    python benchmarks/borrowed.py [FOLDER] [PROJECT]

FOLDER is the folder of texts, `../shared/data` where none is given. A finding is five words in a row or more that stand
in one review there and are no stock phrase; it prints the place, the words and the review, the longest first, and ends
with 1 if there is any.

What is stock is not listed but found out. Five words in a row are anybody's if two reviews have them, or a review and
a text that we may use. Of a run that is left, words of such a phrase or of a cliché do not count, and common words
count little: the rarer the words, the less likely that two people put them in a row by chance.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reviewcli.reading.common_words import rank

ROOT = Path(__file__).resolve().parent.parent
PLACES = ("src", "templates", "tests", "docs", "examples", "contrib", "scripts", "benchmarks")
NO_TEXTS = ("cliches.txt", "README.md", "titles.jsonl")
FREE = ("her-review.txt", "opinion.txt", "plot.txt")
LONG = 5
# In bits, the logarithms of the words' ranks added up. Idioms end at about 30, and words of somebody's begin at 32.
RARE = 31
RAREST = 40_000

Words = tuple[str, ...]
Owners = Mapping[Words, frozenset[str]]


class Borrowed(NamedTuple):
    """Words of a review and where they stand in the project."""

    place: str
    words: Words
    review: str


def main(folder: Path, project: Path) -> int:
    """Print what is borrowed and how much of it there is; 1 if there is any."""
    owners = _owners(folder)
    lines = (folder / "cliches.txt").read_text(encoding="utf-8").splitlines()
    cliches = [line.partition("\t")[0] for line in lines if line and not line.startswith("#")]
    cliche = re.compile("|".join(cliches) or r"(?!)", re.IGNORECASE)
    found = [one for file in _files(project) for one in _borrowed(file, project, owners, cliche)]
    for one in sorted(found, key=lambda one: (-len(one.words), one.place)):
        print(f"{one.place}: {' '.join(one.words)} ({one.review})")
    print(f"{len(found)} borrowed, {len(owners):,} runs of {LONG} words compared", file=sys.stderr)
    return 1 if found else 0


def _owners(folder: Path) -> Owners:
    """Each run of five words of the reviews with the names of those that have it; with two names it is anybody's."""
    owners: defaultdict[Words, set[str]] = defaultdict(set)
    for name, text in _reviews(folder):
        for run in _runs([word for word, _ in _words(text)]):
            owners[run].add(name)
    return {run: frozenset(names) for run, names in owners.items()}


def _reviews(folder: Path) -> Iterator[tuple[str, str]]:
    """The name and the words of each text: a file of Markdown, or a line where a file holds one sentence a line."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in NO_TEXTS):
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".md":
            prose = re.sub(r"\A---\n.*?\n---\n|<[^>]*>", "", text, flags=re.DOTALL)
            yield file.name, re.sub(r"(?<!\w)([_*]+)\w[^_*\n]*\1", " % ", prose)  # a title is nobody's
        elif file.name in FREE:
            yield FREE[0], text
        else:
            # Corrections of one sentence stand in files side by side, each at the same line.
            for number, line in enumerate(text.splitlines(), 1):
                yield f"{file.parent.name}:{number}", line


def _files(project: Path) -> Iterator[Path]:
    within = (path for place in PLACES for path in sorted((project / place).rglob("*")))
    for path in (*sorted(project.glob("*.*")), *within):
        if path.is_file() and path.suffix not in (".png", ".pyc", ".bin"):
            yield path


def _borrowed(file: Path, project: Path, owners: Owners, cliche: re.Pattern[str]) -> Iterator[Borrowed]:
    """The runs of a file that one review has and no other, each as long as that review goes along."""
    text = re.sub(r"[«»*]|\b_|_\b", "", re.sub(r"\\[nt]", " ", _text(file)))
    found = list(_words(text))
    words = [word for word, _ in found]
    owned = [owners.get(tuple(words[at : at + LONG]), frozenset()) for at in range(len(words))]
    stock = {
        place
        for at, names in enumerate(owned)
        if len(names) > 1 or FREE[0] in names
        for place in range(at, at + LONG)
    }
    at = 0
    for names, places in itertools.groupby(owned):
        run = range(at, at + len(list(places)) + LONG - 1)
        if len(names) == 1:
            own = set(run) - stock - _in_cliches(words, run, cliche)
            if sum(_bits(words[place]) for place in own) >= RARE:
                line = text.count("\n", 0, found[at][1]) + 1
                yield Borrowed(f"{file.relative_to(project)}:{line}", tuple(words[at : run.stop]), *names)
        at = run.stop - LONG + 1


def _in_cliches(words: Sequence[str], run: range, cliche: re.Pattern[str]) -> set[int]:
    """Where words of a cliché stand that reaches into a run."""
    start = max(run.start - LONG, 0)
    text = " ".join(words[start : run.stop + LONG])
    return {
        start + text.count(" ", 0, found.start()) + place
        for found in cliche.finditer(text)
        for place in range(found[0].count(" ") + 1)
    }


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def _words(text: str) -> Iterator[tuple[str, int]]:
    """The words of a text in small letters, and where each begins; % stands for what is left out and is none."""
    for word in re.finditer(r"[^\W_]+(?:['’][^\W_]+)*|%", text.lower()):
        yield word[0].replace("’", "'"), word.start()


def _runs(words: Sequence[str]) -> Iterator[Words]:
    for at in range(len(words) - LONG + 1):
        run = tuple(words[at : at + LONG])
        if "%" not in run:
            yield run


@functools.cache
def _bits(word: str) -> float:
    known = rank(word.partition("'")[0])
    return math.log2(2 + (RAREST if known is None else known))


if __name__ == "__main__":
    given = [Path(argument).resolve() for argument in sys.argv[1:]]
    sys.exit(main(*given, *(ROOT.parent / "shared" / "data", ROOT)[len(given) :]))
