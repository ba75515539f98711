"""What holds of any claims."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.assess import Growth
from claimcheck.assess.cover import bicliques, cliques
from claimcheck.model.subject import GRAVITY, Judged, Verdict

quick = settings(max_examples=60, deadline=None)

numbers = st.integers(0, 99_999)
quantities = st.builds(
    lambda bound, number, unit: f"{bound}{unit[0]}{number:,}{unit[1]}",
    st.sampled_from(["", "at least ", "at most ", "about ", "nearly "]),
    numbers,
    st.sampled_from(
        [("", ""), ("$", ""), ("$", " million"), ("", "%"), ("", " mile"), ("", " kilometre"), ("", " years"), ("", " weeks")]
    ),
)
vague = st.sampled_from(["several", "dozens", "hundreds", "thousands", "20-30", "$12-13 billion"])
dates = st.one_of(
    st.dates().map(lambda d: f"[{d.isoformat()}]"),
    st.sampled_from(
        [
            "[2013]",
            "[2012] ago",
            "[2012-02]",
            "[--02-29]",
            "[--12-20..--01-05]",
            "[?]",
            "at least [2013-05-05]",
            "about [2013-05-05]",
        ]
    ),
)
stamps = st.sampled_from(["", " @2013-08-21", " @2013-08-21T09", " @2013-08-21T17", " @2013-08-23", " @2014-08-30"])
prefixes = st.sampled_from(["", "", "", "denied: ", "could: ", "risen: "])
texts = st.builds(lambda prefix, value, stamp: f"{prefix}{value}{stamp}", prefixes, st.one_of(quantities, vague, dates), stamps)
growths = st.sampled_from(list(Growth))


def verdicts(judged: Judged) -> dict[tuple[str, str], set[Verdict]]:
    found: dict[tuple[str, str], set[Verdict]] = {}
    for finding in judged.findings:
        sides = [[c.id for c in p.claims] for p in finding.positions]
        both = combinations(sides[0], 2) if len(sides) == 1 else ((x, y) for x in sides[0] for y in sides[1])
        for x, y in both:
            found.setdefault((min(x, y), max(x, y)), set()).add(finding.verdict)
    return found


@quick
@given(one=texts, two=texts, growth=growths)
def test_a_verdict_is_the_same_both_ways_round(court: Any, one: str, two: str, growth: Growth) -> None:
    assert court.pair(one, two, growth) == court.pair(two, one, growth)


@quick
@given(text=st.one_of(quantities, vague), growth=growths)
def test_a_figure_agrees_with_itself(court: Any, text: str, growth: Growth) -> None:
    assert court.pair(text, text, growth) == ("agree", "same")


@quick
@given(one=numbers, two=numbers, factor=st.integers(2, 50), bound=st.sampled_from(["at least ", "at most ", "about "]))
def test_scaling_both_figures_keeps_a_conflict_a_conflict(court: Any, one: int, two: int, factor: int, bound: str) -> None:
    # Bounds and "about" reach by shares of the figure, so that size changes nothing; rounding depends on the digits written.
    before, after = court.pair(f"{bound}{one}", f"{bound}{two}"), court.pair(f"{bound}{one * factor}", f"{bound}{two * factor}")
    assert (before[0] == "conflict") == (after[0] == "conflict")


@quick
@given(made=st.lists(st.tuples(texts, st.sampled_from("abcd")), min_size=2, max_size=7), growth=growths)
def test_no_pair_gets_two_verdicts_and_none_goes_missing(court: Any, made: list[tuple[str, str]], growth: Growth) -> None:
    claims = [court.claim(text, source, f"c{i}") for i, (text, source) in enumerate(one_stamp_each(made))]
    judged = court.judge(*claims, growth=growth)
    found = verdicts(judged)
    assert all(len(given) == 1 for given in found.values())
    assert judged.verdict in GRAVITY
    for finding in judged.findings:
        assert len(finding.positions) == (1 if finding.verdict is Verdict.AGREE else 2)
        assert len({c.source for p in finding.positions for c in p.claims}) > 1 or finding.level == "self-contradiction"
    for (one, first), (two, second) in combinations(zip(one_stamp_each(made), claims, strict=True), 2):
        if one[1] != two[1] and court.pair(one[0], two[0], growth) is not None:
            assert (first[0].id, second[0].id) in found
    assert sorted(c.id for p in judged.positions for c in p.claims) == sorted(c.id for c, _ in claims)


@quick
@given(made=st.lists(st.tuples(texts, st.sampled_from("abcd")), min_size=2, max_size=5), growth=growths, data=st.data())
def test_the_order_of_claims_changes_nothing(court: Any, made: list[tuple[str, str]], growth: Growth, data: st.DataObject) -> None:
    claims = [court.claim(text, source, f"c{i}") for i, (text, source) in enumerate(one_stamp_each(made))]
    shuffled = data.draw(st.permutations(claims))
    one, two = court.judge(*claims, growth=growth), court.judge(*shuffled, growth=growth)
    assert (one.findings, one.positions, one.verdict) == (two.findings, two.positions, two.verdict)


def one_stamp_each(made: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """An article has one day."""
    stamp: dict[str, str] = {}
    for text, source in made:
        stamp.setdefault(source, text.partition(" @")[2])
    return [(text.partition(" @")[0] + (f" @{stamp[source]}" if stamp[source] else ""), source) for text, source in made]


edges = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda e: e[0] < e[1]))


@given(graph=edges)
def test_cliques_hold_every_joined_pair_and_no_other(graph: set[tuple[int, int]]) -> None:
    found = cliques(range(7), lambda a, b: (min(a, b), max(a, b)) in graph)
    inside = {pair for group in found for pair in combinations(group, 2)}
    assert inside == graph
    assert {node for group in found for node in group} == set(range(7))


@given(graph=st.sets(st.tuples(st.integers(0, 4), st.integers(10, 14))))
def test_bicliques_hold_every_joined_pair_exactly_once(graph: set[tuple[int, int]]) -> None:
    found = bicliques(range(5), range(10, 15), lambda a, b: (a, b) in graph)
    inside = [(a, b) for lefts, rights in found for a in lefts for b in rights]
    assert sorted(inside) == sorted(graph)


def test_three_claims_in_any_order(court: Any) -> None:
    made = [court.claim(t, s, f"c-{s}") for t, s in (("$13.9 billion", "a"), ("nearly $14 billion", "b"), ("$13 billion", "c"))]
    results = {court.judge(*order).findings for order in permutations(made)}
    assert len(results) == 1
