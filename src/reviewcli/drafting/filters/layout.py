"""Filters for the shape of a draft: sections, markers, paragraphs, which departments to take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from reviewcli.drafting.pen import pen_of


@pass_context
def section(context: Context, body: str, name: str, todo: str | None = None) -> str:
    """A section: its heading, then what the block holds.

    Where it holds nothing, a marker says what to write; without `todo` there is no section then.

    Example: `{% filter section("Verdict", "for whom") %}{% endfilter %}` gives
    `<!-- review-todo verdict: for whom -->`
    """
    return pen_of(context).section(name, body, todo)


@pass_context
def or_todo(context: Context, text: str, section: str, what: str) -> str:
    """The text, or a marker that says what to write.

    Example: `{{ "" | or_todo("opening", "a first line") }}` gives
    `<!-- review-todo opening: a first line -->`
    """
    return text.strip() or pen_of(context).todo(section, what)


def then(text: str, more: str) -> str:
    """Two texts as one paragraph; a marker stays by itself.

    Example: `{{ "Java, 1942." | then("Rain.") }}` gives `Java, 1942. Rain.`
    """
    between = "\n\n" if text.endswith("-->") or "\n\n" in text else " "
    return between.join(part for part in (text.strip(), more.strip()) if part)


def paragraphs(text: str, longest: int = 120) -> str:
    r"""Short paragraphs of the block joined into longer ones, each at most so many words.

    Example: `{% filter paragraphs %}One.{{ "\n\n" }}Two.{% endfilter %}` gives `One. Two.`
    """
    out: list[str] = []
    for part in (part.strip() for part in text.split("\n\n")):
        is_short = bool(out) and len(out[-1].split()) + len(part.split()) <= longest
        # A marker stays by itself: Markdown takes what follows it on its line for HTML.
        if part and is_short and not part.startswith("<!--") and not out[-1].endswith("-->"):
            out[-1] += f" {part}"
        elif part:
            out.append(part)
    return "\n\n".join(out)


def only(groups: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """Those departments of a list, in the order of the notes.

    Example: `{{ notes.craft | only(["music", "sound"]) | list | listed }}` gives `music`
    """
    wanted = {name.casefold() for name in names}
    return {name: held for name, held in groups.items() if name.casefold() in wanted}


def without(groups: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """The departments but those of a list, in the order of the notes.

    Example: `{{ notes.craft | without(["camera", "editing"]) | list | listed }}` gives `music`
    """
    unwanted = {name.casefold() for name in names}
    return {name: held for name, held in groups.items() if name.casefold() not in unwanted}
