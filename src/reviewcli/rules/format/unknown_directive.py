from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule


class UnknownDirective(Rule, frozen=True):
    """A comment asks for something that nobody knows: a slip of the pen, and so it silences nothing.

    Directives are `review-disable`, `review-enable`, `review-disable-line`, `review-disable-next-line` and
    `review-disable-file`. Behind them stand ids of rules or groups; `review rule` lists both. Front matter
    names them under `review`, `ignore`.
    """

    bad = (
        Bad("She waits for him. <!-- review-disable-line «clishe» -->"),
        Bad("<!-- «review-ignore» cliche -->\nShe waits.\n\n<!-- «review-disable-nextline» -->\nHe waits."),
        Bad("---\nreview:\n  ignore: [cliche, «doubled-wrod»]\n---\nShe waits."),
        Bad("---\nreview: {ignore: «grammer»}\n---\nShe waits."),
    )
    good = (
        "<!-- review-disable-line cliche, harper/LongSentences -- it is how he talks -->\nShe waits.",
        "<!-- review-todo verdict: for whom it is -->\n\n<!-- reviewed by MH -->",
        "---\nreview:\n  ignore: [cliche, spelling]\n---\nWrite `<!-- review-off -->` no more.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        if "review" not in doc.source:
            return
        from reviewcli.document.directives import KINDS, find_directives, front_matter_names
        from reviewcli.rules import GROUPS, rule_groups
        from reviewcli.rules._rule import did_you_mean, is_known_name

        names = list(front_matter_names(doc))
        for directive in find_directives(doc):
            if directive.kind in KINDS:
                names += [name for name in directive.names if name.text]
            else:
                hint = did_you_mean(directive.kind, KINDS).replace(
                    "`review rule` lists them.", "Take it out, or begin it otherwise."
                )
                yield self.found(directive.kind_span, f"“{directive.kind}” is no directive. {hint}")
        for name in names:
            if not is_known_name(name.text):
                hint = did_you_mean(name.text, [*rule_groups(), *GROUPS])
                yield self.found(name, f"“{name.text}” is no rule and no group of rules. {hint}")
