"""Pairing: which two sides does an account have, by the kind of its event?"""

from collections.abc import Callable

from newsledger.coder.event_types import BATTLES, EXPLOSIONS, STRATEGIC
from newsledger.coder.sides.against_civilians import against_civilians
from newsledger.coder.sides.battle import battle
from newsledger.coder.sides.case import Case
from newsledger.coder.sides.crowd import protest, riot
from newsledger.coder.sides.remote import remote
from newsledger.coder.sides.side import Side
from newsledger.coder.sides.strategic import strategic

KINDS: dict[str, Callable[[Case], tuple[Side, Side]]] = {
    BATTLES: battle,
    "Protests": protest,
    "Riots": riot,
    EXPLOSIONS: remote,
    "Violence against civilians": against_civilians,
    STRATEGIC: strategic,
}


class Pairing(Case):
    """Works out the two sides of one account at one place."""

    def sides(self) -> tuple[Side, Side]:
        """Return actor1 and actor2; a civilian victim is always actor2."""
        one, two = KINDS[self.kind](self)
        if one.inter == "Civilians" and two.inter not in {"", "Civilians"}:
            one, two = two, one
        return one, two
