"""Beside a court: an act that a sentence tells as done, and a trial that only dates it or says who was its victim.

"Gunmen killed the lawyer minutes after his client was granted bail", "a chief who had testified was shot": what is
judged is another matter, and the act is news (coding-rules 1). "Shot her when she fled, a court heard" is the trial.
"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import ADVERBS, BE, HAVE
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.untold import in_past

DEEDS = frozenset("kill shoot attack assault abduct wound death bomb mob pull-out take-off".split())
DATING = frozenset("after before since as while when until ahead who whose".split())  # what opens an aside
RELATIVE = frozenset({"who", "whose", "which", "that"})
IN_COURT = frozenset(
    "witness witnesses judge judges prosecutor prosecutors lawyer lawyers juror jurors investigator".split()
)
PART = 4  # tokens between such people and the trial in which they have a part
CLAUSE = 8  # tokens before a verb in which a word may make it part of a relative clause


def beside_court(sentence: Sentence, frame: Frame) -> bool:
    """Say whether every word of trials in the sentence of a finite verb of harm stands in an aside to it."""
    if not frame.actions & DEEDS or not is_finite(frame) or is_relative(sentence.words.norm, frame):
        return False
    trials = [c for c in sentence.cues if c.entry.id == "trial"]
    return all(is_aside(sentence.words.norm, cue, frame) for cue in trials)


def is_finite(frame: Frame) -> bool:
    """Say whether a verb is an active past tense or a passive ("shot", "was shot", "shot dead" in a headline)."""
    return in_past(frame) or (frame.voice == "passive" and frame.form in {"part", "ed", "past", "base"})


def is_relative(norm: list[str], frame: Frame) -> bool:
    """Say whether a verb only tells who somebody is ("the man who shot the judge")."""
    before = norm[max(0, frame.first - CLAUSE) : frame.first]
    at = max((i for i, n in enumerate(before) if n in RELATIVE), default=-1)
    return at >= 0 and "," not in before[at:]


def is_aside(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether a word of trials stands in a clause that dates an act or describes somebody in it."""
    if cue.first < frame.last:
        return in_brackets(norm, cue, frame)
    gap = norm[frame.last : cue.first]
    opener = max((i for i, n in enumerate(gap) if n in DATING), default=-1)
    if opener >= 0:
        return "," not in gap[opener:]
    part = max((i for i, n in enumerate(gap) if n in IN_COURT), default=-1)
    return part >= 0 and len(gap) - part <= PART and "," not in gap[part:]


def in_brackets(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether commas close the clause of a cue right before the verb (", who had testified, was shot")."""
    close = max((i for i in range(cue.last, frame.first) if norm[i] == ","), default=-1)
    opened = any(norm[i] == "," and norm[i + 1] in RELATIVE for i in range(cue.first))
    own = norm[close + 1 : frame.first]
    return close >= 0 and opened and all(n in HAVE | BE | ADVERBS or n.endswith("ly") for n in own)
