"""Files: where they are, and writing one whole or not at all, so that nobody ever reads a half."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_NEW = 0o666
"""The permissions of a new file, before the user's mask."""


def replace(place: Path, write: Callable[[BinaryIO], object], draft: Path) -> None:
    """Writes a draft and moves it to its place: a rename is whole or nothing, a write is not.

    Args:
        place: Where the file is to be. The permissions of one that is there are kept.
        write: Writes the contents.
        draft: A file in the same folder that nobody else writes; one that a stopped writer left there is removed.

    Raises:
        OSError: It cannot be written. The place is as it was, and the draft gone.
    """
    with suppress(FileNotFoundError):
        draft.unlink()
    mode = stat.S_IMODE(place.stat().st_mode) if place.exists() else None
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode or _NEW), "wb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        if mode is not None:
            draft.chmod(mode)
        draft.replace(place)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    _sync(place.parent)


def real(path: Path) -> Path:
    """Where a path leads. Unlike `Path.resolve` it never fails, also for a link that leads to itself; a name that the locale
    cannot write stays as it is.
    """
    try:
        return Path(os.path.realpath(path))
    except UnicodeEncodeError:
        return path


def exists(path: Path) -> bool:
    """Whether something is there. In a folder that may not be entered nothing is found, and nothing fails."""
    try:
        return path.exists()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether a file is there, told as `exists` tells it."""
    try:
        return path.is_file()
    except OSError:
        return False


def _sync(folder: Path) -> None:
    """Makes the rename last through a power cut. Some file systems have no such thing, and the file is whole without it."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
