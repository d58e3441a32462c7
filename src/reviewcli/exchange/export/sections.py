"""Parts of a review that some formats do without: empty sections, the line with the score, folds of spoilers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise, zip_longest

from markdown_it.token import Token

from reviewcli.exchange.publish.parsing import callout_of, parser, plain_inline
from reviewcli.notes.model import Score
from reviewcli.notes.works import score_of


def without_empty_sections(body: str, taken: list[str] | None = None) -> str:
    """The body without the headings of sections in which nothing stands; a heading of parts keeps its parts.

    Only a heading that says no more than which section it opens is taken out: one of the writer's own words stays.

    Args:
        body: a review in Markdown.
        taken: takes the names of the sections that were empty.
    """
    while True:
        blocks = _blocks(body)
        empty = [
            (block, name)
            for block, after in zip_longest(blocks, blocks[1:])
            if block.type == "heading_open"
            and (after is None or _closes(after, block))
            and (name := _section_named(body, block))
        ]
        if not empty:
            return body
        if taken is not None:
            taken += [name for _, name in empty]
        body = without_blocks(body, [block for block, _ in empty])


def _section_named(body: str, heading: Token) -> str | None:
    """The words of a heading that names a section; None for one of the writer's own."""
    from reviewcli.document.sections import is_section_heading

    start, end = heading.map or (0, 0)
    text = " ".join(" ".join(body.split("\n")[start:end]).strip(" #=-").split())
    return text if is_section_heading(text) else None


def without_score(body: str, score: Score) -> str:
    """The body without a paragraph that says this score and nothing else."""
    said = [
        token
        for token, inside in pairwise(parser().parse(body))
        if token.type == "paragraph_open" and not token.level and _is_score(plain_inline(inside), score)
    ]
    return without_blocks(body, said)


def without_spoilers(body: str) -> str:
    """The body without its folds of spoilers, however the house marks them: for what shows words without folds."""
    tokens = parser().parse(body)
    folds = [
        token
        for number, token in enumerate(tokens)
        if token.type == "blockquote_open" and not token.level and callout_of(tokens, number) == "spoiler"
    ]
    body = without_blocks(body, folds)
    folded = r"<details\b.*?</details>|\{\{<\s*spoiler\b.*?>\}\}.*?\{\{<\s*/\s*spoiler\s*>\}\}"
    return re.sub(rf"(?:{folded})\n*", "", body, flags=re.DOTALL | re.IGNORECASE)


def _is_score(text: str, score: Score) -> bool:
    found = score_of(text) if len(text) <= 20 else None
    return (
        found is not None
        and (found.value, found.scale) == (score.value, score.scale)
        and (found.value is not None or found.text == score.text)
    )


def _blocks(body: str) -> list[Token]:
    return [token for token in parser().parse(body) if not token.level and token.map and token.nesting >= 0]


def _closes(after: Token, heading: Token) -> bool:
    return after.type == "heading_open" and after.tag <= heading.tag


def without_blocks(body: str, blocks: Iterable[Token]) -> str:
    """The body without the lines of these blocks and the empty lines behind each."""
    lines = body.split("\n")
    for block in reversed([*blocks]):
        start, end = block.map or (0, 0)
        while end < len(lines) - 1 and not lines[end].strip():
            end += 1
        del lines[start:end]
    rest = "\n".join(lines).strip("\n")
    return f"{rest}\n" if rest else ""
