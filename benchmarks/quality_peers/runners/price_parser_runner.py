"""price-parser. It reads one price a text, so it answers at most once for a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from price_parser import Price  # type: ignore[import-not-found]

from benchmarks.quality_peers.runners.protocol import Span, serve, span


def read(text: str, published: date) -> Iterator[Span]:  # noqa: ARG001
    """The price of the sentence: only where it names a currency, for it takes any number for an amount."""
    price = Price.fromstring(text)
    if price.amount is None or price.currency is None:
        return
    start = max(text.find(price.amount_text), 0)
    yield span(start, start + len(price.amount_text), "money", (price.amount, price.amount), unit=price.currency)


if __name__ == "__main__":
    serve(read)
