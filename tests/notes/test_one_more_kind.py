"""A kind of review is one file and its templates: a new one works everywhere, and no other code names one."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from program import ROOT, Ran
from reviewcli.notes.kinds import DEFAULT, KINDS, OWN_KEYS

PACKAGE = ROOT / "src" / "reviewcli"

PODCAST = '''
"""Podcasts."""

from reviewcli.notes.kinds._jobs import FURTHER_JOBS, Job
from reviewcli.notes.kinds._kind import OF_WORKS, SHARED, Field, Kind, Maker, Row, chosen
from reviewcli.notes.people import PERSONS
from reviewcli.notes.points import NAMED
from reviewcli.notes.shape import Key
from reviewcli.notes.shapes import TEXT

KIND = Kind(
    name="podcast",
    called="radio_show",
    article="a podcast",
    plural="podcasts",
    departments="hosting editing sound",
    nouns="podcast",
    jobs=(
        Job(
            name="hosted",
            done="hosted, presented",
            agent="host, presenter",
            thing="hosting",
            does="hosts, hosted, presents, presented",
            heading="host, hosts",
            keys="hosts",
            is_full=True,
        ),
        *FURTHER_JOBS,
    ),
    makers=(Maker("hosts", "made"),),
    has_happened=True,
    schema_type="PodcastSeries",
    properties=(Field("author", "hosts", "Person"), Field("webFeed", "feed")),
    own={
        "hosts": Key(PERSONS, "Who speaks to us: one name or a list.", also="presenter moderator"),
        "feed": Key(TEXT, "Where it can be subscribed to."),
        "chapters": Key(NAMED, "Titles, each with what you heard.", names="titles"),
    },
    keys=chosen(
        SHARED + OF_WORKS + " runtime",
    ),
    rows=(
        Row("hosts", "Who speaks to us?", "one name, or several"),
        Row("feed", "Where can one subscribe to it?", None),
        Row("chapters", "Which chapters do you want to write about?", "one a line", each="What do we hear in {}?"),
        Row("verdict", "Your judgement?", "your judgement"),
    ),
)
'''
TEMPLATE = """{# The standard review of a podcast: what one hears, and what it is worth. #}
{% extends "shared/review.md.j2" %}
{% set work = "The podcast" %}
{% block credits %}
{{ notes.hosts | full_names | fact("Hosted by") }}
{% endblock %}
{% block synopsis %}
{% filter section("Chapters", "at least two chapters") %}
{% for name, points in notes.chapters.items() %}
{{ points | paragraph(track=name) }}

{% endfor %}
{% endfilter %}
{% endblock %}
{% block performances %}{% endblock %}
"""
NOTES = """kind: podcast
title: Salt Lines
year: 2021
hosts: [Mara Quill, Tom Ferris]
feed: https://salt.example/feed
chapters:
  The Ferry: opens on an engine that will not start [0:40]
craft:
  sound: keeps the gulls far away [The Ferry]
critique:
  strengths: lets people finish their sentences
  weaknesses: repeats the theme tune between all chapters
verdict: earns its last, silent minute
score: 4/5
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with one kind more, which is one file and one template."""
    root = tmp_path_factory.mktemp("tree")
    shutil.copytree(PACKAGE, root / "src" / "reviewcli")
    shutil.copytree(ROOT / "templates", root / "templates")
    (root / "src" / "reviewcli" / "notes" / "kinds" / "podcast.py").write_text(PODCAST)
    (root / "templates" / "podcast").mkdir()
    (root / "templates" / "podcast" / "standard.md.j2").write_text(TEMPLATE)
    (root / "here").mkdir()
    (root / "here" / "salt.yaml").write_text(NOTES)
    return root


def run(tree: Path, *arguments: str) -> Ran:
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "reviewcli", *arguments],
        capture_output=True,
        cwd=tree / "here",
        env={
            **os.environ,
            "PYTHONPATH": str(tree / "src"),
            **{f"XDG_{name}_HOME": str(tree / name) for name in ("CONFIG", "STATE", "DATA", "CACHE")},
        },
        check=False,
        timeout=300,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def test_init_asks_for_the_keys_of_the_new_kind(tree: Path) -> None:
    ran = run(tree, "init", "Salt Lines", "--kind", "podcast", "-o", "-")
    assert ran.code == 0, ran.err
    lines = ran.out.splitlines()
    assert "kind: podcast" in lines
    assert "hosts: # one name, or several" in lines
    assert "chapters: # one a line" in lines
    assert not any(line.startswith("directors") for line in lines)
    full = run(tree, "init", "Salt Lines", "--kind", "radio show", "--full", "-o", "-")
    assert full.code == 2  # a flag names a kind as it is called
    assert "Did you mean “podcast”?" in full.err


def test_check_knows_its_keys_and_those_of_others(tree: Path) -> None:
    assert run(tree, "check", "salt.yaml").code == 0
    wrong = tree / "here" / "wrong.yaml"
    wrong.write_text("kind: podcast\ntitle: Salt Lines\nmoderator: Mara Quill\ncast: [Ann Lee]\n")
    ran = run(tree, "check", "wrong.yaml", "--output-format", "compact")
    wrong.unlink()
    assert ran.code == 2
    assert "“moderator” is no key here. Did you mean “hosts”?" in ran.out
    assert "not for a podcast" in ran.out
    film = tree / "here" / "film.yaml"
    film.write_text("title: Her\nhosts: Mara Quill\n")
    ran = run(tree, "check", "film.yaml", "--output-format", "compact")
    film.unlink()
    assert "“hosts” is for podcasts; without a kind this is a film. Add “kind: podcast”." in ran.out


def test_new_drafts_it_with_its_one_template(tree: Path) -> None:
    ran = run(tree, "new", "salt.yaml")
    assert ran.code == 0, ran.err
    assert "kind: podcast\n" in ran.out
    assert "hosts: [Mara Quill, Tom Ferris]\nfeed:" in ran.out
    assert "\n\nHosted by Mara Quill and Tom Ferris.\n\n" in ran.out
    assert "\n\nMara Quill and Tom Ferris made *Salt Lines* (2021).\n\n" in ran.out
    assert '"The Ferry" opens on an engine that will not start' in ran.out
    assert "The podcast earns its last, silent minute." in ran.out


def test_a_template_need_not_have_a_line_of_credits(tree: Path) -> None:
    bare = TEMPLATE.partition("{% block credits %}")[0]
    (tree / "templates" / "podcast" / "bare.md.j2").write_text(bare)
    ran = run(tree, "new", "salt.yaml", "--template", "bare")
    assert ran.code == 0, ran.err
    assert "\n\nMara Quill and Tom Ferris made *Salt Lines* (2021).\n\n" in ran.out
    assert "Hosted by" not in ran.out


def test_the_help_names_it(tree: Path) -> None:
    assert "restaurant, podcast." in " ".join(run(tree, "init", "--help").out.split())


def draft(tree: Path) -> Path:
    file = tree / "here" / "salt.md"
    if not file.exists():
        assert run(tree, "new", "salt.yaml", "-o", "salt.md").code == 0
    return file


def test_update_marks_a_new_point_of_a_key_of_its_own(tree: Path) -> None:
    notes = tree / "here" / "more.yaml"
    notes.write_text(NOTES)
    assert run(tree, "new", "more.yaml", "-o", "more.md").code == 0
    notes.write_text(NOTES.replace("craft:", "  The Pier: ends on gulls [3:10]\ncraft:"))
    ran = run(tree, "update", "more.md")
    assert ran.code == 0, ran.err
    assert "The Pier: ends on gulls [3:10]" in notes.with_suffix(".md").read_text()


def test_lint_holds_the_text_against_its_jobs(tree: Path) -> None:
    file = draft(tree)
    right = run(
        tree, "lint", "salt.md", "--grammar", "off", "--select", "facts,names", "--output-format", "json"
    )
    assert right.code == 0, right.out
    assert [each["rule"] for each in right.json["files"][0]["findings"]] == []
    slips = file.with_name("slips.md")
    text = file.read_text().replace("Hosted by Mara Quill and Tom Ferris.", "Hosted by Ann Lowell.")
    slips.write_text(text)
    ran = run(
        tree, "lint", "slips.md", "--grammar", "off", "--select", "facts,names", "--output-format", "json"
    )
    messages = [each["message"] for each in ran.json["files"][0]["findings"]]
    assert "The notes have it hosted by Mara Quill and Tom Ferris, not Ann Lowell." in messages


def test_facts_lists_its_claims(tree: Path) -> None:
    draft(tree)
    ran = run(tree, "facts", "salt.md", "--output-format", "json")
    assert ran.code == 0, ran.err
    claims = {(claim["kind"], claim["text"], claim["status"]) for claim in ran.json["claims"]}
    assert ("credit", "Mara Quill", "confirmed") in claims
    assert ("year", "2021", "confirmed") in claims


def test_export_has_it_in_the_words_of_schema_org(tree: Path) -> None:
    draft(tree)
    ran = run(tree, "export", "jsonld", "salt.md", "--unfinished")
    assert ran.code == 0, ran.err
    item = json.loads(ran.out)["itemReviewed"]
    assert item["@type"] == "PodcastSeries"
    assert [person["name"] for person in item["author"]] == ["Mara Quill", "Tom Ferris"]
    assert item["webFeed"] == "https://salt.example/feed"
    assert item["dateCreated"] == "2021"


def test_export_takes_its_line_of_credits_out(tree: Path) -> None:
    draft(tree)
    ran = run(tree, "export", "hugo", "salt.md", "--unfinished")
    assert ran.code == 0, ran.err
    assert "Hosted by" not in ran.out
    assert "made *Salt Lines*" in ran.out


# Kinds and keys that are other words as well: where, and what they are there.
OTHER_WORDS = {
    "address": ("document/", "formats/findings/html/", "reading/facts/points.py"),  # of a link, of a house
    "film": ("notes/kinds/__init__.py", "reading/facts/prize_words.py"),  # the default; a category of prizes
    "label": ("document/inline.py", "formats/findings/html/reading.py"),  # of a footnote
    "pages": ("reading/", "rules/facts/"),  # what is claimed, as is the case with the next three
    "platforms": ("reading/",),
    "price": ("reading/", "rules/facts/", "notes/editions.py"),
    "seasons": ("reading/",),
    "series": ("exchange/importing/goodreads.py",),  # that a book belongs to
    "subjects": ("drafting/",),  # of sentences
    "tracks": ("reading/", "rules/facts/"),
}


def _homes() -> dict[str, str]:
    """The file of each kind's name, and of each key that one kind alone has."""
    having: dict[str, list[str]] = {}
    for kind in KINDS.values():
        for key in kind.own.keys() & OWN_KEYS.keys():
            having.setdefault(key, []).append(kind.name)
    alone = {key: kinds[0] for key, kinds in having.items() if len(kinds) == 1}
    return {word: f"notes/kinds/{kind}.py" for word, kind in (alone | {name: name for name in KINDS}).items()}


def _words(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts of a module's code, and the fields of notes that it asks for.

    What others call a key (`also`), and a key's name in another program (the first of a `Field`), are their words.
    """
    aside: list[ast.expr] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "also":
            aside.append(node.value)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "Field":
            aside.append(node.args[0])
    theirs = {id(inner) for each in aside for inner in ast.walk(each)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in theirs:
            yield node.lineno, node.value
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value).split(".")[-1] == "notes":
            yield node.lineno, node.attr


def test_no_code_names_a_kind_but_its_own_file() -> None:
    homes = _homes()
    assert {"film", "restaurant", "hours_played", "isbn"} <= homes.keys()
    named = [
        f"{path}:{line}: {word}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for path in [file.relative_to(PACKAGE).as_posix()]
        for line, word in _words(ast.parse(file.read_text(encoding="utf-8")))
        if word in homes and path != homes[word] and not path.startswith(OTHER_WORDS.get(word, ()))
    ]
    assert named == []


def test_every_other_word_stands_where_it_is_said_to() -> None:
    texts = {
        path.relative_to(PACKAGE).as_posix(): {
            word for _, word in _words(ast.parse(path.read_text(encoding="utf-8")))
        }
        for path in PACKAGE.rglob("*.py")
    }
    for word, places in OTHER_WORDS.items():
        for place in places:
            assert any(path.startswith(place) and word in held for path, held in texts.items()), (word, place)


def test_a_kind_is_called_as_its_file() -> None:
    files = {
        path.stem for path in (PACKAGE / "notes" / "kinds").glob("*.py") if not path.name.startswith("_")
    }
    assert files == set(KINDS)
    assert DEFAULT in KINDS
