"""What several checks say of the same words, said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from reviewcli.engines.suggestions import ranked
from reviewcli.texts.findings import ENGINES, Edit, Finding, Fix, Severity

# Groups in which a rule of ours and an engine speak of the same thing.
_SHARED = frozenset({"grammar", "spelling", "names", "format", "structure"})


def merged(findings: Iterable[Finding], source: str) -> tuple[Finding, ...]:
    """The findings by place, where several marked the same words one of them.

    Rules of ours stay, and silence an engine that marks the same words for the same kind of thing. Of the
    findings of engines the better stays, with the suggestions of both and both names in its message.
    """
    ordered = sorted(findings, key=lambda finding: (finding.span, finding.engine, finding.rule))
    ours = [finding for finding in ordered if finding.engine == "review"]
    sharing = [finding for finding in ours if finding.group in _SHARED]
    engines = [finding for finding in ordered if finding.engine != "review"]
    left = _each_once(_not_said_by(sharing, engines), source)
    return tuple(sorted((*ours, *left), key=lambda finding: (finding.span, finding.rule)))


def _not_said_by(ours: list[Finding], engines: list[Finding]) -> Iterator[Finding]:
    """The engines' findings on words that none of ours marks; both lists are in order."""
    near: list[Finding] = []
    at = 0
    for finding in engines:
        while at < len(ours) and ours[at].span.start <= finding.span.end:
            near.append(ours[at])
            at += 1
        near = [other for other in near if other.span.end >= finding.span.start]
        if not any(other.span.overlaps(finding.span) for other in near):
            yield finding


def _each_once(findings: Iterable[Finding], source: str) -> Iterator[Finding]:
    """The findings, those that overlap as one."""
    for cluster in _clusters(findings):
        kept: list[Finding] = []
        for finding in sorted(cluster, key=_worth, reverse=True):
            place = next((i for i, other in enumerate(kept) if other.span.overlaps(finding.span)), None)
            if place is None:
                kept.append(finding)
            else:
                kept[place] = _with(kept[place], finding, source)
        yield from kept


def _clusters(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Findings in the order of the text, in runs that no gap parts."""
    cluster: list[Finding] = []
    end = -1
    for finding in findings:
        if cluster and finding.span.start > end:
            yield cluster
            cluster = []
        cluster.append(finding)
        end = max(end if len(cluster) > 1 else -1, finding.span.end)
    if cluster:
        yield cluster


def _with(better: Finding, other: Finding, source: str) -> Finding:
    """The better of two findings on the same words, with what the other adds."""
    if better.engine == other.engine:
        return better
    names = f"({' and '.join(sorted(ENGINES.get(it.engine, it.engine) for it in (better, other)))})"
    message = better.message if better.message.endswith(names) else f"{better.message} {names}"
    if better.span != other.span or better.severity is Severity.ERROR:
        return msgspec.structs.replace(better, message=message)
    replacements = tuple(dict.fromkeys((*better.replacements, *other.replacements)))
    if better.group == "spelling":
        replacements = ranked(source[better.span.start : better.span.end], replacements)
    fix = Fix((Edit(better.span, replacements[0]),), safe=False) if len(replacements) == 1 else None
    return msgspec.structs.replace(better, message=message, replacements=replacements, fix=fix)


def _worth(finding: Finding) -> tuple[bool, ...]:
    """What makes a finding the better of two, the weightiest first."""
    return (
        finding.fix is not None and finding.fix.safe,
        # What else is said of a misspelt word follows from its being misspelt.
        finding.group == "spelling",
        bool(finding.replacements),
        # LanguageTool's suggestions are right more often.
        finding.engine == "languagetool",
    )
