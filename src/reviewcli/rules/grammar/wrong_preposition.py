from reviewcli.rules import Bad
from reviewcli.rules.spelling._table_rule import TableRule


class WrongPreposition(TableRule, frozen=True):
    """A verb, a noun or an adjective has another preposition than it asks for, none, or one too many.

    “depends of”, “interested for”, “listen the album”, “discuss about”, “explain me why”. Only those are listed that
    are right in no context, or that the words beside decide.
    """

    bad = (
        Bad("It «depends of» your taste.", fixed="It depends on your taste."),
        Bad("I «listened the» album twice.", fixed="I listened to the album twice."),
        Bad("Can he «explain me» why?", fixed="Can he explain to me why?"),
    )
    good = (
        "What it depends, of course, on.",
        "She is interested; for chess she gave up sleep.",
        "They waited the whole night.",
    )
