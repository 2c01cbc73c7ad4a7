"""Stopped: were the rockets and drones that a sentence tells to be fired stopped in the air, so that none of them hit?

"Militants fired a rocket at the town; it was intercepted" is a weapon disrupted (coding-rules 2.2), told twice. Where
only some were stopped, the others hit, and the attack stands.
"""

from itertools import takewhile

from newsledger.coder.frames import Frame

STOPS = frozenset({"disrupt-weapon", "intercept", "brought-down"})
FIRED = frozenset({"shell", "fire-at", "launch", "airstrike"})
FLYING = frozenset({"artillery", "drone", "air"})
HITS = frozenset({"attack", "kill", "wound", "death", "land", "destroy", "burn", "harm", "bomb"})
OTHERS = frozenset("others other another rest remaining second most some several half".split())
PRONOUNS = frozenset({"it", "them", "which", "that", "both", "all"})
WORDS = ("rocket", "missile", "drone", "projectile", "mortar", "shell", "uav", "threat")
NEAR = 8  # tokens on either side of a stop in which what was stopped is named


def stop_in_flight(before: list[Frame], frames: list[Frame]) -> None:
    """Let those fired at be no attack where the same sentence, or the next, tells that all of it was stopped."""
    stops = [f for f in frames if is_stop(f)]
    if not stops:
        return
    here = stops[0].sentence.index
    near = list(takewhile(lambda f: here - f.sentence.index <= 1, reversed(before)))
    for stop in stops:
        fired = [f for f in (*near, *frames) if is_fired(f, stop)]
        if not fired:
            continue
        if hit_elsewhere(stop, frames):
            stop.scope, stop.detail = "topic-only", stop.trigger
            stop.actions -= STOPS
            continue
        stop.actions |= {"brought-down"}
        for frame in fired:
            frame.scope, frame.detail = "topic-only", stop.trigger


def is_stop(frame: Frame) -> bool:
    """Say whether a frame tells that something that flies was stopped."""
    if frame.scope or frame.voice == "noun" or not frame.actions & STOPS or "crewed" in frame.objects:
        return False
    norm = frame.sentence.words.norm
    beside = norm[max(0, frame.first - NEAR) : frame.last + NEAR]
    return bool(PRONOUNS & set(beside)) or any(w.startswith(WORDS) for w in beside)


def is_fired(frame: Frame, stop: Frame) -> bool:
    """Say whether a frame tells that what was stopped was fired, in the same sentence or the one before."""
    if frame is stop or frame.scope or not frame.actions & FIRED or frame.actions & STOPS:
        return False
    if not 0 <= stop.sentence.index - frame.sentence.index <= 1 or frame.targets:
        return False
    return bool(frame.weapons & FLYING) or any(w in frame.trigger.casefold() for w in WORDS)


def hit_elsewhere(stop: Frame, frames: list[Frame]) -> bool:
    """Say whether only some were stopped and others hit."""
    hits = any(f.actions & HITS and not f.actions & STOPS and not f.scope for f in frames)
    return hits and not OTHERS.isdisjoint(stop.sentence.words.norm)
