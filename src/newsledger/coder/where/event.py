"""Where did this event happen? The places of its clause, else of its sentence, else those told before."""

from collections.abc import Iterable, Iterator, Sequence

from newsledger.coder.spans import Sentence
from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.cues import STRONG
from newsledger.coder.where.finer import finer
from newsledger.coder.where.mention import SUBUNITS, PlaceMention
from newsledger.coder.where.named import EventPlace
from newsledger.coder.where.scene import is_title, segments
from newsledger.coder.where.search import Search
from newsledger.coder.where.unlisted import around, is_new, names_unknown, opens_with_unknown, unlisted_town

__all__ = ["BACK", "EventPlace", "event_places"]

BESIDE = frozenset({"near", "direction", "distance"})  # cues that say only what town a place is near
WIDE = frozenset({"admin1", "region"})
BACK = 3  # sentences looked back for a place


def event_places(
    context: PlaceContext,
    sentences: Sequence[Sentence],
    index: int,
    trigger: tuple[int, int],
    clause: tuple[int, int],
    *,
    side: str = "",
) -> list[EventPlace]:
    """Return the places of the event whose trigger is tokens `trigger` of sentence `index`, in the clause `clause`.

    Several places come only from a list ("in A, B and C"). `side` is the country of the attacked positions, for
    events along a border. Empty if no place finer than a country is known.
    """
    search = Search(context, side)
    part = _part(sentences[index], trigger)
    here = [m for m in context.mentions[index] if part[0] <= m.first < part[1]]
    inside = max(part[0], clause[0]), min(part[1], clause[1])
    titles = [i for i in context.titles if i != index]
    before = [i for i in range(index - 1, max(-1, index - 1 - BACK), -1) if not is_title(sentences[i])]
    own = search.best(inside, index, trigger, "where.clause")
    vague = [p for p in own if p.mention.cue not in STRONG - BESIDE or p.resolved.kind in SUBUNITS]
    if len(own) == 1 and vague:
        own = _told(search, index, own[0]) or own
    if not own and opens_with_unknown(sentences[index], here, trigger[0]):
        own = search.best(part, index, trigger, "where.sentence")
    found = (
        own
        or search.of_unit_named_here(index, part)
        or search.of_telling(index)
        or search.of_town_named_later(index, inside)
        or search.of_town_named_before(index, inside)
        or search.best(part, index, trigger, "where.sentence")
        or (names_unknown(sentences[index], here, inside) and search.of_saying(here, index, trigger))
        or search.first_scene(before, "where.previous")
        or _first_narrow(_elsewhere(search, here, index, trigger, before, titles))
        or search.of_capital()
    )
    name = "" if own else unlisted_town(sentences[index], here, inside)
    if name and is_new(sentences, index, name):
        return around(found, name, context.gazetteer)
    return finer(search, found, here, index, before, titles, trigger)


def _told(search: Search, index: int, own: EventPlace) -> list[EventPlace]:
    """Return the place where a sentence soon after says it happened, for a unit only if that place lies around."""
    told = search.of_telling(index)
    if own.mention.cue in STRONG and any(p.resolved.admin1 != own.resolved.admin1 for p in told):
        return []
    return told


def _elsewhere(
    search: Search,
    here: Sequence[PlaceMention],
    index: int,
    trigger: tuple[int, int],
    before: Sequence[int],
    titles: Sequence[int],
) -> Iterator[list[EventPlace]]:
    """Yield what each other way gives where no words around the trigger say where it happened, the surest first."""
    yield search.of_titles(titles)
    yield search.of_office(here, index, trigger)
    yield search.of_dateline()
    yield search.of_agents(here, index)
    yield search.of_agents_before([*before, *titles])
    yield search.of_article(index)
    yield search.of_police()
    yield search.of_origin(here, index, trigger)
    yield search.of_saying(here, index, trigger)


def _first_narrow(ways: Iterable[list[EventPlace]]) -> list[EventPlace]:
    """Return the first places that are finer than a first-level unit, else the first of all."""
    wide: list[EventPlace] = []
    for places in ways:
        if places and places[0].resolved.kind not in WIDE:
            return places
        wide = wide or places
    return wide


def _part(sentence: Sentence, trigger: tuple[int, int]) -> tuple[int, int]:
    """Return the tokens of a sentence in which its places count: of a title, the trigger's part."""
    whole = 0, len(sentence.words)
    if not is_title(sentence):
        return whole
    return next((s for s in segments(sentence) if s[0] <= trigger[0] < s[1]), whole)
