"""The corpus: sentences with the claims that a careful reader finds in them (see SEMANTICS), one YAML file a topic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from claimcheck.model.claim import Claim, Status
from claimcheck.model.quantity import Bound, Dimension
from claimcheck.model.when import When

FOLDER = Path(__file__).parent
UNRESOLVED = "unresolved"
"""The figure of a date that the text alone does not settle."""
ANY_BOUND = "any"
"""The bound of a claim whose bound two careful readers may see differently."""
_CASE_KEYS = frozenset(["text", "published", "claims", "nothing_else", "gap", "by_design"])
_CLAIM_KEYS = frozenset(["quote", "figure", "bound", "dim", "kind", "noun", "unit", "attribution", "status", "restates"])

Figure = tuple[object, object] | None


@dataclass(frozen=True, slots=True)
class Expected:
    """One claim that is to be found."""

    quote: str
    figure: Figure
    """As `Claim.figure`: two Decimals, two days, or None for a date that stays unresolved."""
    dim: Dimension
    bound: Bound | None
    """None where any bound will do."""
    restates: bool
    others: Mapping[str, str]
    """Kind, noun, unit, status: what the claim must have beside its figure, where the case says so."""
    attribution: str | None

    def complaints(self, claim: Claim) -> list[str]:
        """What is wrong with a claim that stands at the quote; empty where it is the one expected."""
        found = [
            f"{name} is {seen!s}, not {want!s}"
            for name, seen, want in (
                ("figure", _plain(claim.figure), _plain(self.figure)),
                ("dimension", claim.dimension.value, self.dim.value),
                ("bound", claim.bound.value, self.bound.value if self.bound else claim.bound.value),
                *((name, _field(claim, name), want) for name, want in self.others.items()),
            )
            if seen != want
        ]
        if self.attribution is not None and self.attribution not in (claim.attribution or ""):
            found.append(f"it is attributed to {claim.attribution!r}, not {self.attribution!r}")
        if self.restates and claim.restates is None:
            found.append("it is not marked as a restatement")
        return found


@dataclass(frozen=True, slots=True)
class Case:
    """One phrasing."""

    file: str
    line: int
    text: str
    published: date | None
    claims: tuple[Expected, ...]
    nothing_else: bool
    """Whether no claim but those listed may be found."""
    gap: str | None
    """Why the program does not read it yet, or by design will not."""
    by_design: bool
    marks: tuple[int, ...]
    """The lines of its `gap` and `by_design`."""

    @property
    def id(self) -> str:
        """`file:line words of the text`."""
        return f"{self.file}:{self.line} {' '.join(self.text.split())[:60]}"


def load() -> tuple[Case, ...]:
    """All cases, by file and line. Raises ValueError with the place of a case that is not well formed."""
    return tuple(case for file in sorted(FOLDER.glob("*.yaml")) for case in _file(file))


def _file(file: Path) -> list[Case]:
    root = yaml.compose(file.read_text(encoding="utf-8"), Loader=_Loader)
    if not isinstance(root, yaml.MappingNode) or [k.value for k, _ in root.value] != ["cases"]:
        raise ValueError(f"{file.name}: the file must hold `cases:` and nothing else")
    nodes = root.value[0][1].value
    loader = _Loader("")
    return [_case(file.stem, node, loader.construct_document(node)) for node in nodes]


class _Loader(yaml.SafeLoader):
    """YAML with figures as Decimals, so that 6.1 is what was written."""


def _decimal(loader: yaml.SafeLoader, node: yaml.Node) -> Decimal:
    assert isinstance(node, yaml.ScalarNode)
    return Decimal(loader.construct_scalar(node).replace("_", ""))


_Loader.add_constructor("tag:yaml.org,2002:int", _decimal)
_Loader.add_constructor("tag:yaml.org,2002:float", _decimal)


def _case(file: str, node: yaml.MappingNode, raw: Mapping[str, Any]) -> Case:
    line = node.start_mark.line + 1
    place = f"{file}.yaml:{line}"
    _known(raw, _CASE_KEYS, place)
    text, claims = raw["text"], tuple(_expected(c, raw["text"], place) for c in raw["claims"])
    if "by_design" in raw and "gap" not in raw:
        raise ValueError(f"{place}: `by_design` says of a `gap` what it is; there is none")
    return Case(
        file,
        line,
        text,
        raw.get("published"),
        claims,
        bool(raw.get("nothing_else")) or not claims,
        raw.get("gap"),
        bool(raw.get("by_design")),
        tuple(k.start_mark.line + 1 for k, _ in node.value if k.value in ("gap", "by_design")),
    )


def _expected(raw: Mapping[str, Any], text: str, place: str) -> Expected:
    _known(raw, _CLAIM_KEYS, place)
    if text.count(raw["quote"]) != 1:
        raise ValueError(f"{place}: the quote {raw['quote']!r} must stand in the text once")
    dim = Dimension(raw.get("dim", "count"))
    bound = raw.get("bound", "exact")
    others = {name: str(raw[name]) for name in ("kind", "noun", "unit", "status") if name in raw}
    if "status" in others:
        Status(others["status"])
    return Expected(
        raw["quote"],
        _figure(raw["figure"], dim),
        dim,
        None if bound == ANY_BOUND else Bound(bound),
        bool(raw.get("restates")),
        others,
        raw.get("attribution"),
    )


def _figure(raw: Any, dim: Dimension) -> Figure:
    if raw == UNRESOLVED:
        return None
    first, last = raw if isinstance(raw, list) else (raw, raw)
    if dim is not Dimension.DATE and not (isinstance(first, Decimal) and isinstance(last, Decimal)):
        raise ValueError(f"the figure {raw!r} is no number")
    return first, last


def _known(raw: Mapping[str, Any], keys: frozenset[str], place: str) -> None:
    wrong = set(raw) - keys
    if wrong:
        raise ValueError(f"{place}: unknown key {min(wrong)!r}; use one of {', '.join(sorted(keys))}")


def _field(claim: Claim, name: str) -> str:
    if name == "noun":
        return "" if isinstance(claim.value, When) else claim.frame.noun or ""
    return str(getattr(claim, name) or "")


def _plain(figure: Figure) -> str:
    """A figure in plain words: `17`, `20 to 30`, `33.33` for a third, `2024-05-01`."""
    if figure is None:
        return UNRESOLVED
    first, last = (f"{round(f, 2).normalize():f}" if isinstance(f, Decimal) else str(f) for f in figure)
    return first if first == last else f"{first} to {last}"
