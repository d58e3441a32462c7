"""Laws of the margin: whatever the writer did to the draft, and somebody to the notes."""

from __future__ import annotations

import json
import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from noted import noted
from reviewcli.document import Document
from reviewcli.document.front_matter import read_front_matter
from reviewcli.drafting.house.drafted import Wishes, drafted, drafted_and_seen
from reviewcli.drafting.margin.digests import body_lines, digest, facts_in, point_of, read_digests
from reviewcli.drafting.margin.marking import margin
from reviewcli.drafting.margin.points import points_of
from reviewcli.linting.fix import applied
from reviewcli.notes import Notes
from reviewcli.settings.finding import Configs
from reviewcli.texts.files import Source

TOLD = (
    st.text("abcdef gh.-<>!\"'é", min_size=3, max_size=30).map(str.strip).filter(lambda text: len(text) > 2)
)
WORDS = st.lists(
    st.sampled_from("rain falls on tin Ada moves her aunt locks 12 rooms slow funny -- --> music <!-- silence and".split()),
    min_size=1,
    max_size=7,
).map(" ".join)  # fmt: skip
POINTS = st.lists(WORDS | TOLD, max_size=4)
FACTS = st.fixed_dictionaries(
    {
        "runtime": st.sampled_from(["90", "95", "120", None]),
        "score": st.sampled_from(["4/5", "B+", "9/10", None]),
        "certificate": st.sampled_from(["R", "PG", None]),
        "directors": st.sampled_from(["Ann Bay", "Bo Day", None]),
    }
)
SECTIONS = st.fixed_dictionaries(
    {
        "context": POINTS, "synopsis": POINTS, "themes": POINTS, "verdict": POINTS,
        "opening": WORDS | st.none(), "audience": WORDS | st.none(),
    }
)  # fmt: skip
OWN = st.sampled_from(
    ["Mine is this line.", "- one\n- two, <b>mine</b>", "> They said so.", "```\ncode\n```", "## A heading", "It rains -- always.",
     "<<<", "| a | b |\n|---|---|\n| c | d |", "Score: 4/5", "1. first\n\n   again", "<!-- my own -->", ""]
)  # fmt: skip
EDITS = st.lists(
    st.tuples(st.sampled_from(["cut", "replace", "insert", "sentence", "join"]), st.integers(0, 60), OWN),
    max_size=6,
)


def notes_of(facts: dict[str, str | None], sections: dict[str, object]) -> Notes:
    values = {"title": "Tin Roof", "year": "2019", **facts, **sections}
    return noted(json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False))


def edited(draft: str, edits: list[tuple[str, int, str]]) -> str:
    """The draft with its body edited, a paragraph or a sentence at a time."""
    matter = read_front_matter(draft)
    assert matter is not None
    head, parts = draft[: matter.span.end], draft[matter.span.end :].strip("\n").split("\n\n")
    for kind, place, own in edits:
        at = place % (len(parts) + 1)
        if kind == "insert" or at == len(parts):
            parts.insert(at, own)
        elif kind == "cut":
            del parts[at]
        elif kind == "replace":
            parts[at] = own
        elif kind == "join":
            parts[at - 1 : at + 1] = ["\n".join(parts[at - 1 : at + 1])]
        else:
            parts[at] = (
                f"{own} {parts[at]}" if own[:1].isalpha() else parts[at].replace(". ", f". {own[:9]}. ", 1)
            )
    return head + "\n\n" + "\n\n".join(parts) + "\n"


def updated(draft: str, notes: Notes) -> str:
    """The draft after `review update`."""
    doc = Document(draft, notes=notes)
    fresh, seen = drafted_and_seen(
        notes, Source("n.yaml", ""), None, Wishes(), Configs(isolated=True).for_file(None)
    )
    old = read_digests(doc.review_settings)
    if old == seen:
        return draft
    made = margin(doc, notes, fresh, old, seen, spoilers=False)
    return applied(draft, made.edits)


def made_lines(draft: str) -> set[str]:
    """The lines of a fresh draft that hold facts and nothing else, and what it has seen."""
    seen = read_digests(Document(draft).review_settings)
    assert seen is not None
    facts = {line for fact in facts_in(draft).values() for line in fact.text.splitlines()}
    lines = {line for line in body_lines(draft) if digest(line) in seen.lines}
    return facts | lines | {line for line in draft.splitlines() if line.startswith("  digests:")}


def comment_text(text: str) -> str:
    return re.sub("-(?=-)", r"-\\", text)


def assert_kept(mine: list[str], after: str) -> None:
    rest = iter(after.split("\n"))
    for line in mine:
        assert line in rest, (line, after)


@given(FACTS, SECTIONS, EDITS, FACTS, SECTIONS, st.booleans())
def test_laws_of_the_margin(
    facts: dict[str, str | None],
    sections: dict[str, object],
    edits: list[tuple[str, int, str]],
    new_facts: dict[str, str | None],
    changed: dict[str, object],
    same: bool,
) -> None:
    before = notes_of(facts, sections)
    after = notes_of(new_facts, sections if same else changed)
    draft = drafted(before, Source("n.yaml", ""), None, Wishes(), Configs(isolated=True).for_file(None))
    mine = edited(draft, edits)
    made = updated(mine, after)
    generated = made_lines(draft)
    assert_kept([line for line in mine.split("\n") if line not in generated], made)
    assert "<<<<<<<" not in made
    assert updated(made, after) == made
    new = re.findall(r'<!-- review-todo (\w+): new in the notes: "(.*)" -->', made)
    if same:
        assert [section for section, _ in new if section != "facts"] == []
    seen = Counter(point_of(said).name for said in points_of(before))
    names = Counter(point_of(said).name for said in points_of(after))
    for said in points_of(after):
        name = point_of(said).name
        if name not in seen and names[name] == 1:
            assert new.count((said.section, comment_text(said.shown))) >= 1
        if seen[name] >= names[name]:
            assert (said.section, comment_text(said.shown)) not in new
