"""Does the article name the town in a unit? A row's place is a town of the unit before the unit's seat."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.nesting import holds
from newsledger.coder.where.search import TOWNS, EventPlace, Search


def finer(
    search: Search,
    found: list[EventPlace],
    here: Sequence[PlaceMention],
    index: int,
    before: Iterable[int],
    titles: Iterable[int],
) -> list[EventPlace]:
    """Return `found`, or a town of the same unit where `found` is only that unit and the article names one.

    `here` are the mentions of the event's sentence `index`, `before` the sentences looked back to, `titles` those of
    the title. In a second-level unit any scene of the article will do; in a first-level one only the town of the
    title, the dateline or the police, since other towns of it have news of their own.
    """
    if len(found) != 1 or found[0].resolved.kind not in {"admin1", "admin2"}:
        return found
    unit = found[0]
    for town in _towns(search, here, index, before, titles, unit.resolved.kind == "admin2"):
        place = town.resolved
        if place.kind in TOWNS and holds(unit.resolved, place) and _is_new(place.location, unit):
            reason = f"{place.location}, named in {unit.mention.name}"
            return [replace(town, resolved=replace(place, reason=reason), reason=reason)]
    return found


def _is_new(location: str, unit: EventPlace) -> bool:
    """Say whether a town is another place than the seat that stands for the unit already."""
    return location != unit.resolved.location


def _towns(
    search: Search,
    here: Sequence[PlaceMention],
    index: int,
    before: Iterable[int],
    titles: Iterable[int],
    small: bool,
) -> Iterator[EventPlace]:
    """Yield the towns that may be meant, the likeliest first; `small` says that the unit is a second-level one."""
    if small:
        for at in before:
            yield from search.scene(at, "where.previous")
    yield from search.of_titles(titles)
    yield from search.of_dateline()
    yield from search.of_agents(here, index)
    if small:
        for at in search.context.strong:
            yield from search.scene(at, "where.article")
        yield from search.most_named()
