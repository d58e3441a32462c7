"""Templates in layers, the command that shows and copies them, and what every one of them holds to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from program import ROOT, review, review_process
from reviewcli.drafting import Settings, draft
from reviewcli.drafting.folders import templates_in_force
from reviewcli.drafting.templates import find_template
from reviewcli.notes import load_notes, notes_from_front_matter
from reviewcli.notes.kinds import KEYS, KINDS

CASES = ROOT / "tests" / "cases"
ALL = [found.called for found in templates_in_force(()) if found.kind != "shared"]
WHOLE = [name for name in ALL if not name.endswith(("capsule", "short"))]
BY_NAME = {"documentary": "subjects", "album": "tracks", "restaurant": "dishes", "book": None}


def told(mark: str) -> list[str]:
    return [f"never {mark}one the frame", f"but {mark}two is cold", f"Nobody {mark}three waits.", f"hidden {mark}four [spoiler]"]  # fmt: skip


def notes_of(kind: str) -> str:
    """Notes of a kind in which every point has a word of its own."""
    named = BY_NAME.get(kind, "performances")
    notes = {
        "title": "Us",
        "kind": kind,
        "year": 1999,
        "opening": "It rains.",
        "context": told("con"),
        "synopsis": told("syn"),
        "craft": {"direction": told("dir"), "music": told("mus")},
        "themes": told("the"),
        "critique": {"strengths": told("str"), "weaknesses": told("wea")},
        "verdict": told("ver"),
        "audience": "for the patient",
        "score": "4/5",
        "spoilers": ["the xyzzy sinks"],
    }
    if named:
        notes[named] = {"Ann Lee": told("ann"), "Bo Day": told("bod")}
    if kind in ("album", "restaurant"):  # there is no story to tell or to give away
        del notes["synopsis"], notes["spoilers"]
    if kind == "restaurant":
        del notes["themes"]
    return yaml.safe_dump(notes, sort_keys=False)


def drafted(name: str, **settings: object) -> str:
    kind = name.partition("/")[0]
    notes = load_notes("notes.yaml", notes_of(kind))
    return draft(notes, find_template(name, kind), Settings(front_matter=False, **settings))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_standard_and_a_capsule(kind: str) -> None:
    assert {f"{kind}/standard", f"{kind}/capsule"} <= set(ALL)


@pytest.mark.parametrize("name", WHOLE)
def test_every_point_is_in_the_draft_once_and_in_order(name: str) -> None:
    text = drafted(name)
    marks = re.findall(r"told|\b([a-z]{3})(?:one|two|three)\b", text)
    expected = set(re.findall(r"\b([a-z]{3})one\b", notes_of(name.partition("/")[0])))
    assert set(marks) - {""} == expected
    for mark in expected:
        places = [text.index(f"{mark}{number}") for number in ("one", "two", "three")]
        assert places == sorted(places)
        assert all(text.count(f"{mark}{number}") == 1 for number in ("one", "two", "three"))


@pytest.mark.parametrize("name", ALL)
def test_no_word_of_a_spoiler_is_drafted_unless_asked_for(name: str) -> None:
    text = drafted(name)
    assert "four" not in text
    assert "xyzzy" not in text
    for mark, sign in (
        ("callout", "> [!spoiler]"),
        ("details", "<details>"),
        ("shortcode", "{{< spoiler >}}"),
    ):
        told_all = drafted(name, spoilers=True, spoiler_mark=mark)
        before, _, block = told_all.partition(sign)
        assert "xyzzy" in block or name.startswith(("album", "restaurant"))
        assert "dirfour" in block
        assert "four" not in before


@pytest.mark.parametrize("name", ALL)
def test_a_draft_is_clean(name: str) -> None:
    text = drafted(name)
    assert "None" not in text
    assert not re.search(
        r"[,;:]\s*[.,;:!?]|(?<!\.)\.\.(?!\.)| [.,;:!?]|\(\)|  ", re.sub(r"<!--.*?-->|\*\*", "", text)
    )
    assert not re.search(r"^#+ .*\n+(?=#|\Z)", text, re.MULTILINE)


@pytest.mark.parametrize("name", ["film/capsule", "book/capsule"])
def test_a_capsule_takes_whole_points(name: str) -> None:
    long = " ".join(["word"] * 30)
    points = [f"one{number} {long}." for number in range(9)]
    source = yaml.safe_dump(
        {"title": "Us", "kind": name.partition("/")[0], "synopsis": points, "verdict": points}
    )
    text = draft(
        load_notes("x", source), find_template(name, name.partition("/")[0]), Settings(front_matter=False)
    )
    assert 60 < len(text.split()) < 165
    assert text.count(long + ".") == len(re.findall(r"[Oo]ne\d", text))


def test_a_point_is_not_taken_without_what_carries_on_from_it() -> None:
    source = (
        "title: Us\nperformances: {Ann: [too much mime, but the stillness is frightening]}\nverdict: See it."
    )
    text = draft(load_notes("x", source), find_template("capsule"), Settings(front_matter=False))
    assert "too much mime, but the stillness is frightening." in text


# Every value that a field may have

PEOPLE: list[object] = [
    "Ann Lee",
    ["Ann Lee", "Bo Day"],
    ["Zendaya", "Hoyte van Hoytema", "Robert Downey Jr."],
    {"name": "Park Chan-il", "short": "Park", "aka": ["Chan-il Park"], "pronoun": "he"},
    [{"name": "Cy Fox", "pronoun": "they"}, {"name": "Ōshima Nagisa", "pronoun": "she/her"}],
]
POINTS: list[object] = [
    "holds on faces",
    ["never one the frame", "But two is cold.", "Nobody waits. The rain does.", "a third thing", "why?"],
    {"point": "is short", "evidence": ["the first talk", "0:58", '"You are wrong"']},
    [{"point": "is long", "evidence": "the dinner scene, the coat"}, "a mirror [spoiler]"],
    ["*holds* on [the shave, 0:43]", "two: one is late", "and the rest…", "“no”, says nobody!"],
]
TEXTS: list[object] = ["English", ["English", "Thai"], ["English", "Thai", "Lao"]]
YEARS: list[object] = [1888, 2013, "2026"]
PROSE: list[object] = ["It rains", "It rains. Nobody waits.", "Why?", "“No,” he says", "*Rain*, again…"]
NAMED: list[object] = [{"Ann Lee": point, "the duck": "is cold", "1917": "waits"} for point in POINTS]

# For each key of notes values of every form that it takes.
VALUES: dict[str, list[object]] = {
    "title": ["Her", "It", "Mamma Mia!", "What's Up, Doc?", 'The "Thing"', "2001: A Space Odyssey", "M*A*S*H", "1917"],
    "original_title": ["Das Boot", "戦場のメリークリスマス"],
    "year": YEARS,
    "directors": PEOPLE,
    "writers": PEOPLE,
    "cast": [
        "Ann Lee",
        ["Ann Lee as Kay", "Bo Day as himself", "Zendaya as Narrator"],
        ["Ann Lee as Kay (voice)", "Robert Downey Jr. as Will / The Bride", "Us"],
        {"name": "Ann Lee", "role": ["Kay", "Jo"], "voice": True, "lead": True, "pronoun": "she", "short": "Ann"},
        [{"name": "Ann Lee", "role": "Kay", "spoiler": True}, {"name": "Bo Day", "voice": False, "aka": "Bob Day"}],
    ],
    "crew": [{"music": "Karen O"}, {"music": ["Ann Lee", "Bo Day"], "script doctor": {"name": "Cy Fox"}}],
    "narrator": PEOPLE,
    "authors": PEOPLE,
    "translators": PEOPLE,
    "artists": ["The Kinks", ["Ann Lee", "k.d. lang"], "!!!", "Hole", ["Ann Lee", "Bo Day", "Us"]],
    "developers": ["Ice-Pick Lodge", ["Ann Lee", "Bo Day"], "id Software", "Studio Inc."],
    "based_on": [
        "The Seed and the Sower by Laurens van der Post (1963)",
        {"title": "Us"},
        {"author": ["Ann Lee", "Bo Day"], "year": 1963},
        {"title": "Why?", "author": "Ann Lee"},
    ],
    "franchise": ["Mad Max", {"name": "Mad Max", "part": "4", "after": "Mad Max 3"}],
    "runtime": [1, 126, "2h 6m"],
    "version": ["director's cut", "Restored in 2019."],
    "certificate": ["R", "12A", "PG-13", "No"],
    "countries": TEXTS,
    "languages": TEXTS,
    "genres": TEXTS,
    "distributor": ["A24", "Warner Bros."],
    "release": ["2013-12-18", "spring 2014"],
    "awards": [
        "Academy Award, Best Original Screenplay, 2014, won, Spike Jonze",
        ["BAFTA, 2014, nominated", "Palme d'Or", "César, Best Sound, 2001, shortlisted"],
        {"name": "Oscar", "category": "Best Film", "year": 2001, "result": "withdrawn", "person": "Ann Lee"},
    ],
    "ids": [{"imdb": "tt1798709", "tmdb": 152601}],
    "seasons": [1, 4, "Season 2", "1-3", [1, 2], "all"],
    "episodes_seen": [1, 8, "8 of 10", "all", [1, 2, 3], "the pilot"],
    "network": ["HBO", "Apple TV+"],
    "publisher": ["Faber & Faber", "Knopf Inc."],
    "pages": [1, 320],
    "isbn": ["978-0-306-40615-7", "0-8044-2957-X"],
    "publishers": ["Devolver", ["Devolver", "Ann Co."]],
    "platforms": ["PC", ["Switch", "PC"], ["Switch", "PC", "Xbox Series X|S"]],
    "hours_played": [1, 40, 12.5, "3h"],
    "label": ["4AD", "Sub Pop Inc."],
    "venue": ["The Globe", "St. Ann's"],
    "company": ["Complicité", "Tin Roof Ltd."],
    "performance_date": ["2026-11-20", "the first night"],
    "address": ["12 High St., Leeds", "1 rue X"],
    "cuisine": TEXTS,
    "price": ["£45 a head", "$$$", "€120", "about 30 francs"],
    "visits": [1, 2, "twice", "once", ["2026-11-20", "2026-11-21"], "2026-11-20", ["2026-11-20"]],
    "seen": [
        "at home",
        "2026-11-20",
        {"where": "at home"},
        {"date": "2026-11-20", "where": "cinema", "format": "70 mm", "rewatch": True, "disclosure": "A press trip"},
        {"rewatch": False, "disclosure": "I know the editor. We share a cat!"},
    ],
    "headline": ["A voice in the flat", "Why *Her*?", "1. Rain"],
    "standfirst": PROSE,
    "opening": [*PROSE, "1942. Java.", "- a dash", "# wow"],
    "context": POINTS,
    "synopsis": POINTS,
    "performances": [{"ensemble": point, "everyone": "waits"} for point in POINTS],
    "subjects": [*NAMED, ["Ann Lee", "Bo Day"], "Ann Lee"],
    "tracks": [*NAMED, ["Reunion", "Us"], "Reunion"],
    "dishes": [*NAMED, ["duck", "burnt ends"], "duck"],
    "craft": [{"direction": point, "music": "one tune"} for point in POINTS],
    "themes": POINTS,
    "critique": [*({"strengths": point} for point in POINTS), *({"weaknesses": point} for point in POINTS)],
    "comparisons": [
        "Us",
        ["Lost in Translation (2003)", "Solaris", "Her (2013) — there the phone thinks"],
        {"title": "Why?", "year": 1999, "why": "It asks, too."},
    ],
    "quotes": ["I can still feel you — Theodore", {"text": "No", "speaker": "Kay"}],
    "spoilers": ["the xyzzy sinks", {"text": "it is xyzzy", "keywords": ["xyzzy", "sled"]}],
    "verdict": POINTS,
    "score": ["4.5/5", "9 out of 10", "87/100", "B+", "A−", "★★★½", "★★★½☆", "4 stars", "95%", {"value": 4.5, "scale": 5}],
    "audience": ["for adults", "anyone who waits", "Nobody.", "not for children", "if you can wait", "Who?"],
    "content_note": ["flashing lights", "Blood. A lot!"],
    "names": ["Batavia", ["Batavia", "Kowloon"]],
    "jottings": ["xyzzy hat?", ["xyzzy", "xyzzy too"]],
    "author": ["Ann Critic"],
    "date": ["2026-11-23", "today"],
    "slug": ["her-2013"],
    "tags": TEXTS,
    "extra": [{"xyzzy": [1, {"a": None}]}],
}  # fmt: skip


def assert_clean(text: str) -> None:
    """No word of the program's own in a draft, no mark doubled or missing, no heading over nothing."""
    assert not re.search(r"None|Undefined|True|False|xyzzy", text), text
    prose = re.sub(r"<!--.*?-->|\*\*|</?[ib]>", "", text)
    prose = re.sub(r"\b(?:Jr|St|Bros|Inc|Ltd|Co)\.(?=[,;: '])|Mia!|Why\?|Doc\?|!!!", "W", prose)
    wrong = re.search(
        r"[,;:]\s*[.,;:!?]|(?<!\.)\.\.(?!\.)|[.!?…]\s*[,;:]| [.,;:!?]|\(\)|(?<!\n)  |[^\n] \n", prose
    )
    assert not wrong, (wrong, text)
    assert not re.search(r"^#+ .*\n+(?=#|\Z)", text, re.MULTILINE), text
    for paragraph in text.strip().split("\n\n"):
        is_prose = not paragraph.startswith(("#", "<!--", "**"))
        assert not is_prose or re.search(r"[.!?…][”\"*)]*(?:</i>)?$", paragraph), paragraph


