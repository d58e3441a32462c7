"""Who has been named in a draft: full name first, then the short form, and the actor once with each role."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from reviewcli.drafting.english import escaped
from reviewcli.drafting.full_names import given_names, names_a_person, possible_bands, shared_surnames
from reviewcli.drafting.verbs import base_of
from reviewcli.drafting.words import words
from reviewcli.notes.model import CastMember, Notes, Person
from reviewcli.notes.names import KnownPerson, names_of, people_shown

_WORD = r"[^\W_]+"
_SENTENCE_BREAKS = (
    r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bMs)(?<!\bSt)(?<!\b[A-Z])[.!?…][\"'”’)*_]*\s+(?=\W{0,9}[A-Z0-9])"
)
_MASKS = (
    r"`[^`]{0,999}`|<[^<>]{0,999}>|!?\[[^\[\]]{0,999}\]\([^()]{0,999}\)|\([^()]{0,999}\)|“[^“”]{0,999}”"
    r"|\"[^\"]{0,999}\"|(?<!\w)‘[^‘’]{0,999}’(?!\w)|(?<![\w*])\*{1,3}[^*\s][^*]{0,999}\*{1,3}(?!\w)"
    r"|(?<!\w)_{1,3}[^_\s][^_]{0,999}_{1,3}(?!\w)"
)


class _Form(msgspec.Struct, frozen=True):
    """One way to write a name: its words, whose it is, and whether it is the whole name."""

    words: tuple[str, ...]
    owner: str
    kind: str  # "person", "role" or "title"
    whole: bool
    dotted: bool  # ends with a full stop of its own, as “Jr.” does


class _Match(msgspec.Struct, frozen=True):
    start: int
    end: int
    form: _Form


class Mentions:
    """What a reader of the draft has been told about who is who, from its first sentence on.

    Args:
        notes: whose people, roles and titles to know. A member of the cast marked `spoiler` is nobody here.
    """

    def __init__(self, notes: Notes) -> None:
        hidden = {member.name for member in notes.cast if member.spoiler}
        credited = _credited(notes) - hidden
        known = names_of(notes).people
        roles = [each for each in known if each.is_role]
        self._people = {each.full: each for each in known if not each.is_role and each.full in credited}
        self._actors = {role: member for member in notes.cast for role in member.roles if not member.spoiler}
        self.hidden = hidden - credited
        shared, bands = shared_surnames(self._people), possible_bands(notes)
        self._no_surname = shared | bands
        self._forms = _forms(notes, self._people.values(), _played(roles, credited))
        roles_words = {word for each in roles for word in re.findall(_WORD, each.full)}
        lone = [person for name, person in self._people.items() if name not in shared]
        self._givens = given_names(notes, lone, bands, roles_words)
        self._named: set[str] = set()
        self._introduced: set[str] = set()

    def name(self, person: Person) -> str:
        """The person's name as the next mention has it, which this is: in full, later the short form."""
        if person.name in self._named:
            return escaped(self.short(person))
        self._named.add(person.name)
        return escaped(person.name)

    def short(self, person: Person) -> str:
        """The form after the first mention: `short`, or the surname where it belongs to one person only."""
        known = self._people.get(person.name)
        return known.short if known and known.full not in self._no_surname else person.name

    def introduce(self, member: CastMember) -> None:
        """Take it as told whom this actor plays."""
        self._introduced.update(member.roles)

    def is_in(self, text: str, member: CastMember) -> bool:
        """Whether a text names the actor or the role."""
        return not self.owners_in(text).isdisjoint({member.name, *member.roles})

    def owners_in(self, text: str) -> set[str]:
        """The people and roles that a text names."""
        return {match.form.owner for match in self._matches(text) if match.form.kind != "title"}

    def knows(self, word: str) -> bool:
        """Whether a name begins with this word."""
        return word in self._forms

    def opens(self, text: str) -> bool:
        """Whether a text begins with a name or a title: “The Kid is warmer”."""
        match = next(self._matches(text), None)
        return match is not None and match.start == 0

    def read(self, text: str) -> str:
        """Take note of the names in a writer's own words; give them back with actors after roles, full names first.

        Nothing else is changed. No actor is put into italics, quotation marks or brackets, after a
        possessive, or into a sentence that names the actor already.
        """
        matches = list(self._matches(text))
        if all(map(self._is_settled, matches)):
            for match in matches:
                self._note(match)
            return text
        masked = [match.span() for match in re.finditer(_MASKS, text)]
        sentences = [match.end() for match in re.finditer(_SENTENCE_BREAKS, text)]
        out: list[str] = []
        done = 0
        for match in matches:
            self._note(match)
            if self._is_settled(match) or _overlaps(match, masked):
                continue
            is_person = match.form.kind == "person"
            add, place = (self._given, match.start) if is_person else (self._credit, match.end)
            if added := add(text, match, matches, sentences):
                out += [text[done:place], added]
                done = place
        return "".join(out) + text[done:]

    def _note(self, match: _Match) -> None:
        """Take a person as named whose whole name this is."""
        if match.form.kind == "person" and match.form.whole:
            self._named.add(match.form.owner)

    def _is_settled(self, match: _Match) -> bool:
        """Whether nothing is to be put beside a name."""
        form = match.form
        if form.kind == "person":
            return form.whole or form.owner in self._named or form.owner not in self._givens
        return form.kind != "role" or form.owner in self._introduced

    def _given(self, text: str, match: _Match, matches: list[_Match], sentences: list[int]) -> str:
        """What to put before a surname that comes first: “Oliver ”, or nothing where it may be another's."""
        given, surname = self._givens[match.form.owner]
        is_whole_later = any(other.form.owner == match.form.owner and other.form.whole for other in matches)
        if text[match.start : match.end] != surname or is_whole_later or _is_other_name(text, match):
            return ""
        opens = not text[: match.start].strip(" *_") or match.start in sentences
        if not names_a_person(text, match.start, match.end, opens=opens):
            return ""
        self._named.add(match.form.owner)
        return f"{escaped(given)} "

    def _credit(self, text: str, match: _Match, matches: list[_Match], sentences: list[int]) -> str:
        """What to put after a role: “ (Tom Conti)”, or nothing."""
        actor = self._actors[match.form.owner]
        beside = _same_sentence(match, matches, sentences)
        if text[match.end :].startswith(" (") or any(other.form.owner == actor.name for other in beside):
            self._introduced.add(match.form.owner)
            return ""
        if _is_bound(text, match) or _is_other_name(text, match) or _may_be_a_word(text, match, sentences):
            return ""
        self._introduced.add(match.form.owner)
        voiced = "voiced by " if actor.voice else ""
        return f" ({voiced}{self.name(actor)})"

    def _matches(self, text: str) -> Iterator[_Match]:
        if self._forms.keys().isdisjoint(re.findall(_WORD, text)):
            return
        tokens = list(re.finditer(_WORD, text))
        index = 0
        while index < len(tokens):
            for form in self._forms.get(tokens[index][0], ()):
                if _stands_at(form, tokens, index, text):
                    end = tokens[index + len(form.words) - 1].end()
                    end += form.dotted and text[end : end + 1] == "."
                    yield _Match(tokens[index].start(), end, form)
                    index += len(form.words) - 1
                    break
            index += 1


