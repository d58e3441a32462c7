"""Joins a critic's points into a paragraph, in the critic's words: each once, and in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from reviewcli.drafting.english import capital, capitals, is_closed, line_start, stopped, unended
from reviewcli.drafting.evidence import lone_event, shown, with_evidence, woven
from reviewcli.drafting.grammar import Shape, is_present, shape_of
from reviewcli.drafting.mentions import Mentions
from reviewcli.drafting.things import Subject
from reviewcli.drafting.verbs import auxiliaries, base_of, first_clause, verb_of, without_adverbs
from reviewcli.drafting.words import words
from reviewcli.notes.model import Evidence, Point


class Piece(msgspec.Struct, frozen=True):
    """A point on its way into a paragraph. `follows`: the point before it is drafted too."""

    text: str
    shape: Shape
    evidence: tuple[Evidence, ...]
    follows: bool


class Sentence(msgspec.Struct):
    """A sentence that is being made; it has no full stop yet, unless the writer gave it one."""

    text: str
    shape: Shape
    joined: bool = False
    listing: bool = False  # begins with a label, and may name one thing after the other

    @property
    def is_open(self) -> bool:
        """Whether more may be joined on: the writer has not ended it, and it has not grown twice."""
        return not self.joined and not is_closed(self.text) and "\n" not in self.text


def pieces(points: Iterable[Point], subject: Subject | None = None) -> Iterator[Piece]:
    """The points that may be drafted; a spoiler is left out, and what came after it follows nothing."""
    follows = False
    for point in points:
        if not point.spoiler:
            yield Piece(capitals(point.text), _shape(point.text, subject), point.evidence, follows)
        follows = not point.spoiler


def _shape(text: str, subject: Subject | None) -> Shape:
    if subject is None:
        return shape_of(text)
    shape = shape_of(text, plural=subject.plural, of_person=subject.is_person)
    return Shape.FRAGMENT if shape is Shape.PREDICATE and not subject.can(verb_of(text)) else shape


def paragraph(points: Iterable[Point], subject: Subject | None, mentions: Mentions, premise: str = "") -> str:
    """The points as one paragraph, empty if there is none to draft.

    Args:
        points: of one group of the notes.
        subject: what they are about; None where each says it itself.
        mentions: who has been named.
        premise: what the work is called, for a first point that says what works do: “follows three drivers”.
    """
    sentences: list[Sentence] = []
    todo = list(pieces(points, subject))
    for index, piece in enumerate(todo):
        next_joins = index + 1 < len(todo) and todo[index + 1].shape is Shape.CONTINUATION
        before = sentences[-1] if sentences else None
        if before and piece.follows and _join(before, piece, todo[index - 1], subject, mentions):
            continue
        name = _name(piece, before, subject, premise)
        if name:
            sentences.append(_predicate(piece, name, mentions, weave=not next_joins))
        else:
            sentences.append(_sentence(piece, None if before else subject, mentions))
    return line_start(" ".join(stopped(sentence.text) for sentence in sentences))


def _name(piece: Piece, before: Sentence | None, subject: Subject | None, premise: str) -> str:
    """The subject that a predicate gets; empty for what needs none or can have none."""
    if piece.shape is not Shape.PREDICATE:
        return ""
    verb = verb_of(piece.text)
    if subject:
        return subject.pronoun_after(before.text if before else "") or subject.name(verb)
    return premise if before is None and _is_of_work(piece.text, verb) else ""


def _is_of_work(text: str, verb: str) -> bool:
    """Whether works do this: “follows three drivers”, “tells of a ferry”; but “tells her”, “shows up”."""
    _, *after = without_adverbs(first_clause(text))
    following = after[0].lower_ if after else ""
    if verb == "tells" and following not in ("of", "about", "how"):
        return False
    return base_of(verb) in words("verbs of works") and following not in ("up", "off", "out", "down")


def _join(before: Sentence, piece: Piece, last: Piece, subject: Subject | None, mentions: Mentions) -> bool:
    """Put a point onto the sentence before it, where the two are one; whether that was done."""
    if _continues(before, piece):
        link, text = _link(piece), piece.text
    elif link := _link_of_pair(before, piece, last, subject):
        text = uncapital(piece.text)
    elif before.listing and _can_list(before, piece):
        link, text = "; ", _after_label(piece.text, mentions)
    else:
        return False
    before.text = with_evidence(unended(before.text) + link + mentions.read(text), piece.evidence)
    before.listing = link == "; "
    before.joined = True
    return True


def _predicate(piece: Piece, subject: str, mentions: Mentions, *, weave: bool) -> Sentence:
    """`Takeshi plays Hara as a man who has never been asked a question`."""
    text = mentions.read(f"{_opened(subject)} {uncapital(piece.text)}")
    scene = lone_event(piece.evidence)
    if weave and scene and _can_weave(piece.text):
        return Sentence(woven(text, scene, mentions), piece.shape, joined=True)
    return Sentence(with_evidence(text, piece.evidence), piece.shape)


def _sentence(piece: Piece, subject: Subject | None, mentions: Mentions) -> Sentence:
    """What stands by itself; where it opens a group (it has a subject then) it says whose it is."""
    label = subject.label() if subject and _needs_label(piece, subject) else ""
    if not label:
        return Sentence(with_evidence(mentions.read(capital(piece.text)), piece.evidence), piece.shape)
    mark = " — " if ":" in _opening_sentence(piece.text) else ": "
    text = mentions.read(f"{_opened(label)}{mark}{_after_label(piece.text, mentions)}")
    lists = piece.shape is Shape.FRAGMENT and not _has(unended(piece.text), _STOPS)
    return Sentence(with_evidence(text, piece.evidence), piece.shape, listing=lists)


def _opened(name: str) -> str:
    """A name as it opens a sentence: `Van Hoytema`, but `bell hooks`."""
    return name if name.islower() else capital(name)


def _after_label(text: str, mentions: Mentions) -> str:
    """A fragment as it goes on after its label: a small word loses its capital, a name or a title does not."""
    first, _, rest = text.partition(" ")
    is_small = first.lower() in words("determiners", "prepositions", "questions", "adverbs", "subordinators")
    is_alone = first in ("A", "I") and not rest[:1].islower()
    if not is_small or not first.istitle() or rest[:1].isupper() or is_alone or mentions.opens(text):
        return text
    return uncapital(text)


def _opening_sentence(text: str) -> str:
    """The text up to its first stop."""
    ends = [at for mark in ".!?" if (at := text.find(f"{mark} ")) >= 0]
    return text[: min(ends)] if ends else text


def _needs_label(piece: Piece, subject: Subject) -> bool:
    if subject.is_in(piece.text):
        return False
    if piece.shape is Shape.CONTINUATION and shape_of(piece.text.partition(" ")[2]) is Shape.SENTENCE:
        return subject.needs_name  # “but the last act hurries” goes on from what stands before the group
    # A sentence about a department or a film speaks for itself; one in a performance needs its performer.
    return piece.shape is not Shape.SENTENCE or subject.needs_name


def _continues(before: Sentence, piece: Piece) -> bool:
    return piece.shape is Shape.CONTINUATION and before.is_open and fits(before.text, piece.text)


def _link_of_pair(before: Sentence, piece: Piece, last: Piece, subject: Subject | None) -> str:
    """What joins two predicates that share their subject: “holds on faces …” “never lets …”; empty if none may."""
    shapes = (Shape.PREDICATE,) if subject else (Shape.PREDICATE, Shape.SENTENCE)
    if piece.shape is not Shape.PREDICATE or before.shape not in shapes or not before.is_open:
        return ""
    verbs = [verb_of(each.text) for each in (last, piece)]
    if subject and (len({subject.asks_for_maker(verb) for verb in verbs}) > 1 or _of_two_tenses(verbs)):
        return ""
    text = piece.text.rstrip(".")
    if not fits(before.text, text) or shown(piece.evidence):  # or it would seem to rest both
        return ""
    if _has(last.text + text, _STOPS):
        return ""
    if before.shape is Shape.SENTENCE:
        return ", and "
    if "," in last.text or " and " in (f"{last.text} {text}" if subject else text):
        return ""
    return ", and " if "," in text or " and " in last.text or shown(last.evidence) else " and "


def _of_two_tenses(verbs: Sequence[str]) -> bool:
    """Whether one verb is past and the other present: “grinds”, “froze”."""
    plain = [verb for verb in verbs if verb not in auxiliaries()]
    return len({base_of(verb) is None for verb in plain}) > 1


def _can_list(before: Sentence, piece: Piece) -> bool:
    """Whether one thing more may be named after a label: `What works: the last half hour; patience`."""
    if piece.shape is not Shape.FRAGMENT or is_closed(before.text) or not fits(before.text, piece.text):
        return False
    return not _has(unended(piece.text), _STOPS)


def _has(text: str, marks: str) -> bool:
    return any(mark in text for mark in marks)


def _link(piece: Piece) -> str:
    """What stands before a continuation: a comma, or nothing before “because” and “and never …”."""
    first = piece.text.split()[0].lower()
    if first in words("joining"):
        return " "
    rest = piece.text.split(maxsplit=1)[1]
    return " " if first in ("and", "or") and shape_of(rest) is Shape.PREDICATE else ", "


def _can_weave(text: str) -> bool:
    """Whether “as in” reads well behind it: it is done often, and said in one plain clause."""
    clause = text.lower().rstrip(".")
    is_plain = not _has(clause, "," + _STOPS)
    return is_present(text) and is_plain and words("once").isdisjoint(clause.split())


_STOPS = ";:—–(.!?…\n"
_LONGEST = 40  # words in a sentence that we join ourselves


def fits(one: str, other: str) -> bool:
    """Whether two texts make a sentence that is not too long, a word between them."""
    return len(one.split()) + len(other.split()) < _LONGEST


def uncapital(text: str) -> str:
    """The first letter small: of a predicate, whose first word is a verb."""
    return text[:1].lower() + text[1:]
