"""What do the words around a name say of it? The cue before it, and the kind of place beside it."""

from collections.abc import Container
from dataclasses import dataclass

from newsledger.coder.where.cues import Cues
from newsledger.coder.words import Words

LONGEST = 10  # tokens between a cue and its name ("in the north-eastern Syrian border town of")
JOURNEY = 3  # tokens before "to" or "from" in which a word for a journey stands
BRACKET = 4  # tokens of a distance told again in brackets
CARRIED = 6  # tokens before a cue that tell whether somebody was brought there
LONGEST_NAME = 3  # words of the longest name of a village that is looked for
SITE, LAUNCH = 6, 8  # tokens between "from" and "in", and between "fired" and "from"
SITES = frozenset(
    "mountains mountain hills hill forest forests positions position areas area territory villages countryside"
    " outskirts bases base sites site suburbs suburb neighbourhood neighborhood neighborhoods valley side farmland"
    " orchards".split()
)
SITE_WORDS = frozenset(
    "the a nearby adjoining adjacent neighbouring neighboring their its surrounding northern southern eastern western"
    " occupied".split()
)
FIRED = frozenset(
    "fired launched lobbed shot fire firing launching rained shelled targeted bombarded".split()
)
KIND_WORDS = 3  # words of the longest noun for a kind of place
ADJECTIVES = 5  # tokens between an article and the noun for a place
ARTICLES = frozenset({"the", "a", "an"})
FAR_KM = 80.0  # a place farther off does not stand for the scene
KM_PER_MILE = 1.609
FROM_TAILS = frozenset({"based", "born", "headquartered", "bound", "style", "backed", "led", "educated"})


@dataclass(frozen=True, slots=True)
class LeadIn:
    """The cue before a name, the kind of place that the words between name, and where the cue begins."""

    cue: str
    kind: str
    start: int


def lead_in(words: Words, first: int, cues: Cues, passable: Container[int]) -> LeadIn:
    """Return the cue before token `first`.

    Between the two may stand determiners, directions, "the city of", and the tokens in `passable` (country
    names and adjectives: "in Syria's northern", "in the Iraqi city of").
    """
    norm = words.norm
    kind = ""
    at = first - 1
    least = max(0, first - LONGEST)
    while at >= least:
        word = norm[at]
        noun = cues.kinds.get(word, "")
        if word == "of" and at and cues.kinds.get(norm[at - 1], "area") != "area":
            named = _name_before(words, at - 1, cues) if cues.kinds[norm[at - 1]] == "town" else at - 1
            kind = kind or (cues.kinds[norm[at - 1]] if named == at - 1 else "")
            # "at Aghvani village of Kapan": the village has a name of its own
            at = named - 1 if named < at - 1 else _article_before(words, at - 2, cues)
            continue
        if word in cues.before and (found := _cue_at(words, at, cues)):
            return LeadIn(found[0], kind, found[1])
        if word in cues.held and words.glued[at]:
            at -= 2
            continue
        if noun == "town":
            if norm[at + 1] == "," and (named := _name_before(words, at, cues)) < at:
                at = named - 1  # "in Aghvani village, Kapan": the village has a name of its own
                continue
            kind = kind or noun
        elif not (_is_skipped(norm, at, cues) or at in passable):
            break
        at -= 1
    return LeadIn("none", kind, min(at + 1, first))


def _name_before(words: Words, at: int, cues: Cues) -> int:
    """Return where the name right before token `at` begins; `at` itself if there is none."""
    first = at
    while first and at - first < LONGEST_NAME and words.text[first - 1][0].isupper():
        if words.norm[first - 1] in cues.before:
            break
        first -= 1
    return first


def _article_before(words: Words, at: int, cues: Cues) -> int:
    """Return the token of the article before the adjectives that end at token `at` ("around the flashpoint town of"),
    or `at` if there is none."""
    for i in range(at, max(-1, at - ADJECTIVES), -1):
        if words.norm[i] in ARTICLES:
            return i
        if not words.text[i].islower() or words.norm[i] in cues.before:
            break
    return at


def _is_skipped(norm: list[str], at: int, cues: Cues) -> bool:
    """Say whether a token may stand between a cue and its name; a comma only in "the capital, X"."""
    return (
        norm[at] in cues.skip
        or norm[at] == "'s"
        or (norm[at] == "," and cues.kinds.get(norm[at - 1]) == "town")
    )


