"""Killed at any moment, a writer leaves the old file or the new one.

`KILLS=200 pytest -n0 --log-cli-level=INFO tests/ledger/test_killed.py` kills that often; otherwise a few times
show a broken mechanism.
"""

from __future__ import annotations

import io
import logging
import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest
from typer.testing import CliRunner

import claimcheck
from claimcheck.cli import app
from claimcheck.ledger import session
from claimcheck.ledger.ledger import Ledger
from claimcheck.ledger.run import beside, sight
from claimcheck.ledger.store import FOLDER, JUDGEMENTS, LEDGER, add_helpers, save

from .factories import TODAY, reached
from .histories import World
from .test_terminal import Session

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
LOG = logging.getLogger(__name__)
TIMES = int(os.environ.get("KILLS", "12"))
UPDATE = ["ledger", "update", "news", "--accept-new"]


def started(work: Callable[[], object]) -> multiprocessing.process.BaseProcess:
    """A process of its own that does the work; forked, so that no kill falls into the loading of modules."""
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    return process


def killed(work: Callable[[], object], after: float) -> None:
    process = started(work)
    time.sleep(after)
    if process.pid is not None and process.is_alive():
        os.kill(process.pid, signal.SIGKILL)
    process.join()


def stepped(work: Callable[[], object], last: int | None = None) -> int:
    """Does the work and counts its calls of the system; before the `last` of these the process kills itself."""
    count = 0

    def watch(_: FrameType, event: str, called: object) -> None:
        nonlocal count
        of_system = getattr(called, "__module__", None) in ("posix", "fcntl")
        if event == "c_call" and (of_system or isinstance(getattr(called, "__self__", None), io.IOBase)):
            count += 1
            if count == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def cut_off(work: Callable[[], object], step: int) -> None:
    process = started(lambda: stepped(work, step))
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL)


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


# --- at every step -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("old", [None, b"old\n"])
def test_a_write_cut_off_at_each_of_its_steps(tmp_path: Path, old: bytes | None) -> None:
    path = tmp_path / FOLDER / LEDGER

    def reset() -> None:
        path.unlink(missing_ok=True)
        if old is not None:
            save(path, old, None)

    reset()
    steps = stepped(lambda: save(path, b"new\n", old))
    seen = set()
    for step in range(1, steps + 1):
        reset()
        cut_off(lambda: save(path, b"new\n", old), step)
        found = path.read_bytes() if path.exists() else None
        assert found in (old, b"new\n"), step
        seen.add(found)
        save(path, b"after\n", found)  # what a stopped writer left, a draft or a lock, hinders nobody
        assert names(path.parent) == [LEDGER]
    assert seen == {old, b"new\n"}


