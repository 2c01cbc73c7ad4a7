"""Features: what the conditions of rules see of a frame."""

from collections.abc import Callable, Mapping

from newsledger.coder.charged import charged
from newsledger.coder.frames import Frame, around
from newsledger.coder.grammar import (
    BE,
    HAVE,
    MODALS,
    PREPOSITIONS,
    QUANTITY,
    RELATIVE_PRONOUNS,
    before_adverbs,
)
from newsledger.coder.kinds import HOME, NONE, who
from newsledger.coder.present import is_present
from newsledger.coder.spans import Mention
from newsledger.coder.spared import GROUND
from newsledger.coder.theme import pronoun, theme

OTHERS = frozenset({"other", "others", "another", "second", "third", "fourth", "rest", "more"})
CROWD = frozenset({"protest", "protest-people", "block"})
HARM = frozenset({"kill", "shoot", "attack", "wound", "assault", "death"})
RAIDS = frozenset({"attack", "kill", "abduct", "assault", "shoot", "rape"})
BY_ARMED = "by-armed"  # what an act beside is called where armed people do it, by the conditions of rules
PAST = frozenset({"is", "are", "was", "were", "been"})
PLUNDER = frozenset({"loot", "burn", "rustle"})
STRUCK = frozenset(
    "strike strikes struck striking hit hits hitting target targets targeted targeting pound pounds pounded pounding"
    " pummelled pummeled hammered".split()
)
HARSH = frozenset(
    "violently brutally savagely ruthlessly viciously bloodily mercilessly violent brutal savage ruthless vicious"
    " bloody merciless heavy-handed".split()
)
SAYING = frozenset(
    "say said says who whose believe believed fear feared want wanted hope hoped plan planned".split()
)


class OnDemand(dict[str, frozenset[str]]):
    """Features by key, each worked out when it is first asked for: most frames part from all rules at the first few."""

    def __init__(self, work: Callable[[str], frozenset[str]]) -> None:
        super().__init__()
        self.work = work

    def __missing__(self, key: str) -> frozenset[str]:
        self[key] = found = self.work(key)
        return found


def features(
    frame: Frame,
    beside: Callable[[], frozenset[str]],
    context: Callable[[], frozenset[str]],
    country: str,
    shelling: frozenset[str] = frozenset(),
) -> Mapping[str, frozenset[str]]:
    """Return the features that conditions ask for, each worked out when it is asked for.

    `beside` tells the actions of the other frames of the same account, `context` what the story is about (protest,
    riot, place-object, the scope of coding), `country` is that of the event (home and abroad depend on it), `shelling`
    are the states at war along a border (`who.usual`).
    """

    def crowd(mentions: list[Mention]) -> bool:
        if not any(m.kind == "protesters" for m in mentions):
            return False  # nobody of whom it is asked
        return bool(frame.actions & CROWD) or "protest" in found["context"]

    def target() -> frozenset[str]:
        if not frame.targets:
            return pronoun(frame) | charged(frame)
        hit = main_targets(frame)
        return who(frame, hit, country, crowd(hit)) | charged(frame)

    ways: dict[str, Callable[[], frozenset[str]]] = {
        "action": lambda: frame.actions | struck(frame, shelling) | said_how(frame),
        "agent": lambda: who(frame, frame.agents, country, crowd(frame.agents)),
        "target": target,
        "object": lambda: frame.objects,
        "theme": lambda: theme(frame),
        "weapon": lambda: frame.weapons,
        "also": beside,
        "voice": lambda: voices(frame),
        "context": context,
    }
    found = OnDemand(lambda key: ways[key]() or NONE)
    return found


def struck(frame: Frame, shelling: frozenset[str]) -> frozenset[str]:
    """Return `strike-at` for an attack in a verb that an army uses of what it does from far off ("Turkish forces hit
    a depot"), other than one at war over the border, which shells."""
    word = frame.sentence.words.norm[frame.first]
    if "attack" not in frame.actions or frame.voice == "noun" or word not in STRUCK:
        return frozenset()
    return frozenset() if any(m.country in shelling for m in frame.agents) else frozenset({"strike-at"})


def said_how(frame: Frame) -> frozenset[str]:
    """Return what the words of a demonstration or a killing tell besides: how people demonstrate, that somebody was
    found dead (coder/lexicon/scope/street.yaml)."""
    if not frame.actions & {"protest", "kill"}:
        return frozenset()
    cues = (s for s in frame.sentence.cues if s.first == frame.first and "way" in s.entry.tags)
    return frozenset(s.entry.id for s in cues)


def placed(
    frame: Frame, known: Mapping[str, frozenset[str]], context: frozenset[str], country: str
) -> Mapping[str, frozenset[str]]:
    """Return the features of a frame in its country, `context` added to them."""
    found = dict(known)
    found["context"] = known["context"] | context
    crowd = "protest" in found["context"] or bool(frame.actions & CROWD)
    if country and not HOME.isdisjoint(known["agent"]):
        found["agent"] = who(frame, frame.agents, country, crowd)
    if country and not HOME.isdisjoint(known["target"]):
        found["target"] = who(frame, main_targets(frame), country, crowd) | charged(frame)
    return found


