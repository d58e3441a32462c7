"""What the work is about: themes as a sentence, or as the sentences that they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewcli.drafting.english import capital, line_start, stopped, unended
from reviewcli.drafting.evidence import lone_event, with_evidence, woven
from reviewcli.drafting.grammar import Shape
from reviewcli.drafting.joining import Piece, fits, pieces, uncapital
from reviewcli.drafting.mentions import Mentions
from reviewcli.drafting.verbs import Token, first_clause
from reviewcli.drafting.words import words
from reviewcli.notes.model import Point


def about(points: Iterable[Point], work: str, mentions: Mentions) -> str:
    """Themes as one paragraph: things are what the work is about, sentences stay what they are.

    `work` is what a draft calls it: “The film”.
    """
    out: list[str] = []
    things: list[Piece] = []
    for piece in pieces(points):
        if _is_thing(piece, mentions):
            things.append(piece)
            continue
        out += _about(things, work, mentions)
        is_predicate = piece.shape is Shape.PREDICATE
        text = f"{work} {uncapital(piece.text)}" if is_predicate else capital(piece.text)
        out.append(stopped(with_evidence(mentions.read(text), piece.evidence)))
        things = []
    return line_start(" ".join([*out, *_about(things, work, mentions)]))


def _is_thing(piece: Piece, mentions: Mentions) -> bool:
    """Whether a theme can stand after “about”: a noun and what belongs to it, “what …”, “growing up”."""
    tokens = first_clause(piece.text)
    text = piece.text.rstrip(".")
    if not tokens or piece.shape is not Shape.FRAGMENT or ". " in text or set(text) & set(";:—–!?…\n("):
        return False
    first, word = tokens[0], tokens[0].lower_
    is_small = first == first.lower() or word in words("determiners", "questions") or _is_gerund(first)
    if not (is_small or mentions.knows(first)):
        return False
    if word in words("prepositions") - {"inside"} | _NO_NOUNS:
        return word == "about" or (word == "not" and any(map(_is_gerund, tokens[1:2])))
    return len(tokens) > 1 or not word.endswith(("ful", "less", "ous", "able", "ive", "ly", "ic"))


_NO_NOUNS = {"no", "not", "too", "so", "very", "nothing", "as"}


def _is_gerund(token: Token) -> bool:
    """“not being like them”, “not knowing”; but “not nothing”."""
    word = token.lower_
    stems = {word[:-3], word[:-3] + "e", word[:-4]} if word.endswith("ing") else set()
    return word == "being" or bool(stems & (words("verbs") | {"have", "do", "be"}))


def _about(things: Sequence[Piece], work: str, mentions: Mentions) -> list[str]:
    """`The film is about A, about B, and about C.`; a scene of the last one may be woven in."""
    if not things:
        return []
    sentences: list[list[str]] = []
    for piece in things:
        text = unended(piece.text)
        first = first_clause(text)[0]
        small = text if mentions.knows(first) else uncapital(text)
        told = mentions.read(small if small.lower().startswith("about ") else f"about {small}")
        scene = lone_event(piece.evidence) if piece is things[-1] else None
        told = woven(told, scene, mentions) if scene else with_evidence(told, piece.evidence)
        if sentences and fits(" ".join([work, "is", *sentences[-1]]), told):
            sentences[-1].append(told)
        else:
            sentences.append([told])
    return [stopped(f"{work} is {_enumerated(texts)}") for texts in sentences]


def _enumerated(texts: Sequence[str]) -> str:
    """`about A`, `about A, and about B`, `about A, about B, and about C`."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])}, and {texts[-1]}"