class Typed:
    """A person at a terminal who types this."""

    width = 80

    def __init__(self, keys: str, lines: list[str]) -> None:
        self._keys, self._lines = iter(keys), iter(lines)

    def show(self, lines: list[str]) -> None:
        pass

    def key(self) -> str:
        return next(self._keys)

    def line(self) -> str:
        return next(self._lines)


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A folder `news` with three discrepancies, and the folder above it as the current one."""
    worlds = (World.begun(seed) for seed in range(100))
    world = next(w for w in worlds if sum(len(said) > 1 for said in w.values().values()) == 3)
    world.write(tmp_path / "news")
    monkeypatch.chdir(tmp_path)
    return world


def reviewing(book: Path) -> Callable[[], object]:
    """A review of all that is open, answered: real, not (about two things), unsure."""
    report = beside(claimcheck.compare(["news"]), Ledger(), reached, TODAY)
    setting = session.Setting(report, sight(report, reached), book, None, Ledger(), "Ada", TODAY)
    return lambda: session.run(setting, Typed("ynyu", ["Both count.\n", "Two days.\n", "Ask again.\n"]))


def moments(work: Callable[[], object], files: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes | None, ...]]:
    """What the files hold at the beginning and after each write, in turn."""
    now = [tuple(file.read_bytes() if file.exists() else None for file in files)]

    def saving(path: Path, data: bytes, before: bytes | None) -> bool:
        wrote = save(path, data, before)
        now.append(tuple(file.read_bytes() if file.exists() else None for file in files))
        return wrote

    with monkeypatch.context() as patched:
        patched.setattr("claimcheck.ledger.store.save", saving)
        work()
    return now


def test_a_review_cut_off_anywhere_keeps_the_answers_up_to_there(
    news: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = tmp_path / FOLDER / LEDGER
    files = (book, book.with_name(JUDGEMENTS))
    work = reviewing(book)
    states = moments(work, files, monkeypatch)
    assert len(set(states)) == 5
    for file in files:
        file.unlink()
    steps = stepped(work)
    chance, seen = random.Random(5), set()
    for _ in range(TIMES * 2):
        for file in files:
            file.unlink(missing_ok=True)
        cut_off(work, chance.randint(1, steps))
        found = tuple(file.read_bytes() if file.exists() else None for file in files)
        assert found in states
        seen.add(found)
    assert len(seen) > 2


# --- by a signal, at random moments --------------------------------------------------------------------------------------------


def test_a_killed_update_leaves_the_old_ledger_or_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    world, chance = World.begun(7), random.Random(7)
    world.write(tmp_path / "news")
    book = tmp_path / FOLDER / LEDGER
    (tmp_path / ".git").mkdir()
    assert CliRunner().invoke(app, ["ledger", "init", "news"]).exit_code == 0
    old = book.read_bytes()
    for _ in range(3):
        world.change()
    world.write(tmp_path / "news")
    begun = time.monotonic()
    assert CliRunner().invoke(app, UPDATE).exit_code == 0
    took = time.monotonic() - begun
    new = book.read_bytes()
    assert old != new
    ends = {old: 0, new: 0}
    for _ in range(TIMES):
        book.write_bytes(old)
        killed(lambda: CliRunner().invoke(app, UPDATE), chance.uniform(0, took * 2))
        ends[book.read_bytes()] += 1
    assert CliRunner().invoke(app, UPDATE).exit_code == 0
    assert book.read_bytes() == new
    assert names(book.parent) == [".gitattributes", ".gitignore", LEDGER]
    LOG.info("killed %d updates: %d left the old ledger, %d the new one", TIMES, ends[old], ends[new])


def test_a_writer_killed_while_writing_leaves_one_whole_file(tmp_path: Path) -> None:
    path, chance = tmp_path / LEDGER, random.Random(11)
    versions = [b"".join(b"%d %d\n" % (number, line) for line in range(4000)) for number in range(2)]
    path.write_bytes(versions[0])

    def write() -> None:
        while True:
            for one, two in (versions, versions[::-1]):
                if path.read_bytes() == one:
                    save(path, two, one)

    drafts = 0
    for _ in range(max(TIMES, 30)):
        killed(write, chance.uniform(0.002, 0.03))
        assert path.read_bytes() in versions
        drafts += (tmp_path / f".{LEDGER}.tmp").exists()
    assert drafts, "no kill fell into a write, so this showed nothing"
    before = path.read_bytes()
    save(path, b"done", before)
    assert names(tmp_path) == [LEDGER]


def reviews(times: int) -> Iterator[float]:
    """Moments of a review to kill it at, as parts of how long it takes: more of them where it answers and writes."""
    chance = random.Random(13)
    return (chance.uniform(0, 1.2) for _ in range(times))


def test_a_killed_review_leaves_the_answers_up_to_there(news: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = tmp_path / "news" / FOLDER / LEDGER
    files = (book, book.with_name(JUDGEMENTS))
    states = moments(reviewing(book), files, monkeypatch)
    add_helpers(book.parent)
    command = ["review", "news", "--by", "Ada", "--today", TODAY.isoformat()]
    took, ends = None, dict.fromkeys(states, 0)
    for moment in [None, *reviews(max(TIMES // 4, 2) if TIMES < 200 else TIMES)]:
        for file in files:
            file.unlink(missing_ok=True)
        person = Session(tmp_path, *command)
        person.expect(r"\[q\]uit\n> ")
        begun = time.monotonic()
        person.type("yBoth count.\nnTwo days.\nyuAsk again.\n")
        if moment is None:
            person.expect("0 left open")
            took = time.monotonic() - begun
        else:
            assert took is not None
            time.sleep(moment * took)
            person.process.kill()
        person.ended()
        found = tuple(file.read_bytes() if file.exists() else None for file in files)
        assert found in states
        ends[found] += 1
    assert names(book.parent)[:2] == [".gitattributes", ".gitignore"]
    LOG.info("killed reviews: this many left the files as they were after 0, 1, 2 ... writes: %s", list(ends.values()))
