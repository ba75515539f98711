"""Reports to files: whole or not at all, and never over an article."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from claimcheck.config.outputs import STDOUT, Output
from claimcheck.errors import ClaimcheckError
from claimcheck.files import real, replace


def check(outputs: Sequence[Output]) -> None:
    """Looks, before the work begins, whether files can be written there. Raises ClaimcheckError."""
    seen: dict[str, Output] = {}
    for one in outputs:
        place = one.path if one.path == STDOUT else str(real(Path(one.path)))
        if place in seen:
            where = "standard output" if one.path == STDOUT else one.path
            raise ClaimcheckError(
                f"{seen[place].format.value} and {one.format.value} are both to go to {where}; give one of them a file of its own"
            )
        seen[place] = one
        if one.path == STDOUT:
            continue
        folder = Path(place).parent
        try:
            taken, there = Path(place).is_dir(), folder.is_dir()
        except OSError as error:
            raise ClaimcheckError(_refused(one.path, error)) from None
        if taken:
            raise ClaimcheckError(f"{one.path} is a folder; name a file in it for the {one.format.value} report")
        if not there:
            raise ClaimcheckError(
                f"the folder of {one.path} does not exist; make it, or write the {one.format.value} report elsewhere"
            )


def spare(outputs: Iterable[Output], articles: Iterable[str]) -> None:
    """Refuses to write over what was read as an article. Raises ClaimcheckError."""
    read = {str(real(Path(a))) for a in articles}
    for one in outputs:
        if one.path != STDOUT and str(real(Path(one.path))) in read:
            raise ClaimcheckError(
                f"{one.path} was read as an article and would be written over by the {one.format.value} report; "
                "write the report elsewhere, or move the earlier report out of the articles"
            )


def write_file(path: str, write: Callable[[BinaryIO], object]) -> None:
    """Writes a file beside its place and moves it there, so that a reader finds the old one or the whole new one.

    What is no regular file (a device, a pipe) is written to as it stands.

    Raises:
        ClaimcheckError: It cannot be written.
    """
    place = real(Path(path))
    try:
        if place.exists() and not place.is_file():
            with place.open("wb") as out:
                write(out)
            return
        replace(place, write, place.with_name(f".{place.name[:100]}.{os.getpid()}.part"))
    except OSError as error:
        raise ClaimcheckError(_refused(path, error)) from None


def _refused(path: str, error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    remedy = "look at its permissions" if isinstance(error, PermissionError) else "make room for it"
    return f"{path} cannot be written ({reason}); {remedy} or write elsewhere"
