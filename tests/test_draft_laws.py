"""Laws: what holds for the draft of any notes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewcli.draft import Settings, draft
from reviewcli.draft.templates import find_template
from reviewcli.notes import Notes, load_notes, notes_from_front_matter

TITLES = ["Her", "No", "1917", "It", "Us", "Merry Christmas, Mr. Lawrence", "Mamma Mia!", "Who's Afraid?", "M*A*S*H",
          "12:08", "The \"Thing\"", "Das Boot", "戦場", "null"]  # fmt: skip
PEOPLE = ["Joaquin Phoenix", "Hoyte van Hoytema", "Zendaya", "Robert Downey Jr.", "Katia Krafft", "Maurice Krafft",
          "Bong Joon-ho", "Conan O'Brien", "K. K. Barrett", "bell hooks", "Ōshima Nagisa", "Arcade Fire"]  # fmt: skip
ROLES = [
    "Captain Yonoi",
    "Theodore Twombly",
    "Amy",
    "The Bride",
    "himself",
    "Will Hunting",
    "Sergeant Gengo Hara",
    "Mark",
]
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


@st.composite
def points(draw: st.DrawFn, least: int = 0) -> list[dict[str, Any]]:
    """Points that are told apart by a word of their own."""
    drawn = []
    for _ in range(draw(st.integers(least, 4))):
        text = f"{draw(st.sampled_from(STARTS))}OWN {draw(st.sampled_from(MIDDLES))}{draw(st.sampled_from(ENDS))}"
        point: dict[str, Any] = {"point": text}
        if evidence := draw(st.sampled_from(EVIDENCE)):
            point["evidence"] = evidence.split(", ")
        if draw(st.integers(0, 5)) == 0:
            point["spoiler"] = True
        drawn.append(point)
    return drawn


@st.composite
def films(draw: st.DrawFn) -> dict[str, Any]:
    """Notes as a mapping, every field there or not."""
    people = draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=5))
    cast = []
    for name in people:
        member: dict[str, Any] = {"name": name}
        if draw(st.booleans()):
            member["role"] = draw(st.sampled_from(ROLES))
        for flag in ("voice", "lead", "spoiler"):
            if draw(st.integers(0, 4)) == 0:
                member[flag] = True
        if draw(st.booleans()):
            member["pronoun"] = draw(st.sampled_from(["she", "he/him", "they"]))
        cast.append(member)
    some = st.lists(st.sampled_from(PEOPLE), unique=True, max_size=2)
    least_one = st.lists(st.sampled_from(PEOPLE), unique=True, min_size=1, max_size=2)
    notes: dict[str, Any] = {
        "title": draw(st.sampled_from(TITLES)),
        "year": draw(st.none() | st.integers(1900, 2026)),
        "directors": draw(some),
        "writers": draw(some),
        "cast": cast,
        "crew": draw(st.dictionaries(st.sampled_from(["music", "editing", "camera"]), least_one, max_size=2)),
        "runtime": draw(st.none() | st.integers(1, 400)),
        "certificate": draw(st.none() | st.sampled_from(["R", "12A", "No"])),
        "languages": draw(st.lists(st.sampled_from(["English", "Thai", "Norwegian"]), unique=True)),
        "opening": draw(st.none() | st.sampled_from(["It rains", "Amy laughs at Phoenix.", "Why?"])),
        "context": draw(points()),
        "synopsis": draw(points()),
        "performances": {
            key: draw(points(1)) for key in [*people[:3], *(["ensemble"] if draw(st.booleans()) else [])]
        },
        "craft": {
            key: draw(points(1)) for key in draw(st.sets(st.sampled_from(["direction", "music", "camera"])))
        },
        "themes": draw(points()),
        "critique": {"strengths": draw(points()), "weaknesses": draw(points())},
        "comparisons": draw(
            st.lists(st.sampled_from(["Lost in Translation (2003)", "Us", "Solaris"]), unique=True)
        ),
        "verdict": draw(points()),
        "audience": draw(st.none() | st.sampled_from(["for adults", "anyone who can wait", "Nobody."])),
        "score": draw(st.none() | st.sampled_from(["4.5/5", "★★★½", "B+", "87/100"])),
        "spoilers": ["the boat xyzzy sinks"],
    }
    kept = {key: value for key, value in notes.items() if value not in (None, [], {})}
    numbers = itertools.count()
    return {key: _told_apart(value, numbers) for key, value in kept.items()}


def _told_apart(value: Any, numbers: Iterator[int]) -> Any:
    """The notes with a word in each point that no other has."""
    if isinstance(value, dict):
        return {key: _told_apart(item, numbers) for key, item in value.items()}
    if isinstance(value, list):
        return [_told_apart(item, numbers) for item in value]
    return value.replace("OWN", f"q{next(numbers)}z") if isinstance(value, str) and "OWN" in value else value


def written(notes: dict[str, Any]) -> tuple[Notes, str, str]:
    """The notes as read, their front matter and their draft."""
    read = load_notes("notes.yaml", yaml.safe_dump(notes, allow_unicode=True, sort_keys=False))
    text = draft(read, find_template("standard"), Settings(notes_path="notes.yaml"))
    _, front, body = text.split("---\n", 2)
    return read, front, body


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("\\", "").casefold())


def without_credits(body: str) -> str:
    """The draft without the actors that it put after roles."""
    names = "|".join(re.escape(form) for name in PEOPLE for form in (name, *_short_forms(name)))
    return re.sub(rf" \((?:voiced by )?(?:{names})\)", "", body)


def _short_forms(name: str) -> list[str]:
    return [name.removesuffix(" Jr.").split()[-1], " ".join(name.split()[1:]), name.split()[0]]


def all_points(notes: Notes) -> list[list[Any]]:
    hidden = {member.name for member in notes.cast if member.spoiler}
    return [
        [*notes.context],
        [*notes.synopsis],
        *[[*told] for key, told in notes.performances.items() if key not in hidden],
        *[[*told] for told in notes.craft.values()],
        [*notes.themes],
        [*notes.critique.strengths],
        [*notes.critique.weaknesses],
        [*notes.verdict],
    ]


@settings(max_examples=150, deadline=None)
@given(films())
def test_every_points_words_are_in_the_draft_once_and_in_order(given_notes: dict[str, Any]) -> None:
    notes, _, body = written(given_notes)
    words = words_of(without_credits(body))
    line = f" {' '.join(words)} "
    for group in all_points(notes):
        last = -1
        for point in group:
            told = f" {' '.join(words_of(point.text))} "
            if point.spoiler:
                own = next(word for word in told.split() if word.startswith("q") and word.endswith("z"))
                assert f" {own} " not in line
                continue
            assert line.count(told) == 1, (point.text, body)
            assert line.index(told) > last
            last = line.index(told)


@settings(max_examples=150, deadline=None)
@given(films())
def test_a_draft_is_clean(given_notes: dict[str, Any]) -> None:
    _, front, body = written(given_notes)
    assert "None" not in body
    assert "Undefined" not in body
    assert "xyzzy" not in body + front
    plain = re.sub(
        r"(?<=Jr)\.(?=[,;: ])|\*\*|<!--.*?-->",
        "",
        body.replace("Mamma Mia!", "Mia").replace("Afraid?", "Afraid"),
    )
    assert not re.search(r"[,;:]\s*[.,;:!?]|(?<!\.)\.\.(?!\.)|[.!?…]\s*[,;:]| [.,;:!?]|\(\)|  ", plain), plain
    assert not re.search(r"^#+ .*\n+(?=#|\Z)", body, re.MULTILINE)
    assert not re.search(r"\n\n\n", body)
    for paragraph in body.strip().split("\n\n"):
        is_prose = not paragraph.startswith(("#", "<!--", "**"))
        assert not is_prose or paragraph.rstrip('”"*)').endswith((".", "!", "?", "…")), paragraph
    for member in given_notes.get("cast", []):
        if member.get("spoiler"):
            assert f"With {member['name']}" not in body
            assert f"({member['name']})" not in body


@settings(max_examples=100, deadline=None)
@given(films())
def test_a_draft_is_the_same_twice_and_reads_back(given_notes: dict[str, Any]) -> None:
    notes, front, body = written(given_notes)
    assert written(given_notes)[1:] == (front, body)
    again = notes_from_front_matter(front)
    assert again is not None
    assert (again.title, again.year) == (notes.title, notes.year)
    assert again.directors == tuple(type(each)(name=each.name) for each in notes.directors)
    assert [each.name for each in again.cast] == [each.name for each in notes.cast if not each.spoiler]
    assert yaml.safe_load(front)["title"] == notes.title


@settings(max_examples=200, deadline=None)
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
