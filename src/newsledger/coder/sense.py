"""Sense: where the grammar around a trigger shows that it tells no act: showing, describing, lasting, being asked for.

"Demonstrated a technique" is no protest, "visited troops deployed there" no deployment, "after years fighting the
state" no battle (coding-rules 1). Scope reads cues; this module reads what stands right beside the trigger.
"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import (
    ADVERBS,
    BE,
    DAYS,
    DETERMINERS,
    HAVE,
    MODALS,
    NUMBERS,
    PARTICIPLES,
    PREPOSITIONS,
    before_verb,
)
from newsledger.coder.held import is_caught_in, is_of_captive
from newsledger.coder.mistaken import is_mistaken
from newsledger.coder.spans import Span
from newsledger.coder.theme import theme
from newsledger.coder.unfulfilled import is_unfulfilled

WRITTEN = frozenset(
    "reading read slogan slogans banner banners placard placards sign signs chanted chanting chants shouted shouting"
    " chant shout graffiti poster posters saying".split()
)
SLOGANS = frozenset({"slogan", "slogans"})
PAINTED = frozenset("painted daubed scrawled sprayed spray-painted scribbled inscribed".split())
SHOWN = frozenset(
    "demonstrate demonstrates demonstrated demonstrating parade parades paraded parading".split()
)
# what may follow "demonstrate" in the sense of protest, beside prepositions, days and adverbs
GATHERED = frozenset(
    ", . ; ) and or but while as when who here there today yesterday tonight earlier late early again daily nightly"
    " last this throughout every nationwide outside because since before after until".split()
)
AIMS = frozenset(
    "demand protest call press show mark express support oppose denounce voice ask seek urge condemn push put draw"
    " remember commemorate celebrate defend reject stop prevent keep get force raise".split()
)
MOODS = frozenset("thrilled happy glad eager excited delighted ready keen hoping homesick".split())
LASTING = frozenset({"years", "decades", "months", "weeks", "life", "career"})
POSTED = frozenset("deployed stationed based posted sent dispatched positioned mobilised mobilized".split())
# words before people who are then only described
MET_BY = frozenset(
    "visited met visiting meeting praised praising addressed addressing commended lauded thanked saluted greeted"
    " with of among briefed interacted to for told joined hosted inspected".split()
)
UNITS = frozenset("units formations personnel contingents elements assets".split())
WISHED = frozenset(
    "needed necessary required essential vital possible impossible imminent likely unlikely".split()
)
# words behind "is" and "are" by which a noun is only judged ("air strikes are a reminder", "such raids are illegal")
JUDGED = frozenset(
    "a an the not never no unacceptable illegal common rare frequent normal inevitable part".split()
)
FIGURES = frozenset("revolt insurgency insurrection rebellion"
    " leukaemia leukemia cancer illness disease infection covid covid-19 aids hiv addiction obesity"
    " malaria depression poverty hunger crime corruption inflation fires fire flames blaze wildfires wildfire bushfires"
    " blazes deportation eviction extradition charges".split())  # fmt: skip
COMING = frozenset("will would shall may might could must should 'll".split())
REASONS = (["due", "to"], ["because", "of"], ["owing", "to"])
REASON = 5  # tokens of what keeps a road or a line closed ("due to rumours about a bomb")
ALARMS = frozenset(
    "rumour rumours rumor rumors threat threats hoax bomb bombs device package suitcase suspicious ied"
    " explosives".split()
)
# what lies on a road by no crowd's doing
OBSTACLES = frozenset(
    "tree trees boulder boulders rock rocks rockfall rockfalls snow snowdrifts avalanche avalanches landslide"
    " landslides mudslide mudslides landslip landslips debris mud flood floods floodwater floodwaters water lava ash"
    " accident crash collision pile-up derailment sinkhole wreckage storm snowfall rain rains hail container ship"
    " vessel trailer tanker lorry truck vehicle bus train".split()
)
# what breaks out and is no bomb ("violence has exploded")
OUTBURSTS = frozenset(
    "violence anger fury rage tension tensions unrest protests demonstrations conflict crisis row dispute scandal"
    " debate controversy feud rivalry hatred resentment frustration discontent population popularity demand prices"
    " crime numbers situation war laughter crowd stadium".split()
)
GOING_ON = frozenset("continue resume persist intensify escalate".split())
NEAR = 5
TOPICS = frozenset({"over", "against", "about"})  # words behind which stands what people are moved by
BLASTS = frozenset(
    {"explosion", "explosions", "blast", "blasts"}
)  # words for what plants do by themselves, too
SITED = frozenset({"at", "in", "of", "inside"})
AT_PLANT = 8  # tokens behind a blast in which the plant stands


def is_hung(frame: Frame) -> bool:
    """Say whether things are hung up: people are hanged ("flags that organisers had hung")."""
    word = frame.sentence.words.norm[frame.first]
    return word == "hung" and "kill" in frame.actions and not frame.targets


def on_banner(frame: Frame) -> bool:
    """Say whether a frame stands in the quoted words of a banner or a slogan ("banners reading “No more war”")."""
    norm = frame.sentence.words.norm
    if '"' not in norm[: frame.first]:
        return False
    opened = norm.index('"')
    inside = norm[: frame.first].count('"') % 2 == 1
    return inside and bool(WRITTEN & set(norm[max(0, opened - 8) : opened]))


def is_painted(frame: Frame) -> bool:
    """Say whether slogans are what somebody writes on a wall, and not what people shout."""
    norm = frame.sentence.words.norm
    return norm[frame.last - 1] in SLOGANS and not PAINTED.isdisjoint(norm)


def means_otherwise(frame: Frame) -> bool:
    """Say whether a trigger is used in a sense that tells no act."""
    return (
        shows(frame)
        or lasts(frame)
        or is_posting(frame)
        or is_wished(frame)
        or is_struggle(frame)
        or is_measure(frame)
        or is_obstacle(frame)
        or is_of_beasts(frame)
        or is_of_captive(frame)
        or is_outburst(frame)
        or is_quality(frame)
        or is_way_home(frame)
        or on_banner(frame)
        or is_hung(frame)
        or is_painted(frame)
        or is_unfulfilled(frame)
        or is_caught_in(frame)
        or is_mistaken(frame)
    )


def shows(frame: Frame) -> bool:
    """Say whether somebody shows a thing rather than protests: "demonstrated how it works", "suspects were paraded"."""
    norm = frame.sentence.words.norm
    if frame.voice == "noun" or norm[frame.first] not in SHOWN or frame.last - frame.first > 1:
        return False
    if "rape" in frame.actions:
        return False  # "paraded two women naked"
    after = norm[frame.last] if frame.last < len(norm) else "."
    before = norm[frame.first - 1] if frame.first else ""
    if frame.voice == "passive" or after == "by" or (frame.form in PARTICIPLES and before in BE):
        return True
    if after == "to":
        return norm[frame.last + 1 : frame.last + 2] != [] and norm[frame.last + 1] not in AIMS
    if norm[frame.first].startswith("parad"):
        return after in DETERMINERS or after[:1].isdigit()
    stays = (
        after in PREPOSITIONS | GATHERED | DAYS | ADVERBS or after.endswith("ly") or not after[:1].isalpha()
    )
    return not stays


def lasts(frame: Frame) -> bool:
    """Say whether a word in -ing only fills a span of somebody's life ("after forty years fighting the state")."""
    norm = frame.sentence.words.norm
    return norm[frame.first].endswith("ing") and frame.first > 0 and norm[frame.first - 1] in LASTING


