"""Linking: the triggers of one statement share the roles that only one of them states."""

from itertools import pairwise

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import CLAUSE_PRONOUNS, DEADLY, FORCE
from newsledger.coder.parties import anybody, same_party

DEEDS = FORCE | {"drive-bomb", "suicide-bomb", "grenade", "ram"}
MOVING_IN = frozenset({"convert", "go-in"})
BASES = frozenset({"set-up-base", "set-up", "encamp"})
DONE = frozenset({"past", "ed", "part", "ing"})
TIME = frozenset({"when", "as", "after"})
ARTICLES = frozenset({"a", "an", "the", "amid"})
NEAR_VERB = 2  # tokens between a bomber and what he did
TAKING = frozenset({"arrest", "capture", "kill", "take-item", "wound"})
PIECES = frozenset("debris fragments fragment shrapnel wreckage splinters".split())
FALLING = frozenset({"land", "shell", "fall", "attack"})
HARM = DEADLY | {"shoot", "assault", "attack", "rape", "abduct", "arrest"}
STRIKING = frozenset({"attack", "ram", "drive-bomb"})  # how a bomber hits somebody


def link(clause: Clause, frames: list[Frame]) -> None:
    """Let a toll and its cause share roles: "soldiers were killed in strikes by A", "the blast killed ten"."""
    fire_rockets(frames)
    confront(clause, frames)
    aim(frames)
    strike_with(frames)
    for left, right in pairwise(frames):
        if clause.hard_between(left.last, right.first):
            continue
        deadly = left.actions & DEADLY, right.actions & DEADLY
        if bool(deadly[0]) == bool(deadly[1]):
            continue
        toll, cause = (left, right) if deadly[0] else (right, left)
        gap = clause.norm[left.last : right.first]
        named = toll.voice == "noun" and not ARTICLES.isdisjoint(gap[-2:])  # "fled amid the killing of"
        result = toll.form == "ing" and not named
        if cause.voice != "noun" and not result and not told_by_when(toll, cause, gap):
            continue
        if toll is left and not {"in", "during", "by", "from", "of", "after", "amid", "when"} & set(gap):
            continue
        if any(g in {"while", "but", "who"} for g in gap):
            continue
        if not toll.agents and cause.agents and not (toll.voice == "passive" and "symmetric" in cause.tags):
            toll.agents = list(cause.agents)
        lend_agents(toll, cause)
        if not cause.targets and toll.targets and not {"crowd", "symmetric"} & cause.tags:
            cause.targets = list(toll.targets)
    for n, frame in enumerate(frames):
        if frame.actions & FORCE and not frame.agents and (frame.voice != "passive" or not frame.targets):
            earlier = [f for f in frames[:n] if f.agents and f.actions & FORCE and not f.accused]
            if earlier and not clause.hard_between(earlier[-1].last, frame.first):
                frame.agents, frame.inherited = list(earlier[-1].agents), True
    taken_in(clause, frames)
    share_objects(clause, frames)
    settle_in(frames)
    let_go(clause, frames)
    bring_down(clause, frames)


def fire_rockets(frames: list[Frame]) -> None:
    """Read "launched rocket strikes on the town" as shelling: the noun tells what was launched."""
    for frame, behind in pairwise(frames):
        if {"launch", "airstrike"} <= frame.actions and "shell" in behind.actions and behind.voice == "noun":
            frame.actions = frame.actions - {"airstrike"}
            behind.targets = behind.targets or frame.targets


def taken_in(clause: Clause, frames: list[Frame]) -> None:
    """Let those who lead an operation have done what came of it ("the army began a sweep, in which two were held")."""
    for n, frame in enumerate(frames):
        if frame.voice != "passive" or frame.agents or not frame.actions & TAKING:
            continue
        sweeps = [f for f in frames[:n] if "operation" in f.actions and f.agents]
        if sweeps and "which" in clause.norm[sweeps[-1].last : frame.first]:
            frame.agents, frame.inherited = list(sweeps[-1].agents), True


def settle_in(frames: list[Frame]) -> None:
    """Let those who move into a house or a village to make a base of it take no ground ("occupied the school and
    turned it into a barracks")."""
    for n, frame in enumerate(frames):
        if not frame.actions & MOVING_IN or not frame.agents:
            continue
        behind = (f for f in frames[n + 1 :] if f.actions & BASES and f.form in DONE)
        if any(f.agents == frame.agents and f.first >= frame.last for f in behind):
            frame.actions -= {"seize-territory", "come-in", "go-in"}


def let_go(clause: Clause, frames: list[Frame]) -> None:
    """Let the release of whom the same statement tells to have been taken be the end of that, and no deal of its own
    ("was kidnapped by militiamen and released the same day")."""
    for left, right in pairwise(frames):
        gap = clause.norm[left.last : right.first]
        taken = left.actions & {"abduct", "arrest"} and "release" in right.actions
        if (
            taken
            and left.voice == right.voice == "passive"
            and "and" in gap
            and CLAUSE_PRONOUNS.isdisjoint(gap)
        ):
            right.actions = frozenset({"let-go"})


