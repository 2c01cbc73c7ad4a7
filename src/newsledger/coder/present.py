"""The present tense: is a word that may be noun or verb the verb of those who stand before it ("the army captures")?"""

from newsledger.coder.allies import supports
from newsledger.coder.clause import ROUGH, Clause, coordinated_left
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import (
    ADVERBS,
    BE,
    DETERMINERS,
    MODALS,
    NO_NAME,
    PREPOSITIONS,
    QUANTITY,
    RELATIVE_PRONOUNS,
)
from newsledger.coder.heads import FINITE
from newsledger.coder.spans import Mention

ACTORS = frozenset(
    "state military police government prison group armed gang communal mission security".split()
)
ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
BODIES = frozenset("police group gang government military armed".split())
OPENS = ARTICLES | frozenset("several some many most all both parts part control another more nearly".split())
TIMES = frozenset(
    "day days night nights week weeks month months year years hour hours minute minutes morning evening afternoon"
    " weekend time times".split()
)
NOT_FINITE = MODALS | {"to", "not"}
LETTING = frozenset(
    "let lets letting help helps helped helping make makes made making see sees saw seen seeing watch watched watching"
    " have had to did does do would will could".split()
)  # words behind which a bare verb has a subject and is not finite
SPEAKER = 5  # tokens of a speaker
ASIDE = 14  # tokens between two commas
LET_REACH = 2  # tokens between them and that subject
WHERE = frozenset({"of", "in", "at", "near", "around", "from", "across", "outside"})
PLACES = frozenset(
    "town village city district province region state county area north south east west capital border".split()
)
JOINED = 14  # tokens between two verbs of one subject
BESIDE = 6  # tokens of a place or a name between those who act and their verb
LOUD = 0.6  # of the words of a title begin with a capital


def acts_upon(clause: Clause, first: int, last: int, forms: set[str]) -> bool:
    """Say whether a word in its bare form or in -s is the verb of those before it, because an object opens right behind
    it ("the army recaptures the town", "police arrest two students", "rebels of the A ambush a convoy").

    "Rebel attacks the army could not stop" is as rare in news as the verb is common.
    """
    at = first
    while at > 1 and (clause.norm[at - 1] in ADVERBS or clause.norm[at - 1].endswith("ly")):
        at -= 1
    if goes_on(clause, at) and opens_object(clause, last):
        return not told_of(clause, last)
    at = before_aside(clause, at)
    doer = next((m for m in reversed(clause.mentions) if m.last <= at), None)
    if doer is None or not is_doer(doer) or not (doer.last == at or beside_place(clause, doer, at)):
        return False
    one = coordinated_left(clause, doer)[0]  # "in Syrian and Russian raids"
    if not (clause.is_subject(doer) and clause.is_subject(one)) or not BE.isdisjoint(
        clause.norm[max(0, doer.first - 2) : doer.first]
    ):
        return False  # "after rebel attacks the army withdrew", "were likely rebel raids"
    if told_of(clause, last):
        return False
    if not agrees(clause, doer, forms):
        return False
    return opens_object(clause, last) or ("base" not in forms and is_of_things(clause, last))


def before_aside(clause: Clause, at: int) -> int:
    """Return the token before what is told between commas right before token `at`, or of who helps ("the Taliban, a
    strict movement, attack the post", "troops backed by jets capture the town")."""
    helped = next((by for by in supports(clause.sentence) if by.stop == at), None)
    if helped is not None:
        return helped.start
    if at < 2 or clause.norm[at - 1] != ",":
        return at
    opening = (i for i in range(at - 2, max(0, at - ASIDE), -1) if clause.norm[i] == ",")
    return next(opening, at)


def agrees(clause: Clause, doer: Mention, forms: set[str]) -> bool:
    """Say whether those who act can have a verb in one of `forms`: many in its bare form, one in -s, bodies of people
    in both; an adjective ("Israeli strikes") in neither."""
    spans = (s for s in clause.sentence.of_kind("country") if "demonym" in s.entry.tags)
    if doer.kind == "state" and any((s.first, s.last) == (doer.first, doer.last) for s in spans):
        return False
    if "plural" in doer.tags:
        return "base" in forms  # "the soldiers' raids"
    return "base" not in forms or doer.kind in BODIES or (doer.count or 1) > 1


