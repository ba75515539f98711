"""What a claim is about, as far as its sentence tells: the `Frame` that linking compares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.extract.look import norm, of_clock
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.lexicon.context import Events, Scopes
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.phrases import Match, Phrases
from claimcheck.model.claim import Frame, Scope
from claimcheck.text.tokens import Kind, Token

_CLAUSE_MARKS = frozenset([";", ":", "—", "--", "–"])
_WINDOW = 16
_BEHIND = 7
_THEN = frozenset(["ago", "earlier", "later", "before", "after"])
"""Tokens behind a noun phrase within which a country is still that of the counted noun."""


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
    events: Sequence[tuple[int, int, frozenset[str]]]
    taken: frozenset[int]
    """Tokens of numbers and dates."""
    sets: Mapping[str, frozenset[str]]
    """The grammar's lists of words."""


def scene(
    tokens: Sequence[Token], bases: Sequence[str], taken: frozenset[int], grammar: Grammar, places: Phrases[str], events: Events
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
        tokens, bases, content, names, found_places, tuple(_events(tokens, bases, taken, events, grammar)), taken, grammar.sets
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


def frame(
    seen: Scene, first: int, last: int, phrase: NounPhrase, predicate: str | None, scope: frozenset[Scope], lead: int | None = None
) -> Frame:
    """The frame of a number at tokens `first` to `last`; `lead` is where a phrase that leads to it ("the death toll in") begins."""
    left, right = _clause(seen, first, max(last, phrase.last))
    end = max(last, phrase.last)
    near = frozenset(w for w in seen.content[left : right + 1] if w)
    sentence = frozenset(w for w in seen.content if w)
    names = frozenset(n for n in seen.names[left : right + 1] if n)
    return Frame(
        noun=phrase.head,
        modifiers=frozenset(phrase.modifiers),
        predicate=predicate,
        events=frozenset().union(*(ids for a, b, ids in seen.events if left <= a and b <= right)),
        groups=_groups(seen, first, last, end)
        or (_groups_summed(seen, left, first) if Scope.TOTAL in scope else frozenset())
        or _groups_led(seen, lead, first)
        or _groups_set(seen, left, first),
        where=_where(seen, left, right),
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


def named(seen: Scene, at: int) -> str | None:
    """The name at a token; a lone capital that opens the sentence is one where a verb follows: `Orbix had`."""
    if seen.names[at] is not None or at or len(seen.tokens) < 2:
        return seen.names[at]
    token = seen.tokens[0]
    opens = token.kind is Kind.WORD and token.capital and seen.content[0] is not None and seen.bases[0] == token.norm
    return token.norm if opens and seen.bases[1] != seen.tokens[1].norm else None


def _where(seen: Scene, left: int, right: int) -> frozenset[str]:
    """Proper names that a word of place leads to, as far as the capitalised words go on."""
    found: set[str] = set()
    for at in range(max(left, 1), right + 1):
        name = seen.names[at]
        if name is None:
            continue
        back = at - 1
        while back >= 0 and (seen.names[back] is not None or seen.tokens[back].norm in ("the", "-")):
            back -= 1
        if back >= 0 and seen.tokens[back].norm in seen.sets["locative"]:
            found.add(name)
    return frozenset(found)


def _clause(seen: Scene, first: int, last: int) -> tuple[int, int]:
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
    return seen.tokens[at].text in _CLAUSE_MARKS and not of_clock(seen.tokens, at)


def _groups(seen: Scene, first: int, last: int, end: int) -> frozenset[str]:
    """Countries and peoples of the counted noun: inside its phrase ("17 Palestinians"), or behind it ("killed in Israel").

    A currency is no people: 18 million Swiss francs.
    """
    found = [p for a, b, p in seen.places if first <= a and b <= end and not b <= last]
    if found:
        return frozenset(found)
    for a, _, place in seen.places:
        between = seen.tokens[end + 1 : a]
        if not between or len(between) > _BEHIND or any(t.text in _CLAUSE_MARKS or t.text == "," for t in between):
            continue
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


def _stands_behind(tokens: Sequence[Token], cue: Match[str] | None) -> bool:
    """Whether words of scope stand behind a figure: not those of a time, `41 a day earlier`."""
    return cue is not None and not (cue.last + 1 < len(tokens) and tokens[cue.last + 1].norm in _THEN)


def clause_of(seen: Scene, first: int, last: int) -> tuple[int, int]:
    """First and last token of the clause round `first` to `last`."""
    return _clause(seen, first, last)
