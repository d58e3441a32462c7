"""Templates: found by name or path, rendered in the sandbox, their mistakes told at their line."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jinja2
import msgspec

from reviewcli.drafting.filters import FILTERS, TESTS
from reviewcli.drafting.folders import OURS, built_in_folder, find_in_force
from reviewcli.drafting.loader import Folders
from reviewcli.drafting.mistakes import Unknown, worded
from reviewcli.drafting.sandbox import Sandbox
from reviewcli.notes.kinds import DEFAULT
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import is_file, is_folder

__all__ = ["Rendered", "Template", "built_in_folder", "find_template", "is_path"]


class Rendered(msgspec.Struct, frozen=True):
    """What a template made, and what it says of itself: `{% set front_matter = false %}`."""

    text: str
    front_matter: bool = True


class Template(msgspec.Struct, frozen=True):
    """A template, found: the name that its environment knows it by, and where it lies."""

    name: str
    path: str
    environment: Any
    is_ours: bool = False

    def rendered(self, **values: object) -> Rendered:
        """The template's text with these values, and what it says of itself.

        Raises:
            ReviewError: the template is at fault; the place is its file and line.
        """
        self.environment.renewed()
        try:
            return self._rendered(values)
        except ReviewError as error:
            raise error if error.place else self._told(error, error.message, error.hint) from None
        except jinja2.TemplateSyntaxError as error:
            message, hint = worded(str(error.message), self.environment)
            raise ReviewError(message, Place(error.filename or self.path, error.lineno), hint) from None
        except jinja2.TemplateNotFound as error:
            raise self._told(error, f"there is no template “{error.name}”.") from None
        except jinja2.TemplateError as error:
            raise self._told(error, *worded(str(error), self.environment)) from None
        except (RecursionError, MemoryError) as error:
            hint = f"To build on ours of the same name, write “{OURS}/” before it."
            raise self._told(error, "the template calls or includes itself without end.", hint) from None
        except Exception as error:
            if self.is_ours:
                raise  # then it is a bug
            raise self._told(error, f"the template fails: {error}.") from None

    def _rendered(self, values: dict[str, object]) -> Rendered:
        template = self.environment.get_template(self.name)
        context = template.new_context(values)
        try:
            text = self.environment.concat(template.root_render_func(context))
        except Exception:  # noqa: BLE001 — raised again, with the template's own lines
            self.environment.handle_exception()
        return Rendered(text, context.vars.get("front_matter", True) is not False)

    def _told(self, error: BaseException, message: str, hint: str | None = None) -> ReviewError:
        import traceback

        frames = [
            frame
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename.endswith(".j2") or frame.filename == self.path
        ]
        place = Place(frames[-1].filename, frames[-1].lineno) if frames else Place(self.path)
        return ReviewError(message, place, hint)


def find_template(
    name: str, kind: str = DEFAULT, folders: Sequence[Path] = (), reach: Path | None = None
) -> Template:
    """The template of this name for a kind of review, or a file if the name looks like a path.

    Args:
        name: `capsule`, `book/capsule`, or a path such as `./house.md.j2`.
        kind: the kind of the notes.
        folders: where to look before our own: a house's folder, the user's.
        reach: the project whose config is in force; no template in it is read from elsewhere.

    Raises:
        ReviewError: there is none.
    """
    ours = built_in_folder()
    if is_path(name):
        path = Path(name)
        if not is_file(path):
            raise ReviewError("there is no such template.", Place(name))
        return Template(path.name, str(path), _environment((path.parent, *folders, ours), reach, Path.cwd()))
    found = find_in_force(name, kind, folders)
    environment = _environment((*folders, ours), reach, Path.cwd())
    is_ours = not any(is_folder(folder) for folder in folders)  # or a block may be somebody else's
    return Template(found.name, str(found.path), environment, is_ours=is_ours)


def is_path(name: str) -> bool:
    """Whether a template is named by its place: `./mine.md.j2`, `house/short.j2`; `book/capsule` is a name."""
    if name.endswith(".j2") or "\\" in name or name.startswith((".", "/", "~")):
        return True
    return "/" in name and is_file(Path(name))


@functools.cache
def _environment(folders: tuple[Path, ...], reach: Path | None, _cwd: Path) -> Sandbox:
    # The folder that relative ones are looked for in is part of the question.
    environment = Sandbox(
        loader=jinja2.ChoiceLoader(
            [
                Folders(folders, reach),
                jinja2.PrefixLoader({OURS: Folders([built_in_folder()])}),
            ]
        ),
        undefined=Unknown,
        optimized=False,  # folding constants costs more than it saves in one draft
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # what comes out is Markdown
    )
    environment.add_filters(FILTERS)
    environment.tests.update(TESTS)
    return environment
