"""Accounts: what does a story say of one event, and which of its tellings decides the type (coding-rules 1, 2)?"""

from dataclasses import dataclass, field

from newsledger.coder.dated import Dated
from newsledger.coder.decide import Decision
from newsledger.coder.event_types import DEMONSTRATIONS, EXPLOSIONS, RIOTS, STRATEGIC
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.howmany.toll import Toll
from newsledger.coder.parties import unlike
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.where.event import EventPlace
from newsledger.contract.coding import type_rank

OWN = frozenset({"where.clause", "where.sentence", "where.named-later"})
ABDUCTION = "Abduction/forced disappearance"
HARM = frozenset({"kill", "death", "wound", "shoot", "assault"})
HEARD = frozenset({"heard", "hear", "hearing"})
NEAR = 8  # tokens between hearing and what is heard
UNTOLD = DEADLY | {"attack", "assault", "corpse"}  # acts that leave open how they were done
BLASTS = frozenset({"blast", "blasts", "explosion", "explosions", "detonation", "detonations"})


@dataclass(slots=True, eq=False)  # each is its own; comparing two would compare their whole sentences
class Telling:
    """One frame with all that was read for it: its decision, day and places."""

    frame: Frame
    decision: Decision
    dated: Dated
    places: list[EventPlace]

    @property
    def exact(self) -> list[EventPlace]:
        """The places that the frame's own clause or sentence names."""
        return [p for p in self.places if p.rule in OWN]


@dataclass(slots=True)
class Account:
    """What a story says of one event, over one or several places."""

    tellings: list[Telling]
    places: list[EventPlace] = field(default_factory=list)
    agents: list[Mention] = field(default_factory=list)
    targets: list[Mention] = field(default_factory=list)
    tolls: list[tuple[Sentence, Toll, Mention | None]] = field(default_factory=list)  # the last: the victims
    dated: Dated | None = None
    # the decision, and of how many tellings it is; it is asked for at every comparison of two accounts
    _decided: tuple[int, Decision] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def decision(self) -> Decision:
        """The decision that stands: the highest type; a protest that turns violent is a riot (coding-rules 2)."""
        if len(self.tellings) == 1:
            return self.tellings[0].decision
        if self._decided is None or self._decided[0] != len(self.tellings):
            self._decided = len(self.tellings), self._decide()
        return self._decided[1]

    def _decide(self) -> Decision:
        tellings = [t for t in self.tellings if not is_heard(t.frame)] or self.tellings
        blasts = [t for t in tellings if t.decision.rule.event_type == EXPLOSIONS]
        told = [t for t in tellings if t in blasts or not retells(t.frame) or answered(t, blasts)]
        if means := [
            t for t in blasts if not only_blast(t.frame)
        ]:  # "threw a grenade … the blast broke windows"
            told = [t for t in told if t in means or t not in blasts]
        blast = bool(blasts)
        counted = told if blast else tellings
        if any(t.decision.sub_event_type == ABDUCTION for t in counted):
            counted = [t for t in counted if not only_raid(t)]
        if self.family == "demonstration":
            # what is told of a crowd's act besides ("hurt in the attack") is the same
            counted = [t for t in counted if family(t.decision) == self.family]
        found = [t.decision for t in counted]
        riots = [d for d in found if d.rule.event_type == RIOTS]
        if riots and all(d.rule.event_type in DEMONSTRATIONS for d in found):
            found = riots
        return min(
            found, key=lambda d: (type_rank(d.rule.event_type, d.sub_event_type), -d.rule.rank, d.rule.id)
        )

    @property
    def family(self) -> str:
        """What the account may join: demonstrations, violence, or one kind of strategic development."""
        return family(self.tellings[0].decision)

    @property
    def when(self) -> Dated:
        """The best day of the account: the first that a clause names itself, else the first."""
        assert self.dated is not None
        return self.dated

    @property
    def open(self) -> bool:
        """Say whether the account has named no exact place yet, so that later sentences may tell its places."""
        return not any(p.resolved.geo_precision < 3 for p in self.places)


def only_raid(telling: Telling) -> bool:
    """Say whether an attack is told without anybody hit: where people were abducted, it is how they were taken."""
    harmed = bool(telling.frame.targets) or bool(telling.frame.actions & HARM)
    return telling.decision.sub_event_type == "Attack" and not harmed


def is_heard(frame: Frame) -> bool:
    """Say whether a noun is of an explosion that people only heard: it does not tell how others were attacked ("I heard
    the sound of explosions")."""
    norm = frame.sentence.words.norm
    return only_blast(frame) and not HEARD.isdisjoint(norm[max(0, frame.first - NEAR) : frame.first])


def only_blast(frame: Frame) -> bool:
    """Say whether a noun tells no more than that something exploded ("the blast", "an explosion")."""
    return frame.voice == "noun" and frame.trigger.casefold() in BLASTS


def answered(telling: Telling, blasts: list[Telling]) -> bool:
    """Say whether others than those who act in a telling did what exploded ("rebels attacked, troops fired shells")."""
    agents = telling.frame.agents
    return any(unlike(agents, blast.frame.agents) for blast in blasts)


def retells(frame: Frame) -> bool:
    """Say whether a frame does not tell how an act was done: its toll, or no more than that it was an attack."""
    met = frame.sentence.words.norm[frame.first].startswith("ambush") and not frame.weapons
    return frame.actions <= UNTOLD and not met


def family(decision: Decision) -> str:
    """Return the family of a decision; only members of one family tell the same event."""
    kind = decision.rule.event_type
    if kind == STRATEGIC:
        return f"{STRATEGIC}/{decision.sub_event_type}"
    return "demonstration" if kind in DEMONSTRATIONS else "violence"
