"""Raises the floors of the accuracy gate to just below what the tool reaches now: python -m tests.quality.update"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from . import floors
from .floors import FLOORS, Figures, Floors
from .gold import digest
from .runner import scores


def update(path: Path, reached: Figures, corpus: str, *, allow_regression: bool) -> list[str]:
    """Writes the raised floors.

    Args:
        path: The floors file.
        reached: What the tool reaches now.
        corpus: The digest of the stories it was measured on.
        allow_regression: Lower floors that were not reached instead of refusing.

    Returns:
        The floors that were not reached. Unless a regression was allowed, nothing is written where there are any.
    """
    now = floors.read(path)
    lost = floors.fallen(now.figures, reached)
    if lost and not allow_regression:
        return lost
    figures = floors.below(reached) if lost else floors.raised(now.figures, reached)
    floors.write(Floors(corpus, figures), path)
    return lost


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the script; 1 where it refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--allow-regression", action="store_true", help="lower floors that are no longer reached")
    parser.add_argument("--misses", action="store_true", help="list every miss")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        measured = scores(Path(scratch))
    reached = {story: score.figures() for story, score in measured.items()}
    for story, figures in reached.items():
        _say("  ".join([f"{story:20}", *(f"{name} {value:.3f}" for name, value in figures.items())]))
    if options.misses:
        _say("\n".join(measured["total"].misses))
    lost = update(FLOORS, reached, digest(), allow_regression=options.allow_regression)
    for line in lost:
        _say(line, sys.stderr)
    if lost and not options.allow_regression:
        _say("Nothing was written. Mend the tool, or lower the floors with --allow-regression and say why.", sys.stderr)
        return 1
    return 0


def _say(words: str, out: TextIO | None = None) -> None:
    (out or sys.stdout).write(words + "\n")


if __name__ == "__main__":
    sys.exit(main())
