"""The jobs of those who make a work, and the words by which a text says who has them."""

from __future__ import annotations

import msgspec


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A job. Words and phrases stand with commas between them; in those that end with a full stop it is theirs.

    What is `done` by NAME; the `agent` NAME; NAME’s `thing`; NAME `does` it to the work; a `heading` of credits.
    Where the job makes the whole, “a `work` by NAME” and “NAME’s `work`” are credits as well. `keys` are those of
    notes that hold who has it, `departments` those of `crew`; `is_full` says that notes which name one name them all,
    `has_source` that the author of what the work is based on counts too.
    """

    name: str
    done: str
    agent: str
    thing: str
    does: str
    heading: str
    work: str = ""
    keys: str = ""
    departments: str = ""
    is_full: bool = False
    has_source: bool = False


DIRECTED = Job(
    name="directed",
    done="directed, co-directed, helmed, co-helmed, direction, written and directed, directed and written",
    agent="director, co-director, writer-director, producer-director, actor-director, star-director, filmmaker, helmer,"
    " auteur",
    thing="direction, directing",
    does="directs, directed, helms, helmed, co-directs, co-directed, co-helms, co-helmed",
    heading="dir., dirs., dir, dirs, directed by",
    work="film, movie, picture, feature, flick, documentary, drama, comedy, thriller, western, musical, noir, romance,"
    " epic, horror, mystery, melodrama, adaptation, biopic, production, series, show, serial",
    keys="directors",
    departments="direction directing director",
    is_full=True,
)
WRITTEN = Job(
    name="written",
    done="written, penned, scripted, co-written, co-penned, co-scripted, screenplay, script, teleplay",
    agent="screenwriter, scriptwriter, writer, playwright, dramatist, co-screenwriter, co-scriptwriter, co-writer,"
    " co-playwright, co-dramatist",
    thing="screenplay, script",
    does="writes, wrote, penned, scripted, co-writes, co-wrote, co-penned, co-scripted",
    heading="screenplay, script, written by",
    keys="writers",
    departments="screenplay script writing",
    has_source=True,
)
TRANSLATED = Job(
    name="translated",
    done="translated, first translated, newly translated, beautifully translated, translation",
    agent="translator",
    thing="translation",
    does="translates, translated",
    heading="translated by, translator",
    departments="translation translator",
)
# What every kind of work may have.
FURTHER_JOBS = (
    Job(
        name="shot",
        done="photographed, lensed, shot, cinematography, photography, camerawork",
        agent="cinematographer, director of photography, DP, cameraman",
        thing="cinematography, photography, camera, camerawork",
        does="shoots, shot, lenses, lensed, photographs, photographed",
        heading="cinematography, photography, DoP, DP",
        departments="cinematography photography camera",
    ),
    Job(
        name="edited",
        done="edited, cut, editing",
        agent="editor",
        thing="editing, cutting",
        does="edits, edited",
        heading="editing, edited by",
        departments="editing editor",
    ),
    Job(
        name="scored",
        done="scored, composed, score, music, soundtrack",
        agent="composer",
        thing="score, music, soundtrack",
        does="scores, scored, composed",
        heading="music, score",
        departments="music score composer soundtrack",
    ),
)
