"""Sites: names that are only a part of what a prison, an air base or a gate in a town is called."""

from itertools import pairwise

from newsledger.coder.places.gazetteer import Place
from newsledger.coder.where.cues import Cues
from newsledger.coder.where.mention import SUBUNITS, PlaceMention
from newsledger.coder.where.nesting import distance_km
from newsledger.coder.words import Words

LONGEST = 3  # tokens of a site's noun ("air force base")
NEAR = 60  # km within which a place of the site's name may be the one that the town behind it is near
DIRECTIONS = frozenset("central east eastern north northern south southern west western".split())
PARTS = frozenset("district division zone area quarter ward suburb suburbs subdivision".split())
LANDS = frozenset({"state", "nation", "country", "island", "islands", "archipelago"})  # that lie in a sea
INSIDE = frozenset({"in", "of"})
APART = frozenset(
    {",", "the", "a", "an", "his", "her", "its", "their"}
)  # behind which something else is named
# nouns of sites that are no institutions
MORE = frozenset(
    "gate street avenue road boulevard junction roundabout intersection crossroads tower barracks penitentiary"
    " monument checkpoint base airfield airbase airport bridge slum".split()
)


def drop_site_names(words: Words, found: list[PlaceMention], cues: Cues) -> None:
    """Drop names of far places that only begin what a site of the town behind is called ("La Carlota air base in
    Caracas"), and of its parts ("the Central District of Tyre")."""
    gone = [a for a, b in pairwise(found) if is_part_of(words, a, b) or is_site_of(words, a, b, cues)]
    gone += [b for a, b in pairwise(found) if a.is_country and is_sea_around(words, b)]
    if gone:
        found[:] = [m for m in found if not any(m is x for x in gone)]


def is_part_of(words: Words, name: PlaceMention, town: PlaceMention) -> bool:
    """Say whether a name is that of a direction and a district of the place behind it."""
    norm = words.norm
    district = (
        norm[name.first] in DIRECTIONS and norm[name.first + 1] in PARTS and name.last == name.first + 2
    )
    return district and norm[name.last : town.first] == ["of"]


def is_site_of(words: Words, name: PlaceMention, town: PlaceMention, cues: Cues) -> bool:
    """Say whether a name is the first part of a site's, in a town that is far from all places of that name."""
    between = words.norm[name.last : town.first]
    if (
        not 2 <= len(between) <= LONGEST + 1
        or between[-1] not in INSIDE
        or not APART.isdisjoint(between)
        or town.is_country
        or name.is_country
    ):
        return False
    noun = between[-2]
    if noun in cues.kinds or not (noun in cues.institution or noun in MORE) or not town.candidates:
        return False
    return not any(is_close(one, other) for one in name.candidates for other in town.candidates)


def is_sea_around(words: Words, sea: PlaceMention) -> bool:
    """Say whether a sea only tells where the state before it lies ("A, the island state in the Gulf of Guinea")."""
    at_sea = bool(sea.candidates) and sea.candidates[0].kind == "sea"
    return at_sea and not LANDS.isdisjoint(words.norm[max(sea.start - 1, 0) : sea.start])


def is_close(one: Place, other: Place) -> bool:
    """Say whether a place lies near a town, or in the first-level unit of a unit."""
    if other.kind in SUBUNITS or one.kind in SUBUNITS:
        return (one.country, one.admin1) == (other.country, other.admin1)
    return one.country == other.country and distance_km(one, other) < NEAR
