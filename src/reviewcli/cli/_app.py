"""The Typer application: finds the command, reads the global options wherever they stand, reports errors."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command_from_info, get_group, get_params_convertors_ctx_param_name_from_function
from typer.models import CommandInfo

from reviewcli import __version__
from reviewcli.cli._options import Color
from reviewcli.texts.errors import ReviewError, each_error

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
    "update": "Bring notes that have changed into a draft that you have edited.",
    "outline": "Draw the shape of reviews: sections, and where they tell the plot.",
    "strip": "Make a draft ready for publication: take out what only its writer needs.",
    "export": "Turn finished drafts into a film diary's import file, pages of a site, structured data, a table.",
    "import": "Make notes of film diaries, databases, cast lists and finished reviews.",
    "facts": "List what a draft states, claim by claim, and what the notes say of it.",
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
    if COMPLETE in os.environ:
        from typer._completion_classes import completion_init

        completion_init()
    try:
        outcome = _application().main(args=arguments, prog_name="review", standalone_mode=False)
    except ReviewError as error:
        _say(str(error))
        return 2
    except ExceptionGroup as group:
        errors, bugs = group.split(ReviewError)
        if bugs or not errors:
            raise
        for problem in each_error(errors):
            _say(str(problem))
        return 2
    except typer.Abort:
        return 130
    except SystemExit as left:
        # How Typer leaves when nobody reads its output any more; `run` knows better than to call that a finding.
        if isinstance(left.__context__, BrokenPipeError):
            raise left.__context__ from None
        raise
    except Exception as error:
        if not _is_usage_error(error):
            raise
        _say(_usage(error))
        return 2
    return outcome if isinstance(outcome, int) else 0


def _is_usage_error(error: Exception) -> bool:
    return isinstance(error, _click_exceptions().ClickException)


def _click_exceptions() -> Any:
    # Typer carries its own copy of click; `import click` finds another one, or none.
    return importlib.import_module("typer._click.exceptions")


def _usage(error: Any) -> str:
    message: str = error.format_message().strip()
    context = getattr(error, "ctx", None)
    if isinstance(error, _click_exceptions().NoArgsIsHelpError):
        return message
    message = " ".join(message.split())  # click puts a choice on a line of its own
    stop = "" if message.endswith((".", "?")) else "."
    return f"{message}{stop} Try `{context.command_path if context else 'review'} --help`."


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


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


def _application() -> TyperGroup:
    return _Commands(
        name="review",
        help=HELP,
        no_args_is_help=True,
        rich_markup_mode=None,
        callback=None,
        params=[*_global_parameters(), _version_parameter(), _completion_parameter()],
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def _command(name: str) -> Any:
    """A command's function as click has it; where its module holds a `Typer`, that with its subcommands."""
    named = named_in_module(name)
    if isinstance(named, typer.Typer):
        group = get_group(named)
        for command in group.commands.values():
            _take_global_options(command)
            command.short_help = (command.help or "").partition("\n")[0]  # whole, where click would cut it
        group.context_settings["help_option_names"] = ["-h", "--help"]
        return group
    info = CommandInfo(name=name, callback=named)
    command = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
    _take_global_options(command)
    return command


def named_in_module(name: str) -> Any:
    """A command's function or `Typer`, of the module that has its name."""
    module = f"{name}_" if name == "import" else name  # a word that Python keeps for itself
    return getattr(importlib.import_module(f"reviewcli.cli.{module}"), module)


def _take_global_options(command: Any) -> None:
    command.params.extend(_global_parameters())
    command.context_settings["help_option_names"] = ["-h", "--help"]


def _globals(
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but the result.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say what is being done.")] = False,
    config: Annotated[
        str, typer.Option("--config", metavar="FILE", help="Take settings from this file.")
    ] = "",
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no config file.")] = False,
    color: Annotated[Color, typer.Option("--color", help="When to colour the output.")] = Color.AUTO,
) -> None:
    """Options that every command takes, before its name or after it."""


def _global_parameters() -> list[Any]:
    params, _, _ = get_params_convertors_ctx_param_name_from_function(_globals)
    for param in params:
        param.expose_value = False
        param.callback = _remember
        param.show_default = False
    return list(params)


def _remember(ctx: Any, param: Any, value: Any) -> Any:
    """Keep a global option that was given; a default never overrides it."""
    given = ctx.find_root().ensure_object(dict)
    if value != param.get_default(ctx) and value is not None:
        given[param.name] = value
    return value


def _version_parameter() -> Any:
    def show(
        version: Annotated[
            bool, typer.Option("--version", "-V", is_eager=True, help="Print the version.")
        ] = False,
    ) -> None:
        """Print the version and leave."""

    def answer(ctx: Any, param: Any, value: bool) -> None:  # noqa: ARG001 — click's signature
        if value:
            sys.stdout.write(f"review {__version__}\n")
            ctx.exit()

    (param,), _, _ = get_params_convertors_ctx_param_name_from_function(show)
    param.expose_value = False
    param.callback = answer
    return param


def _completion_parameter() -> Any:
    def show(
        shell: Annotated[
            str,
            typer.Option(
                "--show-completion",
                metavar="bash|zsh|fish",
                is_eager=True,
                help="Print what to add to a shell's start file.",
            ),
        ] = "",
    ) -> None:
        """Print a shell's completion and leave."""

    def answer(ctx: Any, param: Any, value: str) -> None:  # noqa: ARG001 — click's signature
        if not value:
            return
        if value not in SHELLS:
            raise ReviewError(
                f"There is no completion for “{value}”.", hint=f"There is one for {', '.join(SHELLS)}."
            )
        from typer._completion_shared import get_completion_script

        script = get_completion_script(prog_name="review", complete_var=COMPLETE, shell=value)
        sys.stdout.write(f"{script}\n")
        ctx.exit()

    (param,), _, _ = get_params_convertors_ctx_param_name_from_function(show)
    param.expose_value = False
    param.callback = answer
    param.show_default = False
    return param
