"""Which town do "the Afghan capital", "Kenya's capital" and "the capital" mean? The seat of a country's government.

A capital is told by its country far more often than by its name once it has been named; without a country of its own
the word means the capital of the country that the article is about (coding-rules 4).
"""

from collections.abc import Mapping, Sequence

from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.spans import Sentence
from newsledger.coder.where.cues import STRONG, Cues
from newsledger.coder.where.findings import TOWNS
from newsledger.coder.where.lead_in import lead_in
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.reading import is_nation
from newsledger.coder.words import Words

WORD = "capital"
# what makes the word another one: money, law, letters
OTHER = frozenset(
    "punishment market markets gain gains investment investments flight flows expenditure expenditures spending goods"
    " crime crimes offence offense murder letter letters case cases fund funds hill inflow inflows requirement"
    " requirements budget stock base charge charges ship ships one".split()
)
# what may stand between a country and the word ("Somalia's seaside capital")
BETWEEN = frozenset(
    "'s seaside coastal besieged war-torn battered embattled sprawling bustling congested".split()
)
APPOSED = frozenset({",", "the", "(", "—", "is", "and"})
PARTS = frozenset(
    "provincial regional departmental district divisional governorate county prefectural island".split()
)
CLAIMED = frozenset({"facto", "self-declared", "declared", "self-proclaimed", "proclaimed", "self-styled"})
UNITS = frozenset({"admin1", "admin2", "region"})
NAMED_BEHIND = 4  # tokens behind the word in which its town may be named
Nations = Mapping[int, tuple[int, str]]  # by the token behind a country's name: its first token, the country


def add_capitals(
    sentences: Sequence[Sentence],
    mentions: list[list[PlaceMention]],
    gazetteer: Gazetteer,
    country: str,
    cues: Cues,
) -> None:
    """Add to the place names of each sentence the capitals that it tells by the word.

    `country` is what the article is about by all evidence; a bare "the capital" is its own if no other is named.
    """
    if not any(WORD in s.words.norm for s in sentences):
        return
    if {known for s in sentences for _, known in _nations(s).values()} != {country}:
        country = ""
    for sentence, row in zip(sentences, mentions, strict=True):
        norm = sentence.words.norm
        for at, word in enumerate(norm if WORD in norm else ()):
            if word != WORD or (at + 1 < len(norm) and norm[at + 1] in OTHER) or _is_named(norm, row, at):
                continue
            found = _of_nation(sentence, at) or (
                (at, country) if _is_bare(sentence.words, at, cues) else None
            )
            place = _seat(found[1], gazetteer) if found else None
            if found and place and not (_is_apposed(norm, row, found[0]) or _is_of_unit(norm, row, at)):
                row.append(_mention(sentence, found[0], at, place, len(row) + 1, cues))
        row.sort(key=lambda m: (m.first, -m.last))


def _is_of_unit(norm: Sequence[str], row: Sequence[PlaceMention], at: int) -> bool:
    """Say whether the word at token `at` is about a part of a country ("the provincial capital of Balochistan")."""
    if at and norm[at - 1] in PARTS:
        return True
    behind = at + 3 if norm[at + 1 : at + 3] == ["of", "the"] else at + 2
    units = (m for m in row if m.first == behind and norm[at + 1] == "of" and not m.is_country)
    return any(p.kind in UNITS for m in units for p in m.candidates[:1])


def _nations(sentence: Sentence) -> Nations:
    """Return the countries that a sentence names, by the token behind their names."""
    return {s.last: (s.first, s.entry.id) for s in sentence.spans if is_nation(s)}


def _of_nation(sentence: Sentence, at: int) -> tuple[int, str] | None:
    """Return where "the Afghan capital" or "capital of Kenya" begins, and the country."""
    norm, nations = sentence.words.norm, _nations(sentence)
    if not CLAIMED.isdisjoint(norm[max(0, at - 4) : at]):
        return None  # "the group's de facto Syrian capital"
    before = at
    while before > 0 and norm[before - 1] in BETWEEN and at - before < 3:
        before -= 1
    if before in nations:
        return nations[before]
    behind = at + 2 if norm[at + 1 : at + 2] == ["city"] else at + 1
    if norm[behind : behind + 1] != ["of"]:
        return None
    first = behind + 2 if norm[behind + 1 : behind + 2] == ["the"] else behind + 1
    return next(((at, country) for start, country in nations.values() if start == first), None)


def _is_bare(words: Words, at: int, cues: Cues) -> bool:
    """Say whether the word stands alone behind "in the", "near the": the article's own capital."""
    if at < 2 or words.norm[at - 1] != "the" or words.norm[at + 1 : at + 2] == ["of"]:
        return False
    return lead_in(words, at, cues, ()).cue in STRONG


def _is_named(norm: list[str], row: Sequence[PlaceMention], at: int) -> bool:
    """Say whether the town is named right behind the word ("the Afghan capital, Kabul")."""
    behind = (m for m in row if at < m.first <= at + NAMED_BEHIND and m.candidates)
    return any(
        m.candidates[0].kind in TOWNS and set(norm[at + 1 : m.first]) <= APPOSED | {"city", "of"}
        for m in behind
    )


def _is_apposed(norm: list[str], row: Sequence[PlaceMention], first: int) -> bool:
    """Say whether the town is named right before ("Kabul, the Afghan capital")."""
    return any(m.last <= first and set(norm[m.last : first]) <= APPOSED for m in row if not m.is_country)


def _seat(country: str, gazetteer: Gazetteer) -> Place | None:
    """Return the capital of a country, if the gazetteer has it."""
    known = gazetteer.country(country)
    found = gazetteer.find(known.capital, country) if known and known.capital else ()
    return next((p for p in found if p.kind in TOWNS), None)


def _mention(sentence: Sentence, first: int, at: int, place: Place, group: int, cues: Cues) -> PlaceMention:
    """Return the mention of a capital from token `first` to the word at `at`."""
    lead = lead_in(sentence.words, first, cues, {start for start, _ in _nations(sentence).values()})
    return PlaceMention(
        first, at + 1, place.name, lead.cue, "", (place,), group=group, start=lead.start, capital=True
    )
