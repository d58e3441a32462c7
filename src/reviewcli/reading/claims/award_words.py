"""The words by which texts speak of prizes."""

from __future__ import annotations

# A prize as texts call it, and a word by which notes have it.
PRIZES = {
    r"Academy Awards?|Oscars?": "oscar",
    r"BAFTAs?(?: Awards?)?": "bafta",
    r"Golden Globes?(?: Awards?)?": "globe",
    r"Palme d['’]Or": "palme",
    r"Golden Lion": "lion",
    r"(?:Golden|Silver) Bear": "bear",
    r"C[ée]sars?(?: Awards?)?": "cesar",
    r"Emmys?(?: Awards?)?": "emmy",
    r"Grammys?(?: Awards?)?": "grammy",
    r"Tonys?(?: Awards?)": "tony",
    r"(?:Man )?Booker(?: Prize)?": "booker",
    r"Pulitzer(?: Prize)?": "pulitzer",
    r"(?:Hugo|Nebula|Edgar|Goya|Spirit|Saturn|Independent Spirit|National Book) Awards?": "award",
    r"Grand Prix|Grand Jury Prize|Mercury Prize|Costa Book Award|Game of the Year": "prize",
}
WON = (
    r"(?:w[io]n(?:s|ning)?|won|winners? of|earn(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|took (?:home)?|takes"
    r"|collected|landed|bagged|claimed|secured|garnered|netted|scooped|picked up|g[eo]t|brought|awarded"
    r"|honou?red with|named|voted|crowned|gave it|awarded it)"
)
NOMINATED = r"(?:nominat(?:ed|ion|ions)|nods?|shortlisted|up for|nominees?)"
LOST = r"(?:lost|missed out on|missed|passed over for|denied)"
KINDS = (
    r"(?:original|adapted|supporting|leading|lead|foreign|foreign-language|international|animated|feature"
    r"|documentary|short|live-action|motion|picture|film|actor|actress|director|direction|directing"
    r"|screenplay|writing|score|song|music|cinematography|photography|editing|sound|mixing|design"
    r"|production|costumes?|makeup|make-up|hairstyling|visual|effects|drama|comedy|musical|series"
    r"|performance|newcomer|debut|language|art|book|novel|album|game|play|role|limited|in a|a)"
)
BEST = rf"[Bb]est(?: (?:{KINDS}\b|(?:(?:in|by|or) (?:an? )?)?[A-Z][\w-]+)){{1,6}}"
THING = (
    r"(?:[Oo]riginal |[Aa]dapted |[Pp]roduction |[Cc]ostume |[Ff]ilm )?(?:[Ss]creenplay|[Ss]cript|[Ss]core"
    r"|[Ss]ong|[Dd]irecting|[Dd]irection|[Dd]irector|[Ee]diting|[Cc]inematography|[Dd]esign|[Ss]ound)"
)
YEAR = r"(?:1[89]|20)\d\d"


def category() -> str:
    """What a prize is for, behind it: for Best Score, in the category of …, : Best Score, -winning score."""
    owner = r"(?:its |his |her |their |the |[A-Z][\w’'. -]{2,30}?['’]s )?"
    joint = rf"(?:award |prize |statuette |nomination |nod |win |victory )?(?:for|in the category of) {owner}"
    return rf"(?: {joint}(?P<after>{BEST}|{THING})\b|(?:[:,] | \(|, for ){owner}(?P<listed>{BEST}))"


STOP = frozenset("best award awards for in a an the of achievement outstanding performance by year".split())
SAME = {
    "picture": "film",
    "director": "directing",
    "direction": "directing",
    "cinematographer": "cinematography",
    "music": "score",
    "soundtrack": "score",
    "writing": "screenplay",
    "edited": "editing",
    "script": "screenplay",
    "motion": "film",
}
