"""The forms in which a text pairs an actor and a character."""

from __future__ import annotations

from reviewcli.texts.expressions import Expression

_PLAYS = (
    r"(?:plays|played|playing|portrays|portrayed|portraying|voices|voiced|voicing|embodies|embodying"
    r"|inhabits|inhabiting|essays"
    r"|essaying|impersonates|(?:gets|has|had|chosen|asked|cast|hired|brought in|got) to (?:play|portray|voice)"
    r"|to (?:play|portray|voice)|(?:does|takes on|tackles|assumes|has|gets|fills) the (?:part|role) of"
    r"|(?:in|for|with) the (?:title |lead |leading |starring )?(?:part|role) of|in the (?:part|role) of"
    r"|takes on)"
)
_PLAYED = (
    r"(?:played|portrayed|voiced|performed|embodied|acted|impersonated|essayed|inhabited"
    r"|brought to life|given (?:life|voice|an? (?:[\w-]+ ){1,2}?[\w-]+))"
)
# What may stand between the verb and the character: no word that turns to somebody else.
TURNS = (
    r"(?:as|of|to|for|with|and|or|who|whom|whose|that|which|in|on|from|by|against|opposite|than|like"
    r"|but|not|into|after|at|is|was|until|when|where|about|over|under|through|behind|beside|alongside|toward"
    r"|towards)"
)
DESCRIPTION = rf"(?:(?!\b{TURNS}\b)[\w’'-]+,? ){{0,6}}?[“\"'‘]?"


_ASIDE = (
    r"(?:['’]s?)?,?(?:,? (?:who|himself|herself|here|again|also|meanwhile|then|now|once more|memorably|ably"
    r"|wonderfully|\w+ly)\b,?)*,? (?:does |who )?(?:also )?(?:\w+ly )?"
)
# “Phoenix plays Theodore”: what stands between the two.
ACTOR_THEN_ROLE = Expression(
    rf"{_ASIDE}{_PLAYS} (?:both )?{DESCRIPTION}$",
    rf"{_ASIDE}(?:is|as) (?:both )?{DESCRIPTION}$",
    r" (?:brings|lends) (?:[\w’'-]+ ){0,3}?(?:warmth|depth|dignity|gravitas|humou?r|wit|charm"
    r"|life|pathos|menace|weight"
    r"|grace|energy|authority|heart|soul|bite|swagger|edge|fire|tenderness"
    r"|melancholy|steel|humanity|nuance|intensity)"
    rf"(?: and [\w’'-]+)? to (?:the (?:role|part) of )?{DESCRIPTION}$",
    rf" (?:turns|turned|makes|made) {DESCRIPTION}$",
    rf" (?:(?!\b(?:and|who|with|but|while)\b)[\w’'-]+ ){{1,8}}?[\w’'-]+, (?:playing|portraying"
    rf"|voicing) {DESCRIPTION}$",
    ignore_case=True,
)
# “Phoenix is good as Theodore”.
ACTOR_AS_ROLE = Expression(
    rf"(?:['’]s?)?,? (?:(?!\b(?:and|who|with|but|while|says?|sees?|describes?|same|such|as|so|known"
    rf"|much|well|long|soon|just|regards?|treats?|cuts?|to|into|films?"
    rf"|shoots?)\b)[\w’'-]+,? ){{0,6}}?as {DESCRIPTION}$",
    ignore_case=True,
)
# “Theodore, who is played by Phoenix”.
ROLE_THEN_ACTOR = Expression(
    r",? (?:(?:is )?in|at) the (?:\w+ )?hands of (?:the )?$",
    r" (?:goes|went|falls|fell|belongs|belonged|(?:is|was) (?:given|entrusted)) to (?:[a-z’'-]+ ){0,3}$",
    rf"(?:, (?:an?|the|his|her|its|their) (?:(?!{TURNS}\b)[\w’'-]+ ){{1,4}}?)?"
    rf"(?:|,? ?)[(—–]?(?:,? ?(?:who|that|as))?(?: ?(?:is|was|are|were|here|also|here,|being|gets"
    rf"|got))*(?: ?\w+ly)? ?{_PLAYED}"
    rf"(?: (?:here|with [\w ]+|to perfection|in \w+ \w+|\w+ly))*,? by (?:(?:an?|the|his"
    rf"|her) )?(?:[a-z’'-]+ ){{0,4}}$",
    ignore_case=True,
)
# “As Theodore, Phoenix”, “cast as Theodore”, “in the role of Theodore” at the start of a clause.
AS_ROLE_FIRST = Expression(
    r"(?:^|[.!?;:(—–]\W*|\b(?:and|but|while|then|where) )(?:(?:mis)?cast |starring |here, )?"
    rf"(?:as|playing|portraying|voicing|in the (?:[\w-]+ )?(?:role|part) of) {DESCRIPTION}$",
    ignore_case=True,
)
