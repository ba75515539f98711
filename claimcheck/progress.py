"""Telling a person what is going on. Library code calls the interface; only the command line plugs in something that draws."""

from __future__ import annotations

from typing import Protocol, TextIO

_EVERY = 16
"""Steps between two drawings: a terminal is slower than reading an article."""


class Progress(Protocol):
    """What the stages report to."""

    def stage(self, words: str, total: int | None = None) -> None:
        """A stage begins: `words` say what is done ("reading"), `total` how many steps it has where that is known."""

    def advance(self, steps: int = 1) -> None:
        """So many steps of the stage are done."""


class Silent:
    """Says nothing: the default for library use."""

    __slots__ = ()

    def stage(self, words: str, total: int | None = None) -> None:
        """Does nothing."""

    def advance(self, steps: int = 1) -> None:
        """Does nothing."""


SILENT: Progress = Silent()


class StatusLine:
    """One line on a terminal, drawn over and over and wiped at the end."""

    __slots__ = ("_done", "_out", "_total", "_words")

    def __init__(self, out: TextIO) -> None:
        self._out, self._words, self._done = out, "", 0
        self._total: int | None = None

    def stage(self, words: str, total: int | None = None) -> None:
        """Draws the name of the stage."""
        self._words, self._total, self._done = words, total, 0
        self._draw()

    def advance(self, steps: int = 1) -> None:
        """Counts on, and draws now and then."""
        before, self._done = self._done, self._done + steps
        if before // _EVERY != self._done // _EVERY or self._done == self._total:
            self._draw()

    def close(self) -> None:
        """Wipes the line, so that what is printed next stands alone."""
        if self._words:
            self._out.write("\r\x1b[K")
            self._out.flush()

    def _draw(self) -> None:
        count = f" {self._done}/{self._total}" if self._total else ""
        self._out.write(f"\r\x1b[K{self._words}{count} ...")
        self._out.flush()
