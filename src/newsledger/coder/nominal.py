"""Nouns of events: "attack by A on B", "killing of B", "clashes between A and B", "A's shelling of B"."""

from newsledger.coder.clause import Clause, after_preposition, coordinated_left
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, HAPPENS, HAVE, LIGHT, OBJECT_NOUNS, PREPOSITIONS, UNDERGONE
from newsledger.coder.spans import Mention

PLACES = frozenset(
    "front side sides outskirts centre center city town village area district edge gates gate capital part parts north"
    " south east west neighbourhood neighborhood province region vicinity suburb corner steps streets borough".split()
)


def nominal(clause: Clause, frame: Frame) -> None:
    """Fill the roles of a noun: "attack by A on B", "killing of B", "clashes between A and B", "A's shelling of B"."""
    pair = after_preposition(clause, frame, {"between", "among", "involving"})
    by = after_preposition(clause, frame, {"by", "from"})
    on = after_preposition(clause, frame, {"on", "against", "at", "targeting", "with"})
    of = [] if in_phrase(clause, frame) else after_preposition(clause, frame, {"of"})
    left = attribute(clause, frame)
    frame.light = governed(clause, frame)
    if pair:
        frame.agents, frame.targets = pair[:1], pair[1:]
        return
    frame.agents = by
    frame.targets = on
    if of and frame.actions & OBJECT_NOUNS:
        frame.targets = of
    elif of and not by:
        frame.agents = of
    if left:
        unarmed = not left[0].tags & {"armed", "state"} and bool(frame.actions & OBJECT_NOUNS)
        if unarmed and not frame.targets:
            frame.targets = left
        elif not frame.agents:
            frame.agents = left
    undergone = [] if frame.targets else undergoer(clause, frame)
    if undergone:
        frame.targets = undergone
    elif not frame.agents and frame.light:
        frame.agents = light_subject(clause, frame)
    if "symmetric" in frame.tags and len(frame.agents) > 1 and not frame.targets:
        frame.agents, frame.targets = frame.agents[:1], frame.agents[1:]


def in_phrase(clause: Clause, frame: Frame) -> bool:
    """Say whether the first "of" behind a noun belongs to a phrase of place ("a protest in front of the ministry")."""
    behind = clause.norm[frame.last : frame.last + 6]
    return "of" in behind[1:] and behind[behind.index("of") - 1] in PLACES


def governed(clause: Clause, frame: Frame) -> bool:
    """Say whether a verb carries the noun as its own act ("signed a ceasefire", "a truce was announced")."""
    i = frame.first - 1
    while i >= 0 and frame.first - i < 7 and clause.marks[i] < 2:
        if clause.norm[i] in LIGHT:
            return True
        if clause.norm[i] in PREPOSITIONS and clause.norm[i] not in {"on", "to", "into", "of"}:
            break
        i -= 1
    reach = 16 if frame.actions & {"accord"} else 6
    for i in range(frame.last, min(frame.last + reach, len(clause.norm))):
        if clause.marks[i] == 2:
            break
        if clause.norm[i] in LIGHT or clause.norm[i] in HAPPENS:
            return True
    return False


def attribute(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the mention that stands as an attribute right before a noun ("Taliban attack", "army's shelling")."""
    for m in reversed(clause.mentions):
        if m.last <= frame.first:
            gap = clause.norm[m.last : frame.first]
            if len(gap) <= 3 and not any(clause.marks[i] for i in range(m.last, frame.first)):
                plain = not set(gap) & (PREPOSITIONS | BE | HAVE | LIGHT)
                verb = any(
                    s.entry.kind == "action" and m.last <= s.first < frame.first
                    for s in clause.sentence.spans
                )
                if plain and not verb and (not gap or gap[0] == "'s" or len(gap) <= 2):
                    return coordinated_left(clause, m)
            return []
    return []


def undergoer(clause: Clause, frame: Frame) -> list[Mention]:
    """Return who undergoes a noun: the subject of a word of suffering ("women were subjected to rape by …")."""
    for i in range(frame.first - 1, max(-1, frame.first - 6), -1):
        if clause.marks[i]:
            return []
        if clause.norm[i] in UNDERGONE:
            before = (m for m in reversed(clause.mentions) if m.last <= i)
            m = next((m for m in before if clause.is_subject(m)), None)
            return coordinated_left(clause, m) if m and not clause.hard_between(m.last, i) else []
    return []


def light_subject(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the subject of the light verb that carries a noun ("rebels launched an attack")."""
    for i in range(frame.first - 1, max(-1, frame.first - 8), -1):
        if clause.marks[i] == 2:
            return []
        if clause.norm[i] in LIGHT:
            for m in reversed(clause.mentions):
                if m.last <= i and not clause.hard_between(m.last, i) and clause.is_subject(m):
                    return coordinated_left(clause, m)
            return []
    return []
