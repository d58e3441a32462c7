from __future__ import annotations

from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Severity

if TYPE_CHECKING:
    from reviewcli.notes.model import CastMember
    from reviewcli.notes.names import KnownPerson


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
        from reviewcli.rules.names._mentions import places_named

        players = self._players(doc)
        met: set[str] = set()
        for place, mention in places_named(doc, doc.prose if players else ()):
            role = mention.roles[0].full if len(mention.roles) == 1 else ""
            if role in met or role not in players or not mention.is_whole or place.is_quoted:
                continue
            met.add(role)
            if not place.is_emphasised and not _is_near(doc, place, players[role]):
                actor = players[role][0]
                yield self.found(
                    place,
                    f"“{place.text}” comes in without {actor}. Name the actor with the part.",
                    replacements=() if mention.possessive else (f"{place.text} ({actor})",),
                )

    def _players(self, doc: Document) -> dict[str, list[str]]:
        """Who plays each leading part, by the part; none that the title names."""
        from reviewcli.reading.facts.mentions import folded_words

        if doc.notes is None or not doc.notes.cast:
            return {}
        title = set(folded_words(doc.notes.title))
        found: dict[str, list[str]] = {}
        for member in self._leading(doc, doc.notes.cast):
            role = member.roles[0]
            if title.isdisjoint(folded_words(role)):
                found.setdefault(role, []).append(member.name)
        return found

    def _leading(self, doc: Document, cast: tuple[CastMember, ...]) -> list[CastMember]:
        """Those whom the notes mark; else, of the first of the cast, those whom the review names."""
        from reviewcli.rules.names._mentions import places_named

        known = [member for member in cast if member.roles and not member.spoiler]
        if marked := [member for member in known if member.lead]:
            return marked
        people = (person for _, mention in places_named(doc, doc.prose) for person in mention.people)
        named = {person.full for person in people if not person.is_role}
        return [member for member in known[: self.leads] if member.name in named]


def _is_near(doc: Document, place: Passage, players: list[str]) -> bool:
    """Whether a player is named in the paragraph up to the next sentence but one."""
    from reviewcli.reading.facts.mentions import may_be_person, mentions_in

    if place.block.text[place.end : place.end + 1] == "-":
        return True  # part of a longer name
    sentences = place.block.sentences
    number = sentences.index(place.sentence)
    end = sentences[min(number + 1, len(sentences) - 1)].end
    begin = place.sentence.start
    return any(
        _is_one_of(mention.people, players)
        or (mention.start >= begin and may_be_person(place.block, mention))  # somebody is named with the part
        for mention in mentions_in(doc, place.block)
        if mention.start < end
    )


def _is_one_of(people: tuple[KnownPerson, ...], players: list[str]) -> bool:
    return any(person.full in players for person in people if not person.is_role)
