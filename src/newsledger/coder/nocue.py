"""Words that look like a cue of scope and are none here: "Earlier on Monday", "a wave of bombings on Tuesday"."""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import ARE, BE, DAYS, DEADLY, FORCE, HAVE, MODALS, ends_in, is_left_over
from newsledger.coder.spans import Span
from newsledger.coder.spared import is_number
from newsledger.coder.stilltold import is_still_told
from newsledger.coder.untold import in_past

ARTICLES = frozenset({"a", "an", "the", "another", "'s"})
FOILED = frozenset("foiled foil foiling thwarted thwart thwarting disrupted".split())
ESCAPED = frozenset({"escaped", "survived", "eluded", "survive", "escape", "survives", "escapes"})
# what went off, whether or not it hit somebody
BLASTS = frozenset({"bomb", "grenade", "life-attempt", "shell", "airstrike", "suicide-bomb"})
COUNTING = frozenset({"over", "about"})
ROUGHLY = (["about", "a"], ["about", "an"], ["over", "a"])
ROUND = frozenset({"thousand", "hundred", "dozen", "million", "score"})  # numbers that stand behind "a"
DATING = frozenset(
    {"on", "today", "yesterday", "in", "that", "this", ","}
)  # what follows "earlier" in a date
SERIES = frozenset({"wave", "spate", "string"})
LATELY = frozenset({"overnight", "today", "yesterday"})
RECORDED = frozenset({"monitored", "documented", "recorded", "registered", "logged"})
RECENT = frozenset({"days", "day", "hours", "hour", "24", "48", "week", "weeks"})
SAYS = frozenset(
    "documented registered described verified accused warned have has had said say says reported report recorded"
    " counted believe in at on from with".split()
)
OFFICES = frozenset(
    "cabinet government minister ministers premier governor chief commander commanders generals council parliament"
    " mayor ambassador head director officers".split()
)
PATIENTS = frozenset("patient patients wounded injured victims casualties people children survivors".split())
DEAD = frozenset({"killed", "dead", "died", "wounded", "injured", "kidnapped", "abducted", "missing"})
HOLDERS = 4  # tokens behind "dismissed" or "admitted"
PUT = frozenset({"put", "puts", "putting", "brought", "brings", "bringing"})
PLANNING = frozenset({"plotting", "planning", "conspiring", "preparing"})
AFTER = frozenset({"after", "when"})
TIES = frozenset({"linked", "tied", "affiliated", "allied"})
TIMES = frozenset({"day", "night", "days", "nights", "morning", "evening", "moment", "hour", "year", "time"})
HAS_BEEN = (["has", "been"], ["have", "been"], ["was"], ["were"])
SPANS = frozenset("week weeks month months year years decade decades".split())
SET_OFF = frozenset({"set", "detonate", "explode", "trigger", "activate"})
PAST = (["in", "the", "past"], ["over", "the", "past"])
# what is made by agreeing to it
MADE = frozenset({"accord", "agree", "prisoner-swap", "form-group", "group-change"})
JUDGED = frozenset({"condemn", "denounce", "deplore", "decry"})

ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth last latest".split())
TOLD = 4  # tokens between the dead and their number
RANKS = frozenset({"worst", "first"})
RANKED = 6  # tokens between a superlative and what it is compared with
COUNTED = frozenset("day week night month time consecutive straight successive".split())


