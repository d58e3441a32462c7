from __future__ import annotations

from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Severity

if TYPE_CHECKING:
    from reviewcli.notes.names import KnownPerson
    from reviewcli.reading.names.mentions import Mention


class ActorAtFirstRole(Rule, frozen=True):
    """A character comes in without the actor who plays the part.

    Readers want to know whom they are to see: “Theodore (Joaquin Phoenix) writes letters for a living.” It is
    asked for once, where a leading part is first named; the actor may stand earlier in the paragraph, or in the next
    sentence. Leads are those that the notes mark, else the first `leads` of the cast; without a mark only those
    whom the review names somewhere.
    """

    severity = Severity.SUGGESTION
    needs_notes = True
    example_notes = (
        "title: Her\n"
        "cast: [Joaquin Phoenix as Theodore Twombly, Scarlett Johansson as Samantha, Amy Adams as Amy]\n"
    )
    bad = (
        Bad(
            "A man called «Theodore» writes letters. He is lonely. The office is pink. Joaquin Phoenix plays him."
        ),
        Bad(
            "Theodore (Joaquin Phoenix) is sad.\n\n«Samantha» speaks. He hears.\n\nJohansson’s voice is all."
        ),
        Bad(
            "«Lydia» conducts.", notes="title: Tar\ncast: [{name: Cate Blanchett, role: Lydia, lead: true}]\n"
        ),
    )
    good = (
        "Theodore (Joaquin Phoenix) writes letters. Then Theodore buys Samantha, voiced by Johansson.",
        "Joaquin Phoenix is lonely. His Theodore writes letters.",
        "Theodore writes letters for a living. Phoenix plays him with a stoop.",
        "Joaquin Rafael plays Theodore, who writes letters. Phoenix is not in it.",
        "Theodore is lonely. He writes letters.",
        "“Theodore is lonely,” says the poster. A man writes letters.",
        Good("Barbie drives out.", notes="title: Barbie\ncast: [Margot Robbie as Barbie]\n"),
        Good(
            "Ann waits. The house is empty. Nobody comes.",
            notes="title: Tar\ncast: [{name: Cate Blanchett, role: Lydia, lead: true}, Nina Hoss as Ann]\n",
        ),
    )

    leads: int = 2

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.names.mentions import mentions_in

        players = self._players(doc) if doc.notes and doc.notes.cast else {}
        met: set[str] = set()
        for block in doc.prose if players else ():
            mentions = mentions_in(doc, block)
            for mention in mentions:
                role = mention.roles[0].full if len(mention.roles) == 1 else ""
                place = Passage(block, mention.start, mention.end)
                if role in met or role not in players or not mention.is_whole or place.is_quoted:
                    continue
                met.add(role)
                if not place.is_emphasised and not _is_near(place, mentions, players[role]):
                    actor = players[role][0]
                    yield self.found(
                        place,
                        f"“{place.text}” comes in without {actor}. Name the actor with the part.",
                        replacements=() if mention.possessive else (f"{place.text} ({actor})",),
                    )

    def _players(self, doc: Document) -> dict[str, list[str]]:
        """Who plays each leading part, by the part; none that the title names."""
        from reviewcli.reading.names.mentions import folded_words, mentions_in

        if doc.notes is None:
            return {}
        cast = [member for member in doc.notes.cast if member.roles and not member.spoiler]
        marked = [member for member in cast if member.lead]
        if not marked:
            named = {
                person.full
                for block in doc.prose
                for mention in mentions_in(doc, block)
                for person in mention.people
                if not person.is_role
            }
            cast = [member for member in cast[: self.leads] if member.name in named]
        title = set(folded_words(doc.notes.title))
        found: dict[str, list[str]] = {}
        for member in marked or cast:
            for role in member.roles[:1]:
                if not title & set(folded_words(role)):
                    found.setdefault(role, []).append(member.name)
        return found


def _is_near(place: Passage, mentions: tuple[Mention, ...], players: list[str]) -> bool:
    """Whether a player is named in the paragraph up to the next sentence but one."""
    from reviewcli.reading.names.mentions import may_be_person

    if place.block.text[place.end : place.end + 1] == "-":
        return True  # part of a longer name
    sentences = place.block.sentences
    number = sentences.index(place.sentence)
    end = sentences[min(number + 1, len(sentences) - 1)].end
    begin = place.sentence.start
    return any(
        mention.start < end
        and (
            _is_one_of(mention.people, players)
            or (
                mention.start >= begin and may_be_person(place.block, mention)
            )  # somebody is named with the part
        )
        for mention in mentions
    )


def _is_one_of(people: tuple[KnownPerson, ...], players: list[str]) -> bool:
    return any(person.full in players for person in people if not person.is_role)
