"""The language server, spoken to by a client as an editor is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from editor import Editor, session
from program import REVIEW, review_process
from reviewcli.lsp.completing import completions, key_hover
from reviewcli.lsp.positions import Positions, without_lone_surrogates

NOTES = """\
title: Her
year: 2013
directors: Spike Jonze
cast:
  - Joaquin Phoenix as Theodore Twombly
  - Scarlett Johansson as Samantha (voice)
performances:
  Scarlett Johansson: breath and timing [the first morning]
"""
DRAFT = """\
# Her

## Story

The the city glows 🌆 and Scarlet Johansson gives a voice a shape.

## Verdict

He could of said less, and the film is a rollercoaster ride of emotions.
"""


SPELLING = "harper/SpellCheck"


async def titles(editor: Editor, name: str, rule: str) -> list[str]:
    """What is offered about the first finding of a rule."""
    mark = next(it for it in await editor.found(name) if it.code == rule)
    return [action.title for action in await editor.actions(name, mark.range, ["quickfix"])]


async def offered_for(editor: Editor, name: str, rule: str, title: str) -> types.CodeAction:
    """The action that begins so, for the first finding of a rule."""
    mark = next(it for it in await editor.found(name) if it.code == rule)
    found = await editor.actions(name, mark.range)
    return next(action for action in found if action.title.startswith(title))


def test_an_editor_session(tmp_path: Path) -> None:
    """Open a draft, mend three findings by quick fix, complete a name of the cast in the notes, leave."""

    async def work() -> None:
        (tmp_path / "her.yaml").write_text(NOTES, encoding="utf-8")
        editor = Editor(tmp_path)
        capabilities = (await editor.start()).capabilities
        assert capabilities.position_encoding == "utf-16"
        editor.open("her.md", DRAFT)
        marks = {mark.code: mark for mark in await editor.found("her.md")}
        # The emoji before the name is two units of UTF-16.
        name = marks["name-misspelt"]
        line = DRAFT.split("\n")[4]
        assert name.range.start.character == line.index("Scarlet ") + 1
        assert editor.words("her.md", name.range) == "Scarlet"
        assert name.severity is types.DiagnosticSeverity.Error
        for rule, title in (
            ("doubled-word", "Replace by “The”"),
            ("name-misspelt", "Replace by “Scarlett”"),
            ("could-of", "Replace by “have”"),
        ):
            action = await offered_for(editor, "her.md", rule, title)
            assert action.is_preferred
            editor.take("her.md", action)
            assert rule not in await editor.rules("her.md")
        assert "The city glows 🌆 and Scarlett Johansson" in editor.texts["her.md"]
        editor.open("her.yaml", NOTES, "yaml")
        assert await editor.found("her.yaml") == []
        editor.type("her.yaml", NOTES + "  Joa")
        items = await editor.complete("her.yaml", "  Joa")
        assert items[0].label == "Joaquin Phoenix"
        assert items[0].detail == "as Theodore Twombly"
        assert isinstance(items[0].text_edit, types.TextEdit)
        assert editor.words("her.yaml", items[0].text_edit.range) == "Joa"
        assert items[0].text_edit.new_text == "Joaquin Phoenix: "
        assert await editor.leave() == 0

    session(work())


CHARACTERS = st.text(
    st.one_of(st.sampled_from("aé\n\r\u2028🌆👩‍🚀\U0010ffff\x0b "), st.characters(exclude_categories=["Cs"]))
)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])


@given(CHARACTERS, ENCODINGS, st.data())
def test_a_position_leads_back_to_its_offset(text: str, encoding: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    positions = Positions(text, encoding)
    there = positions.offset(positions.position(offset))
    between = text[max(0, offset - 1) : offset + 1] == "\r\n" and offset > 0
    assert there == (offset - 1 if between else offset)


@given(CHARACTERS, ENCODINGS)
def test_columns_count_the_units_of_the_encoding(text: str, encoding: str) -> None:
    codec = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[encoding]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = Positions(text, encoding).position(len(text))
    assert end.line == len(lines) - 1
    assert end.character == len(lines[-1].encode(codec[0])) // codec[1]


@given(st.text("a🌆é\n"), st.integers(0, 5), st.integers(0, 30), ENCODINGS)
def test_any_position_is_an_offset_of_the_text(text: str, line: int, column: int, encoding: str) -> None:
    assert 0 <= Positions(text, encoding).offset(types.Position(line, column)) <= len(text)


def test_half_a_character_is_its_beginning_and_half_a_pair_is_none() -> None:
    assert Positions("🌆!").offset(types.Position(0, 1)) == 0
    assert without_lone_surrogates("a\ud83cb🌆") == "a\ufffdb🌆"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-32"])
def test_the_clients_encoding_is_honoured(tmp_path: Path, encoding: str) -> None:
    async def work() -> None:
        editor = Editor(tmp_path, [encoding, "utf-16"])
        assert (await editor.start()).capabilities.position_encoding == encoding
        editor.open("a.md", "É🌆 the the end.\r\n")
        (mark,) = [it for it in await editor.found("a.md") if it.code == "doubled-word"]
        assert mark.range.start.character == {"utf-8": 7, "utf-32": 3}[encoding]
        assert await editor.leave() == 0

    session(work())


def test_a_word_is_added_and_silenced(tmp_path: Path) -> None:
    async def work() -> None:
        editor = Editor(tmp_path)
        await editor.start()
        editor.open("a.md", "---\ntitle: Her\n---\n\nA glimmerish film glows.\n\nIt is very good.\n")
        assert "Add “glimmerish” to your dictionary" in await titles(editor, "a.md", SPELLING)
        action = await offered_for(editor, "a.md", SPELLING, f"Silence {SPELLING} on this line")
        editor.take("a.md", action)
        assert f"A glimmerish film glows. <!-- review-disable-line {SPELLING} -->" in editor.texts["a.md"]
        assert SPELLING not in await editor.rules("a.md")
        editor.type("a.md", "---\ntitle: Her\n---\n\nA glimmerish film glows.\n")
        editor.take("a.md", await offered_for(editor, "a.md", SPELLING, f"Silence {SPELLING} in this file"))
        top = f"---\ntitle: Her\n---\n\n<!-- review-disable-file {SPELLING} -->\n\n\nA glimmerish"
        assert editor.texts["a.md"].startswith(top)
        assert SPELLING not in await editor.rules("a.md")
        editor.type("a.md", "A glimmerish film glows.\n")
        action = await offered_for(editor, "a.md", SPELLING, "Add “glimmerish” to your dictionary")
        assert action.command
        command = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        await editor.client.workspace_execute_command_async(command)
        assert SPELLING not in [mark.code for mark in await editor.news_of("a.md")]
        words = tmp_path / "config" / "review" / "dictionary.txt"
        assert words.read_text(encoding="utf-8") == "glimmerish\n"
        assert await editor.leave() == 0

    session(work())


def test_all_safe_fixes_are_one_action_and_keep_line_ends(tmp_path: Path) -> None:
    async def work() -> None:
        editor = Editor(tmp_path)
        await editor.start()
        editor.open("a.md", "He could of gone 🌆.\r\n\r\nThe end of the the film.\r\n")
        await editor.found("a.md")
        nowhere = types.Range(types.Position(0, 0), types.Position(0, 0))
        (action,) = await editor.actions("a.md", nowhere, ["source.fixAll"])
        editor.take("a.md", action)
        assert editor.texts["a.md"] == "He could have gone 🌆.\r\n\r\nThe end of the film.\r\n"
        assert await editor.actions("a.md", nowhere, ["refactor"]) == []
        assert await editor.leave() == 0

    session(work())


def test_notes_count_as_they_are_typed(tmp_path: Path) -> None:
    async def work() -> None:
        (tmp_path / "her.yaml").write_text("title: Her\ncast: [Scarlet Johansson]\n", encoding="utf-8")
        editor = Editor(tmp_path)
        await editor.start()
        editor.open("her.md", "# Her\n\nScarlet Johansson breathes and waits.\n")
        assert "name-misspelt" not in await editor.rules("her.md")
        editor.open("her.yaml", "title: Her\ncast: [Scarlett Johansson]\n", "yaml")
        assert "name-misspelt" in [mark.code for mark in await editor.news_of("her.md")]
        # While the notes are no notes, the last good ones hold.
        before = editor.marks[editor.uri("her.md")]
        editor.type("her.yaml", "title: Her\ncast: [Scarlett Johansson\n")
        await editor.until(lambda: editor.marks[editor.uri("her.md")] is not before)
        assert "name-misspelt" in await editor.rules("her.md")
        assert await editor.found("her.yaml")
        editor.close("her.yaml")
        await editor.until(lambda: "name-misspelt" not in editor.codes("her.md"))
        assert await editor.leave() == 0

    session(work())


def test_a_key_is_mended_by_a_quick_fix(tmp_path: Path) -> None:
    async def work() -> None:
        editor = Editor(tmp_path)
        await editor.start()
        editor.open("her.yaml", "title: Her 🎬\nsynopsys:\n  - x\n", "yaml")
        (mark,) = await editor.found("her.yaml")
        (action,) = await editor.actions("her.yaml", mark.range)
        assert action.title == "Replace by “synopsis”"
        editor.take("her.yaml", action)
        assert await editor.found("her.yaml") == []
        assert editor.texts["her.yaml"] == "title: Her 🎬\nsynopsis:\n  - x\n"
        assert await editor.leave() == 0

    session(work())


def test_broken_notes_are_told_at_the_first_line(tmp_path: Path) -> None:
    async def work() -> None:
        (tmp_path / "her.yaml").write_text("title: Her\nyaer: 2013\n", encoding="utf-8")
        editor = Editor(tmp_path)
        await editor.start()
        editor.open("her.md", "# Her\n\nIt waits.\n")
        (mark,) = await editor.found("her.md")
        assert "her.yaml:2:1: " in mark.message
        (tmp_path / "her.yaml").write_text("title: Her\nyear: 2013\n", encoding="utf-8")
        editor.change_files("her.yaml")
        assert not any(mark.code is None for mark in await editor.news_of("her.md"))
        assert await editor.leave() == 0

    session(work())


def test_config_and_settings_of_the_editor(tmp_path: Path) -> None:
    async def work() -> None:
        editor = Editor(tmp_path)
        await editor.start(options={"grammar": "off", "ignore": ["doubled-word"]})
        editor.open("a.md", "The the end is near, and it could of been.\n")
        assert await editor.rules("a.md") == ["could-of"]
        (watch,) = [it for params in editor.watched for it in params.registrations]
        assert watch.method == "workspace/didChangeWatchedFiles"
        (tmp_path / ".review.yaml").write_text("ignore: [could-of]\n", encoding="utf-8")
        editor.change_files(".review.yaml")
        assert await editor.news_of("a.md") == []
        editor.client.workspace_did_change_configuration(
            types.DidChangeConfigurationParams({"review": {"grammar": "off"}})
        )
        assert [mark.code for mark in await editor.news_of("a.md")] == ["doubled-word"]
        (tmp_path / ".review.yaml").write_text("ignoer: [could-of]\n", encoding="utf-8")
        editor.change_files(".review.yaml")
        (mark,) = await editor.news_of("a.md")
        assert "“ignoer” is no setting" in mark.message
        assert await editor.leave() == 0

    session(work())


def test_who_types_on_is_told_of_the_newest_text_only(tmp_path: Path) -> None:
    async def work() -> None:
        editor = Editor(tmp_path)
        await editor.start()
        editor.open("a.md", "The the end.\n")
        for number in range(20):
            editor.type("a.md", f"The the end, {number} times.\n")
        editor.type("a.md", "The end.\n")
        assert "doubled-word" not in await editor.rules("a.md")
        assert len(editor.published) <= 2
        assert await editor.leave() == 0

    session(work())


def test_pages_and_headings(tmp_path: Path) -> None:
    async def work() -> None:
        editor = Editor(tmp_path)
        await editor.start()
        editor.open("her.md", "# Her\n\n## The story\n\nThe the end.\n\n## Verdict\n\nGo.\n")
        page = await editor.hover("her.md", "The the")
        assert page.startswith("**“The” is doubled.**\n\n### doubled-word\n")
        assert "The same word stands twice" in page
        assert await editor.hover("her.md", "Her") == ""
        document = types.TextDocumentIdentifier(editor.uri("her.md"))
        params = types.DocumentSymbolParams(document)
        (title,) = await editor.client.text_document_document_symbol_async(params) or []
        assert isinstance(title, types.DocumentSymbol)
        inside = [(it.name, it.detail) for it in title.children or []]
        assert inside == [("The story", "synopsis"), ("Verdict", None)]
        assert await editor.leave() == 0

    session(work())


def test_what_is_no_draft_and_no_notes_is_left_alone(tmp_path: Path) -> None:
    async def work() -> None:
        editor = Editor(tmp_path)
        await editor.start()
        editor.open("README.md", "The the end.\n")  # the config's `exclude` counts here too
        editor.open("_config.yml", "title: My site\ntheme: minima\nplugins: [jekyll-feed]\n", "yaml")
        editor.open("a.txt", "The the end.\n", "plaintext")
        assert "doubled-word" in await editor.rules("a.txt")
        assert await editor.found("README.md") == []
        assert editor.uri("_config.yml") not in editor.marks
        assert await editor.leave() == 0

    session(work())


def test_names_of_any_kind_and_texts_that_were_never_saved(tmp_path: Path) -> None:
    async def work() -> None:
        editor = Editor(tmp_path)
        await editor.start(str(REVIEW), "lsp", "--stdio")
        (tmp_path / "Amélie & co.yaml").write_text("title: Amélie\ncast: [Audrey Tautou]\n", encoding="utf-8")
        editor.open("Amélie & co.md", "# Amélie\n\nAudrey Tauto smiles.\n")
        assert "name-misspelt" in await editor.rules("Amélie & co.md")
        item = types.TextDocumentItem("untitled:Untitled-1", "markdown", 1, "The the end.\n")
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await editor.until(lambda: item.uri in editor.marks)
        assert [mark.code for mark in editor.marks[item.uri].diagnostics] == ["doubled-word"]
        assert await editor.leave() == 0

    session(work())


def test_notes_stay_notes_while_they_are_taken_apart(tmp_path: Path) -> None:
    async def work() -> None:
        editor = Editor(tmp_path)
        await editor.start()
        editor.open("dune.yaml", "title: Dune\nyear: 2021\n", "yaml")
        assert await editor.found("dune.yaml") == []
        editor.type("dune.yaml", "colour: sand\nheight: tall\n")
        assert await editor.found("dune.yaml")
        editor.type("dune.yaml", "title: Dune\nverdict: it holds: mostly\n")
        (mark,) = await editor.found("dune.yaml")
        action = next(iter(await editor.actions("dune.yaml", mark.range)))
        editor.take("dune.yaml", action)
        assert editor.texts["dune.yaml"] == 'title: Dune\nverdict: "it holds: mostly"\n'
        assert await editor.found("dune.yaml") == []
        assert await editor.leave() == 0

    session(work())


def test_what_holds_for_every_key_is_logged_once(tmp_path: Path) -> None:
    async def work() -> None:
        editor = Editor(tmp_path)
        await editor.start()
        editor.open("a.md", "It waits.\n")
        for text in ("It waits on.\n", "It waits on and on.\n"):
            await editor.found("a.md")
            editor.type("a.md", text)
        await editor.found("a.md")
        assert [text for text in editor.logged if text.startswith("No notes found.")] == editor.logged[:1]
        assert await editor.leave() == 0

    session(work())


CRASHING = """
import sys
from reviewcli.lsp import examining
look = examining.Examiner.look
def crash(self, opened):
    print("a stray word")
    if "CRASH" in opened.text:
        raise ZeroDivisionError("a bug")
    return look(self, opened)
