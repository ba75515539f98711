"""`python -m benchmarks.speed`: takes the times and prints the ratios."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import claimcheck
from benchmarks.speed import measure
from benchmarks.tables import render


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the benchmark; 0 when all was measured, 2 where a command failed."""
    options = _options(argv)
    try:
        rows = _measured(options)
    except RuntimeError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(_written(rows, options))
    return 0


def _measured(options: argparse.Namespace) -> list[measure.Row]:
    seed, runs = options.seed, options.runs
    rows = measure.start_up(2 * runs)
    sys.stderr.write("start-up done\n")
    rows += measure.extraction(seed, runs, options.sentences)
    sys.stderr.write("extraction done\n")
    with tempfile.TemporaryDirectory() as made:
        rows += measure.growth(Path(made), seed, runs, options.articles, "compare, stories of 5", 5)
        sys.stderr.write("many stories done\n")
        rows += measure.growth(Path(made), seed, runs, options.one_story, "compare, one story", 10**6)
    return rows


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="How long claimcheck takes, as ratios.")
    add = parser.add_argument
    add("--json", action="store_true", help="the figures as JSON in place of tables")
    parser.add_argument(
        "--runs", type=int, default=3, metavar="N", help="runs of each, after one not counted; twice as many of start-up"
    )
    add("--seed", type=int, default=7, help="of the made-up articles")
    add("--sentences", type=int, default=600, help="of each text that is read in memory")
    parser.add_argument(
        "--articles", type=int, nargs="+", default=[50, 100, 200], metavar="N", help="sizes of folders of many stories"
    )
    add("--one-story", type=int, nargs="+", default=[10, 20, 40], metavar="N", help="sizes of folders of one story")
    return parser.parse_args(argv)


def _written(rows: Sequence[measure.Row], options: argparse.Namespace) -> str:
    about = {"claimcheck": claimcheck.__version__, "python": platform.python_version(), "runs": options.runs, "seed": options.seed}
    if options.json:
        return json.dumps({**about, "rows": [row.as_dict() for row in rows]}, indent=2) + "\n"
    tables = [f"claimcheck {about['claimcheck']}, Python {about['python']}, medians of {options.runs} runs, seed {options.seed}\n"]
    for group in dict.fromkeys(row.group for row in rows):
        cells = [(r.name, f"{r.seconds:.3f}", f"{r.ratio:.2f}", r.unit, f"{r.spread:.2f}") for r in rows if r.group == group]
        tables.append(render(group, ("what", "seconds", "ratio", "times", "slowest/fastest"), cells))
    return "\n".join(tables)


if __name__ == "__main__":
    sys.exit(main())
