"""`review config`: the settings in force, and where each comes from."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import typer

from reviewcli.cli._options import global_options
from reviewcli.cli._saying import show
from reviewcli.settings.config import LoadedConfig
from reviewcli.settings.places import user_config_file


def config(ctx: typer.Context) -> None:
    """Show the settings in force here, and where each comes from.

    Example: review config, or: review config --isolated > .review.yaml
    """
    options = global_options(ctx)
    loaded = options.configs().for_file(None)
    if loaded.file:
        from reviewcli.rules._choice import setting_problems

        if problems := setting_problems(msgspec.structs.asdict(loaded.config), loaded.places):
            raise ExceptionGroup("config", problems)
    show(_shown(loaded))
    if loaded.file is None:
        options.tell(f"No config file here; your own would be {user_config_file()}.")


def _shown(loaded: LoadedConfig) -> str:
    """The settings as YAML, each with its source in a comment."""
    settings: dict[str, Any] = msgspec.to_builtins(loaded.config)
    lines = [f"{key}:{_value(value)}" for key, value in settings.items()]
    width = max(len(line) for line in lines if len(line) <= 40)
    sources = [str(loaded.places.get(key, "default")) for key in settings]
    return "".join(f"{line:<{width}}  # {source}\n" for line, source in zip(lines, sources, strict=True))


def _value(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return " yes" if value else " no"
    return f" {json.dumps(value, ensure_ascii=False)}"  # every JSON value is YAML
