"""What do the words around a name say of it? The cue before it, and the kind of place beside it."""

from collections.abc import Container
from dataclasses import dataclass

from newsledger.coder.where.cues import Cues
from newsledger.coder.words import Words

LONGEST = 10  # tokens between a cue and its name ("in the north-eastern Syrian border town of")
FROM_TAILS = frozenset({"based", "born", "headquartered", "bound", "style", "backed", "led", "educated"})


@dataclass(frozen=True, slots=True)
class LeadIn:
    """The cue before a name, the kind of place that the words between say it is, and the token where the cue begins."""

    cue: str
    kind: str
    start: int


def lead_in(words: Words, first: int, cues: Cues, passable: Container[int]) -> LeadIn:
    """Return the cue before token `first`.

    Between the two may stand determiners, directions, "the city of", and the tokens in `passable` (country names and
    adjectives: "in Syria's northern", "in the Iraqi city of").
    """
    norm = words.norm
    kind = ""
    at = first - 1
    least = max(0, first - LONGEST)
    while at >= least:
        token = norm[at]
        if token == "of" and at and (noun := cues.kinds.get(norm[at - 1])) and noun != "area":
            kind = kind or noun
            at -= 2
            continue
        if token in cues.before and (found := _cue_at(norm, at, cues, first)):
            return LeadIn(found[0], kind, found[1])
        if token in cues.kinds and cues.kinds[token] == "town" and at != first - 1 - words.glued[first]:
            kind = kind or "town"
        elif token in cues.kinds and at == first - 1 and cues.kinds[token] == "town":
            kind = kind or "town"
        elif token == "," and at and cues.kinds.get(norm[at - 1]) == "town":
            pass
        elif token not in cues.skip and at not in passable and token != "'s":
            break
        at -= 1
    return LeadIn("none", kind, min(at + 1, first))


def _cue_at(norm: list[str], at: int, cues: Cues, first: int) -> tuple[str, int] | None:
    """Return the cue of the longest phrase that ends at token `at`, and where it begins."""
    for words, cue in cues.before[norm[at]]:
        start = at + 1 - len(words)
        if start < 0 or (len(words) > 1 and tuple(norm[start : at + 1]) != words):
            continue
        if cue in {"near", "from"} and start and _is_distance(norm, start, cues):
            return "distance", start - 1
        return cue, start
    return None


def _is_distance(norm: list[str], start: int, cues: Cues) -> bool:
    """Say whether a distance stands before token `start`: "20 km north of", "a few miles from"."""
    before = norm[start - 1]
    if before in cues.directions or before in {"away", "outside", "to"}:
        before = norm[start - 2] if start > 1 else ""
    return before in cues.distance


def kind_behind(words: Words, last: int, cues: Cues) -> str:
    """Return what the noun behind a name says of it ("X district" → admin2), or ""."""
    if last >= len(words.norm):
        return ""
    if words.glued[last] and words.norm[last] not in cues.kinds:
        return ""
    kind = cues.kinds.get(words.norm[last], "")
    return "" if kind == "town" and words.norm[last] != "city" else kind


def is_from(words: Words, last: int) -> bool:
    """Say whether a name is only an origin: "X-based", "X-born"."""
    return last < len(words.norm) and words.glued[last] and words.norm[last] in FROM_TAILS
