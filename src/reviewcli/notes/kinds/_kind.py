"""What a kind of review is: its words, its keys, and what an editor would ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from reviewcli.notes.keys import KEYS_OF_SEVERAL
from reviewcli.notes.kinds._jobs import FURTHER_JOBS, Job
from reviewcli.notes.people import PERSONS
from reviewcli.notes.points import NAMED
from reviewcli.notes.shape import Key

# What every kind has.
SHARED = """
    kind title year crew awards ids seen headline standfirst opening context craft critique comparisons verdict
    score audience content_note names jottings author date slug tags extra
"""
# What a work has that was written and brought out; a restaurant was not.
OF_WORKS = "original_title version countries languages genres release themes quotes"
# What is filmed has besides.
OF_FILMED = f"""
    {OF_WORKS} directors writers cast narrator based_on franchise runtime certificate distributor synopsis spoilers
"""
# The departments of what is filmed.
ON_SCREEN = (
    "direction screenplay cinematography editing music sound production_design costumes make_up effects"
)


class Row(msgspec.Struct, frozen=True):
    """A key of starter notes and of the interview: a word of help, a sample line, and the question.

    `key` may be a path (`critique.strengths`). `each` asks about every name of a key that holds points by name;
    a name stands in it for `{}`. A row without `help` is asked but stands in no short starter notes.
    """

    key: str
    ask: str
    help: str | None = ""
    sample: str = ""
    each: str = ""


class Maker(msgspec.Struct, frozen=True):
    """The first of these keys that the notes hold is who made the work, and the verb for it in the past."""

    keys: str
    verb: str


class Field(msgspec.Struct, frozen=True):
    """A key of notes as another program has it: its name there, and the type of schema.org for what stands in it.

    `is_text` says that a list of ours is one text there, with commas; `within` that it stands in a thing of a type,
    under a name: `MusicRelease.recordLabel`.
    """

    name: str
    key: str
    type: str | None = None
    is_text: bool = False
    within: str = ""


def same(names: str) -> tuple[Field, ...]:
    """Keys that the other program calls as we do."""
    return tuple(Field(name, name) for name in names.split())


class MediaNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note of Obsidian's plugin Media DB: its type and tag, its properties, and the flag and day of having met it."""

    type: str = ""
    sub_type: str | None = None
    tag: str = ""
    source: str = ""
    fields: tuple[Field, ...] = ()
    done: str = ""
    last: str = ""


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of review, all there is to it beside its templates.

    `keys` are those that its notes may have, with this kind's words for them; `own` are those of them that it alone
    has, or has in another shape. What the sections of a review of it
    are called stands in its templates. `place` is where it stands in lists of kinds, and `called` what people write
    for it, words with blanks between them. `departments` are the words that an editor offers under `craft` and
    `crew`.

    Notes: `author_is` is the key for which `author`, the critic, may be taken.

    Claims: `nouns` are words for the work, `jobs` those of its makers. `own_words` speak of the work itself where in
    other kinds they tell of what it is made from; so do `not_another` where a year stands. A year is the work's only
    beside one of `year_words` (with commas between them), where there are any; `is_published` is whether its release
    is called so.

    Lint: `has_story` says whether there is one to tell, `has_happened` whether what is told did happen, so that it may
    stand in the past. `may_lack_cast` are works in which nobody need act, though somebody may. `by_first_name` is
    whether people are called so, `says_you` whether “you” acts in such reviews. `stock` are the category of stock
    phrases that only such reviews have and what to write instead. `parts` are parts of a work that nobody meets in a
    story; by `telling` words a text without notes is taken for one of these.

    Imports: `databases` are the words by which other programs' files have such a work, `columns` their names for keys
    of it (any of those between bars), `page_keys` what front matter of pages calls them; `owner` is the key of whose
    it is in a text that says “Spike Jonze's Her”.

    Drafts: `makers` are those of whom a draft says first that they made it, the others behind them; without them it
    is who directed and wrote it, joined by `script`. `in_italics` is how a title is set.

    Exports: `schema_type` is what schema.org calls such a work, and `properties` what it has for the kind's keys;
    `runtime_is` its name for the runtime, `is_work` whether the kind is a creative work to it. Where it is none,
    `opened` is its name for the year, and `shows` for the work that is performed, which has what works alone have;
    without either that is left out. `site` are the keys as pages of sites have them, `seen_as` their name for the
    day on which the writer met the work. `media` is its note in Obsidian, `diaries` are the formats of export made
    for such works alone.
    """

    name: str
    place: int = 100
    called: str = ""
    article: str
    plural: str
    departments: str
    author_is: str = ""
    nouns: str = ""
    jobs: tuple[Job, ...] = FURTHER_JOBS
    own_words: str = ""
    not_another: str = ""
    year_words: str = ""
    is_published: bool = False
    has_story: bool = True
    has_happened: bool = False
    may_lack_cast: bool = False
    by_first_name: bool = False
    says_you: bool = False
    stock: tuple[str, str] | None = None
    parts: str = ""
    telling: str = ""
    databases: Mapping[str, str] = {}
    columns: Mapping[str, tuple[Field, ...]] = {}
    page_keys: Mapping[str, str] = {}
    owner: str = ""
    makers: tuple[Maker, ...] = ()
    script: str = " from a screenplay by"
    in_italics: bool = True
    schema_type: str
    properties: tuple[Field, ...] = ()
    runtime_is: str = "timeRequired"
    is_work: bool = True
    opened: str = ""
    shows: str = ""
    site: tuple[Field, ...] = ()
    seen_as: str = "seen"
    media: MediaNote = MediaNote()
    diaries: frozenset[str] = frozenset()
    own: Mapping[str, Key] = {}
    keys: Mapping[str, Key]
    rows: tuple[Row, ...]


# Parts of a film, and what schema.org and Media DB have for what is filmed.
FILMED_PARTS = "frame frames film picture reel hour edit lens sound mix"
FILMED = (Field("author", "writers", "Person"), Field("musicBy", "crew.music", "Person"))
FILM_NOTE = MediaNote(
    type="movie",
    tag="mediaDB/tv/movie",
    source="OMDbAPI",
    fields=(
        Field("director", "directors"),
        Field("writer", "writers"),
        Field("duration", "runtime"),
        Field("actors", "cast"),
        Field("premiere", "release"),
    ),
    done="watched",
    last="lastWatched",
)


def chosen(names: str, *, also: Mapping[str, str] | None = None, **words: str) -> dict[str, Key]:
    """Keys of the table of all.

    Args:
        names: of the keys.
        also: what others call a key, where this kind has it.
        words: what a key is for, where this kind says it otherwise.
    """
    also = also or {}
    return {
        name: msgspec.structs.replace(
            KEYS_OF_SEVERAL[name],
            words=words.get(name, KEYS_OF_SEVERAL[name].words),
            also=also.get(name, KEYS_OF_SEVERAL[name].also),
        )
        for name in names.split()
    }


def in_order(keys: Mapping[str, Key], own: Mapping[str, Key]) -> dict[str, Key]:
    """Keys of the table of all in its order, and own ones in their places: people, facts, names with points."""
    found: dict[str, Key] = {}
    for name in KEYS_OF_SEVERAL:
        if name in keys:
            found[name] = own.get(name, keys[name])
        if further := _BEHIND.get(name):
            found |= {each: key for each, key in own.items() if each not in KEYS_OF_SEVERAL and further(key)}
    return found


# Behind which key of the table those of a kind stand.
_BEHIND: dict[str, Callable[[Key], bool]] = {
    "narrator": lambda key: key.shape is PERSONS,
    "ids": lambda key: key.shape not in (PERSONS, NAMED),
    "performances": lambda key: key.shape is NAMED,
}
