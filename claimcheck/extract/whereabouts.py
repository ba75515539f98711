"""Where the sentence says that a figure is of: the places and the countries or peoples that it is told of."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.scene import CLAUSE_MARKS, Scene

_ARTICLES = frozenset(["the", "a", "an", "'s", "’s", "its", "his", "her", "their"])
_BEHIND = 7
"""Tokens behind a noun phrase within which a country is still that of the counted noun."""


def where_of(seen: Scene, clause: tuple[int, int], first: int, last: int) -> frozenset[str]:
    """The places of a figure at tokens `first` to `last`: its own of a list of figures with places, else all of its clause."""
    everywhere = _led_to(seen, *clause, seen.sets["locative"])
    own = _own_place(seen, clause, first, last)
    if not own or everywhere == own:
        return everywhere
    alone = not everywhere  # Sindh reported 15 deaths, Punjab nine
    return own if alone or _of_other_figures(seen, clause, first, last, own) else everywhere


def venues_of(seen: Scene, clause: tuple[int, int], first: int, last: int) -> frozenset[str]:
    """What a figure at tokens `first` to `last` is told of: `14 died at the airport`, `the airport counted 14`."""
    ends = next((at for at in range(last + 1, clause[1] + 1) if at in seen.figures), clause[1] + 1)
    led = [(a, venue) for a, b, venue in seen.venues if last < a and b < ends and _placed(seen, a)]
    behind = {venue for a, venue in led if ends > clause[1] or not _told_of(seen, clause[0], a)}  # 11 died, and in the metro 20
    if behind:
        return frozenset(behind) if len(behind) == 1 else frozenset()  # bombs went off at the airport and in the metro
    begins = next((at for at in range(first - 1, clause[0] - 1, -1) if at in seen.figures), clause[0] - 1)
    before = [
        venue
        for a, b, venue in seen.venues
        if clause[0] <= a and b < first and (_told_of(seen, clause[0], a) or (begins < a and _placed(seen, a)))
    ]
    return frozenset(before[-1:])


def _told_of(seen: Scene, start: int, at: int) -> bool:
    """Whether a venue opens its clause or a member of a list: `in the metro the dead numbered 20`, `..., the school nine`."""
    while at > start and (seen.tokens[at - 1].norm in _ARTICLES or seen.tokens[at - 1].norm in seen.sets["placing"]):
        at -= 1
    return at == start or seen.tokens[at - 1].norm in (",", "and", ";")


def _placed(seen: Scene, at: int) -> bool:
    """Whether a word of place leads to a token, with an article between or none."""
    at -= 1
    while at > 0 and seen.tokens[at].norm in _ARTICLES:
        at -= 1
    return at >= 0 and seen.tokens[at].norm in seen.sets["placing"]


def _own_place(seen: Scene, clause: tuple[int, int], first: int, last: int) -> frozenset[str]:
    """The place behind a figure and before the next one, `12 in Sindh, nine in Punjab`, or right in front of it: `Punjab nine`."""
    ends = next((at for at in range(last + 1, clause[1] + 1) if at in seen.figures), clause[1] + 1)
    behind = _led_to(seen, last + 1, ends - 1, seen.sets["placing"])
    if behind:
        return behind
    at, found = first - 1, set()
    while at > clause[0] and (name := seen.names[at]) is not None:
        found.add(name)
        at -= 1
    listed = seen.tokens[at].norm in (",", "and") and any(i in seen.figures for i in range(clause[0], at))
    return frozenset(found) if listed else frozenset()


def _of_other_figures(seen: Scene, clause: tuple[int, int], first: int, last: int, own: frozenset[str]) -> bool:
    """Whether another figure of the clause has a place of its own."""
    at = clause[0]
    while at <= clause[1]:
        if at in seen.figures and not first <= at <= last:
            place = _own_place(seen, clause, at, at)
            if place and not place & own:
                return True
        at += 1
    return False


def _led_to(seen: Scene, left: int, right: int, words: frozenset[str]) -> frozenset[str]:
    """Proper names that some words of place lead to, as far as the capitalised words go on."""
    found: set[str] = set()
    for at in range(max(left, 1), right + 1):
        name = seen.names[at]
        if name is None:
            continue
        back = at - 1
        while back >= 0 and (seen.names[back] is not None or seen.tokens[back].norm in ("the", "-")):
            back -= 1
        if back >= 0 and seen.tokens[back].norm in words:
            found.add(name)
    return frozenset(found)


def groups_of(seen: Scene, at: tuple[int, int, int, int], lead: int | None, *, summed: bool) -> frozenset[str]:
    """The countries or peoples that a figure is of.

    Args:
        seen: The sentence.
        at: Where its clause begins, its first and last token, and the last of its noun phrase.
        lead: Where a phrase begins that leads to it, such as "the death toll in".
        summed: Whether it is a total.
    """
    left, first, last, end = at
    return (
        _groups(seen, first, last, end)
        or (_groups_summed(seen, left, first) if summed else frozenset())
        or _groups_led(seen, lead, first)
        or _groups_set(seen, left, first)
    )


def _groups(seen: Scene, first: int, last: int, end: int) -> frozenset[str]:
    """Countries and peoples of the counted noun: inside its phrase ("17 Palestinians"), or behind it ("killed in Israel").

    A currency is no people: 18 million Swiss francs.
    """
    found = [p for a, b, p in seen.places if first <= a and b <= end and not b <= last]
    if found:
        return frozenset(found)
    for a, _, place in seen.places:
        between = seen.tokens[end + 1 : a]
        if not between or len(between) > _BEHIND or any(t.text in CLAUSE_MARKS or t.text == "," for t in between):
            continue
        if _led_to(seen, end + 1, a - 1, seen.sets["placing"]) and any(i in seen.figures for i in range(end + 1, a)):
            continue  # nine in Bihar and 11 in Nepal
        words = [t.norm for t in between if t.norm != "the"]
        if words and (words[-1] in ("in", "across", "inside") or words in (["of"], ["from"])):
            return frozenset([place, *_joined_places(seen, a)])
    return frozenset()


def _joined_places(seen: Scene, at: int) -> Iterator[str]:
    """The places that a list goes on with behind the one at `at`: `in Turkey and Syria`."""
    end = next(b for a, b, _ in seen.places if a == at)
    for a, b, place in seen.places:
        if a == end + 2 and seen.tokens[end + 1].norm == "and":
            yield place
            end = b


def _groups_summed(seen: Scene, left: int, first: int) -> frozenset[str]:
    """Of a total all countries that its clause names before it: `1,498 in Turkey and 810 in Syria, a total of 2,308`."""
    found = [(b, p) for a, b, p in seen.places if left <= a and b < first]
    parts = len(found) > 1 and any(at in seen.taken for at in range(found[0][0], found[-1][0]))
    return frozenset(p for _, p in found) if parts else frozenset()


def _groups_led(seen: Scene, lead: int | None, first: int) -> frozenset[str]:
    """Countries named between a leading phrase and its number: `the death toll in Gaza rose to 130`."""
    if lead is None:
        return frozenset()
    return frozenset(p for a, b, p in seen.places if lead - 2 <= a and b < first)


def _groups_set(seen: Scene, left: int, first: int) -> frozenset[str]:
    """A country that the clause opens with: `In Turkey, 3,419 people were killed`."""
    for a, b, place in seen.places:
        if left - 3 <= b < first and [t.norm for t in seen.tokens[b + 1 : b + 3]] == [",", "where"]:
            return frozenset([place])  # landslides in Nepal, where 31 people were killed
        opens = left <= a and b < first and a > 0 and seen.tokens[a - 1].norm in ("in", "across", "inside")
        if opens and not any(i in seen.taken for i in range(b + 1, first)):
            return frozenset([place])
    return frozenset()
