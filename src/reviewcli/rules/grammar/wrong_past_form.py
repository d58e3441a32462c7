from reviewcli.rules import Bad
from reviewcli.rules.spelling._table_rule import TableRule


class WrongPastForm(TableRule, frozen=True):
    """The past tense stands for the participle, or the participle for the past tense.

    “has went”, “should have saw”, “was wrote by”; “he seen it”, “they done well”. Only verbs whose two forms differ
    are looked at, and only where a helper or its absence decides.
    """

    bad = (
        Bad(
            "He «seen» it twice, and I «done» the rest because they «been» away.",
            fixed="He saw it twice, and I did the rest because they were away.",
        ),
        Bad(
            "It has «went» well. She should have «saw» it, and they’ve «began» again.",
            fixed="It has gone well. She should have seen it, and they’ve begun again.",
        ),
        Bad(
            "It was «wrote» by Jonze, and the ring is «stole» from a king.",
            fixed="It was written by Jonze, and the ring is stolen from a king.",
        ),
        Bad(
            "I know that she never «gone» back, but it «begun» well.",
            fixed="I know that she never went back, but it began well.",
        ),
    )
    good = (
        "He has seen it. Had he seen it, she would have gone. Never have I seen it done, nor has she been told.",
        "The film seen by few; a man known to all. He, seen from above, is small. I saw it done and made it known.",
        "He had saw blades made. She has Saw on tape. What it was took years. That is where they went.",
        "Is it done? Have they all gone? How could it be known? Was she taken? Should he have known?",
        "He left what he had done undone. As he was seen, he ran. The man he had been gave up.",
        "Whatever the plan was fell apart. Not only has he since gone; neither he nor she been told.",
        "The more he has, the more it was took for granted? No: taken. She had run, and it has come.",
        "All he ever had went to her. The friends they had saw it. The life he has began there.",
        "The trouble the couple had began early, and the talent his sister had went to waste.",
        "Every film Hollywood has came from here. The money Anna has came from him.",
        "The affair the two of them had went nowhere. Any hope they might have had fell away.",
        "He is now as well known as she, given her age. The films we have came late.",
    )
