from __future__ import annotations

from typing import Literal

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Severity
from reviewcli.rules.format._styles import Use, matches, odd_ones

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "ember ",
    "October",
    "ember,",
)
_FORMS = {
    "mdy": rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:1[5-9]|20)\d\d)?(?![\d-])",
    "dmy": rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? (?:1[5-9]|20)\d\d)?(?![\w-])",
    "iso": r"(?<![\d-])(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])",
}
_SAID = {"mdy": "May 4, 1999", "dmy": "4 May 1999", "iso": "1999-05-04"}
_CENTURY = {
    "figures": r"\b\d{1,2}(?:st|nd|rd|th)[- ]century\b",
    "words": r"\b(?i:(?:twenty-)?(?:first|second|third|fourth|fifth)|(?:(?:six|seven|eigh|nine|thir|four|fif)(?:teen)?"
    r"|ten|eleven)th|ninth|twelfth|twentieth)[- ]century\b",
}


class DateStyle(Rule, frozen=True):
    """Dates or centuries are written in two ways in one text, or not as the house writes them.

    `style` is `mdy` (May 4, 1999), `dmy` (4 May 1999) or `iso` (1999-05-04), `centuries` is `figures` (21st century)
    or `words`; without them only a mixture is told.
    """

    bad = (
        Bad("It opened on May 4, 1999, and closed on «5 June 1999»; it was May 7, 2000."),
        Bad("Seen on «4 May».", options={"style": "mdy"}),
        Bad("A 21st-century romance from the 20th century for the «nineteenth century»."),
        Bad("A romance of the «21st century».", options={"centuries": "words"}),
    )
    good = (
        "It opened on May 4, 1999, and closed on June 5.",
        "It opened on 4 May 1999 and closed on 5 June. “It was May 7, 1999,” he says.",
        Good("Seen on May 4. On 4 maybes.", options={"style": "mdy"}),
        "A 21st-century romance from the 20th century.",
        "*20th Century Women* and *May 7, 1999* in the nineteenth century and the twentieth century.",
    )

    style: Literal["mdy", "dmy", "iso"] | None = None
    centuries: Literal["figures", "words"] | None = None

    def check(self, doc: Document) -> Iterator[Finding]:
        if self.style or sum(map(doc.source.count, _MONTHS)) > 1:
            said = "Dates are written like {}"
            yield from self._told(_uses(doc, _FORMS), self.style, said, _SAID)
        if doc.source.count("entury") > (0 if self.centuries else 2):
            said = "Centuries are written in {}"
            yield from self._told(_uses(doc, _CENTURY), self.centuries, said, {})

    def _told(
        self, uses: list[Use], style: str | None, said: str, names: dict[str, str]
    ) -> Iterator[Finding]:
        right, odd = odd_ones(uses, style)
        for use in odd:
            form = said.format(names.get(right, right))
            yield self.found(
                use.place,
                f"{form} {'by the house' if style else 'elsewhere in this text. Keep to one'}.",
                severity=None if style else Severity.SUGGESTION,
            )


def _uses(doc: Document, forms: dict[str, str]) -> list[Use]:
    found = [
        Use(form, place)
        for form, pattern in forms.items()
        for place in matches(doc, pattern)
        if not _is_name(place)
    ]
    return sorted(found, key=lambda use: use.place.span)


def _is_name(place: Passage) -> bool:
    return place.is_quoted or place.is_emphasised or "Century" in place.text
