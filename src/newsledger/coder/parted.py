"""Parted: who is the subject of a verb that a relative clause between commas parts from it?"""

from newsledger.coder.clause import Clause, coordinated_left
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import RELATIVE_PRONOUNS, before_auxiliaries, relative_between
from newsledger.coder.spans import Mention

PLACE = 4  # tokens before the comma of a relative clause in which those stand whom it is on
RELATIVE = 20  # tokens of a relative clause between commas


def behind_relative(clause: Clause, frame: Frame) -> list[Mention] | None:
    """Return the people whom a relative clause between commas parts from their verb ("seven villagers, who were trapped
    by fighting between A and B, were shot"), nobody where it is on a place ("A, which had changed hands between rebels
    and troops, was looted"), or None."""
    end = before_auxiliaries(clause.norm, frame.first)
    direct = end == frame.first - 1
    if direct and clause.norm[end] != ",":
        return None
    comma = relative_between(clause.norm, end, RELATIVE_PRONOUNS, RELATIVE)
    if comma < 0:
        return None
    head = next((m for m in clause.mentions if m.last <= comma and counted_only(clause, m, comma)), None)
    if head is not None and direct and clause.preposition(head) == "of":
        return None  # "relatives of a boy, who was kidnapped, blocked the road"
    if head is not None and {"person", "crowd"} & head.tags:
        return coordinated_left(clause, head)
    near = any(comma - PLACE <= m.last <= comma for m in clause.mentions)
    return [] if frame.voice == "passive" and clause.norm[comma + 1] == "which" and not near else None


def counted_only(clause: Clause, mention: Mention, comma: int) -> bool:
    """Say whether nothing but their number stands between people and a comma ("a mob of around 200, …")."""
    gap = clause.norm[mention.last : comma]
    if gap[:1] == [","]:  # "the soldiers, Ali Diarra and Musa Traoré, who …"
        words = clause.sentence.words
        return all(words.is_name(i) or words.norm[i] in {"and", ","} for i in range(mention.last, comma))
    return not gap or (gap[0] == "of" and gap[-1][:1].isdigit() and len(gap) <= PLACE)
