from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule


class UnusedDirective(Rule, frozen=True):
    """A comment silences a rule that finds nothing there.

    What it was for has been rewritten, or it stands on the wrong line. Left in, it would hide the next slip in
    its place. `lint` says so only of rules that have run: an unused `harper/…` is not reported under
    `--grammar off`, nor one for facts without notes. (Here, where there is nothing to silence, each is found.)
    """

    bad = (
        Bad("She waits for him. <!-- review-disable-line «cliche» -->"),
        Bad("<!-- review-disable-next-line «doubled-word», «spelling» -- his own words -->\nShe waits."),
        Bad("«<!-- review-disable-file -->»\n\nShe waits.\n\n«<!-- review-enable -->»"),
    )
    good = (
        "Write `<!-- review-disable-line cliche -->` behind the line.",
        "<!-- review-todo verdict: for whom it is -->\n\n<!-- A review-disable comment begins with it. -->",
        "She waits. <!-- review-disable-line clishe -->",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        # Of these `silencing` leaves out the ones that silence something: only there is it known.
        if "review-" not in doc.source:
            return
        from reviewcli.document.directives import ENABLE, KINDS, find_directives
        from reviewcli.rules._rule import is_known_name

        for directive in find_directives(doc):
            for name in directive.names if directive.kind in KINDS else ():
                if not name.text or is_known_name(name.text):
                    yield self.found(name, _told(name.text, enables=directive.kind == ENABLE))


def _told(name: str, *, enables: bool) -> str:
    if enables:
        what = f"“{name}” is not" if name else "Nothing is"
        return f"{what} disabled here. Take the comment out."
    if name:
        return f"“{name}” finds nothing here. Take it out of the comment."
    return "There is nothing to silence here. Take the comment out."
