"""Wanting: people who act, parted from their verb by what they want or resent ("farmers fed up with X cut roads")."""

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.spans import Mention

WANTS = frozenset({"demand", "protest-topic"})
WANTED = 14  # tokens of what people want before the verb that tells what they do
WHERE, SITES = 8, frozenset("in at near from of ( ) city town village district state province area".split())


def demanding(clause: Clause, frame: Frame) -> Mention | None:
    """Return those who want something and act, where what they want stands between ("youths demanding the departure of
    the troops stoned patrols", "farmers fed up with the government cut roads"), or None."""
    if frame.voice != "active" or frame.form not in {"past", "ed"}:
        return None
    for cue in clause.cues:
        feels = cue.last - cue.first > 1 and clause.norm[cue.first] != "to"  # "angry at", "fed up with"
        wants = feels or clause.norm[cue.first].endswith("ing")
        if cue.last > frame.first or cue.entry.id not in WANTS or not wants:
            continue
        gap = clause.norm[cue.last : frame.first]
        if len(gap) > WANTED or {",", "and", "said", "when", "as", "that", "who", "after"} & set(gap):
            continue
        head = next(
            (m for m in clause.mentions if "person" in m.tags and stands_at(clause, m, cue.first)), None
        )
        if head is not None and clause.is_subject(head):
            return head
    return None


def stands_at(clause: Clause, mention: Mention, at: int) -> bool:
    """Say whether nothing but a place stands between people and token `at` ("youths in Owo (Ondo) angered by …")."""
    between = range(mention.last, at)
    return mention.last <= at <= mention.last + WHERE and all(
        clause.norm[i] in SITES or clause.sentence.words.is_name(i) for i in between
    )
