"""Paths as a user names them to the files they mean: folders, files, patterns and `-`."""

from __future__ import annotations

import glob
import os
import stat
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.ingest.readers import READERS
from claimcheck.ingest.sources import NAME as SOURCES
from claimcheck.ingest.sources import normal
from claimcheck.model.article import SkippedArticle

_NEVER = frozenset({SOURCES, "gold.yaml"})
"""Files about articles; they are none themselves, even where a shell's pattern names them."""
_NOT_STORIES = frozenset({"readme"})
"""Names (without their ending) that are passed over in folders."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file to be read."""

    file: Path
    shown: str
    """Its path as the user would name it, with forward slashes."""


@dataclass(slots=True)
class Walk:
    """What the paths came to."""

    files: list[FoundFile] = field(default_factory=list)
    """Sorted by path; each file once."""
    skipped: list[SkippedArticle] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    stdin: bool = False
    """Whether `-` was among the paths."""


def walk(paths: Sequence[str | Path]) -> Walk:
    """The files that the paths mean. Raises ClaimcheckError for a path or pattern that means none."""
    found = Walk()
    seen: set[str] = set()
    for path in paths:
        if str(path) == "-":
            found.stdin = True
            continue
        named = _existing(Path(path)) if str(path) else None
        if named is not None:
            _add(found, seen, named, always=True)
        else:
            _add_pattern(found, seen, str(path))
    found.files.sort(key=lambda f: normal(f.shown))
    found.skipped.sort(key=lambda s: normal(s.path))
    return found


def shown(path: Path) -> str:
    """A path for a person: forward slashes, and nothing that cannot be printed."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _existing(path: Path) -> Path | None:
    """The path, in the spelling of accents that the file system has; None where there is nothing of that name."""
    if os.path.lexists(path):
        return path
    spellings = (Path(unicodedata.normalize("NFC", str(path))), Path(unicodedata.normalize("NFD", str(path))))
    return next((spelling for spelling in spellings if os.path.lexists(spelling)), None)


def _add(found: Walk, seen: set[str], path: Path, *, always: bool) -> None:
    """Add a file or all files of a folder. `always`: also a file whose ending no reader knows."""
    if path.is_dir():
        before = len(found.files) + len(found.skipped)
        _add_folder(found, seen, path)
        if len(found.files) + len(found.skipped) == before and not _holds_seen(seen, path):
            endings = ", ".join(READERS)
            found.notes.append(f"{shown(path)}: there is nothing to read in this folder; articles end in {endings}.")
    elif always or _is_article(path.name):
        _add_file(found, seen, path)


def _holds_seen(seen: set[str], path: Path) -> bool:
    inside = Path(os.path.realpath(path))
    return any(inside in Path(name).parents for name in seen)


def _add_file(found: Walk, seen: set[str], path: Path) -> None:
    real = os.path.realpath(path)
    if real not in seen and path.name not in _NEVER:
        seen.add(real)
        found.files.append(FoundFile(path, shown(path)))


def _add_folder(found: Walk, seen: set[str], folder: Path) -> None:
    """All articles below a folder; links to folders are followed, each folder once, so that a loop of links ends."""
    visited: set[str] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in visited:
            continue
        visited.add(real)
        try:
            entries = sorted(here.iterdir(), key=lambda p: normal(p.name))
        except OSError as error:
            found.skipped.append(
                SkippedArticle(shown(here), f"the folder cannot be opened ({_why(error)}); check its permissions.")
            )
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                waiting.append(entry)
            elif _is_article(entry.name):
                _add_entry(found, seen, entry)


def _add_entry(found: Walk, seen: set[str], entry: Path) -> None:
    """A file of a folder, which may be no file at all: reading a pipe would never end."""
    try:
        regular = stat.S_ISREG(entry.stat().st_mode)
    except OSError as error:
        found.skipped.append(SkippedArticle(shown(entry), f"it cannot be opened ({_why(error)}); mend the link or remove it."))
        return
    if regular:
        _add_file(found, seen, entry)
    else:
        found.skipped.append(SkippedArticle(shown(entry), "it is not a regular file; remove it from the folder."))


def _add_pattern(found: Walk, seen: set[str], pattern: str) -> None:
    if not glob.has_magic(pattern):
        raise ClaimcheckError(f"{pattern or '(empty path)'}: there is no such file or folder; check the path")
    spellings = (unicodedata.normalize("NFC", pattern), unicodedata.normalize("NFD", pattern))
    # Path.glob has no patterns that begin at the root, and users name those too.
    matches = sorted({match for spelling in spellings for match in glob.iglob(spelling, recursive=True)}, key=normal)  # noqa: PTH207
    if not matches:
        raise ClaimcheckError(f"{pattern}: no file matches this pattern; check it, and put it in quotes")
    always = Path(pattern).suffix not in ("", ".*") and not glob.has_magic(Path(pattern).suffix)
    before = len(found.files) + len(found.notes) + len(found.skipped)
    for match in matches:
        _add(found, seen, Path(match), always=always)
    if len(found.files) + len(found.notes) + len(found.skipped) == before:
        found.notes.append(f"{pattern}: none of the files that match is new, or an article; articles end in {', '.join(READERS)}.")


def _is_article(name: str) -> bool:
    path = Path(name)
    return path.suffix.lower() in READERS and path.stem.lower() not in _NOT_STORIES and name not in _NEVER


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
