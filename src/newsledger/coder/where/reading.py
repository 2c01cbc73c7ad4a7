"""What is known of a sentence's words before names are sought: groups, countries, ordinary words."""

from dataclasses import dataclass, field

from newsledger.coder.spans import BODIES, Sentence, Span
from newsledger.coder.where.cues import STRONG, Cues
from newsledger.coder.where.lead_in import LeadIn, lead_in
from newsledger.coder.words import Words

FORMULAS = "formulas"  # the blocker of what groups say of their dead ("on the road to Jerusalem")
NAMING = BODIES | {"country", "place"}


@dataclass(slots=True)
class Nation:
    """A country named at a token: the token after it, the country, and the tags of its lexicon entry."""

    last: int
    country: str
    tags: frozenset[str]


@dataclass(slots=True)
class Reading:
    """The words of one sentence with what the lexicon pass says of them, by token.

    `claimed` are tokens of other things' names, `acting` those of governments as actors; `nations` maps the first
    token of a country's name or adjective to it; `people` are the surnames of the article.
    """

    sentence: Sentence
    words: Words
    cues: Cues
    upper: bool
    people: frozenset[str]
    claimed: set[int] = field(default_factory=set)
    acting: set[int] = field(default_factory=set)
    nations: dict[int, Nation] = field(default_factory=dict)
    _leads: dict[int, LeadIn] = field(default_factory=dict)

    def lead_in(self, first: int) -> LeadIn:
        """Return the cue before token `first`."""
        if first not in self._leads:
            found = lead_in(self.words, first, self.cues, self.nations)
            words = self.words
            inside = first > 1 and words.norm[first - 1] == "(" and words.is_name(first - 2)
            if inside and found.cue == "none":  # "Kafr Amma (Hama)": where the place before it lies
                found = LeadIn("at", found.kind, found.start)
            self._leads[first] = found
        return self._leads[first]

    def is_ordinary(self, at: int) -> bool:
        """Say whether token `at` belongs to a word of the lexicon that names nobody and no place."""
        kinds = (s.entry.kind for s in self.sentence.spans if s.first <= at < s.last)
        return any(kind not in NAMING for kind in kinds)

    def has_strong_cue(self, first: int) -> bool:
        """Say whether a word such as "in" or "near" leads up to token `first`."""
        return self.lead_in(first).cue in STRONG


def is_nation(span: Span) -> bool:
    """Say whether a span of the lexicon is a country's name or adjective, and none that only looks like one."""
    return span.entry.kind == "country" and "other" not in span.entry.tags


def read(sentence: Sentence, upper: bool, people: frozenset[str], cues: Cues) -> Reading:
    """Return the reading of a sentence; spans and mentions may be missing."""
    reading = Reading(sentence, sentence.words, cues, upper, people)
    for span in sentence.spans:
        entry = span.entry
        if entry.kind == "country":
            if is_nation(span):
                reading.nations[span.first] = Nation(span.last, entry.id, entry.tags)
                # the islands in the name of a state are no places of the event
                if "and" in sentence.words.norm[span.first : span.last]:
                    reading.claimed.update(range(span.first, span.last))
        elif entry.kind in BODIES or (entry.kind == "blocker" and entry.id == FORMULAS):
            reading.claimed.update(range(span.first, span.last))
    for mention in sentence.mentions:
        if mention.kind in BODIES:
            reading.claimed.update(range(mention.first, mention.last))
        elif mention.kind == "state":
            reading.acting.update(range(mention.first, mention.last))
    _claim_phrases(reading)
    return reading


def _claim_phrases(reading: Reading) -> None:
    """Claim the names of other things that hold a place name ("Manchester United")."""
    norm = reading.words.norm
    phrases = reading.cues.phrases
    if reading.cues.phrase_starts.isdisjoint(norm):
        return
    for i in [i for i, token in enumerate(norm) if token in phrases]:
        for words in phrases[norm[i]]:
            if tuple(norm[i : i + len(words)]) == words:
                reading.claimed.update(range(i, i + len(words)))
                break
