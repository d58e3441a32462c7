from reviewcli.rules import Bad
from reviewcli.rules.spelling._table_rule import TableRule


class WrongAdverb(TableRule, frozen=True):
    """An adjective stands where an adverb is asked for: “she sings nice”, “it came surprising fast”.

    Only behind verbs of performing, and in front of a few plain adjectives: many adverbs look like adjectives.
    """

    bad = (
        Bad("She sings «beautiful» in it.", fixed="She sings beautifully in it."),
        Bad("It came «surprising» fast.", fixed="It came surprisingly fast."),
    )
    good = (
        "She sings nice songs.",
        "It feels good.",
    )
