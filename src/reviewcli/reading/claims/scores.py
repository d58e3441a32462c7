"""Claims of the mark that the review gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Block, Document, Passage
from reviewcli.notes.model import Score
from reviewcli.notes.works import score_of
from reviewcli.reading.claims.claim import Claim, Status
from reviewcli.reading.claims.works import other_works
from reviewcli.reading.numerals import in_words
from reviewcli.texts.expressions import Expression
from reviewcli.texts.findings import Span

_HALF = r"(?:(?:-| )and(?:-| )a(?:-| )half)?"
_STARS = rf"(?:\d(?:\.5)?|½|one|two|three|four|five|zero|half a|no){_HALF}"
_MARK = (
    r"(?:[★⭐]\ufe0f?)+[½⯪]?☆*|☆{2,}|\d{1,3}(?:\.\d+)?\s?(?:/|out of)\s?(?:4|5|10|20|100)(?:\s?stars)?(?![\w/])"
    r"|\d{1,3}(?:\.\d)?\s?%(?! of\b)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten) out of (?:four|five|ten)"
    rf"|{_STARS}(?: |-)stars?(?: out of (?:four|five|ten|4|5|10))?"
)
_GRADE = r"(?<![\w+])(?-i:[A-F])(?:[+\-−](?!\w)|\b(?![+'’-]|\.\S|\. ?[A-Z]\.))"
_LABEL = (
    r"(?:score|rating|grade|verdict|(?:final|overall) (?:score|grade|rating|verdict)|my (?:rating|score|grade)"
    r"|overall|stars)"
)
_GIVES = (
    r"\b(?:I(?:['’]d| would|['’]ll)?|we) (?:give|gave|award|rate|rated|grade|graded)\b|\b(?:gets"
    r"|earns|merits|rates|deserves|receives|scores|rated|awarded) (?:an?|it|my|our)?|\bgive (?:it"
    r"|this|her|him)\b"
)


def find(doc: Document) -> Iterator[Claim]:
    """The marks in the front matter, the headline and the text."""
    if doc.notes is None:
        return
    yield from _in_front_matter(doc)
    for place, score in given(doc):
        yield _judged(doc, place.span, place.text, score)


def given(doc: Document) -> Iterator[tuple[Passage, Score]]:
    """The marks that the headline and the text give, each with its place."""
    for block in doc.blocks:
        if block.in_quote or not _may_hold_mark(block.text):
            continue
        for match in _marks_in(block):
            place = Passage(block, *match.span("mark"))
            if place.is_quoted or _is_anothers(doc, Passage(block, *match.span())):
                continue
            if score := _score_of(place.text):
                yield place, score


def _marks_in(block: Block) -> Iterator[re.Match[str]]:
    """A mark that is the whole block; else those that the text gives, and one that ends it."""
    pattern = rf"(?:{_LABEL}\s*[:–—-]?\s*|an? (?:[a-z]+ ){{0,2}})?(?P<mark>{_MARK}|{_GRADE})[.!]?"
    if whole := re.fullmatch(pattern, block.text.strip(), re.IGNORECASE):
        yield whole
        return
    yield from _MARKS.finditer(block.text)
    if ends := _last_sentence(block):
        yield ends
    for sentence in block.sentences:
        if opens := _OPENS.match(block.text, sentence.start):
            yield opens


def _is_anothers(doc: Document, passage: Passage) -> bool:
    """Whether a mark is another work's, a part's or somebody else's: I gave *Reeds* four stars."""
    part = r"\b(?:first|last|next|previous|second|third|earlier|other) \w+"
    return bool(
        other_works(doc, passage.block, passage.start, passage.end)
        or re.search(part, passage.text)
        or re.search(_SOMEBODY, passage.before[-40:], re.IGNORECASE)
    )


def _may_hold_mark(text: str) -> bool:
    """Whether a mark or a grade may be there: spares most blocks the patterns, and most drafts compiling them."""
    return (
        any(sign in text for sign in ("★", "⭐", "☆", "½", "⯪", "/", "out of", "Out of", "OUT OF", "%"))
        or "star" in text.lower()
        or re.search(r"(?<![\w+])[A-F](?![\w'’]|\.\S)", text) is not None
    )


def _last_sentence(block: Block) -> re.Match[str] | None:
    """A mark that is the last sentence of a paragraph by itself: Three stars out of five."""
    start = block.sentences[-1].start if block.sentences else 0
    if not start or len(block.text) - start >= 40:
        return None
    return re.compile(rf"(?P<mark>{_MARK})[.!]?\s*$", re.IGNORECASE).match(block.text, start)


_FIGURES = {in_words(number): str(number) for number in range(11)}
# Somebody else's mark: others will give it five stars.
_SOMEBODY = r"\b(?:others|some|many|most|critics|reviewers|they|readers|viewers|fans|you|everyone)\b[^.,;]*$"


