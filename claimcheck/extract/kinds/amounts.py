"""The kind of an amount: of money, a measure, a span of time or a share."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.kinds.framed import framed_sum, past_bracket
from claimcheck.extract.kinds.leads import CLAUSE_ENDS, front_of, lead_of, told_apart
from claimcheck.extract.kinds.standing import changes, standing
from claimcheck.extract.kinds.words import Kinded, Words, acts, is_person, taken_away
from claimcheck.extract.look import norm
from claimcheck.extract.mentions import Measured
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.lexicon.phrases import Match
from claimcheck.lexicon.types import ClaimType
from claimcheck.model.claim import CHANGE
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind

_REACH = 16
"""Tokens behind an amount in which the passive of a thing of some value is looked for."""
_SPOILED = 16
"""Tokens in front of an amount in which a word may take its kind away."""


def amount_kind(words: Words, measured: Measured, first: int, phrase: NounPhrase) -> Kinded:
    """The kind of an amount by what stands behind it, its noun, what it is given for, and the phrase in front of it."""
    fits = [k for k in words.types.by_id.values() if k.dimension is measured.dimension and _unit_fits(words, k, measured)]
    if not fits:
        return Kinded(None, front_of(words, first, phrase).predicate)
    for at in (measured.last + 1, measured.last + 2):
        per = words.types.per.at(words.tokens, at)
        if (
            per is not None
            and per.value in fits
            and told_apart(words, per.value)
            and not taken_away(words, per.value, measured.first - _SPOILED, measured.first - 1)
            and (words.tokens[measured.last + 1].norm in ("per", "a", "-") or at == measured.last + 1)
        ):
            return Kinded(per.value, None, (per.first, per.last), "per")
    head = _amount_head(words, measured, phrase, fits)
    if head is None and named_by(words, measured, phrase):
        named = (kind for kind in fits if kind.named and told_apart(words, kind))
        head = next((Kinded(kind, None, (measured.first, phrase.last), "head") for kind in named), None)
    head = head or _apposed(words, measured, first, fits)
    if head is not None:
        return head
    cues = words.types.behind[measured.dimension]
    behind = cues.at(words.tokens, max(measured.last, phrase.last) + 1) or cues.at(words.tokens, measured.last + 1)
    if behind is None and norm(words.tokens, measured.last + 1) in ("to", ")"):
        behind = cues.at(words.tokens, measured.last + 2)
    if behind is None and (bracket := past_bracket(words, measured)) is not None:
        behind = cues.at(words.tokens, bracket)
    behind = behind or _of_valued(words, measured, first, phrase)
    if behind is not None and behind.value in fits and told_apart(words, behind.value):
        return Kinded(behind.value, None, (behind.first, behind.last), "behind")
    told = _of_whole(words, measured, phrase, fits)
    each = words.types.per.at(words.tokens, measured.last + 1)  # earnings a share are no profit
    if told is None and each is None and not is_apart(words, measured):
        told = standing(words, first, measured.dimension, lambda kind: kind in fits and told_apart(words, kind))
    told = told or framed_sum(words, measured, first, phrase, fits)
    if told is not None:
        return told
    lead = lead_of(words, measured, first, phrase)
    if lead is not None and lead.kind in fits:
        return lead
    changed = measured.dimension is Dimension.PERCENT and (measured.low < 0 or is_apart(words, measured) or changes(words, first))
    return Kinded(None, front_of(words, first, phrase).predicate, how=CHANGE if changed else "")


def _apposed(words: Words, measured: Measured, first: int, fits: Sequence[ClaimType]) -> Kinded | None:
    """The noun beside which an amount stands between commas: `the fine, $20,000, was paid`."""
    tokens, last = words.tokens, measured.last + 1
    if measured.dimension is not Dimension.MONEY or norm(tokens, first - 1) != "," or norm(tokens, last) != ",":
        return None
    match = words.types.subjects[measured.dimension].before(tokens, first - 1)
    if match is None or match.value not in fits or norm(tokens, match.first - 1) not in words.grammar.determiners:
        return None
    return Kinded(match.value, None, (match.first, match.last), "head") if told_apart(words, match.value) else None


def named_by(words: Words, measured: Measured, phrase: NounPhrase) -> bool:
    """Whether an amount is tied to a name: `the 9,000-ton Northern Light`."""
    return measured.hyphened and phrase.head_at is not None and words.tokens[phrase.head_at].capital


def _of_whole(words: Words, measured: Measured, phrase: NounPhrase, fits: Sequence[ClaimType]) -> Kinded | None:
    """The noun that a share is of: `owns 60 percent of the airline`."""
    kind = words.types.wholes.get(phrase.head or "")
    if kind is None or kind not in fits or norm(words.tokens, measured.last + 1) != "of" or phrase.head_at is None:
        return None
    needed = kind.needs_with.get(phrase.head or "", frozenset())
    told = not needed or any(t.norm in needed for t in words.tokens)
    return Kinded(kind, None, (phrase.head_at, phrase.head_at), "head") if told else None


def is_apart(words: Words, measured: Measured) -> bool:
    """Whether a figure tells by how much a thing is apart from another: `is 4 percent higher`."""
    return norm(words.tokens, measured.last + 1) in words.grammar.sets["comparatives"] | words.grammar.sets["apart_by"]


def _of_valued(words: Words, measured: Measured, first: int, phrase: NounPhrase) -> Match[ClaimType] | None:
    """The passive that tells what befell a thing of some value: `furs, valued at $2 million, were stolen`."""
    tokens, sets = words.tokens, words.grammar.sets
    if measured.dimension is not Dimension.MONEY or not any(norm(tokens, first - k) in sets["valued"] for k in (1, 2)):
        return None
    for at in range(max(phrase.last, measured.last) + 1, min(len(tokens), phrase.last + _REACH)):
        if tokens[at].text in CLAUSE_ENDS or at in words.starts or tokens[at].norm in sets["breaks"]:
            return None
        if tokens[at].norm in words.grammar.auxiliaries:
            passive = words.types.behind[measured.dimension].at(tokens, at)
            if passive is not None or acts(words, at + 1):
                return passive
    return None


def _past_rate(words: Words, at: int) -> int:
    """Behind "a year" or the like: `$3 million a year in aid`."""
    tokens = words.tokens
    if norm(tokens, at) in ("a", "per", "each", "every") and norm(tokens, at + 1) in ("year", "month", "week", "day"):
        return at + 2
    return at + (norm(tokens, at) in ("annually", "yearly", "monthly"))


def _unit_fits(words: Words, kind: ClaimType, measured: Measured) -> bool:
    return not kind.age and (kind.unit is None or kind.unit in (measured.unit, words.units.family(measured.unit)))


def _amount_head(words: Words, measured: Measured, phrase: NounPhrase, fits: Sequence[ClaimType]) -> Kinded | None:
    """The noun that the amount describes: `a $50 million reward`, `$2 billion in damage`."""
    candidates = []
    if phrase.head is not None and phrase.head_at is not None:
        candidates += [(phrase.head_at, f"{m} {phrase.head}") for m in phrase.modifiers[-1:]]  # a 12-year jail term, an aid package
        candidates += [(phrase.head_at, norm(words.tokens, phrase.head_at)), (phrase.head_at, phrase.head)]  # damages are no damage
        changed = phrase.head in words.grammar.sets["changing"]  # a $6 million budget increase
        if phrase.head not in words.grammar.sets["priced_alone"] and not changed:
            candidates += [(phrase.head_at, m) for m in phrase.modifiers[-2:] if m not in words.grammar.sets["fine_words"]]
    bracket = past_bracket(words, measured)  # a $68bn (£50bn) takeover
    if bracket is not None and bracket < len(words.tokens) and words.tokens[bracket].kind is Kind.WORD:
        candidates.append((bracket, words.grammar.noun(norm(words.tokens, bracket))))
    after = _past_rate(words, measured.last + 1)
    if after + 1 < len(words.tokens) and words.tokens[after].norm in ("in", "worth", "of", "as"):
        for at in range(after + 1, min(after + 4, len(words.tokens))):
            if at in words.starts or (at > after + 1 and words.tokens[at].norm in words.grammar.prepositions):
                break  # $7 million in 2010 on revenue of
            share = measured.dimension is Dimension.PERCENT and at > after + 1
            if share and is_person(words, words.grammar.noun(words.tokens[at - 1].norm)):
                break  # 71 percent of voters cast ballots
            candidates += [(at, words.tokens[at].norm), (at, words.grammar.noun(words.tokens[at].norm))]
    for at, noun in candidates:
        for form in (noun,) if " " in noun else (words.tokens[at].norm, noun):  # damages are none of a storm's damage
            for kind in fits:
                if form in kind.heads and told_apart(words, kind):
                    return Kinded(kind, None, (at, at), "head")
    return None
