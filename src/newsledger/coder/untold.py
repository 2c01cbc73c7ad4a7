"""Untold: acts that a sentence names without telling that they happened: aims, reasons, words that point back.

Scope reads cues; this module reads the form of the verb and what stands right before it (coding-rules 1).
"""

from collections.abc import Sequence
from itertools import pairwise

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import ADVERBS, BE, CLAUSE_PRONOUNS, DEADLY, HAVE, MODALS, PARTICIPLES
from newsledger.coder.spans import STATE

ACTS = frozenset(
    "attack kill shoot abduct rape bomb suicide-bomb assault burn destroy loot grenade shell airstrike riot mob arrest"
    " seize-territory retake-territory wound surrender set-up".split()
)
# words before "to" behind which an act is told as done ("began to shell", "went on to kill", "managed to seize")
BEGUN = frozenset(
    "began begin begins begun beginning started start starts starting continued continue continues"
    " continuing went go goes gone going proceeded proceed managed manage manages succeeded used resumed"
    " came come helped help turned returned resorted rushed forced made compelled able dared failed on"
    " them him her us had ordered chose moved opted took joined tried try tries trying attempted attempt"
    " attempts attempting bid united reported alleged said believed known thought understood appeared"
    " seemed seen".split()
)
MEANS = frozenset(
    "led caused prompted drove pushed provoked use uses used using employed employing"
    " deployed wielding wielded detonated".split()
)
SAME = frozenset("cost set beat hit cut put shut hurt burst spread split thrust shed".split())
PURPOSES = frozenset("arrest detain search rescue evacuate question demolish deliver visit inspect".split())
STREET = frozenset({"protest", "protest-people", "riot", "block", "gather"})
NAMED = frozenset({"identified", "named", "described", "identify", "identifies"})
THOSE = frozenset({"those", "anyone", "everyone", "all", "person", "whoever", "ones"})
RESULTING = frozenset("led leading leads lead resulted resulting results result".split())
POINTERS = frozenset({"the", "this", "that", "these", "those", "such"})
STOPS = frozenset("of in at on by with for from after before while when as said which who that a an".split())
# an apposition in which other cases are told of ("was killed on Monday, one of six candidates murdered this year")
ONE_AMONG = (["one", "of"], ["the", "latest"], ["among", "the"], ["the", "second"], ["the", "third"])
WILL = MODALS | {"to"}
PUNISHED = frozenset(
    "brought punished prosecuted held tried investigated dismissed suspended sacked disciplined charged identified"
    " dealt arraigned court-martialled arrested hanged jailed severely".split()
)
OBJECTS = (["his"], ["her"], ["their"], ["a"], ["an"])  # words behind a verb in -ing that show its object
# what an act does, or that it came to pass, in the verb of which its noun is the subject
EFFECTS = frozenset(
    "caused left killed wounded injured damaged destroyed claimed blew tore ripped shattered demolished hurt maimed"
    " occurred happened came took forced sparked triggered".split()
)
CAME = frozenset(
    "rode came arrived drove stormed entered descended swooped burst barged infiltrated crossed sneaked".split()
)
INTO = frozenset({"into", "in", "on", "onto", "to", "at", "from", "with", "entered", "stormed"})
BOUNDS = frozenset({",", ";", "and", "but", "that", "who", "which", "said"})
CAME_REACH = 24  # tokens between the coming of armed people and what they came for
FIGHTS = frozenset({"clash", "encounter", "fight", "operation", "attack", "shoot"})
EFFECT_REACH = 16  # tokens between a noun and the verb of which it is the subject
HEADED = 3  # tokens with which a sentence opens that tells who built what
HOLDERS = 5  # tokens of "which" and of those who had held a place before
PURPOSE_REACH = 6  # tokens behind a verb in which its purpose stands


def aim_of(frame: Frame) -> str:
    """Return the words of an aim where a verb only tells what something is for ("arms to kill people"), or empty."""
    norm = frame.sentence.words.norm
    at = frame.first - 1
    if frame.voice != "active" or frame.form != "base" or not frame.actions & ACTS:
        return ""
    if at > 0 and norm[at].endswith("ly"):
        at -= 1
    if at < 1 or norm[at] != "to" or norm[at - 1] in BEGUN or norm[at - 1] in BE:
        return ""
    if norm[at - 1] == "in" and norm[at - 2] in {
        "moved",
        "move",
        "moving",
        "went",
        "waded",
        "stepped",
        "rushed",
    }:
        return ""  # "moved in to clear the camp"
    if MEANS & set(norm[max(0, at - 6) : at]) or came_for_it(
        frame, at
    ):  # "used explosives to blow up a bridge"
        return ""
    return f"to {frame.trigger}"


def came_for_it(frame: Frame, at: int) -> bool:
    """Say whether armed people are said to have come to a place for what a verb behind "to" tells: they did it
    ("assailants rode into the village to attack a post")."""
    norm = frame.sentence.words.norm
    fighters = any("armed" in m.tags and m.kind not in STATE for m in frame.agents)
    came = [i for i in range(max(0, at - CAME_REACH), at) if norm[i] in CAME]
    if not fighters or not came or not frame.actions & {"attack", "kill", "burn", "loot", "abduct", "shoot"}:
        return False
    reach = norm[came[-1] : at]
    planned = came[-1] > 0 and norm[came[-1] - 1] in {"to", "would", "will", "could"}
    return not planned and bool(INTO & set(reach)) and BOUNDS.isdisjoint(reach)


