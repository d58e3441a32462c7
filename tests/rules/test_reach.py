"""Where the directives of a draft silence which rules and groups."""

from __future__ import annotations

import pytest

from reviewcli.document import Document
from reviewcli.document.directives import find_directives
from reviewcli.rules._reach import Reach, holds, is_silent, reaches_of
from reviewcli.texts.findings import Finding, Severity, Span


def reaches(draft: str) -> list[Reach]:
    doc = Document(draft)
    return reaches_of(doc, find_directives(doc))[0]


def shown(draft: str) -> list[tuple[str, str]]:
    """Each name, and the words that it is silenced over; the end of the file is a mark of its own."""
    text = draft + "¶"
    return [(reach.name.text, text[reach.span.start : reach.span.end]) for reach in reaches(draft)]


def finding(start: int, end: int, rule: str = "echo", speaks_for: tuple[str, ...] = ()) -> Finding:
    return Finding(
        rule, "wording", Severity.WARNING, "It is said twice.", Span(start, end), speaks_for=speaks_for
    )


def test_a_line_is_silenced_with_its_end_whatever_stands_around_it() -> None:
    assert shown("One.\nTwo. <!-- review-disable-line echo -->\nThree.\n") == [
        ("echo", "Two. <!-- review-disable-line echo -->\n")
    ]
    assert shown("One.\n<!-- review-disable-line\necho --> Two.\nThree.") == [
        ("echo", "<!-- review-disable-line\necho --> Two.\n")
    ]
    assert shown("One. <!-- review-disable-line echo -->") == [
        ("echo", "One. <!-- review-disable-line echo -->¶")
    ]


def test_the_next_line_is_the_next_that_says_anything() -> None:
    below = "<!-- review-disable-next-line echo -->"
    assert shown(f"{below}\nOne.\nTwo.\n") == [("echo", "One.\n")]
    assert shown(f"{below}\n\n <!-- review-disable-next-line hedge -->\n> \nOne.\nTwo.\n") == [
        ("echo", "One.\n"),
        ("hedge", "One.\n"),
    ]
    assert shown(f"One.\n\n{below}\n\n") == [("echo", "¶")]
    assert shown(f"One.\n\n{below}") == [("echo", f"{below}¶")]


def test_a_block_is_silenced_to_what_enables_it_again_and_a_file_whole() -> None:
    off, on = "<!-- review-disable echo -->", "<!-- review-enable echo -->"
    assert shown(f"One.\n\n{off}\n\nTwo.\n\n{on}\n\nThree.") == [("echo", f"{off}\n\nTwo.\n\n")]
    assert shown(f"One.\n\n{off}\n\nTwo.") == [("echo", f"{off}\n\nTwo.¶")]
    whole = "One.\n\n<!-- review-disable-file echo -->\n\nTwo."
    assert shown(whole) == [("echo", whole + "¶")]
    assert [reach.is_choice for reach in reaches(whole)] == [True]
    assert [reach.is_choice for reach in reaches(off)] == [False]


def test_what_is_enabled_out_of_a_group_is_left_out_of_it_from_there() -> None:
    draft = "<!-- review-disable wording -->\n\nOne.\n\n<!-- review-enable echo -->\n\nTwo."
    doc = Document(draft)
    found, useful = reaches_of(doc, find_directives(doc))
    before, after = found
    one, two = draft.index("One"), draft.index("Two")
    assert (before.name.text, before.but, after.name.text, after.but) == ("wording", (), "wording", ("echo",))
    assert (before.silences(finding(one, one + 3)), before.silences(finding(two, two + 3))) == (True, False)
    assert (after.silences(finding(one, one + 3)), after.silences(finding(two, two + 3))) == (False, False)
    assert after.silences(finding(two, two + 3, "hedge"))
    assert after.span.start == draft.index("-->", one) + 3
    assert [draft[span.start : span.end] for span in useful] == ["echo"]


def test_an_enable_of_something_else_changes_nothing() -> None:
    draft = "<!-- review-disable echo -->\n\nOne.\n\n<!-- review-enable hedge -->\n\nTwo."
    doc = Document(draft)
    found, useful = reaches_of(doc, find_directives(doc))
    assert [(reach.span.start, reach.span.end, reach.but) for reach in found] == [(0, len(draft) + 1, ())]
    assert useful == set()


def test_a_group_that_is_enabled_ends_its_rules() -> None:
    draft = "<!-- review-disable echo, hedge -->\n\nOne.\n\n<!-- review-enable wording, echo -->\n\nTwo."
    assert ("echo", draft[: draft.index("<!-- review-enable")]) in shown(draft)


def test_a_finding_is_silenced_where_it_touches() -> None:
    draft = "One.\nTwo two. <!-- review-disable-line echo -->\nThree.\n"
    (reach,) = reaches(draft)
    start, end = reach.span.start, reach.span.end
    touching = [
        finding(start, start + 1),
        finding(end - 1, end + 4),
        finding(0, start + 1),
        finding(start, start),
    ]
    apart = [finding(0, start), finding(end, end + 2), finding(start - 1, start - 1)]
    assert [reach.silences(each) for each in (*touching, *apart)] == [True] * 4 + [False] * 3
    assert not reach.silences(finding(start, start + 1, "hedge"))


def test_who_silences_a_general_rule_in_a_place_means_the_special_one_too() -> None:
    (here,) = reaches("One. <!-- review-disable-line echo -->")
    (everywhere,) = reaches("One. <!-- review-disable-file echo -->")
    special = finding(0, 3, "said-twice", speaks_for=("echo",))
    assert here.silences(special)
    assert everywhere.is_about(special)
    assert not everywhere.silences(special)
    assert everywhere.silences(finding(0, 3))


def test_what_was_enabled_again_is_not_silenced_through_what_it_speaks_for() -> None:
    draft = "<!-- review-disable wording -->\n<!-- review-enable echo -->\n\nOne."
    after = reaches(draft)[-1]
    at = draft.index("One")
    assert not after.silences(finding(at, at + 3, "said-twice", speaks_for=("echo",)))
    assert after.silences(finding(at, at + 3, "said-twice"))


@pytest.mark.parametrize(
    ("draft", "names", "silent"),
    [
        ("One. <!-- review-disable-line echo -->", ["echo", "wording"], True),
        ("One. <!-- review-disable-line -->", ["echo"], True),
        ("One. <!-- review-disable-line hedge -->", ["echo", "wording"], False),
        ("One.\nTwo. <!-- review-disable-line echo -->", ["echo"], False),
        ("One.", ["echo"], False),
    ],
)
def test_a_place_is_silent_where_a_directive_says_so(draft: str, names: list[str], *, silent: bool) -> None:
    assert is_silent(Document(draft), Span(0, 3), names) is silent


@pytest.mark.parametrize(
    ("outer", "inner", "does"),
    [
        ("", "echo", True),
        ("echo", "echo", True),
        ("wording", "echo", True),
        ("echo", "wording", False),
        ("facts", "echo", False),
        ("grammar", "harper/ThisThat", True),
        ("spelling", "harper/ThisThat", True),
        ("wording", "harper/ThisThat", False),
        ("echo", "", False),
    ],
)
def test_a_name_holds_itself_its_rules_and_a_group_those_of_engines(
    outer: str, inner: str, *, does: bool
) -> None:
    assert holds(outer, inner) is does
