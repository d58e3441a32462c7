from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim
from reviewcli.rules.facts._her import HER


class CreditMismatch(Rule, frozen=True):
    """A credit goes to somebody to whom the notes do not give it.

    Directed, written, shot, edited and scored: “directed by Spike Jonze”, “director Spike Jonze”, “Spike Jonze’s
    *Her*”, “shot by Hoyte van Hoytema”. Other works' credits are left alone, and so are jobs that the notes do not
    fill. Where somebody of the crew stands right beside the word for another's job, either may be wrong, which is a
    warning; where both only stand in one clause it is a suggestion. Somebody whom the notes do not know at all is a
    matter of `name-unknown-credit`, but for directors.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = HER
    bad = (
        Bad("The film was directed by «Otto Brandt».", fixed="The film was directed by Spike Jonze."),
        Bad("Directed by «Amy Adams», it moves.", fixed="Directed by Spike Jonze, it moves."),
        Bad("Dirs.: «Otto Brandt»", fixed="Dirs.: Spike Jonze"),
        Bad("«Sofia Coppola»’s *Her* is sad.", fixed="Spike Jonze’s *Her* is sad."),
        Bad(
            "Helmed by «Otto Brandt», from a script by «Amy Adams».",
            fixed="Helmed by Spike Jonze, from a script by Spike Jonze.",
        ),
        Bad(
            "From director «Otto Brandt» comes a sad film.",
            fixed="From director Spike Jonze comes a sad film.",
        ),
        Bad("Shot by «Spike Jonze», it is peach.", fixed="Shot by Hoyte van Hoytema, it is peach."),
        Bad("It has a score by «Spike Jonze».", fixed="It has a score by Owen Pallett."),
        Bad("«Owen Pallett, the cameraman», hums."),
        Bad("«Hoyte van Hoytema composed» it at night."),
    )
    good = (
        "Directed by Spike Jonze, written by Jonze, shot by Hoyte van Hoytema, with music by Owen Pallett.",
        "Jonze’s film.",
        "Sofia Coppola, who directed *Lost in Translation*, is thanked. *Alien*, directed by Ridley Scott, is older.",
        "It has the air of a film that might have been directed by Ridley Scott. Edited by Eric Zumbrunnen.",
        "Fans of director Ridley Scott’s *Alien* may leave. The novel by Ann Lee is not its source.",
        "“Directed by Otto Brandt,” it says. Phoenix’s film, in the end.",
        Good("The film was directed by Otto Brandt.", notes="title: Her\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for kind in ("credit", "source"):
            for claim in contradicted(doc, kind):
                if not claim.unknown:
                    yield found_claim(self, claim)
