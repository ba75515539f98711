"""What the settings leave out of a run: by kind, subject, or the articles that a disagreement rests on, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType

from claimcheck.files import real
from claimcheck.model.article import Article
from claimcheck.model.ledger import FindingState, State
from claimcheck.model.report import Report
from claimcheck.model.subject import Finding, Judged, Position, Verdict

_DIFFERENCES = (Verdict.CONFLICT, Verdict.SUPERSEDED, Verdict.COMPATIBLE)


@dataclass(frozen=True, slots=True)
class Ignore:
    """One rule of `ignore`. All that it names must hold; what it names are patterns, in which `*` stands for anything."""

    reason: str
    place: str
    """Where it stands, for messages."""
    folder: Path
    """What paths are taken from."""
    kinds: tuple[str, ...] = ()
    """Kinds of claim."""
    subjects: tuple[str, ...] = ()
    """Names of subjects, as reports give them."""
    paths: tuple[str, ...] = ()
    """Articles: one side of the disagreement must rest on these alone."""
    publishers: tuple[str, ...] = ()
    """Likewise by who publishes them."""
    expires: date | None = None
    """The last day on which it holds."""

    def holds(self, today: date) -> bool:
        """Whether it is still in force."""
        return self.expires is None or today <= self.expires


@dataclass(frozen=True, slots=True)
class Ignored:
    """What a run is told to pass over."""

    subjects: Mapping[str, Ignore]
    """By subject id the rule that it falls under."""
    notes: tuple[str, ...]
    """A sentence on each rule that did nothing."""


def ignored(report: Report, rules: Sequence[Ignore], reached: Callable[[Verdict], bool], today: date) -> Ignored:
    """The subjects that the rules pass over: those of which every finding that counts falls under a rule.

    Args:
        report: The whole run.
        rules: The rules, in their order; the first that fits is named.
        reached: Whether a verdict is at or above the threshold. Below it, a subject's gravest findings count.
        today: The day against which rules expire.
    """
    articles = {a.id: a for a in report.articles}
    ordered = sorted(rules, key=lambda rule: not rule.holds(today))
    used: set[str] = set()
    found: dict[str, Ignore] = {}
    for judged in report.judged:
        counted = [f for f in judged.findings if f.verdict in _DIFFERENCES and reached(f.verdict)]
        counted = counted or [f for f in judged.findings if f.verdict is judged.verdict and f.verdict in _DIFFERENCES]
        by = [next((rule for rule in ordered if _fits(rule, judged, finding, articles)), None) for finding in counted]
        fitting = [rule for rule in by if rule is not None]
        used |= {rule.place for rule in fitting}
        if by and len(fitting) == len(by) and all(rule.holds(today) for rule in fitting):
            found[judged.subject.id] = fitting[0]
    return Ignored(MappingProxyType(found), tuple(_notes(rules, used, today)))


def marked(report: Report, by: Ignored) -> Report:
    """The report with what is ignored marked as such: left in, so that nobody takes it for mended."""
    if not by.subjects:
        return report
    states = dict(report.states)
    for subject, rule in by.subjects.items():
        until = f" (until {rule.expires})" if rule.expires else ""
        why = f"ignored by {rule.place}{until}: {rule.reason}"
        known = states.get(subject)
        state = replace(known, state=State.SUPPRESSED, reason=why) if known else FindingState(State.SUPPRESSED, why)
        states[subject] = state
    return replace(report, states=MappingProxyType(states))


def _fits(rule: Ignore, judged: Judged, finding: Finding, articles: Mapping[str, Article]) -> bool:
    subject = judged.subject
    if rule.kinds and not _any(rule.kinds, subject.kind):
        return False
    if rule.subjects and not _any(rule.subjects, subject.label):
        return False
    if not rule.paths and not rule.publishers:
        return True
    return any(_rests_on(rule, position, articles) for position in finding.positions)


def _rests_on(rule: Ignore, position: Position, articles: Mapping[str, Article]) -> bool:
    return all(_covers(rule, articles[claim.source]) for claim in position.claims)


def _covers(rule: Ignore, article: Article) -> bool:
    if rule.publishers and not _any(rule.publishers, article.name):
        return False
    if not rule.paths:
        return True
    try:
        path = real(Path(article.path)).relative_to(real(rule.folder)).as_posix()
    except ValueError:
        return False
    return any(fnmatchcase(path, pattern) or path.startswith(f"{pattern.rstrip('/')}/") for pattern in rule.paths)


def _any(patterns: Iterable[str], word: str) -> bool:
    return any(fnmatchcase(word.casefold(), pattern.casefold()) for pattern in patterns)


def _notes(rules: Sequence[Ignore], used: set[str], today: date) -> Iterable[str]:
    for rule in rules:
        if rule.place not in used:
            yield f"{rule.place}: nothing is ignored by this; take it out, or mend its patterns"
        elif not rule.holds(today):
            yield f"{rule.place}: this expired on {rule.expires}; look at it again, or take it out ({rule.reason})"
