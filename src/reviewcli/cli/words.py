"""`review words`: the words that are right as you write them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reviewcli.cli._options import global_options
from reviewcli.cli._saying import show

words = typer.Typer(
    help="Add words that are right as you write them, or list them.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)


@words.command()
def add(
    ctx: typer.Context,
    new: Annotated[list[str], typer.Argument(metavar="WORD...", help="Words as they are written.")],
    house: Annotated[
        bool, typer.Option("--house", help="Into .review-dictionary.txt here, for everybody's drafts.")
    ] = False,
) -> None:
    """Add words to your own list, or to the house's.

    Example: review words add Twombly "gom jabbar"
    """
    from reviewcli.settings.places import HOUSE_FILE
    from reviewcli.settings.word_lists import add_words, users_file

    options = global_options(ctx)
    file = Path(HOUSE_FILE) if house else users_file()
    added = add_words(file, new)
    for word in new:
        options.tell(f"{file}: {word}" if word.strip() in added else f"{file}: {word} is there already")


@words.command("list")
def list_words(ctx: typer.Context) -> None:
    """Print every word that counts here, and where it stands.

    Example: review words list | sort
    """
    from reviewcli.settings.word_lists import WordLists

    options = global_options(ctx)
    loaded = options.configs().for_file(None)
    for listed in WordLists().of(Path.cwd(), loaded.dictionaries()):
        show(f"{listed.word}\t{listed.place}\n")
