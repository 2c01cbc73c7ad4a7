"""Are two folded names two spellings of one name?"""

from functools import lru_cache

LETTERS = str.maketrans({"j": "y", "q": "k", "c": "k", "w": "v", "ı": "i", "ə": "a", "z": "s"})
SHORTEST = 4


@lru_cache(maxsize=262144)
def alike(x: str, y: str) -> bool:
    """Tell whether `x` and `y` are one name in two transcriptions: Kalbajar and Kelbajar, Gorazde and
    Goražde.

    Both are folded (see `facts.fold`). One in five letters may differ, one in any case; names of fewer than
    four letters must be equal.
    """
    if x == y:
        return True
    x, y = x.translate(LETTERS), y.translate(LETTERS)
    if min(len(x), len(y)) < SHORTEST:
        return x == y
    return _edits(x, y) <= max(1, max(len(x), len(y)) // 5)


def _edits(x: str, y: str) -> int:
    row = list(range(len(y) + 1))
    for i, a in enumerate(x, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(y, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]
