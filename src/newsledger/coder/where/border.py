"""Where a sentence speaks of a border: which two countries lie at it?"""

from collections.abc import Mapping

from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.reading import Nation
from newsledger.coder.words import Words

WORDS = frozenset({"border", "borders", "frontier", "frontiers", "borderline"})
AWAY = 5  # tokens before the border word that tell how far it is
FAR = frozenset(
    "kilometres kilometers kilometre kilometer km kms miles mile metres meters hours far away".split()
)
REACH = 8  # tokens between the border and its countries
# "Border" before one of these is not where something happens, or the word behind it names the place.
NOT_A_BORDER = frozenset({
    "guard", "guards", "police", "patrol", "patrols", "post", "posts", "force", "forces", "agent",
    "agents", "crossing", "crossings", "control", "controls", "town", "village", "city", "district",
    "province", "region", "state", "towns", "villages", "county", "troops", "security", "dispute",
    "disputes",
})  # fmt: skip
SUBJECTS = frozenset({"which", "that", "it", "also"})  # before the verb "borders"
STOPS = frozenset({".", ";", "—", "after", "when", "where"})
AREA = "border area"


def is_of_border(words: Words) -> bool:
    """Say whether a sentence speaks of a border."""
    return not WORDS.isdisjoint(words.norm)


def border_area(one: str, other: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the border areas of two countries in the gazetteer, in either order of the names."""
    return gazetteer.find(f"{one}-{other} {AREA}") or gazetteer.find(f"{other}-{one} {AREA}")


def border_mentions(
    words: Words, found: list[PlaceMention], nations: Mapping[int, Nation], gazetteer: Gazetteer
) -> list[PlaceMention]:
    """Return `found` with a mention for each border that the sentence names, by position.

    A border has the countries named beside it, as nouns or adjectives ("the Chadian-Sudanese border", "the
    border with Sudan"); with fewer than two, the article's other evidence must supply the rest.
    """
    norm = words.norm
    if not is_of_border(words):
        return found
    borders: list[PlaceMention] = []
    for i, token in enumerate(norm):
        if token not in WORDS or (i + 1 < len(norm) and norm[i + 1] in NOT_A_BORDER):
            continue
        if (token == "borders" and norm[i - 1] in SUBJECTS) or _is_far(norm, i):
            continue  # "the region, which borders Chad"
        beside = _beside(i, nations, norm)
        first = min([i, *(at for at, _ in beside if at < i)])
        names = tuple(dict.fromkeys(name for _, name in beside))[:2]
        places = border_area(*names, gazetteer) if len(names) == 2 else ()
        group = len(found) + len(borders) + 1
        borders.append(
            PlaceMention(first, i + 1, "border", "border", "border", places, group, first, countries=names)
        )
    spoken = {i for m in borders for i in range(m.first, m.last)}
    kept = [
        m for m in found if m.is_country or not (m.last - 1 in spoken and m.candidates[0].kind == "border")
    ]
    return sorted(kept + borders, key=lambda m: (m.first, m.last))


def _is_far(norm: list[str], at: int) -> bool:
    """Say whether a border is only what a place lies so far from ("the town is 40 kilometres from the border")."""
    away = next((i for i in range(at - 1, max(at - AWAY, 0), -1) if norm[i] in {"from", "of"}), 0)
    return away > 0 and norm[away - 1] in FAR


def _beside(at: int, nations: Mapping[int, Nation], norm: list[str]) -> list[tuple[int, str]]:
    """Return the countries named right before the border word, and those behind it if these are not two."""
    before = sorted((f, n.country) for f, n in nations.items() if at - 4 <= f < at and n.last >= at - 3)
    if len({name for _, name in before}) > 1:
        return before
    stop = next((j for j in range(at + 1, len(norm)) if norm[j] in STOPS), len(norm))
    return before + sorted((f, n.country) for f, n in nations.items() if at < f <= min(at + REACH, stop))
