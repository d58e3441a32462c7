"""One thing said once: two engines, or an engine and a rule of ours, on the same words."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from reviewcli.document import Document
from reviewcli.engines.merge import merged
from reviewcli.linting.checks import lint
from reviewcli.rules._choice import Choice
from reviewcli.texts.findings import Edit, Finding, Fix, Severity, Span

SOURCE = "He carries the the whole film, and we recieve it with joy."


def finding(
    words: str,
    *replacements: str,
    engine: str = "harper",
    group: str = "grammar",
    rule: str = "Rule",
    safe: bool = False,
) -> Finding:
    start = SOURCE.index(words)
    span = Span(start, start + len(words))
    return Finding(
        rule=rule if engine == "review" else f"{engine}/{rule}",
        group=group,
        severity=Severity.ERROR if safe else Severity.WARNING,
        message="Something is wrong.",
        span=span,
        engine=engine,
        replacements=replacements,
        fix=Fix((Edit(span, replacements[0]),), safe=True) if safe else None,
    )


def test_two_engines_on_one_word_are_one_finding_with_the_better_word_first() -> None:
    (one,) = merged(
        [
            finding("recieve", "relieve", "receive", group="spelling"),
            finding("recieve", "recipe", engine="languagetool", group="spelling"),
        ],
        SOURCE,
    )
    assert one.replacements[0] == "receive"
    assert set(one.replacements) >= {"receive", "relieve", "recipe"}
    assert "(Harper and LanguageTool)" in one.message


def test_a_safe_fix_outlives_a_guess() -> None:
    (one,) = merged(
        [finding("the the", "the", safe=True), finding("the whole", "a whole", engine="languagetool")], SOURCE
    )
    assert one.fix is not None
    assert one.fix.safe
    assert one.replacements == ("the",)


def test_a_rule_of_ours_silences_the_engine_on_its_words() -> None:
    ours = finding("the the", "the", engine="review", rule="doubled-word", safe=True)
    assert merged([finding("the the", "the"), ours], SOURCE) == (ours,)


def test_a_rule_of_ours_on_other_matters_silences_nobody() -> None:
    ours = finding("with joy", engine="review", group="wording", rule="cliche")
    engine = finding("joy", "joys")
    assert merged([ours, engine], SOURCE) == (ours, engine)


def test_our_own_findings_are_never_merged() -> None:
    ours = [
        finding("the the", engine="review", rule="doubled-word"),
        finding("the the whole", engine="review", rule="other-rule"),
    ]
    assert set(merged(ours, SOURCE)) == set(ours)


def test_findings_that_do_not_meet_stay_apart() -> None:
    findings = [finding("the the", "the"), finding("recieve", "receive", engine="languagetool")]
    assert merged(findings, SOURCE) == tuple(findings)


class Fixed:
    """An engine that says what it was made with."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings

    def check(self, _doc: Document) -> Iterable[Finding]:
        return self.findings


def test_a_rule_of_one_engine_that_is_ignored_takes_nothing_from_the_other() -> None:
    theirs = finding("recieve", "receive", group="spelling", rule="harper/SpellCheck")
    better = finding("recieve", "receive", engine="languagetool", group="spelling", rule="languagetool/M")
    assert [each.rule for each in merged([theirs, better], SOURCE)] == [better.rule]
    choice = Choice(ignore=(better.rule,))
    checks = [choice.limit(Fixed(theirs)), choice.limit(Fixed(better))]
    assert merged(lint(Document(SOURCE), checks), SOURCE) == (theirs,)


_SPANS = st.tuples(st.integers(0, 40), st.integers(1, 8)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
_FINDINGS = st.builds(
    Finding,
    rule=st.sampled_from(["a", "b"]),
    group=st.sampled_from(["grammar", "spelling", "wording"]),
    severity=st.just(Severity.WARNING),
    message=st.just("Wrong."),
    span=_SPANS,
    engine=st.sampled_from(["harper", "languagetool", "review"]),
)


@given(findings=st.lists(_FINDINGS, max_size=12))
def test_nothing_of_ours_is_lost_and_engines_never_overlap(findings: list[Finding]) -> None:
    left = merged(findings, SOURCE)
    ours = [it for it in findings if it.engine == "review"]
    assert sorted(map(repr, (it for it in left if it.engine == "review"))) == sorted(map(repr, ours))
    theirs = [it for it in left if it.engine != "review"]
    assert not any(a.span.overlaps(b.span) for index, a in enumerate(theirs) for b in theirs[index + 1 :])
    sharing = [it for it in ours if it.group != "wording"]
    assert not any(a.span.overlaps(b.span) for a in theirs for b in sharing)
    # Whatever an engine marked is still marked by somebody.
    assert all(any(it.span.overlaps(other.span) for other in left) for it in findings)
