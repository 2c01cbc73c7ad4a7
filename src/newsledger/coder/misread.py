"""Misread: spans and mentions that are none, because they are part of a name, of a date or of a trigger."""

from dataclasses import replace
from itertools import pairwise

from newsledger.coder.grammar import BE, DAYS, HAVE, PREPOSITIONS
from newsledger.coder.spans import BODIES, Mention, Sentence, Span
from newsledger.coder.spoken import STATES
from newsledger.coder.when import TimeExpression
from newsledger.coder.who.mentions import mentions

MODAL = frozenset({"future", "hypothetical"})
# words before the name of a country that make it the name of a town, a fort or a mountain
PLACE_WORDS = frozenset(
    "puerto porto port san santa santo saint villa vila fort lake mount cerro rio nueva nuevo ciudad colonia barrio"
    " hacienda calle plaza avenida camp hotel cafe restaurant operation".split()
)
PLACED = frozenset({"in", "at", "near", "from"})
FALLEN, HURT = "kia", "wia"  # killed, and wounded, in action
MYANMAR = frozenset({"kachin", "myanmar", "burmese", "burma"})  # where an army bears those letters
NUMERALS = frozenset("one two three four five six seven eight nine ten eleven twelve dozen".split())
NEAR_THINGS = 4  # tokens between things and "others" of them
APART = "\n"  # no phrase of the lexicon has it
NOUNS = frozenset({"noun", "nouns"})
SHORTEST = 3  # letters of a body's short form


def free_mentions(sentence: Sentence) -> list[Mention]:
    """Return the mentions of a sentence without words that only qualify a trigger ("subversive acts")."""
    acts = [s for s in sentence.acts if s.last - s.first > 1]
    things = {s.first for s in sentence.things}
    norm = sentence.words.norm
    found = [m for m in mentions(sentence) if not any(s.first <= m.first and m.last < s.last for s in acts)]
    found = [m for m in found if norm[m.first] != "year" or stands_alone(sentence, m)]
    found = [unled(sentence, m) for m in found if not is_foe_of(sentence, m) or "person" in m.tags]
    found = [m for m in found if not (is_town_of(sentence, m) or is_place_named_so(sentence, m))]
    found = [
        m for m in found if not (m.last in things and norm[m.first : m.last] == ["more"])
    ]  # "two more districts"
    found = [m for m in found if not (qualifies(sentence, m) or is_fallen(sentence, m))]
    return [
        m
        for m in found
        if (m.entry != "others" and norm[m.last - 1] != "others") or not counts_things(sentence, m, found)
    ]


def qualifies(sentence: Sentence, mention: Mention) -> bool:
    """Say whether people are named in an adjective only ("the refugee-choked port")."""
    words, at = sentence.words, mention.last
    if mention.kind not in {"identity", "civilians"} or at >= len(words) or not words.glued[at]:
        return False
    return words.norm[at].endswith(("ed", "en"))


def is_fallen(sentence: Sentence, mention: Mention) -> bool:
    """Say whether three letters tell of soldiers "killed in action", and name no army ("4 KIA and 9 WIA")."""
    norm = sentence.words.norm
    if norm[mention.first : mention.last] != [FALLEN] or not MYANMAR.isdisjoint(norm):
        return False
    before = norm[mention.first - 1] if mention.first else ""
    return before in BE or before.isdigit() or before in NUMERALS or HURT in norm


