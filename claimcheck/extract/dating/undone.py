"""Dates on which something did not happen: `did not sign the truce on Tuesday`. Such a date dates nothing."""

from __future__ import annotations

from claimcheck.extract.dating.dated import Dated
from claimcheck.extract.look import written
from claimcheck.extract.mentions import DateMention
from claimcheck.extract.sentence import SentenceReading
from claimcheck.lexicon.grammar import Grammar
from claimcheck.model.claim import Step
from claimcheck.text.tokens import Kind

_REACH = 12
"""Tokens between a negation and the date of its verb."""
_NOT = frozenset(["not", "never"])
_AUXILIARIES = frozenset(["did", "was", "were", "has", "have", "had"])
_LEADS = frozenset(["on", "in", "at", "late", "early"])
"""Words between a verb and its date."""


def undone(reading: SentenceReading, mention: DateMention, dated: Dated, grammar: Grammar) -> Step | None:
    """The step that tells that a date stands under a negated verb; None where it does not, or not plainly."""
    if dated.phrase.head_at is not None and dated.phrase.head_at > mention.last:  # Tuesday's attack
        return None
    tokens = reading.tokens
    if tokens[mention.first].norm in grammar.sets["spans_open"] or mention.when.since:
        return None
    at = mention.first - 1
    while at > 0 and tokens[at].norm in _LEADS:
        at -= 1
    lowest = max(0, at - _REACH)
    last = at
    while at >= lowest and not _negates(reading, at):
        token = tokens[at]
        if token.kind is Kind.MARK or (
            token.norm in grammar.function and token.norm not in grammar.determiners | grammar.sets["in_objects"]
        ):
            return None
        if token.norm in ("who", "which", "that"):
            return None
        at -= 1
    if at < lowest or at == last:
        return None
    verb = at + 1
    while verb < last and (tokens[verb].norm.endswith("ly") or tokens[verb].norm in ("yet", "been", "be")):
        verb += 1
    if tokens[verb].norm == "only" or any(_inflected(reading, i, grammar) for i in range(verb + 1, last + 1)):
        return None
    return Step("status.denied", written(tokens, at, verb), "did not happen then")


def _negates(reading: SentenceReading, at: int) -> bool:
    word = reading.tokens[at].norm
    if word.endswith("n't"):
        return word.removesuffix("n't") in _AUXILIARIES
    return word in _NOT and (word == "never" or (at > 0 and reading.tokens[at - 1].norm in _AUXILIARIES))


def _inflected(reading: SentenceReading, at: int, grammar: Grammar) -> bool:
    """Whether a token looks like a second verb, which the date may be that of: `did not name the man shot on Tuesday`."""
    token = reading.tokens[at]
    if token.kind is not Kind.WORD or token.capital:
        return False
    base = grammar.verb(token.norm)
    return base not in (None, token.norm) and not (token.norm.endswith("s") and grammar.plural(token.norm))
