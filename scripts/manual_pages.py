"""The pages of the manual that are made while it is built: the start, what is new, and a page a rule.

mkdocs.yml names this file as a hook. Nothing here is a second truth: the start is README.md, a rule's page is what
`review rule ID` prints.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from reviewcli.engines.harper_rules import judged
from reviewcli.formats.rule_pages import page_lines
from reviewcli.linting.manuals import manual, page_of
from reviewcli.rules import GROUPS, Rule, all_rules

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
AS_IT_IS = ("config.example.yaml", "CONTRIBUTING.md")  # what pages link to outside docs/
ABOUT_RULES = """\
# Rules

{number} rules look for what an editor would mark. A rule belongs to a group; `--select`, `--ignore` and comments in a
draft take the name of either. `review rule ID` prints a page of these in the terminal, and
[Linting every day](../linting.md) tells how to choose.
"""
ABOUT_READING = """\
# How often a rule is right

Findings of the rules for grammar and spelling were read in edited prose, 305,000 words of film reviews and books of
1900 to 1922, whose English is older than the rules. Right is what an editor would have wanted to know. Edited prose
has few slips, so that a rule shows here how it errs, and not how much it finds: a rule of which nothing was found said
nothing wrong in all of it.
"""
ABOUT_HARPER = """\
## Harper

The rules of Harper of which something was found. Those that were wrong wherever they spoke are off; `review rule
harper/NAME` says why.
"""
_EXAMPLE_MARK = re.compile(r"«([^«»]*)»")
_BAD = re.compile(r'(<h2 id="bad">.*?)(?=<h2 id="good">)', re.DOTALL)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the rules into the contents, group by group."""
    for entry in config.nav or []:
        if entry.get("Rules") == "rules/":
            entry["Rules"] = [
                "rules/index.md",
                *(
                    {group.capitalize(): [f"rules/{rule.id}.md" for rule in rules]}
                    for group, rules in grouped()
                ),
            ]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that no file in docs/ holds."""
    from mkdocs.structure.files import File

    made = {
        "index.md": at_home((ROOT / "README.md").read_text(encoding="utf-8")),
        "changelog.md": at_home((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")),
        "rules/index.md": list_of_rules(),
        "precision.md": list_of_read(),
        **{
            f"rules/{rule.id}.md": "\n".join(page_lines(page_of(rule))) + "\n"
            for rule in all_rules().values()
        },
        **{name: at_home((ROOT / name).read_text(encoding="utf-8")) for name in AS_IT_IS},
    }
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))
    return files


def list_of_read() -> str:
    """How right the rules for grammar and spelling are that are on by default: what was read of each."""
    return "\n".join([ABOUT_READING, *_rows(_of_ours()), "", ABOUT_HARPER, *_rows(_of_harper()), ""])


def _of_ours() -> dict[str, tuple[int, int]]:
    """For each rule of ours how many findings were read, and how many were right."""
    lines = (ROOT / "scripts" / "rules_read.txt").read_text(encoding="utf-8").splitlines()
    known = {line.split()[0]: line.split() for line in lines if line and not line.startswith("#")}
    rules = [rule for rule in all_rules().values() if rule.group in ("grammar", "spelling") and rule.default]
    return {
        f"[{rule.id}](rules/{rule.id}.md)": (int(known[rule.id][1]), int(known[rule.id][2]))
        if rule.id in known
        else (0, 0)
        for rule in rules
    }


def _of_harper() -> dict[str, tuple[int, int]]:
    return {
        f"{rule} ({it.state})": (it.read, it.right)
        for rule, it in judged().items()
        if it.state != "off" and it.read
    }


def _rows(found: dict[str, tuple[int, int]]) -> list[str]:
    rows = []
    for rule, (read, right) in found.items():
        share = f"{100 * right // read} %" if read else "nothing found"
        rows.append(f"| {rule} | {read or '—'} | {right if read else '—'} | {share} |")
    return ["| rule | read | right | precision |", "| --- | ---: | ---: | ---: |", *rows]


def on_page_markdown(markdown: str, **_: object) -> str:
    """Let links to files outside docs/ lead to their copies."""
    for name in AS_IT_IS:
        markdown = markdown.replace(f"](../{name})", f"]({name})")
    return markdown


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Mark in a rule's bad examples what it marks."""
    if not page.file.src_uri.startswith("rules/"):
        return html
    marked = _BAD.sub(lambda bad: _EXAMPLE_MARK.sub(r"<mark>\1</mark>", bad[0]), html)
    return f'<div class="rule">{marked}</div>'


def at_home(text: str) -> str:
    """A file of the top folder, with its links as a page in docs/ has them."""
    return text.replace("](docs/", "](")


def list_of_rules() -> str:
    """Every rule with its severity and its first line, a table a group."""
    parts = [ABOUT_RULES.format(number=len(all_rules()))]
    for group, rules in grouped():
        rows = [f"| [{rule.id}]({rule.id}.md) | {level(rule)} | {manual(rule)[0]} |" for rule in rules]
        head = [f"## {group.capitalize()}", "", "| rule | severity | finds |", "| --- | --- | --- |"]
        parts.append("\n".join([*head, *rows, ""]))
    return "\n".join(parts)


def level(rule: type[Rule]) -> str:
    """How bad it is, or that it sleeps."""
    return rule.severity.value if rule.default else "off unless named"


def grouped() -> list[tuple[str, list[type[Rule]]]]:
    """The groups that have rules, each with them."""
    every = list(all_rules().values())
    return [(group, found) for group in GROUPS if (found := [rule for rule in every if rule.group == group])]
