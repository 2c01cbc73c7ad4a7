"""Which units does an article name right behind a place? "X (Y district, Z)", "X village, Y district, Z province".

What stands in brackets behind a name is nearly a proof of where it lies: a place of that name elsewhere is then
another one (coding-rules 4).
"""

from collections.abc import Sequence
from itertools import pairwise

from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.where.cues import Cues
from newsledger.coder.where.inside import lies_in
from newsledger.coder.where.lead_in import kind_at
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.words import Words

VILLAGE_CUES = frozenset(
    {"in", "near", "at", "of", "around", "outside"}
)  # words before the name of a village
LONGEST = 24  # tokens in brackets; longer ones hold sentences
JOINING = frozenset({",", "and", "or", "/", "(", ")", "—", "-", "of", "in", "the", ";", "'s"})
CODED = frozenset({"coded"})
UNITS = frozenset({"admin1", "admin2", "region", "country"})
# what may stand between the name of a place and the brackets with its units ("the Guliston crossing (Isfara, Sughd)")
SITES = frozenset(
    "crossing market bazaar camp checkpoint bridge junction settlement mine dam airport airfield base barracks forest"
    " outpost post station bypass refugee displaced border military army gold".split()
)
SITE_WORDS = 2
# units that many countries have by the same name
DIRECTIONS = frozenset(
    "central centre center north south east west northern southern eastern western middle upper lower coast".split()
)


def add_chains(words: Words, found: list[PlaceMention], gazetteer: Gazetteer, cues: Cues) -> None:
    """Note behind which names units stand in brackets; units that bear the name of a direction are added.

    `found` are the mentions of the sentence by position; `chain` of each gets the units behind it, the smallest
    first.
    """
    if "(" not in words.norm:
        return
    done = 0
    _settle_lone(words, found)
    _unlist(words, found, cues)
    for mention in list(found):
        if mention.first < done or mention.is_country or mention.kind == "border":
            continue
        units, end = _behind(words, mention.last, found, gazetteer, cues)
        if not units:
            continue
        done = end
        if _are_of_elsewhere(units, mention):
            for unit in units:
                found.remove(unit)
            continue
        for unit in units:
            _settle_unit(unit, mention)
        row = [mention, *units]
        for at, inner in enumerate(row[:-1]):
            inner.chain = tuple(row[at + 1 :])
            inner.within = row[at + 1].name
            inner.settled = True
    for before, mention in reversed(list(pairwise(found))):
        if mention.chain and not before.chain and _leads_to(words, before, mention, cues):
            before.chain = (mention, *mention.chain)
            before.within = mention.name


def _settle_lone(words: Words, found: Sequence[PlaceMention]) -> None:
    """Take the names in brackets behind villages that no gazetteer has for the units around them."""
    known = {i for m in found for i in range(m.first, m.last)}
    for mention in found:
        if not mention.kind and _behind_unknown(words, mention.first, known):
            around = tuple(p for p in mention.candidates if p.kind == "admin1")
            mention.kind = "admin1" if around else ""
            mention.candidates = around or mention.candidates


def _behind_unknown(words: Words, first: int, known: set[int]) -> bool:
    """Say whether the bracket before token `first` follows the name of a village that no gazetteer has, so that the
    unit around it stands in them ("near Xanadu (A)")."""
    at = first - 2
    if at < 1 or words.norm[first - 1] != "(":
        return False
    while at > 0 and words.text[at][0].isupper() and at not in known:
        at -= 1
    return at < first - 2 and at not in known and words.norm[at] in VILLAGE_CUES


def _unlist(words: Words, found: Sequence[PlaceMention], cues: Cues) -> None:
    """Take a name and the unit behind it in brackets for one place, as behind a village that no gazetteer has ("in
    Xanadu (Y, Z)"), and not for a list of two."""
    for before, unit in reversed(list(pairwise(found))):
        if before.chain or before.is_country or not _leads_to(words, before, unit, cues):
            continue
        bracketed = "(" in words.norm[: before.first] and _in_brackets(words, before.first)
        if not bracketed or not _is_around(unit, before):
            continue
        unit.group, unit.cue = 1 + max(m.group for m in found), "none"
        if any(lies_in(p, u) for p in before.candidates for u in unit.candidates):
            before.chain, before.within, before.settled = (unit, *unit.chain), unit.name, True
        elif before.cue == "none":
            before.cue = "at"  # a reform has moved it: it is still the finer of the two


def _in_brackets(words: Words, at: int) -> bool:
    """Say whether token `at` stands in brackets whose names are joined by commas alone."""
    opened = next((i for i in range(at, max(at - LONGEST, -1), -1) if words.norm[i] in {"(", ")"}), -1)
    close = _close(words, opened) if opened >= 0 and words.norm[opened] == "(" else 0
    return close > at and "and" not in words.norm[opened:close]


def _is_around(unit: PlaceMention, place: PlaceMention) -> bool:
    """Say whether a name is first of all that of a unit or country, in which the place before it lies."""
    if not (unit.candidates and place.candidates) or unit.candidates[0].kind not in {"admin1", "country"}:
        return unit.kind in UNITS
    if place.candidates[0].kind in {"admin1", "country"}:
        return unit.candidates[0].kind == "country"
    return any(p.country == unit.candidates[0].country for p in place.candidates)


def _leads_to(words: Words, before: PlaceMention, unit: PlaceMention, cues: Cues) -> bool:
    """Say whether only a comma stands between a name and the unit around it: "X village, Y district (Z)"."""
    at = kind_at(words, before.last, cues)[1]
    return words.norm[at : unit.first] == [","] and not before.is_country


