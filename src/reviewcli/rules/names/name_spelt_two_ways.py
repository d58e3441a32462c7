from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity


class NameSpeltTwoWays(Rule, frozen=True):
    """A name stands in two spellings in one text.

    László and Laszlo, Macfadyen and MacFadyen: one of them is a slip, and which one only you know. Compared are names
    in full, and surnames of people who are named in full, that differ in accents, in capitals, or by a letter.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("László Nemes films a face. «Laszlo Nemes» will not cut."),
        Bad("It is Matthew Macfadyen’s film. «Matthew MacFadyen» sulks."),
        Bad("Hildur Guðnadóttir scores it. The cello is «Guðnadottir»’s."),
        Bad("Joaquin Phoenix broods, and so does «Joaquin Pheonix»."),
    )
    good = (
        "László Nemes films a face. László Nemes will not cut, and Nemes is right.",
        "JOAQUIN PHOENIX stands over the title, and Joaquin Phoenix below it.",
        "Ethan Coen wrote it. Nathan Coen is nobody. Anna Karina is no Ana Torrent.",
        "Adam Stone shot it. The Stones play, and stone is stone.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.facts.spellings import two_spellings

        for place, first in two_spellings(doc):
            message = f"“{place.text}” is spelt “{first}” before. One of the two is a slip."
            yield self.found(place, message, replacements=(first,))
