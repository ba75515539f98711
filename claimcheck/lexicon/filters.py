"""Numbers that are no quantities (`filters.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.lexicon.document import Value
from claimcheck.lexicon.examples import load_examples
from claimcheck.lexicon.phrases import Phrases

SHAPES = (
    "product", "subject", "docket", "line-number", "season",
    "designation", "station", "glued-date",
    "one-of", "said-one", "century", "model-code", "telephone", "address", "web", "wholly", "calibre", "score", "list-number",
    "model-year", "year", "ordinal-name", "ordinal-word", "per-unit", "indefinite", "pronoun", "lone-one", "multiple",
    "empty-zero", "age-group", "table", "title-span", "ratio", "or-two", "numbered-part", "bare-point", "film-certificate",
    "stand-in", "enumerator", "quoted", "possessed", "scale-end", "road", "one-thing", "described", "height", "plot", "under",
    "foreign",
)  # fmt: skip
"""The shapes that extract/filters.py knows how to recognise."""


@dataclass(frozen=True, slots=True)
class FilterRule:
    """One reason for which a number is no quantity."""

    id: str
    reason: str
    shape: str | None
    before: frozenset[str]
    before_capital: frozenset[str]
    after: Phrases[str]
    words: Phrases[str]
    unless_after: frozenset[str]
    unless: frozenset[str]
    """Words that a shape lets pass."""


@dataclass(frozen=True, slots=True)
class Filters:
    """All filters, in the order written, and their phrases in one table."""

    rules: tuple[FilterRule, ...]
    words: Phrases[FilterRule]
    before: Phrases[FilterRule]
    before_capital: Phrases[FilterRule]
    after: Phrases[FilterRule]
    shapes: Mapping[str, FilterRule]
    """Each rule that has a shape, by it."""

    def named(self, ident: str) -> FilterRule:
        """The rule with that id. Raises KeyError."""
        for rule in self.rules:
            if rule.id == ident:
                return rule
        raise KeyError(ident)

    def shaped(self, shape: str) -> FilterRule:
        """The rule whose engine shape this is. Raises KeyError."""
        return self.shapes[shape]


def load_filters(document: Value) -> Filters:
    """Read filters.yaml. Raises DataFileError."""
    rules, words, before, capital, after = [], [], [], [], []
    for ident, body in document.fields(required=["filters"])["filters"].pairs():
        lists = ["before", "before_capital", "after", "words", "unless_after", "unless"]
        fields = body.fields(required=["reason", "examples"], optional=["shape", *lists])
        load_examples(fields["examples"])
        texts = {name: fields[name].texts() if name in fields else () for name in lists}
        rule = FilterRule(
            id=ident,
            reason=fields["reason"].text(),
            shape=fields["shape"].choice(SHAPES) if "shape" in fields else None,
            before=frozenset(texts["before"]),
            before_capital=frozenset(texts["before_capital"]),
            after=Phrases.of((w, w) for w in texts["after"]),
            words=Phrases.of((w, w) for w in texts["words"]),
            unless_after=frozenset(texts["unless_after"]),
            unless=frozenset(texts["unless"]),
        )
        rules.append(rule)
        words += [(w, rule) for w in texts["words"]]
        # A shape reads its own lists; without one, they filter by themselves.
        if rule.shape in (None, "designation"):
            before += [(w, rule) for w in texts["before"]]
            capital += [(w, rule) for w in texts["before_capital"]]
            after += [(w, rule) for w in texts["after"]]
    shapes = {rule.shape: rule for rule in reversed(rules) if rule.shape is not None}
    tables = (Phrases.of(words), Phrases.of(before), Phrases.of(capital), Phrases.of(after))
    return Filters(tuple(rules), *tables, MappingProxyType(shapes))