def test_every_key_of_notes_has_values_to_try() -> None:
    assert set(VALUES) == set(KEYS) - {"kind"}


def assert_drafts(name: str, notes: dict[str, object]) -> None:
    """These notes make a clean draft whose front matter reads back."""
    source = yaml.safe_dump(notes, allow_unicode=True, sort_keys=False)
    read = load_notes("notes.yaml", source)
    text = draft(read, find_template(name, read.kind))
    if not text.startswith("---\n"):
        assert_clean(text)
        return
    front, body = text.removeprefix("---\n").split("\n---\n", 1)
    assert_clean(body)
    again = notes_from_front_matter(front + "\n")
    assert again is not None
    assert (again.kind, again.title, again.year) == (read.kind, read.title, read.year)


@pytest.mark.parametrize("name", ALL)
def test_every_value_of_every_field_is_drafted(name: str) -> None:
    kind = name.partition("/")[0]
    values = {key: VALUES[key] for key in KINDS[kind].keys if key != "kind"}
    for turn in range(max(map(len, values.values()))):
        assert_drafts(name, {"kind": kind} | {key: each[turn % len(each)] for key, each in values.items()})


@pytest.mark.parametrize("name", [name for name in ALL if name.endswith("/standard")])
def test_every_value_of_every_field_is_drafted_alone(name: str) -> None:
    kind = name.partition("/")[0]
    for key in KINDS[kind].keys.keys() - {"kind"}:
        for value in VALUES[key]:
            assert_drafts(name, {"title": "Her", "kind": kind, key: value})


