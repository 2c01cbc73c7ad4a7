"""Scope: is the action said to have happened, or is it denied, planned, demanded, recalled or only talked about?

Each cue of coder/lexicon/scope carries tags that say on which side the action stands and how far the cue reaches;
this module only applies them, clause by clause (coding-rules 1).
"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, HAVE, PREPOSITIONS
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Sentence, Span

NEAR = 6  # tokens between a near cue and its action
REACH = 14  # tokens that a clause cue may govern
LEAVES = frozenset({"who", "which", "where", "but", "while", "as", "when", ";", "because", "although"})
SENTENCE_REASONS = {"trial": "trial", "accident": "out-of-scope", "fiction": "figure-of-speech"}
REASONS = {
    "negation": "negated",
    "denial": "denied",
    "future": "future",
    "hypothetical": "hypothetical",
    "attempt": "attempt",
    "demand": "demand",
    "topic": "topic-only",
    "protest-topic": "topic-only",
    "commemorate": "commemoration",
    "background": "background",
}
CROWD = frozenset({"protest", "gather", "riot", "mob"})
VERBAL_TOPIC = frozenset({"demand", "hypothetical", "denial"})
ATTEMPT_COUNTS = frozenset(
    {
        "attack",
        "kill",
        "shoot",
        "abduct",
        "rape",
        "bomb",
        "suicide-bomb",
        "assault",
        "clash",
        "grenade",
        "riot",
        "mob",
    }
)


def judge(sentence: Sentence, frames: list[Frame]) -> None:
    """Set `scope` and `detail` of each frame of one sentence whose action did not happen or is only a topic."""
    cues = [s for s in sentence.spans if s.entry.kind == "cue" and s.entry.id in REASONS]
    whole = {
        s.entry.id: s for s in sentence.spans if s.entry.kind == "cue" and s.entry.id in SENTENCE_REASONS
    }
    for frame in frames:
        for cue in cues:
            if reaches(sentence, cue, frame, frames):
                set_scope(sentence, frame, cue, REASONS[cue.entry.id])
                break
        for ident, cue in whole.items():
            if not frame.scope and not exempt(ident, frame):
                set_scope(sentence, frame, cue, SENTENCE_REASONS[ident])


def set_scope(sentence: Sentence, frame: Frame, cue: Span, reason: str) -> None:
    """Take a frame out of scope, naming the words that did it."""
    frame.scope = reason
    frame.detail = sentence.text_of(cue.first, cue.last)


def exempt(ident: str, frame: Frame) -> bool:
    """Say whether a sentence-wide cue leaves a frame alone: people may protest at a trial or after an accident."""
    if ident == "trial":
        return bool(frame.actions & (CROWD | {"intervene"}))
    if ident == "accident":
        armed = any("armed" in m.tags for m in frame.agents)
        return (
            bool(frame.actions & (CROWD | {"intervene", "airstrike", "shell", "suicide-bomb", "grenade"}))
            or armed
        )
    return any("armed" in m.tags for m in frame.agents + frame.targets) or bool(
        frame.actions & {"mob", "riot"}
    )


def reaches(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a cue governs a frame's trigger."""
    tags, norm = cue.entry.tags, sentence.words.norm
    if cue.first < frame.last and frame.first < cue.last:
        return False
    if "left" in tags and frame.last <= cue.first <= frame.last + REACH:
        return not crosses(norm, frame.last, cue.first, frames)
    if "right" not in tags or cue.last > frame.first:
        return False
    if "near" in tags:
        return near(sentence, cue, frame)
    if cue.entry.id == "protest-topic":
        return about(sentence, cue, frame, frames)
    if frame.first - cue.last > REACH or crosses(norm, cue.last, frame.first, frames):
        return False
    if cue.entry.id in VERBAL_TOPIC or cue.entry.id in {"background", "commemorate"}:
        return True
    return frame.voice == "noun" or frame.form == "ing"


def near(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a near cue stands right before the verb or noun, with nothing but its own words between."""
    norm = sentence.words.norm
    gap = norm[cue.last : frame.first]
    if len(gap) > NEAR or any(g in HARD or g in LEAVES or g == "," for g in gap):
        return False
    if cue.entry.id == "attempt":
        territory = frame.actions & {"seize-territory", "retake-territory"}
        return bool(territory) or not frame.actions & ATTEMPT_COUNTS | frame.actions & {"protest"}
    if frame.voice == "noun" and cue.entry.id == "future":
        return len(gap) <= 4 and not set(gap) & PREPOSITIONS
    if frame.voice == "noun" and cue.entry.id == "negation":
        return not any(g in BE or g in HAVE for g in gap) and not set(gap) & (PREPOSITIONS - {"of"})
    verbs = [
        s
        for s in sentence.spans
        if s.entry.kind == "action" and cue.last <= s.first < frame.first and s.entry.form
    ]
    return not verbs or cue.entry.id == "future"


def about(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a frame is what a protest to its left is about, rather than what happened at it."""
    protest = next((f for f in frames if f.actions & CROWD and f.last <= cue.first and not f.scope), None)
    if protest is None or protest is frame or frame.actions & {"intervene"}:
        return False
    return (
        not crosses(sentence.words.norm, cue.last, frame.first, frames)
        and frame.first - cue.last <= REACH + 6
    )


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
    return any(at < m.first and m.last <= last for m in subject)
