"""Titles against the notes: of the work, of its songs, and of the works that the notes name beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Block, BlockKind, Document, Passage, once
from reviewcli.notes.kinds import KEYS
from reviewcli.reading.claims.claim import Claim, Status, held
from reviewcli.reading.claims.context import blocks_of
from reviewcli.reading.claims.works import is_near, other_titles, title_key
from reviewcli.reading.facts import measures
from reviewcli.reading.facts.index import FULL_NAME, Fact, index_of
from reviewcli.texts.findings import Span

_ARTICLES = frozenset(("the", "a", "an"))
_LONG = 5
# A title in front of which a determiner stands may leave its own article away: Kubrick's *Shining*.
_DETERMINER = (
    r"(?:\b(?:the|an?|this|that|his|her|its|their|my|our|your|own|of|\d{4})|['’]s?|[-–])\s*[“\"‘']?$"
)


def find(doc: Document) -> Iterator[Claim]:
    """The work's title in italics, in quotation marks, in headings and in the front matter, and near misses of it."""
    notes = doc.notes
    if notes is None:
        return
    named = [title for title in (notes.title, notes.original_title) if title]
    titles = {
        key: title for title in named if (key := title_key(title))
    }  # of signs only, as ÷, none is a slip
    right_too = other_titles(notes)
    yield from _in_front_matter(doc, titles, right_too)
    yield from others(doc)
    seen = False
    for block in blocks_of(doc):
        for place in _marked(block):
            key = title_key(place.text)
            if key in titles and not seen:
                seen = True
                yield Claim(kind="title", span=place.span, text=place.text, status=Status.CONFIRMED)
            elif key not in right_too and (right := _nearly(place, key, titles)):
                yield _slip(place.span, place.text, right)


def _marked(block: Block) -> Iterator[Passage]:
    text = block.text
    for start, end in (*block.emphasis, *block.quotations):
        inside = text[start:end]
        bare = inside.strip("“”\"'‘’ ").rstrip(",.;:")
        if bare:
            at = start + inside.index(bare)
            yield Passage(block, at, at + len(bare))
    if block.kind is BlockKind.HEADING and not block.emphasis and not block.quotations:
        bare = re.sub(r"\s*\(\d{4}\).*$", "", text).strip()
        if bare:
            yield Passage(block, text.index(bare), text.index(bare) + len(bare))


def _nearly(place: Passage, key: str, titles: dict[str, str]) -> str | None:
    """The title that a text misses by a slip of the hand or an article."""
    if not key or not place.text[0].isalnum() or key in titles:
        return None
    before = place.block.text[max(place.start - 12, 0) : place.start]
    for own, title in titles.items():
        mine, right = key.split(), own.split()
        if is_near(key, own) or (mine[0] in _ARTICLES and mine[1:] == _bare(right)):
            return title
        is_cut = right[0] in _ARTICLES and right[1:] == mine and len(mine) > 1
        if is_cut and not re.search(_DETERMINER, before, re.IGNORECASE):
            return None  # critics cut articles; a house may mind, the facts do not
    return None


def _bare(words: list[str]) -> list[str]:
    return words[1:] if words[0] in _ARTICLES else words


def _in_front_matter(doc: Document, titles: dict[str, str], others: frozenset[str]) -> Iterator[Claim]:
    matter = doc.front_matter
    if matter is None:
        return
    for match in re.finditer(r"^title[ \t]*[:=][ \t]*[\"']?([^\"'\n]+)", matter.text, re.MULTILINE):
        text = re.sub(r"\s*\(\d{4}\)$", "", match[1].strip())
        start = matter.text_start + match.start(1)
        span = Span(start, start + len(text))
        key = title_key(text)
        right = next(
            (title for own, title in titles.items() if key not in others and is_near(key, own)), None
        )
        if right and key not in titles:
            yield _slip(span, text, right)


def _slip(span: Span, text: str, right: str) -> Claim:
    return Claim(
        kind="title",
        span=span,
        text=text,
        status=Status.CONTRADICTED,
        noted=right,
        message=f"The notes call it “{right}”.",
        replacements=(right,),
    )


def others(doc: Document) -> Iterator[Claim]:
    """The other works of the notes where the text marks their titles, and what is nearly one of them."""
    yield from (claim for claim in _others(doc) if claim.kind == "title")


def tracks(doc: Document) -> Iterator[Claim]:
    """How many songs an album is said to have, and what they are called."""
    yield from measures.tracks(doc)
    yield from (claim for claim in _others(doc) if claim.kind == "tracks")


@once
def _others(doc: Document) -> tuple[Claim, ...]:
    known = _known(doc)
    if doc.notes is None or not known:
        return ()
    own = {title_key(doc.notes.title), title_key(doc.notes.original_title or "")}
    places = [(title_key(place.text), place) for block in blocks_of(doc) for place in _marked(block)]
    plain = [(title_key(place.text), place) for block in blocks_of(doc) for place in _plain(doc, block)]
    told = {key for key, _ in (*places, *plain)} | own | set(map(title_key, doc.notes.names))
    near = [(key, place, True) for key, place in places if key] + [
        (key, place, False) for key, place in plain
    ]
    found = (_other(doc, *each, known, told) for each in near if not _is_nearly_one(each[0], own))
    return tuple(filter(None, found))


