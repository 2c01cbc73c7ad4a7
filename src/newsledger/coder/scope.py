"""Scope: is the action said to have happened, or is it denied, planned, demanded, recalled or only talked about?

Each cue of coder/lexicon/scope carries tags that say on which side the action stands and how far the cue reaches;
this module only applies them, clause by clause (coding-rules 1).
"""

from itertools import pairwise

from newsledger.coder.decide import STATE
from newsledger.coder.frames import Frame, overlap
from newsledger.coder.grammar import BE, DEADLY, HAVE, MET_BY_POLICE, PARTICIPLES, PREPOSITIONS
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.untold import (
    aim_of,
    described,
    in_past,
    is_banned,
    listed,
    listed_noun,
    of_a_year,
    reason_of,
)

NEAR = 6  # tokens between a near cue and its action
REACH = 14  # tokens that a clause cue may govern
WAR = 3000  # dead or wounded; a count as high is the total of a war (coding-rules 5)
FAR = 20  # tokens over which a protest's aims may be told
LEAVES = frozenset({"who", "which", "where", "but", "while", "as", "when", ";", "because", "although"})
OPENS = frozenset({",", "after", "before", "that", "since", "until", "following"})
RELATIVE = frozenset({"that", "which", "who", "when", "where", "whose", "during"})
SENTENCE_REASONS = {
    "trial": "trial",
    "accident": "out-of-scope",
    "mishap": "out-of-scope",
    "prosecution": "trial",
    "fiction": "figure-of-speech",
}
REASONS = {
    "negation": "negated",
    "denial": "denied",
    "future": "future",
    "hypothetical": "hypothetical",
    "attempt": "attempt",
    "demand": "demand",
    "host": "topic-only",
    "topic": "topic-only",
    "compound": "topic-only",
    "protest-topic": "topic-only",
    "aftermath": "background",
    "commemorate": "commemoration",
    "background": "background",
}
COUNTING = frozenset({"over", "about"})
NUMERALS = frozenset(
    "two three four five six seven eight nine ten twelve twenty thirty fifty hundreds thousands dozens".split()
)
RETOLD = frozenset({"topic-only", "background", "commemoration"})
CROWD = frozenset({"protest", "protest-people", "gather", "block", "riot", "mob", "brawl", "fill-streets"})
MET = MET_BY_POLICE | {"hold-back", "take-off", "ram"}
TELLING = ("document", "recount", "describ", "report", "reveal")  # words by which a crime becomes known
MADE = frozenset({"accord", "agree", "prisoner-swap"})  # what is made by agreeing to it
STEPS = frozenset(
    {"agree", "accord", "surrender", "move-forces", "security-measure", "form-group", "set-up-base", "ban"}
)
GROUND = frozenset({"withdraw", "hand-over", "unopposed", "seize-territory", "retake-territory"})
ITEMS = frozenset({"bomb", "shell", "grenade", "suicide-bomb", "chemical"})
AMMUNITION = frozenset({"live rounds", "live ammunition", "live bullets", "live cartridges"})
TAKERS = frozenset({"disrupt-weapon", "take-item", "foil"})
OWNERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "'s", "of", "for", "with", "by"})
LONG_AGO = frozenset("week weeks month months year years decade decades".split())
RALLIES = frozenset(
    "rally rallies rallied march marches marched parade parades paraded vigil procession".split()
)
VIOLENT = frozenset(
    "attack kill shoot abduct rape bomb suicide-bomb assault clash grenade riot mob shell airstrike wound".split()
)
OUTRIGHT = frozenset(
    "airstrike shell suicide-bomb grenade chemical abduct rape disrupt-weapon take-item".split()
)
BOMBS = ("bomb", "ied", "mine", "explosive", "dynamite", "device", "detonat")


