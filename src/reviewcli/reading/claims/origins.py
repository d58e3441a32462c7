"""Claims of the country that a work is from and of the language that is spoken in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewcli.document import Block, Document, Passage
from reviewcli.notes.model import Notes
from reviewcli.notes.surnames import fold
from reviewcli.reading.claims.claim import Claim, Status
from reviewcli.reading.claims.context import WORK, blocks_of, is_no_claim, speaks_of_another

# What people call those of a country: the country's names, and languages that have the same name.
COUNTRIES = {
    "American": "united states,usa,us,u s,america,united states of america",
    "British": "united kingdom,uk,u k,great britain,britain,england,scotland,wales,northern ireland",
    "English": "united kingdom,uk,u k,great britain,britain,england",
    "Scottish": "scotland,united kingdom,uk",
    "Welsh": "wales,united kingdom,uk",
    "Irish": "ireland,northern ireland",
    "French": "france",
    "German": "germany,west germany,east germany",
    "Italian": "italy",
    "Spanish": "spain",
    "Portuguese": "portugal",
    "Dutch": "netherlands,holland",
    "Belgian": "belgium",
    "Swiss": "switzerland",
    "Austrian": "austria",
    "Danish": "denmark",
    "Swedish": "sweden",
    "Norwegian": "norway",
    "Finnish": "finland",
    "Icelandic": "iceland",
    "Polish": "poland",
    "Czech": "czech republic,czechia,czechoslovakia",
    "Hungarian": "hungary",
    "Romanian": "romania",
    "Bulgarian": "bulgaria",
    "Greek": "greece",
    "Turkish": "turkey,turkiye",
    "Ukrainian": "ukraine",
    "Russian": "russia,soviet union,ussr",
    "Soviet": "soviet union,ussr,russia",
    "Georgian": "georgia",
    "Israeli": "israel",
    "Iranian": "iran",
    "Iraqi": "iraq",
    "Lebanese": "lebanon",
    "Egyptian": "egypt",
    "Moroccan": "morocco",
    "Tunisian": "tunisia",
    "Algerian": "algeria",
    "Nigerian": "nigeria",
    "Senegalese": "senegal",
    "South African": "south africa",
    "Indian": "india",
    "Pakistani": "pakistan",
    "Chinese": "china,hong kong,taiwan",
    "Taiwanese": "taiwan",
    "Japanese": "japan",
    "Korean": "south korea,korea,republic of korea",
    "South Korean": "south korea,korea,republic of korea",
    "Thai": "thailand",
    "Vietnamese": "vietnam",
    "Indonesian": "indonesia",
    "Filipino": "philippines",
    "Malaysian": "malaysia",
    "Australian": "australia",
    "New Zealand": "new zealand",
    "Canadian": "canada",
    "Mexican": "mexico",
    "Brazilian": "brazil",
    "Argentine": "argentina",
    "Argentinian": "argentina",
    "Chilean": "chile",
    "Colombian": "colombia",
    "Cuban": "cuba",
    "Peruvian": "peru",
    "Hong Kong": "hong kong",
}
LANGUAGES = """English French German Italian Spanish Portuguese Dutch Danish Swedish Norwegian Finnish Icelandic
    Polish Czech Hungarian Romanian Bulgarian Greek Turkish Ukrainian Russian Hebrew Persian Farsi
    Arabic Hindi Urdu Bengali Tamil Mandarin Cantonese Chinese Japanese Korean Thai Vietnamese
    Indonesian Tagalog Catalan Basque Welsh Irish Gaelic Yiddish Latin Swahili Zulu Afrikaans Wolof
    Yoruba Georgian Serbian Croatian""".split()
_SAME = {"farsi": "persian", "mandarin": "chinese", "cantonese": "chinese"}


@cache
def _pattern() -> re.Pattern[str]:
    """Forms: this French thriller, is a slow Japanese drama; in French with subtitles, a Danish-language film."""
    people = "|".join(sorted(COUNTRIES, key=len, reverse=True))
    tongue = "|".join(LANGUAGES)
    plain = r"(?:(?!(?:and|or|of|the|in|from|as|like|for|to|with)\b)[a-z-]+,? )"
    return re.compile(
        rf"(?:\b(?:[Tt]his|(?:is|was|remains) an?|(?:is|was|remains) (?:the|one of the)(?: \w+){{1,2}}"
        rf"|^An?|(?<=[.!?] )An?) {plain}{{0,3}}?"
        rf"(?P<people>{people})(?P<more>[-–/](?:{people}))? {plain}{{0,2}}?(?:co-production"
        rf"|{WORK})\b(?!['’-]))"
        rf"|\b(?P<speech>(?:spoken|filmed|sung|performed|told|acted|shot|subtitled|dialogue is|mostly"
        rf"|entirely|largely|written)"
        rf"(?: (?:mostly|entirely|largely|wholly|partly|almost|all|only))* in (?P<tongue>{tongue}))\b(?!-)"
        rf"|(?:^|[.;] )(?:It|[Tt]he {WORK}) is (?:mostly |all |largely )?in (?P<plain>{tongue})"
        rf"(?: and (?:{tongue}))?(?=[.,;]| with\b)"
        rf"|\bin (?P<titled>{tongue})(?:,)? with (?:\w+ )?subtitles"
        rf"|\b(?P<hyphened>{tongue})-language (?:[\w-]+ ){{0,2}}?{WORK}\b"
        rf"|\b(?:[Ii]ts|[Tt]he) (?P<dialogue>{tongue})(?:-language)? dialogue\b"
    )


def find(doc: Document) -> Iterator[Claim]:
    """The countries and languages that the text gives the work."""
    if doc.notes is None:
        return
    for block in blocks_of(doc):
        if not any(word in block.text for word in _words()):
            continue
        for match in _pattern().finditer(block.text):
            for place, is_tongue in _places(block, match):
                if _is_of_the_work(doc, place, match):
                    yield _judged(doc.notes, place, is_tongue=is_tongue)


@cache
def _words() -> frozenset[str]:
    return frozenset(COUNTRIES) | frozenset(LANGUAGES)


def _places(block: Block, match: re.Match[str]) -> Iterator[tuple[Passage, bool]]:
    for group in ("tongue", "plain", "titled", "hyphened", "dialogue"):
        if match[group]:
            yield Passage(block, *match.span(group)), True
    if match["people"]:
        yield Passage(block, *match.span("people")), False
        if match["more"]:
            yield Passage(block, match.start("more") + 1, match.end("more")), False


def _is_of_the_work(doc: Document, place: Passage, match: re.Match[str]) -> bool:
    if is_no_claim(doc, place):
        return False
    if re.search(
        r"\b(?:like|as|than|resembles?|recall\w*|style|homage|parody|spoof|pastiche)\b",
        place.before[-40:] + match.group(),
        re.IGNORECASE,
    ):
        return False
    return not speaks_of_another(place, but=_OWN)


# Words for a kind of work, which tell of no other work behind a country.
_OWN = (
    "short musical series play book novel stage adaptation version television tv silent also comic"
    " cartoon scene scenes"
)


def _judged(notes: Notes, place: Passage, *, is_tongue: bool) -> Claim:
    countries = {re.sub(r"\W+", " ", fold(country)).strip() for country in notes.countries}
    tongues = {
        _SAME.get(fold(each), fold(each))
        for language in notes.languages
        for each in re.findall(r"\w+", language)
    }
    said = fold(place.text)
    speaks = _SAME.get(said, said) in tongues
    from_there = bool(countries & set(COUNTRIES.get(place.text, "").split(",")))
    noted = notes.languages if is_tongue else notes.countries
    if speaks or (from_there and not is_tongue):
        status = Status.CONFIRMED
    elif not noted or (not is_tongue and not _knows(countries)):
        status = Status.UNVERIFIED
    else:
        status = Status.CONTRADICTED
    told = ", ".join(noted)
    return Claim(
        kind="origin",
        span=place.span,
        text=place.text,
        status=status,
        noted=told,
        message=f"The notes have {told}, not {place.text}.",
        replacements=_right(notes, is_tongue=is_tongue) if status is Status.CONTRADICTED else (),
    )


def _knows(countries: set[str]) -> bool:
    """Whether what those of a noted country are called is known here."""
    return any(countries & set(names.split(",")) for names in COUNTRIES.values())


def _right(notes: Notes, *, is_tongue: bool) -> tuple[str, ...]:
    if is_tongue:
        return notes.languages
    keys = [re.sub(r"\W+", " ", fold(country)).strip() for country in notes.countries]
    people = (
        next((name for name, names in COUNTRIES.items() if key in names.split(",")), "") for key in keys
    )
    return tuple(dict.fromkeys(filter(None, people)))
