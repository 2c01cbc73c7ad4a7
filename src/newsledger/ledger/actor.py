"""Who is this actor, so that two names can be compared (coding-rules 3)?"""

import re
from dataclasses import dataclass
from functools import lru_cache

from newsledger.ledger.verdict import Verdict

YEARS = re.compile(r"\s*\(\d{4}-(?:\d{4})?\)\s*")
HOME = re.compile(r"\(([^()]*)\)\s*$")
BODY = re.compile(r"^(Military Forces|Police Forces|Government) of (.+)$")
FAMILIES = {
    "State forces": "state",
    "External/Other forces": "state",
    "Rebel group": "armed",
    "Political militia": "armed",
    "Identity militia": "armed",
    "Rioters": "crowd",
    "Protesters": "crowd",
    "Civilians": "civilians",
}
UNARMED = ("crowd", "civilians")

SAME = Verdict("actors", "exact", 1.0, "the same actors")
UNIT = Verdict("actors", "compatible", 0.9, "the same force, once with its unit")
UNITS = Verdict("actors", "compatible", 0.7, "the same force, two of its units")
TURNED = Verdict("actors", "compatible", 0.8, "protesters here, rioters there")
UNNAMED = Verdict("actors", "compatible", 0.7, "one of them unidentified, of the same kind and country")
OPEN = Verdict("actors", "compatible", 0.6, "one of them not named")
BODIES = Verdict("actors", "strained", 0.4, "two forces of one state")
OTHERS = Verdict("actors", "conflict", 0.0, "other actors")


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor in comparable form; `name` and `unit` are folded and without the years in brackets."""

    name: str
    unit: str
    family: str  # state | armed | crowd | civilians, or empty if there is no actor
    home: str  # the country in brackets of an unidentified group, of a crowd or of civilians
    state: str  # the country of a military, police or government, without the body
    unidentified: bool
    named: bool = False  # one particular actor, not a kind of actor

    def __hash__(self) -> int:
        return hash((self.name, self.unit))

    @property
    def weight(self) -> int:
        """Return how well the actor is named: particular before unidentified before nobody, units first."""
        return 2 * self.named + bool(self.name) + bool(self.unit)


NOBODY = Actor("", "", "", "", "", False)


@lru_cache(maxsize=65536)
def read_actor(name: str, inter: str) -> Actor:
    """Return the comparable form of the actor called `name` whose kind is `inter`; the empty name
    is nobody.
    """
    if not name:
        return NOBODY
    plain, _, unit = (part.strip().casefold() for part in _around_years(name))
    home = HOME.search(name)
    family = FAMILIES.get(inter, "armed")
    body = BODY.match(YEARS.sub(" ", name).strip())
    state = YEARS.split(name)[0].split(" of ", 1)[1].strip().casefold() if body else ""
    country = home.group(1).strip().casefold() if home and not YEARS.search(home.group(0)) else ""
    unidentified = plain.startswith("unidentified ")
    named = bool(plain) and not unidentified and family not in UNARMED
    return Actor(plain, unit, family, country, state, unidentified, named)


def _around_years(name: str) -> tuple[str, str, str]:
    years = YEARS.search(name)
    return (name, "", "") if years is None else (name[: years.start()], years.group(), name[years.end() :])


@lru_cache(maxsize=262144)
def compare_actors(x: Actor, y: Actor, country: str) -> Verdict:
    """Return how far two actors of an event in `country` (folded) can be one (coding-rules 3).

    Unidentified actors agree with one another and with a named one of the same family and country, or where
    their own country is not told; nobody agrees with anybody; two
    bodies of one state (military, police, government) only strain agreement, and count where all else is
    exact.
    """
    if not x.name or not y.name:
        return SAME if x.name == y.name else OPEN
    if x.name == y.name:
        return SAME if x.unit == y.unit else UNITS if x.unit and y.unit else UNIT
    if x.state and x.state == y.state:
        return BODIES
    if x.family != y.family:
        return OTHERS
    if x.family in UNARMED:
        return OTHERS if x.home != y.home else SAME if x.family == "civilians" else TURNED
    if x.unidentified and y.unidentified:
        return UNNAMED if x.home == y.home or not (x.home and y.home) else OTHERS
    if x.unidentified or y.unidentified:
        unnamed, other = (x, y) if x.unidentified else (y, x)
        return UNNAMED if unnamed.home in ("", country, other.home, other.state) else OTHERS
    return OTHERS


@lru_cache(maxsize=262144)
def compare_pairs(f: tuple[Actor, Actor], g: tuple[Actor, Actor], country: str) -> tuple[Verdict, bool]:
    """Return how far two pairs of actors agree, and whether the second stands the other way round.

    The order of the two sides has no meaning (coding-rules 3), but two one-sided pairs are no halves of one: A alone
    and B alone are other actors.
    """
    straight = _worse(compare_actors(f[0], g[0], country), compare_actors(f[1], g[1], country))
    if not f[1].name and not g[1].name:
        return straight, False
    crossed = _worse(compare_actors(f[0], g[1], country), compare_actors(f[1], g[0], country))
    return (crossed, True) if crossed.score > straight.score else (straight, False)


def _worse(x: Verdict, y: Verdict) -> Verdict:
    return min(x, y, key=lambda v: v.score)


def naming(pair: tuple[Actor, Actor]) -> int:
    """Return how well a pair names its actors, to be compared: particular before unidentified
    before nobody.
    """
    return pair[0].weight + pair[1].weight


def fullest(p: tuple[Actor, Actor], q: tuple[Actor, Actor], country: str) -> tuple[Actor, Actor]:
    """Return the better-named of two agreeing pairs, each of its sides replaced where the other names it
    better.
    """
    if (-naming(q), q[0].name, q[1].name) < (-naming(p), p[0].name, p[1].name):
        p, q = q, p
    crossed = compare_pairs(p, q, country)[1]
    q = (q[1], q[0]) if crossed else q
    first, second = (y if y.weight > x.weight else x for x, y in zip(p, q, strict=True))
    return first, second
