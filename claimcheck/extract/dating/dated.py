"""What a date dates: the noun it stands before ("Monday's shooting"), or the verb of its clause ("was bombed on Thursday")."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.extract.dating.announced import announced
from claimcheck.extract.dating.nowadays import nowadays
from claimcheck.extract.look import norm, of_clock
from claimcheck.extract.mentions import DateMention
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.extract.scene import Scene
from claimcheck.extract.sentence import SentenceReading
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.grammar import Grammar
from claimcheck.text.tokens import Kind

_REACH = 20
_NEAR = 12
_TURNED = 4
"""Tokens behind a verb within which a word may make another deed of it."""
_TIMES = frozenset(["after", "at", "before", "during", "following", "from", "in", "since", "that"])
"""Words in front of an event that a date behind it dates; that of "filed the suit Friday" goes with the verb."""
_STOPS = frozenset([";", ":", "—", "--", "–", "”", "“", '"'])


@dataclass(frozen=True, slots=True)
class Dated:
    """What a date dates."""

    phrase: NounPhrase
    """The noun phrase it modifies; empty where it stands with a verb."""
    predicate: str | None
    """The verb it dates, in base form."""
    speech: bool
    """Whether it tells of no event: only when something was said, or "today" for nowadays."""
    events: frozenset[str]
    """The kinds of event that the noun or the verb names; those of the nearest noun where the verb names none."""


def date_frame(reading: SentenceReading, seen: Scene, mention: DateMention, catalogue: Catalogue) -> Dated:
    """What one date of a sentence dates."""
    noun = _noun_behind(reading, mention, catalogue)
    if noun is not None and noun.head_at is not None:
        return Dated(noun, None, False, _events_at(seen, noun.head_at))
    at = _verb(reading, mention, catalogue)
    verb = _deed(reading, at, catalogue) if at is not None else None
    speech = verb in catalogue.attributions.speech
    if speech and at is not None and announced(reading, at, mention, catalogue.grammar):
        return Dated(NounPhrase(mention.last), "announce", False, _events_round(seen, at, mention) | {"announcement"})
    noun = _noun_before(reading, seen, mention, catalogue) if at is None or speech or _beside_noun(reading, seen, mention) else None
    events = _events_round(seen, at, mention) if at is not None else frozenset()
    events = events or _nearest_events(seen, mention)
    idle = speech or nowadays(reading, seen, mention, catalogue.grammar)
    return Dated(noun or NounPhrase(mention.last), verb, idle and noun is None, events)


def _deed(reading: SentenceReading, at: int, catalogue: Catalogue) -> str:
    """The verb at a token in base form, or the deed that a word behind makes of it: `found Landry guilty`."""
    turned = catalogue.events.turned.get(reading.bases[at], {})
    behind = (norm(reading.tokens, i) for i in range(at + 1, at + 1 + _TURNED))
    return next((turned[word] for word in behind if word in turned), reading.bases[at])


def _events_at(seen: Scene, at: int) -> frozenset[str]:
    return frozenset().union(*(ids for first, last, ids in seen.events if first <= at <= last))


def _events_round(seen: Scene, verb: int, mention: DateMention) -> frozenset[str]:
    """Event words of a verb with its subject and its object: from a few tokens before it to the date."""
    low, high = (verb - 4, mention.last + 2) if verb < mention.first else (mention.last, verb + 5)
    return frozenset().union(*(ids for first, last, ids in seen.events if low <= first and last <= high))


def _nearest_events(seen: Scene, mention: DateMention) -> frozenset[str]:
    """Of the event words near a date, those that stand nearest; in front of it before behind it."""
    best: tuple[int, frozenset[str]] | None = None
    for first, last, ids in seen.events:
        distance = mention.first - last if last < mention.first else first - mention.last + 3
        if 0 < distance <= _NEAR and (best is None or distance < best[0]):
            best = (distance, ids)
    return best[1] if best else frozenset()


def _beside_noun(reading: SentenceReading, seen: Scene, mention: DateMention) -> bool:
    """Whether a weekday stands right behind a noun with an article: `following the crash Sunday night`."""
    at = mention.first - 1
    article = norm(reading.tokens, at - 1) in ("the", "a", "an", "this", "that")
    article = article and norm(reading.tokens, at - 2) in _TIMES
    return article and any(last == at for _, last, _ in seen.events) and reading.tokens[mention.first].kind is Kind.WORD


def _noun_before(reading: SentenceReading, seen: Scene, mention: DateMention, catalogue: Catalogue) -> NounPhrase | None:
    """The event that a date stands right behind: `the shootout Sunday`, `the attack on Monday`."""
    at = mention.first - 1
    while at > 0 and reading.tokens[at].norm in ("on", "in", "of", "early", "late"):
        at -= 1
    named = any(first <= at <= last for first, last, _ in seen.events) if at >= 0 else False
    noun = catalogue.grammar.noun(reading.tokens[at].norm) if named else ""
    nouns = catalogue.events.nouns
    if not named or not (nouns.at(reading.tokens, at) or nouns.at_base(reading.tokens, [noun] * len(reading.tokens), at)):
        return None
    return NounPhrase(mention.last, noun, at, ())


def _noun_behind(reading: SentenceReading, mention: DateMention, catalogue: Catalogue) -> NounPhrase | None:
    """`Monday's shooting`, `2020 indictment`, `the 2005 peace deal`, `Sunday's powerful quakes`."""
    tokens, grammar = reading.tokens, catalogue.grammar
    at = mention.last + 1
    at += at < len(tokens) and tokens[at].text == "," and _article_before(reading, mention.first)  # the May 7, 2015, shooting
    while at < len(tokens) and tokens[at].norm in catalogue.grammar.sets["parts_of_day"]:
        at += 1
    start = at
    before = _leading(reading, mention)
    if before in ("on", "in", "since", "until", "by", "from", "during") and not tokens[mention.last].possessive:
        return None
    words: list[tuple[int, str]] = []
    while at < len(tokens) and at - start < 5:
        token = tokens[at]
        if token.kind is not Kind.WORD or token.norm in grammar.function or at in reading.taken:
            break
        noun = _ends_noun(reading, mention, at, grammar)
        if words and grammar.verb(token.norm) is not None and not token.norm.endswith("ing") and not noun:
            break
        if token.norm.endswith("ly") and token.norm not in grammar.sets["ly_nouns"]:
            break
        if (
            not words
            and not tokens[mention.last].possessive
            and grammar.verb(token.norm) is not None
            and not token.norm.endswith("ing")
            and catalogue.events.nouns.at(tokens, at) is None
        ):
            break
        words.append((at, grammar.noun(token.norm)))
        at += 1
        if noun and len(words) > 1:
            break
    if not words or (len(words) == 1 and tokens[words[0][0]].norm.endswith("ed")):
        return None
    event = next(
        (
            i
            for i in range(len(words) - 1, -1, -1)
            if catalogue.events.nouns.at_base(tokens, [grammar.noun(t.norm) for t in tokens], words[i][0])
        ),
        None,
    )
    possessive = tokens[mention.last].possessive
    if event is None and not possessive and not (mention.when.precision.value in ("year", "month") and not mention.when.relative):
        return None
    head = event if event is not None else len(words) - 1
    return NounPhrase(words[head][0], words[head][1], words[head][0], tuple(w for _, w in words[:head]))


def _ends_noun(reading: SentenceReading, mention: DateMention, at: int, grammar: Grammar) -> bool:
    """Whether what looks like a verb is the noun that a possessive leads to: `this month's jobs report`, but not `filings show`."""
    word, before = norm(reading.tokens, at), norm(reading.tokens, at - 1)
    modifies = not grammar.plural(before) or before in grammar.sets["modifying_plurals"]
    return reading.tokens[mention.last].possessive and grammar.verb(word) == word and modifies


def _leading(reading: SentenceReading, mention: DateMention) -> str:
    """The word in front of a date, or of the list of dates that it ends: `in 1998 and 1999`."""
    at = mention.first - 1
    if norm(reading.tokens, at) in ("and", "or", ",", "to"):
        earlier = next((date for date in reading.dates if date.last == at - 1), None)
        at = at if earlier is None else earlier.first - 1
    return norm(reading.tokens, at)


def _article_before(reading: SentenceReading, first: int) -> bool:
    return first > 0 and reading.tokens[first - 1].norm in ("the", "a", "an", "that", "this")


def _verb(reading: SentenceReading, mention: DateMention, catalogue: Catalogue) -> int | None:
    """The nearest verb in front of the date in its clause; for a date that opens the sentence, the first one behind it."""
    tokens = reading.tokens
    told = mention.last + 1
    if mention.first > 0 and told < len(tokens) and _says(reading, told, catalogue):
        return told  # the yard yesterday confirmed that
    at = mention.first - 1
    steps, aside = 0, None
    others = {i for date in reading.dates if date is not mention for i in range(date.first, date.last + 1)}
    while at >= 0 and steps < _REACH and (tokens[at].text not in _STOPS or of_clock(tokens, at)):
        if at in others:
            break  # in the file opened Friday, the clerks on June 2 took
        if _is_verb(reading, at, catalogue):
            if _tells_behind(reading, at, mention, catalogue):
                break
            if aside is not None or not _describes(reading, at, catalogue):
                return at
            aside = at  # took over a field run by two firms on Wednesday
        at -= 1
        steps += 1
    if aside is not None:
        return aside
    spoken = None
    for at in range(mention.last + 1, min(len(tokens), mention.last + 1 + _REACH + 6)):
        if tokens[at].text in _STOPS and not of_clock(tokens, at):
            break
        if _is_verb(reading, at, catalogue) and tokens[at - 1].norm != "to":  # since 2013, says the aim is to topple him
            if reading.bases[at] not in catalogue.attributions.speech:
                return at
            spoken = at if spoken is None else spoken  # "On Monday the coastguard said it had found ..."
    return spoken


def _describes(reading: SentenceReading, at: int, catalogue: Catalogue) -> bool:
    """Whether a participle with "by" only describes the noun in front of it: `a field run by two firms`."""
    before = reading.tokens[at - 1] if at else None
    beside = before is not None and before.kind is Kind.WORD and before.norm not in catalogue.grammar.function
    return norm(reading.tokens, at + 1) == "by" and beside and before is not None and before.norm not in catalogue.grammar.adverbs


def _reported(reading: SentenceReading, at: int, catalogue: Catalogue) -> bool:
    """Whether a word such as "reported" is a verb and no adverb: a date or "that" stands beside it."""
    if reading.bases[at] not in catalogue.attributions.speech:
        return False
    led = 1 + (norm(reading.tokens, at + 1) in ("on", "in"))
    dated = any(date.first == at + led or date.last == at - 1 for date in reading.dates)
    return dated or norm(reading.tokens, at + 1) == "that"


def _says(reading: SentenceReading, at: int, catalogue: Catalogue) -> bool:
    """Whether a finite verb of saying stands at a token."""
    word = reading.tokens[at].norm
    finite = reading.bases[at] != word and not word.endswith("ing")
    return finite and reading.bases[at] in catalogue.attributions.speech and _is_verb(reading, at, catalogue)


def _tells_behind(reading: SentenceReading, verb: int, mention: DateMention, catalogue: Catalogue) -> bool:
    """Whether a date opens what a verb of saying tells, and dates that: `authorities say that on May 7 the men went`."""
    return reading.bases[verb] in catalogue.attributions.speech and any(
        token.norm == "that" for token in reading.tokens[verb + 1 : mention.first]
    )


def _is_verb(reading: SentenceReading, at: int, catalogue: Catalogue) -> bool:
    token, grammar = reading.tokens[at], catalogue.grammar
    closed = token.norm in grammar.function and not _reported(reading, at, catalogue)
    if token.kind is not Kind.WORD or token.norm in grammar.auxiliaries or closed or at in reading.taken:
        return False
    if grammar.verb(token.norm) is None or (token.capital and at > 0):
        return False
    if token.norm in grammar.sets["parts_of_day"] or token.norm in grammar.sets["no_events"]:
        return False
    before = reading.tokens[at - 1].norm if at else ""
    if before in ("-", "–") and not token.space:
        return False
    return (
        (before == "that" or before not in grammar.determiners)
        and before not in ("of", "in", "for", "by")
        and reading.bases[at] not in ("be", "have", "do")
    )
