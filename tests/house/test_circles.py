"""No module of the program rests on one that rests on it: not for types alone either, nor inside a function."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from program import ROOT


def modules_in(package: Path) -> dict[str, Path]:
    """The modules of a package by their names; a package is the module that its `__init__.py` is."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_of(path: Path, modules: Mapping[str, Path]) -> Iterator[str]:
    """The modules that a file imports, wherever in it that stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by a relative name"
            for alias in node.names:
                names = (f"{node.module}.{alias.name}", node.module or "")
                yield from [name for name in names if name in modules][:1]


def circle_in(package: Path) -> list[str]:
    """A circle of modules that import one another, in order; empty where there is none."""
    modules = modules_in(package)
    graph = {name: set(imports_of(path, modules)) for name, path in modules.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return []


def test_no_modules_import_one_another() -> None:
    package = ROOT / "src" / "reviewcli"
    assert len(modules_in(package)) > 500
    assert circle_in(package) == []


@pytest.mark.parametrize(
    "closing",
    [
        "from circled.first import FIRST\n",
        "import circled.first\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from circled.first import FIRST\n",
        "def late() -> None:\n    from circled import first\n",
    ],
)
def test_a_circle_is_seen_wherever_it_is_closed(tmp_path: Path, closing: str) -> None:
    package = tmp_path / "circled"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "first.py").write_text("from circled.second import SECOND\n")
    (package / "second.py").write_text("SECOND = 2\n")
    assert circle_in(package) == []
    (package / "second.py").write_text(closing)
    assert set(circle_in(package)) == {"circled.first", "circled.second"}
