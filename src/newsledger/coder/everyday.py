"""Everyday words: an action told in a word that news of all kinds use counts only in the company of conflict.

"The storm hit the coast", "a block of flats", "the bill was blocked" have the verbs of attacks and road-blocks, but
nobody who fights or protests stands near them (coding-rules 1).
"""

from collections.abc import Iterable

from newsledger.coder.frames import Frame
from newsledger.coder.kinds import ANGER, is_folk
from newsledger.coder.political import on_community
from newsledger.coder.spans import CROWDS, PEOPLE, Sentence
from newsledger.coder.spared import GROUND
from newsledger.coder.story import Story
from newsledger.coder.surroundings import has_aim, has_motive

TAG = "everyday"
FIGHTERS = frozenset({"military", "group", "armed", "gang", "communal", "mission", "rioters", "prison"})
PARTIES = FIGHTERS | {"state", "protesters", "crowd", "police", "security"}
CROWD_ACTS = frozenset(
    "protest block riot fill-streets gather break-in brawl unrest mob obstruct protest-people".split()
)
STRONG = CROWD_ACTS | frozenset(
    "kill death wound shoot bomb airstrike shell suicide-bomb grenade chemical abduct rape arrest clash attack assault"
    " burn loot disrupt-weapon intervene intervene-hard crowd-control seize-territory retake-territory".split()
)
HARM = frozenset({"kill", "death", "wound", "burn"})
MET = frozenset({"intervene", "intervene-hard", "crowd-control", "protest-people"})
AMOUNTS = frozenset("thousands hundreds dozens scores tens crowds".split())
# what a rally or a march is called that is no feast
MARKED = frozenset(
    "opposition unsanctioned unauthorised unauthorized banned illegal anti pro union solidarity".split()
)
# what an everyday verb tells only with other words behind it
SPECIFIC = frozenset(
    "crowd-control rustle shutdown mass-grave jailbreak prisoner-swap agree surrender abduct rape brought-down".split()
)
TOOK = frozenset("take takes taking took taken put placed".split())  # "took her into custody"
# who makes an act political by being its victim, or by doing it
TOLD = frozenset({"former", "notable", "party", "official", "settlers"})
UNREST = frozenset(
    "ethnic communal sectarian intercommunal inter-communal intercommunity miscreants kuki meitei curfew arsonists"
    " settlers witch witches witchcraft sorcery sorcerer sorcerers blasphemy revenge reprisal reprisals retaliation"
    " avenge avenged massacre".split()
)  # words of strife between peoples
BUILT = frozenset({"premises", "civilian-site", "state-house", "street-thing", "traffic"})
# who is taken by the police of a state for politics, or for what it calls so
PURSUED = frozenset(
    "opposition activists activist cadres cadre dissidents dissident subversion subversive sabotage"
    " sedition mischief treason terrorism militancy extremism bombing bombings bombs explosives union"
    " unions insurgents unionists separatists crackdown".split()
)
PLANTED = frozenset({"bomb", "bombs", "dynamite"})  # what nobody has who means no harm
NEIGHBOURS = 1  # sentences on either side in which company counts
DOERS = PEOPLE | FIGHTERS  # who may do what crowds do
STRIFE = UNREST | ANGER  # words of strife or of anger


def weed(story: Story) -> None:
    """Take frames in everyday words out of scope that stand alone in their story."""
    common = {id(f) for f in story.frames if is_everyday(f)}
    for frame in story.frames:
        if frame.scope or id(frame) not in common:
            continue
        beside = [
            f for f in story.frames if f.sentence is frame.sentence and id(f) not in common and not f.scope
        ]
        crowd = bool(frame.actions & CROWD_ACTS)
        if not any(is_company(f, frame) for f in beside) and not has_company(story, frame, crowd):
            frame.scope, frame.detail = "out-of-scope", frame.trigger


def is_company(other: Frame, frame: Frame) -> bool:
    """Say whether another frame shows a conflict; deaths alone do not, beside what floods do to places ("the sludge
    swept through two villages, killing four")."""
    if frame.actions & GROUND and not other.agents:
        return bool(other.actions & (STRONG - HARM))
    return bool(other.actions & STRONG)


