"""One run of `lint`: for each draft its config, notes and profile, the rules and engines, the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from reviewcli.document import Document
from reviewcli.document.notes_found import FoundNotes, NotesFolders, find_notes
from reviewcli.engines.merge import merged
from reviewcli.linting.checks import lint
from reviewcli.linting.report import FileReport, report_file
from reviewcli.notes.names import Names, names_of
from reviewcli.rules import Rule
from reviewcli.rules._choice import Choice, choose_rules, merge_settings, named_places
from reviewcli.rules._rule import Check
from reviewcli.settings.config import LoadedConfig, named_profile, no_notes_folder, place_of_profile
from reviewcli.settings.finding import Configs
from reviewcli.settings.flags import LintOptions
from reviewcli.settings.word_lists import ListedWord, WordLists

if TYPE_CHECKING:
    from reviewcli.engines.engine import Engine, EngineError
    from reviewcli.linting.kept.surroundings import Place
    from reviewcli.linting.profiles import Profile
    from reviewcli.notes import Notes
    from reviewcli.texts.errors import Place as ErrorPlace
    from reviewcli.texts.files import Source
    from reviewcli.texts.findings import Finding
    from reviewcli.texts.store import Store


_NO_NOTES = (
    "No notes found. With notes, lint checks names, facts and spoilers as well: `review init` starts some."
)


class Examined(NamedTuple):
    """What there is to say of a draft, and on which places that depends; None where it may not last."""

    report: FileReport
    places: tuple[Place, ...] | None = None


class Linter:
    """What the drafts of one run share: configs, engines, folders of notes already read.

    Close it, or use `with`.

    Args:
        configs: where the settings of a draft come from.
        options: the flags, which go before any config.
        tell: is given what a person should know beside the findings (a pointer to notes that leads nowhere).
        explain: is given what is used for each draft.
        notes: those of every draft, where they need not be found.
        cache: where engines keep what they find, from run to run.
        folders: what notes are read with; an editor's hold those that are being typed.
    """

    def __init__(
        self,
        configs: Configs,
        options: LintOptions,
        tell: Callable[[str], None],
        explain: Callable[[str], None] = lambda _: None,
        cache: Store | None = None,
        folders: NotesFolders | None = None,
        notes: Notes | None = None,
    ) -> None:
        self._cache = cache
        self._given = notes
        self._configs = configs
        self._options = options
        self._tell = tell
        self._explain = explain
        self._folders = folders or NotesFolders()
        self._words = WordLists()
        self._profiles: dict[str, Profile] = {}
        self._engines: dict[tuple[str, str | None, str | None], list[Engine]] = {}
        self._checks: dict[tuple[Path | None, tuple[int, ...], str | None], list[Check]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the engines go; a server that one started ends here."""
        for engines in self._engines.values():
            for engine in engines:
                engine.close()
        self._engines.clear()

    def prepare(self) -> None:
        """Choose the rules and open the engines for drafts in the working directory, before any draft is read.

        What is wrong with the flags or the config is then told once, and not of each draft.

        Raises:
            ReviewError: as `lint`.
        """
        loaded = self._configs.for_file(None)
        self._chosen(loaded, self._profile(loaded))

    @property
    def asks_servers(self) -> bool:
        """Whether an engine is no part of this process, and will not be of one that is forked from it."""
        return any(engine.name != "harper" for engines in self._engines.values() for engine in engines)

    def load_engines(self, *, for_many: bool) -> None:
        """Load what engines would load when they are first asked, so that processes forked from here share it."""
        from reviewcli.engines.harper import Harper

        for engines in self._engines.values():
            for engine in engines:
                if isinstance(engine, Harper):
                    engine.load(for_many=for_many)

    def forget_words(self) -> None:
        """Read the lists of words again for the next draft: somebody has added to them."""
        self._words = WordLists()

    def document(self, source: Source) -> Document:
        """A draft with its notes and its names, as the rules read it; raises as `examine`."""
        return self._document(source, self._configs.for_file(source.place))[0]

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
        doc, found = self._document(source, loaded)
        profile = self._profile(loaded, doc, source)
        self._explain(
            f"{source.path}: config {loaded.file or 'none'}, notes {found.path or 'none'}, profile {profile or 'none'}"
        )
        checks = self._chosen(loaded, profile)
        is_bare = self._options.use_notes and found.notes is None and not found.message
        lost = no_notes_folder(loaded) if is_bare else ""
        if is_bare and any(getattr(check, "needs_notes", False) for check in checks):
            self._tell(lost or _NO_NOTES)
        failed: list[EngineError] = []
        findings = merged(lint(doc, checks, failed.append), doc.source)
        findings = self._without_silenced(doc, findings, loaded, profile)
        report = report_file(doc, findings, notes=found.path, error=self._error(failed, loaded))
        # What was told of a folder that may be made is not kept.
        may_last = not failed and not lost
        return Examined(report, self._places(source, doc, found, loaded, profile) if may_last else None)

    def _places(
        self, source: Source, doc: Document, found: FoundNotes, loaded: LoadedConfig, profile: str | None
    ) -> tuple[Place, ...] | None:
        """What the result of a draft depends on; None where a server was asked, which may change its mind."""
        if any(engine.name != "harper" for engine in self._opened(loaded, profile)):
            return None
        from reviewcli.linting.kept.places import places_of

        here = self._configs.for_file(None)
        houses = (self._house(profile), self._house(self._profile(here)))
        read = [file for house in houses if house for file in house.files]
        read += [Path(file) for file in {entry.place.path for entry in self._listed(source, loaded)}]
        looked_for = []
        if self._grammar(loaded)[0] == "auto":
            from reviewcli.engines.server_record import RECORD, state_folder

            looked_for.append(state_folder() / RECORD)
        return places_of(source, doc, found, self._options, (loaded, here), read, looked_for)

    def _without_silenced(
        self, doc: Document, findings: tuple[Finding, ...], loaded: LoadedConfig, profile: str | None
    ) -> tuple[Finding, ...]:
        if not _may_silence(doc):
            return findings
        from reviewcli.linting.silencing import Asked, silenced

        rules = {check.id: check for check in self._chosen(loaded, profile) if isinstance(check, Rule)}
        engines = [engine.name for engine in self._opened(loaded, profile)]
        has_notes = doc.notes is not None
        return silenced(doc, findings, Asked(self._choice(loaded, profile), rules, engines, has_notes))

    def _error(self, failed: list[EngineError], loaded: LoadedConfig) -> str | None:
        """What an engine that was asked for did wrong; of one that nobody named a word is enough."""
        from reviewcli.engines.opening import is_named

        if failed and not is_named(*self._grammar(loaded)):
            for problem in failed:
                self._tell(str(problem))
            return None
        return "\n".join(map(str, failed)) or None

    def _profile(
        self, loaded: LoadedConfig, doc: Document | None = None, source: Source | None = None
    ) -> str | None:
        own = doc.review_settings.get("profile") if doc else None
        place = source.place if source else None
        return named_profile(loaded, self._options.profile, own if isinstance(own, str) else None, place)

    def _document(self, source: Source, loaded: LoadedConfig) -> tuple[Document, FoundNotes]:
        bare = Document(source.text, path=source.path, plain=source.plain)
        folder = loaded.config.notes
        found = FoundNotes(notes=self._given)
        if self._options.use_notes and self._given is None:
            found = find_notes(
                bare,
                file=source.file,
                notes_option=self._options.notes,
                notes_folder=loaded.path(folder) if folder else None,
                folders=self._folders,
            )
            if found.message:
                self._tell(found.message)
        return bare.with_notes(found.notes, self._names(bare, found, source, loaded)), found

    def _names(self, doc: Document, found: FoundNotes, source: Source, loaded: LoadedConfig) -> Names | None:
        """The document's names with the words of lists; None where there are no lists."""
        listed = [entry.word for entry in self._listed(source, loaded)]
        return names_of(found.notes, (*doc.own_words, *listed)) if listed else None

    def _listed(self, source: Source, loaded: LoadedConfig) -> Iterator[ListedWord]:
        folder = source.place.absolute().parent if source.place else Path.cwd()
        return self._words.of(folder, loaded.dictionaries())

    def _chosen(self, loaded: LoadedConfig, profile: str | None) -> Sequence[Check]:
        key = (loaded.file, loaded.applied, profile)
        if key not in self._checks:
            choice = self._choice(loaded, profile)
            engines = [choice.limit(engine) for engine in self._opened(loaded, profile)]
            self._checks[key] = [*choose_rules(choice), *engines]
        return self._checks[key]

    def _choice(self, loaded: LoadedConfig, profile: str | None) -> Choice:
        config, flags = loaded.config, self._options
        house = self._house(profile, None if flags.profile else place_of_profile(profile, loaded))
        settings = merge_settings(house.rules, config.rules) if house else config.rules
        if dialect := self._dialect(loaded, profile):
            settings = merge_settings({"spelling-variant": {"dialect": dialect}}, settings)
        return Choice(
            settings=settings,
            select=flags.select or config.select,
            extend_select=flags.extend_select,
            ignore=(*config.ignore, *flags.ignore),
            places={**(house.places if house else {}), **named_places(loaded.places)},
        )

    def _house(self, profile: str | None, named_at: ErrorPlace | None = None) -> Profile | None:
        if profile is not None and profile not in self._profiles:
            from reviewcli.linting.profiles import load_profile

            self._profiles[profile] = load_profile(profile, place=named_at)
        return self._profiles[profile] if profile is not None else None

    def _dialect(self, loaded: LoadedConfig, profile: str | None) -> str | None:
        house = self._house(profile)
        return self._options.dialect or loaded.config.dialect or (house.dialect if house else None)

    def _opened(self, loaded: LoadedConfig, profile: str | None) -> list[Engine]:
        choice, url = self._grammar(loaded)
        if choice == "off":
            return []
        from reviewcli.engines.opening import open_engines

        dialect = self._dialect(loaded, profile)
        key = (choice, url, dialect)
        if key not in self._engines:
            self._engines[key] = open_engines(
                choice,
                languagetool_url=url,
                dialect=dialect or "",
                tell=self._tell,
                explain=self._explain,
                cache=self._cache,
            )
        return self._engines[key]

    def _grammar(self, loaded: LoadedConfig) -> tuple[str, str | None]:
        """Which engines were chosen, and the address of a server."""
        config, flags = loaded.config, self._options
        return flags.grammar or config.grammar, flags.languagetool_url or config.languagetool_url


def _may_silence(doc: Document) -> bool:
    # Looked at here, so that what silences is imported only where there is something to obey.
    source = doc.source
    return "review-" in source or "[" in source or "ignore" in doc.review_settings