examining.Examiner.look = crash
sys.argv = ["review", "lsp"]
from reviewcli.__main__ import main
sys.exit(main())
"""


def test_a_crash_is_logged_and_the_session_goes_on(tmp_path: Path) -> None:
    async def work() -> None:
        editor = Editor(tmp_path)
        await editor.start(sys.executable, "-c", CRASHING)
        editor.open("a.md", "CRASH\n")
        await editor.until(lambda: editor.logged)
        assert "ZeroDivisionError: a bug" in editor.logged[0]
        editor.type("a.md", "The the end.\n")
        assert "doubled-word" in await editor.rules("a.md")
        assert await editor.leave() == 0

    session(work())


def test_the_process_ends_with_its_input_and_with_exit() -> None:
    # In a process: it leaves without waiting for its threads, and would take the tests with it.
    assert review_process("lsp").code == 0
    ends = b'{"jsonrpc": "2.0", "method": "exit"}'
    ran = review_process("lsp", stdin=b"Content-Length: %d\r\n\r\n%s" % (len(ends), ends))
    assert (ran.code, ran.out) == (1, "")


def test_who_leaves_does_not_wait_for_a_long_draft(tmp_path: Path) -> None:
    async def work() -> None:
        editor = Editor(tmp_path)
        await editor.start(options={"grammar": "off"})
        paragraph = "The film is a masterclass in tension, and it it was very good. " * 20
        editor.open("long.md", "\n\n".join(["# Her", *[paragraph] * 6000]))
        editor.open("her.yaml", "title: Her\ncast:\n  - A B\n", "yaml")
        assert await editor.complete("her.yaml", "- A B\n")  # it is read by now, and answers go on meanwhile
        assert await editor.leave() == 0
        assert editor.uri("long.md") not in editor.marks

    session(work())


def test_without_the_extra_one_line_says_what_to_install() -> None:
    code = "import sys; sys.modules['pygls'] = None; sys.argv = ['review', 'lsp']\n"
    code += "from reviewcli.__main__ import main; sys.exit(main())"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1
    assert 'pip install "review-cli[lsp]"' in ran.stderr


NOTES_WITH_BARS = """\
title: Her
directors: Spike Jonze
cast:
  - Joaquin Phoenix as Theodore Twombly
  - name: Scarlett Johansson
    voice: |
