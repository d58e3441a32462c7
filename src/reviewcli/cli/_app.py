"""The Typer application: finds the command, reads the global options wherever they stand, reports errors."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from reviewcli.cli._options import Color
from reviewcli.cli._saying import say
from reviewcli.texts.errors import ReviewError, each_error
from reviewcli.texts.version import __version__

COMPLETE = "_REVIEW_COMPLETE"  # set by a shell that wants to know how a line may go on

SHELLS = ("bash", "zsh", "fish")

# The name of each command and the first line of its help, so that the list needs none of their modules; a test
# holds them equal.
COMMANDS = {
    "init": "Write starter notes that explain themselves.",
    "new": "Draft a review from notes.",
    "check": "Say whether notes can be read, with every problem at its line.",
    "lint": "Read drafts and say what an editor would mark.",
    "stats": "Count drafts and say how easily they read, whole and by section.",
    "update": "Mark in a draft that you have edited what is new, changed or gone in its notes.",
    "outline": "Draw the shape of reviews: sections, and where they tell the plot.",
    "strip": "Make a draft ready for publication: take out what only its writer needs.",
    "export": "Turn finished drafts into a film diary's import file, pages of a site, structured data, a table.",
    "import": "Make notes of film diaries, databases, cast lists and finished reviews.",
    "facts": "List what a draft states, claim by claim, and what the notes say of it: contradictions first.",
    "rule": "Explain a rule: what it finds, why, how to silence it.",
    "grammar": "Show the grammar engines, install LanguageTool, start and stop its local server.",
    "words": "Add words that are right as you write them, or list them.",
    "cache": "Show where results are kept between runs, or clear them.",
    "config": "Show the settings in force here, and where each comes from.",
    "template": "Show the templates in force, or copy one to change it.",
    "lsp": "Serve an editor: findings as you type, their mending, completion of notes.",
    "schema": "Print the JSON Schema of notes, config or reports, for editors and scripts.",
}

HELP = """Notes in, draft out, and what an editor would mark.

\b
    review init "Her"                  start notes for a review
    review new her.yaml -o her.md      draft the review from them
    review lint her.md                 see what an editor would mark
"""


def main(arguments: list[str]) -> int:
    """Run one command and give its exit code (see the contract: 0, 1, 2, 130)."""
    try:
        outcome = _application().main(args=arguments, prog_name="review", standalone_mode=False)
    except ReviewError as error:
        say(str(error))
        return 2
    except ExceptionGroup as group:
        errors, bugs = group.split(ReviewError)
        if bugs or not errors:
            raise
        for problem in each_error(errors):
            say(str(problem))
        return 2
    except typer.Abort:
        return 130
    except SystemExit as left:
        # How Typer leaves when nobody reads its output any more; `run` knows better than to call that a finding.
        if isinstance(left.__context__, BrokenPipeError):
            raise left.__context__ from None
        raise
    except Exception as error:
        if not hasattr(
            error, "format_message"
        ):  # the mark of Typer's own errors, whose class it keeps to itself
            raise
        say(_usage(error))
        return 2
    return outcome if isinstance(outcome, int) else 0


def _usage(error: Any) -> str:
    message: str = error.format_message().strip()
    context = getattr(error, "ctx", None)
    if context and message.startswith(context.get_usage()):
        return message  # a group's help, where nothing was asked of it
    message = " ".join(message.split())  # Typer puts a choice on a line of its own
    stop = "" if message.endswith((".", "?")) else "."
    return f"{message}{stop} Try `{context.command_path if context else 'review'} --help`."


class _Commands(TyperGroup):
    """The commands by name, each imported when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 — click's signature
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 — click's signature
        return _command(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 — click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from reviewcli.texts.nearest import nearest

            near = nearest(args[0], COMMANDS)
            hint = f" Did you mean `{near}`?" if near else ""
            ctx.fail(f"There is no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


def _application() -> Any:
    is_completing = COMPLETE in os.environ
    app = typer.Typer(
        cls=_Commands,
        name="review",
        help=HELP,
        no_args_is_help=True,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        add_completion=is_completing,
    )
    app.callback()(_own_options)
    application: Any = get_command(app)
    if is_completing:  # it offers to install completion, too, which is left to whoever owns the start file
        named = ("install_completion", "show_completion")
        application.params = [param for param in application.params if param.name not in named]
    application.params[:0] = _global_parameters()
    return application


def _command(name: str) -> Any:
    """A command's function as Typer has it; where its module holds a `Typer`, that with its subcommands."""
    named = named_in_module(name)
    if isinstance(named, typer.Typer):
        group: Any = get_command(named)
        for command in group.commands.values():
            _take_global_options(command)
            command.short_help = (command.help or "").partition("\n")[0]  # whole, where Typer would cut it
        group.context_settings["help_option_names"] = ["-h", "--help"]
        return group
    command = _made_of(named, name)
    _take_global_options(command)
    return command


def _made_of(function: Callable[..., None], name: str) -> Any:
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    app.command(name)(function)
    return get_command(app)


def named_in_module(name: str) -> Any:
    """A command's function or `Typer`, of the module that has its name."""
    module = f"{name}_" if name == "import" else name  # a word that Python keeps for itself
    return getattr(importlib.import_module(f"reviewcli.cli.{module}"), module)


def _take_global_options(command: Any) -> None:
    command.params.extend(_global_parameters())
    command.context_settings["help_option_names"] = ["-h", "--help"]


def _remember(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> Any:
    """Keep a global option that was given; a default never overrides it."""
    given = ctx.find_root().ensure_object(dict)
    if value != param.get_default(ctx) and value is not None:
        given[param.name] = value
    return value


_GLOBAL: dict[str, Any] = {"callback": _remember, "expose_value": False, "show_default": False}


def _globals(
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing but the result.", **_GLOBAL)
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say what is being done.", **_GLOBAL)
    ] = False,
    config: Annotated[
        str, typer.Option("--config", metavar="FILE", help="Take settings from this file.", **_GLOBAL)
    ] = "",
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no config file.", **_GLOBAL)] = False,
    color: Annotated[
        Color, typer.Option("--color", help="When to colour the output.", **_GLOBAL)
    ] = Color.AUTO,
) -> None:
    """Options that every command takes, before its name or after it."""


def _global_parameters() -> list[Any]:
    params: list[Any] = _made_of(_globals, "globals").params
    return params


def _tell_version(ctx: typer.Context, value: bool) -> None:
    if value:
        sys.stdout.write(f"review {__version__}\n")
        ctx.exit()


def _show_completion(ctx: typer.Context, value: str) -> None:
    if not value:
        return
    if value not in SHELLS:
        raise ReviewError(
            f"There is no completion for “{value}”.", hint=f"There is one for {', '.join(SHELLS)}."
        )
    os.environ[COMPLETE] = f"source_{value}"  # how a shell asks Typer for it
    with contextlib.redirect_stdout(io.StringIO()) as script, contextlib.suppress(SystemExit):
        main([])
    sys.stdout.write(f"{script.getvalue().strip()}\n")
    ctx.exit()


def _own_options(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            help="Print the version.",
            is_eager=True,
            expose_value=False,
            callback=_tell_version,
        ),
    ] = False,
    shell: Annotated[
        str,
        typer.Option(
            "--show-completion",
            metavar="bash|zsh|fish",
            help="Print what to add to a shell's start file.",
            is_eager=True,
            expose_value=False,
            show_default=False,
            callback=_show_completion,
        ),
    ] = "",
) -> None:
    """Options that stand before a command's name."""
