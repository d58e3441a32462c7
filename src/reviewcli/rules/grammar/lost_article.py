from reviewcli.rules import Bad
from reviewcli.rules.spelling._table_rule import TableRule


class LostArticle(TableRule, frozen=True):
    """A fixed phrase lacks its article, or has one too many: “it is pity that”, “in second season”, “a good advice”.

    Where an article is due depends on what is meant, so only phrases are looked at that are never right without.
    """

    bad = (
        Bad("«It was pity» that nobody laughed.", fixed="It was a pity that nobody laughed."),
        Bad("It is full of «a good advice».", fixed="It is full of good advice."),
    )
    good = (
        "It is pity that moves her.",
        "It was a good news story.",
    )
