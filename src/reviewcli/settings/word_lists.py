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
from reviewcli.texts.files import make_folder, read_source, write_whole


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
    for number, line in enumerate(read_source(str(file)).text.splitlines(), 1):
        word = line.partition("#")[0].strip()
        if word:
            yield ListedWord(word, Place(str(file), number))


def add_words(file: Path, words: Sequence[str]) -> list[str]:
    """Put words at the end of a list that are not in it yet, and give back those; the file is made if need be.

    Raises:
        ReviewError: a word is empty or holds a `#`, or the file cannot be written.
    """
    for word in words:
        if not word.strip() or "#" in word or "\n" in word:
            raise ReviewError(
                f"“{word}” is no word.", hint="Name one as it is written: review words add Twombly"
            )
    text = read_source(str(file)).text if file.exists() else ""
    known = {listed.word for listed in read_words(file)} if file.exists() else set()
    new = [word for word in dict.fromkeys(word.strip() for word in words) if word not in known]
    if new:
        end = "" if not text or text.endswith("\n") else "\n"
        make_folder(file.parent)
        write_whole(file, text + end + "".join(f"{word}\n" for word in new), force=True)
    return new


def users_file() -> Path:
    """Where the user's own words are kept."""
    return user_config_folder() / "dictionary.txt"


def _users() -> Iterator[Path]:
    file = users_file()
    if file.is_file():
        yield file


def _files_above(folder: Path) -> Iterator[Path]:
    for parent in (folder, *folder.parents):
        for name in WORD_FILES:
            if (parent / name).is_file():
                yield parent / name
