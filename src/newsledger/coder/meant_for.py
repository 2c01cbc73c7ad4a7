"""Meant for: whom a thing is set for, which stands between it and its verb ("a bomb targeting police went off")."""

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.spans import Mention


def hit_by_thing(clause: Clause, mention: Mention, before: list[Frame]) -> bool:
    """Say whether a mention is only the object of a clause on a thing, which does what the next verb tells ("a bomb
    that targeted police killed nine")."""
    verb = next((f for f in before if f.last <= mention.first and mention in f.targets), None)
    if verb is None or verb.voice != "active" or verb.first < 1:
        return False
    if verb.form == "ing" and any(f.voice == "noun" and f.last == verb.first for f in before):
        return True  # "two bombings targeting pilgrims killed nine"
    if verb.form == "ing" and any(s.last == verb.first for s in clause.sentence.of_kind("weapon")):
        return True  # "a bomb targeting police went off"
    if clause.norm[verb.first - 1] not in {"that", "which"}:
        return False
    return not any(m.last == verb.first - 1 for m in clause.mentions)


def aimed_at(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention]:
    """Return those whom the thing that goes off was meant for ("a bomb targeting a patrol went off")."""
    things = {s.last for s in clause.sentence.of_kind("weapon")}
    verb = next((f for f in reversed(before) if f.form == "ing" and f.first in things), None)
    return list(verb.targets) if verb is not None and not clause.hard_between(verb.last, frame.first) else []
