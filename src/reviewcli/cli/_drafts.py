"""Which drafts a command was asked to read, and reading them; `lint` and `stats` do it alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewcli.config import Config
from reviewcli.errors import Place, ReviewError
from reviewcli.sources import NOTES, STDIN, Source, find_drafts, read_source, stdin_is_piped


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
    for named in asked:
        try:
            for path in find_drafts([named], config.exclude):
                name = stdin_name or STDIN if path == STDIN else path
                yield name, _source_or_error(path, stdin_name)
        except ReviewError as error:  # a folder that cannot be read; the other paths go on
            yield named, error


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
