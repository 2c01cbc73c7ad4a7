"""Explain: what the coder saw in each sentence, which rules fired, which were outranked, and why the rest is no row."""

from dataclasses import dataclass

from newsledger.coder.engine import Coder
from newsledger.coder.frames import Frame
from newsledger.coder.reading import Reading
from newsledger.coder.spans import Mention, Sentence
from newsledger.contract.records import Article


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked span of an article: offsets, what it was taken for (action, actor, weapon, place, time, cue …), and
    which entry."""

    part: str
    start: int
    end: int
    kind: str
    entry: str


@dataclass(frozen=True, slots=True)
class ExplainedFrame:
    """One trigger: its roles in words, the rule that decided, those outranked, or why it is no event."""

    trigger: str
    start: int
    end: int
    voice: str
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    rule: str
    outranked: tuple[str, ...]
    day: str
    day_rule: str
    places: tuple[str, ...]
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence with its marked spans and frames; offsets count in the article's text, or in its title."""

    part: str
    kind: str
    start: int
    end: int
    spans: tuple[Marked, ...]
    frames: tuple[ExplainedFrame, ...]


def explain(coder: Coder, article: Article) -> list[ExplainedSentence]:
    """Return every sentence of an article that is text, as the coder read it."""
    reading = coder.read(article)
    numbered: dict[int, list[tuple[int, Frame]]] = {}
    for number, frame in enumerate(reading.story.frames):
        numbered.setdefault(frame.sentence.index, []).append((number, frame))
    return [
        ExplainedSentence(
            s.part,
            s.kind,
            s.start,
            s.end,
            tuple(marks(reading, s)),
            tuple(explained(reading, n, f) for n, f in numbered.get(s.index, ())),
        )
        for s in reading.story.sentences
    ]


def marks(reading: Reading, sentence: Sentence) -> list[Marked]:
    """Return the marked spans of a sentence from left to right: lexicon spans, mentions and times."""
    words = sentence.words
    found = [
        Marked(sentence.part, words.start[s.first], words.end[s.last - 1], s.entry.kind, s.entry.id)
        for s in sentence.spans
        if s.entry.kind in {"action", "weapon", "object", "cue", "blocker", "toll"}
    ]
    found += [
        Marked(sentence.part, words.start[m.first], words.end[m.last - 1], "actor", named(m))
        for m in sentence.mentions
    ]
    found += [
        Marked(sentence.part, words.start[t.first], words.end[t.last - 1], "time", t.rule)
        for t in reading.story.times.get(sentence.index, ())
    ]
    return sorted(found, key=lambda m: (m.start, -m.end, m.kind, m.entry))


def named(mention: Mention) -> str:
    """Return a mention in a word or two: its kind, and the country or group that it names."""
    return " ".join(x for x in (mention.kind, mention.entry or mention.country) if x)


def explained(reading: Reading, number: int, frame: Frame) -> ExplainedFrame:
    """Return one frame in words."""
    decision = reading.decisions.get(number)
    dated = reading.dated.get(number)
    return ExplainedFrame(
        trigger=frame.trigger,
        start=frame.start,
        end=frame.end,
        voice=frame.voice,
        agents=tuple(named(m) for m in frame.agents),
        targets=tuple(named(m) for m in frame.targets),
        rule=decision.rule.id if decision else "",
        outranked=decision.outranked if decision else (),
        day=str(dated.when.date or "") if dated else "",
        day_rule=dated.when.rule if dated else "",
        places=tuple(p.resolved.location for p in reading.places.get(number, ())),
        reason=frame.scope or ("" if decision else "no-rule"),
        detail=frame.detail,
    )