def _played(roles: Iterable[KnownPerson], credited: set[str]) -> list[KnownPerson]:
    """A role that two people play is nobody's, and one that a hidden actor plays is told by nobody."""
    return [each for each in roles if len(each.played_by) == 1 and credited.issuperset(each.played_by)]


def _credited(notes: Notes) -> set[str]:
    """Who made the work, and whom it shows."""
    shown = [person for name, _ in notes.named("people") for person in people_shown(notes, name)]
    return {person.name for person in (*notes.people(), *shown)}


def _forms(
    notes: Notes, people: Iterable[KnownPerson], roles: Sequence[KnownPerson]
) -> dict[str, list[_Form]]:
    """Every form by its first word, the longest first."""
    forms: dict[tuple[str, ...], _Form] = {}
    for title in _titles(notes):
        _put(forms, title, title, "title", whole=True)
    aka = {other for person in notes.people() for other in person.aka}
    for full, name in ((person.full, name) for person in people for name in reversed(person.forms)):
        _put(forms, name, full, "person", whole=name == full or name in aka)
    meant = [(form, role.full) for role in roles for form in role.forms]
    times = Counter(form for form, _ in meant)
    for form, role in meant:
        held = forms.get(tuple(re.findall(_WORD, form)))
        is_free = held is None or (held.kind == "title" and form == role)
        if times[form] == 1 and is_free and _is_name(form):
            _put(forms, form, role, "role", whole=form == role)
    return _by_first_word(forms.values())


