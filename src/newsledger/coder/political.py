"""Political or plain crime? What `scope: political` leaves out (coding-rules 1)."""

from collections.abc import Set

from newsledger.coder.casework import claims, is_among_kin, is_police_call, leads, tells_crime, tells_robbery
from newsledger.coder.decide import Decision
from newsledger.coder.event_types import CHANGE, DISRUPTED, LOOTING, MOB, OTHER, REGAINED
from newsledger.coder.frames import Frame
from newsledger.coder.kinds import tags_of
from newsledger.coder.smuggling import CONTRABAND, is_smuggling
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
THEFT = DOUBTFUL | {LOOTING}
BLASTS = frozenset({"Suicide bomb", "Grenade", "Remote explosive/landmine/IED"})
STEALING = frozenset("stole steal steals stealing stolen rob robs robbed robbing robbery".split())
VALUABLES = frozenset(
    "gold bullion jewels jewellery jewelry diamonds paintings cash banknotes safe vault casino".split()
)
REBELS = frozenset({"rebel", "militia"})
FIGHTING = frozenset({"group", "rebel", "militia", "communal", "military", "state", "crowd", "rioters"})
THEFTS = frozenset(
    "robbery robberies heist heists burglary burglaries theft thefts mugging muggings larceny shoplifting"
    " hold-up hold-ups holdup holdups stickup carjacking carjackings break-in break-ins".split()
)
POLICE_WORK = frozenset(
    "felon felony felonies burglary burglaries robbery robberies homicide traffic deputies sheriff sheriff's probation"
    " parole misdemeanor paraphernalia k9 k-9 fentanyl methamphetamines pills trooper troopers detectives"
    " domestic carjacking shoplifting burglar robber robbers gangster gangsters".split()
)
INQUIRERS = frozenset({"detectives", "homicide"})
NOBODY = frozenset("men persons people individuals individual subjects unknowns strangers".split())
UNIFORMS = frozenset(
    "uniform uniforms uniformed camouflage fatigues balaclavas hoods rifles machineguns guns pistols".split()
)
DRESSED = frozenset("military soldiers police policemen army troops".split())  # "dressed as soldiers"
HEAVY = frozenset(
    "machine-gun machinegun machine-guns machineguns ak-47 ak-47s kalashnikov kalashnikovs".split()
)
COMMUNITIES = frozenset(
    "village villages hamlet hamlets settlement settlements commune communes community communities camp camps mosque"
    " mosques church churches chapel chapels temple temples shrine monastery convent seminary synagogue market convoy"
    " convoys".split()
)
COMMUNITY_REACH = 7  # tokens behind "attack" in which the community stands
WORN = 6  # tokens behind people in which their dress or arms are told
COVERT = "covert"  # the cue of how those who act for a state or a group take people ("an unmarked van")
TAKEN = frozenset({"abduct", "take-off", "pull-out"})
GANGS = frozenset({"gang"})
ROBBERS = frozenset({"gang", "armed", "security"})
ROBBED = frozenset({"gang", "security"})  # thieves and the guards who shoot at them
SEIZING = frozenset({"Arrests", DISRUPTED, LOOTING, REGAINED})
STREET = frozenset({"riot", "unrest", "mob"})  # what only crowds do
HARM = frozenset({"kill", "wound", "shoot", "death", "abduct"})
# types of event that a story of plain crime may seem to tell
ORDINARY = DOUBTFUL | BLASTS | {
    "Arrests", DISRUPTED, LOOTING, MOB, "Sexual violence", OTHER,
    "Agreement", CHANGE, REGAINED,
}  # fmt: skip
GOODS = frozenset({"property", "traffic"})  # what thieves have beside their guns
SEXUAL = "Sexual violence"
ONE = frozenset({"has", "was", "is"})
GANG = ("gang", "mass")  # how a word for rape by several men begins
MASSACRE = 10  # people killed at once, in a place as small as
VILLAGES = frozenset({"village", "villages", "hamlet", "hamlets"})
OPENING = 1  # the last sentence of a story's opening


