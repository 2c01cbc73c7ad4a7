"""Frames: one trigger with who acts, who is acted upon, with what, and whether it is said to have happened."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from newsledger.coder.spans import Mention, Sentence, Span


@dataclass(slots=True)
class Frame:
    """A trigger (tokens `first` to `last` of `sentence`) with its roles.

    `actions` are the ids of the action entries at the trigger, `tags` their tags; `voice` is active, passive or noun;
    `clause` is the token range in which roles were sought; `scope` is empty for an event that is said to have
    happened, else the reason why it is none (a term of terms/uncoded-reason); `claimant` is who says so, where the
    statement is one side's; `denied` says that the other side disputes it.
    """

    sentence: Sentence
    first: int
    last: int
    actions: frozenset[str]
    tags: frozenset[str]
    voice: str
    form: str
    clause: tuple[int, int] = (0, 0)
    agents: list[Mention] = field(default_factory=list)
    targets: list[Mention] = field(default_factory=list)
    owners: list[Mention] = field(default_factory=list)  # whose the weapon is ("a bomb planted by rebels")
    objects: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()
    scope: str = ""
    detail: str = ""
    speaker: Mention | None = None
    accused: bool = False
    claimed: bool = False
    light: bool = False  # a noun that a verb carries as its own act ("signed a ceasefire")
    inherited: bool = False  # the agent was taken over from the frame before

    @property
    def start(self) -> int:
        """The character offset of the trigger."""
        return self.sentence.words.start[self.first]

    @property
    def end(self) -> int:
        """The character offset after the trigger."""
        return self.sentence.words.end[self.last - 1]

    @property
    def trigger(self) -> str:
        """The trigger as written."""
        return self.sentence.text_of(self.first, self.last)


def triggers(spans: list[Span]) -> list[tuple[int, int, list[Span]]]:
    """Return the token ranges that hold action entries, each with all of its entries.

    What a phrase of two parts means otherwise is none ("held … responsible", "lost … election").
    """
    found: list[tuple[int, int, list[Span]]] = []
    parted = {s.first for s in spans if s.entry.kind == "blocker" and s.last - s.first == 1}
    for span in spans:
        if span.entry.kind != "action" or (span.first in parted and span.last - span.first == 1):
            continue  # "hacked … website": a blocker that other words part covers its verb only
        if found and found[-1][0] == span.first:
            found[-1][2].append(span)
        else:
            found.append((span.first, span.last, [span]))
    return found


def overlap(mentions: list[Mention], first: int, last: int) -> bool:
    """Say whether tokens `first` to `last` belong to a mention ("demonstrators" is a trigger and somebody)."""
    return any(m.first < last and first < m.last for m in mentions)


def around(frames: list[Frame], number: int) -> list[Frame]:
    """Return a frame and those of its sentence and the ones beside it, in order; `frames` are in order of the story."""
    at = frames[number].sentence.index
    first, last = number, number + 1
    while first > 0 and at - frames[first - 1].sentence.index <= 1:
        first -= 1
    while last < len(frames) and frames[last].sentence.index - at <= 1:
        last += 1
    return frames[first:last]


def taken_over(mentions: Iterable[Mention], sentence: Sentence, first: int, last: int) -> list[Mention]:
    """Return mentions as they are meant again at tokens `first` to `last` of a later sentence, which counts nobody."""
    return [replace(m, first=first, last=last, sentence=sentence.index, count=None) for m in mentions]
