"""What the runners share: reading sentences and writing spans. Standard library only, for every environment has that."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

Span = dict[str, Any]
Reader = Callable[[str, date], Iterable[Span]]


def span(
    start: int, end: int, dim: str, *figures: tuple[object, object], unit: str | None = None, bound: str | None = None
) -> Span:
    """A reading: offsets in code points, end excluded, and its figures as low and high."""
    return {"start": start, "end": end, "dim": dim, "figures": [[str(a), str(b)] for a, b in figures], "unit": unit, "bound": bound}


def day(start: int, end: int, found: date) -> Span:
    """A reading that names one day; a time of day is dropped."""
    plain = date(found.year, found.month, found.day)
    return span(start, end, "date", (plain, plain))


def serve(read: Reader) -> None:
    """Answers every line of standard input; a tool that fails on a sentence found nothing in it, and its answer says so."""
    out = sys.stdout
    # Some tools print while they work; only answers may stand on standard output.
    sys.stdout = sys.stderr
    for line in sys.stdin:
        task = json.loads(line)
        answer: dict[str, Any] = {"id": task["id"], "spans": []}
        try:
            answer["spans"] = list(read(task["text"], date.fromisoformat(task["published"])))
        except Exception as error:
            answer["error"] = repr(error)
        out.write(json.dumps(answer) + "\n")
        out.flush()
