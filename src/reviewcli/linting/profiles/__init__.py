"""Profiles: what a house asks of a kind of review, as settings of rules; ours in this folder, a house's in a file.

A profile is a YAML file with `based_on` (another profile, by name or by its file), `dialect` and `rules`, all of which
may be absent. The rules go over those of the profile that it is based on, option by option.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from reviewcli.reading.dialects import Dialect
from reviewcli.rules._choice import merge_settings
from reviewcli.settings.config import ForeignProfile
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.reach import leads_out, project_of

if TYPE_CHECKING:
    from reviewcli.texts.yaml.nodes import Node

_FOLDER = Path(__file__).parent
_KEYS = ("based_on", "dialect", "rules")


class Profile(msgspec.Struct, frozen=True):
    """A profile: the settings of rules as `Choice.settings` has them, the dialect, and where they stand.

    `places` are those of a house's own rules and options, by `cliche` and `cliche.level`; `files` are all that
    were read.
    """

    rules: Mapping[str, Any] = {}
    dialect: str | None = None
    places: Mapping[str, Place] = {}
    files: tuple[Path, ...] = ()

    def option(self, rule: str, name: str, default: Any = None) -> Any:
        """An option that the profile sets for a rule."""
        setting = self.rules.get(rule)
        return setting.get(name, default) if isinstance(setting, Mapping) else default


def profile_names() -> list[str]:
    """The names of our profiles, sorted."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml"))


def is_file(name: str) -> bool:
    """Whether a profile is named by its file: ./house.yaml."""
    return name.lower().endswith((".yaml", ".yml")) or "/" in name or "\\" in name


def load_profile(name: str, folder: Path | None = None, place: Place | None = None) -> Profile:
    """A profile by its name, or by its file as seen from a folder; `place` is where it is named.

    A `ForeignProfile` is never quoted.

    Raises:
        ReviewError: there is no such profile (or an `ExceptionGroup` of one for each problem of its file).
    """
    load = _unquoted if isinstance(name, ForeignProfile) else _load
    return load(name, folder or Path(), (), place)


def _load(name: str, folder: Path, above: tuple[Path, ...], place: Place | None = None) -> Profile:
    from reviewcli.texts.files import is_file as is_there

    if is_file(name):
        path = folder / Path(name).expanduser()
    elif name in profile_names():
        path = _FOLDER / f"{name}.yaml"
    else:
        raise ReviewError(f"There is no profile “{name}”.", place, hint=_nearest(name))
    if not is_there(path):
        raise ReviewError(
            f"There is no profile {path}.", place, "A profile's file is looked for beside what names it."
        )
    if path.resolve() in above:
        raise ReviewError(f"“{name}” is based on itself.", place, "Base it on one of ours, such as standard.")
    return _read(path, (*above, path.resolve()))


def _read(path: Path, above: tuple[Path, ...]) -> Profile:
    from reviewcli.texts.files import read_source
    from reviewcli.texts.yaml.nodes import Mapping_, place_at, plain_value
    from reviewcli.texts.yaml.reading import read_yaml

    file = str(path)
    source = read_source(file).text
    node = read_yaml(source, file)
    if node is None:
        return Profile(files=(path,))
    if not isinstance(node, Mapping_):
        raise ReviewError(
            "holds no profile.", Place(file, 1, 1), 'Write "based_on: standard", and "rules:" below.'
        )

    def place(of: Node) -> Place:
        return place_at(source, of.span.start, file)

    base, values = Profile(), dict[str, Any]()
    problems: list[ReviewError] = []
    for key, value in node.entries:
        values[key.text] = plain_value(value)
        problem = _problem(key.text, values[key.text])
        if problem:
            problems.append(ReviewError(problem[0], place(value if key.text in _KEYS else key), problem[1]))
        elif key.text == "based_on":
            base = _base(values["based_on"], path, above, place(value))
    if problems:
        raise ExceptionGroup("profile", problems)
    own = () if path.parent == _FOLDER else _named(node.get("rules"))
    return Profile(
        merge_settings(base.rules, values.get("rules") or {}),
        values.get("dialect") or base.dialect,
        {**base.places, **{name: place(key) for name, key in own}},
        (path, *base.files),
    )


def _named(rules: Node | None) -> Iterator[tuple[str, Node]]:
    """The keys of rules, and of their options by `cliche.level`."""
    from reviewcli.texts.yaml.nodes import Mapping_

    for rule, options in rules.entries if isinstance(rules, Mapping_) else ():
        yield rule.text, rule
        for option, _ in options.entries if isinstance(options, Mapping_) else ():
            yield f"{rule.text}.{option.text}", option


def _base(name: str, path: Path, above: tuple[Path, ...], place: Place) -> Profile:
    """What a profile is based on."""
    folder = path.parent
    is_outside = is_file(name) and leads_out(folder / Path(name).expanduser(), project_of(folder))
    return _unquoted(name, folder, above, place) if is_outside else _load(name, folder, above, place)


def _unquoted(name: str, folder: Path, above: tuple[Path, ...], place: Place | None) -> Profile:
    """A profile that may be no profile at all: what is wrong with it is told without a word of it."""
    try:
        return _load(name, folder, above, place)
    except (ReviewError, ExceptionGroup):
        message = f"“{name}” lies outside of the project that names it, and is no profile that can be used."
        raise ReviewError(message, place) from None


def _problem(key: str, value: Any) -> tuple[str, str] | None:
    """What is wrong with a key of a profile, and what to do."""
    if key not in _KEYS:
        return (
            f"“{key}” is no key of a profile.",
            "There are based_on, dialect and rules; lengths and styles are options of rules.",
        )
    if key == "based_on" and not isinstance(value, str):
        return "“based_on” is the name of a profile.", "Write, for example: based_on: standard"
    dialects = get_args(Dialect)
    if key == "dialect" and value is not None and value not in dialects:
        return f"“dialect” is one of {', '.join(dialects)}.", "Leave it out where either spelling will do."
    if key == "rules" and value is not None and not isinstance(value, dict):
        return "“rules” is a mapping.", "Write a rule a line, for example: cliche: off"
    return None


def _nearest(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name.lower(), profile_names(), 1)
    return (
        f"Did you mean “{near[0]}”?"
        if near
        else f"There are {', '.join(profile_names())}; a file of your own ends in .yaml."
    )
