"""A review through a real pseudo-terminal of 80 columns, with the command as it is installed."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck.ledger.file import parse
from claimcheck.ledger.store import FOLDER, LEDGER

from .histories import World

pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")
PATIENCE = 20.0


class Session:
    """A person at a terminal."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (24, 80))
        environment = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "CI")}
        command = [sys.executable, "-m", "claimcheck", *arguments]
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env={**environment, "TERM": "xterm"},
            start_new_session=True,
        )
        os.close(slave)
        self.said = ""
        self.read_to = 0

    def expect(self, pattern: str) -> str:
        """What is said up to that."""
        end = time.monotonic() + PATIENCE
        while not (found := re.compile(pattern).search(self.said, self.read_to)):
            if not self._more(end - time.monotonic()):
                raise AssertionError(f"{pattern!r} was not said, but: {self.said[self.read_to :]!r}")
        self.read_to = found.end()
        return self.said

    def type(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def ended(self) -> int:
        end = time.monotonic() + PATIENCE
        while self._more(end - time.monotonic()):
            pass
        os.close(self.master)
        return self.process.wait(PATIENCE)

    def _more(self, patience: float) -> bool:
        if patience <= 0 or not select.select([self.master], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:  # the other end is closed
            return False
        self.said += data.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(data)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Where the ledger of a folder with three discrepancies is going to be."""
    worlds = (World.begun(seed) for seed in range(100))
    next(w for w in worlds if sum(len(said) > 1 for said in w.values().values()) == 3).write(tmp_path / "news")
    return tmp_path / "news" / FOLDER / LEDGER


def test_a_review_is_answered_saved_and_taken_up_again(book: Path) -> None:
    folder = book.parents[2]
    first = Session(folder, "review", "news", "--by", "Ada", "--today", "2026-03-01")
    first.expect("1 of 3, NEW: ")
    first.expect(r"\[q\]uit\n> ")
    first.type("y")
    first.expect(r"Why\?.*\n> ")
    first.type("Both hospitals count.\n")
    first.expect("2 of 3, NEW: ")
    (entry,) = parse(book.read_bytes(), "x").entries
    assert entry.decision
    assert (entry.decision.by, entry.decision.reason) == ("Ada", "Both hospitals count.")
    first.expect(r"\[q\]uit\n> ")
    first.type("x")
    first.expect("press one of y, n, u, s, b, q")
    first.expect(r"\[q\]uit\n> ")
    first.type("q")
    first.expect("1 accepted; 2 left open; wrote news/.claimcheck/ledger.jsonl")
    assert first.ended() == 0
    lines = re.split(r"\n|\r", first.said.replace("\x1b[K", ""))  # the line of progress is wiped and drawn over
    assert max(len(line) for line in lines) <= 80
    second = Session(folder, "review", "news", "--by", "Bo", "--today", "2026-03-02")
    second.expect("1 of 2, NEW: ")
    second.type("uAsk again.\ns")
    second.expect("1 unsure; 1 left open")
    assert second.ended() == 0
    assert len(parse(book.read_bytes(), "x").entries) == 2


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_review_that_is_stopped_keeps_what_was_answered(book: Path, how: signal.Signals) -> None:
    session = Session(book.parents[2], "review", "news", "--by", "Ada")
    session.expect(r"\[q\]uit\n> ")
    session.type("yBoth hospitals count.\n")
    session.expect("2 of 3, NEW: ")
    session.expect(r"\[q\]uit\n> ")
    session.type("nTwo days.\n")
    session.expect("different things")
    session.process.send_signal(how)
    assert session.ended() == (130 if how is signal.SIGINT else -signal.SIGKILL)
    (entry,) = parse(book.read_bytes(), "x").entries
    assert entry.decision is not None


def test_what_somebody_else_wrote_meanwhile_is_not_lost(book: Path) -> None:
    session = Session(book.parents[2], "review", "news", "--by", "Ada")
    session.expect(r"\[q\]uit\n> ")
    book.parent.mkdir()
    book.write_bytes(b'{"claimcheck-ledger": 1}\n')
    session.type("yBoth hospitals count.\n")
    session.expect("was changed by somebody else")
    assert session.ended() == 2
    assert book.read_bytes() == b'{"claimcheck-ledger": 1}\n'


@pytest.mark.parametrize(("answer", "writes"), [("y\n", True), ("\n", False), ("no\n", False), ("\x04", False)])
def test_a_repository_is_set_up_only_after_a_yes(book: Path, answer: str, writes: bool) -> None:
    session = Session(book.parents[2], "init", "news")
    session.expect(r"Write these files\? \[y/N\]\n> ")
    assert not book.exists()
    session.type(answer)
    session.expect("wrote news/.claimcheck/ledger.jsonl" if writes else "nothing was written")
    assert session.ended() == 0
    assert book.exists() is writes
