"""Articles into stories, by the rare words and names they share.

Weights come from how common a word is in news at large and not in the folder at hand: so an unrelated article that is added changes
nothing for the others, and a folder of one story is not torn apart because all of it shares its words.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.model.article import Article
from claimcheck.model.report import Story
from claimcheck.text.tokens import Kind, tokenise

_WORDS = 1500
"""Tokens of an article that are looked at: what a story is about is said early."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article is about: its content words with their weights."""

    article: Article
    weights: Mapping[str, float]
    total: float


def profile(article: Article, catalogue: Catalogue) -> Profile:
    """The weighted words of one article. A word said twice weighs half as much again, no more."""
    grammar, linking = catalogue.grammar, catalogue.linking
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    seen = 0
    for block in article.blocks:
        if seen > _WORDS:
            break
        tokens = tokenise(article.text, block.span.start, block.span.end)
        seen += len(tokens)
        for at, token in enumerate(tokens):
            if token.kind is not Kind.WORD or token.norm in grammar.function or len(token.norm) < 2:
                continue
            word = grammar.noun(grammar.verb(token.norm) or token.norm)
            place = catalogue.places.at(tokens, at) if token.capital else None
            word = place.value if place else word
            counts[word] += 1
            capitals[word] += token.capital and at > 0
    weights = {}
    for word, count in counts.items():
        weight = linking.weight(word)
        if weight and capitals[word] * 2 >= count:
            weight *= linking.name
        weights[word] = weight * (1.5 if count > 1 else 1.0)
    return Profile(article, weights, sum(weights.values()))


def alike(left: Profile, right: Profile, catalogue: Catalogue) -> float:
    """How much two articles share, 0 to 1; 0 where it is too little to speak of."""
    settings = catalogue.linking.stories
    small, large = (left, right) if len(left.weights) <= len(right.weights) else (right, left)
    shared = sum(min(weight, large.weights[word]) for word, weight in sorted(small.weights.items()) if word in large.weights)
    if shared < settings["least"]:
        return 0.0
    return shared / max(1.0, min(left.total, right.total, settings["cap"]))


def find_stories(articles: Sequence[Article], catalogue: Catalogue) -> tuple[Story, ...]:
    """The stories of a set of articles, in the order of their first article; each article is in one."""
    profiles = [profile(a, catalogue) for a in articles]
    least = catalogue.linking.stories["share"]
    pairs = []
    for i, left in enumerate(profiles):
        for j in range(i + 1, len(profiles)):
            score = alike(left, profiles[j], catalogue)
            if score >= least:
                pairs.append((-score, i, j))
    parent = list(range(len(articles)))

    def find(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for _, i, j in sorted(pairs):
        one, two = find(i), find(j)
        if one != two:
            parent[max(one, two)] = min(one, two)
    groups: dict[int, list[int]] = {}
    for at in range(len(articles)):
        groups.setdefault(find(at), []).append(at)
    return tuple(_story([profiles[i] for i in members]) for _, members in sorted(groups.items()))


def _story(members: Sequence[Profile]) -> Story:
    shared: Counter[str] = Counter()
    for member in members:
        for word, weight in member.weights.items():
            shared[word] += 1 if weight >= 1 else 0
    top = sorted(shared, key=lambda w: (-shared[w], -sum(m.weights.get(w, 0) for m in members), w))[:3]
    title = next((m.article.title for m in members if m.article.title), None)
    label = title or ", ".join(top) or members[0].article.name
    digest = hashlib.sha256("|".join(sorted(m.article.id for m in members)).encode()).hexdigest()[:8]
    return Story(f"t-{digest}", label, tuple(m.article.id for m in members))
