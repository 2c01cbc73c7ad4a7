"""Political or plain crime? What `scope: political` leaves out (coding-rules 1)."""

from newsledger.coder.decide import Decision, tags_of
from newsledger.coder.frames import Frame
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.story import Story

DOUBTFUL = frozenset({"Attack", "Abduction/forced disappearance", "Armed clash"})
ARMED = frozenset(
    {
        "military", "prison", "group", "rebel", "militia", "gang", "communal", "mission", "security", "armed",
        "crowd", "protesters", "rioters", "identity",
    }
)  # fmt: skip
POLITICAL = ARMED | {"state", "police", "government", "official"}
VICTIMS = POLITICAL | {"former", "notable", "off-street"}  # soldiers and policemen off duty as well
WARLIKE = frozenset({"attack", "abduct"})  # acts that plain crime is seldom called by
DEED = "warlike"  # the tag of words that name a deed of war or politics whoever did it ("massacre")
LAWFUL = frozenset({"police", "government", "prison"})  # they stand in every crime story
STATE_FORCES = frozenset({"military", "police", "official"})
THIEF = "thief"  # the tag of people named for stealing only
TRADES = frozenset({"labor", "students", "farmers", "fishers", "women-group"})
THEFT = DOUBTFUL | {"Looting/property destruction"}
STEALING = frozenset(
    {"stole", "steal", "steals", "stealing", "stolen", "rob", "robs", "robbed", "robbing", "robbery"}
)
NOBODY = frozenset(
    {"men", "persons", "people", "individuals", "individual", "subjects", "unknowns", "strangers"}
)
UNIFORMS = frozenset(
    "uniform uniforms uniformed camouflage fatigues balaclavas hoods rifles machineguns guns pistols".split()
)
WORN = 6  # tokens behind people in which their dress or arms are told
OPENING = 1  # the last sentence of a story's opening


def is_plain_crime(frame: Frame, decision: Decision, story: Story) -> bool:
    """Say whether a violent frame is plain crime: private people on both sides and no armed actor near.

    A private person named as the one who did it ("a man stabbed his wife") is crime. A victim without any
    perpetrator is in scope if the act is one of war ("massacre", "attack"), if the victim is a political one, or
    if the sentence or the story's opening names an armed actor.
    """
    agents = tags_of(frame.agents, "")
    if decision.sub_event_type == "Sexual violence":
        return bool(frame.agents) and all(is_private(m) for m in frame.agents)
    gang = "gang" in agents and not agents & {"rebel", "militia", "communal", "military"}
    if (
        gang
        and decision.sub_event_type == "Looting/property destruction"
        and frame.trigger.casefold() in STEALING
    ):
        return True
    if THIEF in agents and decision.sub_event_type in THEFT:
        return not tags_of(frame.targets, "") & STATE_FORCES
    if decision.sub_event_type == "Arrests":
        return bool(frame.targets) and all(THIEF in m.tags for m in frame.targets)
    if decision.sub_event_type not in DOUBTFUL:
        return False
    if agents & POLITICAL:
        return False
    if "none" not in agents and not all(is_nobody(m, frame.sentence) for m in frame.agents):
        return True
    if any(in_uniform(m, frame.sentence) for m in frame.agents):
        return False
    if decision.sub_event_type == "Armed clash":
        return False
    if frame.actions & WARLIKE or any(DEED in f.tags for f in story.frames if f.sentence is frame.sentence):
        return False
    return not any(is_political(m) for m in frame.targets) and not any(
        names_armed(s) for s in near(frame, story)
    )


def is_nobody(mention: Mention, sentence: Sentence) -> bool:
    """Say whether somebody is told of by no more than that there were some ("four persons", "an individual")."""
    return mention.kind == "civilians" and sentence.words.norm[mention.last - 1] in NOBODY


def in_uniform(mention: Mention, sentence: Sentence) -> bool:
    """Say whether what people wear or carry makes them armed ("men wearing olive uniforms")."""
    return bool(UNIFORMS & set(sentence.words.norm[mention.first : mention.last + WORN]))


def is_private(mention: Mention) -> bool:
    """Say whether a mention is of one private person ("a classmate"), not of armed people or a crowd."""
    single = "plural" not in mention.tags and (mention.count or 1) == 1
    return single and mention.kind in {"civilians", "identity"}


def is_political(mention: Mention) -> bool:
    """Say whether the death of somebody is political by who it is; workers and traders are not, whoever they are."""
    return mention.entry not in TRADES and bool(tags_of([mention], "") & VICTIMS)


def near(frame: Frame, story: Story) -> list[Sentence]:
    """Return the sentence of a frame and those that open the story."""
    return [s for s in story.sentences if s is frame.sentence or s.index <= OPENING]


def names_armed(sentence: Sentence) -> bool:
    """Say whether a sentence names somebody who makes violence political."""
    return any(
        tags_of([m], "") & ARMED and m.kind not in LAWFUL and m.entry not in TRADES for m in sentence.mentions
    )
