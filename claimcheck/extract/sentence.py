"""One sentence, from tokens to readings: each quantity and date with its bound, noun, kind and frame.

The order is fixed: dates take their words first, then numbers are measured, given their noun, filtered, bounded, and told their
kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.dates.find import find_dates
from claimcheck.extract.dates.times import find_times
from claimcheck.extract.filters.filters import filter_of, idiom_of, view
from claimcheck.extract.filters.suspects import View
from claimcheck.extract.filters.words import names_a_member
from claimcheck.extract.kinds.amounts import named_by
from claimcheck.extract.kinds.kinds import kind_of
from claimcheck.extract.kinds.leads import continues_list, is_difference
from claimcheck.extract.kinds.namedbefore import noun_in_front, of_family
from claimcheck.extract.kinds.tallies import parted, tallies
from claimcheck.extract.kinds.words import Kinded, Words, countable, counts
from claimcheck.extract.look import norm
from claimcheck.extract.mentions import DateMention, Form, Measured, Number
from claimcheck.extract.mentions import measured as with_dimension
from claimcheck.extract.nouns.phrases import NounPhrase, noun_phrase
from claimcheck.extract.numbers.bounds import bound_of
from claimcheck.extract.numbers.numerals import find_numbers
from claimcheck.extract.numbers.special import special_numbers
from claimcheck.extract.sets.compared import has_become, is_compared
from claimcheck.extract.sets.enumerations import singles, summed
from claimcheck.extract.sets.read import Read
from claimcheck.extract.sets.wholes import (
    end_of_part,
    end_of_whole,
    fate_of_whole,
    holds,
    is_among,
    main_of,
    makes_up,
    whole_of,
    within,
)
from claimcheck.extract.speech.attribution import Told, attributions, speaker_at
from claimcheck.extract.units.dimensions import Scales, measure
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.filters import FilterRule
from claimcheck.lexicon.grammar import Grammar
from claimcheck.model.claim import Scope
from claimcheck.model.quantity import Dimension
from claimcheck.text.sentences import Sentence
from claimcheck.text.tokens import Kind, Token, tokenise

_COLUMNS = 3
"""Pairs of figures with nothing between them from which a sentence is a row of a table."""
MOST_NUMBERS = 60
"""Numbers that a sentence of prose may hold; with more of them it is a table, and reading it all would take too long."""
_LOOK_BACK = 400
"""Code points of the text before a sentence that may tell what its figures are of."""
_FIGURE = re.compile(r"[\d½¼¾⅓⅔]")
WORD = re.compile(r"[^\W\d_]+")
_THOUSANDS = 10_000
"""From these on a figure may be followed by others whose thousands are left to the hearer."""
_TENS = 10
_EDGES = ".,;:!?\"“”‘’()'-—"


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """All that was read in one sentence."""

    sentence: Sentence
    tokens: Sequence[Token]
    bases: Sequence[str]
    numbers: tuple[Read, ...]
    dates: tuple[DateMention, ...]
    filtered: tuple[tuple[Measured, FilterRule], ...]
    taken: frozenset[int]
    told: tuple[Told, ...]
    """Where it says who speaks; its pronouns as they are written."""

    def speaker(self, first: int, last: int) -> str | None:
        """Who says the figure at tokens `first` to `last`; None where the article speaks itself."""
        return speaker_at(self.told, self.tokens, first, last)


def triggered(text: str, sentence: Sentence, catalogue: Catalogue) -> bool:
    """Whether a sentence holds anything that a number or a date could be written with. Cheap: most sentences hold nothing."""
    stretch = sentence.span.cut(text)
    if _FIGURE.search(stretch) or not catalogue.triggers.isdisjoint(WORD.findall(stretch.lower())):
        return True
    return catalogue.dates.trigger.search(stretch) is not None


def read_sentence(text: str, sentence: Sentence, published: date | None, catalogue: Catalogue) -> SentenceReading:
    """Read one sentence of `text`; `published` is the article's own day."""
    tokens = tokenise(text, sentence.span.start, sentence.span.end)
    grammar = catalogue.grammar
    bases = [grammar.verb(t.norm) or t.norm for t in tokens]
    votes = tallies(tokens, bases, catalogue.types, grammar)
    plain = parted(tokens, find_numbers(tokens, catalogue.numbers), votes, catalogue.numbers)
    if len(plain) > MOST_NUMBERS or _side_by_side(tokens) >= _COLUMNS or sum(t.text == "|" for t in tokens) > _COLUMNS:
        return _table(sentence, tokens, bases, plain, catalogue)
    dates = find_dates(tokens, plain, published, catalogue.dates)
    times = find_times(tokens, catalogue.dates)
    taken = {i for d in dates for i in range(d.first, d.last + 1)} | {i for a, b in times for i in range(a, b + 1)}
    numbers = [n for n in plain if not taken.intersection(range(n.first, n.last + 1))]
    alone = [
        *special_numbers(tokens, numbers, taken, catalogue),
        *singles(tokens, numbers, catalogue.nouns.classes["people"], grammar),
    ]
    numbers = sorted([*numbers, *alone], key=lambda n: n.first)
    scales = Scales(catalogue.units, catalogue.currencies, catalogue.numbers, grammar)
    found = measure(tokens, numbers, scales, shaken=_shaken(text, sentence.span.start, catalogue))
    reads, filtered = _readings(text, tokens, bases, found, {d.first: d.last for d in dates}, votes, catalogue)
    used = frozenset(taken | {i for m in found for i in range(m.first, m.last + 1)})
    told = attributions(tokens, bases, catalogue.attributions, grammar, taken)
    return SentenceReading(sentence, tokens, bases, tuple(reads), tuple(dates), tuple(filtered), used, told)


