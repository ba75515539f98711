"""What a claim is about, as far as its sentence tells: the `Frame` that linking compares."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.look import norm
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.extract.scene import Scene, clause_of, named
from claimcheck.extract.whereabouts import groups_of, venues_of, where_of
from claimcheck.lexicon.context import Scopes
from claimcheck.lexicon.phrases import Match
from claimcheck.model.claim import Frame, Scope
from claimcheck.text.tokens import Token

_BEHIND = 7
"""Tokens behind a figure within which a name may still be its holder's."""


def frame(
    seen: Scene, first: int, last: int, phrase: NounPhrase, predicate: str | None, scope: frozenset[Scope], lead: int | None = None
) -> Frame:
    """The frame of a number at tokens `first` to `last`; `lead` is where a phrase that leads to it ("the death toll in") begins."""
    left, right = clause_of(seen, first, max(last, phrase.last))
    end = max(last, phrase.last)
    near = frozenset(w for w in seen.content[left : right + 1] if w)
    sentence = frozenset(w for w in seen.content if w)
    names = frozenset(n for n in seen.names[left : right + 1] if n)
    return Frame(
        noun=phrase.head,
        modifiers=frozenset(phrase.modifiers),
        predicate=predicate,
        events=frozenset().union(*(ids for a, b, ids in seen.events if left <= a and b <= right)),
        groups=groups_of(seen, (left, first, last, end), lead, summed=Scope.TOTAL in scope),
        where=where_of(seen, (left, right), first, end),
        venues=venues_of(seen, (left, right), first, end),
        places=frozenset(p for a, b, p in seen.places if left <= a and b <= right),
        names=names,
        holder=_holder(seen, (left, right), first, end),
        near=near,
        far=sentence,
        scope=scope,
    )


def _holder(seen: Scene, clause: tuple[int, int], first: int, last: int) -> frozenset[str]:
    """The name nearest in front of a figure, with no other figure between; else one that `for` or `by` leads to behind it."""
    placed = {at for a, b, _ in seen.places for at in range(a, b + 1)}

    def run(at: int, step: int) -> frozenset[str]:
        found = set()
        while 0 <= at < len(seen.tokens) and (name := named(seen, at)) is not None and at not in placed:
            found.add(name)
            at += step
        return frozenset(found)

    for at in range(first - 1, clause[0] - 1, -1):
        if at in seen.taken:
            break
        if named(seen, at) is not None and at not in placed:
            return run(at, -1)
    for at in range(last + 1, min(clause[1], last + _BEHIND) + 1):
        if at in seen.taken:
            break
        if named(seen, at) is not None and at not in placed:
            led = any(token.norm in ("for", "by") for token in seen.tokens[max(at - 2, last) : at])
            return run(at, 1) if led else frozenset()
    return frozenset()


def scope_of(
    tokens: Sequence[Token], first: int, phrase: NounPhrase, last: int, clause: tuple[int, int], scopes: Scopes
) -> frozenset[Scope]:
    """The scope words of a number: `first` is where its bound begins, `last` its last token."""
    found = set()
    if phrase.part:
        found.add(Scope.PART)
    for cues in scopes.cues:
        end = max(phrase.last, last)
        inside = phrase.head_at is not None and phrase.head_at > last and cues.scope is Scope.RATE  # two daily papers
        if (
            any(cues.front.before(tokens, at) for at in (first, first - 1))
            or any(_goes_with(tokens, cues.behind.at(tokens, at)) for at in ((end + 1,) if inside else (end + 1, last + 1)))
            or cues.clause.all(tokens, clause[0], clause[1] + 1)
            or not cues.modifiers.isdisjoint(phrase.modifiers)
        ):
            found.add(cues.scope)
    return frozenset(found)


def _goes_with(tokens: Sequence[Token], match: Match[str] | None) -> bool:
    """Whether a scope word behind a figure tells of it, and does not set it against another: not `$8 more than`."""
    return match is not None and not (norm(tokens, match.last) == "more" and norm(tokens, match.last + 1) in ("than", "likely"))
