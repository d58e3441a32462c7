"""What a rule is, and where the rules are."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

import msgspec

from reviewcli.texts.findings import ENGINES, Edit, Finding, Fix, Noted, Severity, Span

if TYPE_CHECKING:
    from reviewcli.document import Document

GROUPS = (
    "facts",
    "names",
    "spoilers",
    "structure",
    "wording",
    "voice",
    "readability",
    "format",
    "grammar",
    "spelling",
    "notes",
)


class Placed(Protocol):
    """A piece of a document that knows where it stands: a block, a sentence, a word, a comment."""

    @property
    def span(self) -> Span:
        """Its place in the source."""


class Check(Protocol):
    """Whatever finds something: a rule of ours, or a whole engine."""

    def check(self, doc: Document) -> Iterable[Finding]:
        """Everything that it finds, in any order."""


class Good(msgspec.Struct, frozen=True):
    """A text in which the rule finds nothing, with the notes and options that it is read with."""

    text: str
    notes: str | None = None  # YAML
    options: Mapping[str, Any] = {}


class Bad(msgspec.Struct, frozen=True):
    """A text with what the rule finds in «guillemets», and the text after the fix."""

    text: str
    fixed: str | None = None
    notes: str | None = None  # YAML
    options: Mapping[str, Any] = {}


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to look for. A subclass's fields are its options, its docstring is its manual.

    `id` is the module's name and `group` the name of its folder. `example_notes` are the notes of the
    examples that bring none of their own. `instead_of` are the ids of more general rules: where this one
    speaks of a word, they are silent.
    """

    id: ClassVar[str] = ""
    group: ClassVar[str] = ""
    severity: ClassVar[Severity] = Severity.WARNING
    default: ClassVar[bool] = True  # False: it runs only when somebody names it
    needs_notes: ClassVar[bool] = False
    bad: ClassVar[tuple[Bad, ...]] = ()
    good: ClassVar[tuple[str | Good, ...]] = ()
    example_notes: ClassVar[str | None] = None
    instead_of: ClassVar[tuple[str, ...]] = ()

    level: Severity | None = None

    def __init_subclass__(cls) -> None:
        *_, folder, module = f".{cls.__module__}".split(".")
        cls.id = module.replace("_", "-")
        cls.group = folder

    def check(self, doc: Document) -> Iterator[Finding]:
        """Everything that the rule finds in a document, in any order."""
        raise NotImplementedError

    def found(
        self,
        piece: Placed | Span,
        message: str,
        *,
        fix: str | None = None,
        safe: bool = True,
        replacements: Sequence[str] = (),
        severity: Severity | None = None,
        notes: Noted | None = None,
    ) -> Finding:
        """A finding of this rule. `fix` stands for the piece without changing the meaning.

        `safe` is off where the text may be right as it is: the fix waits to be asked for, and an error becomes a
        warning. `severity` is for a finding that matters less or more than the rule's others; a level that the user
        has set goes before either. `notes` is the place in the notes that it rests on.
        """
        span = piece if isinstance(piece, Span) else piece.span
        usual = Severity.WARNING if self.severity is Severity.ERROR and not safe else self.severity
        return Finding(
            rule=self.id,
            group=self.group,
            severity=self.level or severity or usual,
            message=message,
            span=span,
            replacements=tuple(replacements)
            if fix is None
            else (fix, *(r for r in replacements if r != fix)),
            fix=None if fix is None else Fix((Edit(span, fix),), safe=safe),
            notes=notes,
        )


@functools.cache
def rule_groups() -> Mapping[str, str]:
    """The id of every rule and its group, from the names of files: nothing is imported."""
    folder = Path(__file__).parent
    return {
        path.stem.replace("_", "-"): group
        for group in GROUPS
        for path in sorted((folder / group).glob("*.py"))
        if not path.stem.startswith("_")
    }


def rule_class(rule_id: str) -> type[Rule]:
    """The rule of that id; `KeyError` for any other text."""
    module = importlib.import_module(f"reviewcli.rules.{rule_groups()[rule_id]}.{rule_id.replace('-', '_')}")
    own = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__
    ]
    if len(own) != 1:
        raise TypeError(f"{module.__name__} must hold one rule, and holds {len(own)}")
    found: type[Rule] = own[0]
    return found


def all_rules() -> dict[str, type[Rule]]:
    """Every rule by its id, in the order of the groups. Imports them all."""
    return {rule_id: rule_class(rule_id) for rule_id in rule_groups()}


def is_known_name(name: str) -> bool:
    """Whether there is such a rule or group; of an engine's rules every name is taken for one."""
    engine, _, rule = name.partition("/")
    return name in rule_groups() or name in GROUPS or (engine in ENGINES and bool(rule))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The nearest known rule or group as a question, or where they are listed."""
    from reviewcli.texts import nearest

    return nearest.did_you_mean(name, known, "`review rule` lists them.")
