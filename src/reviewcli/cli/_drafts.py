"""Which drafts a command was asked to read, and reading them; `lint` and `stats` do it alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewcli.settings.config import Config
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import NOTES, STDIN, Source, find_drafts, read_source, stdin_is_piped


def asked_for(paths: Sequence[str] | None, config: Config, command: str) -> Sequence[str]:
    """The paths that were given; else standard input, if it is piped; else config's `include`.

    Raises:
        ReviewError: there is nothing of all that; `command` is for its example.
    """
    if paths:
        return paths
    if stdin_is_piped():
        return [STDIN]
    if config.include:
        return config.include
    raise ReviewError("There is nothing to read.", hint=f"Name a draft: review {command} her.md")


def drafts_of(
    asked: Sequence[str], config: Config, stdin_name: str | None = None
) -> Iterator[tuple[str, Source | ReviewError]]:
    """Each draft by the name that reports give it: its source, or why it cannot be read."""
    unread: list[ReviewError] = []  # folders on the way; what lies beside them is read
    for named in asked:
        for path in find_drafts([named], config.exclude, unread.append):
            yield from _told(unread)
            yield stdin_name or STDIN if path == STDIN else path, _source_or_error(path, stdin_name)
        yield from _told(unread)


def _told(unread: list[ReviewError]) -> Iterator[tuple[str, ReviewError]]:
    while unread:
        error = unread.pop(0)
        yield error.place.path if error.place else "", error


def _source_or_error(path: str, stdin_name: str | None) -> Source | ReviewError:
    try:
        if path.lower().endswith(NOTES):
            return ReviewError("holds notes, not a draft.", Place(path), f"Use `review check {path}`.")
        source = read_source(path, stdin_name)
    except ReviewError as error:
        return error
    if path == STDIN and not source.text:
        return ReviewError(
            "Standard input is empty.", hint="Pipe a draft in, as `review new her.yaml` prints one."
        )
    return source