def _are_of_elsewhere(units: Sequence[PlaceMention], place: PlaceMention) -> bool:
    """Say whether units bear the names of directions alone, of which the gazetteer knows none in a country where the
    place before them lies ("Kiryat Shmona (North)")."""
    if not place.candidates or any(u.name.casefold() not in DIRECTIONS for u in units):
        return False
    lands = {p.country for u in units for p in u.candidates}
    return lands.isdisjoint(p.country for p in place.candidates)


def _settle_unit(unit: PlaceMention, place: PlaceMention) -> None:
    """Take a name in brackets for a unit around `place`, whatever words beside it would make of it elsewhere."""
    unit.modifier, unit.actor, unit.common, unit.weak = place.modifier, place.actor, False, False
    unit.cue, unit.start = place.cue, place.start
    if not unit.kind:
        kinds = {p.kind for p in unit.candidates if p.primary}
        unit.kind = next((k for k in ("country", "admin1") if k in kinds), "admin2")


def _behind(
    words: Words, last: int, found: list[PlaceMention], gazetteer: Gazetteer, cues: Cues
) -> tuple[list[PlaceMention], int]:
    """Return the units in the brackets behind token `last`, by position, and where the brackets end."""
    units: list[PlaceMention] = []
    end = _after_kind(words, last, cues)
    while end < len(words.norm) and words.norm[end] == "(":
        close = _close(words, end)
        if not close:
            break
        inside = words.norm[end + 1 : close]
        if CODED.isdisjoint(inside):
            if not _is_list(words, end + 1, close, found, cues):
                break
            units += _named(words, end + 1, close, found, gazetteer)
        end = close + 1
    return units, end


def _after_kind(words: Words, last: int, cues: Cues) -> int:
    """Return the token behind the nouns for a kind of place that stand at token `last`, if some do."""
    end = kind_at(words, last, cues)[1]
    site = end
    while site < min(end + SITE_WORDS, len(words.norm)) and words.norm[site] in SITES:
        site += 1
    return site if words.norm[site : site + 1] == ["("] else end


def _close(words: Words, start: int) -> int:
    """Return the bracket that closes the one at token `start`, or 0."""
    depth = 0
    for at in range(start, min(len(words.norm), start + LONGEST)):
        depth += {"(": 1, ")": -1}.get(words.norm[at], 0)
        if not depth:
            return at
    return 0


def _is_list(words: Words, first: int, last: int, found: Sequence[PlaceMention], cues: Cues) -> bool:
    """Say whether tokens `first` to `last` hold nothing but names, kinds of places and what joins them."""
    taken = {i for m in found for i in range(m.first, m.last)}
    norm = words.norm
    if not cues.distance.isdisjoint(norm[first:last]):
        return False
    small = JOINING | cues.skip | cues.inside | cues.articles
    at = first
    while at < last:
        end = kind_at(words, at, cues)[1]
        if end > at:
            at = end
        elif at in taken or words.text[at][0].isupper() or norm[at][0].isdigit() or norm[at] in small:
            at += 1
        else:
            return False
    return True


def _named(
    words: Words, first: int, last: int, found: list[PlaceMention], gazetteer: Gazetteer
) -> list[PlaceMention]:
    """Return the mentions between two tokens; "Nord" or "Centre", units by nobody's doubt here, become mentions."""
    inside = [m for m in found if first <= m.first and m.last <= last]
    for mention in inside:
        if all(p.kind != "admin1" for p in mention.candidates):
            mention.candidates += gazetteer.units_called(mention.name)
    taken = {i for m in inside for i in range(m.first, m.last)}
    for at in range(first, last):
        if at in taken or not words.text[at][0].isupper() or words.glued[at]:
            continue  # "Shan State-North" is a part of Shan State, "Mont-Nord" no unit called "Nord"
        end = at + 1
        while end < last and end not in taken and words.glued[end]:
            end += 1
        places = gazetteer.units_called(
            "-".join(words.text[i] for i in range(at, end) if words.text[i] != "-")
        )
        if places:
            group = max((m.group for m in found), default=0)
            unit = PlaceMention(at, end, words.text[at], "none", "admin1", places, group=group, start=at)
            found.append(unit)
            inside.append(unit)
            taken.update(range(at, end))
    found.sort(key=lambda m: (m.first, -m.last))
    return sorted(inside, key=lambda m: m.first)


def narrowed(chain: Sequence[PlaceMention], gazetteer: Gazetteer) -> list[tuple[Place, ...]]:
    """Return what the names of a chain may mean, the smallest unit first: each only inside the one around it."""
    outer: tuple[Place, ...] = ()
    rows: list[tuple[Place, ...]] = []
    names: list[str] = []
    for unit in reversed(chain):
        found = unit.candidates or gazetteer.find(unit.name)
        inside = tuple(p for p in found if any(lies_in(p, o) or p.id == o.id for o in outer))
        if outer and not inside:  # a reform has moved the unit, or only the country around it is right
            around = {p.country for p in outer}
            inside = tuple(p for p in found if p.kind in UNITS and p.country in around)
        if outer and not inside and all(n in DIRECTIONS for n in names):
            outer = ()  # "(Butere, Western)": a province of old that only bears the name of a direction
            rows.clear()
        names.append(unit.name.casefold())
        kept = inside or (() if outer else tuple(p for p in found if p.kind in UNITS))
        if kept:
            rows.append(kept)
            outer = tuple(p for p in kept if p.kind in UNITS) or outer
    return rows[::-1]
