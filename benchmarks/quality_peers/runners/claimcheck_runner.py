"""claimcheck, by its Python interface."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import claimcheck
from benchmarks.quality_peers.runners.protocol import Span, serve, span


def read(text: str, published: date) -> Iterator[Span]:
    """Every claim of the sentence; unresolved dates have no figure."""
    for claim in claimcheck.extract(text, published):
        figures = [claim.figure] if claim.figure else []
        unit = None if claim.unit == "percent" else claim.unit
        yield span(claim.start, claim.end, claim.dimension.value, *figures, unit=unit, bound=claim.bound.value)


if __name__ == "__main__":
    serve(read)
