"""The schema accepts what we read and rejects the usual slips, so that an editor says the same as we do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # no stubs are needed for two calls
import pytest
import yaml

from notes.test_parsing import FULL
from program import ROOT
from reviewcli.notes import parse_notes
from reviewcli.notes.kinds import KEYS, KINDS
from reviewcli.notes.schema import notes_schema
from reviewcli.notes.starter import starter_notes


class _EditorLoader(yaml.SafeLoader):
    """YAML as an editor sees it: numbers and booleans, but dates are texts."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_an_editor_sees_it(source: str) -> Any:
    return yaml.load(source, Loader=_EditorLoader)


VALIDATOR = jsonschema.Draft202012Validator(notes_schema())


def test_the_schema_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(notes_schema())


def test_every_key_is_described() -> None:
    schema = notes_schema()
    kinds = {name: schema["$defs"][f"kind_{name}"]["properties"] for name in KINDS}
    assert {name: list(properties) for name, properties in kinds.items()} == {
        name: list(kind.keys) for name, kind in KINDS.items()
    }
    assert {key for properties in kinds.values() for key in properties} == set(KEYS)
    for name, value in _properties(schema):
        assert value.get("description"), name


def _properties(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from value.items()
            if key != "if":
                yield from _properties(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _properties(item)


GOOD = [
    FULL,
    "title: 1917\ncertificate: 15\nversion: 2\ntags: [2019, 3.5]\ndistributor: 4\nids: {tmdb: 1}\n",
    "title: No\nheadline: Yes\naudience: null\n",
    "title: 12:08\nruntime: 89\n",
    "title: x\nyear: '2013'\nscore: B+\nsynopsis: one line\ncast: A B as C\ndirectors: A B\n",
    "title: x\nscore: ★★★½☆\nruntime: 126 min\nkind: film\n",
    "title: x\nscore: {value: 4.5, scale: 5}\nseen: cinema\nbased_on: Grass\nfranchise: Fields\n",
    "title: x\nyear:\ncast:\n  -\nscore: ~\ncritique:\n  strengths:\nperformances:\n  A B:\n",
    "kind: book\ntitle: x\nauthors: A B\nisbn: 0-306-40615-2\npages: 3\n",
    "kind: book\ntitle: x\nisbn: 9780306406157\n",
    "kind: game\ntitle: x\ndevelopers: [A B, {name: C}]\nplatforms: PC\nhours_played: 12.5\n",
    "kind: album\ntitle: x\nartists: A\nlabel: B\ntracks:\n  - 1999\n  - One: x\nruntime: 43\n",
    "kind: album\ntitle: x\ntracks:\n  One: x\n  Two:\n    - y [0:10]\n",
    "kind: series\ntitle: x\nseasons: 4\nepisodes_seen: [1, 2]\nnetwork: Four\n",
    "kind: documentary\ntitle: x\nsubjects: [A B, C D]\ncast: A B as himself\n",
    "kind: theatre\ntitle: x\nvenue: A\ncompany: B\nperformance_date: 2026-11-20\n",
    "kind: restaurant\ntitle: x\nprice: £45\nvisits: 2\ndishes: {lamb: pink}\ncuisine: [a, b]\n",
    "kind: restaurant\ntitle: x\nvisits: [2026-11-20, 2026-11-21]\naddress: 1 A Street, B\n",
    "title: x\nthemes:\n  - 1917\n  - {point: x, evidence: 0:58, spoiler: yes}\n  - {point: y, evidence: [a, 0:58]}\n",
    *(starter_notes("Her", kind) for kind in KINDS),
    *(starter_notes("Her", kind, full=True) for kind in KINDS),
]


def _sources() -> list[str]:
    folder = ROOT / "examples"
    return [*GOOD, *(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml")))]


@pytest.mark.parametrize("source", _sources())
def test_what_we_read_the_schema_accepts(source: str) -> None:
    notes, findings = parse_notes(source)
    assert notes is not None, findings
    assert [error.message for error in VALIDATOR.iter_errors(as_an_editor_sees_it(source))] == []


@pytest.mark.parametrize(
    "source",
    [
        "year: 2013\n",
        "title: x\nyaer: 2013\n",
        "title: x\nyear: 20133\n",
        "title: x\nyear: MMXIII\n",
        "title: x\nruntime: long\n",
        "title: x\nruntime: 0\n",
        "title: x\nscore: great\n",
        "title: x\nscore: 8\n",
        "title: x\nscore: {value: 4}\n",
        "title: x\ncast: {A B: C}\n",
        "title: x\ncast: [{role: C}]\n",
        "title: x\ncast: [{name: A B, rol: C}]\n",
        "title: x\nperformances: [good]\n",
        "title: x\nperformances: good\n",
        "title: x\ncritique: good\n",
        "title: x\ncritique: {strength: good}\n",
        "title: x\nseen: {rewatch: maybe}\n",
        "title: x\nspoilers: [{keywords: [x]}]\n",
        "title: x\nsynopsis:\n  - it steals nothing: the laugh is there\n",
        "title: x\nkind: flim\n",
        "title: x\nextra: text\n",
        "title: x\npages: 3\n",
        "kind: book\ntitle: x\ncast: A B as C\n",
        "kind: book\ntitle: x\npages: many\n",
        "kind: book\ntitle: x\nisbn: 12\n",
        "kind: game\ntitle: x\nhours_played: ages\n",
        "kind: restaurant\ntitle: x\nperformances: {A: b}\n",
        "kind: album\ntitle: x\nperformances: {A: b}\n",
        "- a\n",
    ],
)
def test_the_usual_slips_are_rejected_by_both(source: str) -> None:
    notes, _ = parse_notes(source)
    assert notes is None
    assert not VALIDATOR.is_valid(as_an_editor_sees_it(source))
