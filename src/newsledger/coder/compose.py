"""Compose: a plain verb and the thing it acts upon make one action ("hurled … stones", "closed … the highway").

A lexicon entry says so by a tag `thing:action`: where that thing (the id of an object or a weapon) stands near the
verb, the frame gets the action, too. No word of either alone would tell it (coding-rules 2.4).
"""

from newsledger.coder.frames import Frame
from newsledger.coder.spans import THINGS, Span

NEAR = 9  # tokens between a verb and its thing
SUBJECT = (
    14  # tokens of a subject and its passive ("the warehouses of the agency in the town have been emptied")
)
MAKERS = frozenset(
    {
        "throw",
        "throw-at",
        "shoot-off",
        "obstacle",
        "unload-shop",
        "obstruct",
        "kindle",
        "breach",
        "storm-in",
        "topple",
        "shut-down",
        "occupy-house",
        "stone",
        "let-off",
        "spill",
        "meet-mine",
        "set-going",
    }
)  # no actions by themselves
MARK = ":"  # in a tag, between the thing and the action


def compose(frame: Frame, spans: list[Span]) -> bool:
    """Add to a frame the actions that its verb makes with the things near it; say whether it has any action now.

    A verb that tells nothing by itself (its entry is `weak` and makes an action only with a thing) has none without it.
    """
    pairs = [tag.partition(MARK) for tag in frame.tags if MARK in tag]
    if not pairs:
        return True
    near = things_near(frame, spans) if frame.voice != "noun" else set()
    made = set() if is_thing(frame) else {action for thing, _, action in pairs if thing in near}
    plain = frame.actions - MAKERS - ({"loot", "intercept"} if "block" in made else set())  # "held up trains"
    frame.actions = plain | made
    if made:
        frame.tags = (frame.tags - {"weak"}) | {"crowd"}
    return bool(frame.actions)


def is_thing(frame: Frame) -> bool:
    """Say whether "it" opens the sentence of a verb and nobody is named before it: a shell breaks windows, too."""
    sentence = frame.sentence
    return sentence.words.norm[0] == "it" and not any(m.last <= frame.first for m in sentence.mentions)


def inside(norm: list[str], thing: Span) -> bool:
    """Say whether a thing only tells where another goes ("toss old pills in the trash")."""
    return norm[max(0, thing.first - 2) : thing.first] in (["in", "the"], ["into", "the"])


def things_near(frame: Frame, spans: list[Span]) -> set[str]:
    """Return the ids of the things behind an active verb, or before a passive one and behind its "with"."""
    left, right = frame.clause
    norm = frame.sentence.words.norm
    last = min(right, frame.last + NEAR)
    if frame.voice != "passive":
        found = range(frame.last, last)
        thrown = bool(frame.actions & {"launch", "throw", "throw-at"})
        kept = [s for s in spans if s.entry.kind in THINGS and s.first in found]
        return {s.entry.id for s in kept if not (thrown and inside(norm, s))}
    means = next((i for i in range(frame.last, min(last, frame.last + 4)) if norm[i] == "with"), last)
    found = range(max(left, frame.first - SUBJECT), frame.first)
    return {
        s.entry.id for s in spans if s.entry.kind in THINGS and (s.first in found or means < s.first < last)
    }
