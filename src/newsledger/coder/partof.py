"""Part of: does a mention only name some of those told of before it ("three rebels including a general")?"""

from newsledger.coder.clause import Clause
from newsledger.coder.spans import Mention

REACH = 6  # tokens between "including" and those whom it names
INCLUDING = frozenset({"including", "include", "included"})
AMONG = (["among", "them"], ["amongst", "them"])
OF = (["of", "them"], ["of", "whom"])
ALONG = (["together", "with"], ["along", "with"], ["accompanied", "by"])
OWN = frozenset({"their", "his", "its", "the", "some", "several", "own"})
JOINED = 2  # tokens between two of those named: "and" and a number
SOME = frozenset("one two three four five six some several many half".split())


def goes_along(clause: Clause, mention: Mention) -> bool:
    """Say whether a mention only tells with whom those before it come ("ten fighters together with their wives"); a
    force beside another is a party of its own."""
    if mention.kind != "civilians":
        return False
    at = mention.first - 1
    while at > 1 and clause.norm[at] in OWN:
        at -= 1
    with_them = clause.norm[max(0, at - 1) : at + 1] in ALONG
    return with_them and any(m.last < at for m in clause.mentions)


def is_part(clause: Clause, mention: Mention) -> bool:
    """Say whether a mention only names some of those before it ("three rebels including a self-styled general", "nine
    people, one of them a sergeant"), not most of them or all."""
    start = max([0, mention.first - REACH, *(m.last for m in clause.mentions if m.last <= mention.first)])
    between = clause.norm[start : mention.first]
    if not INCLUDING.isdisjoint(between) or goes_along(clause, mention):
        return True
    before = next((m for m in reversed(clause.mentions) if m.last <= mention.first), None)
    if before is not None and mention.kind == "civilians" and is_part(clause, before):
        gap = clause.norm[before.last : mention.first]
        if gap[:1] == ["and"] and len(gap) <= JOINED:
            return True  # "nineteen men, among them two boys and three girls, gave up"
    pairs = [between[i : i + 2] for i in range(len(between) - 1)]
    some = any(
        pair in OF and i and between[i - 1] in SOME and "but" not in between[:i]
        for i, pair in enumerate(pairs)
    )
    return some or any(pair in AMONG for pair in pairs)
