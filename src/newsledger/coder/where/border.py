"""Where a sentence speaks of a border: which two countries lie at it?"""

from collections.abc import Mapping

from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.spans import Sentence
from newsledger.coder.where.mention import PlaceMention

WORDS = frozenset({"border", "borders", "frontier", "frontiers", "borderline"})
REACH = 8  # tokens between the border and its countries
NOT_A_BORDER = frozenset({"guard", "guards", "police", "patrol", "post", "force", "forces", "agent", "agents", "crossing"})
AREA = "border area"
DIRECT = frozenset({"town", "village", "city", "district", "province", "region", "state", "towns", "villages", "county"})


def border_area(one: str, other: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the border areas of two countries in the gazetteer, in either order of the names."""
    for first, second in ((one, other), (other, one)):
        found = gazetteer.find(f"{first}-{second} {AREA}")
        if found:
            return found
    return ()


def border_mentions(
    sentence: Sentence,
    found: list[PlaceMention],
    nations: Mapping[int, tuple[int, str, frozenset[str]]],
    gazetteer: Gazetteer,
) -> list[PlaceMention]:
    """Return `found` with a mention for each border that the sentence names, by position.

    A border has the countries named beside it, as nouns or adjectives ("the Chadian-Sudanese border", "the border with
    Sudan"); with fewer than two, the article's other evidence must supply the rest.
    """
    norm = sentence.words.norm
    borders = []
    for i, token in enumerate(norm):
        if token not in WORDS:
            continue
        behind = norm[i + 1] if i + 1 < len(norm) else ""
        if behind in NOT_A_BORDER or behind in DIRECT:
            continue
        beside = _beside(i, nations, norm)
        first = min([i, *(at for at, _ in beside if at < i)])
        names = tuple(dict.fromkeys(name for _, name in beside))[:2]
        places = border_area(*names, gazetteer) if len(names) == 2 else ()
        borders.append(
            PlaceMention(first, i + 1, "border", "border", "border", places, 100 + i, first, countries=names)
        )
    return sorted(found + borders, key=lambda m: (m.first, m.last)) if borders else found


def _beside(
    at: int, nations: Mapping[int, tuple[int, str, frozenset[str]]], norm: list[str]
) -> list[tuple[int, str]]:
    """Return the countries named right before the border word, else those behind it, with their tokens."""
    before = [
        (first, name) for first, (last, name, _) in nations.items() if at - 4 <= first < at and last >= at - 3
    ]
    stop = next((j for j in range(at + 1, len(norm)) if norm[j] in {".", ";", "—", "after", "when", "where"}), len(norm))
    behind = [(first, name) for first, (_, name, _) in nations.items() if at < first <= min(at + REACH, stop)]
    both = sorted(before) + sorted(behind)
    return both if len({n for _, n in before}) < 2 else sorted(before)
