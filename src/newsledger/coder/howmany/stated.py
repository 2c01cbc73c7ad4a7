"""What does one statement say of an event's toll, and what do several come to when they are added?"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsledger.coder.howmany.persons import Person
from newsledger.coder.howmany.toll import Toll

INFLICTED = (
    "toll.inflicted"  # the rule of a death by one's own hand that is told as such ("self-inflicted wound")
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A toll with where it stands and who says it: sentence index, claimant and the victims' side, empty if
    unknown.

    Order of the list is the order of the article; a side is any key that is the same for the same people
    ("Armenia military", "civilians").
    """

    toll: Toll
    sentence: int
    claimant: str = ""
    side: str = ""
    person: Person | None = None  # of a toll of one
    attackers: bool = False  # it counts those who attacked
    culprit: bool = False  # in a crime story, of the one who did it ("the gunman was killed")


@dataclass(slots=True)
class Sum:
    """A running count with its range and the statements that it rests on."""

    count: int = 0
    low: int = 0
    high: int = 0
    used: list[Stated] = field(default_factory=list)

    def plus(self, other: "Sum") -> "Sum":
        """Return both added: deaths of different people."""
        return Sum(
            self.count + other.count, self.low + other.low, self.high + other.high, self.used + other.used
        )


def summed(group: Sequence[Stated]) -> Sum:
    """Return the plain sum of statements."""
    return Sum(
        sum(s.toll.count for s in group),
        sum(s.toll.low for s in group),
        sum(s.toll.high for s in group),
        list(group),
    )


def is_own_death(one: Stated) -> bool:
    """Say whether a toll is only the perpetrator's own death ("blew himself up")."""
    return one.toll.includes_perpetrator and one.toll.rule in (
        "toll.self",
        "toll.pronoun",
        "toll.suicide",
        INFLICTED,
    )
