"""Told by: what another word of its sentence tells of an act: how a truce was broken, what it was that killed, who made
the peace that others mediate, whose men desert."""

from newsledger.coder.clause import Clause, after_preposition
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import RELATIVE_PRONOUNS
from newsledger.coder.spans import Mention

BREAKING = ("violat", "breach", "broke", "break")
FIRING = frozenset({"shell", "airstrike", "launch", "fire-at", "grenade", "bomb"})
CLAIMING = "responsibility"
DEALS = frozenset({"agree", "deal-made", "prisoner-swap"})
MEDIATING = ("mediat", "broker", "facilitat")
PAIR = 2
LEAVING = ("desert", "defect", "abandon", "quit", "split", "left", "leav")
BLASTS = frozenset({"bombing", "bombings", "blast", "blasts", "explosion", "explosions"})


def settle_told(clause: Clause, frame: Frame) -> None:
    """Correct the actions and roles of a frame by what another word of its sentence tells."""
    if breaks_truce(clause, frame):
        frame.actions = frozenset()
    if frame.actions == {"encamp"} and names_camps(clause, frame):
        frame.actions = frozenset()
    if "kill" in frame.actions and kills_by_bomb(clause, frame):
        frame.actions = frame.actions | {"bomb"}
    if pair := parties_of_deal(clause, frame):
        frame.agents, frame.targets = pair[:1], pair[1:]
    if left := deserters(clause, frame):
        frame.agents, frame.targets = left, []


def breaks_truce(clause: Clause, frame: Frame) -> bool:
    """Say whether a verb only tells that a truce was broken, and the same statement with what ("violated the ceasefire
    nine times, firing mortars at …"): what was fired tells the type (coding-rules 2.1, 2.2)."""
    if "clash" not in frame.actions or not clause.norm[frame.first].startswith(BREAKING):
        return False
    return any(s.entry.id in FIRING and s.first >= frame.last for s in clause.sentence.acts)


def names_camps(clause: Clause, frame: Frame) -> bool:
    """Say whether camps are those upon which the verb before them acts ("jets bombed two of their camps near A")."""
    acts = any(s.last <= frame.first and s.entry.form not in {"noun", "nouns"} for s in clause.sentence.acts)
    return clause.norm[frame.first] == "camps" and acts


def kills_by_bomb(clause: Clause, frame: Frame) -> bool:
    """Say whether what killed is a bombing that somebody claims ("claimed the blast that killed six")."""
    at = frame.first - 1
    if at < 1 or clause.norm[at] not in RELATIVE_PRONOUNS or clause.norm[at - 1] not in BLASTS:
        return False
    return any(s.entry.id == CLAIMING and s.last == at for s in clause.sentence.of_kind("cue"))


def parties_of_deal(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the two who make a peace or exchange prisoners, where the subject only helps them to it ("X mediated a
    truce between A and B"), else nobody."""
    if not frame.actions & DEALS or not any(n.startswith(MEDIATING) for n in clause.norm):
        return []
    pair = after_preposition(clause, frame, {"between"})
    return pair if len(pair) == PAIR else []


def deserters(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the group that men without a name of their own leave ("a commander deserted the A"): they are its men."""
    if "form-group" not in frame.actions or frame.voice != "active":
        return []
    if not clause.norm[frame.first].startswith(LEAVING) or any(m.entry or m.country for m in frame.agents):
        return []
    return [m for m in frame.targets if m.kind == "group" and m.first >= frame.last][:1]
