"""Restaurants."""

from __future__ import annotations

import reviewcli.notes.kinds._rows as usual
from reviewcli.notes.editions import PRICE, VISITS
from reviewcli.notes.kinds._jobs import FURTHER_JOBS, Job
from reviewcli.notes.kinds._kind import SHARED, Field, Kind, MediaNote, Row, chosen, same
from reviewcli.notes.points import NAMED
from reviewcli.notes.shape import Key
from reviewcli.notes.shapes import LISTED_TEXTS, TEXT

KIND = Kind(
    name="restaurant",
    place=8,
    called="food bar cafe",
    article="a restaurant",
    plural="restaurants",
    departments="cooking service room wine",
    in_italics=False,
    has_story=False,
    has_happened=True,
    says_you=True,
    stock=("food", "Say what it tastes of."),
    jobs=(
        Job(
            name="cooked",
            done="cooked",
            agent="chef, head chef, executive chef, chef-owner, chef-patron, chef-proprietor",
            thing="cooking, kitchen, menu",
            does="cooks",
            heading="chef, head chef",
            work="restaurant, kitchen, place",
            departments="chef cook kitchen",
        ),
        *FURTHER_JOBS,
    ),
    databases={"front matter": "restaurant"},
    schema_type="Restaurant",
    properties=(Field("address", "address"), Field("servesCuisine", "cuisine"), Field("priceRange", "price")),
    runtime_is="",
    is_work=False,
    opened="foundingDate",
    site=same("address cuisine price"),
    media=MediaNote(fields=same("address cuisine price")),
    own={
        "cuisine": Key(LISTED_TEXTS, "What is cooked: one text or a list.", also="genres countries"),
        "dishes": Key(
            NAMED,
            "What you ate: names, each with what it was like.",
            also="meals food plates",
            names="things",
        ),
        "address": Key(TEXT, "Street, number and town.", also="location place"),
        "price": Key(PRICE, "What one pays, with its currency: £45 a head, $$$.", claim="price"),
        "visits": Key(VISITS, "How often you ate there, as in 2, or the days."),
    },
    keys=chosen(
        SHARED + " quotes",
        title="The name over the door.",
        year="The year it opened, in four digits.",
        crew="Who works there: “chef: NAME”.",
        seen="When you were there, and what readers should know: who paid, a table that was given.",
        context="What readers should know first: whose place it is, what stood there before.",
        craft="What each part does: service, room, wine, bread, noise.",
        quotes="What was said or written there: “the words — who says them”.",
        awards="One a line: “Michelin, one star, 2025, won”.",
        comparisons="Other places: a name, with a dash and the reason.",
        content_note="What some would want to be warned of: stairs, noise, no menu for vegetarians.",
        also={"crew": "cast directors", "context": "synopsis", "craft": "performances", "year": "release"},
    ),
    rows=(
        Row("address", "Where is it: street, number and town?", "street, number and town"),
        Row("cuisine", "What is cooked there?", "what is cooked"),
        Row("price", "What does one pay, with the currency?", "with its currency: £45 a head"),
        Row("visits", "How often have you eaten there?", "how often, or the days"),
        Row("seen.disclosure", "Who paid, and what else should readers know?", None),
        Row("context", "What should a guest know first?", "what a guest should know first"),
        Row(
            "dishes",
            "What did you eat? One dish at a time.",
            "what you ate: what each was like, to eye, nose and teeth",
            "# NAME: cold in the middle, and nobody asked [second visit]",
            each="What was it like to eat: {}?",
        ),
        Row(
            "craft",
            "What else did you notice: service, room, wine, noise …?",
            "what else there was: service, room, wine, noise",
            "# service: knows the wine list by heart",
            each="What did you notice about the {}?",
        ),
        usual.STRENGTHS,
        Row("critique.weaknesses", "What does not?", "what does not, and where"),
        usual.VERDICT,
        usual.SCORE,
    ),
)
