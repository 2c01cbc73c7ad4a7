"""Which place does the dateline of an article name, be it further down?"""

from collections.abc import Sequence

from newsledger.coder.places.fold import fold
from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.spans import Sentence
from newsledger.coder.where.chains import UNITS
from newsledger.coder.where.cues import Cues
from newsledger.coder.where.inside import lies_in
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.scene import is_title

DATELINES, LONGEST = 8, 10  # sentences and their words in which a dateline may stand
OPENING = 2  # sentences, title and byline, before the one that a story begins with
SHORT_UNIT = 5  # tokens of a comma and a shortened unit (", N.C.")
LARGE = 100_000  # people; a city of another country that a dateline with its unit does not mean
SHORT = 3  # letters of a word in capitals that is no dateline
LINE_MARKS = frozenset({"—", "("})  # behind a dateline in capitals


def lead_line(sentences: Sequence[Sentence], mentions: Sequence[Sequence[PlaceMention]]) -> str:
    """Return the place of a dateline further down, as written, or "".

    It stands in capitals before a bracket or dash ("LOUISVILLE, Ky. (WAVE) —"), before nothing but its unit ("DAYTON,
    Ohio. A man …") or alone on its line, or as a town's plain name before a dash ("Boulder, CO (KXYZ) —").
    """
    for sentence, row in zip(sentences[:DATELINES], mentions, strict=False):
        if not row or row[0].first or sentence.part == "title":
            continue
        words, first = sentence.words, row[0]
        loud = words.text[0].isupper() and len(words.text[0]) > SHORT
        own = not first.common and bool(first.candidates) and first.candidates[0].primary
        if loud and own and (unit := unit_behind(sentence, row)):
            return f"{first.name}, {unit}"
        alone = loud and first.last == len(words) and own
        if not alone and (is_title(sentence) or not (loud or _is_town(first))):
            continue
        marks = LINE_MARKS if loud else {"—"}
        reach = min(len(words), LONGEST)
        end = (
            len(words) if alone else next((i for i in range(first.last, reach) if words.norm[i] in marks), 0)
        )
        between = words.text[first.last : end]
        if end and all(t[0].isupper() or not t[0].isalpha() for t in between):
            return f"{first.name}, {first.within}" if first.within else first.name
    return ""


def unit_behind(sentence: Sentence, row: Sequence[PlaceMention]) -> str:
    """Return the unit or country right behind the name in capitals that a story begins with, where text in small
    letters or nothing follows ("ORLANDO, Fla. A gunman …"), or empty."""
    words, first = sentence.words, row[0]
    if sentence.index > OPENING or words.norm[first.last : first.last + 1] != [","]:
        return ""
    if len(row) < 2:
        return first.within if len(words) <= first.last + SHORT_UNIT else ""
    unit = row[1]
    named = unit.is_country or any(p.kind in UNITS for p in unit.candidates[:1])
    if unit.first != first.last + 1 or not named:
        return ""
    text = [t for t in words.text[unit.last :] if t.isalpha()]
    plain = not any(t.isupper() for t in text[1:]) and not any(t.islower() for t in text[:1])
    return unit.name if plain else ""


def _is_town(mention: PlaceMention) -> bool:
    """Say whether a name is first of all a town's own."""
    if not mention.candidates:
        return False
    first = mention.candidates[0]
    return first.kind in {"settlement", "capital"} and first.primary and not mention.modifier


def dateline_mention(text: str, gazetteer: Gazetteer, cues: Cues) -> PlaceMention | None:
    """Return the mention for the place of a dateline as written, or None if the gazetteer does not know it.

    What stands behind the first comma is the unit or country: "Goma, eastern DRC". The mention has no tokens.
    """
    parts = [p.strip(" .") for p in text.replace("(", ",").split(",") if p.strip(" .)")]
    found = gazetteer.find(parts[0]) if parts else ()
    if not found and len(parts) > 1:  # a quarter that the gazetteer does not know, and its city
        state = state_of(parts[1], cues)
        parts = [state or parts[1], *parts[2:]]
        if state:  # "FELTON, Minn.": Minnesota
            found = tuple(p for p in gazetteer.find(state, "United States") if p.kind == "admin1")
        else:
            found = gazetteer.find(parts[0])
            found = found if found and found[0].kind in {"settlement", "capital"} else ()
    if not found:
        return None
    within = ""
    for part in parts[1:]:
        words = [w for w in part.split() if fold(w) not in cues.directions and fold(w) not in cues.skip]
        joined = " ".join(words)
        within = within or state_of(joined, cues) or joined
    found = inside_first(found, within, gazetteer)
    return PlaceMention(
        0, 0, parts[0].title() if parts[0].isupper() else parts[0], "at", "", found, 0, 0, within
    )


def state_of(text: str, cues: Cues) -> str:
    """Return the state that a shortened name stands for ("N.C", "VA"), or empty."""
    return cues.states.get(text.casefold() + ".", cues.post.get(text, ""))


def inside_first(found: tuple[Place, ...], within: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places of a name, those in the unit or country behind it first ("HAMILTON, Ohio" lies in no other
    country, however large its namesakes are)."""
    units = [p for p in gazetteer.find(within) if p.kind in UNITS] if within else []
    inside = tuple(p for p in found if any(lies_in(p, u) for u in units))
    land = {u.country for u in units}
    if units and not inside and found[0].country not in land and found[0].population >= LARGE:
        return tuple(units)  # a hamlet that no list knows and that bears the name of a city abroad
    return (*inside, *(p for p in found if p not in inside))
