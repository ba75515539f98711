"""Where "today" means nowadays and dates nothing: `Today, the mill is a museum`, `the town today has two schools`."""

from __future__ import annotations

from claimcheck.extract.look import norm
from claimcheck.extract.mentions import DateMention
from claimcheck.extract.scene import Scene
from claimcheck.extract.sentence import SentenceReading
from claimcheck.lexicon.grammar import Grammar
from claimcheck.text.tokens import Kind

_REACH = 20
_OPENING = frozenset([";", ":", "“", "‘", '"', "("])


def nowadays(reading: SentenceReading, seen: Scene, mention: DateMention, grammar: Grammar) -> bool:
    """Whether a bare "today" stands with a state of the present ("is", "has") and no event of its clause is named."""
    tokens, at = reading.tokens, mention.first
    if mention.last > at or norm(tokens, at) != "today" or tokens[at].possessive:
        return False
    verb = _ahead(reading, at, grammar) if _opens(reading, at) else _round(reading, at, grammar)
    if verb is None or norm(tokens, verb) not in grammar.sets["present_states"]:
        return False
    if verb == at + 1 and (_opens(reading, at) or norm(tokens, at - 1) in ("here", "there")):
        return False  # Today is the vote; to come here today is
    if _acts(reading, verb, grammar):
        return False
    low, high = (min(at, verb), max(at, verb)) if verb > at else (max(0, verb - _REACH), len(tokens))
    return not any(low <= first <= high for first, _, _ in seen.events)


def _opens(reading: SentenceReading, at: int) -> bool:
    """Whether "today" opens its clause: `Today, the mill is a museum`."""
    return at == 0 or reading.tokens[at - 1].text in _OPENING or norm(reading.tokens, at - 1) in ("and", "but", "that")


def _ahead(reading: SentenceReading, at: int, grammar: Grammar) -> int | None:
    """The first verb behind it."""
    for i in range(at + 1, min(len(reading.tokens), at + _REACH)):
        if reading.tokens[i].norm in grammar.auxiliaries or (_verb(reading, i, grammar) and not _modifies(reading, i, grammar)):
            return i
    return None


def _round(reading: SentenceReading, at: int, grammar: Grammar) -> int | None:
    """The verb right behind it (`the town today has`), else the nearest in front of it."""
    if norm(reading.tokens, at + 1) in grammar.auxiliaries:
        return at + 1
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if reading.tokens[i].norm in grammar.auxiliaries:
            return i
        if _verb(reading, i, grammar) or reading.tokens[i].text in (";", ":", "”", "“", '"'):
            return None
    return None


def _verb(reading: SentenceReading, at: int, grammar: Grammar) -> bool:
    token = reading.tokens[at]
    return (
        token.kind is Kind.WORD
        and not token.capital
        and token.norm not in grammar.function
        and grammar.verb(token.norm) is not None
    )


def _modifies(reading: SentenceReading, at: int, grammar: Grammar) -> bool:
    return norm(reading.tokens, at - 1) in grammar.determiners or grammar.plural(norm(reading.tokens, at))


def _acts(reading: SentenceReading, verb: int, grammar: Grammar) -> bool:
    """Whether a participle, an infinitive or a place stands behind "is": `is hearing the case today`, `is in Rome today`."""
    at = verb + 1
    while norm(reading.tokens, at) in grammar.adverbs or norm(reading.tokens, at) in ("not", "today", ","):
        at += 1
    word = norm(reading.tokens, at)
    if word in grammar.sets["present_plans"] or (word in ("in", "at", "on") and at < len(reading.tokens)):
        return True
    return word not in grammar.function and grammar.verb(word) not in (None, word)
