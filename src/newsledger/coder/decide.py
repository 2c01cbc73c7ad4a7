"""Decide: the features of a frame, and the ranked rule that codes it."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsledger.coder.frames import Frame
from newsledger.coder.rules import Rule, Rules
from newsledger.coder.spans import Mention

STATE = frozenset({"state", "military", "police", "government", "prison"})
CROWD = frozenset({"protest", "gather"})
NONE = frozenset({"none"})


@dataclass(frozen=True, slots=True)
class Decision:
    """The rule that codes a frame, which of its conditions held, and the rules that also held and were outranked."""

    rule: Rule
    condition: int
    outranked: tuple[str, ...]

    @property
    def sub_event_type(self) -> str:
        """The sub-event type that the rule codes."""
        return self.rule.sub_event_type


def features(
    frame: Frame, beside: frozenset[str], context: frozenset[str], country: str
) -> Mapping[str, frozenset[str]]:
    """Return the features that conditions ask for.

    `beside` are the actions of the other frames of the same account, `context` what the story is about (protest, riot,
    place-object, the scope of coding), `country` the country of the event (home and abroad depend on it).
    """
    return {
        "action": frame.actions,
        "agent": tags_of(frame.agents, country),
        "target": tags_of(frame.targets, country),
        "object": frame.objects or NONE,
        "weapon": frame.weapons or NONE,
        "also": beside or NONE,
        "voice": frozenset({frame.voice}),
        "context": context or NONE,
    }


def tags_of(mentions: list[Mention], country: str) -> frozenset[str]:
    """Return the kinds and tags of mentions, with home and abroad for the forces of states."""
    if not mentions:
        return NONE
    found: set[str] = set()
    for m in mentions:
        found |= m.tags | {m.kind}
        if m.kind in STATE:
            found |= {"state"} if m.kind == "government" else {"state", "armed"}
            away = bool(m.country) and bool(country) and m.country != country
            found |= {"abroad", "abroad-state"} if away else {"home", "home-state"}
    return frozenset(found)


def decide(
    rules: Rules, frame: Frame, beside: frozenset[str], context: frozenset[str], country: str
) -> Decision | None:
    """Return the decision for a frame, or None if no rule holds."""
    held = rules.matching(features(frame, beside, context, country))
    if not held:
        return None
    (rule, condition), *rest = held
    return Decision(rule, condition, tuple(r.id for r, _ in rest))


def contexts(frames: list[Frame], number: int) -> frozenset[str]:
    """Return what surrounds a frame: a protest or riot in its sentence, the one before, or the opening of the story."""
    here = frames[number].sentence
    found: set[str] = set()
    for other in frames:
        if other.scope:
            continue
        distance = here.index - other.sentence.index
        if distance not in {0, 1, -1} and not (other.sentence.index <= 1 and distance >= 0):
            continue
        if other.actions & CROWD:
            found.add("protest")
        if "riot" in other.actions:
            found.add("riot")
    if any(m.kind == "protesters" for m in here.mentions):
        found.add("protest")
    if any(m.kind == "rioters" for m in here.mentions):
        found.add("riot")
    return frozenset(found)


def beside(frames: list[Frame], number: int) -> frozenset[str]:
    """Return the actions of the other frames in scope in the same sentence."""
    me = frames[number]
    return frozenset(a for f in frames if f is not me and f.sentence is me.sentence and not f.scope for a in f.actions)
