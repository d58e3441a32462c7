"""Which rules run, how much they matter, and with which options: flags over config over profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from reviewcli.document import Document
from reviewcli.rules import GROUPS, Rule, rule_class, rule_groups
from reviewcli.rules._rule import Check, did_you_mean
from reviewcli.texts.errors import Place, ReviewError, each_error, in_order
from reviewcli.texts.findings import ENGINES, Finding, Severity

_KINDS = {
    "int": "a whole number",
    "float": "a number",
    "bool": "yes or no",
    "str": "a text",
    "array": "a list",
}


class Choice(msgspec.Struct, frozen=True):
    """Which rules run, how much they matter, and with which options.

    Args:
        settings: `{ID: off | SEVERITY | {option: value}}`, as config and profiles have it; the key may be an
            engine's rule. Among the options `level` is the severity.
        select: ids and groups that run; none: all that run by default.
        extend_select: ids and groups that run as well.
        ignore: ids and groups that do not run. An id goes before a group, here as in `select`.
        places: where a rule's id (`cliche`) or option (`cliche.level`) stands in the config, if it stands there.
    """

    settings: Mapping[str, Any] = {}
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    places: Mapping[str, Place] = {}

    def admits(self, rule: str, group: str, *, default: bool = True) -> bool:
        """Whether a rule runs; `default` is whether it does so when nobody names it."""
        if rule in self.ignore:
            return False
        if rule in self.select or rule in self.extend_select:
            return True
        if _is_off(self.settings.get(rule)) or group in self.ignore:
            return False
        if not default:
            return rule in self.settings and not self.select
        return not self.select or group in self.select or group in self.extend_select

    def place_of(self, rule: str, option: str) -> Place | None:
        """Where a rule's option stands in the config, or the rule where it has one setting only."""
        return self.places.get(f"{rule}.{option}") or self.places.get(rule)

    def limit(self, engine: Check) -> Check:
        """The engine without the findings that were not chosen, and with the levels that were set."""
        return _Limited(engine, self)


def choose_rules(choice: Choice) -> list[Rule]:
    """The rules that run, with their options. Only these are imported.

    Raises:
        ExceptionGroup: of a `ReviewError` for each unknown id or group, and for each bad option.
    """
    problems = [_unknown(name, choice.places.get(name)) for name in _named(choice) if not _is_known(name)]
    rules: list[Rule] = []
    for rule_id, setting in choice.settings.items():
        if rule_id in GROUPS and rule_id not in rule_groups():
            hint = f"To leave it out, write: ignore: [{rule_id}]"
            problems.append(
                ReviewError(
                    f"“{rule_id}” is a group, and only rules have settings.", choice.places.get(rule_id), hint
                )
            )
        problems.extend(_engine_problems(rule_id, setting, choice))
    for rule_id, group in rule_groups().items():
        runs, setting = choice.admits(rule_id, group), choice.settings.get(rule_id)
        if runs or setting:
            rule = rule_class(rule_id)
            options, wrong = _options_of(rule, setting, choice)
            problems.extend(wrong)
            if runs and not wrong and choice.admits(rule_id, group, default=rule.default):
                rules.append(rule(**options))
    if problems:
        raise ExceptionGroup("rules", in_order(problems))
    return rules


def setting_problems(values: Mapping[str, Any], places: Mapping[str, Place]) -> list[ReviewError]:
    """What is wrong with the rules, groups and options that a config names, and nothing that flags name.

    Args:
        values: the config's `select`, `ignore` and `rules`.
        places: where each key stands, as in `LoadedConfig.places`.
    """
    choice = Choice(
        settings=values.get("rules", {}),
        select=values.get("select", ()),
        ignore=values.get("ignore", ()),
        places=named_places(places),
    )
    try:
        choose_rules(choice)
    except ExceptionGroup as group:
        return list(each_error(group))
    return []


def named_places(places: Mapping[str, Place]) -> dict[str, Place]:
    """Where a config names rules, groups and options, by `cliche` and `cliche.level`."""
    return {
        path.partition(".")[2]: place
        for key in ("select.", "ignore.", "rules.")
        for path, place in places.items()
        if path.startswith(key)
    }


