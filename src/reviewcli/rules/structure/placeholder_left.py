from __future__ import annotations

import re

from reviewcli.document import PLACEHOLDER
from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Severity
from reviewcli.texts.findings import Span

_THING = (
    r"(?:lead |main |supporting |film |movie |book |game |album |show )?"
    r"(?:actor|actress|author|award|cast|character|cinematographer|composer|country|date|director|film|game|genre|"
    r"headline|image|length|link|movie|name|number|performer|photo|place|plot|quote|rating|role|runtime|scene|score|"
    r"studio|synopsis|title|writer|year)s?"
)
_ORDER = (
    r"(?:add|choose|describe|enter|fill in|insert|list|mention|name of|put|replace|to be|to come|write|your)"
)
_INITIALS = r"(?:TODO|FIXME|TBC|TBA|TBD|TK(?:TK)*|[Tt]k[Tt]k|XX+)"

# Markers in capitals are placeholders only in capitals; the rest in any case.
_IN_CAPITALS = (
    r"(?<![\w.&/'’-])(?:TODO|FIXME|TBC|TBA|TBD|TKTK)(?![\w&'’-])",
    r"(?<![\w.&/'’-])TK(?![\w&'’-])(?!\s+[A-Z])",
    (
        r"(?<![\w.&'’-])(?:XX|(?<!\b[Aa]n )XXX|XXXX)(?![\w&'’-])"
        r"(?!\s+(?:[Cc]entury|chromosome|Corps|Olympi|rated|certificate))"
    ),
    r"(?<!\w)(?:19|20)XX(?!\w)",
    r"\bLorem ipsum\b",
)
_IN_ANY_CASE = (
    # Not [[film]], which is a link in some notes.
    rf"(?<!\[)\[\s*(?:(?:the|a|an|this) )?{_THING}(?:['’]s)?(?: (?:name|title|here|goes here))?\s*\](?!\])",
    rf"(?<!\[)\[\s*{_ORDER}\b[^\[\]]*\](?!\])",
    rf"\[\s*(?:{_INITIALS}|\?+|\.\.\. here|_+)\s*\]",
    r"\blorem ipsum dolor\b",
)
_SIGNS = ("[", "TODO", "FIXME", "TB", "TK", "XX")  # of which every place holds one, but for lorem ipsum

# Not the variables and shortcodes of site generators: {{ site.url }}, {{< youtube x >}}.
_VARIABLE = r"\{\{(?![<%]|-?\s*(?:site|page|layout|content|include|relref|ref)\b)[^{}|]*\}\}"


class PlaceholderLeft(Rule, frozen=True):
    """A place was kept for words that never came.

    A template's marker, a TK, a [director], a note in the margin that nobody took up, the marks of
    a merge that nobody settled: everybody leaves one, and it is
    the first thing that a reader of the printed page will see. Write what it stands for, or take it out.
    """

    severity = Severity.ERROR
    bad = (
        Bad("# Her\n\n«<!-- review-todo verdict: for whom it is worth the evening -->»\n"),
        Bad('Ada smiles.\n\n«<!-- review-todo strengths: new in the notes: "the rain" -->»\n'),
        Bad("«[Director]» shoots it as farce, and «[lead actor's name]» as tragedy."),
        Bad("It runs «XX» minutes and was made in «20XX» for «TBC»."),
        Bad("«TODO»: the ending. The score is by «TK», and «TKTK» sings."),
        Bad("«Lorem ipsum dolor» sit amet. «[Insert a quotation here]» «{{ title }}» is long."),
        Bad("# «[Title]»\n\nIt is long. «[your verdict]»"),
        Bad("Ada smiles.\n\n«<<<<<<< draft»\nBob speaks.\n=======\nBob sings.\n>>>>>>> notes\n"),
    )
    good = (
        "*TK* and *XX* are titles; so is **xXx**. She sold it to TK Maxx in Super Bowl XX.",
        "The [director](https://example.org/a) said “it [the film] was TBC”.[^1]\n\n[^1]: In a letter.",
        "- [ ] see it again\n- [x] see it once\n\nHe says he “dont [sic] care” [0:58] [spoiler].",
        "The `{{ title }}` and `TODO` of a template. Louis XX never was; the XX century was.",
        "<!-- review-disable cliche -->\nA todo list, a tk, and {{< youtube x >}} or {{ page.title }}.",
        "[director]\n\n[director]: https://example.org/b",
        "See [[film]] and [[insert shots]] of an XXX film.\n\n# XX\n\nIt is long.",
        "The second act plays like lorem ipsum. Todo sobre mi madre.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for comment in doc.comments:
            if comment.text.startswith("review-todo"):
                what = " ".join(comment.text.removeprefix("review-todo").split()).rstrip(".")
                told = "In the margin" if comment.is_in_margin else "Still to write"
                yield self.found(comment, f"{told}: {what}." if what else "There is something to write here.")
        for mark in _unsettled(doc.source):
            yield self.found(mark, "Two texts stand here, and one must go. Choose, and take the marks out.")
        for block in doc.blocks:
            for place in (*_places(block.whole), *_variables(block.whole, doc.source)):
                text = " ".join(doc.source[place.span.start : place.span.end].split())
                yield self.found(
                    place, f"“{text}” is a placeholder. Write what it stands for, or take it out."
                )


def _unsettled(source: str) -> Iterator[Span]:
    """Where a merge by Git left both texts."""
    if "\n<<<<<<< " in source and "\n>>>>>>> " in source:
        for mark in re.finditer(r"(?m)^<{7} .*", source):
            yield Span(mark.start(), len(source[: mark.end()].rstrip()))


def _places(text: Passage) -> Iterator[Passage]:
    block = text.block
    if not any(sign in block.text for sign in _SIGNS) and "lorem" not in block.lowered:
        return
    taken = 0
    found = [place for pattern in _IN_ANY_CASE for place in text.find(pattern)]
    found += [place for pattern in _IN_CAPITALS for place in text.find(pattern, 0) if not _is_named(place)]
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        if place.start >= taken and not place.is_quoted and not place.is_emphasised:
            taken = place.end
            yield place


def _variables(text: Passage, source: str) -> Iterator[Passage]:
    """The variables of a template that nobody filled in; to the document they are no words."""
    if PLACEHOLDER not in text.block.text:
        return
    for place in text.find(PLACEHOLDER):
        if re.fullmatch(_VARIABLE, source[place.span.start : place.span.end]):
            yield place


def _is_named(place: Passage) -> bool:
    """Whether it is the number of something: Super Bowl XX, Louis XX, a chapter."""
    before = place.block.text[: place.start]
    if place.block.kind.value == "heading" and place.text == place.block.text.strip():
        return set(place.text) == {"X"}
    return "X" in place.text and re.search(r"\b[A-Z][^\W\d_]*\s$", before[-40:]) is not None
