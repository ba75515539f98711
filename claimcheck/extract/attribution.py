"""Who is said to say a figure: behind `according to`, or the subject of a verb of saying, also one sentence back for "he" and "it"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.look import norm, written
from claimcheck.lexicon.context import Attributions
from claimcheck.lexicon.grammar import Grammar
from claimcheck.text.tokens import Kind, Token

_LONGEST = 16
"""Tokens of the longest speaker."""
_ASIDE = 14
"""Tokens of the longest remark between a speaker and the verb."""
_NEAR = 12
"""Tokens from a word of hearsay to a figure that it may speak of."""
_MARKS = frozenset([",", ";", ":", "—", "--", "–", "(", ")", "[", "]", '"', "“", "”", "."])
_QUOTES = frozenset(['"', "“", "”"])
_PRONOUNS = frozenset(["he", "she", "it", "they"])
UNNAMED = "unnamed"
"""The speaker of hearsay: reportedly, allegedly."""


@dataclass(frozen=True, slots=True)
class Told:
    """One place where a sentence says who speaks. Token indexes, both included."""

    first: int
    last: int
    """The speaker with the verb or the phrase."""
    speaker: str
    pronoun: bool = False
    phrase: bool = False
    """Whether it is a phrase such as "according to", which speaks for what stands on either side."""
    hearsay: bool = False
    behind: bool = False
    """Whether it stands behind what it tells (", police said")."""


def attributions(
    tokens: Sequence[Token], bases: Sequence[str], words: Attributions, grammar: Grammar, dated: Collection[int] = ()
) -> tuple[Told, ...]:
    """Every place in a sentence where somebody is said to say something, in order.

    `bases` are the tokens' base forms as verbs, `dated` the tokens of its dates, which are no part of a speaker's name.
    """
    found: list[Told] = []
    for match in words.phrases.all(tokens):
        end = _phrase_end(tokens, match.last + 1, words, grammar)
        if end > match.last + 1:
            found.append(Told(match.first, end - 1, written(tokens, match.last + 1, end - 1), phrase=True))
    taken = {i for told in found for i in range(told.first, told.last + 1)}
    for at, token in enumerate(tokens):
        speaks = bases[at] in words.verbs or (bases[at] == "put" and any(t.norm in words.put for t in tokens[at + 1 : at + 4]))
        if token.kind is Kind.WORD and speaks and at not in taken and not _passive(tokens, bases, at, grammar):
            told = _before(tokens, at, dated, words, grammar) or _after(tokens, at, words, grammar)
            if told is not None:
                found.append(told)
    found += (Told(m.first, m.last, UNNAMED, hearsay=True) for m in words.hearsay.all(tokens))
    return tuple(sorted(found, key=lambda t: (t.first, t.last)))


def resolved(told: Sequence[Told], earlier: Sequence[Told]) -> tuple[Told, ...]:
    """The same with pronouns named by the last speaker with a name, in this sentence or in the `earlier` text."""
    named = next((t.speaker for t in reversed(earlier) if not t.pronoun and not t.hearsay), None)
    found = []
    for one in told:
        if one.pronoun and named is not None:
            one = replace(one, speaker=named)
        elif not one.pronoun and not one.hearsay:
            named = one.speaker
        found.append(one)
    return tuple(found)


def speaker_at(told: Sequence[Told], tokens: Sequence[Token], first: int, last: int) -> str | None:
    """Who says the figure at tokens `first` to `last`; None where the article speaks itself."""
    outside = [t for t in told if last < t.first or t.last < first]
    phrases = [t for t in outside if t.phrase and not _apart(tokens, t, first, last)]
    if phrases:
        return min(phrases, key=lambda t: (max(t.first - last, first - t.last), t.first)).speaker
    before = [t for t in outside if not t.hearsay and not t.phrase and t.last < first and not _apart(tokens, t, first, last)]
    if before:
        return before[-1].speaker
    behind = [t for t in outside if t.behind and last < t.first and not _apart(tokens, t, first, last)]
    if behind:
        return behind[0].speaker
    heard = any(t.hearsay and max(t.first - last, first - t.last) <= _NEAR for t in outside)
    return UNNAMED if heard else None


def _apart(tokens: Sequence[Token], told: Told, first: int, last: int) -> bool:
    """Whether another clause begins between a speaker and a figure: a semicolon, or a comma with "while" or "but"."""
    low, high = (told.last + 1, first) if told.last < first else (last + 1, told.first)
    for at in range(low, high):
        if tokens[at].text == ";" or (tokens[at].text == "," and norm(tokens, at + 1) in ("while", "but", "whereas", "although", "though")):
            return True
    return False


def _passive(tokens: Sequence[Token], bases: Sequence[str], at: int, grammar: Grammar) -> bool:
    """`was reported`, `people reported to have died`, `a report`: a form of a verb of saying that has no speaker in front."""
    word, before = tokens[at].norm, norm(tokens, at - 1)
    plain = word == bases[at] and word != "put"
    if before in grammar.determiners or before == "to":
        return True
    plural_subject = plain and (before in ("they", "we", "i", "you") or grammar.plural(before))
    if plain and not plural_subject:
        return word != "say"
    past = word != bases[at] and not word.endswith("s")
    back = next((norm(tokens, i) for i in (at - 1, at - 2) if norm(tokens, i) not in grammar.adverbs), "")
    if past and grammar.verb(back) == "be":
        return True
    return word.endswith("ing") or (past and norm(tokens, at + 1) in ("to", "by", "as") and word not in ("said", "told"))


def _before(tokens: Sequence[Token], verb: int, dated: Collection[int], words: Attributions, grammar: Grammar) -> Told | None:
    """The speaker in front of its verb: `the ministry said`, `Jane Roe, the mayor, said`."""
    end = verb
    while end > 0 and (end - 1 in dated or tokens[end - 1].norm in grammar.auxiliaries or tokens[end - 1].norm in grammar.adverbs):
        end -= 1
    if end < verb and norm(tokens, end - 1) == "on" and end in dated:  # the agency on Monday said
        end -= 1
    if end > 0 and tokens[end - 1].text == ",":
        start = _past_aside(tokens, end - 1)
        if start is None:
            return None
        start = _subject_start(tokens, start, grammar)
    else:
        start = _subject_start(tokens, end, grammar)
    if not _is_speaker(tokens, start, end, words, grammar) or end - start > _LONGEST + _ASIDE:
        return None
    behind = start > 0 and tokens[start - 1].text in (",", "—", "–", "--", *_QUOTES)
    return Told(start, verb, written(tokens, start, end - 1).rstrip(","), pronoun=_is_pronoun(tokens, start, end), behind=behind)


def _past_aside(tokens: Sequence[Token], comma: int) -> int | None:
    """Where the remark that a comma closes begins, as the token of its opening comma; None where there is none."""
    for at in range(comma - 1, max(comma - _ASIDE, 0), -1):
        if tokens[at].text == ",":
            return at
        if tokens[at].text in _MARKS and tokens[at].text != ".":
            return None
    return None


def _subject_start(tokens: Sequence[Token], end: int, grammar: Grammar) -> int:
    """Where the noun phrase that ends before token `end` begins."""
    at = end
    while at > 0 and end - at < _LONGEST:
        token = tokens[at - 1]
        if token.text in _MARKS and not _dotted(tokens, at - 1):
            break
        if token.kind is Kind.WORD and not token.capital:
            word = token.norm
            joins = word in grammar.conjunctions and word not in ("and", "or")
            if joins or word in grammar.relatives or word in ("than", "as", "before", "after", "since", "until") or word in grammar.auxiliaries:
                break
        elif token.kind is Kind.WORD and token.norm in grammar.conjunctions:
            break
        at -= 1
    while at < end and (tokens[at].norm in grammar.conjunctions or tokens[at].norm == "as" or (tokens[at].norm in grammar.adverbs and not tokens[at].capital)):
        at += 1
    return at


def _dotted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a full stop belongs to an abbreviation inside a name: `Gen. Smith`, `John R. Roe`."""
    return tokens[at].text == "." and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.WORD and not tokens[at].space