def judge(sentence: Sentence, frames: list[Frame]) -> None:
    """Set `scope` and `detail` of each frame of one sentence whose action did not happen or is only a topic."""
    cues = [s for s in sentence.spans if s.entry.kind == "cue" and s.entry.id in REASONS]
    whole = {
        s.entry.id: s for s in sentence.spans if s.entry.kind == "cue" and s.entry.id in SENTENCE_REASONS
    }
    crowd = any(f.actions & CROWD and f.actions & CROWD - {"gather", "block", "fill-streets"} for f in frames)
    for frame in frames:
        for cue in cues:
            if reaches(sentence, cue, frame, frames):
                set_scope(sentence, frame, cue, REASONS[cue.entry.id])
                break
        if not frame.scope and is_background(sentence, frame, frames):
            frame.scope, frame.detail = "background", frame.trigger
        if not frame.scope and (described(frame) or aim_of(frame) or reason_of(frame)):
            frame.scope, frame.detail = "topic-only", aim_of(frame) or reason_of(frame) or frame.trigger
        taker = None if frame.scope else taken(sentence, frame, frames)
        if taker is not None:
            frame.scope, frame.detail = "topic-only", taker.trigger
        for ident, cue in whole.items():
            if not frame.scope and not exempt(ident, frame) and not (crowd and ident == "accident"):
                set_scope(sentence, frame, cue, SENTENCE_REASONS[ident])
    carry_over(frames)


