"""A place name in a sentence, before it is known which place it means."""

from dataclasses import dataclass

from newsledger.coder.places.gazetteer import Place

SUBUNITS = frozenset({"admin1", "admin2"})  # kinds of the units of a country


@dataclass(slots=True)
class PlaceMention:
    """A place name: tokens `first` to `last` (exclusive) of its sentence.

    `name` is the name to look up (a shortened state is written out). `cue` says how it stands in the sentence: at,
    near, direction, between, border, distance, from, of, or none. `kind` is what the words beside it say it is:
    admin1, admin2, area, town, quarter, border, country, or empty. `candidates` are the places of that name, the best
    known first. `group` numbers the lists of a sentence ("in A, B and C" is one group). `start` is the token where
    its cue begins. `within` is the first-level unit or country named right behind it ("A, B province"), beyond doubt
    if `settled` ("A, Va."). `countries` are the two sides of a border. `actor` says that the name stands for a
    government; `capital` that the first candidate is a country's capital; `weak` that only its spelling speaks for a
    place, so that the article must confirm it; `common` that it is an English word or a surname of the article, too,
    which takes more to confirm. `modifier` is "agent" where the name only says whose police, people or court are
    meant, "site" where it is the first part of the name of a hospital, church, airport and the like, else empty.
    `short` says that the name is a shortened one ("Va."), `loose` that it was found by the skeleton of its spelling,
    `direction` that only the noun of a unit makes it a name ("the Northern province").
    `chain` are the units in brackets behind it, the smallest
    first ("X (Y district, Z)"). `town` is the name behind a comma that nothing follows ("A, B"), which is mostly that
    of the town around it.
    """

    first: int
    last: int
    name: str
    cue: str
    kind: str = ""
    candidates: tuple[Place, ...] = ()
    group: int = 0
    start: int = 0
    within: str = ""
    countries: tuple[str, ...] = ()
    actor: bool = False
    capital: bool = False
    weak: bool = False
    common: bool = False
    modifier: str = ""
    settled: bool = False
    short: bool = False
    loose: bool = False
    direction: bool = False
    chain: tuple["PlaceMention", ...] = ()
    town: "PlaceMention | None" = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What decides about the meaning of the name in its article: name, kind, and the units behind it."""
        return self.name, self.kind, "|".join(u.name for u in self.chain) or self.within

    @property
    def is_country(self) -> bool:
        """Say whether the name is that of a country (it may be another place's too)."""
        return self.kind == "country"