def is_posting(frame: Frame) -> bool:
    """Say whether a participle only tells where people serve of whom something else is said ("met troops deployed
    along the border")."""
    norm = frame.sentence.words.norm
    if frame.form not in PARTICIPLES or norm[frame.first] not in POSTED:
        return False
    head = next((m for m in frame.sentence.mentions if m.last == frame.first), None)
    if head is None and frame.first and norm[frame.first - 1] in UNITS:
        return bool(MET_BY & set(norm[max(0, frame.first - 3) : frame.first - 1]))
    return head is not None and bool(MET_BY & set(norm[max(0, head.first - 3) : head.first]))


def is_wished(frame: Frame) -> bool:
    """Say whether a noun is only said to be needed or to have to be ("a ceasefire is urgently needed", "the pull-out
    must not leave a gap")."""
    norm = frame.sentence.words.norm
    after = norm[frame.last : frame.last + NEAR]
    if frame.voice == "noun" and after[:1] and after[0] in COMING and set(after[1:2]) & GOING_ON:
        return True  # "air strikes will continue"
    if frame.voice != "noun" or frame.light:
        return False
    if after[:1] and after[0] in MODALS - {"did", "do", "does"}:
        return True
    if after[:1] and after[0] in {"is", "are"} and after[1:2] and after[1] in JUDGED:
        return True
    be = next((i for i, n in enumerate(after) if n in BE - {"'s"}), None)
    return be == 0 and bool(WISHED & set(after[1:4])) and not HAVE & set(after[:4])


def is_struggle(frame: Frame) -> bool:
    """Say whether somebody fights an ill or a fire ("is fighting leukaemia", "battled the blaze")."""
    norm = frame.sentence.words.norm
    if norm[frame.first].startswith("grappl"):
        return not any("armed" in m.tags for m in frame.targets)
    if not frame.actions & {"fight", "clash"} or (frame.voice == "noun" and frame.form != "ing"):
        return False
    return bool(FIGURES & set(norm[frame.last : frame.last + 3])) or has_served(frame)


def has_served(frame: Frame) -> bool:
    """Say whether a relative clause tells in whose ranks somebody was ("men who fought for the Islamic State")."""
    norm, at = frame.sentence.words.norm, frame.first - 1
    while at > 0 and (norm[at] in HAVE or norm[at] in ADVERBS):
        at -= 1
    ranks = norm[frame.last : frame.last + 1] in (["for"], ["alongside"])
    behind = (m for m in frame.sentence.mentions if 0 < m.first - frame.last <= 2)
    return norm[at] == "who" and ranks and any("armed" in m.tags or m.kind == "state" for m in behind)


