"""Whose age a figure is: the name beside it, and the noun for the person or the people."""

from __future__ import annotations

from claimcheck.extract.look import norm, tied
from claimcheck.extract.scene import Scene, named
from claimcheck.lexicon.catalogue import Catalogue

_CLOSING = (",", ".", ";", ")", "—", "–")
_APPOSED = 3
"""Words between an age and the name behind it: "42-year-old retired baker Ann Roe"."""


def name_beside(seen: Scene, first: int, last: int, catalogue: Catalogue) -> frozenset[str]:
    """The name beside an age at tokens `first` to `last`; empty where none stands there.

    `Ann Roe, 42,`, `Ann Roe (42)`, `Ann Roe, who is 42`, `42-year-old baker Ann Roe`, `a 42-year-old woman, Ann Roe,`; but not
    `a 42-year-old Leeds baker`.
    """
    if seen.tokens[last].norm in seen.sets["age_old"] and (found := _called(seen, last + 1)):
        return found
    at = first - 1
    while at > 0 and seen.tokens[at].norm in seen.sets["before_age"]:
        at -= 1
    if at == 0 and first > 1 and seen.tokens[0].capital and seen.content[0] is not None and not _person(seen, 0, catalogue):
        return frozenset([seen.tokens[0].norm])  # Roe, 42, was held
    if at < first - 1 and (found := _run(seen, at, -1)[0]):
        return found
    at = last + 1
    while at < min(len(seen.tokens), last + _APPOSED) and seen.names[at] is None and seen.content[at] is not None:
        at += 1
    if norm(seen.tokens, at) == "," and at - 1 > last and _person(seen, at - 1, catalogue):
        return _apposed(seen, at + 1)
    return _called(seen, at)


def _called(seen: Scene, at: int) -> frozenset[str]:
    """The name that begins at a token; none where it only describes a noun: `a 42-year-old Leeds baker`."""
    found, behind = _run(seen, at, 1)
    after = seen.tokens[behind] if behind < len(seen.tokens) else None
    described = after is not None and not after.capital and seen.content[behind] is not None and seen.bases[behind] == after.norm
    return frozenset() if described else found


def _apposed(seen: Scene, at: int) -> frozenset[str]:
    """A full name between two marks: what stands behind `a 42-year-old woman,`."""
    found, behind = _run(seen, at, 1)
    closed = behind >= len(seen.tokens) or seen.tokens[behind].text in _CLOSING
    return found if len(found) > 1 and closed else frozenset()


def noun_beside(seen: Scene, first: int, catalogue: Catalogue) -> str | None:
    """The noun for persons that stands before an age or a list of them: `four sisters, ages 12, 14 and 19`."""
    at = first - 1
    while at > 0 and (at in seen.taken or seen.tokens[at].norm in seen.sets["before_age"] | seen.sets["joints"]):
        at -= 1
    named = seen.tokens[max(at, 0)].capital and seen.content[max(at, 0)] not in catalogue.nouns.classes["people"]  # Ackerman, 31,
    return seen.content[at] if 0 <= at < first - 1 and not named and _person(seen, at, catalogue) else None


def _person(seen: Scene, at: int, catalogue: Catalogue) -> bool:
    noun = seen.content[at]
    return noun is not None and seen.names[at] is None and catalogue.grammar.names_person(noun, catalogue.nouns.classes)


def _run(seen: Scene, at: int, step: int) -> tuple[frozenset[str], int]:
    """The words of a name from a token on, with a nickname in it (`Ann “Red” Roe`, `Ann Roe, aka “Red,”`), and where it ends."""
    found = set()
    while 0 <= at < len(seen.tokens):
        name = named(seen, at)
        if name is not None:
            found.add(name)
        elif not found or not _within_name(seen, at):
            break
        at += step
    return frozenset(found), at


def _within_name(seen: Scene, at: int) -> bool:
    """Whether a token may stand inside a name: an initial, a hyphen without a space, a comma only before another such token."""
    if tied(seen.tokens, at) or _initial(seen, at) or (seen.tokens[at].text == "." and _initial(seen, at - 1)):
        return True
    inside = [norm(seen.tokens, i) in seen.sets["within_names"] for i in (at, at + 1)]
    return inside[0] and (seen.tokens[at].text != "," or inside[1])


def _initial(seen: Scene, at: int) -> bool:
    return at >= 0 and seen.tokens[at].capital and len(seen.tokens[at].text) == 1
