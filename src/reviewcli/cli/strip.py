"""`review strip`: the draft for publication."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reviewcli.cli._options import global_options
from reviewcli.cli._saying import hand_out
from reviewcli.cli._unfinished import Gate, UnfinishedFlag
from reviewcli.drafting.house.drafted import Form
from reviewcli.drafting.house.place import is_folder
from reviewcli.exchange.publish.forms import in_form
from reviewcli.settings.config import Config
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import NOTES, STDIN, Source, read_source
from reviewcli.texts.writing import make_folder, write_whole


def strip(
    ctx: typer.Context,
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="A draft; - reads it from standard input.")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE|FOLDER|-", help="Where it goes.")
    ] = STDIN,
    to: Annotated[Form, typer.Option("--to", help="What it is written as.")] = Form.MARKDOWN,
    width: Annotated[
        int, typer.Option("--width", min=0, help="The longest line of --to text; 0 wraps nothing.")
    ] = 80,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
    unfinished: UnfinishedFlag = False,
) -> None:
    """Make a draft ready for publication: take out what only its writer needs.

    Directives for lint, and the front matter's `review` and `draft: true`, go; the rest stays as it is. A draft that
    is not finished is refused, with each place: markers, marks of a merge, placeholders, facts that its notes
    contradict.

    Example: review strip her.md -o site/content/reviews/
    """
    options = global_options(ctx)
    if draft.lower().endswith(NOTES):
        raise ReviewError("holds notes, not a draft.", Place(draft), f"Draft them first: review new {draft}")
    source = read_source(draft, pipes=True)
    if not source.text and source.file is None:
        raise ReviewError("Standard input is empty.", hint="Pipe a draft in: cat her.md | review strip -")
    configs = options.configs()
    config = configs.for_file(source.file).config
    Gate(configs, options, is_open=unfinished).check(source)
    text = _published(source, config, to, width)
    target = _target(output, source, to)
    if target is None:
        hand_out("\ufeff" * (source.bom and to is Form.MARKDOWN) + text)
        return
    make_folder(target.parent)
    write_whole(target, text, force=force, bom=source.bom and to is Form.MARKDOWN)
    options.tell(f"{target}: ready, from {source.path}.")


def _published(source: Source, config: Config, to: Form, width: int) -> str:
    from reviewcli.exchange.publish.facts import facts_in
    from reviewcli.exchange.publish.strip import strip as stripped
    from reviewcli.settings.front_matter import rules_of

    made = stripped(source.text, path=source.path, plain=source.plain, rules=rules_of(config.front_matter))
    if to is Form.MARKDOWN:
        return made.text
    return in_form(
        made.text,
        to,
        facts_in(source.text, rules_of(config.front_matter)),
        width=width,
        language=config.dialect,
    )


def _target(output: str, source: Source, to: Form) -> Path | None:
    if output == STDIN:
        return None
    path = Path(output)
    if not is_folder(output):
        return path
    if source.file is None:
        raise ReviewError("a draft from standard input has no name.", hint="Name the file: -o her.md")
    return path / (source.file.name if to is Form.MARKDOWN else f"{source.file.stem}{to.ending}")