def _side_by_side(tokens: Sequence[Token]) -> int:
    """How many figures stand right behind another; groups of thousands (`1 234 567`) do not count."""
    return sum(a.kind is b.kind is Kind.NUMBER and len(b.text) != 3 for a, b in pairwise(tokens))


def _table(
    sentence: Sentence, tokens: Sequence[Token], bases: Sequence[str], plain: Sequence[Number], catalogue: Catalogue
) -> SentenceReading:
    """A "sentence" of figures that nobody wrote as one: a table, or noise."""
    rule = catalogue.filters.shaped("table")
    filtered = tuple((with_dimension(n, Dimension.COUNT, None, "unit.count"), rule) for n in plain)
    return SentenceReading(sentence, tokens, bases, (), (), filtered, frozenset(), ())


def _shaken(text: str, start: int, catalogue: Catalogue) -> bool:
    """Whether the text right before a sentence speaks of earthquakes: "The second, which it put at 7.6, came later"."""
    quakes = catalogue.units.sets["shaking"]
    return any(word.strip(_EDGES).lower() in quakes for word in text[max(0, start - _LOOK_BACK) : start].split())


def _readings(
    text: str,
    tokens: Sequence[Token],
    bases: Sequence[str],
    measured: Sequence[Measured],
    dates: dict[int, int],
    votes: Mapping[int, Kinded],
    catalogue: Catalogue,
) -> tuple[list[Read], list[tuple[Measured, FilterRule]]]:
    grammar = catalogue.grammar
    starts = {m.first: m.last for m in measured}
    phrases = [noun_phrase(tokens, m, starts | dates, grammar, catalogue.bounds.backward) for m in measured]
    phrases = _share_heads([_adjective(p, tokens, grammar, catalogue) for p in phrases])
    seen = view(tokens, text, grammar, catalogue.filters, catalogue.nouns.classes, catalogue.types)
    words = Words(tokens, bases, starts, grammar, catalogue.types, catalogue.nouns.classes, catalogue.units)
    kept: list[Read] = []
    filtered: list[tuple[Measured, FilterRule]] = []
    for m, phrase in zip(measured, phrases, strict=True):
        if m.number.first in votes and m.dimension is Dimension.COUNT:
            kept.append(Read(m, NounPhrase(m.last), None, votes[m.number.first], m.dimension, m.unit, "vote", None))
            continue
        rule = _filter(seen, m, phrase, catalogue)
        if rule is not None:
            filtered.append((m, rule))
            continue
        read = _read(words, m, phrase, kept, catalogue)
        rule = names_a_member(
            seen, m, phrase, catalogue.filters, typed=read.kinded.kind is not None or read.bound is not None, noun=read.noun
        )
        if rule is None:
            kept.append(read)
        else:
            filtered.append((m, rule))
    return summed(words, kept), filtered


