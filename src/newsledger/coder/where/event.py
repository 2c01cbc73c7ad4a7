"""Where did this event happen? The places of a trigger: its clause's, else its sentence's, else those told before."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.coder.spans import Sentence
from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.cues import STRONG
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.naming import ResolvedPlace

BACK = 3  # sentences looked back for a place


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place of an event: what it is, where it is said (sentence -1 is the dateline, without tokens), and by which rule."""

    resolved: ResolvedPlace
    mention: PlaceMention
    sentence: int
    rule: str
    reason: str


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

    Several places come only from a list ("in A, B and C"). `side` is the country of the attacked positions, for events
    along a border. Empty if no place finer than a country is known.
    """
    here = context.mentions[index]
    inside = [m for m in here if clause[0] <= m.first and m.last <= clause[1]]
    for mentions, rule in ((inside, "where.clause"), (here, "where.sentence")):
        if found := _best(context, mentions, index, trigger, rule, side):
            return found
    for before in range(index - 1, max(-1, index - 1 - BACK), -1):
        if sentences[before].part == "title" or sentences[before].kind == "headline":
            break
        if found := _sited(context, before, "where.previous", side):
            return found
    for i, sentence in enumerate(sentences):
        if sentence.part != "title" and sentence.kind != "headline":
            break
        if i != index and (found := _best(context, context.mentions[i], i, (0, 0), "where.article", side)):
            return found
    if found := _of_dateline(context):
        return found
    return _of_article(context, index, side)


def _best(
    context: PlaceContext,
    mentions: Sequence[PlaceMention],
    index: int,
    trigger: tuple[int, int],
    rule: str,
    side: str,
) -> list[EventPlace]:
    """Return the places of the best group of mentions: by cue, then behind the trigger before those ahead, then nearest."""
    usable = [m for m in mentions if m.cue != "from" and not m.actor and not m.is_country]
    resolved = [(m, r) for m in usable if (r := context.resolve(m, side)) is not None and not r.is_country]
    if not resolved:
        return []
    resolved = _finest(resolved)
    lead = min(resolved, key=lambda row: _rank(row[0], trigger))[0]
    chosen = [row for row in resolved if row[0].group == lead.group]
    return _once(chosen, index, rule)


def _rank(mention: PlaceMention, trigger: tuple[int, int]) -> tuple[int, int, int]:
    """Return how well a mention fits a trigger; the least is the best."""
    cue = 2 if mention.kind == "border" else 0 if mention.cue in STRONG else 1 if mention.cue == "none" else 2
    behind = mention.first >= trigger[1]
    distance = mention.first - trigger[1] if behind else trigger[0] - mention.last
    return cue, 0 if behind else 1, abs(distance)


def _finest(rows: list[tuple[PlaceMention, ResolvedPlace]]) -> list[tuple[PlaceMention, ResolvedPlace]]:
    """Return the mentions without the units in which another of them lies ("in Goris, Syunik province")."""
    kept = []
    for mention, place in rows:
        if place.kind in {"admin1", "admin2", "region", "border"} and any(
            _holds(place, other) and other.kind != place.kind and m is not mention for m, other in rows
        ):
            continue
        kept.append((mention, place))
    return kept


def _holds(unit: ResolvedPlace, place: ResolvedPlace) -> bool:
    """Say whether a unit or region holds a finer place."""
    if place.kind in {"admin1", "region", "border", "country"} or unit.country != place.country:
        return False
    if unit.kind == "admin1":
        return place.admin1 == unit.admin1
    if unit.kind == "admin2":
        return place.admin2 == unit.admin2 and place.kind != "admin2"
    return True


def _once(rows: list[tuple[PlaceMention, ResolvedPlace]], index: int, rule: str) -> list[EventPlace]:
    """Return each place once, in the order of the text."""
    found: dict[tuple[str, float, float], EventPlace] = {}
    for mention, place in rows:
        key = place.location, place.latitude, place.longitude
        if key not in found:
            found[key] = EventPlace(place, mention, index, rule, place.reason)
    return list(found.values())


def _sited(context: PlaceContext, index: int, rule: str, side: str) -> list[EventPlace]:
    """Return the places of an earlier sentence, only such as it says to be the scene of something."""
    sited = [m for m in context.mentions[index] if m.cue in STRONG]
    return _best(context, sited, index, (0, 0), rule, side)


def _of_dateline(context: PlaceContext) -> list[EventPlace]:
    """Return the place of the dateline, unless it is a country or its capital, where papers write about the country."""
    mention = context.dateline
    if mention is None:
        return []
    place = context.resolve(mention)
    if place is None or place.is_country or place.kind == "capital":
        return []
    return [EventPlace(place, mention, -1, "where.dateline", place.reason)]


def _of_article(context: PlaceContext, index: int, side: str) -> list[EventPlace]:
    """Return the first place that the article says to be a scene, before the sentence or else behind it."""
    order = [*range(index - 1, -1, -1), *range(index + 1, len(context.mentions))]
    for i in order:
        if found := _sited(context, i, "where.article", side):
            return found[:1]
    return []
