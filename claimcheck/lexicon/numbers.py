"""Number words (`claims/lexicon/en/numbers.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from claimcheck.lexicon.document import Value
from claimcheck.lexicon.phrases import Phrases

CONTEXTS = (
    "divisible", "half_not_after", "half_before", "no_ratio", "signs", "changes",
    "changes_of_unit", "hedges", "spans", "metres_before",
    "nobody", "none_not",
    "none_planned",
    "none_later", "none_verbs", "multiples_before", "no_measure", "majority_before", "one_not_after", "only", "dozen_after",
    "majority_not_after", "majority_not_before", "millions_of", "parted_after", "later",
    "plural_scales", "scores_before", "scores_after", "pairs_of_one", "once_after", "once_before",
)  # fmt: skip
"""The lists that numbers.yaml must give under `contexts`."""


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
    ordinals: Mapping[str, Decimal]
    ordinal_endings: frozenset[str]
    majorities: Phrases[str]
    times: Mapping[str, Decimal]
    multiples: Mapping[str, Decimal]
    """What counts people before a noun of a claim type: a triple murder."""
    sets: Mapping[str, frozenset[str]]
    """Words that stand round numbers, by what they do (the `contexts` of the file)."""
    triggers: frozenset[str]
    """Words that may begin a number."""


def load_numbers(document: Value) -> NumberWords:
    """Read numbers.yaml. Raises DataFileError."""
    fields = document.fields(
        required=[
            "cardinals", "scales", "glued", "groups", "vague", "denominators", "ordinals", "ordinal_endings", "majorities",
            "times", "multiples", "contexts",
        ],
        optional=["examples"],
    )  # fmt: skip
    vague = Phrases.of((phrase, _vague(phrase, body)) for phrase, body in fields["vague"].pairs())
    majorities = Phrases.of((phrase, phrase) for phrase in fields["majorities"].texts())
    begin = ("cardinals", "groups", "denominators", "ordinals", "times", "scales", "multiples")
    words = {word for name in begin for word, _ in fields[name].pairs()}
    words |= {w for table in (vague, majorities) for rows in table.starts.values() for phrase, _ in rows for w in phrase}
    sets = {name: frozenset(v.texts()) for name, v in fields["contexts"].fields(required=CONTEXTS).items()}
    words |= {word.split()[0] for word in sets["nobody"]} | sets["only"] | {"no"}
    return NumberWords(
        cardinals=_table(fields["cardinals"]),
        scales=_table(fields["scales"]),
        glued=_table(fields["glued"]),
        groups=_table(fields["groups"]),
        vague=vague,
        denominators=_table(fields["denominators"]),
        ordinals=_table(fields["ordinals"]),
        ordinal_endings=frozenset(fields["ordinal_endings"].texts()),
        majorities=majorities,
        times=_table(fields["times"]),
        multiples=_table(fields["multiples"]),
        sets=MappingProxyType(sets),
        triggers=frozenset(words - {"a", "an", "the", "of", "and"}),
    )


def _table(value: Value) -> Mapping[str, Decimal]:
    return MappingProxyType({word: number.number() for word, number in value.pairs()})


def _vague(phrase: str, body: Value) -> Vague:
    fields = body.fields(required=["value"], optional=["loose"])
    ends = [end.number() for end in fields["value"].items()]
    if len(ends) != 2 or ends[0] > ends[1]:
        raise fields["value"].wrong("expected [lowest, highest]")
    return Vague(phrase, ends[0], ends[1], "loose" in fields and fields["loose"].flag())
