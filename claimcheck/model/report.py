"""All that a writer may see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from claimcheck.model.article import Article, SkippedArticle
from claimcheck.model.claim import Claim, Filtered
from claimcheck.model.ledger import FindingState
from claimcheck.model.subject import Finding, Judged, Subject, Verdict

SCHEMA_VERSION = "1.1"


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about the same events. Claims of different stories are never compared."""

    id: str
    label: str
    articles: tuple[str, ...]
    """Article ids."""


@dataclass(frozen=True, slots=True)
class Report:
    """The result of comparing a set of articles."""

    articles: tuple[Article, ...]
    skipped: tuple[SkippedArticle, ...]
    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    """Of all articles, by article and offset."""
    filtered: tuple[tuple[str, Filtered], ...]
    """Article id and the number that was left out."""
    judged: tuple[Judged, ...]
    """Gravest first."""
    notes: tuple[str, ...] = ()
    states: Mapping[str, FindingState] = field(default_factory=lambda: MappingProxyType({}))
    """Beside a ledger: by subject id what is in dispute, and by entry id what is so no more. Empty without one."""
    changed: frozenset[str] = frozenset()
    """Ids of the articles that a user asked about, where this is only what touches those."""

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The subjects, gravest first."""
        return tuple(j.subject for j in self.judged)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all subjects, in the order of the subjects."""
        return tuple(f for j in self.judged for f in j.findings)

    @property
    def counts(self) -> dict[str, int]:
        """Articles, skipped, claims, subjects, and how many subjects have each verdict."""
        verdicts = Counter(j.verdict for j in self.judged)
        return {
            "articles": len(self.articles),
            "skipped": len(self.skipped),
            "claims": len(self.claims),
            "subjects": len(self.judged),
            **{v.value: verdicts[v] for v in Verdict},
        }

    def article(self, source: str) -> Article:
        """The article with that id. Raises KeyError where there is none."""
        for article in self.articles:
            if article.id == source:
                return article
        raise KeyError(source)
