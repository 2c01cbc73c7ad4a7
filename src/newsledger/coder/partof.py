"""Part of: does a mention only name some of those told of before it ("three rebels including a general")?"""

from newsledger.coder.clause import Clause
from newsledger.coder.spans import Mention

REACH = 6  # tokens between "including" and those whom it names
INCLUDING = frozenset({"including", "include", "included"})
AMONG = (["among", "them"], ["amongst", "them"])
OF = (["of", "them"], ["of", "whom"])
SOME = frozenset("one two three four five six some several many half".split())


def is_part(clause: Clause, mention: Mention) -> bool:
    """Say whether a mention only names some of those before it ("three rebels including a self-styled general", "nine
    people, one of them a sergeant"), not most of them or all."""
    start = max([0, mention.first - REACH, *(m.last for m in clause.mentions if m.last <= mention.first)])
    between = clause.norm[start : mention.first]
    if not INCLUDING.isdisjoint(between):
        return True
    pairs = [between[i : i + 2] for i in range(len(between) - 1)]
    some = any(
        pair in OF and i and between[i - 1] in SOME and "but" not in between[:i]
        for i, pair in enumerate(pairs)
    )
    return some or any(pair in AMONG for pair in pairs)
