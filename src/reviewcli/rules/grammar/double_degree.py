from reviewcli.rules import Bad
from reviewcli.rules.spelling._table_rule import TableRule


class DoubleDegree(TableRule, frozen=True):
    """A comparison or a negation is made twice: “more better”, “the most saddest”, “don’t get nothing”.

    One of the two is enough; two negations say the opposite of what is meant, or talk as people talk in quotations.
    """

    bad = (
        Bad("The sequel is «more better» than the book.", fixed="The sequel is better than the book."),
        Bad("It is the «most saddest» episode.", fixed="It is the saddest episode."),
        Bad("I «couldn't hardly» hear it.", fixed="I could hardly hear it."),
    )
    good = (
        "Once more happier days.",
        "I could hardly hear it.",
        "Most best men get drunk.",
    )
