"""Towns and villages that a sentence names and no gazetteer knows: what happened there was not where the story was
before."""

from collections.abc import Sequence

from newsledger.coder.places.gazetteer import Gazetteer
from newsledger.coder.spans import Sentence
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.named import EventPlace
from newsledger.coder.where.naming import ResolvedPlace, publish

VILLAGES = frozenset({"village", "hamlet", "town", "community", "settlement"})
CALLED = VILLAGES | {"city"}  # nouns that bear the name behind "of"
LEADS = frozenset(
    "in at near of on to from into outside around the towards entered stormed raided shelled".split()
)
ARTICLES = frozenset({"the", "a", "an", "this", "that", "another", "one", "every", "each", "our", "their"})
PARTS = frozenset({"of", "al", "el", "de", "la", "da", "do", "dos", "du", "bin", "abu"})
LONG = 6  # tokens of a sentence that tells an event behind its opening
NAMES = 5  # tokens of an opening with the name of a place
BEFORE = frozenset({"where.previous"})  # the scene of what was told before
TOLD_ELSEWHERE = frozenset({"where.article", "where.dateline"})
REGION, NEARBY = 3, 2  # geo_precision (coding-rules 4)


def names_unknown(sentence: Sentence, here: Sequence[PlaceMention], span: tuple[int, int]) -> bool:
    """Say whether tokens `span` name a village that no gazetteer knows ("stormed Aghvani village"): the event is
    not where the story was before."""
    words = sentence.words
    known = {i for m in here for i in range(m.first, m.last)}
    return any(
        words.norm[i] in VILLAGES and words.text[i - 1][0].isupper() and i - 1 not in known
        for i in range(max(span[0], 1), span[1])
    )


def opens_with_unknown(sentence: Sentence, here: Sequence[PlaceMention], at: int) -> bool:
    """Say whether a sentence opens with a place that no gazetteer knows ("In Xanadu, a town near B, a bomb killed …"):
    the event of token `at` is where the rest of the sentence says, not where the story was before."""
    words = sentence.words
    if words.norm[0] not in {"in", "at", "near"} or len(words) < LONG or words.norm[1] in {"the", "a", "an"}:
        return False
    if not words.is_name(1) or not words.norm[1].isalpha() or any(m.first <= 1 < m.last for m in here):
        return False
    comma = next((i for i in range(1, min(NAMES, len(words))) if words.norm[i] == ","), 0)
    named = all(words.is_name(i) or words.norm[i] in {"of", "al", "el"} for i in range(1, comma))
    return 0 < comma < at and named


def unlisted_town(sentence: Sentence, here: Sequence[PlaceMention], span: tuple[int, int]) -> str:
    """Return the name of a town or village in tokens `span` that no gazetteer knows ("in the village of Kafr Zumbaya",
    "in Zumbaya village"), or empty; `here` are the known places of the sentence."""
    words = sentence.words
    known = {i for m in here for i in range(m.first, m.last)}
    known |= {i for s in sentence.of_kind("country") for i in range(s.first, s.last)}
    first, last = max(span[0], 1), min(span[1], len(words))
    for i in range(first, last):
        if words.norm[i] not in CALLED or words.text[i].isupper():
            continue  # in capitals nothing shows what a name is
        if words.norm[i + 1 : i + 2] == ["of"]:
            end = name_end(sentence, i + 2)
            if end > i + 2 and known.isdisjoint(range(i + 2, end)):
                return " ".join(words.text[i + 2 : end])
        begin = name_start(sentence, i)
        led = words.norm[begin - 1] in LEADS or words.norm[i] in {"village", "hamlet"}
        if begin < i and led and known.isdisjoint(range(begin, i)):
            return " ".join(words.text[begin:i])
    return ""


def name_end(sentence: Sentence, at: int) -> int:
    """Return where the name ends that begins at token `at`; `at` where none does."""
    words, end = sentence.words, at
    while end < len(words) and words.norm[end].isalpha() and (words.is_name(end) or words.norm[end] in PARTS):
        end += 1
    while end > at and not words.is_name(end - 1):
        end -= 1
    return end


def name_start(sentence: Sentence, end: int) -> int:
    """Return where the name begins that ends before token `end`; `end` where none does: no sentence begins with it."""
    words, at = sentence.words, end
    while at > 1 and words.norm[at - 1].isalpha() and words.is_name(at - 1):
        at -= 1
    return end if at < end and words.norm[at] in ARTICLES else at


def around(found: list[EventPlace], name: str, gazetteer: Gazetteer) -> list[EventPlace]:
    """Return where an event at the unlisted town `name` is coded: near the town that the article is about (2), in the
    district of the scene before it, or where that was a town, which is another, in its first-level unit as a larger
    region (3); each place says so."""
    if not found or found[0].rule not in BEFORE | TOLD_ELSEWHERE:
        return found
    reason = f"{name} is in no gazetteer"
    last = found[0]
    if last.rule in TOLD_ELSEWHERE or last.resolved.geo_precision > 1:
        return [
            p._replace(resolved=at_least(p.resolved, NEARBY), reason=f"{reason}; {p.reason}", unlisted=name)
            for p in found
        ]
    units = gazetteer.find(last.resolved.admin1, last.resolved.country) if last.resolved.admin1 else ()
    unit = next((p for p in units if p.kind == "admin1"), None)
    told = f"{reason}; {last.resolved.admin1 or last.resolved.country} by the place named before"
    wide = publish(unit, last.mention, told, (), gazetteer) if unit else last.resolved
    return [last._replace(resolved=at_least(wide, REGION), reason=told, unlisted=name)]


def at_least(place: ResolvedPlace, precision: int) -> ResolvedPlace:
    """Return a place that is known no better than `precision` says (coding-rules 4: 1 to 3)."""
    return place._replace(geo_precision=max(place.geo_precision, precision))


def is_new(sentences: Sequence[Sentence], index: int, name: str) -> bool:
    """Say whether no sentence before `index` names the town `name`: what stands before it is another's scene."""
    tokens = name.split()
    return not any(
        tokens == s.words.text[i : i + len(tokens)]
        for s in sentences[:index]
        if tokens[0] in s.words.text
        for i, token in enumerate(s.words.text)
        if token == tokens[0]
    )
