"""Does the article name the town in a unit? A row's place is a town of the unit before the unit's seat."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.named import TOWNS, EventPlace
from newsledger.coder.where.nesting import holds
from newsledger.coder.where.search import AHEAD, POLICE, Search

LEAD = 4  # sentences behind a title in which the story says where it was
STEM = 5  # letters that forms of one word share ("attacked", "attackers")


def finer(
    search: Search,
    found: list[EventPlace],
    here: Sequence[PlaceMention],
    index: int,
    before: Iterable[int],
    titles: Sequence[int],
    trigger: tuple[int, int],
) -> list[EventPlace]:
    """Return `found`, or a town of the same unit where `found` is only that unit and the article names one.

    `here` are the mentions of the event's sentence `index`, `before` the sentences looked back to, `titles` those of
    the title. In a second-level unit any scene of the article will do; in a first-level one only the town of the
    title, the dateline or the police, or of a sentence that tells the same again, since other towns of it have news of
    their own.
    """
    if len(found) != 1 or found[0].resolved.kind not in {"admin1", "admin2"}:
        return found
    unit = found[0]
    small = unit.resolved.kind == "admin2"
    towns = chain(_retold(search, index, trigger), _towns(search, here, index, before, titles, small))
    for town in towns:
        place = town.resolved
        if place.kind in TOWNS and holds(unit.resolved, place) and _is_new(place.location, unit):
            reason = f"{place.location}, named in {unit.mention.name}"
            return [town._replace(resolved=place._replace(reason=reason), reason=reason)]
    return found if small else _district(search, unit, here, index, before) or found


def _district(
    search: Search, unit: EventPlace, here: Sequence[PlaceMention], index: int, before: Iterable[int]
) -> list[EventPlace]:
    """Return the second-level unit in `unit` whose police the story names at the event: finer than the unit's seat."""
    for place in (*search.of_agents(here, index), *search.of_agents_before(before)):
        inside = place.resolved
        if inside.kind == "admin2" and holds(unit.resolved, inside) and _is_new(inside.location, unit):
            return [place]
    return []


def _of_all_police(search: Search) -> Iterator[EventPlace]:
    """Yield the towns whose police the story names, in its order."""
    for index, row in enumerate(search.context.mentions):
        norm = search.context.sentences[index].words.norm
        police = [
            m for m in row if m.modifier == "agent" and norm[m.last : m.last + 1] and norm[m.last] in POLICE
        ]
        yield from search.of_agents(police, index)


def _retold(search: Search, index: int, trigger: tuple[int, int]) -> Iterator[EventPlace]:
    """Yield the scenes of the next sentences that repeat the word of the trigger in sentence `index`."""
    sentences = search.context.sentences
    stems = {word[:STEM] for word in sentences[index].words.norm[slice(*trigger)] if len(word) >= STEM}
    for at in range(index + 1, min(index + 1 + AHEAD, len(sentences))):
        if at in search.context.strong and any(w[:STEM] in stems for w in sentences[at].words.norm):
            yield from search.scene(at, "where.previous")


def _is_new(location: str, unit: EventPlace) -> bool:
    """Say whether a town is another place than the seat that stands for the unit already."""
    return location != unit.resolved.location


def _only_town(search: Search) -> list[EventPlace]:
    """Return the one town that the article says anything to be in, or nothing where it names several."""
    context = search.context

    def of_speaker(at: int, place: EventPlace) -> bool:  # "police in Paris said"
        return context.sentences[at].words.norm[place.mention.start - 1] in POLICE

    scenes = [p for at in context.strong for p in search.said_scene(at) if not of_speaker(at, p)]
    towns = {place.resolved.location: place for place in scenes if place.resolved.kind in TOWNS}
    return [p._replace(rule="where.article") for p in towns.values()] if len(towns) == 1 else []


def _towns(
    search: Search,
    here: Sequence[PlaceMention],
    index: int,
    before: Iterable[int],
    titles: Sequence[int],
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
    else:
        yield from _only_town(search)
        if index in search.context.titles or index <= LEAD:  # the story tells at once where that was
            yield from search.first_scene(range(index + 1, index + 1 + LEAD), "where.article")
        yield from _of_all_police(search)
