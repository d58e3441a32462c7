from reviewcli.rules import Bad
from reviewcli.rules.spelling._table_rule import TableRule


class MuchMany(TableRule, frozen=True):
    """“Much” before things that can be counted, “many” before what cannot.

    “much films”, “many information”.
    """

    bad = (
        Bad(
            "It has too «much» characters and not «much» jokes.",
            fixed="It has too many characters and not many jokes.",
        ),
        Bad(
            "There is «many» information and so «many» money in it.",
            fixed="There is much information and so much money in it.",
        ),
        Bad(
            "He gives away «many» of the story, and it is «many» better than that.",
            fixed="He gives away much of the story, and it is much better than that.",
        ),
        Bad("«Much» scenes are set at night.", fixed="Many scenes are set at night."),
    )
    good = (
        "Much needed laughs and a much loved actor; it has much to say, and much of it is true.",
        "Many music videos, many evidence bags, how many, and many more.",
        "Not so much jokes as sighs. He cannot act, much less actors of his kind. How much actors earn is known.",
        "It is much films like this that pay. He works as much nights as days.",
        "Much depends on it, much matters, and much stands in its way. Much news is bad. Pretty much films.",
        "Too much sports and politics; much series television.",
    )
