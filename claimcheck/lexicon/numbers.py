"""Number words (`claims/lexicon/en/numbers.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from claimcheck.lexicon.document import Value
from claimcheck.lexicon.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Vague:
    """A word that names no number, as it is read."""

    phrase: str
    low: Decimal
    high: Decimal
    loose: bool


@dataclass(frozen=True, slots=True)
class NumberWords:
    """All that a number can be written with."""

    cardinals: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    glued: Mapping[str, Decimal]
    groups: Mapping[str, Decimal]
    vague: Phrases[Vague]
    denominators: Mapping[str, Decimal]
    divisible: frozenset[str]
    """Units that a fraction may part without "of"."""
    ordinals: Mapping[str, Decimal]
    ordinal_endings: frozenset[str]
    majorities: Phrases[str]
    times: Mapping[str, Decimal]

    @property
    def triggers(self) -> frozenset[str]:
        """Words that may begin a number."""
        words = set(self.cardinals) | set(self.groups) | set(self.denominators) | set(self.ordinals) | set(self.times)
        return frozenset(words | set(self.vague.starts) | set(self.majorities.starts) | set(self.scales)) - {"a", "the"}


def load_numbers(document: Value) -> NumberWords:
    """Read numbers.yaml. Raises DataFileError."""
    fields = document.fields(
        required=[
            "cardinals", "scales", "glued", "groups", "vague", "denominators", "divisible", "ordinals", "ordinal_endings", "majorities", "times",
        ]
    )  # fmt: skip
    return NumberWords(
        cardinals=_table(fields["cardinals"]),
        scales=_table(fields["scales"]),
        glued=_table(fields["glued"]),
        groups=_table(fields["groups"]),
        vague=Phrases.of((phrase, _vague(phrase, body)) for phrase, body in fields["vague"].pairs()),
        denominators=_table(fields["denominators"]),
        divisible=frozenset(fields["divisible"].texts()),
        ordinals=_table(fields["ordinals"]),
        ordinal_endings=frozenset(fields["ordinal_endings"].texts()),
        majorities=Phrases.of((phrase, phrase) for phrase in fields["majorities"].texts()),
        times=_table(fields["times"]),
    )


def _table(value: Value) -> Mapping[str, Decimal]:
    return MappingProxyType({word: number.number() for word, number in value.pairs()})


def _vague(phrase: str, body: Value) -> Vague:
    fields = body.fields(required=["value"], optional=["loose"])
    ends = [end.number() for end in fields["value"].items()]
    if len(ends) != 2 or ends[0] > ends[1]:
        raise fields["value"].wrong("expected [lowest, highest]")
    return Vague(phrase, ends[0], ends[1], "loose" in fields and fields["loose"].flag())
