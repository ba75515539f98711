"""Where ledgers live on disk: found from the articles upwards, written whole or not at all, never over another's writing."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.files import exists, is_file, replace
from claimcheck.ledger import file, judgements
from claimcheck.ledger.judgements import Judgement
from claimcheck.ledger.ledger import Ledger

FOLDER = ".claimcheck"
LEDGER = "ledger.jsonl"
JUDGEMENTS = "judgements.jsonl"
HELPERS = ((".gitattributes", "*.jsonl merge=union text eol=lf\n"), (".gitignore", "*.tmp\n"))
"""Files beside a ledger: git then keeps the lines of both branches, and never a half-written file."""
_PATIENCE = 5.0
"""Seconds to wait for another writer, who needs milliseconds."""
_PAUSE = 0.02


class LedgerError(ClaimcheckError):
    """The ledger cannot be read or written."""


def home(paths: Sequence[str | Path], cwd: Path | None = None) -> Path:
    """The folder that holds all of `paths`: where a ledger for them is looked for first, and made.

    A path that does not exist (a glob, `-`) counts as its nearest folder that does.
    """
    base = (cwd or Path.cwd()).resolve()
    folders = [_folder(base / str(path)) if str(path) != "-" else base for path in paths] or [base]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # Windows: two drives have nothing in common
        return base


def discover(start: Path, name: str = LEDGER) -> Path | None:
    """The ledger of a folder or of the nearest one above it, up to the root of its git repository; None where there is none.

    With `name` another file that lies where ledgers do.
    """
    for folder in (start, *start.parents):
        candidate = folder / FOLDER / name
        if is_file(candidate):
            return candidate
        if exists(folder / ".git"):
            return None
    return None


def suggested(start: Path) -> Path:
    """Where to make a ledger for the articles of a folder: at the root of its git repository, or in the folder itself."""
    root = next((folder for folder in (start, *start.parents) if exists(folder / ".git")), start)
    return root / FOLDER / LEDGER


def load(path: Path, shown: str | None = None) -> tuple[Ledger, bytes]:
    """A ledger and its bytes, which `save` wants back to see that nobody wrote in between.

    Raises:
        LedgerError: There is no such file, or it cannot be read.
        DataFileError: It is damaged or of a newer format.
    """
    name = shown or str(path)
    data = contents(path)
    if data is None:
        raise LedgerError(f"there is no ledger at {name}; make one with `claimcheck ledger init`")
    return file.parse(data, name), data


def contents(path: Path) -> bytes | None:
    """The bytes of a file; None where it does not exist. Raises LedgerError where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LedgerError(f"{path} cannot be read ({_why(error)}); look at what is there, and at its permissions") from None


def load_judgements(path: Path, shown: str | None = None) -> tuple[Judgement, ...]:
    """The judgements of a file; none where it does not exist. Raises LedgerError, DataFileError."""
    data = contents(path)
    return judgements.parse(data, shown or str(path)) if data is not None else ()


def add_judgement(path: Path, new: Judgement) -> bool:
    """Keeps a judgement, in the place of an earlier one on the same claims. Whether the file had to be written for it.

    Raises:
        LedgerError: The file cannot be read or written, or somebody else writes it.
        DataFileError: It is damaged, of a newer format, or would contradict itself with this judgement.
    """
    before = contents(path)
    known = judgements.parse(before, str(path)) if before is not None else ()
    data = judgements.serialise(judgements.added(known, new))
    judgements.parse(data, str(path))
    return save(path, data, before)


def save(path: Path, data: bytes, before: bytes | None) -> bool:
    """Write a file whole or not at all.

    Args:
        path: Where to; its folder is made if need be.
        data: The new contents.
        before: What the file held when it was read; None where there was none.

    Returns:
        Whether anything was written: equal contents are left alone.

    Raises:
        LedgerError: The file holds something else by now, somebody else is writing, or the folder cannot be written.
    """
    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target.parent):
            if contents(target) != before:
                raise LedgerError(f"{path} was changed by somebody else in the meantime, so nothing was written; run this again")
            if data == before:
                return False
            # One draft for all writers: the lock says that no other is at work.
            replace(target, lambda out: out.write(data), target.with_name(f".{target.name}.tmp"))
    except OSError as error:
        raise LedgerError(f"{path} cannot be written ({_why(error)}); look at what is there, and at its permissions") from None
    return True


def add_helpers(folder: Path) -> tuple[Path, ...]:
    """Writes the files that stand beside a ledger where they are missing, and gives those it wrote. Raises LedgerError."""
    made = []
    for name, text in HELPERS:
        path = folder / name
        if contents(path) is None:
            save(path, text.encode(), None)
            made.append(path)
    return tuple(made)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Alone in a folder. The lock is on the folder itself: it leaves no file behind, and ends with its process."""
    if os.name != "posix":
        yield
        return
    import fcntl  # noqa: PLC0415 - not everywhere

    handle = os.open(folder, os.O_RDONLY)
    try:
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise LedgerError(f"another claimcheck is writing in {folder}; try again when it is done") from None
                time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _folder(path: Path) -> Path:
    path = Path(os.path.normpath(path))
    while not path.is_dir():
        path = path.parent
    return path.resolve()
