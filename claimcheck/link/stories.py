"""Articles into stories, by the rare words, names, days and figures that they share.

Weights come from how common a word is in news at large and not in the folder at hand: so an unrelated article that is added changes
nothing for the others, and a folder of one story is not torn apart because all of it shares its words.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.linking import Linking
from claimcheck.link.joining import join
from claimcheck.link.values import plain
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.report import Story
from claimcheck.model.when import Day, Precision, When
from claimcheck.text.tokens import Kind, Token, tokenise

_MANY = 3
"""Names or figures from which more say no more."""
_Day = tuple[int | None, int, int]
"""Year, month and day."""
_WORDS = 1500
"""Tokens of an article that are looked at: what a story is about is said early."""


@dataclass(frozen=True, slots=True)
class Vector:
    """Weighted words; `length` is their Euclidean norm."""

    weights: Mapping[str, float]
    length: float


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article is about."""

    article: Article
    words: Vector
    """Its content words; names weigh more."""
    names: Mapping[str, float]
    """Those of them that are names."""
    rare_names: frozenset[str]
    """Those that news seldom has: persons, towns."""
    full_names: frozenset[str]
    """Two capitalised words in a row: "Harry Winston". Those that news is full of are left out."""
    days: frozenset[_Day]
    """Days that it dates something to, as year, month and day; an undated article may leave the year open."""
    figures: frozenset[tuple[str | None, Decimal, Decimal]]
    """Figures that few other stories share, with their units."""


def profile(article: Article, claims: Sequence[Claim], catalogue: Catalogue) -> Profile:
    """What one article is about. Said more often, a word weighs more, but far from in proportion."""
    grammar, linking = catalogue.grammar, catalogue.linking
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    places: set[str] = set()
    full_names: set[str] = set()
    seen = 0
    for block in article.blocks:
        if seen > _WORDS:
            break
        tokens = tokenise(article.text, block.span.start, block.span.end)
        seen += len(tokens)
        for at, token in enumerate(tokens):
            if token.kind is not Kind.WORD or token.norm in grammar.function or len(token.norm) < 2:
                continue
            place = catalogue.places.at(tokens, at) if token.capital else None
            word = place.value if place else grammar.noun(grammar.verb(token.norm) or token.norm)
            counts[word] += 1
            places |= {word} if place else set()
            capitals[word] += token.capital and at > 0
            if at and _one_name(tokens[at - 1], token, article.text, catalogue):
                full_names.add(f"{tokens[at - 1].norm} {token.norm}")
    names = {word for word in counts if capitals[word] * 2 >= counts[word] and word not in places}
    factor = {word: linking.stories["name"] if word in names else 1.0 for word in counts}
    base = {word: linking.weight(word) * factor[word] for word in counts}
    base |= {word: linking.stories["home" if word in linking.countries else "place"] for word in places}
    weights = {word: base[word] * (1 + math.log(count) / 4) for word, count in sorted(counts.items())}
    return Profile(
        article,
        _vector(weights),
        {word: weight for word, weight in weights.items() if word in names | places},
        frozenset(name for name in names - linking.offices if linking.weight(name) >= linking.rare),
        frozenset(full_names - linking.full_names),
        frozenset(
            _day(c.value.first)
            for c in claims
            if isinstance(c.value, When) and c.value.precision is Precision.DAY and c.value.first
        ),
        frozenset((c.unit, *c.value.figure) for c in claims if isinstance(c.value, Quantity) and _telling(c, c.value, linking)),
    )


def _day(day: Day) -> _Day:
    return (day.year if isinstance(day, date) else None, day.month, day.day)


def _one_name(first: Token, second: Token, text: str, catalogue: Catalogue) -> bool:
    return (
        first.capital
        and second.capital
        and first.kind is Kind.WORD
        and first.norm not in catalogue.grammar.function
        and not {first.norm, second.norm} & catalogue.linking.offices
        and text[first.end : second.start] == " "
    )


def _telling(claim: Claim, value: Quantity, linking: Linking) -> bool:
    """Whether two articles that give a figure are likely to have it of one event: not "five", "hundreds", 3,000 or 40%."""
    if claim.dimension not in (Dimension.COUNT, Dimension.MONEY, Dimension.MEASURE, Dimension.DURATION) or claim.kind == "age":
        return False
    return not plain(claim, linking) and len(str(int(value.figure[0])).rstrip("0")) > 1


def _vector(weights: dict[str, float]) -> Vector:
    kept = {word: weight for word, weight in weights.items() if weight}
    return Vector(kept, math.sqrt(math.fsum(w * w for w in kept.values())) or 1.0)