def is_everyday(frame: Frame) -> bool:
    """Say whether the very words of a trigger are listed as everyday ones, with no words behind that make them more
    ("cut … internet", "took … hostage")."""
    word = frame.sentence.words.norm[frame.first]
    if "warlike" in frame.tags and frame.targets:
        return False  # "the slaughter of 31 people"
    if "release" in frame.actions and "captives" in frame.objects:
        return False  # "freed dozens of prisoners of war"
    if frame.actions & SPECIFIC or ("arrest" in frame.actions and word in TOOK):
        return False
    return any(
        s.first == frame.first and s.last == frame.last and TAG in s.entry.tags for s in frame.sentence.cues
    )


def has_company(story: Story, frame: Frame, crowd: bool) -> bool:
    """Say whether somebody of a conflict acts or is acted upon or stands near, or a weapon is named.

    What crowds do needs people who do it: many of them, or protesters beside.
    """
    if crowd and frame.actions <= CROWD_ACTS and is_festive(frame.sentence):
        return any(m.kind in CROWDS for m in frame.sentence.mentions) or has_motive(frame.sentence)
    if crowd:
        acting = any(m.kind in DOERS for m in frame.agents)
        marching = any(m.kind in CROWDS for s in near(story, frame) for m in s.mentions)
        if acting or marching or wants_something(frame):
            return True
        if frame.actions <= CROWD_ACTS:
            return False
    if any(not STRIFE.isdisjoint(s.words.norm) for s in near(story, frame)):
        return True
    if "burn" in frame.actions and frame.objects & BUILT and any(is_folk(m) for m in frame.agents):
        return True  # "villagers set fire to a clinic"
    if has_motive(frame.sentence) or any(told_on_street(f, frame) for f in story.frames):
        return True
    if (
        frame.weapons
        or "weapons" in frame.objects
        or any(m.kind in PARTIES or m.tags & TOLD for m in (*frame.agents, *frame.targets))
    ):
        return True
    if by_itself(frame):
        return True
    if any("warlike" in f.tags and f.sentence is frame.sentence and f is not frame for f in story.frames):
        return True
    return any(m.kind in FIGHTERS | {"protesters"} for s in near(story, frame) for m in s.mentions)


def by_itself(frame: Frame) -> bool:
    """Say whether what a trigger names is of a conflict by what it is done to, with or for: "a raid on a village",
    "placed the bomb which went off", "were picked up on charges of sabotage", "the slaughter of 24 passengers"."""
    if "attack" in frame.actions and frame.voice == "noun" and on_community(frame):
        return True
    telling = (
        PURSUED if "arrest" in frame.actions else PLANTED if "bomb" in frame.actions else frozenset[str]()
    )
    if not telling.isdisjoint(frame.sentence.words.norm):
        return True
    return "warlike" in frame.tags and any(m.kind in PEOPLE and (m.count or 0) > 1 for m in frame.targets)


def is_festive(sentence: Sentence) -> bool:
    """Say whether a sentence tells of a feast ("the carnival parade", "to celebrate Independence Day")."""
    told = any(n.startswith("celebrat") for n in sentence.words.norm) and any(
        n.startswith("parade") for n in sentence.words.norm
    )
    return told or any(s.entry.id == "festive" for s in sentence.cues)


def wants_something(frame: Frame) -> bool:
    """Say whether many people act or the sentence tells what they want ("thousands rallied", "to oppose it")."""
    before = frame.sentence.words.norm[max(0, frame.first - 5) : frame.first]
    return bool((AMOUNTS | MARKED) & set(before)) or has_aim(frame.sentence, frame.last)


def told_on_street(other: Frame, frame: Frame) -> bool:
    """Say whether another frame, in the same sentence or the one before, tells of a demonstration, a riot, or of police
    who meet a crowd."""
    if other is frame or other.scope or not 0 <= frame.sentence.index - other.sentence.index <= 1:
        return False
    if other.actions & MET:
        return True
    crowd = bool(other.actions & CROWD_ACTS) and any(m.kind in PEOPLE for m in other.agents)
    return crowd or bool(other.actions & CROWD_ACTS and wants_something(other))


def near(story: Story, frame: Frame) -> Iterable[Sentence]:
    """Return the sentence of a frame and those right beside it."""
    at = frame.sentence.index
    return story.sentences[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