@once
def _known(doc: Document) -> dict[str, Fact]:
    """The titles of the notes by their keys: works that are compared or come before, songs, and those of points."""
    found: dict[str, Fact] = {}
    for fact in index_of(doc).under("comparisons", "based_on", "franchise"):
        if fact.type == "title":
            found.setdefault(title_key(_without_year(fact.text)), fact)
    for fact in index_of(doc).of("thing"):
        if KEYS[fact.top].names == "titles":
            found.setdefault(title_key(fact.text), fact)
    for fact in index_of(doc).of("name"):
        is_title = re.search(r"^(?:The|An?) \w+ |['’]s |^(?!Best )\w+ \w+ [A-Z]", fact.text)
        if is_title and _people_words(doc).isdisjoint(title_key(fact.text).split()):
            found.setdefault(title_key(fact.text), fact)
    return found


def _without_year(title: str) -> str:
    return re.sub(r"\s*\(\d{4}\)\s*$", "", title)


@once
def _people_words(doc: Document) -> frozenset[str]:
    """The words of the names of people and parts: what differs there is a matter of names."""
    names = (person.full for person in doc.names.people)
    return frozenset(word for name in names for word in title_key(name).split() if word not in _ARTICLES)


def _plain(doc: Document, block: Block) -> Iterator[Passage]:
    """Runs of capitals without marks that share a telling word with a title of the notes."""
    telling = _title_words(doc)
    for match in re.finditer(FULL_NAME, block.text):
        words = set(title_key(match.group()).split())
        place = Passage(block, *match.span())
        if words & telling and words.isdisjoint(_people_words(doc)) and not place.is_emphasised:
            yield place


@once
def _title_words(doc: Document) -> frozenset[str]:
    return frozenset(word for key in _known(doc) for word in key.split() if len(word) >= _LONG)


def _other(
    doc: Document, key: str, place: Passage, is_marked: bool, known: dict[str, Fact], told: set[str]
) -> Claim | None:
    """A title of the notes; or one that they have otherwise and that the text has nowhere right."""
    if fact := known.get(key):
        if not is_marked or fact.type == "name":
            return None
        return held(_kind_of(fact), place, True, fact.text, rests_on=index_of(doc).noted(fact))
    if place.block.in_quote or index_of(doc).named(place.text):
        return None
    slips = [own for own in known if is_near(key, own)]
    close = slips or [own for own in known if own not in told and _has_one_word_else(key, own)]
    loose = close or [own for own in known if own not in told and _is_alike(key, own, is_marked)]
    if len(loose) != 1:
        return None
    fact = known[loose[0]]
    right = _without_year(fact.text)
    thing = "the song" if fact.type == "thing" else "it"
    message = f"The notes call {thing} “{right}”."
    noted, is_hint = index_of(doc).noted(fact), not (is_marked and close) or fact.type == "name"
    return held(
        _kind_of(fact),
        place,
        False,
        right,
        message,
        (right,),
        doubtful=not slips,
        hint=is_hint,
        rests_on=noted,
    )


def _kind_of(fact: Fact) -> str:
    return "tracks" if fact.type == "thing" else "title"


def _is_nearly_one(key: str, titles: set[str]) -> bool:
    return key in titles or any(is_near(key, title) for title in titles)


def _has_one_word_else(key: str, own: str) -> bool:
    """Whether two titles of three words and more are the same but for one word, which is no number."""
    mine, true = key.split(), own.split()
    if len(mine) != len(true) or len(true) < 3:
        return False
    wrong = [(one, other) for one, other in zip(mine, true, strict=True) if one != other]
    return len(wrong) == 1 and not any(word.isdigit() or word in _ARTICLES for word in wrong[0])


def _is_alike(key: str, own: str, is_marked: bool) -> bool:
    """Whether a marked title is one of the notes but for one of its two words, a plural, or a word within."""
    mine, true = _bare(key.split()), _bare(own.split())
    if not is_marked or not mine or not true:
        return False
    if len(mine) == len(true) == 2:
        shared = [one for one, other in zip(mine, true, strict=True) if one == other]
        return len(shared) == 1 and len(shared[0]) >= _LONG and not shared[0].isdigit()
    if len(mine) == len(true) == 1:
        return mine != true and mine[0].rstrip("s") == true[0].rstrip("s") and len(true[0]) > _LONG
    longer, shorter = sorted((mine, true), key=len, reverse=True)
    inner = (longer[:at] + longer[at + 1 :] for at in range(1, len(longer) - 1))
    return len(longer) == len(shorter) + 1 > 3 and shorter in inner
