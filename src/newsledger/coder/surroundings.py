"""Surroundings: what stands around a frame that rules ask for as `context`: a protest, a riot, a fight, an aim."""

from itertools import takewhile

from newsledger.coder.features import CROWD
from newsledger.coder.frames import Frame, around
from newsledger.coder.grammar import DEADLY, MET_BY_POLICE, PREPOSITIONS
from newsledger.coder.howmany.casualties import counts_harmed
from newsledger.coder.kinds import demonstrates, is_folk
from newsledger.coder.spans import Sentence
from newsledger.coder.vacated import ENTERING, STRIFE, fought, is_followed, is_vacated
from newsledger.coder.where.scene import is_title

MOTIVES = frozenset({"demanding", "protesting", "opposing", "denouncing", "decrying"})
MOTIVE_PAIRS = frozenset(
    {
        ("opposed", "to"),
        ("in", "protest"),
        ("to", "protest"),
        ("to", "demand"),
        ("to", "denounce"),
        ("to", "oppose"),
        ("to", "voice"),
        ("furious", "at"),
        ("furious", "over"),
        ("angry", "at"),
        ("angry", "over"),
        ("angered", "by"),
        ("angered", "over"),
        ("incensed", "by"),
        ("incensed", "at"),
        ("outraged", "by"),
        ("outraged", "at"),
    }
)
MOTIVE_WORDS = frozenset(
    "opposed protest demand denounce oppose voice furious angry angered incensed outraged".split()
)
FRAY = frozenset({"clash", "clash-told", "brawl", "fight", "riot", "unrest"})
DEALING = frozenset({"deal-made", "talk", "talks-round"})
TALKING = frozenset({"talk", "talks-round"})
SETTLED = STRIFE | {"violence"}  # what a deal of parties ends
WARFARE = STRIFE | frozenset(
    "war conflict peace nuclear de-escalation deescalation withdrawal pullout".split()
)
QUELLED = DEADLY | {"attack", "assault", "burn", "destroy", "riot"}  # what goes with breaking up a crowd
GASSED = frozenset({"crowd-weapon", "crowd-control"})  # what police do to crowds alone, whatever those want
DOORS = frozenset({"outside", "front", "gates", "gate", "steps", "past"})
TAKEN = frozenset({"take-off", "abduct", "arrest", "capture", "kill", "shoot", "assault"})
ALLEGED = frozenset({"alleged", "allege", "accused", "complained", "claimed", "recalled"})
GAINS = frozenset({"seize-territory", "retake-territory", "take", "go-in", "break-in"})
UNDOING = frozenset({"repel", "drive", "withdraw", "retake-territory", "by-force", "push-back"})
BRIEFLY = frozenset({"briefly", "temporarily", "momentarily"})
SOON = frozenset({"hour", "hours", "minutes", "shortly", "briefly", "soon"})
TURNED = frozenset({"before", "but", "until"})
SHOTS = frozenset({"shoot"})
SHOT = frozenset({"shoot", "attack", "fire-at"})
STRUCK = frozenset({"attack", "assault", "shoot"})
# by what people die in a throng without anybody's doing
CRUSH = frozenset(
    "stampede stampedes crush crushed collapsed collapse suffocated trampled asphyxia heatstroke lightning"
    " drowned".split()
)
DURING = frozenset({"during", "amid", "in", "at", "amidst"})
BEFORE_MARCH = 5  # tokens between "during" and the demonstration
VENUE = 7  # tokens between "outside" and the house of those in power
AIMS = frozenset({"protest-topic", "demand"})
CROWD_MET = MET_BY_POLICE | {"arrest", "riot", "brawl", "mob"}


def in_other_headline(one: Frame, two: Frame) -> bool:
    """Say whether a semicolon of a headline parts two frames, so that each tells a story of its own."""
    if one.sentence is not two.sentence or not is_title(one.sentence):
        return False
    low, high = sorted((one.first, two.first))
    return ";" in one.sentence.words.norm[low:high]