def is_background(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a frame only describes somebody, tells of a year, or counts the dead of a war."""
    if is_attribute(sentence, frame) or only_describes(sentence, frame, frames) or of_a_year(frame):
        return True
    return bool(frame.actions & DEADLY) and any((m.count or 0) >= WAR for m in frame.targets)


def carry_over(frames: list[Frame]) -> None:
    """Take out of scope what tells more of the frame before it, is listed with it, or is forbidden by it."""
    for before, frame in pairwise(frames):
        if not frame.scope and (
            (before.scope in RETOLD and tells_of(before, frame))
            or (before.scope and (listed_aim(before, frame) or listed(before, frame)))
            or (before.scope in {"topic-only", "background"} and listed_noun(before, frame))
            or is_banned(before, frame)
        ):
            frame.scope, frame.detail = before.scope or "topic-only", before.detail or before.trigger


def set_scope(sentence: Sentence, frame: Frame, cue: Span, reason: str) -> None:
    """Take a frame out of scope, naming the words that did it."""
    frame.scope = reason
    frame.detail = sentence.text_of(cue.first, cue.last)


def exempt(ident: str, frame: Frame) -> bool:
    """Say whether a sentence-wide cue leaves a frame alone: people may protest at a trial or after an accident."""
    people = frame.agents + frame.targets
    if ident == "trial" and "mass-grave" in frame.actions:
        return True
    if ident == "trial":
        return bool(frame.actions & (CROWD | MET))
    if ident == "prosecution":  # who investigates a battle or a bomb, too
        named = frame.sentence.mentions
        return any("armed" in m.tags and m.kind not in STATE for m in named) or bool(
            frame.actions & (OUTRIGHT | CROWD | MET)
        )
    if ident == "mishap":
        return bool(frame.actions & ((OUTRIGHT - TAKERS) | CROWD | MET))
    if frame.actions & (OUTRIGHT | MET) or any(b in frame.trigger.casefold() for b in BOMBS):
        return True
    if any("armed" in m.tags for m in people):
        return True
    crowd = any({"crowd", "protesters", "rioters", "fans"} & (m.tags | {m.kind}) for m in people)
    if ident == "accident":
        return crowd or bool(frame.actions & CROWD)
    rally = frame.actions <= {"protest"} and frame.trigger.casefold() in RALLIES
    rally = rally or (frame.voice == "noun" and not people)
    other = CROWD | (STEPS - {"agree", "accord"}) | {"kill", "arrest"}
    return crowd or (bool(frame.actions & other) and not rally)


def is_attribute(sentence: Sentence, frame: Frame) -> bool:
    """Say whether a participle only describes somebody: "the jailed politician", "his kidnapped son"."""
    if frame.form not in PARTICIPLES or frame.first == 0 or frame.last - frame.first > 1:
        return False
    norm = sentence.words.norm
    before = norm[frame.first - 1]
    behind = sentence.words.text[frame.last : frame.last + 1]
    if "ban" in frame.actions and before in OWNERS and behind and behind[0][:1].isupper():
        return True  # "the banned Batasuna party"
    described = any(
        frame.last <= m.first <= frame.last + 1 or m.first == frame.first for m in sentence.mentions
    )
    return before in OWNERS and described and norm[frame.last : frame.last + 1] not in (["by"], ["in"])


def only_describes(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a step in -ing only describes who does something else: "soldiers withdrawing from A looted B"."""
    if frame.form != "ing" or not frame.actions & (STEPS | GROUND | {"armed-move"}) or not frame.agents:
        return False
    if not any(m.last == frame.first for m in frame.agents):
        return False
    norm = sentence.words.norm
    return any(
        f.first > frame.last
        and (f.form in {"ed", "past", "s"} or f.voice == "passive")
        and not {"intransitive", "weak"} & f.tags
        and not any(n in HARD or n == "," for n in norm[frame.last : f.first])
        for f in frames
    )


def taken(sentence: Sentence, frame: Frame, frames: list[Frame]) -> Frame | None:
    """Return the frame whose thing a noun of a weapon is, or None: "defused a car bomb", "landmines were found"."""
    rounds = frame.trigger.casefold() in AMMUNITION
    if frame.voice != "noun" or not (frame.actions & ITEMS or rounds) or (frame.light and not rounds):
        return None
    norm = sentence.words.norm
    for taker in frames:
        if not taker.actions & TAKERS or "destroy" in taker.actions or taker.voice == "noun":
            continue
        left, right = sorted((taker, frame), key=lambda f: f.first)
        gap = norm[left.last : right.first]
        if len(gap) > 8 or any(g in HARD or g in LEAVES or g == "," for g in gap):
            continue
        straight = taker is left and taker.voice == "active" and not set(gap) & (PREPOSITIONS - {"of", "on"})
        alone = not any(
            f is not frame and left.first <= f.first < right.first and f is not taker for f in frames
        )
        if straight or (taker is right and taker.voice == "passive" and alone and "and" not in gap):
            return taker
    return None


def is_number(token: str) -> bool:
    """Say whether a token is a number, and no year."""
    figure = token[:1].isdigit() and not (len(token) == 4 and token[:2] in {"19", "20"})
    return figure or token in NUMERALS


def reaches(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a cue governs a frame's trigger."""
    tags, norm, ident = cue.entry.tags, sentence.words.norm, cue.entry.id
    if cue.first < frame.last and frame.first < cue.last:
        return False
    if cue.last < len(norm) and norm[cue.last - 1] in COUNTING and is_number(norm[cue.last]):
        return False  # "over 160 demonstrators" is a number
    if spared(sentence, cue, frame):
        return False
    nominal = frame.voice == "noun" or frame.form == "ing" or norm[frame.last - 1].endswith("ing")
    if cue.first >= frame.last:
        if "next" in tags:
            return frame.voice == "noun" and cue.first == frame.last
        near_enough = "left" in tags and cue.first <= frame.last + REACH
        return near_enough and not crosses(norm, frame.last, cue.first, frames)
    if "right" not in tags or ("noun" in tags and not nominal):
        return False
    if ident in {"protest-topic", "aftermath"}:
        return about(sentence, cue, frame, frames)
    if "near" in tags:
        return near(sentence, cue, frame)
    if norm[cue.first].endswith("ing") and norm[frame.first - 1] == "," and frame.form == "ing":
        return False  # "fired on people demanding bread, killing one"
    if norm[cue.first].endswith("ing") and frame.agents and is_main(frame, cue):
        return False  # "youths demanding jobs besieged the mine"
    return frame.first - cue.last <= REACH and not crosses(norm, cue.last, frame.first, frames)


def takes_form(norm: list[str], cue: Span, frame: Frame, gap: list[str]) -> bool:
    """Say whether a word of things to come can govern a trigger in its form: "threatened a woman and raped her" tells
    the second act as done, and who "agreed to a truce" has made it."""
    if norm[cue.first].startswith("agree") and frame.actions & MADE:
        return False
    done = frame.voice == "active" and frame.form in {"past", "ed"} and bool(gap)
    return not done or bool(set(gap) & HAVE)


def spared(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a frame is told as done although a cue that recalls or tells of it stands near."""
    ident = cue.entry.id
    if ident in {"host", "topic", "background"} and told_by_survivors(sentence, cue, frame):
        return True
    if (
        ident in {"background", "host", "commemorate"} and "mass-grave" in frame.actions
    ):  # whoever lies in one died long before
        return True
    return ident == "commemorate" and bool(frame.actions & (CROWD | MET))


def told_by_survivors(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a cue only says through whom sexual violence is known ("38 survivors of rape by militiamen")."""
    norm = sentence.words.norm
    led = norm[cue.last - 1] in {"of", "about", "for", "in"} or norm[cue.first].startswith(TELLING)
    if "rape" not in frame.actions or not led:
        return False
    if any("armed" in m.tags for m in frame.agents):
        return True
    counted = any(is_number(n) for n in sentence.words.norm[max(0, cue.first - 2) : cue.first + 1])
    return counted and any(m.tags & {"armed", "group"} for m in sentence.mentions)


def near(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a near cue stands right before the verb or noun, with nothing but its own words between."""
    norm = sentence.words.norm
    gap = norm[cue.last : frame.first]
    ident = cue.entry.id
    if len(gap) > NEAR or any(g in HARD or g in LEAVES or g in OPENS for g in gap):
        return False
    if ident == "attempt":
        territory = frame.actions & {"seize-territory", "retake-territory"}
        return bool(territory) or not frame.actions & (VIOLENT | {"protest"})
    if ident == "future" and not takes_form(norm, cue, frame, gap):
        return False
    if ident == "host":
        return not set(gap) & (BE - {"'s"}) and not (frame.actions & CROWD and frame.light)
    if frame.voice == "noun" and ident == "future":
        return len(gap) <= 5 and not set(gap) & (PREPOSITIONS - {"to", "on"})
    if frame.voice == "noun" and ident == "negation":
        return not any(g in BE or g in HAVE for g in gap) and not set(gap) & (PREPOSITIONS - {"of"})
    verbs = [
        s
        for s in sentence.spans
        if s.entry.kind == "action" and cue.last <= s.first < frame.first and s.entry.form
    ]
    return not verbs or ident == "future"


def about(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a frame is what a protest is about or what a step follows, rather than what happened then.

    "Marched against the killing of a student", "agreed a truce after days of shelling", "after the clashes the army
    imposed a curfew"; not "police charged at the marchers after the rally", nor ground that changes hands.
    """
    met = frame.voice != "noun" and any(m.kind in {"protesters", "rioters"} for m in frame.targets)
    if frame.actions & (MET | GROUND) or met:
        return False
    norm = sentence.words.norm
    crowd = cue.entry.id == "protest-topic"
    long_ago = not crowd and norm[cue.first] in LONG_AGO and norm[cue.last - 1] == "after"
    if long_ago and frame.voice == "noun" and cue.last <= frame.first <= cue.last + 3:
        return True  # "a month after riots closed it"
    if norm[cue.first].endswith("ing") and norm[frame.first - 1] == "," and frame.form == "ing":
        return False
    if crowd and any(is_main(f, cue) for f in frames if cue.last <= f.first <= frame.first):
        return False
    kinds = CROWD if crowd else CROWD | STEPS
    if not crowd and frame.actions & {"riot"}:
        return False
    if opens_sentence(sentence, cue, frame, frames):
        return True
    mains = [f for f in frames if f is not frame and f.actions & kinds and (crowd or not f.scope)]
    mains = [f for f in mains if not overlap(sentence.mentions, f.first, f.last)]
    if crowd or frame.voice != "noun":
        mains = [f for f in mains if f.last <= cue.first and (crowd or f.actions & CROWD)]
    else:
        mains = [f for f in mains if f.last <= cue.first or (cue.first == 0 and f.first >= frame.last)]
    return (
        bool(mains)
        and not frame.actions & (kinds - {"riot", "mob", "brawl"})
        and not crosses(norm, cue.last, frame.first, frames)
        and frame.first - cue.last <= FAR
    )


def is_main(frame: Frame, cue: Span) -> bool:
    """Say whether a frame is the main verb behind what a protest is about: "residents marching over the cuts burned …".

    It is a past tense of which no subject stands behind the cue.
    """
    if not in_past(frame):
        return False
    return all(m.first < cue.first for m in frame.agents)


def opens_sentence(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a frame stands in an opening that only dates what follows: "a day after the raid, police …"."""
    norm = sentence.words.norm
    timed = cue.entry.id == "aftermath" and cue.last - cue.first > 1 and norm[cue.last - 1] == "after"
    moved = (
        cue.entry.id == "protest-topic" and cue.first == 0 and cue.last > 1
    )  # "angered by the killing of …, crowds"
    if not (timed or moved) or cue.first > 2:
        return False
    commas = [i for i in range(cue.last, len(norm)) if norm[i] == ","]
    main = next(
        (f.first for f in frames if f.actions & CROWD and any(c < f.first for c in commas)), len(norm)
    )
    comma = max((c for c in commas if c < main), default=len(norm)) if moved else (commas or [len(norm)])[0]
    return frame.first < comma and any(f.first > comma for f in frames)


def tells_of(before: Frame, frame: Frame) -> bool:
    """Say whether a frame only tells more of the noun before it: "the bombing that killed ten", "a raid, killing"."""
    gap = before.sentence.words.norm[before.last : frame.first]
    if before.voice != "noun" or any(g in HARD for g in gap) or frame.actions & CROWD:
        return False
    opener = next((i for i, g in enumerate(gap) if g in RELATIVE), None)
    if opener is not None:
        return opener <= 8 and "," not in gap[opener:] and not parts(gap, opener, before, frame)
    return frame.form == "ing" and frame.voice == "active" and len(gap) <= 10


def parts(gap: list[str], opener: int, before: Frame, frame: Frame) -> bool:
    """Say whether an "and" behind a relative word starts a new statement rather than joining those acted upon."""
    ands = [before.last + i for i in range(opener, len(gap)) if gap[i] == "and"]
    people = [*frame.targets, *frame.agents]
    return any(not (people and people[0].last <= at < people[-1].last) for at in ands)


def listed_aim(before: Frame, frame: Frame) -> bool:
    """Say whether a verb is a further aim of the same people: "expected them to shell the town and to storm it"."""
    norm = frame.sentence.words.norm
    joined = frame.first > 1 and norm[frame.first - 1] == "to" and norm[frame.first - 2] in {"and", "or", ","}
    return joined and before.sentence is frame.sentence and norm[before.first - 1] == "to"


def crosses(norm: list[str], first: int, last: int, frames: list[Frame]) -> bool:
    """Say whether the reach of a cue ends between two tokens: at a hard boundary, or where a new statement starts."""
    for i in range(first, last):
        if norm[i] in HARD or norm[i] in LEAVES:
            return True
        if norm[i] in {",", "and"} and starts_statement(norm, i, last, frames):
            return True
    return False


def starts_statement(norm: list[str], at: int, last: int, frames: list[Frame]) -> bool:
    """Say whether a comma or "and" opens a statement of its own: a subject and then a verb trigger at `last`."""
    frame = next((f for f in frames if f.first == last), None)
    if frame is None or frame.voice == "noun":
        return norm[at] == "," and last - at > 6 and frame is not None and bool(frame.agents)
    subject = frame.targets if frame.voice == "passive" else frame.agents
    return norm[last - 1] != "to" and any(at < m.first and m.last <= last for m in subject)
