"""Of which side of an account are the victims that a toll counts (coding-rules 5)?"""

from newsledger.coder.accounts import Account
from newsledger.coder.howmany.casualties import Toll
from newsledger.coder.parties import CLASSES, same_party
from newsledger.coder.spans import PEOPLE, Mention, Sentence


def side_key(account: Account, victims: Mention | None) -> str:
    """Return what is the same for the same people: civilians, a state's forces, a group, or empty.

    Forces without a name ("soldiers") are those of the one side of the account that they fit.
    """
    if victims is None:
        return ""
    if victims.kind in PEOPLE:
        return "civilians" if victims.kind != "civilians" or "people" not in victims.tags else ""
    of_class = CLASSES.get(victims.kind, victims.kind)
    if not (victims.country or victims.entry):
        sides = [[m for m in side if fits(victims, m)] for side in (account.agents, account.targets)]
        fitting = [side[0] for side in sides if side]
        if not fitting and of_class in {"armed", "state"}:
            return f"{of_class} "
        if len(fitting) != 1:
            return ""
        victims = fitting[0]
    return f"{of_class} {victims.entry or victims.country}"


def counted(sentence: Sentence, toll: Toll, victims: Mention | None) -> list[Mention]:
    """Return everybody whom a toll counts: its victims, and those listed with them ("two soldiers and a child")."""
    first, last = toll.victims
    named = [m for m in sentence.mentions if m.first < last and first < m.last]
    return named if len(named) > 1 or victims is None else [victims]


def fits(victims: Mention, side: Mention) -> bool:
    """Say whether victims may be of a side: of its class, with no other name or country."""
    one, two = CLASSES.get(victims.kind, victims.kind), CLASSES.get(side.kind, side.kind)
    return one == two and same_party(victims, side)


def side_of(account: Account, victims: Mention | None) -> str:
    """Return the side of the dead: actor1, actor2, civilians, or empty."""
    if victims is None:
        return ""
    if victims.kind in PEOPLE:
        return "civilians"
    if any(same_party(victims, m) for m in account.agents) and victims.country:
        return "actor1"
    return "actor2" if any(same_party(victims, m) for m in account.targets) else ""
