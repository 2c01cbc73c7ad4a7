"""Them: whom "them" stands for behind a verb of fighting: forces of its sentence, or the crowd of the one before."""

from newsledger.coder.frames import Frame
from newsledger.coder.spans import Mention
from newsledger.coder.who.nouns import tags_for

FORCES = frozenset({"military", "police", "government", "mission"})  # groups by name that are a state's
FIGHTING = frozenset({"attack", "shoot", "ambush", "kill", "wound"})
TOLD = 3  # tokens between somebody and a verb of saying ("was told", "had been informed")


def met(frame: Frame) -> list[Mention]:
    """Return the forces that "them" stands for behind a verb of fighting ("when police came, gunmen shot at them")."""
    norm = frame.sentence.words.norm
    behind = norm[frame.last : frame.last + 2]
    if frame.voice != "active" or not frame.actions & FIGHTING or "them" not in behind or not frame.agents:
        return []
    if behind[0] != "them" and behind[0] not in {"at", "on", "upon"}:
        return []
    said = {
        s.first for s in frame.sentence.speech
    }  # "the police were told that … they were killed" are not "them"
    before = [m for m in frame.sentence.mentions if m.last <= frame.first and m not in frame.agents]
    before = [m for m in before if said.isdisjoint(range(m.last, m.last + TOLD))]
    many = [m for m in before if "plural" in m.tags or (m.count or 1) > 1 or m.kind in FORCES]
    return many[-1:] if many and many[-1].kind in FORCES else []


def crowd_met(frame: Frame, marched: tuple[int, list[Mention]]) -> list[Mention]:
    """Return the crowd of the sentence before for "them" at whom forces shoot ("Weavers marched in A. Police fired on
    them."); `marched` are the last who demonstrated, and where."""
    index, crowd = marched
    norm, at = frame.sentence.words.norm, frame.last
    said = norm[at : at + 1] == ["them"] or (
        norm[at : at + 1] in (["at"], ["on"]) and norm[at + 1 : at + 2] == ["them"]
    )
    forces = bool(frame.agents) and all(m.kind in FORCES or m.tags & FORCES for m in frame.agents)
    if not said or not forces or frame.sentence.index - index != 1 or not frame.actions & FIGHTING:
        return []
    if any("armed" in m.tags for m in crowd):
        return []
    tags = tags_for("protesters", frozenset({"protesters", "person", "plural"}), False)
    return [Mention(at, at + 1, "protesters", "", crowd[0].entry, tags, sentence=frame.sentence.index)]