def _by_first_word(forms: Iterable[_Form]) -> dict[str, list[_Form]]:
    by_first: dict[str, list[_Form]] = {}
    for form in sorted(forms, key=lambda form: -len(form.words)):
        by_first.setdefault(form.words[0], []).append(form)
    return by_first


def _put(forms: dict[tuple[str, ...], _Form], text: str, owner: str, kind: str, *, whole: bool) -> None:
    if key := tuple(re.findall(_WORD, text)):
        forms[key] = _Form(key, owner, kind, whole, text.endswith("."))


def _titles(notes: Notes) -> Iterator[str]:
    """Titles of two words and more: the names in them are not people's."""
    works = [notes.title, *(work.title for work in notes.comparisons)]
    works.append((notes.based_on and notes.based_on.title) or "")
    return (title for title in works if len(re.findall(_WORD, title)) > 1)


def _is_name(form: str) -> bool:
    """Whether a form of a role is a name in any text: not “man”, not “He”."""
    return form != form.lower() and form.lower() not in words("subjects", "objects", "determiners")


def _stands_at(form: _Form, tokens: list[re.Match[str]], index: int, text: str) -> bool:
    if index + len(form.words) > len(tokens):
        return False
    between = " .,:;'’-–!?&/\n" if form.kind == "title" else " .'’-\n"
    for offset, word in enumerate(form.words):
        token = tokens[index + offset]
        if token[0] != word:
            return False
        if offset and text[tokens[index + offset - 1].end() : token.start()].strip(between):
            return False
    return True


def _overlaps(match: _Match, masked: Iterable[tuple[int, int]]) -> bool:
    return any(start < match.end and match.start < end for start, end in masked)


def _same_sentence(match: _Match, matches: list[_Match], ends: list[int]) -> list[_Match]:
    first = max((end for end in ends if end <= match.start), default=0)
    last = min((end for end in ends if end > match.start), default=1 << 60)
    return [other for other in matches if first <= other.start < last]


def _is_bound(text: str, match: _Match) -> bool:
    """Whether the name is a possessive or part of a compound: “Hara's face”, “Hara-like”."""
    after = text[match.end : match.end + 2]
    return (
        after[:1] in ("'", "’")
        or (after[:1] in "-–" and after[1:].isalnum())
        or text[: match.start].endswith("-")
    )


def _is_other_name(text: str, match: _Match) -> bool:
    """Whether the name is part of a longer one: “Theodore Roosevelt” for a role called Theodore."""
    if match.form.whole and len(match.form.words) > 1:
        return False
    after = re.match(r" ([^\W\d_])", text[match.end :])
    return bool(after and after[1].isupper())


def _may_be_a_word(text: str, match: _Match, sentences: list[int]) -> bool:
    """Whether a name opens a sentence and may be no name there: “Will he come?”."""
    opens = not text[: match.start].strip() or match.start in sentences
    if not opens or len(match.form.words) > 1:
        return False
    following = re.search(_WORD, text[match.end :])
    has_verb = following is not None and base_of(following[0]) is not None
    return match.form.words[0].lower() in words("names that are words") and not has_verb
