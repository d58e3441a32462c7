"""Sections: which part of a review stands under which heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import msgspec

from reviewcli.document.blocks import Block, BlockKind, Parsed
from reviewcli.findings import Span

# Headings as critics and sites write them, without articles, in small letters.
_HEADINGS = {
    "opening": "opening, introduction, intro, overview, preface, first impressions, at a glance, in brief, tl dr, tldr",
    "context": "context, background, history, production, production history, making of, before film, about film, "
    "about author, about director, franchise, source, source material, adaptation, awards, release",
    "synopsis": "synopsis, plot, plot summary, story, storyline, summary, premise, setup, set up, what happens, "
    "what it is about, what it's about, what is it about, what's it about, narrative, plot and story, story and plot",
    "performances": "performance, performances, acting, actors, cast, casting, cast and characters, characters, "
    "characterisation, characterization, ensemble, voice acting, voice cast, voice work, who is in it, subjects",
    "craft": "craft, direction, directing, director, cinematography, camera, camerawork, photography, visuals, "
    "visual style, look, music, soundtrack, sound, sound design, sound mixing, original score, film score, "
    "musical score, music and score, score and sound, score and soundtrack, editing, pacing, writing, "
    "screenplay, script, dialogue, production design, design, set design, sets, costumes, costume design, makeup, "
    "make up, effects, visual effects, special effects, cgi, vfx, stunts, action, choreography, animation, style, "
    "technique, technical, technical aspects, technical merits, production values, filmmaking, prose, graphics, "
    "gameplay, controls, level design, lighting, staging, stage design, format, video, audio, video and audio",
    "themes": "theme, themes, message, messages, meaning, subtext, symbolism, analysis, interpretation, ideas, "
    "what it is really about, what it means, reading, politics",
    "critique": "critique, criticism, criticisms, evaluation, assessment, opinion, my opinion, my take, my thoughts, "
    "thoughts, strengths, weaknesses, strengths and weaknesses, pros, cons, pros and cons, positives, negatives, "
    "good, bad, ugly, good and bad, highs, lows, highs and lows, what works, what doesn't, what does not, what doesn't work, "
    "what does not work, what worked, what didn't, what didn't work, what i liked, what i loved, what i disliked, "
    "what i didn't like, problems, flaws, issues, likes, dislikes",
    "comparisons": "comparison, comparisons, compare, see also, similar films, if you liked this, if you like this, "
    "further viewing, further reading, influences, related films, double bill",
    "verdict": "verdict, final verdict, conclusion, conclusions, concluding thoughts, closing thoughts, final thoughts, "
    "final word, final words, last word, in conclusion, to conclude, bottom line, recommendation, should you see it, "
    "should you watch it, is it worth it, worth watching, worth it, rating, final rating, score, final score, "
    "overall, overall impression, overall impressions, grade, wrap up, takeaway, takeaways, who should see it, who is it for, "
    "who's it for, audience, closing",
    "other": "other, other notes, notes, trivia, miscellaneous, misc, credits, cast and crew, details, film details, "
    "facts, information, info, spoilers, spoiler, spoiler section, where to watch, availability, stray observations, "
    "references, footnotes, sources, links, about me, content warning, content warnings, content note",
}


class Section(msgspec.Struct, frozen=True):
    """A heading and what stands under it. `name` is one of the contract's, or None where the heading says none."""

    name: str | None
    heading: Block | None
    blocks: tuple[Block, ...]
    span: Span


def name_of_heading(text: str) -> str | None:
    """The section that a heading names: “The Story” is synopsis, “Direction & music” craft."""
    plain = re.sub(r"[’ʼ]", "'", text.lower())
    plain = re.sub(r"\((?:[^()]*)\)|\[[^\[\]]*\]", " ", plain)
    plain = re.sub(r"^\s*(?:\d+|[ivx]+)[.)]\s+", "", plain)
    names = _names()
    whole = _key(plain)
    if name := names.get(whole):
        return name
    for part in re.split(r"\s*(?:&|\band\b|[/,:;|+–—]|\s-\s)\s*", plain):
        if name := names.get(_key(part)):
            return name
    # “Plot of the film”, “Verdict: 4/5”, “Jonze's direction”: a short heading may hold one telling word at an end.
    words = whole.split()
    if 1 < len(words) <= 3:
        return names.get(words[-1]) if words[0].endswith("'s") else None
    return None


def _key(text: str) -> str:
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.replace("&", " and "))
    while words and words[0] in ("the", "a", "an", "my", "our", "film's", "movie's"):
        del words[0]
    return " ".join("film" if word in ("movie", "book", "show", "game") else word for word in words)


@cache
def _names() -> dict[str, str]:
    return {heading.strip(): name for name, line in _HEADINGS.items() for heading in line.split(",")}


def section_names(blocks: Sequence[Parsed]) -> list[str | None]:
    """The section of every block. Text above the first heading under the title is the opening.

    A heading that says nothing by itself belongs to the section of the heading above it, if it stands deeper.
    A text without headings has no sections.
    """
    title = find_title(blocks)
    names: list[str | None] = []
    opened: list[tuple[int, str | None]] = []
    has_headings = any(_opens_section(block) for number, block in enumerate(blocks) if number != title)
    for number, block in enumerate(blocks):
        if number == title:
            names.append(None)
            continue
        if _opens_section(block):
            while opened and opened[-1][0] >= block.level:
                opened.pop()
            inherited = opened[-1][1] if opened else None
            opened.append((block.level, name_of_heading(block.text) or inherited))
        names.append(opened[-1][1] if opened else "opening" if has_headings else None)
    return names


def find_title(blocks: Sequence[Parsed] | Sequence[Block]) -> int | None:
    """The number of the title: a heading of level 1 that opens the body."""
    if blocks and blocks[0].kind is BlockKind.HEADING and blocks[0].level == 1 and not blocks[0].in_quote:
        return 0
    return None


def _opens_section(block: Parsed | Block) -> bool:
    return block.kind is BlockKind.HEADING and not block.in_quote


def group_sections(blocks: Sequence[Block], end: int) -> tuple[Section, ...]:
    """The sections of a document that ends at `end`, in order; the title is in none."""
    body = blocks[1:] if find_title(blocks) is not None else blocks
    groups: list[tuple[Block | None, list[Block]]] = []
    for block in body:
        if _opens_section(block):
            groups.append((block, []))
        elif groups:
            groups[-1][1].append(block)
        else:
            groups.append((None, [block]))
    starts = [heading.span.start if heading else held[0].span.start for heading, held in groups]
    return tuple(
        Section(heading.section if heading else held[0].section, heading, tuple(held), Span(start, stop))
        for (heading, held), (start, stop) in zip(groups, pairwise([*starts, end]), strict=True)
    )
