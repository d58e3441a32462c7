"""What readers of notes share: the source, the problems found so far, and the words for the usual ones."""

from __future__ import annotations

import re

from reviewcli.texts.findings import Severity, Span
from reviewcli.texts.yaml.nodes import Mapping_, Node, Problem, Scalar, Sequence_
from reviewcli.texts.yaml.quoting import put_in_quotes, quoted, quoting, shown
from reviewcli.texts.yaml.slips import colon_problem


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
            self._read_by_its_mark("{", "mapping", node.span)

    def _no_text_but_list(self, node: Sequence_) -> None:
        if node.flow:
            self._read_by_its_mark("[", "list", node.span)
        elif len(node.items) == 1 and "\n" not in self._at(node.span):
            message = "Two dashes make a list inside a list. Take one away."
            self.error("value", message, self.first_line(node.span))
        else:
            self.wrong(node, "stands where one text is meant. Write one line.")

    def _read_by_its_mark(self, mark: str, thing: str, span: Span) -> None:
        message = f"YAML reads a leading “{mark}” as a {thing}. {put_in_quotes(self._at(span))}"
        fix = quoting(self.source, span)
        self.problem(Problem(message, self.first_line(span), "unquoted-text", fix))

    def check_comment(self, node: Scalar, *, prose: bool) -> None:
        """Words lost after ` #`, where YAML sees a comment; beside a value that is no prose only `#word`."""
        if not node.plain or node.given or not node.text:
            return
        match = re.compile(r"[ \t]+(#[^\r\n]*)").match(self.source, node.span.end)
        if not match or not (prose or re.match(r"#\S", match[1])):
            return
        lost = match[1].rstrip()
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
        if match:
            start = match.start(1)
            self._read_by_its_mark("#", "comment", Span(start, start + len(match[1].rstrip())))
        return match is not None

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