def alike(left: Profile, right: Profile, catalogue: Catalogue) -> float:
    """How much two articles share: the cosine of their words, with something for full names, days and figures.

    Where both are rich in rare names and share none, or one, they are likelier to be of two events of one sort.
    """
    weights = catalogue.linking.stories
    names = min(len(left.full_names & right.full_names), _MANY) / _MANY
    known = any(weight and name in right.names for name, weight in left.names.items())
    figures = min(len(left.figures & right.figures), _MANY) / _MANY if known else 0.0  # two firms earn as much
    days = _share_day(left.days, right.days)
    rich = min(len(left.rare_names), len(right.rare_names)) >= _MANY
    strange = max(0.0, 1 - len(left.rare_names & right.rare_names) / 2) if rich else 0.0
    likeness = cosine(left.words, right.words, weights["plain"]) + weights["full_names"] * names + weights["figures"] * figures
    return likeness + weights["days"] * days - weights["strangers"] * strange


def _share_day(one: frozenset[_Day], two: frozenset[_Day]) -> bool:
    """Whether two articles date something to one day; a year that is open may be any."""
    if one & two:
        return True
    left, right = ({day[1:]: day[0] is None for day in sorted(days, key=str)} for days in (one, two))
    return any(left[day] or right[day] for day in left.keys() & right.keys())


def cosine(left: Vector, right: Vector, plain: float = 0.0) -> float:
    """The cosine of two weighted sets of words, 0 to 1; with `plain` as though each had so much more that the other has not.

    So two short texts of which all words are common do not look like one another for want of any other.
    """
    small, large = (left, right) if len(left.weights) <= len(right.weights) else (right, left)
    shared = math.fsum(w * large.weights[word] for word, w in small.weights.items() if word in large.weights)
    return shared / math.sqrt((left.length**2 + plain) * (right.length**2 + plain))


def find_stories(articles: Sequence[Article], claims: Mapping[str, Sequence[Claim]], catalogue: Catalogue) -> tuple[Story, ...]:
    """The stories of a set of articles, in the order of their first article; each article is in one.

    The likest articles join first, and two groups join only while their articles are alike on average: a chain of articles
    that each share a little with the next does not make a story. `claims` gives each article's claims by its id.
    """
    settings = catalogue.linking.stories
    profiles = [profile(a, claims[a.id], catalogue) for a in articles]
    table = [[alike(left, right, catalogue) for right in profiles[:i]] for i, left in enumerate(profiles)]
    ids = [a.id for a in articles]
    voice = _copies(profiles, table, settings["copy"])
    pairs = [
        (-score, min(ids[i], ids[j]), max(ids[i], ids[j]), i, j)
        for i, row in enumerate(table)
        for j, score in enumerate(row)
        if score >= settings["link"] and voice[i] == i and voice[j] == j
    ]

    def may_join(one: Sequence[int], two: Sequence[int], *_: int) -> bool:
        scores = [table[max(a, b)][min(a, b)] for a in one for b in two]
        return math.fsum(scores) / len(scores) >= settings["keep"]

    together = join(sorted(set(voice)), ((i, j) for *_, i, j in sorted(pairs)), may_join)
    home = {member: number for number, group in enumerate(together) for member in group}
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(articles)):
        groups[home[voice[at]]].append(at)
    return tuple(_story([profiles[i] for i in group]) for group in groups.values())


def _copies(profiles: Sequence[Profile], table: Sequence[Sequence[float]], least: float) -> list[int]:
    """For each article the one that speaks for it: a text that many newsrooms carry must not outvote the others."""
    order = sorted(range(len(profiles)), key=lambda i: (profiles[i].article.id, i))
    voice = list(range(len(profiles)))
    for at, i in enumerate(order):
        near = (j for j in order[:at] if table[max(i, j)][min(i, j)] >= least / 2)
        voice[i] = next((voice[j] for j in near if cosine(profiles[i].words, profiles[j].words) >= least), i)
    return voice


def _story(members: Sequence[Profile]) -> Story:
    shared = Counter(name for member in members for name in member.names)
    weight = {name: math.fsum(m.names.get(name, 0.0) for m in members) for name in shared}
    top = sorted(shared, key=lambda name: (-shared[name], -weight[name], name))[:3]
    title = next((m.article.title for m in members if m.article.title), None)
    digest = hashlib.sha256("|".join(sorted(m.article.id for m in members)).encode()).hexdigest()[:8]
    return Story(f"t-{digest}", title or ", ".join(top) or members[0].article.name, tuple(m.article.id for m in members))