crew:
  |
seen:
  |
performances:
  Joaquin Phoenix: holds close-ups alone
  |
craft:
  music: one tune, too often
  |
critique:
  strengths:
    - it waits
  |
spoilers:
  - text: they leave
    |
|
"""


def completed(text: str, number: int = 0) -> list[str]:
    """What may be typed at a bar of a text, the others gone."""
    parts = text.split("|")
    before = "".join(parts[: number + 1])
    whole = before + "".join(parts[number + 1 :])
    return [item.label for item in completions(whole, len(before), Positions(whole))]


def test_keys_names_and_values_are_completed_where_they_may_stand() -> None:
    assert completed(NOTES_WITH_BARS, 0) == ["yes", "no"]
    assert completed(NOTES_WITH_BARS, 1)[:2] == ["direction", "screenplay"]
    assert completed(NOTES_WITH_BARS, 2) == ["date", "where", "format", "rewatch", "disclosure"]
    assert completed(NOTES_WITH_BARS, 3) == ["Scarlett Johansson", "ensemble"]
    assert "cinematography" in completed(NOTES_WITH_BARS, 4)
    assert "music" not in completed(NOTES_WITH_BARS, 4)
    assert completed(NOTES_WITH_BARS, 5) == ["weaknesses"]
    assert completed(NOTES_WITH_BARS, 6) == ["keywords"]
    top = completed(NOTES_WITH_BARS, 7)
    assert "verdict" in top
    assert not {"title", "cast", "isbn"} & set(top)
    assert "isbn" in completed("kind: book\ntitle: Dune\n|")
    assert completed("title: Her\nkind: |")[:2] == ["film", "documentary"]
    assert completed("title: Her  # the |") == []


def test_a_key_is_explained() -> None:
    text = "title: Her\ncast:\n  - name: Scarlett Johansson\n    voice: yes\n"
    found = key_hover(text, text.index("voice") + 1, Positions(text))
    assert found
    assert "only heard" in str(found.contents)
    assert key_hover(text, text.index("Scarlett"), Positions(text)) is None


@given(st.text("ab:-# \n{}[]'\"é🌆"), st.integers(0, 40))
def test_any_notes_are_completed_without_an_error(text: str, offset: int) -> None:
    text = f"title: Her\ncast:\n{text}"
    at = min(offset, len(text))
    for item in completions(text, at, Positions(text)):
        assert isinstance(item.text_edit, types.TextEdit)
        assert Positions(text).offset(item.text_edit.range.end) == at
    key_hover(text, at, Positions(text))
