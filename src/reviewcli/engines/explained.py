"""What is to be said of one rule of an engine: whose it is, its own words, whether it is on, how to silence it."""

from __future__ import annotations

from reviewcli.engines import harper_rules, languagetool_rules
from reviewcli.engines.messages import plain
from reviewcli.rules._rule import did_you_mean
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.findings import ENGINES


def explained(name: str) -> str:
    """Two or three lines on a rule that is named as in a finding: `harper/SpellCheck`.

    Raises:
        ReviewError: Harper has no such rule.
    """
    engine, _, rule = name.partition("/")
    lines = [f"{name} is a rule of {ENGINES[engine]}’s."]
    if engine == "harper":
        lines.append(in_harpers_words(rule))
        known = harper_rules.judged().get(rule)
        reason = known.reason if known and known.state == "off" else None
    else:
        lines.append("LanguageTool says what it looks for only beside a finding.")
        reason = languagetool_rules.OFF.get(rule)
    if reason:
        return "\n".join([*lines, f"It is off here: {reason}."])
    return "\n".join([*lines, f"“--ignore {name}” silences it, and in the config “ignore: [{name}]”."])


def in_harpers_words(rule: str) -> str:
    """What Harper says of a rule of its own.

    Raises:
        ReviewError: it has no such rule.
    """
    from harper import Linter

    described: dict[str, str] = Linter(0).get_lint_descriptions()
    if rule not in described:
        known = {f"harper/{name}" for name in described}
        raise ReviewError(f"Harper has no rule “{rule}”.", hint=did_you_mean(f"harper/{rule}", known))
    return plain(described[rule])
