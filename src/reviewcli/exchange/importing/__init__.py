"""Notes from where facts already stand: film diaries, databases, cast lists, front matter, finished reviews.

A source is one file here with a function `read`, and its name is what a user types. Everything is read from files
and standard input; nothing is looked up.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence

from reviewcli.exchange.importing.entry import Entry, Found
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import Source

__all__ = ["SOURCES", "Entry", "Found", "reader_of"]

Reader = Callable[[Sequence[Source]], Found]

SOURCES = {
    "letterboxd": "the export's zip, diary.csv, reviews.csv, ratings.csv, watched.csv, or a file for its importer",
    "imdb": "the CSV of your ratings",
    "goodreads": "the CSV of your library",
    "trakt": "JSON or CSV of history, ratings, watched films and comments",
    "omdb": "a film's JSON",
    "tmdb": "a film's JSON, with its credits appended or not",
    "cast": "a cast list: NAME as ROLE, NAME ... ROLE, a table",
    "front-matter": "drafts of Hugo, Jekyll, Eleventy or Obsidian",
    "draft": "a finished review without notes",
}


def reader_of(name: str) -> Reader:
    """The function that reads files of a source.

    Raises:
        ReviewError: there is no such source.
    """
    if name not in SOURCES:
        from reviewcli.texts.nearest import did_you_mean

        hint = did_you_mean(name, SOURCES, f"The sources are {', '.join(SOURCES)}.")
        raise ReviewError(f"Nothing is imported from “{name}”.", hint=hint)
    module = importlib.import_module(f"reviewcli.exchange.importing.{name.replace('-', '_')}")
    read: Reader = module.read
    return read
