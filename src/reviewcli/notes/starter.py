"""Starter notes: about fifteen lines that explain themselves, or every key of a kind with a word of help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from reviewcli.notes.kinds import DEFAULT, KINDS, Kind, Row
from reviewcli.notes.shape import Key
from reviewcli.texts.yaml.nodes import Mapping_, Node, node_of
from reviewcli.texts.yaml.quoting import quoted
from reviewcli.texts.yaml.writing import node_lines

_HELP = '# Delete what you leave empty. Several points: one a line, each after "- ". ": " and " #" need "quotes".\n'
# Where a blank line parts the keys of full notes: the facts, the review, what only its writer needs.
_PARTS = ("headline", "context", "verdict", "names")


def starter_notes(
    title: str,
    kind: str = DEFAULT,
    *,
    values: Mapping_ | None = None,
    schema: str | None = None,
    full: bool = False,
) -> str:
    """Notes to begin with. `values` are put in their places; `schema` is the address of the JSON Schema."""
    given: dict[str, Node] = {key.text: value for key, value in values.entries} if values else {}
    given.setdefault("title", node_of(title))
    chosen = KINDS[kind]
    text = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    text += _HELP
    if kind != DEFAULT or "kind" in given:
        text += f"kind: {kind}\n"
    given.pop("kind", None)
    return text + "".join(_every_key(chosen, given) if full else _what_matters(chosen, given))


def _what_matters(kind: Kind, given: dict[str, Node]) -> Iterator[str]:
    """The rows of the kind, what matters first, then whatever else is given."""
    yield node_lines("title", given["title"])
    done = {"title"}
    rows = [row for row in kind.rows if row.help is not None]
    for row in rows:
        top = row.key.split(".")[0]
        if top in done:
            continue
        done.add(top)
        if top in given:
            yield node_lines(top, given[top])
        else:
            yield _starter_lines(top, [each for each in rows if each.key.split(".")[0] == top])
    yield from (node_lines(key, given[key]) for key in kind.keys if key in given and key not in done)


def _starter_lines(top: str, rows: Sequence[Row]) -> str:
    """The lines of one key: what it holds in a comment, and a line to fill in."""
    if rows[0].key == top:
        return _line(top, rows[0].help or "", rows[0].sample)
    inner = (_line(row.key.split(".")[1], row.help or "", row.sample, "  ") for row in rows)
    return f"{top}:\n" + "".join(inner)


def _line(key: str, words: str, sample: str = "", indent: str = "") -> str:
    comment = f" # {words}" if words else ""
    return f"{indent}{key}:{comment}\n" + (f"{indent}  {sample}\n" if sample else "")


def _every_key(kind: Kind, given: dict[str, Node]) -> Iterator[str]:
    samples = {row.key: row.sample for row in kind.rows}
    for name, key in kind.keys.items():
        if name == "kind":
            continue
        if name in _PARTS:
            yield "\n"
        yield (
            node_lines(name, given[name]) if name in given else _full_lines(name, key, samples.get(name, ""))
        )


def _full_lines(name: str, key: Key, sample: str) -> str:
    if not key.shape.keys:
        return _line(name, key.words, sample or ("-" if key.shape.form == "lines" else ""))
    inner: Mapping[str, Key] = key.shape.keys
    lines = (
        _line(each, of.words, "-" if of.shape.form == "lines" else "", "  ") for each, of in inner.items()
    )
    return _line(name, key.words) + "".join(lines)


def values_with(title: str, settings: Sequence[str], kind: str = DEFAULT) -> Mapping_:
    """The title and the settings (`KEY.PATH=VALUE`) as a tree; raises everything that is wrong with them."""
    from reviewcli.notes.parsing import load_notes
    from reviewcli.notes.reading import Reading
    from reviewcli.notes.settings import with_settings

    load_notes("-", f"kind: {kind}\ntitle: {quoted(title)}\n", settings)
    return cast(Mapping_, with_settings(node_of({"title": title}), settings, Reading("")))
