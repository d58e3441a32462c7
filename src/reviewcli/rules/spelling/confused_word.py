from __future__ import annotations

from reviewcli.rules import Bad
from reviewcli.rules.spelling._table_rule import TableRule


class ConfusedWord(TableRule, frozen=True):
    """One word stands for another that sounds or looks like it.

    Both are words, so a spell checker passes them, and the reader stumbles: “loose” for “lose”, “it's” for
    “its”, “then” for “than”. The words round it decide; where they do not, nothing is said.
    """

    bad = (
        Bad("The film finds «it's» own way.", fixed="The film finds its own way."),
        Bad("It is longer «then» the book.", fixed="It is longer than the book."),
        Bad("He is afraid to «loose» her.", fixed="He is afraid to lose her."),
    )
    good = (
        "It's its own worst enemy.",
        "It gets better then falls apart.",
        "The plot has loose ends; the hero lets loose the dogs.",
        "*Passed* is a film, and so is Loose.",
    )
