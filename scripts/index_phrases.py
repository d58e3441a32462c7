"""Write src/reviewcli/reading/phrases/index.txt and needed.tsv: how stock phrases may begin, and what they need.

Run it after a change to the lists.
"""

from __future__ import annotations

from pathlib import Path

from reviewcli.reading.phrases import phrases
from reviewcli.reading.phrases._first_words import index_lines
from reviewcli.reading.phrases._patterns import expression
from reviewcli.texts.expressions import needed

HEADER = """\
# By which words the phrases of this folder may begin: a first word, a tab, then for each second word (none:
# any) the numbers of the phrases. Computed by scripts/index_phrases.py; do not edit.
"""


def index_text() -> str:
    """All of index.txt."""
    return HEADER + "".join(f"{line}\n" for line in index_lines(phrase.pattern for phrase in phrases()))


def needed_text() -> str:
    """All of needed.tsv: a line a phrase, of rows of letters; a text with the phrase has one of each row."""
    rows = (needed(expression(phrase.pattern)) for phrase in phrases())
    return "".join("\t".join(map("|".join, each)) + "\n" for each in rows)


def main() -> None:
    """Write the files where the package stands."""
    import reviewcli.reading.phrases

    folder = Path(reviewcli.reading.phrases.__file__).parent
    for name, text in (("index.txt", index_text()), ("needed.tsv", needed_text())):
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{folder}: {len(phrases())} phrases")


if __name__ == "__main__":
    main()
