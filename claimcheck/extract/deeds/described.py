"""How an article describes a thing that a sentence names barely: "the bill", and before it "the housing bill"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claimcheck.extract.deeds.parties import Reader
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.model.article import Role as Part
from claimcheck.model.deed import Party
from claimcheck.text.sentences import Sentence
from claimcheck.text.tokens import Kind, Token, tokenise

_LONGEST = 6
"""Words in front of a noun that may describe it."""


@dataclass
class Descriptions:
    """How an article describes things, found for each noun once and only when asked."""

    text: str
    sentences: Sequence[Sentence]
    catalogue: Catalogue
    _found: dict[str, tuple[list[int], list[frozenset[str]]]] = field(default_factory=dict)

    def of(self, at: int, thing: Party) -> frozenset[str]:
        """The words with which the article describes a bare thing of sentence `at`; empty for one with words of its own.

        The description that stands nearest in front counts, as it is what "the bill" goes back to; for a title the nearest behind.
        Where the thing is nowhere described the words of the title are given.
        """
        if thing.names or thing.places or thing.words or thing.purpose:
            return frozenset()
        places, words = self._all(self._one(thing.head))
        title = self.sentences[at].role is Part.TITLE
        nearest = bisect_right(places, at) if title else bisect_left(places, at) - 1
        return words[nearest] if 0 <= nearest < len(places) else self._of_titles

    def _one(self, noun: str) -> str:
        return self.catalogue.deeds.same.get(noun, noun)

    def _all(self, head: str) -> tuple[list[int], list[frozenset[str]]]:
        """The sentences that describe things of one noun, in order, and with what words."""
        if head not in self._found:
            told = [(at, words) for at in self._sentences_of.get(head, ()) if (words := self._last(at, head))]
            self._found[head] = ([at for at, _ in told], [words for _, words in told])
        return self._found[head]

    @cached_property
    def _sentences_of(self) -> Mapping[str, Sequence[int]]:
        """The sentences that hold each noun."""
        found: dict[str, list[int]] = {}
        for at in range(len(self.sentences)):
            for head in {self._one(self.catalogue.grammar.noun(t.norm)) for t in self._tokens(at) if t.kind is Kind.WORD}:
                found.setdefault(head, []).append(at)
        return found

    @cached_property
    def _of_titles(self) -> frozenset[str]:
        titles = (at for at, sentence in enumerate(self.sentences) if sentence.role is Part.TITLE)
        return frozenset().union(*(self._words(at) for at in titles))

    def _tokens(self, at: int) -> list[Token]:
        return tokenise(self.text, self.sentences[at].span.start, self.sentences[at].span.end)

    def _last(self, at: int, head: str) -> frozenset[str]:
        """The words of the last description of a thing of one noun in a sentence; empty where it only stands barely."""
        tokens = self._tokens(at)
        reader = Reader(tokens, self.catalogue)
        noun = self.catalogue.grammar.noun
        for last in reversed(range(len(tokens))):
            if tokens[last].kind is not Kind.WORD or self._one(noun(tokens[last].norm)) != head:
                continue
            first = last
            while last - first < _LONGEST and _describes(reader, tokens, first - 1):
                first -= 1
            found = reader.thing(first)
            if found is not None and found.last >= last and self._one(found.party.head) == head:
                party = found.party
                words = (party.names | party.places | party.words | party.purpose) - self.catalogue.deeds.words["versions"]
                if words:
                    return words
        return frozenset()

    def _words(self, at: int) -> frozenset[str]:
        tokens, catalogue = self._tokens(at), self.catalogue
        found = {m.value for m in catalogue.places.all(tokens) if tokens[m.first].capital}
        plain = (t.norm for t in tokens if t.kind is Kind.WORD and t.norm not in catalogue.grammar.function)
        return frozenset(found | {form for word in plain for form in (word, catalogue.grammar.noun(word))})


def _describes(reader: Reader, tokens: list[Token], at: int) -> bool:
    if at < 0 or tokens[at].kind is not Kind.WORD:
        return False
    return tokens[at].norm not in reader.catalogue.grammar.function and not reader.finite(at)
