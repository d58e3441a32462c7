"""Laws: what holds for the draft of any notes, of every kind, with every template."""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st

from drafting.test_templates import ALL, VALUES, assert_clean
from laws import TIMES
from program import ROOT
from reviewcli.drafting import Settings, draft
from reviewcli.drafting.choosing import within
from reviewcli.drafting.templates import find_template
from reviewcli.linting.linter import Linter
from reviewcli.notes import Notes, load_notes, notes_from_front_matter
from reviewcli.notes.kinds import KINDS
from reviewcli.settings.finding import Configs
from reviewcli.settings.flags import LintOptions
from reviewcli.texts.files import Source
from reviewcli.texts.findings import Span

TITLES = ["Her", "No", "1917", "It", "Us", "Merry Christmas, Mr. Lawrence", "Mamma Mia!", "What's Up, Doc?", "M*A*S*H",
          "12:08", "The \"Thing\"", "Das Boot", "戦場", "null"]  # fmt: skip
NAMES = ["Joaquin Phoenix", "Hoyte van Hoytema", "Zendaya", "Robert Downey Jr.", "Katia Krafft", "Maurice Krafft",
         "Bong Joon-ho", "Conan O'Brien", "K. K. Barrett", "bell hooks", "Ōshima Nagisa", "Arcade Fire"]  # fmt: skip
ROLES = ["Captain Yonoi", "Theodore Twombly", "Amy", "The Bride", "himself", "Will Hunting", "Sergeant Gengo Hara", "Mark"]  # fmt: skip
STARTS = ["", "but ", "and ", "because ", "plays ", "never lets ", "is ", "no ", "too ", "with ", "the accent ", "Hara ",
          "Amy is ", "stole ", "turns ", "faces ", "who ", "what ", "shame, and what ", "Captain Yonoi ", "she ", "see ",
          "“no”, says ", "*holds* ", "Plays ", "The film ", "so ", "which ", "Will ", "about ", "two: "]  # fmt: skip
MIDDLES = ["the frame", "a man", "in the rain", "it", "Twombly's coat", "his own time", "over and over", "(mostly)",
           "*Solaris*", "that voice", "Zendaya", "Phoenix", "1942", "and a hat", "“no”"]  # fmt: skip
ENDS = ["", "", ".", "?", "!", "…", ";"]
EVIDENCE = [
    "",
    "",
    "the first talk",
    "the shave, 0:43",
    "0:58",
    '"You are wrong"',
    "the dinner scene, the coat",
]
DEPARTMENTS = ["direction", "music", "camera", "screenplay", "prose", "service"]
THINGS = {
    "subjects": [*NAMES[:3], "the volcano"],
    "tracks": ["Reunion", "Us", "Don't Go!", "1917", "Why?"],
    "dishes": ["duck", "burnt ends", "Tarte Tatin", "a plate of ham", "crème brûlée"],
}
MOST = {"capsule": 150, "short": 300}  # words of the points that these templates choose
SECTIONS = ("context", "synopsis", "performances", "subjects", "tracks", "dishes", "craft", "themes", "critique", "verdict")  # fmt: skip
PEOPLE_KEYS = ("directors", "writers", "authors", "translators", "narrator", "artists", "developers")
ALONE = ("title", "kind", "cast", "crew", "comparisons", "spoilers", *PEOPLE_KEYS, *SECTIONS)


PARTS = (STARTS, MIDDLES, ENDS, EVIDENCE, range(6))


def point_of(number: int) -> dict[str, Any]:
    """The point of a number: hypothesis draws one number much faster than each part."""
    parts: list[Any] = []
    for each in PARTS:
        number, place = divmod(number, len(each))
        parts.append(each[place])
    start, middle, end, evidence, chance = parts
    point: dict[str, Any] = {"point": f"{start}OWN {middle}{end}"}
    if evidence:
        point["evidence"] = evidence.split(", ")
    if chance == 5:
        point["spoiler"] = True
    return point


