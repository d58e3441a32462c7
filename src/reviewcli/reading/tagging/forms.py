"""The forms of nouns and verbs: plays of play, films of film, went of go."""

from __future__ import annotations

from reviewcli.reading.tagging.lexicon import kinds_of, lemma_of

_S_FORMS = {"is": "be", "has": "have", "does": "do", "goes": "go"}
_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "mouse": "mice", "goose": "geese", "life": "lives", "wife": "wives", "knife": "knives", "wolf": "wolves",
    "half": "halves", "self": "selves", "thief": "thieves", "leaf": "leaves", "shelf": "shelves", "loaf": "loaves",
    "hero": "heroes", "echo": "echoes", "potato": "potatoes", "tomato": "tomatoes", "crisis": "crises",
    "analysis": "analyses", "phenomenon": "phenomena", "criterion": "criteria", "hypothesis": "hypotheses",
    "policeman": "policemen", "gentleman": "gentlemen", "businessman": "businessmen", "cameraman": "cameramen",
    "gunman": "gunmen", "nobleman": "noblemen", "fisherman": "fishermen", "grandchild": "grandchildren",
}  # fmt: skip


def plain_candidates(form: str, code: str) -> list[str]:
    """What a regular form may be a form of, the likeliest first: `code` is p, z, d or n."""
    if code in "pz":
        return _without_s(form) if form.endswith("s") else []
    if not form.endswith("ed"):
        return []
    found = [form[:-3] + "y"] if form.endswith("ied") else []
    if len(form) > 4 and form[-3] == form[-4]:
        found += [form[:-3]] if form[-3] not in "ls" else [form[:-2], form[:-3]]
    return [*found, form[:-1], form[:-2]]


def _without_s(form: str) -> list[str]:
    found = [form[:-3] + "y"] if form.endswith("ies") else []
    if form.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        found += [form[:-1], form[:-2]] if form.endswith(("ses", "zes")) else [form[:-2], form[:-1]]
    return [*found, form[:-1]]


def plain(form: str, code: str) -> str | None:
    """The verb or singular noun of a form: “go” of “went”, “film” of “films”; None where it is not known."""
    if form in _S_FORMS and code == "z":
        return _S_FORMS[form]
    if lemma := lemma_of(form):
        return lemma
    wanted = "s" if code == "p" else "b"
    known = [word for word in plain_candidates(form, code) if wanted in kinds_of(word)]
    return known[0] if known else None


def third_person(verb: str) -> str:
    """The form after he, she or it: “plays” of “play”."""
    irregular = {"have": "has", "be": "is"}
    return irregular.get(verb) or _with_s(verb)


def with_ing(verb: str) -> str:
    """The form with -ing of a plain verb: watching, giving, running, dying."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    is_short = len(verb) > 2 and verb[-1] in "bdgklmnprtv" and verb[-2] in "aeiou" and verb[-3] not in "aeiou"
    doubles = is_short and (
        sum(letter in "aeiou" for letter in verb) == 1 or verb in ("begin", "forget", "admit")
    )
    return verb + verb[-1] * doubles + "ing"


def plural(noun: str) -> str:
    """The plural of a noun in small letters."""
    return _PLURALS.get(noun) or _with_s(noun, o_takes_e=False)


def singular(noun: str) -> str | None:
    """The singular of a plural in small letters."""
    for one, many in _PLURALS.items():
        if many == noun:
            return one
    return plain(noun, "p")


def _with_s(word: str, *, o_takes_e: bool = True) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")) or (o_takes_e and word.endswith("o")):
        return word + "es"
    return word + "s"


def like(word: str, written: str) -> str:
    """The word with a capital where the other has one."""
    return word[:1].upper() + word[1:] if written[:1].isupper() else word
