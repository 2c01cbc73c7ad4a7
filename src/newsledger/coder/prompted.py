"""Prompted: what an opening names only as the reason why a crowd came ("On 3 May, after the murder of a girl, a crowd
burned …"); the crowd is what is told (coding-rules 1)."""

from newsledger.coder.frames import Frame
from newsledger.coder.protested import CROWD
from newsledger.coder.spans import CROWDS, PEOPLE, STATE, Sentence, Span

OPENERS = frozenset({"after", "following", "upon"})
REACTIONS = (
    ["in", "response"],
    ["in", "reaction"],
    ["in", "retaliation"],
    ["in", "revenge"],
    ["in", "protest"],
)
NEAR = 3  # tokens between words of anger and what people are angry at
DEEDS = frozenset("kill assault attack burn destroy loot break-in abduct".split())


def prompted(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a noun in the opening of a sentence, behind a date or not, is why a crowd did what the main clause
    tells; armed people may go on with what they began ("after a blast, gunmen opened fire")."""
    norm = sentence.words.norm
    if frame.voice != "noun" or frame.actions & CROWD:
        return False
    if any(resented(norm, cue, frame) for cue in sentence.cues):
        return any(f.first > frame.last and not f.scope and by_crowd(f) for f in frames)
    if "," not in norm[frame.last :]:
        return False
    comma = norm.index(",", frame.last)
    if not any(opens(sentence, at) for at in range(frame.first) if starts(norm, at)):
        return False
    if any(f.last <= frame.first and not f.scope for f in frames):
        return False
    return any(f.first > comma and not f.scope and by_crowd(f) for f in frames)


def resented(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether a noun stands right behind words of anger ("youths angered by the killing of a boy burned …")."""
    angry = (
        cue.entry.id == "protest-topic" and cue.last - cue.first > 1 and norm[cue.first] not in {"to", "for"}
    )
    return angry and 0 <= frame.first - cue.last <= NEAR


def starts(norm: list[str], at: int) -> bool:
    """Say whether a word of time or of cause stands at token `at`."""
    return norm[at] in OPENERS or norm[at : at + 2] in REACTIONS


def opens(sentence: Sentence, at: int) -> bool:
    """Say whether token `at` opens its sentence but for a date or a place before a comma."""
    told = any("person" in m.tags for m in sentence.mentions if m.first < at)
    return at == 0 or (sentence.words.norm[at - 1] == "," and not told)


def by_crowd(frame: Frame) -> bool:
    """Say whether many people act, and no armed ones."""
    if frame.voice == "noun" or not frame.agents or not all(m.kind in PEOPLE for m in frame.agents):
        return False
    many = any(m.kind in CROWDS or "plural" in m.tags or (m.count or 1) > 1 for m in frame.agents)
    return many and bool(frame.actions & (CROWD | DEEDS))


def moved(before: Frame, frame: Frame) -> bool:
    """Say whether a deed is why a crowd did what another frame tells ("villagers burned a post after a man died"); a
    raid by armed people is an event of its own."""
    raided = any("armed" in m.tags and m.kind not in STATE for m in frame.agents)
    return by_crowd(before) and not raided
