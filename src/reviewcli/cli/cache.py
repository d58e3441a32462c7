"""`review cache`: what runs remember for the next one."""

from __future__ import annotations

import typer

from reviewcli.cli._options import global_options
from reviewcli.cli._saying import show as shown
from reviewcli.texts.errors import Place, ReviewError

cache = typer.Typer(
    help="Show where results are kept between runs, or clear them.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)


@cache.command()
def show() -> None:
    """Print the folder of what is kept, and how much that is.

    Example: review cache show
    """
    from reviewcli.texts.store import Store, cache_folder

    store = Store(cache_folder() / "lint")
    shown(f"{store.folder}: {_amount(*store.size())}\n")


@cache.command()
def clear(ctx: typer.Context) -> None:
    """Remove everything that is kept; the next run works it out again.

    Example: review cache clear
    """
    from reviewcli.texts.store import cache_folder
    from reviewcli.texts.store import clear as cleared

    folder = cache_folder() / "lint"  # what else lies in the user's cache folder is not ours
    try:
        freed = cleared(folder)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReviewError(f"cannot be removed: {reason}.", Place(str(folder))) from None
    global_options(ctx).tell(f"{folder}: {_amount(*freed)} freed.")


def _amount(files: int, size: int) -> str:
    kib = -(-size // 1024)
    much = f"{kib:,} KiB" if kib < 10_000 else f"{kib // 1024:,} MiB"
    return f"{files:,} file{'' if files == 1 else 's'}, {much}"
