"""What holds for every format: whole texts of one hostile report, the same bytes twice, nothing that steers a terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from claimcheck.model.ledger import State
from claimcheck.report import sarif
from claimcheck.report.discrepancy import discrepancies
from claimcheck.report.interface import FORMATS, Format

from .conftest import Golden
from .factories import REPORTS, ci_report, full_report
from .writing import written

ENDINGS = {Format.TABLE: "txt", Format.MARKDOWN: "md", Format.GITHUB: "txt", Format.JUNIT: "xml", Format.GITLAB: "json"}
WITHOUT_GOLDEN = (Format.TABLE, Format.JSON)  # the table has its own, at several widths


@pytest.fixture(autouse=True)
def _one_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "version", lambda: "1.2.3")


@pytest.mark.parametrize("format", [f for f in Format if f not in WITHOUT_GOLDEN])
@pytest.mark.parametrize("name", ["ci", "clean"])
def test_whole_texts(name: str, format: Format, golden: Golden) -> None:
    golden(f"{name}-{format.value}.{ENDINGS.get(format, format.value)}", written(REPORTS[name](), format))


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("name", REPORTS)
def test_same_report_same_bytes_and_never_none(name: str, format: Format) -> None:
    got = written(REPORTS[name](), format)
    assert got
    assert got == written(REPORTS[name](), format)


@pytest.mark.parametrize("format", [f for f in Format if f not in (Format.JSON, Format.JSONL)])
def test_no_text_steers_a_terminal_or_reorders_what_is_read(format: Format) -> None:
    text = written(ci_report(), format).decode("utf-8-sig")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("format", [f for f in Format if f is not Format.TABLE])
def test_every_skipped_file_is_named(format: Format) -> None:
    assert "It is an image, not text" in written(full_report(), format).decode("utf-8")


def test_every_format_has_a_writer() -> None:
    assert set(FORMATS) == set(Format)


def test_fingerprints_hold_nothing_of_places_words_or_repetition() -> None:
    report = replace(full_report(), states={})
    moved = tuple(replace(a, path=f"elsewhere/{i}.txt", publisher="Other") for i, a in enumerate(report.articles))
    lines = {c.id: replace(c, line=c.line + 40, sentence=f"So: {c.sentence}") for c in report.claims}

    def shifted(claims: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(lines[c.id] for c in claims)

    judged = tuple(
        replace(j, positions=tuple(replace(p, claims=shifted(p.claims), origins=p.origins + 1) for p in j.positions))
        for j in report.judged
    )
    other = replace(report, articles=moved, judged=judged)
    before, after = ([(d.id, d.fingerprint) for d in discrepancies(r)] for r in (report, other))
    assert before == after
    assert len({print for _, print in before}) == len(before)


def test_another_figure_is_another_fingerprint() -> None:
    report = full_report()
    first = report.judged[0]
    changed = replace(first, findings=tuple(replace(f, id=f"{f.id}0") for f in first.findings))
    before, after = (discrepancies(replace(report, judged=(j,)))[0] for j in (first, changed))
    assert before.id == after.id
    assert before.fingerprint != after.fingerprint


def test_what_the_ledger_does_not_know_comes_first() -> None:
    report = ci_report()
    found = discrepancies(replace(report, judged=report.judged[::-1]))
    known = replace(report.states[report.judged[2].subject.id], state=State.UNCHANGED)
    reverse = discrepancies(replace(report, states={report.judged[1].subject.id: known}))
    assert [d.rule.id for d in reverse] == ["conflict", "superseded", "compatible", "conflict"]
    assert [(d.mark, d.known) for d in found] == [("updated", False), ("new", False), ("suppressed", True), ("unchanged", True)]


def test_the_message_reads_alone() -> None:
    toll = next(d for d in discrepancies(full_report()) if "killed" in d.label)
    for words in (
        "people killed (Karsa harbour strike)",
        "at least 14 (The Herald, 2 Sept 2025)",
        "17 (Courier",
        "22 (wire.txt, 9 Sept",
    ):
        assert words in toll.message


def test_the_newest_of_those_fewest_stand_behind_is_shown_first() -> None:
    troops, toll, *_ = discrepancies(full_report())
    assert troops.claims[0].text == "More than 6,500 troops"
    assert toll.claims[0].text == "22 dead"
    assert {c.id for c in toll.claims} == {c.id for c in toll.judged.subject.claims}
