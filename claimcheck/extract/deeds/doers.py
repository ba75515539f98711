"""Who does the deed of a verb: the party in front of it, or one that a pronoun, a "who" or an "and" stands for."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.extract.deeds.parties import Found, Reader
from claimcheck.extract.deeds.verbgroups import group_words
from claimcheck.text.tokens import Kind

_SHARED = 14
"""Tokens between two verbs that may share their subject."""
_PERSONS = frozenset(["he", "she"])
_PRONOUNS = _PERSONS | {"it", "they"}


@dataclass(frozen=True, slots=True)
class Doer:
    """The subject of a verb."""

    found: Found
    first: int
    """Where the clause begins that states the deed."""
    denies: bool = False
    """Whether it is itself said to deny the deed: `Norway denied that it had signed`."""


def doer(reader: Reader, first: int) -> Doer | None:
    """The subject of a verb whose group begins at a token; None where it is not plain."""
    direct = reader.in_front(first)
    if direct is not None:
        return Doer(direct, direct.first)
    word = reader.norm(first - 1)
    if word in _PRONOUNS:
        return _pronoun(reader, first - 1)
    if word in ("who", "which") and first >= 3 and reader.tokens[first - 2].text == ",":
        found = reader.antecedent(first - 2)
        return Doer(found, found.first) if found is not None else None
    return _shared(reader, first - 1) if word == "and" else None


def _pronoun(reader: Reader, at: int) -> Doer | None:
    """`The ministry said it had ...`: who says it, where the pronoun fits."""
    verb = at - 1 - (reader.norm(at - 1) == "that")
    denies = reader.norm(verb) in reader.catalogue.deeds.words["deniers"]
    admits = reader.norm(verb) in reader.catalogue.deeds.words["admitters"]
    if verb < 1 or not (denies or admits or reader.says(verb)):
        return None
    start, words, _ = group_words(reader.tokens, verb, reader.catalogue)
    found = reader.in_front(start) if set(words) <= {"has", "have", "had"} else None
    if found is None or not _fits(reader, reader.norm(at), found):
        return None
    return Doer(found, found.first, denies)


def _fits(reader: Reader, pronoun: str, found: Found) -> bool:
    words = reader.catalogue.deeds.words
    head = found.party.head
    body = head in words["bodies"] or head in reader.catalogue.places.starts
    if pronoun in _PERSONS:
        return not body
    return body or reader.norm(found.first) == "the" if pronoun == "it" else body


def _shared(reader: Reader, joint: int) -> Doer | None:
    """`The Senate met on Monday and approved ...`: the subject of the verb before, where it opens the sentence."""
    for at in range(joint - 1, max(joint - _SHARED, 0), -1):
        if reader.tokens[at].kind is Kind.MARK:
            return None
        if reader.finite(at):
            start, words, adverbs = group_words(reader.tokens, at, reader.catalogue)
            plain = set(words) <= {"has", "have", "had", "was", "were", "been"} and "yet" not in adverbs
            if not plain or reader.says(at):
                return None
            found = reader.in_front(start)
            return Doer(found, found.first) if found is not None and found.first == 0 else None
    return None