@pytest.mark.parametrize("name", [name for name in ALL if name.endswith(("capsule", "short", "flowing"))])
def test_a_marker_stands_by_itself(name: str) -> None:
    kind = name.partition("/")[0]
    notes = load_notes("notes.yaml", f"title: Us\nkind: {kind}\ncraft: {{music: is one tune}}")
    text = draft(notes, find_template(name, kind), Settings(front_matter=False))
    assert "\n\nThe music is one tune.\n\n" in text
    assert re.findall("^.*<!--.*$", text, re.MULTILINE) == re.findall("<!--.*?-->", text)


# Layers


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "her.yaml").write_text(
        "title: Her\nthemes: shame\nextra: {house: Tin Roof}\n", encoding="utf-8"
    )
    (tmp_path / ".review.yaml").write_text("templates: house\n", encoding="utf-8")
    (tmp_path / "house" / "shared").mkdir(parents=True)
    return tmp_path


def test_one_block_of_a_house_overrides_one_block(house: Path) -> None:
    (house / "house" / "shared" / "verdict.md.j2").write_text(
        "{{ notes.extra.house }} says so.\n", encoding="utf-8"
    )
    ran = review("new", "her.yaml", cwd=house)
    assert "## Verdict\n\nTin Roof says so.\n" in ran.out
    assert "The film is about shame." in ran.out
    assert "Tin Roof" not in review("new", "her.yaml", "--isolated", cwd=house).out