def _cue_at(words: Words, at: int, cues: Cues) -> tuple[str, int] | None:
    """Return the cue of the longest phrase that ends at token `at`, and where it begins."""
    norm = words.norm
    for tokens, cue in cues.before[norm[at]]:
        start = at + 1 - len(tokens)
        if start < 0 or (len(tokens) > 1 and tuple(norm[start : at + 1]) != tokens):
            continue
        if cue in {"near", "from"} and start and (unit := _distance_unit(norm, start, cues)):
            return ("from" if _is_far(norm, unit) else "distance"), start - 1
        # "taken to a clinic in X"; what moves into a town acts there
        brought = norm[at] != "into" and not cues.carried.isdisjoint(norm[max(0, start - CARRIED) : start])
        stage = norm[at] == "in" and _is_stage(words, at, cues)
        bound = norm[at] == "to" and cue == "of" and _travels(norm, at, cues)
        bound = bound or _is_launch_site(norm, at)
        return ("from" if bound or (cue == "at" and (brought or stage)) else cue), start
    return None


def _is_launch_site(norm: list[str], at: int) -> bool:
    """Say whether the "in" at token `at` tells where that lies from which something was fired ("missiles were fired
    from the mountains in South Waziristan")."""
    if norm[at] != "in":
        return False
    start = at - 1
    while start > 0 and at - start <= SITE and (norm[start] in SITES or norm[start] in SITE_WORDS):
        start -= 1
    return (
        start < at - 1
        and norm[start] == "from"
        and not FIRED.isdisjoint(norm[max(0, start - LAUNCH) : start])
    )


def _travels(norm: list[str], at: int, cues: Cues) -> bool:
    """Say whether somebody is under way "to" or "from" the place behind token `at`."""
    before = norm[max(0, at - JOURNEY) : at]
    return not cues.journey.isdisjoint(before) or " ".join(before[-2:]) in cues.journey


def _is_stage(words: Words, at: int, cues: Cues) -> bool:
    """Say whether the "in" at token `at` tells where an end of a journey lies ("coming from Aghvani in Kapan")."""
    first = _name_before(words, at, cues)
    return first < at and words.norm[first - 1] in {"from", "to"} and _travels(words.norm, first - 1, cues)


def _distance_unit(norm: list[str], start: int, cues: Cues) -> int:
    """Return where the unit of a distance before token `start` stands ("20 km north of"), or 0 if there is none."""
    at = start - 1
    if norm[at] in cues.directions or norm[at] in {"away", "outside", "to"}:
        at -= 1
    if norm[at] == ")" and "(" in norm[max(0, at - BRACKET) : at]:  # "60 kilometres (37 miles) north of"
        at = max(i for i in range(at) if norm[i] == "(") - 1
    return at if at > 0 and norm[at] in cues.distance else 0


def _is_far(norm: list[str], unit: int) -> bool:
    """Say whether a distance is too long for its place to stand for the scene."""
    number = norm[unit - 1].replace(",", "")
    if not number.replace(".", "", 1).isdecimal() or norm[unit][0] == "h" or norm[unit].startswith("minute"):
        return norm[unit].startswith("hour")
    metres = norm[unit] in {"m", "meter", "meters", "metre", "metres", "yards"}
    length = float(number) * (KM_PER_MILE if norm[unit].startswith("mile") else 0.001 if metres else 1.0)
    return length > FAR_KM


def kind_behind(words: Words, last: int, cues: Cues) -> str:
    """Return what the noun behind a name says of it ("X district" → admin2), or ""."""
    if last >= len(words.norm):
        return ""
    if words.glued[last] and words.norm[last] not in cues.kinds:
        return ""
    kind, end = kind_at(words, last, cues)
    if kind == "town" and words.norm[end : end + 1] == ["of"]:
        return ""  # "the New York city of Rochester"
    return "" if kind == "town" and words.norm[end - 1] != "city" else kind


def kind_at(words: Words, first: int, cues: Cues) -> tuple[str, int]:
    """Return the kind that the noun at token `first` names and the token behind it ("local government area")."""
    for end in range(min(first + KIND_WORDS, len(words.norm)), first, -1):
        kind = cues.kinds.get(" ".join(words.norm[first:end]), "")
        if kind:
            return kind, end
    return "", first


def is_from(words: Words, last: int) -> bool:
    """Say whether a name is only an origin: "X-based", "X-born"."""
    return last < len(words.norm) and words.glued[last] and words.norm[last] in FROM_TAILS


def is_home(words: Words, first: int, cues: Cues) -> bool:
    """Say whether a name is only where somebody lives: behind "of" and a person's full name ("Ana Ruiz of Xanadu")."""
    if first < 3 or words.norm[first - 1] != "of":
        return False
    at = first - 1
    while at > 0 and first - at <= LONGEST_NAME and words.is_name(at - 1):
        at -= 1
    aged = at > 0 and words.norm[at - 1] == "old"  # "30-year-old"
    return first - 1 - at > 1 and (words.norm[at] in cues.given or aged)
