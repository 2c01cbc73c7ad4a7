"""Where did this event happen? The places of its clause, else of its sentence, else those told before."""

from collections.abc import Sequence

from newsledger.coder.spans import Sentence
from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.finer import finer
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.scene import is_title, segments
from newsledger.coder.where.search import EventPlace, Search

__all__ = ["BACK", "EventPlace", "event_places"]

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
    here = _segment(sentences[index], context.mentions[index], trigger)
    inside = [m for m in here if clause[0] <= m.first and m.last <= clause[1]]
    titles = [i for i in context.titles if i != index]
    before = [i for i in range(index - 1, max(-1, index - 1 - BACK), -1) if not is_title(sentences[i])]
    found = (
        search.best(inside, index, trigger, "where.clause")
        or search.best(here, index, trigger, "where.sentence")
        or search.first_scene(before, "where.previous")
        or search.of_titles(titles)
        or search.of_dateline()
        or search.of_agents(here, index)
        or search.of_article(index)
        or search.of_police()
        or search.of_origin(here, index, trigger)
        or search.of_saying(here, index, trigger)
        or search.of_capital()
    )
    return finer(search, found, here, index, before, titles)


def _segment(
    sentence: Sentence, mentions: list[PlaceMention], trigger: tuple[int, int]
) -> list[PlaceMention]:
    """Return the mentions of a sentence; of a title only those in the trigger's part of it."""
    if not is_title(sentence):
        return mentions
    own = next((s for s in segments(sentence) if s[0] <= trigger[0] < s[1]), (0, len(sentence.words)))
    return [m for m in mentions if own[0] <= m.first < own[1]]
