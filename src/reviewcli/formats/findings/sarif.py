"""The format `sarif`: what code hosts and editors read, as SARIF 2.1.0 has it."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO
from urllib.parse import quote

import msgspec

from reviewcli.formats import FormatOptions
from reviewcli.formats.findings.json import name
from reviewcli.linting.baseline import fingerprint
from reviewcli.linting.manuals import Manual, manual_of
from reviewcli.linting.report import FileReport, Located
from reviewcli.texts.findings import Severity
from reviewcli.texts.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE = "SRCROOT"  # what paths are relative to; where that is on a machine is nobody else's business
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}


def write(reports: Iterable[FileReport], out: TextIO, options: FormatOptions) -> None:  # noqa: ARG001 — every format has this signature
    """Print one log with one run: the rules that found anything, the results, and the files that could not be read."""
    files = list(reports)
    rules = sorted({finding.rule for report in files for finding in report.findings})
    numbers = {rule: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "review",
                "semanticVersion": __version__,
                "rules": [_rule(manual_of(rule), files) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder in which review ran."}}},
        "invocations": [_invocation(files)],
        "artifacts": [{"location": _place(report.path)} for report in files],
        "results": [
            result for index, report in enumerate(files) for result in _results(report, index, numbers)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    out.write(json.dumps(log, indent=1) + "\n")


def _rule(manual: Manual, reports: Sequence[FileReport]) -> dict[str, Any]:
    found = [it for report in reports for it in report.findings if it.rule == manual.rule]
    level = max((it.severity for it in found), key=lambda severity: severity.rank)
    return {
        "id": manual.rule,
        "name": "".join(part.capitalize() for part in re.split(r"[-/_]", manual.rule)),
        "shortDescription": {"text": manual.summary},
        "fullDescription": {"text": " ".join(filter(None, (manual.summary, manual.why)))},
        "help": {"text": _help(manual), "markdown": _markdown(manual)},
        "defaultConfiguration": {"level": _LEVELS[level]},
        "properties": {"tags": [found[0].group], "engine": found[0].engine},
    }


def _help(manual: Manual) -> str:
    parts = [manual.summary, manual.why, *(f"Bad: {bad.text}" for bad in manual.bad[:1]), _silence(manual)]
    return "\n\n".join(filter(None, parts))


def _markdown(manual: Manual) -> str:
    bad = "\n".join(f"> {line}" for line in manual.bad[0].text.splitlines()) if manual.bad else ""
    parts = [f"**{manual.summary}**", manual.why, bad and f"Marked here:\n\n{bad}", _silence(manual)]
    return "\n\n".join(filter(None, parts))


def _silence(manual: Manual) -> str:
    if not manual.is_written:
        return ""
    return f"`review rule {manual.rule}` says more, `--ignore {manual.rule}` silences it."


def _invocation(reports: Sequence[FileReport]) -> dict[str, Any]:
    failed = [
        {
            "level": "error",
            "message": {"text": name(report.error)},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(report.path, index)}}],
        }
        for index, report in enumerate(reports)
        if report.error
    ]
    told: dict[str, Any] = {"executionSuccessful": not failed}
    return told | ({"toolExecutionNotifications": failed} if failed else {})


def _results(report: FileReport, index: int, rules: dict[str, int]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for finding in report.findings:
        artifact = _artifact(report.path, index)
        print_ = _fingerprint(finding)
        seen[print_] += 1
        result = {
            "ruleId": finding.rule,
            "ruleIndex": rules[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": _region(finding)}}],
            "partialFingerprints": {"matchInLine/v1": f"{print_}:{seen[print_]}"},
        }
        fixes = list(_fixes(finding, artifact))
        yield result | ({"fixes": fixes} if fixes else {})


def _region(finding: Located) -> dict[str, Any]:
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": finding.match},
    }


def _fixes(finding: Located, artifact: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What `--fix` would do; else each replacement, for a person to choose from."""
    choices = [(it, [(finding.start, finding.end, it)]) for it in finding.replacements]
    if finding.fix:
        edits = [(edit.start, edit.end, edit.text) for edit in finding.fix.edits]
        choices = [(finding.replacements[0] if finding.replacements else "", edits), *choices[1:]]
    for text, edits in choices:
        changes = [
            {
                "deletedRegion": {"charOffset": start, "charLength": end - start},
                "insertedContent": {"text": inserted},
            }
            for start, end, inserted in edits
        ]
        told = f"Put “{text}” in its place." if text.strip() else "Take it out."
        yield {
            "description": {"text": told},
            "artifactChanges": [{"artifactLocation": artifact, "replacements": changes}],
        }


def _fingerprint(finding: Located) -> str:
    """The same for the same words in the same surroundings, on whatever line they come to stand."""
    excerpt = finding.excerpt
    moved = msgspec.structs.replace(finding, start=excerpt.start, end=excerpt.end)
    known = msgspec.json.encode(fingerprint(excerpt.text, moved))
    return hashlib.sha256(known).hexdigest()[:16]


def _artifact(path: str, index: int) -> dict[str, Any]:
    return {**_place(path), "index": index}


def _place(path: str) -> dict[str, Any]:
    uri = _uri(path)
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _BASE}


def _uri(path: str) -> str:
    """A path as a URI reference: relative where it is, with what may not stand in one in per cent."""
    raw = path.encode("utf-8", "surrogateescape").replace(b"\\", b"/")
    if raw.startswith(b"/"):
        return "file://" + quote(raw)
    # A colon before the first slash would read as a scheme.
    return quote(raw.removeprefix(b"./"))
