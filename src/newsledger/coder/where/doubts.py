"""Is a name a place at all? What in the article confirms it, and what speaks against it?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from newsledger.coder.places.gazetteer import Place
from newsledger.coder.where.cues import STRONG
from newsledger.coder.where.evidence import MAJOR, TOWNS, Evidence, nearness
from newsledger.coder.where.inside import lies_in
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.scales import ENGLISH, FITTING, Scales

HALF = 0.5  # share of a country that makes a small place elsewhere doubtful, a place word or not
HINTED = 0.2  # the same for a name without a place word, which may be a person's
SOME = 0.3  # weight of a place nearby that backs another
SIZABLE = 20_000  # people; a town of this size needs no other word for it
TELLING = 4  # letters of a word that tells one name from others
OUTWEIGHS = 3  # times the people of a namesake abroad
SMALL = 2_000  # people; below this "X police" may be a person's or a firm's
CITY = 300_000  # people; what a name borne by many means wherever the article is
NAMESAKES = 4  # places of one name that make it nobody's
Fronts = Mapping[str, frozenset[str]]  # countries in which armies fight, with their states
ENOUGH = 0.15  # share of the article's main country that lets a weak name stand


@dataclass(frozen=True, slots=True)
class Doubts:
    """What an article says for and against its names as places: `mentions` by sentence, the dateline's, evidence,
    and where the armies fight that it names."""

    evidence: Evidence
    scales: Scales
    mentions: list[list[PlaceMention]]
    dateline: PlaceMention | None
    fronts: Fronts = field(default_factory=dict)

    def confirmed(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether the article confirms a name for which only its spelling speaks."""
        if place.kind in {"country", "capital"} or any(
            lies_in(place, w) for w in self.scales.within(mention)
        ):
            return True
        if self.dateline is not None and self.dateline.name == mention.name:
            return True
        if mention.loose and self._is_aside(mention, place):
            return False
        if mention.modifier == "agent" and place.primary and place.population >= self._least_agent(place):
            return True
        fits = place.kind == mention.kind or place.kind in FITTING.get(mention.kind, ())
        if fits and self._is_supported(mention, place):
            return True
        if mention.direction:
            return False  # many countries have a Northern Province
        if mention.cue in STRONG:
            return self._is_backed(mention, place) if mention.common else self._known_by(mention, place)
        large = place.kind == "admin1" or place.population >= SIZABLE
        own = place.primary or self._is_only(mention, place) or is_named_as_unit(mention, place)
        if not mention.common and own and large and not self._is_elsewhere(mention, place):
            return True
        for row in self.mentions:
            if any(m.name == mention.name and m is not mention and not m.weak and not m.common for m in row):
                return True
        return not mention.common and own and self._is_supported(mention, place)

    def _is_elsewhere(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether the article is clearly about another country than that of a town of no great size."""
        shares = self.evidence.shares(mention.name.casefold())
        clear = max(shares.values(), default=0.0) >= HALF and shares.get(place.country, 0.0) < ENOUGH
        return clear and place.population < MAJOR

    def _least_agent(self, place: Place) -> int:
        """Return how many people a town must have for "X police" alone to name it: fewer in the article's country."""
        supported = self.evidence.shares().get(place.country, 0.0) >= HALF
        return SMALL if supported else SIZABLE

    def _is_aside(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether the article names other places of the country of a place and none of them near it."""
        units = self.scales.around()[1]
        others = (
            names
            for (country, _), names in units.items()
            if country == place.country and mention.name not in names
        )
        return any(others) and not self._is_backed(mention, place)

    def _is_backed(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether the places around speak for an English word as a place ("in Home" is none without them)."""
        if place.population >= MAJOR or (place.country, place.admin1) in self.evidence.units:
            return True
        return nearness(self.scales.around()[0], place, mention.name) > SOME

    def _known_by(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether a name behind a place word is a place's own, or one by which news may know it."""
        if place.primary or place.population >= MAJOR or place.kind not in TOWNS:
            return not mention.weak or self._is_supported(mention, place) or self._is_alone(mention, place)
        return place.iso2 not in ENGLISH and self._is_supported(mention, place)

    def _is_alone(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether a text that speaks for no country at all names a town of some size, known nowhere else in such a
        size (a note in capitals: "CLASH IN KIDAL ON MONDAY")."""
        least = SIZABLE if place.primary else MAJOR
        if place.population < least or self.evidence.shares(mention.name.casefold()):
            return False
        abroad = (p.population for p in mention.candidates if p.country != place.country)
        return all(people * OUTWEIGHS < place.population for people in abroad)

    def is_foreign(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether a small place lies in a country of which an article on another one says nothing; so does a
        district that the article does not call one, or a province that it calls a district."""
        # any country may have a San Isidro that no list has
        many = len(mention.candidates) >= NAMESAKES and place.iso2 not in ENGLISH
        shares = self.evidence.shares(mention.name.casefold())
        known = place.population >= (CITY if many else SIZABLE if place.primary else MAJOR)
        # "the town of Ménaka" is one wherever the rest of the story lies
        known = known or (
            mention.kind == "town" and place.population >= SMALL and self._is_of_one_land(mention)
        )
        unit = place.kind in {"admin1", "admin2"} and mention.kind != place.kind and place.iso2 not in ENGLISH
        other = unit and mention.kind in {"admin1", "admin2"}
        if (known and not other) or not (place.kind in TOWNS or unit) or mention.kind == "border":
            return False
        least_share = HALF if mention.cue in STRONG else HINTED if mention.cue == "none" else 1.0
        armies = self.fronts.get(place.country)
        if armies is not None and (
            place.primary or self._is_of_one_land(mention)
        ):  # "Russian troops shelled Orikhiv"
            least_share = max(least_share, HALF)
            shares = {c: share for c, share in shares.items() if c not in armies}
        if max(shares.values(), default=0.0) < least_share or shares.get(place.country, 0.0) >= ENOUGH:
            return False
        return not any(lies_in(place, w) for w in self.scales.within(mention))

    def _is_of_one_land(self, mention: PlaceMention) -> bool:
        """Say whether all places that bear a name lie in one country."""
        return len({p.country for p in mention.candidates}) == 1

    def _is_only(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether a name of two words, neither an article, is that of one town in the world ("Kiryat Shmona")."""
        full = (
            sum(len(word) >= TELLING for word in mention.name.split()) > 1
        )  # "Al Din" is part of many names
        return full and place.kind in TOWNS and mention.candidates == (place,)

    def _is_supported(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether the rest of the article speaks for the country of a place, or names an army that fights there."""
        if self.fronts.get(place.country):
            return True
        return self.evidence.shares(mention.name.casefold()).get(place.country, 0.0) >= ENOUGH


def is_named_as_unit(mention: PlaceMention, place: Place) -> bool:
    """Say whether a name that is not a town's own one is that of the unit around it ("bombed Saada": Sa'dah)."""
    around = (p for p in mention.candidates if p.kind in {"admin1", "admin2"} and p.primary)
    return any((p.country, p.admin1) == (place.country, place.admin1) for p in around)


def doubt(mentions: Iterable[Iterable[PlaceMention]], names: frozenset[str]) -> None:
    """Mark as common what may be a surname: one word without a cue that stands in a full name, too."""
    for mention in (m for row in mentions for m in row):
        if mention.cue in STRONG or mention.last - mention.first > 1 or not mention.candidates:
            continue
        best = mention.candidates[0]
        if best.kind in {"country", "capital", "admin1"} or best.population >= MAJOR:
            continue
        if mention.name.casefold() in names:
            mention.common = True