def _filter(seen: View, measured: Measured, phrase: NounPhrase, catalogue: Catalogue) -> FilterRule | None:
    if measured.number.form in (Form.NONE, Form.MULTIPLE):
        return None
    if measured.number.form is Form.ARTICLE:  # beaten within an inch of his life
        return idiom_of(seen, measured)
    return filter_of(seen, measured, phrase, catalogue.filters)


def _share_heads(phrases: Sequence[NounPhrase]) -> list[NounPhrase]:
    """`18 Greek and 12 Maltese nationals`: both are nationals."""
    shared = list(phrases)
    for at in range(len(shared) - 2, -1, -1):
        if shared[at].shared and shared[at].head is None:
            shared[at] = replace(shared[at], head=shared[at + 1].head)
    return shared


def _adjective(phrase: NounPhrase, tokens: Sequence[Token], grammar: Grammar, catalogue: Catalogue) -> NounPhrase:
    """`30 sailors (18 Greek and 12 Maltese)`: a nationality that is no plural is a modifier, and the head is left out."""
    if (
        phrase.head_at is None
        or phrase.head is None
        or grammar.plural(tokens[phrase.head_at].norm)
        or phrase.head not in catalogue.places.starts
    ):
        return phrase
    return replace(phrase, head=None, head_at=None, modifiers=(*phrase.modifiers, phrase.head))


def _read(words: Words, measured: Measured, phrase: NounPhrase, kept: Sequence[Read], catalogue: Catalogue) -> Read:
    before = kept[-1] if kept else None
    bound = bound_of(words.tokens, measured, phrase.last, catalogue.bounds)
    first = bound.first if bound is not None and bound.first < measured.first else measured.first
    whole = whole_of(words, first, measured, phrase, kept)
    end = end_of_whole(words, first, phrase, measured.last) if whole is None else end_of_part(words, measured, phrase)
    kinded = kind_of(words, measured, first, phrase, end, of_part=whole is None and end is not None)
    inside = before is not None and within(before, measured)
    if before is not None and (_repeats(words, measured, first, before) or has_become(words, measured, first, before)):
        kinded = before.kinded  # 75 kilometers (50 miles); 195 mph, or 314 km/h; 92 were rescued, up from 80
    apart = is_difference(words, measured, first)
    if (
        before is not None
        and before.kinded.kind is not None
        and not inside
        and not apart
        and measured.dimension is before.dimension
        and _open(words, kinded, before, phrase)
    ):
        kinded = _continued(words, measured, first, phrase, before) or kinded
    alike = next((read for read in reversed(kept) if read.measured.dimension is measured.dimension), None)
    if kinded.kind is None and alike is not None and not apart and is_compared(words, measured, first, alike):
        kinded = replace(alike.kinded, how="list")
    if whole is not None:
        kinded = fate_of_whole(words, whole, kinded, phrase)
    if whole is not None or is_among(words, measured, phrase):
        phrase = replace(phrase, part=True)
    names = measured.dimension is Dimension.MEASURE and named_by(words, measured, phrase)
    noun = None if names or measured.number.form is Form.MULTIPLE else phrase.head  # double shooting suspect
    if noun and phrase.modifiers and catalogue.nouns.known(f"{phrase.modifiers[-1]} {noun}"):
        noun = f"{phrase.modifiers[-1]} {noun}"
    if noun is None and measured.dimension is Dimension.COUNT:
        noun, kinded = noun_in_front(words, measured, first, kinded)
    before = whole or (None if apart else main_of(kept, kinded))
    if before is not None and before.phrase.head is None and of_family(words, before.measured) == "child":
        before = None
    if noun is None and before is not None and measured.dimension is before.dimension is Dimension.COUNT:
        short = kinded.kind is None and whole is None and _shortened(measured, before)
        goes_on = not short and _goes_on_counting(measured, before, catalogue) and not holds(before, measured)
        goes_on = goes_on and (whole is not None or not _befell_others(words, before, first, kinded))
        noun = _counted_with(phrase, before, catalogue) if goes_on else None
        if inside:
            pass  # of the 15 that thirteen are of, the verb does not tell
        elif kinded.kind is None and whole is not None and not before.kinded.fate:
            kinded = replace(before.kinded, predicate=kinded.predicate or before.kinded.predicate, how="list")
        elif kinded.kind is None and kinded.predicate in (None, "total"):  # 41 people dead in Turkey and 58 in Syria, a total of 99
            kinded = replace(before.kinded, how="list")
        elif noun is not None and kinded.how not in ("head", "list") and not _fits(words, kinded, phrase, noun):
            # of the 40 rockets, three shot toward the town; but 40 rockets were fired and three killed
            kinded = replace(before.kinded, predicate=kinded.predicate, how="list") if whole is not None else kinded
            noun = noun if whole is not None else None
    who = makes_up(words, first, measured, phrase)
    noun, phrase = (noun, phrase) if who is None else (who, replace(phrase, part=True))
    dimension, unit = _rate(words.tokens, measured, phrase, catalogue)
    return Read(measured, phrase, bound, kinded, dimension, unit, noun, whole)


