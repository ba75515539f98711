"""The whole catalogue, `claims/`, as one frozen value."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from claimcheck.errors import ClaimcheckError
from claimcheck.lexicon.abbreviations import load_stops
from claimcheck.lexicon.attribution import Attributions, load_attributions
from claimcheck.lexicon.bounds import BoundWords, load_bounds
from claimcheck.lexicon.context import (
    Events,
    Nouns,
    Scopes,
    Statuses,
    load_events,
    load_nouns,
    load_places,
    load_scopes,
    load_statuses,
)
from claimcheck.lexicon.counting import Counting, load_counting
from claimcheck.lexicon.currencies import Currencies, load_currencies
from claimcheck.lexicon.dates import Dates, load_dates
from claimcheck.lexicon.deeds import Deeds, load_deeds
from claimcheck.lexicon.document import Value, parse
from claimcheck.lexicon.filters import Filters, load_filters
from claimcheck.lexicon.furniture import FurnitureLexicon, load_furniture
from claimcheck.lexicon.grammar import Grammar, load_grammar
from claimcheck.lexicon.linking import Linking, load_linking
from claimcheck.lexicon.numbers import NumberWords, load_numbers
from claimcheck.lexicon.phrases import Phrases
from claimcheck.lexicon.types import Types, load_types
from claimcheck.lexicon.units import Units, load_units
from claimcheck.text.sentences import Stops


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What claimcheck knows of English news."""

    numbers: NumberWords
    units: Units
    currencies: Currencies
    bounds: BoundWords
    dates: Dates
    counting: Counting
    grammar: Grammar
    nouns: Nouns
    events: Events
    places: Phrases[str]
    venues: Phrases[str]
    attributions: Attributions
    statuses: Statuses
    scopes: Scopes
    deeds: Deeds
    filters: Filters
    furniture: FurnitureLexicon
    abbreviations: Stops
    types: Types
    linking: Linking
    triggers: frozenset[str]
    """Words without which, and without a figure or a date word, a sentence holds nothing to read."""


def root() -> Traversable:
    """The folder of the catalogue as it was installed."""
    return resources.files("claimcheck.claims")


@functools.cache
def load_catalogue() -> Catalogue:
    """Load the catalogue that is installed with the program. Raises DataFileError for a mistake in it.

    Loaded once: the value is frozen, so that sharing it changes nothing but the time a second call takes.
    """
    en = root() / "lexicon" / "en"

    def document(name: str) -> Value:
        return _document(en / f"{name}.yaml", f"claims/lexicon/en/{name}.yaml")

    places = load_places(document("places"))
    numbers, units = load_numbers(document("numbers")), load_units(document("units"))
    grammar = load_grammar(document("grammar"))
    return Catalogue(
        numbers=numbers,
        units=units,
        currencies=load_currencies(document("currencies")),
        bounds=load_bounds(document("bounds")),
        dates=load_dates(document("dates")),
        counting=load_counting(document("counting")),
        grammar=grammar,
        nouns=load_nouns(document("nouns")),
        events=load_events(document("events")),
        places=places.countries,
        venues=places.venues,
        attributions=load_attributions(document("attribution")),
        statuses=load_statuses(document("status")),
        scopes=load_scopes(document("scope")),
        deeds=load_deeds(document("deeds"), grammar),
        filters=load_filters(document("filters")),
        furniture=load_furniture(document("furniture")),
        abbreviations=load_stops(document("abbreviations")),
        types=load_types(type_documents()),
        linking=load_linking(_document(root() / "linking.yaml", "claims/linking.yaml"), document("common"), places.countries),
        triggers=numbers.triggers | units.spans,
    )


def type_documents() -> list[Value]:
    """The files of claims/types, parsed, in the order of their names."""
    folder = root() / "types"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return [_document(folder / name, f"claims/types/{name}") for name in names]


def _document(file: Traversable, shown: str) -> Value:
    document = parse(file.read_text(encoding="utf-8"), shown)
    if document is None:
        raise ClaimcheckError(f"{shown} is empty; reinstall claimcheck")
    return document
