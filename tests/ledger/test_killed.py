"""Killed at any moment, a writer leaves the old ledger or the new one."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.ledger.file import parse
from claimcheck.ledger.store import FOLDER, LEDGER, save

from .histories import World

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
TIMES = 40
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
    assert sorted(p.name for p in book.parent.iterdir()) == [".gitattributes", ".gitignore", LEDGER]


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
    for _ in range(TIMES):
        killed(write, chance.uniform(0.002, 0.03))
        assert path.read_bytes() in versions
        drafts += (tmp_path / f".{LEDGER}.tmp").exists()
    assert drafts, "no kill fell into a write, so this showed nothing"
    before = path.read_bytes()
    save(path, b"done", before)
    assert [p.name for p in tmp_path.iterdir()] == [LEDGER]


def test_what_a_killed_update_leaves_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    World.begun(9).write(tmp_path / "news")
    book = tmp_path / "news" / FOLDER / LEDGER
    chance = random.Random(9)
    for _ in range(5):
        killed(lambda: CliRunner().invoke(app, ["ledger", "init", "news"]), chance.uniform(0, 0.1))
        if book.exists():
            parse(book.read_bytes(), "x")