def _fits(words: Words, kinded: Kinded, phrase: NounPhrase, noun: str) -> bool:
    """Whether a noun taken over from another figure may stand under the kind of this one."""
    return kinded.kind is None or noun in kinded.kind.heads or countable(words, kinded.kind, replace(phrase, head=noun))


def _shortened(measured: Measured, before: Read) -> bool:
    """Whether a figure leaves its thousands to the hearer, so that it counts nothing by itself: `60,000, now 80 or 90`."""
    round_thousands = before.measured.low >= _THOUSANDS and before.measured.low % 1000 == 0
    bare = measured.low >= _TENS and measured.number.form is Form.DIGITS and measured.number.scale == 1
    return bare and round_thousands and measured.high * 100 < before.measured.low


def _goes_on_counting(measured: Measured, before: Read, catalogue: Catalogue) -> bool:
    """Whether a figure without a noun may count what the one before it does; not in `70 dead, 500 rescued`."""
    if before.noun in catalogue.grammar.sets["states"]:
        return False
    return before.noun != "time" or measured.number.form is not Form.VAGUE


def _befell_others(words: Words, before: Read, first: int, kinded: Kinded) -> bool:
    """Whether a figure is the object of a relative clause, so that others are counted: `two men in a blast that hurt three`."""
    start = max(before.phrase.last, before.measured.last) + 1
    return kinded.how == "front" and any(norm(words.tokens, at) in ("that", "which", "who") for at in range(start, first))


def _counted_with(phrase: NounPhrase, before: Read, catalogue: Catalogue) -> str | None:
    """The noun of a figure that goes on with another's: the same, or its own people (`two Danes and nine Maltese`)."""
    peoples = catalogue.places.starts
    own = phrase.modifiers[-1] if phrase.modifiers else None
    return own if before.noun in peoples and own in peoples else before.noun


def _repeats(words: Words, measured: Measured, first: int, before: Read) -> bool:
    """Whether an amount only gives the one before it in another unit or currency, in brackets right behind it."""
    if measured.dimension is not before.dimension or measured.dimension not in (Dimension.MONEY, Dimension.MEASURE):
        return False
    between = [t.text for t in words.tokens[before.measured.last + 1 : first]]
    bracketed = "(" in between and ")" not in between and len(between) <= 6
    return measured.unit != before.measured.unit and (bracketed or between in (["or"], [",", "or"]))


