"""Which LanguageTool server a draft may be sent to: on this machine any, elsewhere one that the user named."""

from __future__ import annotations

import os

from reviewcli.settings.config import LoadedConfig
from reviewcli.settings.flags import LintOptions
from reviewcli.settings.places import SERVER_VARIABLE, user_config_file


def server_of(loaded: LoadedConfig, flags: LintOptions) -> str | None:
    """The address to ask: of the flag, the environment, the config where that may say it, the user's own config."""
    if asked := _asked(flags):
        return asked
    url = loaded.config.languagetool_url
    return url if url and _may_name(loaded, url) else loaded.users_server


def refused_server(loaded: LoadedConfig, flags: LintOptions) -> str:
    """Why the server that a config names is not asked; empty where it is, or another one is asked for anyway."""
    url = loaded.config.languagetool_url
    asks_none = (flags.grammar or loaded.config.grammar) in ("off", "harper")
    if not url or asks_none or _asked(flags) or _may_name(loaded, url):
        return ""
    place = loaded.places.get("languagetool_url", loaded.file)
    return (
        f"{place}: {url} is another machine, and a config that comes with a project sends no draft away. "
        f"It is not asked; if you want that, name it with --languagetool-url or in {user_config_file()}."
    )


def _asked(flags: LintOptions) -> str:
    return flags.languagetool_url or os.environ.get(SERVER_VARIABLE, "").strip()


def _may_name(loaded: LoadedConfig, url: str) -> bool:
    return loaded.is_own or loaded.file is None or is_loopback(url)


def is_loopback(url: str) -> bool:
    """Whether an address is on this machine; what is no address is not."""
    import ipaddress
    from urllib.parse import urlsplit

    try:
        host = urlsplit(url if "://" in url else f"http://{url}").hostname or ""
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