def contexts(frames: list[Frame], number: int) -> frozenset[str]:
    """Return what surrounds a frame: a protest or riot in its sentence or the ones beside it.

    What the story opens with counts as well for what police do to a crowd and a crowd to others, wherever it is told.
    """
    me = frames[number]
    found: set[str] = set()
    near = [f for f in around(frames, number) if not f.scope and not in_other_headline(me, f)]
    opening = takewhile(lambda f: f.sentence.index <= 1, frames) if me.actions & CROWD_MET else ()
    for other in [*near, *(f for f in opening if not f.scope and f.sentence.index < me.sentence.index)]:
        street = "protest" in other.actions  # a movement that rallies is a crowd; soldiers block roads, too
        armed = any("armed" in m.tags and not (street and m.kind == "group") for m in other.agents)
        quelled = "crowd-control" in other.actions and other is not me and bool(me.actions & QUELLED)
        quelled = quelled or ("fill-streets" in other.actions and gasses(me))
        if quelled or (other.actions & CROWD and not armed):
            found.add("protest")
        if "riot" in other.actions and not armed:
            found.add("riot")
    if any(m.kind == "protesters" and demonstrates(me, m) for m in me.sentence.mentions):
        found.add("protest")
    if complained_of(me):
        found.discard("protest")
    if any(m.kind == "rioters" for m in me.sentence.mentions):
        found.add("riot")
    near = [f for f in near if f is not me]
    if any(f.actions & MET_BY_POLICE and "rustle" not in f.actions for f in near):
        found.add("intervened")
    if "protest" in found and any(f.actions & SHOT and met_by_force(f) for f in near):
        found.add("intervened")
    if "protest" in found and any(joins_march(f, near) for f in near):
        found.add("violent-protest")
    if (fight := fray(near, me)) is not None:
        met = {"police", "military", "protesters"} & {m.kind for m in (*fight.agents, *fight.targets)}
        found.add("violent-protest" if "protest" in found and (met or "riot" in fight.actions) else "fray")
    found |= of_ground_and_talks(me, frames, near)
    harmed = me.actions & DEADLY or (me.actions & STRUCK and me.voice == "passive")
    others = [f for f in around(frames, number) if f is not me] if harmed else []
    return frozenset(found) | come_to_harm(me, others) | told_in_words(me)


def gasses(me: Frame) -> bool:
    """Say whether police use on people what they use on crowds alone."""
    return bool(me.actions & GASSED) or ("intervene" in me.actions and "riot-control" in me.weapons)


def met_by_force(other: Frame) -> bool:
    """Say whether police or soldiers shoot in a frame, at no armed people."""
    forces = any(m.kind in {"police", "military", "security"} for m in other.agents)
    return forces and not any("armed" in m.tags for m in other.targets)


def of_ground_and_talks(me: Frame, frames: list[Frame], near: list[Frame]) -> set[str]:
    """Return what stands around a frame of gains and deals: a place left, strife, talks on a war, a gain undone."""
    found: set[str] = set()
    if is_vacated(frames, me):
        found.add("vacated")
    if is_followed(me):
        found.add("followed")
    if me.actions & ENTERING and fought(me):
        found.add("fought-for")
    if me.actions & DEALING and SETTLED & set(me.sentence.words.norm):
        found.add("strife")
    if me.actions & TALKING and on_war(me.sentence):
        found.add("on-war")
    if is_undone(near, me):
        found.add("undone")
    return found


def come_to_harm(me: Frame, others: list[Frame]) -> set[str]:
    """Return where people came to harm of whom nobody is said to have done it: at a protest, by a mob."""
    found = {"at-protest"} if any(at_protest(f, me) for f in others) else set()
    return found | ({"mob"} if any(by_mob(f) for f in others) else set())


def at_protest(other: Frame, me: Frame) -> bool:
    """Say whether another frame is the demonstration at which people came to harm ("15 deaths during protests")."""
    if other.scope or other.sentence is not me.sentence or CRUSH & set(me.sentence.words.norm):
        return False
    if other.voice != "noun" or "protest" not in other.actions:
        return False
    before = other.sentence.words.norm[max(0, other.first - BEFORE_MARCH) : other.first]
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in PREPOSITIONS), None)
    if at is None or (before[at:] == ["in"] and not other.trigger.endswith("s")):
        return False  # "marched in protest"
    return before[at] in DURING and not {",", "to"} & set(before[at:])


def by_mob(other: Frame) -> bool:
    """Say whether another frame tells that a crowd did what is told here of nobody ("accused of mob violence",
    "villagers attacked them")."""
    if "mob" in other.actions:
        return other.scope in {"", "topic-only"}
    if "pillory" in other.actions:
        return True
    if other.scope or other.voice == "noun" or not other.agents:
        return False
    if not other.actions & {"attack", "assault", "burn"}:
        return False
    armed = any(m.tags & {"armed", "group"} and m.kind != "police" for m in other.sentence.mentions)
    return not armed and all(m.kind == "crowd" or is_folk(m) for m in other.agents)


def told_in_words(me: Frame) -> frozenset[str]:
    """Return what the words of its sentence tell of a frame: a motive, an aim or what people remember, an occasion of
    civic life, a venue, what crowds take people for whom they kill."""
    told = {
        "motive": has_motive(me.sentence),
        "civic": cued(me.sentence, "civic"),
        "rumour": cued(me.sentence, "rumour"),
        "venue": at_venue(me.sentence, me.first),
        "aim": has_aim(me.sentence, me.last),
        "remembrance": any(c.entry.id == "commemorate" and c.first >= me.last for c in me.sentence.cues),
        "harmed": bool(me.actions & SHOTS) and me.voice == "noun" and counts_harmed(me.sentence),
    }
    return frozenset(name for name, holds in told.items() if holds)


