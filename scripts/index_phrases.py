"""Write src/reviewcli/reading/phrases/index.txt: by which words each stock phrase may begin.

Run it after a change to the lists.
"""

from __future__ import annotations

from pathlib import Path

from reviewcli.reading.phrases import phrases
from reviewcli.reading.phrases._patterns import index_lines

HEADER = """\
# By which words the phrases of this folder may begin: a first word, a tab, then for each second word (none:
# any) the numbers of the phrases. Computed by scripts/index_phrases.py; do not edit.
"""


def index_text() -> str:
    """The whole file."""
    return HEADER + "".join(f"{line}\n" for line in index_lines(phrase.pattern for phrase in phrases()))


def main() -> None:
    """Write the file where the package stands."""
    import reviewcli.reading.phrases

    path = Path(reviewcli.reading.phrases.__file__).with_name("index.txt")
    path.write_text(index_text(), encoding="utf-8")
    print(f"{path}: {len(phrases())} phrases")


if __name__ == "__main__":
    main()
