"""quantulum3 with its classifier. An uncertainty that it gives ("20 to 30" is 25 and 5) is read as a range."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from typing import Any

from benchmarks.quality_peers.runners.protocol import Span, serve, span

warnings.filterwarnings("ignore")

from quantulum3 import parser  # type: ignore[import-not-found]  # noqa: E402 - warns while it loads

DIMENSIONS = {"currency": "money", "time": "duration", "dimensionless": "count"}


def read(text: str, published: date) -> Iterator[Span]:  # noqa: ARG001
    """Every quantity of the sentence."""
    for found in parser.parse(text):
        yield _span(text, found)


def _span(text: str, found: Any) -> Span:
    name = found.unit.name
    plain = name == "dimensionless"
    dim = "percent" if name in {"percentage", "per cent"} else DIMENSIONS.get(found.unit.entity.name, "measure")
    spread = found.uncertainty or 0
    figure = (round(found.value - spread, 9), round(found.value + spread, 9))
    # The span of a range that begins a sentence starts before the text.
    start, end = max(0, found.span[0]), min(len(text), found.span[1])
    return span(start, end, dim, figure, unit=None if plain or dim == "percent" else name)


if __name__ == "__main__":
    serve(read)