def cued(sentence: Sentence, ident: str) -> bool:
    """Say whether a sentence has a cue."""
    return any(s.entry.id == ident for s in sentence.cues)


def on_war(sentence: Sentence) -> bool:
    """Say whether a sentence names a war or what would end it, or the crisis of a place ("on the Mali crisis")."""
    words = sentence.words
    crisis = (i for i in range(1, len(words)) if words.norm[i] == "crisis")
    return bool(WARFARE & set(words.norm)) or any(words.is_name(i - 1) for i in crisis)


def complained_of(me: Frame) -> bool:
    """Say whether protesters only tell of what was done to others before ("they alleged that police took two men")."""
    norm, speaker = me.sentence.words.norm, me.speaker
    if speaker is None or speaker.kind != "protesters" or not me.actions & TAKEN or me.sentence.index == 0:
        return False
    alleged = bool(ALLEGED & set(norm[speaker.last : speaker.last + 3]))
    met = any(m.kind in {"protesters", "rioters", "crowd"} for m in me.targets) or "them" in norm
    return alleged and not met and bool(me.targets)


def is_undone(near: list[Frame], me: Frame) -> bool:
    """Say whether a gain did not last: "briefly entered", "entered … before being repelled", "took … but were driven
    out" (coding-rules 2.1: gains that last a day or less are clashes)."""
    norm = me.sentence.words.norm
    if me.actions & UNDOING and SOON & set(norm[me.first :]):
        before = (f for f in near if f.sentence is me.sentence and f.last <= me.first and f.actions & GAINS)
        if any(TURNED & set(norm[f.last : me.first]) for f in before):
            return True
    if not me.actions & GAINS:
        return False
    if BRIEFLY & set(norm[max(0, me.first - 2) : me.first]) or BRIEFLY & set(norm[me.last : me.last + 1]):
        return True
    later = (f for f in near if f.sentence is me.sentence and f.first >= me.last and f.actions & UNDOING)
    return any(TURNED & set(norm[me.last : f.first]) for f in later)


def joins_march(other: Frame, near: list[Frame]) -> bool:
    """Say whether clashes are named in one breath with a demonstration ("died in clashes and demonstrations")."""
    norm = other.sentence.words.norm
    if other.voice != "noun" or not other.actions & (FRAY - {"fight"}):
        return False
    marches = [
        f for f in near if f.voice == "noun" and "protest" in f.actions and f.sentence is other.sentence
    ]
    after = norm[other.last : other.last + 1] == ["and"] and any(
        0 < f.first - other.last <= 3 for f in marches
    )
    return after or any(0 < other.first - f.last <= 3 and norm[f.last] == "and" for f in marches)


def fray(frames: list[Frame], me: Frame) -> Frame | None:
    """Return the frame beside a frame, or in the sentence before, in which a crowd fights or riots, or None.

    Who is killed or hurt there is its toll.
    """
    return next(
        (
            f
            for f in frames
            if f.actions & FRAY
            and 0 <= me.sentence.index - f.sentence.index <= 1
            and f.agents
            and not any("armed" in m.tags and m.kind != "police" for m in (*f.agents, *f.targets))
        ),
        None,
    )


def has_motive(sentence: Sentence) -> bool:
    """Say whether a sentence tells what a crowd demands or rejects ("villagers opposed to a dam burned …")."""
    norm = sentence.words.norm
    words = set(norm)
    if cued(sentence, "defiance"):
        return True  # who is in the street against a curfew is there for that
    if MOTIVES & words or not MOTIVE_WORDS & words:
        return bool(MOTIVES & words)
    return any((norm[i], norm[i + 1]) in MOTIVE_PAIRS for i in range(len(norm) - 1))


def at_venue(sentence: Sentence, after: int) -> bool:
    """Say whether people are, behind token `after`, before the door of those in power ("outside the ministry")."""
    norm = sentence.words.norm
    for span in sentence.of_kind("object"):
        if span.entry.id == "state-house" and span.first > after:
            before = norm[max(after, span.first - VENUE) : span.first]
            if DOORS & set(before) or before[-2:] == ["before", "the"]:
                return True
    return False


def has_aim(sentence: Sentence, after: int) -> bool:
    """Say whether a sentence tells, behind token `after`, what people want: "to demand", "against", "in support of"."""
    norm = sentence.words.norm
    cues = (s for s in sentence.cues if s.first >= after)
    cues = (s for s in cues if s.entry.id in AIMS or norm[s.first] == "over")
    return any(
        s.last - s.first > 1
        or norm[s.first] in {"against", "demanding"}
        or (norm[s.first] == "over" and not norm[s.last][:1].isdigit())
        for s in cues
        if s.last < len(norm) and not (s.first == after and norm[s.first : s.last] == ["at", "the"])
    )
