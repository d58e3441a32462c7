"""Sentences whose subject is a part of the work: the prose turns, each chapter opens, the drums come in."""

from __future__ import annotations

import functools

from reviewcli.document import Document, Sentence, once

_REACH = 5  # words within which the head of a subject stands
# Parts of a work that nobody meets in a story.
_ANY = """prose paragraphs passages chapter chapters narration dialogue metaphor metaphors simile similes imagery syntax
    plotting plot subplot subplots structure structures tone pacing pace rhythm rhythms diction style title titles
    half ending endings opening premise characterisation characterization exposition flashbacks flashback digressions
    prologue epilogue coda finale climax act acts jokes joke gags humour humor satire comedy tragedy cliffhangers
    cliffhanger episode episodes season seasons series show script screenplay writing storytelling direction editing
    cutting camera camerawork cinematography photography lighting costumes score soundtrack music song songs
    effects visuals animation palette colours colors framing compositions performances performance acting cast ensemble
    translation translations footnotes adaptation remake sequel revival staging choreography blocking
    production design melodrama symbolism allegory themes theme result results silences pauses cuts shot shots
    close-ups images sentences lines voiceover voice-over narrator casting chemistry runtime"""
_OF_KIND = {
    "book": """novel book story-lines storylines stories poems poem essays essay pages page research language vocabulary
        letters index maps section sections verb verbs adjective adjectives adverbs clause
        clauses dialect slang voice memoir autobiography biography novella anecdotes punctuation italics""",
    "album": """drums drum bass guitars guitar strings chorus choruses verse verses lyrics lyric tempo falsetto track
        tracks single singles sample samples horns piano synths synth side record album melody melodies hook hooks beat
        beats riff riffs arrangement arrangements mix vocals vocal voice harmonies harmony organ bridge refrain solo
        percussion saxophone keys mastering ep lp interludes cover covers duet""",
    "game": """combat controls menus menu map maps level levels tutorial checkpoints checkpoint puzzles puzzle enemies
        screens rate tree trees difficulty quests quest stealth mechanic mechanics interface animations bosses
        boss fights fight game controller physics economy loot crafting weapons jump jumping traversal
        multiplayer mode modes ai port inventory system systems travel hub haptics save
        saves checkpointing campaign skill skills""",
    "theatre": """stage set sets lighting verse accents accent play company actors evening interval furniture
        sound costume light projections music""",
    "series": "hour hours recap recaps interviews interview credits pilot instalment instalments installments network",
    "film": "frame frames film picture reel hour edit lens sound mix",
}  # fmt: skip
# A word after which no head of the subject comes any more.
_STOPS = frozenset(
    """of in on at to for with by from as into is are was were has have had does do did that which who he she they it
    i we you there and or not when while if because until after before""".split()
)


@functools.cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(f"{_ANY} {_OF_KIND.get(kind, '')}".split())


@once
def kind_of(doc: Document) -> str:
    """The kind of the notes; without notes an album where the words are those of records, else a film."""
    if doc.notes:
        return "film" if doc.notes.kind == "documentary" else doc.notes.kind
    words = {word.lower for word in doc.words}
    records = words & {
        "album",
        "lp",
        "ep",
        "track",
        "tracks",
        "song",
        "songs",
        "chorus",
        "lyrics",
        "vocals",
        "singles",
    }
    return "album" if len(records) > 3 and not words & {"film", "movie", "novel", "director"} else "film"


def is_of_the_work(sentence: Sentence, kind: str) -> bool:
    """Whether the sentence opens with a part of the work as its subject."""
    nouns = _nouns(kind)
    for number, word in enumerate(sentence.words[:_REACH]):
        lower = word.lower
        if lower in nouns:
            return True
        if lower in _STOPS and not (number == 0 and lower == "and"):
            return False
    return False
