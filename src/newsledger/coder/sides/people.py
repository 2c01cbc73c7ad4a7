"""People: the side of a crowd, of civilians, of a party, with who they are beside them."""

from dataclasses import replace

from newsledger.coder.sides.case import Case
from newsledger.coder.sides.side import HARMED, Side
from newsledger.coder.spans import CROWDS, PEOPLE, Mention

SETTLERS_OF = "Israel"
SETTLED = "Palestine"


def crowd_side(case: Case, kind: str) -> Side:
    """Return the side of a crowd: protesters or rioters, with identities and parties as associated actors."""
    people = [m for m in case.all(PEOPLE) if m.kind in CROWDS] or case.all(PEOPLE)
    main = case.name(Mention(0, 0, kind))
    side = Side(main.name, main.inter, [], people[0] if people else None)
    if by_settlers(case):
        side.name = case.actors.name(Mention(0, 0, kind), SETTLERS_OF, case.day).name
    groups = [m for m in case.account.agents if m.kind == "group" and kind == "protesters"]
    for m in (*case.all(PEOPLE), *groups):
        associate(case, side, m)
    return side


def by_settlers(case: Case) -> bool:
    """Say whether settlers act in the account; they are rioters of their own country (coding-rules 3)."""
    there = case.country in {SETTLED, SETTLERS_OF, ""}
    return there and any("settlers" in m.tags for m in case.account.agents)


def associate(case: Case, side: Side, mention: Mention) -> None:
    """Add the identity of a mention to a side's associated actors."""
    identity = case.actors.identity(mention, case.country)
    if identity and identity != side.name and identity not in side.assoc:
        side.assoc.append(identity)


def civilians(case: Case, victims: list[Mention]) -> Side:
    """Return `Civilians (X)` with the identities of the victims."""
    main = case.name(Mention(0, 0, "civilians"))
    told = [m for m in victims if m.country or "people" not in m.tags]
    abroad = {m.country if m.kind in {"civilians", "identity"} else "" for m in told}
    kin = case.actors.catalogue.usual.kin.get(case.country, ())
    if len(abroad) == 1 and case.country and not abroad & {"", case.country, *kin}:
        main = replace(main, name=f"Civilians ({told[0].country})")
    side = Side(main.name, main.inter, [], victims[0] if victims else None, inferred=not victims)
    for m in victims:
        associate(case, side, m)
    return side


def party_side(case: Case, people: list[Mention]) -> Side | None:
    """Return the party whose men act."""
    for m in people:
        party = case.actors.group(m.entry, case.country, case.day) if m.entry else None
        if party is not None and party.party:
            named = case.actors.named_group(party, case.country, case.day)
            return Side(named.name, named.inter, [], m)
    return None


def people_harmed(case: Case) -> bool:
    """Say whether the account counts people killed or hurt who are no force."""
    return any(
        t.kind in HARMED and t.count and (v is None or v.kind in PEOPLE) for _, t, v in case.account.tolls
    )
