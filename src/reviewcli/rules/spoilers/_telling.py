"""Where a text tells what the notes want kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from reviewcli.document import Block, Document, once
from reviewcli.reading.outline.content_words import stems_of
from reviewcli.reading.tagging.lexicon import kinds_of
from reviewcli.rules.spoilers._clauses import told_in
from reviewcli.rules.spoilers._marked import is_marked
from reviewcli.rules.spoilers._secrets import Keyword, Secret, Stems, secrets_of
from reviewcli.texts.findings import Span

_BEFORE, _AFTER = 7, 4  # words within which a person is near a common word
_IN_ITS_WORDS = "its words"
_GAP = 3  # words that may stand between those of a keyword
_HEADLINES = "headline|standfirst|title|subtitle|tagline|description|summary|excerpt|dek|deck|subhead"
_OPEN = r"\b(?:whether|if|unless|until|nobody|no one|never|not)\b[^,;:]*$|n['’]t\b[^,;:]*$"


class Telling(msgspec.Struct, frozen=True):
    """A place that tells a secret, and how: by a keyword, a name, or its words.

    `is_sure` says that it tells it beyond doubt; words of it that stand in another order may say something else.
    """

    span: Span
    secret: Secret
    by: str
    is_early: bool
    is_sure: bool


class _Token(msgspec.Struct, frozen=True):
    bare: str
    stems: Stems
    start: int
    end: int
    is_capitalised: bool
    clause: int


@once
def tellings(doc: Document) -> tuple[Telling, ...]:
    """Every place outside marked parts that tells a spoiler of the notes."""
    return tuple(_find(doc))


def _find(doc: Document) -> Iterator[Telling]:
    secrets = secrets_of(doc)
    if not secrets:
        return
    # Rebecca the film may be Rebecca the woman: then only italics tell them apart.
    characters = {form for person in doc.names.people if person.is_role for form in person.forms}
    titles = tuple(title for title in doc.names.titles if title and title not in characters)
    for start, text in _headlines(doc):
        tokens = _tokens(_without(text, titles, ()))
        for secret in secrets:
            if hit := _told(secret, tokens, text, ()):
                yield Telling(
                    Span(start + hit[0], start + hit[1]), secret, hit[2], True, hit[2] != _IN_ITS_WORDS
                )
    half = doc.sentences[len(doc.sentences) // 2].span.start if doc.sentences else 0
    for block in doc.blocks:
        yield from _in_block(doc, block, secrets, titles, half)


def _in_block(
    doc: Document, block: Block, secrets: Sequence[Secret], titles: Sequence[str], half: int
) -> Iterator[Telling]:
    bare = _without(block.text, titles, block.emphasis)
    before: list[_Token] = []
    for sentence in block.sentences:
        tokens = _tokens(bare, sentence.start, sentence.end)
        for secret in secrets:
            hit = _told(secret, tokens, sentence.text, before)
            if hit and not is_marked(doc, span := block.span_of(hit[0], hit[1])):
                is_early = not block.is_prose or span.start < half
                yield Telling(span, secret, hit[2], is_early, hit[2] != _IN_ITS_WORDS)
        before = tokens


def _told(
    secret: Secret,
    tokens: list[_Token],
    text: str,
    before: Sequence[_Token],
) -> tuple[int, int, str] | None:
    """From where to where a sentence tells it, and by what."""
    if text.rstrip("”\"' ").endswith("?"):
        return None
    for keyword in secret.keywords:
        if (hit := _keyword_told(secret, keyword, tokens, before)) and not _is_open(hit[0], tokens, text):
            return (*hit, f"“{keyword.text}”")
    for token in tokens:
        if token.bare in secret.rare_names and token.is_capitalised:
            return token.start, token.end, f"“{token.bare.capitalize()}”"
    told = _clause_told(secret, tokens, before)
    hit = told or _words_told(secret, tokens)
    by = "its clause" if told or not secret.clauses else _IN_ITS_WORDS
    return (*hit, by) if hit and not _is_open(hit[0], tokens, text) else None


def _clause_told(
    secret: Secret, tokens: Sequence[_Token], before: Sequence[_Token]
) -> tuple[int, int] | None:
    for clause in secret.clauses:
        if told := told_in(clause, tokens, before):
            return tokens[told[0]].start, tokens[told[1]].end
    return None


def _is_open(start: int, tokens: Sequence[_Token], text: str) -> bool:
    """Whether it is asked or denied: “whether Celliers dies”, “nobody dies”."""
    offset = tokens[0].start if tokens else 0
    lead = text.lstrip("“\"'‘*_([ ")[: max(start - offset, 0)]
    return re.search(_OPEN, lead, re.IGNORECASE) is not None


def _keyword_told(
    secret: Secret, keyword: Keyword, tokens: Sequence[_Token], before: Sequence[_Token]
) -> tuple[int, int] | None:
    for number, token in enumerate(tokens):
        if not token.stems & keyword.words[0]:
            continue
        last = _follow(keyword.words[1:], tokens, number)
        if last is None:
            continue
        if keyword.is_rare or _is_near(secret, keyword, tokens, number, before):
            return token.start, tokens[last].end
    return None


def _follow(words: Sequence[Stems], tokens: Sequence[_Token], number: int) -> int | None:
    """The number of the token that ends the keyword, where its words follow closely."""
    for stems in words:
        near = range(number + 1, min(number + 2 + _GAP, len(tokens)))
        following = next(
            (n for n in near if tokens[n].stems & stems and tokens[n].clause == tokens[number].clause), None
        )
        if following is None:
            return None
        number = following
    return number


def _is_near(
    secret: Secret, keyword: Keyword, tokens: Sequence[_Token], number: int, before: Sequence[_Token]
) -> bool:
    """Whether a common word stands by a person of the secret or another of its words."""
    near = tokens[max(0, number - _BEFORE) : number + _AFTER]
    if secret.people:
        if any(token.bare in secret.people and token.is_capitalised for token in near):
            return True
        if _by_pronoun(secret, tokens[:number], before):
            return True
    words = secret.own if secret.people else secret.others
    return any(
        token.stems & stems and not token.stems & keyword.words[0]
        for stems in words
        for token in tokens
        if not stems & keyword.words[0]
    )


def _by_pronoun(secret: Secret, tokens: Sequence[_Token], before: Sequence[_Token]) -> bool:
    """Whether “he” stands for a person of the secret whom the sentence before names."""
    pronoun = any(token.bare in ("he", "she", "they") for token in tokens[-3:])
    return pronoun and any(token.bare in secret.people and token.is_capitalised for token in before)


def _words_told(secret: Secret, tokens: Sequence[_Token]) -> tuple[int, int] | None:
    """Two words of its own; or one and the people in it, all of them or with the turn of the story."""
    first = ((stems, next((it for it in tokens if it.stems & stems), None)) for stems in secret.own)
    matched = {stems: token for stems, token in first if token}
    people = [token for token in tokens if token.bare in secret.people and token.is_capitalised]
    if not matched:
        return None
    distinct = _most_in_a_clause(tokens, {token.start for token in matched.values()})
    if distinct < _needed(secret, {token.bare for token in people}, matched):
        return None
    held = [*matched.values(), *people]
    return min(token.start for token in held), max(token.end for token in held)


def _needed(secret: Secret, named: set[str], matched: dict[Stems, _Token]) -> int:
    """How many of its words tell it, with the people that are named beside them."""
    if not named:
        return 3  # two common words of a line (leave at night) meet by chance
    is_enough = len(named) > 1 or len(secret.own) == 1 or _is_turn(matched)
    return 1 if is_enough and not secret.clauses else 2


def _most_in_a_clause(tokens: Sequence[_Token], starts: set[int]) -> int:
    """How many of the tokens that start there stand in one clause; in all where they are many."""
    whole = _count(tokens, starts)
    clauses = {token.clause for token in tokens if token.start in starts}
    if whole > 2 or len(clauses) == 1:
        return whole
    return max(
        _count(tokens, {t.start for t in tokens if t.start in starts and t.clause == c}) for c in clauses
    )


def _count(tokens: Sequence[_Token], starts: set[int]) -> int:
    """How many of the tokens that start there; two neighbours that name one thing (operating system) are one."""
    pairs = (
        one.start in starts
        and two.start in starts
        and kinds_of(one.bare)[:1] in "sgj"
        and kinds_of(two.bare)[:1] in "sp"
        for one, two in pairwise(tokens)
    )
    return len(starts) - sum(pairs)


def _is_turn(matched: dict[Stems, _Token]) -> bool:
    return any(len(stems) > 4 for stems in matched)  # only words of a turn stand for others


def _without(text: str, titles: Sequence[str], emphasis: Sequence[tuple[int, int]]) -> str:
    """The text with spaces in the place of titles: “Merry Christmas” in a title tells nothing."""
    for start, end in emphasis:
        inside = text[start:end]
        words = [word for word in re.findall(r"[^\W\d_]+", inside) if len(word) > 3]
        if inside[:1].isupper() and all(word[0].isupper() for word in words):
            text = text[:start] + " " * (end - start) + text[end:]
    for title in titles:
        pattern = r"\b" + re.escape(title).replace("'", "['’]").replace("’", "['’]") + r"(?!\w)"
        text = re.sub(pattern, lambda match: " " * len(match.group()), text)
    return text


def _tokens(text: str, start: int = 0, end: int | None = None) -> list[_Token]:
    """The words of a text; a comma or another mark between two begins a clause."""
    pattern = re.compile(r"\d+(?:[.,:]\d+)+|[^\W_]+(?:['’][^\W_]+)*|[,;:()—–]")
    found: list[_Token] = []
    clause = 0
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        if word in ",;:()—–":
            clause += 1
            continue
        bare = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
        found.append(_Token(bare, stems_of(word), *match.span(), word[0].isupper(), clause))
    return found


def _headlines(doc: Document) -> Iterator[tuple[int, str]]:
    """The lines of the front matter that a site prints above the review."""
    if doc.front_matter:
        pattern = re.compile(rf"^(?:{_HEADLINES}):[ \t]+(.+)$", re.MULTILINE | re.IGNORECASE)
        span = doc.front_matter.span
        for match in pattern.finditer(doc.source, span.start, span.end):
            yield match.start(1), match[1]
