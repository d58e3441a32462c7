"""Joins a critic's points into a paragraph, in the critic's words: each once, and in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from reviewcli.draft.english import capital, capitals, is_closed, line_start, stopped, unended
from reviewcli.draft.grammar import Shape, is_present, shape_of
from reviewcli.draft.mentions import Mentions
from reviewcli.draft.subjects import Subject
from reviewcli.draft.verbs import Token, first_clause, verb_of
from reviewcli.draft.words import words
from reviewcli.notes.model import Evidence, Point

_LONGEST = 40  # words in a sentence that we join ourselves
_SEPARATORS = (", ", "; ")


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


def paragraph(points: Iterable[Point], subject: Subject | None, mentions: Mentions) -> str:
    """The points as one paragraph, empty if there is none to draft."""
    sentences: list[Sentence] = []
    todo = list(pieces(points, subject))
    for index, piece in enumerate(todo):
        next_joins = index + 1 < len(todo) and todo[index + 1].shape is Shape.CONTINUATION
        before = sentences[-1] if sentences else None
        if before and piece.follows and _continues(before, piece):
            before.text = unended(before.text) + _link(piece) + mentions.read(piece.text)
            before.text = with_evidence(before.text, piece.evidence)
            before.joined = True
        elif before and piece.follows and _is_pair(before, piece, todo[index - 1], subject):
            before.text = unended(before.text) + " and " + mentions.read(_uncapital(piece.text))
            before.joined = True
        elif subject and piece.shape is Shape.PREDICATE:
            name = subject.pronoun_after(before.text if before else "") or subject.name(verb_of(piece.text))
            sentences.append(_predicate(piece, name, mentions, weave=not next_joins))
        else:
            sentences.append(_sentence(piece, None if before else subject, mentions))
    return line_start(" ".join(stopped(sentence.text) for sentence in sentences))


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
        text = f"{work} {_uncapital(piece.text)}" if is_predicate else capital(piece.text)
        out.append(stopped(with_evidence(mentions.read(text), piece.evidence)))
        things = []
    return line_start(" ".join([*out, *_about(things, work, mentions)]))


def with_evidence(text: str, evidence: Sequence[Evidence]) -> str:
    """Put what a point rests on into parentheses at its end; times stay in the notes."""
    shown = _shown(evidence)
    if not shown:
        return text
    text = unended(text)
    if is_closed(text) and not text.endswith(("…", "—", "–", ".")):
        return f"{text} ({capital(stopped(shown))})"
    return f"{text} ({shown})"


def _predicate(piece: Piece, subject: str, mentions: Mentions, *, weave: bool) -> Sentence:
    """`Takeshi plays Hara as a man who has never been asked a question`."""
    text = mentions.read(f"{_opened(subject)} {_uncapital(piece.text)}")
    if weave and _can_weave(piece):
        scene = next(item for item in piece.evidence if item.kind == "scene")
        return Sentence(_woven(text, scene, mentions), piece.shape, joined=True)
    return Sentence(with_evidence(text, piece.evidence), piece.shape)


def _sentence(piece: Piece, subject: Subject | None, mentions: Mentions) -> Sentence:
    """What stands by itself; where it opens a group (it has a subject then) it says whose it is."""
    label = subject.label() if subject and _needs_label(piece, subject) else ""
    mark = " — " if ":" in _opening_sentence(piece.text) else ": "
    said = _after_label(piece.text, mentions) if label else capital(piece.text)
    text = mentions.read(f"{_opened(label)}{mark}{said}" if label else said)
    return Sentence(with_evidence(text, piece.evidence), piece.shape)


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
    return _uncapital(text)


def _opening_sentence(text: str) -> str:
    """The text up to its first stop."""
    ends = [at for mark in ".!?" if (at := text.find(f"{mark} ")) >= 0]
    return text[: min(ends)] if ends else text


def _needs_label(piece: Piece, subject: Subject) -> bool:
    if subject.is_in(piece.text):
        return False
    # A sentence about a department or a film speaks for itself; one in a performance needs its performer.
    return piece.shape is not Shape.SENTENCE or subject.needs_name


def _continues(before: Sentence, piece: Piece) -> bool:
    return piece.shape is Shape.CONTINUATION and before.is_open and _fits(before.text, piece.text)


def _is_pair(before: Sentence, piece: Piece, last: Piece, subject: Subject | None) -> bool:
    """Whether two predicates share their subject: “holds on faces …” “never lets …”."""
    verbs = {verb_of(last.text), verb_of(piece.text)}
    if subject and len({subject.asks_for_maker(verb) for verb in verbs}) > 1:
        return False
    both = before.shape is Shape.PREDICATE and piece.shape is Shape.PREDICATE
    both_texts = f"{last.text} {piece.text.rstrip('.')}"
    plain = " and " not in both_texts and not any(mark in both_texts for mark in ",;:—–(.!?…\n")
    bare = not _shown(last.evidence) and not _shown(piece.evidence)  # or it would seem to rest both
    return both and plain and bare and before.is_open and _fits(before.text, piece.text)


def _fits(one: str, other: str) -> bool:
    return len(one.split()) + len(other.split()) < _LONGEST  # with a word between


def _link(piece: Piece) -> str:
    """What stands before a continuation: a comma, or nothing before “because” and “and never …”."""
    first = piece.text.split()[0].lower()
    if first in words("joining"):
        return " "
    rest = piece.text.split(maxsplit=1)[1]
    return " " if first in ("and", "or") and shape_of(rest) is Shape.PREDICATE else ", "


def _uncapital(text: str) -> str:
    """The first letter small: of a predicate, whose first word is a verb."""
    return text[:1].lower() + text[1:]


def _shown(evidence: Sequence[Evidence]) -> str:
    texts = [
        f'"{item.text}"' if item.kind == "quote" else item.text.rstrip(".")
        for item in evidence
        if item.kind != "time"
    ]
    return _SEPARATORS[any("," in text for text in texts)].join(texts)


def _can_weave(piece: Piece) -> bool:
    """Whether “as in” reads well: what is done often, with one scene in which something happens."""
    scenes = [item for item in piece.evidence if item.kind != "time"]
    if len(scenes) != 1 or scenes[0].kind != "scene" or not is_present(piece.text):
        return False
    clause = piece.text.lower().rstrip(".")
    is_plain = not any(mark in clause for mark in ",;:—–(.!?…\n")
    return is_plain and not words("once") & set(clause.split()) and _is_event(scenes[0].text)


def _is_event(scene: str) -> bool:
    """Whether a scene is named by what happens: “the first talk about shame with Lawrence”."""
    tokens = [token.lower_ for token in first_clause(scene)]
    if not tokens or tokens[0] not in words("determiners") or "," in tokens:
        return False
    ends = words("prepositions", "subordinators")
    head = next((index for index, token in enumerate(tokens) if token in ends), len(tokens))
    return tokens[head - 1] in words("events")


def _woven(text: str, scene: Evidence, mentions: Mentions) -> str:
    return f"{unended(text)}, as in {mentions.read(scene.text.rstrip('.'))}"


def _is_thing(piece: Piece, mentions: Mentions) -> bool:
    """Whether a theme can stand after “about”: a noun and what belongs to it, “what …”, “growing up”."""
    tokens = first_clause(piece.text)
    text = piece.text.rstrip(".")
    if (
        not tokens
        or piece.shape is not Shape.FRAGMENT
        or any(mark in text for mark in ";:—–!?…\n(")
        or ". " in text
    ):
        return False
    first = tokens[0]
    is_small = first == first.lower() or first.lower_ in words("determiners", "questions")
    if not (is_small or mentions.knows(first)):
        return False
    if first.lower_ in words("prepositions") - {"inside"} | {
        "no",
        "not",
        "too",
        "so",
        "very",
        "nothing",
        "as",
    }:
        return first.lower_ == "about" or (
            first.lower_ == "not" and len(tokens) > 1 and _is_gerund(tokens[1])
        )
    return len(tokens) > 1 or not first.lower_.endswith(("ful", "less", "ous", "able", "ive", "ly", "ic"))


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
        small = text if mentions.knows(first) else _uncapital(text)
        told = mentions.read(small if small.lower().startswith("about ") else f"about {small}")
        scenes = [item for item in piece.evidence if item.kind != "time"]
        if (
            piece is things[-1]
            and len(scenes) == 1
            and scenes[0].kind == "scene"
            and _is_event(scenes[0].text)
        ):
            told = _woven(told, scenes[0], mentions)
        else:
            told = with_evidence(told, piece.evidence)
        if sentences and _fits(" ".join([work, "is", *sentences[-1]]), told):
            sentences[-1].append(told)
        else:
            sentences.append([told])
    return [stopped(f"{work} is {_enumerated(texts)}") for texts in sentences]


def _enumerated(texts: Sequence[str]) -> str:
    """`about A`, `about A, and about B`, `about A, about B, and about C`."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])}, and {texts[-1]}"
