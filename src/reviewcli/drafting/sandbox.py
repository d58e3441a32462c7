"""The sandbox that templates run in: what they may touch, and how much of everything they may use.

Jinja's sandbox keeps a template from running code. This one also keeps it from hanging the program or filling
the memory: every loop, call and filter costs steps, and every text and list that comes about is measured.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sized
from typing import Any, NoReturn

import jinja2.sandbox
import msgspec
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, LoopContext
from jinja2.visitor import NodeTransformer

from reviewcli.drafting.meter import LONGEST_TEXT, Meter, TooMuchError

_WIDEST = 1_000  # the largest number that a filter of Jinja's is given
_EACH, _HELD, _JOINED = " each", " held", " joined"  # no template can write a filter's name with a blank

# Of Jinja's own filters, those whose cost can be told beforehand, and that give the same each time.
_FILTERS = (
    "abs", "batch", "capitalize", "center", "count", "d", "default", "dictsort", "first", "float",
    "groupby", "indent", "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "replace", "reverse", "round", "select", "selectattr", "slice", "sort", "string", "sum",
    "title", "trim", "truncate", "unique", "upper", "wordcount", "wordwrap",
)  # fmt: skip
_REPEATING = ("join", "replace", "indent", "wordwrap")  # what they are given may come many times
_METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset(
        "capitalize casefold count endswith find index isalnum isalpha isdigit islower isnumeric isspace istitle"
        " isupper lower lstrip partition removeprefix removesuffix replace rfind rindex rpartition rsplit rstrip"
        " split splitlines startswith strip swapcase title upper".split()
    ),
    dict: frozenset(("get", "items", "keys", "values")),
    list: frozenset(("count", "index")),
    tuple: frozenset(("count", "index")),
    int: frozenset(),
    float: frozenset(("is_integer",)),
}


class _MeasuredCode(CodeGenerator):
    """Puts the measuring into a template before it is compiled."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 — Jinja's name
        super().visit_Template(_Measuring(self.environment).visit(node), frame)


