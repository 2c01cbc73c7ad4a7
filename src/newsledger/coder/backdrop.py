"""Backdrop: what a sentence says that its event came amid, and no event that it tells ("It came amid skirmishes").

What is told of the backdrop has no day; its places are not the event's.
"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.where.event import EventPlace

CAME = frozenset({"come", "comes", "came", "coming"})
BEGAN = frozenset({"began", "started", "erupted", "broke", "begun"})
BECAUSE = frozenset({"result", "because", "since", "during", "due", "following", "consequence"})
CAUSE = 5  # tokens between "as a result of" and the noun
AMID = (
    ["amid"],
    ["amidst"],
    ["in", "the", "wake", "of"],
    ["against", "the", "backdrop"],
    ["against", "a", "backdrop"],
)

HARM = DEADLY | {"wound", "arrest"}
OLD = frozenset({"background", "topic-only", "commemoration"})
AT = frozenset({"in", "at", "during"})
LIKE = frozenset({"similar", "earlier", "previous"})
LINKS = frozenset(
    {
        "after",
        "following",
        "wake",
        "aftermath",
        "because",
        "due",
        "over",
        "amid",
        "amidst",
        "of",
        "from",
        "response",
    }
)
HARMS = frozenset("killed dead died injured wounded killing leaving left erupted broke".split())
DAYS = frozenset({"weekday", "day", "deictic", "overnight"})
FORCE = frozenset(
    "kill shoot wound attack assault burn destroy loot riot protest arrest intervene crowd-control clash".split()
)
STREET = frozenset({"protest", "violent-protest", "riot", "mob", "clash", "unrest", "brawl", "gather"})
STEP = 16  # tokens between a step and what it follows
BEFORE_NOUN = 5  # tokens between "in" and the demonstration at which people came to harm


def backdrop_at(norm: list[str]) -> int:
    """Return the token behind which a sentence tells amid what something came, or its length."""
    for i, word in enumerate(norm):
        if word in CAME and any(norm[i + 1 : i + 1 + len(words)] == words for words in AMID):
            return i
    return len(norm)


def in_backdrop(frame: Frame) -> bool:
    """Say whether a noun without a day is of the backdrop of what its sentence tells."""
    if opens_remembering(frame):
        return True
    if frame.voice != "noun":
        return False
    if begun_before(frame) or came_before_step(frame):
        return True
    at = backdrop_at(frame.sentence.words.norm)
    return frame.first > at and not any(t.first > at for t in frame.sentence.times)


def begun_before(frame: Frame) -> bool:
    """Say whether a noun is only what something came of, known by when it began ("a curfew because of the
    offensive that began in May")."""
    norm = frame.sentence.words.norm
    behind = norm[frame.last : frame.last + 2]
    if behind[:1] not in (["that"], ["which"]) or not BEGAN.intersection(behind[1:]):
        return False
    return not BECAUSE.isdisjoint(norm[max(0, frame.first - CAUSE) : frame.first])


def opens_remembering(frame: Frame) -> bool:
    """Say whether somebody who speaks of himself opens with a time gone by ("When the army invaded the country, I
    said …")."""
    norm = frame.sentence.words.norm
    if "when" not in norm[:2] or "i" not in norm:
        return False
    said = norm.index("i")
    return frame.last <= said and not {",", "—"}.isdisjoint(norm[frame.last : said])


def came_before_step(frame: Frame) -> bool:
    """Say whether a riot or a march without a day, a toll or people of its own is only why somebody took a step or what
    it cost ("sent constables to the island after a week of riots", "resigned over the protests")."""
    if not of_street(frame) or frame.light or frame.agents or frame.targets:
        return False
    norm = frame.sentence.words.norm
    before = norm[max(0, frame.first - BEFORE_NOUN) : frame.first]
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in LINKS), -1)
    if at < 0 or {",", "and", "that", "which"} & set(before[at:]) or HARMS & set(norm[frame.last :]):
        return False
    link = frame.first - len(before) + at
    if any(
        t.first >= frame.last or (t.kind in DAYS and t.last <= frame.first > t.first >= link)
        for t in frame.sentence.times
    ):
        return False
    steps = (s for s in frame.sentence.cued("step-after") if link - STEP <= s.first and s.last <= link)
    acts = (s for s in frame.sentence.acts if s.last <= link and s.entry.id in FORCE)
    return any(steps) and not any(acts) and not {",", ";", "said"} & set(norm[max(0, link - 2) : link])


def lies_behind(frame: Frame, place: EventPlace) -> bool:
    """Say whether a place of a frame's sentence is one of the backdrop only."""
    if place.sentence != frame.sentence.index or place.mention.first <= frame.last:
        return False
    return frame.last <= backdrop_at(frame.sentence.words.norm) < place.mention.first


def at_old_march(frames: list[Frame]) -> None:
    """Take out of scope the harm that people came to at an older event, which the sentence only recalls ("three were
    killed in earlier protests", "at a similar rally a month ago")."""
    for frame in frames:
        if frame.scope or frame.voice == "noun" or not frame.actions & HARM:
            continue
        march = next((f for f in frames if f.first >= frame.last and of_street(f)), None)
        if march is None:
            continue
        norm = frame.sentence.words.norm
        gap = norm[max(frame.last, march.first - BEFORE_NOUN) : march.first]
        at = next((i for i, n in enumerate(gap) if n in AT), -1)
        if at < 0 or {",", "and", "when"} & set(norm[frame.last : march.first]):
            continue
        if march.scope in OLD or LIKE & set(gap[at:]):
            frame.scope, frame.detail = "background", march.detail or march.trigger
            march.scope, march.detail = march.scope or "background", march.detail or march.trigger


def of_street(frame: Frame) -> bool:
    """Say whether a noun is of a demonstration, a riot or a clash."""
    return frame.voice == "noun" and bool(frame.actions & STREET)
