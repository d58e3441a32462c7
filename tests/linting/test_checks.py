"""Running checks, choosing rules, profiles, and `review rule`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import pytest

from reviewcli.cli._app import main
from reviewcli.document import Document
from reviewcli.linting.checks import lint
from reviewcli.linting.profiles import load_profile, profile_names
from reviewcli.notes import Notes
from reviewcli.rules import all_rules, rule_groups
from reviewcli.rules._choice import Choice, choose_rules, merge_settings
from reviewcli.rules._rule import Check
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.findings import Finding, Severity, Span


def finding(rule: str, start: int, end: int, group: str = "spelling") -> Finding:
    return Finding(rule, group, Severity.WARNING, "It is so.", Span(start, end), engine="harper")


class Says:
    """A check that says what it was given."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings

    def check(self, doc: Document) -> Iterable[Finding]:  # noqa: ARG002 - a check's signature
        return self.findings


def chosen(**choice: Any) -> list[str]:
    return [rule.id for rule in choose_rules(Choice(**choice))]


def problems(**choice: Any) -> list[str]:
    with pytest.raises(ExceptionGroup) as raised:
        choose_rules(Choice(**choice))
    assert all(isinstance(error, ReviewError) for error in raised.value.exceptions)
    return [str(error) for error in raised.value.exceptions]


DOC = Document("The the film is a masterclass in patience.")


def test_findings_come_in_the_order_of_the_text_whoever_says_them() -> None:
    checks = [
        Says(finding("b/Late", 9, 12), finding("b/Same", 4, 7)),
        Says(finding("a/Same", 4, 7), finding("a/Long", 4, 9)),
    ]
    assert [found.rule for found in lint(DOC, checks)] == ["a/Same", "b/Same", "a/Long", "b/Late"]


def test_a_rule_speaks_once_of_the_same_words() -> None:
    twice = finding("harper/Spelled", 4, 7)
    assert lint(DOC, [Says(twice, twice), Says(twice)]) == (twice,)


def test_a_rule_that_raises_keeps_its_traceback() -> None:
    class Broken:
        def check(self, doc: Document) -> Iterator[Finding]:  # noqa: ARG002 - a check's signature
            yield finding("x/Y", 0, 1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        lint(DOC, [Broken()])


def test_without_a_choice_every_rule_runs() -> None:
    assert chosen() == [rule_id for rule_id, rule in all_rules().items() if rule.default]


def test_ids_and_groups_are_selected_and_ignored() -> None:
    grammar = [rule_id for rule_id, rule in all_rules().items() if rule.group == "grammar" and rule.default]
    assert chosen(select=("cliche", "grammar")) == ["cliche", *grammar]
    assert chosen(select=("grammar",), extend_select=("cliche",)) == ["cliche", *grammar]
    assert "cliche" not in chosen(ignore=("wording",))
    assert "doubled-word" not in chosen(ignore=("doubled-word",))


def test_an_id_goes_before_a_group() -> None:
    assert chosen(select=("cliche",), ignore=("wording",)) == ["cliche"]
    without_one = chosen(select=("structure",), ignore=("section-missing",))
    assert "placeholder-left" in without_one
    assert "section-missing" not in without_one
    assert chosen(select=("cliche",), ignore=("cliche",)) == []


def test_a_rule_that_is_off_runs_only_when_it_is_selected_by_its_id() -> None:
    off = {"cliche": "off"}
    assert "cliche" not in chosen(settings=off)
    assert "cliche" not in chosen(settings=off, select=("wording",))
    assert "cliche" in chosen(settings=off, select=("cliche",))
    assert "cliche" not in chosen(settings={"cliche": False})


def test_a_setting_is_a_level_or_options() -> None:
    settings = {
        "cliche": "error",
        "sentence-too-long": {"limit": "20", "level": "warning"},
        "doubled-word": {"allow": "the"},
    }
    rules = {rule.id: rule for rule in choose_rules(Choice(settings=settings))}
    assert rules["cliche"].level is Severity.ERROR
    assert rules["sentence-too-long"] == all_rules()["sentence-too-long"](limit=20, level=Severity.WARNING)  # type: ignore[call-arg]
    assert lint(DOC, [rules["doubled-word"]]) == ()
    assert [found.severity for found in lint(DOC, [rules["cliche"]])] == [Severity.ERROR]


def test_all_problems_of_a_choice_are_told_at_once_with_the_nearest_name() -> None:
    told = problems(
        settings={"clich": "error", "cliche": "fatal", "readability": {"wrds": 3, "words": "many"}},
        select=("wordings",),
        ignore=("zzz",),
        extend_select=("cliche",),
    )
    assert told == [
        "“wordings” is no rule and no group of rules. Did you mean “wording”?",
        "“zzz” is no rule and no group of rules. `review rule` lists them.",
        "“clich” is no rule and no group of rules. Did you mean “cliche”?",
        "“fatal” is no level of cliche. Levels are error, warning, suggestion and off.",
        "“wrds” is no option of readability. Did you mean “words”?",
        "“many” does not suit readability.words, which is a whole number. See `review rule readability`.",
    ]


def test_settings_of_a_rule_that_does_not_run_are_checked_too() -> None:
    assert problems(settings={"cliche": {"alow": []}}, ignore=("cliche",)) == [
        "“alow” is no option of cliche. Did you mean “allow”?"
    ]


def test_an_engine_is_limited_as_our_rules_are() -> None:
    engine = Says(finding("harper/A", 0, 3), finding("harper/B", 4, 7), finding("harper/C", 8, 9, "grammar"))

    def said(**choice: Any) -> list[tuple[str, Severity]]:
        limited: Check = Choice(**choice).limit(engine)
        return [(found.rule, found.severity) for found in limited.check(DOC)]

    assert said(ignore=("harper/A",), settings={"harper/B": "error", "harper/C": "off"}) == [
        ("harper/B", Severity.ERROR)
    ]
    assert said(ignore=("spelling",)) == [("harper/C", Severity.WARNING)]
    assert said(select=("cliche",)) == []
    assert [rule for rule, _ in said()] == ["harper/A", "harper/B", "harper/C"]


def test_a_level_of_an_engines_rule_is_checked() -> None:
    assert problems(settings={"harper/A": "fatal"}) == [
        "“fatal” is no level of harper/A. Levels are error, warning, suggestion and off."
    ]
    assert problems(settings={"harper/A": {"limit": 3}}) == ["harper/A has no options but its level."]


def test_settings_are_merged_option_by_option() -> None:
    under = {"section-missing": {"required": ["verdict"]}, "cliche": "off", "doubled-word": {"allow": []}}
    over = {"section-missing": "error", "cliche": "warning", "doubled-word": "off"}
    assert merge_settings(under, over) == {
        "section-missing": {"required": ["verdict"], "level": "error"},
        "cliche": "warning",
        "doubled-word": "off",
    }


@pytest.mark.parametrize("name", profile_names())
def test_every_profile_can_be_used(name: str) -> None:
    assert choose_rules(Choice(settings=load_profile(name).rules))


def test_the_profiles_are_those_that_users_know() -> None:
    assert {"capsule", "short", "standard", "long", "academic", "blog"} == set(profile_names())


def test_an_unknown_profile_names_those_there_are() -> None:
    with pytest.raises(ReviewError, match="Did you mean “standard”"):
        load_profile("standrd")


def test_a_profile_asks_for_sections_and_without_one_nothing_is_asked() -> None:
    doc = Document("# Her\n\n## Synopsis\n\nA man buys a phone.\n")
    asked = lint(
        doc, choose_rules(Choice(settings=load_profile("standard").rules, select=("section-missing",)))
    )
    assert [found.message for found in asked] == [
        "The profile asks for a performances section, and no heading names one.",
    ]
    assert lint(doc, choose_rules(Choice(select=("section-missing",)))) == ()


def test_books_have_stock_phrases_of_their_own() -> None:
    def matches(kind: str) -> list[str]:
        doc = Document("A debut novel with a killer app.", notes=Notes(title="Ruin", kind=kind))
        return [found.message for found in lint(doc, choose_rules(Choice(select=("cliche",))))]

    assert matches("film") == []
    assert matches("book") == ["“debut novel” is a stock phrase. Quote a line that shows it."]


def test_rule_lists_every_rule_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines] == list(rule_groups())
    assert "wording cliche warning A phrase that has stood in a thousand reviews." in [
        " ".join(line.split()) for line in lines
    ]