def is_measure(frame: Frame) -> bool:
    """Say whether a trigger is a weight or a coin ("fifty pounds of flour")."""
    norm = frame.sentence.words.norm
    if norm[frame.first : frame.last] not in (["pounds"], ["pound"]) or not frame.first:
        return False
    before = norm[frame.first - 1]
    return before[:1].isdigit() or before in NUMBERS | {"of", "few", "many", "million"}


def is_obstacle(frame: Frame) -> bool:
    """Say whether a thing and nobody blocks a road ("boulders blocked the highway", "held up by snow")."""
    if "block" not in frame.actions or frame.agents:
        return False
    norm = frame.sentence.words.norm
    behind = norm[frame.last : frame.last + 4]
    if frame.voice != "passive":
        return frame.voice == "active" and subject_word(frame) in OBSTACLES
    if behind[:1] == ["by"]:
        return not OBSTACLES.isdisjoint(behind)
    why = next((i for i in range(frame.last, len(norm) - 1) if norm[i : i + 2] in REASONS), None)
    return why is not None and not (OBSTACLES | ALARMS).isdisjoint(norm[why + 2 : why + 2 + REASON])


def is_quality(frame: Frame) -> bool:
    """Say whether a participle only says of what kind a thing is ("joined a banned march", "rallied against demolished
    homes")."""
    norm = frame.sentence.words.norm
    if frame.form in {"ed", "part"} and frame.first and norm[frame.first - 1] in TOPICS:
        return norm[frame.last : frame.last + 1] != ["by"]
    if frame.actions != {"ban"} or frame.form not in PARTICIPLES or not frame.first:
        return False
    return norm[frame.first - 1] in DETERMINERS and norm[frame.last : frame.last + 1] != ["by"]


def is_way_home(frame: Frame) -> bool:
    """Say whether one person goes home, or people are on their way there, and nobody comes back from flight."""
    if "displace-return" not in frame.actions or frame.voice != "active":
        return False
    norm = frame.sentence.words.norm
    going = frame.form == "ing" and "just" in norm[max(0, frame.first - 3) : frame.first]
    moved = frame.form == "base" and norm[frame.first - 2] in MOODS and norm[frame.first - 1] == "to"
    return going or moved or subject_word(frame) in {"i", "he", "she"}


def is_outburst(frame: Frame) -> bool:
    """Say whether what explodes is no bomb ("violence has exploded since Sunday")."""
    if "bomb" not in frame.actions or frame.voice != "active" or frame.weapons:
        return False
    return subject_word(frame) in OUTBURSTS


def blows_up_by_itself(frame: Frame) -> bool:
    """Say whether what explodes is a plant, a tank or a mountain, and nobody is said to have set it off ("a paint mill
    blew up", "a blast at a refinery")."""
    norm = frame.sentence.words.norm
    if "bomb" not in frame.actions or frame.voice == "passive" or frame.weapons:
        return False
    if any(m.tags & {"armed", "group"} for m in (*frame.agents, *frame.targets)):
        return False
    stores = [c for c in frame.sentence.cues if c.entry.id in {"combustible", "accident"}]
    if frame.voice == "noun":
        behind = range(frame.last, frame.last + AT_PLANT)
        lone = (
            norm[frame.last - 1] in BLASTS and norm[frame.last : frame.last + 1] and norm[frame.last] in SITED
        )
        return bool(lone) and any(c.first in behind and "," not in norm[frame.last : c.first] for c in stores)
    start = frame.clause[0]
    return any(
        start <= c.first and c.last <= frame.first and heads_subject(norm, c, frame, start) for c in stores
    )


def heads_subject(norm: list[str], cue: Span, frame: Frame, start: int) -> bool:
    """Say whether a thing is what a verb is told of, not where it stands ("a car outside the plant exploded")."""
    at = cue.first - 1
    while at >= start and cue.first - at < NEAR and norm[at] not in DETERMINERS | NUMBERS | PREPOSITIONS:
        at -= 1
    if at >= start and norm[at] not in PREPOSITIONS:
        at -= 1
    governed = at >= start and norm[at] in PREPOSITIONS - {"of", "after", "as", "at", "in", "inside"}
    return not governed and "," not in norm[cue.last : frame.first]


def subject_word(frame: Frame) -> str:
    """Return the word before a verb, its auxiliaries and adverbs, with which its subject ends; empty for none."""
    norm = frame.sentence.words.norm
    at = before_verb(norm, frame.first)
    return norm[at] if at >= 0 else ""


def is_of_beasts(frame: Frame) -> bool:
    """Say whether animals and nobody else are killed ("poachers killed 26 elephants")."""
    return (
        bool(frame.actions & {"kill", "wound", "shoot", "death"})
        and not frame.targets
        and "beasts" in theme(frame)
    )
