"""Templates: found by name or path, rendered in Jinja's sandbox, their mistakes told at their line."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
import jinja2.sandbox
import msgspec

from reviewcli.draft.filters import FILTERS, TESTS
from reviewcli.errors import Place, ReviewError
from reviewcli.notes.model import Notes

_ENDING = ".md.j2"


class Template(msgspec.Struct, frozen=True):
    """A template, found: the name that its environment knows it by, and where it lies."""

    name: str
    path: str
    environment: Any
    is_ours: bool = False

    def render(self, **values: object) -> str:
        """The template's text with these values.

        Raises:
            ReviewError: the template is at fault; the place is its file and line.
        """
        try:
            return str(self.environment.get_template(self.name).render(values))
        except ReviewError as error:
            raise error if error.place else self._told(error, error.message, error.hint) from None
        except jinja2.TemplateSyntaxError as error:
            message, hint = _worded(str(error.message), self.environment)
            raise ReviewError(message, Place(error.filename or self.path, error.lineno), hint) from None
        except jinja2.TemplateNotFound as error:
            raise self._told(error, f"there is no template “{error.name}”.") from None
        except jinja2.TemplateError as error:
            raise self._told(error, *_worded(str(error), self.environment)) from None
        except Exception as error:
            if self.is_ours:
                raise  # then it is a bug
            raise self._told(error, f"the template fails: {error}.") from None

    def _told(self, error: BaseException, message: str, hint: str | None = None) -> ReviewError:
        import traceback

        frames = [
            frame
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename.endswith(".j2") or frame.filename == self.path
        ]
        place = Place(frames[-1].filename, frames[-1].lineno) if frames else Place(self.path)
        return ReviewError(message, place, hint)


def find_template(name: str, kind: str = "film") -> Template:
    """A built-in template of this name for a kind of review, or a file if the name looks like a path.

    Raises:
        ReviewError: there is none.
    """
    folder = built_in_folder()
    if is_path(name):
        path = Path(name)
        if not path.is_file():
            raise ReviewError("there is no such template.", Place(name))
        return Template(path.name, str(path), _environment(str(path.parent), str(folder)))
    inside = f"{kind}/{name}{_ENDING}"
    if not (folder / inside).is_file():
        known = sorted(file.name.removesuffix(_ENDING) for file in (folder / kind).glob(f"*{_ENDING}"))
        hint = f"Built in for a {kind}: {', '.join(known)}." if known else "Name a file with a path."
        raise ReviewError(f"there is no template “{name}” for a {kind}.", hint=hint)
    return Template(inside, str(folder / inside), _environment(str(folder)), is_ours=True)


def is_path(name: str) -> bool:
    """Whether a template is named by its place: `./mine.md.j2`, `house/short.j2`."""
    return "/" in name or "\\" in name or name.endswith(".j2")


@functools.cache
def built_in_folder() -> Path:
    """Where our own templates lie: in the package, or in the repository when it runs from there."""
    package = Path(__file__).parents[1] / "templates"
    return package if package.is_dir() else Path(__file__).parents[3] / "templates"


@functools.cache
def _environment(*folders: str) -> jinja2.sandbox.SandboxedEnvironment:
    environment = jinja2.sandbox.SandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folders),
        undefined=_Unknown,
        optimized=False,  # folding constants costs more than it saves in one draft
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # what comes out is Markdown
    )
    environment.filters.update(FILTERS)
    environment.tests.update(TESTS)
    return environment


class _Unknown(jinja2.StrictUndefined):
    """Something that a template uses and nobody has defined; its message names the nearest thing there is."""

    @property
    def _undefined_message(self) -> str:
        name, thing = str(self._undefined_name), self._undefined_obj
        if self._undefined_hint:
            return self._undefined_hint
        if thing is None:
            return f"“{name}” is asked of something that these notes leave empty. Ask first: {{% if … %}}."
        if isinstance(thing, msgspec.Struct):
            return f"{_called(thing)} have no “{name}”.{_nearest(name, thing.__struct_fields__)}"
        if isinstance(thing, dict):
            return f"there is no “{name}” here.{_nearest(name, thing)}"
        return f"“{name}” is not defined.{_nearest(name, _VALUES)}"


_VALUES = ("notes", "headings", "pen")


def _called(thing: msgspec.Struct) -> str:
    return "the notes" if isinstance(thing, Notes) else f"a {type(thing).__name__.lower()}'s notes"


def _nearest(name: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, [str(each) for each in known], 1)
    return f" Did you mean “{near[0]}”?" if near else ""


def _worded(message: str, environment: Any) -> tuple[str, str | None]:
    """Jinja's message in our words, with the nearest filter or test where one is unknown."""
    for start, kind, known in (
        ("No filter named '", "filter", environment.filters),
        ("No test named '", "test", environment.tests),
    ):
        if message.startswith(start):
            name = message.split("'")[1]
            return f"there is no {kind} “{name}”.", _nearest(name, known).strip() or None
    return message if message.endswith((".", "?", "!")) else f"{message}.", None
