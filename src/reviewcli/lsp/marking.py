"""What was found, as an editor marks it: diagnostics, and the page that opens over one."""

from __future__ import annotations

from lsprotocol.types import Diagnostic, DiagnosticSeverity, Hover, MarkupContent, MarkupKind

from reviewcli.linting.report import Located
from reviewcli.lsp.examining import Looked
from reviewcli.lsp.positions import Positions
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.findings import Severity

SOURCE = "review"
_EXAMPLES = 3  # good and bad ones on the page over a word
_LEVELS = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.SUGGESTION: DiagnosticSeverity.Information,  # a hint would be three dots that nobody sees
}


def diagnostics(looked: Looked, positions: Positions) -> list[Diagnostic]:
    """What was found, and at the first line why not all could be looked at."""
    problems = [
        Diagnostic(positions.range(0, 0), problem, DiagnosticSeverity.Error, source=SOURCE)
        for problem in looked.problems
    ]
    return problems + [diagnostic(finding, positions) for finding in looked.findings]


def diagnostic(finding: Located, positions: Positions) -> Diagnostic:
    """A finding; its data are what a client may want for actions of its own."""
    return Diagnostic(
        range=positions.range(finding.start, finding.end),
        message=finding.message,
        severity=_LEVELS[finding.severity],
        code=finding.rule,
        source=SOURCE if finding.engine == "review" else f"{SOURCE} ({finding.engine.capitalize()})",
        data={"group": finding.group, "replacements": list(finding.replacements)},
    )


def hover(looked: Looked, offset: int, positions: Positions) -> Hover | None:
    """What was found at an offset, each with the page of its rule."""
    found = [it for it in looked.findings if it.start <= offset <= it.end]
    if not found:
        return None
    tightest = min(found, key=lambda it: (it.end - it.start, it.start))
    pages = "\n\n---\n\n".join(dict.fromkeys(_page(finding) for finding in found))
    return Hover(
        MarkupContent(MarkupKind.Markdown, pages),
        positions.range(tightest.start, tightest.end),
    )


def _page(finding: Located) -> str:
    return f"**{finding.message}**\n\n{rule_page(finding.rule)}".rstrip()


def rule_page(rule: str) -> str:
    """The page of a rule of ours or of an engine's; nothing of what `check` says, whose message is all."""
    from reviewcli.formats.rule_pages import page_lines
    from reviewcli.linting.manuals import page_of
    from reviewcli.rules import rule_class, rule_groups
    from reviewcli.texts.findings import ENGINES

    if rule in rule_groups():
        lines = list(page_lines(page_of(rule_class(rule)), examples=_EXAMPLES))
        return "\n".join(["### " + lines[0].removeprefix("# "), *(_smaller(line) for line in lines[1:])])
    if rule.partition("/")[0] in ENGINES:
        from reviewcli.engines.explained import explained

        try:
            return explained(rule)
        except ReviewError:  # what Harper reports need not be what it describes
            return f"`{rule}`"
    return ""


def _smaller(line: str) -> str:
    return f"##{line}" if line.startswith("## ") else line