def merge_settings(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of a profile under those of a config: of each rule, option by option."""
    merged = dict(under)
    for rule_id, setting in over.items():
        if _is_off(setting) or rule_id not in merged or _is_off(merged[rule_id]):
            merged[rule_id] = setting
        else:
            merged[rule_id] = {**_options(merged[rule_id]), **_options(setting)}
    return merged


class _Limited(msgspec.Struct, frozen=True):
    engine: Check
    choice: Choice

    def check(self, doc: Document) -> Iterable[Finding]:
        # Asked at once, and not when the first finding is taken: a server works meanwhile.
        return self._chosen(self.engine.check(doc))

    def _chosen(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        for finding in findings:
            if self.choice.admits(finding.rule, finding.group):
                level = _options(self.choice.settings.get(finding.rule, {})).get("level")
                yield msgspec.structs.replace(finding, severity=Severity(level)) if level else finding


def _named(choice: Choice) -> Iterator[str]:
    yield from choice.select
    yield from choice.extend_select
    yield from choice.ignore
    yield from choice.settings


def _is_known(name: str) -> bool:
    return name in rule_groups() or name in GROUPS or name.partition("/")[0] in ENGINES


def _unknown(name: str, place: Place | None) -> ReviewError:
    hint = did_you_mean(name, [*rule_groups(), *GROUPS])
    return ReviewError(f"“{name}” is no rule and no group of rules.", place, hint)


def _is_off(setting: object) -> bool:
    return setting is False or setting == "off"


def _options(setting: Any) -> Mapping[str, Any]:
    """A setting as options: a bare severity is the option `level`."""
    if isinstance(setting, Mapping):
        return setting
    return (
        {}
        if setting is None or setting is True or _is_off(setting) or setting == "on"
        else {"level": setting}
    )


def _options_of(rule: type[Rule], setting: Any, choice: Choice) -> tuple[dict[str, Any], list[ReviewError]]:
    """The options of a setting as the rule's own types, and what is wrong with them."""
    values: dict[str, Any] = {}
    problems: list[ReviewError] = []
    given = _options(setting)
    fields = {field.name: field for field in msgspec.structs.fields(rule)} if given else {}
    for name, value in given.items():
        place = choice.place_of(rule.id, name)
        if name not in fields:
            hint = did_you_mean(name, fields).replace("`review rule` lists", f"`review rule {rule.id}` lists")
            problems.append(ReviewError(f"“{name}” is no option of {rule.id}.", place, hint))
            continue
        try:
            values[name] = _converted(value, fields[name].type)
        except msgspec.ValidationError as error:
            problems.append(_bad_value(rule.id, name, value, str(error), place))
    return values, problems


def _engine_problems(rule: str, setting: Any, choice: Choice) -> Iterator[ReviewError]:
    if rule.partition("/")[0] in ENGINES and not _is_off(setting):
        for name, value in _options(setting).items():
            place = choice.place_of(rule, name)
            if name != "level":
                yield ReviewError(f"{rule} has no options but its level.", place)
            elif value not in [severity.value for severity in Severity]:
                yield _bad_value(rule, name, value, "", place)


def _converted(value: Any, type_: Any) -> Any:
    if type_ is bool:
        value = {"yes": True, "on": True, "no": False, "off": False}.get(str(value).lower(), value)
    try:
        return msgspec.convert(value, type_, strict=False)
    except msgspec.ValidationError as error:
        if not isinstance(value, str) or "`array`" not in str(error):
            raise
        return msgspec.convert([value], type_, strict=False)  # one text where a list is meant


def _bad_value(rule: str, name: str, value: Any, error: str, place: Place | None) -> ReviewError:
    if name == "level":
        hint = "Levels are error, warning, suggestion and off."
        if str(value).replace(".", "", 1).isdigit() or str(value).lower() in ("yes", "no"):
            hint += f" An option has its name: {rule}: {{NAME: {value}}}; `review rule {rule}` lists them."
        return ReviewError(f"“{value}” is no level of {rule}.", place, hint)
    shown = f"“{value}”" if isinstance(value, str | int | float) else "what is written"
    return ReviewError(
        f"{shown} does not suit {rule}.{name}, which is {_meant(error)}.", place, f"See `review rule {rule}`."
    )


def _meant(error: str) -> str:
    """What was expected, from what msgspec says: “Expected `int`, got `str`”."""
    wanted = next((said for kind, said in _KINDS.items() if error.startswith(f"Expected `{kind}")), None)
    return wanted or f"another kind of value ({error})"
