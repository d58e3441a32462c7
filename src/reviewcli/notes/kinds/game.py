"""Games."""

from __future__ import annotations

import reviewcli.notes.kinds._rows as usual
from reviewcli.notes.editions import HOURS
from reviewcli.notes.kinds._jobs import DIRECTED, FURTHER_JOBS, WRITTEN
from reviewcli.notes.kinds._kind import OF_WORKS, SHARED, Field, Kind, Maker, MediaNote, Row, chosen, same
from reviewcli.notes.people import PERSONS
from reviewcli.notes.shape import Key
from reviewcli.notes.shapes import LISTED_TEXTS

KIND = Kind(
    name="game",
    place=5,
    called="videogame video_game",
    article="a game",
    plural="games",
    departments="design art music sound writing controls performance",
    makers=(Maker("developers", "made"), Maker("writers", "wrote"), Maker("directors", "directed")),
    has_happened=True,
    may_lack_cast=True,
    says_you=True,
    stock=("game", "Say what the player does."),
    parts="""combat controls menus menu map maps level levels tutorial checkpoints checkpoint puzzles puzzle enemies
        screens rate tree trees difficulty quests quest stealth mechanic mechanics interface animations bosses
        boss fights fight game controller physics economy loot crafting weapons jump jumping traversal
        multiplayer mode modes ai port inventory system systems travel hub haptics save saves checkpointing
        campaign skill skills""",
    nouns="game",
    jobs=(DIRECTED, WRITTEN, *FURTHER_JOBS),
    databases={"omdb": "game", "imdb": "videogame", "front matter": "game videogame"},
    schema_type="VideoGame",
    properties=(
        Field("author", "developers", "Organization"),
        Field("publisher", "publishers", "Organization"),
        Field("gamePlatform", "platforms"),
        Field("musicBy", "crew.music", "Person"),
    ),
    site=(
        Field("developers", "developers"),
        Field("publisher", "publishers", is_text=True),
        Field("platforms", "platforms"),
    ),
    media=MediaNote(type="game", tag="mediaDB/game", fields=same("developers platforms"), done="played"),
    own={
        "developers": Key(
            PERSONS,
            "Who made the game: studios or people, one name or a list.",
            also="creator creators",
            is_group=True,
            claim="developed",
        ),
        "hours_played": Key(
            HOURS, "How many hours you played, as in 40 or 12.5.", also="hours playtime", claim="hours"
        ),
        "publishers": Key(
            LISTED_TEXTS,
            "Who brings the game out: one text or a list.",
            also="publisher distributor",
            claim="published",
        ),
        "platforms": Key(
            LISTED_TEXTS, "What it runs on; the one that you played on first.", claim="platforms"
        ),
    },
    keys=chosen(
        SHARED + OF_WORKS + " directors writers cast narrator based_on franchise"
        " certificate synopsis performances spoilers",
        title="The title as it is spelt on the box.",
        version="Which version or patch you played.",
        languages="What is spoken and written: one text or a list.",
        cast="Who gives whom a voice: “NAME as ROLE”, one a line; leads first.",
        seen="When and where you played it, and what readers should know: a code from the publisher.",
        craft="What each part does: rules, controls, levels, art, sound, writing, performance.",
        synopsis="The premise: who you are, what you do, up to the first turn; no ending.",
    ),
    rows=(
        usual.FIRST_RELEASE,
        Row("developers", "Who made it?", "a studio or people: one name, or several"),
        Row("publishers", "Who published it?", None),
        Row(
            "platforms", "What does it run on? Begin with the one you played on.", "yours first: [Switch, PC]"
        ),
        Row("hours_played", "How many hours did you play?", "as in 40"),
        Row(
            "synopsis", "Who is the player, and what is there to do?", "who you are, and what there is to do"
        ),
        Row(
            "craft",
            "What did you notice: rules, controls, levels, art, sound, writing …?",
            "what each part does, and where",
            "# controls: a jump that forgives [the second tower]",
            each="What did you notice about the {}, and at which point?",
        ),
        Row("cast", "Who gives whom a voice? NAME as ROLE.", None),
        Row(
            "performances",
            "Whose performance do you want to write about?",
            None,
            each="What did {} do, and where?",
        ),
        Row("themes", "What is it about, beneath the play, and where does that show?", None),
        usual.STRENGTHS,
        Row("critique.weaknesses", "What does not: where did you want to stop?", "what does not, and where"),
        usual.SPOILERS,
        usual.VERDICT,
        Row("score", "Your score, with its scale?", "in your own scale: 4.5/5, 87/100, B+, ★★★½"),
    ),
)
