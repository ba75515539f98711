"""`sources.yaml` beside the articles: what a user knows of each, by file name."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ClaimcheckError, DataFileError, Place
from claimcheck.ingest.metadata import Metadata, read_metadata
from claimcheck.lexicon.document import parse

NAME = "sources.yaml"


@dataclass(frozen=True, slots=True)
class Listed:
    """One sources.yaml."""

    by_name: Mapping[str, Metadata]
    """By the file's name in normal form C: file systems differ in how they spell an accent."""
    notes: tuple[str, ...] = ()

    def of(self, name: str) -> Metadata:
        """What it says of a file."""
        return self.by_name.get(normal(name), Metadata())


def normal(name: str) -> str:
    """A file's name in the one spelling that names are compared in."""
    return unicodedata.normalize("NFC", name)


def load_listed(folder: Path, shown: str) -> Listed:
    """The sources.yaml of a folder, empty where there is none. `shown` is what to call it.

    Raises ClaimcheckError where it cannot be read, DataFileError where it is broken.
    """
    try:
        raw = (folder / NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Listed({})
    except OSError as error:
        raise ClaimcheckError(f"{shown}: cannot be read ({error.strerror}); check its permissions or remove it") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise DataFileError(Place(shown, line, 1), "this is not valid UTF-8; save the file as UTF-8") from None
    document = parse(text, shown)
    if document is None or (document.is_text and not document.text()):
        return Listed({})
    there = {normal(name) for name in _names(folder)}
    by_name: dict[str, Metadata] = {}
    notes = []
    for name, row in document.pairs():
        if "/" in name:
            raise row.wrong(f"{name!r} is in another folder; put a sources.yaml beside that file")
        if normal(name) not in there:
            notes.append(f"{shown} names {name}, and there is no such file beside it.")
        by_name[normal(name)] = read_metadata(row)
    return Listed(by_name, tuple(notes))


def _names(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []
