"""The block of settings that opens a draft."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from reviewcli.texts.findings import Span


class FrontMatter(msgspec.Struct, frozen=True):
    """What stands between the fences, and where: `span` holds the fences too, `text_start` is the text's."""

    text: str
    span: Span
    text_start: int
    language: str = "yaml"


def read_front_matter(source: str) -> FrontMatter | None:
    """The front matter of a source: YAML between `---` lines, or TOML between `+++` lines.

    A rule of dashes with prose under it is no front matter.
    """
    if not source.startswith(("---", "+++")):
        return None
    fence = source[:3]
    opening = re.match(re.escape(fence) + r"[ \t]*(?:\r\n?|\n)", source)
    if not opening:
        return None
    close = r"---|\.\.\." if fence == "---" else r"\+\+\+"
    closing = re.compile(rf"^(?:{close})[ \t]*$", re.MULTILINE).search(_unix(source), opening.end())
    if not closing:
        return None
    text = source[opening.end() : closing.start()]
    if not _holds_keys(text):
        return None
    span = Span(0, closing.end())
    return FrontMatter(text, span, opening.end(), "yaml" if fence == "---" else "toml")


def _unix(source: str) -> str:
    # `$` knows only LF; the lengths stay.
    return source.replace("\r", "\n") if "\r" in source else source


def _holds_keys(text: str) -> bool:
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            return re.match(r"""["']?[\w][^:=]*["']?\s*[:=]|\[|\{""", line) is not None
    return True


def review_settings(front_matter: FrontMatter | None) -> dict[str, Any]:
    """What front matter says under `review`: texts as they stand, nothing where it cannot be read."""
    if front_matter is None or front_matter.language != "yaml" or "review" not in front_matter.text:
        return {}
    from reviewcli.texts.yaml.nodes import plain_value
    from reviewcli.texts.yaml.reading import parse_yaml

    read = parse_yaml(front_matter.text)
    if any(problem.name != "duplicate-key" for problem in read.problems):
        return {}
    values = plain_value(read.node)
    settings = values.get("review") if isinstance(values, dict) else None
    return {str(key): value for key, value in settings.items()} if isinstance(settings, dict) else {}
