"""A date of saying that is the day of an announcement: `said on Monday it would buy`, `will merge, both said Monday`."""

from __future__ import annotations

from claimcheck.extract.look import norm
from claimcheck.extract.mentions import DateMention
from claimcheck.extract.sentence import SentenceReading
from claimcheck.lexicon.grammar import Grammar

_PERSONS = ("he", "she")


def announced(reading: SentenceReading, verb: int, mention: DateMention, grammar: Grammar) -> bool:
    """Whether whoever speaks at token `verb` tells, on the date behind it, what he himself does or is going to do."""
    if not 0 < mention.first - verb <= 2:
        return False
    return _of_himself(reading, verb, mention.last + 1, grammar) or _of_before(reading, verb, grammar)


def _of_himself(reading: SentenceReading, verb: int, at: int, grammar: Grammar) -> bool:
    """`Holm Air said on Monday it would cut`, `the governor said Monday that she is declaring`."""
    at += norm(reading.tokens, at) == "that"
    pronoun = norm(reading.tokens, at)
    if pronoun not in grammar.sets["announcers"]:
        return False
    if pronoun in _PERSONS and not reading.tokens[verb - 1].capital:
        return False  # police said Monday he would
    return _plans(reading, at + 1, grammar)


def _plans(reading: SentenceReading, at: int, grammar: Grammar) -> bool:
    word, behind = norm(reading.tokens, at), norm(reading.tokens, at + 1)
    if word in ("will", "would"):
        return behind not in grammar.sets["no_plans"] and grammar.verb(behind) is not None
    if word in ("is", "are", "was", "were"):
        return behind.endswith("ing") and grammar.verb(behind) is not None
    if word in ("has", "have", "had"):
        return behind in grammar.sets["settled"]
    return word in grammar.sets["plans"]


def _of_before(reading: SentenceReading, verb: int, grammar: Grammar) -> bool:
    """`Two carmakers will merge, the companies said Monday`: a party to the plan is the speaker."""
    speaker = norm(reading.tokens, verb - 1)
    opens = next((at for at in range(verb - 1, -1, -1) if reading.tokens[at].text == ","), None)
    if speaker not in grammar.sets["announcing"] or opens is None:
        return False
    return any(_plans(reading, at, grammar) for at in range(1, opens))
