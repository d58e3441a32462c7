"""A draft to its findings: its config, notes and profile, what rules and engines find, what the writer silenced."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from reviewcli.document import Document
from reviewcli.document.notes_found import FoundNotes, NotesFolders, find_notes
from reviewcli.engines.merge import merged
from reviewcli.linting.checks import lint
from reviewcli.linting.in_force import InForce, in_force, profile_of
from reviewcli.linting.profiles import Profile, load_profile
from reviewcli.linting.report import FileReport, report_file
from reviewcli.linting.silencing import RunScope, silenced
from reviewcli.notes.names import names_of
from reviewcli.rules import Rule
from reviewcli.rules._choice import choose_rules
from reviewcli.rules._rule import Check
from reviewcli.settings.config import LoadedConfig, named_profile, no_notes_folder, place_of_profile
from reviewcli.settings.finding import Configs
from reviewcli.settings.flags import LintOptions
from reviewcli.settings.servers import refused_server
from reviewcli.settings.word_lists import ListedWord, WordLists

if TYPE_CHECKING:
    from reviewcli.engines.engine import Engine, EngineError
    from reviewcli.linting.kept.surroundings import Place
    from reviewcli.notes import Notes
    from reviewcli.texts.files import Source
    from reviewcli.texts.findings import Finding
    from reviewcli.texts.store import Store


_NO_NOTES = (
    "No notes found. With notes, lint checks names, facts and spoilers as well: `review init` starts some."
)


_Key = tuple[Path | None, tuple[int, ...], str | None]  # a config's file, which of its overrides, a profile


class Examined(NamedTuple):
    """What there is to say of a draft, and on which places that depends; None where it may not last."""

    report: FileReport
    places: tuple[Place, ...] | None = None


class Checks(NamedTuple):
    """What checks a draft, ready: our rules and, in `every`, the engines too, as far as they were chosen."""

    in_force: InForce
    engines: list[Engine]
    every: list[Check]

    @property
    def rules(self) -> dict[str, Rule]:
        """Our rules by their ids."""
        return {check.id: check for check in self.every if isinstance(check, Rule)}


class Linter:
    """What the drafts of one run share, each read or opened once. Close it, or use `with`.

    Args:
        configs: where the settings of a draft come from.
        flags: they go before any config.
        tell: is given what a person should know beside the findings (a pointer to notes that leads nowhere).
        explain: is given what is used for each draft.
        notes: those of every draft, where they need not be found.
        cache: where engines keep what they find, from run to run.
        folders: what notes are read with; an editor's hold those that are being typed.
    """

    def __init__(
        self,
        configs: Configs,
        flags: LintOptions,
        tell: Callable[[str], None],
        explain: Callable[[str], None] = lambda _: None,
        cache: Store | None = None,
        folders: NotesFolders | None = None,
        notes: Notes | None = None,
    ) -> None:
        self._configs, self._flags = configs, flags
        self._tell, self._explain = tell, explain
        self._cache = cache
        self._notes = notes
        self._folders = folders or NotesFolders()
        self._words = WordLists()
        self._engines: dict[tuple[str, str | None, str | None], list[Engine]] = {}
        self._governing: dict[_Key, InForce] = {}
        self._checks: dict[_Key, Checks] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the engines go; a server that one started ends here."""
        for engine in self._opened():
            engine.close()
        self._engines.clear()

    def prepare(self) -> None:
        """Choose the rules and open the engines for drafts in the working directory, before any draft is read.

        What is wrong with the flags or the config is then told once, and not of each draft.

        Raises:
            ReviewError: as `examine`.
        """
        loaded = self._configs.for_file(None)
        self._checks_for(loaded, self._profile_here(loaded))

    @property
    def asks_servers(self) -> bool:
        """Whether an engine is no part of this process, and will not be of one that is forked from it."""
        return any(not engine.in_process for engine in self._opened())

    def load_engines(self, *, for_many: bool) -> None:
        """Load what engines would load when they are first asked, so that processes forked from here share it."""
        from reviewcli.engines.harper import Harper

        for engine in self._opened():
            if isinstance(engine, Harper):
                engine.load(for_many=for_many)

    def forget_words(self) -> None:
        """Read the lists of words again for the next draft: somebody has added to them."""
        self._words = WordLists()

    def document(self, source: Source) -> Document:
        """A draft with its notes and its names, as the rules read it; raises as `examine`."""
        return self._read(source, self._configs.for_file(source.place))[0]

    def passed_by(self, source: Source, found: Collection[str]) -> frozenset[str]:
        """The ids of the rules that a draft passes; raises as `examine`.

        Args:
            source: the draft.
            found: the rules that found something in it; of those in whose stead they speak nobody knows.
        """
        loaded = self._configs.for_file(source.place)
        name = profile_of(loaded, self._flags.profile, Document(source.text, plain=source.plain), source)
        rules = choose_rules(self._in_force(loaded, name).choice)
        spoken_for = {other for rule in rules if rule.id in found for other in rule.instead_of}
        return frozenset(rule.id for rule in rules).difference(found, spoken_for)

    def lint(self, source: Source) -> FileReport:
        """Everything there is to say of one draft; raises as `examine`."""
        return self.examine(source).report

    def examine(self, source: Source) -> Examined:
        """Everything there is to say of one draft, and on what that depends.

        Raises:
            ReviewError: its config, its profile or its notes cannot be used, or an engine is absent (or an
                `ExceptionGroup` of these).
        """
        loaded = self._configs.for_file(source.place)
        doc, found = self._read(source, loaded)
        profile = profile_of(loaded, self._flags.profile, doc, source)
        self._explain(
            f"{source.path}: config {loaded.file or 'none'}, notes {found.path or 'none'}, profile {profile or 'none'}"
        )
        checks = self._checks_for(loaded, profile)
        may_last = self._tell_of_no_notes(found, checks)
        if refused := refused_server(loaded, self._flags):
            self._tell(refused)
        failed: list[EngineError] = []
        findings = _unsilenced(doc, merged(lint(doc, checks.every, failed.append), doc.source), checks)
        report = report_file(doc, findings, notes=found.path, error=self._error(failed, checks.in_force))
        if failed or not may_last or any(not engine.in_process for engine in checks.engines):
            return Examined(report)  # a server may change its mind
        return Examined(report, self._places(source, doc, found, checks.in_force))

    def _read(self, source: Source, loaded: LoadedConfig) -> tuple[Document, FoundNotes]:
        """A draft with its notes, and with the words of lists among its names."""
        bare = Document(source.text, path=source.path, plain=source.plain)
        found = FoundNotes(notes=self._notes)
        if self._flags.use_notes and self._notes is None:
            found = find_notes(
                bare,
                file=source.file,
                notes_option=self._flags.notes,
                notes_folder=loaded.notes_folder,
                folders=self._folders,
            )
            if found.message:
                self._tell(found.message)
        listed = [entry.word for entry in self._listed(source, loaded)]
        names = names_of(found.notes, (*bare.own_words, *listed)) if listed else None
        return bare.with_notes(found.notes, names), found

    def _listed(self, source: Source, loaded: LoadedConfig) -> Iterator[ListedWord]:
        folder = source.place.absolute().parent if source.place else Path.cwd()
        return self._words.of(folder, loaded.dictionaries())

    def _tell_of_no_notes(self, found: FoundNotes, checks: Checks) -> bool:
        """Say that notes are missed, where a check needs some, and give whether that may be kept."""
        if not self._flags.use_notes or found.notes is not None or found.message:
            return True
        lost = no_notes_folder(checks.in_force.loaded)
        if any(getattr(check, "needs_notes", False) for check in checks.every):
            self._tell(lost or _NO_NOTES)
        return not lost  # a folder that is not there may be made

    def _error(self, failed: Sequence[EngineError], governing: InForce) -> str | None:
        """What an engine that was asked for did wrong; of one that nobody named a word is enough."""
        from reviewcli.engines.opening import is_named

        if failed and not is_named(governing.grammar, governing.languagetool_url):
            for problem in failed:
                self._tell(str(problem))
            return None
        return "\n".join(map(str, failed)) or None

    def _places(
        self, source: Source, doc: Document, found: FoundNotes, governing: InForce
    ) -> tuple[Place, ...]:
        """What the result of a draft depends on."""
        from reviewcli.linting.kept.places import places_of

        loaded = self._configs.for_file(None)
        here = self._in_force(loaded, self._profile_here(loaded))
        read = [*governing.profile_files, *here.profile_files]
        read += [
            Path(file) for file in {entry.place.path for entry in self._listed(source, governing.loaded)}
        ]
        looked_for = []
        if governing.grammar == "auto":
            from reviewcli.engines.server_record import RECORD, state_folder

            looked_for.append(state_folder() / RECORD)
        configs = (governing.loaded, here.loaded)
        return places_of(source, doc, found, self._flags, configs, read, looked_for)

    def _profile_here(self, loaded: LoadedConfig) -> str | None:
        return named_profile(loaded, self._flags.profile, None, None)

    def _in_force(self, loaded: LoadedConfig, name: str | None) -> InForce:
        key = (loaded.file, loaded.applied, name)
        if key not in self._governing:
            named_at = None if self._flags.profile else place_of_profile(name, loaded)
            profile = load_profile(name, place=named_at) if name is not None else Profile()
            self._governing[key] = in_force(loaded, name, profile, self._flags)
        return self._governing[key]

    def _checks_for(self, loaded: LoadedConfig, profile: str | None) -> Checks:
        key = (loaded.file, loaded.applied, profile)
        if key not in self._checks:
            governing = self._in_force(loaded, profile)
            engines = self._engines_for(governing)
            limited = [governing.choice.limit(engine) for engine in engines]
            every: list[Check] = [*choose_rules(governing.choice), *limited]
            self._checks[key] = Checks(governing, engines, every)
        return self._checks[key]

    def _engines_for(self, governing: InForce) -> list[Engine]:
        if governing.grammar == "off":
            return []
        from reviewcli.engines.opening import open_engines

        key = (governing.grammar, governing.languagetool_url, governing.dialect)
        if key not in self._engines:
            self._engines[key] = open_engines(
                governing.grammar,
                languagetool_url=governing.languagetool_url,
                dialect=governing.dialect or "",
                tell=self._tell,
                explain=self._explain,
                cache=self._cache,
            )
        return self._engines[key]

    def _opened(self) -> Iterator[Engine]:
        return (engine for engines in self._engines.values() for engine in engines)


def _unsilenced(doc: Document, findings: tuple[Finding, ...], checks: Checks) -> tuple[Finding, ...]:
    engines = [engine.name for engine in checks.engines]
    asked = RunScope(checks.in_force.choice, checks.rules, engines, has_notes=doc.notes is not None)
    return silenced(doc, findings, asked)
