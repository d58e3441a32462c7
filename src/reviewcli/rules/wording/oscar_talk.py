from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule
from reviewcli.rules.wording._own_phrases import own_phrases


class OscarTalk(Rule, frozen=True):
    """Acting or craft is praised by the prizes it might win.

    “Oscar-worthy” says nothing of what the actor does, and a prize that nobody has given is no evidence. Tell the
    choice that earns it. A prize that was won or a nomination that was made is a fact, and is left alone.
    """

    instead_of = ("cliche", "performance-without-evidence")
    bad = (
        Bad("She gives an «Oscar-worthy» turn."),
        Bad("He «deserves an Oscar» for the last scene."),
        Bad("There is «awards buzz» about the editing."),
    )
    good = (
        "She plays the break-up without raising her voice.",
        "She won the Oscar for it in 1984.",
        "The studio’s press release calls it “Oscar-worthy”.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in own_phrases(doc, ("oscar",)):
            yield self.found(
                match.passage,
                f"“{match.text}” tells of prizes, not of the work. Say what they do that you would reward.",
            )
