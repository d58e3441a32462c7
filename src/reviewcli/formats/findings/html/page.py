"""What the page shows of each draft, put into its template."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reviewcli.formats import FormatOptions
from reviewcli.formats.findings.html import charts
from reviewcli.formats.findings.html.marks import Marks
from reviewcli.formats.findings.html.reading import as_read
from reviewcli.linting.manuals import Manual, manual_of
from reviewcli.linting.report import FileReport, Located
from reviewcli.texts.findings import Severity
from reviewcli.texts.printable import printable, visible

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.reading.claims.sheet import Row

_FOLDER = Path(__file__).parent
_SEVERITIES = tuple(sorted(Severity, key=lambda severity: -severity.rank))


class Numbered(msgspec.Struct, frozen=True):
    """A finding with its number in the draft, and the element where it begins."""

    number: int
    finding: Located
    home: str | None


class OfRule(msgspec.Struct, frozen=True):
    """What a rule found in a draft, with its manual."""

    manual: Manual
    found: tuple[Numbered, ...]

    @property
    def worst(self) -> Severity:
        """The highest of their severities."""
        return max((each.finding.severity for each in self.found), key=lambda severity: severity.rank)


class Draft(msgspec.Struct, frozen=True):
    """A draft as the template takes it; `text` is None where only the findings are known."""

    prefix: str
    path: str
    title: str
    report: FileReport
    rules: tuple[OfRule, ...]
    counts: dict[str, int]
    text: Markup | None = None
    shape: Sequence[charts.ChartRow] = ()
    shares: Sequence[charts.ChartRow] = ()
    grades: Sequence[charts.ChartRow] = ()
    plot_share: float | None = None
    facts: Sequence[Row] = ()
    praise: Sequence[str] = ()


def page(reports: Sequence[FileReport], options: FormatOptions) -> str:
    """The whole page."""
    drafts = [_draft(report, f"d{number}", options) for number, report in enumerate(reports, 1)]
    style, script = (_file(name) for name in ("page.css", "page.js"))
    found = [each for draft in drafts for each in draft.rules]
    rules: dict[str, int] = {}
    for each in found:
        rules[each.manual.rule] = rules.get(each.manual.rule, 0) + len(each.found)
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made = environment.get_template("page.html.j2").render(
        drafts=drafts,
        rules=sorted(rules.items()),
        severities=[severity.value for severity in _SEVERITIES],
        for_writer=options.for_writer,
        style=Markup(style),
        script=Markup(script),
        policy="; ".join(
            (
                "default-src 'none'",
                f"style-src 'sha256-{_hash(style)}'",
                f"script-src 'sha256-{_hash(script)}'",
                "base-uri 'none'",
                "form-action 'none'",
            )
        ),
        easy=charts.EASY_GRADES,
    )
    return _harmless(made)


def _harmless(html: str) -> str:
    """The page without characters that HTML does not allow, or that turn the text round them about."""
    unseen = (*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
    turning = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000))
    table = {code: visible(chr(code)) for code in (*unseen, *turning)} | {0x9: "    ", 0xD: ""}
    return html.translate(table)


def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _draft(report: FileReport, prefix: str, options: FormatOptions) -> Draft:
    doc = options.documents.get(report.path) if report.metrics else None
    path = printable(report.path)
    if doc is None:
        found = [Numbered(number, it, None) for number, it in enumerate(report.findings, 1)]
        return Draft(prefix, path, path, report, _by_rule(found), _counts(report))
    marks = Marks(report.findings, () if options.for_writer else charts.tints(doc), prefix)
    text = Markup(as_read(doc, marks))
    found = [Numbered(number, it, marks.home(number - 1)) for number, it in enumerate(report.findings, 1)]
    more: dict[str, Any] = {} if options.for_writer else _measured(doc)
    if options.for_writer:
        more["praise"] = options.praise.get(report.path, ())
    title = doc.title.text if doc.title else path
    return Draft(prefix, path, title, report, _by_rule(found), _counts(report), text, **more)


def _measured(doc: Document) -> dict[str, Any]:
    from reviewcli.reading.outline import outline_of

    more: dict[str, Any] = {"plot_share": outline_of(doc).plot_share} if doc.words else {}
    more |= {"shape": charts.shape(doc), "shares": charts.shares(doc), "grades": charts.grades(doc)}
    if doc.notes is not None:
        from reviewcli.reading.claims.sheet import sheet

        more["facts"] = sheet(doc)
    return more


def _by_rule(found: Sequence[Numbered]) -> tuple[OfRule, ...]:
    """The findings by their rules: those that matter most first, then as they come in the text."""
    rules: dict[str, list[Numbered]] = {}
    for each in found:
        rules.setdefault(each.finding.rule, []).append(each)
    groups = [OfRule(manual_of(rule), tuple(held)) for rule, held in rules.items()]
    return tuple(sorted(groups, key=lambda group: -group.worst.rank))


def _counts(report: FileReport) -> dict[str, int]:
    counts = {severity.value: 0 for severity in _SEVERITIES}
    for finding in report.findings:
        counts[finding.severity.value] += 1
    return counts
