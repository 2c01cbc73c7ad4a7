"""Unspecific: violence that a story speaks of behind its opening with no word of when, where or upon how many.

Speeches, interviews and reports on a war are full of what an enemy "is doing" and of people who "have been murdered".
News tells its events first, and in the past tense. What stands further down in the present or the perfect alone is what
a conflict is like, and no event of one day (coding-rules 1).
"""

from newsledger.coder.accounts import OWN, Account, Telling
from newsledger.coder.event_types import STRATEGIC
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import ADVERBS, HAVE
from newsledger.coder.story import Story

OPENING = 2  # sentences of the text in which a story tells its events
LONG = 4  # sentences of the text from which on a story has more than an opening
ACCUSED = 8  # tokens before a verb in -ing in which somebody is accused of it
GOING_ON = frozenset("continue continues keep keeps stop stops without for of from about".split())
NOW = frozenset({"is", "are", "am", "be"})


def weed(accounts: list[Account], story: Story) -> list[Account]:
    """Return the accounts; of a story all of whose violence is only spoken of in general, those of other things.

    What is left out goes out of scope.
    """
    body = story.body
    violent = [a for a in accounts if a.family == "violence"]
    frames = [t.frame for a in violent for t in a.tellings]
    if len(body) < LONG or any(f.sentence.index < body[OPENING] for f in frames):
        return accounts
    if not all(is_unspecific(t) for a in violent for t in a.tellings):
        return accounts
    for frame in frames:
        frame.scope, frame.detail = "background", frame.trigger
    return [a for a in accounts if a not in violent]


def is_unspecific(telling: Telling) -> bool:
    """Say whether a telling of violence names neither day nor place nor number, in no form that tells of one act."""
    if telling.decision.rule.event_type == STRATEGIC or telling.exact or telling.dated.own:
        return False
    if any(p.rule in OWN for p in telling.places):
        return False
    frame = telling.frame
    if any(m.count for m in (*frame.targets, *frame.agents)):
        return False
    return is_present(frame) or (frame.voice == "passive" and is_done_to_people(frame))


def is_present(frame: Frame) -> bool:
    """Say whether an active verb stands in a form that tells of no act done: "is killing", "have killed"."""
    if frame.voice != "active":
        return False
    norm = frame.sentence.words.norm
    at = frame.first - 1
    while at > 0 and (norm[at] in ADVERBS or norm[at].endswith("ly")):
        at -= 1
    before = norm[at] if at >= 0 else ""
    if frame.form == "ing":
        accused = any(n.startswith("accus") for n in norm[max(0, at - ACCUSED) : at])
        return before in NOW | {"been"} or (before in GOING_ON and not named(frame) and not accused)
    return frame.form in {"ed", "past", "part"} and before in HAVE and not named(frame)


def is_done_to_people(frame: Frame) -> bool:
    """Say whether a passive tells what is or has been done to nobody in particular ("have been murdered")."""
    norm = frame.sentence.words.norm
    before = set(norm[max(0, frame.first - 3) : frame.first])
    return bool(before & {"been", "is", "are", "being", "be"}) and not named(frame)


def named(frame: Frame) -> bool:
    """Say whether those upon whom an act is done are told of as one person."""
    return any("plural" not in m.tags for m in frame.targets)
