"""Which names in a sentence may be places? `find_places` gives them with their cues and candidates (coding-rules 4).

Spans of the lexicon and mentions of actors are respected where they exist, and nothing depends on them. No more than
a look-up of each capitalised name is done here: which place a name means is decided by `context`.
"""

from collections.abc import Iterable

from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.spans import Sentence
from newsledger.coder.where.border import border_mentions
from newsledger.coder.where.cues import STRONG, Cues, shipped_cues
from newsledger.coder.where.lead_in import is_from, kind_behind, lead_in
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.people import is_person
from newsledger.coder.where.runs import MOST, capital_runs, name_ends, name_starts
from newsledger.coder.words import Words

CLAIMING = frozenset({"group", "gang", "communal", "mission"})  # kinds of mentions and spans whose words name no place
LOUD = 0.7  # share of capitalised words above which a line is a headline in title case
SIZABLE = 20_000  # people; a name of common words only ("Little Rock") must be at least a town
CONNECTING = frozenset({",", "and", "or", "&", "/", "(", ")", "as", "well", "then", "both", "also", "the"})
GAP = 6  # tokens between two names of a list
# A short word in capitals that is no abbreviation of a country is one of something else.
SHORT = 4


def find_places(
    sentence: Sentence,
    gazetteer: Gazetteer,
    *,
    upper: bool,
    people: frozenset[str] = frozenset(),
    cues: Cues | None = None,
) -> list[PlaceMention]:
    """Return the names in `sentence` that may be places, by position.

    `upper` says that the text is upper-case wire copy, where names are sought behind place words only. `people` are the
    surnames of the article (`people.surnames`). `cues` default to the shipped ones.
    """
    return _Search(sentence, gazetteer, upper, people, cues or shipped_cues()).run()