def _open(words: Words, kinded: Kinded, before: Read, phrase: NounPhrase) -> bool:
    """Whether a figure without a fate may go on with the one before it: `killed 60 villagers and five soldiers`."""
    if kinded.kind is None:
        return True
    behind = norm(words.tokens, phrase.last + 1)
    ends = not behind[:1].isalpha() or behind in words.grammar.prepositions or behind in words.grammar.conjunctions
    told = kinded.how != "head" or kinded.predicate is not None or phrase.head in words.types.modifiers
    return before.kinded.fate and not kinded.fate and ends and not told


def _continued(words: Words, measured: Measured, first: int, phrase: NounPhrase, before: Read) -> Kinded | None:
    """The kind of the number before it, where this one only goes on with a list: `killed 161 civilians, ..., and five guards`."""
    kind = before.kinded.kind
    if kind is None or not (kind.counts or kind.nouns):
        return None
    of_them = phrase.part and words.tokens[min(measured.last + 2, len(words.tokens) - 1)].norm in ("them", "whom", "those")
    if not of_them and not continues_list(words, max(before.phrase.last, before.measured.last), first):
        return None
    if phrase.head is not None and not counts(words, kind, phrase.head):
        capital = phrase.head_at is not None and words.tokens[phrase.head_at].capital
        if not capital:
            return None
    return Kinded(kind, before.kinded.predicate, before.kinded.cue, "list")


def _rate(tokens: Sequence[Token], measured: Measured, phrase: NounPhrase, catalogue: Catalogue) -> tuple[Dimension, str | None]:
    """Counts and spans of time per time, or per so many, are rates: `100 rockets a day`, `three days a week`, `12 per 1,000`."""
    if measured.dimension not in (Dimension.COUNT, Dimension.DURATION, Dimension.MEASURE) or measured.age:
        return measured.dimension, measured.unit
    behind = next(cues.behind for cues in catalogue.scopes.cues if cues.scope is Scope.RATE)
    if tokens[measured.last].norm in catalogue.units.sets["daily"]:  # 650,000 bpd
        return Dimension.RATE, f"{catalogue.units.by_id['barrel'].words[0]} per day"
    for at in dict.fromkeys((phrase.last + 1, measured.last + 1)):
        match = behind.at(tokens, at) or (behind.at(tokens, at + 1) if norm(tokens, at) == "-" else None)
        if match is None or (phrase.head_at is not None and match.last < phrase.head_at):  # two daily papers
            continue
        per = catalogue.units.rates.get(tokens[match.last].norm)
        if per is not None and norm(tokens, match.last + 1) not in catalogue.units.sets["no_rate"]:
            named = catalogue.units.by_id[measured.unit].words[0] + " " if measured.unit else ""
            return Dimension.RATE, f"{named}per {per}"
    every = _per_many(tokens, measured, phrase, catalogue.numbers.scales)
    if every is not None and measured.dimension is Dimension.COUNT:
        return Dimension.RATE, f"per {every}"
    return measured.dimension, measured.unit


def _per_many(tokens: Sequence[Token], measured: Measured, phrase: NounPhrase, scales: Mapping[str, Decimal]) -> str | None:
    """Of how many a rate speaks: `12 deaths per 100,000 births`."""
    for at in (phrase.last + 1, measured.last + 1):
        joint = norm(tokens, at) == "per" or [norm(tokens, at), norm(tokens, at + 1)] == ["for", "every"]
        figure = at + 1 + (norm(tokens, at) == "for")
        if joint and figure < len(tokens) and tokens[figure].kind is Kind.NUMBER:
            return tokens[figure].text.replace(",", "")
        scale = scales.get(norm(tokens, figure))
        if joint and scale is not None:  # 15 deaths per million people
            return str(scale)
    return None
