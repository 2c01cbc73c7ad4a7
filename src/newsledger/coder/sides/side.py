"""Side: one of the two who meet in an event, and the kinds of mention that can be one."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from newsledger.coder.spans import Mention

FORCE = frozenset({"state", "military", "police", "government", "prison", "mission"})
ARMED = frozenset({"group", "armed", "gang", "communal", "security"})
HARMED = frozenset({"killed", "injured"})


@dataclass(slots=True)
class Side:
    """One side: the main actor's name and inter, associated actors, and the mention it was read from, if any.

    `inferred` says that the actor follows from the kind of event and no word names it.
    """

    name: str = ""
    inter: str = ""
    assoc: list[str] = field(default_factory=list)
    mention: Mention | None = None
    inferred: bool = False


def holds(mentions: Sequence[Mention], one: Mention) -> bool:
    """Say whether a mention is among others, by where it stands."""
    return any((m.sentence, m.first, m.last) == (one.sentence, one.first, one.last) for m in mentions)


def same_as(mention: Mention, side: Side) -> bool:
    """Say whether a mention is of the very party that is a side already."""
    return side.mention is not None and mention.entry != "" and mention.entry == side.mention.entry


def forces(mentions: list[Mention]) -> list[Mention]:
    """Return the armed mentions; a bare state stands for its military."""
    return [
        replace(m, kind="military") if m.kind in {"state", "government"} else m
        for m in mentions
        if m.kind in FORCE | ARMED and not (m.kind == "government" and "person" in m.tags)
    ]