def _after(tokens: Sequence[Token], verb: int, words: Attributions, grammar: Grammar) -> Told | None:
    """The speaker behind its verb: `..., said Jane Roe, the mayor`."""
    before = tokens[verb - 1].text if verb else ""
    if before != "," and before not in _QUOTES:
        return None
    end = _phrase_end(tokens, verb + 1, words, grammar)
    if end == verb + 1 or not _is_speaker(tokens, verb + 1, end, words, grammar):
        return None
    return Told(verb, end - 1, written(tokens, verb + 1, end - 1), pronoun=_is_pronoun(tokens, verb + 1, end), behind=True)


def _phrase_end(tokens: Sequence[Token], start: int, words: Attributions, grammar: Grammar) -> int:
    """Behind the noun phrase that begins at `start`; `start` itself where none does (`citing In Caracas, the ...`)."""
    at = start
    while at < min(len(tokens), start + _LONGEST):
        token = tokens[at]
        if token.kind is Kind.MARK and not (_dotted(tokens, at) or token.text in ("-", "'", "’", "&", "/")):
            break
        word = token.norm
        if word in grammar.prepositions and (at == start or not _goes_on(tokens, at, grammar)):
            break
        if word in grammar.relatives or word in grammar.auxiliaries or (word in grammar.conjunctions and word != "and"):
            break
        if word == "and" and not (at + 1 < len(tokens) and (tokens[at + 1].capital or norm(tokens, at + 1) in words.nouns)):
            break
        if at > start and token.kind is Kind.WORD and not token.capital and _finite(tokens, at, words, grammar):
            break
        at += 1
    return at


def _goes_on(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition leads on inside a speaker: `officials in Gaza`, `a report by the agency`, but not `in 2019`, `on Monday`."""
    if tokens[at].norm in ("on", "since", "during", "until", "as", "than", "after", "before", "over", "about"):
        return False
    following = at + 1
    while norm(tokens, following) in grammar.determiners:
        following += 1
    return following < len(tokens) and tokens[following].kind is Kind.WORD and (tokens[following].capital or tokens[at].norm in ("of", "from", "by", "for", "at", "with"))


def _finite(tokens: Sequence[Token], at: int, words: Attributions, grammar: Grammar) -> bool:
    word = tokens[at].norm
    if word in words.nouns or norm(tokens, at - 1) in grammar.determiners:
        return False
    verb = grammar.verb(word)
    return verb is not None and verb != word and not word.endswith("ing") and not grammar.plural(word)


def _is_speaker(tokens: Sequence[Token], first: int, end: int, words: Attributions, grammar: Grammar) -> bool:
    span = tokens[first:end]
    if not span:
        return False
    if span[0].kind is Kind.NUMBER and not any(t.norm in words.nouns for t in span):
        return False
    named = (t.capital and t.norm not in grammar.function for t in span)
    return any(named) or any(t.norm in words.nouns or t.norm in _PRONOUNS for t in span)


def _is_pronoun(tokens: Sequence[Token], first: int, end: int) -> bool:
    return end - first == 1 and tokens[first].norm in _PRONOUNS
