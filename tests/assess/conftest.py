"""Claims written short: `claim("at least 14 @2025-09-28")` is a claim of an article of that day; `[2013]` is a date.

Before the value may stand `denied:`, `could:`, `planned:`, `risen:`, `fallen:` or `revised:`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal

import pytest

from claimcheck.assess import Growth, Tolerances, judge
from claimcheck.lexicon.catalogue import load_catalogue
from claimcheck.lexicon.units import Units
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim, Frame, Status, Step
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.span import Span
from claimcheck.model.subject import Judged, Subject
from claimcheck.model.when import Day, MonthDay, Precision, When

BOUNDS = {"at least": Bound.AT_LEAST, "at most": Bound.AT_MOST, "about": Bound.ABOUT, "nearly": Bound.ABOUT}
VAGUE = {"several": (3, 9), "dozens": (24, 99), "hundreds": (200, 999), "thousands": (2000, 9999)}
SCALES = {"thousand": 3, "million": 6, "billion": 9}
CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP"}
TIMES = {"minute", "hour", "day", "week", "month", "year"}
RULES = {"risen": "revision.up", "fallen": "revision.down", "revised": "revision"}
STATUS = {"denied": Status.DENIED, "could": Status.CONDITIONAL, "planned": Status.PLANNED}
NUMBER = re.compile(
    r"(?P<currency>[$€£]?)(?P<low>[\d,.]+)(?:-(?P<high>[\d,.]+))? ?"
    r"(?P<scale>thousand|million|billion)?(?P<percent>%?) ?(?P<unit>\w*)"
)


def units() -> Units:
    return load_catalogue().units


def quantity(text: str) -> Quantity:
    """A quantity by the table in SEMANTICS."""
    word, bound = next(((w, b) for w, b in BOUNDS.items() if text.startswith(w)), ("", Bound.EXACT))
    rest = text[len(word) :].strip()
    if rest in VAGUE:
        low, high = map(Decimal, VAGUE[rest])
        return Quantity(Dimension.COUNT, None, (low, high), Bound.RANGE, low, high, vague=True, loose=rest == "thousands")
    found = NUMBER.fullmatch(rest)
    assert found, text
    scale = Decimal(10) ** SCALES.get(found["scale"] or "", 0)
    low = Decimal(found["low"].replace(",", "")) * scale
    if found["high"]:
        high = Decimal(found["high"].replace(",", "")) * scale
        return Quantity(*dimension(found), (low, high), Bound.RANGE, low, high)
    digits = found["low"].replace(",", "")
    last = (
        Decimal(1).scaleb(-len(digits.partition(".")[2]))
        if "." in digits
        else Decimal(10) ** (len(digits) - len(digits.rstrip("0") or digits))
    )
    grain = last * scale / 2
    kind, unit = dimension(found)
    plain = low % 10 != 0 and low == int(low) and scale == 1
    exact = bound is not Bound.EXACT or plain or (kind is Dimension.COUNT and low < 100)
    slack = Decimal(0) if exact else min(grain, low * Decimal("0.05"))
    ends: dict[str, tuple[Decimal | None, Decimal | None]] = {
        "at least": (low, None),
        "at most": (Decimal(0), low),
        "about": (low * Decimal("0.9"), low * Decimal("1.1")),
        "nearly": (low * Decimal("0.9"), low),
        "": (low - slack, low + slack),
    }
    return Quantity(kind, unit, (low, low), bound, *ends[word], slack=slack, grain=grain)


def dimension(found: re.Match[str]) -> tuple[Dimension, str | None]:
    if found["currency"]:
        return Dimension.MONEY, CURRENCIES[found["currency"]]
    if found["percent"]:
        return Dimension.PERCENT, None
    unit = found["unit"]
    if not unit:
        return Dimension.COUNT, None
    if unit == "th":
        return Dimension.RANK, None
    singular = unit.removesuffix("s")
    return (Dimension.DURATION, singular) if singular in TIMES else (Dimension.MEASURE, unit)


def when(text: str) -> When:
    """`[2013]`, `[2025-07]`, `[2025-09-06]`, `[--11-18]`, `[2025-09-01..2025-09-10]`, `[?]`; `ago` behind a relative one."""
    word, bound = next(((w, b) for w, b in BOUNDS.items() if text.startswith(w)), ("", Bound.EXACT))
    inside, _, after = text[len(word) :].strip().removeprefix("[").partition("]")
    if inside == "?":
        return When(None, None, Precision.DAY)
    first, _, last = inside.partition("..")
    ends = (day(first, 0), day(last or first, 1))
    precision = {4: Precision.YEAR, 7: Precision.MONTH}.get(len(first), Precision.DAY)
    if isinstance(ends[0], date) and isinstance(ends[1], date) and (ends[1] - ends[0]).days == 6:
        precision = Precision.WEEK
    return When(*ends, precision, bound, relative="ago" in after)


def day(text: str, end: int) -> Day:
    if text.startswith("--"):
        return MonthDay(int(text[2:4]), int(text[5:7]))
    parts = [int(p) for p in text.split("-")]
    month = parts[1] if len(parts) > 1 else (1, 12)[end]
    return date(parts[0], month, parts[2] if len(parts) > 2 else (1, calendar.monthrange(parts[0], month)[1])[end])


@dataclass(frozen=True)
class Court:
    """Builds claims and has them judged."""

    rules: Tolerances
    units: Units

    def claim(self, text: str, source: str = "a", ident: str = "", **more: object) -> tuple[Claim, Article]:
        said, _, stamp = text.partition(" @")
        prefix, colon, rest = said.partition(": ")
        value = rest if colon else said
        read = when(value) if "[" in value else quantity(value)
        published, _, hour = stamp.partition("T")
        article = Article(
            source, f"{source}.txt", "", (), publisher=source.upper(),
            published=date.fromisoformat(published) if published else None, hour=time(int(hour)) if hour else None,
        )  # fmt: skip
        claim = Claim(
            ident or f"c-{source}", source, Span(0, len(value)), 1, value, f"{value}.", Span(0, len(value) + 1), "thing", read,
            status=STATUS.get(prefix, Status.ASSERTED), steps=(Step(RULES[prefix], prefix),) if prefix in RULES else (),
        )  # fmt: skip
        return replace(claim, **more), article  # type: ignore[arg-type]

    def judge(self, *made: tuple[Claim, Article], growth: Growth = Growth.FIXED, besides: tuple[Claim, ...] = ()) -> Judged:
        articles = {article.id: article for _, article in made}
        claims = tuple(claim for claim, _ in made)
        context: dict[str, list[Claim]] = {}
        for claim in (*claims, *besides):
            context.setdefault(claim.source, []).append(claim)
        subject = Subject("u-1", "the thing", "thing", claims, "y-1")
        return judge([subject], articles, self.units, {"thing": growth}, self.rules, context=context)[0]

    def pair(self, one: str, two: str, growth: Growth = Growth.FIXED) -> tuple[str, str] | None:
        """Verdict and level on two claims of different articles."""
        findings = self.judge(self.claim(one, "a"), self.claim(two, "b"), growth=growth).findings
        assert len(findings) <= 1
        return (findings[0].verdict.value, findings[0].level) if findings else None


@pytest.fixture(scope="session")
def court() -> Court:
    return Court(Tolerances(), units())


@pytest.fixture(scope="session")
def frame() -> Callable[..., Frame]:
    return Frame