def is_plain_crime(frame: Frame, decision: Decision, story: Story) -> bool:
    """Say whether a violent frame is plain crime: private people on both sides and no armed actor near.

    A private person named as the one who did it ("a man stabbed his wife") is crime. A victim without any
    perpetrator is in scope if the act is one of war ("massacre", "attack"), if the victim is a political one, or
    if the sentence or the story's opening names an armed actor.
    """
    agents = tags_of(frame.agents, "")
    if decision.sub_event_type == SEXUAL:
        return not is_public_matter(frame) and is_private_case(frame, decision, story)
    found = decision.sub_event_type == DISRUPTED and is_police_find(frame, story)
    if found or told_as_crime(frame, decision, story) or is_theft(frame, decision, agents):
        return True
    if is_of_thieves(frame, decision) or is_police_call(frame) or is_among_kin(frame, story.frames):
        return True
    if THIEF in agents and decision.sub_event_type in THEFT | BLASTS and "beasts" not in frame.objects:
        return not tags_of(frame.targets, "") & STATE_FORCES
    if is_smuggling(frame, decision, story):
        return True
    if decision.sub_event_type not in DOUBTFUL:
        return False
    if public(frame, agents) or (
        "missing" in frame.actions and any(names_armed(s) for s in near(frame, story))
    ):
        return False  # who is missing did nothing himself
    if tells_conflict(frame) or was_taken(frame, story):
        return False
    if "none" not in agents and not all(is_nobody(m, frame.sentence) for m in frame.agents):
        return True
    if decision.sub_event_type == "Armed clash" or frame.actions & WARLIKE:
        return False
    if HEAVY & set(frame.sentence.words.norm) or names_deed(frame, story) or is_raid(frame, story):
        return False
    return not any(is_political(m) or leads(m, frame.sentence) for m in frame.targets) and not any(
        names_armed(s) for s in (*near(frame, story), *claims(frame, story))
    )


def was_taken(frame: Frame, story: Story) -> bool:
    """Say whether the sentence tells that those found dead had been kidnapped ("abducted engineer found dead")."""
    if "kill" not in frame.actions or frame.sentence.words.norm[frame.first] != "found":
        return False
    before = (f for f in story.frames if f.sentence is frame.sentence and f.first < frame.first)
    return any("abduct" in f.actions for f in before)


def public(frame: Frame, agents: frozenset[str]) -> bool:
    """Say whether those who act make a deed political; one private person named by age or origin does not ("a
    pensioner"), unless he is missing and did nothing himself."""
    known = agents & POLITICAL
    if known != {"identity"} or "missing" in frame.actions:
        return bool(known)
    return not all(is_private(m) for m in frame.agents)


def is_raid(frame: Frame, story: Story) -> bool:
    """Say whether people died in an attack on a whole village, a camp or a place of prayer, which no criminal makes."""
    many = "kill" in frame.actions and any((m.count or 0) >= MASSACRE for m in frame.targets)
    if many and not VILLAGES.isdisjoint(frame.sentence.words.norm):
        return True  # "18 people were killed in the village"
    return any(
        f.sentence is frame.sentence and "attack" in f.actions and not f.scope and on_community(f)
        for f in story.frames
    )


def on_community(frame: Frame) -> bool:
    """Say whether an attack is one on a community ("an attack on two villages", "they attacked the village")."""
    norm = frame.sentence.words.norm
    behind = norm[frame.last : frame.last + COMMUNITY_REACH]
    if frame.voice == "passive" or (frame.voice == "noun" and behind[:1] not in (["on"], ["against"])):
        return False
    end = next((i for i, n in enumerate(behind) if n in {",", "in", "near", "at", "of"}), len(behind))
    return not COMMUNITIES.isdisjoint(behind[:end])


def names_deed(frame: Frame, story: Story) -> bool:
    """Say whether a word in the sentence of a frame names a deed of war or politics whoever did it."""
    return any(DEED in f.tags for f in story.frames if f.sentence is frame.sentence)


def tells_conflict(frame: Frame) -> bool:
    """Say whether people act who are told of by dress or past service, or take somebody as a state or a group does."""
    if frame.actions & TAKEN and any(c.entry.id == COVERT for c in frame.sentence.spans):
        return True
    dressed = any(in_uniform(m, frame.sentence) for m in frame.agents)
    return dressed or are_veterans(tags_of(frame.agents, ""), frame)


def is_public_matter(frame: Frame) -> bool:
    """Say whether rape is more than the case of one private person: several men, or soldiers or policemen, did it."""
    people = frame.agents + frame.targets
    gang = frame.trigger.casefold().startswith(GANG)
    return gang or any("armed" in m.tags for m in people) or not all(is_private(m) for m in frame.agents[:1])


def is_private_case(frame: Frame, decision: Decision, story: Story) -> bool:
    """Say whether rape is told as what one private person did, or as plain crime."""
    private = bool(frame.agents) and all(is_private(m) for m in frame.agents)
    return private or is_one_held(frame, story) or told_as_crime(frame, decision, story)


def is_of_thieves(frame: Frame, decision: Decision) -> bool:
    """Say whether the police shoot or arrest robbers and nobody else ("shot dead three armed robbers")."""
    if not frame.targets or not all(THIEF in m.tags for m in frame.targets):
        return False
    shot = decision.sub_event_type in DOUBTFUL and bool(frame.agents)
    return decision.sub_event_type == "Arrests" or (shot and all(m.kind == "police" for m in frame.agents))


