"""What the shell offers when TAB is pressed: rules and groups, profiles, templates.

Each function gets what is typed so far; what it needs is imported when it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable


def rule_names(incomplete: str) -> list[str]:
    """Rules and groups; in a list by comma, those that are not in it yet."""
    before, comma, last = incomplete.rpartition(",")
    return [
        f"{before}{comma}{name}"
        for name in _rules()
        if name.startswith(last) and name not in before.split(",")
    ]


def one_rule(incomplete: str) -> list[str]:
    """One rule or group."""
    return _that_begin(_rules(), incomplete)


def profile_names(incomplete: str) -> list[str]:
    """Our profiles; the shell adds files."""
    from reviewcli.linting.profiles import profile_names as known

    return _that_begin(known(), incomplete)


def template_names(incomplete: str) -> list[str]:
    """The templates in force here, the house's own among them: `capsule`; once there is a slash, `book/capsule`."""
    from reviewcli.drafting.folders import folders_before_ours, templates_in_force
    from reviewcli.settings.finding import Configs

    folders = folders_before_ours(Configs().for_file(None))
    called = [each.called for each in templates_in_force(folders)]
    short = [name.rpartition("/")[2] for name in called if not name.startswith("shared/")]
    return _that_begin(called if "/" in incomplete else sorted(set(short)), incomplete)


def findings_formats(incomplete: str) -> list[str]:
    """The formats of findings."""
    from reviewcli.formats import format_names

    return _that_begin(format_names(), incomplete)


def _rules() -> list[str]:
    from reviewcli.rules import GROUPS, rule_groups

    return list(dict.fromkeys([*GROUPS, *rule_groups()]))


def _that_begin(names: Iterable[str], incomplete: str) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]
