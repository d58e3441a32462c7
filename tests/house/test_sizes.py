"""No module is longer than a person reads in one go, and no function longer than a screen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from program import ROOT

PACKAGE = ROOT / "src" / "reviewcli"
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40
# Longer than that, with the reason; what is no longer too long has to leave the table.
EXCEPTIONS = {
    "api.py: lint": "each of its options is a parameter and a line of its docstring; its body is one call",
    "api.py: draft": "the same",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_in(source: str) -> Iterator[Function]:
    """Every function and method, those inside others too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function):
            yield node


def is_command(function: Function) -> bool:
    """Whether its parameters are the options of a command: Typer reads them from the signature."""
    arguments = (*function.args.args, *function.args.kwonlyargs)
    return any("typer." in ast.unparse(each.annotation) for each in arguments if each.annotation)


def lines_of(function: Function) -> int:
    """How many lines a function has; a command without its parameters and its help."""
    last = function.end_lineno or function.lineno
    if not is_command(function):
        return last - function.lineno + 1
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return last - body[0].lineno + 1 if body else 0


def too_long(package: Path) -> set[str]:
    """The functions that are too long, by their file and name."""
    return {
        f"{path.relative_to(package).as_posix()}: {function.name}"
        for path in package.rglob("*.py")
        for function in functions_in(path.read_text(encoding="utf-8"))
        if lines_of(function) > LONGEST_FUNCTION
    }


@pytest.mark.parametrize(
    "room", sorted(each.name for each in PACKAGE.iterdir() if each.suffix in ("", ".py"))
)
def test_no_module_is_too_long(room: str) -> None:
    paths = [PACKAGE / room] if room.endswith(".py") else sorted((PACKAGE / room).rglob("*.py"))
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_too_long_but_for_those_that_say_why() -> None:
    assert too_long(PACKAGE) == set(EXCEPTIONS)


def test_a_function_is_counted_with_all_its_lines_and_a_command_without_its_options(
    tmp_path: Path,
) -> None:
    body = "    print()\n" * LONGEST_FUNCTION
    (tmp_path / "cli.py").write_text(
        f"def longer():\n{body}\n"
        f"def shorter():\n{body.removesuffix('    print()' + chr(10))}\n"
        f'def command(\n    path: Annotated[str, typer.Argument()],\n) -> None:\n    """Help."""\n{body}'
    )
    assert too_long(tmp_path) == {"cli.py: longer"}
