"""How far a cue of scope reaches: which triggers of its sentence it governs, on either side."""

from newsledger.coder.describing import LEAVES, TAKERS
from newsledger.coder.frames import Frame, overlap
from newsledger.coder.grammar import BE, FINITE_BE, HAVE, PREPOSITIONS
from newsledger.coder.kinds import is_folk
from newsledger.coder.nocue import (
    FOILED,
    dates_noun,
    ends_at_verb,
    feared_done,
    is_called,
    is_judged,
    is_no_cue,
    is_unexploded,
    past_purpose,
    relative_end,
    takes_form,
)
from newsledger.coder.presumed import has_day
from newsledger.coder.prompted import by_crowd, moved
from newsledger.coder.protested import CROWD, MET, VIOLENT
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import CROWDS, Sentence, Span
from newsledger.coder.spared import FAR, GROUND, REACH, STEPS, spared
from newsledger.coder.untold import in_past, tells_of_others

NEAR = 6  # tokens between a near cue and its action
SUBJECT = 3  # words of a subject, its noun not counted ("the first air strike")
AT_THE = 3  # tokens between "at the" and what people are angry at
BEHIND = 14  # tokens between a noun and a relative clause that tells more of it
OPENS = frozenset({",", "after", "before", "that", "since", "until", "following"})
RELATIVE = frozenset({"that", "which", "who", "when", "where", "whose", "during"})
FROM_AFAR = frozenset({"airstrike", "shell", "suicide-bomb", "chemical"})
CAUGHT_AT = frozenset("arrested arresting detained apprehended nabbed caught foiled thwarted defused".split())
STREET_ACTS = frozenset(
    {"block", "burn", "break-in", "barricade"}
)  # what only few of a crowd bring to an end
NOBODY = frozenset({"none", "neither"})
DAYS = frozenset({"day", "days", "week", "weeks", "month", "months"})
HOURS = frozenset({"hour", "hours", "minutes"})
LONG_AGO = frozenset("week weeks month months year years decade decades".split())
BEGUN = frozenset({"began", "begun", "started", "resumed"})
FAR_REACHING = frozenset({"protest-topic", "aftermath"})  # cues that have rules of their own for how far
COMES = frozenset({"comes", "came", "come"})
UNITS = frozenset({"hours", "day", "days", "week", "weeks", "month", "months"})
CAUSES = frozenset({"sparked", "triggered", "prompted", "provoked"})