def member_of(name: str, number: int) -> dict[str, Any]:
    """The member of a cast of this name and number, with or without all that one may have."""
    number, role = divmod(number, 2 * len(ROLES))
    number, pronoun = divmod(number, 6)
    member: dict[str, Any] = {"name": name}
    if role < len(ROLES):
        member["role"] = ROLES[role]
    for flag in ("voice", "lead", "spoiler"):
        number, chance = divmod(number, 5)
        if chance == 4:
            member[flag] = True
    if pronoun > 2:
        member["pronoun"] = ("she", "he/him", "they")[pronoun - 3]
    return member


def some(values: Sequence[Any], most: int | None = None, least: int = 0) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(values), unique=True, min_size=least, max_size=most)


# What stands in these numbers, and each is shrunk towards the first.
POINT = st.integers(0, math.prod(map(len, PARTS)) - 1).map(point_of)
POINTS, AT_LEAST_ONE_POINT = st.lists(POINT, max_size=4), st.lists(POINT, min_size=1, max_size=4)
CAST = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 2 * len(ROLES) * 6 * 5**3 - 1), max_size=5)
PEOPLE = some(NAMES, most=2, least=1)
CREW = st.dictionaries(st.sampled_from(["music", "editing", "camera"]), PEOPLE, max_size=2)
CRAFT = st.dictionaries(st.sampled_from(DEPARTMENTS), AT_LEAST_ONE_POINT, max_size=2)
COMPARISONS = some(["Lost in Translation (2003)", "Us", "Solaris"])
GROUPS = {key: st.dictionaries(st.sampled_from(names), POINTS, max_size=3) for key, names in THINGS.items()}
FACTS = {
    key: st.sampled_from([*[None] * len(values), *values])
    for key, values in VALUES.items()
    if key not in ALONE
}


@st.composite
def reviews(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """Notes of a kind as a mapping, every field there or not."""
    keys = KINDS[kind].keys
    cast = [member_of(*each) for each in draw(CAST).items()] if "cast" in keys else []
    performers = [*[member["name"] for member in cast[:3]], *(["ensemble"] if draw(st.booleans()) else [])]
    made: dict[str, Any] = {
        "cast": cast,
        "crew": draw(CREW),
        "performances": {key: draw(AT_LEAST_ONE_POINT) for key in performers if "performances" in keys},
        "craft": draw(CRAFT),
        "critique": {"strengths": draw(POINTS), "weaknesses": draw(POINTS)},
        "comparisons": draw(COMPARISONS),
        "spoilers": ["the boat xyzzy sinks"],
        **{key: draw(PEOPLE) for key in PEOPLE_KEYS if key in keys and draw(st.booleans())},
        **{key: draw(POINTS) for key in ("context", "synopsis", "themes", "verdict") if key in keys},
        **{key: draw(groups) for key, groups in GROUPS.items() if key in keys},
    }  # fmt: skip
    facts = {key: draw(FACTS[key]) for key in keys if key not in ALONE}
    kept = {
        key: value for key, value in (facts | made).items() if key in keys and value not in (None, [], {})
    }
    numbers = itertools.count()
    return {"title": draw(st.sampled_from(TITLES)), "kind": kind} | {
        key: _told_apart(value, numbers) for key, value in kept.items()
    }


def _told_apart(value: Any, numbers: Iterator[int]) -> Any:
    """The notes with a word in each point that no other has."""
    if isinstance(value, dict):
        return {key: _told_apart(item, numbers) for key, item in value.items()}
    if isinstance(value, list):
        return [_told_apart(item, numbers) for item in value]
    return value.replace("OWN", f"q{next(numbers)}z") if isinstance(value, str) and "OWN" in value else value


def written(
    notes: dict[str, Any], name: str, notes_path: str | None = "notes.yaml"
) -> tuple[Notes, str, str]:
    """The notes as read, their front matter and their draft."""
    read = load_notes("notes.yaml", yaml.safe_dump(notes, allow_unicode=True, sort_keys=False))
    text = draft(read, find_template(name, read.kind), Settings(notes_path=notes_path))
    if not text.startswith("---\n"):
        return read, "", text
    front, body = text.removeprefix("---\n").split("---\n", 1)
    return read, front, body


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("\\", "").casefold())


