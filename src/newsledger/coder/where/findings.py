"""What stands of a name that was found in a sentence: its cue, its kind, its group?"""

from itertools import pairwise

from newsledger.coder.places.gazetteer import CITY_STATES, Gazetteer, Place
from newsledger.coder.where.cues import Cues
from newsledger.coder.where.lead_in import is_from, is_home, kind_behind
from newsledger.coder.where.lookup import Lookup, written_name
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.reading import Reading
from newsledger.coder.words import Words

TOWNS = frozenset({"capital", "settlement"})
SECTIONS = frozenset({"section", "neighborhood", "neighbourhood"})
PARTS = SECTIONS | {"area", "district", "part"}
QUARTERS = frozenset({"neighborhood", "neighbourhood", "quarter"})
SIZABLE = 20_000  # people; a town as large may bear the name of a country
STRUCK = frozenset("hit struck rocked shaken bombed shelled attacked targeted pounded".split())
RULING = frozenset({"has", "have", "had", "says", "said", "will", "would"})  # behind a capital that acts
GOVERNING = frozenset({"capital", "country", "region"})  # kinds of places whose names stand for governments


class Findings(Lookup):
    """The names of one sentence, as they are found."""

    def __init__(self, words: Words, gazetteer: Gazetteer, cues: Cues, reading: Reading) -> None:
        super().__init__(words, gazetteer, cues, reading)
        self.found: list[PlaceMention] = []

    def _add(self, first: int, last: int, found: tuple[Place, ...]) -> PlaceMention:
        """Add a mention with its cue and kind."""
        words, reading = self.words, self.reading
        lead = reading.lead_in(first)
        cue = "from" if is_from(words, last) or is_home(words, first, self.cues) else lead.cue
        kind = kind_behind(words, last, self.cues) or lead.kind
        if kind == "quarter" and kind == lead.kind and not is_named_quarter(words, first):
            kind = "town"
        nation = reading.nations.get(first)
        if found[0].iso2 in CITY_STATES and found[0].kind == "capital":
            found = tuple(p for p in found if p.kind != "country")
        if not kind and (found[0].kind == "country" or (nation and any(p.kind == "country" for p in found))):
            kind = "country"
        capital = nation is not None and nation.last == last and "capital" in nation.tags
        if capital and nation is not None:
            country = nation.country
            found = tuple(
                sorted(found, key=lambda p: (p.country != country, p.kind not in TOWNS, -p.population))
            )
        mention = PlaceMention(
            first,
            last,
            written_name(words, first, last),
            cue,
            kind,
            found,
            group=len(self.found) + 1,
            start=lead.start,
            actor=cue == "none" and not lead.kind and self._acts(first, last, found[0]),
            capital=capital,
        )
        self.found.append(mention)
        return mention

    def _acts(self, first: int, last: int, place: Place) -> bool:
        """Say whether a name stands for a government: as an actor that the lexicon knows, or as a capital by which
        something is done ("backed by Moscow", "Paris had turned down a plea"); one hit is a place."""
        norm, text = self.words.norm, self.words.text
        if place.kind == "capital" and not STRUCK.isdisjoint(norm[last : last + 3]):
            return False
        if place.kind in GOVERNING and first in self.reading.acting:
            return True
        if place.kind != "capital":
            return False
        if first and norm[first - 1] == "by":
            return True
        at = last
        if norm[at : at + 1] == ["and"] and at + 1 < len(text) and text[at + 1][0].isupper():
            at += 2
        verb, behind = norm[at : at + 1], norm[at + 1 : at + 2]
        if not verb or not behind:
            return False
        leads = verb[0] in {"is", "are", "was", "were"} and behind[0].endswith("ing") and behind != ["being"]
        return leads or (verb[0] in RULING and behind[0] not in {"been", "be", "seen", "suffered"})

    def _short_state(self, at: int) -> int:
        """Add a short state of the USA at token `at` ("Va.", "N.C."; ", VA"); return its end, or 0."""
        words, cues = self.words, self.cues
        behind = at > 1 and words.norm[at - 1] == "," and bool(self.found) and self.found[-1].last == at - 1
        if behind and (state := cues.post.get(words.text[at])):
            return self._add_state(at, at + 1, state)
        if words.norm[at] not in cues.openers:
            return 0
        joined = ""
        for end in range(at, min(at + 4, len(words))):
            if end > at and words.start[end] != words.end[end - 1] and len(joined) > 2:
                break
            joined += words.norm[end]
            state = cues.states.get(joined)
            if state and (behind or joined.count(".") > 1):
                return self._add_state(at, end + 1, state)
        return 0

    def _add_state(self, first: int, last: int, state: str) -> int:
        found = self.gazetteer.find(state, "United States")
        if found:
            mention = PlaceMention(first, last, state, "none", "admin1", found, len(self.found) + 1, first)
            mention.short = True
            self.found.append(mention)
        return last

    def _add_nations(self) -> None:
        """Add the countries that the lexicon knows and no longer name holds."""
        taken = {i for m in self.found for i in range(m.first, m.last)}
        for first, nation in sorted(self.reading.nations.items()):
            if "name" not in nation.tags or not taken.isdisjoint(range(first, nation.last)):
                continue
            if not self.words.text[first][0].isupper():
                continue
            found = tuple(p for p in self.gazetteer.find(nation.country) if p.kind == "country")
            if found:
                self._add(first, nation.last, found)


def is_village(words: Words, last: int) -> bool:
    """Say whether the words behind a name call it a village ("Lodja, a village within sight of the city")."""
    norm = words.norm[last : last + 4]
    return norm[:2] in ([",", "a"], [",", "the"]) and not {"village", "hamlet"}.isdisjoint(norm[2:])


def not_lands(words: Words, found: list[PlaceMention]) -> None:
    """Let the name of a country stand for the town of another that follows it ("Armenia, Colombia"; not in a list)."""
    for name, land in pairwise(found):
        behind = words.norm[land.last : land.last + 1]
        listed = behind in (["and"], ["or"]) or (behind == [","] and words.is_name(land.last + 1))
        if listed or not (
            name.is_country and land.is_country and words.norm[name.last : land.first] == [","]
        ):
            continue
        inside = tuple(p for p in name.candidates if p.country == land.candidates[0].country and p.primary)
        if inside and inside[0].kind in TOWNS and inside[0].population >= SIZABLE:
            name.kind, name.candidates, name.settled = "", inside, True


def is_named_quarter(words: Words, first: int) -> bool:
    """Say whether the noun before a name bears it ("the neighbourhood of X"; one of those of a town is told by "a" or
    in the plural)."""
    norm = words.norm
    return first > 2 and norm[first - 1] == "of" and norm[first - 2] in QUARTERS and norm[first - 3] == "the"


def is_quarter_of(words: Words, first: int, last: int) -> bool:
    """Say whether a name is that of a part of a city ("the X section of Y", "the city's X area"; an "area of" may be
    any)."""
    norm = words.norm
    if norm[last : last + 1] == [] or norm[last] not in PARTS:
        return False
    named = norm[last + 1 : last + 2] == ["of"] and last + 2 < len(norm) and words.is_name(last + 2)
    return (named and norm[last] in SECTIONS) or norm[max(first - 2, 0) : first] in (
        ["city", "'s"],
        ["town", "'s"],
    )
