"""Articles into stories, by the rare words and names they share.

Weights come from how common a word is in news at large and not in the folder at hand: so an unrelated article that is added changes
nothing for the others, and a folder of one story is not torn apart because all of it shares its words.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.model.article import Article
from claimcheck.model.report import Story
from claimcheck.text.tokens import Kind, tokenise

_WORDS = 1500
"""Tokens of an article that are looked at: what a story is about is said early."""


@dataclass(frozen=True, slots=True)
class Vector:
    """Weighted words; `length` is their Euclidean norm."""

    weights: Mapping[str, float]
    length: float


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article is about: its proper names and its other content words."""

    article: Article
    names: Vector
    words: Vector


def profile(article: Article, catalogue: Catalogue) -> Profile:
    """The weighted names and words of one article. Said more often, a word weighs more, but not in proportion."""
    grammar, linking = catalogue.grammar, catalogue.linking
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    places: set[str] = set()
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
    base = {word: linking.stories["place"] if word in places else linking.weight(word) for word in counts}
    weights = {word: base[word] * (1 + math.log(count) / 2) for word, count in sorted(counts.items())}
    names = {word: weight for word, weight in weights.items() if capitals[word] * 2 >= counts[word]}
    return Profile(article, _vector(names), _vector({word: weight for word, weight in weights.items() if word not in names}))


def _vector(weights: dict[str, float]) -> Vector:
    kept = {word: weight for word, weight in weights.items() if weight}
    return Vector(kept, math.sqrt(math.fsum(w * w for w in kept.values())) or 1.0)


def alike(left: Profile, right: Profile, catalogue: Catalogue) -> float:
    """How much two articles share, 0 to 1: the mean of the cosines of their names and of their words."""
    names = catalogue.linking.stories["names"]
    return names * _cosine(left.names, right.names) + (1 - names) * _cosine(left.words, right.words)


def _cosine(left: Vector, right: Vector) -> float:
    small, large = (left, right) if len(left.weights) <= len(right.weights) else (right, left)
    shared = math.fsum(w * large.weights[word] for word, w in small.weights.items() if word in large.weights)
    return shared / (left.length * right.length)


def find_stories(articles: Sequence[Article], catalogue: Catalogue) -> tuple[Story, ...]:
    """The stories of a set of articles, in the order of their first article; each article is in one.

    The likest articles join first, and two groups join only while their articles are alike on average: a chain of articles
    that each share a little with the next does not make a story.
    """
    settings = catalogue.linking.stories
    profiles = [profile(a, catalogue) for a in articles]
    table = [[alike(left, right, catalogue) for right in profiles[:i]] for i, left in enumerate(profiles)]
    ids = [a.id for a in articles]
    voice = _copies(ids, table, settings["copy"])
    pairs = [
        (-score, min(ids[i], ids[j]), max(ids[i], ids[j]), i, j)
        for i, row in enumerate(table)
        for j, score in enumerate(row)
        if score >= settings["link"] and voice[i] == i and voice[j] == j
    ]
    home = list(voice)
    members: dict[int, list[int]] = {i: [i] for i in voice}
    for _, _, _, i, j in sorted(pairs):
        one, two = sorted((home[i], home[j]))
        if one == two:
            continue
        scores = [table[max(a, b)][min(a, b)] for a in members[one] for b in members[two]]
        if math.fsum(scores) / len(scores) >= settings["link"] * settings["keep"]:
            for at in members[two]:
                home[at] = one
            members[one] += members.pop(two)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(articles)):
        groups[home[voice[at]]].append(at)
    return tuple(_story([profiles[i] for i in group]) for group in groups.values())


def _copies(ids: Sequence[str], table: Sequence[Sequence[float]], least: float) -> list[int]:
    """For each article the one that speaks for it: a text that many newsrooms carry must not outvote the others."""
    order = sorted(range(len(ids)), key=lambda i: (ids[i], i))
    voice = list(range(len(ids)))
    for at, i in enumerate(order):
        voice[i] = next((voice[j] for j in order[:at] if table[max(i, j)][min(i, j)] >= least), i)
    return voice


def _story(members: Sequence[Profile]) -> Story:
    shared = Counter(name for member in members for name in member.names.weights)
    weight = {name: math.fsum(m.names.weights.get(name, 0.0) for m in members) for name in shared}
    top = sorted(shared, key=lambda name: (-shared[name], -weight[name], name))[:3]
    title = next((m.article.title for m in members if m.article.title), None)
    digest = hashlib.sha256("|".join(sorted(m.article.id for m in members)).encode()).hexdigest()[:8]
    return Story(f"t-{digest}", title or ", ".join(top) or members[0].article.name, tuple(m.article.id for m in members))
