"""Scope: is the action said to have happened, or is it denied, planned, demanded, recalled or only talked about?

Each cue of coder/lexicon/scope carries tags that say on which side the action stands and how far the cue reaches;
this module only applies them, clause by clause (coding-rules 1).
"""

from itertools import pairwise

from newsledger.coder.anniversary import by_doing
from newsledger.coder.backdrop import at_old_march, in_backdrop
from newsledger.coder.beside_court import beside_court
from newsledger.coder.describing import (
    in_apposition,
    is_attribute,
    only_describes,
    only_points,
    searches,
    was_taken_before,
)
from newsledger.coder.exempt import before_suicide, exempt, is_charged, is_thrown
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY, FORCE, HAVE
from newsledger.coder.heldback import held_before, long_held
from newsledger.coder.imagined import imagined
from newsledger.coder.ingeneral import (
    habitual,
    in_thousands,
    of_a_war,
    of_many_events,
    of_series,
    since_when,
    worldwide,
)
from newsledger.coder.keptfrom import stopped
from newsledger.coder.kinds import is_folk
from newsledger.coder.listed import goes_with_plan, is_banned, listed, listed_noun, same_list
from newsledger.coder.onealone import alone
from newsledger.coder.presumed import counts_victims
from newsledger.coder.prompted import prompted
from newsledger.coder.protested import CROWD, beside_crowd, is_verdict, resumes
from newsledger.coder.reach import LONG_AGO, listed_aim, reaches, tells_of
from newsledger.coder.sense import blows_up_by_itself, means_otherwise
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.spared import GROUND
from newsledger.coder.undone import had_done
from newsledger.coder.untold import (
    aim_of,
    came_before_arrest,
    comes_to_arrest,
    described,
    had_been,
    in_a_year,
    of_a_year,
    reason_of,
)

