"""One name for each unit, whatever a tool calls it (`units.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("units.yaml")


@dataclass(frozen=True, slots=True)
class Units:
    """Names of units, as tools write them."""

    names: dict[str, str]
    scaled: dict[str, tuple[str | None, Decimal]]

    def read(self, name: str | None) -> tuple[str | None, Decimal]:
        """A unit's id, and how many of it the name stands for (12 for a dozen). A name not listed stands for itself."""
        if name is None:
            return None, Decimal(1)
        plain = name.lower().replace("_", " ").replace("-", " ")
        return self.scaled.get(plain, (self.names.get(plain, plain), Decimal(1)))


def load(path: Path = FILE) -> Units:
    """Reads the names."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    names = {name.lower(): unit for unit, others in raw["units"].items() for name in (unit.replace("_", " "), *others)}
    scaled = {name: (entry.get("unit"), Decimal(entry["factor"])) for name, entry in raw["scaled"].items()}
    return Units(names, scaled)