_MARKS = Expression(
    rf"(?:{_GIVES})[^.;\n]{{0,30}}?(?P<mark>{_MARK}|{_GRADE})",
    rf"\b{_LABEL}(?: of|:| is)? (?:an? )?(?P<mark>{_MARK}|{_GRADE})",
    ignore_case=True,
)

_OPENS = Expression(
    r"(?P<mark>(?:[★⭐]\ufe0f?)+[½⯪]?☆*|(?:\d(?:\.5)?|one|two|three|four|five|six|seven|eight|nine|ten)(?:/| out of )"
    rf"(?:4|5|10|four|five|ten)|{_STARS} stars(?=\.))(?=[,.;:]| [–—])",
    ignore_case=True,
)


def _in_front_matter(doc: Document) -> Iterator[Claim]:
    matter = doc.front_matter
    if matter is None:
        return
    for match in re.finditer(
        r"^(?:score|rating|grade|stars)[ \t]*[:=][ \t]*[\"']?([^\"'\n#]+)", matter.text, re.M
    ):
        text = match[1].strip()
        if score := score_of(text):
            start = matter.text_start + match.start(1)
            yield _judged(doc, Span(start, start + len(text)), text, score)


def _score_of(text: str) -> Score | None:
    plain = re.sub(r"[\u2212]", "-", text.lower())
    plain = re.sub(r"\s?%$", "/100", plain)
    plain = re.sub(r"\w+", lambda word: _FIGURES.get(word[0], word[0]), plain)
    plain = re.sub(r"\bhalf a\b", "0.5", plain)
    plain = (
        re.sub(r"(\d)[ -]and[ -]a[ -]half", r"\1.5", plain)
        .replace("-star", " star")
        .replace("no star", "0 star")
    )
    plain = re.sub(
        r"^(\d(?:\.5)?) stars? out of (\d+|ten)", lambda m: f"{m[1]}/{m[2].replace('ten', '10')}", plain
    )
    if re.fullmatch(r"[a-f][+-]?", plain) and not text[0].isupper():
        return None
    return score_of(plain.upper() if len(plain) <= 2 and plain[0].isalpha() else plain)


def _judged(doc: Document, span: Span, text: str, said: Score) -> Claim:
    noted = doc.notes.score if doc.notes else None
    if noted is None or (noted.value is None) != (said.value is None):
        return Claim(kind="score", span=span, text=text, status=Status.UNVERIFIED)
    fits = _same(said, noted)
    return Claim(
        kind="score",
        span=span,
        text=text,
        status=Status.CONFIRMED if fits else Status.CONTRADICTED,
        noted=noted.text,
        message=f"The notes have {noted.text}, not {text}.",
        replacements=() if fits else (_in_the_form_of(text, noted),),
    )


def _same(said: Score, noted: Score) -> bool:
    if said.value is None or noted.value is None:
        return (
            said.text.replace("−", "-").replace("–", "-").upper()
            == noted.text.replace("−", "-").replace("–", "-").upper()
        )
    if said.scale and noted.scale:
        return abs(said.value / said.scale - noted.value / noted.scale) < 0.001
    return said.value == noted.value


def _in_the_form_of(text: str, noted: Score) -> str:
    """The noted mark as stars where the text has stars and the scale is five, else as it is noted."""
    if noted.value is not None and noted.scale and text.endswith("%"):
        return f"{100 * noted.value / noted.scale:g}%"
    if re.fullmatch(r"[a-z]+ out of [a-z]+", text, re.IGNORECASE) and noted.value is not None:
        return _spelt(text, noted)
    if noted.value is not None and noted.scale and re.fullmatch(r"[\d.]+ out of \d+", text):
        return f"{noted.value:g} out of {noted.scale:g}"
    if noted.value is None or noted.scale not in (None, 4.0, 5.0):
        return noted.text
    half = noted.value % 1 == 0.5
    if text[0] in "★⭐☆":
        full = text[0].replace("☆", "★") * int(noted.value) + ("½" if half else "")
        return full + ("☆" * int((noted.scale or 5) - noted.value) if "☆" in text else "")
    if (match := re.search(r"( |-)stars?( out of \w+)?$", text)) and noted.value % 0.5 == 0:
        words = in_words(int(noted.value)) + (f"{match[1]}and{match[1]}a{match[1]}half" if half else "")
        words = words.capitalize() if text[0].isupper() else words
        return (
            f"{words}{match[1]}{'star' if match[1] == '-' or noted.value == 1 else 'stars'}{match[2] or ''}"
        )
    return noted.text


def _spelt(text: str, noted: Score) -> str:
    """A mark in words: eight out of ten; as it is noted where no words are usual for it."""
    if not noted.value or not noted.scale or noted.value % 1 or noted.scale > 20:
        return noted.text
    words = f"{in_words(int(noted.value))} out of {in_words(int(noted.scale))}"
    return words.capitalize() if text[0].isupper() else words
