"""Which names in a sentence may be places? `find_places` gives them with their cues and candidates (coding-
rules 4).

Spans of the lexicon and mentions of actors are respected where they exist, and nothing depends on them. No
more than a look-up of each capitalised name is done here: which place a name means is decided by `context`.
"""

from collections.abc import Sequence

from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.spans import Sentence
from newsledger.coder.where.border import border_mentions, is_of_border
from newsledger.coder.where.chains import add_chains
from newsledger.coder.where.cues import Cues, shipped_cues
from newsledger.coder.where.findings import SIZABLE, Findings, is_quarter_of, is_village, not_lands
from newsledger.coder.where.lead_in import kind_behind
from newsledger.coder.where.lists import (
    add_hamlets,
    add_opening,
    add_towns,
    add_within,
    join_lists,
    share_kind,
    spread_origin,
)
from newsledger.coder.where.lookup import written_name
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.people import is_person
from newsledger.coder.where.reading import read
from newsledger.coder.where.routes import demote_routes
from newsledger.coder.where.runs import MOST, capital_runs, capitals, name_ends, name_starts
from newsledger.coder.where.sites import drop_site_names
from newsledger.coder.where.standing import is_common, is_weak, modifier, office, stands_free

SHORT = 3  # letters of a word that tells little by itself
LOUD = 0.7  # share of capitalised words above which a line is a headline in title case
JOINING = frozenset({"and", "or", "but", "nor"})
LOOSE = 5  # letters of a name that is sought by its skeleton
PARTS = frozenset({
    "central", "east", "eastern", "lower", "middle", "north", "northern", "south", "southern",
    "upper", "west", "western",
})  # fmt: skip


def find_places(
    sentence: Sentence,
    gazetteer: Gazetteer,
    *,
    upper: bool,
    people: frozenset[str] = frozenset(),
    cues: Cues | None = None,
    capital: Sequence[int] | None = None,
) -> list[PlaceMention]:
    """Return the names in `sentence` that may be places, by position.

    `upper` says that the text is upper-case wire copy, where names are sought behind place words only.
    `people` are the surnames of the article (`people.surnames`). `cues` default to the shipped ones, `capital` (the
    tokens that begin with a capital letter) to those of the sentence.
    """
    capital = capitals(sentence.words) if capital is None else capital
    if not (capital or upper or is_of_border(sentence.words)):
        return []
    return _Search(sentence, gazetteer, upper, people, cues or shipped_cues(), capital).run()


