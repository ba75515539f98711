"""Who did a deed and what it was done to: the noun phrases in front of its verb and behind it.

Read narrowly: what is not plainly one person, body or thing comes back as None, and the deed is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extract.look import HYPHENS, norm, written
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.model.deed import Party
from claimcheck.text.tokens import Kind, Token

_LONGEST = 10
"""Tokens of the longest party that is read."""
_TAIL = 16
"""Tokens behind a verb that may tell of what it was done to."""
_ASIDE = 14
"""Tokens of the longest remark between commas that is passed over."""
_OPENS = frozenset([",", ";", ":", "—", "–", "--", '"', "“", "”", "(", ")", "‘"])
_JOINTS = frozenset(["that", "and", "but", "because", "after", "since", "while", "as", "although"])
"""Words behind which the subject of a clause may begin."""
_WITH = frozenset(["with", "for", "to", "on", "between", "against", "in", "from", "over"])
_LIMITS = frozenset(["for", "to", "on", "against", "in", "into", "over", "at"])
"""Those of them that may lead to what limits it."""
_LINKS = frozenset(["of", "for", "with", "to", "on", "between", "from", "against", "over", "in", "into", "at", "by", "and"])
"""Words that lead on from a thing to what tells it from others."""


@dataclass(frozen=True, slots=True)
class Found:
    """A party and its tokens, the last included."""

    first: int
    last: int
    party: Party


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the parties of one sentence."""

    tokens: Sequence[Token]
    catalogue: Catalogue

    def norm(self, at: int) -> str:
        """The normal form of a token; empty outside the sentence."""
        return norm(self.tokens, at)

    def in_front(self, end: int) -> Found | None:
        """The party that ends right before token `end`, as the subject of its clause."""
        last = self._before_aside(self._before_day(end - 1))
        first = self._start(last)
        if first <= last and self.norm(first - 1) in _WITH and first >= 2:  # the treaty with Norway
            whole = self._start(first - 2)
            first = whole if whole <= first - 2 and self._begins(whole) else first
        if first > last or self.norm(first) in _LINKS or not self._begins(first):
            return None
        return self._party(first, last)

    def _start(self, last: int) -> int:
        """Where the noun phrase that ends with a token begins; behind it where there is none."""
        first = last
        while first >= 0 and last - first < _LONGEST and self._inside(first):
            if self.norm(first) in self.catalogue.grammar.determiners and self.norm(first - 1) != "of":
                return first
            first -= 1
        first += 1
        while first <= last and self.tokens[first].kind is Kind.MARK:  # (OSLO)- Karl Lund
            first += 1
        return first

    def _before_day(self, last: int) -> int:
        """Where a party ends that a day follows: `the Senate on Tuesday approved`."""
        at = last
        while at > 0 and (self.norm(at) in self.catalogue.deeds.words["times"] or self.norm(at) in ("on", "late", "early", "this")):
            at -= 1
        return at

    def antecedent(self, end: int) -> Found | None:
        """The party that ends right before token `end`, wherever it stands in its clause: of `, who resigned`."""
        first = self._start(end - 1)
        return self._party(first, end - 1) if first < end and self.norm(first) not in _LINKS else None

    def behind(self, start: int) -> Found | None:
        """The party that begins at token `start`, without what follows it."""
        words = self.catalogue.deeds.words
        if start < len(self.tokens) and self.tokens[start].possessive and self.norm(start) in words["times"]:  # Tuesday's attack
            start += 1
        last = start
        while last < min(len(self.tokens), start + _LONGEST) and self._goes_on(start, last):
            last += 1
        last -= 1
        return self._party(start, last) if last >= start else None

    def thing(self, start: int) -> Found | None:
        """The same with what follows it and tells it from others: `the sale of the port to Norway`."""
        found = self.behind(start)
        if found is None:
            return None
        names, places, words = set(found.party.names), set(found.party.places), set(found.party.words)
        at = found.last + 1
        clause: int | None = None
        while at < min(len(self.tokens), start + _TAIL):
            clause = at if clause is None and self._opens_clause(at) else clause
            inside = clause is not None and (self._beside_verb(at) or self._determined(at) or self._relates(clause, at))
            if not (inside or self.norm(at) in _LINKS or self._goes_on(found.last + 1, at)):
                break
            at += 1
        names_behind, places_behind, words_behind = self._words(found.last + 1, at - 1, office=True)
        led = next((i for i in range(found.last + 1, at) if self.norm(i) in _LIMITS), at)
        party = Party(
            found.party.text,
            found.party.head,
            frozenset(names | names_behind),
            frozenset(places | places_behind),
            frozenset(words | words_behind),
            frozenset().union(*self._words(led, at - 1, office=True)),
            self._purpose(clause, at) if clause is not None else frozenset(),
        )
        return Found(found.first, found.last, party)

    def _opens_clause(self, at: int) -> bool:
        """Whether a clause with an object of its own begins here: the order `to close the mine`, a bill `banning guns`."""
        word = self.norm(at)
        if word in ("to", "not"):
            while self._beside_verb(at + 1) or (word == "not" and self.norm(at + 1) == "to"):
                at += 1
            base = self.norm(at + 1)
            return self.catalogue.grammar.verb(base) == base and not self.tokens[at + 1].capital
        base = self.catalogue.grammar.verb(word) or word
        return word in ("that", "which") or (word.endswith("ing") and base != word and not self.tokens[at].capital)

    def _relates(self, clause: int, at: int) -> bool:
        """Whether a relative clause goes on: the plan `that would close the school`."""
        return (
            self.norm(clause) in ("that", "which") and self.tokens[at].kind is Kind.WORD and self.norm(at) not in _JOINTS - {"that"}
        )

    def _beside_verb(self, at: int) -> bool:
        return self.norm(at) == "not" or self.norm(at).endswith("ly")

    def _determined(self, at: int) -> bool:
        """Whether a token is a determiner or the word that one tells to be a noun: `the mine`, which is no pronoun."""
        determiners = self.catalogue.grammar.determiners - {"that"}
        return self.tokens[at].kind is Kind.WORD and (self.norm(at) in determiners or self.norm(at - 1) in determiners)

    def _purpose(self, first: int, end: int) -> frozenset[str]:
        """The words of such a clause, in base form."""
        grammar, words = self.catalogue.grammar, self.catalogue.deeds.words
        told = [at for at in range(first, end) if self.tokens[at].kind is not Kind.MARK and self.norm(at) not in words["times"]]
        told = [
            at
            for at in told
            if self.norm(at) not in grammar.function
            or self.norm(at) == "not"
            or (self.norm(at) not in grammar.determiners and self._determined(at))
        ]
        return frozenset(
            self.norm(at) if self.tokens[at].capital else grammar.noun(grammar.verb(self.norm(at)) or self.norm(at)) for at in told
        )

    def _before_aside(self, last: int) -> int:
        """Where a party ends that a remark between commas follows: `Karl Lund, the mayor, resigned`."""
        if last < 1 or self.tokens[last].text != ",":
            return last
        for at in range(last - 1, max(last - _ASIDE, 0), -1):
            if self.tokens[at].text == ",":
                plain = all(not self.finite(i) and self.norm(i) not in ("and", "that") for i in range(at + 1, last))
                return self._before_age(at - 1) if plain else last
        return last

    def _before_age(self, last: int) -> int:
        """Where a name ends that an age and a home follow: `Karl Lund, 41, of Oslo`."""
        at = last
        while at > max(0, last - _ASIDE):
            at -= 1
            if self.tokens[at].text == "," and (
                self.tokens[at + 1].kind is Kind.NUMBER or self.norm(at + 1) in ("of", "from", "aged")
            ):
                last = at - 1
        return last

    def finite(self, at: int) -> bool:
        """Whether a token looks like an inflected verb or is an auxiliary."""
        token, grammar = self.tokens[at], self.catalogue.grammar
        if token.capital or token.kind is not Kind.WORD:
            return False
        base = grammar.verb(token.norm)
        return token.norm in grammar.auxiliaries or (base not in (None, token.norm) and not token.norm.endswith(("ing", "s")))

    def _inside(self, at: int) -> bool:
        """Whether a token may be a part of a party, seen from its end."""
        token, grammar = self.tokens[at], self.catalogue.grammar
        if token.kind is Kind.MARK:
            dot = token.text == "." and at > 0 and self.tokens[at - 1].capital and len(self.tokens[at - 1].text) <= 4
            return (token.text in HYPHENS and not token.space) or dot or token.text in ("’", "'")
        if token.kind is Kind.NUMBER or token.norm in self.catalogue.deeds.words["times"]:
            return False
        if token.norm == "of":
            return at > 0
        if token.norm == "that":  # said that the council
            return False
        if token.norm in grammar.determiners:
            return True
        if token.capital:
            return self._capital(at)
        return token.norm not in grammar.function and not self.finite(at)

    def _begins(self, first: int) -> bool:
        """Whether the subject of a clause may begin here."""
        at = first - 1
        if at < 0 or self.tokens[at].text in _OPENS:
            return True
        word = self.norm(at)
        if word in _JOINTS:
            joined = word in ("and", "as") and (self.tokens[at - 1].capital or not self._verb_before(at))
            return not joined
        if self.tokens[at].kind is Kind.NUMBER and not self._year(at):
            return self.norm(first) in self.catalogue.grammar.determiners
        if word in self.catalogue.deeds.words["times"] or self.tokens[at].kind is Kind.NUMBER:
            return self.norm(first) in self.catalogue.grammar.determiners or self.tokens[first].capital
        return self.says(at)

    def says(self, at: int) -> bool:
        """Whether a verb of saying stands here, so that a clause may follow: `officials said Norway approved`."""
        base = self.catalogue.attributions.forms.get(self.norm(at), self.catalogue.grammar.verb(self.norm(at)) or self.norm(at))
        return base in self.catalogue.attributions.spoken or base in self.catalogue.attributions.stated

    def _year(self, at: int) -> bool:
        return len(self.tokens[at].text) == 4 and self.norm(at - 1) in ("in", *self.catalogue.deeds.words["times"])

    def _verb_before(self, at: int) -> bool:
        return any(self.finite(i) for i in range(max(0, at - _TAIL), at))

    def _goes_on(self, start: int, at: int) -> bool:
        """Whether a party that begins at `start` goes on with this token."""
        token, grammar = self.tokens[at], self.catalogue.grammar
        if token.kind is Kind.MARK:
            return (token.text in HYPHENS and not token.space) or (token.text in ("$", "€", "£") and at + 1 < len(self.tokens))
        if token.norm in self.catalogue.deeds.words["times"] and token.norm not in ("march",):
            return False
        if token.norm in grammar.determiners:
            return at == start or self.norm(at - 1) in _LINKS
        if self._capital(at) or token.kind is Kind.NUMBER:
            return True
        if at > start and token.norm.endswith("ing") and self._a_thing(at - 1) and not any(map(self._a_thing, (at + 1, at + 2))):
            return False  # a law banning, but a government funding bill
        return token.norm not in grammar.function and not (self.finite(at) and at > start + 1) and not token.norm.endswith("ly")

    def _a_thing(self, at: int) -> bool:
        return self.catalogue.grammar.noun(self.norm(at)) in self.catalogue.deeds.things

    def _capital(self, at: int) -> bool:
        """Whether a token may be a part of a name: no function word with a capital, but US."""
        token, grammar = self.tokens[at], self.catalogue.grammar
        return token.capital and (token.norm not in grammar.function or (token.text.isupper() and token.norm in grammar.pronouns))

    def _party(self, first: int, last: int) -> Found | None:
        head_at = next((at - 1 for at in range(first + 1, last) if self.norm(at) in _WITH or self.norm(at) == "of"), last)
        if self.tokens[head_at].kind is not Kind.WORD or self.tokens[last].possessive:
            return None
        head = self._head(first, head_at)
        if head is None:
            return None
        lists = self.catalogue.deeds.words
        # Titles tell persons with a name nothing apart, but offices, bodies and things: the defence budget, the foreign ministry.
        office = head in lists["titles"] | lists["bodies"] or not self.tokens[head_at].capital
        names, places, words = self._words(first, last, office=office)
        rest = {head, *head.split("-"), self.norm(head_at)}
        return Found(first, last, Party(written(self.tokens, first, last), head, names - rest, places - {head}, words - rest))

    def _head(self, first: int, at: int) -> str | None:
        word = self.norm(at)
        grammar = self.catalogue.grammar
        if (word in grammar.function and not self.tokens[at].text.isupper()) or word.split("'")[0] in grammar.pronouns:
            return None
        for start in range(first, at + 1):
            match = self.catalogue.places.at(self.tokens, start)
            if match is not None and match.last == at and self.tokens[start].capital:
                return match.value
        while at - 2 >= first and self.tokens[at - 1].text in HYPHENS and not self.tokens[at].space:  # cease-fire
            at -= 2
            word = f"{self.norm(at)}-{word}"
        singular = grammar.noun(word)
        return singular if not self.tokens[at].capital or singular in self.catalogue.deeds.words["bodies"] else word

    def _words(self, first: int, last: int, *, office: bool = False) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Names, places and other content words of some tokens; titles only where they tell one office from another."""
        names, places, words = set(), set(), set()
        deeds, grammar = self.catalogue.deeds.words, self.catalogue.grammar
        at = first
        while at <= last:
            token = self.tokens[at]
            match = self.catalogue.places.at(self.tokens, at) if token.capital else None
            if match is not None and match.last <= last:
                places.add(match.value)
                at = match.last + 1
                continue
            at += 1
            if token.kind is Kind.NUMBER:
                words.add(token.text)
            if token.kind is not Kind.WORD or len(token.norm) < 2 or token.norm in deeds["times"]:
                continue
            if token.norm in grammar.function and not token.text.isupper():
                continue
            if token.norm in deeds["titles"] and not office:
                continue
            if (token.capital and at - 1 > 0) or (token.capital and grammar.verb(token.norm) is None):
                names.add(token.norm)
            else:
                words.add(grammar.noun(token.norm))
        return frozenset(names), frozenset(places), frozenset(words)
