"""The measurements, each as a ratio of times taken in one run: machines differ, ratios less so."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import claimcheck
from benchmarks.speed import articles, scan
from benchmarks.speed.timing import Timing, calls, command

FOUND = (0, 1, 3)
"""Exit codes of a comparison that was carried out, with or without conflicts."""
DAY = date(2025, 10, 2)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was timed, beside the unit that it is measured in."""

    group: str
    name: str
    seconds: float
    """Median of the runs."""
    unit: str
    """What it is measured in."""
    ratio: float
    spread: float
    """Slowest over fastest run."""

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


def _row(group: str, name: str, timing: Timing, unit: str, base: Timing, per: float = 1.0) -> Row:
    return Row(group, name, timing.median, unit, timing.median / base.median / per, timing.spread)


def extraction(seed: int, runs: int, sentences: int) -> list[Row]:
    """Reading one long article without a figure, one as news has them and one full of them, against a pattern over the same text.

    Ratios are per character, so that the texts need not be equally long.
    """
    rows, base, size = [], None, 1
    for name, figures in (("no figures", 0.0), ("figures in 2 of 5 sentences", 0.4), ("figures in every sentence", 1.0)):
        rng = random.Random(f"{seed} {name}")
        text = articles.text(rng, articles.story(rng), sentences, figures)
        read, scanned = calls(runs, lambda t=text: claimcheck.extract(t, DAY), lambda t=text: scan.count(t))  # type: ignore[misc]
        if base is None:
            base, size = read, len(text)
        rows.append(_row("extract", name, read, "no figures, per character", base, len(text) / size))
        rows.append(_row("extract", f"{name}, against the scan", read, "pattern over the same text", scanned))
    return rows


def growth(folder: Path, seed: int, runs: int, counts: Sequence[int], group: str, per_story: int) -> list[Row]:
    """`compare` of folders of growing size: against the smallest of them, and against a plain scan of the same files."""
    things = []
    for count in counts:
        here = folder / f"{per_story}-{count}"
        articles.write(here, count, seed, per_story=per_story)
        tool = [sys.executable, "-m", "claimcheck", "compare", str(here), "--format", "json", "--quiet"]
        things += [command(tool, FOUND), command([sys.executable, scan.__file__, str(here)])]
    timings = calls(runs, *things)
    compared, scanned = timings[::2], timings[1::2]
    rows = [_row(group, f"{n} articles", t, f"{counts[0]} articles", compared[0]) for n, t in zip(counts, compared, strict=True)]
    against = zip(counts, compared, scanned, strict=True)
    return rows + [_row(group, f"{n} articles, against the scan", t, "read and pattern, same files", s) for n, t, s in against]


def start_up(runs: int) -> list[Row]:
    """What a command takes that does next to nothing, against Python that does nothing."""
    tool = [sys.executable, "-m", "claimcheck"]
    names = ("--version", "--help", "types")
    nothing, *timings = calls(runs, command([sys.executable, "-c", "pass"]), *(command([*tool, name]) for name in names))
    rows = [_row("start-up", "python -c pass", nothing, "python -c pass", nothing)]
    return rows + [
        _row("start-up", f"claimcheck {name}", t, "python -c pass", nothing) for name, t in zip(names, timings, strict=True)
    ]
