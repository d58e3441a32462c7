"""Where the directives of a draft silence which rules and groups."""

from __future__ import annotations

import pytest

from reviewcli.document import Document
from reviewcli.rules._reach import holds, reach_of
from reviewcli.texts.findings import Finding, Severity, Span


def finding(start: int, end: int, rule: str = "echo", speaks_for: tuple[str, ...] = ()) -> Finding:
    return Finding(
        rule, "wording", Severity.WARNING, "It is said twice.", Span(start, end), speaks_for=speaks_for
    )


def silences(draft: str, found: Finding) -> bool:
    return bool(reach_of(Document(draft)).silencing(found))


def shown(draft: str, rule: str = "echo") -> str:
    """The words that a rule is silenced over; the end of the file is a mark of its own."""
    reach = reach_of(Document(draft))
    return "".join(
        letter
        for at, letter in enumerate(draft + "¶")
        if reach.silencing(finding(at, at + (letter != "¶"), rule))
    )


def useful(draft: str) -> list[str]:
    return [draft[span.start : span.end] for span in sorted(reach_of(Document(draft)).useful)]


def test_a_line_is_silenced_with_its_end_whatever_stands_around_it() -> None:
    line = "Two. <!-- review-disable-line echo -->\n"
    assert shown(f"One.\n{line}Three.\n") == line
    several = "<!-- review-disable-line\necho\n--> Two.\n"
    assert shown(f"One.\n{several}Three.") == several
    assert shown("One. <!-- review-disable-line echo -->") == "One. <!-- review-disable-line echo -->¶"
    assert shown(f"One.\n{line}Three.\n", "hedge") == ""


def test_the_next_line_is_the_next_that_says_anything() -> None:
    below = "<!-- review-disable-next-line echo -->"
    assert shown(f"{below}\nOne.\nTwo.\n") == "One.\n"
    after = f"{below}\n\n <!-- review-disable-next-line hedge -->\n> \nOne.\nTwo.\n"
    assert shown(after) == shown(after, "hedge") == "One.\n"
    assert shown(f"One.\n\n{below}\n\n") == "¶"
    assert shown(f"One.\n\n{below}") == f"{below}¶"


def test_a_block_is_silenced_to_what_enables_it_again_and_a_file_whole() -> None:
    off, on = "<!-- review-disable echo -->", "<!-- review-enable echo -->"
    assert shown(f"One.\n\n{off}\n\nTwo.\n\n{on}\n\nThree.") == f"{off}\n\nTwo.\n\n"
    assert shown(f"One.\n\n{off}\n\nTwo.") == f"{off}\n\nTwo.¶"
    assert shown(f"{off}\n{off}\nTwo.\n{on}\nThree.\n{off}") == f"{off}\n{off}\nTwo.\n{off}¶"
    whole = "One.\n\n<!-- review-disable-file echo -->\n\nTwo."
    assert shown(whole) == whole + "¶"


def test_what_is_enabled_out_of_a_group_is_left_out_of_it_from_there() -> None:
    on = "<!-- review-enable echo -->"
    draft = f"<!-- review-disable wording -->\n\nOne.\n\n{on}\n\nTwo."
    assert shown(draft) == draft[: draft.index(on)]
    assert shown(draft, "hedge") == draft.replace(on, "") + "¶"
    assert useful(draft) == ["echo"]


def test_an_enable_of_something_else_changes_nothing() -> None:
    draft = "<!-- review-disable echo -->\n\nOne.\n\n<!-- review-enable hedge -->\n\nTwo."
    assert shown(draft) == draft + "¶"
    assert useful(draft) == []


def test_a_group_that_is_enabled_ends_its_rules() -> None:
    draft = "<!-- review-disable echo, hedge -->\n\nOne.\n\n<!-- review-enable wording, echo -->\n\nTwo."
    assert shown(draft) == shown(draft, "hedge") == draft[: draft.index("<!-- review-enable")]
    assert useful(draft) == ["wording", "echo"]


def test_a_finding_is_silenced_where_it_touches() -> None:
    draft = "One.\nTwo two. <!-- review-disable-line echo -->\nThree.\n"
    start, end = draft.index("Two"), draft.index("Three")
    touching = [
        finding(start, start + 1),
        finding(end - 1, end + 4),
        finding(0, start + 1),
        finding(start, start),
    ]
    apart = [finding(0, start), finding(end, end + 2), finding(start - 1, start - 1)]
    assert [silences(draft, each) for each in (*touching, *apart)] == [True] * 4 + [False] * 3
    assert not silences(draft, finding(start, start + 1, "hedge"))


def test_who_silences_a_general_rule_in_a_place_means_the_special_one_too() -> None:
    here, everywhere = "One. <!-- review-disable-line echo -->", "One. <!-- review-disable-file echo -->"
    special = finding(0, 3, "said-twice", speaks_for=("echo",))
    assert silences(here, special)
    assert reach_of(Document(everywhere)).about(special)
    assert not silences(everywhere, special)
    assert silences(everywhere, finding(0, 3))


def test_what_was_enabled_again_is_not_silenced_through_what_it_speaks_for() -> None:
    draft = "<!-- review-disable wording -->\n<!-- review-enable echo -->\n\nOne."
    at = draft.index("One")
    assert not silences(draft, finding(at, at + 3, "said-twice", speaks_for=("echo",)))
    assert silences(draft, finding(at, at + 3, "said-twice"))


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
    assert reach_of(Document(draft)).is_silent(Span(0, 3), names) is silent


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