def without_additions(text: str) -> str:
    """The draft with spaces for the actors that it put after roles, given names before surnames, and tags."""
    names = "|".join(re.escape(form) for name in NAMES for form in (name, *_short_forms(name)))
    parted = (name.rpartition(" ") for name in NAMES if " " in name)
    givens = "|".join(rf"{re.escape(given)} (?={re.escape(surname)}\b)" for given, _, surname in parted)
    added = rf" \((?:voiced by )?(?:{names})\)|</?[ib]>|\\|\b(?:{givens})"
    return re.sub(added, lambda match: " " * len(match[0]), text)


def _short_forms(name: str) -> list[str]:
    return [name.removesuffix(" Jr.").split()[-1], " ".join(name.split()[1:]), name.split()[0]]


def point_groups(notes: Notes) -> list[list[Any]]:
    """The points of each section or key, in their order; none of somebody whom the cast hides."""
    hidden = {member.name for member in notes.cast if member.spoiler}
    named = [
        told
        for groups in (
            notes.performances,
            notes.fact("subjects"),
            notes.fact("tracks"),
            notes.fact("dishes"),
            notes.craft,
        )
        for key, told in groups.items()
        if key not in hidden
    ]
    whole = (notes.context, notes.synopsis, notes.themes, notes.critique.strengths, notes.critique.weaknesses, notes.verdict)  # fmt: skip
    return [list(told) for told in (*named, *whole)]


def chosen(notes: Notes, name: str) -> Notes:
    """The notes with those points that a template takes."""
    most = MOST.get(name.partition("/")[2])
    return within(notes, most) if most else notes


TEMPLATES = {kind: [name for name in ALL if name.partition("/")[0] == kind] for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25 * TIMES)
@given(data=st.data())
def test_a_draft_has_every_points_words_once_and_is_clean_and_reads_back(
    kind: str, data: st.DataObject
) -> None:
    given_notes = data.draw(reviews(kind))
    for name in TEMPLATES[kind]:
        note(name)
        notes, front, body = written(given_notes, name)
        every_points_words_are_there_once_and_in_order(notes, chosen(notes, name), front, body)
        assert_clean(body)
        assert "\n\n\n" not in body
        assert "xyzzy" not in front
        for member in notes.cast:
            if member.spoiler:
                assert f"With {member.name}" not in body
                assert f"({member.name})" not in body
        if front:
            it_reads_back(front, notes)
    assert written(given_notes, name)[1:] == (front, body)


def every_points_words_are_there_once_and_in_order(notes: Notes, taken: Notes, front: str, body: str) -> None:
    line = f" {' '.join(words_of(without_additions(body)))} "
    all_words = {*words_of(body), *words_of(front)}
    texts = {point.text for group in point_groups(taken) for point in group}
    for group in point_groups(notes):
        last = -1
        for point in group:
            told = f" {' '.join(words_of(point.text))} "
            own = next(word for word in told.split() if re.fullmatch(r"q\d+z", word))
            if point.spoiler or point.text not in texts:
                assert own not in all_words, (point.text, body)
                continue
            assert line.count(told) == line.count(f" {own} ") == 1, (point.text, body)
            assert line.index(told) > last, (point.text, body)
            last = line.index(told)


def it_reads_back(front: str, notes: Notes) -> None:
    again = notes_from_front_matter(front)
    assert again is not None
    assert (again.kind, again.title, again.year) == (notes.kind, notes.title, notes.year)
    assert again.directors == tuple(type(each)(name=each.name) for each in notes.directors)
    assert [each.name for each in again.cast] == [each.name for each in notes.cast if not each.spoiler]
    assert yaml.safe_load(front)["title"] == notes.title


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip()), st.text(max_size=40))
def test_any_text_renders_and_any_title_reads_back(title: str, text: str) -> None:
    quoted = {
        "title": title,
        "synopsis": [text or "x"],
        "performances": {"ensemble": text or "x"},
        "tags": [title],
    }
    source = yaml.safe_dump(quoted, allow_unicode=False)
    try:
        notes = load_notes("notes.yaml", source)
    except ExceptionGroup:
        return  # not valid notes
    rendered = draft(notes, find_template("standard"))
    front = rendered.removeprefix("---\n").partition("\n---\n")[0] + "\n"
    assert yaml.safe_load(front)["title"] == notes.title


