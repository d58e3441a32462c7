"""Every rule's own examples, and the manners that all rules share."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noted import noted
from reviewcli.document import Document
from reviewcli.linting.checks import lint
from reviewcli.notes import Notes
from reviewcli.rules import GROUPS, Bad, Good, Rule, all_rules, rule_class, rule_groups
from reviewcli.texts.findings import Finding, Severity, Span

RULES = all_rules()


def parsed(notes: str | None) -> Notes | None:
    return None if notes is None else noted(notes)


def run(rule: type[Rule], text: str, example: Bad | Good) -> tuple[Finding, ...]:
    options = msgspec.convert(dict(example.options), rule, strict=False)
    notes = parsed(example.notes if example.notes is not None else rule.example_notes)
    return lint(Document(text, notes=notes), [options])


def unmarked(marked: str) -> tuple[str, list[Span]]:
    """The text without guillemets, and what stood between them."""
    spans: list[Span] = []
    text = ""
    for part in re.split(r"(«[^»]*»)", marked):
        inside = part[1:-1] if part.startswith("«") else None
        if inside is not None:
            spans.append(Span(len(text), len(text) + len(inside)))
        text += part if inside is None else inside
    return text, spans


def apply(text: str, findings: tuple[Finding, ...]) -> str:
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


BAD = [
    pytest.param(rule, bad, id=f"{rule_id}-{n}")
    for rule_id, rule in RULES.items()
    for n, bad in enumerate(rule.bad)
]
GOOD = [
    pytest.param(rule, good if isinstance(good, Good) else Good(good), id=f"{rule_id}-{n}")
    for rule_id, rule in RULES.items()
    for n, good in enumerate(rule.good)
]


@pytest.mark.parametrize(("rule", "bad"), BAD)
def test_a_bad_example_is_found_at_its_marks(rule: type[Rule], bad: Bad) -> None:
    text, spans = unmarked(bad.text)
    findings = run(rule, text, bad)
    assert [text[f.span.start : f.span.end] for f in findings] == [text[s.start : s.end] for s in spans]
    assert [f.span for f in findings] == spans


@pytest.mark.parametrize(("rule", "bad"), BAD)
def test_the_fix_of_a_bad_example_gives_its_fixed_text_and_silences_the_rule(
    rule: type[Rule], bad: Bad
) -> None:
    text, _ = unmarked(bad.text)
    findings = run(rule, text, bad)
    after = apply(text, findings)
    assert after == (text if bad.fixed is None else bad.fixed)
    if bad.fixed is not None:
        assert run(rule, after, bad) == ()


@pytest.mark.parametrize(("rule", "good"), GOOD)
def test_a_good_example_is_left_alone(rule: type[Rule], good: Good) -> None:
    assert [(f.message, good.text[f.span.start : f.span.end]) for f in run(rule, good.text, good)] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_manners(rule: type[Rule]) -> None:
    manual = rule.__doc__ or ""
    first = manual.split("\n")[0]
    assert re.fullmatch(r"[A-Z“].*\.", first), "the first line of the docstring is a sentence"
    assert len(rule.bad) >= 2, "two bad examples"
    assert len(rule.good) >= 2, "two good examples"
    assert set(rule.instead_of) <= RULES.keys() - {rule.id}, "rules that there are"
    assert rule.group in GROUPS
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
    for bad in rule.bad:
        for finding in run(rule, unmarked(bad.text)[0], bad):
            assert finding.message.endswith((".", "?", ".”")), finding.message
            assert "\n" not in finding.message
            assert (finding.rule, finding.group, finding.engine) == (rule.id, rule.group, "review")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_options_have_defaults_and_levels_can_be_set(rule: type[Rule]) -> None:
    rule()
    text, _ = unmarked(rule.bad[0].text)
    for level in Severity:
        options: dict[str, Any] = {**rule.bad[0].options, "level": level.value}
        findings = run(rule, text, Bad(rule.bad[0].text, notes=rule.bad[0].notes, options=options))
        assert {finding.severity for finding in findings} == {level}


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES.values() if rule.needs_notes], ids=lambda rule: rule.id
)
def test_a_rule_that_needs_notes_is_silent_without(rule: type[Rule]) -> None:
    for bad in rule.bad:
        text, _ = unmarked(bad.text)
        assert lint(Document(text), [msgspec.convert(dict(bad.options), rule, strict=False)]) == ()


def test_a_rule_is_known_by_its_file_and_its_group_by_the_folder() -> None:
    assert rule_groups()["name-misspelt"] == "names"
    assert rule_class("name-misspelt").__name__ == "NameMisspelt"
    assert list(RULES) == list(rule_groups())
    assert all(rule.id == rule_id for rule_id, rule in RULES.items())


def test_every_file_of_the_folder_is_a_rule_of_one_group() -> None:
    assert len(set(rule_groups())) == len(rule_groups())
    assert set(rule_groups().values()) <= set(GROUPS)


NOTES = parsed(
    "title: Her\ncast: [Scarlett Johansson as Samantha, Ōe Kenzaburō, J. J. Feild]\nnames: [van der Post]\n"
)
PIECES = st.sampled_from(
    """the_the_|a_masterclass_in_|Scarlet_Johanson|Johanson's_|J.J._|van_der_|Oe_Kenzaburo_|*|`|#_|>_|-_|“|”|"|TK_|[actor]|
    {{_x_}}|<!--_review-todo_a_-->|<!--|É|e\u0301|🎬|İ|ſ|\u00a0|&amp;|[a](b)|._|?|XX|20XX|\ufffc|---\n|\n|\n\n|\r\n|_""".replace(
        "\n    ", ""
    )
    .replace("_", " ")
    .split("|")
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=25).map("".join)


@given(TEXTS, st.booleans(), st.booleans())
def test_any_text_is_read_by_every_rule_and_every_span_lies_in_the_source(
    text: str, plain: bool, noted: bool
) -> None:
    doc = Document(text, plain=plain, notes=NOTES if noted else None)
    options = {"sentence-too-long": {"limit": 3}, "section-missing": {"required": ["verdict"]}}
    rules = [msgspec.convert(options.get(rule_id, {}), rule) for rule_id, rule in RULES.items()]
    for finding in lint(doc, rules):
        assert 0 <= finding.span.start < finding.span.end <= len(text)


def test_the_table_of_rules_loses_no_word_in_a_narrow_terminal() -> None:
    from reviewcli.formats.rule_lists import table
    from reviewcli.linting.manuals import page_of

    rules = [page_of(rule) for rule in RULES.values()]
    assert " ".join(table(rules, 60).split()) == " ".join(table(rules, None).split())
    assert all(len(line) <= 60 for line in table(rules, 60).splitlines())
