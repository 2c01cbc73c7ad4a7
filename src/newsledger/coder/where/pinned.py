"""Which unit does an article once name behind a town? It means that town wherever it names it again (coding-rules 4).

In countries where papers name a town with its state, a state in which no gazetteer has a town of that name says that
the town is in none: its namesake in another state is another town.
"""

from collections.abc import Iterable, Sequence

from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.where.inside import lies_in
from newsledger.coder.where.mention import PlaceMention

NAMED_WITH_UNIT = frozenset({"Australia", "Canada", "United States"})
CITY = 300_000  # people; a city as large is meant though a state follows it, as in a list of both
WIDE = frozenset({"admin1", "region", "country", "border"})  # no towns


def pin(mentions: Sequence[Sequence[PlaceMention]], line: PlaceMention | None, gazetteer: Gazetteer) -> None:
    """Give each bare name of an article the unit that stands behind it elsewhere, if that is one, and take from a town
    in a state that has no such town its namesakes elsewhere; the dateline `line` of such a town means its state."""
    rows = [m for row in mentions for m in row if m.candidates and not m.is_country]
    rows += [line] if line is not None and line.candidates else []
    said: dict[str, set[str]] = {}
    for mention in rows:
        if mention.within:
            said.setdefault(mention.name.casefold(), set()).add(mention.within)
    sure = {m.name.casefold() for m in rows if m.within and (m.settled or m is line)}
    for mention in rows:
        name = mention.name.casefold()
        if len(said.get(name, ())) != 1 or mention.candidates[0].kind in WIDE:
            continue
        (within,) = said[name]
        units = units_of(within, gazetteer)
        if any(lies_in(p, u) for p in mention.candidates for u in units):
            mention.within = within
        elif is_of_state(units) and (name in sure or not is_city(mention.candidates[0])):
            mention.candidates = ()
            if mention is line:
                line.name, line.kind, line.within, line.candidates = within, "admin1", "", units


def units_of(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the first-level units of a name; the states of the countries whose papers name a town with its state stand
    for all, since other namesakes of theirs are none that follow a town."""
    found = tuple(p for p in gazetteer.find(name) if p.kind in {"admin1", "country"})
    states = tuple(p for p in found if p.kind == "admin1" and p.country in NAMED_WITH_UNIT)
    return states if all(p.kind == "admin1" for p in found) and states else found


def is_of_state(units: Iterable[Place]) -> bool:
    """Say whether all places of a unit's name are states of countries whose papers name a town with its state."""
    kinds = {(p.kind, p.country in NAMED_WITH_UNIT) for p in units}
    return kinds == {("admin1", True)}


def is_city(place: Place) -> bool:
    """Say whether a place is so large that papers name it without its state."""
    return place.kind == "capital" or place.population >= CITY
