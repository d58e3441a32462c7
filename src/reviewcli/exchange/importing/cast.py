"""A cast list as text: NAME as ROLE, NAME ... ROLE, columns between tabs, a table in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewcli.exchange.importing.credited import Credit, cast_values, credit
from reviewcli.exchange.importing.entry import Entry, Found
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source
from reviewcli.texts.yaml.quoting import shown

_NAMES = frozenset(
    {"actor", "actress", "name", "performer", "cast", "player", "artist", "actors", "voice actor"}
)
_ROLES = frozenset({"role", "character", "part", "roles", "characters", "character name"})
_MOST_WORDS = 7  # of a name that stands alone on its line


def read(sources: Sequence[Source]) -> Found:
    """The cast of each source, as notes that are only that."""
    entries: list[Entry] = []
    problems: list[ReviewError] = []
    for source in sources:
        found = list(_credits(source, problems))
        if found:
            entries.append(Entry(values={"cast": cast_values(found)}, place=Place(source.path), partial=True))
        elif not problems:
            hint = "Write lines such as: Joaquin Phoenix as Theodore."
            problems.append(ReviewError("holds no cast list.", Place(source.path), hint))
    return Found(tuple(entries), tuple(problems))


def _credits(source: Source, problems: list[ReviewError]) -> Iterator[Credit]:
    role_first = False
    for number, line in enumerate(re.split(r"\r\n|\r|\n", source.text), 1):
        cells = _cells(line)
        if not re.search(r"\w", "".join(cells)):
            continue
        if (order := _header(cells)) is not None:
            role_first = order
        elif len(cells) > 1:
            yield credit(*(cells[1::-1] if role_first else cells[:2]))
        elif parted := _parted(cells[0]):
            yield credit(*parted)
        elif not cells[0].endswith(":"):  # Cast:
            message = f"“{shown(cells[0], 40)}” is no line of a cast list."
            problems.append(ReviewError(message, Place(source.path, number, 1), "Write NAME as ROLE."))


def _cells(line: str) -> list[str]:
    """The columns of a line, without the markup of lists, tables and links; a bare line is one."""
    line = line.strip(" ").strip("\ufeff")
    if re.fullmatch(r"[\s|:+=-]*", line):
        return []
    line = re.sub(r"^(?:[-*•+]|\d{1,3}[.)])\s+", "", line)
    line = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)", r"\1", line)
    line = re.sub(r"(?<!\w)(\*\*|\*|__|_)(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", line)
    if line.startswith("|") or line.count("|") >= 1:
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
    elif "\t" in line:
        cells = [cell.strip() for cell in line.split("\t")]
    else:
        cells = [cell.strip() for cell in re.split(r"\s{3,}", line)]
    return [cell for cell in cells if cell and not re.fullmatch(r"[.…·\s]+", cell)]


def _header(cells: list[str]) -> bool | None:
    """Whether the role comes first, where these cells are a table's header; None where they are none."""
    names = [cell.casefold().strip(":") for cell in cells[:2]]
    return names[0] in _ROLES if all(name in _NAMES | _ROLES for name in names) else None


def _parted(text: str) -> tuple[str, str] | None:
    """The name and the role of a line; a name may stand alone."""
    if text.endswith(":"):
        return None
    for pattern in (
        r"(.+?)\s*(?:\.{2,}|…+|·{2,})\s*(.+)",
        r"(.+?)\s+as\s+(.+)",
        r"(.+?)\s+(?:plays|voices)\s+(.+)",
        r"(.+?)\s*(?:\s[-–—]\s|—|:\s)\s*(.+)",
        r"([^()]+?)\s*\((?!voice|uncredited)([^()]+)\)",
    ):
        match = re.fullmatch(pattern, text)
        if match and len(match[1].split()) <= _MOST_WORDS:
            role = _without_description(match[2])
            return (match[1], role) if len(role.split()) <= _MOST_WORDS + 5 else None
    return (text, "") if _is_name(text) else None


def _is_name(text: str) -> bool:
    """Whether a name may be all of this: few words, and no full stop but an initial's."""
    is_ended = text.endswith((".", "!", "?")) and not re.search(r"\b(?:[JS]r|[A-Z])\.$", text)
    return len(text.split()) <= _MOST_WORDS and text[0].isalnum() and not is_ended


def _without_description(role: str) -> str:
    """The role without who that is: Theodore, of “Theodore, a lonely man”."""
    return re.split(r",\s+(?=(?:a|an|the|who|whose|his|her|their|one|former)\s)|:\s", role, maxsplit=1)[
        0
    ].rstrip(".;,")
