"""Anniversary: what is done on a day of remembrance, not what the day recalls ("marked it by blowing up a pylon").

A word of remembrance takes the old act out of scope, never what people do for its sake (coding-rules 1).
"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import ARE, PARTICIPLES
from newsledger.coder.spans import Sentence, Span

BY = 3  # tokens between "by" and what is done for the sake of the day
ON = 3  # tokens between "on" and the word of remembrance ("on the tenth anniversary of")
AHEAD = frozenset({"on", "to", "ahead", "hours", "days", "a", "in"})  # words that open a phrase of the day
BUILT = frozenset({"memorial", "monument", "museum", "statue", "cenotaph"})
BESIDE = frozenset({"beside", "near", "at", "outside", "behind", "opposite", "by", "front"})
WHICH = frozenset({"who", "whom", "which", "that", "when", "where", "whose"})
RECALLED = 4  # tokens behind a comma in which a clause on the old act opens ("in which")


def is_done_for(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a frame is done on or for the day that a word of remembrance names."""
    norm = sentence.words.norm
    if norm[cue.last - 1] in BUILT and not BESIDE.isdisjoint(norm[max(0, cue.first - BY) : cue.first]):
        return True  # "the bomb went off beside the war memorial"
    if frame.voice == "active" and cue.first >= frame.last:
        return frame.form in {"past", "ed", "s"} and not WHICH & set(
            norm[max(0, frame.first - 3) : frame.first]
        )
    if cue.first >= frame.last and "on" in norm[max(0, cue.first - ON) : cue.first + 1]:
        return befell(sentence, cue)
    if cue.last > frame.first:
        return False
    return by_doing(frame) or opens_with_day(norm, cue, frame)


def befell(sentence: Sentence, cue: Span) -> bool:
    """Say whether a sentence tells what was done to people on the day ("nine died in raids on the anniversary")."""
    norm = sentence.words.norm
    return any(
        s.last <= cue.first and s.first and s.entry.form in PARTICIPLES and norm[s.first - 1] in ARE
        for s in sentence.acts
    )


def by_doing(frame: Frame) -> bool:
    """Say whether an act is how something is done or kept ("by blowing up", "by a wave of attacks")."""
    norm = frame.sentence.words.norm
    acts = norm[frame.first].endswith("ing") or frame.voice == "noun"
    return acts and "by" in norm[max(0, frame.first - BY) : frame.first]


def opens_with_day(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether the phrase of the day opens the sentence and a comma parts it from what was done on it."""
    if norm[0] not in AHEAD or frame.form not in PARTICIPLES | {"past", "word"}:
        return False
    commas = [i for i in range(cue.last, frame.first) if norm[i] == ","]
    return bool(commas) and not any(WHICH & set(norm[i + 1 : i + RECALLED]) for i in commas)
