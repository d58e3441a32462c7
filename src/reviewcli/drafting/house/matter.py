"""Front matter in a house's own keys: some put in, some renamed, some dropped; the rest stays to the byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from reviewcli.document.front_matter import read_front_matter
from reviewcli.settings.front_matter import MatterRules
from reviewcli.texts.lines import line_start
from reviewcli.texts.yaml.nodes import Mapping_, Scalar
from reviewcli.texts.yaml.reading import parse_yaml
from reviewcli.texts.yaml.writing import scalar, value_lines


def edited_matter(text: str, rules: MatterRules, *, publishing: bool = False) -> str:
    """A draft with its front matter as the house wants it; done twice it is the same as done once.

    `draft` and `review` say how far a draft is; they stay as they are until it is published.
    """
    matter = read_front_matter(text)
    if matter is None or not (rules.put or rules.rename or rules.drop):
        return text
    edit = _edited_toml if matter.language == "toml" else _edited_yaml
    inside = edit(matter.text, rules if publishing else rules.for_drafts())
    if not inside.strip() and matter.text.strip():
        # Neither the end of the fence's line stays, nor an empty one below it.
        return re.sub(r"\A(?:[ \t]*(?:\r\n?|\n)){1,2}", "", text[matter.span.end :])
    return text[: matter.text_start] + inside + text[matter.text_start + len(matter.text) :]


def _edited_yaml(text: str, rules: MatterRules) -> str:
    node = parse_yaml(text).node
    if isinstance(node, Mapping_) and node.flow:
        return text  # JSON in disguise: whoever writes that has a program for it
    pieces: list[str] = []
    done = 0
    found = list(entries(text))
    known = {key.text for key, _, _ in found}
    newline = "\r\n" if "\r\n" in text else "\n"
    for key, start, end in found:
        pieces.append(text[done:start])
        done = end
        name = rules.rename.get(key.text, key.text)
        if key.text in rules.drop:
            continue
        if key.text == "draft" and "draft" in rules.put:  # ours, so that the house's goes before it
            pieces.append(_lines_of("draft", rules.put["draft"], newline))
        elif name == key.text or name in known:
            pieces.append(text[start:end])
        else:
            pieces.append(text[start : key.span.start] + scalar(name) + text[key.span.end : end])
            known.add(name)
    added = [_lines_of(key, value, newline) for key, value in rules.put.items() if key not in known]
    return "".join([*pieces, *added, text[done:]])


def entries(text: str) -> Iterator[tuple[Scalar, int, int]]:
    """Each key of YAML, with where the lines of its entry begin and end."""
    node = parse_yaml(text).node
    keys = [key for key, _ in node.entries] if isinstance(node, Mapping_) else []
    for key, following in zip_longest(keys, keys[1:]):
        start = line_start(text, key.span.start)
        yield key, start, _end_of_entry(text, start, following.span.start if following else None)


def _end_of_entry(text: str, start: int, following: int | None) -> int:
    """Where an entry's lines end: comments and empty lines above the next key belong to that."""
    end = len(text) if following is None else line_start(text, following)
    lines = text[start:end].splitlines(keepends=True)
    while len(lines) > 1 and (not lines[-1].strip() or lines[-1].startswith("#")):
        end -= len(lines.pop())
    return end


def _lines_of(key: str, value: Any, newline: str) -> str:
    return "".join(value_lines({key: value})).replace("\n", newline)


def _edited_toml(text: str, rules: MatterRules) -> str:
    """TOML, as far as a line goes: ours are the table `[review]` and the keys that are dropped."""
    out: list[str] = []
    table = ""
    for line in text.splitlines(keepends=True):
        if header := re.match(r"\[+\s*([\w-]+)", line):
            table = header[1]
        key = re.match(r"[\"']?([\w-]+)", line)
        name = table or (key[1] if key else "")
        if name not in rules.drop:
            out.append(line)
    return "".join(out)
