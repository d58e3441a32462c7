"""Words that are right as a house or a user writes them: plain files, a word a line.

`.review-dictionary.txt` and `.harper-dictionary.txt` count in the draft's folder and in every folder above it,
the user's own list and the files that the config names everywhere. `#` begins a comment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from reviewcli.settings.places import WORD_FILES, user_config_folder
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import is_file, read_source
from reviewcli.texts.writing import add_lines


class ListedWord(msgspec.Struct, frozen=True):
    """A word of a list, and where it stands."""

    word: str
    place: Place


class WordLists:
    """The word lists of one run, each file read once."""

    def __init__(self) -> None:
        self._by_file: dict[Path, tuple[ListedWord, ...]] = {}

    def of(self, folder: Path, further: Sequence[Path] = ()) -> Iterator[ListedWord]:
        """Every word that counts for drafts in a folder, the nearest list first.

        Args:
            folder: an absolute path.
            further: the files that the config names.

        Raises:
            ReviewError: one of the files cannot be read, or one that the config names is not there.
        """
        for file in (*_files_above(folder), *further, *_users()):
            if file not in self._by_file:
                self._by_file[file] = tuple(read_words(file))
            yield from self._by_file[file]


def read_words(file: Path) -> Iterator[ListedWord]:
    """The words of a list with their lines; what follows a `#` is a comment."""
    yield from _listed(read_source(str(file)).text, file)


def _listed(text: str, file: Path) -> Iterator[ListedWord]:
    for number, line in enumerate(text.splitlines(), 1):
        word = line.partition("#")[0].strip()
        if word:
            yield ListedWord(word, Place(str(file), number))


def add_words(file: Path, words: Sequence[str]) -> list[str]:
    """Put words at the end of a list that are not in it yet, and give back those; the file is made if need be.

    Raises:
        ReviewError: a word is empty, holds a `#` or what cannot be shown, or the file cannot be written.
    """
    for word in words:
        if not word.strip() or "#" in word or not word.isprintable():
            raise ReviewError(
                f"“{word}” is no word.", hint="Name one as it is written: review words add Twombly"
            )

    def new(text: str) -> list[str]:
        known = {listed.word for listed in _listed(text, file)}
        return [word for word in dict.fromkeys(word.strip() for word in words) if word not in known]

    return add_lines(file, new)


def users_file() -> Path:
    """Where the user's own words are kept."""
    return user_config_folder() / "dictionary.txt"


def _users() -> Iterator[Path]:
    file = users_file()
    if is_file(file):
        yield file


def _files_above(folder: Path) -> Iterator[Path]:
    for parent in (folder, *folder.parents):
        for name in WORD_FILES:
            if is_file(parent / name):
                yield parent / name
