from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.structure._whole import has_markers, is_named, opening_of


class DirectorNotMentioned(Rule, frozen=True):
    """Nobody of those who directed it is named.

    A reader wants to know whose film it is, and what is praised or blamed in it was somebody's choice. One of
    several directors is enough. Texts under `fewest_words` are left alone.
    """

    needs_notes = True
    example_notes = "title: Her\ndirectors: [Spike Jonze, Hou Hsiao-hsien]\n"
    bad = (
        Bad("# «Her»\n\nA man buys a phone, and it talks.", options={"fewest_words": 5}),
        Bad("«A man buys a phone.» It talks and talks.", options={"fewest_words": 5}),
    )
    good = (
        "A man buys a phone.",
        Good("Jonze’s man buys a phone, and it talks.", options={"fewest_words": 5}),
        Good("Spike *Jonze* and a phone that talks.", options={"fewest_words": 5}),
        Good("Hou Hsiao Hsien and a phone that talks.", options={"fewest_words": 5}),
        Good("A man buys a phone, and it talks.", options={"fewest_words": 5}, notes="title: Her\n"),
    )

    fewest_words: int = 150

    def check(self, doc: Document) -> Iterator[Finding]:
        place = opening_of(doc)
        if not place or not doc.notes or has_markers(doc) or len(doc.words) < self.fewest_words:
            return
        directors = [person.name for person in doc.notes.directors]
        known = [person for person in doc.names.people if person.full in directors and not person.is_role]
        if known and not any(is_named(doc, person.forms) for person in known):
            yield self.found(
                place, f"{' and '.join(directors)}, who directed it, {_is(directors)} never named."
            )


def _is(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"
