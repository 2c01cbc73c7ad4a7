"""Is a day only that of a saying ("said on Tuesday", "announced by the mayor on Monday")?"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, HAVE, OPENING
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.when import TimeExpression

# words behind a word of saying that tell what happened ("which police said erupted late on Saturday")
HAPPENED = frozenset("that erupted happened occurred began started broke unfolded".split())
STATES = frozenset({"state", "states"})  # also a noun: "in the northern state on Friday" says nothing
AHEAD = 10  # tokens over which "will" makes a day one to come
UTTERANCES = frozenset(
    "statement statements release conference interview briefing telephone phone reporters press report letter"
    " communique tweet post message email media radio television bulletin newspaper daily".split()
)
ANNOUNCED = frozenset("confirmed announced revealed disclosed admitted acknowledged".split())
PAUSES = BE | HAVE | {","}  # "who was shot on Monday is charged"
SPEAKER = 6  # tokens that name who announces something
CONDITIONS = frozenset(
    "dead hospitalized hospitalised hurt injured wounded life condition custody recovering".split()
)
BREAKS = HARD | OPENING | {","}


def said(sentence: Sentence, expression: TimeExpression) -> bool:
    """Say whether a time belongs to a saying ("said on Tuesday") or to what was known by then ("as of Tuesday")."""
    norm = sentence.words.norm
    cues = [c for c in sentence.speech if norm[c.first] not in STATES]
    if (
        expression.kind == "day"
        and expression.year is not None
        and norm[expression.last : expression.last + 1] == [","]
    ):
        cues = [c for c in cues if c.last != expression.first]  # "said on May 3, 2016, a fight ended when"
    if expression.minutes is not None or "it" not in norm[: expression.first]:
        # "the raid was reported on Friday", unlike "it was reported on Friday that", tells when it happened
        cues = [c for c in cues if not (norm[c.first] == "reported" and c.first and norm[c.first - 1] in BE)]
    reported = "reported" in norm[max(expression.first - 4, 0) : expression.first]
    if expression.minutes is not None and expression.attributed and reported and not cues:
        return expression.as_of
    beside = any(
        (c.last <= expression.first <= c.last + 2 and HAPPENED.isdisjoint(norm[c.last : expression.first]))
        or c.first == expression.last
        or (c.first == expression.last + 1 and norm[expression.last] not in PAUSES)
        for c in cues
    )
    return (
        expression.as_of
        or expression.attributed
        or beside
        or announced(norm, cues, expression)
        or any(uttered(norm, c, expression) for c in cues)
    )


def announced(norm: list[str], cues: list[Span], expression: TimeExpression) -> bool:
    """Say whether a time is that of an announcement: it opens the sentence before its speaker ("On Monday, the mayor
    confirmed that"), or stands behind him in the passive ("was confirmed by the mayor on Monday")."""
    opens = expression.first == 0 and norm[expression.last : expression.last + 1] == [","]
    for cue in cues:
        if norm[cue.first] not in ANNOUNCED:
            continue
        if (
            opens
            and 0 < cue.first - expression.last - 1 <= SPEAKER
            and not BREAKS & set(norm[expression.last + 1 : cue.first])
        ):
            return True
        behind = norm[cue.last : expression.first]
        if behind[:1] == ["by"] and len(behind) <= SPEAKER + 1 and BREAKS.isdisjoint(behind):
            return True
    return False


def uttered(norm: list[str], cue: Span, expression: TimeExpression) -> bool:
    """Say whether a time is that of the statement that a word of saying goes with ("according to a release Sunday")."""
    between = norm[cue.last : expression.first]
    near = 0 < len(between) <= AHEAD and not any(n in BREAKS for n in between)
    return near and bool(UTTERANCES & set(between))


def of_condition(norm: list[str], expression: TimeExpression) -> bool:
    """Say whether a day only tells how somebody was by then ("one man was dead Sunday after a shootout")."""
    before, behind = (
        norm[max(expression.first - 1, 0) : expression.first],
        norm[expression.last : expression.last + 1],
    )
    return bool(before) and before[0] in CONDITIONS and behind in (["after"], ["following"])


def said_between(frame: Frame, at: int) -> bool:
    """Say whether a word of saying stands between an act and token `at`: a day there is that of the saying."""
    return any(frame.last <= cue.first < at for cue in frame.sentence.speech)
