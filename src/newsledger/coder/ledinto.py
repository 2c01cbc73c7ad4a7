"""Led into it: who acts in a noun that others lead them in ("priests led hundreds in an assault on a shop"), or that a
clause behind it says they made ("the attack that rebels launched against A")."""

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, HAVE, LIGHT
from newsledger.coder.spans import Mention

LEAD = frozenset({"lead", "leads", "led", "leading"})
JOIN = frozenset({"join", "joins", "joined", "joining"})
TAKE = frozenset({"take", "takes", "took", "taking", "taken"})
PARTAKE = frozenset({"participate", "participates", "participated", "participating"})
REACH = 14  # tokens between the verb and its noun
SUBJECT = 4  # tokens between those who lead and their verb
NOUN = 4  # tokens between "in" and the noun
MAKERS = 7  # tokens between "that" and those who made what a noun names
LASTING = frozenset("offensive offensives campaign campaigns war wars insurgency rebellion uprising".split())
BREAKS = frozenset({",", ";", "and", "but", "that", "who", "which", "after", "before"})


def led_into(clause: Clause, frame: Frame) -> list[Mention]:
    """Return those who lead and those who are led in what a noun names, or who take part in it; nobody else."""
    norm = clause.norm
    inside = range(frame.first - 1, max(-1, frame.first - 1 - NOUN), -1)
    at = next((i for i in inside if norm[i] in {"in", "on"}), -1)
    if at < 1:
        return []
    verb = next((i for i in range(at - 1, max(-1, at - REACH), -1) if leads(norm, i, at)), -1)
    if verb < 0 or not BREAKS.isdisjoint(norm[verb:at]):
        return []
    before = [
        m for m in clause.mentions if 0 <= verb - m.last <= SUBJECT and not BREAKS & set(norm[m.last : verb])
    ]
    led = [m for m in clause.mentions if verb < m.first and m.last <= at]
    return [*before[-1:], *led]


def leads(norm: list[str], i: int, at: int) -> bool:
    """Say whether a token is a verb of leading, or of taking part in what stands behind "in" at another ("took part on
    Friday in the largest march")."""
    part = norm[i] in PARTAKE or (norm[i] in TAKE and norm[i + 1 : i + 2] == ["part"])
    return norm[i] in LEAD or (part and norm[at] == "in") or (norm[i] in JOIN and i + 1 == at)


def made_by(clause: Clause, frame: Frame) -> list[Mention]:
    """Return those who a clause right behind a noun says made what it names ("an assault which the army launched")."""
    norm, at = clause.norm, frame.last
    if norm[at : at + 1] not in (["that"], ["which"]) or norm[at - 1] in LASTING:
        return []
    doer = next((m for m in clause.mentions if m.first > at), None)
    if (
        doer is None
        or doer.first - at > MAKERS
        or any(at < s.first < doer.first for s in clause.sentence.acts)
    ):
        return []
    verb = doer.last
    while norm[verb : verb + 1] and (norm[verb] in HAVE or norm[verb] in BE):
        verb += 1
    return [doer] if norm[verb : verb + 1] and norm[verb] in LIGHT else []