def test_rule_explains_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "sentence-too-long"]) == 0
    page = capsys.readouterr().out
    for part in (
        "# sentence-too-long",
        "forgotten at its end.",
        "## Bad",
        "«",
        "## Good",
        "limit: 40",
        "--ignore sentence-too-long",
    ):
        assert part in page


def test_rule_explains_readability_which_is_a_group_as_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "readability"]) == 0
    assert capsys.readouterr().out.startswith("# readability\n")


def test_rule_explains_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "--all"]) == 0
    page = capsys.readouterr().out
    assert [line[2:] for line in page.splitlines() if line.startswith("# ")] == list(rule_groups())


def test_rule_speaks_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "doubled-word", "--output-format", "json"]) == 0
    (described,) = json.loads(capsys.readouterr().out)["rules"]
    assert described["id"] == "doubled-word"
    assert described["severity"] == "error"
    assert described["bad"][0] == {
        "text": "She carries «the the» film.",
        "fixed": "She carries the film.",
        "notes": None,
        "options": {},
    }
    assert "had" in described["options"]["allow"]["default"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("doubled-wrd", "There is no rule “doubled-wrd”. Did you mean “doubled-word”?\n"),
        ("qqq", "There is no rule “qqq”. `review rule` lists them.\n"),
        ("harper/SpelCheck", "Harper has no rule “SpelCheck”. Did you mean “harper/SpellCheck”?\n"),
    ],
)
def test_an_unknown_rule_is_an_error_with_the_nearest_name(
    name: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rule", name]) == 2
    assert capsys.readouterr() == ("", says)


def test_a_rule_of_an_engine_is_explained_in_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "harper/SpellCheck"]) == 0
    whose, what, how = capsys.readouterr().out.splitlines()
    assert whose == "harper/SpellCheck is a rule of Harper’s."
    assert "misspelled" in what
    assert "--ignore harper/SpellCheck" in how


class Special(Says):
    """A check that speaks instead of `words`."""

    id = "special"
    instead_of = ("words",)


def test_where_a_special_rule_speaks_the_general_one_is_silent() -> None:
    words = Says(finding("words", 0, 3), finding("words", 4, 9), finding("other", 4, 9))
    assert lint(Document("The grand tour ends."), [words, Special(finding("special", 6, 14))]) == (
        finding("words", 0, 3),
        finding("other", 4, 9),
        msgspec.structs.replace(finding("special", 6, 14), speaks_for=("words",)),
    )
    assert len(lint(Document("The grand tour ends."), [words, Special()])) == 3
