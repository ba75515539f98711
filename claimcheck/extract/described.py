"""How an article describes a thing that a sentence names barely: "the bill", and before it "the housing bill"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.earlier import Earlier
from claimcheck.extract.parties import Reader
from claimcheck.model.article import Role as Part
from claimcheck.model.deed import Party
from claimcheck.text.tokens import Kind, Token, tokenise

_LONGEST = 6
"""Words in front of a noun that may describe it."""


def described(earlier: Earlier, at: int, thing: Party) -> frozenset[str]:
    """The words with which the article of sentence `at` describes a bare thing; empty for one with words of its own.

    The description that stands nearest in front counts, as it is what "the bill" goes back to; for a title the nearest behind.
    Where the thing is nowhere described the words of the title are given.
    """
    if thing.names or thing.places or thing.words or thing.purpose:
        return frozenset()
    title = earlier.sentences[at].role is Part.TITLE
    for other in range(at + 1, len(earlier.sentences)) if title else range(at - 1, -1, -1):
        found = next((words for words in _descriptions(earlier, other, thing) if words), None)
        if found:
            return found
    titles = (i for i, sentence in enumerate(earlier.sentences) if sentence.role is Part.TITLE)
    return frozenset().union(*(_all_words(earlier, i) for i in titles))


def _descriptions(earlier: Earlier, at: int, thing: Party) -> Iterator[frozenset[str]]:
    """The words that describe things of the same noun in one sentence, the last first."""
    catalogue, span = earlier.catalogue, earlier.sentences[at].span
    same, noun = catalogue.deeds.same, catalogue.grammar.noun
    head = same.get(thing.head, thing.head)
    tokens = tokenise(earlier.text, span.start, span.end)
    heads = [i for i, t in enumerate(tokens) if t.kind is Kind.WORD and same.get(noun(t.norm), noun(t.norm)) == head]
    reader = Reader(tokens, catalogue)
    for last in reversed(heads):
        first = last
        while last - first < _LONGEST and _describes(reader, tokens, first - 1):
            first -= 1
        found = reader.thing(first)
        if found is not None and found.last >= last and same.get(found.party.head, found.party.head) == head:
            party = found.party
            yield (party.names | party.places | party.words | party.purpose) - catalogue.deeds.words["versions"]


def _describes(reader: Reader, tokens: list[Token], at: int) -> bool:
    if at < 0 or tokens[at].kind is not Kind.WORD:
        return False
    return tokens[at].norm not in reader.catalogue.grammar.function and not reader.finite(at)


def _all_words(earlier: Earlier, at: int) -> frozenset[str]:
    catalogue, span = earlier.catalogue, earlier.sentences[at].span
    tokens = tokenise(earlier.text, span.start, span.end)
    found = {m.value for m in catalogue.places.all(tokens) if tokens[m.first].capital}
    plain = (t.norm for t in tokens if t.kind is Kind.WORD and t.norm not in catalogue.grammar.function)
    return frozenset(found | {form for word in plain for form in (word, catalogue.grammar.noun(word))})