def in_past(frame: Frame) -> bool:
    """Say whether a verb is an active past tense, those of one form included ("set", "beat") ("to set" is none)."""
    if frame.voice != "active":
        return False
    norm = frame.sentence.words.norm
    before = norm[frame.first - 1] if frame.first else ""
    same = frame.form == "base" and norm[frame.first] in SAME and before not in MODALS | {"to"}
    return same or frame.form in {"past", "ed"}


def year_before(frame: Frame) -> int:
    """Return where a year stands before a noun as its name ("a 2019 demonstration"), or -1."""
    norm = frame.sentence.words.norm
    if frame.voice != "noun" or frame.first < 2:
        return -1
    years = [i for i in (frame.first - 1, frame.first - 2) if len(norm[i]) == 4 and norm[i].isdigit()]
    named = (i for i in years if norm[i - 1] in {"the", "a", "an"} and norm[i][:2] in {"19", "20"})
    return next(named, -1)


def of_a_year(frame: Frame) -> bool:
    """Say whether a noun bears a year: it is told as history."""
    return year_before(frame) >= 0


def in_a_year(frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a verb tells what was done in an event that bears a year ("ousted them in a 2001 invasion")."""
    norm = frame.sentence.words.norm
    behind = [at for f in frames if f.first > frame.last and (at := year_before(f)) > 1]
    return frame.voice != "noun" and any(
        norm[at - 2] == "in" and "," not in norm[frame.last : at] for at in behind
    )


def reason_of(frame: Frame) -> str:
    """Return the words of a reason where a verb in -ing only tells what for ("were held for attacking a post")."""
    norm = frame.sentence.words.norm
    if frame.form != "ing" or not frame.actions & ACTS or frame.first < 1:
        return ""
    if frame.voice != "active" and norm[frame.last : frame.last + 1] not in OBJECTS:
        return ""
    at = frame.first - 1
    if at and norm[at].endswith("ly"):
        at -= 1
    return f"for {frame.trigger}" if norm[at] == "for" else ""


NTH = frozenset(
    "latest first second third fourth fifth sixth seventh eighth ninth tenth last youngest".split()
)


def described(frame: Frame) -> bool:
    """Say whether a verb only says of whom one speaks: "those who burned shops", "among the men who shelled it"."""
    norm = frame.sentence.words.norm
    if frame.first < 2:
        return False
    fled = frame.actions & {"displace", "displace-return"} and (frame.voice, frame.form) != ("noun", "noun")
    if fled and norm[frame.first - 1] == "who":
        return True  # "aid for people who fled the fighting"
    made = (
        "set-up" in frame.actions and frame.voice == "passive" and norm[frame.last : frame.last + 1] == ["by"]
    )
    if made and any(o.last == frame.first > HEADED for o in frame.sentence.of_kind("object")):
        return True  # "dismantled six bunkers built by gunmen"
    acts = frame.actions & ACTS and not frame.actions & (STREET | {"block", "riot"})
    if acts and frame.voice == "passive" and (latest_to_be(norm, frame.first) or long_dead(norm, frame)):
        return True
    if norm[frame.first - 1] == "been" and frame.form == "ing" and acts:
        return bool({"who", "that", "which"} & set(norm[max(0, frame.first - 4) : frame.first]))
    who = frame.first - 1
    while who > 1 and norm[who] in BE | HAVE | ADVERBS:
        who -= 1
    if norm[who] == "who" and (norm[who - 1] in THOSE or has_to_answer(norm, frame.last)):
        return True
    if (
        norm[who] == "who"
        and "as" in norm[max(0, who - 6) : who]
        and NAMED & set(norm[max(0, who - 16) : who])
    ):
        return True  # "identified him as the gunman who killed two guards"
    if norm[frame.first - 1] not in {"who", "that"}:
        return False
    head = next((m for m in frame.sentence.mentions if m.last == frame.first - 1), None)
    return head is not None and bool({"among", "amongst"} & set(norm[max(0, head.first - 3) : head.first]))


def latest_to_be(norm: list[str], at: int) -> bool:
    """Say whether somebody is only one of a row to whom an act was done ("the latest politician to be attacked")."""
    return norm[at - 2 : at] == ["to", "be"] and bool(NTH & set(norm[max(0, at - 8) : at - 2]))


def long_dead(norm: list[str], frame: Frame) -> bool:
    """Say whether a relative clause says what was done to somebody last month or long before ("the name of a soldier
    who was killed last month was sprayed on a wall")."""
    if norm[frame.first - 2] != "who" or norm[frame.first - 1] not in BE:
        return False
    behind = norm[frame.last : frame.last + 3]
    if "abduct" in frame.actions or len(behind) < 2:
        return False  # "who was kidnapped last month was freed"
    last = behind[0] in {"last", "earlier"} and bool({"month", "year"} & set(behind))
    return last or (behind[0] == "in" and behind[1][:2] in {"19", "20"})


def has_to_answer(norm: list[str], at: int) -> bool:
    """Say whether those of whom a clause tells what they did are only said to have to answer for it ("officers who
    fired at marchers would be brought to justice")."""
    behind = range(at, len(norm) - 2)
    return any(norm[i] in WILL and norm[i + 1] == "be" and norm[i + 2] in PUNISHED for i in behind)


THESE = frozenset({"them", "whom"})  # those just told of ("six were shot, one of them fatally, on Sunday")


def tells_of_others(norm: list[str], first: int, last: int) -> bool:
    """Say whether an apposition that tells of other cases opens between two tokens ("…, one of six killed")."""
    return any(
        norm[i] == "," and norm[i + 1 : i + 3] in ONE_AMONG and THESE.isdisjoint(norm[i + 3 : i + 4])
        for i in range(first, last)
    )


def belongs_behind(frame: Frame, first: int, frames: Sequence[Frame]) -> bool:
    """Say whether a time past from token `first` on belongs to a participle or a relative clause behind a verb ("retook
    a town captured earlier this year")."""
    if frame.voice == "noun" or frame.last > first:
        return False
    norm = frame.sentence.words.norm
    near = (f for f in frames if frame.last < f.first and f.last <= first <= f.last + 1 and f.voice != "noun")
    return any(
        not {",", "and"} & set(norm[frame.last : f.first][-2:])
        and (
            bool(CLAUSE_PRONOUNS & set(norm[frame.last : f.first]))
            or (f.form in PARTICIPLES and norm[f.first - 1] not in BE | HAVE)
        )
        for f in near
    )


def points_back(frame: Frame) -> bool:
    """Say whether a noun only points back to what is known ("called the attack …", "these protests show")."""
    if (
        frame.voice != "noun"
        or frame.light
        or frame.targets
        or frame.form == "word"
        or "warlike" in frame.tags
        or ("rape" in frame.actions and frame.form == "nouns")  # "that most rape victims named soldiers"
    ):
        return False
    norm = frame.sentence.words.norm
    at = frame.first - 1
    while at >= 0 and frame.first - at < 4 and norm[at] not in POINTERS:
        if norm[at] in STOPS or not norm[at][:1].isalpha():
            return False
        at -= 1
    if norm[max(0, at - 1) : at] and norm[at - 1] in {"in", "to"} and norm[at - 2] in RESULTING:
        return False  # "led to the seizure of four rifles"
    named = any(at < m.first < frame.first for m in frame.sentence.mentions)
    return at >= 0 and norm[at] in POINTERS and frame.first - at < 4 and not named


def has_effect(frame: Frame) -> bool:
    """Say whether a noun is the subject of what it did or of its coming to pass ("the blast in A caused damage")."""
    norm = frame.sentence.words.norm
    for i in range(frame.last, min(frame.last + EFFECT_REACH, len(norm))):
        if norm[i] in {",", ";", "that", "which", "and", "."}:
            return False
        if norm[i] in EFFECTS:
            return norm[i - 1] not in {"to", "not", "never"} | BE
    return False


def with_harm(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Say whether a fight is what people came to harm in whom its sentence names ("two were hurt in the shootout")."""
    if not frame.actions & FIGHTS:
        return False
    same = (f for f in frames if f.sentence is frame.sentence and not f.scope and f.voice != "noun")
    return any(f.actions & DEADLY and f.targets for f in same)


def had_been(frame: Frame) -> bool:
    """Say whether a clause on somebody tells what came before the story ("troops who had occupied the village")."""
    norm = frame.sentence.words.norm
    if frame.first < 3 or norm[frame.first - 1] != "had":
        return False
    if norm[frame.first - 2] in {"who", "which", "that"}:
        return True
    held = any(m.last == frame.first - 1 and "armed" in m.tags for m in frame.agents)
    return held and "which" in norm[max(0, frame.first - 1 - HOLDERS) : frame.first - 1]


def came_before_arrest(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Say whether a clause tells what the arrested or expelled had done ("accused of having led a raid")."""
    norm, at = frame.sentence.words.norm, frame.first
    if frame.actions & {"seize-territory", "hold"} and at > 1 and norm[at - 1] == "who":
        return any(m.last == at - 1 and m in f.targets for f in frames for m in frame.agents)
    having = norm[max(0, at - 2) : at] in (["of", "having"], ["for", "having"])
    held = {"arrest", "capture", "hold"}
    return (having or had_been(frame)) and any(f.last <= at and f.actions & held for f in frames)


def comes_to_arrest(frame: Frame) -> bool:
    """Say whether forces enter a place for a purpose that takes no place ("entered the camp to arrest two men")."""
    if "go-in" not in frame.actions:
        return False
    norm = frame.sentence.words.norm
    ahead = norm[frame.last : frame.last + PURPOSE_REACH]
    return any(one == "to" and two in PURPOSES for one, two in pairwise(ahead))
