"""Two short articles, one finding or none: what of news English decides whether two figures should be one number."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.subject import Finding, Subject
from claimcheck.pipeline import compare

from .cases import Case, Quote, load

CASES = tuple(load())


def _param(case: Case) -> object:
    marks = [pytest.mark.xfail(reason=case.gap, strict=True)] if case.gap else []
    return pytest.param(case, id=case.id, marks=marks)


class Reading:
    """The report on one case, asked by quotes."""

    def __init__(self, case: Case, folder: Path) -> None:
        for name, article in case.articles.items():
            (folder / f"{name}.txt").write_text(article.text, encoding="utf-8")
        facts = {f"{name}.txt": dict(article.facts) for name, article in case.articles.items()}
        (folder / "sources.yaml").write_text(yaml.safe_dump(facts), encoding="utf-8")
        self.case = case
        self.report: Report = compare([folder])
        self.names = {article.id: Path(article.path).stem for article in self.report.articles}

    def claims(self, quote: Quote) -> dict[str, Claim]:
        """The claims that stand in a quote, by id."""
        start = self.case.articles[quote.article].text.index(quote.words)
        end = start + len(quote.words)
        return {c.id: c for c in self.report.claims if self.names[c.source] == quote.article and c.start < end and c.end > start}

    def common(self, left: Quote, right: Quote) -> list[Subject]:
        """The subjects that a claim of each quote is in."""
        one, two = self.claims(left).keys(), self.claims(right).keys()
        members = [(s, {c.id for c in s.claims}) for s in self.report.subjects]
        return [subject for subject, ids in members if ids & one and ids & two]

    def verdicts(self, left: Quote, right: Quote) -> set[str]:
        """What is said of the two quotes."""
        one, two = set(self.claims(left)), set(self.claims(right))
        return {f.verdict.value for f in self.report.findings if _between(f, one, two)}


def _between(finding: Finding, one: set[str], two: set[str]) -> bool:
    held = [{c.id for c in position.claims} for position in finding.positions]
    if len(held) == 1:
        return bool(held[0] & one and held[0] & two)
    return any(i != j and held[i] & one and held[j] & two for i in range(len(held)) for j in range(len(held)))


@pytest.mark.parametrize("case", [_param(case) for case in CASES])
def test_pair(case: Case, tmp_path: Path) -> None:
    reading = Reading(case, tmp_path)
    wrong = [f"{quote} is not read as a claim" for quote in _all_quotes(case) if not reading.claims(quote)]
    for wanted in case.expect:
        if not reading.common(wanted.left, wanted.right):
            wrong.append(f"{wanted.left} and {wanted.right} are in no common subject; wanted {wanted.verdict}")
        elif reading.verdicts(wanted.left, wanted.right) != {wanted.verdict}:
            said = ", ".join(sorted(reading.verdicts(wanted.left, wanted.right))) or "nothing"
            wrong.append(f"{said} is said of {wanted.left} and {wanted.right}; wanted {wanted.verdict}")
    for left, right in case.apart:
        wrong += [f"{left} and {right} are both in the subject {subject.label!r}" for subject in reading.common(left, right)]
    conflicts = [(set(reading.claims(e.left)), set(reading.claims(e.right))) for e in case.expect if e.verdict == "conflict"]
    for finding in reading.report.findings:
        if finding.verdict.value == "conflict" and not any(_between(finding, one, two) for one, two in conflicts):
            wrong.append(f"unlooked-for conflict: {finding.reason}")
    assert not wrong, "\n".join([case.about, *wrong])


def _all_quotes(case: Case) -> list[Quote]:
    pairs = [(e.left, e.right) for e in case.expect] + list(case.apart)
    return list(dict.fromkeys(quote for pair in pairs for quote in pair))


def test_the_tables_are_broad() -> None:
    ids = [case.id for case in CASES]
    assert len(set(ids)) == len(ids), "two cases of one id"
    assert len(CASES) >= 200
    assert 2 * sum(bool(case.apart) or not case.expect for case in CASES) >= len(CASES), "half of the cases are to be near misses"
    assert {e.verdict for case in CASES for e in case.expect} == {"conflict", "superseded", "compatible", "agree"}
    assert sum(bool(case.expect) for case in CASES) >= 80, "a tool that links nothing would pass too many of them"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CASES])
def test_articles_are_news_prose(case: Case) -> None:
    assert case.expect or case.apart, "a case says what is to meet or what is to stay apart"
    assert len(case.articles) >= 1
    assert all(article.text.count(". ") + article.text.count(".\n") >= 2 for article in case.articles.values()), (
        "two sentences at least"
    )
