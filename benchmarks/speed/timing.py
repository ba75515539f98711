"""Taking times: the median of several runs, of a command or of a call."""

from __future__ import annotations

import statistics
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of several runs of one thing."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The run in the middle: one disturbed run does not move it."""
        return statistics.median(self.seconds)

    @property
    def spread(self) -> float:
        """Slowest over fastest run: how far this machine was disturbed."""
        return max(self.seconds) / min(self.seconds)


def calls(runs: int, *things: Callable[[], object]) -> list[Timing]:
    """Times each call `runs` times, in turns, after one run of each that is not counted.

    In turns, so that a machine that slows down for a while slows all of them and the ratios stay.
    """
    for thing in things:
        thing()
    taken: list[list[float]] = [[] for _ in things]
    for _ in range(runs):
        for thing, seconds in zip(things, taken, strict=True):
            start = perf_counter()
            thing()
            seconds.append(perf_counter() - start)
    return [Timing(tuple(seconds)) for seconds in taken]


def command(words: Sequence[str], allowed: Sequence[int] = (0,)) -> Callable[[], object]:
    """A call that runs a command and waits for it.

    Raises (when called):
        RuntimeError: It ended with another exit code than those allowed.
    """

    def run() -> object:
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode not in allowed:
            raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}: {done.stderr[-300:]}")
        return done.returncode

    return run