# What lint says of a draft

# These judge a review as a whole: what is in it or lacks is up to the notes, not to the words of a template.
OF_THE_WHOLE = {"placeholder-left", "plot-heavy", "lead-not-mentioned", "director-not-mentioned"}
# And these tell one way of writing from another, where the notes have both, or count what the notes shout.
OF_THE_WHOLE |= {"quote-style", "dash-style", "ellipsis-style", "exclamation"}
# Three points on one department that will not join are three sentences on it: how to turn them is the writer's.
OF_THE_WHOLE |= {"sentence-start-repeat"}


@functools.cache
def linter() -> Linter:
    return Linter(Configs(None, isolated=True), LintOptions(grammar="off"), lambda _: None)


def prose_of(notes: Notes) -> Iterator[str]:
    """Everything that the writer wrote as prose."""
    for group in point_groups(notes):
        for point in group:
            yield point.text
            yield from (item.text for item in point.evidence)
    for work in notes.comparisons:
        yield work.why or ""
    yield from (text or "" for text in (notes.opening, notes.audience, notes.headline, notes.standfirst))
    yield from (text or "" for text in (notes.content_note, notes.seen and notes.seen.disclosure))


def writers_own(notes: Notes, text: str) -> list[Span]:
    """Where the writer's prose stands in a draft, to the mark that ends each piece of it."""
    tokens = [(match[0].casefold(), match.span()) for match in re.finditer(r"\w+", without_additions(text))]
    spans = []
    for piece in map(words_of, prose_of(notes)):
        for at in range(len(tokens) - len(piece) + 1 if piece else 0):
            if [word for word, _ in tokens[at : at + len(piece)]] == piece:
                spans.append(Span(tokens[at][1][0], tokens[at + len(piece) - 1][1][1]))  # noqa: PERF401 — too long for one
    return spans


def has_alike_points(notes: Notes) -> bool:
    """Whether the writer has put down one thing twice, but for a word."""
    pieces = [set(words_of(text)) for text in prose_of(notes)]
    return any(one and len(one ^ two) <= 2 for one, two in itertools.combinations(pieces, 2))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25 * TIMES, phases=(Phase.reuse, Phase.generate))  # shrinking would take minutes
@given(data=st.data())
def test_lint_finds_nothing_in_what_a_template_adds(kind: str, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(TEMPLATES[kind]))
    notes, front, body = written(data.draw(reviews(kind)), name, notes_path=None)
    text = f"---\n{front}---\n{body}" if front else body
    own = writers_own(notes, text)
    for found in linter().lint(Source("-", text)).findings:
        is_own = any(span.start <= found.start and found.end <= span.end for span in own)
        is_own |= found.rule == "said-twice" and has_alike_points(notes)
        assert is_own or found.rule in OF_THE_WHOLE, (
            found.rule,
            text[found.start : found.end],
            found.message,
            text,
        )


@functools.cache
def cases() -> list[tuple[str, Notes]]:
    """The notes of every whole-run case, by its name."""
    files = sorted((ROOT / "tests" / "cases").glob("*/notes.yaml"))
    return [(file.parent.name, load_notes(file)) for file in files]


@functools.cache
def linter_with_grammar() -> Linter:
    return Linter(Configs(None, isolated=True), LintOptions(grammar="harper"), lambda _: None)


@pytest.mark.parametrize("name", ALL)
def test_no_draft_of_the_examples_has_a_finding_on_a_name_a_fact_or_its_language(name: str) -> None:
    kind = name.partition("/")[0]
    for case, notes in cases():
        if notes.kind != kind:
            continue
        text = draft(notes, find_template(name, kind), Settings(notes_path=None))
        if not text.startswith("---\n"):
            continue  # without front matter nothing tells lint the names
        found = linter_with_grammar().lint(Source("-", text)).findings
        wrong = [each for each in found if each.group in ("names", "facts", "spelling", "grammar")]
        # A small letter behind a question mark is as the writer wrote it: “Is it slow? always.”
        wrong = [each for each in wrong if each.rule != "harper/SentenceCapitalization"]
        assert not wrong, (case, [(each.rule, text[each.start : each.end]) for each in wrong])