def bring_down(clause: Clause, frames: list[Frame]) -> None:
    """Let what the debris of a weapon does that was stopped in the air be a part of that, and no attack ("fragments of
    a downed drone fell on a house, injuring two")."""
    if PIECES.isdisjoint(clause.norm):
        return
    stopping = [f for f in frames if "disrupt-weapon" in f.actions and "crewed" not in f.objects]
    for frame in frames:
        if frame in stopping:
            frame.actions = frame.actions | {"brought-down"}
        elif stopping and frame.actions & (DEADLY | FALLING):
            frame.actions = frozenset({"debris"})


def confront(clause: Clause, frames: list[Frame]) -> None:
    """Let the fights of a statement have both their sides ("two were killed and six hurt in a fight with rebels")."""
    for n, cause in enumerate(frames):
        for toll in frames[:n]:
            if toll.actions & DEADLY and not clause.hard_between(toll.last, cause.first):
                face(toll, cause)
                suffer(clause, toll, cause)
                strike(clause, toll, cause)


def face(toll: Frame, cause: Frame) -> None:
    """Let those who died in a fight be the side that fought the other ("a rebel was killed in a clash with police")."""
    if "symmetric" not in cause.tags or cause.agents or toll.first > cause.first or toll.voice != "passive":
        return
    side = [m for m in toll.targets if "armed" in m.tags]
    other = [m for m in cause.targets if "armed" in m.tags and not any(same_party(m, x) for x in side)]
    if side and other:
        cause.agents = side
        toll.agents = toll.agents or other


def suffer(clause: Clause, toll: Frame, cause: Frame) -> None:
    """Let those who did a deed in a clause of time be who killed ("ten were killed, six hurt as rebels attacked")."""
    if cause.voice != "active" or not cause.actions & DEEDS or toll.voice != "passive" or toll.agents:
        return
    if not TIME & set(clause.norm[toll.last : cause.first]) or not any(
        "armed" in m.tags for m in cause.agents
    ):
        return
    if any(same_party(a, b) for a in cause.agents for b in toll.targets if not anybody(b)):
        return  # "three rebels were killed after they attacked a post"
    toll.agents = list(cause.agents)
    if not cause.targets:
        cause.targets = list(toll.targets)


def strike(clause: Clause, toll: Frame, cause: Frame) -> None:
    """Let all who died of a noun be hit by those who did it ("a fighter was killed and two men hurt in A's strike")."""
    if cause.voice != "noun" or not cause.actions & DEEDS or toll.voice != "passive" or toll.agents:
        return
    near = {"in", "by", "from", "during"} & set(clause.norm[max(toll.last, cause.first - 5) : cause.first])
    if not near or any(same_party(a, b) for a in cause.agents for b in toll.targets if not anybody(b)):
        return
    toll.agents = list(cause.agents)
    more = [m for m in toll.targets if m not in cause.targets]
    if any("armed" in m.tags for m in cause.targets):
        cause.targets = [*cause.targets, *more]
    elif any("armed" in m.tags for m in more):
        cause.targets = [*more, *cause.targets]


def aim(frames: list[Frame]) -> None:
    """Let a noun and the "targeting" right behind it share who acts and who is hit ("launched a raid targeting A")."""
    for left, right in pairwise(frames):
        if (
            right.form != "ing"
            or right.first - left.last != left.sentence.words.norm[left.last : right.first].count("...")
            or right.actions != {"attack"}
            or not left.actions & DEEDS
        ):
            continue
        if not left.targets:
            left.targets = list(right.targets)
        if left.voice == "noun" or (not right.agents and left.agents):
            right.agents, right.inherited = list(left.agents), True  # "air strikes targeting a base": theirs


def strike_with(frames: list[Frame]) -> None:
    """Let a bomber hit whom the verb behind says that he hit ("a suicide bomber struck a police post")."""
    for left, right in pairwise(frames):
        if "suicide-bomb" not in left.actions or left.voice != "noun" or left.targets:
            continue
        if right.voice == "active" and right.actions & STRIKING and right.first - left.last <= NEAR_VERB:
            left.targets = list(right.targets)


def told_by_when(toll: Frame, cause: Frame, gap: list[str]) -> bool:
    """Say whether a clause of time tells what people died of: "ten were killed when police fired on marchers"."""
    fired = cause.voice == "active" and bool(cause.actions & FORCE) and bool(cause.agents)
    return (
        fired and toll.first < cause.first and toll.voice == "passive" and "when" in gap and not toll.agents
    )


def share_objects(clause: Clause, frames: list[Frame]) -> None:
    """Let two verbs joined by "and" share subject and object: "soldiers shot with live rounds and wounded a worker"."""
    verbs = [f for f in frames if f.voice == "active" and f.actions & HARM]
    for left, right in pairwise(verbs):
        gap = clause.norm[left.last : right.first]
        if left.targets or not right.targets or gap[-1:] != ["and"] or len(gap) > 9:
            continue
        if clause.hard_between(left.last, right.first) or (right.agents and right.agents != left.agents):
            continue
        left.targets = list(right.targets)
        right.agents = list(left.agents)


def lend_agents(toll: Frame, cause: Frame) -> None:
    """Give a noun behind its toll the agents of the verb ("the army killed him in a drone strike")."""
    if (
        toll.first < cause.first
        and toll.voice == "active"
        and cause.voice == "noun"
        and not cause.agents
        and "symmetric" not in cause.tags
    ):
        cause.agents = list(toll.agents)
