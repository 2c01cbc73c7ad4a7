"""Which things hang together, directly or by way of others?"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def connected(things: Sequence[Thing], keys: Sequence[Iterable[Hashable]]) -> list[list[Thing]]:
    """Return `things` in groups, those of a group tied by a chain of shared `keys`; order is kept.

    `keys` has one entry per thing. Near-linear in the number of keys.
    """
    parent = list(range(len(things)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    owner: dict[Hashable, int] = {}
    for i, own in enumerate(keys):
        for key in own:
            a, b = sorted((root(owner.setdefault(key, i)), root(i)))
            parent[b] = a
    groups: dict[int, list[Thing]] = defaultdict(list)
    for i, thing in enumerate(things):
        groups[root(i)].append(thing)
    return list(groups.values())
