"""Vacated: had those who held a place left it when others came, so that it changed hands without a fight?

Taking a place that nobody defends is no gain by force (coding-rules 2.1, 2.5).
"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, DAYS, RELATIVE_PRONOUNS
from newsledger.coder.spans import Mention

ENTERING = frozenset(
    "seize-territory retake-territory take come-in go-in armed-move come-after hold hand-over raise-flag"
    " set-up convert".split()
)
WORDS = frozenset({"abandoned", "vacated", "evacuated", "deserted", "undefended", "unguarded"})  # of a place
LEAVING = frozenset({"leave-it", "withdraw", "give-up"})
UNREAL = frozenset({"future", "hypothetical", "demand", "negated", "denied"})
STRIFE = frozenset(
    "bloodshed carnage conflict hostilities fighting feud feuding warring clashes bloodletting reprisals insurgency"
    " rebellion militia militias rebels clans tribes tribal clan sub-clans truce ceasefire disarmament".split()
)
BATTLE = frozenset(
    "fighting clashes clash battle battles firefight gunfight shelling bombardment assault offensive onslaught"
    " shellfire airstrikes combat resistance heavy fierce repulsed".split()
)
STOPS = frozenset({"who", "which", "that", ",", "and"})
PEACEFUL = frozenset({"without", "no", "any", "little", "before", "avoid", "hardly", "not", "barely"})
ARMED = frozenset({"armed", "military", "mission", "security"})
FORCES = ARMED | {"police"}
# what those do who come after others left, in words too common to be triggers
COMING = frozenset(
    "returned return came come walked strolled drove rode rolled marched moved stepped reached got"
    " held hold holds now took take takes entered arrived filed poured streamed swept installed replaced"
    " controlled control controls ruled hoisted raised occupied seized assumed reappeared showed turned".split()
)
THERE = frozenset({"in", "back", "there", "behind"})  # behind "are"
HELD = frozenset({"territory", "installation"})  # what is left to others
SOLDIERS = frozenset({"military", "mission", "security"})
ARRIVING = frozenset({"arrived", "arrive", "arrives", "came", "showed", "appeared"})
COME = 3  # tokens between those who came and what they did
ROUT = "desert"  # how words begin by which soldiers leave more than a place
NEXT = 3  # tokens behind a verb
FOUGHT = 4  # tokens before a word of battle in which it is said that there was none


def is_vacated(frames: list[Frame], me: Frame) -> bool:
    """Say whether a frame tells that armed people came to a place which those who held it had left."""
    if not me.actions & ENTERING:
        return False
    if WORDS & set(me.sentence.words.norm[me.last : me.last + NEXT]):
        return True
    return any(vacates(f, me) for f in frames if f.sentence is me.sentence or left_before(f, me))


def is_followed(me: Frame) -> bool:
    """Say whether a frame tells that armed people left a place to which others came, as the rest of its sentence tells
    ("fled the town on Friday, and the rebels returned")."""
    if not leaves(me) or me.scope or fought(me) or me.voice == "noun":
        return False
    if RELATIVE_PRONOUNS & {me.sentence.words.norm[me.first - 1]}:
        return False  # "took it from soldiers, who withdrew"
    left = [m for m in me.agents if FORCES & (m.tags | {m.kind})]
    came = (
        m
        for m in me.sentence.mentions
        if FORCES & (m.tags | {m.kind})
        and m not in me.agents
        and not same_side(left, [m])
        and not gives_chase(left, m, me)
    )
    return bool(left) and any(comes(me, m) for m in came)


def gives_chase(left: list[Mention], came: Mention, leaving: Frame) -> bool:
    """Say whether police came where unnamed gunmen had been, who only made their escape, or soldiers where they left no
    town or post of which the sentence tells ("the attackers fled before troops arrived")."""
    unnamed = all(m.kind in {"armed", "gang", "police"} for m in left)
    norm = leaving.sentence.words.norm
    arrives = not ARRIVING.isdisjoint(norm[came.last : came.last + COME])  # and does not hold or take a place
    held = bool(leaving.objects & HELD) or names_place(leaving)
    return unnamed and (came.kind == "police" or (came.kind in SOLDIERS and arrives and not held))


def names_place(leaving: Frame) -> bool:
    """Say whether a name that is no day stands right behind a verb of leaving."""
    words = leaving.sentence.words
    behind = range(leaving.last, min(leaving.last + NEXT, len(words)))
    return any(words.is_name(i) and words.norm[i] not in DAYS for i in behind)


def comes(me: Frame, mention: Mention) -> bool:
    """Say whether a verb behind a mention tells that they come, before the next comma or clause."""
    norm = me.sentence.words.norm
    behind = norm[mention.last : mention.last + COME]
    clear = mention.last > me.last or mention.last <= me.first
    there = bool(BE & set(behind[:2])) and not THERE.isdisjoint(behind)
    return clear and (there or not COMING.isdisjoint(behind)) and not STOPS & set(behind[:1])


def leaves(frame: Frame) -> bool:
    """Say whether the words of a frame tell that somebody leaves a place."""
    return bool(frame.actions & LEAVING) or frame.sentence.words.norm[frame.first].startswith(ROUT)


def vacates(other: Frame, me: Frame) -> bool:
    """Say whether another frame tells that the soldiers of a place had left it ("took the town after troops abandoned
    it")."""
    untold = other.scope in UNREAL or (other.voice == "noun" and other.scope)
    if not leaves(other) or untold or other is me or fought(other):
        return False
    left = [m for m in other.agents if FORCES & (m.tags | {m.kind}) or (m.kind == "state" and m.country)]
    holds = me.sentence.words.norm[me.first].startswith("hold")  # "holds the town after the rebels left"
    taken = [] if holds else me.targets
    mine = me.agents if other.voice == "noun" else (*me.agents, *taken)  # "after the departure of A"
    chased = any(gives_chase(left, m, other) for m in me.agents)
    return bool(left) and not chased and not any(m in mine for m in left) and not same_side(left, me.agents)


def same_side(left: list[Mention], came: list[Mention]) -> bool:
    """Say whether those who left and those who came are of one kind and one country, as a garrison that is relieved."""
    return any(a.kind == b.kind and a.country == b.country and a.entry is b.entry for a in left for b in came)


def fought(other: Frame) -> bool:
    """Say whether the sentence of a departure tells of the fight that led to it ("after a day of clashes")."""
    norm = other.sentence.words.norm
    return any(w in BATTLE and PEACEFUL.isdisjoint(norm[max(0, i - FOUGHT) : i]) for i, w in enumerate(norm))


def left_before(other: Frame, me: Frame) -> bool:
    """Say whether the sentence behind a frame goes back to what had come before it ("the guards had left the post")."""
    if other.sentence.index - me.sentence.index != 1:
        return False
    norm = other.sentence.words.norm
    return STRIFE.isdisjoint(norm) and "had" in norm[max(0, other.first - 2) : other.first]
