"""Groups built from pairs, the best first."""

from __future__ import annotations

from claimcheck.link.joining import join


def test_pairs_join_in_their_order_and_groups_keep_theirs() -> None:
    assert join(range(5), [(3, 1), (4, 3)], lambda *_: True) == [[0], [1, 3, 4], [2]]


def test_whole_groups_are_asked_for_and_a_refusal_keeps_them_apart() -> None:
    asked: list[tuple[list[int], list[int], int, int]] = []

    def at_most_two(one: object, two: object, left: int, right: int) -> bool:
        assert isinstance(one, list)
        assert isinstance(two, list)
        asked.append((list(one), list(two), left, right))
        return len(one) + len(two) <= 2

    assert join([2, 5, 9], [(5, 2), (5, 9), (2, 5)], at_most_two) == [[2, 5], [9]]
    assert asked == [([2], [5], 5, 2), ([2, 5], [9], 5, 9)]