def reaches(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a cue governs a frame's trigger."""
    tags, norm, ident = cue.entry.tags, sentence.words.norm, cue.entry.id
    nominal = frame.voice == "noun" or frame.form == "ing" or norm[frame.last - 1].endswith("ing")
    nominal = nominal and norm[frame.first - 1] not in BEGUN  # "began pulling out"
    if ("noun" in tags and not nominal) or not in_reach(cue, frame):
        return False
    if is_no_cue(norm, cue, frame) or (ident == "background" and ends_at_verb(norm, cue, frame)):
        return False
    if spared(sentence, cue, frame, frames) or (norm[cue.first] in FOILED and frame.actions & TAKERS):
        return False  # "foiled a plot by defusing a bomb"
    if norm[cue.first] in {"feared", "fear", "fears", "presumed"} and feared_done(
        norm[cue.last : frame.first], frame
    ):
        return False
    if cue.first >= frame.last:
        return reaches_back(sentence, cue, frame, frames)
    if ident == "commemorate" and frame.actions & MET:
        return False  # "barred a march in memory of a singer, with tear gas being used"
    if past_purpose(norm, cue, frame, frames) or (ident == "demand" and is_called(norm, cue, frame)):
        return False
    if ident in FAR_REACHING:
        return opens_amid(cue, frame, frames) or about(sentence, cue, frame, frames)
    if "near" in tags:
        return near(sentence, cue, frame)
    clausal = norm[cue.first].endswith("ing") or norm[cue.first] in HAVE  # "… who had fled, carting off …"
    if clausal and norm[frame.first - 1] == "," and frame.form == "ing":
        return False  # "fired on people demanding bread, killing one"
    if norm[cue.first].endswith("ing") and (frame.agents or frame.actions & CROWD) and is_main(frame, cue):
        return False  # "youths demanding jobs besieged the mine"
    return not crosses(norm, cue.last, frame.first, frames)


def in_reach(cue: Span, frame: Frame) -> bool:
    """Say whether a cue tells of what stands on a trigger's side of it, so near; most pairs need be asked no more."""
    tags = cue.entry.tags
    if cue.first >= frame.last:
        return cue.first - frame.last <= (0 if "next" in tags else REACH if "left" in tags else -1)
    gap = frame.first - cue.last
    if gap < 0 or "right" not in tags:
        return False
    return cue.entry.id in FAR_REACHING or gap <= (NEAR if "near" in tags else REACH)


def reaches_back(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a cue governs a trigger that stands in its reach before it."""
    if "next" in cue.entry.tags:
        return frame.voice == "noun"
    marching = (f for f in frames if f.actions & CROWD and frame.last <= f.first < cue.first)
    if cue.entry.id == "commemorate" and any(marching):
        return False  # "a blast near a march commemorating …"
    return not crosses(sentence.words.norm, frame.last, cue.first, frames)


def near(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a near cue stands right before the verb or noun, with nothing but its own words between."""
    norm = sentence.words.norm
    gap = norm[cue.last : frame.first]
    ident = cue.entry.id
    if len(gap) > NEAR or any(g in HARD or g in LEAVES or g in OPENS for g in gap):
        return False
    if ident in {"future", "attempt"} and is_perfect_of_another(norm, cue, gap):
        return False
    beside = (
        norm[cue.first - 1 : cue.first] == ["and"] and frame.voice != "noun" and norm[cue.last - 1] != "not"
    )  # "ten rebels and no soldiers died"
    if ident == "negation" and (gap[:1] == ["and"] or "whom" in gap or beside):
        return False  # "400 inmates escaped and 25 people died", "no trace of the nurse whom gunmen took"
    if ident == "negation" and norm[cue.last - 1] == "of" and frame.voice != "noun" and set(gap) & BE:
        return False  # "residents protesting over lack of water were dispersed"
    if ident == "negation" and (gap[:1] == ["had"] or "been" in gap[:-1]) and in_past(frame):
        return False  # "who have not had water for a week lit fires", "men who have not been named shot"
    if ident == "negation" and norm[cue.first] in NOBODY and of_victims(norm, frame, gap):
        return False
    if ident == "attempt":
        undone = frame.actions & {"seize-territory", "retake-territory"} or is_unexploded(norm, cue, frame)
        caught = frame.actions & {"bomb"} and set(norm) & CAUGHT_AT
        street = frame.actions & STREET_ACTS and any(m.kind in CROWDS or is_folk(m) for m in frame.agents)
        return bool(undone or caught) or not (street or frame.actions & (VIOLENT | {"protest"}))
    if ident == "future" and not takes_form(norm, cue, frame, gap):
        return False
    if ident == "host":
        return not set(gap) & (BE - {"'s"}) and not (frame.actions & CROWD and frame.light)
    if frame.voice == "noun" and ident == "future":
        return len(gap) <= 5 and not set(gap) & (PREPOSITIONS - {"to", "on"})
    if frame.voice == "noun" and ident == "negation":
        return not any(g in BE or g in HAVE for g in gap) and not set(gap) & (PREPOSITIONS - {"of"})
    acted = any(cue.last <= s.first < frame.first and s.entry.form for s in sentence.acts)
    return ident == "future" or not acted


def of_victims(norm: list[str], frame: Frame, gap: list[str]) -> bool:
    """Say whether "none of" stands before people of whom a participle tells what they suffered, and another verb what
    none of them is ("none of the soldiers killed was an officer")."""
    suffered = gap[:1] == ["of"] and frame.form in {"ed", "part"} and not set(gap) & (BE | HAVE)
    end = next((i for i in range(frame.last, len(norm)) if norm[i] in HARD), len(norm))
    return suffered and not (BE | HAVE).isdisjoint(norm[frame.last : end])


def is_perfect_of_another(norm: list[str], cue: Span, gap: list[str]) -> bool:
    """Say whether an auxiliary far behind "to" makes the action a statement of its own: "men trying to cross into A
    have surrendered", "police sent to calm them were stoned", not "is said to have fled"."""
    if norm[cue.last - 1] != "to" or len(gap) < 2:
        return False
    return gap[-1] in FINITE_BE or (len(gap) > 2 and gap[-1] in HAVE and gap[0] not in HAVE)


def opens_amid(cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether fighting is only what a sentence opens with and another struck ("Amid clashes, jets bombed …")."""
    amid = cue.first == 0 and frame.sentence.words.norm[0] == "amid"
    if not amid or frame.voice != "noun" or not frame.actions & {"clash", "fight"}:
        return False
    return any(f.first > frame.last and f.actions & FROM_AFAR for f in frames)


def comes_after(sentence: Sentence, cue: Span, frames: list[Frame]) -> bool:
    """Say whether all behind a cue is what an event came days after, with no day of its own ("The raid comes days after
    the two sides held talks in Algiers")."""
    words = sentence.words.norm[cue.first : cue.last]
    if words[0] not in COMES or not UNITS & set(words):
        return False
    told = any(f.last <= cue.first and f.voice != "noun" for f in frames)
    return not told and not any(t.first >= cue.last and t.kind in {"day", "weekday"} for t in sentence.times)


def about(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a frame is what a protest is about or what a step follows, rather than what happened then.

    "Marched against the killing of a student", "agreed a truce after days of shelling", "after the clashes the army
    imposed a curfew"; not "police charged at the marchers after the rally", nor ground that changes hands.
    """
    met = frame.voice != "noun" and any(m.kind in {"protesters", "rioters"} for m in frame.targets)
    norm = sentence.words.norm
    if norm[cue.first : cue.last] == ["at", "the"] and frame.first - cue.last > AT_THE:
        return False  # "at the end of the fight the rebels burned the town"
    crowd = cue.entry.id == "protest-topic"
    cause = frame.voice == "noun" and (crowd or norm[cue.first] in CAUSES)
    dated = norm[cue.first] in DAYS and not frame.actions & GROUND
    if comes_after(sentence, cue, frames) or (dated and opens_sentence(sentence, cue, frame, frames)):
        return True  # "a day after police dispersed a march, A said that its leader had been abducted"
    known = frame.actions & (MET | GROUND) and frame.voice == "noun"
    if not crowd and (not known or norm[cue.first] in DAYS) and is_long_after(norm, cue, frame, frames):
        return True
    if (frame.actions & (MET | GROUND) and not cause) or met:
        return False
    if norm[cue.first].endswith("ing") and norm[frame.first - 1] == "," and frame.form == "ing":
        return False
    by_doing = norm[frame.first - 1] == "by" and frame.form == "ing"
    if crowd and by_doing and any(f.last <= cue.first for f in frames):
        return False  # "prevented protests against the vote by arresting officials"
    if crowd and any(is_main(f, cue) for f in frames if cue.last <= f.first <= frame.first):
        return False
    if crowd and is_judged(norm, cue, frame):
        return not crosses(norm, cue.last, frame.first, frames)  # "voted to condemn the crackdown"
    kinds = CROWD if crowd else CROWD | STEPS | {"rape"}
    if not crowd and frame.actions & {"riot"}:
        return False
    curbed = not crowd and frame.actions <= {"protest"} and frame.voice == "noun" and not frame.agents
    if curbed and any(
        "security-measure" in f.actions and f.last <= cue.first and not f.scope for f in frames
    ):
        return not crosses(norm, cue.last, frame.first, frames)  # "imposed a curfew after a demonstration"
    if opens_sentence(sentence, cue, frame, frames):
        return True
    return (
        has_main(cue, frame, [f for f in frames if f is not frame and (f.actions & kinds or moved(f, frame))])
        and not frame.actions & (kinds - {"riot", "mob", "brawl"})
        and not crosses(norm, relative_end(norm, cue, frame) if crowd else cue.last, frame.first, frames)
        and frame.first - cue.last <= FAR
    )


def is_long_after(norm: list[str], cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether an act lies weeks or more before what its sentence tells ("a month after riots closed it", "named
    a leader, months after troops had killed the last")."""
    days = norm[cue.first] == "days" and any(f.last <= cue.first for f in frames)
    if not (days or norm[cue.first] in LONG_AGO) or norm[cue.last - 1] != "after":
        return False
    if frame.voice == "noun" and cue.last <= frame.first <= cue.last + 3:
        return True
    told = any(f.last <= cue.first and not f.scope and f.voice != "noun" for f in frames) and not days
    return told and cue.first > 0 and not crosses(norm, cue.last, frame.first, [])


def has_main(cue: Span, frame: Frame, steps: list[Frame]) -> bool:
    """Say whether one of the marches or steps of a sentence is what it tells, and the cue says what that is about."""
    crowd = cue.entry.id == "protest-topic"
    mains = [f for f in steps if crowd or not f.scope]
    mains = [f for f in mains if not overlap(frame.sentence.mentions, f.first, f.last)]
    if crowd or frame.voice != "noun":
        return any(f.last <= cue.first and (crowd or f.actions & CROWD or by_crowd(f)) for f in mains)
    return any(f.last <= cue.first or (cue.first == 0 and f.first >= frame.last) for f in mains)


def is_main(frame: Frame, cue: Span) -> bool:
    """Say whether a frame is the main verb behind what a protest is about: "residents marching over the cuts burned …".

    It is a past tense of which no subject stands behind the cue.
    """
    norm = frame.sentence.words.norm
    told = RELATIVE & set(norm[cue.last : frame.first])
    past = in_past(frame) or (frame.voice == "passive" and norm[frame.first - 1] in FINITE_BE)
    if not past or (told and norm[frame.first - 1] in HAVE | {"and"}):
        return False  # "… to denounce groups that had infiltrated marches and attacked shops"
    subject = frame.targets if frame.voice == "passive" else frame.agents
    return all(m.first < cue.first for m in subject)


def opens_sentence(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a frame stands in an opening that only dates what follows: "a day after the raid, police …"."""
    norm = sentence.words.norm
    timed = cue.entry.id == "aftermath" and cue.last - cue.first > 1 and norm[cue.last - 1] == "after"
    moved = (
        cue.entry.id == "protest-topic" and cue.first == 0 and cue.last > 1
    )  # "angered by the killing of …, crowds"
    at = norm.index(",") + 1 if "," in norm[:2] else 0  # "Meanwhile, ten days after …"
    if not (timed or moved) or cue.first > at + 2:
        return False
    commas = [i for i in range(cue.last, len(norm)) if norm[i] == ","]
    recent = norm[cue.first] in HOURS and frame.voice != "noun"
    if timed and (recent or has_day(sentence, frame, (commas or [len(norm)])[0])):
        return False  # "hours after gunmen killed six, …": it was on that day
    main = next(
        (f.first for f in frames if f.actions & CROWD and any(c < f.first for c in commas)), len(norm)
    )
    comma = max((c for c in commas if c < main), default=len(norm)) if moved else (commas or [len(norm)])[0]
    return frame.first < comma and any(f.first > comma for f in frames)


def tells_of(before: Frame, frame: Frame) -> bool:
    """Say whether a frame only tells more of the noun before it: "the bombing that killed ten", "a raid, killing"."""
    gap = before.sentence.words.norm[before.last : frame.first]
    if frame.trigger.casefold() == "dead" and "leave-it" in before.actions and "," not in gap:
        return True  # "took the credit for the blast that left nine dead"
    if before.voice != "noun" or any(g in HARD for g in gap) or frame.actions & CROWD:
        return False
    opener = next((i for i, g in enumerate(gap) if g in RELATIVE), None)
    if opener is not None and any(s.last == before.last + opener for s in before.sentence.speech):
        return False  # "after the march, the party said that its leader had been taken"
    if opener is not None:
        return opener <= BEHIND and "," not in gap[opener:] and not parts(gap, opener, before, frame)
    told = bool(gap) and gap[-1] in BEGUN  # "militiamen … since the fall of A began pulling out"
    return frame.form == "ing" and frame.voice == "active" and len(gap) <= 10 and not told


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
        if norm[i] in HARD or (norm[i] in LEAVES and not dates_noun(norm, i)):
            return True
        if norm[i] in {",", "and"} and starts_statement(norm, i, last, frames):
            return True
    return tells_of_others(norm, first, last)


def starts_statement(norm: list[str], at: int, last: int, frames: list[Frame]) -> bool:
    """Say whether a comma or "and" opens a statement of its own: a subject and then a verb trigger at `last`."""
    frame = next((f for f in frames if f.first == last), None)
    if frame is not None and frame.light and norm[at] == "," and last - at <= SUBJECT:
        return True  # "of the doubts about the target, an air strike was carried out"
    if frame is None or frame.voice == "noun":
        return norm[at] == "," and last - at > 6 and frame is not None and bool(frame.agents)
    subject = frame.targets if frame.voice == "passive" else frame.agents
    return norm[last - 1] != "to" and any(at < m.first and m.last <= last for m in subject)
