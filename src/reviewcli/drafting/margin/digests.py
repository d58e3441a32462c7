"""What of its notes a draft has seen: short digests of facts and points in one line of its front matter."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

import msgspec

from reviewcli.document.front_matter import FrontMatter, read_front_matter, review_settings
from reviewcli.drafting.house.matter import entries
from reviewcli.drafting.margin.likeness import telling
from reviewcli.drafting.margin.points import Said, points_of
from reviewcli.notes.model import Notes
from reviewcli.notes.surnames import fold
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.findings import Edit, Span

_WORDS = 4  # of a point, by which it is found again when the notes have lost it
_SETTINGS = ("draft", "review")


class Point(msgspec.Struct, frozen=True):
    """A point as a draft remembers it: which it was, and its most telling words."""

    name: str
    words: frozenset[str]


class Fact(msgspec.Struct, frozen=True):
    """An entry of front matter: its lines, and where they stand."""

    text: str
    span: Span


class Digests(msgspec.Struct, frozen=True):
    """Facts by the digest of their key, lines of nothing but facts, and points."""

    facts: dict[str, str]
    lines: tuple[str, ...]
    points: tuple[Point, ...]

    def knows(self, key: str) -> bool:
        """Whether the notes had this fact."""
        return digest(key, 3) in self.facts

    def has_fact(self, key: str, fact: Fact | None) -> bool:
        """Whether a fact is what the notes had: the same value, or none."""
        return self.facts.get(digest(key, 3)) == (fact and digest(fact.text, 3))

    def __contains__(self, line: str) -> bool:
        """Whether the notes made this line of their facts."""
        return digest(line) in self.lines

    def __str__(self) -> str:
        facts = "".join(key + value for key, value in self.facts.items())
        points = ".".join(point.name + "".join(sorted(point.words)) for point in self.points)
        return f"{facts}/{''.join(self.lines)}/{points}"


def digest(text: str, length: int = 4) -> str:
    """So many letters that stand for a text."""
    data = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=9).digest()
    return base64.urlsafe_b64encode(data).decode()[:length]


def point_of(said: Said) -> Point:
    """What is remembered of a point; another case or spacing is no other point."""
    whole = " ".join(fold(f"{said.section} {said.text} {said.evidence}").split())
    longest = sorted(telling(said.text).items(), key=lambda each: (-len(each[0]), each[0]))[:_WORDS]
    return Point(digest(whole), frozenset(digest(min(stems), 3) for _, stems in longest))


def words_of(text: str) -> frozenset[str]:
    """The words of a text of the draft, as points remember theirs."""
    return frozenset(digest(stem, 3) for stems in telling(text).values() for stem in stems)


def digests_of(notes: Notes, text: str, bare: str, *, spoilers: bool) -> Digests:
    """What a draft has seen.

    Args:
        notes: the notes it was made from.
        text: the draft.
        bare: what the facts of these notes alone would make; a line that both have is one of facts.
        spoilers: whether points that tell too much are drafted.
    """
    facts = {digest(key, 3): digest(fact.text, 3) for key, fact in facts_in(text).items()}
    also = set(body_lines(bare))
    lines = [digest(line) for line in body_lines(text) if line in also]
    points = [point_of(said) for said in points_of(notes, spoilers=spoilers)]
    return Digests(facts, tuple(dict.fromkeys(lines)), tuple(points))


def facts_in(text: str) -> dict[str, Fact]:
    """The facts of front matter by their key, without what is said of the draft itself."""
    matter = read_front_matter(text)
    if matter is None or matter.language != "yaml":
        return {}
    first = matter.text_start
    return {
        key.text: Fact(matter.text[start:end].replace("\r\n", "\n"), Span(first + start, first + end))
        for key, start, end in entries(matter.text)
        if key.text not in _SETTINGS
    }


def body_lines(text: str) -> Iterable[str]:
    """The lines below the front matter that may hold facts: no heading of a section, no comment."""
    matter = read_front_matter(text)
    for line in (text[matter.span.end :] if matter else text).split("\n"):
        if line.strip() and not line.startswith(("##", "<!--")):
            yield line


def read_digests(settings: dict[str, object]) -> Digests | None:
    """The digests that front matter holds under `review`; None where there are none that can be read."""
    text = settings.get("digests")
    if not isinstance(text, str) or not re.fullmatch(
        r"(?:[\w-]{6})*/(?:[\w-]{4})*/(?:[\w-]{4,}(?:\.|\Z))*", text
    ):
        return None
    facts, lines, points = text.split("/")
    return Digests(
        {each[:3]: each[3:] for each in _cut(facts, 6)},
        tuple(_cut(lines, 4)),
        tuple(Point(each[:4], frozenset(_cut(each[4:], 3))) for each in points.split(".") if each),
    )


def _cut(text: str, length: int) -> list[str]:
    return [text[start : start + length] for start in range(0, len(text), length)]


def edit_of_digests(text: str, digests: Digests) -> Edit:
    """What puts digests into a draft's front matter, in the place of those it has.

    Raises:
        ReviewError: the front matter is TOML, or YAML that has no place for them.
    """
    from reviewcli.texts.yaml.writing import scalar

    line = f"digests: {scalar(str(digests))}"
    matter = read_front_matter(text)
    if matter is None:
        gap = "\n" if "\n\n" in text.replace("\r\n", "\n") else ""
        return Edit(Span(0, 0), f"---\nreview:\n  {line}\n---\n{gap}")
    edit = _edit_of_matter(matter, line)
    after = text[: edit.span.start] + edit.text + text[edit.span.end :]
    if review_settings(read_front_matter(after)).get("digests") != str(digests):
        raise ReviewError(
            "this front matter has no place for what the draft has seen.", hint="Write it as YAML."
        )
    return edit


def _edit_of_matter(matter: FrontMatter, line: str) -> Edit:
    found = (
        [each for each in entries(matter.text) if each[0].text == "review"]
        if matter.language == "yaml"
        else []
    )
    end = matter.text_start + len(matter.text)
    if not found:
        return Edit(Span(end, end), f"review:\n  {line}\n")
    _, start, stop = found[0]
    entry = matter.text[start:stop]
    if re.match(r"[^\n]*?:\s*\{", entry):
        kept = (
            re.sub(r",?\s*\b(?:base|digests):\s*(?:\"[^\"]*\"|[^,}\s]*)", "", entry)
            .rstrip()
            .removesuffix("}")
        )
        entry = f"{kept}{'' if kept.endswith('{') else ', '}{line}}}\n".replace("{, ", "{")
    else:
        kept = re.sub(r"(?m)^[ \t]+(?:base|digests):[^\n]*(?:\n|\Z)", "", entry)
        indent = re.search(r"\n([ \t]+)\S", kept)
        entry = f"{kept.rstrip()}\n{indent[1] if indent else '  '}{line}\n"
    return Edit(Span(matter.text_start + start, matter.text_start + stop), entry)
