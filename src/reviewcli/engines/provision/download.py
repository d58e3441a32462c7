"""LanguageTool as language-tool-python downloads it: its address, its checksum, its unpacking.

What the library lacks is ours: a break costs nothing, the next run takes the download up where it stopped.
"""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from reviewcli.engines.provision.progress import Progress
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import exists, is_file, is_folder

_AGAIN = "Run the command again, which goes on from there; or name one that you have with --from."
_CHUNK = 1 << 20
_PATIENCE = 60


def fetch(folder: Path, progress: Progress) -> Path:
    """A startable LanguageTool in that folder, downloaded as far as it is not there yet.

    Raises:
        ReviewError: it could not be downloaded, or is not what it should be.
    """
    import language_tool_python.download_lt as library
    import requests
    from language_tool_python.exceptions import LanguageToolError
    from language_tool_python.safe_zip import SafeZipExtractor

    version = library.LTP_DOWNLOAD_VERSION
    url = library.ReleaseLocalLanguageTool(version).download_url
    target, part = folder / f"LanguageTool-{version}", folder / f"LanguageTool-{version}.zip.part"
    if is_folder(target):
        return target
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _download(url, part, progress)
        _check(part, os.environ.get("LTP_DOWNLOAD_SHA256") or library.EXPECTED_DOWNLOAD_SHA256[version])
        with zipfile.ZipFile(part) as archive:
            SafeZipExtractor().extractall(archive, folder)
    except requests.RequestException as problem:
        raise ReviewError(f"{url}: {_short(problem)}.", hint=_AGAIN) from problem
    except (OSError, RuntimeError, zipfile.BadZipFile, LanguageToolError) as problem:
        raise ReviewError(f"LanguageTool could not be fetched: {problem}", hint=_AGAIN) from problem
    part.unlink(missing_ok=True)
    return target


def _download(url: str, part: Path, progress: Progress) -> None:
    """Fetch what is missing at the end of the file."""
    import requests

    if exists(part) and not is_file(part):
        part.unlink()
    done = part.stat().st_size if is_file(part) else 0
    asked = {"Range": f"bytes={done}-"} if done else {}
    with requests.get(url, stream=True, timeout=_PATIENCE, headers=asked) as answer:
        if answer.status_code == requests.codes.requested_range_not_satisfiable:
            return  # all of it is there
        answer.raise_for_status()
        if answer.status_code != requests.codes.partial_content:
            done = 0  # a server that cannot go on in the middle begins again
        total = done + int(answer.headers.get("Content-Length", 0))
        with part.open("ab" if done else "wb") as file:
            for chunk in answer.iter_content(_CHUNK):
                file.write(chunk)
                done += len(chunk)
                progress(done, total, "bytes")
    if done < total:
        raise requests.ConnectionError(f"the connection ended after {done} of {total} bytes")


def _check(part: Path, expected: str) -> None:
    """Whether it is what the library knows; what is not is thrown away, since nothing goes on from there."""
    import hashlib

    with part.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != expected.strip().lower():
        part.unlink()
        raise ReviewError("What was downloaded is not LanguageTool: its checksum is wrong.", hint=_AGAIN)


def _short(problem: Exception) -> str:
    words = str(problem)
    if "timed out" in words.lower():
        return "does not answer"
    if "NameResolution" in words or "Max retries" in words or "refused" in words:
        return "cannot be reached"
    return words.rstrip(".")