class Sandbox(jinja2.sandbox.ImmutableSandboxedEnvironment):
    """Jinja's sandbox with limits; `renewed` before each rendering."""

    code_generator_class = _MeasuredCode
    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.meter = Meter()
        self.globals.pop("lipsum", None)
        self.filters = {name: self._jinjas(name, self.filters[name]) for name in _FILTERS}
        self.filters |= {_EACH: self.meter.each, _HELD: self.meter.hold, _JOINED: self._joined}

    def add_filters(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        """Our own filters, measured like the rest."""
        self.filters |= {name: self._measured(function) for name, function in filters.items()}

    def renewed(self) -> None:
        """Begin to count anew."""
        self.meter.renew()

    def concat(self, parts: Iterable[str]) -> str:
        """The parts of a draft or a block as one text."""
        length = 0
        out: list[str] = []
        for part in parts:
            length += len(part)
            if length > LONGEST_TEXT:
                self.meter.text(length)
            out.append(part)
        return "".join(out)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Fields of notes, and the methods of plain values that cost little."""
        if isinstance(obj, msgspec.Struct):
            return attr in obj.__struct_fields__
        for kind, methods in _METHODS.items():
            if isinstance(obj, kind):
                return attr in methods
        is_jinjas = type(obj).__module__.startswith("jinja2.")
        return is_jinjas and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Refuse `format` and `format_map`: Jinja would make a text of any width before anybody could measure it."""
        if super().wrap_str_format(value):
            _refuse_text_as_template()
        return None

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 — Jinja's signature
        """Call a macro, a block or a method."""
        meter = __self.meter
        meter.spend(5)
        if isinstance(__obj, LoopContext):
            args = tuple(meter.each(each) for each in args)
        elif getattr(__obj, "__name__", "") == "replace" and isinstance(__obj.__self__, str):
            _check_product(meter, __obj.__self__, args)
        return meter.hold(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 — Jinja's signature
        """Sums and products that stay small."""
        if operator == "+" and isinstance(left, Sized) and isinstance(right, Sized):
            self.meter.text(len(left) + len(right))
        elif operator == "*" and (isinstance(left, Sized) or isinstance(right, Sized)):
            size, times = (left, right) if isinstance(left, Sized) else (right, left)
            self.meter.text(len(size) * max(times, 0) if isinstance(times, int) else 0)
        elif operator == "%" and isinstance(left, str | bytes):
            _refuse_text_as_template()
        elif operator == "**" and not (abs(right) <= 100 and abs(left) < 1e9):
            raise TooMuchError("the template makes a number of more than a thousand figures.")
        return self.meter.hold(self.binop_table[operator](left, right))

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> jinja2.Template:  # noqa: A002 — Jinja's signature
        """A template by name; one that is included costs steps."""
        if parent is not None:
            self.meter.spend(50)
        return super().get_template(name, parent, globals)

    def _joined(self, values: Iterable[Any]) -> str:
        return self.concat(str(self.meter.hold(value)) for value in values)

    def _measured(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def measured(*args: Any, **kwargs: Any) -> Any:
            meter = self.meter
            meter.spend()
            for arg in (*args, *kwargs.values()):
                meter.hold(arg)
            return meter.hold(function(*args, **kwargs))

        return measured

    def _jinjas(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A filter of Jinja's own: numbers that it is given are small, and texts come a few times at most."""
        leading = 1 if hasattr(function, "jinja_pass_arg") else 0
        measured = self._measured(function)

        @functools.wraps(function)
        def limited(*args: Any, **kwargs: Any) -> Any:
            front, value, further = args[:leading], args[leading], (*args[leading + 1 :], *kwargs.values())
            self._check_numbers(name, value, further)
            if name in _REPEATING:
                if not isinstance(value, str | Sized):
                    value = list(self.meter.each(value))
                _check_product(self.meter, value, further)
            if name == "sum":
                _check_start(*args[leading + 2 :], kwargs.get("start"))
            if hasattr(value, "__next__"):
                value = self.meter.each(value)
            return measured(*front, value, *args[leading + 1 :], **kwargs)

        return limited

    def _check_numbers(self, name: str, value: object, further: Iterable[object]) -> None:
        """Raise `TooMuchError` where a number that a filter is given makes too much of its value."""
        if any(type(each) is int and abs(each) > _WIDEST for each in further):
            raise TooMuchError(f"“{name}” is asked for more than {_WIDEST:,}.")
        if name in ("indent", "wordwrap"):
            _check_width(self.meter, name, str(value), further)


class _Measuring(NodeTransformer):
    """Rewrites a template so that its loops, its lists and what it joins with ~ are measured."""

    def __init__(self, environment: jinja2.Environment) -> None:
        self._environment = environment

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 — Jinja's name
        node.iter = self._through(_EACH, node.iter)
        return self.generic_visit(node)

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802 - Jinja's name
        return self._through(_HELD, self.generic_visit(node))

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:  # noqa: N802 - Jinja's name
        return self._through(_HELD, self.generic_visit(node))

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802 - Jinja's name
        visited = self.generic_visit(node)
        return self._through(_HELD, visited) if node.ctx == "load" else visited

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja's name
        self.generic_visit(node)
        parts = nodes.List(node.nodes, lineno=node.lineno, environment=self._environment)
        return self._through(_JOINED, parts)

    def _through(self, name: str, node: Any) -> nodes.Filter:
        return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno, environment=self._environment)


def _refuse_text_as_template() -> NoReturn:
    raise TooMuchError("a text is no template of its own here.", hint="Join texts with ~.")


def _check_start(*starts: Any) -> None:
    """Whether what a sum begins with is a number."""
    if any(isinstance(each, Sized) for each in starts):
        raise TooMuchError("“sum” is for numbers.", hint="Use “join”.")


def _check_width(meter: Meter, name: str, text: str, further: Iterable[Any]) -> None:
    """Whether a text that is indented, or wrapped, stays within bounds: a long word is cut again and again."""
    widths = [each for each in further if type(each) is int and each > 0] or [4 if name == "indent" else 79]
    longest = max(map(len, text.split()), default=0) if name == "wordwrap" else 0
    meter.text(text.count("\n") * max(widths) if name == "indent" else longest**2 // min(widths) // 100)


def _check_product(meter: Meter, value: Any, further: Iterable[Any]) -> None:
    """Whether a text that may come once for each piece of the value stays within bounds."""
    longest = max((len(each) for each in further if isinstance(each, str)), default=0)
    if longest > 1:
        meter.text(len(value) * longest // 10)
