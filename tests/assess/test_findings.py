"""Positions and findings: every pair of claims with its one verdict, in as few findings as can hold them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from claimcheck.assess import Growth
from claimcheck.model.article import Role
from claimcheck.model.claim import Frame, Scope
from claimcheck.model.span import Span
from claimcheck.model.subject import Judged, Verdict


def shape(judged: Judged) -> list[tuple[str, list[list[str]]]]:
    return [(f.verdict.value, [sorted(c.id for c in p.claims) for p in f.positions]) for f in judged.findings]


def many(court: Any, *texts: str) -> list[Any]:
    return [court.claim(text, f"a{i:03}", f"c{i:03}") for i, text in enumerate(texts)]


def test_a_toll_of_three_hundred_articles_against_four_makes_one_conflict(court: Any) -> None:
    judged = court.judge(*many(court, *["14"] * 4, *["17"] * 300))
    assert [(f.verdict.value, [len(p.claims) for p in f.positions]) for f in judged.findings] == [
        ("conflict", [4, 300]),
        ("agree", [300]),
        ("agree", [4]),
    ]


def test_an_agree_finding_has_one_position_and_every_other_has_two(court: Any) -> None:
    judged = court.judge(*many(court, "17", "at least 17", "at least 14", "12"))
    assert {(f.verdict, len(f.positions)) for f in judged.findings} == {
        (Verdict.AGREE, 1),
        (Verdict.COMPATIBLE, 2),
        (Verdict.CONFLICT, 2),
    }


def test_agreement_is_not_handed_on_from_one_rounding_to_the_next(court: Any) -> None:
    # 13.9 and 13.2 billion lie apart, though "nearly 14" rounds the one and "about 13" the other.
    judged = court.judge(*many(court, "$13.9 billion", "$13.2 billion", "nearly $14 billion", "about $13 billion"))
    agreed = [ids for verdict, (ids, *_) in shape(judged) if verdict == "agree"]
    assert agreed == [["c000", "c002"], ["c001", "c003"]]
    assert ("conflict", [["c000"], ["c001"]]) in shape(judged)


def test_time_splits_two_positions_by_verdict(court: Any) -> None:
    made = many(court, "14 @2025-05-01", "17 @2025-05-02", "17 @2025-05-01")
    judged = court.judge(*made, growth=Growth.GROWS)
    assert shape(judged) == [
        ("conflict", [["c000"], ["c002"]]),
        ("superseded", [["c000"], ["c001"]]),
        ("agree", [["c001", "c002"]]),
    ]
    assert [p.value for p in judged.positions] == ["14", "17"]


def test_restatements_belong_to_the_position_of_what_they_restate(court: Any) -> None:
    euros, dollars = court.claim("€85 million", "a", "c1"), court.claim("$108 million", "a", "c2", restates="c1")
    judged = court.judge(euros, dollars, court.claim("$108 million", "b", "c3"), court.claim("€85 million", "c", "c4"))
    assert shape(judged) == [("agree", [["c1", "c2", "c3", "c4"]])]
    assert [[c.id for c in p.claims] for p in judged.positions] == [["c1", "c2", "c4"], ["c3"]]


def test_currencies_are_compared_where_some_article_gives_both(court: Any) -> None:
    told = [
        court.claim("€85 million", "a", "c1"),
        court.claim("$108 million", "a", "c2", restates="c1"),
        court.claim("€85 million", "b", "c3"),
        court.claim("£74 million", "b", "c4", restates="c3"),
    ]
    judged = court.judge(
        *told, court.claim("£74 million", "c", "c5"), court.claim("$137 million", "d", "c6"), court.claim("€80 million", "e", "c7")
    )
    verdicts = pairs(judged)
    assert verdicts["c2", "c5"] is Verdict.AGREE
    assert verdicts["c5", "c6"] is Verdict.CONFLICT
    assert verdicts["c5", "c7"] is Verdict.CONFLICT
    assert verdicts["c6", "c7"] is Verdict.CONFLICT


def test_a_bound_covers_the_restatement_as_well(court: Any) -> None:
    one, two = court.claim("at least €85 million", "a", "c1"), court.claim("$108 million", "a", "c2", restates="c1")
    assert court.judge(one, two, court.claim("$130 million", "b", "c3")).verdict is Verdict.COMPATIBLE


def test_figures_that_an_article_gives_for_one_another_agree_elsewhere(court: Any) -> None:
    told = [court.claim("about 85 mile", "a", "c1"), court.claim("about 135 kilometre", "a", "c2", restates="c1")]
    judged = court.judge(*told, court.claim("about 85 mile", "b", "c3"), court.claim("about 135 kilometre", "c", "c4"))
    assert shape(judged) == [("agree", [["c1", "c2", "c3", "c4"]])]


def test_the_subject_takes_the_gravest_verdict(court: Any) -> None:
    assert court.judge(*many(court, "17")).verdict is Verdict.SINGLE
    assert court.judge(court.claim("17", "a", "c1"), court.claim("17", "a", "c2")).verdict is Verdict.SINGLE
    assert court.judge(*many(court, "17", "17")).verdict is Verdict.AGREE
    assert court.judge(*many(court, "17", "17", "at least 14")).verdict is Verdict.COMPATIBLE
    assert court.judge(*many(court, "17", "17", "at least 14", "9")).verdict is Verdict.CONFLICT


def test_a_reason_quotes_both_and_says_who_when_and_why(court: Any) -> None:
    judged = court.judge(court.claim("at least 6,500 @2025-09-29", "gazette"), court.claim("about 4,500 @2025-10-01", "herald"))
    assert judged.findings[0].reason == (
        'GAZETTE (29 Sept 2025) says "at least 6,500", HERALD (1 Oct 2025) "about 4,500": '
        "6,500 to 13,000 and 4,050 to 4,950 do not overlap."
    )


def test_an_agreement_shows_two_ways_of_writing_it(court: Any) -> None:
    judged = court.judge(*many(court, "$1.375 billion", "$1.375 billion", "$1.4 billion"))
    assert judged.findings[0].reason == (
        'A000 says "$1.375 billion", A002 "$1.4 billion", and 1 more article agrees: one figure, rounded differently.'
    )


def test_a_reason_stays_one_line_and_finite(court: Any) -> None:
    claim, article = court.claim("14", "b", "c2")
    wild = replace(claim, text="14\n[/b] " + "x" * 500)
    reason = court.judge(court.claim("17", "a", "c1"), (wild, article)).findings[0].reason
    assert "\n" not in reason
    assert len(reason) < 300
    assert "[/b]" in reason


def test_ids_are_stable_and_differ(court: Any) -> None:
    texts = ["14 @2025-05-01", "17 @2025-05-02", "17 @2025-05-01", "14 @2025-05-03", "at least 12", "$5"]
    one = court.judge(*many(court, *texts), growth=Growth.GROWS)
    two = court.judge(*reversed(many(court, *texts)), growth=Growth.GROWS)
    ids = [f.id for f in one.findings]
    assert len(set(ids)) == len(ids)
    assert all(i.startswith("f-") and len(i) == 12 for i in ids)
    assert one.findings == two.findings


def test_an_article_that_contradicts_itself_is_found(court: Any) -> None:
    made = [court.claim("17", "a", "c1"), court.claim("14", "a", "c2", sentence_span=Span(50, 60), span=Span(50, 52))]
    judged = court.judge(*made)
    assert [(f.verdict.value, f.level) for f in judged.findings] == [("conflict", "self-contradiction")]
    assert judged.findings[0].reason == 'A says both "17" and "14": 17 and 14 do not overlap.'


def test_two_figures_of_one_article_that_count_two_things_are_no_contradiction(court: Any) -> None:
    apart: dict[str, Any] = {"sentence_span": Span(50, 60), "span": Span(50, 52)}
    for text, more in [
        ("14", {}),  # the same sentence: from 14 to 17
        ("at least 60", apart),
        ("about 60", apart),
        ("dozens", apart),
        ("denied: 14", apart),
        ("risen: 14", apart),
        ("14", {**apart, "attribution": "police"}),
        ("14", {**apart, "frame": Frame(scope=frozenset({Scope.TOTAL}))}),
        ("14", {**apart, "frame": Frame(groups=frozenset({"children"}))}),
        ("14", {**apart, "as_of": date(2025, 1, 1)}),
    ]:
        judged = court.judge(court.claim("17", "a", "c1"), court.claim(text, "a", "c2", **more))
        assert judged.findings == (), text


def test_a_headline_leaves_out_what_its_text_tells(court: Any) -> None:
    title = court.claim("17", "a", "c1", role=Role.TITLE)
    apart: dict[str, Any] = {"sentence_span": Span(50, 60), "span": Span(50, 52)}
    cases: list[tuple[dict[str, Any], list[str]]] = [
        ({"attribution": "police", "frame": Frame(noun="person", groups=frozenset({"france"}))}, ["conflict"]),
        ({"frame": Frame(noun="person", scope=frozenset({Scope.TOTAL}))}, []),
    ]
    for more, told in cases:
        judged = court.judge(title, court.claim("14", "a", "c2", **apart, **more))
        assert [f.verdict.value for f in judged.findings] == told


def test_wire_copies_are_one_origin(court: Any) -> None:
    wire = "At least 17 people were killed when the ferry sank off the northern coast, the coast guard said"
    copies = [
        court.claim("17", s, f"c-{s}", sentence=f"{wire}{tail}") for s, tail in [("a", "."), ("b", " on Monday."), ("c", ".")]
    ]
    own = court.claim(
        "17", "d", "c-d", sentence="Rescuers who searched the bay through the night counted 17 bodies in all, a hospital told us."
    )
    short = [court.claim("17", s, f"c-{s}", sentence="The toll is 17.") for s in ("e", "f")]
    assert court.judge(*copies).findings[0].positions[0].origins == 1
    assert court.judge(*copies).verdict is Verdict.SINGLE
    assert court.judge(*copies, own).findings[0].positions[0].origins == 2
    assert court.judge(*copies, own).verdict is Verdict.AGREE
    assert court.judge(*short).findings[0].positions[0].origins == 2


def pairs(judged: Judged) -> dict[tuple[str, str], Verdict]:
    found: dict[tuple[str, str], Verdict] = {}
    for finding in judged.findings:
        sides = [[c.id for c in p.claims] for p in finding.positions]
        both = combinations(sides[0], 2) if len(sides) == 1 else ((x, y) for x in sides[0] for y in sides[1])
        found.update({(min(x, y), max(x, y)): finding.verdict for x, y in both})
    return found