class _Search(Findings):
    """The search in one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        gazetteer: Gazetteer,
        upper: bool,
        people: frozenset[str],
        cues: Cues,
        capital: Sequence[int],
    ) -> None:
        self.capital = capital
        super().__init__(sentence.words, gazetteer, cues, read(sentence, upper, people, cues))

    def run(self) -> list[PlaceMention]:
        """Return the mentions of the sentence."""
        if self.reading.upper:
            self._search_upper()
        else:
            self._search_runs()
        if self.reading.nations:
            self._add_nations()
        if len(self.found) > 1:
            self.found.sort(key=lambda m: (m.first, -m.last))
            not_lands(self.words, self.found)
            join_lists(self.words, self.found, self.cues)
            add_towns(self.words, self.found, self.cues)
            share_kind(self.words, self.found)
            add_within(self.words, self.found, self.cues)
            add_opening(self.words, self.found)
            spread_origin(self.found)
            add_hamlets(self.words, self.found)
            drop_site_names(self.words, self.found, self.cues)
        if self.found:
            demote_routes(self.words, self.found, self.cues)
            add_chains(self.words, self.found, self.gazetteer, self.cues)
        return border_mentions(self.words, self.found, self.reading.nations, self.gazetteer)

    def _search_runs(self) -> None:
        """Look for names in runs of capitalised words."""
        words, norm, never = self.words, self.words.norm, self.cues.never
        runs = capital_runs(words, self.capital, self.cues)
        loud = sum(e - s for s, e in runs) > LOUD * len(norm) > 4
        claimed, text = self.reading.claimed, words.text
        for run in runs:
            at, last = run
            if units := self._units_at(at, last):
                mention = self._add(at, last + 1, units)
                mention.kind, mention.weak, mention.direction = "admin1", True, True
                continue
            if last == at + 1 and norm[at] in never:
                continue
            while at < last:
                if at in claimed or not (at == run[0] or text[at][0].isupper()):
                    at += 1
                else:
                    at = self._name_at(at, run, loud)

    def _name_at(self, at: int, run: tuple[int, int], loud: bool) -> int:
        """Look for the longest name that begins at token `at` of the run; return where to go on."""
        words, reading = self.words, self.reading
        if (words.norm[at] in self.cues.openers or words.norm[at - 1] == ",") and (
            short := self._short_state(at)
        ):
            return short
        if at > run[0] and self._is_surname(at):
            return at + 1
        if at == run[0] and words.norm[at - 1] in PARTS and (end := self._part_of_land(at)):
            return end
        last = run[1]
        reach = min(last, at + MOST)
        known = self.gazetteer.lengths(tuple(words.text[at:reach]), tuple(words.glued[at + 1 : reach]))
        ends = self._longer_ends(at, run) + [at + n for n in known]
        for end in ends:
            near = bool(self.found) and self.found[-1].last == at and not words.glued[at]
            found = self._look_up(at, end)
            if found and is_village(words, end):
                found = tuple(p for p in found if p.population < SIZABLE)
            if found and stands_free(reading, (at, end), (run[0], max(last, end)), found, near):
                if self._is_persons_site(at, end, run[1]) or self._is_half(end, run[1]):
                    continue
                if self._only_begins(at, end, run[1]):
                    continue
                mention = self._add(at, end, found)
                mention.weak = is_weak(reading, (at, end), loud, found)
                mention.common = is_common(reading, (at, end))
                mention.modifier = modifier(reading, at, end, run[1]) or office(words, mention)
                if end < run[1] and kind_behind(words, run[1], self.cues) == "quarter":
                    mention.kind, mention.modifier = "quarter", ""  # "the Hyde Park neighborhood"
                if is_quarter_of(words, at, run[1]):
                    mention.kind = "quarter"
                return end
        return self._loosely(at, run) or at + 1

    def _is_half(self, end: int, last: int) -> bool:
        """Say whether a hyphen joins a name to a word that is none, so that both make a name of their own."""
        words = self.words
        if end + 1 < last and words.norm[end] in self.cues.articles and words.glued[end + 1]:
            return not words.glued[end]  # "Alma" of "Alma al-Chaab"
        if end >= last or not words.glued[end] or words.norm[end] in self.cues.kinds:
            return False
        if not words.text[end][0].isupper():
            return False
        rest = tuple(words.text[end:last]), tuple(words.glued[end + 1 : last])
        return not (end in self.reading.nations or self.gazetteer.lengths(*rest))

    def _only_begins(self, at: int, end: int, last: int) -> bool:
        """Say whether short words are only the beginning of a village's name that no list has ("Ma Le Thar")."""
        words = self.words
        if end - at < 2 or end >= last or any(len(n) > SHORT for n in words.norm[at:end]):
            return False
        rest = tuple(words.text[end:last]), tuple(words.glued[end + 1 : last])
        village = words.norm[last : last + 1] == ["village"]  # whose name it is, whatever else "Yang" may be
        return words.norm[end] not in self.cues.kinds and (village or not self.gazetteer.lengths(*rest))

    def _is_persons_site(self, at: int, end: int, last: int) -> bool:
        """Say whether a given name only begins the name of a site ("Hassan Square")."""
        reading = self.reading
        return (
            end == at + 1
            and self.words.norm[at] in self.cues.given
            and modifier(reading, at, end, last) == "site"
        )

    def _is_surname(self, at: int) -> bool:
        """Say whether a given name or title right before token `at` makes it a person's name."""
        before = self.words.norm[at - 1]
        return before in self.cues.titles or (
            before in self.cues.given and self.words.text[at - 1][0].isupper()
        )

    def _part_of_land(self, at: int) -> int:
        """Look for a first-level unit whose name begins with a direction in lower case ("middle Shabelle")."""
        words = self.words
        if not at or not words.text[at - 1].islower() or words.glued[at]:
            return 0
        found = self.gazetteer.find(f"{words.text[at - 1]} {words.text[at]}")
        found = tuple(p for p in found if p.kind == "admin1" and p.primary)
        if not found:
            return 0
        self._add(at - 1, at + 1, found)
        return at + 1

    def _longer_ends(self, at: int, run: tuple[int, int]) -> list[int]:
        """Return where a name from token `at` on may end beyond its run: "the Lachin corridor", "Prince George's"."""
        norm, last = self.words.norm, run[1]
        if last >= len(norm):
            return []
        if norm[last] == "'s":
            return self._possessive_ends(at, last)
        return [last + 1] if at == run[0] and norm[last] in self.cues.special else []

    def _units_at(self, at: int, last: int) -> tuple[Place, ...]:
        """Return the first-level units whose name is one only with the noun behind it ("the North-West region", "Unity
        state")."""
        norm = self.words.norm
        if last - at > 2 or last >= len(norm) or self.cues.kinds.get(norm[last]) != "admin1":
            return ()
        name = written_name(self.words, at, last)
        found = self.gazetteer.units_called(name)
        if last == at + 1 and norm[at] in self.cues.never:  # "Gulf province"
            found += self.gazetteer.find(name)
        return tuple(p for p in found if p.kind == "admin1" and p.primary)

    def _possessive_ends(self, at: int, last: int) -> list[int]:
        """Return where a name with an "'s" of its own may end, the longest first ("Prince George's County")."""
        text = self.words.text
        rest = range(min(len(text), last + 5), last + 1, -1)
        return [*(end for end in rest if text[end - 1][0].isupper()), last + 1]

    def _loosely(self, at: int, run: tuple[int, int]) -> int:
        """Look for a name behind a place word by the skeleton of its spelling; return where to go on, or 0.

        Such a name is weak: the article must speak for its country.
        """
        words, reading = self.words, self.reading
        if at != run[0] or not reading.has_strong_cue(at) or words.norm[at] in reading.people:
            return 0
        reach = min(run[1], at + MOST)
        ends = self._longer_ends(at, run) + [
            e for e in range(reach, at, -1) if words.text[e - 1][0].isupper()
        ]
        for end in ends:
            name = written_name(words, at, end)
            plain = end - at > 1 or not (words.norm[at] in self.cues.never or self._is_adjective(at, end))
            if len(name) < LOOSE or not plain or not reading.claimed.isdisjoint(range(at, end)):
                continue
            found = self.gazetteer.find(name, loose=True)
            if found and stands_free(reading, (at, end), run, found, False):
                mention = self._add(at, end, found)
                mention.weak = mention.loose = True
                return end
        return 0

    def _search_upper(self) -> None:
        """Look for names behind place words of upper-case copy, where case says nothing."""
        norm, reading = self.words.norm, self.reading
        done = 0
        for at in name_starts(self.words, self.cues):
            if at < done or at in reading.claimed or self._is_nation(at):
                continue
            if norm[at] in JOINING:
                continue  # "AND A" is not Anda
            if norm[at - 1] in {",", "and"} and not (self.found and self.found[-1].last >= at - 2):
                continue
            for end in name_ends(self.words, at, self.cues):
                if end - at == 1 and (
                    reading.is_ordinary(at) or norm[at] in self.cues.seldom or norm[at] in self.cues.common
                ):
                    continue
                found = self._look_up(at, end)
                if found and not is_person(self.words, at, end, self.cues, self.reading.people):
                    self._add(at, end, found).weak = True
                    done = end
                    break