def test_a_house_builds_on_ours_of_the_same_name(house: Path) -> None:
    (house / "house" / "film").mkdir()
    file = house / "house" / "film" / "standard.md.j2"
    file.write_text(
        '{% extends "built-in/film/standard.md.j2" %}\n{% block footer %}{{ notes.extra.house }}{% endblock %}\n',
        encoding="utf-8",
    )
    ran = review("new", "her.yaml", cwd=house)
    assert ran.out.endswith("\nTin Roof\n")
    file.write_text('{% extends "film/standard.md.j2" %}\n', encoding="utf-8")
    ran = review("new", "her.yaml", cwd=house)
    assert ran.code == 2
    assert "built-in/" in ran.err


def test_the_users_folder_comes_before_ours_and_after_the_house(house: Path) -> None:
    user = house / "config" / "review" / "templates" / "shared"
    user.mkdir(parents=True)
    (user / "verdict.md.j2").write_text("Mine.\n", encoding="utf-8")
    shown = review_process("new", "her.yaml", cwd=house, XDG_CONFIG_HOME=str(house / "config")).out
    assert "## Verdict\n\nMine.\n" in shown
    (house / "house" / "shared" / "verdict.md.j2").write_text("The house's.\n", encoding="utf-8")
    shown = review_process("new", "her.yaml", cwd=house, XDG_CONFIG_HOME=str(house / "config")).out
    assert "## Verdict\n\nThe house's.\n" in shown


