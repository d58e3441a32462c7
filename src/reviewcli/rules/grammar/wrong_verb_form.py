from reviewcli.rules import Bad
from reviewcli.rules.spelling._table_rule import TableRule


class WrongVerbForm(TableRule, frozen=True):
    """A verb stands in another form than the words in front ask for, or another verb is meant.

    “enjoy to watch”, “must to know”, “if I would have known”, “we are waiting since last year”, “make a good job”.
    """

    bad = (
        Bad("I «enjoyed to watch» it.", fixed="I enjoyed watching it."),
        Bad("A waiter «must to know» it.", fixed="A waiter must know it."),
        Bad("«If I would have» known, I had stayed.", fixed="If I had known, I had stayed."),
    )
    good = (
        "She has the will to win, and it is a must to see.",
        "I wonder if he would have gone.",
        "He made a good job of it.",
    )