def is_foe_of(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a group is only that against which others are ("the anti-X militia")."""
    at = mention.first - 1
    return (
        mention.kind == "group"
        and at >= 0
        and sentence.words.norm[at] == "anti"
        and sentence.words.glued[at + 1]
    )


def unled(sentence: Sentence, mention: Mention) -> Mention:
    """Return fighters against a group as armed men that no name tells ("anti-X fighters")."""
    if not is_foe_of(sentence, mention):
        return mention
    return replace(mention, kind="armed", entry="", tags=frozenset({"armed", "person", "plural"}))


def is_town_of(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a capital only says where something was ("the Brussels bombings"), and stands for no state that did
    it to another ("a Moscow attack on …")."""
    norm = sentence.words.norm
    if mention.kind != "state" or mention.last - mention.first > 2:
        return False
    town = any(
        "capital" in s.entry.tags and (s.first, s.last) == (mention.first, mention.last)
        for s in sentence.of_kind("country")
    )
    deeds = [s for s in sentence.acts if s.entry.form in NOUNS and s.first == mention.last]
    aimed = [
        s for s in deeds if norm[s.last : s.last + 1] in (["on"], ["against"]) and "crowd" not in s.entry.tags
    ]
    return town and bool(deeds) and all(DAYS & set(norm[s.last + 1 : s.last + 2]) for s in aimed)


def is_place_named_so(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a country's name is only a part of that of a place ("Puerto Jordan", "Villa Argentina")."""
    before = mention.first - 1
    return (
        mention.kind == "state"
        and before >= 0
        and sentence.words.norm[before] in PLACE_WORDS
        and sentence.words.text[before].istitle()
    )


def stands_alone(sentence: Sentence, mention: Mention) -> bool:
    """Say whether "a 32-year-old" is somebody: a name follows, or no noun that says who or what is of that age."""
    norm, text = sentence.words.norm, sentence.words.text
    if norm[mention.last - 1] != "old" or mention.last == len(norm):
        return True
    behind = norm[mention.last]
    named = text[mention.last : mention.last + 2]
    if len(named) == 2 and all(n.istitle() and n.isalpha() for n in named):
        return True
    return not behind[:1].isalnum() or behind in BE | HAVE | PREPOSITIONS or behind in {"who", "whose", "and"}


def counts_things(sentence: Sentence, others: Mention, found: list[Mention]) -> bool:
    """Say whether "three others" are of the things named just before ("burned five trucks and seized three others")."""
    norm = sentence.words.norm
    before = [
        s.last
        for s in sentence.things
        if s.last <= others.first and PLACED.isdisjoint(norm[max(0, s.first - 2) : s.first])
    ]  # not "in the city"
    people = [m.last for m in found if m.last <= others.first and m is not others and "person" in m.tags]
    return (
        bool(before) and max(before) > max(people, default=-1) and others.first - max(before) <= NEAR_THINGS
    )


def parted(tokens: list[str], times: list[TimeExpression]) -> list[str]:
    """Return tokens in which no phrase runs into a date by its "on", or into a number by its "at": "seized on Thursday
    a cache" is no "seize on", "hit at least ten barns" no "hit at"."""
    firsts = [t.first for t in times if tokens[t.first] == "on"]
    firsts += [i for i, pair in enumerate(pairwise(tokens)) if pair == ("at", "least")]
    if not firsts:
        return tokens
    apart = tokens.copy()
    for i in firsts:
        apart[i] = APART
    return apart


def without_names(sentence: Sentence, spans: list[Span]) -> list[Span]:
    """Return the spans without verbs of saying that are written as part of a name ("Zamfara State")."""
    norm, text = sentence.words.norm, sentence.words.text
    if sentence.kind != "headline":
        spans = [s for s in spans if s.entry.kind != "cue" or not in_name(text, s)]
        spans = [
            s for s in spans if s.entry.kind not in BODIES or not (is_first_name(text, s) or is_unit(text, s))
        ]
    return [
        s
        for s in spans
        if not (
            s.entry.kind == "cue"
            and s.first
            and norm[s.first] in STATES
            and text[s.first].istitle()
            and s.last == s.first + 1
        )
    ]


def is_first_name(text: list[str], span: Span) -> bool:
    """Say whether three letters that are some body's, in capitals, are a part of a name ("Santa Ana", "Ana Lopez")."""
    at = span.first
    if span.last != at + 1 or len(text[at]) != SHORTEST or not text[at].istitle():
        return False
    beside = (*text[max(at - 1, 1) : at], *text[span.last : span.last + 1])
    return any(t.istitle() and t.isalpha() for t in beside)


def is_unit(text: list[str], span: Span) -> bool:
    """Say whether a body's name ends in the noun of a unit, in lower case ("North Sinai province")."""
    return span.last > span.first + 1 and text[span.last - 1] == "province"


def in_name(text: list[str], span: Span) -> bool:
    """Say whether a word is written with a capital amid a name ("Iraqi Counter-Terrorism Forces")."""
    at = span.first
    if not at or span.last != at + 1 or not text[at].istitle() or span.last >= len(text):
        return False
    if not (text[at + 1].istitle() and text[at + 1].isalpha()):
        return False
    # days of remembrance begin with the word itself ("Remembrance Day")
    return span.entry.id == "commemorate" or (text[at - 1].istitle() and text[at - 1].isalpha())


def without_times(spans: list[Span], times: list[TimeExpression]) -> list[Span]:
    """Return the spans without triggers and modal verbs that are words of time ("March 10", "on 3 May").

    A trigger that only begins with one stays ("a predawn attack").
    """
    taken = {i for t in times for i in range(t.first, t.last)}
    return [
        s
        for s in spans
        if s.first not in taken or not ((s.last - 1 in taken and s.entry.kind == "action") or is_modal(s))
    ]


def is_modal(span: Span) -> bool:
    """Say whether a span is a cue of one word that speaks of what is to come or might be ("may", "will")."""
    return span.entry.kind == "cue" and span.entry.id in MODAL and span.last - span.first == 1
