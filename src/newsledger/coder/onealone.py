"""One alone: a protest of one person, which is no demonstration (coding-rules 2.4: three people or more)."""

from newsledger.coder.frames import Frame
from newsledger.coder.spans import CROWDS, Mention, Sentence

STREET = frozenset(
    {"protest", "protest-people", "gather", "block", "fill-streets", "riot", "brawl", "barricade"}
)
MET = frozenset(
    "kill shoot wound death assault attack intervene intervene-hard crowd-control crowd-weapon bomb grenade ram"
    " clash".split()
)
ONE = frozenset({"a", "an", "one", "lone", "single", "solitary"})
MANY = frozenset(
    "dozens hundreds thousands scores tens several many some group others fellow among crowd people".split()
)
BEFORE = 3  # tokens before a demonstrator in which it is told that there is but one
TOGETHER = frozenset({"with", "joined", "alongside", "together"})


def alone(sentence: Sentence, frames: list[Frame]) -> None:
    """Take out of scope what one person does in protest where the sentence names nobody with him ("a man protesting a
    speech was led off", "a lone protester"), unless he came to harm there: then there were others."""
    street = [f for f in frames if f.actions & STREET]
    if not street or any(f.actions & MET and not f.scope for f in frames):
        return
    norm = sentence.words.norm
    if not (MANY | TOGETHER).isdisjoint(norm) or any(is_many(m) for m in sentence.mentions):
        return
    if all(by_one(sentence, f) for f in street):
        for frame in street:
            if not frame.scope:
                frame.scope, frame.detail = "topic-only", frame.trigger


def is_many(mention: Mention) -> bool:
    """Say whether a mention is of several people who may be with a demonstrator."""
    street = mention.kind in CROWDS or mention.kind in {"civilians", "identity"}
    return street and ("plural" in mention.tags or (mention.count or 1) > 1)


def by_one(sentence: Sentence, frame: Frame) -> bool:
    """Say whether a frame is of one demonstrator, or a verb of one private person or officer."""
    norm = sentence.words.norm
    if frame.actions == {"protest-people"}:
        counted = ONE & set(norm[max(0, frame.first - BEFORE) : frame.first])
        return frame.form == "noun" and bool(counted)
    if any(s.first == frame.first and s.entry.id == "lead-crowd" for s in sentence.cues):
        return False
    if frame.voice != "active" or frame.form in {"word", "nouns", "noun"}:
        return False
    doers = [m for m in frame.agents if "person" in m.tags or m.kind == "identity"]
    return (
        bool(doers)
        and len(doers) == len(frame.agents)
        and not any("plural" in m.tags or (m.count or 1) > 1 for m in doers)
    )
