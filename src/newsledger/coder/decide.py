"""Decide: the ranked rule that codes a frame, from its features."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsledger.coder.features import OnDemand
from newsledger.coder.kinds import HOME
from newsledger.coder.rules import Rule, Rules

SIDES = frozenset({"agent", "target"})
AWAY = frozenset({"abroad", "abroad-state"})
PLACED = frozenset({"placed", "place-object", "from-place"})  # what only the places of a frame tell


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


def possible(rules: Rules, known: Mapping[str, frozenset[str]]) -> list[Rule]:
    """Return the rules that may hold for a frame wherever it happened, the one that decides first.

    `known` are its features without a country. Most frames have none, and need no place.
    """

    def at_most(key: str) -> frozenset[str]:
        values = known[key]
        if key == "context":
            return values | PLACED
        return values if key not in SIDES or HOME.isdisjoint(values) else values | AWAY

    least = OnDemand(lambda key: known[key] - HOME if key in SIDES else known[key])
    return rules.possible(least, OnDemand(at_most))


def decide(rules: Sequence[Rule], found: Mapping[str, frozenset[str]]) -> Decision | None:
    """Return the decision of those of `rules` (the one that decides first) that hold for features, or None."""
    held = [(rule, n) for rule in rules if (n := rule.which(found)) is not None]
    if not held:
        return None
    (rule, condition), *rest = held
    return Decision(rule, condition, tuple(r.id for r, _ in rest))