def is_of_things(clause: Clause, at: int) -> bool:
    """Say whether a thing or an act is named at token `at` or behind the one word there ("exchanges heavy shelling",
    "captures towns in the north")."""
    named = (s for s in (*clause.sentence.things, *clause.sentence.acts) if at <= s.first <= at + 1)
    found = [s for s in named if s.entry.form in {"noun", "nouns", "word"}]
    return bool(found) and clause.norm[at] not in NO_NAME and not clause.norm[at].endswith(("ed", "ing"))


def is_present(frame: Frame) -> bool:
    """Say whether a verb is in the present tense, as chronicles and titles tell what has just been done: in -s, or bare
    behind those who act and no infinitive ("Troops fight rebels", not "came to fight", "helped rebels fight")."""
    if frame.voice != "active" or frame.form not in {"base", "s"}:
        return False
    if frame.form == "s":
        return True
    norm, at = frame.sentence.words.norm, frame.first - 1
    while at > 0 and (norm[at] in ADVERBS or norm[at].endswith("ly")):
        at -= 1
    if at < 0 or norm[at] in NOT_FINITE or norm[at] in RELATIVE_PRONOUNS:
        return False
    doers = [m for m in frame.agents if m.last <= frame.first]
    opening = norm[max(0, min((m.first for m in doers), default=0) - LET_REACH) : frame.first]
    return bool(doers) and LETTING.isdisjoint(opening)


def goes_on(clause: Clause, at: int) -> bool:
    """Say whether a word at token `at` is joined to a verb before it in the present or past ("police raid a house and
    arrest two", "killed a guard and release the prisoners")."""
    norm = clause.norm
    if at < 2 or norm[at - 1] not in {"and", "then", ","}:
        return False
    near = (s for s in clause.sentence.acts if at - JOINED <= s.first and s.last < at)
    told = [s for s in near if s.entry.form in FINITE]
    if not told or any(norm[s.first - 1] in NOT_FINITE for s in told if s.first):
        return False
    return DETERMINERS.isdisjoint(norm[max(0, told[-1].first - 1) : told[-1].first])


def told_of(clause: Clause, at: int) -> bool:
    """Say whether those named at token `at` say what stands before them, with no comma ("raids the army said")."""
    said = next((c for c in clause.cues if c.first > at and "speech" in c.entry.tags), None)
    if said is None or said.first - at > SPEAKER or "," in clause.norm[at : said.first]:
        return False
    return clause.norm[said.last : said.last + 1] != ["to"]


def is_doer(mention: Mention) -> bool:
    """Say whether a mention is of people, or of a body of people that acts."""
    return "person" in mention.tags or mention.kind in ACTORS


def beside_place(clause: Clause, doer: Mention, at: int) -> bool:
    """Say whether only a place or a name stands between those who act and token `at` ("the army in Palmyra", "rebels of
    the AFC")."""
    gap = range(doer.last, at)
    if not 1 < len(gap) <= BESIDE or clause.norm[doer.last] not in WHERE:
        return False
    words, norm = clause.sentence.words, clause.norm
    place = all(words.is_name(i) or norm[i] in ARTICLES | PREPOSITIONS | PLACES for i in gap)
    return place and (words.is_name(at - 1) or norm[at - 1] in PLACES)


def opens_object(clause: Clause, at: int) -> bool:
    """Say whether an object opens at token `at`: an article or a number that begins no time ("two days later"), a name,
    or somebody."""
    norm, words = clause.norm, clause.sentence.words
    if at >= len(norm) or any(t.first <= at < t.last for t in clause.sentence.times):
        return False
    if not TIMES.isdisjoint(norm[at : at + (2 if norm[at] in ARTICLES else 3)]):
        return False
    if norm[at] in OPENS or norm[at] in QUANTITY or clause.is_number(at) or norm[at : at + 2] in ROUGH:
        return True
    if any(m.first == at and is_doer(m) for m in clause.mentions):
        return True
    return words.is_name(at) and not in_title_case(words.text)


def in_title_case(text: list[str]) -> bool:
    """Say whether words begin with capitals as in a title, where a capital tells no name."""
    words = [t for t in text if t[0].isalpha()]
    return sum(t[0].isupper() for t in words) > LOUD * len(words)