def test_the_list_says_where_each_comes_from(house: Path) -> None:
    (house / "house" / "shared" / "verdict.md.j2").write_text("x\n", encoding="utf-8")
    ran = review("template", "list", cwd=house)
    assert ran.code == 0
    (line,) = [line for line in ran.out.splitlines() if line.startswith("shared/verdict ")]
    assert "house" in line
    (line,) = [line for line in ran.out.splitlines() if line.startswith("book/capsule ")]
    assert "built in" in line


def test_a_list_of_no_kind_says_so(house: Path) -> None:
    ran = review("template", "list", "albun", cwd=house)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "there are no templates for “albun”. `review template list` names all.\n"


def test_a_copy_is_made_once(house: Path) -> None:
    ran = review("template", "eject", "book/capsule", cwd=house)
    assert (ran.code, ran.out) == (0, "")
    copy = house / "house" / "book" / "capsule.md.j2"
    assert (
        copy.read_text(encoding="utf-8")
        == review("template", "show", "book/capsule", "--isolated", cwd=house).out
    )
    copy.write_text("mine", encoding="utf-8")
    assert review("template", "eject", "book/capsule", cwd=house).code == 2
    assert copy.read_text(encoding="utf-8") == "mine"
    assert review("template", "eject", "capsule", "--to", "elsewhere", cwd=house).code == 0
    assert (house / "elsewhere" / "film" / "capsule.md.j2").is_file()


def test_drafting_keeps_nothing_that_could_be_run(house: Path) -> None:
    cache = house / "cache"
    planted = cache / "review" / "templates"
    planted.mkdir(parents=True)
    assert review("new", "her.yaml", cwd=house, XDG_CACHE_HOME=str(cache)).code == 0
    assert [*cache.rglob("*")] == [cache / "review", planted]


def test_an_unknown_template_names_the_nearest(house: Path) -> None:
    ran = review("template", "show", "book/capsul", cwd=house)
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean “book/capsule”?" in ran.err
