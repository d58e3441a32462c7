"""The language server, spoken to by a client as an editor is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from editor import Editor, session
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
            mark = next((it for it in await editor.found("her.md") if it.code == rule), None)
            assert mark, (rule, marks.keys())
            action = next(
                it for it in await editor.actions("her.md", mark.range) if it.title.startswith(title)
            )
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