class _Search:
    """The search in one sentence."""

    def __init__(
        self, sentence: Sentence, gazetteer: Gazetteer, upper: bool, people: frozenset[str], cues: Cues
    ) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.gazetteer = gazetteer
        self.upper = upper
        self.people = people
        self.cues = cues
        self.claimed: set[int] = set()
        self.other: set[int] = set()
        self.nations: dict[int, tuple[int, str, frozenset[str]]] = {}
        self.acting: set[int] = set()
        self.found: list[PlaceMention] = []

    def run(self) -> list[PlaceMention]:
        """Return the mentions of the sentence."""
        self._read_spans()
        if self.upper:
            self._search_upper()
        else:
            self._search_runs()
        self._add_nations()
        self.found.sort(key=lambda m: (m.first, -m.last))
        self._join_lists()
        self._add_within()
        return border_mentions(self.sentence, self.found, self.nations, self.gazetteer)

    def _read_spans(self) -> None:
        """Note which tokens belong to groups, to other words of the lexicon, to countries and to acting governments."""
        for span in self.sentence.spans:
            entry = span.entry
            if entry.kind == "country":
                if "other" not in entry.tags:
                    self.nations[span.first] = (span.last, entry.id, entry.tags)
            elif entry.kind in CLAIMING:
                self.claimed.update(range(span.first, span.last))
            elif entry.kind != "place":
                self.other.update(range(span.first, span.last))
        for mention in self.sentence.mentions:
            if mention.kind in CLAIMING:
                self.claimed.update(range(mention.first, mention.last))
            elif mention.kind == "state":
                self.acting.update(range(mention.first, mention.last))
        self._claim_phrases()

    def _claim_phrases(self) -> None:
        """Claim the names of other things that hold a place name ("Manchester United")."""
        norm = self.words.norm
        for i, token in enumerate(norm):
            for words in self.cues.phrases.get(token, ()):
                if tuple(norm[i : i + len(words)]) == words:
                    self.claimed.update(range(i, i + len(words)))
                    break

    def _search_runs(self) -> None:
        """Look for names in runs of capitalised words."""
        runs = capital_runs(self.words, self.cues)
        loud = sum(e - s for s, e in runs) > LOUD * len(self.words) > 4
        for first, last in runs:
            at = first
            while at < last:
                at = self._name_at(at, first, last, loud)

    def _name_at(self, at: int, first: int, last: int, loud: bool) -> int:
        """Look for the longest name that begins at token `at` of the run; return where to go on."""
        words, cues = self.words, self.cues
        if at in self.claimed or not words.text[at][0].isupper():
            return at + 1
        if short := self._short_state(at):
            return short
        ends = [e for e in range(min(last, at + MOST), at, -1) if words.text[e - 1][0].isupper()]
        if last < len(words) and words.norm[last] in cues.special and at == first:
            ends.insert(0, last + 1)
        for end in ends:
            found = self._look_up(at, end)
            if not found or not self._stands_free(at, end, first, max(last, end), found):
                continue
            self._add(at, end, found, weak=self._is_weak(at, end, loud))
            return end
        return at + 1

    def _look_up(self, first: int, last: int) -> tuple[Place, ...]:
        """Return the places that bear the name of these tokens, none for words that are no names."""
        words, cues = self.words, self.cues
        if last - first == 1:
            token, text = words.norm[first], words.text[first]
            if token in cues.never or len(token) < 2:
                return ()
            if len(text) <= SHORT and text.isupper() and not self.upper:
                nation = self.nations.get(first)
                return self.gazetteer.find(nation[1]) if nation and "name" in nation[2] else ()
        elif any(i in self.claimed for i in range(first, last)):
            return ()
        name = _written(words, first, last)
        found = self.gazetteer.find(name)
        if found and last - first > 1 and all(n in cues.never or n in cues.inside for n in words.norm[first:last]):
            found = tuple(p for p in found if p.population >= SIZABLE or p.id < 0 or p.kind == "country")
        return found

    def _stands_free(self, first: int, last: int, begin: int, end: int, found: tuple[Place, ...]) -> bool:
        """Say whether the name is not a part of a longer name of a person, street, firm or team."""
        words, cues = self.words, self.cues
        norm = words.norm
        known = found[0].kind in {"country", "capital"}
        if is_person(words, first, last, cues, frozenset() if known else self.people):
            return self._has_strong_cue(first) and norm[first] in self.people and last == end and first == begin
        if last < len(norm) and norm[last] in cues.other and words.text[last][0].isupper():
            return False
        if last - first > 1:
            return True
        if not self._fits_before(first, begin):
            return False
        return last >= end or self._fits_behind(last) or self._has_strong_cue(first)

    def _fits_before(self, first: int, begin: int) -> bool:
        """Say whether the capitalised word before a name of one word may stand there without being a part of it."""
        if first <= begin:
            return True
        words, cues = self.words, self.cues
        token = words.norm[first - 1]
        if token in cues.ahead or token in cues.never or token in cues.institution or words.text[first - 1].isupper():
            return True
        if any(f < first <= last for f, (last, _, _) in self.nations.items()):
            return True
        return bool(self.found) and self.found[-1].last == first and not words.glued[first]

    def _fits_behind(self, last: int) -> bool:
        """Say whether the capitalised word behind a name of one word may stand there without being a part of it."""
        token, text = self.words.norm[last], self.words.text[last]
        cues = self.cues
        if last in self.nations or (text.isupper() and len(text) > 1):
            return True
        if token in cues.other:
            return False
        return token in cues.institution or token in cues.kinds or token in cues.special or token in cues.never

    def _has_strong_cue(self, first: int) -> bool:
        return lead_in(self.words, first, self.cues, self.nations.keys()).cue in STRONG

    def _is_weak(self, first: int, last: int, loud: bool) -> bool:
        """Say whether only the capital letter speaks for the name, which a headline or a sentence's first word has too."""
        if last - first > 1 and not all(n in self.cues.never for n in self.words.norm[first:last]):
            return False
        if self._has_strong_cue(first):
            return False
        token = self.words.norm[first]
        return (
            first == 0
            or loud
            or first in self.other
            or token in self.cues.seldom
            or token in self.cues.given
            or self.words.text[first - 1] in {'"', "'", ":"}
        )

    def _search_upper(self) -> None:
        """Look for names behind place words of upper-case copy, where case says nothing."""
        done = 0
        for at in name_starts(self.words, self.cues):
            if at < done or at in self.claimed or at in self.nations:
                continue
            for end in name_ends(self.words, at, self.cues):
                if end - at == 1 and (at in self.other or self.words.norm[at] in self.cues.seldom):
                    continue
                found = self._look_up(at, end)
                if found and not is_person(self.words, at, end, self.cues, frozenset()):
                    before = self.words.norm[at - 1]
                    if before in {",", "and"} and not (self.found and self.found[-1].last >= at - 2):
                        break
                    self._add(at, end, found, weak=True)
                    done = end
                    break

    def _short_state(self, at: int) -> int:
        """Add a shortened state of the USA at token `at` ("Va.", "N.C."; "VA" behind a comma); return its end, or 0."""
        words, cues = self.words, self.cues
        behind = at > 1 and words.norm[at - 1] == "," and bool(self.found) and self.found[-1].last == at - 1
        if behind and (state := cues.post.get(words.text[at])):
            return self._add_state(at, at + 1, state)
        if words.norm[at] not in cues.openers:
            return 0
        joined = ""
        for end in range(at, min(at + 4, len(words))):
            if end > at and words.start[end] != words.end[end - 1]:
                break
            joined += words.norm[end]
            state = cues.states.get(joined)
            if state and (behind or joined.count(".") > 1):
                return self._add_state(at, end + 1, state)
        return 0

    def _add_state(self, first: int, last: int, state: str) -> int:
        found = self.gazetteer.find(state, "United States")
        if found:
            self.found.append(PlaceMention(first, last, state, "none", "admin1", found, 0, first))
        return last

    def _add(self, first: int, last: int, found: tuple[Place, ...], weak: bool) -> None:
        """Add a mention with its cue and kind."""
        words, cues = self.words, self.cues
        lead = lead_in(words, first, cues, self.nations.keys())
        cue = "from" if is_from(words, last) else lead.cue
        kind = kind_behind(words, last, cues) or lead.kind
        country = next((p for p in found if p.kind == "country"), None)
        if country and (found[0] is country or first in self.nations) and not kind:
            kind = "country"
        acting = first in self.acting and cue not in STRONG
        name = _written(words, first, last)
        self.found.append(
            PlaceMention(first, last, name, cue, kind, found, len(self.found) + 1, lead.start, actor=acting, weak=weak)
        )

    def _add_nations(self) -> None:
        """Add the countries that the lexicon knows and no longer name holds."""
        taken = {i for m in self.found for i in range(m.first, m.last)}
        for first, (last, name, tags) in sorted(self.nations.items()):
            if "name" not in tags or taken.intersection(range(first, last)):
                continue
            if not self.words.text[first][0].isupper() or ("pronoun" in tags and self.words.text[first].islower()):
                continue
            if any(t.islower() and "pronoun" in tags for t in self.words.text[first:last]):
                continue
            found = tuple(p for p in self.gazetteer.find(name) if p.kind == "country")
            if found:
                self._add(first, last, found, weak=False)

    def _join_lists(self) -> None:
        """Give names of one list ("in A, B and C") the same group, and those without a cue the cue of the one before."""
        before: PlaceMention | None = None
        for mention in self.found:
            if before is not None and self._connected(before, mention):
                mention.group = before.group
                if mention.cue in {"none", "of"} and mention.start >= before.last:
                    mention.cue = before.cue
                    mention.start = before.start
            before = mention

    def _connected(self, before: PlaceMention, mention: PlaceMention) -> bool:
        """Say whether only commas, "and" and words such as "district" stand between two names."""
        start = mention.start if mention.start >= before.last else mention.first
        if start - before.last > GAP or start == before.last:
            return False
        norm = self.words.norm
        between = norm[before.last : start]
        listing = {",", "and", "or", "&", "/", "("}.intersection(between)
        return bool(listing) and all(
            n in CONNECTING or n in self.cues.kinds or n in self.cues.skip or n in self.cues.special for n in between
        )

    def _add_within(self) -> None:
        """Note the unit or country named right behind a place: "A, B", "A in B", "A (B)"."""
        norm = self.words.norm
        for mention, behind in _pairs(self.found):
            between = norm[mention.last : behind.first]
            if len(between) > GAP or not between or between[0] not in {",", "in", "("} | self.cues.kinds.keys():
                continue
            if all(n in {",", "in", "(", "the"} or n in self.cues.skip or n in self.cues.kinds for n in between) and any(
                p.kind in {"country", "admin1", "admin2", "region"} for p in behind.candidates
            ):
                mention.within = behind.name


def _pairs(found: list[PlaceMention]) -> Iterable[tuple[PlaceMention, PlaceMention]]:
    return zip(found, found[1:], strict=False)


def _written(words: Words, first: int, last: int) -> str:
    """Return the name as it is looked up: glued parts by hyphens, no space before the stop of "St."."""
    if last - first == 1:
        return words.text[first]
    out = words.text[first]
    for i in range(first + 1, last):
        text = words.text[i]
        out += text if text == "." else f"-{text}" if words.glued[i] else f" {text}"
    return out
