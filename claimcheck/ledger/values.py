"""Figures in the normal form that a ledger keeps: `count 17`, `money USD 3500000`, `measure mile 47..50`, `date 2025-09-02`,
`fact approval not_yet`.

How a figure was put is left out ("about", "more than"), as other wording is no other figure. Two things turn its sense round and
stay: a denial, and "up to".
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from claimcheck.model.claim import Claim, Status
from claimcheck.model.deed import Deed, Polarity
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.when import Day, MonthDay, When
from claimcheck.model.wording import days, stretch

_MOST = "at-most"
_DENIED = "denied"
_FLAGS = (_MOST, _DENIED)


def value_of(claim: Claim) -> str:
    """The claim's figure in normal form. Equal texts are equal figures, whatever the words around them."""
    value = claim.value
    if isinstance(value, When):
        parts = [Dimension.DATE.value, _range(str(value.first), str(value.last))]
    elif isinstance(value, Deed):
        parts = [Dimension.FACT.value, value.act, value.polarity.value]
    else:
        parts = [value.dimension.value, *([value.unit] if value.unit else []), _range(*(_plain(end) for end in value.figure))]
    if value.bound is Bound.AT_MOST and isinstance(value, Quantity):
        parts.append(_MOST)
    if claim.status is Status.DENIED:
        parts.append(_DENIED)
    return " ".join(parts)


def words(value: str) -> str:
    """A figure in normal form as a person would write it: `17`, `$3.5 million`, `2 Sept 2025`.

    Raises ValueError for a text that is no figure in normal form.
    """
    parts = value.split(" ")
    flags = [flag for flag in parts if flag in _FLAGS]
    parts = [part for part in parts if part not in _FLAGS]
    if len(parts) < 2:
        raise ValueError(f"{value!r} is no figure: a dimension and a number are needed")
    shown = _shown(Dimension(parts[0]), " ".join(parts[1:-1]) or None, parts[-1])
    return ("not " if _DENIED in flags else "") + ("at most " if _MOST in flags else "") + shown


def order(value: str) -> tuple[str, Decimal | int, str]:
    """What to sort figures by: their kind, then their size."""
    parts = [part for part in value.split(" ") if part not in _FLAGS]
    low = parts[-1].partition("..")[0]
    try:
        size = Decimal(low) if parts[0] != Dimension.DATE.value else Decimal(0)
    except InvalidOperation:
        size = Decimal(0)
    return " ".join(parts[:-1]), size, value


def _range(low: str, high: str) -> str:
    return low if low == high else f"{low}..{high}"


def _plain(number: Decimal) -> str:
    if not number:
        return "0"
    shown = number.normalize()
    return f"{shown:f}" if abs(shown.adjusted()) < 40 else str(shown)


def _shown(dimension: Dimension, unit: str | None, ends: str) -> str:
    if dimension is Dimension.FACT:
        return f"{unit}: {Polarity(ends).value.replace('_', ' ')}"
    low, _, high = ends.partition("..")
    if dimension is Dimension.DATE:
        return days(_day(low), _day(high or low))
    try:
        return stretch(Decimal(low), Decimal(high or low), dimension, unit)
    except InvalidOperation:
        raise ValueError(f"{ends!r} is no number") from None


def _day(text: str) -> Day:
    if not text.startswith("--"):
        return date.fromisoformat(text)
    month, _, day = text[2:].partition("-")
    return MonthDay(int(month), int(day))
