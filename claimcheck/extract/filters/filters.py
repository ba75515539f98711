"""Numbers that are no quantities: model and unit names, routes, telephone numbers, scores, list numbers, idioms.

The words are data (`filters.yaml`); what a word list cannot express are shapes, one short function each, in the modules
beside this one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from claimcheck.extract.filters.codes import CODES
from claimcheck.extract.filters.contacts import CONTACTS
from claimcheck.extract.filters.names import NAMES
from claimcheck.extract.filters.pairs import PAIRS
from claimcheck.extract.filters.signs import SIGNS
from claimcheck.extract.filters.suspects import Suspect, View
from claimcheck.extract.filters.words import WORDS
from claimcheck.extract.mentions import Measured
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.lexicon.filters import FilterRule, Filters
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.types import Types
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Token


def view(
    tokens: Sequence[Token], text: str, grammar: Grammar, filters: Filters, classes: Mapping[str, Collection[str]], types: Types
) -> View:
    """Look at a sentence once for all its numbers."""
    found = []
    for match in filters.words.all(tokens):
        following = tokens[match.last + 1].norm if match.last + 1 < len(tokens) else ""
        if following not in match.value.unless_after:
            found.append((match.first, match.last, match.value))
    return View(tokens, text, grammar, tuple(found), classes, types)


def filter_of(seen: View, measured: Measured, phrase: NounPhrase, filters: Filters) -> FilterRule | None:
    """The filter that keeps this number from being a quantity, or None."""
    number, tokens = measured.number, seen.tokens
    idiom = idiom_of(seen, measured)
    if idiom is not None:
        return idiom
    if measured.dimension in (Dimension.COUNT, Dimension.RANK, Dimension.MEASURE):
        behind = filters.after.at(tokens, number.last + 1)
        if behind is not None:
            return behind.value
    if measured.dimension in (Dimension.COUNT, Dimension.RANK) and not measured.rule.startswith("unit.rank.n"):
        front = filters.before.before(tokens, number.first)
        if front is not None and not _counts(seen, measured, phrase):
            return front.value
        named = filters.before_capital.before(tokens, number.first)
        if named is not None and tokens[named.first].capital and not _counts(seen, measured, phrase):
            return named.value
    for shape, recognise in (*CODES.items(), *CONTACTS.items(), *NAMES.items(), *PAIRS.items(), *SIGNS.items(), *WORDS.items()):
        rule = filters.shaped(shape)
        if recognise(Suspect(seen, measured, phrase, rule)):
            return rule
    return None


def idiom_of(seen: View, measured: Measured) -> FilterRule | None:
    """The filter whose words hold the number, or None."""
    number = measured.number
    return next((rule for first, last, rule in seen.idioms if first <= number.last and number.first <= last), None)


def _counts(seen: View, measured: Measured, phrase: NounPhrase) -> bool:
    """Whether a plural noun follows, so that a capitalised word in front does not make it a name."""
    if phrase.head_at is None or measured.number.low == 1 or not seen.grammar.plural(seen.tokens[phrase.head_at].norm):
        return False
    following = seen.tokens[phrase.head_at + 1].norm if phrase.head_at + 1 < len(seen.tokens) else ""
    return phrase.head_at != measured.number.last + 1 or following not in ("the", "a", "an")  # Figure 2 displays the