def is_one_held(frame: Frame, story: Story) -> bool:
    """Say whether rape is what one private person was arrested for ("has been arrested on suspicion of molesting")."""
    if frame.form != "ing" or frame.agents or names_armed(frame.sentence):
        return False
    held = (f for f in story.frames if f.sentence is frame.sentence and f.last <= frame.first)
    return any(
        "arrest" in f.actions and ONE & set(f.sentence.words.norm[max(0, f.first - 3) : f.first])
        for f in held
    )


def is_police_find(frame: Frame, story: Story) -> bool:
    """Say whether guns are found in plain police work: nobody who fights is named, and words of crime stand near."""
    if not frame.weapons <= {"small-arms", "blade", "blunt"}:
        return False
    words = {n for s in near(frame, story) for n in s.words.norm}
    fighters = any(names_armed(s) for s in near(frame, story))
    return not fighters and bool(words & (CONTRABAND | POLICE_WORK - INQUIRERS))


def is_theft(frame: Frame, decision: Decision, agents: frozenset[str]) -> bool:
    """Say whether gangsters or nobody in particular steal, rather than an armed group or a crowd that loots."""
    if decision.sub_event_type != LOOTING or "beasts" in frame.objects:
        return False  # "bandits stole forty cows"
    word = frame.trigger.casefold()
    if "gang" in agents and not agents & {"rebel", "militia", "communal", "military"} and word in STEALING:
        return True
    if word in STEALING and VALUABLES & set(frame.sentence.words.norm) and not agents & FIGHTING:
        return True  # "masked men stole gold bars"
    return (
        frame.voice == "noun"
        and word in THEFTS
        and not agents & {"rebel", "militia", "communal", "military", "group", "armed", "crowd", "rioters"}
    )


def told_as_crime(frame: Frame, decision: Decision, story: Story) -> bool:
    """Say whether the sentence of a frame or the opening of its story names a plain crime and nobody of a conflict:
    no armed group or soldiers, no public figure among those acted upon, no crowd."""
    nobody = not frame.agents and (frame.voice == "passive" or "symmetric" in frame.tags)
    mob = bool(frame.actions & STREET) or nobody  # "was lynched", "two groups clashed after an altercation"
    many = decision.sub_event_type == MOB and (mob or any(not is_private(m) for m in frame.agents))
    if decision.sub_event_type not in ORDINARY or many:
        return False
    if decision.sub_event_type == LOOTING and "beasts" in frame.objects:
        return False  # herds are raided by whole communities
    thieves = any(THIEF in m.tags for m in frame.sentence.mentions)
    if decision.sub_event_type == DISRUPTED and not (thieves or frame.objects & GOODS):
        return False  # guns alone are a find, whoever else had them
    around = near(frame, story)
    blast = decision.sub_event_type in BLASTS
    if blast and not tells_robbery(around):
        return False
    if not any(tells_crime(s, s is frame.sentence or DEED not in frame.tags) for s in around):
        return False
    gangs = GANGS if decision.sub_event_type in SEIZING else frozenset[str]()
    gangs = ROBBERS if decision.sub_event_type in BLASTS | {LOOTING} else gangs
    gangs = ROBBED if decision.sub_event_type == "Armed clash" and thieves else gangs
    around += claims(frame, story)
    if any(names_armed(s, gangs) for s in around):
        return False
    hurt = bool(frame.actions & HARM) and "police" in tags_of([*frame.targets, *frame.agents], "")
    return not hurt and not any(is_political(m) and m.kind not in LAWFUL for m in frame.targets)


def is_nobody(mention: Mention, sentence: Sentence) -> bool:
    """Say whether somebody is told of by no more than that there were some ("four persons", "an individual")."""
    if mention.kind == "anaphor":
        return True  # "the two sides"
    return mention.kind == "civilians" and sentence.words.norm[mention.last - 1] in NOBODY


def in_uniform(mention: Mention, sentence: Sentence) -> bool:
    """Say whether what people wear or carry makes them armed ("men wearing olive uniforms")."""
    words = set(sentence.words.norm[mention.first : mention.last + WORN])
    return bool(UNIFORMS & words) or ("dressed" in words and bool(DRESSED & words))


def are_veterans(agents: frozenset[str], frame: Frame) -> bool:
    """Say whether soldiers of old act against public figures ("ex-soldiers assassinated the president")."""
    return "former" in agents and any(is_political(m) for m in frame.targets)


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


def names_armed(sentence: Sentence, beside: Set[str] = frozenset()) -> bool:
    """Say whether a sentence names somebody who makes violence political, other than people of the kinds `beside`."""
    return any(
        tags_of([m], "") & ARMED
        and m.kind not in LAWFUL
        and (m.kind not in beside or not REBELS.isdisjoint(m.tags))
        and m.entry not in TRADES
        for m in sentence.mentions
    )
