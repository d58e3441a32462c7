from reviewcli.rules import Bad
from reviewcli.rules.spelling._table_rule import TableRule


class FewerLess(TableRule, frozen=True):
    """“Less” before things that can be counted, “fewer” before what cannot.

    “less scenes” reads as a slip to most editors; “fewer money” to all. Amounts keep “less”: less than ten minutes,
    ten dollars less.
    """

    bad = (
        Bad(
            "It has «less» jokes and «less» characters than the first.",
            fixed="It has fewer jokes and fewer characters than the first.",
        ),
        Bad("With «fewer» money he made more.", fixed="With less money he made more."),
        Bad(
            "He was «fewer» interested in plot, and it is «fewer» of a problem.",
            fixed="He was less interested in plot, and it is less of a problem.",
        ),
        Bad(
            "«Less» people saw it. There is «less» shots of the camp.",
            fixed="Fewer people saw it. There is fewer shots of the camp.",
        ),
    )
    good = (
        "Less than ten minutes, no less, and less is more. More or less actors.",
        "He cannot drive, much less cars like these. One less problem. Even less things.",
        "It is less films than sermons. Less politics, less news, fewer minutes and less hours.",
        "Less scary scenes and less known actors. It matters less. It less needs a plot.",
        "Fewer than ten, no fewer than ten, and fewer interesting men. Fewer of the best, and fewer still.",
        "Fewer music videos. Less sports talk and less clothes shopping.",
    )
