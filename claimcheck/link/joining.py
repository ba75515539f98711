"""Groups built from pairs, the best first: articles into stories, claims into subjects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence


def join(
    members: Iterable[int], pairs: Iterable[tuple[int, int]], may_join: Callable[[Sequence[int], Sequence[int], int, int], bool]
) -> list[list[int]]:
    """Groups of `members`, in the order of their first ones.

    Args:
        members: What is sorted into groups; each begins as one of its own.
        pairs: Two members each, those that speak most for joining first.
        may_join: Asked of the groups of a pair and the pair itself, whether the groups become one.
    """
    groups = {member: [member] for member in members}
    home = {member: member for member in groups}
    for left, right in pairs:
        one, two = sorted((home[left], home[right]))
        if one == two or not may_join(groups[one], groups[two], left, right):
            continue
        for member in groups[two]:
            home[member] = one
        groups[one] = sorted(groups[one] + groups.pop(two))
    return [group for _, group in sorted(groups.items())]