HABITS = frozenset({"ing", "base", "noun", "nouns"})
EXODUS = 200_000  # displaced people; a count as high is that of a whole war
WAR = 3000  # dead or wounded; a count as high is the total of a war (coding-rules 5)
SENTENCE_REASONS = {
    "trial": "trial",
    "accident": "out-of-scope",
    "mishap": "out-of-scope",
    "stores": "out-of-scope",
    "training": "out-of-scope",
    "trial-run": "out-of-scope",
    "prosecution": "trial",
    "fiction": "figure-of-speech",
    "games": "figure-of-speech",
    "campaign": "out-of-scope",
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
RETOLD = frozenset({"topic-only", "background", "commemoration"})
FEUDS = frozenset("feud feuds conflict war insurgency dispute rivalry rebellion vendetta quarrel".split())
CRUELTY = frozenset({"abduct", "rape", "assault"})
PERFECT = 3  # tokens of "had" and adverbs before a verb
OBJECT = 5  # tokens between a verb and the people who are its object
SUCCESSION = frozenset("successor successors replacement succeed successor".split())


def judge(sentence: Sentence, frames: list[Frame]) -> None:
    """Set `scope` and `detail` of each frame of one sentence whose action did not happen or is only a topic."""
    if told := imagined(sentence):
        for frame in frames:
            frame.scope, frame.detail = "hypothetical", told
        return
    cues = [s for s in sentence.cues if s.entry.id in REASONS]
    whole = of_all(sentence, frames)
    crowd = any(f.actions & CROWD - {"gather", "block", "fill-streets"} and not is_thrown(f) for f in frames)
    for frame in frames:
        judge_one(sentence, frame, frames, cues)
        for ident, cue in whole.items():
            if unaffected(sentence, frame, cue):
                continue
            spare = crowd and (ident == "accident" or (ident == "trial" and is_verdict(sentence, cue, frame)))
            if not frame.scope and not exempt(ident, frame) and not spare:
                set_scope(sentence, frame, cue, SENTENCE_REASONS[ident])
    carry_over(frames)
    at_old_march(frames)
    alone(sentence, frames)


def judge_one(sentence: Sentence, frame: Frame, frames: list[Frame], cues: list[Span]) -> None:
    """Set `scope` and `detail` of one frame, by the cues that reach it and by how it stands to the others."""
    for cue in cues:
        if reaches(sentence, cue, frame, frames):
            set_scope(sentence, frame, cue, REASONS[cue.entry.id])
            break
    if not frame.scope and (told := beside_crowd(sentence, frame, frames)):
        frame.scope, frame.detail = told, frame.trigger
    if not frame.scope and is_background(sentence, frame, frames):
        frame.scope, frame.detail = "background", frame.trigger
    if not frame.scope and means_otherwise(frame):
        frame.scope, frame.detail = "figure-of-speech", frame.trigger
    if not frame.scope and blows_up_by_itself(frame):
        frame.scope, frame.detail = "out-of-scope", frame.trigger
    if not frame.scope and (described(frame) or aim_of(frame) or reason_of(frame)):
        frame.scope, frame.detail = "topic-only", aim_of(frame) or reason_of(frame) or frame.trigger
    taker = None if frame.scope else stopped(sentence, frame, frames)
    if taker is not None:
        frame.scope, frame.detail = "topic-only", taker.trigger


def of_all(sentence: Sentence, frames: list[Frame]) -> dict[str, Span]:
    """Return the cues that take a whole sentence out of scope, by their id."""
    cues = (s for s in sentence.cues if s.entry.id in SENTENCE_REASONS)
    return {s.entry.id: s for s in cues if not is_deed(sentence, s, frames)}


def is_deed(sentence: Sentence, cue: Span, frames: list[Frame]) -> bool:
    """Say whether a cue of a whole sentence is what people do there, or a likeness only ("farmers overturned a jeep",
    "a carnival-like march")."""
    like = sentence.words.norm[cue.last : cue.last + 1] == ["like"] and sentence.words.glued[cue.last]
    done = (f for f in frames if f.first == cue.first and "destroy" in f.actions)
    return like or any(is_folk(m) for f in done for m in f.agents)


def unaffected(sentence: Sentence, frame: Frame, cue: Span) -> bool:
    """Say whether a word that gives a sentence another sense leaves a frame alone by how it stands to it."""
    if cue.entry.id == "trial" and (is_charged(sentence, frame, cue) or beside_court(sentence, frame)):
        return True
    return before_suicide(sentence, frame, cue)


def is_background(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a frame only describes somebody, tells of a year, or counts the dead of a war."""
    if is_attribute(sentence, frame) or only_points(frame) or only_describes(sentence, frame, frames):
        return True
    if in_apposition(frame) or searches(frame, frames) or of_a_year(frame) or in_a_year(frame, frames):
        return True
    if was_taken_before(sentence, frame, frames):
        return True
    if (
        since_when(frame)
        or of_series(frame)
        or in_thousands(frame)
        or since_then(sentence, frame, frames)
        or long_before(sentence, frame, frames)
    ):
        return True
    if (
        held_before(frame)
        or long_held(frame)
        or had_done(frame, frames)
        or succeeded(sentence, frame, frames)
        or of_feud(sentence, frame)
    ):
        return True
    if came_before_arrest(frame, frames) or prompted(sentence, frame, frames):
        return True
    if comes_to_arrest(frame) or tells_who(sentence, frame, frames) or answers(sentence, frame, frames):
        return True
    if (
        of_a_war(frame)
        or of_many_events(frame)
        or in_backdrop(frame)
        or worldwide(frame)
        or is_habit(frame, frames)
        or (had_been(frame) and frame.actions & GROUND)
    ):
        return True
    if frame.actions & {"displace", "displace-return"}:
        return any((m.count or 0) >= EXODUS for m in (*frame.agents, *frame.targets))
    return bool(frame.actions & DEADLY) and any((m.count or 0) >= WAR for m in frame.targets)


def is_habit(frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a frame tells, or goes on to tell, what people do who are described ("who raid towns, looting")."""
    return any(f is frame or (f.last <= frame.first and frame.form in HABITS) for f in frames if habitual(f))


def since_then(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a frame stands in an opening with "since" or "after … had": "Since the army seized power, soldiers
    have defected", "After rebels had withdrawn, troops burned the town"."""
    norm = sentence.words.norm
    before = norm[0] == "after" and "had" in norm[max(0, frame.first - PERFECT) : frame.first]
    if not (norm[0] == "since" or before) or "," not in norm:
        return False
    comma = norm.index(",")
    return frame.last <= comma and any(f.first > comma for f in frames)


def tells_who(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a clause on a subject only tells what its people had taken before they do what the sentence tells
    ("fighters who seized the town last week are holding forty people hostage")."""
    norm = sentence.words.norm
    if not frame.actions & GROUND or norm[frame.first - 1] not in {"who", "which", "that"}:
        return False
    return any(
        f.first > frame.last and f.agents == frame.agents and f.agents and f.actions & CRUELTY and not f.scope
        for f in frames
    )


def answers(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a noun is only what somebody's blow came after, known from before ("rebels hit the base with rockets
    after the air strikes")."""
    before = sentence.words.norm[max(0, frame.first - 2) : frame.first]
    if frame.voice != "noun" or frame.light or frame.targets or not frame.actions & FORCE:
        return False
    if (frame.agents and not frame.inherited) or before not in (["after", "the"], ["following", "the"]):
        return False
    return any(
        f.voice == "active" and f.actions & FORCE and f.agents and f.last <= frame.first for f in frames
    )


def of_feud(sentence: Sentence, frame: Frame) -> bool:
    """Say whether a verb counts the dead of a quarrel as a whole ("ending a feud that had cost 40 lives")."""
    norm = sentence.words.norm
    told = norm[max(0, frame.first - 3) : frame.first]
    counted = len(told) == 3 and told[1] in {"that", "which"} and told[2] in HAVE
    return counted and told[0] in FEUDS and bool(frame.actions & DEADLY)


def succeeded(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a death is that of a leader whose successor a group names: it was told before."""
    if not frame.actions & DEADLY or not SUCCESSION & set(sentence.words.norm):
        return False
    return any(f.actions & {"form-group", "group-change"} and f.voice == "active" for f in frames)


def long_before(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a clause with "which" tells what was done to a place long before ("left the town, which they took
    three weeks ago"), or "held hostage" in whose hands people were who are set free."""
    norm = sentence.words.norm
    opening = norm[max(0, frame.first - 4) : frame.first]
    end = next((i for i in range(frame.last, len(norm)) if norm[i] in HARD or norm[i] == ","), len(norm))
    main = any(f.last <= frame.first and not f.scope for f in frames if f is not frame)
    if "which" in opening and main and frame.actions & GROUND:
        return bool({"ago", "earlier"} & set(norm[frame.last : end])) and bool(
            LONG_AGO & set(norm[frame.last : end])
        )
    if "whom" in opening and opening[-1:] == ["had"] and frame.actions & GROUND:
        return any(
            not f.scope and f.first > frame.last for f in frames
        )  # "from whom they had taken the post"
    holding = "abduct" in frame.actions and norm[frame.first] in {
        "holding",
        "held",
        "hold",
        "hostage",
        "hostages",
    }
    return holding and any("release" in f.actions for f in frames if f is not frame)


def carry_over(frames: list[Frame]) -> None:
    """Take out of scope what tells more of the frame before it, is listed with it, or is forbidden by it."""
    acts = [
        f for f in frames if not f.actions <= {"protest-people"}
    ]  # "a protest when marchers were dispersed"
    for before, frame in (*pairwise(frames), *pairwise(acts)):
        if before.detail.casefold().endswith("eve of") and "," in frame.sentence.words.norm[: frame.first]:
            continue  # "On the eve of the vote, bombs exploded"
        if not frame.scope and (
            (
                before.scope in RETOLD
                and tells_of(before, frame)
                and not (resumes(before, frame, frames) or counts_victims(frame, before.last))
                and not (before.scope == "commemoration" and by_doing(frame))
            )
            or (before.scope and (listed_aim(before, frame) or listed(before, frame)))
            or (before.scope in {"topic-only", "background"} and listed_noun(before, frame))
            or is_banned(before, frame)
            or same_list(before, frame)
            or goes_with_plan(before, frame)
            or is_hoped_for(before, frame)
        ):
            frame.scope, frame.detail = before.scope or "topic-only", before.detail or before.trigger


def is_hoped_for(before: Frame, frame: Frame) -> bool:
    """Say whether demonstrators are only the object of what is still to come ("hope to join the protesters")."""
    gap = before.sentence.words.norm[before.last : frame.first]
    ahead = before.scope == "future" and before.voice == "active" and frame.actions <= {"protest-people"}
    return ahead and len(gap) <= OBJECT and not {",", "and", "as", "while"} & set(gap)


def set_scope(sentence: Sentence, frame: Frame, cue: Span, reason: str) -> None:
    """Take a frame out of scope, naming the words that did it."""
    frame.scope = reason
    frame.detail = sentence.text_of(cue.first, cue.last)
