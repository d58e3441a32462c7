"""What a draft opens with and a page says elsewhere: the first heading and the line of credits."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec
from markdown_it.token import Token

from reviewcli.exchange.export.sections import without_blocks
from reviewcli.exchange.publish.parsing import body_of, parser, plain_inline
from reviewcli.notes.kinds import KINDS, OWN_KEYS
from reviewcli.notes.model import Notes

# The words of such a line in every kind of review; those for jobs and for a kind's own keys come from the kinds.
_WORDS = """
    a all also an and as at award based by edition episodes for from games hour hours hrs in it min mins minute minutes
    music narrated new of on one original part performed played series starring story the title version with
"""
_OPENERS = (
    "starring ",
    "with ",
    "by ",
    "narrated by",
    "performed by",
    "original title",
    "cast:",
    "starring:",
)
_LOOKED_AT = 3  # paragraphs: a standfirst and a line of thanks may stand above the credits


class _Credits(msgspec.Struct, frozen=True):
    """How lines of credits are put: their `words`, and how one opens, that of a job needing no fact behind it."""

    words: frozenset[str]
    jobs: tuple[str, ...]
    openers: tuple[str, ...]


@functools.cache
def _credits() -> _Credits:
    """The words of every kind: “directed by”, “Director:”, “developed by”, “a film by”, pages."""
    jobs = {job for kind in KINDS.values() for job in kind.jobs}
    done = {phrase for job in jobs for phrase in job.done.casefold().split(", ")}
    called = {phrase for job in jobs for phrase in f"{job.agent}, {job.heading}".casefold().split(", ")}
    claims = {key.claim for key in OWN_KEYS.values() if key.claim}
    keys = {word for name in OWN_KEYS for word in name.split("_")}
    openers = {
        *_OPENERS,
        *(f"{phrase}:" for phrase in called),
        *(f"{claim} by" for claim in claims),
        *(f"{kind.article} by" for kind in KINDS.values()),
    }
    words = {word for phrase in done | called for word in phrase.split()}
    each_and_many = {*keys, *(word.removesuffix("s") for word in keys)}
    return _Credits(
        words=frozenset({*_WORDS.split(), *words, *claims, *each_and_many}),
        jobs=tuple(sorted(f"{phrase} by" for phrase in done)),
        openers=tuple(sorted(openers)),
    )


def without_opening(text: str, notes: Notes | None, *, plain: bool = False) -> tuple[str, str | None]:
    """The text below front matter without its first heading and line of credits, and that heading's words.

    A line of credits is looked for before the second heading only. It holds facts of the notes, names and the few
    words that join them, and nothing else: a sentence that somebody has written stays.
    """
    body = body_of(text)
    if plain:
        return _trimmed(body), None
    heading: str | None = None
    cut: list[Token] = []
    paragraphs = 0
    for opens, inside in _blocks(parser().parse(body)):
        if opens.tag == "h1" and heading is None and not paragraphs:
            heading = plain_inline(inside)
            cut.append(opens)
        elif opens.type == "paragraph_open" and paragraphs < _LOOKED_AT:
            paragraphs += 1
            if is_credit_line(plain_inline(inside), notes):
                cut.append(opens)
                break
        else:
            break
    return _trimmed(without_blocks(body, cut)), heading


def _blocks(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    """What opens each block, with the token after it, up to the first that has no inside: a line across, code."""
    for token, inside in pairwise(tokens):
        if token.level or token.nesting == -1 or token.type in ("html_block", "inline"):
            continue
        if token.nesting == 0 or not token.map:
            return
        yield token, inside


def is_credit_line(text: str, notes: Notes | None) -> bool:
    """Whether a paragraph only says who made the work, and what else its title page says."""
    left = text
    for fact in sorted(_facts(notes), key=len, reverse=True) if notes else ():
        left = re.sub(rf"(?<!\w){re.escape(fact)}(?!\w)", "\0", left, flags=re.IGNORECASE)
    has_fact = "\0" in left
    known = _credits()
    start = left.casefold().lstrip()
    by_job = start.startswith(known.jobs)
    if not (by_job or (has_fact and start.startswith(("\0", *known.openers)))):
        return False
    said = re.findall(r"[^\W\d_][\w'’-]*", left)
    names = [word for word in said if word.casefold() not in known.words]
    if has_fact and len(names) == len(said):
        # Facts with nothing to join them: a bare title or name is no line of credits, two facts are.
        return left.count("\0") > 1 and not names
    return all(word[0].isupper() for word in names)


def _facts(notes: Notes) -> set[str]:
    """Everything of a title page, as the line may say it."""
    people = {name for person in notes.people() for name in (person.name, *person.aka)}
    roles = {role for member in notes.cast for role in member.roles}
    texts = [
        notes.title, notes.original_title, notes.certificate, notes.distributor, notes.version,
        notes.based_on.title if notes.based_on else None,
    ]  # fmt: skip
    for _, value in notes.own():
        held = value if isinstance(value, tuple) else (value,)
        texts += [each for each in held if isinstance(each, str)]
    lists = (*notes.countries, *notes.languages, *notes.genres)
    return {
        text for text in (*people, *roles, *texts, *lists) if (text and len(text) > 1) or text in ("R", "G")
    }


def _trimmed(body: str) -> str:
    rest = re.sub(r"\A(?:[ \t]*\n)+", "", body).rstrip()
    return f"{rest}\n" if rest else ""
