from reviewcli.rules import Bad, Severity
from reviewcli.rules.spelling._table_rule import TableRule


class LostHyphen(TableRule, frozen=True):
    """Two words that describe a noun together have lost their hyphen: “a two hour film”, “a well made play”.

    Behind the noun they need none: “the play is well made”. Houses differ, so it is a suggestion.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("It is a «two hour» film.", fixed="It is a two-hour film."),
        Bad("A «well made» play.", fixed="A well-made play."),
    )
    good = (
        "The play is well made.",
        "In two hours it ends.",
    )
