"""What was found before: a file of fingerprints, so that only what is new is reported.

A fingerprint is the rule, the words that it marks and a few words on either side. Lines may move and neighbours
change; where one finding goes and another of the same rule comes, the new one is seen.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from reviewcli.linting.report import Located
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import exists, read_source
from reviewcli.texts.writing import one_at_a_time, write_whole

VERSION = 1
_AROUND = 4  # words on either side
_LONGEST = 12  # words; of a longer match only both ends count
_TELLING = 4  # words; as many are not met twice by chance
_WINDOW = 200


class Known(msgspec.Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """A fingerprint."""

    rule: str
    match: str
    before: str = ""
    after: str = ""


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fingerprints of each draft, by its path as seen from the folder of the baseline."""

    version: int
    files: dict[str, list[Known]]


def fingerprint(text: str, finding: Located) -> Known:
    """What a finding is known by; the words around it are those of its paragraph."""
    before = text[max(0, finding.start - _WINDOW) : finding.start].replace("\r\n", "\n")
    after = text[finding.end : finding.end + _WINDOW].replace("\r\n", "\n")
    words = finding.match.split()
    if len(words) > _LONGEST:
        words = [*words[: _LONGEST // 2], "…", *words[-_LONGEST // 2 :]]
    return Known(
        rule=finding.rule,
        match=" ".join(words),
        before=" ".join(before.rpartition("\n\n")[2].split()[-_AROUND:]),
        after=" ".join(after.partition("\n\n")[0].split()[:_AROUND]),
    )


def unknown(text: str, findings: Sequence[Located], known: Iterable[Known]) -> tuple[Located, ...]:
    """The findings that are not known; each fingerprint stands for one of them."""
    open_ = list(known)
    left = list(findings)
    for is_same in _WAYS:
        still: list[Located] = []
        for finding in left:
            mark = fingerprint(text, finding)
            place = next((n for n, it in enumerate(open_) if is_same(it, mark)), None)
            if place is None:
                still.append(finding)
            else:
                del open_[place]
        left = still
    return tuple(left)


def _has_a_side(one: Known, other: Known) -> bool:
    before = bool(one.before) and one.before == other.before
    after = bool(one.after) and one.after == other.after
    return (one.rule, one.match) == (other.rule, other.match) and (before or after)


def _has_a_telling_match(one: Known, other: Known) -> bool:
    return (one.rule, one.match) == (other.rule, other.match) and len(one.match.split()) >= _TELLING


# The surest first, so that a finding whose neighbours changed takes no other's fingerprint.
_WAYS: tuple[Callable[[Known, Known], bool], ...] = (
    lambda one, other: one == other,
    _has_a_side,
    _has_a_telling_match,
)


def name_in(file: Path, draft: Path | None) -> str:
    """What a baseline in that file calls a draft; standard input without a name is `-`."""
    if draft is None:
        return "-"
    return Path(os.path.relpath(draft.absolute(), file.absolute().parent)).as_posix()


def read_baseline(file: Path) -> Baseline:
    """Read a baseline.

    Raises:
        ReviewError: there is no such file, or it holds something else.
    """
    hint = f"Write one: review lint --write-baseline {file} …"
    if not exists(file):
        raise ReviewError("there is no such baseline.", Place(str(file)), hint)
    try:
        baseline = msgspec.json.decode(read_source(str(file)).text.encode("utf-8"), type=Baseline)
    except msgspec.MsgspecError as error:
        raise ReviewError(f"is no baseline: {_reason(error)}.", Place(str(file)), hint) from None
    if baseline.version != VERSION:
        message = f"is a baseline of version {baseline.version}, and this program reads {VERSION}."
        raise ReviewError(message, Place(str(file)), hint)
    return baseline


def write_baseline(file: Path, found: Mapping[str, Iterable[Known]]) -> None:
    """Write what was found in these drafts; what a baseline there says of other drafts that still exist stays.

    Raises:
        ReviewError: the file holds something that is no baseline, or cannot be written.
    """
    with one_at_a_time(file):
        _write(file, found)


def _write(file: Path, found: Mapping[str, Iterable[Known]]) -> None:
    files = {name: sorted(known) for name, known in found.items()}
    if exists(file):
        folder = file.absolute().parent
        for name, known in read_baseline(file).files.items():
            if name not in files and exists(folder / name):
                files[name] = sorted(known)
    kept = {name: files[name] for name in sorted(files) if files[name]}
    text = msgspec.json.format(msgspec.json.encode(Baseline(VERSION, kept)), indent=1).decode("utf-8")
    write_whole(file, f"{text}\n", force=True)


def _reason(error: Exception) -> str:
    text = str(error).rstrip(".")
    return text if text[:4].isupper() else text[:1].lower() + text[1:]
