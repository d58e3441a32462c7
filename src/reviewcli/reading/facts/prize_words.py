"""The words by which texts speak of prizes: their names, what they honour, and how they are won."""

from __future__ import annotations

# A prize as texts call it, and a word by which notes have it.
KNOWN = {
    r"Academy Awards?|Oscars?": "oscar",
    r"BAFTAs?(?: Awards?)?|British Academy(?: Awards?)?": "bafta",
    r"Golden Globes?(?: Awards?)?": "globe",
    r"Palme d['’]Or": "palme",
    r"Golden Lion": "lion",
    r"(?:Golden|Silver) Bear": "",
    r"C[ée]sars?(?: Awards?)?": "cesar",
    r"Emmys?(?: Awards?)?": "emmy",
    r"Grammys?(?: Awards?)?": "grammy",
    r"Tonys?(?: Awards?)": "tony",
    r"(?:Man )?Booker(?: Prize)?": "booker",
    r"Pulitzer(?: Prize)?": "pulitzer",
    r"(?:Hugo|Nebula|Edgar|Goya|Spirit|Saturn|Independent Spirit|National Book) Awards?": "",
    r"Grand Prix|Grand Jury Prize|Mercury Prize|Costa Book Award|Game of the Year": "",
    r"(?:Prix )?Goncourt|(?:Prix )?Renaudot|(?:Prix )?M[ée]dicis|(?:Prix )?Femina|(?:Premio )?Strega": "",
}
# Where prizes are given; one of them in the place of another is a mistake.
GIVERS = (
    r"\b(?:Cannes|Venice|Berlin(?:ale)?|Sundance|Toronto|Locarno|Karlovy Vary|Rotterdam|San Sebasti[aá]n|Tribeca"
    r"|Telluride|Edinburgh|Sitges|Annecy|Galway|Tallinn|Göteborg|Tokyo|Busan|Avignon|South by Southwest|SXSW)\b"
)
WON = (
    r"(?:w[io]n(?:s|ning)?|won|winners? of|earn(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|t(?:ook|akes?)(?: home)?"
    r"|collected|landed|bagged|claimed|secured|garnered|netted|scooped|picked up|g[eo]t|brought|awarded|gave|gives"
    r"|honou?red with|named|voted|crowned)"
)
NOMINATED = (
    r"(?:nominat(?:ed|ion|ions)|nods?|shortlisted|longlisted|up for|put (?:it |her |him )?forward|nominees?)"
)
LOST = r"(?:lost|missed out on|missed|passed over for|denied)"
GIVEN = (
    r"(?:earn(?:s|ed|ing)?|w[io]n(?:s|ning)?|won|br(?:ought|inging)|g[eo]t|landed|g[ai]v(?:e|ing)"
    r"|handed|awarded|secured)"
)
WISHED = (
    r"\b(?:deserv\w+|worthy of|robbed of|snubbed|overlooked|hop\w+ for|ought|if there were|odds|campaign)\b"
)
_KINDS = (
    r"(?:original|adapted|supporting|leading|lead|foreign|foreign-language|international|animated|feature|first|short"
    r"|documentary|live-action|motion|picture|film|actor|actress|direct(?:or|ion|ing)|screenplay|writing|score|song"
    r"|music|cinematography|photography|editing|sound|mixing|design|production|costumes?|makeup|make-up|hairstyling"
    r"|visual|effects|drama|comedy|musical|series|performance|newcomer|debut|language|art|book|novel|album|game|play"
    r"|role|limited|in a|a)"
)
BEST = rf"[Bb]est(?: (?:{_KINDS}\b|(?:(?:in|by|or) (?:an? )?)?[A-Z][\w-]+)){{1,6}}"
THING = (
    r"(?:[Oo]riginal |[Aa]dapted |[Pp]roduction |[Cc]ostume |[Ff]ilm )?(?:[Ss]creenplay|[Ss]cript|[Ss]core|[Ss]ong"
    r"|[Dd]irecting|[Dd]irection|[Dd]irector|[Ee]diting|[Cc]inematography|[Dd]esign|[Ss]ound)"
)
# What is honoured, as it is written with capitals: the Grand Jury Prize, Set Designer of the Year.
CAPITALS = r"(?:[A-Z][\w’-]+ ){1,3}(?:(?:Prize|Award|Cup|Medal|Trophy|Bear|Lion|Leopard)\b|of the Year)"
YEAR = r"(?:1[89]|20)\d\d"
SMALL = frozenset("best award awards for in a an the of achievement outstanding performance by year".split())
COMMON = SMALL | frozenset(
    """film festival academy prix prize cup medal trophy international national society music association and
    recorded""".split()
)
SAME = {
    "picture": "film", "director": "directing", "direction": "directing", "cinematographer": "cinematography",
    "music": "score", "soundtrack": "score", "writing": "screenplay", "edited": "editing", "script": "screenplay",
    "motion": "film",
}  # fmt: skip
# The words of a category that tell whose work it honours, by the job.
HONOURED = {
    "directed": ("director", "directing", "direction"),
    "written": ("screenplay", "writing", "script"),
    "shot": ("cinematography",),
    "edited": ("editing",),
    "scored": ("score", "music"),
}
