"""Which places bear the name that some tokens of a sentence make?"""

from newsledger.coder.places.gazetteer import Gazetteer, Place, written
from newsledger.coder.where.cues import Cues
from newsledger.coder.where.lead_in import kind_at, kind_behind
from newsledger.coder.where.reading import Reading
from newsledger.coder.words import Words

SIZABLE = 20_000  # people; a name of common words only ("Little Rock") must be at least a town
VILLAGE = 2_000  # people, for such a name behind "in" or "near"
SHORT = 4  # a word in capitals up to this length is an abbreviation, of a country or of something else
UNITS = frozenset({"admin1", "region"})
SHORTENED = frozenset({"s", "t", "d", "m", "re", "ve", "ll", ""})  # behind the apostrophe of "don't", "we're"
POSSESSIVE = frozenset({"'s", "’s"})


class Lookup:
    """The look-up of names in one sentence."""

    def __init__(self, words: Words, gazetteer: Gazetteer, cues: Cues, reading: Reading) -> None:
        self.words = words
        self.gazetteer = gazetteer
        self.cues = cues
        self.reading = reading

    def _look_up(self, first: int, last: int) -> tuple[Place, ...]:
        """Return the places that bear the name of these tokens, none for words that are no names."""
        norm, cues = self.words.norm, self.cues
        if last - first == 1:
            token, text = norm[first], self.words.text[first]
            shortened = "'" in token and token.rpartition("'")[2] in SHORTENED
            if token in cues.never or len(token) < 2 or shortened:
                return ()
            if len(text) <= SHORT and text.isupper() and not self.reading.upper:
                return self._short_nation(first)
            if text.isupper() and not self.reading.upper and norm[first - 1 : last + 1] == ["(", token, ")"]:
                return ()  # "the union of farm workers (ASTRACAN)" is not Astrakhan
            if self._is_adjective(first, last):
                return ()
        elif not self.reading.claimed.isdisjoint(range(first, last)) or self._is_noun_of(last - 1):
            return ()
        found = self.gazetteer.find(written_name(self.words, first, last))
        if norm[last - 1] == "'s":  # "Bell's" is not Bells, but St. John's is a town
            found = tuple(p for p in found if p.primary and p.name[-2:] in POSSESSIVE)
        elif self._is_body(last - 1):
            found = tuple(p for p in found if p.primary and p.kind != "admin2")
        if any(p.kind == "country" and not p.primary for p in found):
            found = _parts(found)
        if found and last - first > 1 and all(n in cues.never or n in cues.inside for n in norm[first:last]):
            least = VILLAGE if self.reading.has_strong_cue(first) else SIZABLE
            found = tuple(
                p for p in found if (p.population >= least and p.primary) or p.id < 0 or p.kind == "country"
            )
        return found

    def _is_noun_of(self, at: int) -> bool:
        """Say whether "city" at token `at` belongs to the name behind it ("the New York city of Rochester")."""
        return self.words.text[at] == "city" and self.words.norm[at + 1 : at + 2] == ["of"]

    def _is_body(self, at: int) -> bool:
        """Say whether "City" at token `at` belongs to the body behind it and not to a name ("Dublin City Council")."""
        norm = self.words.norm
        return norm[at] == "city" and at + 1 < len(norm) and norm[at + 1] in self.cues.institution

    def _short_nation(self, at: int) -> tuple[Place, ...]:
        """Return the country or unit that a short word in capitals stands for ("UK", "NSW"), if it is one."""
        text = self.words.text[at]
        if len(text) > 2 and (found := self.gazetteer.find(text)):
            found = tuple(p for p in found if p.kind in UNITS and p.primary)
            if found:
                return found
        if at not in self.reading.nations and self.gazetteer.country(text) is None:
            return ()
        return tuple(p for p in self.gazetteer.find(text) if p.kind == "country")

    def _is_adjective(self, first: int, last: int) -> bool:
        """Say whether the words are a country's adjective and no unit ("Somali", "the Malian city of Gao", not "Somali
        region")."""
        nation = self.reading.nations.get(first)
        if nation is None or nation.last < last or "demonym" not in nation.tags:
            return False
        _, end = kind_at(self.words, last, self.cues)
        return not kind_behind(self.words, last, self.cues) or self.words.norm[end : end + 1] == ["of"]

    def _is_nation(self, at: int) -> bool:
        """Say whether a country's name or adjective begins at token `at`."""
        nation = self.reading.nations.get(at)
        return nation is not None and "capital" not in nation.tags


def _parts(found: tuple[Place, ...]) -> tuple[Place, ...]:
    """Leave a country out of the places of a name that is one of its parts' own name ("England")."""
    parts = {p.country for p in found if p.kind == "admin1" and p.primary}
    return tuple(p for p in found if p.kind != "country" or p.primary or p.country not in parts)


def written_name(words: Words, first: int, last: int) -> str:
    """Return the name of tokens `first` to `last` as it is looked up."""
    if last - first == 1:
        return words.text[first]
    parts = ["and" if text == "&" else text for text in words.text[first:last]]  # "Jammu & Kashmir"
    return written(parts, words.glued[first + 1 : last])
