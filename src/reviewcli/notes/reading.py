"""What readers of notes share: the source, the problems found so far, and the words for the usual ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from reviewcli.notes.other_names import nearest_key, place_below
from reviewcli.texts.findings import Edit, Fix, Severity, Span
from reviewcli.texts.yaml.nodes import Mapping_, Node, Problem, Scalar, Sequence_
from reviewcli.texts.yaml.quoting import put_in_quotes, quoted, quoting, shown
from reviewcli.texts.yaml.slips import colon_problem

if TYPE_CHECKING:
    from reviewcli.notes.shapes import Key


class Told(Problem, frozen=True):
    """A problem of notes: how much it matters, and where its value was given when not in the file."""

    severity: Severity = Severity.ERROR
    given: str | None = None


class Reading:
    """One reading of notes: it gathers what is wrong, so that everything comes at once."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.told: list[Told] = []
        self._seen: set[tuple[str, Span]] = set()

    def error(self, name: str, message: str, span: Span, given: str | None = None) -> None:
        """Something that must be put right."""
        self._tell(Told(message, span, name, None, Severity.ERROR, given))

    def warn(self, name: str, message: str, span: Span) -> None:
        """Something that may be meant."""
        self._tell(Told(message, span, name, None, Severity.WARNING))

    def problem(self, problem: Problem, given: str | None = None) -> None:
        """A problem that comes with its own words and fix."""
        self._tell(Told(problem.message, problem.span, problem.name, problem.fix, Severity.ERROR, given))

    def _tell(self, told: Told) -> None:
        # An alias brings the same value in twice; once is enough.
        if (told.message, told.span) not in self._seen:
            self._seen.add((told.message, told.span))
            self.told.append(told)

    def wrong(self, node: Node, rest: str) -> None:
        """A value that cannot be what it stands for: its text, then the rest of the sentence."""
        text = node.text if isinstance(node, Scalar) else self.source[node.span.start : node.span.end]
        subject = f"“{shown(text, 40)}”" if text.strip() else "An empty text"
        if isinstance(node, Scalar) or not (text or node.given):  # what was given stands in no source
            self.error("value", f"{subject} {rest}", node.span, node.given)
            return
        subject = "A list" if isinstance(node, Sequence_) else "A mapping"
        self.error("value", f"{subject} {rest}", self.first_line(node.span), node.given)

    def value_missing(self, node: Node) -> None:
        """A text in quotation marks that holds nothing."""
        self.error(
            "value", "The text is empty. Write it, or leave out the quotation marks.", node.span, node.given
        )

    def keys_of(
        self,
        node: Mapping_,
        keys: Mapping[str, Key],
        elsewhere: Callable[[str], str | None] = lambda _: None,
    ) -> dict[str, Any]:
        """The values of a mapping by its keys; keys that are not known are told with the nearest that is.

        `elsewhere` says of a key what it is somewhere else, and what to do.
        """
        values: dict[str, Any] = {}
        for key, value in node.entries:
            if self.took_comma(node, key, value):
                continue
            if key.text not in keys:
                self.unknown_key(key, keys, elsewhere(key.text))
            elif not value.is_absent:
                result = keys[key.text].shape.read(self, value)
                if result is not None:
                    values[key.text] = result
            elif self.took_hash(value) or not keys[key.text].required:
                continue
            else:
                given = value.given or key.given
                sign = "equals sign" if given else "colon"
                self.error(
                    "value", f"“{key.text}” is empty. Write something after the {sign}.", key.span, given
                )
        missing = [name for name, key in keys.items() if key.required and node.get(name) is None]
        for name in missing:
            self.error(
                "value", f"“{name}” is missing. Add “{name}: …” here.", self.first_line(node.span), node.given
            )
        return values

    def unknown_key(self, key: Scalar, keys: Mapping[str, Key], elsewhere: str | None = None) -> None:
        """A key that nothing is known of here."""
        if elsewhere:
            self.error("unknown-key", elsewhere, key.span, key.given)
            return
        near = nearest_key(key.text, keys)
        fix = None
        if further := place_below(key.text, keys):
            advice = further
        elif near:
            # Not safe: it may be free data, or the right key may be there already.
            fix = None if key.given else Fix((Edit(key.span, near),), safe=False)
            advice = f"Did you mean “{near}”?"
        elif len(keys) < 12:
            advice = f"Known here: {', '.join(keys)}."
        else:
            advice = "Free data goes under “extra”."
        message = f"“{shown(key.text, 40)}” is no key here. {advice}"
        self.problem(Problem(message, key.span, "unknown-key", fix), key.given)

    def took_comma(self, node: Mapping_, key: Scalar, value: Node) -> bool:
        """Whether this key is really the rest of a text: inside { } a comma ends one."""
        if not node.flow or not value.is_absent or not key.plain or node.given:
            return False
        if self.source[key.span.end : key.span.end + 20].lstrip().startswith(":"):
            return False
        before = self.source.rfind(",", 0, key.span.start)
        entries = [name for name, _ in node.entries]
        place = entries.index(key)
        if before < node.span.start or place == 0:
            return False
        text = self._text_with_commas(node, place)
        message = f"A comma inside {{ }} ends the text, so “{shown(key.text, 40)}” is cut off. "
        span = Span(before, before + 1)
        if text:
            self.problem(
                Problem(
                    message + put_in_quotes(self._at(text)), span, "unquoted-text", quoting(self.source, text)
                )
            )
        else:
            self.error("unquoted-text", message + "Put the text in quotes, or write one key a line.", span)
        return True

    def _text_with_commas(self, node: Mapping_, place: int) -> Span | None:
        """The whole text that commas cut in pieces: from the last key that has a value to the last piece."""
        entries = node.entries
        first = place - 1
        while first > 0 and entries[first][1].is_absent:
            first -= 1
        last = place
        while last + 1 < len(entries) and self._is_piece(entries[last + 1]):
            last += 1
        start = entries[first][1]
        if not isinstance(start, Scalar) or not start.plain:
            return None
        return Span(start.span.start, entries[last][0].span.end)

    def _is_piece(self, entry: tuple[Scalar, Node]) -> bool:
        key, value = entry
        return value.is_absent and not self.source[key.span.end : key.span.end + 20].lstrip().startswith(":")

    def no_text(self, node: Node) -> None:
        """A list or a mapping where a text is meant: most often YAML made it of one."""
        if node.given:
            self.wrong(node, "stands where a text is meant.")
        elif isinstance(node, Sequence_):
            self._no_text_but_list(node)
        elif isinstance(node, Mapping_) and node.entries and not self._at(node.span).startswith("{"):
            key = node.entries[0][0]
            colon = self.source.find(":", key.span.end)
            self.problem(colon_problem(self.source, node.span, max(colon, key.span.end)))
        else:
            text = self._at(node.span)
            message = f"YAML reads a leading “{{” as a mapping. {put_in_quotes(text)}"
            self.problem(
                Problem(message, self.first_line(node.span), "unquoted-text", quoting(self.source, node.span))
            )

    def _no_text_but_list(self, node: Sequence_) -> None:
        text = self._at(node.span)
        if node.flow:
            message = f"YAML reads a leading “[” as a list. {put_in_quotes(text)}"
            self.problem(
                Problem(message, self.first_line(node.span), "unquoted-text", quoting(self.source, node.span))
            )
        elif len(node.items) == 1 and "\n" not in text:
            message = "Two dashes make a list inside a list. Take one away."
            self.error("value", message, self.first_line(node.span))
        else:
            self.wrong(node, "stands where one text is meant. Write one line.")

    def check_comment(self, node: Scalar, *, prose: bool) -> None:
        """Words lost after ` #`, where YAML sees a comment; beside a value that is no prose only `#word`."""
        if not node.plain or node.given or not node.text:
            return
        match = re.compile(r"[ \t]+(#[^\r\n]*)").match(self.source, node.span.end)
        if not match or not (prose or re.match(r"#\S", match[1])):
            return
        from reviewcli.notes.kinds.telling import is_help

        lost = match[1].rstrip()
        if is_help(lost):
            return
        in_quotes = quoted(shown(self._at(Span(node.span.start, match.end()))))
        self._tell(
            Told(
                f"“{shown(lost, 40)}” is a comment to YAML and not read. As text, in quotes: {in_quotes}",
                Span(match.start(1), match.start(1) + len(lost)),
                "comment-cuts-text",
                None,
                Severity.WARNING,
            )
        )

    def is_empty(self, node: Node) -> bool:
        """Whether nothing was written; that a `#` made it so is told."""
        if node.is_absent:
            self.took_hash(node)
        return node.is_absent

    def took_hash(self, node: Node) -> bool:
        """Whether a text that begins with `#word` is read as a comment, which leaves nothing."""
        if node.given or not isinstance(node, Scalar) or node.text:
            return False
        match = re.compile(r"[ \t]*(#[^\s#][^\r\n]*)").match(self.source, node.span.end)
        if not match:
            return False
        whole = Span(match.start(1), match.start(1) + len(match[1].rstrip()))
        message = f"YAML reads a leading “#” as a comment. {put_in_quotes(self._at(whole))}"
        self.problem(Problem(message, whole, "unquoted-text", quoting(self.source, whole)))
        return True

    def has_glued_dashes(self, node: Scalar) -> bool:
        """Whether dashes without a space after them were meant to begin items."""
        text = node.text.lstrip()
        if not node.plain or node.given or not re.match(r"-[^\W\d]", text):
            return False
        first = text[1:].split(" -")[0]
        self.error(
            "unquoted-text", f"A space is missing after the dash: write “- {shown(first, 30)}”.", node.span
        )
        return True

    def _at(self, span: Span) -> str:
        return self.source[span.start : span.end]

    def span_of(self, node: Node, text: str) -> Span:
        """Where a part of a value stands; the whole value if it is written otherwise."""
        at = self.source.rfind(text, node.span.start, node.span.end)
        return Span(at, at + len(text)) if at >= 0 else node.span

    def first_line(self, span: Span) -> Span:
        """A span for a mark: no longer than its first line."""
        end = self.source.find("\n", span.start, span.end)
        return span if end < 0 else Span(span.start, end)
