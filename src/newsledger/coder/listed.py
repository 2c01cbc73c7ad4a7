"""Listed: verbs and nouns that stand in one list, or go together, with what is only planned, forbidden or a topic."""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, HAVE, PARTICIPLES
from newsledger.coder.sentence import HARD
from newsledger.coder.untold import STOPS, described

PLANNED = frozenset({"future", "attempt", "demand", "hypothetical"})
LISTED = frozenset({",", "and", "or"})
JOINED = ([","], ["and"], ["or"], [",", "or"], [",", "and"])
NEAR = 6  # tokens between two nouns of one list
REACH = 12  # tokens between two verbs of one list


def listed(before: Frame, frame: Frame) -> bool:
    """Say whether a verb is a further one in a list of what is only planned ("plan to burn cars, destroy shops")."""
    meant = before.scope in PLANNED or (before.scope == "topic-only" and described(before))
    if before.sentence is not frame.sentence or not meant or frame.form != before.form:
        return False
    gap = frame.sentence.words.norm[before.last : frame.first]
    if before.voice != "active" or frame.voice != "active" or frame.form not in {"base", "ing"}:
        return False
    if not gap or len(gap) > REACH or any(g in HARD for g in gap):
        return False
    return gap[-1] in LISTED and (frame.form == "base" or gap[-1] != ",")


def same_list(before: Frame, frame: Frame) -> bool:
    """Say whether a word stands right beside one that tells no act, in its form: "no priest has been jailed, murdered
    or exiled", "must cease all bombing and shelling", "plan to burn cars and step up sabotage"."""
    if before.sentence is not frame.sentence or before.scope not in PLANNED | {"negated"}:
        return False
    norm = frame.sentence.words.norm
    gap = norm[before.last : frame.first]
    if before.scope != "negated" and frame.voice == "noun" and before.form == "base":
        plain = not any(g in HARD or g in BE or g in HAVE or g.endswith("ed") for g in gap)
        same = frame.agents == before.agents or not mentioned(frame, before.last)
        return plain and len(gap) <= REACH and "and" in gap[-NEAR:] and same
    if gap not in JOINED:
        return False
    if norm[before.last - 1].endswith("ing") and norm[frame.last - 1].endswith("ing"):
        return not frame.agents or frame.agents == before.agents or before.voice == "noun"
    return before.scope == "negated" and before.voice == "passive" and frame.form in PARTICIPLES


def mentioned(frame: Frame, at: int) -> bool:
    """Say whether somebody is named between token `at` and a frame, who may be its subject."""
    return any(at <= m.first and m.last <= frame.first for m in frame.sentence.mentions)


def goes_with_plan(before: Frame, frame: Frame) -> bool:
    """Say whether a verb in -ing behind a comma goes with what is only planned ("will block the road, protesting")."""
    if before.scope != "future" or before.sentence is not frame.sentence:
        return False
    norm = frame.sentence.words.norm
    gap = norm[before.last : frame.first]
    return frame.form == "ing" and gap[-1:] == [","] and not any(g in HARD for g in gap)


def is_banned(before: Frame, frame: Frame) -> bool:
    """Say whether a noun is what somebody forbids ("banned pro-government demonstrations")."""
    gap = frame.first - before.last
    nouns = frame.voice == "noun" and bool(frame.actions & {"protest", "gather"})
    return nouns and "ban" in before.actions and before.voice == "active" and 0 <= gap <= NEAR - 2


def listed_noun(before: Frame, frame: Frame) -> bool:
    """Say whether a noun stands in one list with a noun that is only a topic ("cases of extortion and kidnappings")."""
    if before.sentence is not frame.sentence or frame.voice != "noun" or frame.light:
        return False
    if before.voice != "noun" and before.form != "ing":
        return False
    gap = frame.sentence.words.norm[before.last : frame.first]
    joined = bool(gap) and any(g in LISTED for g in gap[:2] + gap[-3:])
    return joined and len(gap) <= NEAR and not any(g in HARD or g in BE or g in STOPS - {"of"} for g in gap)
