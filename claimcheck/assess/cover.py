"""Covering the pairs of a graph: what makes few findings of many pairs. Nodes are small numbers; all orders are fixed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence


def cliques(nodes: Sequence[int], joined: Callable[[int, int], bool]) -> list[tuple[int, ...]]:
    """Groups of nodes that are all joined to one another, such that every joined pair, and every single node, is in some group."""
    near = {node: {other for other in nodes if other != node and joined(node, other)} for node in nodes}
    covered: set[tuple[int, int]] = set()
    found: list[tuple[int, ...]] = []
    for node in nodes:
        for other in [n for n in nodes if n in near[node] and n > node]:
            if (node, other) in covered:
                continue
            group = [node, other]
            group += list(_grown(group, nodes, near))
            found.append(tuple(sorted(group)))
            covered.update((a, b) for a in group for b in group if a < b)
    inside = {node for group in found for node in group}
    return found + [(node,) for node in nodes if node not in inside]


def _grown(group: Sequence[int], nodes: Sequence[int], near: dict[int, set[int]]) -> Iterable[int]:
    common = set.intersection(*(near[node] for node in group))
    for node in nodes:
        if node in common:
            yield node
            common &= near[node]


def bicliques(
    lefts: Sequence[int], rights: Sequence[int], joined: Callable[[int, int], bool]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Pairs of groups, each node of the one joined to each of the other, that hold every joined pair exactly once."""
    ways = (_by_neighbours(lefts, rights, joined), _by_neighbours(rights, lefts, lambda right, left: joined(left, right)))
    if len(ways[1]) < len(ways[0]):
        return [(left, right) for right, left in ways[1]]
    return ways[0]


def _by_neighbours(
    ones: Sequence[int], twos: Sequence[int], joined: Callable[[int, int], bool]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    groups: dict[tuple[int, ...], list[int]] = {}
    for one in ones:
        groups.setdefault(tuple(two for two in twos if joined(one, two)), []).append(one)
    return [(tuple(group), near) for near, group in groups.items() if near]