def leaves_standing(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether an act was done though somebody escaped it ("survived an ambush", "escaped bomb attacks"), or is told
    of others ("those who survived fell ill")."""
    one = not ARTICLES.isdisjoint(norm[cue.last : frame.first])
    if frame.voice == "noun" and (frame.actions & BLASTS or (one and frame.actions & (FORCE | DEADLY))):
        return True
    return cue.first > 0 and norm[cue.first - 1] == "who" and norm[cue.first] in {"survived", "escaped"}


def counts_days(norm: list[str], cue: Span) -> bool:
    """Say whether words only count how long something has lasted ("the 60th day of their sit-in", "for the third
    week"), or rank it."""
    said = norm[cue.first : cue.last]
    if said == ["day", "of"]:
        return cue.first > 0 and is_nth(norm[cue.first - 1])
    if said == ["to", "date"] or said[0] == "since":
        # "the worst attack to date", "the largest since the war began"
        return any(n in RANKS or n.endswith("est") for n in norm[max(0, cue.first - RANKED) : cue.first])
    behind = norm[cue.last : cue.last + 3]
    return said == ["for", "the"] and is_nth(behind[0] if behind else "") and bool(COUNTED & set(behind[1:]))


def counts_dead(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether words give a toll ("put the number of deaths at 55") and do not only name it."""
    if norm[cue.first : cue.last] != ["number", "of"]:
        return False
    if DEAD & set(norm[cue.last : frame.first]):
        return True  # "the number of people killed in the attack has risen to 31"
    return "death" in frame.actions and any(n[:1].isdigit() for n in norm[frame.last : frame.last + TOLD])


def is_nth(word: str) -> bool:
    """Say whether a word is an ordinal ("60th", "third")."""
    return word in ORDINALS or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))


def is_no_cue(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether the words of a cue mean something else before or behind their neighbours."""
    glued = frame.sentence.words.glued
    joined = cue.last < len(norm) and glued[cue.last]
    if joined and (norm[cue.first : cue.last] == ["counter"] or norm[cue.last - 1] in SPANS):
        return True  # "counter-terrorism police", "for a month-long deployment"
    text = frame.sentence.words.text
    if cue.first and text[cue.first][:1].isupper() and text[cue.first - 1].strip("'’")[:1].islower():
        return text[cue.first].istitle()  # "the No Kings rally", "a Stop the Pylons march"
    plain = norm[cue.first] == "without" and frame.voice == "active" and frame.form in {"past", "ed", "s"}
    if plain or (norm[cue.first] == "until" and frame.form not in {"base", "s"}):
        return True  # "a car without plates took away the man", "fought until the rebels fled"
    if norm[cue.first] in PLANNING and frame.voice == "passive" and norm[frame.first - 1] in ARE:
        return True  # "a man accused of plotting a coup has been arrested"
    if cue.first and norm[cue.first - 1] == "as" and norm[cue.first].endswith("ed"):
        return True  # "surrendered as ordered"
    if norm[cue.first] == "earlier" and norm[cue.last : cue.last + 1] and norm[cue.last] in DATING:
        return True  # "Earlier on Monday troops shelled …"
    if norm[cue.last - 1] in ESCAPED and leaves_standing(norm, cue, frame):
        return True
    if norm[cue.first] in SERIES and (DAYS | LATELY) & set(norm) and "crowd" not in frame.tags:
        return True  # "a wave of bombings killed forty people on Tuesday"
    if norm[cue.first] in RECORDED and any(m.first >= cue.last for m in (*frame.agents, *frame.targets)):
        return True  # "the group documented warplanes raiding the town"
    told = (
        is_can(norm, cue, frame)
        or is_approach(norm, cue, frame)
        or is_noun(norm, cue)
        or is_lately(norm, cue)
        or is_felt(norm, cue)
        or is_put(norm, cue)
        or is_blamed(norm, cue, frame)
        or is_tie(norm, cue, frame)
        or counts_days(norm, cue)
        or counts_dead(norm, cue, frame)
        or is_still_told(norm, cue, frame)
        or is_left_over(norm[frame.last : cue.first])
    )
    if told or is_eve(norm, cue, frame) or is_result(norm, cue, frame):
        return True
    due = norm[cue.first : cue.last] == ["due", "to"] and norm[cue.first - 1] not in BE
    if frame.voice == "noun" and due:
        return True  # "died due to shelling"
    return counts(norm, cue)


def counts(norm: list[str], cue: Span) -> bool:
    """Say whether a cue only begins a number ("over 160 demonstrators", "about a thousand")."""
    if cue.last >= len(norm):
        return False
    roughly = norm[cue.last - 2 : cue.last] in ROUGHLY and norm[cue.last] in ROUND
    return roughly or (norm[cue.last - 1] in COUNTING and is_number(norm[cue.last]))


def is_result(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether a frame is, or is joined to, what a comma and -ing tell as a result of foiling something ("thwarted
    an attack, killing six militants and destroying two trucks")."""
    if norm[cue.first] not in FOILED or frame.form != "ing":
        return False
    return any(norm[i - 1] == "," and norm[i].endswith("ing") for i in range(cue.last + 1, frame.first + 1))


def is_can(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether "can" right before a past tense is a thing ("a bomb in a milk can went off")."""
    return norm[cue.first] == "can" and frame.form in {"past", "ed"} and cue.last == frame.first


def is_approach(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether somebody comes close to a person and not to a deed ("came close to him and opened fire")."""
    return norm[cue.first : cue.last][-2:] == ["close", "to"] and cue.last != frame.first


def is_eve(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether a trigger stands behind the comma of "On the eve of the vote, …", and so was no part of what came."""
    return norm[cue.first : cue.last][-2:] == ["eve", "of"] and "," in norm[cue.last : frame.first]


def is_blamed(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether armed people are blamed for an act, which tells it ("the army blamed rebels for a raid")."""
    blamed = any("armed" in m.tags and cue.last <= m.first < frame.first for m in frame.agents)
    done = (
        bool(frame.actions & (FORCE | DEADLY | {"abduct", "rape"})) and "for" in norm[cue.last : frame.first]
    )
    return norm[cue.first].startswith("blam") and blamed and done


def is_tie(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether words only tell to which group those belong who did it ("men linked to A staged a bombing")."""
    if norm[cue.first] not in TIES or frame.first < cue.last or not (frame.light or frame.voice == "active"):
        return False
    people = [m for m in frame.sentence.mentions if m.last < frame.first]
    owned = any(m.kind == "group" and 0 <= m.first - cue.last <= 1 for m in people)
    one = any(m.kind == "group" and m.first < cue.first < m.last for m in people)
    return one or (owned and any(m.last == cue.first for m in people))


def is_put(norm: list[str], cue: Span) -> bool:
    """Say whether an end was put to what a cue otherwise asks for ("police put an end to the sit-in")."""
    ends = norm[cue.first : cue.last] == ["an", "end", "to"] and norm[cue.first - 1] in PUT
    return ends and norm[cue.first - 2] not in MODALS | {"to"}


def is_felt(norm: list[str], cue: Span) -> bool:
    """Say whether somebody dismisses ministers and no charge ("dismissed the cabinet and declared an emergency"), fears
    for himself ("the guard, fearing for his life, opened fire"), or takes in the sick ("admitted 26 patients")."""
    if norm[cue.first].startswith("admit") and PATIENTS & set(norm[cue.last : cue.last + HOLDERS]):
        return True
    if norm[cue.first : cue.last + 1] == ["fearing", "for"]:
        return True
    return norm[cue.first].startswith("dismiss") and bool(OFFICES & set(norm[cue.last : cue.last + HOLDERS]))


def past_purpose(norm: list[str], cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a main verb stands behind a purpose that a cue opens, so that what follows was done.

    "A man who hid to avoid the guards opened fire, killing two".
    """
    if cue.entry.id != "hypothetical" or norm[cue.first] != "to" or cue.last - cue.first != 2:
        return False
    return any(
        cue.last < f.first <= frame.first
        and ((f.voice == "passive" and norm[f.first - 1] in ARE) or in_past(f))
        and all(m.first < cue.first or m.first > f.first for m in f.agents)
        for f in frames
    )


def is_lately(norm: list[str], cue: Span) -> bool:
    """Say whether a cue of the past tells only of the last days ("in the past few days")."""
    return norm[cue.first : cue.last] in PAST and not RECENT.isdisjoint(norm[cue.last : cue.last + 2])


def is_noun(norm: list[str], cue: Span) -> bool:
    """Say whether the one word of a cue is a noun here ("rights monitors have recorded", "a hail of stones")."""
    if cue.last - cue.first > 1:
        return False
    word, after = norm[cue.first], norm[cue.last : cue.last + 1]
    watchers = word in {"monitor", "monitors"} and not SAYS.isdisjoint(after)
    return watchers or (word == "hail" and after == ["of"])


def is_called(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether calls for something stand before what happened then: "following calls for protest ten people were
    arrested", not "called for ten people to be arrested"."""
    told = norm[cue.first].endswith("ed") and frame.voice == "active" and frame.form in {"past", "ed"}
    if told and norm[frame.first - 1] == "and":
        return True  # "ordered the passengers off and shot nineteen of them"
    finite = frame.voice == "passive" and norm[frame.first - 1] in BE - {"be", "being", "been"}
    return (
        finite
        and norm[cue.last - 1] == "for"
        and not set(norm[cue.last : frame.first]) & {"who", "that", ","}
    )


def takes_form(norm: list[str], cue: Span, frame: Frame, gap: list[str]) -> bool:
    """Say whether a word of things to come can govern a trigger in its form: "threatened a woman and raped her" tells
    the second act as done, and who "agreed to a truce" has made it."""
    if norm[cue.first].startswith(("agree", "decided", "decision")) and frame.actions & MADE:
        return False
    done = frame.voice == "active" and frame.form in {"past", "ed"} and bool(gap)
    return not done or bool(set(gap) & HAVE)


def is_judged(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether a noun is only what somebody condemns ("voted to condemn the crackdown")."""
    return norm[cue.last - 1] in JUDGED and frame.voice == "noun"


def relative_end(norm: list[str], cue: Span, frame: Frame) -> int:
    """Return the token behind the last "who" that tells whom a protest is for ("to honour those who died there")."""
    at = (
        i for i in range(frame.first - 1, cue.last, -1) if norm[i] in {"who", "which"} and norm[i - 1] != ","
    )
    return next(at, cue.last - 1) + 1


def feared_done(gap: list[str], frame: Frame) -> bool:
    """Say whether what is feared follows from what happened: "were feared dead after gunmen fired into a crowd", "seven
    people feared to have been abducted"."""
    return bool(AFTER & set(gap)) or ("abduct" in frame.actions and "been" in gap)


def dates_noun(norm: list[str], at: int) -> bool:
    """Say whether "when" only tells which day is meant ("recalled the night when soldiers fired on students")."""
    return norm[at] == "when" and norm[at - 1] in TIMES


def is_unexploded(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether somebody only tried to make a bomb go off ("tried to detonate a bomb")."""
    return (
        norm[cue.last - 1] == "to"
        and norm[frame.first] in SET_OFF
        and bool(frame.actions & {"bomb", "suicide-bomb"})
    )


def ends_at_verb(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether a span of time only belongs to the subject of a passive ("a hotbed for five years was taken", "the
    bones of men kidnapped in 1998 were dug up")."""
    gap = norm[cue.last : frame.first]
    if frame.voice == "noun" and ends_in(gap):
        return True  # "weeks of tension culminated in a raid"
    if cue.first and norm[cue.first - 1].endswith("ed") and frame.last > cue.last:
        return gap[:1] in (["was"], ["were"]) or gap[:2] in (["has", "been"], ["have", "been"])
    length = norm[cue.first] == "for" and norm[cue.last - 1] in SPANS
    return length and frame.voice == "passive" and norm[cue.last : frame.first] in HAS_BEEN