def of_others(me: Frame, frame: Frame) -> bool:
    """Say whether one bomb went off and the other act is of others ("one exploded, while two others were defused")."""
    if "bomb" not in me.actions or "disrupt-weapon" not in frame.actions:
        return False
    one, two = sorted((me, frame), key=lambda f: f.first)
    between = frame.sentence.words.norm[one.last : two.first] if frame.sentence is me.sentence else []
    return not OTHERS.isdisjoint(between) and RELATIVE_PRONOUNS.isdisjoint(between)


def beside(frames: list[Frame], number: int) -> frozenset[str]:
    """Return the actions of the other frames in scope in the same sentence.

    `by-armed` stands for harm that armed people do.

    That somebody is missing since may be told in the next one ("He has not been seen since").
    """
    me = frames[number]
    found: set[str] = set()
    for frame in around(frames, number):
        if of_others(me, frame):
            continue
        if frame.sentence is me.sentence and frame is not me and not frame.scope:
            found |= frame.actions
            if frame.actions & RAIDS and any("armed" in m.tags for m in frame.agents):
                found.add(BY_ARMED)
        elif frame.sentence.index > me.sentence.index and "missing" in frame.actions:
            found.add("missing")
        elif frame.sentence.index > me.sentence.index and goes_on_to_harm(me, frame):
            found.add("attack")
    return frozenset(found)


def goes_on_to_harm(me: Frame, frame: Frame) -> bool:
    """Say whether those who come into a place harm people without arms there in the next sentence ("entered Sani.
    They attacked traders"), so that they raid it and do not hold it."""
    if "go-in" not in me.actions or frame.scope or not frame.actions & (RAIDS | PLUNDER):
        return False
    if not (frame.targets or frame.actions & PLUNDER):
        return False
    same = any(a.kind == b.kind for a in me.agents for b in frame.agents)
    return same and not any("armed" in m.tags for m in frame.targets)


def main_targets(frame: Frame) -> list[Mention]:
    """Return the forces among targets that begin with forces ("two soldiers and their driver"), the unarmed among those
    who come to harm and begin with such, else all; nobody where the people named are the places taken ("recaptured
    nine communities").

    Those hit beside them are counted and are no party (coding-rules 2.1).
    """
    targets = frame.targets
    places = targets and frame.actions & GROUND and targets[0] in frame.sentence.mentions
    if places and frame.sentence.words.norm[targets[0].last - 1] == "communities":
        return []
    if not targets:
        return targets
    if not fights(targets[0]):
        unarmed = [m for m in targets if m.kind != "security"]  # "an aide and his bodyguard"
        if frame.actions & HARM:
            unarmed = [m for m in unarmed if not fights(m)]  # "killed two villagers and a policeman"
        return unarmed or targets
    return [m for m in targets if fights(m)]


def fights(mention: Mention) -> bool:
    """Say whether a mention is of armed people on duty."""
    return "armed" in mention.tags and mention.kind not in {"government", "state"}


def voices(frame: Frame) -> frozenset[str]:
    """Return the voice and form of a frame, and how a noun stands.

    `light`: a verb carries it; `head`: no preposition governs it ("protesters demanded", "hundreds of protesters", not
    "a film on protesters"); `heading`: it opens the sentence before a colon ("Looting: …"); `progressive`: "were
    fighting"; `harsh`: a word of grave force stands beside it ("brutally").
    """
    found = {frame.voice, frame.form, "light"} if frame.light else {frame.voice, frame.form}
    norm = frame.sentence.words.norm
    at = frame.first - 1
    while (
        at >= 0
        and norm[at] not in PREPOSITIONS
        and frame.first - at < 5
        and norm[at] not in {",", ".", ":", "who"}
    ):
        at -= 1
    if frame.form == "ing" and frame.voice == "active" and goes_on(norm, frame.first):
        found.add("progressive")
    if is_present(frame):
        found.add("present")
    counted = norm[at] == "of" and at > 0 and (norm[at - 1] in QUANTITY or norm[at - 1].isdigit())
    if (at < 0 or norm[at] not in PREPOSITIONS or counted) and not only_described(norm, frame.last):
        found.add("head")
    if frame.first == 0 and norm[frame.last : frame.last + 1] == [":"]:
        found.add("heading")
    if HARSH & set(norm[max(0, frame.first - 1) : frame.first] + norm[frame.last : frame.last + 1]):
        found.add("harsh")
    return frozenset(found)


def goes_on(norm: list[str], at: int) -> bool:
    """Say whether a word in -ing at a token is a main verb that tells what was going on ("were battling", not "troops
    battling …" nor "the army, which has been battling …")."""
    at = before_adverbs(norm, at)
    before = at - 1 - (norm[at] == "been")
    return norm[at] in PAST and before >= 0 and norm[before] not in RELATIVE_PRONOUNS


def only_described(norm: list[str], at: int) -> bool:
    """Say whether what follows at a token only says what people are, have, or should do ("protesters have a right")."""
    first, second = (*norm[at : at + 2], "", "")[:2]
    return (
        first in MODALS
        or first in SAYING
        or (first in BE | HAVE and not second.endswith(("ing", "ed", "en")))
    )
