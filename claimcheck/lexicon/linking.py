"""Weights of linking (`claims/linking.yaml`) and how common words are (`common.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from claimcheck.lexicon.document import Value
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model.tolerances import Tolerances

_BANDS = ("everywhere", "usual", "frequent", "known")
_CLAIMS = (
    "link", "link_apart", "people_apart", "spans_apart", "average", "outvoted", "margin", "enough", "kind", "toll", "kinds_meet",
    "kinds_differ", "noun", "synonym", "predicate", "predicate_apart", "event", "group", "group_missing", "equal",
    "equal_plain", "equal_one", "rounded", "main", "main_meets", "main_measure", "overlap", "differs",
    "far_apart", "near", "near_full", "far", "far_full", "measures_differ", "history", "where_shared",
    "where_differs", "days_equal", "days_differ", "day_and_total", "modifiers_differ", "scope_differs",
    "names_differ", "nothing_shared", "person", "loose", "noun_wide", "just_beyond",
)  # fmt: skip
_DATES = (
    "link", "link_apart", "noun", "predicate", "event", "equal", "contains", "apart", "start", "start_differs",
    "near", "near_full", "far", "far_full", "distant", "leading", "sole", "sole_main", "plain", "slip", "alike_equal",
    "alike_past", "nothing_shared",
)  # fmt: skip
_KINDS = ("tolls", "holders", "held", "nones", "valued", "crews", "anyone", "disasters", "accidents")
_LIMITS = (
    "times", "measures", "magnitudes", "counts", "close", "rounding", "beyond", "converted", "growth", "growth_disaster",
    "since", "lead", "small", "telling", "small_spans", "days", "old", "often", "distant_day", "distant_date",
    "distant_year", "slip",
)  # fmt: skip
_STORIES = ("link", "keep", "plain", "name", "place", "home", "full_names", "days", "figures", "strangers", "copy")


@dataclass(frozen=True, slots=True)
class Linking:
    """What sharing a word or a field is worth."""

    words: Mapping[str, float]
    """Weight of each listed word."""
    known: float
    """Weight of the least common words that are listed."""
    rare: float
    name: float
    stories: Mapping[str, float]
    claims: Mapping[str, float]
    dates: Mapping[str, float]
    countries: frozenset[str]
    """Countries that news is full of."""
    full_names: frozenset[str]
    """Names of two words that news is full of."""
    offices: frozenset[str]
    """Words that make of two capitals the name of an office, which tells no story."""
    limits: Mapping[str, Decimal]
    """How far apart figures of one thing may lie, as one to the other."""
    tolls: frozenset[str]
    """Claim types of which an article seldom gives two for one event."""
    holders: frozenset[str]
    """Claim types whose people hold what is counted, and are not a part of it."""
    held: frozenset[str]
    """Claim types of which an event has as many figures as there are parties to it."""
    nones: frozenset[str]
    """Claim types of which a stated none is said of the whole event."""
    valued: frozenset[str]
    """Claim types of which an article may give one thing two figures, close to each other: a price with debts and without."""
    crews: frozenset[str]
    """Claim types of what befalls those on board, of whom one figure may be given in all."""
    anyone: frozenset[str]
    """Nouns that say nothing more of the people whom one telling figure is of, on board or taken: men, hostages."""
    disasters: frozenset[str]
    """Kinds of event whose tolls may grow manyfold from one day to the next."""
    accidents: frozenset[str]
    """Those of them that happen at one place."""
    fates: Mapping[str, Mapping[str, frozenset[str]]]
    """Of a claim type, what may befall the things it counts, each with the words for it: destroyed, damaged."""
    tolerances: Tolerances = field(default_factory=Tolerances)
    """How far figures may lie apart before they are said to differ; a user may set them."""

    def weight(self, word: str) -> float:
        """What sharing a content word says: 0 for the commonest, `rare` for one that is not listed."""
        return self.words.get(word, self.rare)


def load_linking(weights: Value, common: Value, places: Phrases[str]) -> Linking:
    """Read linking.yaml and common.yaml; `places` are countries, which news is full of. Raises DataFileError."""
    fields = weights.fields(required=["words", "stories", "claims", "limits", *_KINDS, "fates", "dates"])
    by_band = _numbers(fields["words"], (*_BANDS, "rare", "name", "place"))
    bands = common.fields(required=(*_BANDS, "countries", "full_names", "offices"))
    words = {word: by_band[band] for band in _BANDS for word in bands[band].texts()}
    words |= {place: by_band["place"] for rows in places.starts.values() for _, place in rows}
    kinds = {name: frozenset(fields[name].texts()) for name in _KINDS}
    return Linking(
        words=MappingProxyType(words),
        known=by_band["known"],
        rare=by_band["rare"],
        name=by_band["name"],
        stories=MappingProxyType(_numbers(fields["stories"], _STORIES)),
        claims=MappingProxyType(_numbers(fields["claims"], _CLAIMS)),
        dates=MappingProxyType(_numbers(fields["dates"], _DATES)),
        limits=MappingProxyType({name: value.number() for name, value in fields["limits"].fields(required=_LIMITS).items()}),
        countries=frozenset(bands["countries"].texts()),
        full_names=frozenset(bands["full_names"].texts()),
        offices=frozenset(bands["offices"].texts()),
        fates=MappingProxyType({kind: _fates(value) for kind, value in fields["fates"].pairs()}),
        tolls=kinds["tolls"],
        holders=kinds["holders"],
        held=kinds["held"],
        nones=kinds["nones"],
        valued=kinds["valued"],
        crews=kinds["crews"],
        anyone=kinds["anyone"],
        disasters=kinds["disasters"],
        accidents=kinds["accidents"],
    )


def _fates(value: Value) -> Mapping[str, frozenset[str]]:
    return MappingProxyType({fate: frozenset(words.texts()) for fate, words in value.pairs()})


def _numbers(value: Value, names: tuple[str, ...]) -> dict[str, float]:
    return {name: float(number.number()) for name, number in value.fields(required=names).items()}
