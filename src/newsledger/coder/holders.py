"""Holders: is a "by" that of whoever has a place or backs somebody, and not of who did the act before it?"""

from collections.abc import Sequence

# participles behind a noun that tell whose it is ("a village held by", "rebels backed by")
HELD = frozenset(
    "administered attended backed besieged built captured chartered contested controlled crowded defended dominated"
    " favored favoured financed fortified frequented funded governed guarded headed held hired inhabited led manned"
    " occupied organised organized overrun owned patrolled patronised patronized policed populated protected rented"
    " ruled run seized shared staffed supported surrounded used visited".split()
)
REACH = 6  # tokens from "by" to the mention


def is_holder(norm: Sequence[str], end: int, at: int) -> bool:
    """Say whether a mention at token `at` stands behind such a participle, itself behind a trigger that ends at `end`
    ("killed in a raid on a village held by A")."""
    for i in range(at - 1, max(end, at - REACH), -1):
        if norm[i] == "by":
            return i - 1 >= end and norm[i - 1] in HELD
    return False
