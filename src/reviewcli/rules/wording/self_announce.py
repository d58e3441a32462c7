from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule
from reviewcli.rules.wording._own_phrases import own_phrases


class SelfAnnounce(Rule, frozen=True):
    """The review announces itself, or says that its opinion is an opinion.

    A signed review is the writer’s opinion from its title on. “In this review I will” and “in my opinion” put off the
    first thing worth reading. Begin with that.
    """

    instead_of = ("cliche", "hedge")
    bad = (
        Bad("«In this review I» will look at the acting."),
        Bad("«In my opinion», the ending is weak."),
        Bad("The ending, «if you ask me», is weak."),
        Bad("«Let’s dive in»."),
    )
    good = (
        "The ending is weak: nobody has missed him.",
        "I think of the blue door often.",
        "He says that, in his opinion, the war is over.",
        "“In my opinion,” says Lawrence, “you are all mad.”",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in own_phrases(doc, ("announced",)):
            yield self.found(
                match.passage,
                f"“{match.text}” announces what the reader can see. Begin with what you have to say.",
            )
