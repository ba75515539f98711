"""A sentence prepared once for all its claims: its content words, names, places and events, and where its clauses end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.extract.look import of_clock
from claimcheck.lexicon.context import Events
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.phrases import Phrases
from claimcheck.text.tokens import Kind, Token

CLAUSE_MARKS = frozenset([";", ":", "—", "--", "–"])
_WINDOW = 16


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence prepared once for all its claims."""

    tokens: Sequence[Token]
    bases: Sequence[str]
    content: Sequence[str | None]
    """Base form of each content word; None for function words, numbers and marks."""
    names: Sequence[str | None]
    """Lower-case form of each token of a proper name."""
    places: Sequence[tuple[int, int, str]]
    venues: Sequence[tuple[int, int, str]]
    """What things befall people at: airports, schools."""
    events: Sequence[tuple[int, int, frozenset[str]]]
    taken: frozenset[int]
    """Tokens of numbers and dates."""
    figures: frozenset[int]
    """Tokens of quantities."""
    sets: Mapping[str, frozenset[str]]
    """The grammar's lists of words."""


def scene(
    tokens: Sequence[Token],
    bases: Sequence[str],
    taken: frozenset[int],
    figures: frozenset[int],
    grammar: Grammar,
    places: Phrases[str],
    venues: Phrases[str],
    events: Events,
) -> Scene:
    """Prepare a sentence; `bases` are the verb base forms of its tokens."""
    content: list[str | None] = []
    names: list[str | None] = []
    first_word = next((i for i, t in enumerate(tokens) if t.kind is Kind.WORD), 0)
    for at, token in enumerate(tokens):
        if token.kind is not Kind.WORD or at in taken or token.norm in grammar.function or len(token.norm) < 2:
            content.append(None)
            names.append(None)
            continue
        named = (
            token.capital
            and (token.norm not in grammar.sets["titles"] or _surname(tokens, at, names, grammar))
            and (at != first_word or (at + 1 < len(tokens) and tokens[at + 1].capital))
        )
        content.append(token.norm if named and token.norm not in grammar.nouns else grammar.noun(bases[at]))
        names.append(token.norm if named else None)
    found_places = tuple((m.first, m.last, m.value) for m in places.all(tokens) if tokens[m.first].capital)
    for first, last, place in found_places:
        if first not in taken:
            content[first : last + 1] = [place] + [None] * (last - first)
    return Scene(
        tokens,
        bases,
        content,
        names,
        found_places,
        tuple((m.first, m.last, m.value) for m in venues.all(tokens)),
        tuple(_events(tokens, bases, taken, events, grammar)),
        taken,
        figures,
        grammar.sets,
    )


def _surname(tokens: Sequence[Token], at: int, names: Sequence[str | None], grammar: Grammar) -> bool:
    """Whether a word that is a title in front of a name ends one: `Ann King of Leeds`, not `the Danish King Frederik`."""
    ends = at + 1 >= len(tokens) or not tokens[at + 1].capital
    return tokens[at].norm in grammar.sets["surnames"] and ends and at > 0 and names[at - 1] is not None


def content_words(tokens: Sequence[Token], grammar: Grammar) -> frozenset[str]:
    """The content words of a sentence, in base form."""
    words = [t for t in tokens if t.kind is Kind.WORD and t.norm not in grammar.function and len(t.norm) > 1]
    return frozenset(t.norm if t.capital else grammar.noun(grammar.verb(t.norm) or t.norm) for t in words)


def _events(
    tokens: Sequence[Token], bases: Sequence[str], taken: frozenset[int], events: Events, grammar: Grammar
) -> list[tuple[int, int, frozenset[str]]]:
    singular = [grammar.noun(t.norm) for t in tokens]
    found = []
    at = 0
    while at < len(tokens):
        noun = events.nouns.at(tokens, at) or events.nouns.at_base(tokens, singular, at)
        verb = events.verbs.at_base(tokens, bases, at)
        if (noun is None and verb is None) or at in taken:
            at += 1
            continue
        last = max(match.last for match in (noun, verb) if match is not None)
        found.append((at, last, frozenset().union(*(match.value for match in (noun, verb) if match is not None))))
        at = last + 1
    return found


def named(seen: Scene, at: int) -> str | None:
    """The name at a token; a lone capital that opens the sentence is one where a verb follows: `Orbix had`."""
    if seen.names[at] is not None or at or len(seen.tokens) < 2:
        return seen.names[at]
    token = seen.tokens[0]
    opens = token.kind is Kind.WORD and token.capital and seen.content[0] is not None and seen.bases[0] == token.norm
    return token.norm if opens and seen.bases[1] != seen.tokens[1].norm else None


def clause_of(seen: Scene, first: int, last: int) -> tuple[int, int]:
    """The clause round a stretch of tokens: to the nearest strong mark or opening conjunction, at most `_WINDOW` tokens."""
    left = first
    while left > 0 and first - left < _WINDOW and not _ends_clause(seen, left - 1):
        if seen.tokens[left - 1].norm in seen.sets["clause_words"] and first - left > 2:
            break
        left -= 1
    right = last
    while right + 1 < len(seen.tokens) and right - last < _WINDOW and not _ends_clause(seen, right + 1):
        if seen.tokens[right + 1].norm in seen.sets["clause_words"] and right - last > 2:
            break
        right += 1
    return left, right


def _ends_clause(seen: Scene, at: int) -> bool:
    return seen.tokens[at].text in CLAUSE_MARKS and not of_clock(seen.tokens, at)
